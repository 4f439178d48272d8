// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/network/graph.h"

#include <utility>

namespace lyceum::analytics {

/// A node without which its component falls apart.
struct CutPoint {
    NodeId node = 0;
    std::size_t pieces = 0; ///< what is left of the component falls into so many, at least 2
    std::size_t separated = 0; ///< nodes that are then no longer with the largest piece; itself not counted

    friend bool operator==(const CutPoint&, const CutPoint&) = default;
};

struct CutPoints {
    std::vector<CutPoint> points; ///< those that separate most first, then by node
    std::vector<std::pair<NodeId, NodeId>> bridges; ///< edges whose loss parts a component; smaller end first, ascending

    friend bool operator==(const CutPoints&, const CutPoints&) = default;
};

/**
 * Articulation points and bridges, directions and weights aside: on whom and on which contacts the community hangs together.
 *
 * O(nodes + edges), no recursion.
 * @see Hopcroft & Tarjan (1973), Comm. ACM 16:372-378.
 */
[[nodiscard]] CutPoints cutPointsOf(const Graph& graph);

} // namespace lyceum::analytics
