// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"
#include "analytics/experiment/armcounts.h"

#include <tl/expected.hpp>

#include <cstdint>

namespace lyceum::analytics {

/// Larger variants are refused: by then the normal approximation has no error to speak of.
inline constexpr std::int64_t kMostForFisher = 10'000'000'000;

/// Fisher's exact test of a two by two table, treatment against control.
struct FisherTest {
    double p = 1; ///< two-sided: all tables with these margins that are not more likely than this one
    double log10P = 0; ///< does not underflow
    double pLess = 1; ///< that the treatment has this many events or fewer, if the odds were the same
    double pGreater = 1; ///< this many or more
    Estimate oddsRatio; ///< conditional maximum likelihood; exact interval; an end may be infinite
    double level = 0.95;

    friend bool operator==(const FisherTest&, const FisherTest&) = default;
};

/**
 * Fisher's exact test, with the conditional estimate of the odds ratio and its exact interval (each tail (1 - level)/2).
 *
 * p-values are those of R's fisher.test, tables within a relative 1e-7 counting as equally likely; relative error below
 * 1e-11. Odds ratio and interval are solved to 1e-12, while fisher.test stops its search at an absolute 1.2e-4 of the odds
 * ratio or its inverse: the two agree to some 1e-3 only. No events or nothing but events in one variant put the odds ratio
 * at 0 or infinity; when that holds of both every odds ratio explains the table: value NaN, interval 0 to infinity.
 *
 * Cost: O(standard deviations of the hypergeometric distribution), some thousand steps for a million members.
 *
 * @return BadCount (index 0 control, 1 treatment), TooFew for an empty variant, TooLarge, BadLevel
 * @see Fisher (1935), The Design of Experiments; Cornfield (1956), Proc. 3rd Berkeley Symp. 4:135-148.
 */
[[nodiscard]] tl::expected<FisherTest, AnalyticsError> fisherExact(
    const ArmCounts& control, const ArmCounts& treatment, double level = 0.95);

} // namespace lyceum::analytics
