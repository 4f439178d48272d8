// SPDX-License-Identifier: GPL-3.0-or-later
// What was done, what the store has yet to learn of it, and what is to be settled.
#include "workspace/workspaceprivate.h"

using namespace Qt::StringLiterals;

namespace lyceum::workspace {

QFuture<Result<QList<JournalEntry>>> Workspace::journal(const JournalQuery& query)
{
    return d->ask([query](storage::Connection& c) { return storage::journalEntries(c, query); });
}

QFuture<Result<QList<JournalChange>>> Workspace::journalChanges(qint64 entry, int limit)
{
    return d->ask([entry, limit](storage::Connection& c) { return storage::journalChanges(c, entry, limit); });
}

QFuture<Result<JournalPage>> Workspace::journalPage(qint64 entry, int limit)
{
    return d->ask([entry, limit](storage::Connection& c) -> Result<JournalPage> {
        auto found = storage::journalEntry(c, entry);
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return failure(Error::Kind::NotFound, u"journal entry %1"_s.arg(entry));
        auto changes = storage::journalChanges(c, entry, limit);
        if (!changes)
            return tl::unexpected(changes.error());
        auto arrivals = storage::journalArrivals(c, entry);
        if (!arrivals)
            return tl::unexpected(arrivals.error());
        return JournalPage {**std::move(found), *std::move(changes), *std::move(arrivals)};
    });
}

QFuture<Result<QList<JournalChange>>> Workspace::historyOf(Entity entity, qint64 row, int limit)
{
    return d->ask([entity, row, limit](storage::Connection& c) { return storage::historyOf(c, entity, row, limit); });
}

QFuture<Result<QList<OutboxItem>>> Workspace::outbox(const OutboxQuery& query)
{
    return d->ask([query](storage::Connection& c) { return storage::outboxItems(c, query); });
}

QFuture<Result<OutboxCounts>> Workspace::outboxCounts()
{
    return d->ask([](storage::Connection& c) { return storage::outboxCounts(c); });
}

QFuture<Result<ChangeSummary>> Workspace::pauseItem(Entity entity, qint64 row, bool paused)
{
    return d->write([=](storage::WorkspaceFile& file) { return storage::pauseItem(file, personName(), entity, row, paused); });
}

QFuture<Result<ChangeSummary>> Workspace::retryItem(Entity entity, qint64 row)
{
    return d->write([=](storage::WorkspaceFile& file) { return storage::retryItem(file, personName(), entity, row); });
}

QFuture<Result<ChangeSummary>> Workspace::discardItem(Entity entity, qint64 row)
{
    return d->write([=](storage::WorkspaceFile& file) { return storage::discardItem(file, personName(), entity, row); });
}

QFuture<Result<QList<OpenConflict>>> Workspace::openConflicts(std::optional<Entity> entity, std::optional<qint64> row)
{
    return d->ask([=](storage::Connection& c) { return storage::openConflicts(c, entity, row); });
}

QFuture<Result<ChangeSummary>> Workspace::settleConflict(qint64 conflict, Settlement settlement, const std::optional<QString>& text)
{
    return d->write([=](storage::WorkspaceFile& file) { return storage::settle(file, personName(), conflict, settlement, text); });
}

} // namespace lyceum::workspace
