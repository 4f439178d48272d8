// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/applier.h"

#include "sync/engine/localrows.h"

using namespace Qt::StringLiterals;

// What members write, do and leave behind: posts, comments, reactions, events.

namespace lyceum::sync {

using namespace storage;

// ---- content and discussions

Result<void> Applier::putPost(const RemotePost& remote)
{
    Post wanted = remote.post;
    if (auto found = resolve(Entity::Post, wanted.remoteId, wanted.id); !found || !wanted.id.isValid())
        return found;
    const auto tags = resolved<TagTag>(Entity::Tag, remote.tags);
    if (!tags)
        return tl::unexpected(tags.error());
    const auto tiers = resolved<TierTag>(Entity::Tier, remote.tiers);
    if (!tiers)
        return tl::unexpected(tiers.error());
    wanted.tags = *tags;
    wanted.tiers = *tiers;
    const auto local = mergeWithLocal(wanted, localPost);
    if (!local)
        return tl::unexpected(local.error());
    if (*local != wanted)
        m_changes.put(wanted);
    return {};
}

Result<void> Applier::putComment(const RemoteComment& remote)
{
    Comment wanted = remote.comment;
    if (auto found = resolve(Entity::Comment, wanted.remoteId, wanted.id); !found || !wanted.id.isValid())
        return found;
    if (auto found = resolve(Entity::Post, remote.post, wanted.post); !found)
        return found;
    if (auto found = resolve(Entity::Member, remote.member, wanted.member); !found)
        return found;
    if (auto found = resolve(Entity::Comment, remote.parent, wanted.parent); !found)
        return found;
    if (auto found = resolve(Entity::Comment, remote.inReplyTo, wanted.inReplyTo); !found)
        return found;
    const auto local = mergeWithLocal(wanted, rowOf<Comment>);
    if (!local)
        return tl::unexpected(local.error());
    if (*local != wanted)
        m_changes.put(wanted);
    m_comments.insert(wanted.id.value, wanted);
    if (*local && (*local)->member.isValid() && !(*local)->remoteId.isEmpty())
        return {};
    return addActivity(EventKind::Comment, wanted.remoteId, wanted.member, wanted.post, wanted.createdAtUtc);
}

Result<void> Applier::putReaction(const RemoteReaction& remote)
{
    Reaction wanted = remote.reaction;
    if (auto found = resolve(Entity::Reaction, wanted.remoteId, wanted.id); !found)
        return found;
    if (auto found = resolve(Entity::Comment, remote.comment, wanted.comment); !found)
        return found;
    if (!wanted.comment.isValid()) { // its comment is gone from the store, and with it the reaction
        m_index.forget(Entity::Reaction, wanted.remoteId);
        return {};
    }
    if (auto found = resolve(Entity::Member, remote.member, wanted.member); !found)
        return found;
    const auto local = mergeWithLocal(wanted, rowOf<Reaction>);
    if (!local)
        return tl::unexpected(local.error());
    if (*local != wanted)
        m_changes.put(wanted);
    if (*local && (*local)->member.isValid())
        return {};
    if (!m_comments.contains(wanted.comment.value)) {
        const auto comment = rowOf<Comment>(m_changes.connection(), wanted.comment.value);
        if (!comment)
            return tl::unexpected(comment.error());
        m_comments.insert(wanted.comment.value, comment->value_or(Comment()));
    }
    const EventKind kind = wanted.kind == Reaction::Kind::Like ? EventKind::Like
        : wanted.kind == Reaction::Kind::Dislike               ? EventKind::Dislike
                                                               : EventKind::Report;
    return addActivity(kind, wanted.remoteId, wanted.member, m_comments.value(wanted.comment.value).post, wanted.atUtc);
}

Result<void> Applier::addActivity(EventKind kind, const QString& remoteId, MemberId member, PostId post, std::optional<qint64> atUtc)
{
    if (!member.isValid() || !atUtc)
        return {}; // nobody's, or at no time: nothing that a history could hold
    const auto id = m_changes.nextId<Event>();
    if (!id)
        return tl::unexpected(id.error());
    m_changes.add(Event {.id = *id, .kind = kind, .remoteId = remoteId, .member = member, .atUtc = *atUtc, .post = post, .amount = 0, .text = {}});
    return {};
}

Result<void> Applier::removeReactions(const QList<qint64>& ids)
{
    for (const qint64 id : ids) {
        const auto reaction = rowOf<Reaction>(m_changes.connection(), id);
        if (!reaction)
            return tl::unexpected(reaction.error());
        if (!*reaction)
            continue;
        m_index.forget(Entity::Reaction, (*reaction)->remoteId);
        m_changes.remove(Entity::Reaction, (*reaction)->id);
        ++m_applied.deleted;
    }
    return {};
}

// ---- events

Result<void> Applier::putEvent(const RemoteEvent& remote)
{
    if (remote.event.remoteId.isEmpty())
        return failure(Error::Kind::BadAnswer, u"event"_s, u"a row without an id"_s);
    Event event = remote.event;
    if (auto found = resolve(Entity::Member, remote.member, event.member); !found)
        return found;
    if (!event.member.isValid()) {
        ++m_applied.eventsSkipped;
        return {};
    }
    ++m_applied.eventsKept;
    if (auto found = resolve(Entity::Post, remote.post, event.post); !found)
        return found;
    const auto id = m_changes.nextId<Event>();
    if (!id)
        return tl::unexpected(id.error());
    event.id = *id;
    std::optional<SubscriptionChange> change = remote.change;
    if (change)
        change->event = event.id;
    std::optional<Payment> payment = remote.payment;
    if (payment) {
        const auto paymentId = m_changes.nextId<Payment>();
        if (!paymentId)
            return tl::unexpected(paymentId.error());
        payment->id = *paymentId;
        payment->member = event.member;
    }
    m_changes.add(event, change, payment);
    return noteSource(event.member, remote);
}

/// A sign-up may tell where the member came from, which the member's own row does not.
Result<void> Applier::noteSource(MemberId member, const RemoteEvent& remote)
{
    const bool isSignup = remote.event.kind == EventKind::Signup || (remote.change && remote.change->signup);
    if (!isSignup || remote.source.isEmpty())
        return {};
    const auto wanted = wantedMember(member.value);
    if (!wanted)
        return tl::unexpected(wanted.error());
    if (!*wanted || !(*wanted)->member.source.isEmpty())
        return {};
    (*wanted)->member.source = remote.source;
    (*wanted)->member.sourceMedium = remote.sourceMedium;
    return {};
}

} // namespace lyceum::sync
