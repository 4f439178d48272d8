// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/proportiontests.h"

#include "analytics/experiment/hypergeometric.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lyceum::analytics {
namespace {

constexpr double kLeastTrusted = 5; ///< expected in a cell, for the chi-square distribution to hold (Cochran 1954)

using Kind = AnalyticsError::Kind;

/// What Pearson's statistic and the likelihood ratio say of k variants, unless all or none had the event.
struct Statistics {
    double pearson = 0;
    double corrected = 0;
    double likelihoodRatio = 0;
    double leastExpected = std::numeric_limits<double>::infinity();
};

Statistics statisticsOf(std::span<const ArmCounts> arms, double events, double total)
{
    Statistics result;
    for (const ArmCounts& arm : arms) {
        const auto n = double(arm.total);
        for (const auto& [observed, all] :
            {std::pair(double(arm.events), events), std::pair(double(arm.total - arm.events), total - events)}) {
            const double expected = n * (all / total);
            const double off = std::abs(observed - expected);
            const double less = off - std::min(0.5, off);
            result.pearson += off * off / expected;
            result.corrected += less * less / expected;
            result.likelihoodRatio += 2 * poissonDeviance(observed, expected);
            result.leastExpected = std::min(result.leastExpected, expected);
        }
    }
    return result;
}

/// exp(log ratio -+ z error)
Estimate ratioOf(double ratio, double logError, double z)
{
    return {ratio, logError, ratio * std::exp(-z * logError), ratio * std::exp(z * logError)};
}

} // namespace

tl::expected<ProportionComparison, AnalyticsError> compareProportions(
    const ArmCounts& control, const ArmCounts& treatment, double level)
{
    const std::array arms {control, treatment};
    for (std::size_t i = 0; i < arms.size(); ++i) {
        if (!arms[i].isValid())
            return tl::unexpected(AnalyticsError {Kind::BadCount, i});
        if (arms[i].total == 0)
            return tl::unexpected(AnalyticsError {Kind::TooFew, 0});
    }
    const std::optional<double> z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});

    ProportionComparison result;
    result.level = level;
    result.control = *wilsonInterval(control.events, control.total, *z);
    result.treatment = *wilsonInterval(treatment.events, treatment.total, *z);
    const ProportionDifference newcombe
        = *differenceInterval(control.events, control.total, treatment.events, treatment.total, *z);
    const auto a = double(control.events);
    const auto b = double(control.total - control.events);
    const auto c = double(treatment.events);
    const auto d = double(treatment.total - treatment.events);
    const double n1 = a + b;
    const double n2 = c + d;
    const double error = std::sqrt(a * b / (n1 * n1 * n1) + c * d / (n2 * n2 * n2));
    result.difference = {newcombe.estimate, error, newcombe.low, newcombe.high};
    result.waldLow = newcombe.estimate - *z * error;
    result.waldHigh = newcombe.estimate + *z * error;
    if (a > 0 && c > 0)
        result.riskRatio = ratioOf((c / n2) / (a / n1), std::sqrt(b / (a * n1) + d / (c * n2)), *z);
    else if (a > 0)
        result.riskRatio = Estimate {0, {}, {}, {}};
    const bool hasEmptyCell = std::min({a, b, c, d}) == 0;
    if (!hasEmptyCell)
        result.oddsRatio = ratioOf((c / d) / (a / b), std::sqrt(1 / a + 1 / b + 1 / c + 1 / d), *z);

    const double events = a + c;
    result.leastExpected = std::min(events, b + d) * (std::min(n1, n2) / (n1 + n2));
    if (events > 0 && b + d > 0) {
        const Statistics statistics = statisticsOf(arms, events, n1 + n2);
        result.z = std::copysign(std::sqrt(statistics.pearson), newcombe.estimate);
        result.chiSquare = chiSquareTest(statistics.pearson, 1);
        result.corrected = chiSquareTest(statistics.corrected, 1);
        result.g = chiSquareTest(std::max(statistics.likelihoodRatio, 0.0), 1);
    }
    if (result.leastExpected < kLeastTrusted)
        result.warnings.push_back(Warning::TooFew);
    if (hasEmptyCell)
        result.warnings.push_back(Warning::AtBoundary);
    return result;
}

tl::expected<HomogeneityTest, AnalyticsError> homogeneityTest(std::span<const ArmCounts> arms)
{
    double events = 0;
    double total = 0;
    for (std::size_t i = 0; i < arms.size(); ++i) {
        if (!arms[i].isValid())
            return tl::unexpected(AnalyticsError {Kind::BadCount, i});
        if (arms[i].total == 0)
            return tl::unexpected(AnalyticsError {Kind::TooFew, 0});
        events += double(arms[i].events);
        total += double(arms[i].total);
    }
    if (arms.size() < 2)
        return tl::unexpected(AnalyticsError {Kind::TooFew, arms.size()});
    if (events == 0 || events == total)
        return tl::unexpected(AnalyticsError {Kind::NoVariation, 0});
    const Statistics statistics = statisticsOf(arms, events, total);
    const int df = int(arms.size()) - 1;
    HomogeneityTest result {*chiSquareTest(statistics.pearson, df),
        *chiSquareTest(std::max(statistics.likelihoodRatio, 0.0), df), statistics.leastExpected, {}};
    if (statistics.leastExpected < kLeastTrusted)
        result.warnings.push_back(Warning::TooFew);
    return result;
}

} // namespace lyceum::analytics
