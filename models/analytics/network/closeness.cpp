// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/closeness.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

/// Distances from each node to the targets it reaches, itself left out.
struct DistanceSums {
    explicit DistanceSums(std::size_t nodes)
        : reached(nodes, 0)
        , distances(nodes, 0)
        , squares(nodes, 0)
        , inverses(nodes, 0)
    {
    }

    void add(NodeId v, double distance)
    {
        ++reached[v];
        distances[v] += distance;
        squares[v] += distance * distance;
        inverses[v] += 1 / distance;
        largest = std::max(largest, distance);
    }

    void add(const DistanceSums& other)
    {
        for (std::size_t v = 0; v < reached.size(); ++v) {
            reached[v] += other.reached[v];
            distances[v] += other.distances[v];
            squares[v] += other.squares[v];
            inverses[v] += other.inverses[v];
        }
        largest = std::max(largest, other.largest);
    }

    std::vector<std::uint32_t> reached;
    std::vector<double> distances;
    std::vector<double> squares;
    std::vector<double> inverses;
    double largest = 0;
};

DistanceSums sumsTo(const Graph& graph, PathLength length, std::span<const NodeId> targets)
{
    DistanceSums sums(graph.nodes());
    ShortestPaths paths(graph.in(), length); // against the edges: from the target back to whoever reaches it
    for (const NodeId target : targets) {
        paths.search(target);
        for (std::size_t i = 1; i < paths.order().size(); ++i)
            sums.add(paths.order()[i], paths.distance(paths.order()[i]));
    }
    return sums;
}

} // namespace

tl::expected<Closeness, AnalyticsError> closenessOf(const Graph& graph, const ClosenessOptions& options)
{
    if (!(options.level > 0 && options.level < 1))
        return tl::unexpected(AnalyticsError{AnalyticsError::Kind::BadLevel, 0});
    const std::size_t nodes = graph.nodes();
    const PathLength length = graph.isUnweighted() ? PathLength::Hops : options.length;
    const std::vector<NodeId> targets = chosenSources(nodes, options.sources);
    const bool isExact = targets.size() == nodes;

    DistanceSums all(nodes);
    std::vector<std::optional<DistanceSums>> runs(kSourceRuns);
    forEachRun(options.runTasks, [&](std::size_t run) {
        runs[run] = sumsTo(graph, length, sourcesOfRun(targets, run));
        if (!options.runTasks) {
            all.add(*runs[run]); // at once: one after the other they need not all be kept
            runs[run].reset();
        }
    });
    for (const std::optional<DistanceSums>& run : runs) {
        if (run)
            all.add(*run);
    }

    Closeness result;
    result.level = options.level;
    result.sources = targets.size();
    result.seed = options.sources.seed;
    result.closeness.assign(nodes, 0);
    result.adjusted.assign(nodes, 0);
    result.harmonic.assign(nodes, 0);
    if (!isExact)
        result.closenessErrors.assign(nodes, 0);
    std::vector<bool> isTarget(nodes, false);
    for (const NodeId target : targets)
        isTarget[target] = true;
    double pairs = 0;
    double distances = 0;
    const double left = nodes == 0 ? 0 : 1 - double(targets.size()) / double(nodes);
    for (std::size_t v = 0; v < nodes; ++v) {
        const double reached = all.reached[v];
        const double others = double(targets.size()) - (isTarget[v] ? 1 : 0); // targets that are not itself
        if (reached == 0)
            continue;
        pairs += reached;
        distances += all.distances[v];
        const double mean = all.distances[v] / reached;
        result.closeness[v] = 1 / mean;
        result.adjusted[v] = result.closeness[v] * reached / others;
        result.harmonic[v] = all.inverses[v] / others;
        if (!isExact && reached > 1) {
            const double variance = std::max(all.squares[v] / reached - mean * mean, 0.0) * reached / (reached - 1);
            result.closenessErrors[v] = std::sqrt(left * variance / reached) / (mean * mean);
        }
    }
    if (pairs > 0) {
        result.meanDistance = distances / pairs;
        result.diameter = all.largest;
    }
    if (isExact) {
        result.harmonicBound = 0;
        return result;
    }
    result.warnings.push_back(Warning::Approximate);
    // Whoever was drawn itself has one target less: the bound is that of the smaller number.
    if (length == PathLength::Hops && targets.size() > 1)
        result.harmonicBound = samplingBound(targets.size() - 1, nodes - 1, nodes, options.level);
    return result;
}

} // namespace lyceum::analytics
