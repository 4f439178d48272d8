// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/pricechange.h"

#include "analytics/compensatedsum.h"
#include "analytics/proportion.h"
#include "analytics/quietmath.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr std::size_t kFewPrices = 8;

double meanOfLogs(std::span<const double> numbers)
{
    CompensatedSum sum;
    for (const double number : numbers)
        sum.add(std::log(number));
    return sum.value() / double(numbers.size());
}

bool isSoundElasticity(const Estimate& elasticity)
{
    if (!std::isfinite(elasticity.value) || elasticity.low.has_value() != elasticity.high.has_value())
        return false;
    return !elasticity.low || (std::isfinite(*elasticity.low) && std::isfinite(*elasticity.high) && *elasticity.low <= *elasticity.high);
}

/// f(elasticity) with its interval, for an f that only rises or only falls.
template <class Answer>
Estimate through(const Estimate& elasticity, Answer answer)
{
    Estimate estimate {answer(elasticity.value), {}, {}, {}};
    if (elasticity.low) {
        const double a = answer(*elasticity.low);
        const double b = answer(*elasticity.high);
        estimate.low = std::min(a, b);
        estimate.high = std::max(a, b);
    }
    return estimate;
}

} // namespace

tl::expected<Elasticity, AnalyticsError> priceElasticity(std::span<const double> prices, std::span<const double> quantities, double level)
{
    if (!zForLevel(level))
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    if (prices.size() != quantities.size())
        return tl::unexpected(AnalyticsError {Kind::LengthsDiffer, std::min(prices.size(), quantities.size())});
    for (std::size_t i = 0; i < prices.size(); ++i) {
        if (!(prices[i] > 0) || !std::isfinite(prices[i]) || !(quantities[i] > 0) || !std::isfinite(quantities[i]))
            return tl::unexpected(AnalyticsError {Kind::BadValue, i});
    }
    const std::size_t n = prices.size();
    if (n < 3)
        return tl::unexpected(AnalyticsError {Kind::TooFew, n});
    const double meanX = meanOfLogs(prices);
    const double meanY = meanOfLogs(quantities);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double x = std::log(prices[i]) - meanX;
        const double y = std::log(quantities[i]) - meanY;
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    if (xx <= 1e-24 * double(n) * (1 + meanX * meanX)) // one price, to rounding
        return tl::unexpected(AnalyticsError {Kind::NoVariation, 0});
    const double slope = xy / xx;
    const double residual = std::max(yy - slope * xy, 0.0);
    const double stdError = std::sqrt(residual / double(n - 2) / xx);
    const boost::math::students_t_distribution<double, QuietMath> t(double(n - 2));
    const double reach = boost::math::quantile(t, (1 + level) / 2) * stdError;
    Elasticity elasticity {{slope, stdError, slope - reach, slope + reach}, n, yy > 0 ? std::clamp(1 - residual / yy, 0.0, 1.0) : 1, level, {}};
    if (n < kFewPrices)
        elasticity.warnings.push_back(Warning::TooFew);
    return elasticity;
}

tl::expected<PriceChange, AnalyticsError> priceChange(
    double members, std::int64_t oldPrice, std::int64_t newPrice, const Estimate& elasticity)
{
    if (!std::isfinite(members) || members < 0 || !isSoundElasticity(elasticity))
        return tl::unexpected(AnalyticsError {Kind::BadValue, 0});
    if (oldPrice <= 0 || newPrice <= 0)
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    const auto before = double(oldPrice);
    const auto after = double(newPrice);
    const auto membersAt = [&](double e) { return members * std::pow(after / before, e); };
    PriceChange change;
    change.members = through(elasticity, membersAt);
    change.revenue = through(elasticity, [&](double e) { return after * membersAt(e); });
    change.revenueChange = through(elasticity, [&](double e) { return after * membersAt(e) - before * members; });
    if (!std::isfinite(change.revenue.value) || !std::isfinite(change.revenue.high.value_or(0)))
        return tl::unexpected(AnalyticsError {Kind::BadValue, 0});
    change.breakEvenLoss = 1 - before / after;
    if (std::abs(after - before) > before / 2)
        change.warnings.push_back(Warning::Extrapolating);
    return change;
}

} // namespace lyceum::analytics
