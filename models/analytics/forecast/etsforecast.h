// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/forecast/etsmodel.h"
#include "analytics/forecast/forecast.h"

namespace lyceum::analytics {

struct EtsForecastOptions {
    std::uint64_t seed = 1; ///< of the simulation, where there is one
    std::size_t paths = 5'000;
};

/**
 * Forecasts from a fitted model, with the distribution its own innovations give (parameters taken as known, as R does).
 *
 * Exact means and variances, and a normal distribution, where Hyndman et al. have them: linear models with an additive error (class 1) or a
 * multiplicative one (class 2), and multiplicative seasons with a multiplicative error and no or an additive trend (class 3). All others are
 * simulated: the point forecast is the recursion without errors, the distribution that of the paths.
 *
 * Class 3 with a damped trend differs from R's forecast 8.20 in the fourth digit: R takes the first step up undamped there, while its own
 * fitted values and simulations damp it.
 *
 * @param horizon  1 to kMaxHorizon
 * @return BadRange for the horizon, the paths (2 to 1 000 000), or a state that does not fit the form; TooLarge where horizon times paths
 *         is above 50 million. Cost: class 1 and 2 O(horizon^2 + horizon period), class 3 O(horizon period^2), simulated O(paths horizon log paths).
 * @see Hyndman, Koehler, Ord & Snyder (2008), chapter 6; Hyndman, Koehler, Ord & Snyder (2005), J. Forecasting 24:17-37.
 */
[[nodiscard]] tl::expected<Forecast, AnalyticsError> forecastEts(
    const EtsFit& fit, std::size_t horizon, const EtsForecastOptions& options = {});

/// The same by simulation, whatever the model.
[[nodiscard]] tl::expected<Forecast, AnalyticsError> simulateEts(
    const EtsFit& fit, std::size_t horizon, const EtsForecastOptions& options = {});

} // namespace lyceum::analytics
