// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/network/graph.h"

#include <optional>

namespace lyceum::analytics {

/// How many others each node interacts with, and how much; each vector has one number a node.
struct Degrees {
    std::vector<std::uint32_t> in; ///< different nodes that address it; undirected: all neighbours
    std::vector<std::uint32_t> out; ///< different nodes it addresses; undirected: all neighbours
    std::vector<std::uint32_t> all; ///< different nodes either way, each once
    std::vector<double> inStrength; ///< the weight of its edges inward, interactions with itself left out
    std::vector<double> outStrength;
    std::vector<double> strength; ///< both; undirected: the same as the other two
    std::vector<double> self; ///< the weight of its interactions with itself

    friend bool operator==(const Degrees&, const Degrees&) = default;
};

/// O(nodes + edges).
[[nodiscard]] Degrees degreesOf(const Graph& graph);

/// Edges among all that are possible, in [0, 1]; missing for fewer than two nodes. Contacts with oneself do not count.
[[nodiscard]] std::optional<double> densityOf(const Graph& graph);

/// The share of edges that are answered by an edge the other way, in [0, 1]; missing without edges, 1 where the graph is
/// undirected. igraph's reciprocity() in its default mode. O(edges log degree).
[[nodiscard]] std::optional<double> reciprocityOf(const Graph& graph);

/// The correlation of the degrees at both ends of an edge, directions aside: whether those with many contacts keep to
/// themselves. Missing without edges, and where all degrees are the same. Newman (2002), Phys. Rev. Lett. 89:208701.
[[nodiscard]] std::optional<double> degreeAssortativityOf(const Graph& graph);

} // namespace lyceum::analytics
