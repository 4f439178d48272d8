// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/clustering.h"

#include "analytics/compensatedsum.h"

#include <limits>
#include <numeric>

namespace lyceum::analytics {
namespace {

/// Nodes from small degree to large, renumbered by that order; each lists its neighbours of higher number.
struct Forward {
    std::vector<NodeId> original; ///< by new number
    std::vector<std::uint32_t> offsets;
    std::vector<std::uint32_t> nodes; ///< new numbers, ascending
};

Forward forwardOf(const Neighbours& lists)
{
    const std::size_t nodes = lists.offsets.size() - 1;
    std::uint32_t largest = 0;
    for (NodeId v = 0; v < nodes; ++v)
        largest = std::max(largest, lists.count(v));
    std::vector<std::uint32_t> begin(std::size_t(largest) + 2, 0);
    for (NodeId v = 0; v < nodes; ++v)
        ++begin[lists.count(v) + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    Forward forward;
    forward.original.resize(nodes);
    std::vector<std::uint32_t> rank(nodes);
    for (NodeId v = 0; v < nodes; ++v) {
        rank[v] = begin[lists.count(v)]++;
        forward.original[rank[v]] = v;
    }
    forward.offsets.assign(nodes + 1, 0);
    for (NodeId v = 0; v < nodes; ++v) {
        for (const NodeId w : lists.of(v))
            forward.offsets[rank[v] + 1] += rank[w] > rank[v] ? 1U : 0U;
    }
    std::partial_sum(forward.offsets.begin(), forward.offsets.end(), forward.offsets.begin());
    forward.nodes.resize(forward.offsets.back());
    std::vector<std::uint32_t> place(forward.offsets.begin(), forward.offsets.end() - 1);
    for (std::uint32_t b = 0; b < nodes; ++b) { // ascending b: so is every list
        for (const NodeId v : lists.of(forward.original[b])) {
            if (rank[v] < b)
                forward.nodes[place[rank[v]]++] = b;
        }
    }
    return forward;
}

std::vector<std::uint64_t> trianglesOf(const Neighbours& lists)
{
    const Forward forward = forwardOf(lists);
    const std::size_t nodes = forward.original.size();
    std::vector<std::uint32_t> mark(nodes, std::numeric_limits<std::uint32_t>::max());
    std::vector<std::uint64_t> byRank(nodes, 0);
    for (std::uint32_t a = 0; a < nodes; ++a) {
        const std::uint32_t begin = forward.offsets[a];
        const std::uint32_t end = forward.offsets[a + 1];
        if (end - begin < 2)
            continue;
        for (std::uint32_t i = begin; i < end; ++i)
            mark[forward.nodes[i]] = a;
        std::uint64_t ofA = 0;
        for (std::uint32_t i = begin; i + 1 < end; ++i) { // the last has no higher one among them
            const std::uint32_t b = forward.nodes[i];
            std::uint64_t ofB = 0;
            for (std::uint32_t j = forward.offsets[b]; j < forward.offsets[b + 1]; ++j) {
                const std::uint32_t c = forward.nodes[j];
                if (mark[c] == a) {
                    ++byRank[c];
                    ++ofB;
                }
            }
            byRank[b] += ofB;
            ofA += ofB;
        }
        byRank[a] += ofA;
    }
    std::vector<std::uint64_t> triangles(nodes);
    for (std::uint32_t r = 0; r < nodes; ++r)
        triangles[forward.original[r]] = byRank[r];
    return triangles;
}

Clustering clusteringOfPlain(const Neighbours& lists)
{
    Clustering result;
    result.triangles = trianglesOf(lists);
    result.local.resize(result.triangles.size());
    CompensatedSum sum;
    std::uint64_t closed = 0;
    double paths = 0; // of two edges; whole numbers, exact to 2^53
    for (NodeId v = 0; v < result.local.size(); ++v) {
        const double degree = lists.count(v);
        const double pairs = degree * (degree - 1) / 2;
        result.local[v] = pairs > 0 ? double(result.triangles[v]) / pairs : 0;
        sum.add(result.local[v]);
        closed += result.triangles[v];
        paths += pairs;
    }
    result.allTriangles = closed / 3;
    if (paths > 0)
        result.global = double(closed) / paths;
    if (!result.local.empty())
        result.average = sum.value() / double(result.local.size());
    return result;
}

} // namespace

Clustering clusteringOf(const Graph& graph)
{
    return clusteringOfPlain(graph.isDirected() ? graph.withoutDirections().out() : graph.out());
}

} // namespace lyceum::analytics
