// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/estimate.h"
#include "analytics/markov/markovchain.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace lyceum::analytics {

// What a chain does in the long run. All of it wants order 1 or more (BadRange), and a dense system of its contexts.

/// Contexts that are solved for at once; more is TooLarge.
inline constexpr std::size_t kMaxSolvedContexts = 1500;

struct MarkovPassageOptions {
    /// What the chain was fitted to, with the same `skip`: intervals as members vary. Missing: as steps vary.
    std::optional<StateSequences> sequences;
    int skip = 0;
    double level = 0.95;
};

/// Where everybody ends up being, however it began.
struct MarkovStationary {
    std::vector<Estimate> shares; ///< by state; they sum to 1
    std::vector<std::optional<Estimate>> returnSteps; ///< by state: mean steps from leaving its turn to the next one, 1 / share
    std::int64_t period = 1; ///< above 1 the shares of a step swing for ever around these
    double level = 0.95;
    std::vector<Warning> warnings; ///< Extrapolating: a context it stays among was never seen. AssumptionFailed: period above 1

    friend bool operator==(const MarkovStationary&, const MarkovStationary&) = default;
};

/**
 * The stationary distribution, by elimination without subtraction (Grassmann, Taksar & Heyman): every share has the full
 * relative accuracy of its inputs.
 *
 * @return Unreachable when two groups of states are never left for one another, so that the answer depends on the start;
 *         `index` is a state of the second. BadRange, BadLevel, TooLarge, TooFew (no transitions), errors of check().
 * Cost: O(contexts^3).
 * @see Grassmann, Taksar & Heyman (1985), Oper. Res. 33:1107-1116; Meyer (1975), SIAM Rev. 17:443-464 (the derivative).
 */
[[nodiscard]] tl::expected<MarkovStationary, AnalyticsError> stationaryShares(
    const MarkovChain& chain, const MarkovPassageOptions& options = {});

/// What happens from one context until an absorbing state.
struct MarkovAbsorptionFrom {
    std::optional<Estimate> steps; ///< expected; missing when there is a chance never to get there. 0 from an absorbing state
    std::optional<double> stepsStdDev; ///< of one member's number of steps, not of its mean
    std::vector<Estimate> endsIn; ///< by absorbing state, in their order; they sum to the chance of ever getting there

    friend bool operator==(const MarkovAbsorptionFrom&, const MarkovAbsorptionFrom&) = default;
};

struct MarkovAbsorption {
    std::vector<std::uint32_t> absorbing; ///< ascending
    std::vector<MarkovAbsorptionFrom> from; ///< by context
    std::vector<std::size_t> transient; ///< contexts from which an absorbing state can be reached, ascending
    std::vector<double> fundamental; ///< transient x transient: expected visits to the column's context, from the row's
    double level = 0.95;
    std::vector<Warning> warnings; ///< Extrapolating: some transient context was never seen

    friend bool operator==(const MarkovAbsorption&, const MarkovAbsorption&) = default;
};

/**
 * First passage: how long until one of these states, and which of them.
 *
 * @param absorbing  states whose first visit ends the walk, whatever the data do afterwards ("left", or "active again": the expected
 *                   time to return). Empty: the states that were come to and never left.
 * @return NotAbsorbing (none given, and every state is left), Unreachable (none of the walks that begin elsewhere can get there; `index`
 *         is the first of them), BadGroup (`index` is the place in `absorbing`), BadRange, BadLevel, TooLarge, TooFew (no
 *         transitions), errors of check()
 * Cost: O(contexts^3).
 * @see Kemeny & Snell (1960), Finite Markov Chains, chapter III.
 */
[[nodiscard]] tl::expected<MarkovAbsorption, AnalyticsError> absorption(
    const MarkovChain& chain, std::vector<std::uint32_t> absorbing, const MarkovPassageOptions& options = {});

} // namespace lyceum::analytics
