// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/means.h"

#include "analytics/quietmath.h"

#include <boost/math/distributions/students_t.hpp>

#include <array>
#include <cmath>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;
using StudentsT = boost::math::students_t_distribution<double, QuietMath>;

constexpr double kLargest = 1e150; ///< whose square is still a number, also summed up

/// The sum of f(i) for i < n. Four sums side by side keep the processor busy, and rounding down.
template <class Term>
double sumOf(std::size_t n, Term term)
{
    std::array<double, 4> sums {};
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        for (std::size_t lane = 0; lane < 4; ++lane)
            sums[lane] += term(i + lane);
    }
    for (; i < n; ++i)
        sums[0] += term(i);
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/// The first that cannot be computed with; none: the size of the span.
std::size_t firstBad(std::span<const double> values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!(std::abs(values[i]) <= kLargest))
            return i;
    }
    return values.size();
}

AnalyticsError badValue(double value, std::size_t index)
{
    return {std::isfinite(value) ? Kind::BadValue : Kind::NotFinite, index};
}

double centreOf(std::span<const double> values)
{
    const auto n = double(values.size());
    const double first = sumOf(values.size(), [&](std::size_t i) { return values[i]; }) / n;
    return first + sumOf(values.size(), [&](std::size_t i) { return values[i] - first; }) / n;
}

/// Moments of f(i), whose mean is known up to rounding.
template <class Value>
SampleMoments momentsAbout(double centre, std::size_t count, Value value)
{
    const auto n = double(count);
    const double off = sumOf(count, [&](std::size_t i) { return value(i) - centre; });
    const double squares = sumOf(count, [&](std::size_t i) {
        const double d = value(i) - centre;
        return d * d;
    });
    return {std::int64_t(count), centre + off / n, count < 2 ? 0 : std::max((squares - off * off / n) / (n - 1), 0.0)};
}

} // namespace

tl::expected<SampleMoments, AnalyticsError> momentsOf(std::span<const double> values)
{
    if (values.empty())
        return tl::unexpected(AnalyticsError {Kind::TooFew, 0});
    if (const std::size_t bad = firstBad(values); bad < values.size())
        return tl::unexpected(badValue(values[bad], bad));
    return momentsAbout(centreOf(values), values.size(), [&](std::size_t i) { return values[i]; });
}

std::optional<Estimate> meanOf(const SampleMoments& moments, double level)
{
    if (moments.n < 1 || !(level > 0) || !(level < 1))
        return std::nullopt;
    if (moments.n == 1)
        return Estimate {moments.mean, {}, {}, {}};
    const double error = std::sqrt(moments.variance / double(moments.n));
    const StudentsT distribution(double(moments.n - 1));
    const double half = error * boost::math::quantile(boost::math::complement(distribution, (1 - level) / 2));
    return Estimate {moments.mean, error, moments.mean - half, moments.mean + half};
}

tl::expected<WelchTest, AnalyticsError> welchTest(const SampleMoments& control, const SampleMoments& treatment, double level)
{
    if (!(level > 0) || !(level < 1))
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    for (std::size_t i = 0; const SampleMoments* arm : {&control, &treatment}) {
        if (arm->n < 2)
            return tl::unexpected(AnalyticsError {Kind::TooFew, std::size_t(std::max<std::int64_t>(arm->n, 0))});
        if (!(std::abs(arm->mean) <= kLargest) || !(arm->variance >= 0) || !std::isfinite(arm->variance))
            return tl::unexpected(AnalyticsError {Kind::NotFinite, i});
        ++i;
    }
    const double v1 = control.variance / double(control.n);
    const double v2 = treatment.variance / double(treatment.n);
    const double larger = std::max(v1, v2);
    if (!(larger > 0))
        return tl::unexpected(AnalyticsError {Kind::NoVariation, 0});
    WelchTest result {control, treatment, {}, 0, 0, 1, level, {}};
    // Divided by the larger one, so that no square of a variance runs out of range.
    const double share1 = v1 / larger;
    const double share2 = v2 / larger;
    const double both = share1 + share2;
    result.df = both * both / (share1 * share1 / double(control.n - 1) + share2 * share2 / double(treatment.n - 1));
    const double error = std::sqrt(larger) * std::sqrt(both);
    const double difference = treatment.mean - control.mean;
    result.t = difference / error;
    const StudentsT distribution(result.df);
    result.p = std::isfinite(result.t) ? 2 * boost::math::cdf(boost::math::complement(distribution, std::abs(result.t))) : 0;
    const double half = error * boost::math::quantile(boost::math::complement(distribution, (1 - level) / 2));
    result.difference = {difference, error, difference - half, difference + half};
    constexpr std::int64_t kTrusted = 30;
    if (std::min(control.n, treatment.n) < kTrusted)
        result.warnings.push_back(Warning::TooFew);
    return result;
}

tl::expected<CupedTest, AnalyticsError> cuped(const PairedSample& control, const PairedSample& treatment, double level)
{
    std::size_t offset = 0;
    for (const PairedSample* arm : {&control, &treatment}) {
        if (arm->outcome.size() != arm->before.size())
            return tl::unexpected(AnalyticsError {Kind::LengthsDiffer, std::min(arm->outcome.size(), arm->before.size())});
        for (const std::span<const double> values : {arm->outcome, arm->before}) {
            if (const std::size_t bad = firstBad(values); bad < values.size())
                return tl::unexpected(badValue(values[bad], offset + bad));
        }
        offset += arm->outcome.size();
    }
    const auto n1 = double(control.outcome.size());
    const auto n2 = double(treatment.outcome.size());
    if (n1 < 2 || n2 < 2)
        return tl::unexpected(AnalyticsError {Kind::TooFew, std::size_t(std::min(n1, n2))});

    const std::array arms {&control, &treatment};
    const std::array outcomeMeans {centreOf(control.outcome), centreOf(treatment.outcome)};
    const std::array beforeMeans {centreOf(control.before), centreOf(treatment.before)};
    const double beforeMean = beforeMeans[0] + (beforeMeans[1] - beforeMeans[0]) * (n2 / (n1 + n2));
    const double outcomeMean = outcomeMeans[0] + (outcomeMeans[1] - outcomeMeans[0]) * (n2 / (n1 + n2));
    double products = 0;
    double squares = 0;
    for (const PairedSample* arm : arms) {
        products += sumOf(arm->before.size(), [&](std::size_t i) { return (arm->before[i] - beforeMean) * (arm->outcome[i] - outcomeMean); });
        squares += sumOf(arm->before.size(), [&](std::size_t i) { return (arm->before[i] - beforeMean) * (arm->before[i] - beforeMean); });
    }
    // A column that is constant but for the rounding of its mean.
    if (!(squares > 1e-28 * (n1 + n2) * beforeMean * beforeMean))
        return tl::unexpected(AnalyticsError {Kind::NoVariation, 0});

    CupedTest result;
    result.theta = products / squares;
    std::array<SampleMoments, 2> plain;
    std::array<SampleMoments, 2> adjusted;
    double plainSquares = 0;
    double adjustedSquares = 0;
    for (std::size_t i = 0; i < 2; ++i) {
        const PairedSample& arm = *arms[i];
        const std::size_t n = arm.outcome.size();
        const double centre = outcomeMeans[i] - result.theta * (beforeMeans[i] - beforeMean);
        plain[i] = momentsAbout(outcomeMeans[i], n, [&](std::size_t row) { return arm.outcome[row]; });
        adjusted[i] = momentsAbout(
            centre, n, [&](std::size_t row) { return arm.outcome[row] - result.theta * (arm.before[row] - beforeMean); });
        const auto about = [n](const SampleMoments& moments, double mean) {
            return moments.variance * double(n - 1) + double(n) * (moments.mean - mean) * (moments.mean - mean);
        };
        plainSquares += about(plain[i], outcomeMean);
        adjustedSquares += about(adjusted[i], outcomeMean);
    }
    const auto adjustedTest = welchTest(adjusted[0], adjusted[1], level);
    if (!adjustedTest)
        return tl::unexpected(adjustedTest.error());
    const auto plainTest = welchTest(plain[0], plain[1], level);
    if (!plainTest)
        return tl::unexpected(plainTest.error());
    result.adjusted = *adjustedTest;
    result.plain = *plainTest;
    result.varianceRatio = plainSquares > 0 ? adjustedSquares / plainSquares : 1;
    return result;
}

} // namespace lyceum::analytics
