// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHash>
#include <QList>
#include <QStringList>
#include <QTimeZone>

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace lyceum::cli {

/// A column of names, as numbers: codes are indexes in `names`.
struct Levels {
    std::vector<std::uint32_t> codes; ///< one a row
    QStringList names; ///< each once; by value where all are numbers, else by code point
};

/// What numbers of a column may be.
struct Domain {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool whole = false;
};

/**
 * The columns of a CSV file that an analysis asks for, in memory; every method of `analyse` reads its input through this.
 *
 * Separator and encoding are found out; numbers have a decimal point. Every cell must have its value: nothing is guessed, and no row
 * left out. Errors are BadInput, whose subject is the file, "column x", or "row 12, column x" counted as a spreadsheet does.
 */
class AnalysisTable {
public:
    /// Reads these columns (empty names are passed over); all of them when the list is empty. Cost: the cells that are kept.
    [[nodiscard]] static Result<AnalysisTable> read(const QString& path, const QStringList& columns = {});

    [[nodiscard]] qsizetype rows() const { return qsizetype(m_rows.size()); }
    [[nodiscard]] const QStringList& columns() const { return m_columns; } ///< those kept, in the order of the file

    /// One number a row.
    [[nodiscard]] Result<std::vector<double>> numbers(const QString& column, Domain domain = {}) const;
    /// The same; an empty cell is a missing number.
    [[nodiscard]] Result<std::vector<std::optional<double>>> numbersOrNone(const QString& column, Domain domain = {}) const;
    /// One whole number a row, exact to 2^53.
    [[nodiscard]] Result<std::vector<std::int64_t>> wholeNumbers(const QString& column, std::int64_t low = std::numeric_limits<std::int64_t>::min(),
        std::int64_t high = std::numeric_limits<std::int64_t>::max()) const;
    /// 1 or 0, true or false, yes or no, whatever the case: as 1 or 0.
    [[nodiscard]] Result<std::vector<std::uint8_t>> flags(const QString& column) const;
    /// One text a row, trimmed; may be empty.
    [[nodiscard]] Result<QStringList> texts(const QString& column) const;
    [[nodiscard]] Result<Levels> levels(const QString& column) const;
    /// Times as UTC seconds: 2026-03-01T09:30:00Z, with an offset, or a date, which means its midnight in `zone`. A time without an
    /// offset is one of `zone`, too.
    [[nodiscard]] Result<std::vector<std::int64_t>> instants(const QString& column, const QTimeZone& zone = QTimeZone::utc()) const;
    /// The same; an empty cell is a missing time.
    [[nodiscard]] Result<std::vector<std::optional<std::int64_t>>> instantsOrNone(
        const QString& column, const QTimeZone& zone = QTimeZone::utc()) const;

    /// Where a row stands in the file, as a spreadsheet counts; for errors that the mathematics found.
    [[nodiscard]] qint64 fileRow(qsizetype row) const { return m_rows.at(std::size_t(row)); }
    [[nodiscard]] Error errorAt(qsizetype row, const QString& column, const QString& sentence) const;

private:
    [[nodiscard]] Result<const QByteArrayList*> cells(const QString& column) const;

    QStringList m_columns;
    QHash<QString, QByteArrayList> m_cells; ///< UTF-8, trimmed
    std::vector<qint64> m_rows;
};

} // namespace lyceum::cli
