// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/partition.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace lyceum::analytics {
namespace {

/// What a move must add, in weights of the heaviest edge of all: less is rounding, and could go round in circles.
constexpr double kLeastGain = 1e-10;
/// Of refinement: how likely a part is chosen that adds less than the best (Traag's theta).
constexpr double kTheta = 0.01;
/// Visits to nodes in one pass, for each node. A pass takes 2 to 6; this only bounds what no pass was seen to need.
constexpr std::size_t kMaxVisits = 100;

} // namespace

Condensed condensed(const Graph& graph)
{
    const Graph plain = graph.withoutDirections();
    const std::vector<double>& self = plain.selfWeights();
    double heaviest = 0;
    for (const double weight : plain.out().weights)
        heaviest = std::max(heaviest, weight);
    for (const double weight : self)
        heaviest = std::max(heaviest, weight);
    Condensed result;
    result.offsets = plain.out().offsets;
    result.nodes = plain.out().nodes;
    result.weights = plain.out().weights;
    result.strength.assign(plain.nodes(), 0);
    if (heaviest == 0)
        return result;
    for (double& weight : result.weights)
        weight /= heaviest;
    for (NodeId v = 0; v < plain.nodes(); ++v) {
        double sum = 2 * self[v] / heaviest;
        for (std::uint32_t i = result.offsets[v]; i < result.offsets[v + 1]; ++i)
            sum += result.weights[i];
        result.strength[v] = sum;
        result.total += sum;
    }
    return result;
}

Condensed condensed(const Condensed& graph, const std::vector<std::uint32_t>& group, std::size_t groups)
{
    // Members of each group, one group behind the other.
    std::vector<std::uint32_t> begin(groups + 1, 0);
    for (const std::uint32_t g : group)
        ++begin[g + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<std::uint32_t> members(group.size());
    std::vector<std::uint32_t> place(begin.begin(), begin.end() - 1);
    for (std::uint32_t v = 0; v < group.size(); ++v)
        members[place[group[v]]++] = v;

    Condensed result;
    result.total = graph.total;
    result.strength.assign(groups, 0);
    result.offsets.assign(groups + 1, 0);
    std::vector<double> to(groups, 0);
    std::vector<std::uint32_t> touched;
    for (std::uint32_t g = 0; g < groups; ++g) {
        for (std::uint32_t m = begin[g]; m < begin[g + 1]; ++m) {
            const std::uint32_t v = members[m];
            result.strength[g] += graph.strength[v];
            for (std::uint32_t i = graph.offsets[v]; i < graph.offsets[v + 1]; ++i) {
                const std::uint32_t other = group[graph.nodes[i]];
                if (other == g)
                    continue;
                if (to[other] == 0)
                    touched.push_back(other);
                to[other] += graph.weights[i];
            }
        }
        for (const std::uint32_t other : touched) {
            result.nodes.push_back(other);
            result.weights.push_back(to[other]);
            to[other] = 0;
        }
        touched.clear();
        result.offsets[g + 1] = std::uint32_t(result.nodes.size());
    }
    return result;
}

std::size_t renumber(std::vector<std::uint32_t>& group)
{
    constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> number(group.empty() ? 0 : std::size_t(std::ranges::max(group)) + 1, kNone);
    std::uint32_t next = 0;
    for (std::uint32_t& g : group) {
        if (number[g] == kNone)
            number[g] = next++;
        g = number[g];
    }
    return next;
}

Partitioner::Partitioner(const Condensed& graph, double resolution, Random& random)
    : m_graph(graph)
    , m_perStrength(graph.total > 0 ? resolution / graph.total : 0)
    , m_random(random)
    , m_order(graph.size())
    , m_toGroup(graph.size(), 0)
    , m_isTouched(graph.size(), false)
{
}

void Partitioner::shuffledOrder()
{
    std::iota(m_order.begin(), m_order.end(), 0U);
    for (std::size_t i = m_order.size(); i > 1; --i)
        std::swap(m_order[i - 1], m_order[std::size_t(m_random.below(i))]);
}

void Partitioner::collect(std::uint32_t v, const std::vector<std::uint32_t>& of)
{
    for (std::uint32_t i = m_graph.offsets[v]; i < m_graph.offsets[v + 1]; ++i) {
        const std::uint32_t g = of[m_graph.nodes[i]];
        if (!m_isTouched[g]) {
            m_isTouched[g] = true;
            m_touched.push_back(g);
        }
        m_toGroup[g] += m_graph.weights[i];
    }
}

void Partitioner::forget()
{
    for (const std::uint32_t g : m_touched) {
        m_toGroup[g] = 0;
        m_isTouched[g] = false;
    }
    m_touched.clear();
}

bool Partitioner::moveNodes(std::vector<std::uint32_t>& group)
{
    const std::size_t size = m_graph.size();
    std::vector<double> strength(size, 0);
    std::vector<std::uint32_t> members(size, 0);
    for (std::uint32_t v = 0; v < size; ++v) {
        strength[group[v]] += m_graph.strength[v];
        ++members[group[v]];
    }
    std::vector<std::uint32_t> empty;
    for (std::uint32_t g = std::uint32_t(size); g-- > 0;) {
        if (members[g] == 0)
            empty.push_back(g);
    }

    shuffledOrder();
    std::vector<std::uint32_t>& queue = m_order; // a ring: every node is in it at most once
    std::vector<bool> isQueued(size, true);
    std::size_t front = 0;
    std::size_t queued = size;
    bool moved = false;
    for (std::size_t visits = 0; queued > 0 && visits < kMaxVisits * size; ++visits) {
        const std::uint32_t v = queue[front];
        front = front + 1 == size ? 0 : front + 1;
        --queued;
        isQueued[v] = false;

        const std::uint32_t before = group[v];
        const double own = m_graph.strength[v];
        strength[before] -= own;
        --members[before];
        collect(v, group);
        std::uint32_t best = before;
        double most = m_toGroup[before] - own * strength[before] * m_perStrength + kLeastGain;
        for (const std::uint32_t g : m_touched) {
            const double gain = m_toGroup[g] - own * strength[g] * m_perStrength;
            if (gain > most) {
                most = gain;
                best = g;
            }
        }
        if (most < 0 && members[before] > 0) // better alone
            best = empty.back();
        forget();
        strength[best] += own;
        ++members[best];
        if (best == before)
            continue;

        moved = true;
        group[v] = best;
        if (!empty.empty() && empty.back() == best)
            empty.pop_back();
        if (members[before] == 0) {
            strength[before] = 0; // what rounding left there
            empty.push_back(before);
        }
        for (std::uint32_t i = m_graph.offsets[v]; i < m_graph.offsets[v + 1]; ++i) {
            const std::uint32_t w = m_graph.nodes[i];
            if (group[w] == best || isQueued[w])
                continue;
            isQueued[w] = true;
            queue[front + queued < size ? front + queued : front + queued - size] = w;
            ++queued;
        }
    }
    return moved;
}

std::uint32_t Partitioner::drawn(const std::vector<Candidate>& candidates)
{
    double best = 0;
    for (const Candidate& candidate : candidates)
        best = std::max(best, candidate.gain);
    double sum = 0;
    for (const Candidate& candidate : candidates)
        sum += std::exp((candidate.gain - best) / kTheta);
    double left = m_random.uniform() * sum;
    for (const Candidate& candidate : candidates) {
        left -= std::exp((candidate.gain - best) / kTheta);
        if (left < 0)
            return candidate.group;
    }
    return candidates.back().group;
}

std::vector<std::uint32_t> Partitioner::refined(const std::vector<std::uint32_t>& group)
{
    const std::size_t size = m_graph.size();
    std::vector<double> groupStrength(size, 0);
    for (std::uint32_t v = 0; v < size; ++v)
        groupStrength[group[v]] += m_graph.strength[v];
    std::vector<std::uint32_t> part(size);
    std::iota(part.begin(), part.end(), 0U);
    std::vector<double> strength = m_graph.strength; // of each part
    std::vector<double> outward(size, 0); // weight from each part to the rest of its group
    std::vector<bool> isAlone(size, true);
    for (std::uint32_t v = 0; v < size; ++v) {
        for (std::uint32_t i = m_graph.offsets[v]; i < m_graph.offsets[v + 1]; ++i)
            outward[v] += group[m_graph.nodes[i]] == group[v] ? m_graph.weights[i] : 0;
    }
    const auto isWellConnected = [&](std::uint32_t p, double all) {
        return outward[p] >= strength[p] * (all - strength[p]) * m_perStrength;
    };

    shuffledOrder();
    std::vector<Candidate> candidates;
    for (const std::uint32_t v : m_order) {
        const double all = groupStrength[group[v]];
        if (!isAlone[v] || !isWellConnected(v, all))
            continue;
        for (std::uint32_t i = m_graph.offsets[v]; i < m_graph.offsets[v + 1]; ++i) {
            const std::uint32_t w = m_graph.nodes[i];
            if (group[w] != group[v])
                continue;
            if (!m_isTouched[part[w]]) {
                m_isTouched[part[w]] = true;
                m_touched.push_back(part[w]);
            }
            m_toGroup[part[w]] += m_graph.weights[i];
        }
        candidates.clear();
        for (const std::uint32_t p : m_touched) {
            const double gain = m_toGroup[p] - m_graph.strength[v] * strength[p] * m_perStrength;
            if (gain >= 0 && isWellConnected(p, all))
                candidates.push_back({p, gain});
        }
        if (!candidates.empty()) {
            const std::uint32_t p = drawn(candidates);
            outward[p] += outward[v] - 2 * m_toGroup[p];
            strength[p] += m_graph.strength[v];
            strength[v] = 0;
            part[v] = p;
            isAlone[v] = false;
            isAlone[p] = false; // p is named after its first node
        }
        forget();
    }
    return part;
}

} // namespace lyceum::analytics
