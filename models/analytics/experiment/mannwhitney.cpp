// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/mannwhitney.h"

#include "analytics/experiment/normal.h"

#include <boost/sort/spreadsort/float_sort.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <optional>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr std::size_t kFewestForNormal = 50; ///< in both, as R has it

struct Ranking {
    double w = 0; ///< pairs in which the treatment's is larger
    double tieTerm = 0; ///< sum of t^3 - t over groups of equal values
};

/// Both sorted.
Ranking rankingOf(std::span<const double> control, std::span<const double> treatment)
{
    Ranking result;
    std::size_t below = 0; // of the control
    for (std::size_t i = 0; i < treatment.size() || below < control.size();) {
        const double value = i == treatment.size() ? control[below]
            : below == control.size()              ? treatment[i]
                                                   : std::min(control[below], treatment[i]);
        std::size_t inControl = 0;
        while (below + inControl < control.size() && control[below + inControl] == value)
            ++inControl;
        std::size_t inTreatment = 0;
        while (i + inTreatment < treatment.size() && treatment[i + inTreatment] == value)
            ++inTreatment;
        result.w += double(inTreatment) * (double(below) + 0.5 * double(inControl));
        const auto tied = double(inControl + inTreatment);
        result.tieTerm += tied * (tied - 1) * (tied + 1);
        below += inControl;
        i += inTreatment;
    }
    return result;
}

/// P(W = w) for w = 0 ... m n, without ties.
std::vector<double> exactDistribution(std::size_t m, std::size_t n)
{
    // By which variant the largest value of i and j belongs to: only sums of positive terms, so that no digit is lost.
    std::vector<std::vector<double>> row(n + 1, std::vector<double> {1.0});
    for (std::size_t i = 1; i <= m; ++i) {
        std::vector<std::vector<double>> next(n + 1, std::vector<double> {1.0});
        for (std::size_t j = 1; j <= n; ++j) {
            std::vector<double>& now = next[j];
            now.assign(i * j + 1, 0.0);
            const double chanceFirst = double(i) / double(i + j);
            for (std::size_t w = 0; w < row[j].size(); ++w)
                now[w + j] += row[j][w] * chanceFirst;
            for (std::size_t w = 0; w < next[j - 1].size(); ++w)
                now[w] += next[j - 1][w] * (1 - chanceFirst);
        }
        row = std::move(next);
    }
    return row[n];
}

/// Doubles as whole numbers in the same order.
std::uint64_t orderOf(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0); // -0 becomes 0
    return bits >> 63U ? ~bits : bits | (std::uint64_t(1) << 63U);
}

double valueOf(std::uint64_t order)
{
    return std::bit_cast<double>(order >> 63U ? order & ~(std::uint64_t(1) << 63U) : ~order);
}

/// The differences treatment - control in order, none of them stored. Both sorted. Rounding keeps the order of differences, so that
/// what is counted here is exact.
class Differences {
public:
    Differences(std::span<const double> control, std::span<const double> treatment)
        : m_control(control)
        , m_treatment(treatment)
        , m_least(treatment.front() - control.back())
        , m_most(treatment.back() - control.front())
    {
    }

    /// The k-th smallest, from 1.
    [[nodiscard]] double at(std::uint64_t k) const
    {
        double low = m_least; // both are differences that occur, and the one sought is not outside
        double high = m_most;
        std::uint64_t before = 0; // those below `low`
        std::uint64_t upTo = std::uint64_t(m_control.size()) * m_treatment.size(); // those up to `high`
        const std::uint64_t few = 4 * (m_control.size() + m_treatment.size());
        for (bool interpolates = true; low < high; interpolates = !interpolates) {
            if (upTo - before <= few)
                return amongFew(low, high, k - before);
            double middle = valueOf(orderOf(low) + (orderOf(high) - orderOf(low)) / 2);
            if (interpolates) // smooth data; every second step halves what is left in any case
                middle = low + (high - low) * (double(k - before) / double(upTo - before));
            const Cut cut = cutAt(std::clamp(middle, low, std::nextafter(high, low)));
            if (cut.upTo >= k) {
                high = cut.below;
                upTo = cut.upTo;
            } else {
                low = cut.above;
                before = cut.upTo;
            }
        }
        return low;
    }

private:
    struct Cut {
        std::uint64_t upTo = 0; ///< differences up to the bound
        double below = -std::numeric_limits<double>::infinity(); ///< the largest of them
        double above = std::numeric_limits<double>::infinity(); ///< the smallest of the others
    };

    [[nodiscard]] Cut cutAt(double bound) const
    {
        Cut cut;
        std::size_t from = 0; // the first of the control that is near enough; later ones of the treatment need larger ones
        for (const double value : m_treatment) {
            while (from < m_control.size() && value - m_control[from] > bound)
                ++from;
            if (from > 0)
                cut.above = std::min(cut.above, value - m_control[from - 1]);
            if (from == m_control.size())
                break;
            cut.below = std::max(cut.below, value - m_control[from]);
            cut.upTo += m_control.size() - from;
        }
        return cut;
    }

    /// The k-th of those from low to high.
    [[nodiscard]] double amongFew(double low, double high, std::uint64_t k) const
    {
        std::vector<double> found;
        std::size_t from = 0;
        for (const double value : m_treatment) {
            while (from < m_control.size() && value - m_control[from] > high)
                ++from;
            for (std::size_t i = from; i < m_control.size() && value - m_control[i] >= low; ++i)
                found.push_back(value - m_control[i]);
        }
        const auto kth = found.begin() + std::ptrdiff_t(k - 1);
        std::nth_element(found.begin(), kth, found.end());
        return *kth;
    }

    std::span<const double> m_control;
    std::span<const double> m_treatment;
    double m_least;
    double m_most;
};

std::optional<std::size_t> firstNotFinite(std::span<const double> values)
{
    // Half the largest double, so that every difference is a number.
    const auto found = std::ranges::find_if(values, [](double value) { return !(std::abs(value) <= 0x1p1022); });
    return found == values.end() ? std::nullopt : std::optional(std::size_t(found - values.begin()));
}

} // namespace

tl::expected<MannWhitneyTest, AnalyticsError> mannWhitney(
    std::span<const double> control, std::span<const double> treatment, double level)
{
    if (!(level > 0) || !(level < 1))
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    if (control.empty() || treatment.empty())
        return tl::unexpected(AnalyticsError {Kind::TooFew, 0});
    if (const auto bad = firstNotFinite(control))
        return tl::unexpected(AnalyticsError {Kind::NotFinite, *bad});
    if (const auto bad = firstNotFinite(treatment))
        return tl::unexpected(AnalyticsError {Kind::NotFinite, control.size() + *bad});
    std::vector<double> y(control.begin(), control.end());
    std::vector<double> x(treatment.begin(), treatment.end());
    boost::sort::spreadsort::float_sort(y.begin(), y.end());
    boost::sort::spreadsort::float_sort(x.begin(), x.end());
    if (std::min(x.front(), y.front()) == std::max(x.back(), y.back()))
        return tl::unexpected(AnalyticsError {Kind::NoVariation, 0});

    MannWhitneyTest result;
    result.level = level;
    result.controlSize = std::int64_t(y.size());
    result.treatmentSize = std::int64_t(x.size());
    const auto m = double(x.size());
    const auto n = double(y.size());
    const Ranking ranking = rankingOf(y, x);
    result.w = ranking.w;
    result.superiority = ranking.w / (m * n);
    const bool isSmall = x.size() < kFewestForNormal && y.size() < kFewestForNormal;
    result.isExact = isSmall && ranking.tieTerm == 0;
    const auto pairs = std::uint64_t(x.size()) * y.size();
    const double tail = (1 - level) / 2;
    std::uint64_t rank = 1; // of the interval's low end among the differences
    if (result.isExact) {
        const std::vector<double> chances = exactDistribution(x.size(), y.size());
        // Both tails are summed from their own end, which is the same one by symmetry.
        const auto beyond = std::size_t(std::min(ranking.w, m * n - ranking.w));
        double sum = 0;
        for (std::size_t w = 0; w <= beyond; ++w)
            sum += chances[w];
        result.p = std::min(1.0, 2 * sum);
        double below = chances[0];
        std::size_t quantile = 0;
        while (below < tail && quantile + 1 < chances.size())
            below += chances[++quantile];
        rank = std::max<std::uint64_t>(quantile, 1);
    } else {
        const double size = m + n;
        const double variance = m * n / 12 * (size + 1 - ranking.tieTerm / (size * (size - 1)));
        const double deviation = std::sqrt(variance);
        const double off = std::max(std::abs(ranking.w - m * n / 2) - 0.5, 0.0);
        result.p = std::min(1.0, 2 * normalBelow(-off / deviation));
        const double quantile = std::ceil(m * n / 2 - 0.5 - normalUpperQuantile(tail) * deviation);
        rank = quantile < 1 ? 1 : std::min(std::uint64_t(quantile), (pairs + 1) / 2);
        if (isSmall)
            result.warnings.push_back(Warning::Approximate);
    }
    const Differences differences(y, x);
    const double lower = differences.at((pairs + 1) / 2);
    const double upper = pairs % 2 == 1 ? lower : differences.at(pairs / 2 + 1);
    result.shift = {lower + (upper - lower) / 2, {}, differences.at(rank), differences.at(pairs + 1 - rank)};
    return result;
}

} // namespace lyceum::analytics
