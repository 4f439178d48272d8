// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/growth/compound.h"

#include <cmath>

namespace lyceum::analytics {

std::optional<double> compoundGrowth(double start, double rate, double periods)
{
    if (!(rate > -1))
        return std::nullopt;
    const double value = start * std::exp(periods * std::log1p(rate));
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> recursiveGrowth(double start, double a, double b, double periods)
{
    if (!(b > -1) || !(periods >= 0))
        return std::nullopt;
    const double growth = std::expm1(periods * std::log1p(b)); // (1 + b)^t - 1
    const double joined = b == 0 ? a * periods : a * (growth / b);
    const double value = start + start * growth + joined;
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace lyceum::analytics
