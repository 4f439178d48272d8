// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customers/customerhistory.h"
#include "analytics/customers/likelihoodfit.h"

namespace lyceum::analytics {

/**
 * Irregular buying (Pareto/NBD): while a customer is there, purchases come at a rate of their own, gamma(r, alpha) among customers; at
 * another rate of their own, gamma(s, beta), the customer leaves for good, whether or not a purchase is due.
 *
 * @see Schmittlein, Morrison & Colombo (1987), Manag. Sci. 33:1-24; Fader & Hardie (2005), A note on deriving the Pareto/NBD model.
 */
struct ParetoNbd {
    static constexpr std::size_t kParameters = 4;

    double r = 1;
    double alpha = 1; ///< in the unit of the ages, as beta
    double s = 1;
    double beta = 1;

    friend bool operator==(const ParetoNbd&, const ParetoNbd&) = default;
};

// Of every function below: parameters are positive and finite, a history is one that groupHistories() takes, times are not below 0.

/// Of one history: the integral over the moment of leaving by 2F1(1, b; c; z), in logarithms. About 1e-13 relative.
[[nodiscard]] double logLikelihood(const ParetoNbd& model, const CustomerHistory& history);

/// That the customer is still there at `age`.
[[nodiscard]] double probabilityAlive(const ParetoNbd& model, const CustomerHistory& history);

/// Expected purchases within `time` after the age; no cancellation at s = 1.
[[nodiscard]] double expectedPurchases(const ParetoNbd& model, const CustomerHistory& history, double time);

/// Expected repeat purchases of a new customer within `time`.
[[nodiscard]] double expectedPurchases(const ParetoNbd& model, double time);

/**
 * Expected purchases within `time` after the age, each worth exp(-rate u) when it comes at u after the age. For an infinite `time`, which
 * takes a positive rate, it is the DET of Fader, Hardie & Lee (2005), J. Mark. Res. 42:415-430, there written with Tricomi's function.
 *
 * @return relative error about 1e-11
 */
[[nodiscard]] double discountedPurchases(const ParetoNbd& model, const CustomerHistory& history, double time, double rate);

/// The probability of just `frequency` repeat purchases of a new customer within `time`; absolute error about 1e-9.
[[nodiscard]] double frequencyProbability(const ParetoNbd& model, std::int64_t frequency, double time);

/// Sum of the log-likelihoods of all customers, in the order of the groups.
[[nodiscard]] double logLikelihood(const ParetoNbd& model, std::span<const HistoryGroup> groups);

} // namespace lyceum::analytics
