// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QByteArray>
#include <QList>
#include <QTimeZone>

namespace lyceum::storage {

/// A copy of a workspace. When it was made stands in its name, in UTC: "lab-20260301T093000Z.lyceum".
struct Backup {
    QString path;
    qint64 madeAtUtc = 0;
    qint64 bytes = 0;

    friend bool operator==(const Backup&, const Backup&) = default;
};

/// How many are kept: the newest of each of the latest days, weeks (from Monday) and months that have one.
struct BackupRetention {
    int daily = 7;
    int weekly = 4;
    int monthly = 12;

    friend bool operator==(const BackupRetention&, const BackupRetention&) = default;
};

/// Which times of `madeAtUtc` to keep, in any order given, newest first. Days are cut in `zone`. The newest is always kept.
[[nodiscard]] QList<qint64> backupsToKeep(QList<qint64> madeAtUtc, const BackupRetention& retention, const QTimeZone& zone);

/// "<path without .lyceum>-backups", next to the workspace.
[[nodiscard]] QString defaultBackupFolder(const QString& workspacePath);

/// Newest first; only files that bear the name of a backup of this workspace. No folder means none.
[[nodiscard]] Result<QList<Backup>> backupsOf(const QString& workspacePath, const QString& folder);

/**
 * Copies the workspace (VACUUM INTO under a temporary name, synced), opens the copy and checks it, and only then gives it its name.
 * What was there before is not touched. Readers and writers of the workspace go on meanwhile.
 *
 * Errors: WorkspaceReadOnly (the folder), DiskFull, WorkspaceDamaged (the copy or the original), Io.
 */
[[nodiscard]] Result<Backup> makeBackup(Connection& connection, const QString& workspacePath, const QString& folder, qint64 nowUtc);

/**
 * Removes the backups that `retention` does not keep. Only those that bear the workspace's own id inside are considered: two
 * workspaces of one name may share a folder. What cannot be read or removed stays.
 *
 * Answers those removed.
 */
[[nodiscard]] Result<QList<Backup>> rotateBackups(const QString& workspacePath, const QString& folder, const QString& workspaceId,
    const BackupRetention& retention, const QTimeZone& zone);

/// Opens and checks a copy without changing it. Errors as WorkspaceFile::open; WorkspaceDamaged when a check fails.
[[nodiscard]] Result<void> checkBackup(const QString& backupPath);

/// Restores into a file that must not exist yet. Errors: WorkspaceExists, and those of checkBackup and makeBackup.
[[nodiscard]] Result<void> restoreTo(const QString& backupPath, const QString& newPath);

/**
 * Puts a backup in the place of the workspace. Before that the workspace, however damaged, is moved beside itself as
 * "<name>.replaced-<time>.lyceum" with its -wal; nothing is destroyed. Nobody may have the workspace open: Error WorkspaceLocked.
 *
 * Answers the path of what was replaced.
 */
[[nodiscard]] Result<QString> replaceWith(const QString& backupPath, const QString& workspacePath, qint64 nowUtc);

} // namespace lyceum::storage
