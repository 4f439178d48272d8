// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/chisquare.h"
#include "analytics/estimate.h"
#include "analytics/experiment/armcounts.h"
#include "analytics/proportion.h"

#include <tl/expected.hpp>

#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Two variants compared by the share of each that had the event; differences and ratios are treatment against control.
struct ProportionComparison {
    Proportion control; ///< Wilson's interval
    Proportion treatment;
    Estimate difference; ///< treatment - control; Newcombe's interval; stdError without pooling
    double waldLow = 0; ///< difference -+ z stdError: the textbook's interval, poor for few events
    double waldHigh = 0;
    std::optional<Estimate> riskRatio; ///< stdError is of its logarithm; missing without events in the control
    std::optional<Estimate> oddsRatio; ///< the same; Woolf's; missing when any of the four cells is empty
    std::optional<double> z; ///< pooled; this and the tests are missing when all or none had the event
    std::optional<ChiSquareTest> chiSquare; ///< Pearson's without correction: z squared, and its two-sided p
    std::optional<ChiSquareTest> corrected; ///< with Yates' continuity correction, as R's prop.test
    std::optional<ChiSquareTest> g; ///< likelihood ratio
    double leastExpected = 0; ///< the smallest expected cell; below 5 Fisher's exact test is the one to read
    double level = 0.95;
    std::vector<Warning> warnings; ///< TooFew: an expected cell below 5. AtBoundary: an empty cell

    friend bool operator==(const ProportionComparison&, const ProportionComparison&) = default;
};

/**
 * Is the share of the treatment another than that of the control, and by how much?
 *
 * Intervals: Wilson for each share, Newcombe's for the difference, logarithmic (Katz; Woolf) for the ratios. No events
 * in the treatment make the risk ratio 0, without an interval.
 *
 * @param level  of all intervals, strictly between 0 and 1
 * @return BadCount (index 0 control, 1 treatment), TooFew for an empty variant, BadLevel. O(1); relative error below
 *         1e-12, p-values also where they are tiny.
 * @see Newcombe (1998), Stat. Med. 17:873-890; Katz et al. (1978), Biometrics 34:469-474; Woolf (1955), Ann. Hum.
 *      Genet. 19:251-253; Yates (1934), JRSS suppl. 1:217-235. R 4.2 prop.test, chisq.test.
 */
[[nodiscard]] tl::expected<ProportionComparison, AnalyticsError> compareProportions(
    const ArmCounts& control, const ArmCounts& treatment, double level = 0.95);

/// Do k variants have one share in common? Pearson's chi-square and the likelihood ratio, k - 1 degrees of freedom.
struct HomogeneityTest {
    ChiSquareTest chiSquare;
    ChiSquareTest g;
    double leastExpected = 0;
    std::vector<Warning> warnings; ///< TooFew: an expected cell below 5
};

/// @return BadCount (index: the variant), TooFew (fewer than two variants, or an empty one), NoVariation when all or
///         none had the event. O(k).
[[nodiscard]] tl::expected<HomogeneityTest, AnalyticsError> homogeneityTest(std::span<const ArmCounts> arms);

} // namespace lyceum::analytics
