// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/network/graph.h"

#include <tl/expected.hpp>

namespace lyceum::analytics {

struct RankedNode {
    NodeId node = 0;
    double score = 0;

    friend bool operator==(const RankedNode&, const RankedNode&) = default;
};

/// The `top` nodes of highest score, highest first, equal ones by number; fewer where there are fewer. A score that is NaN
/// comes last. O(nodes + top log top).
[[nodiscard]] std::vector<RankedNode> highest(std::span<const double> scores, std::size_t top);

/// What a node's contacts look like beside the communities; each vector has one number a node.
struct Brokerage {
    /// 1 - sum over communities of the squared share of its weight that goes there, in [0, 1): 0 when all contacts are in one
    /// community, near 1 when they are spread evenly over many. 0 without contacts.
    std::vector<double> participation;
    std::vector<double> outward; ///< share of its weight that goes to other communities than its own, in [0, 1]

    friend bool operator==(const Brokerage&, const Brokerage&) = default;
};

/**
 * Who carries contact between communities; directions aside, interactions with oneself left out. O(nodes + edges).
 *
 * @param of  the community of each node, below the number of nodes
 * @return LengthsDiffer, BadGroup
 * @see Guimera & Amaral (2005), Nature 433:895-900 (participation coefficient).
 */
[[nodiscard]] tl::expected<Brokerage, AnalyticsError> brokerageOf(const Graph& graph, std::span<const std::uint32_t> of);

} // namespace lyceum::analytics
