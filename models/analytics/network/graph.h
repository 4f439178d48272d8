// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// A member, or whatever else interacts: 0 ... nodes - 1.
using NodeId = std::uint32_t;

/// Who addressed whom, one interaction a row; borrowed. The same pair may come any number of times.
struct Contacts {
    std::size_t nodes = 0; ///< all of them, also those nobody addressed and who addressed nobody
    std::span<const NodeId> from;
    std::span<const NodeId> to;
    std::span<const double> weights; ///< one a row, 0 or in [1e-100, 1e100]; empty: each row weighs 1
};

/// Lists of neighbours, one behind the other. Each list is ascending and names a neighbour once, never the node itself.
struct Neighbours {
    std::vector<std::uint32_t> offsets; ///< nodes + 1
    std::vector<NodeId> nodes;
    std::vector<double> weights; ///< beside `nodes`; each above 0

    [[nodiscard]] std::span<const NodeId> of(NodeId v) const
    {
        return {nodes.data() + offsets[v], nodes.data() + offsets[v + 1]};
    }
    [[nodiscard]] std::span<const double> weightsOf(NodeId v) const
    {
        return {weights.data() + offsets[v], weights.data() + offsets[v + 1]};
    }
    [[nodiscard]] std::uint32_t count(NodeId v) const { return offsets[v + 1] - offsets[v]; }

    friend bool operator==(const Neighbours&, const Neighbours&) = default;
};

/**
 * A weighted graph of who interacts with whom. It does not change once built.
 *
 * Rows of the same pair become one edge that weighs their sum. Contacts with oneself are kept apart: only strength
 * (in a column of its own) and modularity know of them. A row of weight 0 says nothing and makes no edge. Nodes without
 * an edge stay.
 *
 * Memory: 12 bytes for each end of an edge (undirected: two ends an edge; directed: the same, once by each direction).
 */
class Graph {
public:
    /// O(rows + nodes). Errors: LengthsDiffer; BadGroup (an end is not below `nodes`; `index` is the row); BadWeight (not
    /// finite, negative, or outside its range; or a pair's or the whole sum is above 1e100); TooLarge (more than 10^8 nodes
    /// or 10^9 rows).
    [[nodiscard]] static tl::expected<Graph, AnalyticsError> directed(const Contacts& rows);
    /// The same; (a, b) and (b, a) are the same pair.
    [[nodiscard]] static tl::expected<Graph, AnalyticsError> undirected(const Contacts& rows);

    /// This graph without directions: an edge weighs what both directions weighed together. A copy where it had none.
    [[nodiscard]] Graph withoutDirections() const;

    [[nodiscard]] bool isDirected() const { return m_directed; }
    [[nodiscard]] std::size_t nodes() const { return m_out.offsets.size() - 1; }
    /// Different pairs that interact, without interactions with oneself; undirected pairs count once.
    [[nodiscard]] std::size_t edges() const { return m_directed ? m_out.nodes.size() : m_out.nodes.size() / 2; }
    [[nodiscard]] bool isUnweighted() const { return m_unweighted; } ///< every edge weighs exactly 1

    [[nodiscard]] const Neighbours& out() const { return m_out; } ///< whom a node addresses
    [[nodiscard]] const Neighbours& in() const { return m_directed ? m_in : m_out; } ///< who addresses it
    /// What a node's interactions with itself weigh; one a node.
    [[nodiscard]] const std::vector<double>& selfWeights() const { return m_selfWeights; }
    [[nodiscard]] std::size_t selfLoops() const; ///< nodes that interact with themselves

private:
    Graph() = default;
    static tl::expected<Graph, AnalyticsError> build(const Contacts& rows, bool isDirected);

    Neighbours m_out;
    Neighbours m_in; ///< empty where the graph is undirected
    std::vector<double> m_selfWeights;
    bool m_directed = true;
    bool m_unweighted = true;
};

/// Runs body(0) ... body(tasks - 1), in any order and perhaps at the same time, and returns when all are done. What long
/// measures take to use several threads; their answers are the same bit for bit, however it runs.
using RunTasks = std::function<void(std::size_t tasks, const std::function<void(std::size_t)>& body)>;

} // namespace lyceum::analytics
