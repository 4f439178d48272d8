// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/pendingchanges.h"
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
    template <class T>
    void protect(const T& local, T& wanted);
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

/// What a batch refers to and is neither here nor in the batch itself.
using References = QHash<Kind, QStringList>;
/// Leaves out what was `asked` for before.
[[nodiscard]] Result<References> unknownReferences(
    storage::Connection& connection, RemoteIndex& index, Kind kind, const Batch& batch, const QHash<Kind, QSet<QString>>& asked);

} // namespace lyceum::sync
