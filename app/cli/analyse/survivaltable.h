// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/survival/survivalsample.h"
#include "base/result.h"

#include <QStringList>

#include <optional>
#include <vector>

class QIODevice;

namespace lyceum::cli {

/// Which columns of a table hold what; an empty name: none does.
struct SurvivalColumns {
    QString time;
    QString event;
    QString entry;
    QString group;
};

/// Survival data as a file holds them, one subject a row.
struct SurvivalTable {
    std::vector<double> times;
    std::vector<std::uint8_t> events;
    std::vector<double> entries; ///< empty without the column
    std::vector<std::uint32_t> groups; ///< index in `names`
    QStringList names; ///< numbers by value, else texts by code point; one empty name without the column
    std::vector<qint64> rows; ///< where each subject stands in the file, as a spreadsheet counts

    /// All subjects, or those of one group; borrowed.
    [[nodiscard]] analytics::SurvivalSample sample() const { return {times, events, entries}; }
    [[nodiscard]] SurvivalTable only(std::uint32_t group) const;
};

/**
 * Reads a CSV with a header. Times and entries are numbers >= 0 with a decimal point, an entry is before its time; an event is 1 or
 * 0, true or false, yes or no, whatever the case. Every cell must have its value: nothing is guessed, and nobody left out.
 *
 * Errors: BadInput, whose subject is the column that is missing or the cell ("row 12, column time"); those of reading.
 */
[[nodiscard]] Result<SurvivalTable> readSurvivalTable(QIODevice& device, const SurvivalColumns& columns);

} // namespace lyceum::cli
