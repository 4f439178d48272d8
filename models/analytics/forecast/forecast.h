// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lyceum::analytics {

/// What may come at one step ahead: a normal distribution, or one known by draws from it.
struct ForecastStep {
    double mean = 0; ///< the point forecast
    double stdError = 0; ///< of the distribution; 0: certain
    std::vector<double> draws; ///< ascending; empty: normal with the mean and error above

    friend bool operator==(const ForecastStep&, const ForecastStep&) = default;
};

/// Where a series is going, step by step.
struct Forecast {
    std::vector<ForecastStep> steps; ///< the first is one step after the last observation
    std::string method; ///< what it was made with: "ETS(M,Ad,M)", "theta", "drift"
    std::size_t n = 0; ///< observations it was made from
    std::vector<Warning> warnings;
};

/// The furthest any forecast here goes.
inline constexpr std::size_t kMaxHorizon = 10'000;

/// The quantile of a step, 0 < p < 1, else NaN. Of draws: interpolated, median-unbiased (R's type 8).
[[nodiscard]] double quantileOf(const ForecastStep& step, double p);

struct PredictionInterval {
    double low = 0;
    double high = 0;
};

/// The central interval that holds the next value with probability `level`; nullopt unless 0 < level < 1.
[[nodiscard]] std::optional<PredictionInterval> intervalOf(const ForecastStep& step, double level);

/**
 * The continuous ranked probability score of a step once its value is known: the mean distance of the distribution from the value, less half
 * its spread. In the unit of the series; 0 is perfect; the absolute error for a certain forecast.
 *
 * Exact for the normal distribution and for the distribution of the draws itself.
 * @see Gneiting & Raftery (2007), JASA 102:359-378, section 4.2.
 */
[[nodiscard]] double crpsOf(const ForecastStep& step, double actual);

/// The quantile (pinball) loss of forecasting the p-quantile as `quantile`: p (actual - quantile) above it, (1 - p) of the gap below.
[[nodiscard]] double pinballLoss(double quantile, double p, double actual);

} // namespace lyceum::analytics
