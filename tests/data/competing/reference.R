# SPDX-License-Identifier: GPL-3.0-or-later
# Writes ../cox/r-cox.json, leaving.csv and r-competing.json: Rscript reference.R, in this folder.
library(survival)

# JSON with all digits; NA is null.
number <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
json <- function(x) {
  if (is.list(x)) {
    if (is.null(names(x))) return(paste0("[", paste(sapply(x, json), collapse = ","), "]"))
    return(paste0("{", paste(sprintf('"%s":%s', names(x), sapply(x, json)), collapse = ",\n"), "}"))
  }
  if (is.character(x)) return(sprintf('"%s"', x))
  if (length(x) == 1 && is.null(attr(x, "array"))) return(number(as.numeric(x)))
  paste0("[", paste(number(as.numeric(x)), collapse = ","), "]")
}
array <- function(x) structure(as.numeric(x), array = TRUE)
software <- list(R = R.version.string, survival = as.character(packageVersion("survival")))

model <- function(fit) {
  s <- summary(fit)
  list(coef = array(coef(fit)), se = array(s$coefficients[, "se(coef)"]), z = array(s$coefficients[, "z"]),
    p = array(s$coefficients[, "Pr(>|z|)"]), covariance = array(vcov(fit)), low = array(s$conf.int[, 3]),
    high = array(s$conf.int[, 4]), logLikelihood = array(fit$loglik),
    likelihoodRatio = unname(s$logtest["test"]), wald = unname(fit$wald.test), score = unname(fit$score),
    concordance = unname(fit$concordance["concordance"]), concordanceError = unname(fit$concordance["std"]),
    pairs = array(fit$concordance[c("concordant", "discordant", "tied.x")]), n = fit$n, events = fit$nevent)
}
zph <- function(fit, transform = "km") {
  t <- cox.zph(fit, transform)$table
  list(chisq = array(t[, "chisq"]), df = array(t[, "df"]), p = array(t[, "p"]))
}
curve <- function(fit, at) {
  s <- survfit(fit, newdata = at)
  k <- s$n.event > 0
  list(time = array(s$time[k]), hazard = array(s$cumhaz[k]), error = array(s$std.err[k]),
    survival = array(s$surv[k]), low = array(s$lower[k]), high = array(s$upper[k]))
}
tight <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 50)

rossi <- read.csv("../survival/rossi.csv")
zeros <- data.frame(fin = 0, age = 0, race = 0, wexp = 0, mar = 0, paro = 0, prio = 0)
somebody <- data.frame(fin = 1, age = 24.5, race = 1, wexp = 0, mar = 1, paro = 1, prio = 3)
f <- Surv(week, arrest) ~ fin + age + race + wexp + mar + paro + prio
efron <- coxph(f, rossi, control = tight)
breslow <- coxph(f, rossi, ties = "breslow", control = tight)
strata <- coxph(Surv(week, arrest) ~ fin + age + prio + strata(wexp), rossi, control = tight)
one <- survfit(strata, newdata = data.frame(fin = 1, age = 30, prio = 2, wexp = 1))
heart <- read.csv("../cox/stanford_heart.csv")
hf <- coxph(Surv(start, stop, event) ~ age + year + surgery + transplant, heart, control = tight)
hb <- coxph(Surv(start, stop, event) ~ age + year + surgery + transplant, heart, ties = "breslow", control = tight)
hs <- coxph(Surv(start, stop, event) ~ age + year + strata(surgery), heart, control = tight)
telco <- subset(read.csv("../survival/telco.csv"), tenure > 0)
telco$left <- as.integer(telco$churn == "Yes")
tf <- coxph(Surv(tenure, left) ~ contract + gender + internet, telco, control = tight)
aids <- read.delim("../survival/multicenter_aids_cohort.tsv")
af <- coxph(Surv(W, T, D) ~ AIDSY, aids, control = tight)

writeLines(json(list(software = software,
  rossi = list(efron = model(efron), breslow = model(breslow), strata = model(strata),
    zph = zph(efron), zphIdentity = zph(efron, "identity"), zphLog = zph(efron, "log"), zphBreslow = zph(breslow),
    zphStrata = zph(strata), atZero = curve(efron, zeros), atSomebody = curve(efron, somebody),
    breslowAtSomebody = curve(breslow, somebody), secondStratum = curve(strata,
      data.frame(fin = 1, age = 30, prio = 2, wexp = 1))),
  heart = list(efron = model(hf), breslow = model(hb), strata = model(hs), zph = zph(hf), zphStrata = zph(hs),
    atSomebody = curve(hf, data.frame(age = 5, year = 2, surgery = 0, transplant = 1))),
  telco = list(efron = model(tf), zph = zph(tf)),
  aids = list(efron = model(af), zph = zph(af)))), "../cox/r-cox.json")

# Made up: members of three tiers who leave by choice or by a failed payment, half of them watched from later on.
set.seed(20240601)
n <- 400
tier <- sample(c("Circle", "Reader", "Studio"), n, TRUE, c(.4, .4, .2))
entry <- ifelse(runif(n) < 0.5, 0, floor(rexp(n, 1 / 6)))
months <- entry + pmax(1, ceiling(rweibull(n, 0.9, c(Circle = 14, Reader = 9, Studio = 20)[tier])))
seen <- entry + sample(1:24, n, TRUE)
cause <- ifelse(months > seen, "stayed", ifelse(runif(n) < 0.3, "payment", "choice"))
write.csv(data.frame(months = pmin(months, seen), entry, cause, tier), "leaving.csv", row.names = FALSE, quote = FALSE)

risks <- function(fit) {
  list(time = array(fit$time), atRisk = array(fit$n.risk[, 1]), censored = array(fit$n.censor),
    events = lapply(2:3, function(k) array(fit$n.event[, k])),
    value = lapply(1:3, function(k) array(fit$pstate[, k])), error = lapply(1:3, function(k) array(fit$std.err[, k])),
    low = lapply(1:3, function(k) array(fit$lower[, k])), high = lapply(1:3, function(k) array(fit$upper[, k])))
}
d <- read.csv("leaving.csv")
d$state <- factor(d$cause, c("stayed", "choice", "payment"))
d$row <- seq_len(n)
d$years <- d$months * 30.4375 / 365.25 + (seq_len(n) %% 7) / 1000
fit <- function(formula, type, data = d) survfit(formula, data = data, id = row, conf.type = type)
truncated <- Surv(entry, months, state) ~ 1
ignoring <- Surv(months, state) ~ 1
writeLines(json(list(software = software,
  log = risks(fit(ignoring, "log")), plain = risks(fit(ignoring, "plain")), loglog = risks(fit(ignoring, "log-log")),
  years = risks(fit(Surv(years, state) ~ 1, "log")),
  truncated = risks(fit(truncated, "log")), truncatedLoglog = risks(fit(truncated, "log-log")),
  circle = risks(fit(truncated, "log", subset(d, tier == "Circle"))))), "r-competing.json")
