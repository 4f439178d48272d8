// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspaces.h"

#include "bench.h"
#include "sync/engine/syncengine.h"
#include "workspace/samplefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

/// As workspace::makeSampleFile, with as many comments as the reference community of the budgets has.
Result<void> makeLarge(const QString& path, const Options& options, const Clock& clock)
{
    sample::SampleOptions sample;
    sample.members = options.largeMembers;
    sample.endUtc = clock.nowUtc();
    sample.comments = options.comments;
    sample.eventsPerMember = options.eventsPerMember;
    sample::SampleStore store(sample);
    const QString making = path + u".making"_s; // a run that is ended half-way leaves nothing that looks whole
    for (const auto& suffix : {""_L1, "-wal"_L1, "-shm"_L1})
        QFile::remove(making + suffix);
    {
        auto file = makeEmpty(making, clock);
        if (!file)
            return tl::unexpected(file.error());
        if (const auto synced = syncAll(store, **file, clock); !synced)
            return tl::unexpected(synced.error());
        if (auto done = (*file)->connection().execute("PRAGMA wal_checkpoint(TRUNCATE)"); !done)
            return done;
    }
    if (!QFile::rename(making, path))
        return failure(Error::Kind::Io, path);
    return {};
}

QString nameOf(int members) { return QString::number(members) + u" members"_s; }

} // namespace

Result<std::unique_ptr<storage::WorkspaceFile>> makeEmpty(const QString& path, const Clock& clock)
{
    return storage::WorkspaceFile::create(path, {u"Benchmark"_s, "Asia/Shanghai", /*sample=*/true}, clock);
}

Result<sync::SyncReport> syncAll(sync::HostedStore& store, storage::WorkspaceFile& file, const Clock& clock)
{
    sync::SyncOptions how;
    how.origin = storage::Origin::Sample;
    sync::CancelToken never;
    sync::SyncEngine engine(store, file, clock, how);
    return engine.run(sync::SyncEngine::Extent::Changes, never);
}

ScratchCopy::ScratchCopy(const QString& path)
    : m_valid(m_dir.isValid() && QFile::copy(path, this->path()))
{
}

Result<void> prepareWorkspaces(Bench& bench)
{
    const Options& options = bench.options;
    if (!QDir().mkpath(options.cache))
        return failure(Error::Kind::Io, options.cache);
    const QDir cache(options.cache);
    bench.small = {cache.filePath(u"small-%1.lyceum"_s.arg(options.smallMembers)), nameOf(options.smallMembers), options.smallMembers};
    bench.large = {cache.filePath(u"large-%1-%2-%3.lyceum"_s.arg(options.largeMembers).arg(options.eventsPerMember).arg(options.comments)),
        nameOf(options.largeMembers), options.largeMembers};
    Result<void> made;
    if (!QFileInfo::exists(bench.small.path)) {
        workspace::SampleSize size;
        size.members = options.smallMembers;
        bench.figures.time({u"make"_s, u"the sample community of a first start"_s, bench.small.name, {}, {}, {}, {}}, 1, [&] {
            made = workspace::makeSampleFile(bench.small.path, size, bench.clock);
            return made.has_value();
        });
    }
    if (made && !QFileInfo::exists(bench.large.path)) {
        bench.figures.time({u"make"_s, u"the large community"_s, bench.large.name, {}, {}, {}, {}}, 1, [&] {
            made = makeLarge(bench.large.path, options, bench.clock);
            return made.has_value();
        });
    }
    return made;
}

} // namespace lyceum::bench
