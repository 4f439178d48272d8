// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insights/retention.h"
#include "words/format.h"

#include <QStringList>

namespace lyceum::ui {

// What a retention answer says in a person's words. No widgets: the page, the report and the command line read the same.

/// A stable name for settings and the command line: "none", "tier", "cohort", "source", "interval".
[[nodiscard]] QString nameOf(insights::RetentionGrouping grouping);
[[nodiscard]] std::optional<insights::RetentionGrouping> retentionGroupingNamed(const QString& name);

[[nodiscard]] QString wordFor(insights::RetentionGrouping grouping); ///< "Tier", as a choice
[[nodiscard]] QString ruleSetTitle(const QString& name); ///< "Lyceum", "Ghost"; an unknown name stays as it is
/// A calendar month numbered year * 12 + month - 1: "Apr 2026".
[[nodiscard]] QString monthText(std::int32_t month, const Format& format);
/// A whole number of days below two months, else months: "45 days", "14 months".
[[nodiscard]] QString durationText(double days);
/// "p = 0.03"; below 0.001 only that.
[[nodiscard]] QString pText(const analytics::ChiSquareTest& test, const Format& format);

/// A cell of the cohort table: "62%"; "2/3" where a percentage of fewer than RetentionAnswer::kFewMembers would say more than is known.
[[nodiscard]] QString cohortShareText(const analytics::Proportion& share, const Format& format);

/// What a group is called on its curve: "Q2 2026", "Gold", "Monthly", "Unknown", "Others", "All paying members".
[[nodiscard]] QString groupText(const insights::RetentionAnswer& answer, qsizetype group, const Format& format);
/// How long members stay, by tier: the heading of the curves.
[[nodiscard]] QString retentionTitle(const insights::RetentionAnswer& answer);
/// The one or two sentences that matter. They name a group as better only where the log-rank test finds a difference at 5 %,
/// and never one below RetentionAnswer::kFewMembers.
[[nodiscard]] QString findingOf(const insights::RetentionAnswer& answer, const Format& format);
/// Statistic, degrees of freedom and p, however small; or why there is no test. Empty where there is one group only.
[[nodiscard]] QString logRankLine(const insights::RetentionAnswer& answer, const Format& format);
/// Which groups are below RetentionAnswer::kFewMembers; empty when none is.
[[nodiscard]] QString fewLine(const insights::RetentionAnswer& answer, const Format& format);

/// Under each figure, one line each: rule set, who pays and who left, data and its range, n, method.
[[nodiscard]] QStringList originLines(const insights::RetentionAnswer& answer, const Format& format);
/// How it is computed and what it cannot know, by paragraph.
[[nodiscard]] QStringList explanationOf(const insights::RetentionAnswer& answer, const Format& format);

} // namespace lyceum::ui
