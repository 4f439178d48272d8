// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customers/customerhistory.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr std::int64_t kMaxCount = 1'000'000'000'000;
constexpr double kMaxChances = 10'000;

bool isWhole(double number)
{
    return number == std::floor(number);
}

std::optional<Kind> whatIsWrong(const CustomerHistory& history, std::int64_t weight, bool discrete)
{
    if (!std::isfinite(history.recency) || !std::isfinite(history.age))
        return Kind::NotFinite;
    if (history.recency < 0 || history.age < 0)
        return Kind::NegativeTime;
    if (history.frequency < 0 || weight < 0)
        return Kind::BadCount;
    if (history.frequency > kMaxCount || weight > kMaxCount || (discrete && history.age > kMaxChances))
        return Kind::TooLarge;
    if (history.recency > history.age)
        return Kind::BadRange;
    if ((history.frequency == 0) != (history.recency == 0))
        return Kind::BadValue;
    if (discrete && (!isWhole(history.recency) || !isWhole(history.age)))
        return Kind::BadValue;
    if (discrete && double(history.frequency) > history.recency)
        return Kind::BadCount;
    return std::nullopt;
}

} // namespace

tl::expected<GroupedHistories, AnalyticsError> groupHistories(const CustomerSample& sample, bool discrete)
{
    const std::size_t n = sample.frequency.size();
    for (const std::size_t length : {sample.recency.size(), sample.age.size(), sample.weight.empty() ? n : sample.weight.size()}) {
        if (length != n)
            return tl::unexpected(AnalyticsError {Kind::LengthsDiffer, std::min(length, n)});
    }
    const auto historyOf = [&sample](std::size_t i) { return CustomerHistory {sample.frequency[i], sample.recency[i], sample.age[i]}; };
    const auto weightOf = [&sample](std::size_t i) { return sample.weight.empty() ? std::int64_t(1) : sample.weight[i]; };

    GroupedHistories grouped;
    grouped.isDiscrete = discrete;
    std::vector<CustomerHistory> histories(n);
    for (std::size_t i = 0; i < n; ++i) {
        const CustomerHistory history = historyOf(i);
        if (const auto wrong = whatIsWrong(history, weightOf(i), discrete))
            return tl::unexpected(AnalyticsError {*wrong, i});
        histories[i] = history;
        histories[i].recency += 0.0; // -0 and 0 are the same history
        histories[i].age += 0.0;
        if (weightOf(i) > 0 && history.frequency > kMaxCount / weightOf(i))
            return tl::unexpected(AnalyticsError {Kind::TooLarge, i});
        grouped.customers += weightOf(i);
        grouped.repeats += weightOf(i) * history.frequency;
        if (grouped.customers > kMaxCount || grouped.repeats > kMaxCount)
            return tl::unexpected(AnalyticsError {Kind::TooLarge, i});
        if (history.frequency > 0)
            grouped.repeatCustomers += weightOf(i);
        if (weightOf(i) > 0)
            grouped.longestAge = std::max(grouped.longestAge, history.age);
    }
    if (grouped.customers == 0)
        return tl::unexpected(AnalyticsError {Kind::TooFew, 0});

    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), std::uint32_t(0));
    std::ranges::sort(order, [&histories](std::uint32_t a, std::uint32_t b) { return histories[a] < histories[b]; });
    grouped.groupOf.resize(n);
    for (const std::uint32_t i : order) {
        if (grouped.groups.empty() || grouped.groups.back().history != histories[i])
            grouped.groups.push_back({histories[i], 0});
        grouped.groups.back().customers += weightOf(i);
        grouped.groupOf[i] = std::uint32_t(grouped.groups.size() - 1);
    }
    return grouped;
}

} // namespace lyceum::analytics
