// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/pusher.h"

#include "storage/rows.h"
#include "sync/engine/localrows.h"
#include "sync/engine/rowids.h"

using namespace Qt::StringLiterals;

// Rows that the store is to make. A store makes a row as often as it is asked, so an answer that was lost is looked for, never assumed.

namespace lyceum::sync {

using namespace storage;

namespace {

constexpr qint64 kClockSlack = 5; ///< seconds by which a comment is to lie in the store's past

/// Whether what is found is ours beyond doubt, and not somebody's row that looks the same.
bool isUnmistakable(Kind kind)
{
    return kind == Kind::Posts || kind == Kind::Comments;
}

QString firstRemoteId(Kind kind, const Batch& batch)
{
    QString id;
    withRows(kind, batch, [&](const auto& rows) { id = rows.isEmpty() ? QString() : remoteIdOf(rows.first()); });
    return id;
}

} // namespace

/// From the hash of the journal entry that is the first to wait: it is salted, so that not even two copies of a workspace share it, and it
/// stays the same until the row is done.
Result<QString> Pusher::tokenOf(Kind kind, qint64 row)
{
    return m.puller.read([&](Connection& connection) -> Result<QString> {
        QString token;
        const auto read = eachRow(connection,
            "SELECT lower(hex(e.hash)) FROM journal_entry e WHERE e.id = (SELECT min(entry_id) FROM outbox WHERE entity = ? AND row_id = ?)",
            {qint64(entityOf(kind)), row}, [&](const Statement& found) { token = u"lyceum-%1-%2"_s.arg(found.text(0).left(32)).arg(row); });
        return read ? Result<QString>(token) : tl::unexpected(read.error());
    });
}

/// A comment is found again by its time: it must lie in the store's past, and no other comment of that member may bear it.
static Result<void> placeComment(ChangeSet& changes, qint64 row, qint64 latest, Outgoing& out)
{
    auto comment = rowOf<Comment>(changes.connection(), row);
    if (!comment || !*comment)
        return comment ? Result<void>() : tl::unexpected(comment.error());
    qint64 at = std::min((*comment)->createdAtUtc.value_or(latest), latest);
    for (;; --at) {
        const auto others = numberOf(changes.connection(), "SELECT count(*) FROM comment WHERE member_id = ? AND created_at = ? AND id <> ?",
            {toScalar((*comment)->member), at, row});
        if (!others)
            return tl::unexpected(others.error());
        if (*others == 0)
            break;
    }
    out.row.comments.first().comment.createdAtUtc = at;
    if ((*comment)->createdAtUtc != at) {
        (*comment)->createdAtUtc = at;
        changes.put(**comment);
    }
    return {};
}

Result<void> Pusher::make(Kind kind, const Item& before)
{
    const Entity entity = entityOf(kind);
    const auto token = tokenOf(kind, before.row);
    if (!token)
        return tl::unexpected(token.error());
    const QSet<QByteArray> writable = m.puller.writable().make.value(kind);
    Item item = before;
    std::optional<Outgoing> out;
    RowWrite write {.kind = kind, .row = {}, .fields = {}, .token = *token, .basedOnUtc = {}};
    auto noted = m.puller.read([&](Connection& connection) -> Result<bool> {
        const auto pending = PendingChanges::read(connection, entity, {before.row});
        if (!pending)
            return tl::unexpected(pending.error());
        return pending->isToBeMade(entity, before.row);
    });
    if (!noted || !*noted)
        return noted ? Result<void>() : tl::unexpected(noted.error());
    auto committed = m.puller.commit(kind, nameOf(kind) + " being made"_L1, [&](Applier&, ChangeSet& changes) -> Result<void> {
        Connection& connection = changes.connection();
        const auto items = outboxItems(connection, {.state = {}, .entity = entity, .row = before.row, .takenBack = false, .limit = -1, .after = {}});
        if (!items)
            return tl::unexpected(items.error());
        // Not what a person took back or holds back meanwhile, nor what may be there already: that is looked for when the next run begins.
        if (items->isEmpty() || items->first().state != OutboxState::Pending || items->first().operation != OutboxItem::Operation::Make)
            return {};
        item.upTo = items->first().lastOutboxId;
        auto row = outgoing(connection, kind, before.row);
        if (!row)
            return tl::unexpected(row.error());
        if (!*row || !(*row)->unmade.isEmpty() || !(*row)->remoteId.isEmpty())
            return {};
        const bool isDeleted = kind == Kind::Comments && (*row)->row.comments.first().comment.status == Comment::Status::Deleted;
        if (isDeleted || goneValue(entity, (*row)->state) != Scalar()) { // made and removed here: the store need never know
            changes.markOutbox(markOf(kind, item, std::nullopt));
            return {};
        }
        write.fields = fieldsToMake(entity, (*row)->state, writable);
        if (writable.isEmpty()) {
            changes.markOutbox(markOf(kind, item, OutboxState::Local));
            return {};
        }
        if (kind == Kind::Comments) {
            if (auto placed = placeComment(changes, before.row, m.storeNowUtc() - kClockSlack, **row); !placed)
                return placed;
            write.fields.insert("created_at");
        }
        changes.markOutbox(markOf(kind, item, OutboxState::Sending));
        out = **std::move(row);
        return {};
    });
    if (!committed || !out)
        return committed;
    write.row = out->row;
    const auto answer = m.puller.ask(kind, [&](HostedStore& store) { return store.write(write); });
    if (!answer) {
        if (answer.error().kind == Error::Kind::Refused) { // perhaps because somebody else made it meanwhile
            const auto adopted = adoptTwin(kind, item, write);
            if (!adopted)
                return failed(kind, {item}, adopted.error(), /*isMaking=*/true);
            if (*adopted)
                return {};
        }
        return failed(kind, {item}, answer.error(), /*isMaking=*/true);
    }
    m_failures = 0;
    ++m.report.kinds[kind].pushed;
    bool isWhole = true;
    for (qsizetype i = 0; i < specOf(entity).sets.size(); ++i)
        isWhole = isWhole && (out->state.sets.at(i).isEmpty() || write.fields.contains(specOf(entity).sets.at(i).field));
    return takeMade(kind, item, *answer, Coming::Made, write.fields, isWhole);
}

/// Gives the row its remote id and brings in what the store says of it; then what could not go with the first request is sent.
Result<void> Pusher::takeMade(Kind kind, const Item& item, const Batch& answer, Coming coming, const QSet<QByteArray>& sent, bool isWhole)
{
    if (auto fetched = m.puller.fetchReferences(kind, answer); !fetched)
        return fetched;
    StoreRows store;
    bool isDone = false;
    auto committed = m.puller.commit(kind, nameOf(kind) + " made"_L1, [&](Applier& applier, ChangeSet&) -> Result<void> {
        applier.rememberStore();
        const auto applied = applier.applyAnswer(answer, {kind, item.row, coming, sent, item.upTo, isWhole, /*isLate=*/false, OutboxState::Pending});
        if (!applied)
            return tl::unexpected(applied.error());
        isDone = *applied;
        store = applier.store();
        return {};
    });
    if (!committed || isDone || !store.contains(item.row))
        return committed;
    Item rest = item;
    rest.state = OutboxState::Pending;
    return sendChanges(kind, {{item.row, rest}}, store);
}

/// Looks for a row to be made. What the store will not even look for is not there.
Result<std::optional<Batch>> Pusher::find(Kind kind, const RowWrite& write)
{
    auto found = m.puller.ask(kind, [&](HostedStore& store) { return store.findMade(write); });
    if (found)
        return found;
    const Error::Kind error = found.error().kind;
    const bool isRefused = error == Error::Kind::Refused || error == Error::Kind::BadInput || error == Error::Kind::NotFound;
    return isRefused ? Result<std::optional<Batch>>(std::nullopt) : found;
}

/// Whether what was found is known here as another row.
Result<bool> Pusher::isAnothers(Kind kind, const Batch& found, qint64 row)
{
    return m.puller.read([&](Connection& connection) -> Result<bool> {
        const auto others = numberOf(connection, "SELECT count(*) FROM " + specOf(entityOf(kind)).table + " WHERE remote_id = ? AND id <> ?",
            {firstRemoteId(kind, found), row});
        return others ? Result<bool>(*others > 0) : tl::unexpected(others.error());
    });
}

Result<bool> Pusher::adoptTwin(Kind kind, const Item& item, const RowWrite& write)
{
    const auto found = find(kind, write);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return false;
    const auto isOther = isAnothers(kind, **found, item.row);
    if (!isOther || *isOther)
        return isOther ? Result<bool>(false) : isOther;
    if (auto taken = takeMade(kind, item, **found, isUnmistakable(kind) ? Coming::Made : Coming::Adopted, write.fields, /*isWhole=*/true); !taken)
        return tl::unexpected(taken.error());
    return true;
}

// ---- lost answers

Result<void> Pusher::recover()
{
    for (const Kind kind : kPushedKinds) {
        const Entity entity = entityOf(kind);
        QList<OutboxItem> made;
        PendingChanges pending;
        const auto read = m.puller.read([&](Connection& connection) -> Result<void> {
            const auto rows = rowsBeingSent(connection, entity);
            if (!rows)
                return tl::unexpected(rows.error());
            QList<qint64> ids = rows->keys();
            std::ranges::sort(ids);
            auto changes = PendingChanges::read(connection, entity, ids);
            if (!changes)
                return tl::unexpected(changes.error());
            pending = *std::move(changes);
            for (const qint64 row : std::as_const(ids)) {
                if (!pending.isToBeMade(entity, row))
                    continue;
                auto items = outboxItems(connection, {.state = {}, .entity = entity, .row = row, .takenBack = false, .limit = -1, .after = {}});
                if (!items)
                    return tl::unexpected(items.error());
                made += *items;
            }
            return {};
        });
        if (!read)
            return read;
        for (const OutboxItem& item : std::as_const(made)) {
            if (auto recovered = recoverMade(kind, item); !recovered)
                return recovered;
        }
        for (const PendingChanges::Removed& removed : pending.removed()) {
            if (!removed.remoteId.isEmpty())
                continue;
            if (auto recovered = recoverRemoved(kind, removed); !recovered)
                return recovered;
        }
    }
    return {};
}

Result<void> Pusher::recoverMade(Kind kind, const OutboxItem& item)
{
    const auto token = tokenOf(kind, item.row);
    if (!token)
        return tl::unexpected(token.error());
    RowWrite write {.kind = kind, .row = {}, .fields = {}, .token = *token, .basedOnUtc = {}};
    bool isWhole = true;
    const auto read = m.puller.read([&](Connection& connection) -> Result<void> {
        auto row = outgoing(connection, kind, item.row);
        if (!row)
            return tl::unexpected(row.error());
        const auto since = changesSince(connection, item.entity, item.row, item.lastSendingId);
        if (!since)
            return tl::unexpected(since.error());
        if (!*row)
            return {};
        write.fields = fieldsToMake(item.entity, (*row)->state, m.puller.writable().make.value(kind));
        write.row = std::move((*row)->row);
        rewindKey(kind, write.row, since->before);
        for (qsizetype i = 0; i < specOf(item.entity).sets.size(); ++i)
            isWhole = isWhole && ((*row)->state.sets.at(i).isEmpty() || write.fields.contains(specOf(item.entity).sets.at(i).field));
        return {};
    });
    if (!read)
        return read;
    auto found = find(kind, write);
    if (!found)
        return tl::unexpected(found.error());
    if (*found) {
        const auto isOther = isAnothers(kind, **found, item.row);
        if (!isOther)
            return tl::unexpected(isOther.error());
        if (*isOther)
            found->reset();
    }
    if (!*found) {
        const bool isGivenUp = item.attempts >= kAttempts;
        m.report.kinds[kind].parked += isGivenUp ? 1 : 0;
        return mark(kind, {{item.entity, item.row, item.lastSendingId, isGivenUp ? OutboxState::Parked : OutboxState::Pending, item.attempts,
                              item.nextAttemptAtUtc, item.problem}});
    }
    if (auto fetched = m.puller.fetchReferences(kind, **found); !fetched)
        return fetched;
    const Coming coming = isUnmistakable(kind) ? Coming::Made : Coming::Adopted;
    return m.puller.commit(kind, nameOf(kind) + " found again"_L1, [&](Applier& applier, ChangeSet&) -> Result<void> {
        const auto applied
            = applier.applyAnswer(**found, {kind, item.row, coming, write.fields, item.lastSendingId, isWhole, /*isLate=*/true, OutboxState::Pending});
        return applied ? Result<void>() : tl::unexpected(applied.error());
    });
}

/// Made, the answer lost, and removed here before that was known: what was made is removed again, where it is ours beyond doubt.
Result<void> Pusher::recoverRemoved(Kind kind, const PendingChanges::Removed& removed)
{
    const auto token = tokenOf(kind, removed.row);
    if (!token)
        return tl::unexpected(token.error());
    auto row = m.puller.read([&](Connection& connection) { return removedRow(connection, kind, removed.values); });
    if (!row)
        return tl::unexpected(row.error());
    if (*row) {
        const auto found = find(kind, {.kind = kind, .row = **row, .fields = {}, .token = *token, .basedOnUtc = {}});
        if (!found)
            return tl::unexpected(found.error());
        if (*found) {
            const QString remoteId = firstRemoteId(kind, **found);
            const auto gone = m.puller.ask(kind, [&](HostedStore& store) -> Result<void> {
                if (kind == Kind::Posts)
                    return store.remove(kind, remoteId);
                const auto answer = store.write(withdrawal(kind, remoteId));
                return answer ? Result<void>() : tl::unexpected(answer.error());
            });
            if (!gone && gone.error().kind != Error::Kind::NotFound)
                return tl::unexpected(gone.error());
        }
    }
    return mark(kind, {{removed.entity, removed.row, 0, {}, 0, {}, {}}});
}

} // namespace lyceum::sync
