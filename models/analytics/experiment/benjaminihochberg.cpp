// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/benjaminihochberg.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace lyceum::analytics {

std::vector<double> benjaminiHochbergAdjusted(std::span<const double> p)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (!std::isnan(p[i]))
            order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p[i]; });
    std::vector<double> adjusted(p.begin(), p.end());
    double least = 1;
    for (std::size_t rank = order.size(); rank-- > 0;) {
        least = std::min(least, double(order.size()) / double(rank + 1) * p[order[rank]]);
        adjusted[order[rank]] = least;
    }
    return adjusted;
}

} // namespace lyceum::analytics
