// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "figures.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>
#include <QStringList>
#include <QTimer>

namespace lyceum::bench {

/// The generated communities end here, so that runs of different days measure the same: 2026-09-21.
inline constexpr qint64 kNow = 1'790'000'000;

/// What a run was asked to do.
struct Options {
    QString cache; ///< where workspaces are kept between runs
    int runs = 5; ///< of each figure; what takes long is run less often
    int smallMembers = 2'000;
    int largeMembers = 100'000;
    double eventsPerMember = 10; ///< of the large workspace
    int comments = 100'000; ///< of the large workspace
    QList<int> syncMembers {2'000, 50'000};
    int editedMembers = 10'000;
};

/// A workspace to measure on.
struct Community {
    QString path;
    QString name; ///< "100000 members"
    int members = 0;
};

/// What every section is given.
struct Bench {
    Options options;
    FixedClock clock {kNow};
    Figures figures;
    Community small;
    Community large;
};

/// Turns the event loop until the future is there.
template <class T>
T waitFor(QFuture<T> future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

/// Turns the event loop until the condition holds, which must come about through an event. False after a minute.
template <class Condition>
bool waitUntil(Condition condition)
{
    bool late = false;
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, [&late] { late = true; });
    patience.start(60'000);
    while (!condition() && !late)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return !late;
}

/// What one run of a process of its own has to say, by key.
using Told = QHash<QString, double>;
/// Runs this very program with `arguments`, which makes it one of the children below, and reads what it prints: "key value" by line.
[[nodiscard]] Result<Told> runChild(const QStringList& arguments);
void tell(const char* key, double value); ///< in a child: prints one such line

// The sections. Each measures into bench.figures; an error ends the run.

/// Makes the two workspaces where the cache has none, and sets bench.small and bench.large.
[[nodiscard]] Result<void> prepareWorkspaces(Bench& bench);
[[nodiscard]] Result<void> measureStart(Bench& bench);
[[nodiscard]] Result<void> measureLists(Bench& bench, const Community& community);
[[nodiscard]] Result<void> measureTable(Bench& bench, const Community& community);
[[nodiscard]] Result<void> measureAnswers(Bench& bench, const Community& community);
[[nodiscard]] Result<void> measurePages(Bench& bench, const Community& community);
[[nodiscard]] Result<void> measureChanges(Bench& bench);
[[nodiscard]] Result<void> measureStalls(Bench& bench);
[[nodiscard]] Result<void> measureSync(Bench& bench);

// The children: what is measured in a process of its own, because its start or its memory is the figure.

/// Opens the window program's own window on a workspace; `sinceNs` is when the process was started, by sharedClockNs().
[[nodiscard]] int runStartChild(int& argc, char** argv, const QString& path, qint64 sinceNs);
[[nodiscard]] int runSyncChild(int members, double eventsPerMember);

} // namespace lyceum::bench
