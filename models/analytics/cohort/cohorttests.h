// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/chisquare.h"
#include "analytics/proportion.h"

#include <tl/expected.hpp>

#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// One cohort against all others.
struct CohortTest {
    ProportionDifference difference; ///< of the cohort's share and that of the others together: cohort minus others (Newcombe)
    ChiSquareTest test; ///< one degree of freedom
    double adjustedP = 1; ///< after Holm, over the cohorts that were tested

    friend bool operator==(const CohortTest&, const CohortTest&) = default;
};

/**
 * Which cohorts differ from the rest at one age, without the fallacy of looking at many and believing the best.
 *
 * Each cohort is held against the sum of the others by the "N - 1" chi-square test, and the probabilities are adjusted after Holm. A
 * cohort without a cell, one that is alone, and one with which some expected count would be below 1 (where the test is
 * not to be trusted) is not tested: its place is empty, and it is not counted as a question. It is in the others' rest all the same.
 *
 * @param cells  one a cohort: a column of a cohort table
 * @return one a cohort, in their order; BadLevel; BadCount (`index`: the cell whose counts are impossible)
 * @see Campbell (2007), Stat. Med. 26:3661-3675; Newcombe (1998), Stat. Med. 17:873-890. O(n log n).
 */
[[nodiscard]] tl::expected<std::vector<std::optional<CohortTest>>, AnalyticsError> cohortTests(
    std::span<const std::optional<Proportion>> cells, double level = 0.95);

} // namespace lyceum::analytics
