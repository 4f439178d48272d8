// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvwriter.h"

#include "exchange/csvreader.h"

#include <QBuffer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::exchange {
namespace {

constexpr qsizetype kFlushBytes = 64 * 1024;

/// A sign at most, digits, at most one point, at most one exponent.
bool isNumber(QStringView cell)
{
    const auto skipDigits = [&cell] {
        const qsizetype before = cell.size();
        while (!cell.isEmpty() && cell.front() >= u'0' && cell.front() <= u'9')
            cell = cell.sliced(1);
        return cell.size() < before;
    };
    const auto skipSign = [&cell] {
        if (!cell.isEmpty() && (cell.front() == u'+' || cell.front() == u'-'))
            cell = cell.sliced(1);
    };
    skipSign();
    bool hasDigits = skipDigits();
    if (!cell.isEmpty() && cell.front() == u'.') {
        cell = cell.sliced(1);
        hasDigits = skipDigits() || hasDigits;
    }
    if (!hasDigits)
        return false;
    if (!cell.isEmpty() && (cell.front() == u'e' || cell.front() == u'E')) {
        cell = cell.sliced(1);
        skipSign();
        if (!skipDigits())
            return false;
    }
    return cell.isEmpty();
}

} // namespace

CsvWriter::CsvWriter(QIODevice& device, const CsvWriteOptions& options)
    : m_device(device)
    , m_options(options)
{
    if (options.byteOrderMark)
        m_buffer = "\xef\xbb\xbf";
}

void CsvWriter::append(QStringView cell, bool isAlone)
{
    const bool isGuarded = m_options.formulaGuard && looksLikeFormula(cell) && !isNumber(cell);
    const auto needsQuotes = [this](QChar c) {
        return c == u'"' || c == u'\n' || c == u'\r' || c == QLatin1Char(m_options.delimiter);
    };
    // Read back, an empty line would be no row, and a mark or "sep=" at the very start no text.
    const bool isQuoted = std::ranges::any_of(cell, needsQuotes) || (isAlone && cell.isEmpty()) || cell.startsWith(QChar(0xfeff))
        || cell.startsWith(u"sep=");
    if (isQuoted)
        m_buffer += '"';
    if (isGuarded)
        m_buffer += '\'';
    if (isQuoted)
        m_buffer += cell.toString().replace(u'"', u"\"\""_s).toUtf8() + '"';
    else
        m_buffer += cell.toUtf8();
}

Result<void> CsvWriter::write(const QStringList& cells)
{
    if (cells.isEmpty())
        return {};
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_buffer += m_options.delimiter;
        append(cells[i], cells.size() == 1);
    }
    m_buffer += "\r\n";
    return m_buffer.size() < kFlushBytes ? Result<void>() : flush();
}

Result<void> CsvWriter::flush()
{
    qsizetype done = 0;
    while (done < m_buffer.size()) {
        const qint64 taken = m_device.write(m_buffer.constData() + done, m_buffer.size() - done);
        if (taken <= 0)
            return failure(Error::Kind::Io, {}, m_device.errorString());
        done += taken;
    }
    m_buffer.clear();
    return {};
}

Result<void> CsvWriter::finish() { return flush(); }

QByteArray csvOf(const QList<QStringList>& rows, const CsvWriteOptions& options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer, options);
    for (const QStringList& row : rows) {
        [[maybe_unused]] const Result<void> written = writer.write(row);
        Q_ASSERT(written); // memory takes everything
    }
    [[maybe_unused]] const Result<void> finished = writer.finish();
    Q_ASSERT(finished);
    return buffer.data();
}

} // namespace lyceum::exchange
