// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/factormodel.h"

#include "analytics/compensatedsum.h"
#include "analytics/proportion.h"
#include "analytics/quietmath.h"
#include "analytics/random.h"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;
using Spread = Factor::Spread;

double normalQuantile(double p)
{
    return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * p, QuietMath());
}

/// Into the factor's domain.
double bounded(const Factor& factor, double value)
{
    if (factor.isShare)
        return std::clamp(value, 0.0, 1.0);
    return factor.isNotNegative ? std::max(value, 0.0) : value;
}

double triangularQuantile(const Factor& factor, double p)
{
    const double width = factor.high - factor.low;
    if (width <= 0)
        return factor.low;
    const double rise = (factor.value - factor.low) / width;
    if (p < rise)
        return factor.low + std::sqrt(p * width * (factor.value - factor.low));
    return factor.high - std::sqrt((1 - p) * width * (factor.high - factor.value));
}

/// p strictly between 0 and 1.
double quantileOf(const Factor& factor, double p)
{
    switch (factor.spread) {
    case Spread::Exact:
        return factor.value;
    case Spread::Share:
        return boost::math::ibeta_inv(double(factor.kept) + 0.5, double(factor.total - factor.kept) + 0.5, p, QuietMath());
    case Spread::Normal:
        return bounded(factor, factor.value + factor.stdError * normalQuantile(p));
    case Spread::LogNormal:
        return bounded(factor, factor.value * std::exp(factor.stdError * normalQuantile(p)));
    case Spread::Uniform:
        return factor.low + (factor.high - factor.low) * p;
    case Spread::Triangular:
        return triangularQuantile(factor, p);
    }
    return factor.value;
}

double centreOf(const Factor& factor)
{
    switch (factor.spread) {
    case Spread::Share:
        return (double(factor.kept) + 0.5) / (double(factor.total) + 1);
    case Spread::Uniform:
        return factor.low + (factor.high - factor.low) / 2;
    case Spread::Triangular:
        return (factor.low + factor.value + factor.high) / 3;
    default:
        return factor.value;
    }
}

bool isInDomain(const Factor& factor, double value)
{
    if (!std::isfinite(value))
        return false;
    return factor.isShare ? value >= 0 && value <= 1 : !factor.isNotNegative || value >= 0;
}

std::optional<Kind> faultIn(const Factor& factor)
{
    const auto valueIf = [](bool isWrong) { return isWrong ? std::optional(Kind::BadValue) : std::nullopt; };
    switch (factor.spread) {
    case Spread::Exact:
        return valueIf(!isInDomain(factor, factor.value));
    case Spread::Share:
        return factor.total < 1 || factor.kept < 0 || factor.kept > factor.total ? std::optional(Kind::BadCount) : std::nullopt;
    case Spread::LogNormal:
        return valueIf(!(factor.value > 0) || !isInDomain(factor, factor.value) || !(factor.stdError >= 0) || !std::isfinite(factor.stdError));
    case Spread::Normal:
        return valueIf(!isInDomain(factor, factor.value) || !(factor.stdError >= 0) || !std::isfinite(factor.stdError));
    case Spread::Uniform:
    case Spread::Triangular:
        return valueIf(!isInDomain(factor, factor.low) || !isInDomain(factor, factor.high) || factor.low > factor.high
            || (factor.spread == Spread::Triangular && !(factor.value >= factor.low && factor.value <= factor.high)));
    }
    return Kind::BadValue;
}

/// Of sorted numbers, linear between neighbours (R's type 7).
double sortedQuantile(const std::vector<double>& sorted, double p)
{
    const double place = p * double(sorted.size() - 1);
    const auto below = std::min(std::size_t(place), sorted.size() - 1);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - double(below)) * (sorted[above] - sorted[below]);
}

std::vector<double> drawnProducts(std::span<const Factor> factors, const ProductOptions& options)
{
    Random random(options.seed);
    std::vector<double> products(std::size_t(options.draws), 1.0);
    for (double& product : products) {
        for (const Factor& factor : factors) {
            const double p = random.uniform() + 0x1p-54; // also for an exact one, so that learning a factor's spread changes no other's draws
            product *= quantileOf(factor, p);
        }
    }
    return products;
}

std::vector<Swing> tornadoOf(std::span<const Factor> factors, double level)
{
    std::vector<Swing> swings;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        double others = 1;
        for (std::size_t k = 0; k < factors.size(); ++k)
            others *= k == i ? 1 : centreOf(factors[k]);
        swings.push_back({i, others * quantileOf(factors[i], (1 - level) / 2), others * quantileOf(factors[i], (1 + level) / 2)});
    }
    std::ranges::stable_sort(swings, std::greater<>(), [](const Swing& swing) { return std::abs(swing.atHigh - swing.atLow); });
    return swings;
}

} // namespace

Factor exactFactor(double value)
{
    Factor factor;
    factor.value = value;
    return factor;
}

Factor measuredShare(std::int64_t kept, std::int64_t total)
{
    Factor factor;
    factor.spread = Spread::Share;
    factor.kept = kept;
    factor.total = total;
    factor.isShare = true;
    return factor;
}

Factor assumedRange(double low, double likely, double high)
{
    Factor factor;
    factor.spread = Spread::Triangular;
    factor.low = low;
    factor.value = likely;
    factor.high = high;
    factor.isAssumed = true;
    return factor;
}

Factor assumedShare(double low, double likely, double high)
{
    Factor factor = assumedRange(low, likely, high);
    factor.isShare = true;
    return factor;
}

tl::expected<ProductForecast, AnalyticsError> productForecast(std::span<const Factor> factors, const ProductOptions& options)
{
    if (!zForLevel(options.level))
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    if (factors.empty())
        return tl::unexpected(AnalyticsError {Kind::TooFew, 0});
    if (options.draws < 100 || options.draws > 10'000'000)
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    ProductForecast forecast {1, {}, 0, {}, options.draws, options.seed, options.level, {}};
    for (std::size_t i = 0; i < factors.size(); ++i) {
        if (const auto kind = faultIn(factors[i]))
            return tl::unexpected(AnalyticsError {*kind, i});
        forecast.central *= centreOf(factors[i]);
    }
    std::vector<double> products = drawnProducts(factors, options);
    std::ranges::sort(products);
    if (!std::isfinite(forecast.central) || !std::isfinite(products.front()) || !std::isfinite(products.back()))
        return tl::unexpected(AnalyticsError {Kind::BadValue, factors.size()});
    CompensatedSum sum;
    for (const double product : products)
        sum.add(product);
    const auto n = double(products.size());
    const double mean = std::clamp(sum.value() / n, products.front(), products.back());
    CompensatedSum squares;
    for (const double product : products)
        squares.add((product - mean) * (product - mean));
    forecast.mean = {mean, std::sqrt(squares.value() / (n - 1) / n), sortedQuantile(products, (1 - options.level) / 2),
        sortedQuantile(products, (1 + options.level) / 2)};
    forecast.median = sortedQuantile(products, 0.5);
    forecast.tornado = tornadoOf(factors, options.level);
    if (std::ranges::any_of(factors, &Factor::isAssumed))
        forecast.warnings.push_back(Warning::NotIdentified);
    return forecast;
}

std::vector<Factor> revenueModel(Factor members, Factor spend, Factor conversion)
{
    conversion.isShare = true;
    return {members, spend, conversion};
}

std::vector<Factor> profitModel(const ProfitFactors& factors)
{
    std::vector<Factor> all {factors.acquired, factors.conversion, factors.retention, factors.quality, factors.recommendation,
        factors.community, factors.promotion};
    all[1].isShare = true;
    all[2].isShare = true;
    return all;
}

} // namespace lyceum::analytics
