// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/estimate.h"
#include "analytics/network/graph.h"

#include <tl/expected.hpp>

#include <optional>

namespace lyceum::analytics {

enum class CommunityMethod {
    Leiden, ///< every community hangs together
    Louvain, ///< for comparison: some of its communities may be in pieces
};

struct CommunityOptions {
    CommunityMethod method = CommunityMethod::Leiden;
    double resolution = 1; ///< in [1e-6, 1e6]; larger: more and smaller communities
    std::uint64_t seed = 1;
    int maxIterations = 10; ///< in [1, 1000]; each starts from the partition of the one before
    int starts = 0; ///< in [0, 1000]: the best of so many; 0: 20 below 5 000 edges, else 1
};

/// A division of the nodes, numbered by size as Components are.
struct Communities {
    std::vector<std::uint32_t> of; ///< one a node: the number of its community
    std::vector<std::size_t> sizes; ///< one a community, descending
    double modularity = 0; ///< at the resolution of the options; 0 without edges
    CommunityMethod method = CommunityMethod::Leiden;
    double resolution = 1;
    std::uint64_t seed = 1;
    int iterations = 0; ///< of the best start
    std::vector<Warning> warnings; ///< NotConverged: it was still getting better when the iterations ended

    friend bool operator==(const Communities&, const Communities&) = default;
};

/**
 * Groups that interact more within than by chance, by modularity; directions aside, weights and interactions with oneself
 * count. The division is a good one, not the best: that is NP-hard. The same graph and options give the same answer.
 *
 * A node without edges is a community of its own. Leiden's communities are connected.
 *
 * About O(edges) for an iteration, never more than a fixed multiple of it: the passes are bounded.
 *
 * @return BadRange (an option is outside its domain)
 * @see Traag, Waltman & van Eck (2019), Sci. Rep. 9:5233; Blondel et al. (2008), J. Stat. Mech. P10008.
 */
[[nodiscard]] tl::expected<Communities, AnalyticsError> communitiesOf(const Graph& graph, const CommunityOptions& options = {});

/**
 * Newman's modularity of any division: the weight within communities, less what is expected of the strengths, as a share of
 * all weight. In [-1, 1] at resolution 1; directions aside. Missing without weight. O(edges).
 *
 * @param of  one number a node, below the number of nodes
 * @return LengthsDiffer, BadGroup, BadRange (resolution is negative or not finite)
 * @see Newman (2004), Phys. Rev. E 70:056131; Reichardt & Bornholdt (2006), Phys. Rev. E 74:016110 for the resolution.
 */
[[nodiscard]] tl::expected<std::optional<double>, AnalyticsError> modularityOf(
    const Graph& graph, std::span<const std::uint32_t> of, double resolution = 1);

} // namespace lyceum::analytics
