// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/estimate.h"
#include "analytics/network/shortestpaths.h"

namespace lyceum::analytics {

struct BetweennessOptions {
    PathLength length = PathLength::Hops;
    PathSources sources; ///< from all nodes up to 5 000 of them, from 500 drawn ones beyond
    double level = 0.95; ///< of errorBound; strictly between 0 and 1
    RunTasks runTasks; ///< empty: one thread
};

struct Betweenness {
    /// One a node: of every pair of others the share of shortest paths that pass through it, added up. Ordered pairs where
    /// the graph is directed, else each pair once. Not normalised: at most `largestPossible`.
    std::vector<double> scores;
    std::vector<double> stdErrors; ///< of each score by the choice of sources; empty where the scores are exact
    double errorBound = 0; ///< every score is this near to the exact one, all at once with at least probability `level`
    double largestPossible = 0; ///< the centre of a star of this size
    double level = 0.95;
    std::size_t sources = 0; ///< nodes that paths were followed from; all of them where exact
    std::uint64_t seed = 1; ///< that the sources were drawn with
    std::vector<Warning> warnings; ///< Approximate where sampled

    friend bool operator==(const Betweenness&, const Betweenness&) = default;
};

/**
 * Who stands between others.
 *
 * Sampled, a score is the mean over the sources drawn (without itself), scaled up: without bias from two sources on, and
 * with a standard error that knows that they are drawn without replacement. The bound holds whatever the graph, so it is
 * wide; the standard error says what to expect. No interval is made of it: the sources' parts are too skewed for that (1.96
 * standard errors hold 88 to 94 % of the scores of central nodes in simulation).
 *
 * Brandes: O(edges) for each source by hops, O(edges log nodes) by weight. Memory: 16 numbers a node. However many shortest
 * paths there are, nothing overflows.
 *
 * @return BadLevel
 * @see Brandes (2001), J. Math. Sociol. 25:163-177; Brandes & Pich (2007), Int. J. Bifurcation Chaos 17:2303-2318.
 */
[[nodiscard]] tl::expected<Betweenness, AnalyticsError> betweenness(const Graph& graph, const BetweennessOptions& options = {});

} // namespace lyceum::analytics
