// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"
#include "analytics/survival/survivalsample.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Who left when, and why: as SurvivalSample, with a cause in place of a flag. Borrowed, never kept.
struct CompetingSample {
    std::span<const double> times;
    std::span<const std::uint32_t> causes; ///< 0 censored, else 1 ... causeCount
    std::span<const double> entries; ///< empty: everybody was watched from the start
    std::size_t causeCount = 0; ///< at least 1; a cause may have no events
};

struct CompetingRisksOptions {
    BandTransform transform = BandTransform::LogLog;
    double level = 0.95; ///< two-sided, pointwise; strictly between 0 and 1
};

/// The probability to have left for one cause by a time.
struct IncidencePoint {
    std::int64_t events = 0; ///< of this cause, at the time
    Estimate incidence; ///< in [0, 1]; no interval while it is 0, and with LogLog none at 1

    friend bool operator==(const IncidencePoint&, const IncidencePoint&) = default;
};

/// Everything at one distinct exit time; it holds until the next.
struct CompetingStep {
    double time = 0;
    std::int64_t atRisk = 0; ///< just before `time`
    std::int64_t censored = 0; ///< at `time`, after its events
    Estimate staying; ///< the probability to have left for no cause: Kaplan and Meier's; no interval at 0, see above
    std::vector<IncidencePoint> causes; ///< of cause 1, 2, ...

    friend bool operator==(const CompetingStep&, const CompetingStep&) = default;
};

/// Aalen-Johansen estimates with what they were made from.
struct CompetingRisks {
    std::vector<CompetingStep> steps; ///< one per distinct exit time, ascending; before the first everybody stays
    std::vector<std::int64_t> events; ///< of cause 1, 2, ...
    std::int64_t subjects = 0;
    BandTransform transform = BandTransform::LogLog;
    double level = 0.95;

    friend bool operator==(const CompetingRisks&, const CompetingRisks&) = default;
};

/**
 * The cumulative incidence of each of several ways to leave (by choice, by failed payment), with the others in force:
 * Aalen and Johansen's estimate. At any time the incidences and the probability to stay sum to 1; one minus a
 * Kaplan-Meier curve that counts the other causes as censored would promise more leaving than can happen.
 *
 * Estimates, standard errors and bands are those of R's `survfit(Surv(entry, time, factor(cause)) ~ 1, id)`: the standard
 * error is the infinitesimal jackknife's, the root of the sum of each subject's squared influence. Without entries it is
 * Greenwood's. Ties, near ties and entries as SurvivalSample.
 *
 * Nobody is an answer: no steps.
 *
 * @return BadLevel; BadCount (no cause); BadEvent (a cause above causeCount); errors of SurvivalSample; TooLarge. Cost:
 *         O(n + (largest time + n) x causes) for days, else O(n log n + n x causes).
 * @see Aalen & Johansen (1978), Scand. J. Stat. 5:141-150; Andersen et al. (1993), section IV.4; Putter, Fiocco & Geskus
 *      (2007), Stat. Med. 26:2389-2430; Therneau, Crowson & Atkinson (2023), "Multi-state models and competing risks".
 */
[[nodiscard]] tl::expected<CompetingRisks, AnalyticsError> competingRisks(
    const CompetingSample& sample, const CompetingRisksOptions& options = {});

/// The step that holds at time t: the last one with step.time <= t; null before the first.
[[nodiscard]] const CompetingStep* stepAt(const CompetingRisks& risks, double t);

} // namespace lyceum::analytics
