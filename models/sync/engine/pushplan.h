// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/rowmerge.h"
#include "sync/engine/rowstate.h"

namespace lyceum::sync {

// What of a row is to be sent, and when again. Pure.

/// A row that both sides have.
struct PlanInput {
    storage::Entity entity = storage::Entity::Member;
    RowState mine;
    RowState theirs; ///< with ids of here
    const PendingFields* pending = nullptr; ///< null: nothing
    ChangesSince since; ///< after a request whose effect is unknown: what was changed back may have to be sent all the same
    QSet<QByteArray> open; ///< fields in an open conflict
    QSet<QByteArray> writable;
    QSet<QByteArray> unmade; ///< fields and sets that name a row the store has yet to learn of
    QSet<qint64> unmadeLabels; ///< of a member's
};

struct ChangePlan {
    bool removes = false; ///< the row itself; then nothing else
    QSet<QByteArray> fields; ///< columns and whole sets
    QList<qint64> labelsToGive; ///< to a member, one by one, so that labels given elsewhere meanwhile stay; sorted
    QList<qint64> labelsToTake;
    bool isHeld = false; ///< something is in a conflict
    bool waits = false; ///< something waits for another row to be made
    bool staysHere = false; ///< the store cannot hold something

    [[nodiscard]] bool sendsNothing() const { return !removes && fields.isEmpty() && labelsToGive.isEmpty() && labelsToTake.isEmpty(); }
    [[nodiscard]] bool leavesNothing() const { return !isHeld && !waits && !staysHere; }
    friend bool operator==(const ChangePlan&, const ChangePlan&) = default;
};
[[nodiscard]] ChangePlan planChange(const PlanInput& input);

/// The fields to make a row with: every set, and each column that holds something.
[[nodiscard]] QSet<QByteArray> fieldsToMake(storage::Entity entity, const RowState& row, const QSet<QByteArray>& writable);

inline constexpr int kAttempts = 8; ///< that fail before an item is parked
/// How long to wait after the n-th failed attempt: 30 s doubled each time, an hour at most, a tenth more or less by the item.
[[nodiscard]] qint64 retryDelay(int attempts, storage::Entity entity, qint64 row);

} // namespace lyceum::sync
