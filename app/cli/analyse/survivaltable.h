// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/chisquare.h"
#include "analytics/survival/survivalsample.h"
#include "cli/analyse/analysistable.h"
#include "cli/arguments.h"

#include <QJsonValue>

#include <optional>
#include <vector>

namespace lyceum::cli {

/// Which columns of a table hold what; an empty name: none does.
struct SurvivalColumns {
    QString time;
    QString event;
    QString entry;
    QString group;
    QString stratum;

    [[nodiscard]] QStringList names() const; ///< those there are
};

/// Survival data as a file holds them, one subject a row.
struct SurvivalTable {
    std::vector<double> times;
    std::vector<std::uint8_t> events; ///< empty without the column
    std::vector<double> entries; ///< empty without the column
    Levels groups; ///< without the column everybody is in one group without a name
    Levels strata; ///< empty without the column
    std::vector<qsizetype> rows; ///< of the AnalysisTable

    /// All subjects, or those of one group; borrowed.
    [[nodiscard]] analytics::SurvivalSample sample() const { return {times, events, entries}; }
    [[nodiscard]] SurvivalTable only(std::uint32_t group) const;
};

/// More groups, causes or categories than a person can look at; the cost of what compares them grows with their square.
inline constexpr qsizetype kMaxGroups = 200;

/// Times and entries are numbers >= 0, an entry is before its time. Errors: those of AnalysisTable, and a column with more than
/// kMaxGroups groups.
[[nodiscard]] Result<SurvivalTable> survivalTableOf(const AnalysisTable& table, const SurvivalColumns& columns);

/// What the mathematics did not take of a subject, as the cell it stands in.
[[nodiscard]] Error survivalError(
    const analytics::AnalyticsError& error, const AnalysisTable& table, const SurvivalTable& subjects, const SurvivalColumns& columns);

/// --interval log|log-log|plain, log without it. Usage otherwise.
[[nodiscard]] Result<analytics::BandTransform> transformOf(const Arguments& arguments);
[[nodiscard]] Option intervalOption();
[[nodiscard]] QString transformName(analytics::BandTransform transform); ///< "log-log"

/// {"chiSquare","df","p","log10P"}, null without a test.
[[nodiscard]] QJsonValue testJson(const std::optional<analytics::ChiSquareTest>& test);
/// "chi-square 16.8 with 1 degrees of freedom, p = 4.2e-05"
[[nodiscard]] QString testText(const analytics::ChiSquareTest& test);
/// "p = 0.013"; what is too small for a number is told by its power of ten.
[[nodiscard]] QString textOfP(double p, double log10P);

} // namespace lyceum::cli
