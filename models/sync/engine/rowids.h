// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/hostedstore.h"

#include <QHash>
#include <QList>

namespace lyceum::sync {

// The store's rows seen alike: the value within, its remote id, and a page's rows without repetitions.

inline const Tier& valueOf(const Tier& row) { return row; }
inline const Label& valueOf(const Label& row) { return row; }
inline const Newsletter& valueOf(const Newsletter& row) { return row; }
inline const Offer& valueOf(const RemoteOffer& row) { return row.offer; }
inline const Tag& valueOf(const Tag& row) { return row; }
inline const Member& valueOf(const RemoteMember& row) { return row.member; }
inline const Post& valueOf(const RemotePost& row) { return row.post; }
inline const Comment& valueOf(const RemoteComment& row) { return row.comment; }
inline const Reaction& valueOf(const RemoteReaction& row) { return row.reaction; }
inline const Event& valueOf(const RemoteEvent& row) { return row.event; }

template <class Row>
const QString& remoteIdOf(const Row& row)
{
    return valueOf(row).remoteId;
}

/// The rows in their order, of repeated ones the last: it was read last.
template <class Row>
QList<const Row*> distinct(const QList<Row>& rows)
{
    QHash<QString, const Row*> last;
    for (const Row& row : rows)
        last.insert(remoteIdOf(row), &row);
    QList<const Row*> kept;
    kept.reserve(last.size());
    for (const Row& row : rows) {
        if (last.value(remoteIdOf(row)) == &row)
            kept.append(&row);
    }
    return kept;
}

/// Calls `use` with the rows of a kind.
template <class Use>
void withRows(Kind kind, const Batch& batch, Use use)
{
    switch (kind) {
    case Kind::Tiers: return use(batch.tiers);
    case Kind::Labels: return use(batch.labels);
    case Kind::Newsletters: return use(batch.newsletters);
    case Kind::Offers: return use(batch.offers);
    case Kind::Tags: return use(batch.tags);
    case Kind::Members: return use(batch.members);
    case Kind::Posts: return use(batch.posts);
    case Kind::Comments: return use(batch.comments);
    case Kind::Reactions: return use(batch.reactions);
    case Kind::Events: return use(batch.events);
    }
}

} // namespace lyceum::sync
