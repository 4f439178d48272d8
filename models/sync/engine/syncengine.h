// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "storage/workspacefile.h"
#include "sync/engine/canceltoken.h"
#include "sync/engine/syncreport.h"

#include <functional>
#include <memory>

namespace lyceum::sync {

struct SyncOptions {
    storage::Origin origin = storage::Origin::Sync; ///< Sample for a generated community
    qint64 sweepSeconds = 24 * 3600; ///< how often ids are compared and all comments read, whatever the counts say
    qint64 rereadSeconds = 7 * 24 * 3600; ///< how often all members and posts are read again, for changes that leave no trace
    qint64 overlapSeconds = 120; ///< rows: how far before the last sync a walk of changes begins
    qint64 eventOverlapSeconds = 2 * 24 * 3600; ///< events arrive late
    qint64 followUpSeconds = 60; ///< a walk that took longer is followed by one of what changed meanwhile
    qsizetype commentsPerReactionWalk = 50;
    /// Commit a page on a thread of its own while the next one is fetched. Off: everything happens in the order of the calls.
    bool overlapCommits = true;
    bool push = true; ///< send what was changed here; off: only read
    QList<std::pair<storage::Entity, qint64>> pushOnly; ///< of what waits only these rows; empty: all
};

/**
 * Brings a workspace to the state of a hosted store: discover, plan, apply.
 *
 * Every page is committed by itself, together with the mark where the walk goes on, so a run may end at any moment, by error,
 * cancellation or the death of the process, and the next one goes on from there; what changed on the store meanwhile is then
 * found by a walk of changes since the *beginning* of the interrupted one.
 *
 * What the store has deleted the workspace keeps: members as departed, posts with the time it was noticed, comments as deleted,
 * subscriptions as cancelled, events as they were. Labels, tags and withdrawn reactions go.
 *
 * Fields that a person changed here and the store has yet to learn are never overwritten: if the store changed them too, a
 * conflict is recorded and both values are kept.
 */
class SyncEngine {
public:
    using Options = SyncOptions;
    enum class Extent {
        Changes, ///< what is new; everything, where that has never been done to the end
        Everything,
    };
    using OnProgress = std::function<void(const SyncProgress&)>;

    /// All are borrowed and must outlive the engine. The times that are stored are the store's where it says them, else `clock`'s.
    SyncEngine(HostedStore& store, storage::WorkspaceFile& workspace, const Clock& clock, Options options = {});
    ~SyncEngine();
    SyncEngine(const SyncEngine&) = delete;
    SyncEngine& operator=(const SyncEngine&) = delete;

    /**
     * Runs to the end on the calling thread, which is never the window's. While it runs nobody else may touch the workspace
     * object (readers with connections of their own may read). `progress` is called on the calling thread, `cancel` may be told
     * from any; then the run ends within a second. A cancelled store stays cancelled: use a new one for the next run.
     *
     * Errors: WrongStore (the workspace belongs to another site, or is a sample), those of the store, those of the workspace.
     * What was committed until then stays, and `report()` says what it was.
     */
    [[nodiscard]] Result<SyncReport> run(Extent extent, CancelToken& cancel, const OnProgress& progress = {});

    /// Of the last run, however it ended.
    [[nodiscard]] const SyncReport& report() const;

private:
    class Run;

    HostedStore& m_store;
    storage::WorkspaceFile& m_workspace;
    const Clock& m_clock;
    Options m_options;
    SyncReport m_report;
};

} // namespace lyceum::sync
