// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/proportion.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// A number that somebody once projected. Times are in one unit of the caller's choice, the same as the series'.
struct PastProjection {
    double madeAt = 0;
    double target = 0; ///< the time it is about, after madeAt
    double projected = 0;
    std::optional<double> low; ///< of the interval it was given with
    std::optional<double> high;
};

/// What became of the projections that looked equally far ahead, or of all.
struct ProjectionReview {
    std::optional<double> lead; ///< how far they looked ahead; missing in the row of all
    std::size_t n = 0; ///< projections whose time has come; nothing below means anything while it is 0
    double meanError = 0; ///< what came less what was projected: above 0, projections were too low
    double mae = 0;
    double smape = 0; ///< mean of 200 |f - y| / (|f| + |y|), in percent
    std::optional<Proportion> coverage; ///< share inside their intervals; missing where none had one
};

struct ProjectionReviews {
    ProjectionReview all;
    std::vector<ProjectionReview> byLead; ///< ascending
    std::size_t pending = 0; ///< projections of times the series does not have (yet)
};

/**
 * What happened to past projections: each is held against the number that came at its time.
 *
 * @param times   ascending, each once, finite; as long as `values`
 * @return LengthsDiffer, NotFinite and BadRange (a projection, or a time out of order) with the index of the element; BadValue: low above high.
 *         O((projections + times) log).
 */
[[nodiscard]] tl::expected<ProjectionReviews, AnalyticsError> reviewProjections(
    std::span<const PastProjection> projections, std::span<const double> times, std::span<const double> values);

} // namespace lyceum::analytics
