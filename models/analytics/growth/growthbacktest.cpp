// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/growth/growthbacktest.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

/// What no model can do anything with, whatever its own demands.
bool holdsForEveryModel(AnalyticsError::Kind kind)
{
    using enum AnalyticsError::Kind;
    return kind == LengthsDiffer || kind == NotFinite || kind == BadLevel || kind == TooLarge;
}

} // namespace

tl::expected<GrowthBacktest, AnalyticsError> growthBacktest(std::span<const GrowthModel> models, std::span<const double> times,
    std::span<const double> values, const GrowthOptions& options)
{
    constexpr std::size_t kLeast = 6;
    constexpr std::size_t kMost = 20;
    GrowthOptions step = options;
    step.horizon = std::max<std::size_t>(options.horizon, 1);
    const auto checked = fitGrowth(GrowthModel::Linear, times, values, step);
    if (!checked && (holdsForEveryModel(checked.error().kind) || checked.error().kind == AnalyticsError::Kind::BadRange))
        return tl::unexpected(checked.error());
    GrowthBacktest result;
    const std::size_t first = std::max(kLeast, times.size() / 2);
    if (times.size() > first) {
        const std::size_t stride = (times.size() - first + kMost - 1) / kMost;
        for (std::size_t origin = first; origin < times.size(); origin += stride)
            result.origins.push_back(origin);
    }
    double least = 0;
    for (const GrowthModel model : models) {
        GrowthBacktestRow row;
        row.model = model;
        std::vector<PastProjection> projections;
        for (const std::size_t origin : result.origins) {
            GrowthOptions reachable = step;
            reachable.horizon = std::min(step.horizon, times.size() - origin);
            const auto fit = fitGrowth(model, times.first(origin), values.first(origin), reachable);
            if (!fit) {
                ++row.failures;
                continue;
            }
            for (std::size_t h = 0; h < fit->projection.size(); ++h) {
                // By the time of the observation itself, which may lie a little beside the even step.
                const GrowthPoint& point = fit->projection[h];
                const auto bound = [](double x) { return std::isfinite(x) ? std::optional(x) : std::nullopt; };
                if (std::isfinite(point.value))
                    projections.push_back({double(origin - 1), double(origin + h), point.value, bound(point.low), bound(point.high)});
            }
        }
        std::vector<double> places(times.size());
        for (std::size_t i = 0; i < places.size(); ++i)
            places[i] = double(i);
        auto reviews = reviewProjections(projections, places, values);
        if (!reviews)
            return tl::unexpected(reviews.error());
        row.reviews = *std::move(reviews);
        if (row.failures == 0 && row.reviews.all.n > 0 && (!result.best || row.reviews.all.mae < least)) {
            result.best = model;
            least = row.reviews.all.mae;
        }
        result.rows.push_back(std::move(row));
    }
    return result;
}

} // namespace lyceum::analytics
