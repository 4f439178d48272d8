// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/network/graph.h"

#include <tl/expected.hpp>

#include <limits>
#include <optional>

namespace lyceum::analytics {

/// What an edge is long.
enum class PathLength {
    Hops, ///< 1
    InverseWeight, ///< 1 / weight: who interacts much is near
};

/// From which nodes paths are followed.
struct PathSources {
    std::size_t sample = 0; ///< this many, drawn without replacement; 0: all up to `exactUpTo` nodes, else kDefaultSample
    std::size_t exactUpTo = 5000;
    std::uint64_t seed = 1;

    static constexpr std::size_t kDefaultSample = 500;
};

/// The nodes to start from, ascending: all, or those drawn.
[[nodiscard]] std::vector<NodeId> chosenSources(std::size_t nodes, const PathSources& sources);

/**
 * How far the mean of n numbers in [0, 1], drawn without replacement from N, may be from the mean of all: with at least
 * probability `level` it is nearer, for each of `means` means at once. 0 when all were drawn.
 * @see Serfling (1974), Ann. Statist. 2:39-48, corollary 1.1, with the union bound.
 */
[[nodiscard]] double samplingBound(std::size_t drawn, std::size_t all, std::size_t means, double level);

/// Sources are worked off in this many runs, each with sums of its own: added up in order, they do not depend on threads.
inline constexpr std::size_t kSourceRuns = 8;

/// Calls body for each run, by `runTasks` where there is one, else one after the other.
void forEachRun(const RunTasks& runTasks, const std::function<void(std::size_t)>& body);

/// The part of the sources that one of the kSourceRuns works off.
[[nodiscard]] std::span<const NodeId> sourcesOfRun(const std::vector<NodeId>& sources, std::size_t run);

/**
 * The shortest ways from one node to all it reaches, nearest first. Reuse one for many sources: what a search costs is in
 * proportion to what it reaches.
 *
 * Lengths are sums of doubles; two ways whose lengths differ by less than 1e-10 of them are equally long, as in igraph.
 */
class ShortestPaths {
public:
    static constexpr double kFar = std::numeric_limits<double>::infinity();

    /// Follows `lists` from near to far. It is borrowed.
    ShortestPaths(const Neighbours& lists, PathLength length);

    void search(NodeId source);

    [[nodiscard]] const std::vector<NodeId>& order() const { return m_order; } ///< reached, the source first, by distance
    [[nodiscard]] double distance(NodeId v) const { return m_distance[v]; } ///< kFar for the others
    /// Whether the edge from v to w, number i of the lists, is part of a shortest way to w.
    [[nodiscard]] bool isStep(NodeId v, NodeId w, std::uint32_t i) const;

private:
    void searchHops(NodeId source);
    void searchLengths(NodeId source);

    const Neighbours& m_lists;
    PathLength m_length;
    std::vector<NodeId> m_order;
    std::vector<double> m_distance;
    std::vector<std::uint32_t> m_rank; ///< place in m_order, for lengths
    std::vector<std::pair<double, NodeId>> m_open; ///< heap
};

} // namespace lyceum::analytics
