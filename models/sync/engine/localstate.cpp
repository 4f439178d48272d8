// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/localstate.h"

#include "storage/conflicts.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace lyceum::sync {

using namespace storage;

namespace {

/// Rows of which it is known, and waits for a person's decision, that the store has them no longer.
QByteArray notGone(Entity entity)
{
    return " AND id NOT IN (SELECT row_id FROM conflict WHERE settled_at IS NULL AND entity = " + QByteArray::number(int(entity)) + " AND field = '"
        + goneField(entity) + "')";
}

QByteArray livingOf(Kind kind)
{
    switch (kind) {
    case Kind::Members: return "member WHERE remote_id IS NOT NULL AND departed_at IS NULL" + notGone(Entity::Member);
    case Kind::Posts: return "post WHERE remote_id IS NOT NULL AND deleted_at IS NULL" + notGone(Entity::Post);
    case Kind::Comments: return "comment WHERE remote_id IS NOT NULL AND status <> 'deleted'";
    case Kind::Labels: return "label WHERE remote_id IS NOT NULL" + notGone(Entity::Label);
    case Kind::Tags: return "tag WHERE remote_id IS NOT NULL" + notGone(Entity::Tag);
    case Kind::Newsletters: return "newsletter WHERE remote_id IS NOT NULL";
    default: Q_ASSERT_X(false, "livingOf", "a kind that is not swept"); return "member WHERE 0";
    }
}

Result<void> eachRow(Statement& statement, const std::function<void(const Statement&)>& take)
{
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        take(statement);
    }
    statement.reset();
    return {};
}

/// The tables of a set of members: its elements, and who has them.
struct Membership {
    QByteArray elements;
    QByteArray table;
    QByteArray column;
};
Membership membershipOf(Kind kind)
{
    Q_ASSERT(kind == Kind::Labels || kind == Kind::Newsletters);
    return kind == Kind::Labels ? Membership {"label", "member_label", "label_id"}
                                : Membership {"newsletter", "member_newsletter", "newsletter_id"};
}

// A comment with its counts, and what we hold of each.
constexpr const char* kReacted = "SELECT c.id, c.remote_id, c.likes, c.dislikes, c.reports, coalesce(r.likes, 0), coalesce(r.dislikes, 0), coalesce(r.reports, 0)"
                                 " FROM comment c LEFT JOIN (SELECT comment_id, sum(kind = 'like') AS likes, sum(kind = 'dislike') AS dislikes,"
                                 " sum(kind = 'report') AS reports FROM reaction GROUP BY comment_id) r ON r.comment_id = c.id"
                                 " WHERE c.remote_id IS NOT NULL AND c.status <> 'deleted'";

Result<QList<ReactedComment>> readReacted(Statement& statement)
{
    QList<ReactedComment> comments;
    const auto read = eachRow(statement, [&](const Statement& row) {
        QStringList counts;
        for (int i = 2; i <= 7; ++i)
            counts.append(QString::number(row.integer(i)));
        comments.append({row.integer(0), row.text(1), counts.join(u' ')});
    });
    if (!read)
        return tl::unexpected(read.error());
    return comments;
}

} // namespace

Result<qint64> livingCount(Connection& connection, Kind kind)
{
    const auto count = connection.integerOf("SELECT count(*) FROM " + livingOf(kind));
    return count ? Result<qint64>(count->value_or(0)) : tl::unexpected(count.error());
}

Result<QSet<QString>> livingIds(Connection& connection, Kind kind)
{
    auto select = connection.prepare("SELECT remote_id FROM " + livingOf(kind));
    if (!select)
        return tl::unexpected(select.error());
    QSet<QString> ids;
    if (auto read = eachRow(*select, [&](const Statement& row) { ids.insert(row.text(0)); }); !read)
        return tl::unexpected(read.error());
    return ids;
}

Result<QHash<QString, qint64>> memberCounts(Connection& connection, Kind kind)
{
    const Membership set = membershipOf(kind);
    auto select = connection.prepare("SELECT s.remote_id, count(m.id) FROM " + set.elements + " s LEFT JOIN " + set.table + " h ON h." + set.column
        + " = s.id LEFT JOIN member m ON m.id = h.member_id AND m.remote_id IS NOT NULL AND m.departed_at IS NULL"
          " WHERE s.remote_id IS NOT NULL GROUP BY s.id");
    if (!select)
        return tl::unexpected(select.error());
    QHash<QString, qint64> counts;
    if (auto read = eachRow(*select, [&](const Statement& row) { counts.insert(row.text(0), row.integer(1)); }); !read)
        return tl::unexpected(read.error());
    // What was given or taken here and the store has yet to learn is not a difference to look into. Over a row's changes it sums up to
    // what they come to.
    auto pending = connection.prepare("SELECT s.remote_id, sum((j.new IS NOT NULL) - (j.old IS NOT NULL)) FROM outbox o"
                                      " JOIN journal_change j ON j.entity = o.entity AND j.row_id = o.row_id AND +j.entry_id = o.entry_id AND j.field = ?1"
                                      " JOIN member m ON m.id = o.row_id AND m.remote_id IS NOT NULL AND m.departed_at IS NULL"
                                      " JOIN "
        + set.elements + " s ON s.id = coalesce(j.new, j.old) AND s.remote_id IS NOT NULL WHERE o.entity = ?2 GROUP BY s.id");
    if (!pending)
        return tl::unexpected(pending.error());
    pending->bind(1, nameOf(kind)).bind(2, qint64(Entity::Member));
    if (auto read = eachRow(*pending, [&](const Statement& row) { counts[row.text(0)] -= row.integer(1); }); !read)
        return tl::unexpected(read.error());
    return counts;
}

Result<QStringList> membersWith(Connection& connection, Kind kind, const QString& remoteId)
{
    const Membership set = membershipOf(kind);
    auto select = connection.prepare("SELECT m.remote_id FROM " + set.elements + " s JOIN " + set.table + " h ON h." + set.column
        + " = s.id JOIN member m ON m.id = h.member_id WHERE s.remote_id = ? AND m.remote_id IS NOT NULL AND m.departed_at IS NULL ORDER BY 1");
    if (!select)
        return tl::unexpected(select.error());
    select->bind(1, remoteId);
    QStringList members;
    if (auto read = eachRow(*select, [&](const Statement& row) { members.append(row.text(0)); }); !read)
        return tl::unexpected(read.error());
    return members;
}

Result<QHash<EventKind, EventCount>> eventCounts(Connection& connection)
{
    QHash<EventKind, EventCount> counts;
    auto all = connection.prepare("SELECT kind, sum(events) FROM activity_day WHERE kind > 0 GROUP BY kind");
    if (!all)
        return tl::unexpected(all.error());
    if (auto read = eachRow(*all, [&](const Statement& row) { counts[EventKind(row.integer(0))].all = row.integer(1); }); !read)
        return tl::unexpected(read.error());
    auto departed = connection.prepare("SELECT e.kind, count(*) FROM member m JOIN event e ON e.member_id = m.id"
                                       " WHERE m.departed_at IS NOT NULL GROUP BY e.kind");
    if (!departed)
        return tl::unexpected(departed.error());
    if (auto read = eachRow(*departed, [&](const Statement& row) { counts[EventKind(row.integer(0))].ofDeparted = row.integer(1); }); !read)
        return tl::unexpected(read.error());
    return counts;
}

Result<QList<ReactedComment>> commentsThatDiffer(Connection& connection)
{
    auto select = connection.prepare(QByteArray(kReacted)
        + " AND (c.likes <> coalesce(r.likes, 0) OR c.dislikes <> coalesce(r.dislikes, 0) OR c.reports <> coalesce(r.reports, 0)) ORDER BY c.id");
    return select ? readReacted(*select) : tl::unexpected(select.error());
}

Result<QList<ReactedComment>> commentsWithReactions(Connection& connection, qint64 afterId, qsizetype limit)
{
    auto select = connection.prepare(
        QByteArray(kReacted) + " AND c.id > ? AND (c.likes + c.dislikes + c.reports > 0 OR r.comment_id IS NOT NULL) ORDER BY c.id LIMIT ?");
    if (!select)
        return tl::unexpected(select.error());
    select->bind(1, afterId).bind(2, qint64(limit));
    return readReacted(*select);
}

Result<QList<LocalReaction>> reactionsOf(Connection& connection, qint64 comment)
{
    auto select = connection.cached("SELECT id, remote_id FROM reaction WHERE comment_id = ? AND remote_id IS NOT NULL");
    if (!select)
        return tl::unexpected(select.error());
    (*select)->bind(1, comment);
    QList<LocalReaction> reactions;
    if (auto read = eachRow(**select, [&](const Statement& row) { reactions.append({row.integer(0), row.text(1)}); }); !read)
        return tl::unexpected(read.error());
    return reactions;
}

Result<QString> syncState(Connection& connection, const QString& name)
{
    auto select = connection.cached("SELECT value FROM sync_state WHERE name = ?");
    if (!select)
        return tl::unexpected(select.error());
    (*select)->bind(1, name);
    QString value;
    if (auto read = eachRow(**select, [&](const Statement& row) { value = row.text(0); }); !read)
        return tl::unexpected(read.error());
    return value;
}

} // namespace lyceum::sync
