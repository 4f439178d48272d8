// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customers/customerhistory.h"
#include "analytics/customers/likelihoodfit.h"

namespace lyceum::analytics {

/**
 * Irregular buying (BG/NBD): while a customer is there, purchases come at a rate of their own, gamma(r, alpha) among customers; after each
 * repeat purchase the customer leaves for good with a probability of their own, beta(a, b) among customers.
 *
 * @see Fader, Hardie & Lee (2005), Marketing Science 24:275-284.
 */
struct BgNbd {
    static constexpr std::size_t kParameters = 4;

    double r = 1;
    double alpha = 1; ///< in the unit of the ages
    double a = 1;
    double b = 1;

    friend bool operator==(const BgNbd&, const BgNbd&) = default;
};

// Of every function below: parameters are positive and finite, a history is one that groupHistories() takes, times are not below 0.

/// Of one history; -infinity or NaN where the parameters allow it no longer.
[[nodiscard]] double logLikelihood(const BgNbd& model, const CustomerHistory& history);

/// That the customer is still there at `age`. 1 without a repeat purchase: in this model only a purchase is an occasion to leave.
[[nodiscard]] double probabilityAlive(const BgNbd& model, const CustomerHistory& history);

/**
 * Expected purchases within `time` after the age.
 *
 * The published formula, (a + b + x - 1) / (a - 1) (1 - ... 2F1), is 0/0 at a = 1 and cancels near it. Here the same number is a sum of
 * positive terms, over k, of P(N > k) P(there after k more purchases), N being how many there would be if nobody left (negative binomial).
 * Relative error about 1e-12. Cost: O((r + x) time / (alpha + T)) terms.
 *
 * @return NaN where more than 10^7 terms would be needed
 */
[[nodiscard]] double expectedPurchases(const BgNbd& model, const CustomerHistory& history, double time);

/// Expected repeat purchases of a new customer within `time`.
[[nodiscard]] double expectedPurchases(const BgNbd& model, double time);

/**
 * Expected purchases within `time` after the age, each worth exp(-rate u) when it comes at u after the age.
 *
 * @param rate  not below 0; of an interest d a unit of time: log(1 + d)
 * @return relative error about 1e-10
 */
[[nodiscard]] double discountedPurchases(const BgNbd& model, const CustomerHistory& history, double time, double rate);

/// The probability of just `frequency` repeat purchases of a new customer within `time`. O(frequency).
[[nodiscard]] double frequencyProbability(const BgNbd& model, std::int64_t frequency, double time);

/// Sum of the log-likelihoods of all customers, in the order of the groups. Within 1e-13 relative; much faster than one by one.
[[nodiscard]] double logLikelihood(const BgNbd& model, std::span<const HistoryGroup> groups);

} // namespace lyceum::analytics
