// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/chisquare.h"
#include "analytics/estimate.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Below this p the variants are not of the sizes that were planned: something other than chance shared the members out.
inline constexpr double kSampleRatioAlarm = 0.001;

/// Are variants of the sizes they were planned to have?
struct SampleRatioTest {
    ChiSquareTest test;
    std::vector<double> expected; ///< one a variant
    std::int64_t n = 0;
    bool isMismatch = false; ///< p < kSampleRatioAlarm
    std::vector<Warning> warnings; ///< SampleRatioMismatch; TooFew: fewer than 5 expected somewhere
};

/**
 * Pearson's goodness of fit of the observed sizes. To be asked before any result is read: a mismatch means that members were lost
 * or assigned by something that may have to do with the outcome.
 *
 * @param observed  members in each variant, at least 0; at least two variants
 * @param weights   planned shares in any unit, as long as `observed`; finite and above 0
 * @return LengthsDiffer, BadCount, BadWeight (index: the variant), TooFew (fewer than two variants, or nobody at all). O(k).
 * @see Fabijan et al. (2019), "Diagnosing sample ratio mismatch in online controlled experiments", KDD.
 */
[[nodiscard]] tl::expected<SampleRatioTest, AnalyticsError> sampleRatioTest(
    std::span<const std::int64_t> observed, std::span<const double> weights);

} // namespace lyceum::analytics
