// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/plans.h"

namespace lyceum::sample {

/**
 * How the sample's paying members leave: the truth behind its retention curves, so that a test may hold an estimate against it.
 *
 * Paying members can leave only when a paid period ends: nobody is refunded. Time therefore runs in renewals. At renewal k of
 * an agreement (k = 1 is the end of the first paid period) the chance to leave is
 *
 *     h(k) = min(0.9, (floor + (start - floor) * 2 / (k + 1)) * source * season)
 *
 * with (start, floor) = Reader by the month (0.155, 0.035), Circle by the month (0.085, 0.016), Reader by the year (0.36, 0.20),
 * Circle by the year (0.24, 0.12); `source` is Source::leaving; `season` by the UTC month in which the renewal falls: 1.30 in
 * July and August, 1.15 in February, 0.85 in September and October, else 1.
 * A change of plan happens at a renewal that was kept, and starts the count of k anew only if the cadence changes.
 *
 * Three in four of those who leave cancel some time in their last period and stay until it ends; for one in four the payment
 * fails, and access ends kGraceDays after the renewal. A trial ends without payment with the chance trialLoss(source).
 * Given plan, source and month there is no further difference between members.
 */
struct Renewal {
    Plan plan;
    int source = 0; ///< index of sources()
    int number = 1; ///< k, counted within the cadence
    int month = 1; ///< 1 .. 12, UTC, of the instant at which the paid period ends
};

inline constexpr qint64 kGraceDays = 14;
inline constexpr double kFailedPaymentShare = 0.25; ///< of those who leave

[[nodiscard]] double leavingChance(const Renewal& renewal);
[[nodiscard]] double trialLoss(int source);

} // namespace lyceum::sample
