// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/network/graph.h"
#include "analytics/random.h"

#include <optional>

namespace lyceum::analytics {

/// What communitiesOf works on: a graph whose nodes may stand for several of the one before.
struct Condensed {
    std::vector<std::uint32_t> offsets;
    std::vector<std::uint32_t> nodes; ///< neighbours, never the node itself
    std::vector<double> weights;
    std::vector<double> strength; ///< all weight at a node's ends; weight within it counts twice
    double total = 0; ///< of `strength`

    [[nodiscard]] std::size_t size() const { return strength.size(); }
};

/// Directions are put aside, weights divided by the largest edge's or self-loop's.
[[nodiscard]] Condensed condensed(const Graph& graph);

/// One node for each group; `group` is below `groups` for each node. Weight within a group stays in its strength.
[[nodiscard]] Condensed condensed(const Condensed& graph, const std::vector<std::uint32_t>& group, std::size_t groups);

/// Numbers groups 0, 1, ... in the order in which nodes first name them; returns how many there are.
std::size_t renumber(std::vector<std::uint32_t>& group);

/// Moves nodes between groups of a Condensed graph for modularity's sake.
class Partitioner {
public:
    Partitioner(const Condensed& graph, double resolution, Random& random);

    /**
     * Moves single nodes to the neighbouring group where they add most, or to a group of their own, until none gains (a
     * queue of those whose neighbourhood changed). Groups are numbers below size(). Returns whether anything moved.
     */
    bool moveNodes(std::vector<std::uint32_t>& group);

    /// Divides each group into parts that hang together well, from single nodes upward; number of each node's part.
    [[nodiscard]] std::vector<std::uint32_t> refined(const std::vector<std::uint32_t>& group);

private:
    struct Candidate {
        std::uint32_t group;
        double gain;
    };

    void shuffledOrder();
    /// Weight from v to each group that `of` gives its neighbours, into m_toGroup; the groups into m_touched.
    void collect(std::uint32_t v, const std::vector<std::uint32_t>& of);
    void forget();
    [[nodiscard]] std::uint32_t drawn(const std::vector<Candidate>& candidates);

    const Condensed& m_graph;
    double m_perStrength; ///< expected weight between two nodes, over the product of their strengths
    Random& m_random;
    std::vector<std::uint32_t> m_order;
    std::vector<double> m_toGroup; ///< 0 but for those touched
    std::vector<std::uint32_t> m_touched;
    std::vector<bool> m_isTouched;
};

} // namespace lyceum::analytics
