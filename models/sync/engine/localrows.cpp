// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/localrows.h"

namespace lyceum::sync {

using namespace storage;

Result<QList<qint64>> elementsOf(Connection& connection, Entity entity, qsizetype set, qint64 owner)
{
    const SetSpec& spec = specOf(entity).sets.at(set);
    auto select = connection.cached("SELECT " + spec.elementColumn + " FROM " + spec.table + " WHERE " + spec.ownerColumn + " = ? ORDER BY 1");
    if (!select)
        return tl::unexpected(select.error());
    (*select)->bind(1, owner);
    QList<qint64> elements;
    for (;;) {
        const auto row = (*select)->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        elements.append((*select)->integer(0));
    }
    (*select)->reset();
    return elements;
}

Result<std::optional<Member>> localMember(Connection& connection, qint64 id)
{
    auto member = rowOf<Member>(connection, id);
    if (!member || !*member)
        return member;
    if (auto read = readSet(connection, Entity::Member, 0, id, (*member)->labels); !read)
        return tl::unexpected(read.error());
    if (auto read = readSet(connection, Entity::Member, 1, id, (*member)->newsletters); !read)
        return tl::unexpected(read.error());
    if (auto read = readSet(connection, Entity::Member, 2, id, (*member)->tiers); !read)
        return tl::unexpected(read.error());
    return member;
}

Result<std::optional<Post>> localPost(Connection& connection, qint64 id)
{
    auto post = rowOf<Post>(connection, id);
    if (!post || !*post)
        return post;
    if (auto read = readSet(connection, Entity::Post, 0, id, (*post)->tags); !read)
        return tl::unexpected(read.error());
    if (auto read = readSet(connection, Entity::Post, 1, id, (*post)->tiers); !read)
        return tl::unexpected(read.error());
    return post;
}

Result<QList<Subscription>> subscriptionsOf(Connection& connection, qint64 member)
{
    const EntitySpec& spec = specOf(Entity::Subscription);
    auto select = connection.cached("SELECT id, " + spec.columns.join(", ") + " FROM " + spec.table + " WHERE member_id = ? ORDER BY id");
    if (!select)
        return tl::unexpected(select.error());
    (*select)->bind(1, member);
    QList<Subscription> subscriptions;
    for (;;) {
        const auto row = (*select)->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        subscriptions.append(recordFrom<Subscription>(**select));
    }
    (*select)->reset();
    return subscriptions;
}

} // namespace lyceum::sync
