// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QList>

namespace lyceum::storage {

/// What one sync did to one kind of row.
struct SyncRunKind {
    QString kind; ///< "members", "events" ...
    qint64 pulled = 0;
    qint64 created = 0;
    qint64 updated = 0;
    qint64 deleted = 0;
    qint64 requests = 0;
    qint64 bytes = 0;
    qint64 milliseconds = 0;

    friend bool operator==(const SyncRunKind&, const SyncRunKind&) = default;
};

/// One line of the sync log.
struct SyncRun {
    qint64 id = 0;
    qint64 startedAtUtc = 0;
    std::optional<qint64> endedAtUtc; ///< missing while it runs, or when the program was ended in the midst of it
    QString outcome; ///< "running", "done", "cancelled", or the name of an error's kind
    QString detail;
    QList<SyncRunKind> kinds; ///< by name

    friend bool operator==(const SyncRun&, const SyncRun&) = default;
};

/// Newest first.
[[nodiscard]] Result<QList<SyncRun>> syncRuns(Connection& connection, int limit);
/// The latest that ended well.
[[nodiscard]] Result<std::optional<SyncRun>> lastGoodSync(Connection& connection);
/// The very first, however it ended: when this workspace met its store.
[[nodiscard]] Result<std::optional<SyncRun>> firstSync(Connection& connection);

/// The log is bookkeeping beside the journal. Each call is a small transaction of its own. Answers the run's id.
[[nodiscard]] Result<qint64> beginSyncRun(Connection& connection, qint64 startedAtUtc);
/// Writes how the run `run.id` ended and what it did.
[[nodiscard]] Result<void> finishSyncRun(Connection& connection, const SyncRun& run);

} // namespace lyceum::storage
