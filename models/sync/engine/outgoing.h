// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/hostedstore.h"
#include "sync/engine/rowstate.h"

namespace lyceum::sync {

/// A row of here in the store's words.
struct Outgoing {
    Batch row; ///< it alone, and the rows it refers to, with their names
    RowState state;
    QString remoteId; ///< empty: to be made
    QSet<QByteArray> unmade; ///< fields and sets that name a row the store has yet to learn of; left out of `row`
    QSet<qint64> unmadeLabels;
};
/// Nothing when there is no such row. Kinds that can be written only.
[[nodiscard]] Result<std::optional<Outgoing>> outgoing(storage::Connection& connection, Kind kind, qint64 row);

/// What finding a row again that was asked to be made goes by, put back to what the request said: `before` as in ChangesSince.
void rewindKey(Kind kind, Batch& row, const QHash<QByteArray, storage::Scalar>& before);

/// A row that was removed here while it was being made, as far as finding it again needs; nothing for kinds where what is found
/// might be somebody else's.
[[nodiscard]] Result<std::optional<Batch>> removedRow(storage::Connection& connection, Kind kind, const QList<storage::Scalar>& values);

/// What comes nearest to removing a row that a store does not let go: a tier or an offer is archived, a comment is marked deleted.
[[nodiscard]] RowWrite withdrawal(Kind kind, const QString& remoteId);

} // namespace lyceum::sync
