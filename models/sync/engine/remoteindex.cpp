// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/remoteindex.h"

namespace lyceum::sync {

using namespace storage;

Entity entityOf(Kind kind)
{
    switch (kind) {
    case Kind::Tiers: return Entity::Tier;
    case Kind::Labels: return Entity::Label;
    case Kind::Newsletters: return Entity::Newsletter;
    case Kind::Offers: return Entity::Offer;
    case Kind::Tags: return Entity::Tag;
    case Kind::Members: return Entity::Member;
    case Kind::Posts: return Entity::Post;
    case Kind::Comments: return Entity::Comment;
    case Kind::Reactions: return Entity::Reaction;
    case Kind::Events: return Entity::Event;
    }
    return Entity::Event;
}

Result<qint64> RemoteIndex::find(Connection& connection, Entity entity, const QString& remoteId)
{
    if (remoteId.isEmpty())
        return 0;
    QHash<QString, qint64>& known = m_ids.at(std::size_t(entity));
    if (const auto found = known.constFind(remoteId); found != known.constEnd())
        return *found;
    auto select = connection.cached("SELECT id FROM " + specOf(entity).table + " WHERE remote_id = ?");
    if (!select)
        return tl::unexpected(select.error());
    (*select)->bind(1, remoteId);
    const auto row = (*select)->step();
    if (!row)
        return tl::unexpected(row.error());
    const qint64 id = *row ? (*select)->integer(0) : 0;
    (*select)->reset();
    if (id != 0)
        known.insert(remoteId, id);
    return id;
}

} // namespace lyceum::sync
