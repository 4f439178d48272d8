// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/growth/growthfit.h"

#include "analytics/growth/growthparts.h"
#include "analytics/quietmath.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

Estimate around(double value, double stdError, double t)
{
    return {value, stdError, value - t * stdError, value + t * stdError};
}

/// The line, or the line of logarithms made back into numbers.
GrowthFit fitLine(GrowthFit fit, const GrowthData& data)
{
    const bool isExponential = fit.model == GrowthModel::Exponential;
    std::vector<double> responses(data.values.begin(), data.values.end());
    if (isExponential) {
        for (double& y : responses)
            y = std::log(y);
    }
    const GrowthLine line = lineThrough(data.times, responses);
    const double n = double(data.times.size());
    fit.residualSquares = line.squares;
    fit.degreesOfFreedom = data.times.size() - 2;
    fit.sigma = std::sqrt(line.squares / double(fit.degreesOfFreedom));
    const double t = studentQuantile(data.level, fit.degreesOfFreedom);
    const double slopeError = fit.sigma / std::sqrt(line.spread);
    const double startError = fit.sigma * std::sqrt(1 / n + line.middle * line.middle / line.spread);
    Estimate start = around(line.at(0), startError, t);
    Estimate slope = around(line.slope, slopeError, t);
    if (isExponential) { // ends of intervals are carried over as they are, errors to first order
        start = {std::exp(start.value), std::exp(start.value) * startError, std::exp(*start.low), std::exp(*start.high)};
        slope = {std::expm1(slope.value), std::exp(slope.value) * slopeError, std::expm1(*slope.low), std::expm1(*slope.high)};
    }
    fit.parameters = {{GrowthParameterName::Start, start}, {isExponential ? GrowthParameterName::Rate : GrowthParameterName::Slope, slope}};
    for (const double time : data.times)
        fit.fitted.push_back(isExponential ? std::exp(line.at(time)) : line.at(time));
    for (std::size_t h = 1; h <= data.horizon; ++h) {
        const double time = data.projectedTime(h);
        const double away = time - line.middle;
        const double reach = t * fit.sigma * std::sqrt(1 + 1 / n + away * away / line.spread);
        const double value = line.at(time);
        const bool e = isExponential;
        fit.projection.push_back({time + data.firstTime, e ? std::exp(value) : value, e ? std::exp(value - reach) : value - reach,
            e ? std::exp(value + reach) : value + reach});
    }
    return fit;
}

std::size_t parametersOf(GrowthModel model)
{
    switch (model) {
    case GrowthModel::Linear:
    case GrowthModel::Exponential:
        return 2;
    case GrowthModel::Logistic:
    case GrowthModel::Gompertz:
    case GrowthModel::Recursive: // two, but there is one step fewer than observations
        return 3;
    case GrowthModel::Bass:
        break;
    }
    return 4;
}

bool isStepwise(GrowthModel model)
{
    return model == GrowthModel::Bass || model == GrowthModel::Recursive;
}

std::optional<AnalyticsError> objectionTo(
    GrowthModel model, std::span<const double> times, std::span<const double> values, const GrowthOptions& options)
{
    using enum AnalyticsError::Kind;
    constexpr std::size_t kMaxHorizon = 10'000;
    if (!(options.level > 0) || !(options.level < 1))
        return AnalyticsError {BadLevel, 0};
    if (options.horizon > kMaxHorizon)
        return AnalyticsError {TooLarge, kMaxHorizon};
    if (times.size() != values.size())
        return AnalyticsError {LengthsDiffer, std::min(times.size(), values.size())};
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (!std::isfinite(times[i]) || !std::isfinite(values[i]))
            return AnalyticsError {NotFinite, i};
        if (i > 0 && times[i] <= times[i - 1])
            return AnalyticsError {BadRange, i};
        if ((model == GrowthModel::Exponential && !(values[i] > 0))
            || (model != GrowthModel::Linear && model != GrowthModel::Recursive && !(values[i] >= 0)))
            return AnalyticsError {BadValue, i};
    }
    if (times.size() < parametersOf(model) + 2)
        return AnalyticsError {TooFew, times.size()};
    const double step = (times.back() - times.front()) / double(times.size() - 1);
    for (std::size_t i = 1; isStepwise(model) && i < times.size(); ++i) {
        if (std::abs(times[i] - times[i - 1] - step) > 1e-6 * step)
            return AnalyticsError {BadRange, i};
    }
    if (model != GrowthModel::Linear && std::ranges::all_of(values, [&](double y) { return y == values.front(); }))
        return AnalyticsError {NoVariation, 0};
    return std::nullopt;
}

} // namespace

double studentQuantile(double level, std::size_t degreesOfFreedom)
{
    const boost::math::students_t_distribution<double, QuietMath> student {double(degreesOfFreedom)};
    return boost::math::quantile(boost::math::complement(student, (1 - level) / 2));
}

GrowthLine lineThrough(std::span<const double> times, std::span<const double> responses)
{
    GrowthLine line;
    const double n = double(times.size());
    for (std::size_t i = 0; i < times.size(); ++i) {
        line.middle += times[i] / n;
        line.mean += responses[i] / n;
    }
    double together = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double away = times[i] - line.middle;
        line.spread += away * away;
        together += away * (responses[i] - line.mean);
    }
    line.slope = together / line.spread;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double residual = responses[i] - line.at(times[i]);
        line.squares += residual * residual;
    }
    return line;
}

tl::expected<GrowthFit, AnalyticsError> fitGrowth(
    GrowthModel model, std::span<const double> times, std::span<const double> values, const GrowthOptions& options)
{
    if (const auto objection = objectionTo(model, times, values, options))
        return tl::unexpected(*objection);
    GrowthData data;
    data.values = values;
    data.firstTime = times.front();
    for (const double time : times)
        data.times.push_back(time - data.firstTime);
    data.step = data.times.back() / double(times.size() - 1);
    data.horizon = options.horizon;
    data.level = options.level;
    if (!std::isfinite(data.times.back()) || !(data.step > 0))
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::BadRange, times.size() - 1});

    GrowthFit fit;
    fit.model = model;
    fit.n = times.size();
    fit.level = options.level;
    tl::expected<GrowthFit, AnalyticsError> result;
    if (model == GrowthModel::Logistic || model == GrowthModel::Gompertz)
        result = fitSaturation(std::move(fit), data);
    else if (isStepwise(model))
        result = fitRecursion(std::move(fit), data);
    else
        result = fitLine(std::move(fit), data);
    if (!result)
        return result;
    if (times.size() < 8 || result->degreesOfFreedom < 3)
        result->warnings.push_back(Warning::TooFew);
    if (options.horizon >= times.size())
        result->warnings.push_back(Warning::Extrapolating);
    std::ranges::sort(result->warnings);
    const bool isSound = std::isfinite(result->sigma) && std::ranges::all_of(result->parameters, [](const GrowthParameter& parameter) {
        return std::isfinite(parameter.estimate.value);
    });
    if (!isSound) // numbers too large or too small to be squared
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::NotConverged, 0});
    return result;
}

} // namespace lyceum::analytics
