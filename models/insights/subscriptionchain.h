// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/spells.h"

#include <vector>

namespace lyceum::insights {

/**
 * One subscription as its changes tell it, with its row where that is known. Borrows from the history it was made of.
 *
 * The store's changes name a subscription by another id than its row, so that the two must be found together: by equal id if there
 * is one, else by when they began.
 */
struct SubscriptionChain {
    std::vector<const storage::PayingHistory::Change*> changes; ///< by time; may be empty
    const Subscription* row = nullptr; ///< null when only its changes are known
    QString rowTier;
    bool resumes = false; ///< goes on after an end that is told: the row's start is not its own
    bool isLatest = false; ///< begins last of the member's
};

/// By their beginning. Every row is in at least one chain, every change in exactly one; an end closes a chain.
[[nodiscard]] std::vector<SubscriptionChain> subscriptionChains(const storage::PayingHistory& history);

} // namespace lyceum::insights
