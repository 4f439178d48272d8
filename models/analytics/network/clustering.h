// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/network/graph.h"

#include <optional>

namespace lyceum::analytics {

/// How often two contacts of somebody are contacts of each other. Directions, weights and self-loops aside.
struct Clustering {
    std::vector<std::uint64_t> triangles; ///< through each node
    std::vector<double> local; ///< triangles among the pairs of neighbours, in [0, 1]; 0 for fewer than two neighbours
    std::uint64_t allTriangles = 0; ///< in the graph, each once
    std::optional<double> global; ///< closed among all paths of two edges; missing where there is no such path
    std::optional<double> average; ///< of `local`; missing without nodes

    friend bool operator==(const Clustering&, const Clustering&) = default;
};

/**
 * Clustering coefficients.
 *
 * O(edges^1.5) at worst, O(edges) memory: each triangle is found once, from its node of smallest degree.
 * @see Watts & Strogatz (1998), Nature 393:440-442; Latapy (2008), Theor. Comput. Sci. 407:458-473 ("forward").
 */
[[nodiscard]] Clustering clusteringOf(const Graph& graph);

} // namespace lyceum::analytics
