// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/calendar.h"

#include "cli/words.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

constexpr qsizetype kMostPeriods = 100'000;

QDate localDate(std::int64_t utc, const QTimeZone& zone)
{
    return QDateTime::fromSecsSinceEpoch(utc, zone).date();
}

QDate firstDayOf(CalendarUnit unit, const QDate& day)
{
    switch (unit) {
    case CalendarUnit::Day:
        return day;
    case CalendarUnit::Week:
        return day.addDays(1 - day.dayOfWeek());
    case CalendarUnit::Month:
        return QDate(day.year(), day.month(), 1);
    }
    return day;
}

QDate nextAfter(CalendarUnit unit, const QDate& day)
{
    return unit == CalendarUnit::Month ? day.addMonths(1) : day.addDays(unit == CalendarUnit::Week ? 7 : 1);
}

} // namespace

Option zoneOption()
{
    return {u"zone"_s, u"ZONE"_s, Cli::tr("The time zone in which days and months are cut, as Asia/Shanghai."), u"UTC"_s};
}

Option unitOption(const QString& summary)
{
    return {u"by"_s, u"month|week|day"_s, summary, u"month"_s};
}

Option untilOption(const QString& fallback)
{
    return {u"as-of"_s, u"DATE"_s, Cli::tr("Everything is known to the end of this day, or to this instant (2026-03-01T12:00:00Z)."), fallback};
}

Result<QTimeZone> zoneOf(const Arguments& arguments)
{
    const QTimeZone zone(arguments.value(u"zone"_s, u"UTC"_s).toUtf8());
    if (!zone.isValid())
        return usage(Cli::tr("--zone is the name of a time zone, as Europe/Berlin."));
    return zone;
}

Result<CalendarUnit> unitOf(const Arguments& arguments)
{
    const auto word = arguments.oneOf(u"by"_s, {u"month"_s, u"week"_s, u"day"_s});
    if (!word)
        return tl::unexpected(word.error());
    return *word == "month"_L1 ? CalendarUnit::Month : *word == "week"_L1 ? CalendarUnit::Week : CalendarUnit::Day;
}

Result<std::int64_t> untilOf(const Session& session, const QTimeZone& zone, std::int64_t last)
{
    if (!session.arguments.has(u"as-of"_s))
        return localDate(last, zone).addDays(1).startOfDay(zone).toSecsSinceEpoch();
    const auto asOf = session.asOfUtc(zone);
    if (!asOf)
        return tl::unexpected(asOf.error());
    return *asOf + 1;
}

Result<CalendarPeriods> periodsOver(CalendarUnit unit, const QTimeZone& zone, std::int64_t first, std::int64_t until)
{
    CalendarPeriods periods;
    QDate day = firstDayOf(unit, localDate(first, zone));
    periods.starts.push_back(day.startOfDay(zone).toSecsSinceEpoch());
    for (;;) {
        const QDate next = nextAfter(unit, day);
        const std::int64_t end = next.startOfDay(zone).toSecsSinceEpoch();
        if (!next.isValid() || end > until || end <= periods.starts.back())
            break;
        if (periods.names.size() == kMostPeriods)
            return failure(Error::Kind::BadInput, u"--by"_s, Cli::tr("there are too many periods; take longer ones."));
        periods.starts.push_back(end);
        periods.names.append(day.toString(unit == CalendarUnit::Month ? u"yyyy-MM"_s : u"yyyy-MM-dd"_s));
        day = next;
    }
    if (periods.names.isEmpty())
        return failure(Error::Kind::BadInput, u"--as-of"_s, Cli::tr("no period was over by then."));
    return periods;
}

Result<std::optional<QDate>> dateOf(const Arguments& arguments, const QString& option)
{
    if (!arguments.has(option))
        return std::nullopt;
    const QDate date = QDate::fromString(arguments.value(option), u"yyyy-MM-dd"_s);
    if (!date.isValid())
        return usage(Cli::tr("--%1 is a date like 2026-03-01.").arg(option));
    return date;
}

std::int64_t wallSeconds(std::int64_t utc, const QTimeZone& zone)
{
    return utc + zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(utc, Qt::UTC));
}

std::vector<analytics::ZoneOffset> offsetsOf(const QTimeZone& zone, std::int64_t from, std::int64_t until)
{
    const auto at = [](std::int64_t utc) { return QDateTime::fromSecsSinceEpoch(utc, Qt::UTC); };
    std::vector<analytics::ZoneOffset> offsets {{from, zone.offsetFromUtc(at(from))}};
    for (const QTimeZone::OffsetData& change : zone.transitions(at(from), at(until))) {
        const std::int64_t when = change.atUtc.toSecsSinceEpoch();
        if (when > offsets.back().from && change.offsetFromUtc != offsets.back().seconds)
            offsets.push_back({when, change.offsetFromUtc});
    }
    return offsets;
}

} // namespace lyceum::cli
