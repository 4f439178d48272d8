// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/holm.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace lyceum::analytics {

std::vector<std::size_t> ascendingOrder(std::span<const double> p)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (!std::isnan(p[i]))
            order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p[i]; });
    return order;
}

std::vector<double> holmAdjusted(std::span<const double> p)
{
    const std::vector<std::size_t> order = ascendingOrder(p);
    std::vector<double> adjusted(p.begin(), p.end());
    double highest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        highest = std::max(highest, double(order.size() - rank) * p[order[rank]]);
        adjusted[order[rank]] = std::min(highest, 1.0);
    }
    return adjusted;
}

} // namespace lyceum::analytics
