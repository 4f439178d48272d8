// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/groupsequential.h"

#include "analytics/experiment/normal.h"

#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/tools/roots.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;
using Rule = boost::math::quadrature::gauss<double, 15>;

constexpr double kFar = 9; ///< deviations beyond which no density is left that could count
constexpr double kLeastStep = 1e-3; ///< of information
constexpr double kLargestBound = 37; ///< where the normal tail ends

/// The density of Z at a look, on the ways that have not stopped up to and at it.
class Continuing {
public:
    /// The start: no information, Z certain.
    explicit Continuing(double drift)
        : m_drift(drift)
    {
    }

    /// The probability to go on until the look at `information` and to stop there.
    [[nodiscard]] double crossing(double information, double bound) const
    {
        const Step step = stepTo(information);
        double sum = 0;
        for (const Point& point : m_points) {
            const double mean = point.z * step.slope + step.shift;
            sum += point.mass * (normalBelow((mean - bound) / step.deviation) + normalBelow((-bound - mean) / step.deviation));
        }
        return sum;
    }

    /// Those that go on at the look. `next` is the information after it, or the same at the last one.
    [[nodiscard]] Continuing after(double information, double bound, double next) const
    {
        const Step step = stepTo(information);
        Continuing result(m_drift);
        result.m_information = information;
        const double middle = m_drift * std::sqrt(information);
        const double low = std::max(-bound, middle - kFar);
        const double high = std::min(bound, middle + kFar);
        result.m_points.clear();
        if (!(low < high))
            return result;
        const double nextDeviation = next > information ? std::sqrt(1 - information / next) : 1;
        const double width = 3 * std::min(step.deviation, nextDeviation); // 15 points resolve a normal density of three deviations
        const int panels = std::max(int(std::ceil((high - low) / width)), 2);
        const double half = (high - low) / panels / 2;
        for (int panel = 0; panel < panels; ++panel) {
            const double centre = low + (2 * panel + 1) * half;
            for (std::size_t i = 0; i < Rule::abscissa().size(); ++i) {
                const double off = half * Rule::abscissa()[i];
                result.m_points.push_back({centre + off, half * Rule::weights()[i] * density(step, centre + off)});
                if (off != 0)
                    result.m_points.push_back({centre - off, half * Rule::weights()[i] * density(step, centre - off)});
            }
        }
        return result;
    }

private:
    struct Point {
        double z = 0;
        double mass = 0; ///< density by weight
    };
    /// Z at the next look, given Z now: normal about slope Z + shift.
    struct Step {
        double slope = 0;
        double shift = 0;
        double deviation = 1;
    };

    [[nodiscard]] Step stepTo(double information) const
    {
        const double more = information - m_information;
        const double root = std::sqrt(information);
        return {std::sqrt(m_information / information), m_drift * more / root, std::sqrt(more / information)};
    }

    [[nodiscard]] double density(const Step& step, double z) const
    {
        double sum = 0;
        for (const Point& point : m_points) {
            const double off = (z - point.z * step.slope - step.shift) / step.deviation;
            if (std::abs(off) < kFar)
                sum += point.mass * std::exp(-0.5 * off * off);
        }
        return sum * std::numbers::inv_sqrtpi / (std::numbers::sqrt2 * step.deviation);
    }

    double m_drift;
    double m_information = 0;
    std::vector<Point> m_points {{0, 1}};
};

/// The probability to have stopped by each look.
std::vector<double> crossed(std::span<const double> information, std::span<const double> bounds, double drift)
{
    std::vector<double> result;
    Continuing continuing(drift);
    double sum = 0;
    for (std::size_t k = 0; k < information.size(); ++k) {
        sum += continuing.crossing(information[k], bounds[k]);
        result.push_back(sum);
        if (k + 1 < information.size())
            continuing = continuing.after(information[k], bounds[k], information[k + 1]);
    }
    return result;
}

/// Where a falling function passes 0, between two arguments with values of opposite sign.
template <class Function>
double rootOf(Function falling, double low, double high)
{
    std::uintmax_t steps = 200;
    const auto isClose = [](double a, double b) { return b - a < 1e-12; };
    const auto [from, to] = boost::math::tools::toms748_solve(falling, low, high, falling(low), falling(high), isClose, steps, QuietMath());
    return from + (to - from) / 2;
}

bool isShare(double alpha)
{
    return alpha > 0 && alpha < 1;
}

double spentBy(AlphaSpending spending, double alpha, double information)
{
    if (spending == AlphaSpending::Pocock)
        return alpha * std::log1p((std::numbers::e - 1) * information);
    return 4 * normalBelow(-normalUpperQuantile(alpha / 4) / std::sqrt(information));
}

bool isDesign(const GroupSequentialDesign& design)
{
    double before = 0;
    for (const double information : design.information) {
        if (!(information - before >= 0.999 * kLeastStep) || !(information <= 1))
            return false;
        before = information;
    }
    return !design.information.empty() && design.information.size() == design.bounds.size()
        && std::ranges::all_of(design.bounds, [](double bound) { return bound > 0; }) && isShare(design.alpha);
}

} // namespace

tl::expected<GroupSequentialDesign, AnalyticsError> groupSequential(GroupSequentialBounds bounds, int looks, double alpha)
{
    if (looks < 1 || looks > kMostLooks || !isShare(alpha))
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    GroupSequentialDesign design;
    design.alpha = alpha;
    for (int k = 1; k <= looks; ++k)
        design.information.push_back(double(k) / looks);
    const auto boundsFor = [&](double constant) {
        std::vector<double> result;
        for (const double information : design.information)
            result.push_back(bounds == GroupSequentialBounds::Pocock ? constant : constant / std::sqrt(information));
        return result;
    };
    // Between the bound of a single test and that of as many independent ones by Bonferroni.
    const double single = normalUpperQuantile(alpha / 2);
    const double most = normalUpperQuantile(alpha / 2 / looks);
    design.constant = looks == 1
        ? single
        : rootOf([&](double constant) { return crossed(design.information, boundsFor(constant), 0).back() - alpha; }, single - 1e-9, most + 1e-9);
    design.bounds = boundsFor(design.constant);
    design.spent = crossed(design.information, design.bounds, 0);
    return design;
}

tl::expected<GroupSequentialDesign, AnalyticsError> spendingDesign(
    AlphaSpending spending, std::span<const double> information, double alpha)
{
    if (information.empty() || information.size() > std::size_t(kMostLooks) || !isShare(alpha))
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    double before = 0;
    for (std::size_t k = 0; k < information.size(); ++k) {
        if (!(information[k] - before >= 0.999 * kLeastStep) || !(information[k] <= 1)) // NaN, too; 0.999 for rounding
            return tl::unexpected(AnalyticsError {Kind::BadRange, k});
        before = information[k];
    }
    GroupSequentialDesign design;
    design.alpha = alpha;
    design.information.assign(information.begin(), information.end());
    Continuing continuing(0);
    double spent = 0;
    for (std::size_t k = 0; k < information.size(); ++k) {
        const double more = spentBy(spending, alpha, information[k]) - spent;
        const auto tooMuch = [&](double bound) { return continuing.crossing(information[k], bound) - more; };
        const double bound = more > 0 && tooMuch(kLargestBound) < 0 && tooMuch(0) > 0 ? rootOf(tooMuch, 0, kLargestBound) : kLargestBound;
        spent += continuing.crossing(information[k], bound);
        design.bounds.push_back(bound);
        design.spent.push_back(spent);
        if (k + 1 < information.size())
            continuing = continuing.after(information[k], bound, information[k + 1]);
    }
    return design;
}

tl::expected<double, AnalyticsError> crossingProbability(const GroupSequentialDesign& design, double drift)
{
    constexpr double kMostDrift = 100;
    if (!(std::abs(drift) <= kMostDrift) || !isDesign(design))
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    return std::min(crossed(design.information, design.bounds, drift).back(), 1.0);
}

tl::expected<double, AnalyticsError> inflationFactor(const GroupSequentialDesign& design, double power)
{
    if (!isDesign(design) || !(power > design.alpha) || !(power < 1))
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    // The other tail counts in both, though it hardly matters.
    const double z = normalUpperQuantile(design.alpha / 2);
    const double most = z + normalUpperQuantile(1 - power) + 40;
    const double single = rootOf([&](double drift) { return power - normalBelow(drift - z) - normalBelow(-drift - z); }, 0, most);
    const auto missing = [&](double drift) { return power - crossed(design.information, design.bounds, drift).back(); };
    if (!(missing(most) < 0))
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    const double needed = rootOf(missing, 0, most);
    return needed / single * (needed / single);
}

} // namespace lyceum::analytics
