// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/revenue/mrrrules.h"

#include <tl/expected.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// What somebody is to the creator from a change on.
enum class CustomerState : std::uint8_t {
    Absent, ///< no customer (any more)
    Active,
    OnHold, ///< a customer who pauses
};

/// What members are worth from when on, as arrays of equal length. Borrowed. All of one currency.
struct MrrChanges {
    std::span<const std::uint32_t> members; ///< below memberCount
    std::span<const std::int64_t> times; ///< UTC seconds
    std::span<const std::int64_t> values; ///< monthly value in minor units from then on, of all subscriptions together; not below 0
    std::span<const CustomerState> states = {}; ///< empty: Active where the value is above 0, else Absent
    std::uint32_t memberCount = 0;
};

enum class MrrMovement : std::uint8_t { New, Reactivation, Resumed, Expansion, Contraction, Paused, Churn };
inline constexpr std::size_t kMrrMovements = 7;

/// Sums of squares from which the error of a rate is computed; no money is.
struct MrrMoments {
    double startSquares = 0; ///< sum of y^2 over the customers at the start, y their value there
    double lostSquares = 0; ///< sum of x^2, x what the customer lost by churn, contraction and pauses
    double lostByStart = 0; ///< sum of x y
    double netSquares = 0; ///< sum of v^2, v the customer's gain (expansion, resuming) less loss
    double netByStart = 0; ///< sum of v y

    friend bool operator==(const MrrMoments&, const MrrMoments&) = default;
};

/// One period of the book.
struct MrrPeriod {
    std::int64_t opening = 0; ///< minor units a month, at the start
    std::int64_t closing = 0; ///< opening plus all of `amounts`, exactly
    std::array<std::int64_t, kMrrMovements> amounts {}; ///< by MrrMovement; contraction, pauses and churn are not above 0
    std::array<std::int64_t, kMrrMovements> counts {}; ///< how many movements
    std::int64_t customersOpening = 0; ///< those who have ever paid and have not left, pausing ones included
    std::int64_t customersClosing = 0; ///< opening + New + Reactivation - Churn, counted
    MrrMoments moments;

    [[nodiscard]] std::int64_t amount(MrrMovement movement) const { return amounts[std::size_t(movement)]; }
    [[nodiscard]] std::int64_t count(MrrMovement movement) const { return counts[std::size_t(movement)]; }

    friend bool operator==(const MrrPeriod&, const MrrPeriod&) = default;
};

/**
 * The book of recurring revenue by period, and what moved it.
 *
 * Of `rules` are used: samePeriod, groupingSeconds, newAgainDays. What a value is and when it changes was decided before
 * (subscriptionChanges()).
 *
 * - New: the first value above 0 of a member, or one after an absence longer than newAgainDays. Who signs up at 0 has not moved.
 * - Reactivation: a value above 0 of who has had one and left.
 * - Churn: leaving; amount 0 where the value was 0 already (after a pause, or at 100 % off).
 * - Paused and Resumed: into and out of OnHold.
 * - Expansion and Contraction: any other difference.
 * - Each period: closing = opening + all amounts, and the closing of one period is the opening of the next: exactly, whatever comes in.
 *   Customers likewise.
 * - Changes of one member at the same second are one: the last of them in the input holds. A group of changes never crosses the end of a period.
 *   With Net all changes of a period are one.
 * - Changes before the first period make its opening; they are history, so that a return is known as one. Changes after the last are
 *   not looked at.
 *
 * @param changes  in any order; fastest when ordered by member, then time. Values up to 2^53.
 * @param starts   of the periods, and at last the end of the last one, as for PeriodIndex
 * @return one a period; LengthsDiffer, BadGroup (a member not below memberCount), BadValue (a value below 0 or above 2^53, or an
 *         absent one with a value), TooLarge (so many and so large values that a sum might not fit), the errors of PeriodIndex
 *
 * Cost: O(n + members + periods), O(n log n) when the changes are not in order.
 * @see ChartMogul's and Stripe's definitions, in docs/rule-sets.md.
 */
[[nodiscard]] tl::expected<std::vector<MrrPeriod>, AnalyticsError> mrrMovements(
    const MrrChanges& changes, std::span<const std::int64_t> starts, const MrrRules& rules = {});

} // namespace lyceum::analytics
