// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvreader.h"

#include "exchange/textdecoder.h"
#include "exchange/textencoding.h"

#include <QBuffer>
#include <QSet>

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace lyceum::exchange {
namespace {

constexpr qsizetype kDetectBytes = 256 * 1024;
constexpr qsizetype kLongestRow = 64 * 1024 * 1024;
constexpr std::size_t kMostCells = 16384; // as many as a sheet of Excel has
constexpr int kDetectRows = 50;
constexpr QByteArrayView kMark("\xef\xbb\xbf");
constexpr std::array kDelimiters {',', ';', '\t'};

/// Cells of the first rows, if `delimiter` were the one; a last row that is not whole is left out.
std::vector<int> cellCounts(QByteArrayView text, char delimiter, bool isWhole)
{
    std::vector<int> counts;
    int cells = 1;
    bool quoted = false;
    bool atStart = true;
    bool isEmpty = true;
    for (qsizetype i = 0; i < text.size() && counts.size() < kDetectRows; ++i) {
        const char c = text[i];
        if (quoted) {
            quoted = c != '"';
        } else if (c == '"' && (atStart || text[i - 1] == '"')) { // a doubled quote opens again what it closed
            quoted = true;
        } else if (c == delimiter) {
            ++cells;
        } else if (c == '\n' || c == '\r') {
            if (!isEmpty)
                counts.push_back(cells);
            cells = 1;
            isEmpty = true;
            atStart = true;
            continue;
        }
        isEmpty = false;
        atStart = !quoted && c == delimiter;
    }
    if (isWhole && !isEmpty && counts.size() < kDetectRows)
        counts.push_back(cells);
    return counts;
}

/// The delimiter that gives most rows the width of the first; of several such the one with most cells.
char detectDelimiter(QByteArrayView text, bool isWhole)
{
    char best = kDelimiters.front();
    double bestShare = 0;
    int bestCells = 1;
    for (const char delimiter : kDelimiters) {
        const std::vector<int> counts = cellCounts(text, delimiter, isWhole);
        if (counts.empty() || counts.front() < 2)
            continue;
        const double share = double(std::ranges::count(counts, counts.front())) / double(counts.size());
        if (share > bestShare || (share == bestShare && counts.front() > bestCells)) {
            best = delimiter;
            bestShare = share;
            bestCells = counts.front();
        }
    }
    return best;
}

/// A byte that can part cells: not a quote, not a line end, not half a character.
bool isDelimiter(char c) { return c != '"' && c != '\n' && c != '\r' && c != '\0' && static_cast<unsigned char>(c) < 0x80; }

/// "sep=;" alone on the first line, as Excel writes and obeys it. The length of the line with its end, or 0.
qsizetype separatorLine(QByteArrayView text, char& delimiter)
{
    if (text.size() < 5 || !text.startsWith("sep="))
        return 0;
    qsizetype end = 5;
    if (end < text.size() && text[end] == '\r')
        ++end;
    if (end < text.size() && text[end] == '\n')
        ++end;
    if (end == 5 && text.size() > 5)
        return 0;
    if (!isDelimiter(text[4]))
        return 0;
    delimiter = text[4];
    return end;
}

} // namespace

bool looksLikeFormula(QStringView cell)
{
    while (cell.startsWith(u'\''))
        cell = cell.sliced(1);
    return !cell.isEmpty() && u"=+-@\t\r"_s.contains(cell.front());
}

Result<std::unique_ptr<CsvReader>> CsvReader::open(QIODevice& device, const CsvReadOptions& options)
{
    return start(device, options, nullptr);
}

Result<std::unique_ptr<CsvReader>> CsvReader::open(const QByteArray& bytes, const CsvReadOptions& options)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    QIODevice& device = *buffer;
    return start(device, options, std::move(buffer));
}

Result<std::unique_ptr<CsvReader>> CsvReader::start(QIODevice& device, const CsvReadOptions& options, std::unique_ptr<QIODevice> owned)
{
    if (!device.isReadable())
        return failure(Error::Kind::Io, {}, u"The device is not open for reading"_s);
    if (options.delimiter && !isDelimiter(*options.delimiter))
        return failure(Error::Kind::BadInput, {}, u"That cannot part cells"_s);
    QByteArray head;
    while (head.size() < kDetectBytes) {
        const QByteArray more = device.read(kDetectBytes - head.size());
        if (more.isEmpty())
            break;
        head += more;
    }
    const Result<TextEncoding> detected = detectEncoding(head, device);
    if (!detected)
        return tl::unexpected(detected.error());
    // A mark is not text, even where a person names the encoding.
    const bool isNamed = !options.encoding.isEmpty() && options.encoding.compare(detected->name, Qt::CaseInsensitive) != 0;
    head.remove(0, isNamed ? 0 : detected->markBytes);
    const QString encoding = options.encoding.isEmpty() ? detected->name : options.encoding;

    auto decoder = TextDecoder::open(device, std::move(head), encoding);
    if (!decoder)
        return tl::unexpected(decoder.error());
    std::unique_ptr<CsvReader> reader(new CsvReader(options, std::move(*decoder), std::move(owned)));
    reader->m_encoding = encoding;
    if (Result<void> begun = reader->begin(options); !begun)
        return tl::unexpected(begun.error());
    return reader;
}

CsvReader::CsvReader(const CsvReadOptions& options, std::unique_ptr<TextDecoder> decoder, std::unique_ptr<QIODevice> owned)
    : m_options(options)
    , m_owned(std::move(owned))
    , m_decoder(std::move(decoder))
{
    m_options.chunkBytes = std::max<qsizetype>(1, options.chunkBytes);
}

CsvReader::~CsvReader() = default;

Result<void> CsvReader::begin(const CsvReadOptions& options)
{
    // Enough for the delimiter; an error in it belongs to a row and is met again, with its place, when that row is read.
    while (!m_ended && m_text.size() < 64 * 1024) {
        const Result<void> filled = fill();
        if (!filled && filled.error().kind != Error::Kind::BadInput)
            return filled;
        if (!filled)
            break;
    }
    m_position = separatorLine(m_text, m_delimiter);
    if (options.delimiter)
        m_delimiter = *options.delimiter;
    else if (m_position == 0)
        m_delimiter = detectDelimiter(m_text, m_ended);
    return options.hasHeader ? readHeader() : Result<void>();
}

Result<void> CsvReader::readHeader()
{
    const Result<bool> found = scanRow();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return failure(Error::Kind::BadInput, u"row 1"_s, u"there is no header row."_s);
    QStringList names;
    QSet<QString> seen;
    for (int i = 0; i < cells(); ++i) {
        const QString name = text(i).trimmed();
        if (!name.isEmpty() && seen.contains(name))
            return tl::unexpected(errorAt(i, u"two columns have this name."_s));
        seen.insert(name);
        names += name;
    }
    m_header = std::move(names);
    return {};
}

std::optional<int> CsvReader::column(const QString& name) const
{
    const qsizetype index = name.isEmpty() ? -1 : m_header.indexOf(name);
    return index < 0 ? std::nullopt : std::optional(int(index));
}

Result<bool> CsvReader::next()
{
    const Result<bool> found = scanRow();
    if (!found || !*found || m_header.isEmpty())
        return found;
    for (int i = int(m_header.size()); i < cells(); ++i) {
        if (!utf8(i).isEmpty())
            return tl::unexpected(errorAt(i, u"the header has no column for this cell."_s));
    }
    return true;
}

Result<bool> CsvReader::scanRow()
{
    m_cells.clear();
    for (;;) {
        const Scan outcome = m_position == m_text.size() && !m_ended ? Scan::NeedsMore : scan();
        switch (outcome) {
        case Scan::NeedsMore:
            if (Result<void> filled = fill(); !filled) {
                const bool isPlaced = filled.error().kind == Error::Kind::BadInput;
                return tl::unexpected(isPlaced ? errorIn(m_row + 1, cells(), filled.error().detail) : filled.error());
            }
            continue;
        case Scan::NeverClosed:
            return tl::unexpected(errorIn(m_row + 1, cells(), u"a quote is never closed."_s));
        case Scan::TooLarge:
            return tl::unexpected(errorIn(m_row + 1, cells(), u"the row is too large."_s));
        case Scan::Complete:
            break;
        }
        if (m_position == m_text.size()) {
            m_cells.clear();
            return false;
        }
        const bool isBlank = m_cells.size() == 1 && m_text.at(m_position) != '"' && m_cells.front().begin == m_cells.front().end;
        m_position = m_next;
        ++m_row;
        if (isBlank)
            continue;
        takeOutQuotes();
        return true;
    }
}

/// Finds the cells of the row at m_position. Looks only at bytes below 0x80, which in UTF-8 are never part of another character.
CsvReader::Scan CsvReader::scan()
{
    const char* const data = m_text.constData();
    const qsizetype size = m_text.size();
    qsizetype at = m_position;
    m_cells.clear();
    for (;;) {
        Cell cell {at, at, false};
        if (at < size && data[at] == '"') {
            qsizetype close = at;
            for (;;) {
                const void* const quote = std::memchr(data + close + 1, '"', static_cast<std::size_t>(size - close - 1));
                if (!quote)
                    return m_ended ? Scan::NeverClosed : Scan::NeedsMore;
                close = static_cast<const char*>(quote) - data;
                if (close + 1 == size && !m_ended)
                    return Scan::NeedsMore; // the first half of a doubled quote, perhaps
                if (close + 1 == size || data[close + 1] != '"')
                    break;
                ++close;
                cell.isRaw = true;
            }
            at = plainEnd(close + 1);
            cell.isRaw = cell.isRaw || at > close + 1;
            cell.begin = cell.isRaw ? cell.begin : cell.begin + 1;
            cell.end = cell.isRaw ? at : close;
        } else {
            at = plainEnd(at);
            cell.end = at;
        }
        if (at == size && !m_ended)
            return Scan::NeedsMore;
        if (m_cells.size() == kMostCells)
            return Scan::TooLarge;
        m_cells.push_back(cell);
        if (at == size)
            break;
        if (data[at] == m_delimiter) {
            ++at;
            continue;
        }
        if (data[at] == '\r') {
            if (at + 1 == size && !m_ended)
                return Scan::NeedsMore;
            if (at + 1 < size && data[at + 1] == '\n')
                ++at;
        }
        ++at;
        break;
    }
    m_next = at;
    return Scan::Complete;
}

/// The first delimiter or line end from there on, or the end of the text.
qsizetype CsvReader::plainEnd(qsizetype from) const
{
    const char* const data = m_text.constData();
    const qsizetype size = m_text.size();
    const char delimiter = m_delimiter;
    while (from < size && data[from] != delimiter && data[from] != '\n' && data[from] != '\r')
        ++from;
    return from;
}

/// Drops the rows that were read and appends more text: as much again as is there, so that a long row is not scanned too often.
Result<void> CsvReader::fill()
{
    if (m_position > 0) {
        m_text.remove(0, m_position);
        m_position = 0;
    }
    if (m_text.size() > kLongestRow)
        return failure(Error::Kind::BadInput, {}, u"the row is too large."_s);
    const Result<bool> more = m_decoder->read(m_text, std::max(m_options.chunkBytes, m_text.size()));
    if (!more)
        return tl::unexpected(more.error());
    m_ended = !*more;
    return {};
}

void CsvReader::takeOutQuotes()
{
    for (Cell& cell : m_cells) {
        if (!cell.isRaw)
            continue;
        cell.isRaw = false;
        char* const data = m_text.data();
        qsizetype out = cell.begin;
        qsizetype in = cell.begin + 1;
        for (bool quoted = true; in < cell.end; ++in) {
            if (quoted && data[in] == '"') {
                const bool isDoubled = in + 1 < cell.end && data[in + 1] == '"';
                if (!isDoubled) {
                    quoted = false;
                    continue;
                }
                ++in;
            }
            data[out++] = data[in];
        }
        cell.end = out;
    }
}

QByteArrayView CsvReader::utf8(int column) const
{
    if (column < 0 || column >= cells())
        return {};
    const Cell& cell = m_cells[std::size_t(column)];
    return QByteArrayView(m_text).sliced(cell.begin, cell.end - cell.begin);
}

QString CsvReader::text(int column) const
{
    QByteArrayView bytes = utf8(column);
    if (bytes.isEmpty())
        return {};
    QString text;
    while (bytes.startsWith(kMark)) { // fromUtf8 would take it for a byte order mark and drop it
        text += QChar(QChar::ByteOrderMark);
        bytes = bytes.sliced(kMark.size());
    }
    text = text.isEmpty() ? QString::fromUtf8(bytes) : text + QString::fromUtf8(bytes);
    if (m_options.removeFormulaGuard && text.front() == u'\'' && looksLikeFormula(text))
        text.remove(0, 1);
    return text;
}

QStringList CsvReader::texts() const
{
    QStringList all;
    const int count = m_header.isEmpty() ? cells() : int(m_header.size());
    all.reserve(count);
    for (int i = 0; i < count; ++i)
        all += text(i);
    return all;
}

Error CsvReader::errorAt(int column, const QString& detail) const { return errorIn(m_row, column, detail); }

Error CsvReader::errorIn(qint64 row, int column, const QString& detail) const
{
    const QString name = column < m_header.size() ? m_header.at(column) : QString();
    return {Error::Kind::BadInput, u"row %1, column %2"_s.arg(row).arg(name.isEmpty() ? QString::number(column + 1) : name), detail};
}

} // namespace lyceum::exchange
