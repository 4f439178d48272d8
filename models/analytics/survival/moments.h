// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/survival/survivalsample.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Times closer together than this are one: the rule of R's aeqSurv, from the sum and the number of the distinct times.
[[nodiscard]] double nearness(double sumOfDistinct, std::size_t distinct);

/// When things happened in a sample, by number: what comes later has the larger number, what counts as the same moment
/// the same one.
struct Moments {
    std::vector<double> times; ///< of each moment, ascending; some may have neither an exit nor an entry
    std::vector<std::uint32_t> exits; ///< moment of each subject's exit
    std::vector<std::uint32_t> entries; ///< moment of each subject's entry; empty without entries
};

/**
 * Numbers the moments of a sample by the rules of SurvivalSample, near ties included.
 *
 * @return the errors of SurvivalSample, and TooLarge from 2^31 subjects on. O(n) for whole numbers (days, months) that
 *         are not much larger than n, else O(n log n).
 */
[[nodiscard]] tl::expected<Moments, AnalyticsError> momentsOf(const SurvivalSample& sample);

/// The indexes of `keys` by ascending key, equal ones in their order; every key is below keyCount. O(n + keyCount).
[[nodiscard]] std::vector<std::uint32_t> orderByKey(std::span<const std::uint32_t> keys, std::size_t keyCount);

} // namespace lyceum::analytics
