// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/forecast/pastprojections.h"
#include "analytics/growth/growthfit.h"

namespace lyceum::analytics {

/// How a model's projections would have turned out.
struct GrowthBacktestRow {
    GrowthModel model = GrowthModel::Linear;
    ProjectionReviews reviews; ///< leads count steps; coverage is that of intervals of the options' level
    std::size_t failures = 0; ///< origins at which the model could not be fitted
};

struct GrowthBacktest {
    std::vector<GrowthBacktestRow> rows; ///< in the order of the models asked for
    std::vector<std::size_t> origins; ///< how many observations were known each time
    std::optional<GrowthModel> best; ///< of least mean absolute error among those that never failed; missing without an origin
};

/**
 * Rolling origin: every model is fitted anew to the first k observations, for each k from half the series (at least 6) on, at most 20 of them
 * evenly spread, and projects up to `horizon` steps into what is known since. Meant for evenly spaced times: the h-th projection is held against the h-th observation that follows.
 *
 * @param options  the horizon (1 where it is 0) and the level
 * @return errors of fitGrowth() that hold for every model: lengths, numbers, times, level, horizon
 */
[[nodiscard]] tl::expected<GrowthBacktest, AnalyticsError> growthBacktest(std::span<const GrowthModel> models,
    std::span<const double> times, std::span<const double> values, const GrowthOptions& options = {});

} // namespace lyceum::analytics
