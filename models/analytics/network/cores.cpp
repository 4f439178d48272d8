// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/cores.h"

#include <algorithm>
#include <numeric>

namespace lyceum::analytics {
namespace {

std::vector<std::uint32_t> coresOf(const Neighbours& lists)
{
    const std::size_t nodes = lists.offsets.size() - 1;
    std::vector<std::uint32_t> degree(nodes);
    std::uint32_t largest = 0;
    for (NodeId v = 0; v < nodes; ++v)
        largest = std::max(largest, degree[v] = lists.count(v));

    // Nodes by what is left of their degree; begin[k] is where those of degree k begin.
    std::vector<std::uint32_t> begin(std::size_t(largest) + 2, 0);
    for (const std::uint32_t k : degree)
        ++begin[k + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<NodeId> order(nodes);
    std::vector<std::uint32_t> place(nodes);
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    for (NodeId v = 0; v < nodes; ++v) {
        place[v] = next[degree[v]]++;
        order[place[v]] = v;
    }
    for (std::size_t i = 0; i < nodes; ++i) {
        const NodeId v = order[i]; // has the fewest left: its degree now is its core number
        for (const NodeId w : lists.of(v)) {
            if (degree[w] <= degree[v])
                continue;
            const std::uint32_t front = begin[degree[w]]++; // w leaves its bucket at the front
            const NodeId other = order[front];
            std::swap(order[front], order[place[w]]);
            std::swap(place[other], place[w]);
            --degree[w];
        }
    }
    return degree;
}

} // namespace

std::vector<std::uint32_t> coreNumbers(const Graph& graph)
{
    return coresOf(graph.isDirected() ? graph.withoutDirections().out() : graph.out());
}

} // namespace lyceum::analytics
