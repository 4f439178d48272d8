// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/churn/riskmodel.h"

#include <vector>

namespace lyceum::analytics {

/// Some rows of a sample, copied.
struct OwnedSample {
    std::vector<double> features;
    std::size_t columns = 0;
    std::vector<std::uint8_t> outcomes;
    std::vector<std::size_t> rows; ///< which of the whole sample, ascending

    [[nodiscard]] RiskSample sample() const { return {features, columns, outcomes}; }
};

/// The rows of a part, or with `tested` false all that may be learned from when it is tested: the others, by time those before it.
[[nodiscard]] OwnedSample rowsOf(const RiskSample& sample, const ValidationParts& parts, std::uint32_t part, bool tested);

/// The groups of these rows, numbered anew from 0; empty stays empty.
[[nodiscard]] std::vector<std::uint32_t> groupsOf(std::span<const std::uint32_t> groups, const std::vector<std::size_t>& rows);

/// splitIntoFolds(); without groups the rarer outcome is spread evenly over the folds, so that few events do not all fall into one.
[[nodiscard]] tl::expected<ValidationParts, AnalyticsError> splitEvenly(
    const RiskSample& sample, std::uint32_t folds, std::uint64_t seed, std::span<const std::uint32_t> groups);

/// LengthsDiffer, BadGroup (a part is not below the count), BadRange (fewer than two parts, or by time more than three), TooFew (a part has no
/// rows; `index` is which).
[[nodiscard]] tl::expected<void, AnalyticsError> check(const ValidationParts& parts, std::size_t rows);

} // namespace lyceum::analytics
