// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/network/graph.h"

namespace lyceum::analytics {

/**
 * The core number of each node, directions and weights aside: the largest k for which it belongs to a group whose members
 * each have at least k contacts within it. At most the degree; 0 without contacts.
 *
 * O(nodes + edges).
 * @see Seidman (1983), Social Networks 5:269-287; Batagelj & Zaversnik (2003), arXiv:cs/0310049.
 */
[[nodiscard]] std::vector<std::uint32_t> coreNumbers(const Graph& graph);

} // namespace lyceum::analytics
