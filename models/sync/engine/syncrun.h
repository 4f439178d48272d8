// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/localstate.h"
#include "sync/engine/puller.h"
#include "sync/engine/pusher.h"

namespace lyceum::sync {

/**
 * One run of the engine: a pass of steps, and another one where the first took long. A step is done whole or begun again, except
 * for the walk in it, which goes on where it stopped.
 *
 * Marks it keeps in the workspace, besides "pass": "since", the store's time up to which changes are here; "sweptAt" and
 * "rereadAt"; "events.offset.<kind>", by how much the store's count of a kind of event exceeds ours when nothing is missing;
 * "odd.<what>", a difference that did not go away when everything was done to mend it.
 */
class SyncEngine::Run {
public:
    Run(SyncEngine& engine, CancelToken& cancel, const OnProgress& progress);

    [[nodiscard]] Result<void> all(Extent extent);

private:
    struct Step {
        QString name;
        Kind kind = Kind::Tiers;
        SyncProgress::Phase phase = SyncProgress::Phase::Pulling;
        double cost = 1;
        std::function<Result<void>()> work;
    };

    [[nodiscard]] Result<void> sync(Extent extent);
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<void> pull(Extent extent);
    [[nodiscard]] Result<void> push();
    [[nodiscard]] Result<void> preparePass(Extent extent);
    [[nodiscard]] Result<Depth> dueDepth();
    [[nodiscard]] Result<void> beginPass(Depth depth);
    [[nodiscard]] Result<void> doPass();
    [[nodiscard]] Result<void> finishPass();
    [[nodiscard]] Result<void> closeLog(const Result<void>& outcome);
    [[nodiscard]] Result<QList<Step>> steps();
    [[nodiscard]] double costOf(Kind kind) const;

    // syncrun.cpp: what has changed
    [[nodiscard]] Result<void> pullCatalogue(Kind kind, bool wanted);
    [[nodiscard]] Result<void> pullRows(Kind kind);
    [[nodiscard]] Result<void> pullHinted();
    [[nodiscard]] Result<const Hints*> hints();
    [[nodiscard]] Result<const Totals*> totals();
    // synccheck.cpp: what left no trace
    [[nodiscard]] Result<void> removeMissing(Kind kind, const QSet<QString>& there);
    [[nodiscard]] Result<void> checkRows(Kind kind);
    [[nodiscard]] Result<void> sweep(Kind kind);
    [[nodiscard]] Result<QSet<QString>> idsInStore(Kind kind);
    [[nodiscard]] Result<QStringList> confirmGone(Kind kind, const QStringList& missing);
    [[nodiscard]] Result<void> checkMemberships(Kind kind);
    [[nodiscard]] Result<void> mendMembership(Kind kind, const QString& remoteId);
    [[nodiscard]] Result<bool> isKnownOdd(const QString& name, const QString& signature);
    [[nodiscard]] Result<void> noteOdd(const QHash<QString, QString>& signatures);
    // syncreactions.cpp
    [[nodiscard]] Result<void> pullReactions();
    [[nodiscard]] Result<void> pullReactionsOf(const QList<ReactedComment>& comments);
    // syncevents.cpp
    [[nodiscard]] Result<void> pullEvents(EventKind kind);
    [[nodiscard]] Result<void> notePostsGone();
    [[nodiscard]] Result<bool> eventsBalance();
    [[nodiscard]] Result<qint64> countedEvents(EventKind kind);
    [[nodiscard]] Result<std::optional<qint64>> eventOffset(EventKind kind);

    void tell(Kind kind, qint64 done, std::optional<qint64> total);
    [[nodiscard]] qint64 storeNowUtc() const;
    [[nodiscard]] bool atLeast(Depth depth) const { return m_pass.depth >= depth; }
    [[nodiscard]] Result<QString> mark(const QString& name);

    SyncEngine& m_engine;
    const SyncOptions& m_options;
    CancelToken& m_cancel;
    const OnProgress& m_progress;
    SyncReport& m_report;
    PassState m_pass;
    CommitLane m_lane;
    Puller m_puller;
    Pusher m_pusher;

    qint64 m_clockAtStart = 0; ///< ours, when the store said its own time
    std::optional<Hints> m_hints;
    std::optional<Totals> m_totals;
    std::optional<bool> m_postsGone;
    std::optional<bool> m_eventsBalance;
    QHash<Kind, QSet<QString>> m_pulled; ///< by a walk of this pass
    QSet<Kind> m_wholly; ///< kinds whose `m_pulled` is all the store has

    Step m_step;
    double m_costDone = 0;
    double m_costAll = 1;
    double m_scale = 1; ///< of the run: the part of the first pass
    double m_fraction = 0;
};

} // namespace lyceum::sync
