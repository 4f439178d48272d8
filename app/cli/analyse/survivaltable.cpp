// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/survivaltable.h"

#include "cli/words.h"
#include "exchange/csvreader.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

std::optional<double> numberIn(QByteArrayView cell)
{
    bool isNumber = false;
    const double number = cell.trimmed().toDouble(&isNumber); // the C locale, whatever the system's
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<bool> eventIn(QByteArrayView cell)
{
    const QByteArray word = cell.trimmed().toByteArray().toLower();
    if (word == "1" || word == "true" || word == "yes")
        return true;
    if (word == "0" || word == "false" || word == "no")
        return false;
    return std::nullopt;
}

Result<int> columnNamed(const exchange::CsvReader& reader, const QString& name)
{
    const auto column = reader.column(name);
    if (!column)
        return failure(Error::Kind::BadInput, u"column %1"_s.arg(name), Cli::tr("there is no such column."));
    return *column;
}

/// A number in [0, infinity).
Result<double> timeIn(const exchange::CsvReader& reader, int column)
{
    const auto number = numberIn(reader.utf8(column));
    if (!number)
        return tl::unexpected(reader.errorAt(column, Cli::tr("this is not a number with a decimal point.")));
    if (*number < 0)
        return tl::unexpected(reader.errorAt(column, Cli::tr("a time is not below zero.")));
    return *number;
}

/// Numbers the groups in the order people expect, instead of the order in which they were met.
void sortGroups(SurvivalTable& table)
{
    std::vector<std::uint32_t> order(std::size_t(table.names.size()));
    std::iota(order.begin(), order.end(), 0U);
    const bool areNumbers = std::ranges::all_of(table.names, [](const QString& name) { return numberIn(name.toUtf8()).has_value(); });
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        const QString& left = table.names.at(a);
        const QString& right = table.names.at(b);
        if (areNumbers) {
            const double difference = *numberIn(left.toUtf8()) - *numberIn(right.toUtf8());
            if (difference != 0)
                return difference < 0;
        }
        return left < right;
    });
    QStringList sorted;
    std::vector<std::uint32_t> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted.append(table.names.at(order.at(i)));
        place.at(order.at(i)) = std::uint32_t(i);
    }
    table.names = sorted;
    for (std::uint32_t& group : table.groups)
        group = place.at(group);
}

} // namespace

SurvivalTable SurvivalTable::only(std::uint32_t group) const
{
    SurvivalTable part;
    part.names = {names.at(group)};
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (groups.at(i) != group)
            continue;
        part.times.push_back(times.at(i));
        part.events.push_back(events.at(i));
        if (!entries.empty())
            part.entries.push_back(entries.at(i));
        part.groups.push_back(0);
        part.rows.push_back(rows.at(i));
    }
    return part;
}

Result<SurvivalTable> readSurvivalTable(QIODevice& device, const SurvivalColumns& columns)
{
    const auto opened = exchange::CsvReader::open(device);
    if (!opened)
        return tl::unexpected(opened.error());
    exchange::CsvReader& reader = **opened;

    int timeAt = 0;
    int eventAt = 0;
    int entryAt = -1;
    int groupAt = -1;
    for (const auto& [name, at] : {std::pair(columns.time, &timeAt), std::pair(columns.event, &eventAt), std::pair(columns.entry, &entryAt),
             std::pair(columns.group, &groupAt)}) {
        if (name.isEmpty())
            continue;
        const auto column = columnNamed(reader, name);
        if (!column)
            return tl::unexpected(column.error());
        *at = *column;
    }

    SurvivalTable table;
    QHash<QString, std::uint32_t> groupOf;
    if (groupAt < 0)
        table.names = {QString()};
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        const auto time = timeIn(reader, timeAt);
        if (!time)
            return tl::unexpected(time.error());
        const auto event = eventIn(reader.utf8(eventAt));
        if (!event)
            return tl::unexpected(reader.errorAt(eventAt, Cli::tr("an event is 1 or 0, true or false, yes or no.")));
        if (entryAt >= 0) {
            const auto entry = timeIn(reader, entryAt);
            if (!entry)
                return tl::unexpected(entry.error());
            if (*entry >= *time)
                return tl::unexpected(reader.errorAt(entryAt, Cli::tr("an entry is before its time.")));
            table.entries.push_back(*entry);
        }
        std::uint32_t group = 0;
        if (groupAt >= 0) {
            const QString name = reader.text(groupAt).trimmed();
            const auto known = groupOf.constFind(name);
            group = known != groupOf.cend() ? *known : std::uint32_t(table.names.size());
            if (known == groupOf.cend()) {
                groupOf.insert(name, group);
                table.names.append(name);
            }
        }
        table.times.push_back(*time);
        table.events.push_back(*event ? 1 : 0);
        table.groups.push_back(group);
        table.rows.push_back(reader.row());
    }
    sortGroups(table);
    return table;
}

} // namespace lyceum::cli
