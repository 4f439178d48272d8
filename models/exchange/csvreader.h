// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace lyceum::exchange {

class TextDecoder;

struct CsvReadOptions {
    QString encoding; ///< as ICU knows it; empty: detect
    std::optional<char> delimiter; ///< absent: the one of , ; and tab that the first rows agree on
    bool hasHeader = true;
    /// Takes off the apostrophe that exports put before a cell beginning with = + - @ so that no spreadsheet computes it.
    bool removeFormulaGuard = true;
    qsizetype chunkBytes = 256 * 1024; ///< read at a time, at least 1
};

/**
 * Reads comma-separated values row by row, in memory for one piece of the file and one row.
 *
 * RFC 4180, and what is found in the wild: line ends LF, CRLF and CR, also mixed; a byte order mark; any encoding ICU knows; semicolons
 * and tabs; Excel's first line "sep=;"; quotes inside an unquoted cell (taken as they are); text behind a closing quote (appended);
 * rows shorter than the header (the missing cells are empty); empty lines (skipped); a last line without an end.
 * Refused, with row and column: bytes that mean nothing in the encoding, a quote that is never closed, a row with more cells than
 * the header unless the further ones are empty, two columns of one name, a row above 64 MiB or 16 384 cells.
 *
 * Rows are counted as a spreadsheet shows them: the header is row 1, empty lines count, a line end inside quotes does not.
 */
class CsvReader {
public:
    /// Detects, and reads the header. The device is open for reading, gives what it has without waiting for more, and outlives the reader.
    [[nodiscard]] static Result<std::unique_ptr<CsvReader>> open(QIODevice& device, const CsvReadOptions& options = {});
    [[nodiscard]] static Result<std::unique_ptr<CsvReader>> open(const QByteArray& bytes, const CsvReadOptions& options = {});
    ~CsvReader();

    [[nodiscard]] const QString& encoding() const { return m_encoding; }
    [[nodiscard]] char delimiter() const { return m_delimiter; }
    /// Names of the columns, trimmed; empty without a header.
    [[nodiscard]] const QStringList& header() const { return m_header; }
    /// Where the column of that name is. An unnamed column has no name to be found by.
    [[nodiscard]] std::optional<int> column(const QString& name) const;

    /// Goes to the next row; false at the end. After an error the reader stays where it is.
    [[nodiscard]] Result<bool> next();
    [[nodiscard]] qint64 row() const { return m_row; } ///< number of the present row, from 1
    [[nodiscard]] int cells() const { return int(m_cells.size()); }
    /// A cell of the present row; empty beyond its last. Valid until next().
    [[nodiscard]] QByteArrayView utf8(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QStringList texts() const; ///< as many as the header has columns, else as the row has cells

    /// BadInput about a cell of the present row, for whoever finds its value wrong: `subject` is "row 12, column email".
    [[nodiscard]] Error errorAt(int column, const QString& detail) const;

private:
    enum class Scan { Complete, NeedsMore, NeverClosed, TooLarge };

    struct Cell {
        qsizetype begin;
        qsizetype end;
        bool isRaw; ///< quotes are still in it, to be taken out once the row is whole
    };

    CsvReader(const CsvReadOptions& options, std::unique_ptr<TextDecoder> decoder, std::unique_ptr<QIODevice> owned);
    [[nodiscard]] static Result<std::unique_ptr<CsvReader>> start(QIODevice& device, const CsvReadOptions& options, std::unique_ptr<QIODevice> owned);
    [[nodiscard]] Result<void> begin(const CsvReadOptions& options);
    [[nodiscard]] Result<void> readHeader();
    [[nodiscard]] Result<bool> scanRow(); ///< the next row that is not empty, whatever its width
    [[nodiscard]] Scan scan();
    [[nodiscard]] qsizetype plainEnd(qsizetype from) const;
    [[nodiscard]] Result<void> fill();
    void takeOutQuotes();
    [[nodiscard]] Error errorIn(qint64 row, int column, const QString& detail) const;

    CsvReadOptions m_options;
    std::unique_ptr<QIODevice> m_owned;
    std::unique_ptr<TextDecoder> m_decoder;
    QString m_encoding;
    QStringList m_header;
    QByteArray m_text; ///< UTF-8, from somewhere before m_position on
    qsizetype m_position = 0; ///< of the row to be scanned next
    qsizetype m_next = 0; ///< behind the row that was scanned
    std::vector<Cell> m_cells;
    qint64 m_row = 0;
    char m_delimiter = ',';
    bool m_ended = false; ///< m_text holds all that is left
};

/// Whether a spreadsheet could take a cell for a formula, or a guard stands before such a cell: = + - @ tab or CR after any apostrophes.
[[nodiscard]] bool looksLikeFormula(QStringView cell);

} // namespace lyceum::exchange
