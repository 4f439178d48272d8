// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/markov/statesequences.h"
#include "analytics/proportion.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/**
 * A Markov chain of order k: the next state depends on the last k.
 *
 * A context is the last k states, written as one number to the base stateCount, oldest digit first: with 3 states and
 * order 2, "2 then 1" is 2 * 3 + 1. Order 0 has the one context 0.
 */
struct MarkovChain {
    std::size_t stateCount = 0;
    int order = 0;
    std::vector<std::int64_t> counts; ///< contexts x stateCount, row by row: how often the state followed the context
    std::vector<std::int64_t> totals; ///< of each context
    /// contexts x stateCount; rows sum to 1. A context that never was has the row of its longest end that was (the last
    /// k - 1 states, the last k - 2, ...), at last the shares of all states.
    std::vector<double> probabilities;
    std::int64_t transitions = 0; ///< the sum of counts
    std::int64_t members = 0; ///< sequences with at least one transition
    std::int64_t membersTooShort = 0; ///< sequences that gave none: shorter than order + 1, or not longer than `skipped`
    double level = 0.95; ///< of cell()

    [[nodiscard]] std::size_t contexts() const { return totals.size(); }
    [[nodiscard]] bool wasSeen(std::size_t context) const { return totals[context] > 0; }
    /// The context after a step; both must be in range.
    [[nodiscard]] std::size_t next(std::size_t context, std::size_t state) const
    {
        return order == 0 ? 0 : context % (contexts() / stateCount) * stateCount + state;
    }
    /// The last state of a context; of order 0 there is none, and this is 0.
    [[nodiscard]] std::size_t lastState(std::size_t context) const { return context % stateCount; }

    /// The share with its Wilson interval at `level`; nullopt for a context that never was, or arguments out of range.
    [[nodiscard]] std::optional<Proportion> cell(std::size_t context, std::size_t state) const;

    friend bool operator==(const MarkovChain&, const MarkovChain&) = default;
};

struct MarkovOptions {
    int order = 1; ///< 0 ... kMaxMarkovOrder
    /// The first steps of each member that only serve as history. Orders are comparable only when fitted to the same
    /// steps: then all of them skip what the largest order needs. Values below `order` mean `order`.
    int skip = 0;
    double level = 0.95;
};

/**
 * Counts how often each state followed each context, and divides: the maximum-likelihood estimate.
 *
 * A member's first `order` states have no context and are not counted as transitions; nothing crosses from one member to
 * the next. No members, or all too short, is an answer: a chain without transitions, whose probabilities are all equal.
 *
 * @return errors of check(), BadRange (order), BadLevel, TooLarge (more than kMaxMarkovCells cells)
 * Cost: O(n + stateCount^(order + 1)).
 * @see Anderson & Goodman (1957), Ann. Math. Stat. 28:89-110.
 */
[[nodiscard]] tl::expected<MarkovChain, AnalyticsError> fitMarkovChain(
    const StateSequences& sequences, const MarkovOptions& options = {});

/// The sum of count x log(probability) over all cells; 0 for a chain without transitions. Never above 0.
[[nodiscard]] double logLikelihood(const MarkovChain& chain);

/// The context these states end in, when they are at least as many as the order and each is in range.
[[nodiscard]] std::optional<std::size_t> contextOf(const MarkovChain& chain, std::span<const std::uint32_t> states);

/**
 * Where members are now: how many sequences end in each context.
 *
 * @return contexts() counts; sequences shorter than the order are in none. Errors of check(), BadGroup (the sequences
 *         have another number of states than the chain).
 */
[[nodiscard]] tl::expected<std::vector<std::int64_t>, AnalyticsError> currentContexts(
    const MarkovChain& chain, const StateSequences& sequences);

} // namespace lyceum::analytics
