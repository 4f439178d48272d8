// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/pendingchanges.h"
#include "sync/engine/reconcile.h"
#include "sync/engine/remoteindex.h"

#include <QMap>

namespace lyceum::sync {

struct Applied {
    qint64 eventsKept = 0; ///< whose member is known, new or not
    qint64 eventsSkipped = 0; ///< of members neither we nor the store know
    qint64 deleted = 0; ///< rows marked or removed because the store has them no longer
};

/**
 * Fills a change set with what a batch of the store means for the workspace. One object a change set; applying the same batch again,
 * then or later, changes nothing.
 *
 * Of the batch's rows those of `kind` are taken as they are. The catalogue rows that come along with them (labels of these
 * members, tags of these posts) may be incomplete and only serve to know what is referred to: an unknown one is added, a known one stays.
 * A reference to what is not here becomes nobody, or is left out of its set; an event without a known member is skipped.
 */
class Applier {
public:
    /// All are borrowed for the life of the applier. `noticedAtUtc`: when deletions count as noticed.
    Applier(storage::ChangeSet& changes, RemoteIndex& index, const PendingChanges& pending, qint64 noticedAtUtc);

    [[nodiscard]] Result<void> apply(Kind kind, const Batch& batch);
    /// What the store has no longer: a member departs, a post and a comment are marked deleted, labels and tags are removed; rows of
    /// other kinds stay as they are.
    [[nodiscard]] Result<void> markGone(Kind kind, const QString& remoteId);
    /// Reactions of a comment that the store lists no longer; what they said remains in the events.
    [[nodiscard]] Result<void> removeReactions(const QList<qint64>& ids);
    /// Puts what was gathered into the change set. Once, at the end.
    [[nodiscard]] Result<Applied> finish();

private:
    struct Wanted {
        std::optional<Member> local;
        Member member;
    };

    template <class Row>
    [[nodiscard]] Result<void> claim(storage::Entity entity, const QList<Row>& rows);
    template <class T, class Row, class Resolve>
    [[nodiscard]] Result<void> putAll(bool whole, const QList<Row>& rows, Resolve resolve);
    /// Keeps what a person changed here and the store has yet to learn.
    template <class T>
    void protect(const T& local, T& wanted);
    /// Makes of what the store has what shall stand here: what only this side knows is kept, and what a person has yet to push protected.
    /// Answers the row as it stands, nothing for a new one. `read` reads it by id.
    template <class T, class Read>
    [[nodiscard]] Result<std::optional<T>> mergeWithLocal(T& wanted, Read read);
    template <class Tag>
    [[nodiscard]] Result<QList<Id<Tag>>> resolved(storage::Entity entity, const QStringList& remoteIds);
    template <class Tag>
    [[nodiscard]] Result<void> resolve(storage::Entity entity, const QString& remoteId, Id<Tag>& id);

    [[nodiscard]] Result<void> claimAll(Kind kind, const Batch& batch);
    [[nodiscard]] Result<void> putCatalogue(Kind kind, const Batch& batch);
    [[nodiscard]] Result<void> putMember(const RemoteMember& remote);
    [[nodiscard]] Result<void> putSubscriptions(const RemoteMember& remote, MemberId member);
    [[nodiscard]] Result<void> putPost(const RemotePost& remote);
    [[nodiscard]] Result<void> putComment(const RemoteComment& remote);
    [[nodiscard]] Result<void> putReaction(const RemoteReaction& remote);
    [[nodiscard]] Result<void> putEvent(const RemoteEvent& remote);
    [[nodiscard]] Result<void> noteSource(MemberId member, const RemoteEvent& remote);
    /// An event that follows from a row: somebody commented, liked, reported.
    [[nodiscard]] Result<void> addActivity(EventKind kind, const QString& remoteId, MemberId member, PostId post, std::optional<qint64> atUtc);
    [[nodiscard]] Result<Wanted*> wantedMember(qint64 id);
    [[nodiscard]] bool isNew(storage::Entity entity, qint64 id) const { return m_new.contains({int(entity), id}); }

    storage::ChangeSet& m_changes;
    RemoteIndex& m_index;
    const PendingChanges& m_pending;
    qint64 m_noticedAtUtc;
    QSet<std::pair<int, qint64>> m_new;
    QMap<qint64, Wanted> m_members; ///< put at the end: a member's row and its sign-up may come in one batch
    QHash<qint64, Comment> m_comments; ///< of this batch: reactions ask for their post
    Applied m_applied;
};

template <class Tag>
Result<void> Applier::resolve(storage::Entity entity, const QString& remoteId, Id<Tag>& id)
{
    const auto found = m_index.find(m_changes.connection(), entity, remoteId);
    if (!found)
        return tl::unexpected(found.error());
    id.value = *found;
    return {};
}

template <class Tag>
Result<QList<Id<Tag>>> Applier::resolved(storage::Entity entity, const QStringList& remoteIds)
{
    QList<Id<Tag>> ids;
    for (const QString& remoteId : remoteIds) {
        Id<Tag> id;
        if (auto found = resolve(entity, remoteId, id); !found)
            return tl::unexpected(found.error());
        if (id.isValid())
            ids.append(id);
    }
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

template <class T>
void Applier::protect(const T& local, T& wanted)
{
    constexpr storage::Entity entity = storage::Record<T>::entity;
    const PendingFields* pending = m_pending.of(entity, local.id.value);
    if (!pending)
        return;
    const Merge merge = keepMine(local, wanted, *pending);
    for (const FieldConflict& conflict : merge.conflicts)
        m_changes.noteConflict({entity, local.id.value, conflict.field, conflict.base, conflict.mine, conflict.theirs});
    for (const QByteArray& field : merge.agreed)
        m_changes.settleConflict(entity, local.id.value, field);
    if constexpr (std::is_same_v<T, Member>) {
        wanted.labels = mergedSet(wanted.labels, pending->sets.value("labels"));
        wanted.newsletters = mergedSet(wanted.newsletters, pending->sets.value("newsletters"));
        wanted.tiers = mergedSet(wanted.tiers, pending->sets.value("tiers"));
    } else if constexpr (std::is_same_v<T, Post>) {
        wanted.tags = mergedSet(wanted.tags, pending->sets.value("tags"));
        wanted.tiers = mergedSet(wanted.tiers, pending->sets.value("tiers"));
    }
}

template <class T, class Read>
Result<std::optional<T>> Applier::mergeWithLocal(T& wanted, Read read)
{
    std::optional<T> local;
    if (!isNew(storage::Record<T>::entity, wanted.id.value)) {
        Result<std::optional<T>> found = read(m_changes.connection(), wanted.id.value);
        if (!found)
            return found;
        local = *std::move(found);
    }
    wanted = reconciled(local ? &*local : nullptr, wanted);
    if (local)
        protect(*local, wanted);
    return local;
}

/// What a batch refers to and is neither here nor in the batch itself.
using References = QHash<Kind, QStringList>;
/// Leaves out what was `asked` for before.
[[nodiscard]] Result<References> unknownReferences(
    storage::Connection& connection, RemoteIndex& index, Kind kind, const Batch& batch, const QHash<Kind, QSet<QString>>& asked);

} // namespace lyceum::sync
