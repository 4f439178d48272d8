// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// How demand answers to price: d log(members) / d log(price). -1: revenue does not depend on the price; below: a rise loses money.
struct Elasticity {
    Estimate value; ///< low and high are of the t distribution with n - 2 degrees of freedom
    std::size_t n = 0; ///< prices it was fitted to
    double r2 = 0; ///< share of the variation of log(members) it explains
    double level = 0.95;
    std::vector<Warning> warnings; ///< TooFew below 8 prices

    friend bool operator==(const Elasticity&, const Elasticity&) = default;
};

/**
 * Constant elasticity from what happened at several prices: least squares on logarithms.
 *
 * It is an association: whoever raised prices while the community was growing finds a rise that attracts. Only prices that were set by
 * chance (an experiment) make it an effect.
 *
 * @param prices      above 0, of any one unit
 * @param quantities  members (or sign-ups in equal times) at each, above 0; as many
 * @return LengthsDiffer, BadValue (`index`), TooFew (fewer than 3), NoVariation (one price only), BadLevel
 * @see Wooldridge, Introductory Econometrics, 6.2. O(n).
 */
[[nodiscard]] tl::expected<Elasticity, AnalyticsError> priceElasticity(
    std::span<const double> prices, std::span<const double> quantities, double level = 0.95);

/// What a new price would do, with everything else as it is.
struct PriceChange {
    Estimate members; ///< at the new price
    Estimate revenue; ///< a period, in the unit of the prices
    Estimate revenueChange; ///< new less old
    double breakEvenLoss = 0; ///< share of the members that may go before revenue falls: 1 - old / new; below 0 for a lower price
    std::vector<Warning> warnings; ///< Extrapolating when the price changes by more than half

    friend bool operator==(const PriceChange&, const PriceChange&) = default;
};

/**
 * Constant-elasticity what-if: members (new / old)^e, revenue members times price.
 *
 * Both only rise or only fall with e, so that the elasticity's interval gives theirs. An elasticity above 0 (a rise attracts) is computed with as
 * it is.
 *
 * @param members     at the old price, finite and not below 0
 * @param elasticity  an estimate, or a belief with low and high; without them the answers have no interval
 * @return BadValue (members, or an elasticity that is not finite or whose low is above its high), BadRange (a price that is not above 0)
 */
[[nodiscard]] tl::expected<PriceChange, AnalyticsError> priceChange(
    double members, std::int64_t oldPrice, std::int64_t newPrice, const Estimate& elasticity);

} // namespace lyceum::analytics
