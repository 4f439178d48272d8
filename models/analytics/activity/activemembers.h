// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/activitygrid.h"
#include "analytics/analyticserror.h"
#include "analytics/estimate.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/**
 * Different members active in the `window` days that end with each day: 1 is DAU, 7 a trailing WAU, 30 a trailing MAU.
 *
 * @param days    a grid of days that are over
 * @param window  at least 1
 * @return one a day; blank for the first window - 1 days, before which nothing is known; BadRange (window)
 *
 * Cost: O(members + active days).
 */
[[nodiscard]] tl::expected<std::vector<std::optional<std::int64_t>>, AnalyticsError> activeMembers(const ActivityGrid& days, std::int32_t window);

/// One calendar month (or other range of days) of which all days are over.
struct Stickiness {
    std::int64_t mau = 0; ///< different members active in the month
    std::int32_t days = 0; ///< of the month
    std::int32_t daysWithActivity = 0;
    double meanDau = 0; ///< over all days
    /// Mean DAU over all days / MAU: on what share of days the average active member comes. Its error is that between members.
    /// Missing where nobody was active.
    std::optional<Estimate> share;
    std::optional<Estimate> shareOfActiveDays; ///< the same over the days with any activity only (Jive's); never below `share`

    friend bool operator==(const Stickiness&, const Stickiness&) = default;
};

/**
 * Stickiness by month.
 *
 * @param days    a grid of days
 * @param firsts  the first day of each month as an index into the grid, ascending, and at last the day after the last; between 0 and
 *                days.periods()
 * @return one a month; BadRange (`index`: the place in `firsts`), TooFew (fewer than 2), BadLevel
 *
 * Cost: O(members x months + active days).
 */
[[nodiscard]] tl::expected<std::vector<Stickiness>, AnalyticsError> stickiness(
    const ActivityGrid& days, std::span<const std::int32_t> firsts, double level = 0.95);

/// Days in a row on which a member was active.
struct Streak {
    std::int32_t current = 0; ///< days up to and with the last day of the grid; 0 when that was missed
    std::int32_t longest = 0;
    std::int32_t activeDays = 0;

    friend bool operator==(const Streak&, const Streak&) = default;
};

/// One a member. The grid may be one of weeks. Streaks that began before the grid are cut at its beginning. O(members + active days).
[[nodiscard]] std::vector<Streak> streaks(const ActivityGrid& days);

/// What the members of an interval did, compared with the interval before.
struct Lifecycle {
    std::int32_t period = 0; ///< index; from 1: the first period is the one before the second and has no answer of its own
    std::int64_t fresh = 0; ///< active now, and never before
    std::int64_t returning = 0; ///< active now and in the period before
    std::int64_t resurrected = 0; ///< active now, not in the period before, but earlier
    std::int64_t dormant = 0; ///< not active now, but in the period before

    /// Active now. And returning + dormant were active in the period before.
    [[nodiscard]] std::int64_t active() const { return fresh + returning + resurrected; }

    friend bool operator==(const Lifecycle&, const Lifecycle&) = default;
};

/**
 * New, returning, resurrected and dormant members by period, as PostHog counts them.
 *
 * "Never before" is by all events handed in: those before the first period of the grid count as earlier activity.
 *
 * @return one a period but the first. O(members + active periods).
 */
[[nodiscard]] std::vector<Lifecycle> lifecycle(const ActivityGrid& periods);

} // namespace lyceum::analytics
