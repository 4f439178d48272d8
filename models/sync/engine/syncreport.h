// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/hostedstore.h"

#include <QMap>

namespace lyceum::sync {

/// What a run did to one kind of row, or to all of them.
struct KindReport {
    qint64 pulled = 0; ///< rows that came, repeated ones included
    qint64 created = 0;
    qint64 updated = 0;
    qint64 deleted = 0; ///< found gone from the store; most stay in the workspace, marked so
    qint64 skipped = 0; ///< events of members the store no longer knows and we never did
    qint64 pushed = 0; ///< items of the outbox that the store took, each time it did
    qint64 parked = 0; ///< that it refused, or that failed too often
    qint64 requests = 0;
    qint64 bytes = 0;
    double seconds = 0;

    KindReport& operator+=(const KindReport& other);
    friend bool operator==(const KindReport&, const KindReport&) = default;
};

struct SyncReport {
    qint64 run = 0; ///< its number in the sync log
    StoreInfo store;
    bool full = false; ///< everything was walked, not only what changed
    bool resumed = false; ///< went on where an earlier run had stopped
    qint64 startedAtUtc = 0;
    qint64 endedAtUtc = 0;
    QMap<Kind, KindReport> kinds; ///< every kind is there
    KindReport total; ///< of the whole run; its requests include those that belong to no kind
    qint64 waiting = 0; ///< items that are still to be sent; those held back, parked or kept here are not counted
    qint64 openConflicts = 0;

    /// Whether a person has to settle fields that were changed on both sides.
    [[nodiscard]] bool needsDecision() const { return openConflicts > 0; }
};

/// How far a run is. Told after every page.
struct SyncProgress {
    enum class Phase {
        Connecting, ///< learning who the store is and what is new
        Pulling, ///< rows of `kind`
        Checking, ///< comparing counts and ids of `kind`, to find what left no trace
        Pushing, ///< sending what was changed here of `kind`; `done` counts items
        Finishing,
    };

    Phase phase = Phase::Connecting;
    Kind kind = Kind::Tiers;
    qint64 done = 0; ///< rows of the kind in this run
    std::optional<qint64> total; ///< rows of the kind to expect, where the store says so
    double fraction = 0; ///< of the whole run, an estimate in [0, 1] that never goes back
};

} // namespace lyceum::sync
