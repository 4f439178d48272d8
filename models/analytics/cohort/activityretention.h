// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"
#include "analytics/proportion.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// What members did, as arrays of equal length, in any order. Borrowed.
struct CohortEvents {
    std::span<const std::uint32_t> members; ///< who: below memberCount
    std::span<const std::int64_t> times; ///< when, UTC seconds
    std::span<const std::int64_t> amounts = {}; ///< minor units of one currency, may be negative (a refund); empty: no money is counted
    /// When each member joined, UTC seconds, memberCount long. Empty: at their first event, and who has none is in no cohort.
    std::span<const std::int64_t> joined = {};
    std::uint32_t memberCount = 0;
};

/// What counts as being there at an age.
enum class RetentionKind {
    On, ///< active in exactly that period ("N-day")
    OnOrAfter, ///< active in that period or in any later one that is over ("unbounded")
    Bracket, ///< active in any period of a range of ages
};

struct ActivityRetentionOptions {
    /// The periods by which members are put into cohorts: the start of each, and at last the end of the last one (PeriodIndex). All of
    /// them are over: a period under way is handed in by nobody, since what has only begun is neither retention nor churn.
    std::span<const std::int64_t> cohortStarts;
    /// The periods in which age is counted, e.g. days beside cohorts of months; empty: cohortStarts.
    std::span<const std::int64_t> ageStarts = {};
    RetentionKind kind = RetentionKind::On;
    /// For Bracket: the first age of each bracket, ascending from 0 or later, and at last the age at which the last one ends
    /// (exclusive). {0, 1, 7, 30} are age 0, ages 1 to 6 and ages 7 to 29.
    std::vector<std::int32_t> brackets = {};
    std::int32_t maxAge = 60; ///< highest age shown by the other kinds, 0 ... 10000
    double level = 0.95; ///< of the Wilson intervals, strictly between 0 and 1
};

/// One cohort.
struct ActivityCohort {
    std::int32_t period = 0; ///< index of the period in which its members joined
    std::int64_t size = 0;
    /// By column. `total` are those who have reached the column's age, `kept` those of them who were there. Blank: nobody has, never 0.
    std::vector<std::optional<Proportion>> cells;
    /// By column: what those who have reached the age (cells[k]->total) brought at it, whatever the kind. Blank as the cell; empty
    /// without amounts.
    std::vector<std::optional<std::int64_t>> money;

    friend bool operator==(const ActivityCohort&, const ActivityCohort&) = default;
};

struct ActivityRetention {
    RetentionKind kind = RetentionKind::On;
    std::vector<std::int32_t> columns; ///< the age of each column; for brackets their first age, and one more: the end of the last
    std::vector<ActivityCohort> cohorts; ///< those with members, by period
    /// By column: all who have reached the age, of whatever cohort; so each cohort weighs by its members and young ones are in neither
    /// numerator nor denominator. It may rise from one age to the next, because other cohorts are in it.
    std::vector<std::optional<Proportion>> average;
    std::vector<std::optional<std::int64_t>> money; ///< by column: the sum over all cohorts; empty without amounts
    std::int64_t members = 0; ///< in the cohorts
    std::int64_t joinedOutside = 0; ///< joined before the first cohort or after the last one, and so in none
    std::int64_t events = 0; ///< in the periods of age
    std::int64_t eventsOutside = 0; ///< before the first of them or after the last: not looked at
    double level = 0.95;

    friend bool operator==(const ActivityRetention&, const ActivityRetention&) = default;
};

/**
 * The cohort triangle of activity that may return: of those who joined in a period, how many were active k periods later.
 *
 * Age is counted in whole periods: an event in the period of joining has age 0, whenever in it; events in earlier periods count nowhere.
 * A member has reached an age when the period of that age is over, that is, handed in; a bracket when its last period is. With
 * cohorts of months and ages of days the younger members of a month have reached fewer ages: they are in no cell they have not
 * reached. On-or-after looks to the end of the data, so a young cohort has had less time to come back: read its last columns with
 * care.
 *
 * Only who is known from the beginning may be in a cohort. Without `joined` the first event that is handed in is taken for
 * the first there was: cut the first cohort accordingly.
 *
 * Cost: O(events + members x ages / 64 + cohorts x ages), a few nanoseconds an event; memory: a bit for each member and age period.
 * Sums of money are exact. Order of events does not matter.
 *
 * @return LengthsDiffer, BadGroup (a member not below memberCount), BadLevel, BadRange (maxAge, brackets), TooLarge (more than 2^33
 *         bits, or sums of money that might not fit), and the errors of PeriodIndex
 */
[[nodiscard]] tl::expected<ActivityRetention, AnalyticsError> activityRetention(
    const CohortEvents& events, const ActivityRetentionOptions& options);

} // namespace lyceum::analytics
