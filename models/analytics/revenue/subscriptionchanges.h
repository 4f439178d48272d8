// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/revenue/mrrmovements.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// From `from` (included) to `until` (excluded), UTC seconds.
struct TimeSpan {
    std::int64_t from = 0;
    std::int64_t until = 0;

    friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// One subscription at one price, of one member. A change of price or plan ends one and begins the next, at the same second.
struct SubscriptionSpell {
    enum class Access { Paid, Gift, Complimentary };

    std::uint32_t member = 0;
    std::int64_t start = 0; ///< UTC seconds
    std::optional<std::int64_t> end; ///< of access, not before `start`; missing: none is known
    std::optional<std::int64_t> cancelledAt; ///< when it was cancelled, and that not taken back
    std::optional<std::int64_t> trialEnd; ///< until then it was free
    std::int64_t amount = 0; ///< list price per interval in minor units, without tax; not below 0
    BillingInterval interval;
    std::int64_t discount = 0; ///< off the amount, per interval, minor units; not below 0; more than the amount counts as the amount
    std::optional<std::int64_t> discountEnd; ///< missing: forever
    std::vector<TimeSpan> pauses;
    std::vector<TimeSpan> pastDue; ///< a payment had failed and the store had not given up
    Access access = Access::Paid;

    friend bool operator==(const SubscriptionSpell&, const SubscriptionSpell&) = default;
};

/// What mrrMovements() takes, with its storage: by member, then time, each change a real one.
struct MrrChangeList {
    std::vector<std::uint32_t> members;
    std::vector<std::int64_t> times;
    std::vector<std::int64_t> values;
    std::vector<CustomerState> states;
    std::int64_t inGrace = 0; ///< members whose access has ended, but so lately that it may go on: still counted with their last value

    [[nodiscard]] MrrChanges view(std::uint32_t memberCount) const { return {members, times, values, states, memberCount}; }

    friend bool operator==(const MrrChangeList&, const MrrChangeList&) = default;
};

/**
 * What each member is worth from when on, under a rule set: the sum of the monthly values of their subscriptions.
 *
 * Used of `rules`: recognition, discounts, atZero, pauses, pastDue, graceDays, rounding. A member is active while any subscription
 * is, else on hold while any is, else absent. A free plan (amount 0), a gift, complimentary access and a trial never count. Each
 * subscription's monthly value, after its discount, is rounded once; sums are of whole minor units.
 *
 * @param spells     in any order, of one currency: two currencies are two books
 * @param asOf       UTC seconds; what happens later is not looked at, and an absence is final once its days of grace are over by then
 * @param dayStarts  local days in which grace is counted, as for PeriodIndex; empty: days of UTC
 * @return BadValue (`index`: the spell whose amount or discount is below 0, or that ends before it starts, or whose interval is outside
 *         its domain, or a span of which ends before it begins), TooLarge (`index`: the spell with which a member is worth more
 *         than 2^53), BadRange (an absence outside the days), the errors of PeriodIndex
 *
 * Cost: O(n log n).
 */
[[nodiscard]] tl::expected<MrrChangeList, AnalyticsError> subscriptionChanges(std::span<const SubscriptionSpell> spells,
    const MrrRules& rules, std::int64_t asOf, std::span<const std::int64_t> dayStarts = {});

} // namespace lyceum::analytics
