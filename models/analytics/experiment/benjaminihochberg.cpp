// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/benjaminihochberg.h"

#include "analytics/holm.h"

#include <algorithm>
#include <cstddef>

namespace lyceum::analytics {

std::vector<double> benjaminiHochbergAdjusted(std::span<const double> p)
{
    const std::vector<std::size_t> order = ascendingOrder(p);
    std::vector<double> adjusted(p.begin(), p.end());
    double least = 1;
    for (std::size_t rank = order.size(); rank-- > 0;) {
        least = std::min(least, double(order.size()) / double(rank + 1) * p[order[rank]]);
        adjusted[order[rank]] = least;
    }
    return adjusted;
}

} // namespace lyceum::analytics
