// SPDX-License-Identifier: GPL-3.0-or-later
// What a person decides of an item of the outbox: to hold it back, to send it once more, to take it back.
#include "storage/conflicts.h"
#include "storage/outbox.h"
#include "storage/pendingitem.h"
#include "storage/rows.h"
#include "storage/rowtitle.h"

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

QString subjectOf(Entity entity, qint64 row)
{
    return u"%1 %2"_s.arg(QString::fromLatin1(specOf(entity).name)).arg(row);
}

/// The item, if it may be decided on now.
Result<OutboxItem> itemToDecide(Connection& connection, Entity entity, qint64 row)
{
    OutboxQuery query;
    query.entity = entity;
    query.row = row;
    query.takenBack = true;
    auto items = outboxItems(connection, query);
    if (!items)
        return tl::unexpected(items.error());
    if (items->isEmpty())
        return failure(Error::Kind::NotFound, subjectOf(entity, row), u"nothing of it waits"_s);
    if (items->first().state == OutboxState::Sending)
        return failure(Error::Kind::BadInput, items->first().title, u"it is being sent; what became of it has to be known first."_s);
    return items->takeFirst();
}

Result<bool> isThere(Connection& connection, Entity entity, qint64 row)
{
    const auto count = numberOf(connection, "SELECT count(*) FROM " + specOf(entity).table + " WHERE id = ?", {row});
    return count.map([](qint64 rows) { return rows > 0; });
}

/// Rows that name another one and do not go with it.
struct Reference {
    Entity named;
    Entity names;
    const char* column;
};
constexpr Reference kReferences[] = {{Entity::Member, Entity::Comment, "member_id"}, {Entity::Member, Entity::Reaction, "member_id"},
    {Entity::Member, Entity::Event, "member_id"}, {Entity::Member, Entity::Payment, "member_id"}, {Entity::Tier, Entity::Offer, "tier_id"},
    {Entity::Tier, Entity::Subscription, "tier_id"}, {Entity::Offer, Entity::Subscription, "offer_id"}, {Entity::Post, Entity::Comment, "post_id"},
    {Entity::Post, Entity::Event, "post_id"}, {Entity::Comment, Entity::Comment, "parent_id"}, {Entity::Comment, Entity::Comment, "in_reply_to_id"}};

Result<void> removeMade(ChangeSet& changes, const PendingItem& item)
{
    for (const Reference& reference : kReferences) {
        if (reference.named != item.entity)
            continue;
        const EntitySpec& spec = specOf(reference.names);
        const auto naming = numberOf(changes.connection(), "SELECT count(*) FROM " + spec.table + " WHERE " + reference.column + " = ?", {item.row});
        if (!naming)
            return tl::unexpected(naming.error());
        if (*naming > 0)
            return failure(Error::Kind::BadInput, rowTitle(item.entity, *item.now),
                u"%1 rows of %2 refer to it; they have to be discarded first."_s.arg(*naming).arg(QString::fromLatin1(spec.name)));
    }
    changes.write({item.entity, item.row, {}, {}, /*removes=*/true, /*tellsStore=*/false});
    return {};
}

/// The sets of the row without what was added and with what was dropped and is still there.
Result<QList<QList<qint64>>> setsBefore(Connection& connection, const PendingItem& item)
{
    QList<QList<qint64>> sets;
    for (const SetSpec& set : specOf(item.entity).sets) {
        QList<qint64> elements;
        if (auto read = readSet(connection, set, item.row, elements); !read)
            return tl::unexpected(read.error());
        const PendingFields::Set pending = item.fields.sets.value(set.field);
        elements.removeIf([&](qint64 element) { return pending.added.contains(element); });
        for (const qint64 element : pending.dropped) {
            const auto there = isThere(connection, set.element, element);
            if (!there)
                return tl::unexpected(there.error());
            if (*there)
                elements.append(element);
        }
        sets.append(elements);
    }
    return sets;
}

/// `values` with the fields of the item as they were.
QList<Scalar> valuesBefore(const PendingItem& item, QList<Scalar> values)
{
    const EntitySpec& spec = specOf(item.entity);
    for (auto field = item.fields.base.cbegin(); field != item.fields.base.cend(); ++field)
        values[spec.columns.indexOf(field.key())] = field.value();
    return values;
}

Result<void> restoreFields(ChangeSet& changes, const PendingItem& item, const QList<OpenConflict>& conflicts)
{
    const EntitySpec& spec = specOf(item.entity);
    QList<Scalar> values = valuesBefore(item, *item.now);
    if (!item.formerRemoteId.isEmpty())
        values[spec.columns.indexOf(kRemoteIdColumn)] = item.formerRemoteId;
    for (const OpenConflict& conflict : conflicts) // no pull brings again what it has brought once
        values[spec.columns.indexOf(conflict.field)] = conflict.theirs;
    auto sets = setsBefore(changes.connection(), item);
    if (!sets)
        return tl::unexpected(sets.error());
    changes.write({item.entity, item.row, values, *std::move(sets), /*removes=*/false, /*tellsStore=*/false});
    return {};
}

/// Runs `use(id)` for the rows of `entity` that lost `value` in `field` when the journal's entry removed what it named.
template <class Use>
Result<void> eachThatLost(Connection& connection, qint64 entry, const char* operation, Entity entity, const QByteArray& field, qint64 value, Use use)
{
    QList<qint64> rows;
    auto read = eachRow(connection, "SELECT row_id FROM journal_change WHERE entry_id = ? AND operation = ? AND entity = ? AND field = ? AND old = ? ORDER BY id",
        {entry, QString::fromLatin1(operation), qint64(entity), QString::fromLatin1(field), value},
        [&](const Statement& row) { rows.append(row.integer(0)); });
    for (const qint64 row : std::as_const(rows)) {
        if (read)
            read = use(row);
    }
    return read;
}

/// The labels and tags that others wore: they wear them again.
Result<void> restoreWearers(ChangeSet& changes, const PendingItem& item)
{
    for (const EntitySpec& owner : allEntities()) {
        for (qsizetype i = 0; i < owner.sets.size(); ++i) {
            const SetSpec& set = owner.sets.at(i);
            if (set.element != item.entity)
                continue;
            auto restored = eachThatLost(changes.connection(), item.removalEntry, "update", owner.entity, set.field, item.row, [&](qint64 row) -> Result<void> {
                const auto values = rowValues(changes.connection(), owner.entity, row);
                if (!values || !*values)
                    return values.map([](const auto&) {});
                QList<QList<qint64>> sets;
                for (const SetSpec& each : owner.sets) {
                    QList<qint64> elements;
                    if (auto read = readSet(changes.connection(), each, row, elements); !read)
                        return read;
                    sets.append(elements);
                }
                sets[i].append(item.row);
                changes.write({owner.entity, row, **values, sets, /*removes=*/false, /*tellsStore=*/false});
                return {};
            });
            if (!restored)
                return restored;
        }
    }
    return {};
}

/// The subscriptions of a member, the reactions to a comment.
Result<void> restoreChildren(ChangeSet& changes, const PendingItem& item)
{
    for (const ChildSpec& child : kChildren) {
        if (child.parent != item.entity)
            continue;
        const EntitySpec& spec = specOf(child.child);
        auto restored = eachThatLost(changes.connection(), item.removalEntry, "delete", child.child, child.column, item.row, [&](qint64 row) -> Result<void> {
            QList<Scalar> values(spec.columns.size());
            auto read = eachRow(changes.connection(), "SELECT field, old FROM journal_change WHERE entry_id = ? AND operation = 'delete' AND entity = ? AND row_id = ?",
                {item.removalEntry, qint64(child.child), row},
                [&](const Statement& found) { values[spec.columns.indexOf(found.textView(0).toByteArray())] = found.scalar(1); });
            if (read)
                changes.write({child.child, row, values, {}, /*removes=*/false, /*tellsStore=*/false});
            return read;
        });
        if (!restored)
            return restored;
    }
    return {};
}

Result<void> restoreRemoved(ChangeSet& changes, const PendingItem& item)
{
    // Seen again on the store meanwhile, it may stand here as another row already.
    const auto others = numberOf(changes.connection(), "SELECT count(*) FROM " + specOf(item.entity).table + " WHERE remote_id = ?", {item.remoteId});
    if (!others)
        return tl::unexpected(others.error());
    if (*others > 0)
        return {};
    auto sets = setsBefore(changes.connection(), item);
    if (!sets)
        return tl::unexpected(sets.error());
    changes.write({item.entity, item.row, valuesBefore(item, item.removed), *std::move(sets), /*removes=*/false, /*tellsStore=*/false});
    if (auto restored = restoreWearers(changes, item); !restored)
        return restored;
    return restoreChildren(changes, item);
}

} // namespace

Result<ChangeSummary> pauseItem(WorkspaceFile& file, const QString& author, Entity entity, qint64 row, bool paused)
{
    return file.commit({author, Origin::Person, {}}, [&](ChangeSet& changes) -> Result<void> {
        const auto item = itemToDecide(changes.connection(), entity, row);
        if (!item)
            return tl::unexpected(item.error());
        if (paused != (item->state == OutboxState::Paused))
            changes.markOutbox({entity, row, 0, paused ? OutboxState::Paused : OutboxState::Pending});
        return {};
    });
}

Result<ChangeSummary> retryItem(WorkspaceFile& file, const QString& author, Entity entity, qint64 row)
{
    return file.commit({author, Origin::Person, {}}, [&](ChangeSet& changes) -> Result<void> {
        const auto item = itemToDecide(changes.connection(), entity, row);
        if (!item)
            return tl::unexpected(item.error());
        if (item->state == OutboxState::Paused)
            return failure(Error::Kind::BadInput, item->title, u"it is paused."_s);
        changes.markOutbox({entity, row, 0, OutboxState::Pending});
        return {};
    });
}

Result<ChangeSummary> discardItem(WorkspaceFile& file, const QString& author, Entity entity, qint64 row)
{
    const QString reason = u"discard %1"_s.arg(subjectOf(entity, row));
    return file.commit({author, Origin::Person, reason}, [&](ChangeSet& changes) -> Result<void> {
        if (const auto decided = itemToDecide(changes.connection(), entity, row); !decided)
            return tl::unexpected(decided.error());
        const auto item = pendingItem(changes.connection(), entity, row);
        if (!item)
            return tl::unexpected(item.error());
        const auto conflicts = openConflicts(changes.connection(), entity, row);
        if (!conflicts)
            return tl::unexpected(conflicts.error());
        for (const OpenConflict& conflict : *conflicts)
            changes.settleConflict(entity, row, conflict.field);
        changes.markOutbox({entity, row});

        const bool isGoneThere = goneField(entity) == kRemoteIdColumn
            && (!(*item)->formerRemoteId.isEmpty() || std::ranges::any_of(*conflicts, [](const OpenConflict& conflict) { return isGone(conflict); }));
        if (!(*item)->now)
            return (*item)->isRemoved && !(*item)->remoteId.isEmpty() ? restoreRemoved(changes, **item) : Result<void>();
        if (isGoneThere || ((*item)->isToBeMade && (*item)->formerRemoteId.isEmpty()))
            return removeMade(changes, **item);
        return restoreFields(changes, **item, *conflicts);
    });
}

} // namespace lyceum::storage
