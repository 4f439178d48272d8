// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// One factor of a product, with how far it may be off.
struct Factor {
    enum class Spread {
        Exact, ///< `value`; no doubt about it
        Share, ///< measured: `kept` of `total` (Beta(kept + 1/2, total - kept + 1/2), Jeffreys); `value` is not read
        Normal, ///< measured: `value` with standard error `stdError`, cut at the factor's domain
        LogNormal, ///< `value` is the median, `stdError` the standard error of its logarithm
        Uniform, ///< assumed: anywhere in [low, high]
        Triangular, ///< assumed: in [low, high], most likely `value`
    };

    Spread spread = Spread::Exact;
    double value = 0;
    double stdError = 0;
    double low = 0;
    double high = 0;
    std::int64_t kept = 0;
    std::int64_t total = 0;
    /// A probability: it and its range lie in [0, 1]. A "retention" of 600 is an error, not a factor.
    bool isShare = false;
    /// It cannot be below 0 (members, prices, quality as an index).
    bool isNotNegative = true;
    /// Counted from the workspace, or a person's belief; only told on, so that an assumption is shown as one.
    bool isAssumed = false;

    friend bool operator==(const Factor&, const Factor&) = default;
};

[[nodiscard]] Factor exactFactor(double value);
[[nodiscard]] Factor measuredShare(std::int64_t kept, std::int64_t total);
[[nodiscard]] Factor assumedRange(double low, double likely, double high); ///< triangular
[[nodiscard]] Factor assumedShare(double low, double likely, double high); ///< triangular in [0, 1]

/// What one factor does alone, the others at their centre.
struct Swing {
    std::size_t factor = 0; ///< index
    double atLow = 0; ///< the product with the factor at the low end of its own interval
    double atHigh = 0;

    friend bool operator==(const Swing&, const Swing&) = default;
};

struct ProductOptions {
    std::uint64_t seed = 1;
    std::int32_t draws = 20'000; ///< 100 ... 10 million
    double level = 0.95;
};

struct ProductForecast {
    double central = 0; ///< the product of the factors' centres: value, or mean of a share, a uniform or a triangular
    Estimate mean; ///< over the draws; stdError is that of the simulation; low and high are quantiles of the product at the level
    double median = 0;
    std::vector<Swing> tornado; ///< the widest first; ties by index
    std::int32_t draws = 0;
    std::uint64_t seed = 0;
    double level = 0.95;
    std::vector<Warning> warnings; ///< NotIdentified where some factor is assumed: then the interval is that of a belief

    friend bool operator==(const ProductForecast&, const ProductForecast&) = default;
};

/**
 * A product of uncertain factors, each independent of the others: by Monte Carlo with a seed, and each factor's own swing.
 *
 * The factors' own intervals (for the tornado) are central ones at the same level. Draws come from quantiles of uniform numbers, so that the
 * same seed gives the same answer everywhere, to rounding.
 *
 * @param factors  at least 1
 * @return TooFew (no factors), BadLevel, BadRange (draws), BadCount (`index`: a share's counts), BadValue (`index`: a factor
 *         outside its domain, or not finite)
 *
 * Cost: O(draws x factors + draws log draws).
 */
[[nodiscard]] tl::expected<ProductForecast, AnalyticsError> productForecast(std::span<const Factor> factors, const ProductOptions& options = {});

/**
 * The seeds' revenue model R = N C P: members, mean spend, conversion. 1000 * 100 * 0.1 = 10000.
 * @return the factors in that order, for productForecast(); conversion becomes a share
 */
[[nodiscard]] std::vector<Factor> revenueModel(Factor members, Factor spend, Factor conversion);

/// The factors of the seeds' profit model, with N = U alpha written out.
struct ProfitFactors {
    Factor acquired; ///< U, people reached
    Factor conversion; ///< alpha, a share
    Factor retention; ///< r, a share: 0.6, never 600
    Factor quality; ///< q, index of content quality, 1 is neutral
    Factor recommendation; ///< c, the same
    Factor community; ///< s, the same
    Factor promotion; ///< m, the same; or money per member, which makes P an amount
};

/**
 * P = N r q c s m with N = U alpha: the factors in the order of ProfitFactors.
 *
 * 100 * 0.8 * 0.9 * 0.7 * 0.05 * 600 = 1512, not the 204000 one seed prints, which also calls the 600 a retention.
 */
[[nodiscard]] std::vector<Factor> profitModel(const ProfitFactors& factors);

} // namespace lyceum::analytics
