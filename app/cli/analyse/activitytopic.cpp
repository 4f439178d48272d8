// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/activity/activemembers.h"
#include "analytics/activity/hourgrid.h"
#include "analytics/activity/meanactivity.h"
#include "cli/analyse/analysistable.h"
#include "cli/analyse/calendar.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QJsonArray>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

struct ActivityInput {
    Levels members;
    std::vector<std::int64_t> times;
    CalendarPeriods days;
    CalendarPeriods months; ///< those of which every day is among the days; may be none
    CalendarPeriods periods; ///< for the lifecycle
    std::vector<analytics::ZoneOffset> offsets;
};

struct ActivityAnswer {
    std::vector<std::optional<std::int64_t>> daily;
    std::vector<std::optional<std::int64_t>> weekly;
    std::vector<std::optional<std::int64_t>> monthly;
    std::vector<analytics::MeanActivity> mean;
    std::vector<analytics::Stickiness> months;
    std::vector<analytics::Lifecycle> lifecycle;
    std::vector<analytics::Streak> streaks;
    analytics::HourGrid hours;
    double level = 0.95;
};

Result<ActivityInput> readActivity(const Session& session, const QTimeZone& zone, CalendarUnit unit)
{
    const Arguments& arguments = session.arguments;
    const QString memberColumn = arguments.value(u"member"_s);
    const QString atColumn = arguments.value(u"at"_s);
    const auto table = AnalysisTable::read(arguments.value(u"csv"_s), {memberColumn, atColumn});
    if (!table)
        return tl::unexpected(table.error());
    auto members = table->levels(memberColumn);
    if (!members)
        return tl::unexpected(members.error());
    auto times = table->instants(atColumn, zone);
    if (!times)
        return tl::unexpected(times.error());
    if (times->empty())
        return failure(Error::Kind::BadInput, arguments.value(u"csv"_s), Cli::tr("it has no rows."));
    const auto [first, last] = std::ranges::minmax(*times);
    const auto until = untilOf(session, zone, last);
    if (!until)
        return tl::unexpected(until.error());
    auto days = periodsOver(CalendarUnit::Day, zone, first, *until);
    if (!days)
        return tl::unexpected(days.error());
    auto periods = periodsOver(unit, zone, first, *until);
    auto months = periodsOver(CalendarUnit::Month, zone, first, *until);
    if (!months)
        months = CalendarPeriods();
    // The first month may have begun before the first day: then its stickiness is unknown.
    const auto isCut = [&](std::int64_t start) { return start < days->starts.front(); };
    if (!months->starts.empty() && isCut(months->starts.front())) {
        months->starts.erase(months->starts.begin());
        months->names.removeFirst();
    }
    if (!periods)
        periods = CalendarPeriods();
    return ActivityInput {*std::move(members), *std::move(times), *std::move(days), *std::move(months), *std::move(periods),
        offsetsOf(zone, first, *until)};
}

/// What the mathematics takes for all these is what readActivity() makes; only the size can be wrong.
tl::expected<ActivityAnswer, analytics::AnalyticsError> activityOf(const ActivityInput& input, double level)
{
    const auto& who = input.members.codes;
    const auto count = std::uint32_t(input.members.names.size());
    ActivityAnswer answer;
    answer.level = level;
    const auto dayIndex = analytics::PeriodIndex::make(input.days.starts);
    if (!dayIndex)
        return tl::unexpected(dayIndex.error());
    const auto days = analytics::ActivityGrid::make(who, input.times, count, *dayIndex);
    if (!days)
        return tl::unexpected(days.error());
    answer.daily = *analytics::activeMembers(*days, 1);
    answer.weekly = *analytics::activeMembers(*days, 7);
    answer.monthly = *analytics::activeMembers(*days, 30);
    answer.streaks = analytics::streaks(*days);
    const auto mean = analytics::meanActivity({who, input.times, count, {}, {}}, input.days.starts, level);
    if (!mean)
        return tl::unexpected(mean.error());
    answer.mean = *mean;
    if (input.months.starts.size() > 1) {
        std::vector<std::int32_t> firsts;
        for (const std::int64_t start : input.months.starts)
            firsts.push_back(dayIndex->of(start));
        const auto months = analytics::stickiness(*days, firsts, level);
        if (!months)
            return tl::unexpected(months.error());
        answer.months = *months;
    }
    if (input.periods.starts.size() > 1) {
        const auto periods = analytics::ActivityGrid::make(who, input.times, count, *analytics::PeriodIndex::make(input.periods.starts));
        if (!periods)
            return tl::unexpected(periods.error());
        answer.lifecycle = analytics::lifecycle(*periods);
    }
    const auto hours = analytics::hourGrid(input.times, input.days.starts.front(), input.days.starts.back(), input.offsets);
    if (!hours)
        return tl::unexpected(hours.error());
    answer.hours = *hours;
    return answer;
}

QJsonValue jsonCount(const std::optional<std::int64_t>& count)
{
    return count ? QJsonValue(qint64(*count)) : QJsonValue(QJsonValue::Null);
}

/// How many members have which length: [{"days","members"}], ascending.
QJsonArray jsonOf(const std::vector<analytics::Streak>& streaks, std::int32_t analytics::Streak::*length)
{
    std::map<std::int32_t, qint64> counts;
    for (const analytics::Streak& streak : streaks)
        ++counts[streak.*length];
    QJsonArray array;
    for (const auto& [days, members] : counts)
        array.append(QJsonObject {{u"days"_s, days}, {u"members"_s, members}});
    return array;
}

QJsonObject jsonOf(const ActivityInput& input, const ActivityAnswer& answer, const QTimeZone& zone, const QString& unit)
{
    QJsonArray days;
    for (std::size_t i = 0; i < answer.daily.size(); ++i) {
        days.append(QJsonObject {{u"day"_s, input.days.names.at(qsizetype(i))}, {u"dau"_s, jsonCount(answer.daily.at(i))},
            {u"wau"_s, jsonCount(answer.weekly.at(i))}, {u"mau"_s, jsonCount(answer.monthly.at(i))},
            {u"interactions"_s, qint64(answer.mean.at(i).interactions)}, {u"mean"_s, estimateJson(answer.mean.at(i).mean)}});
    }
    QJsonArray months;
    for (std::size_t i = 0; i < answer.months.size(); ++i) {
        const analytics::Stickiness& month = answer.months.at(i);
        months.append(QJsonObject {{u"month"_s, input.months.names.at(qsizetype(i))}, {u"mau"_s, qint64(month.mau)}, {u"days"_s, month.days},
            {u"daysWithActivity"_s, month.daysWithActivity}, {u"meanDau"_s, month.meanDau}, {u"stickiness"_s, estimateJson(month.share)},
            {u"stickinessOfActiveDays"_s, estimateJson(month.shareOfActiveDays)}});
    }
    QJsonArray lifecycle;
    for (const analytics::Lifecycle& period : answer.lifecycle) {
        lifecycle.append(QJsonObject {{u"period"_s, input.periods.names.at(period.period)}, {u"active"_s, qint64(period.active())},
            {u"new"_s, qint64(period.fresh)}, {u"returning"_s, qint64(period.returning)}, {u"resurrected"_s, qint64(period.resurrected)},
            {u"dormant"_s, qint64(period.dormant)}});
    }
    QJsonArray hours;
    for (int day = 0; day < 7; ++day) {
        for (int hour = 0; hour < 24; ++hour) {
            const analytics::HourGrid::Cell& cell = answer.hours.cells.at(std::size_t(day)).at(std::size_t(hour));
            QJsonValue rate(QJsonValue::Null);
            if (const auto found = analytics::hourlyRate(cell, answer.level))
                rate = QJsonObject {{u"value"_s, found->estimate}, {u"low"_s, found->low}, {u"high"_s, found->high}};
            hours.append(QJsonObject {{u"weekday"_s, day + 1}, {u"hour"_s, hour}, {u"events"_s, qint64(cell.events)}, {u"perHour"_s, rate}});
        }
    }
    std::vector<analytics::Warning> warnings;
    if (input.members.names.size() < 30)
        warnings.push_back(analytics::Warning::TooFew);
    return {{u"n"_s, input.members.names.size()}, {u"events"_s, qint64(answer.hours.events)}, {u"eventsOutside"_s, qint64(answer.hours.eventsOutside)},
        {u"method"_s, u"counts"_s}, {u"zone"_s, QString::fromUtf8(zone.id())}, {u"by"_s, unit}, {u"level"_s, answer.level}, {u"days"_s, days},
        {u"months"_s, months}, {u"lifecycle"_s, lifecycle},
        {u"streaks"_s,
            QJsonObject {{u"longest"_s, jsonOf(answer.streaks, &analytics::Streak::longest)},
                {u"current"_s, jsonOf(answer.streaks, &analytics::Streak::current)}}},
        {u"hours"_s, hours}, {u"warnings"_s, warningsJson(warnings)}};
}

QStringList linesOf(const ActivityInput& input, const ActivityAnswer& answer)
{
    const auto count = [](const std::optional<std::int64_t>& number) { return number ? QString::number(*number) : u"-"_s; };
    QStringList lines {Cli::tr("%1 members, %2 interactions").arg(input.members.names.size()).arg(answer.hours.events),
        Cli::tr("day\tDAU\tWAU\tMAU\tmean interactions")};
    for (std::size_t i = 0; i < answer.daily.size(); ++i) {
        lines.append(QStringList {input.days.names.at(qsizetype(i)), count(answer.daily.at(i)), count(answer.weekly.at(i)),
            count(answer.monthly.at(i)), answer.mean.at(i).mean ? estimateText(*answer.mean.at(i).mean) : u"-"_s}
                         .join(u'\t'));
    }
    if (!answer.months.empty())
        lines.append(Cli::tr("month\tMAU\tmean DAU\tstickiness"));
    for (std::size_t i = 0; i < answer.months.size(); ++i) {
        const analytics::Stickiness& month = answer.months.at(i);
        lines.append(QStringList {input.months.names.at(qsizetype(i)), QString::number(month.mau), textNumber(month.meanDau),
            month.share ? estimateText(*month.share) : u"-"_s}
                         .join(u'\t'));
    }
    if (!answer.lifecycle.empty())
        lines.append(Cli::tr("period\tnew\treturning\tresurrected\tdormant"));
    for (const analytics::Lifecycle& period : answer.lifecycle) {
        lines.append(QStringList {input.periods.names.at(period.period), QString::number(period.fresh), QString::number(period.returning),
            QString::number(period.resurrected), QString::number(period.dormant)}
                         .join(u'\t'));
    }
    return lines;
}

Result<ExitCode> runActivity(const Session& session)
{
    const Arguments& arguments = session.arguments;
    for (const QString& option : {u"csv"_s, u"member"_s, u"at"_s}) {
        if (const auto given = arguments.required(option); !given)
            return tl::unexpected(given.error());
    }
    const auto zone = zoneOf(arguments);
    const auto unit = unitOf(arguments);
    const auto level = levelOf(arguments);
    if (!zone)
        return tl::unexpected(zone.error());
    if (!unit)
        return tl::unexpected(unit.error());
    if (!level)
        return tl::unexpected(level.error());
    const auto input = readActivity(session, *zone, *unit);
    if (!input)
        return tl::unexpected(input.error());
    const auto answer = activityOf(*input, *level);
    if (!answer)
        return failure(Error::Kind::BadInput, arguments.value(u"csv"_s), Cli::tr("it is too large to be computed with."));
    return session.output.answer(jsonOf(*input, *answer, *zone, arguments.value(u"by"_s, u"month"_s)), linesOf(*input, *answer));
}

} // namespace

Command activityTopic()
{
    return {u"activity"_s, {}, Cli::tr("How active members are: by day, week and month, new and returning, and at what hours."),
        {u"printf 'member,at\\n1,2026-01-31T09:00:00Z\\n1,2026-02-01T10:00:00Z\\n2,2026-02-28T22:30:00Z\\n' > actions.csv && "
         "lyceum-cli analyse activity --csv actions.csv --member member --at at --zone Asia/Shanghai --json"_s},
        {csvOption(Cli::tr("A table with a header, one interaction a row.")), {u"member"_s, u"COLUMN"_s, Cli::tr("Who."), {}},
            {u"at"_s, u"COLUMN"_s, Cli::tr("When: a date, or a time."), {}},
            unitOption(Cli::tr("The periods between which members are new, returning, resurrected or dormant.")), zoneOption(),
            untilOption(Cli::tr("the day of the last interaction")), levelOption()},
        runActivity, {}};
}

} // namespace lyceum::cli
