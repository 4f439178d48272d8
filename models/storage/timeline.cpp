// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/timeline.h"

#include "storage/rows.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

enum Source { FromEvents = 0, FromComments = 1, FromPayments = 2 }; // the order of TimelineEntry::what
constexpr qint64 kUnknownTime = -1; // sorts a comment without a time behind everything the store can know

struct Line {
    TimelineCursor key;
    TimelineEntry entry;
};

/// Newest first; at one time events, comments, payments; among these the latest first.
bool comesBefore(const TimelineCursor& a, const TimelineCursor& b)
{
    if (a.atUtc != b.atUtc)
        return a.atUtc > b.atUtc;
    if (a.source != b.source)
        return a.source < b.source;
    return a.id > b.id;
}

/// What follows the cursor in one source, as a condition on (at, id).
QByteArray behind(const QByteArray& at, const QByteArray& id, const std::optional<TimelineCursor>& after, int source)
{
    if (!after)
        return {};
    const QByteArray time = QByteArray::number(after->atUtc);
    if (source < after->source)
        return " AND " + at + " < " + time;
    if (source > after->source)
        return " AND " + at + " <= " + time;
    return " AND (" + at + ", " + id + ") < (" + time + ", " + QByteArray::number(after->id) + ')';
}

} // namespace

Result<TimelinePage> timelineOf(Connection& connection, MemberId member, int limit, const std::optional<TimelineCursor>& after)
{
    const auto snapshot = Snapshot::begin(connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const QList<Scalar> parameters {member.value, qint64(limit) + 1}; // one more tells whether there is a next page
    QList<Line> lines;

    // Comments and payments tell themselves; the event that announced them is shown only where they are not known.
    const QByteArray told = " AND NOT (e.kind = " + QByteArray::number(int(EventKind::Comment))
        + " AND EXISTS (SELECT 1 FROM comment c WHERE c.member_id = e.member_id AND c.created_at = e.at))"
          " AND NOT (e.kind IN ("
        + QByteArray::number(int(EventKind::Payment)) + ", " + QByteArray::number(int(EventKind::Donation))
        + ") AND EXISTS (SELECT 1 FROM payment p WHERE p.member_id = e.member_id AND p.at = e.at))";
    const int eventColumns = 1 + int(columnNames<Event>().size());
    const int changeColumns = 1 + int(columnNames<SubscriptionChange>().size());
    auto read = eachRow(connection,
        "SELECT " + columnList<Event>("e.") + ", " + columnList<SubscriptionChange>("s.")
            + ", p.title FROM event e LEFT JOIN subscription_change s ON s.id = e.id LEFT JOIN post p ON p.id = e.post_id"
              " WHERE e.member_id = ?1"
            + told + behind("e.at", "e.id", after, FromEvents) + " ORDER BY e.at DESC, e.id DESC LIMIT ?2",
        parameters, [&](const Statement& row) {
            TimelineEvent line {recordFrom<Event>(row), {}};
            if (!row.isNull(eventColumns))
                line.change = recordFrom<SubscriptionChange>(row, eventColumns);
            const TimelineCursor key {line.event.atUtc, FromEvents, line.event.id.value};
            const PostId post = line.event.post;
            lines.append({key, {key.atUtc, std::move(line), post, row.text(eventColumns + changeColumns)}});
        });
    if (!read)
        return tl::unexpected(read.error());

    const QByteArray commentAt = "coalesce(c.created_at, " + QByteArray::number(kUnknownTime) + ')';
    const int commentColumns = 1 + int(columnNames<Comment>().size());
    read = eachRow(connection,
        "SELECT " + columnList<Comment>("c.") + ", p.title FROM comment c LEFT JOIN post p ON p.id = c.post_id WHERE c.member_id = ?1"
            + behind(commentAt, "c.id", after, FromComments) + " ORDER BY " + commentAt + " DESC, c.id DESC LIMIT ?2",
        parameters, [&](const Statement& row) {
            Comment comment = recordFrom<Comment>(row);
            const TimelineCursor key {comment.createdAtUtc.value_or(kUnknownTime), FromComments, comment.id.value};
            const PostId post = comment.post;
            const auto at = comment.createdAtUtc;
            lines.append({key, {at, std::move(comment), post, row.text(commentColumns)}});
        });
    if (!read)
        return tl::unexpected(read.error());

    read = eachRow(connection,
        "SELECT " + columnList<Payment>() + " FROM payment WHERE member_id = ?1" + behind("at", "id", after, FromPayments)
            + " ORDER BY at DESC, id DESC LIMIT ?2",
        parameters, [&](const Statement& row) {
            const Payment payment = recordFrom<Payment>(row);
            lines.append({{payment.atUtc, FromPayments, payment.id.value}, {payment.atUtc, payment, {}, {}}});
        });
    if (!read)
        return tl::unexpected(read.error());

    std::ranges::sort(lines, comesBefore, &Line::key);
    TimelinePage page;
    for (qsizetype i = 0; i < lines.size() && i < limit; ++i)
        page.entries.append(std::move(lines[i].entry));
    if (lines.size() > limit && limit > 0)
        page.next = lines.at(limit - 1).key;
    return page;
}

} // namespace lyceum::storage
