// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/changeset.h"

#include <QHash>
#include <QSet>

namespace lyceum::sync {

// What the outbox, the journal and the conflicts know of rows, beside what is pending.

/// What was changed here after an outbox row, whether or not it came to something.
struct ChangesSince {
    QHash<QByteArray, storage::Scalar> before; ///< field -> its value when that outbox row was the last
    QHash<QByteArray, QSet<qint64>> touched; ///< set -> elements that were added or dropped
};
/// `upTo`: an outbox id. Cost: the changes of that row.
[[nodiscard]] Result<ChangesSince> changesSince(storage::Connection& connection, storage::Entity entity, qint64 row, qint64 upTo);

/// Rows of which a request is under way, or was when the program ended: row -> the last outbox row that was in it.
[[nodiscard]] Result<QHash<qint64, qint64>> rowsBeingSent(storage::Connection& connection, storage::Entity entity);

/// Open conflicts: row -> field -> what both sides began from.
using OpenFields = QHash<qint64, QHash<QByteArray, storage::Scalar>>;
[[nodiscard]] Result<OpenFields> openFields(storage::Connection& connection, storage::Entity entity);

/// The last outbox row of a row; 0: nothing of it waits.
[[nodiscard]] Result<qint64> lastOutboxId(storage::Connection& connection, storage::Entity entity, qint64 row);
[[nodiscard]] Result<bool> isOutboxEmpty(storage::Connection& connection);
/// Rows of an entity that were removed here and wait: the store may still list them.
[[nodiscard]] Result<QList<qint64>> rowsRemovedHere(storage::Connection& connection, storage::Entity entity);
/// Whether the row stands here by a change that waits: it was removed, and that was taken back, or it is new.
[[nodiscard]] Result<bool> isBackHere(storage::Connection& connection, storage::Entity entity, qint64 row);
/// Whether some member or post was given the element (a label, a tag) here and the store has yet to learn.
[[nodiscard]] Result<bool> isBeingGiven(storage::Connection& connection, storage::Entity element, qint64 id);

} // namespace lyceum::sync
