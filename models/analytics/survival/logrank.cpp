// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival/logrank.h"

#include "analytics/compensatedsum.h"
#include "analytics/survival/risksweep.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

/// Sums over event times, for k groups.
struct Score {
    explicit Score(std::size_t groupCount)
        : observed(groupCount)
        , expected(groupCount)
        , covariance(groupCount * groupCount)
    {
    }

    std::vector<CompensatedSum> observed;
    std::vector<CompensatedSum> expected;
    std::vector<CompensatedSum> covariance; ///< only column >= row is summed
};

/// Adds one stratum. The weight S(t-)^rho comes from the Kaplan-Meier curve of the stratum with all its groups
/// together.
void addStratum(Score& score, RiskSweep& sweep, double rho)
{
    const std::size_t groupCount = score.observed.size();
    double survivalBefore = 1;
    while (sweep.next()) {
        const std::int64_t events = std::accumulate(sweep.events().begin(), sweep.events().end(), std::int64_t(0));
        if (events == 0)
            continue;
        const std::int64_t atRisk = std::accumulate(sweep.atRisk().begin(), sweep.atRisk().end(), std::int64_t(0));
        const auto n = double(atRisk);
        const auto d = double(events);
        const double weight = rho == 0 ? 1 : std::pow(survivalBefore, rho);
        survivalBefore = survivalBefore * double(atRisk - events) / n;
        for (std::size_t g = 0; g < groupCount; ++g) {
            score.observed[g].add(weight * double(sweep.events()[g]));
            score.expected[g].add(weight * d * double(sweep.atRisk()[g]) / n);
        }
        if (atRisk == 1)
            continue; // whose event it is was certain
        const double common = weight * weight * d * double(atRisk - events) / (n * n * double(atRisk - 1));
        for (std::size_t g = 0; g < groupCount; ++g) {
            const auto mine = double(sweep.atRisk()[g]);
            if (mine == 0)
                continue;
            score.covariance[g * groupCount + g].add(common * mine * double(atRisk - sweep.atRisk()[g]));
            for (std::size_t h = g + 1; h < groupCount; ++h)
                score.covariance[g * groupCount + h].add(-common * mine * double(sweep.atRisk()[h]));
        }
    }
}

/// The subjects of one stratum, copied together.
struct Stratum {
    std::vector<double> times;
    std::vector<double> entries;
    std::vector<std::uint8_t> events;
    std::vector<std::uint32_t> groups;
};

tl::expected<void, AnalyticsError> addStrata(Score& score, const SurvivalSample& sample,
    std::span<const std::uint32_t> groups, std::size_t groupCount, const LogRankOptions& options)
{
    const std::size_t n = sample.times.size();
    // By stratum, in order of appearance within: a counting sort.
    std::vector<std::size_t> firstOf(n + 1);
    for (const std::uint32_t stratum : options.strata)
        ++firstOf[stratum + 1];
    std::partial_sum(firstOf.begin(), firstOf.end(), firstOf.begin());
    std::vector<std::size_t> order(n);
    std::vector<std::size_t> place(firstOf.begin(), firstOf.end());
    for (std::size_t i = 0; i < n; ++i)
        order[place[options.strata[i]]++] = i;

    Stratum part;
    for (std::size_t stratum = 0; stratum < n; ++stratum) {
        if (firstOf[stratum] == firstOf[stratum + 1])
            continue;
        part.times.clear();
        part.entries.clear();
        part.events.clear();
        part.groups.clear();
        const auto members = std::span(order).subspan(firstOf[stratum], firstOf[stratum + 1] - firstOf[stratum]);
        for (const std::size_t i : members) {
            part.times.push_back(sample.times[i]);
            part.events.push_back(sample.events[i]);
            part.groups.push_back(groups[i]);
            if (!sample.entries.empty())
                part.entries.push_back(sample.entries[i]);
        }
        auto sweep = RiskSweep::over({part.times, part.events, part.entries}, part.groups, groupCount);
        if (!sweep)
            return tl::unexpected(AnalyticsError{sweep.error().kind, members[sweep.error().index]});
        addStratum(score, *sweep, options.rho);
    }
    return {};
}

/**
 * (O - E)' V^- (O - E) and the rank of V, by Cholesky's method with pivots on the correlations. V is singular by nature
 * (O - E sums to 0), and more so when groups never meet; the statistic is the same whichever groups are left out.
 */
std::optional<ChiSquareTest> quadraticForm(const LogRankResult& result)
{
    // Rounding leaves about 1e-13 of a correlation that should have vanished; a real one is far larger.
    constexpr double kVanished = 1e-10;
    const std::size_t groupCount = result.groups.size();
    std::vector<std::size_t> used;
    for (std::size_t g = 0; g < groupCount; ++g) {
        if (result.groups[g].variance > 0)
            used.push_back(g);
    }
    const std::size_t k = used.size();
    std::vector<double> matrix(k * k);
    std::vector<double> score(k);
    for (std::size_t i = 0; i < k; ++i) {
        const LogRankGroup& mine = result.groups[used[i]];
        score[i] = (mine.observed - mine.expected) / std::sqrt(mine.variance);
        for (std::size_t j = 0; j < k; ++j)
            matrix[i * k + j] = result.covariance[used[i] * groupCount + used[j]]
                / std::sqrt(mine.variance * result.groups[used[j]].variance);
    }

    double chiSquare = 0;
    int rank = 0;
    std::vector<bool> done(k);
    for (;;) {
        std::size_t pivot = k;
        for (std::size_t i = 0; i < k; ++i) {
            if (!done[i] && (pivot == k || matrix[i * k + i] > matrix[pivot * k + pivot]))
                pivot = i;
        }
        if (pivot == k || matrix[pivot * k + pivot] <= kVanished)
            break;
        done[pivot] = true;
        ++rank;
        const double diagonal = matrix[pivot * k + pivot];
        chiSquare += score[pivot] * score[pivot] / diagonal;
        for (std::size_t i = 0; i < k; ++i) {
            if (done[i])
                continue;
            const double factor = matrix[i * k + pivot] / diagonal;
            score[i] -= factor * score[pivot];
            for (std::size_t j = 0; j < k; ++j) {
                if (!done[j])
                    matrix[i * k + j] -= factor * matrix[pivot * k + j];
            }
        }
    }
    return rank == 0 ? std::nullopt : chiSquareTest(chiSquare, rank);
}

} // namespace

tl::expected<LogRankResult, AnalyticsError> logRank(const SurvivalSample& sample, std::span<const std::uint32_t> groups,
    std::size_t groupCount, const LogRankOptions& options)
{
    const std::size_t n = sample.times.size();
    if (!std::isfinite(options.rho) || options.rho < 0)
        return tl::unexpected(AnalyticsError{Kind::BadWeight, 0});
    if (groupCount == 0)
        return tl::unexpected(AnalyticsError{Kind::BadGroup, 0});
    if (groups.size() != n)
        return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, std::min(n, groups.size())});

    Score score(groupCount);
    if (options.strata.empty()) {
        auto sweep = RiskSweep::over(sample, groups, groupCount);
        if (!sweep)
            return tl::unexpected(sweep.error());
        addStratum(score, *sweep, options.rho);
    } else {
        if (options.strata.size() != n)
            return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, std::min(n, options.strata.size())});
        if (const auto bad = std::ranges::find_if(options.strata, [n](std::uint32_t stratum) { return stratum >= n; });
            bad != options.strata.end())
            return tl::unexpected(AnalyticsError{Kind::BadGroup, std::size_t(bad - options.strata.begin())});
        if (auto whole = RiskSweep::check(sample, groups, groupCount); !whole)
            return tl::unexpected(whole.error());
        if (auto added = addStrata(score, sample, groups, groupCount, options); !added)
            return tl::unexpected(added.error());
    }

    LogRankResult result;
    result.groups.resize(groupCount);
    for (std::size_t i = 0; i < n; ++i) {
        ++result.groups[groups[i]].subjects;
        result.groups[groups[i]].events += sample.events[i];
    }
    result.covariance.resize(groupCount * groupCount);
    for (std::size_t g = 0; g < groupCount; ++g) {
        for (std::size_t h = g; h < groupCount; ++h) {
            const double value = score.covariance[g * groupCount + h].value();
            result.covariance[g * groupCount + h] = value;
            result.covariance[h * groupCount + g] = value;
        }
        LogRankGroup& group = result.groups[g];
        group.observed = score.observed[g].value();
        group.expected = score.expected[g].value();
        group.variance = result.covariance[g * groupCount + g];
    }
    result.test = quadraticForm(result);
    return result;
}

} // namespace lyceum::analytics
