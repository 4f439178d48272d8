// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/estimate.h"
#include "analytics/network/graph.h"

namespace lyceum::analytics {

struct EigenCentralityOptions {
    bool weighted = true; ///< else every edge counts 1
    int maxProducts = 5000; ///< of the matrix with a vector, for one component; each O(its edges); below 1 counts as 1
};

struct EigenCentrality {
    std::vector<double> scores; ///< one a node, in [0, 1]; the largest is 1, all are 0 without edges
    double eigenvalue = 0; ///< the largest of the matrix of weights
    std::vector<Warning> warnings; ///< NotConverged; NotIdentified

    friend bool operator==(const EigenCentrality&, const EigenCentrality&) = default;
};

/**
 * Eigenvector centrality: who has central contacts is central. Directions and self-loops aside, since along directions it
 * is 0 for almost everybody in a graph that is not strongly connected; PageRank is the measure there.
 *
 * Of several components only that with the largest eigenvalue scores above 0. Where several have the same, within 1e-9 of
 * it, each is scaled to 1 by itself and NotIdentified says that this is one of many answers.
 *
 * Lanczos steps that start over from the best vector so far, component by component, until the residual is at most 1e-12
 * of the eigenvalue; else NotConverged. Memory: 24 numbers a node.
 * @see Bonacich (1972), J. Math. Sociol. 2:113-120; Golub & Van Loan (2013), section 10.1.
 */
[[nodiscard]] EigenCentrality eigenCentrality(const Graph& graph, const EigenCentralityOptions& options = {});

} // namespace lyceum::analytics
