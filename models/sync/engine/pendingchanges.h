// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/pendingitem.h"

namespace lyceum::sync {

using PendingFields = storage::PendingFields;

/// What was changed here and waits in the outbox, by row. What a settled conflict rebased has the store's value as its base.
class PendingChanges {
public:
    /// Of all that waits: some 15 µs a row. Inside the commit of a page ask for its rows instead.
    [[nodiscard]] static Result<PendingChanges> read(storage::Connection& connection);
    /// Of these rows only, whatever else waits.
    [[nodiscard]] static Result<PendingChanges> read(storage::Connection& connection, storage::Entity entity, const QList<qint64>& rows);
    /**
     * As it will be when the outbox rows up to an id are done: row -> OutboxMark::upTo.
     *
     * To be asked when the answer to a request is applied. What was changed or taken back here while the request was under way has that
     * request's value as its base, and only so it is kept over the answer.
     */
    [[nodiscard]] static Result<PendingChanges> readAfter(
        storage::Connection& connection, storage::Entity entity, const QHash<qint64, qint64>& done);

    /// Null for a row of which the store has nothing to learn, for one that is to be made (all of it is mine) and for a removed one.
    [[nodiscard]] const PendingFields* of(storage::Entity entity, qint64 row) const;
    /// Whether the row stands here, waits in the outbox and has no id of the store.
    [[nodiscard]] bool isToBeMade(storage::Entity entity, qint64 row) const;
    /// Whether anything of the row stands in the outbox, also when it comes to nothing.
    [[nodiscard]] bool waits(storage::Entity entity, qint64 row) const;

    /// A row that was removed here and that the store may have: with its id there; or without one while a request that makes it is under way.
    struct Removed {
        storage::Entity entity = storage::Entity::Label;
        qint64 row = 0;
        QString remoteId;
        QList<storage::Scalar> values; ///< as it was, in the order of EntitySpec::columns
    };
    [[nodiscard]] const QList<Removed>& removed() const { return m_removed; }

private:
    using Key = std::pair<int, qint64>;
    [[nodiscard]] Result<void> add(storage::Connection& connection, storage::Entity entity, qint64 row, qint64 upTo);

    QHash<Key, storage::PendingItem> m_items;
    QList<Removed> m_removed;
};

} // namespace lyceum::sync
