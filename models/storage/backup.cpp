// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup.h"

#include "base/logging.h"
#include "storage/rows.h"
#include "storage/workspacefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

constexpr auto kSuffix = ".lyceum"_L1;
constexpr auto kTimeFormat = "yyyyMMdd'T'HHmmss'Z'"_L1;

QString baseName(const QString& workspacePath)
{
    const QString name = QFileInfo(workspacePath).fileName();
    return name.endsWith(kSuffix, Qt::CaseInsensitive) ? name.chopped(kSuffix.size()) : name;
}

QString pathWithoutSuffix(const QString& workspacePath)
{
    const QFileInfo info(QFileInfo(workspacePath).absoluteFilePath());
    return info.absolutePath() + u'/' + baseName(workspacePath);
}

QString stamp(qint64 utc)
{
    return QDateTime::fromSecsSinceEpoch(utc, Qt::UTC).toString(kTimeFormat);
}

std::optional<qint64> timeOfStamp(const QString& text)
{
    QDateTime time = QDateTime::fromString(text, kTimeFormat);
    if (!time.isValid())
        return std::nullopt;
    time.setTimeSpec(Qt::UTC);
    return time.toSecsSinceEpoch();
}

/// Waits until the bytes of a file are on the disk.
bool syncFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

/// Waits until names in a folder are on the disk. Where folders cannot be synced the file system sees to it.
void syncFolder([[maybe_unused]] const QString& folder)
{
#ifndef Q_OS_WIN
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
#endif
}

/// A file that goes away with the scope unless it was given its final name.
class PartialFile {
public:
    explicit PartialFile(QString path)
        : m_path(std::move(path))
    {
        removeAll(); // left by an attempt that was interrupted
    }
    ~PartialFile()
    {
        if (!m_placed)
            removeAll();
    }
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;

    [[nodiscard]] const QString& path() const { return m_path; }

    /// Never replaces what bears the name already.
    [[nodiscard]] Result<void> place(const QString& finalPath)
    {
        if (!syncFile(m_path))
            return failure(Error::Kind::Io, m_path, u"the copy cannot be written to the disk"_s);
        QFile file(m_path);
        if (!file.rename(finalPath))
            return QFileInfo::exists(finalPath) ? failure(Error::Kind::WorkspaceExists, finalPath)
                                                : failure(Error::Kind::Io, finalPath, file.errorString());
        m_placed = true;
        syncFolder(QFileInfo(finalPath).absolutePath());
        return {};
    }

private:
    void removeAll() const
    {
        for (const auto& end : {""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1})
            QFile::remove(m_path + end);
    }

    QString m_path;
    bool m_placed = false;
};

/// Copies what the connection sees and checks the copy.
Result<void> copyTo(const Connection& connection, const PartialFile& partial)
{
    auto vacuum = connection.prepare("VACUUM INTO ?");
    if (!vacuum)
        return tl::unexpected(vacuum.error());
    vacuum->bind(1, partial.path());
    if (auto copied = vacuum->run(); !copied) {
        Error error = copied.error();
        const QString folder = QFileInfo(partial.path()).absolutePath();
        if (error.kind == Error::Kind::Io && !QFileInfo(folder).isWritable())
            error = {Error::Kind::WorkspaceReadOnly, folder, error.detail};
        return tl::unexpected(std::move(error));
    }
    return checkBackup(partial.path());
}

/// Makes sure that nobody has a workspace open, by folding its log in, which only the last one can. A file too damaged for that is
/// left as it is.
Result<void> closeForAll(const QString& workspacePath)
{
    auto connection = Connection::open(workspacePath, Connection::Mode::ReadWrite);
    if (!connection)
        return connection.error().kind == Error::Kind::WorkspaceLocked ? Result<void>(tl::unexpected(connection.error())) : Result<void>();
    const auto folded = connection->execute("PRAGMA journal_mode=DELETE");
    if (!folded && folded.error().kind == Error::Kind::WorkspaceLocked)
        return tl::unexpected(Error {Error::Kind::WorkspaceLocked, workspacePath, folded.error().detail});
    return {};
}

/// Renames a database with what belongs to it. On failure everything bears its old name again.
Result<void> renameDatabase(const QString& from, const QString& to)
{
    QList<QLatin1StringView> renamed;
    for (const auto& end : {"-wal"_L1, "-journal"_L1, ""_L1}) { // the log first: alone it can do nothing
        if (!QFileInfo::exists(from + end))
            continue;
        QFile file(from + end);
        if (!file.rename(to + end)) {
            for (const auto& done : std::as_const(renamed))
                QFile::rename(to + done, from + done);
            return failure(Error::Kind::Io, from, file.errorString());
        }
        renamed.append(end);
    }
    QFile::remove(from + "-shm"_L1); // an index of the log, made anew whenever it is needed
    return {};
}

} // namespace

QString defaultBackupFolder(const QString& workspacePath)
{
    return pathWithoutSuffix(workspacePath) + "-backups"_L1;
}

Result<QList<Backup>> backupsOf(const QString& workspacePath, const QString& folder)
{
    const QRegularExpression pattern(
        u"^%1-(\\d{8}T\\d{6}Z)%2$"_s.arg(QRegularExpression::escape(baseName(workspacePath)), QRegularExpression::escape(kSuffix)));
    QList<Backup> backups;
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files | QDir::NoSymLinks);
    for (const QFileInfo& file : files) {
        const auto match = pattern.match(file.fileName());
        if (const auto madeAt = match.hasMatch() ? timeOfStamp(match.captured(1)) : std::nullopt)
            backups.append({file.absoluteFilePath(), *madeAt, file.size()});
    }
    std::ranges::sort(backups, std::greater(), &Backup::madeAtUtc);
    return backups;
}

Result<Backup> makeBackup(Connection& connection, const QString& workspacePath, const QString& folder, qint64 nowUtc)
{
    if (!QDir().mkpath(folder))
        return failure(QFileInfo(QFileInfo(folder).absolutePath()).isWritable() ? Error::Kind::Io : Error::Kind::WorkspaceReadOnly, folder,
            u"the folder cannot be made"_s);
    const QDir place(folder);
    const auto pathAt = [&](qint64 utc) { return place.absoluteFilePath(baseName(workspacePath) + u'-' + stamp(utc) + kSuffix); };
    Backup backup;
    backup.madeAtUtc = nowUtc;
    while (QFileInfo::exists(pathAt(backup.madeAtUtc)))
        ++backup.madeAtUtc; // two within a second
    backup.path = pathAt(backup.madeAtUtc);
    PartialFile partial(backup.path + ".partial"_L1);
    if (auto copied = copyTo(connection, partial); !copied)
        return tl::unexpected(copied.error());
    backup.bytes = QFileInfo(partial.path()).size();
    if (auto placed = partial.place(backup.path); !placed)
        return tl::unexpected(placed.error());
    return backup;
}

Result<QList<Backup>> rotateBackups(
    const QString& workspacePath, const QString& folder, const QString& workspaceId, const BackupRetention& retention, const QTimeZone& zone)
{
    const auto backups = backupsOf(workspacePath, folder);
    if (!backups)
        return backups;
    QList<Backup> ours;
    for (const Backup& backup : *backups) {
        auto connection = Connection::open(backup.path, Connection::Mode::ReadOnly);
        const auto id = connection ? settingOf(*connection, u"workspaceId"_s) : tl::unexpected(connection.error());
        if (id && *id == workspaceId)
            ours.append(backup);
    }
    QList<qint64> times;
    for (const Backup& backup : std::as_const(ours))
        times.append(backup.madeAtUtc);
    const QList<qint64> kept = backupsToKeep(times, retention, zone);
    QList<Backup> removed;
    for (const Backup& backup : std::as_const(ours)) {
        if (kept.contains(backup.madeAtUtc))
            continue;
        if (QFile::remove(backup.path))
            removed.append(backup);
        else
            qCWarning(lcWorkspace) << "an old backup could not be removed";
    }
    return removed;
}

Result<void> checkBackup(const QString& backupPath)
{
    const SystemClock unused; // opening read-only asks no time
    const auto file = WorkspaceFile::open(backupPath, unused, WorkspaceFile::Access::ReadOnly);
    if (!file && !(file.error().kind == Error::Kind::WorkspaceReadOnly)) // an older schema, which restoring will bring up to date
        return tl::unexpected(file.error());
    auto connection = Connection::open(backupPath, Connection::Mode::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    QString problem;
    auto checked = eachRow(*connection, "PRAGMA quick_check(1)", {}, [&](const Statement& row) {
        if (const QString line = row.text(0); line != "ok"_L1)
            problem = line;
    });
    if (!checked)
        return tl::unexpected(Error {checked.error().kind, backupPath, checked.error().detail});
    if (!problem.isEmpty())
        return failure(Error::Kind::WorkspaceDamaged, backupPath, problem);
    return {};
}

Result<void> restoreTo(const QString& backupPath, const QString& newPath)
{
    if (QFileInfo::exists(newPath))
        return failure(Error::Kind::WorkspaceExists, newPath);
    if (auto checked = checkBackup(backupPath); !checked)
        return checked;
    const auto connection = Connection::open(backupPath, Connection::Mode::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    PartialFile partial(QFileInfo(newPath).absoluteFilePath() + ".partial"_L1);
    if (auto copied = copyTo(*connection, partial); !copied)
        return copied;
    return partial.place(newPath);
}

Result<QString> replaceWith(const QString& backupPath, const QString& workspacePath, qint64 nowUtc)
{
    const QString absolute = QFileInfo(workspacePath).absoluteFilePath();
    if (QFileInfo(backupPath).canonicalFilePath() == QFileInfo(absolute).canonicalFilePath())
        return failure(Error::Kind::WorkspaceExists, absolute, u"the backup is the workspace itself"_s);
    if (!QFileInfo::exists(absolute)) {
        auto restored = restoreTo(backupPath, absolute);
        return restored ? Result<QString>(QString()) : tl::unexpected(restored.error());
    }
    // The new file stands complete beside the old one before that is touched.
    const QString ready = pathWithoutSuffix(absolute) + ".restored-"_L1 + stamp(nowUtc) + kSuffix;
    if (auto restored = restoreTo(backupPath, ready); !restored)
        return tl::unexpected(restored.error());
    const auto putInPlace = [&]() -> Result<QString> {
        if (auto closed = closeForAll(absolute); !closed)
            return tl::unexpected(closed.error());
        qint64 at = nowUtc;
        QString aside;
        do {
            aside = pathWithoutSuffix(absolute) + ".replaced-"_L1 + stamp(at++) + kSuffix;
        } while (QFileInfo::exists(aside));
        if (auto moved = renameDatabase(absolute, aside); !moved)
            return tl::unexpected(moved.error());
        if (auto placed = renameDatabase(ready, absolute); !placed) {
            if (auto back = renameDatabase(aside, absolute); !back)
                qCWarning(lcWorkspace) << "a workspace could not be renamed back; it stands beside its old place";
            return tl::unexpected(placed.error());
        }
        syncFolder(QFileInfo(absolute).absolutePath());
        return aside;
    };
    auto replaced = putInPlace();
    if (!replaced)
        QFile::remove(ready); // made here, a moment ago
    return replaced;
}

} // namespace lyceum::storage
