// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/communities.h"

#include "analytics/compensatedsum.h"
#include "analytics/network/components.h"
#include "analytics/network/partition.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lyceum::analytics {
namespace {

constexpr std::size_t kSmall = 5000; // edges: several starts cost nothing there
constexpr int kStartsWhenSmall = 20;
constexpr double kWorthwhile = 1e-5; // of modularity: less is not worth one more iteration
constexpr double kRounding = 1e-12; // of modularity: less is no difference

/// Of weights that count each edge from both ends.
std::optional<double> modularityIn(const Condensed& graph, std::span<const std::uint32_t> of, double resolution)
{
    if (!(graph.total > 0))
        return std::nullopt;
    std::vector<double> strength(graph.size(), 0);
    CompensatedSum within;
    for (std::uint32_t v = 0; v < graph.size(); ++v) {
        strength[of[v]] += graph.strength[v];
        double toOthers = 0; // what is not is within
        for (std::uint32_t i = graph.offsets[v]; i < graph.offsets[v + 1]; ++i)
            toOthers += of[graph.nodes[i]] != of[v] ? graph.weights[i] : 0;
        within.add((graph.strength[v] - toOthers) / graph.total);
    }
    CompensatedSum expected;
    for (const double sum : strength)
        expected.add(sum / graph.total * (sum / graph.total));
    return within.value() - resolution * expected.value();
}

/// Groups that are in pieces become as many groups: that never lowers modularity.
void divideByPieces(const Condensed& graph, std::vector<std::uint32_t>& group)
{
    std::vector<bool> isSeen(graph.size(), false);
    std::vector<std::uint32_t> piece(graph.size());
    std::vector<std::uint32_t> open;
    for (std::uint32_t start = 0; start < graph.size(); ++start) {
        if (isSeen[start])
            continue;
        isSeen[start] = true;
        open.push_back(start);
        while (!open.empty()) {
            const std::uint32_t v = open.back();
            open.pop_back();
            piece[v] = start;
            for (std::uint32_t i = graph.offsets[v]; i < graph.offsets[v + 1]; ++i) {
                const std::uint32_t w = graph.nodes[i];
                if (!isSeen[w] && group[w] == group[v]) {
                    isSeen[w] = true;
                    open.push_back(w);
                }
            }
        }
    }
    group = std::move(piece);
    renumber(group);
}

/// Through all levels once, from `group` on the graph itself, which it changes.
void iterate(const Condensed& graph, const CommunityOptions& options, Random& random, std::vector<std::uint32_t>& group)
{
    Condensed level = graph;
    std::vector<std::uint32_t> nodeOf(graph.size()); // in `level`, of each node of `graph`
    std::iota(nodeOf.begin(), nodeOf.end(), 0U);
    std::vector<std::uint32_t> groupOf = group; // of each node of `level`
    renumber(groupOf);
    for (;;) {
        Partitioner partitioner(level, options.resolution, random);
        partitioner.moveNodes(groupOf);
        std::size_t groups = renumber(groupOf);
        for (std::size_t v = 0; v < group.size(); ++v)
            group[v] = groupOf[nodeOf[v]];
        if (groups == level.size())
            return; // every group is one node: nothing to condense
        std::vector<std::uint32_t> part = groupOf;
        if (options.method == CommunityMethod::Leiden) {
            part = partitioner.refined(groupOf);
            const std::size_t parts = renumber(part);
            if (parts == level.size())
                part = groupOf; // nothing was joined: go on with the groups, else this would never end
            else
                groups = parts;
        }
        std::vector<std::uint32_t> groupOfPart(groups);
        for (std::size_t v = 0; v < part.size(); ++v)
            groupOfPart[part[v]] = groupOf[v];
        level = condensed(level, part, groups);
        for (std::uint32_t& node : nodeOf)
            node = part[node];
        groupOf = std::move(groupOfPart);
    }
}

struct Division {
    std::vector<std::uint32_t> group;
    double modularity = 0;
    int iterations = 0;
    bool isDone = false; ///< the last iteration added next to nothing
};

Division divided(const Condensed& graph, const CommunityOptions& options, Random& random)
{
    Division best;
    best.group.resize(graph.size());
    std::iota(best.group.begin(), best.group.end(), 0U);
    best.modularity = modularityIn(graph, best.group, options.resolution).value_or(0);
    std::vector<std::uint32_t> group = best.group;
    while (best.iterations < options.maxIterations && !best.isDone) {
        iterate(graph, options, random, group);
        if (options.method == CommunityMethod::Leiden)
            divideByPieces(graph, group);
        ++best.iterations;
        const double modularity = modularityIn(graph, group, options.resolution).value_or(0);
        best.isDone = modularity <= best.modularity + kWorthwhile;
        if (modularity > best.modularity) {
            best.modularity = modularity;
            best.group = group;
        }
    }
    return best;
}

} // namespace

tl::expected<Communities, AnalyticsError> communitiesOf(const Graph& graph, const CommunityOptions& options)
{
    const bool isScaled = options.resolution >= 1e-6 && options.resolution <= 1e6; // not for NaN
    if (!isScaled || options.maxIterations < 1 || options.maxIterations > 1000 || options.starts < 0 || options.starts > 1000)
        return tl::unexpected(AnalyticsError{AnalyticsError::Kind::BadRange, 0});
    const Condensed whole = condensed(graph);
    const int starts = options.starts > 0 ? options.starts : graph.edges() < kSmall ? kStartsWhenSmall : 1;
    Division best;
    for (int start = 0; start < starts; ++start) {
        Random random(options.seed + std::uint64_t(start));
        Division division = divided(whole, options, random);
        if (start == 0 || division.modularity > best.modularity + kRounding)
            best = std::move(division);
    }

    Components numbered = numberedBySize(best.group, whole.size());
    Communities result;
    result.of = std::move(numbered.of);
    result.sizes = std::move(numbered.sizes);
    result.modularity = best.modularity;
    result.method = options.method;
    result.resolution = options.resolution;
    result.seed = options.seed;
    result.iterations = best.iterations;
    if (!best.isDone)
        result.warnings.push_back(Warning::NotConverged);
    return result;
}

tl::expected<std::optional<double>, AnalyticsError> modularityOf(
    const Graph& graph, std::span<const std::uint32_t> of, double resolution)
{
    using enum AnalyticsError::Kind;
    if (of.size() != graph.nodes())
        return tl::unexpected(AnalyticsError{LengthsDiffer, std::min(of.size(), graph.nodes())});
    if (!std::isfinite(resolution) || resolution < 0)
        return tl::unexpected(AnalyticsError{BadRange, 0});
    const auto wrong = std::ranges::find_if(of, [&](std::uint32_t group) { return group >= graph.nodes(); });
    if (wrong != of.end())
        return tl::unexpected(AnalyticsError{BadGroup, std::size_t(wrong - of.begin())});
    return modularityIn(condensed(graph), of, resolution);
}

} // namespace lyceum::analytics
