// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/churn/memberfeatures.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <limits>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kLongestWindow = 84;

/// later - earlier, where that fits; a span beyond all windows otherwise.
std::int64_t secondsBetween(std::int64_t earlier, std::int64_t later)
{
    const auto apart = std::uint64_t(later) - std::uint64_t(earlier); // later >= earlier: the true distance, without overflow
    return apart > std::uint64_t(std::numeric_limits<std::int64_t>::max()) ? std::numeric_limits<std::int64_t>::max() : std::int64_t(apart);
}

} // namespace

std::array<double, kMemberFeatures> valuesOf(const MemberFeatures& features)
{
    return {features.daysSinceJoining, features.daysSinceActive, features.activeDays7, features.activeDays28, features.trend,
        features.interactions28, features.payments, features.failedPayments84};
}

std::optional<MemberFeatures> featuresBefore(const MemberHistory& member, std::int64_t cutUtc)
{
    if (member.joinedAtUtc >= cutUtc)
        return std::nullopt;
    MemberFeatures features;
    std::int64_t lastActive = member.joinedAtUtc;
    std::bitset<56> activeDays; // 0 is the day that ends at the cut-off
    for (const MemberEvent& event : member.events) {
        if (event.atUtc >= cutUtc || event.atUtc < member.joinedAtUtc)
            continue;
        const std::int64_t daysAgo = (secondsBetween(event.atUtc, cutUtc) - 1) / kDay; // full days; a whole day ago still is day 0
        switch (event.kind) {
        case MemberEvent::Kind::Interaction:
            features.interactions28 += daysAgo < 28 ? 1 : 0;
            [[fallthrough]];
        case MemberEvent::Kind::Visit:
            lastActive = std::max(lastActive, event.atUtc);
            if (daysAgo < std::int64_t(activeDays.size()))
                activeDays.set(std::size_t(daysAgo));
            break;
        case MemberEvent::Kind::Payment:
            features.payments += 1;
            break;
        case MemberEvent::Kind::FailedPayment:
            features.failedPayments84 += daysAgo < kLongestWindow ? 1 : 0;
            break;
        }
    }
    const auto activeBetween = [&](std::size_t from, std::size_t to) {
        double days = 0;
        for (std::size_t day = from; day < to; ++day)
            days += activeDays[day] ? 1 : 0;
        return days;
    };
    features.daysSinceJoining = double(secondsBetween(member.joinedAtUtc, cutUtc)) / double(kDay);
    features.daysSinceActive = double(secondsBetween(lastActive, cutUtc)) / double(kDay);
    features.activeDays7 = activeBetween(0, 7);
    features.activeDays28 = activeBetween(0, 28);
    features.trend = std::log((features.activeDays28 + 1) / (activeBetween(28, 56) + 1));
    return features;
}

tl::expected<MemberPeriods, AnalyticsError> memberPeriods(std::span<const MemberHistory> histories, std::span<const std::int64_t> cutsUtc,
    std::int64_t horizon, std::int64_t observedUntilUtc)
{
    if (horizon <= 0)
        return tl::unexpected(AnalyticsError{Kind::BadRange, 0});
    for (std::size_t i = 0; i < histories.size(); ++i) {
        if (histories[i].leftAtUtc && *histories[i].leftAtUtc < histories[i].joinedAtUtc)
            return tl::unexpected(AnalyticsError{Kind::LeftBeforeJoined, i});
    }
    MemberPeriods periods;
    std::vector<std::array<double, kMemberFeatures>> rows;
    for (const std::int64_t cut : cutsUtc) {
        const bool isKnown = cut <= observedUntilUtc && secondsBetween(cut, observedUntilUtc) >= horizon;
        for (std::size_t i = 0; i < histories.size(); ++i) {
            const MemberHistory& member = histories[i];
            if (member.joinedAtUtc >= cut || (member.leftAtUtc && *member.leftAtUtc <= cut))
                continue;
            if (!isKnown) {
                ++periods.notYetKnown;
                continue;
            }
            rows.push_back(valuesOf(*featuresBefore(member, cut)));
            periods.outcomes.push_back(member.leftAtUtc && secondsBetween(cut, *member.leftAtUtc) <= horizon ? 1 : 0);
            periods.members.push_back(std::uint32_t(i));
            periods.cuts.push_back(double(cut));
        }
    }
    periods.features.reserve(rows.size() * kMemberFeatures);
    for (std::size_t column = 0; column < kMemberFeatures; ++column) {
        for (const auto& row : rows)
            periods.features.push_back(row[column]);
    }
    return periods;
}

} // namespace lyceum::analytics
