// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast/simpleforecast.h"

#include "analytics/forecast/seasonalindices.h"
#include "analytics/quietmath.h"

#include <boost/math/tools/minima.hpp>

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

std::optional<AnalyticsError> objectionTo(std::span<const double> series, std::size_t horizon, std::size_t least)
{
    using enum AnalyticsError::Kind;
    if (horizon < 1 || horizon > kMaxHorizon)
        return AnalyticsError {BadRange, 0};
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (!std::isfinite(series[i]))
            return AnalyticsError {NotFinite, i};
    }
    if (series.size() < least)
        return AnalyticsError {TooFew, series.size()};
    return std::nullopt;
}

/// A walk in strides of `lag`: the value of one lag before, and the same error again each stride.
Forecast lagWalk(std::span<const double> series, std::size_t lag, std::size_t horizon)
{
    double squares = 0;
    for (std::size_t t = lag; t < series.size(); ++t)
        squares += (series[t] - series[t - lag]) * (series[t] - series[t - lag]);
    const double variance = squares / double(series.size() - lag);
    Forecast forecast;
    forecast.n = series.size();
    for (std::size_t h = 0; h < horizon; ++h)
        forecast.steps.push_back({series[series.size() - lag + h % lag], std::sqrt(variance * double(h / lag + 1)), {}});
    return forecast;
}

double slopeOf(std::span<const double> series)
{
    const double n = double(series.size());
    const double middle = (n - 1) / 2;
    double sum = 0;
    for (std::size_t t = 0; t < series.size(); ++t)
        sum += (double(t) - middle) * series[t];
    return sum / (n * (n * n - 1) / 12);
}

} // namespace

tl::expected<Forecast, AnalyticsError> forecastNaive(std::span<const double> series, std::size_t horizon)
{
    if (const auto objection = objectionTo(series, horizon, 2))
        return tl::unexpected(*objection);
    Forecast forecast = lagWalk(series, 1, horizon);
    forecast.method = "naive";
    return forecast;
}

tl::expected<Forecast, AnalyticsError> forecastSeasonalNaive(std::span<const double> series, std::size_t period, std::size_t horizon)
{
    if (period < 2)
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::BadRange, 0});
    if (const auto objection = objectionTo(series, horizon, 1))
        return tl::unexpected(*objection);
    if (series.size() <= period)
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::TooFew, series.size()});
    Forecast forecast = lagWalk(series, period, horizon);
    forecast.method = "snaive";
    return forecast;
}

tl::expected<Forecast, AnalyticsError> forecastDrift(std::span<const double> series, std::size_t horizon)
{
    if (const auto objection = objectionTo(series, horizon, 3))
        return tl::unexpected(*objection);
    const double moves = double(series.size() - 1);
    const double drift = (series.back() - series.front()) / moves;
    double squares = 0;
    for (std::size_t t = 1; t < series.size(); ++t) {
        const double error = series[t] - series[t - 1] - drift;
        squares += error * error;
    }
    const double variance = squares / (moves - 1);
    Forecast forecast;
    forecast.method = "drift";
    forecast.n = series.size();
    for (std::size_t h = 1; h <= horizon; ++h) {
        const double steps = double(h);
        forecast.steps.push_back({series.back() + steps * drift, std::sqrt(variance * (steps + steps * steps / moves)), {}});
    }
    if (series.size() < 8)
        forecast.warnings.push_back(Warning::TooFew);
    return forecast;
}

SimpleSmoothing smoothed(std::span<const double> series, double alpha)
{
    // The errors are a + c first with c = -(1 - alpha)^t, so the best first level is a regression without intercept.
    double level = 0;
    double power = 1;
    double aa = 0;
    double ac = 0;
    double cc = 0;
    for (const double y : series) {
        const double a = y - level;
        aa += a * a;
        ac -= a * power;
        cc += power * power;
        level += alpha * a;
        power *= 1 - alpha;
    }
    SimpleSmoothing result;
    result.alpha = alpha;
    result.first = -ac / cc;
    result.last = level + result.first * power;
    result.squares = std::max(aa - ac * ac / cc, 0.0);
    return result;
}

SimpleSmoothing fitSimpleSmoothing(std::span<const double> series)
{
    constexpr double kLow = 1e-4;
    constexpr double kHigh = 0.9999;
    constexpr int kCells = 20;
    // From the first value, so that a series far from 0 loses no digits.
    std::vector<double> shifted(series.begin(), series.end());
    const double origin = series.front();
    for (double& y : shifted)
        y -= origin;
    const auto at = [](int i) { return kLow + (kHigh - kLow) * double(i) / kCells; };
    int best = 0;
    double least = smoothed(shifted, at(0)).squares;
    for (int i = 1; i <= kCells; ++i) {
        const double squares = smoothed(shifted, at(i)).squares;
        if (squares < least) {
            least = squares;
            best = i;
        }
    }
    const auto found = boost::math::tools::brent_find_minima(
        [&](double alpha) { return smoothed(shifted, alpha).squares; }, at(std::max(best - 1, 0)), at(std::min(best + 1, kCells)), 30);
    SimpleSmoothing result = smoothed(shifted, found.second < least ? found.first : at(best));
    result.first += origin;
    result.last += origin;
    return result;
}

tl::expected<Forecast, AnalyticsError> forecastTheta(std::span<const double> series, std::size_t period, std::size_t horizon)
{
    if (period < 1)
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::BadRange, 0});
    if (const auto objection = objectionTo(series, horizon, 4))
        return tl::unexpected(*objection);
    std::vector<double> plain(series.begin(), series.end());
    std::vector<double> seasons;
    SeasonKind kind = SeasonKind::Multiplicative;
    if (isSeasonal(series, period)) {
        if (!(std::ranges::min(series) > 0))
            kind = SeasonKind::Additive;
        seasons = seasonalIndices(series, period, kind);
        if (kind == SeasonKind::Multiplicative && std::ranges::any_of(seasons, [](double season) { return !(season >= 1e-4); }))
            seasons.clear();
    }
    for (std::size_t t = 0; !seasons.empty() && t < plain.size(); ++t)
        plain[t] = kind == SeasonKind::Additive ? plain[t] - seasons[t % period] : plain[t] / seasons[t % period];

    const SimpleSmoothing smoothing = fitSimpleSmoothing(plain);
    const double n = double(plain.size());
    const double drift = slopeOf(plain) / 2;
    const double alpha = smoothing.alpha;
    const double begun = (1 - std::pow(1 - alpha, n)) / alpha;
    const double variance = smoothing.squares / (n - 2);
    Forecast forecast;
    forecast.method = "theta";
    forecast.n = series.size();
    for (std::size_t h = 0; h < horizon; ++h) {
        ForecastStep step;
        step.mean = smoothing.last + drift * (double(h) + begun);
        if (!seasons.empty()) {
            const double season = seasons[(series.size() + h) % period];
            step.mean = kind == SeasonKind::Additive ? step.mean + season : step.mean * season;
        }
        step.stdError = std::sqrt(variance * (1 + double(h) * alpha * alpha));
        forecast.steps.push_back(std::move(step));
    }
    if (series.size() < 8)
        forecast.warnings.push_back(Warning::TooFew);
    return forecast;
}

} // namespace lyceum::analytics
