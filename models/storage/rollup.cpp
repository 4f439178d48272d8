// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rollup.h"

#include <algorithm>
#include <map>
#include <utility>

namespace lyceum::storage {
namespace {

constexpr qint64 kAnyActivity = 0; // the `kind` under which activity_day counts all activity and its members

Result<void> addToDay(Connection& connection, qint64 day, qint64 kind, qint64 events, qint64 members)
{
    auto statement = connection.cached("INSERT INTO activity_day (day, kind, events, members) VALUES (?, ?, ?, ?)"
                                       " ON CONFLICT (day, kind) DO UPDATE SET events = events + excluded.events,"
                                       " members = members + excluded.members");
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->bind(1, day).bind(2, kind).bind(3, events).bind(4, members);
    if (auto added = (*statement)->run(); !added || (events >= 0 && members >= 0))
        return added;
    // A day on which nothing is left has no row, as if nothing had ever been.
    auto emptied = connection.cached("DELETE FROM activity_day WHERE day = ? AND kind = ? AND events = 0 AND members = 0");
    if (!emptied)
        return tl::unexpected(emptied.error());
    (*emptied)->bind(1, day).bind(2, kind);
    return (*emptied)->run();
}

Result<qint64> eventsOfMemberDay(Connection& connection, qint64 member, qint64 day)
{
    auto statement = connection.cached("SELECT events FROM member_day WHERE member_id = ? AND day = ?");
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->bind(1, member).bind(2, day);
    const auto row = (*statement)->step();
    if (!row)
        return tl::unexpected(row.error());
    const qint64 events = *row ? (*statement)->integer(0) : 0;
    (*statement)->reset();
    return events;
}

Result<void> setMemberDay(Connection& connection, qint64 member, qint64 day, qint64 events)
{
    auto statement = events > 0
        ? connection.cached("INSERT INTO member_day (member_id, day, events) VALUES (?, ?, ?)"
                            " ON CONFLICT (member_id, day) DO UPDATE SET events = excluded.events")
        : connection.cached("DELETE FROM member_day WHERE member_id = ? AND day = ?");
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->bind(1, member).bind(2, day);
    if (events > 0)
        (*statement)->bind(3, events);
    return (*statement)->run();
}

struct DayCount {
    qint64 events = 0;
    qint64 members = 0;
    friend bool operator==(const DayCount&, const DayCount&) = default;
};

/// What the roll-ups should say, member by member: `memberDay(member, day, events)` in key order, then the totals of the days.
Result<std::map<std::pair<qint64, qint64>, DayCount>> countEvents(
    Connection& connection, const LocalDays& days, const std::function<Result<void>(qint64, qint64, qint64)>& memberDay)
{
    auto events = connection.prepare("SELECT member_id, at, kind FROM event ORDER BY member_id, at");
    if (!events)
        return tl::unexpected(events.error());
    std::map<std::pair<qint64, qint64>, DayCount> totals;
    qint64 member = 0;
    qint64 day = 0;
    qint64 count = 0;
    const auto finishDay = [&]() -> Result<void> {
        if (count == 0)
            return {};
        ++totals[{day, kAnyActivity}].members;
        const qint64 counted = std::exchange(count, 0);
        return memberDay(member, day, counted);
    };
    for (;;) {
        const auto row = events->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        const qint64 at = events->integer(1);
        const qint64 kind = events->integer(2);
        const qint64 dayOfEvent = days.dayOf(at);
        ++totals[{dayOfEvent, kind}].events;
        if (!isActivity(EventKind(kind)))
            continue;
        if (events->integer(0) != member || dayOfEvent != day) {
            if (auto finished = finishDay(); !finished)
                return tl::unexpected(finished.error());
            member = events->integer(0);
            day = dayOfEvent;
        }
        ++totals[{dayOfEvent, kAnyActivity}].events;
        ++count;
    }
    if (auto finished = finishDay(); !finished)
        return tl::unexpected(finished.error());
    return totals;
}

} // namespace

ActivityRollup::ActivityRollup(LocalDays days)
    : m_days(std::move(days))
{
}

void ActivityRollup::count(EventKind kind, qint64 member, qint64 atUtc, int delta)
{
    const qint64 day = m_days.dayOf(atUtc);
    m_kindOnDay[{day, qint64(kind)}] += delta;
    if (!isActivity(kind))
        return;
    m_kindOnDay[{day, kAnyActivity}] += delta;
    m_memberOnDay[{member, day}] += delta;
}

Result<void> ActivityRollup::flush(Connection& connection)
{
    QHash<qint64, qint64> membersOfDay; // change of the number of active members
    QList<DayKey> keys = m_memberOnDay.keys();
    std::ranges::sort(keys);
    for (const DayKey& key : std::as_const(keys)) {
        const qint64 delta = m_memberOnDay.value(key);
        if (delta == 0)
            continue;
        const auto before = eventsOfMemberDay(connection, key.first, key.second);
        if (!before)
            return tl::unexpected(before.error());
        const qint64 after = *before + delta;
        if (auto set = setMemberDay(connection, key.first, key.second, after); !set)
            return set;
        if ((*before > 0) != (after > 0))
            membersOfDay[key.second] += after > 0 ? 1 : -1;
    }
    keys = m_kindOnDay.keys();
    std::ranges::sort(keys);
    for (const DayKey& key : std::as_const(keys)) {
        const qint64 members = key.second == kAnyActivity ? membersOfDay.value(key.first) : 0;
        const qint64 events = m_kindOnDay.value(key);
        if (events == 0 && members == 0)
            continue;
        if (auto added = addToDay(connection, key.first, key.second, events, members); !added)
            return added;
    }
    m_kindOnDay.clear();
    m_memberOnDay.clear();
    return {};
}

Result<void> rebuildRollups(Connection& connection, const LocalDays& days)
{
    if (auto cleared = connection.execute("DELETE FROM activity_day; DELETE FROM member_day;"); !cleared)
        return cleared;
    const auto totals = countEvents(connection, days,
        [&](qint64 member, qint64 day, qint64 events) { return setMemberDay(connection, member, day, events); });
    if (!totals)
        return tl::unexpected(totals.error());
    for (const auto& [key, count] : *totals) {
        if (auto added = addToDay(connection, key.first, key.second, count.events, count.members); !added)
            return added;
    }
    return {};
}

Result<qint64> countWrongRollups(Connection& connection, const LocalDays& days)
{
    qint64 wrong = 0;
    qint64 memberDays = 0;
    const auto totals = countEvents(connection, days, [&](qint64 member, qint64 day, qint64 events) -> Result<void> {
        const auto stored = eventsOfMemberDay(connection, member, day);
        if (!stored)
            return tl::unexpected(stored.error());
        ++memberDays;
        wrong += *stored != events;
        return {};
    });
    if (!totals)
        return tl::unexpected(totals.error());
    const auto storedMemberDays = connection.integerOf("SELECT count(*) FROM member_day");
    if (!storedMemberDays)
        return tl::unexpected(storedMemberDays.error());
    wrong += std::max<qint64>(0, storedMemberDays->value_or(0) - memberDays); // rows for days without any event

    auto rows = connection.prepare("SELECT day, kind, events, members FROM activity_day");
    if (!rows)
        return tl::unexpected(rows.error());
    qint64 known = 0;
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        const auto expected = totals->find({rows->integer(0), rows->integer(1)});
        const DayCount stored {rows->integer(2), rows->integer(3)};
        known += expected != totals->end();
        wrong += expected == totals->end() || expected->second != stored;
    }
    return wrong + qint64(totals->size()) - known;
}

} // namespace lyceum::storage
