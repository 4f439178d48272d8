// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/pendingitem.h"

#include "storage/rows.h"

namespace lyceum::storage {
namespace {

/// Follows the changes of one row in their order.
class PendingReader {
public:
    explicit PendingReader(PendingItem& item)
        : m_item(item)
        , m_spec(specOf(item.entity))
    {
    }

    /// `row`: id, entry_id, operation, field, old, new of a journal change; the long values are read only where they are wanted.
    void take(const Statement& row)
    {
        if (row.integer(0) <= m_lastChange)
            return; // an entry that stands in the outbox twice
        m_lastChange = row.integer(0);
        const QByteArrayView operation = row.textView(2);
        const QByteArray field = row.textView(3).toByteArray();
        const qsizetype column = m_spec.columns.indexOf(field);
        if (operation == "insert")
            return; // what stands there now says more
        if (column < 0) {
            takeElement(field, row);
            return;
        }
        if (operation == "delete") {
            m_item.isRemoved = true;
            m_item.removalEntry = row.integer(1);
            m_item.removed.resize(m_spec.columns.size());
            m_item.removed[column] = row.scalar(4);
        }
        if (field != kRemoteIdColumn) {
            if (!m_item.fields.base.contains(field)) // the first of several changes knows what both sides began from
                m_item.fields.base.insert(field, row.scalar(4));
        } else if (!row.isNull(4)) {
            (operation == "delete" ? m_item.remoteId : m_item.formerRemoteId) = row.text(4);
        }
    }

private:
    /// Added and dropped again, or the other way round, is nothing.
    void takeElement(const QByteArray& field, const Statement& row)
    {
        PendingFields::Set& set = m_item.fields.sets[field];
        const bool isAdded = row.isNull(4);
        const qint64 element = row.integer(isAdded ? 5 : 4);
        if (!(isAdded ? set.dropped : set.added).remove(element))
            (isAdded ? set.added : set.dropped).insert(element);
    }

    PendingItem& m_item;
    const EntitySpec& m_spec;
    qint64 m_lastChange = 0;
};

/// Whether any outbox row was found.
Result<bool> readChanges(Connection& connection, PendingItem& item, qint64 upTo)
{
    // The plus keeps the planner from going by the entry, which may hold ten thousand rows.
    auto select = connection.cached("SELECT j.id, j.entry_id, j.operation, j.field, j.old, j.new FROM outbox o"
                                    " LEFT JOIN journal_change j ON j.entity = o.entity AND j.row_id = o.row_id AND +j.entry_id = o.entry_id"
                                    " WHERE o.entity = ? AND o.row_id = ? AND o.id > ? ORDER BY o.id, j.id");
    if (!select)
        return tl::unexpected(select.error());
    (*select)->bind(1, qint64(item.entity)).bind(2, item.row).bind(3, upTo);
    bool found = false;
    PendingReader reader(item);
    for (;;) {
        const auto row = (*select)->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        found = true;
        if (!(*select)->isNull(0)) // rows that came in bulk are journalled without their fields
            reader.take(**select);
    }
    (*select)->reset();
    return found;
}

/// What the store had when a conflict was settled is what the change goes on from.
Result<void> rebase(Connection& connection, PendingItem& item)
{
    auto select = connection.cached("SELECT field, theirs FROM conflict WHERE entity = ? AND row_id = ? AND rebases = 1 ORDER BY id");
    if (!select)
        return tl::unexpected(select.error());
    (*select)->bind(1, qint64(item.entity)).bind(2, item.row);
    for (;;) {
        const auto row = (*select)->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        if (const QByteArray field = (*select)->textView(0).toByteArray(); field != kRemoteIdColumn)
            item.fields.base.insert(field, (*select)->scalar(1));
    }
    (*select)->reset();
    return {};
}

/// Leaves out what stands as it stood, and what has gone with a label or a tier.
Result<void> compare(Connection& connection, PendingItem& item)
{
    const EntitySpec& spec = specOf(item.entity);
    item.fields.base.removeIf([&](const auto& field) { return item.now->at(spec.columns.indexOf(field.key())) == field.value(); });
    for (const SetSpec& set : spec.sets) {
        const auto pending = item.fields.sets.find(set.field);
        if (pending == item.fields.sets.end())
            continue;
        QList<qint64> elements;
        if (auto read = readSet(connection, set, item.row, elements); !read)
            return read;
        pending->added.removeIf([&](qint64 element) { return !elements.contains(element); });
        pending->dropped.removeIf([&](qint64 element) { return elements.contains(element); });
        if (pending->added.isEmpty() && pending->dropped.isEmpty())
            item.fields.sets.erase(pending);
    }
    return {};
}

} // namespace

Result<std::optional<PendingItem>> pendingItem(Connection& connection, Entity entity, qint64 row, qint64 upTo)
{
    PendingItem item;
    item.entity = entity;
    item.row = row;
    const auto found = readChanges(connection, item, upTo);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    if (upTo == 0) { // what is done has sent what the conflict was about
        if (auto rebased = rebase(connection, item); !rebased)
            return tl::unexpected(rebased.error());
    }
    auto now = rowValues(connection, entity, row);
    if (!now)
        return tl::unexpected(now.error());
    item.now = *std::move(now);
    if (!item.now)
        return item;
    item.isRemoved = false; // it came back
    const qsizetype remoteId = specOf(entity).columns.indexOf(kRemoteIdColumn);
    item.isToBeMade = remoteId >= 0 && std::holds_alternative<std::monostate>(item.now->at(remoteId));
    if (auto compared = compare(connection, item); !compared)
        return tl::unexpected(compared.error());
    return item;
}

} // namespace lyceum::storage
