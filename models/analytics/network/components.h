// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/network/graph.h"

namespace lyceum::analytics {

/// Parts of a graph. Numbered from 0: the largest first, of equally large ones the one with the smallest node.
struct Components {
    std::vector<std::uint32_t> of; ///< one a node: the number of its component
    std::vector<std::size_t> sizes; ///< one a component, descending

    [[nodiscard]] std::size_t count() const { return sizes.size(); }

    friend bool operator==(const Components&, const Components&) = default;
};

/// Who can be reached at all, directions aside. O(nodes + edges).
[[nodiscard]] Components weakComponents(const Graph& graph);

/// Who can reach one another along directions; the weak components where the graph is undirected. O(nodes + edges), and
/// no recursion however long a path is. Tarjan (1972), SIAM J. Comput. 1:146-160.
[[nodiscard]] Components strongComponents(const Graph& graph);

/// Numbers parts as Components are. `part` is any number below `parts` for each node; O(nodes + parts log parts).
[[nodiscard]] Components numberedBySize(std::span<const std::uint32_t> part, std::size_t parts);

} // namespace lyceum::analytics
