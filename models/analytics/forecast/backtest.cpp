// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast/backtest.h"

#include "analytics/forecast/etsforecast.h"
#include "analytics/forecast/simpleforecast.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lyceum::analytics {
namespace {

using enum ForecastMethod;

constexpr std::size_t kLeast = 8; // below, drift only

std::size_t usablePeriod(std::size_t n, std::size_t period)
{
    return period > 1 && n / period >= 2 && n > period ? period : 1;
}

tl::expected<Forecast, AnalyticsError> etsForecast(std::span<const double> series, const ForecastOptions& options)
{
    const EtsForecastOptions simulation {options.seed, EtsForecastOptions().paths};
    const std::size_t period = usablePeriod(series.size(), options.period);
    if (options.form) {
        const auto fit = fitEts(series, options.period, *options.form);
        return fit ? forecastEts(*fit, options.horizon, simulation) : tl::unexpected(fit.error());
    }
    const auto choice = chooseEts(series, period);
    return choice ? forecastEts(choice->best, options.horizon, simulation) : tl::unexpected(choice.error());
}

/// Those of the methods that make the combination.
struct Parts {
    tl::expected<Forecast, AnalyticsError> ets;
    tl::expected<Forecast, AnalyticsError> theta;
    tl::expected<Forecast, AnalyticsError> plain; ///< seasonal naive or drift
};

tl::expected<Forecast, AnalyticsError> combined(const Parts& parts)
{
    std::vector<const Forecast*> made; // one that has no answer is left out of the mean
    for (const auto* part : {&parts.ets, &parts.theta, &parts.plain}) {
        if (*part)
            made.push_back(&**part);
    }
    if (made.empty())
        return tl::unexpected(parts.ets.error());
    Forecast forecast;
    forecast.method = "combination";
    forecast.n = made.front()->n;
    forecast.steps.resize(made.front()->steps.size());
    const double share = 1 / double(made.size());
    for (std::size_t h = 0; h < forecast.steps.size(); ++h) {
        ForecastStep& step = forecast.steps[h];
        for (const Forecast* one : made)
            step.mean += share * one->steps[h].mean;
        double variance = 0; // of a mixture: each part's own, and how far the parts lie apart
        for (const Forecast* one : made) {
            const double apart = one->steps[h].mean - step.mean;
            variance += share * (one->steps[h].stdError * one->steps[h].stdError + apart * apart);
        }
        step.stdError = std::sqrt(variance);
    }
    for (const Forecast* one : made) {
        for (const Warning warning : one->warnings) {
            if (std::ranges::find(forecast.warnings, warning) == forecast.warnings.end())
                forecast.warnings.push_back(warning);
        }
    }
    std::ranges::sort(forecast.warnings);
    return forecast;
}

std::optional<AnalyticsError> objectionTo(std::span<const double> series, const ForecastOptions& options)
{
    using enum AnalyticsError::Kind;
    if (options.horizon < 1 || options.horizon > kMaxHorizon || options.period < 1 || options.period > 10'000)
        return AnalyticsError {BadRange, 0};
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (!std::isfinite(series[i]))
            return AnalyticsError {NotFinite, i};
    }
    return std::nullopt;
}

/// What errors of the past make of a stated standard error.
class Widening {
public:
    void add(const ForecastStep& step, double actual, std::size_t knownFrom)
    {
        if (step.stdError > 0)
            m_squares.push_back({knownFrom, std::pow((actual - step.mean) / step.stdError, 2)});
    }
    /// By what was known with so many observations.
    [[nodiscard]] double factorAt(std::size_t known) const
    {
        constexpr int kEnough = 8; // fewer say too little
        CompensatedSum sum;
        int count = 0;
        for (const Square& square : m_squares) {
            if (square.knownFrom <= known) {
                sum.add(square.value);
                ++count;
            }
        }
        return count < kEnough ? 1 : std::max(1.0, std::sqrt(sum.value() / count));
    }

private:
    struct Square {
        std::size_t knownFrom = 0;
        double value = 0;
    };
    std::vector<Square> m_squares;
};

void widen(Forecast& forecast, double factor)
{
    for (ForecastStep& step : forecast.steps)
        step.stdError *= factor;
}

} // namespace

tl::expected<Forecast, AnalyticsError> forecastBy(
    ForecastMethod method, std::span<const double> series, const ForecastOptions& options)
{
    if (const auto objection = objectionTo(series, options))
        return tl::unexpected(*objection);
    if (series.size() < kLeast && method != Drift && method != Naive)
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::TooFew, series.size()});
    const std::size_t period = usablePeriod(series.size(), options.period);
    switch (method) {
    case Ets: {
        auto forecast = etsForecast(series, options);
        if (forecast || forecast.error().kind != AnalyticsError::Kind::NoVariation)
            return forecast;
        return forecastNaive(series, options.horizon); // a constant series goes on as it is
    }
    case Theta:
        return forecastTheta(series, period, options.horizon);
    case SeasonalNaive:
        if (period == 1)
            return tl::unexpected(AnalyticsError {AnalyticsError::Kind::TooFew, series.size()});
        return forecastSeasonalNaive(series, period, options.horizon);
    case Drift:
        return forecastDrift(series, options.horizon);
    case Naive:
        return forecastNaive(series, options.horizon);
    case Combination:
        break;
    }
    return combined({forecastBy(Ets, series, options), forecastBy(Theta, series, options),
        forecastBy(period > 1 ? SeasonalNaive : Drift, series, options)});
}

std::vector<std::size_t> backtestOrigins(std::size_t n, std::size_t period, std::size_t horizon, std::size_t count)
{
    const bool hasSeason = period > 1 && n / 3 >= period;
    const std::size_t least = hasSeason ? std::max(kLeast, 2 * period + 1) : kLeast;
    if (n < least + 2 || count == 0 || horizon == 0)
        return {};
    const std::size_t last = n - std::min(horizon, (n - least) / 2);
    const std::size_t stride = count > 1 ? std::max<std::size_t>((last - least) / (count - 1), 1) : 1;
    std::vector<std::size_t> origins;
    for (std::size_t origin = last; origins.size() < count && origin >= least; origin -= stride) {
        origins.push_back(origin);
        if (origin < least + stride)
            break;
    }
    std::ranges::reverse(origins);
    return origins;
}

tl::expected<Backtest, AnalyticsError> backtest(std::span<const double> series, std::span<const ForecastMethod> methods,
    std::span<const std::size_t> origins, const ForecastOptions& options)
{
    if (const auto objection = objectionTo(series, options))
        return tl::unexpected(*objection);
    for (std::size_t i = 0; i < origins.size(); ++i) {
        if (origins[i] < 3 || origins[i] >= series.size() || (i > 0 && origins[i] <= origins[i - 1]))
            return tl::unexpected(AnalyticsError {AnalyticsError::Kind::BadRange, i});
    }
    Backtest result;
    result.origins.assign(origins.begin(), origins.end());
    result.horizon = options.horizon;
    struct Tallies {
        AccuracyTally pooled;
        std::vector<AccuracyTally> bySteps;
        Widening widening;
    };
    std::vector<Tallies> tallies(methods.size());
    const std::size_t furthest = origins.empty() ? 0 : std::min(options.horizon, series.size() - origins.front());
    for (std::size_t m = 0; m < methods.size(); ++m) {
        result.rows.push_back({methods[m], {}, {}, 0, 1});
        tallies[m].bySteps.resize(furthest);
    }
    for (const std::size_t origin : origins) {
        const std::span<const double> past = series.first(origin);
        ForecastOptions reachable = options;
        reachable.horizon = std::min(options.horizon, series.size() - origin);
        const std::size_t period = usablePeriod(origin, options.period);
        const double scale = naiveScale(past, period);
        std::optional<tl::expected<Forecast, AnalyticsError>> made[6]; // a part is made once, for itself and for the combination
        const auto make = [&](ForecastMethod method) -> const tl::expected<Forecast, AnalyticsError>& {
            auto& slot = made[std::size_t(method)];
            if (!slot)
                slot = forecastBy(method, past, reachable);
            return *slot;
        };
        for (std::size_t m = 0; m < methods.size(); ++m) {
            auto forecast = methods[m] == Combination && origin >= kLeast
                ? combined({make(Ets), make(Theta), make(period > 1 ? SeasonalNaive : Drift)})
                : make(methods[m]);
            if (!forecast) {
                ++result.rows[m].failures;
                continue;
            }
            const double factor = methods[m] == Combination ? tallies[m].widening.factorAt(origin) : 1;
            for (std::size_t h = 0; h < forecast->steps.size(); ++h)
                tallies[m].widening.add(forecast->steps[h], series[origin + h], origin + h + 1);
            widen(*forecast, factor);
            for (std::size_t h = 0; h < forecast->steps.size(); ++h) {
                tallies[m].pooled.add(forecast->steps[h], series[origin + h], scale);
                tallies[m].bySteps[h].add(forecast->steps[h], series[origin + h], scale);
            }
        }
    }
    for (std::size_t m = 0; m < methods.size(); ++m) {
        result.rows[m].accuracy = tallies[m].pooled.result();
        result.rows[m].widening = tallies[m].widening.factorAt(series.size());
        for (const AccuracyTally& tally : tallies[m].bySteps)
            result.rows[m].bySteps.push_back(tally.result());
    }
    return result;
}

tl::expected<ForecastChoice, AnalyticsError> chooseForecast(
    std::span<const double> series, const ForecastOptions& options, std::size_t origins, std::optional<ForecastMethod> method)
{
    if (const auto objection = objectionTo(series, options))
        return tl::unexpected(*objection);
    if (origins > 1'000)
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::TooLarge, 1'000});
    ForecastChoice choice;
    choice.method = method.value_or(series.size() < kLeast ? Drift : Combination);
    const std::vector<std::size_t> looks = backtestOrigins(series.size(), options.period, options.horizon, origins);
    if (!looks.empty()) {
        std::vector<ForecastMethod> methods {choice.method};
        if (!method) {
            methods = {Ets, Theta, SeasonalNaive, Drift, Naive, Combination};
            if (usablePeriod(series.size(), options.period) == 1)
                std::erase(methods, SeasonalNaive);
        }
        auto tested = backtest(series, methods, looks, options);
        if (!tested)
            return tl::unexpected(tested.error());
        const BacktestRow* best = nullptr;
        for (const BacktestRow& row : tested->rows) {
            if (row.failures == 0 && row.accuracy.n > 0 && (!best || row.accuracy.crps < best->accuracy.crps))
                best = &row;
        }
        if (best) {
            choice.method = best->method;
            choice.widening = best->method == Combination ? best->widening : 1;
        }
        choice.backtest = *std::move(tested);
    }
    auto forecast = forecastBy(choice.method, series, options);
    if (!forecast)
        return tl::unexpected(forecast.error());
    choice.forecast = *std::move(forecast);
    widen(choice.forecast, choice.widening);
    if (!choice.backtest && std::ranges::find(choice.forecast.warnings, Warning::TooFew) == choice.forecast.warnings.end() && origins > 0)
        choice.forecast.warnings.insert(choice.forecast.warnings.begin(), Warning::TooFew);
    return choice;
}

} // namespace lyceum::analytics
