// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/graph.h"

#include <algorithm>
#include <numeric>

namespace lyceum::analytics {
namespace {

constexpr std::size_t kMaxNodes = 100'000'000;
constexpr std::size_t kMaxRows = 1'000'000'000; // two ends each still fit an offset
constexpr double kLeastWeight = 1e-100; // its inverse, a distance, and sums of those are finite
constexpr double kMostWeight = 1e100; // so are sums and products of two

tl::unexpected<AnalyticsError> failed(AnalyticsError::Kind kind, std::size_t index)
{
    return tl::unexpected(AnalyticsError{kind, index});
}

/// Counts in offsets[v + 1] become places where the lists begin.
void countsToOffsets(std::vector<std::uint32_t>& offsets)
{
    std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
}

/// The lists of the other ends: whoever names v is in v's list. Each list is ascending, repeats keep their order.
Neighbours transposed(const Neighbours& lists)
{
    Neighbours result;
    result.offsets.assign(lists.offsets.size(), 0);
    result.nodes.resize(lists.nodes.size());
    result.weights.resize(lists.weights.size());
    for (const NodeId node : lists.nodes)
        ++result.offsets[node + 1];
    countsToOffsets(result.offsets);
    std::vector<std::uint32_t> place(result.offsets.begin(), result.offsets.end() - 1);
    for (NodeId v = 0; v + 1 < lists.offsets.size(); ++v) {
        for (std::uint32_t i = lists.offsets[v]; i < lists.offsets[v + 1]; ++i) {
            const std::uint32_t there = place[lists.nodes[i]]++;
            result.nodes[there] = v;
            result.weights[there] = lists.weights[i];
        }
    }
    return result;
}

/// Adds up what stands in an ascending list more than once.
void mergeRepeats(Neighbours& lists)
{
    std::uint32_t kept = 0;
    std::uint32_t begin = 0;
    for (std::size_t v = 0; v + 1 < lists.offsets.size(); ++v) {
        const std::uint32_t end = lists.offsets[v + 1];
        const std::uint32_t first = kept;
        for (std::uint32_t i = begin; i < end; ++i) {
            if (kept > first && lists.nodes[kept - 1] == lists.nodes[i]) {
                lists.weights[kept - 1] += lists.weights[i];
                continue;
            }
            lists.nodes[kept] = lists.nodes[i];
            lists.weights[kept] = lists.weights[i];
            ++kept;
        }
        begin = end;
        lists.offsets[v + 1] = kept;
    }
    lists.nodes.resize(kept);
    lists.weights.resize(kept);
    lists.nodes.shrink_to_fit();
    lists.weights.shrink_to_fit();
}

bool allAreOne(const std::vector<double>& weights)
{
    return std::ranges::all_of(weights, [](double weight) { return weight == 1; });
}

} // namespace

tl::expected<Graph, AnalyticsError> Graph::directed(const Contacts& rows)
{
    return build(rows, /*isDirected=*/true);
}

tl::expected<Graph, AnalyticsError> Graph::undirected(const Contacts& rows)
{
    return build(rows, /*isDirected=*/false);
}

tl::expected<Graph, AnalyticsError> Graph::build(const Contacts& rows, bool isDirected)
{
    using enum AnalyticsError::Kind;
    const std::size_t count = rows.from.size();
    if (rows.to.size() != count)
        return failed(LengthsDiffer, std::min(rows.to.size(), count));
    if (!rows.weights.empty() && rows.weights.size() != count)
        return failed(LengthsDiffer, std::min(rows.weights.size(), count));
    if (rows.nodes > kMaxNodes)
        return failed(TooLarge, kMaxNodes);
    if (count > kMaxRows)
        return failed(TooLarge, kMaxRows);
    const auto weightOf = [&](std::size_t i) { return rows.weights.empty() ? 1.0 : rows.weights[i]; };
    double total = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (rows.from[i] >= rows.nodes || rows.to[i] >= rows.nodes)
            return failed(BadGroup, i);
        const double weight = weightOf(i);
        total += weight;
        if (weight != 0 && !(weight >= kLeastWeight && weight <= kMostWeight && total <= kMostWeight)) // NaN too
            return failed(BadWeight, i);
    }

    // Each list by its far end first; turned round, it is by the near end and ascending.
    Graph graph;
    graph.m_directed = isDirected;
    graph.m_selfWeights.assign(rows.nodes, 0);
    Neighbours byFarEnd;
    byFarEnd.offsets.assign(rows.nodes + 1, 0);
    for (std::size_t i = 0; i < count; ++i) {
        if (weightOf(i) == 0)
            continue;
        if (rows.from[i] == rows.to[i]) {
            graph.m_selfWeights[rows.from[i]] += weightOf(i);
            continue;
        }
        ++byFarEnd.offsets[rows.to[i] + 1];
        if (!isDirected)
            ++byFarEnd.offsets[rows.from[i] + 1];
    }
    countsToOffsets(byFarEnd.offsets);
    byFarEnd.nodes.resize(byFarEnd.offsets.back());
    byFarEnd.weights.resize(byFarEnd.offsets.back());
    std::vector<std::uint32_t> place(byFarEnd.offsets.begin(), byFarEnd.offsets.end() - 1);
    const auto put = [&](NodeId near, NodeId far, double weight) {
        const std::uint32_t there = place[far]++;
        byFarEnd.nodes[there] = near;
        byFarEnd.weights[there] = weight;
    };
    for (std::size_t i = 0; i < count; ++i) {
        const double weight = weightOf(i);
        if (weight == 0 || rows.from[i] == rows.to[i])
            continue;
        put(rows.from[i], rows.to[i], weight);
        if (!isDirected)
            put(rows.to[i], rows.from[i], weight);
    }
    graph.m_out = transposed(byFarEnd);
    byFarEnd = {};
    mergeRepeats(graph.m_out);
    if (isDirected)
        graph.m_in = transposed(graph.m_out);
    graph.m_unweighted = allAreOne(graph.m_out.weights);
    return graph;
}

Graph Graph::withoutDirections() const
{
    if (!m_directed)
        return *this;
    Graph graph;
    graph.m_directed = false;
    graph.m_selfWeights = m_selfWeights;
    Neighbours& both = graph.m_out;
    both.offsets.assign(m_out.offsets.size(), 0);
    both.nodes.reserve(m_out.nodes.size() * 2);
    both.weights.reserve(m_out.nodes.size() * 2);
    for (NodeId v = 0; v < nodes(); ++v) {
        std::uint32_t o = m_out.offsets[v];
        std::uint32_t i = m_in.offsets[v];
        while (o < m_out.offsets[v + 1] || i < m_in.offsets[v + 1]) {
            const bool outIsNext = i == m_in.offsets[v + 1]
                || (o < m_out.offsets[v + 1] && m_out.nodes[o] <= m_in.nodes[i]);
            const bool inIsNext = o == m_out.offsets[v + 1]
                || (i < m_in.offsets[v + 1] && m_in.nodes[i] <= m_out.nodes[o]);
            both.nodes.push_back(outIsNext ? m_out.nodes[o] : m_in.nodes[i]);
            both.weights.push_back((outIsNext ? m_out.weights[o] : 0) + (inIsNext ? m_in.weights[i] : 0));
            o += outIsNext ? 1 : 0;
            i += inIsNext ? 1 : 0;
        }
        both.offsets[v + 1] = std::uint32_t(both.nodes.size());
    }
    graph.m_unweighted = allAreOne(both.weights);
    return graph;
}

std::size_t Graph::selfLoops() const
{
    return std::size_t(std::ranges::count_if(m_selfWeights, [](double weight) { return weight > 0; }));
}

} // namespace lyceum::analytics
