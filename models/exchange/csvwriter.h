// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QStringList>

namespace lyceum::exchange {

struct CsvWriteOptions {
    bool byteOrderMark = true; ///< without it Excel takes Chinese for something else
    /// An apostrophe before cells that a spreadsheet would compute, numbers excepted (a number cannot do anything).
    bool formulaGuard = true;
    char delimiter = ',';
};

/**
 * Writes comma-separated values as RFC 4180 has them: UTF-8, CRLF, quotes where they are needed. What is written is what
 * CsvReader reads back, cell by cell, guards included.
 */
class CsvWriter {
public:
    /// The device is open for writing and outlives the writer. Nothing is written before the first row.
    explicit CsvWriter(QIODevice& device, const CsvWriteOptions& options = {});

    /// Error::Kind::Io when the device does not take it. A row without cells is nothing and writes nothing.
    [[nodiscard]] Result<void> write(const QStringList& cells);
    /// Hands what is left to the device; to be called once, at the end.
    [[nodiscard]] Result<void> finish();

private:
    void append(QStringView cell, bool isAlone);
    [[nodiscard]] Result<void> flush();

    QIODevice& m_device;
    CsvWriteOptions m_options;
    QByteArray m_buffer;
};

/// The rows as one text.
[[nodiscard]] QByteArray csvOf(const QList<QStringList>& rows, const CsvWriteOptions& options = {});

} // namespace lyceum::exchange
