// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/network/graph.h"

#include <tl/expected.hpp>

namespace lyceum::analytics {

struct LayoutOptions {
    std::uint64_t seed = 1;
    int steps = 100; ///< in [1, 10000]
    double accuracy = 0.8; ///< in [0, 2]: groups of nodes that appear smaller than this count as one; 0: none do
};

struct LayoutPoint {
    double x = 0;
    double y = 0;

    friend bool operator==(const LayoutPoint&, const LayoutPoint&) = default;
};

/// Where to draw each node. Edges are in the order of 1 long; the origin is the upper left corner.
struct Layout {
    std::vector<LayoutPoint> points; ///< one a node, within width and height
    double width = 0;
    double height = 0;

    friend bool operator==(const Layout&, const Layout&) = default;
};

/**
 * A picture of a graph: nodes push one another off, edges draw them together; directions and weights aside.
 *
 * Each component is laid out by itself, and their boxes stand in rows, the highest first, at least 0.5 apart: none overlaps
 * another. The same graph and options give the same picture. Two nodes may come to lie very near each other, but a
 * coordinate is always finite.
 *
 * O(steps (nodes log nodes + edges)): far groups push as one (Barnes-Hut). 5 000 nodes with 20 000 edges take well below a
 * second.
 *
 * @return BadRange (an option is outside its domain)
 * @see Fruchterman & Reingold (1991), Softw. Pract. Exper. 21:1129-1164; Barnes & Hut (1986), Nature 324:446-449.
 */
[[nodiscard]] tl::expected<Layout, AnalyticsError> layoutOf(const Graph& graph, const LayoutOptions& options = {});

} // namespace lyceum::analytics
