// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/applier.h"

#include "sync/engine/localrows.h"
#include "sync/engine/rowids.h"

using namespace Qt::StringLiterals;

namespace lyceum::sync {

using namespace storage;

Applier::Applier(ChangeSet& changes, RemoteIndex& index, const Writable& writable, qint64 noticedAtUtc)
    : m_changes(changes)
    , m_index(index)
    , m_writable(writable)
    , m_noticedAtUtc(noticedAtUtc)
{
}

Result<void> Applier::apply(Kind kind, const Batch& batch)
{
    if (auto claimed = claimAll(kind, batch); !claimed)
        return claimed;
    if (auto learnt = learnPending(kind, batch); !learnt)
        return learnt;
    if (auto put = putCatalogue(kind, batch); !put)
        return put;
    const auto each = [](const auto& rows, const auto& putOne) -> Result<void> {
        for (const auto* row : distinct(rows)) {
            if (auto put = putOne(*row); !put)
                return put;
        }
        return {};
    };
    switch (kind) {
    case Kind::Members: return each(batch.members, [this](const RemoteMember& row) { return putMember(row); });
    case Kind::Posts: return each(batch.posts, [this](const RemotePost& row) { return putPost(row); });
    case Kind::Comments: return each(batch.comments, [this](const RemoteComment& row) { return putComment(row); });
    case Kind::Reactions: return each(batch.reactions, [this](const RemoteReaction& row) { return putReaction(row); });
    case Kind::Events: return each(batch.events, [this](const RemoteEvent& row) { return putEvent(row); });
    case Kind::Tiers:
    case Kind::Labels:
    case Kind::Newsletters:
    case Kind::Offers:
    case Kind::Tags: return {};
    }
    return {};
}

Result<Applied> Applier::finish()
{
    for (const Wanted& wanted : std::as_const(m_members)) {
        if (!wanted.local || *wanted.local != wanted.member)
            m_changes.put(wanted.member);
    }
    m_members.clear();
    return m_applied;
}

// ---- ids

template <class Row>
Result<void> Applier::claim(Entity entity, const QList<Row>& rows)
{
    using T = std::decay_t<decltype(valueOf(rows.first()))>;
    for (const Row& row : rows) {
        const QString& remoteId = remoteIdOf(row);
        if (remoteId.isEmpty())
            return failure(Error::Kind::BadAnswer, QString::fromLatin1(specOf(entity).name), u"a row without an id"_s);
        const auto known = m_index.find(m_changes.connection(), entity, remoteId);
        if (!known)
            return tl::unexpected(known.error());
        if (*known != 0)
            continue;
        const auto removed = isRemovedHere(entity, remoteId);
        if (!removed)
            return tl::unexpected(removed.error());
        if (*removed)
            continue;
        const auto twin = twinOf(valueOf(row));
        if (!twin)
            return tl::unexpected(twin.error());
        if (*twin != 0) {
            m_index.add(entity, remoteId, *twin);
            m_adopted.insert({int(entity), *twin});
            continue;
        }
        const auto id = m_changes.nextId<T>();
        if (!id)
            return tl::unexpected(id.error());
        m_index.add(entity, remoteId, id->value);
        m_new.insert({int(entity), id->value});
    }
    return {};
}

/// Before any row is put, because rows of a page refer to each other in any order.
Result<void> Applier::claimAll(Kind kind, const Batch& batch)
{
    if (auto claimed = claim(Entity::Tier, batch.tiers); !claimed)
        return claimed;
    if (auto claimed = claim(Entity::Label, batch.labels); !claimed)
        return claimed;
    if (auto claimed = claim(Entity::Newsletter, batch.newsletters); !claimed)
        return claimed;
    if (auto claimed = claim(Entity::Offer, batch.offers); !claimed)
        return claimed;
    if (auto claimed = claim(Entity::Tag, batch.tags); !claimed)
        return claimed;
    switch (kind) {
    case Kind::Members: return claim(Entity::Member, batch.members);
    case Kind::Posts: return claim(Entity::Post, batch.posts);
    case Kind::Comments: return claim(Entity::Comment, batch.comments);
    case Kind::Reactions: return claim(Entity::Reaction, batch.reactions);
    default: return {};
    }
}

// ---- the catalogue: tiers, labels, newsletters, offers, tags

template <class T, class Row, class Resolve>
Result<void> Applier::putAll(bool whole, const QList<Row>& rows, Resolve resolveRow)
{
    constexpr Entity entity = Record<T>::entity;
    for (const Row* row : distinct(rows)) {
        T wanted = valueOf(*row);
        if (auto found = resolve(entity, remoteIdOf(*row), wanted.id); !found)
            return found;
        const bool arrives = isNew(entity, wanted.id.value);
        if (!wanted.id.isValid() || (!arrives && !whole && !m_adopted.contains({int(entity), wanted.id.value})))
            continue;
        if (auto done = resolveRow(*row, wanted); !done)
            return done;
        if (arrives) {
            m_changes.put(wanted);
            continue;
        }
        const auto local = rowOf<T>(m_changes.connection(), wanted.id.value);
        if (!local)
            return tl::unexpected(local.error());
        if (*local) {
            wanted = reconciled(&**local, wanted);
            if (auto kept = protect(**local, wanted); !kept)
                return kept;
        }
        if (*local != wanted)
            m_changes.put(wanted);
    }
    return {};
}

Result<void> Applier::putCatalogue(Kind kind, const Batch& batch)
{
    const auto nothing = [](const auto&, const auto&) -> Result<void> { return {}; };
    if (auto put = putAll<Tier>(kind == Kind::Tiers, batch.tiers, nothing); !put)
        return put;
    if (auto put = putAll<Label>(kind == Kind::Labels, batch.labels, nothing); !put)
        return put;
    if (auto put = putAll<Newsletter>(kind == Kind::Newsletters, batch.newsletters, nothing); !put)
        return put;
    const auto withTier = [this](const RemoteOffer& row, Offer& wanted) { return resolve(Entity::Tier, row.tier, wanted.tier); };
    if (auto put = putAll<Offer>(kind == Kind::Offers, batch.offers, withTier); !put)
        return put;
    return putAll<lyceum::Tag>(kind == Kind::Tags, batch.tags, nothing);
}

// ---- members

/// The member as this change set will leave it; null when there is none by that id.
Result<Applier::Wanted*> Applier::wantedMember(qint64 id)
{
    const auto found = m_members.find(id);
    if (found != m_members.end())
        return &*found;
    auto local = localMember(m_changes.connection(), id);
    if (!local)
        return tl::unexpected(local.error());
    if (!*local)
        return nullptr;
    return &*m_members.insert(id, {*local, **local});
}

Result<void> Applier::putMember(const RemoteMember& remote)
{
    Member wanted = remote.member;
    if (auto found = resolve(Entity::Member, wanted.remoteId, wanted.id); !found || !wanted.id.isValid())
        return found;
    const auto labels = resolved<LabelTag>(Entity::Label, remote.labels);
    if (!labels)
        return tl::unexpected(labels.error());
    const auto newsletters = resolved<NewsletterTag>(Entity::Newsletter, remote.newsletters);
    if (!newsletters)
        return tl::unexpected(newsletters.error());
    const auto tiers = resolved<TierTag>(Entity::Tier, remote.tiers);
    if (!tiers)
        return tl::unexpected(tiers.error());
    wanted.labels = *labels;
    wanted.newsletters = *newsletters;
    wanted.tiers = *tiers;

    auto local = mergeWithLocal(wanted, localMember);
    if (!local)
        return tl::unexpected(local.error());
    const MemberId id = wanted.id;
    m_members.insert(id.value, {*std::move(local), std::move(wanted)});
    return putSubscriptions(remote, id);
}

Result<void> Applier::putSubscriptions(const RemoteMember& remote, MemberId member)
{
    QList<Subscription> locals;
    if (!isNew(Entity::Member, member.value)) {
        auto read = subscriptionsOf(m_changes.connection(), member.value);
        if (!read)
            return tl::unexpected(read.error());
        locals = *std::move(read);
    }
    QSet<QString> listed;
    for (const RemoteMember::Paid& paid : remote.subscriptions) {
        Subscription wanted = paid.subscription;
        if (wanted.remoteId.isEmpty() || listed.contains(wanted.remoteId))
            continue;
        listed.insert(wanted.remoteId);
        if (auto found = resolve(Entity::Subscription, wanted.remoteId, wanted.id); !found)
            return found;
        wanted.member = member;
        if (auto found = resolve(Entity::Tier, paid.tier, wanted.tier); !found)
            return found;
        if (auto found = resolve(Entity::Offer, paid.offer, wanted.offer); !found)
            return found;
        if (!wanted.id.isValid()) {
            const auto id = m_changes.nextId<Subscription>();
            if (!id)
                return tl::unexpected(id.error());
            wanted.id = *id;
            m_index.add(Entity::Subscription, wanted.remoteId, id->value);
        }
        const auto same = std::ranges::find(locals, wanted.id, &Subscription::id);
        if (same == locals.end() || *same != wanted)
            m_changes.put(wanted);
    }
    for (const Subscription& local : std::as_const(locals)) {
        // One without the store's id was made here or imported, and is not the store's to end.
        if (local.remoteId.isEmpty() || listed.contains(local.remoteId))
            continue;
        const Subscription wanted = ended(local, m_noticedAtUtc);
        if (wanted != local)
            m_changes.put(wanted);
    }
    return {};
}

} // namespace lyceum::sync
