# Writes r-experiment.json: answers of R where abtest.json has none, or has fisher.test's, whose search for the odds ratio stops
# early. Run in this folder: Rscript r-experiment.R > r-experiment.json (R 4.2.2).
number <- function(x) {
  text <- formatC(x, digits = 15, format = "g", flag = "#", mode = "double")
  text[!is.finite(x)] <- "null"
  paste0("[", paste(text, collapse = ", "), "]")
}
object <- function(...) {
  parts <- list(...)
  paste0("{", paste(sprintf('"%s": %s', names(parts), unlist(parts)), collapse = ", "), "}")
}
list_of <- function(parts) paste0("[\n    ", paste(parts, collapse = ",\n    "), "]")

# Conditional odds ratio and interval, solved to the last digits on the logarithm.
fisher <- function(events1, n1, events2, n2, level = 0.95) {
  drawn <- events1 + events2
  support <- max(0, drawn - n1):min(drawn, n2)
  base <- dhyper(support, n2, n1, drawn, log = TRUE)
  chances <- function(odds) { d <- base + odds * support; d <- exp(d - max(d)); d / sum(d) }
  solve <- function(f) exp(uniroot(f, c(-30, 30), tol = 1e-15, maxiter = 10000)$root)
  tail <- (1 - level) / 2
  value <- solve(function(odds) sum(support * chances(odds)) - events2)
  low <- solve(function(odds) sum(chances(odds)[support >= events2]) - tail)
  high <- solve(function(odds) sum(chances(odds)[support <= events2]) - tail)
  test <- fisher.test(matrix(c(events2, n2 - events2, events1, n1 - events1), 2))
  one <- function(side) fisher.test(matrix(c(events2, n2 - events2, events1, n1 - events1), 2), alternative = side)$p.value
  object(input = number(c(events1, n1, events2, n2)), p = number(c(test$p.value, one("less"), one("greater"))),
         oddsRatio = number(c(value, low, high)), fisherTest = number(c(test$estimate, test$conf.int)))
}

wilcox <- function(control, treatment, level = 0.95) {
  test <- suppressWarnings(wilcox.test(treatment, control, conf.int = TRUE, conf.level = level))
  object(control = number(control), treatment = number(treatment), level = number(level), w = number(test$statistic),
         p = number(test$p.value), shift = number(c(test$estimate, test$conf.int)),
         median = number(median(outer(treatment, control, "-"))))
}

strata <- function(table) { # events, then others; treatment, then control; stratum
  exact <- mantelhaen.test(table, correct = FALSE)
  corrected <- mantelhaen.test(table)
  odds <- exact$estimate
  # Breslow and Day with Tarone's correction, from the definition.
  statistic <- 0; off <- 0; variance <- 0
  for (k in seq_len(dim(table)[3])) {
    t <- table[, , k]; n1 <- sum(t[, 1]); n0 <- sum(t[, 2]); m <- sum(t[1, ])
    a <- uniroot(function(a) a * (n0 - m + a) - odds * (n1 - a) * (m - a), c(max(0, m - n0), min(n1, m)), tol = 1e-13)$root
    v <- 1 / (1 / a + 1 / (n1 - a) + 1 / (m - a) + 1 / (n0 - m + a))
    statistic <- statistic + (t[1, 1] - a)^2 / v; off <- off + t[1, 1] - a; variance <- variance + v
  }
  object(cells = number(as.vector(table)), oddsRatio = number(c(odds, exact$conf.int)), chiSquare = number(exact$statistic),
         p = number(exact$p.value), corrected = number(corrected$statistic), pCorrected = number(corrected$p.value),
         breslowDayTarone = number(statistic - off^2 / variance))
}

means <- function(delta, sd, n, sig) {
  object(input = number(c(delta, sd, n, sig)), power = number(power.t.test(n = n, delta = delta, sd = sd, sig.level = sig)$power))
}

set.seed(5)
untied <- list(c(1.1, 2.7, 3.9, 4.2, 8.8, 9.3), c(0.2, 2.9, 5.6, 7.1, 10.4, 12.5, 13.7))
tied <- list(round(rexp(60), 1), round(rexp(55, 0.6), 1))
cat(object(
  software = paste0('"', R.version.string, '"'),
  fisher = list_of(c(fisher(200, 10000, 250, 10000), fisher(18, 120, 31, 115), fisher(3, 12, 9, 11), fisher(1, 40, 7, 38),
                   fisher(5000, 50000, 5150, 50000), fisher(2262, 21306, 3894, 21307), fisher(30, 40, 12, 45))),
  wilcox = list_of(c(wilcox(untied[[1]], untied[[2]]), wilcox(untied[[1]], untied[[2]], 0.8), wilcox(untied[[2]], untied[[1]]),
                   wilcox(round(rnorm(49), 6), round(rnorm(45, 0.7), 6)), wilcox(tied[[1]], tied[[2]]),
                   wilcox(c(1, 1, 2, 3, 5), c(2, 2, 4, 6)), wilcox(c(3), c(7)))),
  strata = list_of(c(strata(aperm(UCBAdmissions, c(1, 2, 3))),
                   strata(array(c(12, 88, 7, 93, 30, 20, 25, 25, 3, 17, 1, 29), c(2, 2, 3))))),
  means = list_of(c(means(1, 2, 64, 0.05), means(0.1, 1, 1571, 0.05), means(0.5, 1, 2, 0.05), means(3, 1, 10, 0.01),
                  means(0.01, 1, 200000, 0.05)))),
  "\n")
