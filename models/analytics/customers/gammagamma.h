// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customers/likelihoodfit.h"

#include <optional>

namespace lyceum::analytics {

/**
 * What a purchase is worth (Gamma-Gamma): purchases of a customer vary around a mean of their own as gamma(p, nu), and nu among customers as
 * gamma(q, v). How much is spent must not depend on how often.
 *
 * @see Fader & Hardie (2013), The Gamma-Gamma model of monetary value; Colombo & Jiang (1999), J. Interact. Mark. 13:2-12.
 */
struct GammaGamma {
    double p = 1;
    double q = 2;
    double v = 1; ///< in the unit of the money

    friend bool operator==(const GammaGamma&, const GammaGamma&) = default;
};

/// Element i of every span is customer i. Borrowed, never kept.
struct SpendSample {
    std::span<const std::int64_t> purchases; ///< how many the mean is of; customers with 0 are passed over
    std::span<const double> meanSpend; ///< a purchase, above 0; not looked at where there are none (it may be NaN)
    std::span<const std::int64_t> weight; ///< how many customers are like this; empty: one each
};

struct GammaGammaFit {
    GammaGamma model;
    LikelihoodFit fit;
    /// Between purchases and mean spend of the customers in the fit; far from 0 the model does not hold. Missing when one does not vary.
    std::optional<double> correlation;
    std::optional<Estimate> meanSpend; ///< of a customer drawn at random: p v / (q - 1); missing for q <= 1, where it is infinite
};

/// Of one customer. -infinity or NaN where the parameters allow it no longer.
[[nodiscard]] double logLikelihood(const GammaGamma& model, std::int64_t purchases, double meanSpend);

/**
 * The expected mean spend of a customer with `purchases` purchases of `meanSpend`: between theirs and that of all.
 * @return nullopt where the expectation does not exist: for p x + q <= 1
 */
[[nodiscard]] std::optional<double> expectedSpend(const GammaGamma& model, std::int64_t purchases, double meanSpend);

/**
 * Fits by maximum likelihood over customers with purchases.
 *
 * Warnings: those of maximise(); TooFew below 30 customers; AssumptionFailed when the correlation is above 0.3 either way.
 *
 * @return LengthsDiffer; BadCount for purchases or a weight below 0; TooLarge above 10^12; NotFinite or BadValue for a mean that is not a
 *         number or not above 0 (a customer all of whose purchases were free has no place in this model); TooFew for fewer than two
 *         customers with purchases; NoVariation when all spend the same; the errors of maximise()
 */
[[nodiscard]] tl::expected<GammaGammaFit, AnalyticsError> fitGammaGamma(const SpendSample& sample, const LikelihoodOptions& options = {});

} // namespace lyceum::analytics
