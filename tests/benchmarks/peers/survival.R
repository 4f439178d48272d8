# SPDX-License-Identifier: GPL-3.0-or-later
# Rscript survival.R FILE ROWS TASK: survfit, survdiff or coxph of package survival. TASK is km, logrank or cox.
# FILE: times, and two covariates, as doubles one column after another; then events and groups as bytes.
if (!requireNamespace("survival", quietly = TRUE)) quit(status = 77)
library(survival)
arguments <- commandArgs(TRUE)
rows <- as.integer(arguments[2])
task <- arguments[3]
file <- file(arguments[1], "rb")
time <- readBin(file, "double", rows)
x2 <- readBin(file, "double", rows)
x3 <- readBin(file, "double", rows)
event <- readBin(file, "integer", rows, 1)
group <- readBin(file, "integer", rows, 1)
close(file)
spent <- system.time(answer <- switch(task,
  km = tail(survfit(Surv(time, event) ~ 1)$surv, 1),
  logrank = survdiff(Surv(time, event) ~ group)$chisq,
  cox = coxph(Surv(time, event) ~ group + x2 + x3)$coefficients[[1]]))
status <- readLines("/proc/self/status")
cat(sprintf("cpuSeconds %.6f\n", spent[["user.self"]] + spent[["sys.self"]]))
cat(sprintf("peakMiB %.1f\n", as.numeric(gsub("\\D", "", grep("VmHWM", status, value = TRUE))) / 1024))
cat(sprintf("answer %.15g\n", answer))
