// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/fisherexact.h"

#include "analytics/experiment/hypergeometric.h"
#include "analytics/quietmath.h"

#include <boost/math/tools/roots.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

/// The odds at which a rising function of their logarithm passes 0.
template <class Function>
double oddsWhere(Function rising, double start)
{
    constexpr double kFarthest = 700; // where exp() ends
    double low = start;
    double high = start;
    double atLow = rising(low);
    double atHigh = atLow;
    for (double step = 0.5; atLow > 0 && low > -kFarthest; step *= 2)
        atLow = rising(low = std::max(low - step, -kFarthest));
    for (double step = 0.5; atHigh < 0 && high < kFarthest; step *= 2)
        atHigh = rising(high = std::min(high + step, kFarthest));
    if (atLow >= 0)
        return std::exp(low);
    if (atHigh <= 0)
        return std::exp(high);
    std::uintmax_t steps = 200;
    const auto isClose = [](double a, double b) { return b - a < 1e-13 * (1 + std::abs(a)); };
    const auto [from, to] = boost::math::tools::toms748_solve(rising, low, high, atLow, atHigh, isClose, steps, QuietMath());
    return std::exp(from + (to - from) / 2);
}

/// log P of all numbers that are not likelier than x. The probability has one top, so they are two tails.
double logTwoSided(const Hypergeometric& table, std::int64_t x)
{
    const double bound = table.logProbability(x) + std::log1p(1e-7);
    const std::int64_t top = table.mode();
    if (table.logProbability(top) <= bound)
        return 0;
    const bool isAbove = x > top;
    std::int64_t beyond = isAbove ? table.low() - 1 : table.high() + 1; // unlikely enough, or no number at all
    for (std::int64_t likely = top; std::abs(likely - beyond) > 1;) {
        const std::int64_t middle = likely + (beyond - likely) / 2;
        (table.logProbability(middle) <= bound ? beyond : likely) = middle;
    }
    const double near = isAbove ? table.logAtLeast(x) : table.logAtMost(x);
    const double far = isAbove ? table.logAtMost(beyond) : table.logAtLeast(beyond);
    return std::min(near + std::log1p(std::exp(far - near)), 0.0);
}

} // namespace

tl::expected<FisherTest, AnalyticsError> fisherExact(const ArmCounts& control, const ArmCounts& treatment, double level)
{
    if (!control.isValid() || !treatment.isValid())
        return tl::unexpected(AnalyticsError {Kind::BadCount, control.isValid() ? 1U : 0U});
    if (control.total == 0 || treatment.total == 0)
        return tl::unexpected(AnalyticsError {Kind::TooFew, 0});
    if (std::max(control.total, treatment.total) > kMostForFisher)
        return tl::unexpected(AnalyticsError {Kind::TooLarge, std::size_t(kMostForFisher)});
    if (!(level > 0) || !(level < 1))
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});

    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    FisherTest result;
    result.level = level;
    const Hypergeometric table(treatment.total, control.total, control.events + treatment.events);
    const std::int64_t x = treatment.events;
    if (table.low() == table.high()) {
        result.oddsRatio = {std::numeric_limits<double>::quiet_NaN(), {}, 0, kInfinity};
        return result;
    }
    const double logP = logTwoSided(table, x);
    result.p = std::exp(logP);
    result.log10P = logP / std::numbers::ln10;
    result.pLess = std::exp(table.logAtMost(x));
    result.pGreater = std::exp(table.logAtLeast(x));

    const double start = std::log((double(x) + 0.5) * (double(control.total - control.events) + 0.5)
        / ((double(treatment.total - x) + 0.5) * (double(control.events) + 0.5)));
    const double tail = (1 - level) / 2;
    const bool isLeast = x == table.low();
    const bool isMost = x == table.high();
    result.oddsRatio.value = isLeast ? 0
        : isMost                     ? kInfinity
                 : oddsWhere([&](double logOdds) { return table.shape(logOdds, x).mean - double(x); }, start);
    result.oddsRatio.low = isLeast ? 0 : oddsWhere([&](double logOdds) { return table.shape(logOdds, x).atLeast - tail; }, start);
    result.oddsRatio.high
        = isMost ? kInfinity : oddsWhere([&](double logOdds) { return tail - table.shape(logOdds, x).atMost; }, start);
    return result;
}

} // namespace lyceum::analytics
