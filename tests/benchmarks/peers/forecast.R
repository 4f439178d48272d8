# SPDX-License-Identifier: GPL-3.0-or-later
# Rscript forecast.R FILE METHOD: forecasts 18 months of every series by ets() or thetaf() of package forecast.
# FILE: tests/data/forecast/m1-monthly.csv. Prints the mean sMAPE beside time and memory.
arguments <- commandArgs(TRUE)
if (!suppressMessages(requireNamespace("forecast", quietly = TRUE))) quit(status = 77)
suppressMessages(library(forecast))
rows <- strsplit(readLines(arguments[1])[-1], ";")
numbers <- function(cell) as.numeric(strsplit(cell, " ")[[1]])
past <- lapply(rows, function(row) ts(numbers(row[7]), frequency = 12))
future <- lapply(rows, function(row) numbers(row[8]))
ahead <- if (arguments[2] == "ets") function(y) forecast(ets(y), 18)$mean else function(y) thetaf(y, 18)$mean
spent <- system.time(made <- lapply(past, ahead))
smape <- mapply(function(f, y) mean(200 * abs(f - y) / (abs(f) + abs(y))), made, future)
status <- readLines("/proc/self/status")
cat(sprintf("cpuSeconds %.6f\n", spent[["user.self"]] + spent[["sys.self"]]))
cat(sprintf("peakMiB %.1f\n", as.numeric(gsub("\\D", "", grep("VmHWM", status, value = TRUE))) / 1024))
cat(sprintf("smape %.9f\n", mean(smape)))
