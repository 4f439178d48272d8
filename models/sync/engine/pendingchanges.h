// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/reconcile.h"

namespace lyceum::sync {

/// What was changed here and waits in the outbox, by row.
class PendingChanges {
public:
    /// Reads the outbox and the journal entries it points at; cheap where the outbox is empty.
    [[nodiscard]] static Result<PendingChanges> read(storage::Connection& connection);

    /// Null for a row nobody touched.
    [[nodiscard]] const PendingFields* of(storage::Entity entity, qint64 row) const;

private:
    QHash<std::pair<int, qint64>, PendingFields> m_rows;
};

} // namespace lyceum::sync
