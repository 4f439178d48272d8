// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/chisquare.h"
#include "analytics/estimate.h"
#include "analytics/experiment/armcounts.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Two variants compared within strata (segments) only, treatment against control, and the comparisons put together.
struct StratifiedComparison {
    std::optional<Estimate> oddsRatio; ///< common one; stdError is of its logarithm; missing when a cell is empty in all strata
    Estimate difference; ///< of the shares, weighted by stratum; stdError by Sato
    ChiSquareTest chiSquare; ///< Cochran-Mantel-Haenszel without correction
    ChiSquareTest corrected; ///< with continuity correction, the default of R's mantelhaen.test
    std::optional<ChiSquareTest> homogeneity; ///< Breslow-Day with Tarone's correction: is the odds ratio the same in all strata?
    std::size_t strata = 0; ///< informative ones: both variants present, and neither all nor none had the event
    std::size_t strataGiven = 0;
    std::int64_t n = 0; ///< members in all strata given
    double level = 0.95;
    std::vector<Warning> warnings; ///< TooFew (variance below 5), AtBoundary (no odds ratio), AssumptionFailed (homogeneity p < 0.05)
};

/// The two variants in one stratum.
struct Stratum {
    ArmCounts control;
    ArmCounts treatment;
};

/**
 * The effect of the treatment when segments differ in their rates and in how they were shared out (Simpson's paradox).
 *
 * Statistic, odds ratio and interval (Robins, Breslow & Greenland) are those of R's mantelhaen.test. Strata that lack a variant
 * count for nothing; strata where all or none had the event count for the difference only.
 *
 * @return BadCount (index: the stratum), BadLevel, TooFew when no stratum is informative. O(strata).
 * @see Mantel & Haenszel (1959), JNCI 22:719-748; Robins, Breslow & Greenland (1986), Biometrics 42:311-323; Sato (1989),
 *      Biometrics 45:1323-1324; Breslow & Day (1980); Tarone (1985), Biometrika 72:91-95.
 */
[[nodiscard]] tl::expected<StratifiedComparison, AnalyticsError> mantelHaenszel(std::span<const Stratum> strata, double level = 0.95);

} // namespace lyceum::analytics
