// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/pusher.h"

#include "base/logging.h"
#include "storage/rows.h"
#include "sync/engine/localrows.h"

using namespace Qt::StringLiterals;

// Rows that both sides have: what differs is planned, noted as being sent, and sent.

namespace lyceum::sync {

using namespace storage;

Result<QList<Pusher::Planned>> Pusher::planAll(Kind kind, const QHash<qint64, Item>& items, const StoreRows& store)
{
    const Entity entity = entityOf(kind);
    QList<Planned> all;
    // Planned and noted in one: what is changed here from now on is newer than what is sent.
    auto committed = m.puller.commit(kind, nameOf(kind) + " being sent"_L1, [&](Applier&, ChangeSet& changes) -> Result<void> {
        Connection& connection = changes.connection();
        QList<qint64> rows = items.keys();
        std::ranges::sort(rows);
        const auto pending = PendingChanges::read(connection, entity, rows);
        const auto sending = rowsBeingSent(connection, entity);
        const auto open = openFields(connection, entity);
        if (!pending)
            return tl::unexpected(pending.error());
        if (!sending)
            return tl::unexpected(sending.error());
        if (!open)
            return tl::unexpected(open.error());
        const qsizetype changedAt = specOf(entity).columns.indexOf("changed_at");
        for (const qint64 row : std::as_const(rows)) {
            if (!store.contains(row) || !pending->waits(entity, row))
                continue;
            const auto isPaused = numberOf(connection, "SELECT EXISTS (SELECT 1 FROM outbox WHERE entity = ? AND row_id = ? AND state = 'paused')",
                {qint64(entity), row});
            auto out = outgoing(connection, kind, row);
            const auto upTo = lastOutboxId(connection, entity, row);
            if (!isPaused)
                return tl::unexpected(isPaused.error());
            if (!out)
                return tl::unexpected(out.error());
            if (!upTo)
                return tl::unexpected(upTo.error());
            if (!*out || (*isPaused != 0 && !sending->contains(row)))
                continue;
            Planned planned;
            planned.item = items.value(row);
            planned.item.upTo = *upTo;
            planned.row = **std::move(out);
            planned.remoteId = planned.row.remoteId;
            PlanInput input {entity, planned.row.state, store.value(row), pending->of(entity, row), {}, {}, m.puller.writable().change.value(kind),
                planned.row.unmade, planned.row.unmadeLabels};
            const auto fields = open->value(row);
            input.open = QSet<QByteArray>(fields.keyBegin(), fields.keyEnd());
            if (sending->contains(row)) {
                auto since = changesSince(connection, entity, row, sending->value(row));
                if (!since)
                    return tl::unexpected(since.error());
                input.since = *std::move(since);
                planned.sendingUpTo = sending->value(row);
            }
            planned.plan = planChange(input);
            if (changedAt >= 0) {
                const auto* at = std::get_if<qint64>(&input.theirs.values.at(changedAt));
                planned.basedOnUtc = at ? std::optional(*at) : std::nullopt;
            }
            if (!planned.plan.sendsNothing()) {
                changes.markOutbox(markOf(kind, planned.item, OutboxState::Sending));
                all.append(planned);
            } else if (planned.plan.leavesNothing()) {
                changes.markOutbox(markOf(kind, planned.item, std::nullopt));
            } else if (!planned.plan.isHeld && !planned.plan.waits) {
                changes.markOutbox(markOf(kind, planned.item, OutboxState::Local));
            } else if (sending->contains(row)) {
                changes.markOutbox(markOf(kind, planned.item, OutboxState::Pending));
            }
        }
        return {};
    });
    if (!committed)
        return tl::unexpected(committed.error());
    return all;
}

Result<void> Pusher::sendChanges(Kind kind, const QHash<qint64, Item>& items, const StoreRows& store, bool mayReread)
{
    auto all = planAll(kind, items, store);
    if (!all)
        return tl::unexpected(all.error());
    Result<void> sent = relabel(*all);
    while (sent && !all->isEmpty()) {
        const Planned planned = all->takeFirst();
        sent = sendOne(kind, planned, mayReread);
    }
    if (sent)
        return {};
    // What was not tried stays as it was.
    if (auto restored = unsend(kind, *all); !restored)
        qCInfo(lcSync) << "What was not sent could not be noted:" << restored.error().detail;
    return sent;
}

Result<void> Pusher::unsend(Kind kind, const QList<Planned>& all)
{
    QList<OutboxMark> marks;
    for (const Planned& planned : all) {
        marks.append(markOf(kind, planned.item, OutboxState::Pending));
        if (planned.sendingUpTo == 0)
            continue;
        Item before = planned.item;
        before.upTo = planned.sendingUpTo;
        marks.append(markOf(kind, before, OutboxState::Sending));
    }
    return mark(kind, marks);
}

/// Labels are given and taken one by one, many members at a time: nobody else's labels are touched. Members with nothing else to send
/// are done with, and leave the list.
Result<void> Pusher::relabel(QList<Planned>& all)
{
    QMap<std::pair<qint64, bool>, QList<qsizetype>> groups; // (label, given) -> places in `all`
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (const qint64 label : std::as_const(all.at(i).plan.labelsToGive))
            groups[{label, true}].append(i);
        for (const qint64 label : std::as_const(all.at(i).plan.labelsToTake))
            groups[{label, false}].append(i);
    }
    QSet<qsizetype> failedOnes;
    QList<OutboxMark> marks;
    Result<void> outcome;
    for (auto group = groups.cbegin(); outcome && group != groups.cend(); ++group) {
        const auto label = m.puller.read([id = group.key().first](Connection& connection) { return rowOf<Label>(connection, id); });
        if (!label)
            return tl::unexpected(label.error());
        QStringList members;
        QList<Item> items;
        for (const qsizetype place : *group) {
            members.append(all.at(place).remoteId);
            items.append(all.at(place).item);
        }
        if (!*label || (*label)->remoteId.isEmpty()) { // it went meanwhile
            failedOnes += QSet<qsizetype>(group->cbegin(), group->cend());
            for (const Item& item : std::as_const(items))
                marks.append(markOf(Kind::Members, item, OutboxState::Pending));
            continue;
        }
        const auto done = m.puller.ask(Kind::Members, [&](HostedStore& store) { return store.relabel(**label, members, group.key().second); });
        if (done) {
            m_failures = 0;
            continue;
        }
        failedOnes += QSet<qsizetype>(group->cbegin(), group->cend());
        if (done.error().kind == Error::Kind::NotFound) { // the label; what becomes of it the next pull finds out
            for (const Item& item : std::as_const(items))
                marks.append(markOf(Kind::Members, item, OutboxState::Pending));
            continue;
        }
        outcome = failed(Kind::Members, items, done.error());
    }
    QList<Planned> rest;
    for (qsizetype i = 0; i < all.size(); ++i) {
        Planned& planned = all[i];
        if (failedOnes.contains(i))
            continue;
        if (!outcome || !planned.plan.fields.isEmpty() || planned.plan.removes) {
            rest.append(planned);
            continue;
        }
        ++m.report.kinds[Kind::Members].pushed;
        const OutboxState left = planned.plan.isHeld || planned.plan.waits ? OutboxState::Pending : OutboxState::Local;
        Item fresh = planned.item;
        fresh.attempts = 0;
        fresh.nextAttemptAtUtc.reset();
        marks.append(markOf(Kind::Members, fresh, planned.plan.leavesNothing() ? std::nullopt : std::optional(left)));
    }
    all = rest;
    if (auto marked = mark(Kind::Members, marks); !marked)
        return marked;
    return outcome;
}

Result<void> Pusher::sendOne(Kind kind, const Planned& planned, bool mayReread)
{
    const auto isTroubled = [&](const Error& error) -> std::optional<Result<void>> {
        if ((error.kind == Error::Kind::Collision && mayReread) || error.kind == Error::Kind::NotFound)
            return reread(kind, planned, error.kind == Error::Kind::Collision);
        return failed(kind, {planned.item}, error);
    };
    if (planned.plan.removes) {
        const auto removed = m.puller.ask(kind, [&](HostedStore& store) { return store.remove(kind, planned.remoteId); });
        if (!removed)
            return *isTroubled(removed.error());
        m_failures = 0;
        ++m.report.kinds[kind].pushed;
        return mark(kind, {markOf(kind, planned.item, std::nullopt)});
    }
    RowWrite write;
    write.kind = kind;
    write.row = planned.row.row;
    write.fields = planned.plan.fields;
    write.basedOnUtc = planned.basedOnUtc;
    const auto answer = m.puller.ask(kind, [&](HostedStore& store) { return store.write(write); });
    if (!answer)
        return *isTroubled(answer.error());
    m_failures = 0;
    ++m.report.kinds[kind].pushed;
    if (auto fetched = m.puller.fetchReferences(kind, *answer); !fetched)
        return fetched;
    Applier::Answer taken;
    taken.kind = kind;
    taken.row = planned.item.row;
    taken.sent = write.fields;
    taken.upTo = planned.item.upTo;
    taken.rest = planned.plan.isHeld || planned.plan.waits ? OutboxState::Pending : OutboxState::Local;
    return m.puller.commit(kind, nameOf(kind) + " sent"_L1, [&](Applier& applier, ChangeSet&) -> Result<void> {
        const auto applied = applier.applyAnswer(*answer, taken);
        return applied ? Result<void>() : tl::unexpected(applied.error());
    });
}

/// The row was changed or removed on the store since it was read.
Result<void> Pusher::reread(Kind kind, const Planned& planned, bool sendsAgain)
{
    if (auto marked = mark(kind, {markOf(kind, planned.item, OutboxState::Pending)}); !marked)
        return marked;
    StoreRows store;
    if (auto read = readFresh(kind, {{planned.remoteId, planned.item.row}}, store); !read)
        return read;
    if (!sendsAgain)
        return {};
    return sendChanges(kind, {{planned.item.row, planned.item}}, store, /*mayReread=*/false);
}

} // namespace lyceum::sync
