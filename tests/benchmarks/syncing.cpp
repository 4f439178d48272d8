// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine, the commit and the journal cost by themselves: a first sync from a store that answers at once.
#include "bench.h"
#include "machine.h"
#include "workspaces.h"

using namespace Qt::StringLiterals;

namespace lyceum::bench {

int runSyncChild(int members, double eventsPerMember)
{
    const QTemporaryDir folder;
    const FixedClock clock(kNow);
    sample::SampleOptions options;
    options.members = members;
    options.endUtc = kNow;
    options.eventsPerMember = eventsPerMember;
    sample::SampleStore store(options, /*pageRows=*/100); // as large as those of Ghost
    // Makes the community up, which is no part of a sync; its rows are made while they are asked for.
    if (!store.totals())
        return 1;
    auto file = makeEmpty(folder.filePath(u"new.lyceum"_s), clock);
    if (!file)
        return 1;
    const auto before = memoryMiB();
    for (const bool first : {true, false}) {
        const double cpuBefore = Figures::cpuMsNow();
        QElapsedTimer wall;
        wall.start();
        const auto report = syncAll(store, **file, clock);
        if (!report)
            return 1;
        const double seconds = double(wall.nsecsElapsed()) / 1e9;
        tell(first ? "firstMs" : "againMs", seconds * 1000);
        tell(first ? "firstCpuMs" : "againCpuMs", Figures::cpuMsNow() - cpuBefore);
        tell(first ? "firstRequests" : "againRequests", double(report->total.requests));
        if (first)
            tell("rowsPerSecond", double(report->total.pulled) / seconds);
    }
    if (const auto peak = peakMemoryMiB()) {
        tell("peakMiB", *peak);
        tell("beforeMiB", before.value_or(0));
    }
    return 0;
}

Result<void> measureSync(Bench& bench)
{
    for (const int members : bench.options.syncMembers) {
        const QString name = QString::number(members) + u" members"_s;
        Figure first {u"sync"_s, u"first sync from memory, pages of 100"_s, name, u"ms"_s, {}, {}, {}};
        Figure rate {u"sync"_s, u"first sync from memory, rows and events"_s, name, u"rows/s"_s, {}, {}, {}};
        Figure again {u"sync"_s, u"second sync, nothing new"_s, name, u"ms"_s, {}, {}, {}};
        Figure requests {u"sync"_s, u"second sync, requests"_s, name, u""_s, Goal {15, true, Goal::Judge::Worst}, {}, {}};
        Figure peak {u"sync"_s, u"peak memory of the process"_s, name, u"MiB"_s, Goal {150, true, Goal::Judge::Worst}, {}, {}};
        Figure before {u"sync"_s, u"memory before the sync"_s, name, u"MiB"_s, {}, {}, {}};
        for (int run = 0; run < std::min(bench.options.runs, 3); ++run) {
            const auto told = runChild(
                {u"--child-sync"_s, QString::number(members), u"--events"_s, QString::number(bench.options.eventsPerMember)});
            if (!told)
                return tl::unexpected(told.error());
            first.values.append(told->value(u"firstMs"_s));
            first.cpuMs.append(told->value(u"firstCpuMs"_s));
            rate.values.append(told->value(u"rowsPerSecond"_s));
            again.values.append(told->value(u"againMs"_s));
            again.cpuMs.append(told->value(u"againCpuMs"_s));
            requests.values.append(told->value(u"againRequests"_s));
            if (told->contains(u"peakMiB"_s)) {
                peak.values.append(told->value(u"peakMiB"_s));
                before.values.append(told->value(u"beforeMiB"_s));
            }
        }
        for (Figure& figure : QList {first, rate, again, requests, peak, before})
            bench.figures.add(std::move(figure));
    }
    return {};
}

} // namespace lyceum::bench
