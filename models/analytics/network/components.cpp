// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/components.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace lyceum::analytics {
namespace {

constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();

} // namespace

Components numberedBySize(std::span<const std::uint32_t> part, std::size_t parts)
{
    std::vector<std::size_t> sizes(parts, 0);
    std::vector<std::uint32_t> firstMember(parts, kUnseen);
    for (std::size_t v = part.size(); v-- > 0;) {
        ++sizes[part[v]];
        firstMember[part[v]] = std::uint32_t(v);
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t p = 0; p < parts; ++p) {
        if (sizes[p] > 0)
            order.push_back(p);
    }
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        return sizes[a] != sizes[b] ? sizes[a] > sizes[b] : firstMember[a] < firstMember[b];
    });
    Components result;
    std::vector<std::uint32_t> number(parts, 0);
    for (const std::uint32_t p : order) {
        number[p] = std::uint32_t(result.sizes.size());
        result.sizes.push_back(sizes[p]);
    }
    result.of.reserve(part.size());
    for (const std::uint32_t p : part)
        result.of.push_back(number[p]);
    return result;
}

Components weakComponents(const Graph& graph)
{
    std::vector<std::uint32_t> part(graph.nodes(), kUnseen);
    std::vector<NodeId> open;
    std::uint32_t parts = 0;
    for (NodeId start = 0; start < graph.nodes(); ++start) {
        if (part[start] != kUnseen)
            continue;
        part[start] = parts;
        open.push_back(start);
        while (!open.empty()) {
            const NodeId v = open.back();
            open.pop_back();
            const auto reach = [&](std::span<const NodeId> neighbours) {
                for (const NodeId w : neighbours) {
                    if (part[w] == kUnseen) {
                        part[w] = parts;
                        open.push_back(w);
                    }
                }
            };
            reach(graph.out().of(v));
            if (graph.isDirected())
                reach(graph.in().of(v));
        }
        ++parts;
    }
    return numberedBySize(part, parts);
}

Components strongComponents(const Graph& graph)
{
    if (!graph.isDirected())
        return weakComponents(graph);
    struct Visit {
        NodeId node;
        std::uint32_t next; // of its list
    };
    std::vector<std::uint32_t> seen(graph.nodes(), kUnseen);
    std::vector<std::uint32_t> low(graph.nodes(), 0);
    std::vector<std::uint32_t> part(graph.nodes(), kUnseen);
    std::vector<NodeId> open; // Tarjan's stack: seen, without a component yet
    std::vector<Visit> path;
    std::uint32_t clock = 0;
    std::uint32_t parts = 0;
    const auto enter = [&](NodeId v) {
        seen[v] = low[v] = clock++;
        open.push_back(v);
        path.push_back({v, graph.out().offsets[v]});
    };
    for (NodeId start = 0; start < graph.nodes(); ++start) {
        if (seen[start] != kUnseen)
            continue;
        enter(start);
        while (!path.empty()) {
            const NodeId v = path.back().node;
            if (path.back().next < graph.out().offsets[v + 1]) {
                const NodeId w = graph.out().nodes[path.back().next++];
                if (seen[w] == kUnseen)
                    enter(w);
                else if (part[w] == kUnseen)
                    low[v] = std::min(low[v], seen[w]);
                continue;
            }
            path.pop_back();
            if (!path.empty())
                low[path.back().node] = std::min(low[path.back().node], low[v]);
            if (low[v] != seen[v])
                continue;
            for (bool isLast = false; !isLast;) {
                isLast = open.back() == v;
                part[open.back()] = parts;
                open.pop_back();
            }
            ++parts;
        }
    }
    return numberedBySize(part, parts);
}

} // namespace lyceum::analytics
