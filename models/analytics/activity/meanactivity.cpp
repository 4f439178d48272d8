// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/activity/meanactivity.h"

#include "analytics/periodindex.h"
#include "analytics/proportion.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

/// Members of each period, from when each came and went.
std::vector<std::int64_t> membersByPeriod(const Interactions& all, const PeriodIndex& periods)
{
    const std::int32_t count = periods.count();
    std::vector<std::int64_t> steps(std::size_t(count) + 1);
    for (std::size_t member = 0; member < all.memberCount; ++member) {
        const std::int32_t from = all.joined.empty() ? 0 : std::max(periods.of(all.joined[member]), 0);
        // Who left at the very start of a period was no member of it.
        const std::int32_t to = all.left.empty() ? count
            : all.left[member] <= periods.start(0) ? 0
                                                   : std::min(periods.of(all.left[member] - 1) + 1, count);
        if (from >= to)
            continue;
        ++steps[std::size_t(from)];
        --steps[std::size_t(to)];
    }
    for (std::size_t period = 1; period < steps.size(); ++period)
        steps[period] += steps[period - 1];
    steps.pop_back();
    return steps;
}

bool wasMember(const Interactions& all, std::uint32_t member, std::int64_t start, std::int64_t end)
{
    return (all.joined.empty() || all.joined[member] < end) && (all.left.empty() || all.left[member] > start);
}

std::optional<AnalyticsError> faultOf(const Interactions& all)
{
    if (all.members.size() != all.times.size())
        return AnalyticsError {Kind::LengthsDiffer, std::min(all.members.size(), all.times.size())};
    for (const auto& perMember : {all.joined, all.left}) {
        if (!perMember.empty() && perMember.size() != all.memberCount)
            return AnalyticsError {Kind::LengthsDiffer, std::min(perMember.size(), std::size_t(all.memberCount))};
    }
    for (std::size_t member = 0; !all.joined.empty() && !all.left.empty() && member < all.memberCount; ++member) {
        if (all.left[member] < all.joined[member])
            return AnalyticsError {Kind::LeftBeforeJoined, member};
    }
    const auto stranger = std::ranges::find_if(all.members, [&](std::uint32_t member) { return member >= all.memberCount; });
    if (stranger != all.members.end())
        return AnalyticsError {Kind::BadGroup, std::size_t(stranger - all.members.begin())};
    return std::nullopt;
}

} // namespace

tl::expected<std::vector<MeanActivity>, AnalyticsError> meanActivity(
    const Interactions& interactions, std::span<const std::int64_t> starts, double level)
{
    const std::optional<double> z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    const auto periods = PeriodIndex::make(starts);
    if (!periods)
        return tl::unexpected(periods.error());
    if (const auto fault = faultOf(interactions))
        return tl::unexpected(*fault);

    // Members of the interactions, ordered by period: period p has the places from firsts[p] on.
    const auto count = std::size_t(periods->count());
    std::vector<std::size_t> firsts(count + 1);
    for (const std::int64_t time : interactions.times) {
        const std::int32_t period = periods->of(time);
        if (period >= 0 && std::size_t(period) < count)
            ++firsts[std::size_t(period) + 1];
    }
    for (std::size_t period = 1; period <= count; ++period)
        firsts[period] += firsts[period - 1];
    std::vector<std::uint32_t> ordered(firsts.back());
    std::vector<std::size_t> next(firsts.begin(), firsts.end() - 1);
    for (std::size_t i = 0; i < interactions.times.size(); ++i) {
        const std::int32_t period = periods->of(interactions.times[i]);
        if (period >= 0 && std::size_t(period) < count)
            ordered[next[std::size_t(period)]++] = interactions.members[i];
    }

    const std::vector<std::int64_t> members = membersByPeriod(interactions, *periods);
    std::vector<std::int64_t> ofMember(interactions.memberCount);
    std::vector<MeanActivity> answer(count);
    for (std::size_t period = 0; period < count; ++period) {
        MeanActivity& place = answer[period];
        place.members = members[period];
        double squares = 0; // the sum of I_i^2: each interaction adds 2 I_i + 1 to it
        for (std::size_t i = firsts[period]; i < firsts[period + 1]; ++i) {
            const std::uint32_t member = ordered[i];
            if (!wasMember(interactions, member, starts[period], starts[period + 1]))
                continue;
            squares += double(2 * ofMember[member] + 1);
            ++ofMember[member];
            ++place.interactions;
        }
        for (std::size_t i = firsts[period]; i < firsts[period + 1]; ++i)
            ofMember[ordered[i]] = 0;
        if (place.members == 0)
            continue;
        const auto n = double(place.members);
        Estimate mean {double(place.interactions) / n, {}, {}, {}};
        if (place.members > 1) {
            const double variance = std::max(squares / n - mean.value * mean.value, 0.0) * n / (n - 1);
            mean.stdError = std::sqrt(variance / n);
            if (variance > 0) {
                mean.low = std::max(mean.value - *z * *mean.stdError, 0.0);
                mean.high = mean.value + *z * *mean.stdError;
            }
        }
        place.mean = mean;
    }
    return answer;
}

} // namespace lyceum::analytics
