// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/estimate.h"
#include "analytics/markov/markovchain.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Where the intervals of a chain's answers come from; both are first-order (delta method).
enum class MarkovIntervals {
    Steps, ///< every step counts as independent of the others: too narrow when members differ from one another
    Members, ///< whole members are what was sampled (the infinitesimal jackknife): honest when they differ
};

struct MarkovForecastOptions {
    int steps = 12; ///< 1 ... kMaxForecastSteps
    /// Once here, a member stays: the share of this state is then the share that has come here at least once ("has been
    /// back by then"). The chain must have order 1 or more.
    std::optional<std::uint32_t> absorb;
    /// What the chain was fitted to, with the same `skip`: gives intervals of kind Members. Missing: of kind Steps.
    std::optional<StateSequences> sequences;
    int skip = 0;
    /// 0: the interval of the expected share. N: the interval of the share that will be seen among N members of this start,
    /// wider by what chance does to N.
    std::int64_t members = 0;
    double level = 0.95;
};

inline constexpr int kMaxForecastSteps = 240;

struct MarkovForecast {
    std::size_t stateCount = 0;
    std::vector<Estimate> shares; ///< steps x stateCount, from one step ahead; each row sums to 1
    MarkovIntervals intervals = MarkovIntervals::Steps;
    std::int64_t transitions = 0; ///< the chain's
    double level = 0.95;
    std::vector<Warning> warnings; ///< TooFew: under 30 members or transitions. Extrapolating: some share of the way leads through a context never seen

    /// `step` counts from 1.
    [[nodiscard]] const Estimate& at(int step, std::size_t state) const
    {
        return shares[std::size_t(step - 1) * stateCount + state];
    }

    friend bool operator==(const MarkovForecast&, const MarkovForecast&) = default;
};

/**
 * The shares of the states 1 ... steps steps ahead.
 *
 * Intervals are made on the log-odds scale, so that they stay inside (0, 1); a share of exactly 0 or 1 has none, nor has one
 * that rests on no counted step.
 *
 * @param start  weight of each context now, none negative, not all 0: a member's own context, or currentContexts(); they are
 *               divided by their sum
 * @return LengthsDiffer (start), BadWeight, BadRange (steps, absorb), BadCount (members), BadLevel, TooLarge, errors of check(sequences)
 * Cost: O(steps^2 x cells x stateCount), with sequences also O(steps x n x stateCount).
 * @see Lehmann (1999), Elements of Large-Sample Theory, 5.4; Jaeckel (1972), Bell Labs memo MM 72-1215-11 (the jackknife).
 */
[[nodiscard]] tl::expected<MarkovForecast, AnalyticsError> forecastStates(
    const MarkovChain& chain, std::span<const double> start, const MarkovForecastOptions& options = {});

} // namespace lyceum::analytics
