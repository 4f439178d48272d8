// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/influence.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {

std::vector<RankedNode> highest(std::span<const double> scores, std::size_t top)
{
    std::vector<RankedNode> ranking;
    ranking.reserve(scores.size());
    for (std::size_t v = 0; v < scores.size(); ++v)
        ranking.push_back({NodeId(v), scores[v]});
    top = std::min(top, ranking.size());
    const auto isBefore = [](const RankedNode& a, const RankedNode& b) {
        if (std::isnan(a.score) || std::isnan(b.score))
            return std::isnan(a.score) == std::isnan(b.score) ? a.node < b.node : std::isnan(b.score);
        return a.score != b.score ? a.score > b.score : a.node < b.node;
    };
    std::partial_sort(ranking.begin(), ranking.begin() + std::ptrdiff_t(top), ranking.end(), isBefore);
    ranking.resize(top);
    return ranking;
}

tl::expected<Brokerage, AnalyticsError> brokerageOf(const Graph& graph, std::span<const std::uint32_t> of)
{
    const std::size_t nodes = graph.nodes();
    if (of.size() != nodes)
        return tl::unexpected(AnalyticsError{AnalyticsError::Kind::LengthsDiffer, std::min(of.size(), nodes)});
    for (std::size_t v = 0; v < nodes; ++v) {
        if (of[v] >= nodes)
            return tl::unexpected(AnalyticsError{AnalyticsError::Kind::BadGroup, v});
    }
    Brokerage result;
    result.participation.assign(nodes, 0);
    result.outward.assign(nodes, 0);
    std::vector<double> to(nodes, 0);
    std::vector<std::uint32_t> touched;
    for (NodeId v = 0; v < nodes; ++v) {
        double all = 0;
        const auto add = [&](const Neighbours& lists) {
            for (std::uint32_t i = lists.offsets[v]; i < lists.offsets[v + 1]; ++i) {
                const std::uint32_t group = of[lists.nodes[i]];
                if (to[group] == 0)
                    touched.push_back(group);
                to[group] += lists.weights[i];
                all += lists.weights[i];
            }
        };
        add(graph.out());
        if (graph.isDirected())
            add(graph.in());
        if (touched.empty())
            continue;
        const double within = to[of[v]];
        double squares = 0;
        for (const std::uint32_t group : touched) {
            squares += to[group] / all * (to[group] / all);
            to[group] = 0;
        }
        result.participation[v] = touched.size() == 1 ? 0 : std::max(1 - squares, 0.0);
        result.outward[v] = touched.size() == 1 ? (within > 0 ? 0 : 1) : (all - within) / all;
        touched.clear();
    }
    return result;
}

} // namespace lyceum::analytics
