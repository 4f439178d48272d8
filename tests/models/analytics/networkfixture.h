// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/network/graph.h"
#include "analytics/random.h"

#include <QByteArrayList>
#include <QJsonObject>

#include <vector>

namespace lyceum::analytics::fixture {

/// Contacts with their spans' storage.
struct Rows {
    std::size_t nodes = 0;
    std::vector<NodeId> from;
    std::vector<NodeId> to;
    std::vector<double> weights; ///< empty, or one a row

    void add(NodeId a, NodeId b, double weight);
    [[nodiscard]] Contacts interactions() const { return {nodes, from, to, weights}; }
    [[nodiscard]] Graph directed() const; ///< ends the test program where there is none
    [[nodiscard]] Graph undirected() const;
    [[nodiscard]] Graph graph(bool isDirected) const { return isDirected ? directed() : undirected(); }
    [[nodiscard]] Rows unweighted() const;
    [[nodiscard]] Rows relabelled(const std::vector<NodeId>& newNumber) const;
    [[nodiscard]] Rows joinedBy(const Rows& other) const; ///< side by side, the other's nodes after these
};

[[nodiscard]] Rows karate();
[[nodiscard]] Rows lesMiserables(QByteArrayList* names = nullptr);
[[nodiscard]] Rows star(std::size_t nodes); ///< node 0 in the middle
[[nodiscard]] Rows complete(std::size_t nodes);
[[nodiscard]] Rows path(std::size_t nodes);

/// `count` random pairs, some of them repeated and some with themselves, that weigh 1, 2 or 4: sums and inverses are exact.
[[nodiscard]] Rows randomRows(std::uint64_t seed, std::size_t nodes, std::size_t count);
[[nodiscard]] std::vector<NodeId> randomOrder(std::uint64_t seed, std::size_t nodes);

/// What igraph answered.
[[nodiscard]] QJsonObject networkReference();

/// Whether each pair differs by at most `tolerance`, absolute and relative.
[[nodiscard]] bool areNear(const std::vector<double>& a, const std::vector<double>& b, double tolerance = 1e-9);

/// A graph as a matrix of weights, for answers by brute force.
class Dense {
public:
    explicit Dense(const Graph& graph);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] double weight(std::size_t v, std::size_t w) const { return m_weights[v * m_size + w]; }
    [[nodiscard]] double distance(std::size_t v, std::size_t w) const { return m_distances[v * m_size + w]; }
    [[nodiscard]] bool isEither(std::size_t v, std::size_t w) const { return weight(v, w) > 0 || weight(w, v) > 0; }
    void useHops(bool useHops); ///< Floyd-Warshall; else by 1 / weight
    [[nodiscard]] double paths(std::size_t v, std::size_t w) const { return m_paths[v * m_size + w]; } ///< shortest ones
    [[nodiscard]] std::vector<double> betweenness() const; ///< by the definition, ordered pairs
    /// Components of what is left without one node (none: size()).
    [[nodiscard]] std::size_t weakPieces(std::size_t without) const;

private:
    std::size_t m_size;
    std::vector<double> m_weights;
    std::vector<double> m_distances;
    std::vector<double> m_paths;
};

} // namespace lyceum::analytics::fixture
