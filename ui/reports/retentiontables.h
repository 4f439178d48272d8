// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/report.h"
#include "insights/retention.h"
#include "words/format.h"

namespace lyceum::ui {

// The figures as tables, for the page and the report. A rate never stands without its interval or its n.

/// By group: members, left, still paying, median and mean stay with their intervals.
[[nodiscard]] exchange::ReportTable retentionGroupTable(const insights::RetentionAnswer& answer, const Format& format);
/// By group: the share still paying after 30, 90, 180, 365 and 730 days, as far as anybody was watched that long.
[[nodiscard]] exchange::ReportTable retentionShareTable(const insights::RetentionAnswer& answer, const Format& format);
/// The cohort triangle in colours, at ages that fit on a page, with the average as the last row.
[[nodiscard]] exchange::ReportTable retentionCohortTable(const insights::RetentionAnswer& answer, const Format& format);
/// Where the figures come from, one fact a line, for other programs: rules, times in UTC, n, the log-rank test.
[[nodiscard]] exchange::ReportTable retentionOriginData(const insights::RetentionAnswer& answer);
/// retentionGroupTable() for other programs: one number a cell.
[[nodiscard]] exchange::ReportTable retentionGroupData(const insights::RetentionAnswer& answer, const Format& format);
/// Every step of every curve, for other programs.
[[nodiscard]] exchange::ReportTable retentionCurveData(const insights::RetentionAnswer& answer, const Format& format);
/// Every cell of the cohort triangle, one a line, for other programs.
[[nodiscard]] exchange::ReportTable retentionCohortData(const insights::RetentionAnswer& answer, const Format& format);

} // namespace lyceum::ui
