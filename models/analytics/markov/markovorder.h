// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chisquare.h"
#include "analytics/estimate.h"
#include "analytics/markov/markovchain.h"

#include <tl/expected.hpp>

#include <optional>
#include <vector>

namespace lyceum::analytics {

/// How well one order explains the steps that all orders are held against.
struct MarkovOrderFit {
    int order = 0;
    double logLikelihood = 0;
    /**
     * Free probabilities. A step that was never seen between two states (a member who was active cannot have been silent for
     * three weeks one week later) is taken as impossible, whatever came before it; every possible context has one less than the
     * possible steps out of its last state. Where every step was seen this is stateCount^order (stateCount - 1).
     */
    std::int64_t parameters = 0;
    double aic = 0; ///< -2 logLikelihood + 2 parameters
    double bic = 0; ///< -2 logLikelihood + parameters log(transitions)
    /// Against the order one below. Missing for order 0, when the order adds no parameter, and for order 1 when
    /// some step is impossible: independence, which makes every step possible, is then not a special case of it.
    std::optional<ChiSquareTest> againstLower;

    friend bool operator==(const MarkovOrderFit&, const MarkovOrderFit&) = default;
};

struct MarkovOrders {
    std::vector<MarkovOrderFit> fits; ///< of order 0, 1, ... maxOrder
    int byAic = 0; ///< the order with the least AIC; the lower one of equals
    int byBic = 0;
    std::int64_t transitions = 0; ///< on which all of them were fitted
    std::int64_t members = 0;
    std::int64_t membersTooShort = 0; ///< with fewer than maxOrder + 1 states: they say nothing here
    std::vector<Warning> warnings; ///< TooFew: fewer than ten transitions a parameter of the largest order

    friend bool operator==(const MarkovOrders&, const MarkovOrders&) = default;
};

/**
 * How many steps back does the next one depend on? Orders 0 ... maxOrder, all fitted to the same steps: those with
 * maxOrder states before them. BIC is the one to trust for choosing (AIC goes on finding memory as data grow); the
 * likelihood-ratio tests say whether the next order explains more than chance would.
 *
 * Without any transition all is 0 and both choose order 0, with TooFew.
 *
 * @param maxOrder  0 ... kMaxMarkovOrder
 * @return errors of fitMarkovChain
 * Cost: one pass over the states, and stateCount^(maxOrder + 1).
 * @see Katz (1981), Technometrics 23:243-249 (BIC is consistent, AIC is not); Billingsley (1961), Ann. Math. Stat.
 *      32:12-40 (the tests, and degrees of freedom with impossible steps).
 */
[[nodiscard]] tl::expected<MarkovOrders, AnalyticsError> compareMarkovOrders(
    const StateSequences& sequences, int maxOrder = kMaxMarkovOrder);

} // namespace lyceum::analytics
