// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/estimate.h"
#include "analytics/network/shortestpaths.h"

namespace lyceum::analytics {

struct ClosenessOptions {
    PathLength length = PathLength::Hops;
    PathSources sources; ///< distances to all nodes up to 5 000 of them, to 500 drawn ones beyond
    double level = 0.95; ///< of harmonicBound; strictly between 0 and 1
    RunTasks runTasks; ///< empty: one thread
};

/// How near a node is to the others; directed, along the edges that lead away from it.
struct Closeness {
    /// One over the mean distance to the nodes it reaches: igraph's closeness(). 0 for a node that reaches nobody. Not to be
    /// compared between components: in a small one everybody is near.
    std::vector<double> closeness;
    std::vector<double> adjusted; ///< times the share of all others that it reaches (Wasserman & Faust 1994, p. 201)
    std::vector<double> harmonic; ///< the mean of one over the distance to each other node, 0 for those it does not reach
    std::vector<double> closenessErrors; ///< standard errors by the choice of nodes; empty where exact
    std::optional<double> harmonicBound; ///< every `harmonic` is this near to the exact one, all at once with at least
                                         ///< probability `level`; missing by weight, where nothing bounds 1 / distance
    std::optional<double> meanDistance; ///< of pairs that are connected; missing where there are none
    std::optional<double> diameter; ///< the largest distance met; where sampled, the true one is at least this
    double level = 0.95;
    std::size_t sources = 0; ///< nodes that distances were taken to; all of them where exact
    std::uint64_t seed = 1;
    std::vector<Warning> warnings; ///< Approximate where sampled

    friend bool operator==(const Closeness&, const Closeness&) = default;
};

/**
 * Closeness and harmonic centrality, defined for graphs in several parts.
 *
 * O(edges) for each node that distances are taken to, O(edges log nodes) by weight. Memory: 48 numbers a node.
 *
 * @return BadLevel
 * @see Freeman (1978), Social Networks 1:215-239; Marchiori & Latora (2000), Physica A 285:539-546; Eppstein & Wang (2004),
 *      J. Graph Algorithms Appl. 8:39-45 for the sampling.
 */
[[nodiscard]] tl::expected<Closeness, AnalyticsError> closenessOf(const Graph& graph, const ClosenessOptions& options = {});

} // namespace lyceum::analytics
