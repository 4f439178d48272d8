// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"

#include <tl/expected.hpp>

#include <span>
#include <vector>

namespace lyceum::analytics {

/// When an experiment that is looked at a few planned times may stop: as soon as |Z| reaches the look's bound.
struct GroupSequentialDesign {
    std::vector<double> information; ///< share of all members at each look, rising; the last is 1
    std::vector<double> bounds; ///< of |Z|, one a look
    std::vector<double> spent; ///< probability to have stopped by then although there is no difference; the last is alpha
    double constant = 0; ///< Pocock's or O'Brien and Fleming's; 0 for spending functions
    double alpha = 0.05; ///< two-sided
};

enum class GroupSequentialBounds {
    Pocock, ///< the same bound at every look
    OBrienFleming, ///< constant / sqrt(information): hardly ever stops early, and tests almost as usual at the end
};

/// How much of alpha may be used by the time a share t of the members is there.
enum class AlphaSpending {
    OBrienFleming, ///< Lan & DeMets: 4 (1 - Phi(z_{1 - alpha/4} / sqrt(t)))
    Pocock, ///< alpha log(1 + (e - 1) t)
};

inline constexpr int kMostLooks = 50;

/**
 * Bounds for equally spaced looks, such that some look exceeds its bound by chance with probability alpha.
 *
 * Recursive numerical integration of the density of Z on the ways that have not stopped; bounds to 1e-8.
 *
 * @param looks  1 to kMostLooks
 * @return BadRange for looks or alpha (strictly between 0 and 1). A few ms; up to 1 s for 50 looks.
 * @see Armitage, McPherson & Rowe (1969), JRSS A 132:235-244; Jennison & Turnbull (2000), Group Sequential Methods, ch. 2 and 19.
 */
[[nodiscard]] tl::expected<GroupSequentialDesign, AnalyticsError> groupSequential(
    GroupSequentialBounds bounds, int looks, double alpha = 0.05);

/**
 * Bounds for looks at any times, each from what was spent before it and the function.
 *
 * @param information  shares of the members planned, rising by at least 0.001 (1 look to kMostLooks), the first at least 0.001, the
 *                     last at most 1. If it is below 1 the design has looks to come, and only part of alpha is spent.
 * @return BadRange (index: the look). As above.
 * @see Lan & DeMets (1983), Biometrika 70:659-663.
 */
[[nodiscard]] tl::expected<GroupSequentialDesign, AnalyticsError> spendingDesign(
    AlphaSpending spending, std::span<const double> information, double alpha = 0.05);

/// The probability to stop at some look when E(Z) would be `drift` with all members.
/// @return BadRange for a drift that is not finite or beyond 100 in size, or a design that none of the functions above made
[[nodiscard]] tl::expected<double, AnalyticsError> crossingProbability(const GroupSequentialDesign& design, double drift);

/// How many times the members of an experiment with a single look the design needs, at most, for the same power.
/// @return BadRange unless alpha < power < 1
[[nodiscard]] tl::expected<double, AnalyticsError> inflationFactor(const GroupSequentialDesign& design, double power);

} // namespace lyceum::analytics
