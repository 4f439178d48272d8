// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/growth/growthfit.h"

namespace lyceum::analytics {

/// What fitGrowth() has made of its input before it hands it to a family of models: checked, times from the first observation.
struct GrowthData {
    std::vector<double> times;
    std::span<const double> values;
    double firstTime = 0;
    double step = 1; ///< mean
    std::size_t horizon = 0;
    double level = 0.95;

    [[nodiscard]] double projectedTime(std::size_t ahead) const { return times.back() + step * double(ahead); }
};

/// Student's two-sided quantile: 2.776 for 95 % and 4 degrees of freedom.
[[nodiscard]] double studentQuantile(double level, std::size_t degreesOfFreedom);

/// The straight line by least squares, of `responses` on the times.
struct GrowthLine {
    double middle = 0; ///< mean time
    double mean = 0; ///< mean response
    double spread = 0; ///< sum of squared distances of times from the middle
    double slope = 0;
    double squares = 0; ///< residual

    [[nodiscard]] double at(double time) const { return mean + slope * (time - middle); }
};
[[nodiscard]] GrowthLine lineThrough(std::span<const double> times, std::span<const double> responses);

// The families. `fit` comes with model, n and level; they add all else but the warnings that hold for every model.

/// Logistic and Gompertz. NotConverged.
[[nodiscard]] tl::expected<GrowthFit, AnalyticsError> fitSaturation(GrowthFit fit, const GrowthData& data);
/// Bass and recursive. NotConverged, Singular.
[[nodiscard]] tl::expected<GrowthFit, AnalyticsError> fitRecursion(GrowthFit fit, const GrowthData& data);

} // namespace lyceum::analytics
