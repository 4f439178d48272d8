// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/samplefile.h"

#include "sample/samplestore.h"
#include "storage/workspacefile.h"
#include "sync/engine/syncengine.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace lyceum::workspace {
namespace {

constexpr qint64 kFreshSeconds = 7 * 86400;

void removeFile(const QString& path)
{
    for (const auto& suffix : {""_L1, "-wal"_L1, "-shm"_L1})
        QFile::remove(path + suffix);
}

Result<void> fill(const QString& path, const SampleSize& size, const Clock& clock)
{
    sample::SampleOptions options;
    options.seed = size.seed;
    options.members = size.members;
    options.months = size.months;
    options.endUtc = clock.nowUtc();
    if (size.eventsPerMember > 0)
        options.eventsPerMember = size.eventsPerMember;
    sample::SampleStore store(options);
    const auto info = store.identify();
    if (!info)
        return tl::unexpected(info.error());
    auto file = storage::WorkspaceFile::create(path, {info->title, info->timeZone.toLatin1(), /*sample=*/true}, clock);
    if (!file)
        return tl::unexpected(file.error());
    sync::SyncOptions how;
    how.origin = storage::Origin::Sample;
    sync::CancelToken never;
    sync::SyncEngine engine(store, **file, clock, how);
    const auto done = engine.run(sync::SyncEngine::Extent::Everything, never);
    if (!done)
        return tl::unexpected(done.error());
    // The file is about to be renamed: nothing may stay behind in a -wal of the old name.
    return (*file)->connection().execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace

Result<void> makeSampleFile(const QString& path, const SampleSize& size, const Clock& clock)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (QFileInfo::exists(absolute))
        return failure(Error::Kind::WorkspaceExists, absolute);
    // Made under another name: a kill half-way leaves no sample that looks whole.
    const QString making = absolute + ".making"_L1;
    removeFile(making);
    if (auto filled = fill(making, size, clock); !filled) {
        removeFile(making);
        return filled;
    }
    if (!QFile::rename(making, absolute)) {
        removeFile(making);
        return failure(QFileInfo::exists(absolute) ? Error::Kind::WorkspaceExists : Error::Kind::Io, absolute);
    }
    return {};
}

Result<void> ensureSampleFile(const QString& path, const Clock& clock)
{
    if (QFileInfo::exists(path)) {
        const auto file = storage::WorkspaceFile::open(path, clock, storage::WorkspaceFile::Access::ReadOnly);
        if (!file)
            return tl::unexpected(file.error());
        const auto facts = (*file)->facts();
        if (!facts)
            return tl::unexpected(facts.error());
        if (!facts->sample)
            return failure(Error::Kind::WorkspaceExists, path);
        if (clock.nowUtc() - facts->createdAtUtc < kFreshSeconds)
            return {};
    }
    // An old sample is set aside until the new one is there.
    const QString old = path + ".old"_L1;
    removeFile(old);
    if (QFileInfo::exists(path) && !QFile::rename(path, old))
        return failure(Error::Kind::Io, path);
    if (auto made = makeSampleFile(path, {}, clock); !made) {
        QFile::rename(old, path);
        return made;
    }
    removeFile(old);
    return {};
}

} // namespace lyceum::workspace
