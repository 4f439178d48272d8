// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/forecast/forecast.h"

#include <span>

namespace lyceum::analytics {

// Methods that need no search, or one over a single number. All: series finite, oldest first, evenly spaced; horizon 1 to kMaxHorizon. Errors:
// NotFinite (the observation), BadRange (horizon or period), TooFew. Numbers as R's forecast 8.20. O(n + horizon) where nothing else is said.

/// Tomorrow is as today: the last value, with the errors a random walk makes. Two observations or more.
[[nodiscard]] tl::expected<Forecast, AnalyticsError> forecastNaive(std::span<const double> series, std::size_t horizon);

/// Every season is as it was the last time; one more observation than the period, which is 2 or more.
[[nodiscard]] tl::expected<Forecast, AnalyticsError> forecastSeasonalNaive(
    std::span<const double> series, std::size_t period, std::size_t horizon);

/// The line through the first and the last value: a random walk with drift, whose own uncertainty is in the interval. Three observations or more.
[[nodiscard]] tl::expected<Forecast, AnalyticsError> forecastDrift(std::span<const double> series, std::size_t horizon);

/**
 * The theta method: simple exponential smoothing with half the trend's slope, of the seasonally adjusted series where it repeats itself
 * significantly (seasonalindices.h). Seasons are multiplicative, or additive where a number is not above 0.
 *
 * The smoothing constant, between 0.0001 and 0.9999, and the first level minimise the squared one-step errors; the level in closed form, the
 * constant on a grid and then by Brent's method. Intervals as R's thetaf(): of the smoothing alone, which is too narrow beyond a few
 * steps; chooseForecast() widens them by what went wrong in the past.
 *
 * @param period  1 without seasons; four observations or more
 * @see Assimakopoulos & Nikolopoulos (2000), Int. J. Forecasting 16:521-530; Hyndman & Billah (2003), 19:287-290. O(n period + 60 n).
 */
[[nodiscard]] tl::expected<Forecast, AnalyticsError> forecastTheta(
    std::span<const double> series, std::size_t period, std::size_t horizon);

/// Simple exponential smoothing by least squares.
struct SimpleSmoothing {
    double alpha = 0;
    double first = 0; ///< level before the first observation
    double last = 0; ///< after the last
    double squares = 0; ///< of the one-step errors
};

/// With the first level that fits best for this alpha, 0 < alpha <= 1.
[[nodiscard]] SimpleSmoothing smoothed(std::span<const double> series, double alpha);
/// With the best alpha in [0.0001, 0.9999]. One observation or more.
[[nodiscard]] SimpleSmoothing fitSimpleSmoothing(std::span<const double> series);

} // namespace lyceum::analytics
