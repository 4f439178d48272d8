// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/analysistable.h"

#include "cli/words.h"
#include "exchange/csvreader.h"

#include <QDateTime>
#include <QFile>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

std::optional<double> numberIn(const QByteArray& cell)
{
    bool isNumber = false;
    const double number = cell.toDouble(&isNumber); // the C locale, whatever the system's
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<std::uint8_t> flagIn(const QByteArray& cell)
{
    const QByteArray word = cell.toLower();
    if (word == "1" || word == "true" || word == "yes")
        return 1;
    if (word == "0" || word == "false" || word == "no")
        return 0;
    return std::nullopt;
}

std::optional<std::int64_t> instantIn(const QByteArray& cell, const QTimeZone& zone)
{
    const QString text = QString::fromUtf8(cell);
    if (!text.contains(u'T') && !text.contains(u' ')) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? std::optional(date.startOfDay(zone).toSecsSinceEpoch()) : std::nullopt;
    }
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (time.timeSpec() == Qt::LocalTime) // no zone is written: never the machine's own
        time.setTimeZone(zone);
    return time.isValid() ? std::optional(time.toSecsSinceEpoch()) : std::nullopt;
}

Error missingColumn(const QString& column)
{
    return {Error::Kind::BadInput, u"column %1"_s.arg(column), Cli::tr("there is no such column.")};
}

bool isIn(double number, const Domain& domain)
{
    return number >= domain.low && number <= domain.high && (!domain.whole || number == std::floor(number));
}

QString domainSentence(const Domain& domain)
{
    const bool hasLow = std::isfinite(domain.low);
    const bool hasHigh = std::isfinite(domain.high);
    const QString low = QString::number(domain.low);
    const QString high = QString::number(domain.high);
    if (domain.whole && !hasLow && !hasHigh)
        return Cli::tr("this is not a whole number.");
    if (hasLow && hasHigh)
        return domain.whole ? Cli::tr("this is not a whole number from %1 to %2.").arg(low, high)
                            : Cli::tr("this is not a number from %1 to %2.").arg(low, high);
    if (hasLow)
        return domain.whole ? Cli::tr("this is not a whole number from %1 on.").arg(low) : Cli::tr("this is below %1.").arg(low);
    return Cli::tr("this is above %1.").arg(high);
}

} // namespace

Result<AnalysisTable> AnalysisTable::read(const QString& path, const QStringList& columns)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::BadInput, path, file.errorString());
    const auto opened = exchange::CsvReader::open(file);
    if (!opened)
        return tl::unexpected(opened.error());
    exchange::CsvReader& reader = **opened;
    for (const QString& name : columns) {
        if (!name.isEmpty() && !reader.column(name))
            return tl::unexpected(missingColumn(name));
    }

    AnalysisTable table;
    std::vector<std::pair<int, QByteArrayList*>> kept;
    for (const QString& name : reader.header()) {
        if (!name.isEmpty() && (columns.isEmpty() || columns.contains(name)))
            table.m_columns.append(name);
    }
    for (const QString& name : std::as_const(table.m_columns))
        table.m_cells.insert(name, {});
    for (const QString& name : std::as_const(table.m_columns))
        kept.emplace_back(*reader.column(name), &table.m_cells[name]);
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return table;
        for (const auto& [column, cells] : kept)
            cells->append(reader.utf8(column).trimmed().toByteArray());
        table.m_rows.push_back(reader.row());
    }
}

Result<std::vector<double>> AnalysisTable::numbers(const QString& column, Domain domain) const
{
    const auto found = numbersOrNone(column, domain);
    if (!found)
        return tl::unexpected(found.error());
    std::vector<double> numbers;
    numbers.reserve(found->size());
    for (const std::optional<double>& number : *found) {
        if (!number)
            return tl::unexpected(errorAt(qsizetype(numbers.size()), column, Cli::tr("this is empty.")));
        numbers.push_back(*number);
    }
    return numbers;
}

Result<std::vector<std::optional<double>>> AnalysisTable::numbersOrNone(const QString& column, Domain domain) const
{
    const auto found = cells(column);
    if (!found)
        return tl::unexpected(found.error());
    std::vector<std::optional<double>> numbers;
    numbers.reserve(std::size_t((*found)->size()));
    for (const QByteArray& cell : **found) {
        const qsizetype row = qsizetype(numbers.size());
        if (cell.isEmpty()) {
            numbers.push_back(std::nullopt);
            continue;
        }
        const auto number = numberIn(cell);
        if (!number)
            return tl::unexpected(errorAt(row, column, Cli::tr("this is not a number with a decimal point.")));
        if (!isIn(*number, domain))
            return tl::unexpected(errorAt(row, column, domainSentence(domain)));
        numbers.push_back(number);
    }
    return numbers;
}

Result<std::vector<std::int64_t>> AnalysisTable::wholeNumbers(const QString& column, std::int64_t low, std::int64_t high) const
{
    constexpr std::int64_t kExact = std::int64_t(1) << 53U;
    const auto found = numbers(column, {double(std::max(low, -kExact)), double(std::min(high, kExact)), /*whole=*/true});
    if (!found)
        return tl::unexpected(found.error());
    std::vector<std::int64_t> numbers;
    numbers.reserve(found->size());
    for (const double number : *found)
        numbers.push_back(std::int64_t(number));
    return numbers;
}

Result<std::vector<std::uint8_t>> AnalysisTable::flags(const QString& column) const
{
    const auto found = cells(column);
    if (!found)
        return tl::unexpected(found.error());
    std::vector<std::uint8_t> flags;
    flags.reserve(std::size_t((*found)->size()));
    for (const QByteArray& cell : **found) {
        const auto flag = flagIn(cell);
        if (!flag)
            return tl::unexpected(errorAt(qsizetype(flags.size()), column, Cli::tr("this is not 1 or 0, true or false, yes or no.")));
        flags.push_back(*flag);
    }
    return flags;
}

Result<QStringList> AnalysisTable::texts(const QString& column) const
{
    const auto found = cells(column);
    if (!found)
        return tl::unexpected(found.error());
    QStringList texts;
    texts.reserve((*found)->size());
    for (const QByteArray& cell : **found)
        texts.append(QString::fromUtf8(cell));
    return texts;
}

Result<Levels> AnalysisTable::levels(const QString& column) const
{
    const auto found = cells(column);
    if (!found)
        return tl::unexpected(found.error());
    QHash<QByteArray, std::uint32_t> codeOf;
    Levels levels;
    levels.codes.reserve(std::size_t((*found)->size()));
    QByteArrayList met;
    for (const QByteArray& cell : **found) {
        const auto known = codeOf.constFind(cell);
        levels.codes.push_back(known != codeOf.cend() ? *known : std::uint32_t(met.size()));
        if (known == codeOf.cend()) {
            codeOf.insert(cell, std::uint32_t(met.size()));
            met.append(cell);
        }
    }
    std::vector<std::uint32_t> order(std::size_t(met.size()));
    std::iota(order.begin(), order.end(), 0U);
    const bool areNumbers = std::ranges::all_of(met, [](const QByteArray& name) { return numberIn(name).has_value(); });
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        if (areNumbers && *numberIn(met.at(a)) != *numberIn(met.at(b)))
            return *numberIn(met.at(a)) < *numberIn(met.at(b));
        return QString::fromUtf8(met.at(a)) < QString::fromUtf8(met.at(b));
    });
    std::vector<std::uint32_t> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        place.at(order.at(i)) = std::uint32_t(i);
        levels.names.append(QString::fromUtf8(met.at(order.at(i))));
    }
    for (std::uint32_t& code : levels.codes)
        code = place.at(code);
    return levels;
}

Result<std::vector<std::int64_t>> AnalysisTable::instants(const QString& column, const QTimeZone& zone) const
{
    const auto found = instantsOrNone(column, zone);
    if (!found)
        return tl::unexpected(found.error());
    std::vector<std::int64_t> instants;
    instants.reserve(found->size());
    for (const std::optional<std::int64_t>& instant : *found) {
        if (!instant)
            return tl::unexpected(errorAt(qsizetype(instants.size()), column, Cli::tr("this is empty.")));
        instants.push_back(*instant);
    }
    return instants;
}

Result<std::vector<std::optional<std::int64_t>>> AnalysisTable::instantsOrNone(const QString& column, const QTimeZone& zone) const
{
    const auto found = cells(column);
    if (!found)
        return tl::unexpected(found.error());
    std::vector<std::optional<std::int64_t>> instants;
    instants.reserve(std::size_t((*found)->size()));
    for (const QByteArray& cell : **found) {
        const auto instant = cell.isEmpty() ? std::nullopt : instantIn(cell, zone);
        if (!instant && !cell.isEmpty())
            return tl::unexpected(errorAt(
                qsizetype(instants.size()), column, Cli::tr("this is not a date (2026-03-01) or a time (2026-03-01T09:30:00Z).")));
        instants.push_back(instant);
    }
    return instants;
}

Error AnalysisTable::errorAt(qsizetype row, const QString& column, const QString& sentence) const
{
    return {Error::Kind::BadInput, u"row %1, column %2"_s.arg(QString::number(fileRow(row)), column), sentence};
}

Result<const QByteArrayList*> AnalysisTable::cells(const QString& column) const
{
    const auto found = m_cells.constFind(column);
    if (found == m_cells.cend())
        return tl::unexpected(missingColumn(column));
    return &*found;
}

} // namespace lyceum::cli
