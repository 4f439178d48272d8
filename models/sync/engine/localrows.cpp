// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/localrows.h"

namespace lyceum::sync {

using namespace storage;

Result<std::optional<Member>> localMember(Connection& connection, qint64 id)
{
    auto member = rowOf<Member>(connection, id);
    if (!member || !*member)
        return member;
    if (auto read = readSet(connection, specOf(Entity::Member).sets.at(0), id, (*member)->labels); !read)
        return tl::unexpected(read.error());
    if (auto read = readSet(connection, specOf(Entity::Member).sets.at(1), id, (*member)->newsletters); !read)
        return tl::unexpected(read.error());
    if (auto read = readSet(connection, specOf(Entity::Member).sets.at(2), id, (*member)->tiers); !read)
        return tl::unexpected(read.error());
    return member;
}

Result<std::optional<Post>> localPost(Connection& connection, qint64 id)
{
    auto post = rowOf<Post>(connection, id);
    if (!post || !*post)
        return post;
    if (auto read = readSet(connection, specOf(Entity::Post).sets.at(0), id, (*post)->tags); !read)
        return tl::unexpected(read.error());
    if (auto read = readSet(connection, specOf(Entity::Post).sets.at(1), id, (*post)->tiers); !read)
        return tl::unexpected(read.error());
    return post;
}

Result<QList<Subscription>> subscriptionsOf(Connection& connection, qint64 member)
{
    QList<Subscription> subscriptions;
    const QByteArray sql = "SELECT " + columnList<Subscription>() + " FROM subscription WHERE member_id = ? ORDER BY id";
    if (auto read = eachRowCached(connection, sql, member, [&](const Statement& row) { subscriptions.append(recordFrom<Subscription>(row)); }); !read)
        return tl::unexpected(read.error());
    return subscriptions;
}

} // namespace lyceum::sync
