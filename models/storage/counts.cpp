// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/counts.h"

#include "storage/idset.h"
#include "storage/rows.h"

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

/// Collects the members of a question's rows; NULL, nobody, is counted but not listed.
Result<MemberPile> pile(Connection& connection, const QByteArray& sql, const QList<Scalar>& parameters, qsizetype limit)
{
    MemberPile found;
    IdSet listed;
    auto read = eachRow(connection, sql, parameters, [&](const Statement& row) {
        ++found.count;
        const MemberId member {row.integer(0)};
        if (!member.isValid() || found.members.size() >= limit || listed.contains(member.value))
            return;
        listed.insert(member.value);
        found.members.append(member);
    });
    if (!read)
        return tl::unexpected(read.error());
    return found;
}

/// Payments a year of one of its intervals, so that a twelfth is a month's worth.
qint64 timesPerYear(QByteArrayView interval)
{
    if (interval == "year")
        return 1;
    if (interval == "week")
        return 52;
    if (interval == "day")
        return 365;
    return 12;
}

constexpr auto kStillHere = " JOIN member m ON m.id = s.member_id AND m.departed_at IS NULL ";

} // namespace

Result<WorkspaceCounts> workspaceCounts(Connection& connection)
{
    const auto snapshot = Snapshot::begin(connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    WorkspaceCounts counts;
    for (const MemberStatus status : {MemberStatus::Free, MemberStatus::Paid, MemberStatus::Comped, MemberStatus::Gift})
        counts.byStatus.insert(status, 0);
    // All by the index of the statuses, then those who left, who are few, taken off.
    auto read = eachRow(connection, "SELECT status, count(*) FROM member GROUP BY status", {}, [&](const Statement& row) {
        counts.members += row.integer(1);
        counts.byStatus[memberStatusOf(row.text(0)).value_or(MemberStatus::Free)] += row.integer(1);
    });
    if (!read)
        return tl::unexpected(read.error());
    read = eachRow(connection, "SELECT status, count(*) FROM member WHERE departed_at IS NOT NULL GROUP BY status", {}, [&](const Statement& row) {
        counts.members -= row.integer(1);
        counts.departedMembers += row.integer(1);
        counts.byStatus[memberStatusOf(row.text(0)).value_or(MemberStatus::Free)] -= row.integer(1);
    });
    if (!read)
        return tl::unexpected(read.error());
    counts.paidMembers = counts.byStatus.value(MemberStatus::Paid);
    for (const auto& [number, sql] : {std::pair(&counts.labels, "SELECT count(*) FROM label"),
             std::pair(&counts.newsletters, "SELECT count(*) FROM newsletter"), std::pair(&counts.tiers, "SELECT count(*) FROM tier"),
             std::pair(&counts.offers, "SELECT count(*) FROM offer"),
             std::pair(&counts.posts, "SELECT count(*) FROM post WHERE deleted_at IS NULL"),
             std::pair(&counts.tags, "SELECT count(*) FROM tag"), std::pair(&counts.comments, "SELECT count(*) FROM comment"),
             std::pair(&counts.events, "SELECT coalesce(sum(events), 0) FROM activity_day WHERE kind <> 0"),
             std::pair(&counts.subscriptions, "SELECT count(*) FROM subscription"),
             std::pair(&counts.payments, "SELECT count(*) FROM payment")}) {
        const auto counted = numberOf(connection, sql);
        if (!counted)
            return tl::unexpected(counted.error());
        *number = *counted;
    }
    return counts;
}

Result<qint64> membersAt(Connection& connection, qint64 atUtc)
{
    return numberOf(connection,
        "SELECT (SELECT count(*) FROM member WHERE joined_at <= ?1)"
        " - (SELECT count(*) FROM member WHERE departed_at <= ?1 AND joined_at <= ?1)",
        {atUtc});
}

Result<qint64> joinedBetween(Connection& connection, qint64 fromUtc, qint64 untilUtc)
{
    return numberOf(connection, "SELECT count(*) FROM member WHERE joined_at >= ? AND joined_at < ?", {fromUtc, untilUtc});
}

Result<qint64> departedBetween(Connection& connection, qint64 fromUtc, qint64 untilUtc)
{
    return numberOf(connection, "SELECT count(*) FROM member WHERE departed_at >= ? AND departed_at < ?", {fromUtc, untilUtc});
}

Result<QList<Money>> monthlyRevenueNow(Connection& connection, RevenueRule rule)
{
    QMap<QString, qint64> yearly; // currency -> minor units a year: whole numbers until the one division at the end
    const QByteArray scheduled = rule == RevenueRule::UntilCancellation ? " AND s.cancel_at_period_end = 0" : "";
    auto read = eachRow(connection,
        "SELECT s.currency, s.interval, sum(s.amount) FROM subscription s" + QByteArray(kStillHere)
            + "WHERE s.status IN ('active', 'past_due') AND s.amount > 0" + scheduled + " GROUP BY s.currency, s.interval",
        {}, [&](const Statement& row) { yearly[row.text(0).toUpper()] += timesPerYear(row.textView(1)) * row.integer(2); });
    if (!read)
        return tl::unexpected(read.error());
    QList<Money> revenue;
    for (auto it = yearly.cbegin(); it != yearly.cend(); ++it)
        revenue.append({(it.value() + 6) / 12, it.key()});
    return revenue;
}

Result<qint64> activeMembersBetween(Connection& connection, qint64 firstDay, qint64 lastDay)
{
    IdSet active;
    auto read = eachRow(connection, "SELECT member_id FROM member_day WHERE day BETWEEN ? AND ?", {firstDay, lastDay},
        [&](const Statement& row) { active.insert(row.integer(0)); });
    if (!read)
        return tl::unexpected(read.error());
    return active.count();
}

Result<QList<DayActivity>> activityByDay(Connection& connection, qint64 firstDay, qint64 lastDay)
{
    QList<DayActivity> days;
    auto read = eachRow(connection, "SELECT day, events, members FROM activity_day WHERE kind = 0 AND day BETWEEN ? AND ? ORDER BY day",
        {firstDay, lastDay}, [&](const Statement& row) { days.append({row.integer(0), row.integer(1), row.integer(2)}); });
    if (!read)
        return tl::unexpected(read.error());
    return days;
}

Result<MemberPile> failedPayments(Connection& connection, qsizetype limit)
{
    return pile(connection,
        "SELECT s.member_id FROM subscription s" + QByteArray(kStillHere)
            + "WHERE s.status IN ('past_due', 'unpaid') ORDER BY s.period_end_at, s.id",
        {}, limit);
}

Result<MemberPile> endingBetween(Connection& connection, qint64 fromUtc, qint64 untilUtc, qsizetype limit)
{
    return pile(connection,
        "SELECT s.member_id FROM subscription s" + QByteArray(kStillHere)
            + "WHERE s.cancel_at_period_end = 1 AND s.status IN ('active', 'past_due', 'trialing')"
              " AND s.period_end_at >= ? AND s.period_end_at < ? ORDER BY s.period_end_at, s.id",
        {fromUtc, untilUtc}, limit);
}

Result<MemberPile> complimentaryEndingBetween(Connection& connection, qint64 fromUtc, qint64 untilUtc, qsizetype limit)
{
    return pile(connection,
        "SELECT id FROM member WHERE complimentary_until >= ? AND complimentary_until < ? AND departed_at IS NULL"
        " ORDER BY complimentary_until, id",
        {fromUtc, untilUtc}, limit);
}

Result<MemberPile> reportedComments(Connection& connection, qsizetype limit)
{
    return pile(connection, "SELECT member_id FROM comment WHERE reports > 0 AND status = 'published' ORDER BY reports DESC, id", {}, limit);
}

Result<MemberPile> unansweredNewcomers(Connection& connection, qint64 sinceUtc, qsizetype limit)
{
    return pile(connection,
        "SELECT c.member_id FROM comment c JOIN member m ON m.id = c.member_id AND m.departed_at IS NULL"
        " WHERE c.created_at >= ?1 AND m.joined_at >= ?1 AND c.status = 'published'"
        " AND NOT EXISTS (SELECT 1 FROM comment e WHERE e.member_id = c.member_id AND (e.created_at, e.id) < (c.created_at, c.id))"
        " AND NOT EXISTS (SELECT 1 FROM comment r WHERE r.parent_id = coalesce(c.parent_id, c.id) AND r.status = 'published'"
        " AND r.member_id IS NOT c.member_id AND (r.created_at, r.id) > (c.created_at, c.id))"
        " ORDER BY c.created_at, c.id",
        {sinceUtc}, limit);
}

} // namespace lyceum::storage
