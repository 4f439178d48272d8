// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/applier.h"
#include "sync/engine/rowids.h"

namespace lyceum::sync {
namespace {

/// Gathers what is referred to, once each.
class Gatherer {
public:
    template <class Row>
    void has(Kind kind, const QList<Row>& rows)
    {
        for (const Row& row : rows)
            m_had[kind].insert(remoteIdOf(row));
    }
    void wants(Kind kind, const QString& remoteId)
    {
        if (!remoteId.isEmpty())
            m_wanted[kind].insert(remoteId);
    }
    void wants(Kind kind, const QStringList& remoteIds)
    {
        for (const QString& remoteId : remoteIds)
            wants(kind, remoteId);
    }

    [[nodiscard]] Result<References> missing(
        storage::Connection& connection, RemoteIndex& index, const QHash<Kind, QSet<QString>>& asked) const
    {
        References missing;
        for (auto it = m_wanted.cbegin(); it != m_wanted.cend(); ++it) {
            const QSet<QString> had = m_had.value(it.key()) + asked.value(it.key());
            QStringList ids;
            for (const QString& id : *it) {
                if (had.contains(id))
                    continue;
                const auto known = index.find(connection, entityOf(it.key()), id);
                if (!known)
                    return tl::unexpected(known.error());
                if (*known == 0)
                    ids.append(id);
            }
            if (ids.isEmpty())
                continue;
            ids.sort(); // the order of a set is no order
            missing.insert(it.key(), ids);
        }
        return missing;
    }

private:
    QHash<Kind, QSet<QString>> m_had;
    QHash<Kind, QSet<QString>> m_wanted;
};

} // namespace

Result<References> unknownReferences(
    storage::Connection& connection, RemoteIndex& index, Kind kind, const Batch& batch, const QHash<Kind, QSet<QString>>& asked)
{
    Gatherer gatherer;
    gatherer.has(Kind::Tiers, batch.tiers);
    gatherer.has(Kind::Labels, batch.labels);
    gatherer.has(Kind::Newsletters, batch.newsletters);
    gatherer.has(Kind::Offers, batch.offers);
    gatherer.has(Kind::Tags, batch.tags);
    for (const RemoteOffer& offer : batch.offers)
        gatherer.wants(Kind::Tiers, offer.tier);
    switch (kind) {
    case Kind::Members:
        gatherer.has(Kind::Members, batch.members);
        for (const RemoteMember& member : batch.members) {
            gatherer.wants(Kind::Labels, member.labels);
            gatherer.wants(Kind::Newsletters, member.newsletters);
            gatherer.wants(Kind::Tiers, member.tiers);
            for (const RemoteMember::Paid& paid : member.subscriptions) {
                gatherer.wants(Kind::Tiers, paid.tier);
                gatherer.wants(Kind::Offers, paid.offer);
            }
        }
        break;
    case Kind::Posts:
        for (const RemotePost& post : batch.posts) {
            gatherer.wants(Kind::Tags, post.tags);
            gatherer.wants(Kind::Tiers, post.tiers);
        }
        break;
    case Kind::Comments:
        gatherer.has(Kind::Comments, batch.comments);
        for (const RemoteComment& comment : batch.comments) {
            gatherer.wants(Kind::Posts, comment.post);
            gatherer.wants(Kind::Members, comment.member);
            gatherer.wants(Kind::Comments, comment.parent);
            gatherer.wants(Kind::Comments, comment.inReplyTo);
        }
        break;
    case Kind::Reactions:
        for (const RemoteReaction& reaction : batch.reactions) {
            gatherer.wants(Kind::Comments, reaction.comment);
            gatherer.wants(Kind::Members, reaction.member);
        }
        break;
    case Kind::Events:
        for (const RemoteEvent& event : batch.events) {
            gatherer.wants(Kind::Members, event.member);
            gatherer.wants(Kind::Posts, event.post);
        }
        break;
    case Kind::Tiers:
    case Kind::Labels:
    case Kind::Newsletters:
    case Kind::Offers:
    case Kind::Tags: break;
    }
    return gatherer.missing(connection, index, asked);
}

} // namespace lyceum::sync
