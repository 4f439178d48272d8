// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/contentquery.h"

#include "storage/rows.h"
#include "storage/tokenizer.h"

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

QByteArray orderOf(const PostQuery& query)
{
    const QByteArray direction = query.descending ? " DESC" : "";
    switch (query.sort) {
    // What has no time yet is the newest of all.
    case PostQuery::Sort::Published: return "published_at" + direction + (query.descending ? " NULLS FIRST" : " NULLS LAST") + ", id" + direction;
    case PostQuery::Sort::Changed: return "changed_at" + direction + ", id" + direction;
    case PostQuery::Sort::Created: return "created_at" + direction + ", id" + direction;
    case PostQuery::Sort::Title: return "title COLLATE NOCASE" + direction + ", id" + direction;
    }
    return "id";
}

/// All columns of a post in order, the long ones left empty: they lie on pages of their own that a list need not read.
QByteArray shortColumns()
{
    QByteArrayList columns {"id"};
    for (const QByteArray& column : columnNames<Post>())
        columns.append(column == "html" || column == "plain_text" ? QByteArray("''") : column);
    return columns.join(", ");
}

Result<void> readSets(Connection& connection, Post& post)
{
    const QList<SetSpec>& sets = specOf(Entity::Post).sets;
    if (auto read = readSet(connection, sets.at(0), post.id.value, post.tags); !read)
        return read;
    return readSet(connection, sets.at(1), post.id.value, post.tiers);
}

Result<std::optional<Post>> postWhere(Connection& connection, const QByteArray& condition, const Scalar& parameter)
{
    auto found = recordsWhere<Post>(connection, "WHERE " + condition, {parameter});
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return std::optional<Post>();
    if (auto read = readSets(connection, found->first()); !read)
        return tl::unexpected(read.error());
    return std::optional(found->takeFirst());
}

} // namespace

Result<QList<PostId>> postIds(Connection& connection, const PostQuery& query)
{
    QByteArray where = query.includeDeleted ? " WHERE true" : " WHERE deleted_at IS NULL";
    QList<Scalar> parameters;
    if (query.status) {
        where += " AND status = ?";
        parameters.append(nameOf(*query.status));
    }
    if (!query.visibility.isEmpty()) {
        where += " AND visibility = ?";
        parameters.append(query.visibility);
    }
    if (query.tag.isValid()) {
        where += " AND id IN (SELECT post_id FROM post_tag WHERE tag_id = ?)";
        parameters.append(query.tag.value);
    }
    if (query.tier.isValid()) {
        where += " AND id IN (SELECT post_id FROM post_tier WHERE tier_id = ?)";
        parameters.append(query.tier.value);
    }
    if (const QByteArray expression = matchExpression(query.search); !expression.isEmpty()) {
        where += " AND id IN (SELECT rowid FROM post_search WHERE post_search MATCH ?)";
        parameters.append(QString::fromUtf8(expression));
    } else if (const QString signs = query.search.trimmed(); !signs.isEmpty()) {
        where += " AND instr(title, ?) > 0"; // signs that no word is made of
        parameters.append(signs);
    }
    QList<PostId> ids;
    auto read = eachRow(connection, "SELECT id FROM post" + where + " ORDER BY " + orderOf(query), parameters,
        [&](const Statement& row) { ids.append(PostId {row.integer(0)}); });
    if (!read)
        return tl::unexpected(read.error());
    return ids;
}

Result<QList<PostRow>> postRows(Connection& connection, const QList<PostId>& ids)
{
    const auto snapshot = Snapshot::begin(connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto tags = namesIn(connection, "tag");
    if (!tags)
        return tl::unexpected(tags.error());
    const auto tiers = namesIn(connection, "tier");
    if (!tiers)
        return tl::unexpected(tiers.error());
    QList<PostRow> rows;
    rows.reserve(ids.size());
    const QByteArray select = "SELECT " + shortColumns() + " FROM post WHERE id = ?";
    for (const PostId& id : ids) {
        std::optional<PostRow> found;
        auto read = eachRowCached(connection, select, id.value, [&](const Statement& row) { found = PostRow {recordFrom<Post>(row), {}, {}, 0}; });
        if (read && found)
            read = readSets(connection, found->post);
        if (read && found)
            read = eachRowCached(connection, "SELECT count(*) FROM comment WHERE post_id = ? AND status = 'published'", id.value,
                [&](const Statement& row) { found->comments = row.integer(0); });
        if (!read)
            return tl::unexpected(read.error());
        if (!found)
            continue;
        found->tags = namesOf(found->post.tags, *tags);
        found->tiers = namesOf(found->post.tiers, *tiers);
        rows.append(*std::move(found));
    }
    return rows;
}

Result<std::optional<Post>> postById(Connection& connection, PostId id)
{
    return postWhere(connection, "id = ?", id.value);
}

Result<std::optional<Post>> postByRemoteId(Connection& connection, const QString& remoteId)
{
    return postWhere(connection, "remote_id = ?", remoteId);
}

Result<QList<Tag>> allTags(Connection& connection)
{
    return recordsWhere<Tag>(connection, "ORDER BY name COLLATE NOCASE, id");
}

Result<PostFacets> postFacets(Connection& connection)
{
    const auto snapshot = Snapshot::begin(connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    PostFacets facets;
    auto read = eachRow(connection, "SELECT status, visibility, count(*) FROM post WHERE deleted_at IS NULL GROUP BY status, visibility", {},
        [&](const Statement& row) {
            facets.total += row.integer(2);
            facets.status[postStatusOf(row.text(0)).value_or(Post::Status::Draft)] += row.integer(2);
            facets.visibility[row.text(1)] += row.integer(2);
        });
    if (!read)
        return tl::unexpected(read.error());
    read = eachRow(connection,
        "SELECT t.tag_id, count(*) FROM post_tag t JOIN post p ON p.id = t.post_id WHERE p.deleted_at IS NULL GROUP BY t.tag_id", {},
        [&](const Statement& row) { facets.tags.insert(TagId {row.integer(0)}, row.integer(1)); });
    if (!read)
        return tl::unexpected(read.error());
    return facets;
}

} // namespace lyceum::storage
