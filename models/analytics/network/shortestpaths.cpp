// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/shortestpaths.h"

#include "analytics/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lyceum::analytics {
namespace {

constexpr double kEquallyLong = 1e-10;

} // namespace

std::vector<NodeId> chosenSources(std::size_t nodes, const PathSources& sources)
{
    std::vector<NodeId> chosen(nodes);
    std::iota(chosen.begin(), chosen.end(), NodeId(0));
    std::size_t wanted = sources.sample;
    if (wanted == 0)
        wanted = nodes <= sources.exactUpTo ? nodes : PathSources::kDefaultSample;
    if (wanted >= nodes)
        return chosen;
    Random random(sources.seed);
    for (std::size_t i = 0; i < wanted; ++i)
        std::swap(chosen[i], chosen[i + std::size_t(random.below(nodes - i))]);
    chosen.resize(wanted);
    std::ranges::sort(chosen);
    return chosen;
}

double samplingBound(std::size_t drawn, std::size_t all, std::size_t means, double level)
{
    if (drawn >= all)
        return 0;
    const double n = double(drawn);
    const double left = 1 - (n - 1) / double(all);
    return std::sqrt(left * std::log(2 * double(means) / (1 - level)) / (2 * n));
}

void forEachRun(const RunTasks& runTasks, const std::function<void(std::size_t)>& body)
{
    if (runTasks) {
        runTasks(kSourceRuns, body);
        return;
    }
    for (std::size_t run = 0; run < kSourceRuns; ++run)
        body(run);
}

std::span<const NodeId> sourcesOfRun(const std::vector<NodeId>& sources, std::size_t run)
{
    const std::size_t begin = sources.size() * run / kSourceRuns;
    const std::size_t end = sources.size() * (run + 1) / kSourceRuns;
    return {sources.data() + begin, end - begin};
}

ShortestPaths::ShortestPaths(const Neighbours& lists, PathLength length)
    : m_lists(lists)
    , m_length(length)
    , m_distance(lists.offsets.size() - 1, kFar)
    , m_rank(length == PathLength::Hops ? 0 : lists.offsets.size() - 1, 0)
{
}

void ShortestPaths::search(NodeId source)
{
    for (const NodeId v : m_order)
        m_distance[v] = kFar;
    m_order.clear();
    m_distance[source] = 0;
    if (m_length == PathLength::Hops)
        searchHops(source);
    else
        searchLengths(source);
}

void ShortestPaths::searchHops(NodeId source)
{
    m_order.push_back(source);
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        const NodeId v = m_order[i];
        for (const NodeId w : m_lists.of(v)) {
            if (m_distance[w] == kFar) {
                m_distance[w] = m_distance[v] + 1;
                m_order.push_back(w);
            }
        }
    }
}

void ShortestPaths::searchLengths(NodeId source)
{
    m_open.assign(1, {0, source});
    while (!m_open.empty()) {
        std::ranges::pop_heap(m_open, std::greater());
        const auto [distance, v] = m_open.back();
        m_open.pop_back();
        if (distance > m_distance[v])
            continue; // a shorter way was found after this one was noted
        m_rank[v] = std::uint32_t(m_order.size());
        m_order.push_back(v);
        for (std::uint32_t i = m_lists.offsets[v]; i < m_lists.offsets[v + 1]; ++i) {
            const double there = distance + 1 / m_lists.weights[i];
            if (there < m_distance[m_lists.nodes[i]]) {
                m_distance[m_lists.nodes[i]] = there;
                m_open.emplace_back(there, m_lists.nodes[i]);
                std::ranges::push_heap(m_open, std::greater());
            }
        }
    }
}

bool ShortestPaths::isStep(NodeId v, NodeId w, std::uint32_t i) const
{
    if (m_length == PathLength::Hops)
        return m_distance[w] == m_distance[v] + 1;
    // The order matters where an edge is so short that adding it changes nothing.
    return m_rank[w] > m_rank[v]
        && m_distance[v] + 1 / m_lists.weights[i] - m_distance[w] <= kEquallyLong * m_distance[w];
}

} // namespace lyceum::analytics
