// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/rowhistory.h"

#include "storage/rows.h"

namespace lyceum::sync {

using namespace storage;

Result<ChangesSince> changesSince(Connection& connection, Entity entity, qint64 row, qint64 upTo)
{
    // The plus keeps the planner from going by the entry, which may hold ten thousand rows.
    auto select = connection.cached("SELECT j.field, j.old, j.new FROM outbox o JOIN journal_change j ON j.entity = o.entity AND j.row_id = o.row_id"
                                    " AND +j.entry_id = o.entry_id WHERE o.entity = ? AND o.row_id = ? AND o.id > ? AND j.operation = 'update'"
                                    " ORDER BY o.id, j.id");
    if (!select)
        return tl::unexpected(select.error());
    (*select)->bind(1, qint64(entity)).bind(2, row).bind(3, upTo);
    const EntitySpec& spec = specOf(entity);
    ChangesSince since;
    for (;;) {
        const auto found = (*select)->step();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            break;
        const QByteArray field = (*select)->textView(0).toByteArray();
        if (!spec.columns.contains(field))
            since.touched[field].insert((*select)->integer((*select)->isNull(1) ? 2 : 1));
        else if (!since.before.contains(field))
            since.before.insert(field, (*select)->scalar(1));
    }
    (*select)->reset();
    return since;
}

Result<QHash<qint64, qint64>> rowsBeingSent(Connection& connection, Entity entity)
{
    QHash<qint64, qint64> rows;
    const auto read = eachRowCached(connection, "SELECT row_id, max(id) FROM outbox WHERE entity = ? AND state = 'sending' GROUP BY row_id", qint64(entity),
        [&](const Statement& row) { rows.insert(row.integer(0), row.integer(1)); });
    return read ? Result<QHash<qint64, qint64>>(rows) : tl::unexpected(read.error());
}

Result<OpenFields> openFields(Connection& connection, Entity entity)
{
    OpenFields open;
    const auto read = eachRowCached(connection, "SELECT row_id, field, base FROM conflict WHERE settled_at IS NULL AND entity = ?", qint64(entity),
        [&](const Statement& row) { open[row.integer(0)].insert(row.textView(1).toByteArray(), row.scalar(2)); });
    return read ? Result<OpenFields>(open) : tl::unexpected(read.error());
}

Result<qint64> lastOutboxId(Connection& connection, Entity entity, qint64 row)
{
    auto select = connection.cached("SELECT coalesce(max(id), 0) FROM outbox WHERE entity = ? AND row_id = ?");
    if (!select)
        return tl::unexpected(select.error());
    (*select)->bind(1, qint64(entity)).bind(2, row);
    if (const auto found = (*select)->step(); !found)
        return tl::unexpected(found.error());
    const qint64 id = (*select)->integer(0);
    (*select)->reset();
    return id;
}

Result<bool> isOutboxEmpty(Connection& connection)
{
    const auto some = numberOf(connection, "SELECT EXISTS (SELECT 1 FROM outbox)");
    return some ? Result<bool>(*some == 0) : tl::unexpected(some.error());
}

Result<QList<qint64>> rowsRemovedHere(Connection& connection, Entity entity)
{
    QList<qint64> rows;
    const auto read = eachRowCached(connection, "SELECT DISTINCT row_id FROM outbox WHERE entity = ? AND operation = 'delete'", qint64(entity),
        [&](const Statement& row) { rows.append(row.integer(0)); });
    return read ? Result<QList<qint64>>(rows) : tl::unexpected(read.error());
}

Result<bool> isBackHere(Connection& connection, Entity entity, qint64 row)
{
    const auto removed
        = numberOf(connection, "SELECT EXISTS (SELECT 1 FROM outbox WHERE entity = ? AND row_id = ? AND operation <> 'update')", {qint64(entity), row});
    return removed ? Result<bool>(*removed != 0) : tl::unexpected(removed.error());
}

Result<bool> isBeingGiven(Connection& connection, Entity element, qint64 id)
{
    const Entity owner = element == Entity::Label ? Entity::Member : Entity::Post;
    const QByteArray field = element == Entity::Label ? "labels" : "tags";
    const auto given = numberOf(connection,
        "SELECT EXISTS (SELECT 1 FROM outbox o JOIN journal_change j ON j.entity = o.entity AND j.row_id = o.row_id AND +j.entry_id = o.entry_id"
        " WHERE o.entity = ? AND j.field = ? AND j.new = ?)",
        {qint64(owner), QString::fromLatin1(field), id});
    return given ? Result<bool>(*given != 0) : tl::unexpected(given.error());
}

} // namespace lyceum::sync
