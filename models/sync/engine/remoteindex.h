// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/changeset.h"
#include "sync/engine/hostedstore.h"

#include <QHash>

#include <array>

namespace lyceum::sync {

[[nodiscard]] storage::Entity entityOf(Kind kind);

/**
 * From the store's ids to ours. Remembers what it found for the length of a run, because an event page names the same members again
 * and again; about a hundred bytes a row. Used on the thread that commits.
 *
 * After a commit that failed its answers are void: it may know ids that were never written.
 */
class RemoteIndex {
public:
    /// 0: not here.
    [[nodiscard]] Result<qint64> find(storage::Connection& connection, storage::Entity entity, const QString& remoteId);
    void add(storage::Entity entity, const QString& remoteId, qint64 id) { m_ids.at(std::size_t(entity)).insert(remoteId, id); }
    void forget(storage::Entity entity, const QString& remoteId) { m_ids.at(std::size_t(entity)).remove(remoteId); }

private:
    std::array<QHash<QString, qint64>, storage::kEntityCount + 1> m_ids;
};

} // namespace lyceum::sync
