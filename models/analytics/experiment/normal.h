// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/quietmath.h"

#include <boost/math/special_functions/erf.hpp>

#include <cmath>
#include <numbers>

namespace lyceum::analytics {

/// P(Z <= z), relative error below 1e-14 in the lower tail.
inline double normalBelow(double z)
{
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

/// The z with P(Z > z) = p, 0 < p < 1; exact to the last digits for small p.
inline double normalUpperQuantile(double p)
{
    return std::numbers::sqrt2 * boost::math::erfc_inv(2 * p, QuietMath());
}

} // namespace lyceum::analytics
