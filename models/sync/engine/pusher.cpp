// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/pusher.h"

#include "base/logging.h"
#include "storage/rows.h"
#include "sync/engine/conflictpolicy.h"
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

/// Those to be sent now, oldest first. What is parked and what stays here is not among them; what a person holds back is, but only to be
/// dropped when it was taken back since.
Result<QList<Pusher::Item>> Pusher::dueItems(Kind kind)
{
    const qint64 now = m.nowUtc();
    return m.puller.read([&](Connection& connection) -> Result<QList<Item>> {
        QList<Item> items;
        // The last outbox row that is to go says how often and when: what is new is tried at once.
        const auto read = eachRow(connection,
            "SELECT l.row_id, l.state, l.attempts, l.next_attempt_at, l.id,"
            " EXISTS (SELECT 1 FROM outbox s WHERE s.entity = l.entity AND s.row_id = l.row_id AND s.state = 'sending'),"
            " EXISTS (SELECT 1 FROM outbox p WHERE p.entity = l.entity AND p.row_id = l.row_id AND p.state = 'paused')"
            " FROM (SELECT min(id) AS first, max(id) AS last FROM outbox WHERE entity = ? AND state IN ('pending', 'sending', 'paused') GROUP BY row_id) g"
            " JOIN outbox l ON l.id = g.last ORDER BY g.first",
            {qint64(entityOf(kind))}, [&](const Statement& row) {
                Item item;
                item.row = row.integer(0);
                item.state = outboxStateOf(row.text(1)).value_or(OutboxState::Pending);
                item.attempts = int(row.integer(2));
                item.nextAttemptAtUtc = row.optionalInteger(3);
                item.upTo = row.integer(4);
                item.isHeldBack = row.integer(5) == 0 && row.integer(6) != 0;
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
        const auto read = m.puller.read([&](Connection& connection) -> Result<void> {
            for (const Item& item : *items) {
                const auto pending = pendingItem(connection, entityOf(kind), item.row);
                if (!pending)
                    return tl::unexpected(pending.error());
                if (!*pending || (*pending)->isEmpty())
                    marks.append(markOf(kind, item, std::nullopt)); // taken back since
                else if (!item.isHeldBack)
                    marks.append(markOf(kind, item, OutboxState::Local));
            }
            return {};
        });
        return read ? mark(kind, marks) : read;
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
            if (item.isHeldBack) {
                if ((*pending)->isEmpty())
                    over.append(markOf(kind, item, std::nullopt));
                continue;
            }
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
        if (item.isHeldBack)
            continue;
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
