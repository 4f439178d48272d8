// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cox/concordance.h"

#include "analytics/compensatedsum.h"
#include "analytics/proportion.h"
#include "analytics/survival/moments.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

/// How many of those compared with had a lower, an equal and a higher score.
struct Comparison {
    std::int64_t lower = 0;
    std::int64_t equal = 0;
    std::int64_t higher = 0;
};

/// Counts by rank, with sums below a rank in logarithmic time: Fenwick's tree.
class RankCounts {
public:
    explicit RankCounts(std::size_t ranks)
        : m_sums(ranks + 1)
        , m_counts(ranks)
    {
    }

    void add(std::size_t rank, std::int32_t count)
    {
        m_total += count;
        m_counts[rank] += count;
        for (std::size_t node = rank + 1; node < m_sums.size(); node += node & (~node + 1))
            m_sums[node] += count;
    }

    [[nodiscard]] Comparison compare(std::size_t rank) const
    {
        Comparison result;
        for (std::size_t node = rank; node > 0; node &= node - 1)
            result.lower += m_sums[node];
        result.equal = m_counts[rank];
        result.higher = m_total - result.lower - result.equal;
        return result;
    }

private:
    std::vector<std::int32_t> m_sums;
    std::vector<std::int32_t> m_counts;
    std::int64_t m_total = 0;
};

/// What all strata add up to; of each row, the pairs it is in.
struct Pairs {
    explicit Pairs(std::size_t rows)
        : net(rows)
        , all(rows)
    {
    }

    std::vector<double> net; ///< concordant less discordant
    std::vector<double> all;
    std::int64_t concordant = 0;
    std::int64_t discordant = 0;
    std::int64_t tied = 0;
};

/// One stratum: its rows, and their places in time and by score.
struct Contest {
    std::vector<std::uint32_t> rows;
    std::vector<std::uint32_t> exits;
    std::vector<std::uint32_t> entries; ///< may be empty
    std::vector<std::uint8_t> events;
    std::vector<std::uint32_t> ranks;
    std::vector<std::uint32_t> byExit; ///< indexes of the above
    std::vector<std::uint32_t> byEntry;
    std::size_t rankCount = 0;
};

/// Ranks by score from 0, equal scores alike.
void rankScores(Contest& contest, std::span<const double> scores)
{
    std::vector<std::pair<double, std::uint32_t>> sorted;
    sorted.reserve(contest.rows.size());
    for (std::size_t i = 0; i < contest.rows.size(); ++i)
        sorted.emplace_back(scores[contest.rows[i]], std::uint32_t(i));
    std::ranges::sort(sorted);
    contest.ranks.resize(sorted.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (i == 0 || sorted[i].first != sorted[i - 1].first)
            ++contest.rankCount;
        contest.ranks[sorted[i].second] = std::uint32_t(contest.rankCount - 1);
    }
}

/// From the last exit to the first: each event with those who outlast it.
void compareEvents(const Contest& contest, Pairs& pairs)
{
    RankCounts atRisk(contest.rankCount);
    std::size_t gone = contest.byEntry.size();
    for (std::size_t end = contest.byExit.size(); end > 0;) {
        const std::uint32_t moment = contest.exits[contest.byExit[end - 1]];
        std::size_t begin = end;
        for (; begin > 0 && contest.exits[contest.byExit[begin - 1]] == moment; --begin) {
            const std::uint32_t i = contest.byExit[begin - 1];
            if (contest.events[i] == 0)
                atRisk.add(contest.ranks[i], 1); // censored at the moment of an event: outlasts it
        }
        for (; gone > 0 && contest.entries[contest.byEntry[gone - 1]] >= moment; --gone)
            atRisk.add(contest.ranks[contest.byEntry[gone - 1]], -1);
        for (std::size_t at = begin; at < end; ++at) {
            const std::uint32_t i = contest.byExit[at];
            if (contest.events[i] == 0)
                continue;
            const Comparison others = atRisk.compare(contest.ranks[i]);
            pairs.concordant += others.lower;
            pairs.discordant += others.higher;
            pairs.tied += others.equal;
            pairs.net[contest.rows[i]] += double(others.lower - others.higher);
            pairs.all[contest.rows[i]] += double(others.lower + others.equal + others.higher);
        }
        for (std::size_t at = begin; at < end; ++at) {
            const std::uint32_t i = contest.byExit[at];
            if (contest.events[i] == 1)
                atRisk.add(contest.ranks[i], 1);
        }
        end = begin;
    }
}

/// From the first exit to the last: each row with the events it outlasts.
void compareSurvivors(const Contest& contest, Pairs& pairs)
{
    RankCounts events(contest.rankCount);
    const auto note = [&](std::uint32_t i, double sign) {
        const Comparison others = events.compare(contest.ranks[i]);
        pairs.net[contest.rows[i]] += sign * double(others.higher - others.lower);
        pairs.all[contest.rows[i]] += sign * double(others.lower + others.equal + others.higher);
    };
    std::size_t entered = 0;
    const auto enterBefore = [&](std::uint32_t moment) {
        for (; entered < contest.byEntry.size() && contest.entries[contest.byEntry[entered]] < moment; ++entered)
            note(contest.byEntry[entered], -1); // events it was not there for
    };
    for (std::size_t begin = 0; begin < contest.byExit.size();) {
        const std::uint32_t moment = contest.exits[contest.byExit[begin]];
        enterBefore(moment);
        std::size_t end = begin;
        for (; end < contest.byExit.size() && contest.exits[contest.byExit[end]] == moment; ++end) {
            if (contest.events[contest.byExit[end]] == 1)
                note(contest.byExit[end], 1);
        }
        for (std::size_t at = begin; at < end; ++at) {
            if (contest.events[contest.byExit[at]] == 1)
                events.add(contest.ranks[contest.byExit[at]], 1);
        }
        for (std::size_t at = begin; at < end; ++at) {
            if (contest.events[contest.byExit[at]] == 0)
                note(contest.byExit[at], 1);
        }
        begin = end;
    }
}

tl::expected<void, AnalyticsError> checkScores(
    std::size_t n, std::span<const double> scores, std::span<const std::uint32_t> strata)
{
    if (scores.size() != n)
        return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, std::min(n, scores.size())});
    if (!strata.empty() && strata.size() != n)
        return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, std::min(n, strata.size())});
    for (std::size_t i = 0; i < n; ++i) {
        if (!std::isfinite(scores[i]))
            return tl::unexpected(AnalyticsError{Kind::NotFinite, i});
        if (!strata.empty() && strata[i] >= n)
            return tl::unexpected(AnalyticsError{Kind::BadGroup, i});
    }
    return {};
}

} // namespace

tl::expected<Concordance, AnalyticsError> concordance(const SurvivalSample& sample, std::span<const double> scores,
    std::span<const std::uint32_t> strata, double level)
{
    const std::optional<double> z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError{Kind::BadLevel, 0});
    const auto moments = momentsOf(sample);
    if (!moments)
        return tl::unexpected(moments.error());
    const std::size_t n = sample.times.size();
    if (auto checked = checkScores(n, scores, strata); !checked)
        return tl::unexpected(checked.error());

    Pairs pairs(n);
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    if (!strata.empty())
        order = orderByKey(strata, n);
    for (std::size_t begin = 0; begin < n;) {
        std::size_t end = strata.empty() ? n : begin + 1;
        while (end < n && strata[order[end]] == strata[order[begin]])
            ++end;
        Contest contest;
        contest.rows.assign(order.begin() + std::ptrdiff_t(begin), order.begin() + std::ptrdiff_t(end));
        for (const std::uint32_t row : contest.rows) {
            contest.exits.push_back(moments->exits[row]);
            contest.events.push_back(sample.events[row]);
            if (!moments->entries.empty())
                contest.entries.push_back(moments->entries[row]);
        }
        const auto inTime = [](std::span<const std::uint32_t> when) {
            std::vector<std::uint32_t> indexes(when.size());
            std::iota(indexes.begin(), indexes.end(), 0U);
            std::ranges::stable_sort(indexes, {}, [when](std::uint32_t i) { return when[i]; });
            return indexes;
        };
        // A small stratum is cheaper to sort than all moments are to count.
        const bool isLarge = contest.rows.size() > moments->times.size() / 16;
        contest.byExit = isLarge ? orderByKey(contest.exits, moments->times.size()) : inTime(contest.exits);
        contest.byEntry = isLarge ? orderByKey(contest.entries, moments->times.size()) : inTime(contest.entries);
        rankScores(contest, scores);
        compareEvents(contest, pairs);
        compareSurvivors(contest, pairs);
        begin = end;
    }

    const std::int64_t count = pairs.concordant + pairs.discordant + pairs.tied;
    if (count == 0)
        return tl::unexpected(AnalyticsError{Kind::TooFew, 0});
    const double somers = double(pairs.concordant - pairs.discordant) / double(count);
    CompensatedSum squares;
    for (std::size_t i = 0; i < n; ++i) {
        const double influence = (pairs.net[i] - somers * pairs.all[i]) / double(count);
        squares.add(influence * influence);
    }
    Concordance result;
    const double value = (somers + 1) / 2;
    const double stdError = std::sqrt(squares.value()) / 2;
    result.share = {value, stdError, std::max(value - *z * stdError, 0.0), std::min(value + *z * stdError, 1.0)};
    result.concordant = pairs.concordant;
    result.discordant = pairs.discordant;
    result.tied = pairs.tied;
    result.level = level;
    return result;
}

} // namespace lyceum::analytics
