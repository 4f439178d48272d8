// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/channelreturns.h"

#include <limits>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr std::int64_t kTrustedPayers = 10;

/// Adds without overflowing; false when it would.
bool addTo(std::int64_t& sum, std::int64_t term)
{
    constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t kLowest = std::numeric_limits<std::int64_t>::min();
    if (term > 0 ? sum > kHighest - term : sum < kLowest - term)
        return false;
    sum += term;
    return true;
}

/// Cost per head: the count is what varies, and the interval of its rate is turned over.
std::optional<Estimate> costPer(std::int64_t cost, std::int64_t count, double level)
{
    const auto rate = count > 0 ? poissonInterval(count, 1, level) : std::nullopt;
    if (!rate)
        return std::nullopt;
    return Estimate {double(cost) / double(count), std::nullopt, double(cost) / rate->high, double(cost) / rate->low};
}

} // namespace

tl::expected<ChannelReturn, AnalyticsError> channelReturn(std::span<const ChannelPeriod> periods, double level)
{
    const auto z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    if (periods.empty())
        return tl::unexpected(AnalyticsError {Kind::TooFew, 0});
    ChannelReturn answer;
    answer.level = level;
    answer.periods = std::int32_t(periods.size());
    ChannelPeriod sum;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const ChannelPeriod& each = periods[i];
        if (each.cost < 0 || each.visitors < 0 || each.signUps < 0 || each.payers < 0)
            return tl::unexpected(AnalyticsError {Kind::BadCount, i});
        if (!addTo(sum.cost, each.cost) || !addTo(sum.visitors, each.visitors) || !addTo(sum.signUps, each.signUps)
            || !addTo(sum.payers, each.payers) || !addTo(sum.margin, each.margin))
            return tl::unexpected(AnalyticsError {Kind::TooLarge, i});
        if (sum.margin < sum.cost)
            answer.paybackPeriod.reset();
        else if (!answer.paybackPeriod)
            answer.paybackPeriod = std::int32_t(i + 1);
    }
    answer.cost = sum.cost;
    answer.margin = sum.margin;
    if (sum.visitors > 0)
        answer.signUpRate = wilsonInterval(sum.signUps, sum.visitors, *z);
    answer.payRate = wilsonInterval(sum.payers, sum.signUps, *z);
    answer.costPerSignUp = costPer(sum.cost, sum.signUps, level);
    answer.costPerPayer = costPer(sum.cost, sum.payers, level);
    if (sum.cost > 0)
        answer.returned = double(sum.margin) / double(sum.cost);
    if (sum.payers < kTrustedPayers)
        answer.warnings.push_back(Warning::TooFew);
    return answer;
}

} // namespace lyceum::analytics
