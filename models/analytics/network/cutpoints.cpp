// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/cutpoints.h"

#include <algorithm>
#include <limits>

namespace lyceum::analytics {
namespace {

constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

/// A depth-first walk over one undirected graph.
class CutSearch {
public:
    explicit CutSearch(const Graph& plain)
        : m_lists(plain.out())
        , m_seen(plain.nodes(), kNever)
        , m_low(plain.nodes(), 0)
        , m_below(plain.nodes(), 1)
        , m_cutOff(plain.nodes())
    {
    }

    CutPoints run()
    {
        for (NodeId root = 0; root < m_seen.size(); ++root) {
            if (m_seen[root] == kNever)
                walk(root);
        }
        std::ranges::sort(m_found.points, [](const CutPoint& a, const CutPoint& b) {
            return a.separated != b.separated ? a.separated > b.separated : a.node < b.node;
        });
        std::ranges::sort(m_found.bridges);
        return std::move(m_found);
    }

private:
    struct Visit {
        NodeId node;
        std::uint32_t next; // of its list
    };
    /// Subtrees that hang on a node alone.
    struct CutOff {
        std::size_t pieces = 0;
        std::size_t nodes = 0;
        std::size_t largest = 0;
    };

    void enter(NodeId v)
    {
        m_seen[v] = m_low[v] = m_clock++;
        m_path.push_back({v, m_lists.offsets[v]});
        m_order.push_back(v);
    }

    void walk(NodeId root)
    {
        m_order.clear();
        enter(root);
        while (!m_path.empty()) {
            Visit& visit = m_path.back();
            const NodeId v = visit.node;
            if (visit.next < m_lists.offsets[v + 1]) {
                const NodeId w = m_lists.nodes[visit.next++];
                const bool isParent = m_path.size() > 1 && m_path[m_path.size() - 2].node == w;
                if (m_seen[w] == kNever)
                    enter(w);
                else if (!isParent)
                    m_low[v] = std::min(m_low[v], m_seen[w]);
                continue;
            }
            m_path.pop_back();
            if (!m_path.empty())
                leave(v, m_path.back().node);
        }
        const std::size_t others = m_order.size() - 1;
        for (const NodeId v : m_order) {
            const CutOff& cut = m_cutOff[v];
            const std::size_t rest = others - cut.nodes; // with the root; for the root itself nobody
            const std::size_t pieces = cut.pieces + (rest > 0 ? 1 : 0);
            if (pieces > 1)
                m_found.points.push_back({v, pieces, others - std::max(cut.largest, rest)});
        }
    }

    void leave(NodeId child, NodeId parent)
    {
        m_low[parent] = std::min(m_low[parent], m_low[child]);
        m_below[parent] += m_below[child];
        if (m_low[child] >= m_seen[parent]) {
            CutOff& cut = m_cutOff[parent];
            ++cut.pieces;
            cut.nodes += m_below[child];
            cut.largest = std::max(cut.largest, m_below[child]);
        }
        if (m_low[child] > m_seen[parent])
            m_found.bridges.emplace_back(std::min(child, parent), std::max(child, parent));
    }

    const Neighbours& m_lists;
    std::vector<std::uint32_t> m_seen; ///< when a node was entered
    std::vector<std::uint32_t> m_low; ///< the earliest its subtree reaches without the edge above it
    std::vector<std::size_t> m_below; ///< nodes of its subtree, itself included
    std::vector<CutOff> m_cutOff;
    std::vector<Visit> m_path;
    std::vector<NodeId> m_order; ///< nodes of this component
    std::uint32_t m_clock = 0;
    CutPoints m_found;
};

} // namespace

CutPoints cutPointsOf(const Graph& graph)
{
    return graph.isDirected() ? CutSearch(graph.withoutDirections()).run() : CutSearch(graph).run();
}

} // namespace lyceum::analytics
