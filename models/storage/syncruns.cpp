// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/syncruns.h"

#include "storage/rows.h"

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

Result<QList<SyncRun>> runsWhere(Connection& connection, const QByteArray& rest, const QList<Scalar>& parameters)
{
    const auto snapshot = Snapshot::begin(connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    QList<SyncRun> runs;
    auto read = eachRow(connection, "SELECT id, started_at, ended_at, outcome, detail FROM sync_run " + rest, parameters,
        [&](const Statement& row) {
            runs.append({row.integer(0), row.integer(1), row.optionalInteger(2), row.text(3), row.text(4), {}});
        });
    for (SyncRun& run : runs) {
        if (!read)
            break;
        read = eachRowCached(connection,
            "SELECT kind, pulled, created, updated, deleted, requests, bytes, milliseconds FROM sync_run_kind WHERE run_id = ? ORDER BY kind",
            run.id, [&](const Statement& row) {
                run.kinds.append({row.text(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5),
                    row.integer(6), row.integer(7)});
            });
    }
    if (!read)
        return tl::unexpected(read.error());
    return runs;
}

Result<void> run(Connection& connection, const QByteArray& sql, const QList<Scalar>& parameters)
{
    return eachRow(connection, sql, parameters, [](const Statement&) {});
}

} // namespace

Result<QList<SyncRun>> syncRuns(Connection& connection, int limit)
{
    return runsWhere(connection, "ORDER BY id DESC LIMIT ?", {qint64(limit)});
}

Result<std::optional<SyncRun>> lastGoodSync(Connection& connection)
{
    auto runs = runsWhere(connection, "WHERE outcome = 'done' ORDER BY id DESC LIMIT 1", {});
    if (!runs)
        return tl::unexpected(runs.error());
    return runs->isEmpty() ? std::nullopt : std::optional(runs->takeFirst());
}

Result<std::optional<SyncRun>> firstSync(Connection& connection)
{
    auto runs = runsWhere(connection, "ORDER BY id LIMIT 1", {});
    if (!runs)
        return tl::unexpected(runs.error());
    return runs->isEmpty() ? std::nullopt : std::optional(runs->takeFirst());
}

Result<qint64> beginSyncRun(Connection& connection, qint64 startedAtUtc)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto id = numberOf(connection, "INSERT INTO sync_run (started_at, outcome, detail) VALUES (?, 'running', '') RETURNING id", {startedAtUtc});
    if (!id)
        return id;
    if (auto committed = transaction->commit(); !committed)
        return tl::unexpected(committed.error());
    return id;
}

Result<void> finishSyncRun(Connection& connection, const SyncRun& finished)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto updated = run(connection, "UPDATE sync_run SET ended_at = ?, outcome = ?, detail = ? WHERE id = ?",
            {toScalar(finished.endedAtUtc), finished.outcome, finished.detail, finished.id});
        !updated)
        return updated;
    if (auto cleared = run(connection, "DELETE FROM sync_run_kind WHERE run_id = ?", {finished.id}); !cleared)
        return cleared;
    for (const SyncRunKind& kind : finished.kinds) {
        auto inserted = run(connection,
            "INSERT INTO sync_run_kind (run_id, kind, pulled, created, updated, deleted, requests, bytes, milliseconds)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {finished.id, kind.kind, kind.pulled, kind.created, kind.updated, kind.deleted, kind.requests, kind.bytes, kind.milliseconds});
        if (!inserted)
            return inserted;
    }
    return transaction->commit();
}

} // namespace lyceum::storage
