// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/pendingchanges.h"
#include "sync/engine/remoteindex.h"
#include "sync/engine/rowmerge.h"
#include "sync/engine/rowstate.h"
#include "sync/engine/writable.h"

#include <QMap>

namespace lyceum::sync {

struct Applied {
    qint64 eventsKept = 0; ///< whose member is known, new or not
    qint64 eventsSkipped = 0; ///< of members neither we nor the store know
    qint64 deleted = 0; ///< rows marked or removed because the store has them no longer
};

/// The field that says a row is gone, where the kind has one; null where it has none or the row is not.
[[nodiscard]] storage::Scalar goneValue(storage::Entity entity, const RowState& row);
/// Whether the row was removed here and the store has yet to learn.
[[nodiscard]] bool isRemoving(storage::Entity entity, const RowHistory& history, const RowState& mine);
/// Whether something changed here was not in what the store answers to, and still differs.
[[nodiscard]] bool remains(storage::Entity entity, const RowHistory& history, const RowState& mine, const RowState& theirs);
/// Whether a person would call the row changed: not by counts and dates.
[[nodiscard]] bool isEditedThere(storage::Entity entity, const RowState& before, const RowState& after);

/**
 * Fills a change set with what a batch of the store means for the workspace. One object a change set; applying the same batch again,
 * then or later, changes nothing.
 *
 * Of the batch's rows those of `kind` are taken as they are. The catalogue rows that come along with them (labels of these
 * members, tags of these posts) may be incomplete and only serve to know what is referred to: an unknown one is added, a known one stays.
 * A reference to what is not here becomes nobody, or is left out of its set; an event without a known member is skipped.
 *
 * What was changed here and the store has yet to learn stays. Where the store changed it too, a conflict is noted. A row that was made here
 * and meanwhile there as well (a member by e-mail, a label or tag by name) becomes one. What was removed here does not come back.
 */
class Applier {
public:
    /// All are borrowed for the life of the applier. `noticedAtUtc`: when deletions count as noticed.
    Applier(storage::ChangeSet& changes, RemoteIndex& index, const Writable& writable, qint64 noticedAtUtc);

    [[nodiscard]] Result<void> apply(Kind kind, const Batch& batch);

    /// What was asked of the store about one row, and now comes back from it.
    struct Answer {
        Kind kind = Kind::Members;
        qint64 row = 0;
        Coming coming = Coming::Answered; ///< not Read
        QSet<QByteArray> sent;
        qint64 upTo = 0; ///< the last outbox row that was in it
        bool isWhole = true; ///< nothing else of the row waits to be sent
        bool isLate = false; ///< the answer was lost, and the row found later
        storage::OutboxState rest = storage::OutboxState::Pending; ///< in which state it goes on when something remains
    };
    /// Applies it, and marks the row's outbox rows: done, or pending again where something remains. Answers whether it is done.
    [[nodiscard]] Result<bool> applyAnswer(const Batch& batch, const Answer& answer);

    enum class Gone { Unlisted, Entirely };
    /**
     * What the store has no longer: a member departs, a post and a comment are marked deleted, labels and tags are removed; rows of
     * other kinds stay as they are. A comment may be `Unlisted` and yet be there, marked deleted.
     *
     * Was it changed here, that is a conflict. Was its removal taken back here, it is to be made again. Was it removed here too, it is done.
     */
    [[nodiscard]] Result<void> markGone(Kind kind, const QString& remoteId, Gone gone = Gone::Unlisted);
    /// Reactions of a comment that the store lists no longer; what they said remains in the events.
    [[nodiscard]] Result<void> removeReactions(const QList<qint64>& ids);
    /// Puts what was gathered into the change set. Once, at the end.
    [[nodiscard]] Result<Applied> finish();

    /// The rows of `kind` as the store has them, with ids of here: to be held against how they stand.
    void rememberStore() { m_remembers = true; }
    [[nodiscard]] const QHash<qint64, RowState>& store() const { return m_store; }

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
    [[nodiscard]] Result<void> protect(const T& local, T& wanted);
    template <class T>
    Merge merge(const T& local, T& wanted, const RowHistory& history);
    void noteMerge(storage::Entity entity, qint64 row, const Merge& merge);
    [[nodiscard]] Result<RowHistory> historyOf(storage::Entity entity, qint64 row, bool isAdopted);
    /// What waits of the rows of `kind` that came, and what was removed here.
    [[nodiscard]] Result<void> learnPending(Kind kind, const Batch& batch);
    [[nodiscard]] Result<bool> isRemovedHere(storage::Entity entity, const QString& remoteId);
    /// The row here that the store's turns out to be, because it was made on both sides; 0: none.
    template <class Row>
    [[nodiscard]] Result<qint64> twinOf(const Row& row);
    [[nodiscard]] Result<bool> isOutboxEmpty();
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

    // appliergone.cpp
    enum class Departure { Goes, Stays, Returns };
    [[nodiscard]] Result<Departure> departureOf(Kind kind, qint64 id, bool isGoneHere);
    [[nodiscard]] Result<void> elementGone(Kind kind, const QString& remoteId, qint64 id);
    [[nodiscard]] Result<void> commentGone(qint64 id, Gone gone);
    void markDone(storage::Entity entity, qint64 row) { m_changes.markOutbox({entity, row, 0, {}, 0, {}, {}}); }
    [[nodiscard]] bool isNew(storage::Entity entity, qint64 id) const { return m_new.contains({int(entity), id}); }

    storage::ChangeSet& m_changes;
    RemoteIndex& m_index;
    const Writable& m_writable;
    qint64 m_noticedAtUtc;
    std::optional<bool> m_outboxEmpty;
    Kind m_kind = Kind::Members; ///< whose rows are applied whole
    PendingChanges m_pending; ///< of the rows that are being applied
    QHash<qint64, qint64> m_sending;
    OpenFields m_open;
    QHash<storage::Entity, QSet<QString>> m_removedHere; ///< by their remote ids
    const Answer* m_answer = nullptr; ///< while one is applied
    bool m_answerRemains = false;
    bool m_remembers = false;
    QHash<qint64, RowState> m_store;
    QSet<std::pair<int, qint64>> m_adopted;
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
Merge Applier::merge(const T& local, T& wanted, const RowHistory& history)
{
    const Merge fields = keepMine(local, wanted, history);
    const auto set = [&](const QByteArray& name, auto T::*elements) {
        wanted.*elements = mergedSet(wanted.*elements, mySet(name, numbersOf(local.*elements), history));
    };
    if constexpr (std::is_same_v<T, Member>) {
        set("labels", &Member::labels);
        set("newsletters", &Member::newsletters);
        set("tiers", &Member::tiers);
    } else if constexpr (std::is_same_v<T, Post>) {
        set("tags", &Post::tags);
        set("tiers", &Post::tiers);
    }
    return fields;
}

template <class T>
Result<void> Applier::protect(const T& local, T& wanted)
{
    constexpr storage::Entity entity = storage::Record<T>::entity;
    const qint64 row = local.id.value;
    if (m_remembers && entity == entityOf(m_kind))
        m_store.insert(row, stateOf(wanted));
    const auto isEmpty = isOutboxEmpty();
    if (!isEmpty)
        return tl::unexpected(isEmpty.error());
    if (*isEmpty || entity != entityOf(m_kind))
        return {};
    auto history = historyOf(entity, row, local.remoteId.isEmpty());
    if (!history)
        return tl::unexpected(history.error());
    const T theirs = wanted;
    Merge merged = merge(local, wanted, *history);
    if (history->coming != Coming::Read && history->isLast
        && (!merged.rebased.isEmpty() || remains(entity, *history, stateOf(local), stateOf(theirs)))) {
        // Something remains after all: then what was sent must not count as pending any more either.
        history->isLast = false;
        wanted = theirs;
        merged = merge(local, wanted, *history);
    }
    if (m_answer && m_answer->row == row)
        m_answerRemains = !history->isLast || !merged.conflicts.isEmpty() || remains(entity, *history, stateOf(local), stateOf(theirs));
    noteMerge(entity, row, merged);
    if (history->coming == Coming::Read && isRemoving(entity, *history, stateOf(local)) && isEditedThere(entity, stateOf(local), stateOf(wanted)))
        m_changes.noteConflict({entity, row, history->goneField, {}, goneValue(entity, stateOf(local)), {}});
    return {};
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
    if (local) {
        if (auto kept = protect(*local, wanted); !kept)
            return tl::unexpected(kept.error());
    }
    return local;
}

/// What a batch refers to and is neither here nor in the batch itself.
using References = QHash<Kind, QStringList>;
/// Leaves out what was `asked` for before.
[[nodiscard]] Result<References> unknownReferences(
    storage::Connection& connection, RemoteIndex& index, Kind kind, const Batch& batch, const QHash<Kind, QSet<QString>>& asked);

} // namespace lyceum::sync
