// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/words.h"
#include "storage/backup.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

QJsonObject jsonOf(const storage::Backup& backup)
{
    return {{u"path"_s, backup.path}, {u"madeAt"_s, jsonTime(backup.madeAtUtc)}, {u"bytes"_s, backup.bytes}};
}

QJsonArray jsonOf(const QList<storage::Backup>& backups)
{
    QJsonArray array;
    for (const storage::Backup& backup : backups)
        array.append(jsonOf(backup));
    return array;
}

QString folderFor(const Session& session, const QString& workspace)
{
    return session.arguments.has(u"to"_s) ? QFileInfo(session.arguments.value(u"to"_s)).absoluteFilePath()
                                          : storage::defaultBackupFolder(workspace);
}

Result<ExitCode> listBackups(const Session& session, const QString& path)
{
    const auto backups = storage::backupsOf(path, folderFor(session, path));
    if (!backups)
        return tl::unexpected(backups.error());
    QStringList lines;
    for (const storage::Backup& backup : *backups)
        lines.append(u"%1\t%2\t%3"_s.arg(textTime(backup.madeAtUtc)).arg(backup.bytes).arg(backup.path));
    return session.output.answer({{u"backups"_s, jsonOf(*backups)}}, lines);
}

Result<ExitCode> runBackup(const Session& session)
{
    const auto path = session.workspacePath();
    if (!path)
        return tl::unexpected(path.error());
    if (session.arguments.has(u"list"_s))
        return listBackups(session, *path); // of a damaged or missing workspace, too
    const auto file = session.open();
    if (!file)
        return tl::unexpected(file.error());
    const auto facts = (*file)->facts();
    if (!facts)
        return tl::unexpected(facts.error());
    const QString folder = folderFor(session, *path);
    const auto made = storage::makeBackup((*file)->connection(), *path, folder, session.clock.nowUtc());
    if (!made)
        return tl::unexpected(made.error());
    const auto removed = storage::rotateBackups(*path, folder, facts->workspaceId, {}, QTimeZone(facts->timeZone));
    if (!removed)
        return tl::unexpected(removed.error());
    return session.output.done({{u"backup"_s, jsonOf(*made)}, {u"removed"_s, jsonOf(*removed)}},
            {Cli::tr("Backup made and checked: %1").arg(made->path)});
}

Result<ExitCode> runRestore(const Session& session)
{
    const auto path = session.workspacePath();
    if (!path)
        return tl::unexpected(path.error());
    const auto from = session.arguments.required(u"from"_s);
    if (!from)
        return tl::unexpected(from.error());
    const QString backup = QFileInfo(*from).absoluteFilePath();
    QJsonValue replaced(QJsonValue::Null);
    QStringList lines {Cli::tr("Restored %1.").arg(*path)};
    if (session.arguments.has(u"replace"_s) && QFileInfo::exists(*path)) {
        const auto old = storage::replaceWith(backup, *path, session.clock.nowUtc());
        if (!old)
            return tl::unexpected(old.error());
        replaced = *old;
        lines.append(Cli::tr("What was there before is now %1.").arg(*old));
    } else if (const auto restored = storage::restoreTo(backup, *path); !restored) {
        return tl::unexpected(restored.error());
    }
    return session.output.done({{u"restored"_s, *path}, {u"replaced"_s, replaced}}, lines);
}

} // namespace

Command backupCommand()
{
    return {u"backup"_s, {}, Cli::tr("Copy a workspace, check the copy, and remove backups that are no longer needed; or list them."),
        {u"lyceum-cli backup --workspace sample.lyceum --to backups"_s,
            u"lyceum-cli backup --workspace sample.lyceum --to backups --list"_s},
        {workspaceOption(), {u"to"_s, u"FOLDER"_s, Cli::tr("Where backups are kept."), Cli::tr("a folder next to the workspace")},
            {u"list"_s, {}, Cli::tr("Only list what is there, newest first."), {}}},
        runBackup};
}

Command restoreCommand()
{
    return {u"restore"_s, {}, Cli::tr("Make a workspace from a backup."),
        {u"lyceum-cli restore --from \"$(ls backups/sample-*.lyceum | tail -n 1)\" --workspace restored.lyceum"_s},
        {workspaceOption(), {u"from"_s, u"FILE"_s, Cli::tr("The backup."), {}},
            {u"replace"_s, {}, Cli::tr("Take the place of the workspace that is there, which is moved aside and not destroyed."), {}}},
        runRestore};
}

} // namespace lyceum::cli
