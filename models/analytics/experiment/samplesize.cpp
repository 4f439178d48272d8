// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/samplesize.h"

#include "analytics/experiment/normal.h"

#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/tools/roots.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr double kMostMembers = 1e12;
constexpr double kLeastOfMeans = 2; ///< a variance needs two

std::optional<AnalyticsError> errorIn(double level, double power, double allocation)
{
    if (!(level > 0) || !(level < 1))
        return AnalyticsError {Kind::BadLevel, 0};
    if (!(power > (1 - level) / 2) || !(power < 1) || !(allocation >= 1e-3) || !(allocation <= 1e3))
        return AnalyticsError {Kind::BadRange, 0};
    return std::nullopt;
}

std::optional<AnalyticsError> errorIn(const ProportionPlan& plan)
{
    const double other = plan.baseline + plan.effect;
    if (!(plan.baseline > 0) || !(plan.baseline < 1) || !(other > 0) || !(other < 1) || other == plan.baseline)
        return AnalyticsError {Kind::BadRange, 0};
    return errorIn(plan.level, plan.power, plan.allocation);
}

std::optional<AnalyticsError> errorIn(const MeanPlan& plan)
{
    if (!std::isfinite(plan.difference) || plan.difference == 0 || !(plan.deviation > 0) || !std::isfinite(plan.deviation))
        return AnalyticsError {Kind::BadRange, 0};
    return errorIn(plan.level, plan.power, plan.allocation);
}

/// The two standard deviations of the normal form, for one member in the control: under "no effect", and under the effect.
struct Deviations {
    double pooled = 0;
    double own = 0;
};

Deviations deviationsOf(const ProportionPlan& plan)
{
    const double k = plan.allocation;
    const double p1 = plan.baseline;
    const double p2 = plan.baseline + plan.effect;
    const double mean = (p1 + k * p2) / (1 + k);
    return {std::sqrt(mean * (1 - mean) * (1 + 1 / k)), std::sqrt(p1 * (1 - p1) + p2 * (1 - p2) / k)};
}

double cohensH(const ProportionPlan& plan)
{
    return 2 * (std::asin(std::sqrt(plan.baseline + plan.effect)) - std::asin(std::sqrt(plan.baseline)));
}

double powerOf(const ProportionPlan& plan, double control)
{
    const double z = normalUpperQuantile((1 - plan.level) / 2);
    if (plan.form == ProportionPlan::Form::Arcsine) {
        const double drift = std::abs(cohensH(plan)) * std::sqrt(control * plan.allocation / (1 + plan.allocation));
        return normalBelow(drift - z) + normalBelow(-drift - z);
    }
    const Deviations deviations = deviationsOf(plan);
    return normalBelow((std::sqrt(control) * std::abs(plan.effect) - z * deviations.pooled) / deviations.own);
}

double powerOf(const MeanPlan& plan, double control)
{
    const double df = control * (1 + plan.allocation) - 2;
    const double drift = std::abs(plan.difference) / plan.deviation * std::sqrt(control * plan.allocation / (1 + plan.allocation));
    const double bound = boost::math::quantile(
        boost::math::complement(boost::math::students_t_distribution<double, QuietMath>(df), (1 - plan.level) / 2));
    constexpr double kCertain = 38; // standard deviations: the rest is below the smallest double
    if (drift > bound + kCertain)
        return 1;
    constexpr double kNormal = 1e8; // beyond, t and normal agree to all digits that the noncentral t can be computed to
    if (df > kNormal)
        return normalBelow(drift - bound);
    return boost::math::cdf(boost::math::complement(boost::math::non_central_t_distribution<double, QuietMath>(df, drift), bound));
}

/// Where a rising function passes 0, between a low end where it is below and a high end found by doubling; nullopt beyond `most`.
template <class Function>
std::optional<double> solved(Function rising, double low, double high, double most)
{
    double atLow = rising(low);
    if (!(atLow < 0))
        return low;
    double atHigh = rising(high);
    while (!(atHigh > 0)) {
        if (high >= most)
            return std::nullopt;
        low = high;
        atLow = atHigh;
        high = std::min(high * 2, most);
        atHigh = rising(high);
    }
    std::uintmax_t steps = 200;
    const auto isClose = [](double a, double b) { return b - a <= 1e-14 * std::abs(b); };
    const auto [from, to] = boost::math::tools::toms748_solve(rising, low, high, atLow, atHigh, isClose, steps, QuietMath());
    return from + (to - from) / 2;
}

template <class Plan>
tl::expected<PlannedSize, AnalyticsError> roundedUp(const Plan& plan, double exact, double least)
{
    if (!(exact <= kMostMembers) || !(exact * plan.allocation <= kMostMembers))
        return tl::unexpected(AnalyticsError {Kind::TooLarge, std::size_t(kMostMembers)});
    const double control = std::max(std::ceil(exact), least);
    const double treatment = std::max(std::ceil(exact * plan.allocation), least);
    Plan reached = plan;
    reached.allocation = treatment / control;
    return PlannedSize {exact, std::int64_t(control), std::int64_t(treatment), powerOf(reached, control)};
}

} // namespace

tl::expected<PlannedSize, AnalyticsError> sampleSize(const ProportionPlan& plan)
{
    if (const auto error = errorIn(plan))
        return tl::unexpected(*error);
    double exact = 0;
    const Deviations deviations = deviationsOf(plan);
    const double root
        = normalUpperQuantile((1 - plan.level) / 2) * deviations.pooled + normalUpperQuantile(1 - plan.power) * deviations.own;
    exact = root <= 0 ? 0 : root / plan.effect * (root / plan.effect);
    if (plan.form == ProportionPlan::Form::Arcsine) {
        const auto found = solved([&](double n) { return powerOf(plan, n) - plan.power; }, 0, std::max(exact, 1.0), kMostMembers);
        exact = found.value_or(2 * kMostMembers);
    }
    return roundedUp(plan, exact, 1);
}

tl::expected<PlannedSize, AnalyticsError> sampleSize(const MeanPlan& plan)
{
    if (const auto error = errorIn(plan))
        return tl::unexpected(*error);
    const double z = normalUpperQuantile((1 - plan.level) / 2) + normalUpperQuantile(1 - plan.power);
    const double ratio = z * plan.deviation / plan.difference;
    const double about = ratio * ratio * (1 + 1 / plan.allocation);
    if (!(about <= kMostMembers))
        return tl::unexpected(AnalyticsError {Kind::TooLarge, std::size_t(kMostMembers)});
    const double least = std::max(kLeastOfMeans, kLeastOfMeans / plan.allocation);
    const auto exact = solved([&](double n) { return powerOf(plan, n) - plan.power; }, least, std::max(about, 2 * least), 4 * kMostMembers);
    return roundedUp(plan, exact.value_or(4 * kMostMembers), kLeastOfMeans);
}

tl::expected<double, AnalyticsError> plannedPower(const ProportionPlan& plan, double control)
{
    if (const auto error = errorIn(plan))
        return tl::unexpected(*error);
    if (!(control >= 1) || !(control <= kMostMembers))
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    return powerOf(plan, control);
}

tl::expected<double, AnalyticsError> plannedPower(const MeanPlan& plan, double control)
{
    if (const auto error = errorIn(plan))
        return tl::unexpected(*error);
    if (!(std::min(control, control * plan.allocation) >= kLeastOfMeans) || !(control <= kMostMembers))
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    return powerOf(plan, control);
}

tl::expected<double, AnalyticsError> detectableEffect(const ProportionPlan& plan, double control)
{
    const double sign = plan.effect < 0 ? -1 : 1;
    const double room = sign > 0 ? 1 - plan.baseline : plan.baseline;
    ProportionPlan tried = plan;
    tried.effect = sign * room / 2;
    if (const auto error = errorIn(tried))
        return tl::unexpected(*error);
    if (!(control >= 1) || !(control <= kMostMembers))
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    const auto missing = [&](double effect) {
        tried.effect = sign * effect;
        return powerOf(tried, control) - plan.power;
    };
    constexpr double kWithin = 1 - 1e-12; // the other share stays below 1, above 0
    const double most = room * kWithin;
    const auto effect = solved(missing, 0, most, most);
    if (!effect)
        return tl::unexpected(AnalyticsError {Kind::TooFew, std::size_t(control)});
    return sign * *effect;
}

tl::expected<double, AnalyticsError> detectableEffect(const MeanPlan& plan, double control)
{
    const double sign = plan.difference < 0 ? -1 : 1;
    MeanPlan tried = plan;
    tried.difference = sign * plan.deviation;
    if (const auto error = errorIn(tried))
        return tl::unexpected(*error);
    if (!(std::min(control, control * plan.allocation) >= kLeastOfMeans) || !(control <= kMostMembers))
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    const auto missing = [&](double size) {
        tried.difference = sign * size * plan.deviation;
        return powerOf(tried, control) - plan.power;
    };
    const double about = 3 / std::sqrt(control * plan.allocation / (1 + plan.allocation));
    const auto size = solved(missing, 0, about, about * 1e12);
    if (!size)
        return tl::unexpected(AnalyticsError {Kind::TooFew, std::size_t(control)});
    return sign * *size * plan.deviation;
}

} // namespace lyceum::analytics
