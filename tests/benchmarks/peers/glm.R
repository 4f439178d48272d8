# SPDX-License-Identifier: GPL-3.0-or-later
# Rscript glm.R FILE ROWS COLUMNS: logistic regression by glm.fit(), the way without a formula, which is the faster one.
# FILE: the columns one after another as doubles, then the outcomes as bytes.
arguments <- commandArgs(TRUE)
rows <- as.integer(arguments[2])
columns <- as.integer(arguments[3])
file <- file(arguments[1], "rb")
x <- cbind(1, matrix(readBin(file, "double", rows * columns), rows, columns))
y <- readBin(file, "integer", rows, 1)
close(file)
time <- system.time(fit <- glm.fit(x, y, family = binomial()))
status <- readLines("/proc/self/status")
cat(sprintf("cpuSeconds %.6f\n", time[["user.self"]] + time[["sys.self"]]))
cat(sprintf("peakMiB %.1f\n", as.numeric(gsub("\\D", "", grep("VmHWM", status, value = TRUE))) / 1024))
cat(sprintf("lastCoefficient %.12g\n", fit$coefficients[[columns + 1]]))
