// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/survival/survivalsample.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <vector>

namespace lyceum::analytics {

/// The cumulative hazard at one distinct time; it holds until the next step's.
struct HazardStep {
    double time = 0;
    std::int64_t atRisk = 0; ///< just before `time`
    std::int64_t events = 0;
    std::int64_t censored = 0;
    double hazard = 0; ///< H(time) = sum of events / atRisk up to `time`
    double stdError = 0; ///< sqrt(sum of events / atRisk^2)
    double low = 0; ///< H exp(-z stdError / H); 0 while H is 0
    double high = 0; ///< H exp(+z stdError / H); 0 while H is 0

    friend bool operator==(const HazardStep&, const HazardStep&) = default;
};

/// A Nelson-Aalen estimate with what it was made from.
struct HazardCurve {
    std::vector<HazardStep> steps; ///< one per distinct exit time, ascending; H is 0 before the first
    std::int64_t subjects = 0;
    std::int64_t events = 0;
    double level = 0.95;

    friend bool operator==(const HazardCurve&, const HazardCurve&) = default;
};

/**
 * The Nelson-Aalen estimate of the cumulative hazard; ties are not broken up. Hazard and standard error are `cumhaz`
 * and `std.chaz` of R's survfit; the interval is the log-transformed one.
 *
 * Domain, ties, entries, errors and cost as kaplanMeier().
 *
 * @see Aalen (1978), Ann. Stat. 6:701-726; Klein & Moeschberger (2003), sections 4.2 and 4.3.
 */
[[nodiscard]] tl::expected<HazardCurve, AnalyticsError> nelsonAalen(const SurvivalSample& sample, double level = 0.95);

} // namespace lyceum::analytics
