// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast/etskernel.h"
#include "analytics/forecast/etsmodel.h"
#include "analytics/forecast/etssearch.h"
#include "analytics/forecast/quasinewton.h"
#include "analytics/forecast/seasonalindices.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace lyceum::analytics {
namespace {

using enum EtsPart;

std::size_t seasonsOf(const EtsForm& form, std::size_t period)
{
    return form.season == None ? 0 : period;
}

int freeParameters(const EtsForm& form, std::size_t period)
{
    const int trend = form.trend == None ? 0 : form.damped ? 3 : 2;
    return 2 + trend + (form.season == None ? 0 : int(period));
}

bool needsPositive(const EtsForm& form)
{
    return form.error == Multiplicative || form.trend == Multiplicative || form.season == Multiplicative;
}

std::optional<AnalyticsError> objectionTo(std::span<const double> series, std::size_t period, const EtsForm& form)
{
    constexpr std::size_t kMaxPeriod = 400;
    using enum AnalyticsError::Kind;
    if (form.error == None || (form.damped && form.trend == None) || (form.season != None && (period < 2 || period > kMaxPeriod)))
        return AnalyticsError {BadRange, 0};
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (!std::isfinite(series[i]))
            return AnalyticsError {NotFinite, i};
        if (needsPositive(form) && !(series[i] > 0))
            return AnalyticsError {BadValue, i};
    }
    if (series.size() < std::size_t(freeParameters(form, period)) + 3)
        return AnalyticsError {TooFew, series.size()};
    return std::nullopt;
}

std::vector<double> pointOf(const EtsParameters& parameters)
{
    std::vector<double> point {parameters.alpha, parameters.beta, parameters.gamma, parameters.phi, parameters.level, parameters.slope};
    if (parameters.seasons.empty())
        point.push_back(0);
    point.insert(point.end(), parameters.seasons.begin(), parameters.seasons.end());
    return point;
}

/// Where the search starts: the series without its seasons, and the line through its beginning.
EtsParameters startOf(std::span<const double> series, std::size_t period, const EtsForm& form)
{
    EtsParameters start;
    std::vector<double> plain(series.begin(), series.end());
    if (form.season != None) {
        const bool isAdditive = form.season == Additive;
        start.seasons = seasonalIndices(series, period, isAdditive ? SeasonKind::Additive : SeasonKind::Multiplicative);
        if (!isAdditive) {
            for (double& season : start.seasons)
                season = std::max(season, 0.01);
            const double sum = std::accumulate(start.seasons.begin(), start.seasons.end(), 0.0);
            for (double& season : start.seasons)
                season *= double(period) / sum;
        }
        for (std::size_t t = 0; t < plain.size(); ++t)
            plain[t] = isAdditive ? plain[t] - start.seasons[t % period] : plain[t] / start.seasons[t % period];
    }
    const std::size_t count = std::min(plain.size(), std::max<std::size_t>(10, 2 * seasonsOf(form, period)));
    const double mean = std::accumulate(plain.begin(), plain.begin() + std::ptrdiff_t(count), 0.0) / double(count);
    const double middle = double(count + 1) / 2;
    double slope = 0;
    for (std::size_t t = 0; t < count; ++t)
        slope += (double(t + 1) - middle) * plain[t];
    slope /= double(count) * (double(count) * double(count) - 1) / 12;
    start.level = mean;
    if (form.trend != None) {
        start.level = mean - slope * middle;
        start.slope = slope;
    }
    if (form.trend == Multiplicative) {
        const double first = start.level + slope;
        start.slope = first > 0 && first + slope > 0 ? (first + slope) / first : 1;
        start.level = first > 0 ? first / start.slope : plain[0];
    }
    if (needsPositive(form) && !(start.level > 0))
        start.level = plain[0];
    return start;
}

/// A series around 1 that goes nowhere.
EtsParameters flatStart(std::size_t period, const EtsForm& form)
{
    EtsParameters start;
    start.level = 1;
    start.slope = form.trend == Multiplicative ? 1 : 0;
    start.seasons.assign(seasonsOf(form, period), form.season == Multiplicative ? 1 : 0);
    return start;
}

double scaleOf(std::span<const double> series)
{
    double sum = 0;
    for (const double y : series)
        sum += std::abs(y);
    return sum / double(series.size());
}

bool isConstant(std::span<const double> series)
{
    return std::ranges::all_of(series, [&](double y) { return y == series.front(); });
}

} // namespace

tl::expected<EtsFit, AnalyticsError> etsWith(
    std::span<const double> series, std::size_t period, const EtsForm& form, const EtsParameters& parameters)
{
    if (const auto objection = objectionTo(series, period, form))
        return tl::unexpected(*objection);
    if (parameters.seasons.size() != seasonsOf(form, period))
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::BadRange, 0});
    EtsKernel kernel(series, period, form);
    const std::vector<double> point = pointOf(parameters);
    std::vector<double> unwanted(point.size());
    const double deviance = kernel.deviance(point, unwanted);
    if (!std::isfinite(deviance))
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::NotConverged, 0});

    EtsFit fit;
    fit.form = form;
    fit.period = std::max<std::size_t>(seasonsOf(form, period), 1);
    fit.n = series.size();
    fit.parameters = parameters;
    fit.parameterCount = freeParameters(form, period);
    fit.last = kernel.last();
    fit.fitted.assign(kernel.fitted().begin(), kernel.fitted().end());
    fit.residuals.assign(kernel.errors().begin(), kernel.errors().end());
    fit.logLikelihood = -0.5 * deviance;
    const double n = double(fit.n);
    const double counted = fit.parameterCount + 1; // the variance is one too
    fit.aic = deviance + 2 * counted;
    fit.aicc = fit.aic + 2 * counted * (counted + 1) / (n - counted - 1);
    fit.bic = deviance + std::log(n) * counted;
    double squares = 0;
    for (const double error : fit.residuals)
        squares += error * error;
    fit.sigma2 = squares / (n - fit.parameterCount);
    return fit;
}

tl::expected<EtsFit, AnalyticsError> fitEts(std::span<const double> series, std::size_t period, const EtsForm& form)
{
    using enum AnalyticsError::Kind;
    if (const auto objection = objectionTo(series, period, form))
        return tl::unexpected(*objection);
    if (form.season != None && series.size() / period < 2)
        return tl::unexpected(AnalyticsError {TooFew, series.size()});
    if (isConstant(series))
        return tl::unexpected(AnalyticsError {NoVariation, 0});
    const double scale = scaleOf(series); // the search sees numbers around 1
    if (!std::isnormal(scale))
        return tl::unexpected(AnalyticsError {BadValue, 0});
    std::vector<double> scaled(series.begin(), series.end());
    for (double& y : scaled)
        y /= scale;

    EtsSearch search(scaled, period, form);
    // Shares of what alpha, beta, gamma and phi may be. The likelihood has several hills: slow levels and quick ones, stiff seasons and soft.
    constexpr std::array<EtsSearch::Shares, 6> kStarts {{{0.01, 0.1, 0.05, 0.95}, {0.05, 0.1, 0.05, 0.95}, {0.5, 0.1, 0.1, 0.9},
        {0.1, 0.05, 0.5, 0.9}, {0.95, 0.02, 0.5, 0.9}, {0.3, 0.5, 0.2, 0.2}}};
    QuasiNewton::Found best;
    std::vector<double> bestAt;
    const auto searchFrom = [&](const EtsParameters& start) {
        for (const EtsSearch::Shares& shares : kStarts) {
            std::vector<double> x = search.encode(shares, start);
            const QuasiNewton::Found found = QuasiNewton(x.size()).minimise(search, x, {});
            if (found.value < best.value) {
                best = found;
                bestAt = std::move(x);
            }
        }
    };
    searchFrom(startOf(scaled, period, form));
    if (bestAt.empty()) // the line through the beginning leads to where the model has no value: begin flat
        searchFrom(flatStart(period, form));
    if (bestAt.empty())
        return tl::unexpected(AnalyticsError {NotConverged, 0});
    EtsParameters parameters = search.decode(bestAt);
    parameters.level *= scale;
    if (form.trend == Additive)
        parameters.slope *= scale;
    if (form.season == Additive) {
        for (double& season : parameters.seasons)
            season *= scale;
    }
    tl::expected<EtsFit, AnalyticsError> fit = etsWith(series, period, form, parameters);
    if (fit && series.size() < std::size_t(fit->parameterCount) + 10)
        fit->warnings.push_back(Warning::TooFew);
    if (fit && !best.converged)
        fit->warnings.push_back(Warning::NotConverged);
    return fit;
}

tl::expected<EtsChoice, AnalyticsError> chooseEts(std::span<const double> series, std::size_t period, const EtsChoiceOptions& options)
{
    constexpr std::array kParts {None, Additive, Multiplicative};
    const bool hasSeason = options.season && period > 1 && series.size() / period >= 2;
    EtsChoice choice;
    std::optional<AnalyticsError> firstError;
    bool isFitted = false;
    bool bestLeaves = false;
    const bool isPositive = options.keepsPositive && std::ranges::all_of(series, [](double y) { return y > 0; });
    const std::size_t reach = std::max<std::size_t>(2 * (hasSeason ? period : 1), 10);
    for (const EtsPart error : {Additive, Multiplicative}) {
        for (const EtsPart trend : kParts) {
            for (const bool damped : {false, true}) {
                for (const EtsPart season : kParts) {
                    const EtsForm form {error, trend, damped, season};
                    if ((trend == None && damped) || !isStable(form) || (trend == Multiplicative && !options.multiplicativeTrend)
                        || (season != None && !hasSeason))
                        continue;
                    auto fit = fitEts(series, period, form);
                    if (!fit && !firstError)
                        firstError = fit.error();
                    if (!fit && (fit.error().kind == AnalyticsError::Kind::BadValue))
                        continue; // a number not above 0: this model is not admitted
                    EtsTrial trial;
                    trial.form = form;
                    if (fit) {
                        trial.logLikelihood = fit->logLikelihood;
                        trial.aicc = fit->aicc;
                        trial.leavesDomain = isPositive && std::ranges::any_of(pointForecasts(*fit, reach), [](double y) { return !(y > 0); });
                        const bool isBetter = trial.leavesDomain == bestLeaves ? fit->aicc < choice.best.aicc : bestLeaves;
                        if (!isFitted || isBetter) {
                            choice.best = *std::move(fit);
                            bestLeaves = trial.leavesDomain;
                            isFitted = true;
                        }
                    }
                    choice.tried.push_back(trial);
                }
            }
        }
    }
    if (!isFitted)
        return tl::unexpected(firstError.value_or(AnalyticsError {AnalyticsError::Kind::TooFew, series.size()}));
    return choice;
}

} // namespace lyceum::analytics
