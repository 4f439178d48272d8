// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/estimate.h"
#include "analytics/network/graph.h"

#include <tl/expected.hpp>

namespace lyceum::analytics {

struct PageRankOptions {
    double damping = 0.85; ///< in [0, 0.999]: the probability to follow an edge rather than start anew
    bool weighted = true; ///< edges are followed in proportion to their weight, else each as likely as another
    std::vector<double> restart; ///< where one starts anew, in proportion, one a node; empty: anywhere
    double tolerance = 1e-10; ///< the sum of all errors, in [1e-14, 1]
    int maxSweeps = 1000; ///< in [1, 1000000]
};

struct PageRank {
    std::vector<double> scores; ///< one a node, each >= 0, sum 1; without nodes empty
    double damping = 0.85;
    double errorBound = 0; ///< the sum of absolute differences from the exact scores is at most this
    int sweeps = 0;
    std::vector<Warning> warnings; ///< NotConverged

    friend bool operator==(const PageRank&, const PageRank&) = default;
};

/**
 * The share of time a wanderer spends at each node who follows edges and now and then starts anew.
 *
 * Who addresses nobody (dangling): from there the wanderer starts anew, by `restart`, as igraph does. Contacts with
 * oneself are left out. Undirected edges are followed both ways.
 *
 * Gauss-Seidel over the system without dangling nodes, whose solution is proportional to the scores; after each sweep the
 * scores are scaled so that the rows of the system, added up, hold. The error bound is what is left of the system over
 * (1 - damping), where what is left after a sweep is at most damping times its change. 15 to 80 sweeps for 1e-10 at the
 * usual damping; each O(nodes + edges).
 *
 * @return BadRange (an option is outside its domain); LengthsDiffer, BadWeight (`restart` has another length, or a number
 *         that is negative, not finite or above 1e100, or is 0 throughout; `index` is the first offending node)
 * @see Brin & Page (1998), Comput. Networks 30:107-117; Del Corso, Gulli & Romani (2005), Internet Math. 2:251-273.
 */
[[nodiscard]] tl::expected<PageRank, AnalyticsError> pageRank(const Graph& graph, const PageRankOptions& options = {});

} // namespace lyceum::analytics
