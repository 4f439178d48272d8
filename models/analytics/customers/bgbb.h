// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customers/customerhistory.h"
#include "analytics/customers/likelihoodfit.h"

namespace lyceum::analytics {

/**
 * Buying at regular chances (BG/BB), or "was there this month, or not": at each chance a customer who is there takes it with a probability
 * of their own, beta(alpha, beta) among customers; before each chance the customer leaves for good with another one, beta(gamma, delta).
 *
 * Ages, recencies and times count chances.
 *
 * @see Fader, Hardie & Shang (2010), Marketing Science 29:1086-1108.
 */
struct BgBb {
    static constexpr std::size_t kParameters = 4;

    double alpha = 1;
    double beta = 1;
    double gamma = 1;
    double delta = 1;

    friend bool operator==(const BgBb&, const BgBb&) = default;
};

// Of every function below: parameters are positive and finite, a history is one that groupHistories() takes as discrete, times are whole
// numbers not below 0. O(age + time) unless said otherwise.

[[nodiscard]] double logLikelihood(const BgBb& model, const CustomerHistory& history);

/// That the customer will be there at the chance after the last one, as in the paper: at age + 1.
[[nodiscard]] double probabilityAlive(const BgBb& model, const CustomerHistory& history);

/// Expected purchases at the next `time` chances; no cancellation at gamma = 1.
[[nodiscard]] double expectedPurchases(const BgBb& model, const CustomerHistory& history, double time);

/// Expected repeat purchases of a new customer at `time` chances.
[[nodiscard]] double expectedPurchases(const BgBb& model, double time);

/**
 * Expected purchases at the next `time` chances, one at the j-th being worth exp(-rate j): for a rate of log(1 + d) and an infinite `time`
 * the DET of the paper. An infinite time takes a rate of at least 1e-9, and is not looped over.
 */
[[nodiscard]] double discountedPurchases(const BgBb& model, const CustomerHistory& history, double time, double rate);

/// The probability of just `frequency` purchases of a new customer at `time` chances.
[[nodiscard]] double frequencyProbability(const BgBb& model, std::int64_t frequency, double time);

/// Sum of the log-likelihoods of all customers, in the order of the groups.
[[nodiscard]] double logLikelihood(const BgBb& model, std::span<const HistoryGroup> groups);

} // namespace lyceum::analytics
