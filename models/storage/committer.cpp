// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/committer.h"

#include "storage/rows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

bool storeMustLearn(Entity entity)
{
    switch (entity) {
    case Entity::Member:
    case Entity::Label:
    case Entity::Newsletter:
    case Entity::Tier:
    case Entity::Offer:
    case Entity::Tag:
    case Entity::Post:
    case Entity::Comment: return true;
    case Entity::Setting:
    case Entity::Subscription:
    case Entity::Payment:
    case Entity::Reaction:
    case Entity::Event:
    case Entity::SubscriptionChange:
    case Entity::PrivacyRelease: return false;
    }
    return false;
}

} // namespace

Committer::Committer(Connection& connection, const Author& author, qint64 nowUtc, LocalDays days)
    : m_connection(connection)
    , m_journal(connection, author, nowUtc)
    , m_rollup(std::move(days))
    , m_origin(author.origin)
    , m_nowUtc(nowUtc)
{
}

Result<ChangeSummary> Committer::apply(const ChangeSet& changes)
{
    for (const ChangeSet::Write& each : changes.writes()) {
        if (auto written = write(each); !written)
            return tl::unexpected(written.error());
    }
    for (const ChangeSet::EventWrite& event : changes.events()) {
        if (auto written = writeEvent(event); !written)
            return tl::unexpected(written.error());
    }
    if (m_zoneChanged) {
        auto zone = m_connection.prepare("SELECT value FROM setting WHERE name = ?");
        if (!zone)
            return tl::unexpected(zone.error());
        zone->bind(1, kTimeZoneSetting.toString());
        if (const auto row = zone->step(); !row)
            return tl::unexpected(row.error());
        if (auto rebuilt = rebuildRollups(m_connection, LocalDays(zone->text(0).toLatin1())); !rebuilt)
            return tl::unexpected(rebuilt.error());
    } else if (auto flushed = m_rollup.flush(m_connection); !flushed) {
        return tl::unexpected(flushed.error());
    }
    if (auto saved = saveSequences(changes); !saved)
        return tl::unexpected(saved.error());
    if (auto saved = saveSyncState(changes); !saved)
        return tl::unexpected(saved.error());
    if (auto saved = saveConflicts(changes); !saved)
        return tl::unexpected(saved.error());
    if (changes.reversal()) { // noted also when every change of the action has been overtaken since
        if (auto begun = m_journal.begin(); !begun)
            return tl::unexpected(begun.error());
    }
    const auto entry = m_journal.finish();
    if (!entry)
        return tl::unexpected(entry.error());
    m_summary.journalEntry = *entry;
    if (auto sent = writeOutbox(*entry); !sent)
        return tl::unexpected(sent.error());
    if (auto marked = markOutbox(changes); !marked)
        return tl::unexpected(marked.error());
    m_summary.outbox = !m_forStore.isEmpty() || !changes.outboxMarks().isEmpty() || !changes.conflicts().isEmpty();
    if (auto saved = saveUndo(changes, *entry); !saved)
        return tl::unexpected(saved.error());
    return m_summary;
}

Result<void> Committer::write(const ChangeSet::Write& write)
{
    const EntitySpec& spec = specOf(write.entity);
    if (write.entity == Entity::Setting)
        m_zoneChanged = m_zoneChanged || (!write.removes && write.values.first() == Scalar(kTimeZoneSetting.toString()));
    const auto before = rowValues(m_connection, write.entity, write.id);
    if (!before)
        return tl::unexpected(before.error());
    if (write.removes)
        return *before ? remove(spec, write.id, **before, write.tellsStore ? Tell::Store : Tell::Nobody) : Result<void>();

    const bool isNew = !before->has_value();
    bool changed = isNew;
    if (isNew) {
        auto values = insertable(spec, write);
        if (!values)
            return tl::unexpected(values.error());
        if (auto inserted = insert(spec, write.id, *values); !inserted)
            return inserted;
    } else {
        const auto updated = update(spec, write, **before);
        if (!updated)
            return tl::unexpected(updated.error());
        changed = *updated;
    }
    for (qsizetype i = 0; i < write.sets.size(); ++i) {
        const auto setChanged = writeSet(spec, spec.sets.at(i), write.id, write.sets.at(i), isNew);
        if (!setChanged)
            return tl::unexpected(setChanged.error());
        changed = changed || *setChanged;
    }
    if (changed)
        note(write.entity, write.id, isNew ? Operation::Inserted : Operation::Updated, write.tellsStore ? Tell::Store : Tell::Nobody);
    return {};
}

Result<QList<Scalar>> Committer::insertable(const EntitySpec& spec, const ChangeSet::Write& write)
{
    QList<Scalar> values = write.values;
    const qsizetype remoteId = spec.columns.indexOf("remote_id");
    if (m_origin != Origin::Undo || !storeMustLearn(spec.entity) || remoteId < 0)
        return values;
    // A removal that waits no longer was made there too: what comes back is not the row of that id, but is to be made again.
    const auto waiting = numberOf(m_connection, "SELECT count(*) FROM outbox WHERE entity = ? AND row_id = ?", {qint64(spec.entity), write.id});
    if (!waiting)
        return tl::unexpected(waiting.error());
    if (*waiting == 0)
        values[remoteId] = {};
    return values;
}

Result<void> Committer::insert(const EntitySpec& spec, qint64 id, const QList<Scalar>& values)
{
    auto statement = m_connection.cached(spec.insert());
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->bind(1, id);
    for (qsizetype i = 0; i < values.size(); ++i)
        (*statement)->bind(int(i) + 2, values.at(i));
    if (auto inserted = (*statement)->run(); !inserted)
        return inserted;
    return m_journal.rowInserted(spec.entity, id, values);
}

Result<bool> Committer::update(const EntitySpec& spec, const ChangeSet::Write& write, const QList<Scalar>& before)
{
    bool changed = false;
    for (qsizetype i = 0; i < write.values.size(); ++i) {
        if (write.values.at(i) == before.at(i))
            continue;
        changed = true;
        auto statement = m_connection.cached(spec.updateColumn(i));
        if (!statement)
            return tl::unexpected(statement.error());
        (*statement)->bind(1, write.values.at(i)).bind(2, write.id);
        if (auto updated = (*statement)->run(); !updated)
            return tl::unexpected(updated.error());
        if (auto noted = m_journal.fieldChanged(spec.entity, write.id, spec.columns.at(i), before.at(i), write.values.at(i)); !noted)
            return tl::unexpected(noted.error());
    }
    return changed;
}

Result<void> Committer::remove(const EntitySpec& spec, qint64 id, const QList<Scalar>& before, Tell whom)
{
    for (const SetSpec& set : spec.sets) {
        const auto emptied = writeSet(spec, set, id, {}, /*isNew=*/false);
        if (!emptied)
            return tl::unexpected(emptied.error());
    }
    if (spec.entity == Entity::Event) {
        const auto* member = std::get_if<qint64>(&before.at(2));
        m_rollup.count(EventKind(std::get<qint64>(before.at(0))), member ? *member : 0, std::get<qint64>(before.at(3)), -1);
    }
    // What goes with the row is journalled like it, so that it can come back with it.
    if (auto removed = removeFromSets(spec.entity, id); !removed)
        return removed;
    if (auto removed = removeChildren(spec.entity, id); !removed)
        return removed;
    auto statement = m_connection.cached(spec.removeById());
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->bind(1, id);
    if (auto removed = (*statement)->run(); !removed)
        return removed;
    note(spec.entity, id, Operation::Removed, whom);
    return m_journal.rowRemoved(spec.entity, id, before);
}

Result<void> Committer::removeFromSets(Entity element, qint64 id)
{
    for (const EntitySpec& owner : allEntities()) {
        for (const SetSpec& set : owner.sets) {
            if (set.element != element)
                continue;
            QList<qint64> owners;
            if (auto read = eachRowCached(m_connection, "SELECT " + set.ownerColumn + " FROM " + set.table + " WHERE " + set.elementColumn + " = ?", id,
                    [&](const Statement& row) { owners.append(row.integer(0)); });
                !read)
                return read;
            for (const qint64 each : std::as_const(owners)) {
                if (auto noted = m_journal.fieldChanged(owner.entity, each, set.field, id, {}); !noted)
                    return noted;
                note(owner.entity, each, Operation::Updated, Tell::Nobody); // the store does the same by itself
            }
            auto clear = m_connection.cached("DELETE FROM " + set.table + " WHERE " + set.elementColumn + " = ?");
            if (!clear)
                return tl::unexpected(clear.error());
            (*clear)->bind(1, id);
            if (auto cleared = (*clear)->run(); !cleared)
                return cleared;
        }
    }
    return {};
}

Result<void> Committer::removeChildren(Entity parent, qint64 id)
{
    for (const ChildSpec& child : kChildren) {
        if (child.parent != parent)
            continue;
        const EntitySpec& spec = specOf(child.child);
        QList<qint64> ids;
        if (auto read = eachRowCached(m_connection, "SELECT id FROM " + spec.table + " WHERE " + child.column + " = ?", id,
                [&](const Statement& row) { ids.append(row.integer(0)); });
            !read)
            return read;
        for (const qint64 each : std::as_const(ids)) {
            const auto values = rowValues(m_connection, child.child, each);
            if (!values)
                return tl::unexpected(values.error());
            if (auto removed = remove(spec, each, **values, Tell::Nobody); !removed)
                return removed;
        }
    }
    return {};
}

Result<bool> Committer::writeSet(const EntitySpec& spec, const SetSpec& set, qint64 owner, const QList<qint64>& wanted, bool isNew)
{
    QList<qint64> now;
    if (!isNew) {
        if (auto read = readSet(m_connection, set, owner, now); !read)
            return tl::unexpected(read.error());
    }
    QList<qint64> sorted = wanted;
    std::ranges::sort(sorted);
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    QList<qint64> added;
    QList<qint64> dropped;
    std::ranges::set_difference(sorted, now, std::back_inserter(added));
    std::ranges::set_difference(now, sorted, std::back_inserter(dropped));

    const bool journalled = !(isNew && m_journal.newRowsInBulk());
    const auto run = [&](const QByteArray& sql, qint64 element, const Scalar& before, const Scalar& after) -> Result<void> {
        auto statement = m_connection.cached(sql);
        if (!statement)
            return tl::unexpected(statement.error());
        (*statement)->bind(1, owner).bind(2, element);
        if (auto done = (*statement)->run(); !done || !journalled)
            return done;
        return m_journal.fieldChanged(spec.entity, owner, set.field, before, after);
    };
    const QByteArray drop
        = "DELETE FROM " + set.table + " WHERE " + set.ownerColumn + " = ? AND " + set.elementColumn + " = ?";
    for (const qint64 element : std::as_const(dropped)) {
        if (auto done = run(drop, element, element, {}); !done)
            return tl::unexpected(done.error());
    }
    const QByteArray add
        = "INSERT INTO " + set.table + " (" + set.ownerColumn + ", " + set.elementColumn + ") VALUES (?, ?)";
    for (const qint64 element : std::as_const(added)) {
        if (auto done = run(add, element, {}, element); !done)
            return tl::unexpected(done.error());
    }
    return !added.isEmpty() || !dropped.isEmpty();
}

Result<void> Committer::writeEvent(const ChangeSet::EventWrite& event)
{
    const EntitySpec& spec = specOf(Entity::Event);
    // The kind and the store's id say which event it is; a repeated page changes nothing.
    auto statement = m_connection.cached(spec.insert() + " ON CONFLICT (kind, remote) WHERE remote IS NOT NULL DO NOTHING");
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->bind(1, event.id);
    for (qsizetype i = 0; i < event.values.size(); ++i)
        (*statement)->bind(int(i) + 2, event.values.at(i));
    if (auto inserted = (*statement)->run(); !inserted)
        return inserted;
    if (m_connection.changes() == 0)
        return {};
    m_rollup.count(event.kind, event.member, event.atUtc, +1);
    note(Entity::Event, event.id, Operation::Inserted);
    if (auto journalled = m_journal.rowInserted(Entity::Event, event.id, event.values); !journalled)
        return journalled;
    if (event.change) {
        if (auto written = write(*event.change); !written)
            return written;
    }
    return event.payment ? write(*event.payment) : Result<void>();
}

Result<void> Committer::writeOutbox(qint64 entry)
{
    // One a row, however often the commit wrote it.
    for (const Key& key : std::as_const(m_forStoreOrder)) {
        auto insert = m_connection.cached("INSERT INTO outbox (entry_id, entity, row_id, operation, state, attempts, problem)"
                                          " VALUES (?, ?, ?, ?, 'pending', 0, '')");
        if (!insert)
            return tl::unexpected(insert.error());
        const Operation done = m_forStore.value(key);
        const QString operation = done == Operation::Inserted ? u"insert"_s : done == Operation::Updated ? u"update"_s : u"delete"_s;
        (*insert)->bind(1, entry).bind(2, qint64(key.first)).bind(3, key.second).bind(4, operation);
        if (auto written = (*insert)->run(); !written)
            return written;
    }
    return {};
}

void Committer::note(Entity entity, qint64 id, Operation operation, Tell whom)
{
    ChangeSummary::OfEntity& of = m_summary.entities[entity];
    switch (operation) {
    case Operation::Inserted: ++of.inserted; break;
    case Operation::Updated: ++of.updated; break;
    case Operation::Removed: ++of.removed; break;
    }
    if (of.ids.size() < ChangeSummary::kListedIds)
        of.ids.append(id);
    const bool fromHere
        = m_origin == Origin::Person || m_origin == Origin::Import || m_origin == Origin::Rule || m_origin == Origin::Undo;
    if (!fromHere || whom == Tell::Nobody || !storeMustLearn(entity))
        return;
    const Key key {int(entity), id};
    const auto before = m_forStore.find(key);
    if (before == m_forStore.end()) {
        m_forStoreOrder.append(key);
        m_forStore.insert(key, operation);
    } else if (operation != Operation::Updated) {
        *before = *before == Operation::Removed ? Operation::Updated : operation; // removed and put again is changed
    }
}

} // namespace lyceum::storage
