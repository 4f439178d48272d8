// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/pendingchanges.h"

using namespace Qt::StringLiterals;

namespace lyceum::sync {

using namespace storage;

Result<PendingChanges> PendingChanges::read(Connection& connection)
{
    auto select = connection.cached("SELECT o.entity, o.row_id, j.field, j.old, j.new FROM outbox o"
                                    " JOIN journal_change j ON j.entry_id = o.entry_id AND j.entity = o.entity AND j.row_id = o.row_id"
                                    " WHERE o.state <> 'done' AND j.operation = 'update' ORDER BY o.entry_id, j.id");
    if (!select)
        return tl::unexpected(select.error());
    PendingChanges changes;
    for (;;) {
        const auto row = (*select)->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        const Entity entity = Entity((*select)->integer(0));
        PendingFields& fields = changes.m_rows[{int(entity), (*select)->integer(1)}];
        const QByteArray field = (*select)->text(2).toUtf8();
        const Scalar before = (*select)->scalar(3);
        const Scalar after = (*select)->scalar(4);
        const QList<SetSpec>& sets = specOf(entity).sets;
        const bool isSet = std::ranges::any_of(sets, [&](const SetSpec& set) { return set.field == field; });
        if (!isSet) {
            if (!fields.base.contains(field)) // the first of several changes knows what both sides began from
                fields.base.insert(field, before);
            continue;
        }
        PendingFields::Set& set = fields.sets[field];
        if (const auto* added = std::get_if<qint64>(&after)) {
            set.added.insert(*added);
            set.dropped.remove(*added);
        } else if (const auto* dropped = std::get_if<qint64>(&before)) {
            set.dropped.insert(*dropped);
            set.added.remove(*dropped);
        }
    }
    (*select)->reset();
    return changes;
}

const PendingFields* PendingChanges::of(Entity entity, qint64 row) const
{
    const auto found = m_rows.constFind({int(entity), row});
    return found == m_rows.constEnd() ? nullptr : &*found;
}

} // namespace lyceum::sync
