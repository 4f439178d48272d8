// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/math/quadrature/gauss.hpp>

#include <cmath>

namespace lyceum::analytics {

/// The integral over [from, to] of a function that is smooth on the scale of 1: Gauss and Legendre's rule of 20 points on panels of at
/// most 1/2. O(20 (to - from)) evaluations.
template <class Integrand>
double integrateByPanels(double from, double to, const Integrand& integrand)
{
    constexpr double kWidest = 0.5;
    if (!(to > from))
        return 0;
    const double panels = std::ceil((to - from) / kWidest);
    const double width = (to - from) / panels;
    double sum = 0;
    for (double panel = 0; panel < panels; ++panel) {
        const double begin = from + panel * width;
        // On [-1, 1], so that the rule itself is used: the overload with limits may throw.
        sum += boost::math::quadrature::gauss<double, 20>::integrate(
            [&](double at) { return integrand(begin + width * (at + 1) / 2); }, nullptr);
    }
    return sum * width / 2;
}

} // namespace lyceum::analytics
