// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/outbox.h"

#include "storage/conflicts.h"
#include "storage/pendingitem.h"
#include "storage/rows.h"
#include "storage/rowtitle.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

using Operation = OutboxItem::Operation;

/// The first of these that any outbox row of an item has is the item's.
constexpr std::array kStates {OutboxState::Sending, OutboxState::Paused, OutboxState::Pending, OutboxState::Parked, OutboxState::Local};

QByteArray rankSql(const QByteArray& column)
{
    QByteArray sql = "min(CASE " + column;
    for (std::size_t rank = 0; rank < kStates.size(); ++rank)
        sql += " WHEN '" + nameOf(kStates.at(rank)).toLatin1() + "' THEN " + QByteArray::number(qint64(rank));
    return sql + " END)";
}

std::size_t rankOf(OutboxState state)
{
    return std::size_t(std::ranges::find(kStates, state) - kStates.begin());
}

bool isSet(const Scalar& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        return !text->isEmpty();
    const auto* number = std::get_if<qint64>(&value);
    return number ? *number != 0 : !std::holds_alternative<std::monostate>(value);
}

/// What of the row is to be sent.
Result<QByteArrayList> fieldsOf(Connection& connection, const PendingItem& pending)
{
    QByteArrayList fields;
    if (!pending.now)
        return fields;
    if (!pending.isToBeMade) {
        fields = pending.fields.base.keys() + pending.fields.sets.keys();
    } else {
        const EntitySpec& spec = specOf(pending.entity);
        for (qsizetype column = 0; column < spec.columns.size(); ++column) {
            if (isSet(pending.now->at(column)))
                fields.append(spec.columns.at(column));
        }
        for (const SetSpec& set : spec.sets) {
            QList<qint64> elements;
            if (auto read = readSet(connection, set, pending.row, elements); !read)
                return tl::unexpected(read.error());
            if (!elements.isEmpty())
                fields.append(set.field);
        }
    }
    std::ranges::sort(fields);
    return fields;
}

/// The item's outbox rows, in their order.
Result<void> readRows(Connection& connection, OutboxItem& item)
{
    auto select = connection.cached("SELECT o.id, o.entry_id, o.state, o.attempts, o.next_attempt_at, o.problem, e.at FROM outbox o"
                                    " JOIN journal_entry e ON e.id = o.entry_id WHERE o.entity = ? AND o.row_id = ? ORDER BY o.id");
    if (!select)
        return tl::unexpected(select.error());
    (*select)->bind(1, qint64(item.entity)).bind(2, item.row);
    std::size_t best = kStates.size();
    for (;;) {
        const auto found = (*select)->step();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            break;
        const Statement& row = **select;
        if (item.firstOutboxId == 0) {
            item.firstOutboxId = row.integer(0);
            item.firstEntry = row.integer(1);
            item.sinceUtc = row.integer(6);
        }
        item.lastOutboxId = row.integer(0);
        item.lastEntry = row.integer(1);
        const OutboxState state = outboxStateOf(row.text(2)).value_or(OutboxState::Pending);
        if (state == OutboxState::Sending)
            item.lastSendingId = row.integer(0);
        const std::size_t rank = rankOf(state);
        if (rank > best)
            continue;
        // Among those of one state the newest says how often and when: what is new is tried at once.
        best = rank;
        item.state = state;
        item.attempts = int(row.integer(3));
        item.nextAttemptAtUtc = row.optionalInteger(4);
        item.problem = row.text(5);
    }
    (*select)->reset();
    return {};
}

/// All but what its outbox rows say.
Result<void> describe(Connection& connection, const PendingItem& pending, OutboxItem& item)
{
    item.operation = !pending.now ? Operation::Remove : pending.isToBeMade ? Operation::Make : Operation::Change;
    const auto conflicts = numberOf(connection, "SELECT count(*) FROM conflict WHERE settled_at IS NULL AND entity = ? AND row_id = ?",
        {qint64(item.entity), item.row});
    if (!conflicts)
        return tl::unexpected(conflicts.error());
    item.held = *conflicts > 0;
    item.title = rowTitle(item.entity, pending.now ? *pending.now : pending.removed);
    auto fields = fieldsOf(connection, pending);
    if (!fields)
        return tl::unexpected(fields.error());
    item.fields = *std::move(fields);
    return {};
}

/// Whether the push alone cares for the item: there is nothing to be sent, and no request under way.
bool isTakenBack(const PendingItem& pending, OutboxState state)
{
    return pending.isEmpty() && state != OutboxState::Sending;
}

} // namespace

QString nameOf(OutboxItem::Operation operation)
{
    switch (operation) {
    case Operation::Make: return u"make"_s;
    case Operation::Change: return u"change"_s;
    case Operation::Remove: return u"remove"_s;
    }
    return {};
}

Result<QList<OutboxItem>> outboxItems(Connection& connection, const OutboxQuery& query)
{
    QList<OutboxItem> items;
    const auto snapshot = Snapshot::begin(connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    // The first outbox row of each item stands for it.
    QByteArray sql = "SELECT o.entity, o.row_id FROM outbox o WHERE o.id > ?"
                     " AND NOT EXISTS (SELECT 1 FROM outbox f WHERE f.entity = o.entity AND f.row_id = o.row_id AND f.id < o.id)";
    QList<Scalar> parameters {query.after.value_or(0)};
    if (query.entity) {
        sql += " AND o.entity = ?";
        parameters.append(qint64(*query.entity));
    }
    if (query.row) {
        sql += " AND o.row_id = ?";
        parameters.append(*query.row);
    }
    if (query.state) {
        sql += " AND (SELECT " + rankSql("r.state") + " FROM outbox r WHERE r.entity = o.entity AND r.row_id = o.row_id) = ?";
        parameters.append(qint64(rankOf(*query.state)));
    }
    auto heads = connection.prepare(sql + " ORDER BY o.id");
    if (!heads)
        return tl::unexpected(heads.error());
    for (qsizetype i = 0; i < parameters.size(); ++i)
        heads->bind(int(i) + 1, parameters.at(i));
    while (query.limit < 0 || items.size() < query.limit) {
        const auto head = heads->step();
        if (!head)
            return tl::unexpected(head.error());
        if (!*head)
            break;
        const auto pending = pendingItem(connection, Entity(heads->integer(0)), heads->integer(1));
        if (!pending)
            return tl::unexpected(pending.error());
        OutboxItem item;
        item.entity = (*pending)->entity;
        item.row = (*pending)->row;
        auto read = readRows(connection, item);
        const bool isLeftOut = !query.takenBack && isTakenBack(**pending, item.state);
        if (read && !isLeftOut)
            read = describe(connection, **pending, item);
        if (!read)
            return tl::unexpected(read.error());
        if (!isLeftOut)
            items.append(std::move(item));
    }
    return items;
}

Result<OutboxCounts> outboxCounts(Connection& connection)
{
    OutboxCounts counts;
    const auto snapshot = Snapshot::begin(connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    auto select = connection.prepare("SELECT o.entity, o.row_id, " + rankSql("o.state")
        + ", EXISTS (SELECT 1 FROM conflict c WHERE c.settled_at IS NULL AND c.entity = o.entity AND c.row_id = o.row_id)"
          " FROM outbox o GROUP BY o.entity, o.row_id");
    if (!select)
        return tl::unexpected(select.error());
    for (;;) {
        const auto row = select->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        const OutboxState state = kStates.at(std::size_t(select->integer(2)));
        const auto pending = pendingItem(connection, Entity(select->integer(0)), select->integer(1));
        if (!pending)
            return tl::unexpected(pending.error());
        if (isTakenBack(**pending, state))
            continue;
        ++counts.items;
        counts.held += select->integer(3);
        switch (state) {
        case OutboxState::Pending: ++counts.pending; break;
        case OutboxState::Sending: ++counts.sending; break;
        case OutboxState::Paused: ++counts.paused; break;
        case OutboxState::Parked: ++counts.parked; break;
        case OutboxState::Local: ++counts.local; break;
        }
    }
    return counts;
}

} // namespace lyceum::storage
