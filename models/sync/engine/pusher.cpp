// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/pusher.h"

#include "base/logging.h"
#include "storage/rows.h"
#include "sync/engine/conflictpolicy.h"
#include "sync/engine/localrows.h"
#include "sync/engine/rowids.h"

using namespace Qt::StringLiterals;

namespace lyceum::sync {

using namespace storage;

namespace {

constexpr qsizetype kBatch = 100; ///< items that are read fresh, planned and sent together; and members of one relabelling
constexpr int kFailuresInARow = 3;

bool isListedWhole(Kind kind)
{
    return kind != Kind::Members && kind != Kind::Posts && kind != Kind::Comments;
}

bool removesRows(Kind kind)
{
    return kind == Kind::Labels || kind == Kind::Tags || kind == Kind::Members || kind == Kind::Posts;
}

QString reasonOf(const Error& error)
{
    return error.subject.isEmpty() ? kindName(error.kind) : error.subject;
}

} // namespace

// ---- which items

bool Pusher::isNamed(Kind kind, qint64 row) const
{
    return m.options.pushOnly.contains({entityOf(kind), row});
}

/// Those to be sent now, oldest first. What a person holds back, what is parked and what stays here is not among them, unless its
/// answer is still missing.
Result<QList<Pusher::Item>> Pusher::dueItems(Kind kind)
{
    const qint64 now = m.nowUtc();
    return m.puller.read([&](Connection& connection) -> Result<QList<Item>> {
        QList<Item> items;
        // The last outbox row that is to go says how often and when: what is new is tried at once.
        const auto read = eachRow(connection,
            "SELECT row_id, state, attempts, next_attempt_at, max(id) FROM outbox o WHERE entity = ? AND state IN ('pending', 'sending')"
            " AND (NOT EXISTS (SELECT 1 FROM outbox p WHERE p.entity = o.entity AND p.row_id = o.row_id AND p.state = 'paused')"
            " OR EXISTS (SELECT 1 FROM outbox s WHERE s.entity = o.entity AND s.row_id = o.row_id AND s.state = 'sending'))"
            " GROUP BY row_id ORDER BY min(id)",
            {qint64(entityOf(kind))}, [&](const Statement& row) {
                Item item;
                item.row = row.integer(0);
                item.state = outboxStateOf(row.text(1)).value_or(OutboxState::Pending);
                item.attempts = int(row.integer(2));
                item.nextAttemptAtUtc = row.optionalInteger(3);
                item.upTo = row.integer(4);
                const bool isWanted = m.options.pushOnly.isEmpty() ? item.nextAttemptAtUtc.value_or(0) <= now : isNamed(kind, item.row);
                if (isWanted)
                    items.append(item);
            });
        return read ? Result<QList<Item>>(items) : tl::unexpected(read.error());
    });
}

Result<void> Pusher::push()
{
    for (const Kind kind : kPushedKinds) {
        const Stopwatch watch(m.report.kinds[kind].seconds);
        if (auto pushed = pushKind(kind); !pushed)
            return pushed;
    }
    return {};
}

Result<void> Pusher::pushKind(Kind kind)
{
    const auto items = dueItems(kind);
    if (!items)
        return tl::unexpected(items.error());
    if (m.puller.writable().make.value(kind).isEmpty() && m.puller.writable().change.value(kind).isEmpty()) {
        QList<OutboxMark> marks;
        for (const Item& item : *items)
            marks.append(markOf(kind, item, OutboxState::Local));
        return mark(kind, marks);
    }
    m_done = 0;
    m_total = items->size();
    for (qsizetype from = 0; from < items->size(); from += kBatch) {
        if (auto pushed = pushBatch(kind, items->mid(from, kBatch)); !pushed)
            return pushed;
        m_done = std::min(m_total, from + kBatch);
        m.onItem(kind, m_done, m_total);
    }
    return {};
}

Result<void> Pusher::pushBatch(Kind kind, const QList<Item>& items)
{
    const Entity entity = entityOf(kind);
    QList<std::pair<Item, QString>> removed;
    QHash<QString, qint64> remoteIds;
    QHash<qint64, Item> there;
    QList<OutboxMark> over;
    const auto sorted = m.puller.read([&](Connection& connection) -> Result<void> {
        for (const Item& item : items) {
            const auto pending = pendingItem(connection, entity, item.row);
            if (!pending)
                return tl::unexpected(pending.error());
            if (!*pending)
                continue;
            if (!(*pending)->now) {
                if (!(*pending)->remoteId.isEmpty())
                    removed.append({item, (*pending)->remoteId});
                else if (item.state != OutboxState::Sending)
                    over.append(markOf(kind, item, std::nullopt)); // never was there, and is no longer here
                continue;
            }
            const Scalar& remoteId = (*pending)->now->at(specOf(entity).columns.indexOf(kRemoteIdColumn));
            if (const auto* text = std::get_if<QString>(&remoteId)) {
                remoteIds.insert(*text, item.row);
                there.insert(item.row, item);
            }
        }
        return {};
    });
    if (!sorted)
        return sorted;
    if (auto marked = mark(kind, over); !marked)
        return marked;
    for (const auto& [item, remoteId] : std::as_const(removed)) {
        if (auto pushed = pushRemoved(kind, item, remoteId); !pushed)
            return pushed;
    }
    if (!there.isEmpty()) {
        StoreRows store;
        if (auto read = readFresh(kind, remoteIds, store); !read)
            return read;
        if (auto sent = sendChanges(kind, there, store); !sent)
            return sent;
    }
    for (const Item& item : items) { // also what was found gone and is to be made again
        if (auto made = make(kind, item); !made)
            return made;
    }
    return {};
}

Result<void> Pusher::pushRemoved(Kind kind, const Item& item, const QString& remoteId)
{
    const QSet<QByteArray> writable = m.puller.writable().change.value(kind);
    const RowWrite instead = withdrawal(kind, remoteId);
    const bool canRemove = removesRows(kind) && (writable.contains(kRemovedField) || writable.contains(goneField(entityOf(kind))));
    const bool canWithdraw = !removesRows(kind) && !instead.fields.isEmpty() && writable.contains(*instead.fields.cbegin());
    if (!canRemove && !canWithdraw)
        return mark(kind, {markOf(kind, item, OutboxState::Local)});
    Result<void> done;
    if (canRemove) {
        done = m.puller.ask(kind, [&](HostedStore& store) { return store.remove(kind, remoteId); });
    } else {
        const auto answer = m.puller.ask(kind, [&](HostedStore& store) { return store.write(instead); });
        if (!answer && answer.error().kind != Error::Kind::NotFound)
            done = tl::unexpected(answer.error());
    }
    if (!done)
        return failed(kind, {item}, done.error());
    m_failures = 0;
    ++m.report.kinds[kind].pushed;
    return mark(kind, {markOf(kind, item, std::nullopt)});
}

// ---- reading before writing

/// Brings in how the store has the rows now; what it has no longer is marked so.
Result<void> Pusher::readFresh(Kind kind, const QHash<QString, qint64>& remoteIds, StoreRows& store)
{
    const QStringList wanted = sync::sorted(QSet<QString>(remoteIds.keyBegin(), remoteIds.keyEnd()));
    const auto fresh
        = isListedWhole(kind) ? m.puller.fetch({.kind = kind, .extent = Walk::Extent::Everything, .ids = {}}) : m.puller.fetchNamed(kind, wanted);
    if (!fresh)
        return tl::unexpected(fresh.error());
    QSet<QString> came;
    withRows(kind, *fresh, [&](const auto& rows) {
        for (const auto& row : rows)
            came.insert(remoteIdOf(row));
    });
    QStringList gone;
    for (const QString& id : wanted) {
        if (came.contains(id) || kind == Kind::Tiers || kind == Kind::Offers || kind == Kind::Newsletters) // which never go
            continue;
        const auto exists = m.puller.ask(kind, [&](HostedStore& asked) { return asked.exists(kind, id); });
        if (!exists)
            return tl::unexpected(exists.error());
        if (!*exists)
            gone.append(id);
    }
    if (auto fetched = m.puller.fetchReferences(kind, *fresh); !fetched)
        return fetched;
    auto committed = m.puller.commit(kind, nameOf(kind) + " read to be sent"_L1, [&](Applier& applier, ChangeSet&) -> Result<void> {
        applier.rememberStore();
        if (auto applied = applier.apply(kind, *fresh); !applied)
            return applied;
        for (const QString& id : std::as_const(gone)) {
            if (auto marked = applier.markGone(kind, id, Applier::Gone::Entirely); !marked)
                return marked;
        }
        store = applier.store();
        return {};
    });
    if (!committed)
        return committed;
    return m.lane.run([this] { return settleByPolicy(m.workspace); });
}

// ---- sending what differs

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
        const auto openLabels = openFields(connection, Entity::Label);
        if (!openLabels)
            return tl::unexpected(openLabels.error());
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
            for (auto label = openLabels->cbegin(); kind == Kind::Members && label != openLabels->cend(); ++label) {
                if (label->contains(kRemoteIdColumn)) // gone there; whether it is made again is not decided
                    input.unmadeLabels.insert(label.key());
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

// ---- outcomes

OutboxMark Pusher::markOf(Kind kind, const Item& item, std::optional<OutboxState> state, const QString& problem) const
{
    return {entityOf(kind), item.row, item.upTo, state, item.attempts, item.nextAttemptAtUtc, problem};
}

Result<void> Pusher::mark(Kind kind, const QList<OutboxMark>& marks)
{
    if (marks.isEmpty())
        return {};
    return m.puller.commit(kind, nameOf(kind) + " marked"_L1, [&](Applier&, ChangeSet& changes) -> Result<void> {
        for (const OutboxMark& each : marks)
            changes.markOutbox(each);
        return {};
    });
}

Result<void> Pusher::failed(Kind kind, const QList<Item>& items, const Error& error, bool isMaking)
{
    using enum Error::Kind;
    const auto markAll = [&](OutboxState state, const QString& problem) {
        QList<OutboxMark> marks;
        for (const Item& item : items)
            marks.append(markOf(kind, item, state, problem));
        return mark(kind, marks);
    };
    qCInfo(lcSync) << "Sending" << items.size() << nameOf(kind) << "failed:" << kindName(error.kind) << error.detail;
    switch (error.kind) {
    case Refused:
    case BadInput:
    case NotAllowed:
    case NotFound:
        m_failures = 0;
        m.report.kinds[kind].parked += items.size();
        return markAll(OutboxState::Parked, reasonOf(error));
    case Collision: return markAll(OutboxState::Pending, {}); // twice: somebody is at work there
    case Offline:
    case Cancelled:
    case Redirected:
    case TlsFailed:
    case NotAStore:
    case WrongStore:
    case Internal: return tl::unexpected(error);
    case BadKey:
        if (auto marked = markAll(OutboxState::Pending, {}); !marked)
            return marked;
        return tl::unexpected(error);
    default: break;
    }
    QList<OutboxMark> marks;
    for (Item item : items) {
        ++item.attempts;
        item.nextAttemptAtUtc = m.nowUtc() + retryDelay(item.attempts, entityOf(kind), item.row);
        // A row that may have been made is not given up before that is known: trying again would double it.
        const bool isGivenUp = item.attempts >= kAttempts && !isMaking;
        m.report.kinds[kind].parked += isGivenUp ? 1 : 0;
        marks.append(markOf(kind, item, isGivenUp ? OutboxState::Parked : error.kind == RateLimited ? OutboxState::Pending : OutboxState::Sending,
            reasonOf(error)));
    }
    if (auto marked = mark(kind, marks); !marked)
        return marked;
    if (++m_failures >= kFailuresInARow)
        return tl::unexpected(error);
    return {};
}

} // namespace lyceum::sync
