// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/entity.h"

#include <QHash>
#include <QSet>

namespace lyceum::storage {

/// What a person changed in one row here and the store has yet to learn. What was changed and changed back is not in it.
struct PendingFields {
    QHash<QByteArray, Scalar> base; ///< field -> what stood there before the first of these changes, or what the store had when a conflict was settled
    struct Set {
        QSet<qint64> added;
        QSet<qint64> dropped;
    };
    QHash<QByteArray, Set> sets; ///< none of them empty

    [[nodiscard]] bool isEmpty() const { return base.isEmpty() && sets.isEmpty(); }
};

/// All that waits in the outbox of one row.
struct PendingItem {
    Entity entity = Entity::Member;
    qint64 row = 0;
    std::optional<QList<Scalar>> now; ///< the row as it stands, in the order of EntitySpec::columns; nothing when it is not there
    bool isToBeMade = false; ///< it stands here and the store has no id for it: all of it is to be sent
    QString formerRemoteId; ///< of a row to be made again: what the store knew it by
    bool isRemoved = false; ///< it stood here and was removed: `remoteId` and `removed` are from the journal
    QString remoteId; ///< empty when the store has never answered one
    QList<Scalar> removed; ///< as it was, in the order of EntitySpec::columns
    qint64 removalEntry = 0; ///< the journal entry that removed it
    PendingFields fields;

    /// Whether there is nothing the store has to learn: what was done was taken back, or the row went with the store's.
    [[nodiscard]] bool isEmpty() const { return now ? !isToBeMade && fields.isEmpty() : !isRemoved || remoteId.isEmpty(); }
};

/// The column that is the store's word and never a pending change.
inline constexpr char kRemoteIdColumn[] = "remote_id";

/**
 * Reads what waits of one row from the outbox and the journal; nothing when no outbox row of it comes after `upTo`.
 *
 * @param upTo  an outbox id: as it will be when the outbox rows up to it are done. 0: as it is.
 *              Cost: the changes of that row, whatever else waits.
 */
[[nodiscard]] Result<std::optional<PendingItem>> pendingItem(Connection& connection, Entity entity, qint64 row, qint64 upTo = 0);

} // namespace lyceum::storage
