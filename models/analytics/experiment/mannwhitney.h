// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Which of two variants tends to have the larger values, and by how much.
struct MannWhitneyTest {
    double w = 0; ///< pairs in which the treatment's is larger, ties counting one half: R's W
    double superiority = 0.5; ///< the share of such pairs: the chance that one of the treatment beats one of the control
    double p = 1; ///< two-sided
    Estimate shift; ///< Hodges and Lehmann's: the median of all differences treatment - control
    bool isExact = false; ///< p and the interval are from the exact distribution
    std::int64_t controlSize = 0;
    std::int64_t treatmentSize = 0;
    double level = 0.95;
    std::vector<Warning> warnings; ///< Approximate: normal although small and tied

    friend bool operator==(const MannWhitneyTest&, const MannWhitneyTest&) = default;
};

/**
 * Wilcoxon's rank sum test, or Mann and Whitney's, as R's wilcox.test(treatment, control).
 *
 * Exact when both have fewer than 50 values and no two are the same; else normal with correction for ties and continuity, where p
 * agrees with R's. The interval for the shift takes the matching order statistics of the differences (R's own when exact; where R
 * solves for the shift numerically, to 1e-4, this is the same interval with differences that occur). The differences are counted,
 * not listed: memory is O(n).
 *
 * Cost: O(n log n) to sort, and some ten passes each for the shift and the ends of its interval; never more than 130.
 *
 * @return BadLevel, TooFew (an empty variant), NotFinite (index: the row, the treatment's counted after the control's),
 *         NoVariation when all values are the same
 * @see Mann & Whitney (1947), Ann. Math. Stat. 18:50-60; Hodges & Lehmann (1963), ibid. 34:598-611; Hollander & Wolfe (1999),
 *      Nonparametric Statistical Methods, ch. 4.
 */
[[nodiscard]] tl::expected<MannWhitneyTest, AnalyticsError> mannWhitney(
    std::span<const double> control, std::span<const double> treatment, double level = 0.95);

} // namespace lyceum::analytics
