// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Rows that have the same score.
struct TiedScore {
    double score = 0;
    std::int64_t events = 0;
    std::int64_t others = 0;

    friend bool operator==(const TiedScore&, const TiedScore&) = default;
};

/// LengthsDiffer, NotFinite, BadEvent, or nothing: what everything that judges scores asks of them. O(n).
[[nodiscard]] tl::expected<void, AnalyticsError> checkScores(
    std::span<const double> scores, std::span<const std::uint8_t> outcomes);

/// Each distinct score once, ascending. Errors of checkScores(); NoVariation when all outcomes are the same, or there are none.
[[nodiscard]] tl::expected<std::vector<TiedScore>, AnalyticsError> tiedScores(
    std::span<const double> scores, std::span<const std::uint8_t> outcomes);

} // namespace lyceum::analytics
