// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/activity/activemembers.h"

#include "analytics/proportion.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

/// Days one member was active in each month, summed over members with their squares.
struct DaySums {
    std::int64_t members = 0;
    std::int64_t days = 0;
    std::int64_t squares = 0;
};

/// The mean over members of (active days / days), with its error between members.
std::optional<Estimate> shareOf(const DaySums& sums, std::int32_t days, double z)
{
    if (sums.members == 0 || days == 0)
        return std::nullopt;
    const auto n = double(sums.members);
    const double mean = double(sums.days) / n;
    Estimate share {mean / days, {}, {}, {}};
    if (sums.members < 2)
        return share;
    const double variance = std::max(double(sums.squares) / n - mean * mean, 0.0) * n / (n - 1);
    share.stdError = std::sqrt(variance / n) / days;
    if (variance > 0) { // else nothing tells how members differ
        share.low = std::max(share.value - z * *share.stdError, 0.0);
        share.high = std::min(share.value + z * *share.stdError, 1.0);
    }
    return share;
}

} // namespace

tl::expected<std::vector<std::optional<std::int64_t>>, AnalyticsError> activeMembers(const ActivityGrid& days, std::int32_t window)
{
    if (window < 1)
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    // A member active on day d is counted on days d to d + window - 1: where a count begins and ends, by day.
    const std::int32_t count = days.periods();
    std::vector<std::int64_t> steps(std::size_t(count) + 1);
    for (std::uint32_t member = 0; member < days.members(); ++member) {
        std::int32_t until = 0; // counted so far up to here, exclusive
        days.forEach(member, 0, [&](std::int32_t day) {
            if (day >= until) {
                if (until > 0)
                    --steps[std::size_t(until)];
                ++steps[std::size_t(day)];
            }
            until = day < count - window ? day + window : count;
            return true;
        });
        if (until > 0)
            --steps[std::size_t(until)];
    }
    std::vector<std::optional<std::int64_t>> answer;
    std::int64_t active = 0;
    for (std::int32_t day = 0; day < count; ++day) {
        active += steps[std::size_t(day)];
        answer.push_back(day >= window - 1 ? std::optional(active) : std::nullopt);
    }
    return answer;
}

tl::expected<std::vector<Stickiness>, AnalyticsError> stickiness(
    const ActivityGrid& days, std::span<const std::int32_t> firsts, double level)
{
    const std::optional<double> z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    if (firsts.size() < 2)
        return tl::unexpected(AnalyticsError {Kind::TooFew, firsts.size()});
    for (std::size_t i = 0; i < firsts.size(); ++i) {
        if (firsts[i] < 0 || firsts[i] > days.periods() || (i > 0 && firsts[i] <= firsts[i - 1]))
            return tl::unexpected(AnalyticsError {Kind::BadRange, i});
    }
    const std::size_t months = firsts.size() - 1;
    std::vector<DaySums> sums(months);
    std::vector<std::uint8_t> hasActivity(std::size_t(days.periods()));
    for (std::uint32_t member = 0; member < days.members(); ++member) {
        std::size_t month = 0;
        std::int64_t inMonth = 0;
        const auto close = [&] {
            if (inMonth > 0) {
                ++sums[month].members;
                sums[month].days += inMonth;
                sums[month].squares += inMonth * inMonth;
            }
            inMonth = 0;
        };
        days.forEach(member, firsts.front(), [&](std::int32_t day) {
            if (day >= firsts.back())
                return false;
            hasActivity[std::size_t(day)] = 1;
            if (day >= firsts[month + 1]) {
                close();
                while (day >= firsts[month + 1])
                    ++month;
            }
            ++inMonth;
            return true;
        });
        close();
    }
    std::vector<Stickiness> answer;
    for (std::size_t month = 0; month < months; ++month) {
        Stickiness sticky;
        sticky.mau = sums[month].members;
        sticky.days = firsts[month + 1] - firsts[month];
        sticky.daysWithActivity
            = std::int32_t(std::count(hasActivity.begin() + firsts[month], hasActivity.begin() + firsts[month + 1], std::uint8_t(1)));
        sticky.meanDau = double(sums[month].days) / sticky.days;
        sticky.share = shareOf(sums[month], sticky.days, *z);
        sticky.shareOfActiveDays = shareOf(sums[month], sticky.daysWithActivity, *z);
        answer.push_back(sticky);
    }
    return answer;
}

std::vector<Streak> streaks(const ActivityGrid& days)
{
    std::vector<Streak> answer(days.members());
    for (std::uint32_t member = 0; member < days.members(); ++member) {
        Streak& streak = answer[member];
        std::int32_t run = 0;
        std::int32_t last = -2;
        days.forEach(member, 0, [&](std::int32_t day) {
            run = day == last + 1 ? run + 1 : 1;
            last = day;
            ++streak.activeDays;
            streak.longest = std::max(streak.longest, run);
            return true;
        });
        streak.current = last == days.periods() - 1 ? run : 0;
    }
    return answer;
}

std::vector<Lifecycle> lifecycle(const ActivityGrid& periods)
{
    std::vector<Lifecycle> all(std::size_t(periods.periods()) + 1); // one more, for the dormant after the last
    for (std::uint32_t member = 0; member < periods.members(); ++member) {
        std::int32_t last = periods.wasActiveBefore(member) ? -2 : -3; // -2: earlier, but not in the period before the first
        periods.forEach(member, 0, [&](std::int32_t period) {
            Lifecycle& now = all[std::size_t(period)];
            if (last == -3)
                ++now.fresh;
            else if (last == period - 1)
                ++now.returning;
            else
                ++now.resurrected;
            if (last >= 0 && last < period - 1)
                ++all[std::size_t(last) + 1].dormant;
            last = period;
            return true;
        });
        if (last >= 0)
            ++all[std::size_t(last) + 1].dormant;
    }
    all.pop_back();
    std::vector<Lifecycle> answer;
    for (std::size_t period = 1; period < all.size(); ++period) {
        all[period].period = std::int32_t(period);
        answer.push_back(all[period]);
    }
    return answer;
}

} // namespace lyceum::analytics
