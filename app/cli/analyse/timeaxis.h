// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "cli/analyse/analysistable.h"

namespace lyceum::cli {

/**
 * The times of a series as numbers: as they are; months (2026-03) counted from the year 0; days (2026-03-01) counted from 1970, or as months
 * where all are of one day of the month.
 */
class TimeAxis {
public:
    /// Strictly ascending; BadInput with the row otherwise. Without a column, observations are counted from 1.
    [[nodiscard]] static Result<TimeAxis> read(const AnalysisTable& table, const QString& column);

    [[nodiscard]] const std::vector<double>& values() const { return m_values; }
    /// The row whose time is not as far from the one before as those are from one another (to a millionth); none when all are.
    [[nodiscard]] std::optional<qsizetype> unevenRow() const;
    /// A time written as the column writes it.
    [[nodiscard]] std::optional<double> parsed(const QString& text) const;
    /// A number, or "2026-03", or "2026-03-01", as the column has them; between two of them the earlier.
    [[nodiscard]] QJsonValue jsonOf(double time) const;
    [[nodiscard]] QString textOf(double time) const;
    /// The time so many steps after the last.
    [[nodiscard]] double ahead(qsizetype steps) const;

private:
    enum class Unit { Number, Month, DatedMonth, Day };
    [[nodiscard]] static std::optional<double> parse(const QString& text, Unit unit, int day);

    Unit m_unit = Unit::Number;
    int m_day = 1; ///< of DatedMonth
    std::vector<double> m_values;
};

/// What the mathematics did not take of a series, as a sentence about the cell or the file.
[[nodiscard]] Error seriesError(const analytics::AnalyticsError& error, const AnalysisTable& table, const QString& path, const QString& timeColumn, const QString& valueColumn);

} // namespace lyceum::cli
