// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/pendingchanges.h"

#include "storage/rows.h"

namespace lyceum::sync {

using namespace storage;

Result<PendingChanges> PendingChanges::read(Connection& connection)
{
    QList<std::pair<Entity, qint64>> waiting;
    auto found = eachRow(connection, "SELECT DISTINCT entity, row_id FROM outbox", {},
        [&](const Statement& row) { waiting.append({Entity(row.integer(0)), row.integer(1)}); });
    PendingChanges changes;
    for (const auto& [entity, row] : std::as_const(waiting)) {
        if (found)
            found = changes.add(connection, entity, row, /*upTo=*/0);
    }
    if (!found)
        return tl::unexpected(found.error());
    return changes;
}

Result<PendingChanges> PendingChanges::read(Connection& connection, Entity entity, const QList<qint64>& rows)
{
    PendingChanges changes;
    for (const qint64 row : rows) {
        if (auto added = changes.add(connection, entity, row, /*upTo=*/0); !added)
            return tl::unexpected(added.error());
    }
    return changes;
}

Result<PendingChanges> PendingChanges::readAfter(Connection& connection, Entity entity, const QHash<qint64, qint64>& done)
{
    PendingChanges changes;
    for (auto row = done.cbegin(); row != done.cend(); ++row) {
        if (auto added = changes.add(connection, entity, row.key(), row.value()); !added)
            return tl::unexpected(added.error());
    }
    return changes;
}

Result<void> PendingChanges::add(Connection& connection, Entity entity, qint64 row, qint64 upTo)
{
    if (m_items.contains({int(entity), row}))
        return {};
    auto item = pendingItem(connection, entity, row, upTo);
    if (!item)
        return tl::unexpected(item.error());
    if (!*item)
        return {};
    if ((*item)->isRemoved)
        m_removed.append({entity, row, (*item)->remoteId, std::move((*item)->removed)});
    if ((*item)->now)
        (*item)->now->clear(); // that it stands there is all that is asked of it; a post is long
    m_items.insert({int(entity), row}, **std::move(item));
    return {};
}

const PendingFields* PendingChanges::of(Entity entity, qint64 row) const
{
    const auto found = m_items.constFind({int(entity), row});
    if (found == m_items.constEnd() || !found->now || found->isToBeMade || found->fields.isEmpty())
        return nullptr;
    return &found->fields;
}

bool PendingChanges::isToBeMade(Entity entity, qint64 row) const
{
    const auto found = m_items.constFind({int(entity), row});
    return found != m_items.constEnd() && found->isToBeMade;
}

bool PendingChanges::waits(Entity entity, qint64 row) const
{
    return m_items.contains({int(entity), row});
}

} // namespace lyceum::sync
