// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace lyceum::analytics {

/**
 * What the models of irregular buying know of a customer, counted from the first purchase, which itself is not counted.
 * Recency and age are in one unit of the caller's choice (weeks); all rates and horizons are in it as well.
 */
struct CustomerHistory {
    std::int64_t frequency = 0; ///< repeat purchases (or for chances: how many were taken)
    double recency = 0; ///< when the last of them was; 0 without any
    double age = 0; ///< how long the customer was watched (or for chances: how many there were)

    friend auto operator<=>(const CustomerHistory&, const CustomerHistory&) = default;
};

/// Customers as columns: element i of every span is customer i. Borrowed, never kept.
struct CustomerSample {
    std::span<const std::int64_t> frequency;
    std::span<const double> recency;
    std::span<const double> age;
    std::span<const std::int64_t> weight; ///< how many customers are like this; empty: one each
};

struct HistoryGroup {
    CustomerHistory history;
    std::int64_t customers = 0; ///< at least 1

    friend bool operator==(const HistoryGroup&, const HistoryGroup&) = default;
};

/// A sample with equal histories put together, which is all that the likelihood needs.
struct GroupedHistories {
    std::vector<HistoryGroup> groups; ///< each history once, ascending
    std::vector<std::uint32_t> groupOf; ///< the group of each row of the sample; of a row of weight 0 the group it would be in
    std::int64_t customers = 0;
    std::int64_t repeatCustomers = 0; ///< with at least one repeat purchase
    std::int64_t repeats = 0; ///< repeat purchases of all of them
    double longestAge = 0;
    bool isDiscrete = false; ///< ages are counts of chances
};

/**
 * Checks a sample and puts equal histories together, so that any order of the customers gives the same answer bit for bit.
 * O(n log n).
 *
 * @param discrete  ages and recencies are counts of chances (BG/BB), at most one purchase at each
 * @return LengthsDiffer; NotFinite; NegativeTime; BadCount for a frequency or weight below 0, and in chances a frequency above the
 *         recency; BadRange for a recency above the age, which is what mixed units look like; BadValue for a repeat purchase without a
 *         recency or the reverse, and in chances for a number that is not whole; TooFew without customers; TooLarge for more than
 *         10^12 purchases or customers, or 10 000 chances, whose sums would take too long
 */
[[nodiscard]] tl::expected<GroupedHistories, AnalyticsError> groupHistories(const CustomerSample& sample, bool discrete);

} // namespace lyceum::analytics
