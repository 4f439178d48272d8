// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/forecast/accuracy.h"
#include "analytics/forecast/etsmodel.h"
#include "analytics/forecast/forecast.h"

#include <span>

namespace lyceum::analytics {

enum class ForecastMethod {
    Ets, ///< exponential smoothing, the model chosen by AICc
    Theta,
    SeasonalNaive, ///< not without a season
    Drift,
    Naive,
    Combination, ///< the mean of ETS, theta and seasonal naive (drift without a season)
};

struct ForecastOptions {
    std::size_t period = 1; ///< observations a round of seasons, 1 without; ignored under two rounds of observations
    std::size_t horizon = 12; ///< 1 to kMaxHorizon
    std::optional<EtsForm> form; ///< of ETS; missing: by AICc
    std::uint64_t seed = 1; ///< of what is simulated
};

/**
 * Forecasts by one method. Under 8 observations only drift answers (and naive, when asked for it); a constant series goes on as it is.
 *
 * The combination's interval is normal with the variance of a mixture of its parts: their own, and how far they lie apart; chooseForecast() widens
 * it by what went wrong in the past.
 *
 * @param series  finite, oldest first, evenly spaced
 * @return NotFinite, BadRange, TooFew, and those of the method
 */
[[nodiscard]] tl::expected<Forecast, AnalyticsError> forecastBy(
    ForecastMethod method, std::span<const double> series, const ForecastOptions& options);

/// How a method would have done.
struct BacktestRow {
    ForecastMethod method = ForecastMethod::Ets;
    Accuracy accuracy; ///< all steps of all origins pooled
    std::vector<Accuracy> bySteps; ///< one a step ahead
    std::size_t failures = 0; ///< origins at which it gave no forecast
    double widening = 1; ///< what its errors make of its intervals: root mean square of error over stated error, at least 1
};

struct Backtest {
    std::vector<BacktestRow> rows; ///< in the order of the methods asked for
    std::vector<std::size_t> origins; ///< how many observations were known each time
    std::size_t horizon = 0;
};

/// `count` origins spread evenly over what a backtest can begin from: at least 8 observations and two rounds of seasons and one known (where
/// there are three rounds in all), and the whole horizon still to come, or half of what there is then. Ascending; empty under 10 observations.
[[nodiscard]] std::vector<std::size_t> backtestOrigins(std::size_t n, std::size_t period, std::size_t horizon, std::size_t count);

/**
 * Rolling origin: at each origin every method forecasts from what was known then and is held against what came, everything fitted anew.
 * The combination's intervals are widened at each origin by the errors seen until then, never by later ones.
 *
 * @param origins  ascending, each at least 3 and below the number of observations
 * @return BadRange (an origin), NotFinite. Cost: methods times origins times a fit.
 * @see Tashman (2000), Int. J. Forecasting 16:437-450.
 */
[[nodiscard]] tl::expected<Backtest, AnalyticsError> backtest(std::span<const double> series, std::span<const ForecastMethod> methods,
    std::span<const std::size_t> origins, const ForecastOptions& options);

/// A forecast, why this method, and how wrong it used to be.
struct ForecastChoice {
    Forecast forecast;
    ForecastMethod method = ForecastMethod::Drift;
    std::optional<Backtest> backtest; ///< missing where the series is too short for one
    double widening = 1; ///< what the intervals were multiplied by
};

/**
 * Chooses among all methods by their mean CRPS in a backtest (it judges forecast and interval at once; ties: the earlier method), and forecasts
 * by the best. Too short for a backtest: the combination, with TooFew; under 8 observations drift.
 *
 * @param method  given: no choice, but the backtest tells about this one alone (the combination is widened by it)
 * @param origins  how many times to look back, 0 to 1000
 */
[[nodiscard]] tl::expected<ForecastChoice, AnalyticsError> chooseForecast(std::span<const double> series, const ForecastOptions& options,
    std::size_t origins = 12, std::optional<ForecastMethod> method = std::nullopt);

} // namespace lyceum::analytics
