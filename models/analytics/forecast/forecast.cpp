// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast/forecast.h"

#include "analytics/compensatedsum.h"
#include "analytics/quietmath.h"

#include <boost/math/special_functions/erf.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace lyceum::analytics {

double quantileOf(const ForecastStep& step, double p)
{
    if (!(p > 0) || !(p < 1))
        return std::numeric_limits<double>::quiet_NaN();
    if (step.draws.empty())
        return step.mean - step.stdError * std::numbers::sqrt2 * boost::math::erfc_inv(2 * p, QuietMath());
    const double n = double(step.draws.size());
    const double place = std::clamp(p * (n + 1.0 / 3) - 2.0 / 3, 0.0, n - 1); // from 0
    const auto below = std::size_t(place);
    const std::size_t above = std::min(below + 1, step.draws.size() - 1);
    const double share = place - double(below);
    return step.draws[below] + share * (step.draws[above] - step.draws[below]);
}

std::optional<PredictionInterval> intervalOf(const ForecastStep& step, double level)
{
    if (!(level > 0) || !(level < 1))
        return std::nullopt;
    return PredictionInterval {quantileOf(step, 0.5 - level / 2), quantileOf(step, 0.5 + level / 2)};
}

double crpsOf(const ForecastStep& step, double actual)
{
    if (step.draws.empty()) {
        if (!(step.stdError > 0))
            return std::abs(actual - step.mean);
        const double z = (actual - step.mean) / step.stdError;
        const double density = std::exp(-0.5 * z * z) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
        return step.stdError * (z * std::erf(z / std::numbers::sqrt2) + 2 * density - std::numbers::inv_sqrtpi);
    }
    const double n = double(step.draws.size());
    CompensatedSum distance;
    CompensatedSum spread; // of pairs: sorted, each draw is above those before it and below those after
    for (std::size_t i = 0; i < step.draws.size(); ++i) {
        distance.add(std::abs(step.draws[i] - actual));
        spread.add((2 * double(i) + 1 - n) * step.draws[i]);
    }
    return distance.value() / n - spread.value() / (n * n);
}

double pinballLoss(double quantile, double p, double actual)
{
    return actual >= quantile ? p * (actual - quantile) : (1 - p) * (quantile - actual);
}

} // namespace lyceum::analytics
