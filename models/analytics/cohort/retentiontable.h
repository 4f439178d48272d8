// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/proportion.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/**
 * One membership as the cohort table sees it. Months are numbers of calendar months in one time zone, the caller's
 * choice: year * 12 + (month - 1), so that consecutive months differ by one.
 */
struct CohortMember {
    std::int32_t joinedMonth = 0; ///< the cohort: calendar month in which the membership began
    std::optional<std::int32_t> leftMonth; ///< calendar month in which it ended; missing: not ended when last looked
    /// The last complete month in which this membership was watched (or would have been, had it not ended): earlier
    /// than the table's only if the source stopped telling about it. Missing: the table's lastCompleteMonth.
    std::optional<std::int32_t> lastWatchedMonth;

    friend bool operator==(const CohortMember&, const CohortMember&) = default;
};

struct RetentionTableOptions {
    /// The last calendar month that is over. What happens in the month under way is in no cell: a month that has only
    /// begun is neither retention nor churn.
    std::int32_t lastCompleteMonth = 0;
    std::int32_t maxAge = 60; ///< highest age shown, 0 ... 1200
    double level = 0.95; ///< of the Wilson intervals, strictly between 0 and 1
};

/// One cohort: everybody who joined in the same calendar month.
struct RetentionRow {
    std::int32_t cohortMonth = 0;
    std::int64_t size = 0; ///< all who joined, watched or not
    /// By age, table.ages long. Blank means not observed yet, never nought.
    std::vector<std::optional<Proportion>> cells;

    friend bool operator==(const RetentionRow&, const RetentionRow&) = default;
};

struct RetentionTable {
    std::vector<RetentionRow> rows; ///< cohorts with members, by month; the month under way is a row of blanks
    /// By age: all cohorts old enough to have that age, pooled, so each weighs by its members; younger cohorts are in
    /// neither numerator nor denominator. It may rise from one age to the next because other cohorts are in it.
    std::vector<std::optional<Proportion>> average;
    std::int32_t ages = 0; ///< number of columns: ages 0 ... ages - 1; 0 when no cohort has a complete month
    double level = 0.95;

    friend bool operator==(const RetentionTable&, const RetentionTable&) = default;
};

/**
 * The cohort triangle: of those who joined in month c, how many were still members k months later.
 *
 * Retained at age k means: the membership had not ended by the end of calendar month c + k, that is, leftMonth is
 * missing or later than c + k. Age 0 is the month of joining, so who joins and leaves in the same calendar month is in
 * no cell's `kept`, and age 0 may be below 100 %.
 *
 * A cell (c, k) exists only when month c + k is complete (c + k <= lastCompleteMonth). Its `total` is the cohort's
 * members watched to the end of month c + k; without lastWatchedMonth that is the whole cohort. A cell nobody of whom
 * was watched that long is blank.
 *
 * Months are calendar months: one who joins on 31 January and leaves on 1 February was a member for a day and is
 * retained at age 0, not at age 1. Exact durations are kaplanMeier()'s business. So is left truncation: members known
 * only because they were still there when an import was made must not be put into the cohorts of their old dates, which
 * would show the survivors alone.
 *
 * @return LeftBeforeJoined, BadLevel, BadRange (maxAge)
 *
 * Cost: O(n log cohorts + cohorts x ages). Order of members does not matter. Activity that may return (not membership)
 * needs other counts.
 */
[[nodiscard]] tl::expected<RetentionTable, AnalyticsError> retentionTable(
    std::span<const CohortMember> members, const RetentionTableOptions& options);

} // namespace lyceum::analytics
