# SPDX-License-Identifier: GPL-3.0-or-later
# Rscript experiment.R FILE ROWS TASK: what R's stats would be asked. TASK is ranks, cuped, fisher or always.
# FILE: outcomes and what was measured before as doubles, one column after another; then variants (0 control) as bytes.
arguments <- commandArgs(TRUE)
rows <- as.integer(arguments[2])
task <- arguments[3]
file <- file(arguments[1], "rb")
outcome <- readBin(file, "double", rows)
before <- readBin(file, "double", rows)
arm <- readBin(file, "integer", rows, 1)
close(file)
ranks <- function() wilcox.test(outcome[arm == 1], outcome[arm == 0])$statistic
cuped <- function() {
  adjusted <- outcome - cov(outcome, before) / var(before) * (before - mean(before))
  t.test(adjusted[arm == 1], adjusted[arm == 0])$statistic
}
fisher <- function() {
  sum(sapply(0:9, function(i) fisher.test(matrix(c(50000 + 40 * i, 950000 - 40 * i, 50000, 950000), 2))$p.value))
}
always <- function() { # mixture SPRT of shares, every member a look
  event <- outcome > 1
  n1 <- cumsum(arm == 1); n0 <- cumsum(arm == 0); e1 <- cumsum(event & arm == 1); e0 <- cumsum(event & arm == 0)
  seen <- pmin(e1, n1 - e1, e0, n0 - e0) >= 10
  p1 <- (e1 / n1)[seen]; p0 <- (e0 / n0)[seen]
  v <- p1 * (1 - p1) / n1[seen] + p0 * (1 - p0) / n0[seen]
  tau2 <- 1e-4
  max(0.5 * tau2 / (v + tau2) * (p1 - p0)^2 / v - 0.5 * log1p(tau2 / v))
}
spent <- system.time(answer <- switch(task, ranks = ranks(), cuped = cuped(), fisher = fisher(), always = always()))
status <- readLines("/proc/self/status")
cat(sprintf("cpuSeconds %.6f\n", spent[["user.self"]] + spent[["sys.self"]]))
cat(sprintf("peakMiB %.1f\n", as.numeric(gsub("\\D", "", grep("VmHWM", status, value = TRUE))) / 1024))
cat(sprintf("answer %.15g\n", answer))
