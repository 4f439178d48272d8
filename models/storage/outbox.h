// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/workspacefile.h"

#include <optional>

namespace lyceum::storage {

/**
 * All that was done here to one row and that the store has yet to learn.
 *
 * What was done and then taken back (undone, or typed back) leaves an item without fields. It is not listed nor counted unless asked for
 * with OutboxQuery::takenBack; only the push may drop it, because it alone knows whether a request of it is under way.
 */
struct OutboxItem {
    enum class Operation { Make, Change, Remove };

    Entity entity = Entity::Member;
    qint64 row = 0;
    Operation operation = Operation::Change;
    OutboxState state = OutboxState::Pending; ///< of its outbox rows, the first of: sending, paused, pending, parked, local
    bool held = false; ///< it has an open conflict; the fields that are in none go on
    int attempts = 0; ///< that failed, of the newest outbox row in this state: a later change begins anew, and is tried at once
    std::optional<qint64> nextAttemptAtUtc; ///< not before; none: at once
    QString problem; ///< why it is parked, or what went wrong last
    qint64 sinceUtc = 0; ///< of the first change
    qint64 firstEntry = 0; ///< of the journal
    qint64 lastEntry = 0;
    qint64 firstOutboxId = 0; ///< items are listed in its order
    qint64 lastOutboxId = 0; ///< what OutboxMark::upTo takes when all that is known here was sent
    qint64 lastSendingId = 0; ///< of those that were in a request whose answer is not known; 0: none
    QString title; ///< e-mail, name, title or first words; of a removed row as it was
    QByteArrayList fields; ///< columns and sets whose value differs from what the store had; of a row to be made all that are set; sorted
};
[[nodiscard]] QString nameOf(OutboxItem::Operation operation); ///< "make", "change", "remove"

struct OutboxQuery {
    std::optional<OutboxState> state;
    std::optional<Entity> entity;
    std::optional<qint64> row; ///< with `entity`: this one
    bool takenBack = false; ///< also those with nothing left to send: the push drops them
    int limit = -1; ///< all
    std::optional<qint64> after; ///< the firstOutboxId of the last item of the page before
};

/// Oldest first. Cost of a page: its items, and stepping over those the query leaves out.
[[nodiscard]] Result<QList<OutboxItem>> outboxItems(Connection& connection, const OutboxQuery& query);

struct OutboxCounts {
    qint64 items = 0; ///< the sum of the five states
    qint64 pending = 0;
    qint64 sending = 0;
    qint64 paused = 0;
    qint64 parked = 0;
    qint64 local = 0;
    qint64 held = 0; ///< of all items, those with an open conflict

    friend bool operator==(const OutboxCounts&, const OutboxCounts&) = default;
};
/// Exact, also about what was taken back; so it reads every item, at some 15 µs each.
[[nodiscard]] Result<OutboxCounts> outboxCounts(Connection& connection);

/**
 * Holds an item back, or lets it go again with its attempts forgotten.
 *
 * Of these three: NotFound when nothing of the row waits; BadInput when the item is being sent, because what became of it has to be
 * known first; and the errors of committing. Then nothing was changed.
 */
[[nodiscard]] Result<ChangeSummary> pauseItem(WorkspaceFile& file, const QString& author, Entity entity, qint64 row, bool paused);
/// Sends an item that was parked, waits for its next attempt or could not be held by the store once more, at the next push, its attempts
/// forgotten. BadInput also when it is paused.
[[nodiscard]] Result<ChangeSummary> retryItem(WorkspaceFile& file, const QString& author, Entity entity, qint64 row);
/**
 * Takes the item's changes back here and drops it: each field goes to what the store had last (in an open conflict: theirs), each set
 * loses what was added and gets back what was dropped, a row that was to be made is removed, one to be removed comes back with what hung on
 * it. Its conflicts are closed. Journalled as the person's change; it can be undone, and then waits again.
 *
 * BadInput also when other rows refer to one that was to be made and do not go with it; they have to be discarded first.
 */
[[nodiscard]] Result<ChangeSummary> discardItem(WorkspaceFile& file, const QString& author, Entity entity, qint64 row);

} // namespace lyceum::storage
