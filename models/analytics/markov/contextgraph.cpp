// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/markov/contextgraph.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace lyceum::analytics {

ContextGraph::ContextGraph(const MarkovChain& chain, std::span<const std::uint32_t> absorbing)
    : m_after(chain.contexts())
    , m_before(chain.contexts())
{
    for (std::size_t context = 0; context < chain.contexts(); ++context) {
        if (std::ranges::binary_search(absorbing, std::uint32_t(chain.lastState(context))))
            continue;
        for (std::size_t state = 0; state < chain.stateCount; ++state) {
            if (chain.probabilities[context * chain.stateCount + state] <= 0)
                continue;
            m_after[context].push_back(chain.next(context, state));
            m_before[chain.next(context, state)].push_back(context);
        }
    }
}

std::vector<std::uint8_t> ContextGraph::walk(const Lists& lists, std::span<const std::size_t> starts)
{
    std::vector<std::uint8_t> isMet(lists.size(), 0);
    std::vector<std::size_t> open;
    const auto meet = [&](std::size_t context) {
        if (isMet[context])
            return;
        isMet[context] = 1;
        open.push_back(context);
    };
    std::ranges::for_each(starts, meet);
    while (!open.empty()) {
        const std::size_t context = open.back();
        open.pop_back();
        std::ranges::for_each(lists[context], meet);
    }
    return isMet;
}

std::vector<std::uint8_t> ContextGraph::reaching(std::span<const std::size_t> goals) const
{
    return walk(m_before, goals);
}

std::vector<std::size_t> ContextGraph::closedFrom(std::size_t start) const
{
    for (;;) {
        const std::array<std::size_t, 1> here {start};
        const std::vector<std::uint8_t> ahead = walk(m_after, here);
        const std::vector<std::uint8_t> behind = walk(m_before, here);
        std::vector<std::size_t> group;
        bool isClosed = true;
        for (std::size_t context = 0; context < ahead.size(); ++context) {
            if (!ahead[context])
                continue;
            group.push_back(context);
            if (!behind[context]) { // from there is no way back: what is reached from it is less
                start = context;
                isClosed = false;
            }
        }
        if (isClosed)
            return group;
    }
}

std::int64_t ContextGraph::period(std::span<const std::size_t> group) const
{
    std::vector<std::int64_t> depth(m_after.size(), -1);
    std::vector<std::size_t> queue {group.front()};
    depth[group.front()] = 0;
    std::int64_t common = 0;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        for (const std::size_t next : m_after[queue[i]]) {
            if (depth[next] < 0) {
                depth[next] = depth[queue[i]] + 1;
                queue.push_back(next);
            } else {
                common = std::gcd(common, depth[queue[i]] + 1 - depth[next]);
            }
        }
    }
    return std::max<std::int64_t>(common, 1);
}

} // namespace lyceum::analytics
