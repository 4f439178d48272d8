// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/event.h"
#include "community/localdays.h"
#include "storage/connection.h"

#include <QHash>

#include <functional>

namespace lyceum::storage {

/**
 * The daily roll-ups of the event table (activity_day, member_day), so that no dashboard ever scans events.
 *
 * Changes are collected in memory and written once per commit, in key order.
 */
class ActivityRollup {
public:
    explicit ActivityRollup(LocalDays days);

    void count(EventKind kind, qint64 member, qint64 atUtc, int delta);
    /// Writes what was counted since the last flush.
    [[nodiscard]] Result<void> flush(Connection& connection);

private:
    struct DayKey {
        qint64 first; ///< the day, or the member
        qint64 second; ///< the kind, or the day
        friend auto operator<=>(const DayKey&, const DayKey&) = default;
        friend size_t qHash(const DayKey& key, size_t seed = 0) { return qHashMulti(seed, key.first, key.second); }
    };

    LocalDays m_days;
    QHash<DayKey, qint64> m_kindOnDay; ///< (day, kind) -> change of the number of events
    QHash<DayKey, qint64> m_memberOnDay; ///< (member, day) -> change of the number of activity events
};

/// Throws the roll-ups away and counts them anew, as a change of the time zone requires. One pass over all events in the order of
/// their members; memory is that of the days, not of the events.
[[nodiscard]] Result<void> rebuildRollups(Connection& connection, const LocalDays& days);

/// Compares the roll-ups with the events; the answer is the number of rows that differ.
[[nodiscard]] Result<qint64> countWrongRollups(Connection& connection, const LocalDays& days);

} // namespace lyceum::storage
