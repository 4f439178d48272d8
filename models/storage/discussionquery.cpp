// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/discussionquery.h"

#include "storage/rows.h"
#include "storage/tokenizer.h"

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

// Of a thread `c`; each reads only the index of the replies.
constexpr auto kReplies = "(SELECT count(*) FROM comment r WHERE r.parent_id = c.id AND r.status = 'published')";
constexpr auto kReports = "(c.reports + coalesce((SELECT sum(r.reports) FROM comment r WHERE r.parent_id = c.id), 0))";
constexpr auto kLastActivity
    = "coalesce((SELECT max(r.created_at) FROM comment r WHERE r.parent_id = c.id AND r.status = 'published'), c.created_at)";

// Who wrote a comment `c` and under which post, for joins with member m and post p.
constexpr auto kNames = ", CASE WHEN m.name <> '' THEN m.name ELSE coalesce(m.email, '') END, coalesce(p.title, '')";
constexpr auto kFromComment = " FROM comment c LEFT JOIN member m ON m.id = c.member_id LEFT JOIN post p ON p.id = c.post_id ";

QByteArray orderOf(ThreadQuery::Sort sort)
{
    switch (sort) {
    case ThreadQuery::Sort::Newest: return "c.created_at DESC, c.id DESC";
    case ThreadQuery::Sort::Oldest: return "c.created_at, c.id";
    case ThreadQuery::Sort::LatestActivity: return kLastActivity + QByteArray(" DESC, c.id DESC");
    case ThreadQuery::Sort::MostReplies: return kReplies + QByteArray(" DESC, c.id DESC");
    case ThreadQuery::Sort::MostLiked: return "c.likes DESC, c.id DESC";
    case ThreadQuery::Sort::MostReported: return kReports + QByteArray(" DESC, c.id DESC");
    }
    return "c.id";
}

Result<QList<CommentRow>> commentRows(Connection& connection, const QByteArray& rest, const QList<Scalar>& parameters)
{
    QList<CommentRow> rows;
    const int names = 1 + int(columnNames<Comment>().size());
    auto read = eachRow(connection, "SELECT " + columnList<Comment>("c.") + kNames + kFromComment + rest, parameters,
        [&](const Statement& row) { rows.append({recordFrom<Comment>(row), row.text(names), row.text(names + 1)}); });
    if (!read)
        return tl::unexpected(read.error());
    return rows;
}

} // namespace

Result<QList<CommentId>> threadIds(Connection& connection, const ThreadQuery& query)
{
    QByteArray where = " WHERE c.parent_id IS NULL";
    QList<Scalar> parameters;
    if (query.status) {
        where += " AND c.status = ?";
        parameters.append(nameOf(*query.status));
    }
    if (query.post.isValid()) {
        where += " AND c.post_id = ?";
        parameters.append(query.post.value);
    }
    if (query.reported)
        where += " AND c.id IN (SELECT coalesce(parent_id, id) FROM comment WHERE reports > 0)";
    if (query.unanswered)
        where += " AND c.status = 'published' AND NOT EXISTS (SELECT 1 FROM comment r WHERE r.parent_id = c.id"
                 " AND r.status = 'published' AND r.member_id IS NOT c.member_id)";
    if (query.newcomers)
        where += " AND c.member_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM comment e WHERE e.member_id = c.member_id"
                 " AND (e.created_at, e.id) < (c.created_at, c.id))";
    if (const QByteArray expression = matchExpression(query.search); !expression.isEmpty()) {
        where += " AND c.id IN (SELECT coalesce(x.parent_id, x.id) FROM comment_search JOIN comment x ON x.id = comment_search.rowid"
                 " WHERE comment_search MATCH ?)";
        parameters.append(QString::fromUtf8(expression));
    } else if (const QString signs = query.search.trimmed(); !signs.isEmpty()) {
        where += " AND c.id IN (SELECT coalesce(parent_id, id) FROM comment WHERE instr(text, ?) > 0)"; // signs that no word is made of
        parameters.append(signs);
    }
    QList<CommentId> ids;
    auto read = eachRow(connection, "SELECT c.id FROM comment c" + where + " ORDER BY " + orderOf(query.sort), parameters,
        [&](const Statement& row) { ids.append(CommentId {row.integer(0)}); });
    if (!read)
        return tl::unexpected(read.error());
    return ids;
}

Result<QList<ThreadRow>> threadRows(Connection& connection, const QList<CommentId>& ids)
{
    const auto snapshot = Snapshot::begin(connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    QList<ThreadRow> rows;
    rows.reserve(ids.size());
    const int names = 1 + int(columnNames<Comment>().size());
    const QByteArray select = "SELECT " + columnList<Comment>("c.") + kNames + ", " + kReplies + ", " + kReports + ", " + kLastActivity
        + kFromComment + "WHERE c.id = ?";
    for (const CommentId& id : ids) {
        auto read = eachRowCached(connection, select, id.value, [&](const Statement& row) {
            rows.append({recordFrom<Comment>(row), row.text(names), row.text(names + 1), row.integer(names + 2), row.integer(names + 3),
                row.optionalInteger(names + 4)});
        });
        if (!read)
            return tl::unexpected(read.error());
    }
    return rows;
}

Result<QList<CommentRow>> threadComments(Connection& connection, CommentId thread)
{
    return commentRows(connection, "WHERE c.id = ?1 OR c.parent_id = ?1 ORDER BY c.id <> ?1, c.created_at, c.id", {thread.value});
}

Result<QList<CommentRow>> commentsOf(Connection& connection, MemberId member, int limit)
{
    return commentRows(connection, "WHERE c.member_id = ? ORDER BY c.created_at DESC, c.id DESC LIMIT ?", {member.value, qint64(limit)});
}

} // namespace lyceum::storage
