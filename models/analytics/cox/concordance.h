// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"
#include "analytics/survival/survivalsample.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <span>

namespace lyceum::analytics {

/// How often of two rows the one with the higher score has its event first.
struct Concordance {
    Estimate share; ///< (concordant + tied / 2) / pairs; 0.5 is a coin, 1 perfect. Cut to [0, 1]
    std::int64_t concordant = 0; ///< pairs in which the higher score went first
    std::int64_t discordant = 0;
    std::int64_t tied = 0; ///< pairs with equal scores
    double level = 0.95;

    friend bool operator==(const Concordance&, const Concordance&) = default;
};

/**
 * Harrell's concordance of a risk score with what happened, over all pairs that can be compared: one had its event while
 * the other, of the same stratum, was at risk, and lasted longer or was censored at that time.
 *
 * The same as R's `concordance(Surv(entry, time, event) ~ score + strata(s), reverse = TRUE)`, which `coxph` prints; the
 * standard error is the infinitesimal jackknife's.
 *
 * @param scores  one a row, finite; only their order matters
 * @param strata  below the number of rows; empty: one stratum
 * @return errors of SurvivalSample, BadLevel, LengthsDiffer, NotFinite, BadGroup, TooLarge (2^31 rows), TooFew (no pair)
 * @see Harrell et al. (1982), JAMA 247:2543-2546; Therneau & Watson (2015), Mayo technical report 85. O(n log n).
 */
[[nodiscard]] tl::expected<Concordance, AnalyticsError> concordance(const SurvivalSample& sample,
    std::span<const double> scores, std::span<const std::uint32_t> strata = {}, double level = 0.95);

} // namespace lyceum::analytics
