// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/ids.h"
#include "community/member.h"
#include "community/money.h"
#include "storage/connection.h"

#include <QList>
#include <QMap>

namespace lyceum::storage {

/// How much there is of everything. Cheap: no count scans the events.
struct WorkspaceCounts {
    qint64 members = 0; ///< still in the store
    qint64 departedMembers = 0; ///< remembered as having left the store
    QMap<MemberStatus, qint64> byStatus; ///< of `members`; every status is there
    qint64 paidMembers = 0; ///< of `members`, those of status paid
    qint64 labels = 0;
    qint64 newsletters = 0;
    qint64 tiers = 0;
    qint64 offers = 0;
    qint64 posts = 0; ///< still in the store
    qint64 tags = 0;
    qint64 comments = 0; ///< all, hidden and deleted ones included
    qint64 events = 0; ///< from the daily roll-ups
    qint64 subscriptions = 0;
    qint64 payments = 0;

    friend bool operator==(const WorkspaceCounts&, const WorkspaceCounts&) = default;
};
[[nodiscard]] Result<WorkspaceCounts> workspaceCounts(Connection& connection);

/// Members known by then and not yet gone: joined at or before the instant, not departed at or before it.
[[nodiscard]] Result<qint64> membersAt(Connection& connection, qint64 atUtc);
/// Joined in [from, until), whether or not they have left since.
[[nodiscard]] Result<qint64> joinedBetween(Connection& connection, qint64 fromUtc, qint64 untilUtc);
/// Found gone from the store in [from, until).
[[nodiscard]] Result<qint64> departedBetween(Connection& connection, qint64 fromUtc, qint64 untilUtc);

/// Until when a cancelled subscription counts as revenue.
enum class RevenueRule {
    UntilAccessEnds, ///< cancelled but paid to the end still counts
    UntilCancellation, ///< nothing from the moment of cancelling, as Ghost's dashboard does
};
/**
 * Monthly recurring revenue now, per currency, in order of the code. Counts every subscription that is active or past due of a member
 * still in the store, at its own amount: a year's divided by 12, a week's times 52/12, a day's times 365/12, rounded to the nearest
 * minor unit once per currency. Trials and complimentary access (amount 0) count nothing. Never converted.
 */
[[nodiscard]] Result<QList<Money>> monthlyRevenueNow(Connection& connection, RevenueRule rule = RevenueRule::UntilAccessEnds);

/// Members active on local days [first, last], each counted once. Days are those of the workspace's zone (LocalDays).
[[nodiscard]] Result<qint64> activeMembersBetween(Connection& connection, qint64 firstDay, qint64 lastDay);
struct DayActivity {
    qint64 day = 0;
    qint64 events = 0; ///< activity events
    qint64 members = 0; ///< who had any

    friend bool operator==(const DayActivity&, const DayActivity&) = default;
};
/// Oldest first; days without activity are left out.
[[nodiscard]] Result<QList<DayActivity>> activityByDay(Connection& connection, qint64 firstDay, qint64 lastDay);

/// Members something is to be done about, and how many there are beyond the first `limit`.
struct MemberPile {
    qint64 count = 0; ///< of subscriptions, comments or members, as the question says
    QList<MemberId> members; ///< without repeats, most pressing first, at most the limit asked for

    friend bool operator==(const MemberPile&, const MemberPile&) = default;
};
/// Subscriptions past due or unpaid of members still in the store; the one whose period ended first comes first.
[[nodiscard]] Result<MemberPile> failedPayments(Connection& connection, qsizetype limit);
/// Subscriptions cancelled at period end whose end lies in [now, until); soonest first.
[[nodiscard]] Result<MemberPile> endingBetween(Connection& connection, qint64 fromUtc, qint64 untilUtc, qsizetype limit);
/// Complimentary access that ends in [now, until); soonest first.
[[nodiscard]] Result<MemberPile> complimentaryEndingBetween(Connection& connection, qint64 fromUtc, qint64 untilUtc, qsizetype limit);
/// Published comments with reports, and who wrote them; most reports first.
[[nodiscard]] Result<MemberPile> reportedComments(Connection& connection, qsizetype limit);
/// First comments, written since the instant by members who joined since then, without a published reply from anyone else; oldest first.
[[nodiscard]] Result<MemberPile> unansweredNewcomers(Connection& connection, qint64 sinceUtc, qsizetype limit);

} // namespace lyceum::storage
