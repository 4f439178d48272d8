// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench.h"
#include "machine.h"

#include <algorithm>
#include <span>

// The sections of the mathematics: each topic in a source of its own, beside what a person would use instead.
namespace lyceum::bench {

[[nodiscard]] Result<void> measureChurn(Bench& bench);
[[nodiscard]] Result<void> measureCustomers(Bench& bench);
[[nodiscard]] Result<void> measureForecast(Bench& bench);
[[nodiscard]] Result<void> measureExperiment(Bench& bench);
[[nodiscard]] Result<void> measureMarkov(Bench& bench);
[[nodiscard]] Result<void> measureNetwork(Bench& bench);
[[nodiscard]] Result<void> measurePrivacy(Bench& bench);
[[nodiscard]] Result<void> measureSurvival(Bench& bench);
[[nodiscard]] Result<void> measureRevenue(Bench& bench); ///< and cohorts

/// A program of tests/benchmarks/peers with its interpreter: {"Rscript", "survfit.R", input}. It prints lines "key value": "cpuSeconds",
/// "peakMiB", and what is compared. Nothing when the interpreter or a package it needs is not installed (it then exits with 77).
[[nodiscard]] std::optional<Told> runPeer(const QStringList& command);

/// What was measured of one task: ours each run, the peer's where it is there.
struct Contest {
    QString name; ///< "Kaplan-Meier, 1 million subjects"
    QString peer; ///< "R survfit"; empty: there is none to be compared with
    std::optional<Goal> goal; ///< of the ratio
    QList<double> ourCpuMs = {}; ///< one a run
    QList<double> ourAddedMiB = {}; ///< the most that was resident during the run, above what was before it; empty where the system does not tell
    QList<double> peerCpuMs = {}; ///< one a run, run in turn with ours; empty where the peer is not installed
    QList<double> peerPeakMiB = {};
};
/// Adds the figures of a contest: our processor time, the peer's, its memory, and the ratio of the medians.
void addContest(Bench& bench, const Contest& contest);

/// Runs ours and the peer in turn, `runs` times. `ours` answers false after an error of its own. The peer runs at most three times.
template <class Ours>
[[nodiscard]] bool contend(Contest& contest, int runs, const QStringList& peer, Ours ours)
{
    for (int run = 0; run < runs; ++run) {
        forgetPeakMemory();
        const auto memoryBefore = memoryMiB();
        const double before = Figures::cpuMsNow();
        if (!ours())
            return false;
        contest.ourCpuMs.append(Figures::cpuMsNow() - before);
        if (const auto peak = peakMemoryMiB(); peak && memoryBefore)
            contest.ourAddedMiB.append(std::max(0.0, *peak - *memoryBefore));
        if (peer.isEmpty() || run >= 3)
            continue;
        if (const auto told = runPeer(peer)) {
            contest.peerCpuMs.append(told->value(QStringLiteral("cpuSeconds")) * 1000);
            contest.peerPeakMiB.append(told->value(QStringLiteral("peakMiB")));
        }
    }
    return true;
}

} // namespace lyceum::bench
