// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's event loop stands still at worst, while pages are visited and while a sync commits.
#include "base/executor.h"
#include "bench.h"
#include "storage/memberquery.h"
#include "sync/engine/syncengine.h"
#include "window.h"
#include "workspaces.h"

#include <QPromise>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

constexpr int kSyncedMembers = 20'000;
constexpr int kCommits = 20;
constexpr int kEditedAtOnce = 100; // a page of the store
const Goal kStall {50, true, Goal::Judge::Worst};

/// Beats every millisecond and notes how much later than that each beat comes.
class Heartbeat {
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            m_longestNs = std::max(m_longestNs, m_since.nsecsElapsed());
            m_since.start();
        });
        m_since.start();
        m_timer.start();
    }
    /// In milliseconds, the one that is still lasting included.
    [[nodiscard]] double longest() const { return double(std::max(m_longestNs, m_since.nsecsElapsed())) / 1e6; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longestNs = 0;
};

/// Runs `work` on a file of its own, on a thread of its own, as the sync service does: the window learns of each commit by a message.
template <class Work>
QFuture<Result<void>> workBeside(Executor& thread, Window& window, const QString& path, const Clock& clock, Work work)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    thread.run([promise, &workspace = window.workspace(), path, &clock, work] {
        auto file = storage::WorkspaceFile::open(path, clock);
        Result<void> done;
        if (file) {
            (*file)->setListener([&workspace](const storage::ChangeSummary& summary) {
                QMetaObject::invokeMethod(&workspace, [&workspace, summary] { workspace.noteChange(summary); }, Qt::QueuedConnection);
            });
            done = work(**file);
        } else {
            done = tl::unexpected(file.error());
        }
        promise->addResult(std::move(done));
        promise->finish();
    });
    return promise->future();
}

Result<void> firstSync(storage::WorkspaceFile& file, const Clock& clock, int members, double events)
{
    sample::SampleOptions options;
    options.members = members;
    options.endUtc = clock.nowUtc();
    options.eventsPerMember = events;
    sample::SampleStore store(options, /*pageRows=*/100);
    const auto report = syncAll(store, file, clock);
    return report ? Result<void>() : tl::unexpected(report.error());
}

Result<void> editPages(storage::WorkspaceFile& file)
{
    auto ids = storage::memberIds(file.connection(), {}, kNow);
    if (!ids)
        return tl::unexpected(ids.error());
    for (int page = 0; page < kCommits; ++page) {
        const auto done = file.commit({u"benchmark"_s, storage::Origin::Sample, u"page"_s}, [&](storage::ChangeSet& changes) -> Result<void> {
            const auto rows = storage::memberRows(changes.connection(), ids->mid(qsizetype(page) * kEditedAtOnce, kEditedAtOnce));
            if (!rows)
                return tl::unexpected(rows.error());
            for (const storage::MemberRow& row : *rows) {
                Member member = row.member;
                member.note = u"page %1"_s.arg(page);
                changes.put(member);
            }
            return {};
        });
        if (!done)
            return tl::unexpected(done.error());
    }
    return {};
}

Result<double> stallOfFirstSync(Bench& bench, ui::PageKind front)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new.lyceum"_s);
    if (auto made = makeEmpty(path, bench.clock); !made)
        return tl::unexpected(made.error());
    Executor thread(1);
    Window window(bench.clock);
    if (auto opened = window.open(path); !opened)
        return tl::unexpected(opened.error());
    if (!window.visit(front))
        return failure(Error::Kind::Timeout, window.titleOf(front));
    const Heartbeat heartbeat;
    const int members = std::min(kSyncedMembers, bench.options.largeMembers);
    const auto done = waitFor(workBeside(thread, window, path, bench.clock, [&bench, members](storage::WorkspaceFile& file) {
        return firstSync(file, bench.clock, members, bench.options.eventsPerMember);
    }));
    if (!done)
        return tl::unexpected(done.error());
    if (!window.settle())
        return failure(Error::Kind::Timeout, window.titleOf(front));
    return heartbeat.longest();
}

Result<double> stallOfEdits(Bench& bench, ui::PageKind front)
{
    const ScratchCopy copy(bench.large.path);
    if (!copy.isValid())
        return failure(Error::Kind::Io, copy.path());
    Executor thread(1);
    Window window(bench.clock);
    if (auto opened = window.open(copy.path()); !opened)
        return tl::unexpected(opened.error());
    if (!window.visit(front))
        return failure(Error::Kind::Timeout, window.titleOf(front));
    const Heartbeat heartbeat;
    const auto done = waitFor(workBeside(thread, window, copy.path(), bench.clock, editPages));
    if (!done)
        return tl::unexpected(done.error());
    if (!window.settle())
        return failure(Error::Kind::Timeout, window.titleOf(front));
    return heartbeat.longest();
}

/// A first visit, answer and pictures included.
Result<double> stallOfVisit(Bench& bench, ui::PageKind kind)
{
    Window window(bench.clock);
    if (auto opened = window.open(bench.large.path); !opened)
        return tl::unexpected(opened.error());
    if (!window.settle())
        return failure(Error::Kind::Timeout, window.titleOf(kind));
    const Heartbeat heartbeat;
    if (!window.visit(kind))
        return failure(Error::Kind::Timeout, window.titleOf(kind));
    return heartbeat.longest();
}

template <class Measure>
Result<void> measureStall(Bench& bench, Figure figure, Measure measure)
{
    figure.section = u"stalls"_s;
    figure.unit = u"ms"_s;
    figure.goal = kStall;
    for (int run = 0; run < std::min(bench.options.runs, 3); ++run) {
        const Result<double> longest = measure();
        if (!longest)
            return tl::unexpected(longest.error());
        figure.values.append(*longest);
    }
    bench.figures.add(std::move(figure));
    return {};
}

} // namespace

Result<void> measureStalls(Bench& bench)
{
    const QString synced = QString::number(std::min(kSyncedMembers, bench.options.largeMembers)) + u" members"_s;
    using enum ui::PageKind;
    for (const auto& [front, name] : {std::pair {Today, u"Today"_s}, {Members, u"Members"_s}, {Retention, u"Retention"_s}}) {
        Figure figure;
        figure.name = u"longest, %1 in front of a first sync in pages of 100"_s.arg(name);
        figure.workspace = synced;
        if (auto done = measureStall(bench, figure, [&] { return stallOfFirstSync(bench, front); }); !done)
            return done;
        figure.name = u"longest, %1 in front while 20 pages of 100 members change"_s.arg(name);
        figure.workspace = bench.large.name;
        if (auto done = measureStall(bench, figure, [&] { return stallOfEdits(bench, front); }); !done)
            return done;
    }
    for (const auto& [kind, name] : {std::pair {Members, u"Members"_s}, {Content, u"Content"_s}, {Discussions, u"Discussions"_s},
             {Retention, u"Retention"_s}, {Reports, u"Reports"_s}, {Sync, u"Sync"_s}, {Settings, u"Settings"_s}}) {
        Figure visit;
        visit.name = u"longest, going to %1 for the first time"_s.arg(name);
        visit.workspace = bench.large.name;
        if (auto done = measureStall(bench, visit, [&] { return stallOfVisit(bench, kind); }); !done)
            return done;
    }
    return {};
}

} // namespace lyceum::bench
