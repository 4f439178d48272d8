// SPDX-License-Identifier: GPL-3.0-or-later
// A bulk edit with its journal, and the care of the file.
#include "bench.h"
#include "editing/memberedit.h"
#include "storage/backup.h"
#include "storage/memberquery.h"
#include "storage/undo.h"
#include "storage/verify.h"
#include "storage/workspacefile.h"
#include "workspaces.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

using storage::WorkspaceFile;

/// What a person does who selected them all: checked, read, changed, journalled, and noted for the store.
Result<void> editAll(WorkspaceFile& file, const QList<MemberId>& ids, const editing::MemberEdit& edit)
{
    const auto done = file.commit({u"benchmark"_s, storage::Origin::Person, editing::reasonOf(edit, ids.size())},
        [&](storage::ChangeSet& changes) { return editing::applyToMembers(changes, ids, edit, kNow); });
    return done ? Result<void>() : tl::unexpected(done.error());
}

/// Gives a label to all, and takes it away the next time.
Result<void> toggleLabel(WorkspaceFile& file, const QList<MemberId>& ids, int run)
{
    editing::MemberEdit edit;
    (run % 2 == 1 ? edit.addLabels : edit.dropLabels) = QStringList {u"Invited"_s};
    return editAll(file, ids, edit);
}

/// Marks a note on each, so that the row itself changes.
Result<void> editNotes(WorkspaceFile& file, const QList<MemberId>& ids, int run)
{
    editing::MemberEdit edit;
    edit.note = u"Invited to round %1"_s.arg(run);
    return editAll(file, ids, edit);
}

Result<void> undoLatest(WorkspaceFile& file)
{
    const auto latest = storage::nextToUndo(file.connection());
    if (!latest)
        return tl::unexpected(latest.error());
    if (!*latest)
        return failure(Error::Kind::Internal, file.path(), u"nothing to undo"_s);
    const auto undone = storage::undo(file, u"benchmark"_s, **latest);
    return undone ? Result<void>() : tl::unexpected(undone.error());
}

} // namespace

Result<void> measureChanges(Bench& bench)
{
    const ScratchCopy copy(bench.large.path);
    if (!copy.isValid())
        return failure(Error::Kind::Io, copy.path());
    auto file = WorkspaceFile::open(copy.path(), bench.clock);
    if (!file)
        return tl::unexpected(file.error());
    auto ids = storage::memberIds((*file)->connection(), {}, kNow);
    if (!ids)
        return tl::unexpected(ids.error());
    const qsizetype edited = std::min<qsizetype>(ids->size(), bench.options.editedMembers);
    const QList<MemberId> chosen = ids->first(edited);
    const int runs = bench.options.runs;
    const Goal bulk {2000, true, Goal::Judge::Median};

    Result<void> done;
    int run = 0;
    if (!bench.figures.time({u"changes"_s, u"a label on %1 members, one commit"_s.arg(edited), bench.large.name, {}, bulk, {}, {}}, runs, [&] {
            done = toggleLabel(**file, chosen, ++run);
            return done.has_value();
        }))
        return done;
    run = 0;
    if (!bench.figures.time({u"changes"_s, u"a note on %1 members, one commit"_s.arg(edited), bench.large.name, {}, bulk, {}, {}}, runs, [&] {
            done = editNotes(**file, chosen, ++run);
            return done.has_value();
        }))
        return done;

    if (!bench.figures.time({u"changes"_s, u"undo one such change of %1 members"_s.arg(edited), bench.large.name, {}, bulk, {}, {}}, runs, [&] {
            done = undoLatest(**file);
            return done.has_value();
        }))
        return done;

    const int fewRuns = std::min(runs, 3);
    Result<QList<storage::Finding>> findings;
    if (!bench.figures.time({u"changes"_s, u"verify everything"_s, bench.large.name, {}, {}, {}, {}}, fewRuns, [&] {
            findings = storage::verifyWorkspace((*file)->connection());
            return findings.has_value();
        }))
        return tl::unexpected(findings.error());
    if (!storage::allWell(*findings))
        return failure(Error::Kind::WorkspaceDamaged, copy.path(), u"the measured workspace does not verify"_s);
    const QTemporaryDir backups;
    Result<storage::Backup> backup;
    qint64 second = 0; // each has a name of its own
    if (!bench.figures.time({u"changes"_s, u"back up, and check the copy"_s, bench.large.name, {}, {}, {}, {}}, fewRuns, [&] {
            backup = storage::makeBackup((*file)->connection(), copy.path(), backups.path(), kNow + ++second);
            return backup.has_value();
        }))
        return tl::unexpected(backup.error());
    bench.figures.add({u"changes"_s, u"size of the workspace"_s, bench.large.name, u"MiB"_s, {}, {double(backup->bytes) / (1 << 20)}, {}});
    return {};
}

} // namespace lyceum::bench
