// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/markov/markovchain.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace lyceum::analytics {

// The closed forms that are taught for retention, under their names, to be shown beside what was fitted. `wasActive` is the
// r of the step before: 1 or 0, or a probability of it.

/// L(t) = p^t: a member leaves with the same chance at every step. nullopt unless 0 <= p <= 1 and t >= 0 is finite.
[[nodiscard]] std::optional<double> geometricRetention(double p, double t);

/**
 * P = base + slope r, clamped to [0, 1]: 0.8 + 0.2 r is 1 for everybody who was active, and 0.8 for those who were not.
 * nullopt unless r is in [0, 1] and base and slope are finite.
 */
[[nodiscard]] std::optional<double> linearRetention(double wasActive, double base = 0.8, double slope = 0.2);

/// P = factor^k r, k steps ahead: whoever is silent once stays silent. nullopt unless r and factor are in [0, 1] and k >= 0 is finite.
[[nodiscard]] std::optional<double> fadingRetention(double wasActive, double k, double factor = 0.9);

/// How well one of them foretells the next step.
struct BaselineScore {
    std::string_view name; ///< "markov", "geometric", "linear", "fading"; a stable name, not for people
    double afterActive = 0; ///< its chance of being active next, for a member who is
    double afterOther = 0; ///< for a member who is not
    double brier = 0; ///< mean squared error over all steps; lower is better
    std::optional<double> logLoss; ///< missing where it is infinite: something it called impossible happened

    friend bool operator==(const BaselineScore&, const BaselineScore&) = default;
};

/**
 * The closed forms beside a fitted chain, on the very steps it was fitted to: what each says about being in `active` next. The chain is
 * reduced to active or not; the p of the geometric form is its share of active members who stay, and 0 once they are not.
 *
 * @return BadRange (order other than 1), BadGroup (active), TooFew (no transitions)
 */
[[nodiscard]] tl::expected<std::vector<BaselineScore>, AnalyticsError> scoreBaselines(
    const MarkovChain& chain, std::uint32_t active);

} // namespace lyceum::analytics
