// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/betweenness.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

constexpr double kManyPaths = 1e300; // beyond, numbers of paths are counted by their logarithms

/// Adds up how much of the paths from some sources goes through each node.
class Accumulator {
public:
    explicit Accumulator(std::size_t nodes, bool withSquares)
        : sums(nodes, 0)
        , squares(withSquares ? nodes : 0, 0)
    {
    }

    void add(NodeId v, double dependency)
    {
        sums[v] += dependency;
        if (!squares.empty())
            squares[v] += dependency * dependency;
    }

    std::vector<double> sums;
    std::vector<double> squares;
};

/// Paths of equal edges: breadth first.
class HopSearch {
public:
    explicit HopSearch(const Neighbours& lists)
        : m_lists(lists)
        , m_nodes(lists.offsets.size() - 1)
        , m_order(m_nodes.size())
    {
    }

    /// False, and nothing is added, when there are too many paths to count.
    bool addFrom(NodeId source, Accumulator& into)
    {
        const std::size_t reached = search(source);
        bool isCountable = true;
        for (std::size_t i = 0; i < reached; ++i)
            isCountable = isCountable && m_nodes[m_order[i]].value <= kManyPaths;
        for (std::size_t i = reached; isCountable && i-- > 1;) {
            const NodeId v = m_order[i];
            const std::uint32_t below = m_nodes[v].hops + 1;
            double sum = 0;
            for (const NodeId w : m_lists.of(v))
                sum += m_nodes[w].hops == below ? m_nodes[w].value : 0;
            const double paths = m_nodes[v].value;
            const double dependency = paths * sum;
            m_nodes[v].value = (1 + dependency) / paths;
            into.add(v, dependency);
        }
        for (std::size_t i = 0; i < reached; ++i)
            m_nodes[m_order[i]] = {};
        return isCountable;
    }

private:
    struct State {
        double value = 0; ///< shortest paths from the source; on the way back (1 + dependency) / paths
        std::uint32_t hops = std::numeric_limits<std::uint32_t>::max();
    };

    std::size_t search(NodeId source)
    {
        std::size_t reached = 1;
        m_order[0] = source;
        m_nodes[source] = {1, 0};
        for (std::size_t i = 0; i < reached; ++i) {
            const NodeId v = m_order[i];
            const double paths = m_nodes[v].value;
            const std::uint32_t below = m_nodes[v].hops + 1;
            for (const NodeId w : m_lists.of(v)) {
                State& state = m_nodes[w];
                if (state.hops > below) { // never seen: else it is at most one step further than v
                    state.hops = below;
                    m_order[reached++] = w;
                }
                state.value += state.hops == below ? paths : 0;
            }
        }
        return reached;
    }

    const Neighbours& m_lists;
    std::vector<State> m_nodes;
    std::vector<NodeId> m_order;
};

/// Paths of any lengths and any number. Logarithms of their numbers, where those are too many.
class LengthSearch {
public:
    LengthSearch(const Neighbours& lists, PathLength length)
        : m_lists(lists)
        , m_paths(lists, length)
        , m_value(lists.offsets.size() - 1, 0)
    {
    }

    void addFrom(NodeId source, Accumulator& into)
    {
        m_paths.search(source);
        if (count(source))
            addPlainly(into);
        else
            addByLogarithms(source, into);
    }

private:
    /// Calls step(w) for each node that a shortest path goes to right after v.
    template <class Step>
    void forEachStep(NodeId v, Step step)
    {
        for (std::uint32_t i = m_lists.offsets[v]; i < m_lists.offsets[v + 1]; ++i) {
            if (m_paths.isStep(v, m_lists.nodes[i], i))
                step(m_lists.nodes[i]);
        }
    }

    bool count(NodeId source)
    {
        for (const NodeId v : m_paths.order())
            m_value[v] = 0;
        m_value[source] = 1;
        bool isCountable = true;
        for (const NodeId v : m_paths.order()) {
            const double paths = m_value[v];
            isCountable = isCountable && paths <= kManyPaths;
            forEachStep(v, [&](NodeId w) { m_value[w] += paths; });
        }
        return isCountable;
    }

    void addPlainly(Accumulator& into)
    {
        for (std::size_t i = m_paths.order().size(); i-- > 1;) {
            const NodeId v = m_paths.order()[i];
            double sum = 0;
            forEachStep(v, [&](NodeId w) { sum += m_value[w]; });
            const double dependency = m_value[v] * sum;
            m_value[v] = (1 + dependency) / m_value[v];
            into.add(v, dependency);
        }
    }

    void addByLogarithms(NodeId source, Accumulator& into)
    {
        m_logPaths.assign(m_value.size(), -ShortestPaths::kFar);
        m_logPaths[source] = 0;
        for (const NodeId v : m_paths.order()) {
            forEachStep(v, [&](NodeId w) {
                const auto [less, more] = std::minmax(m_logPaths[v], m_logPaths[w]);
                m_logPaths[w] = more + std::log1p(std::exp(less - more));
            });
        }
        for (std::size_t i = m_paths.order().size(); i-- > 1;) {
            const NodeId v = m_paths.order()[i];
            double dependency = 0;
            forEachStep(v, [&](NodeId w) { dependency += std::exp(m_logPaths[v] - m_logPaths[w]) * (1 + m_value[w]); });
            m_value[v] = dependency;
            into.add(v, dependency);
        }
    }

    const Neighbours& m_lists;
    ShortestPaths m_paths;
    std::vector<double> m_value; ///< as HopSearch::State::value
    std::vector<double> m_logPaths;
};

Accumulator accumulated(const Neighbours& lists, PathLength length, std::span<const NodeId> sources, bool withSquares)
{
    Accumulator into(lists.offsets.size() - 1, withSquares);
    if (length == PathLength::InverseWeight) {
        LengthSearch search(lists, length);
        for (const NodeId source : sources)
            search.addFrom(source, into);
        return into;
    }
    HopSearch search(lists);
    std::optional<LengthSearch> careful;
    for (const NodeId source : sources) {
        if (search.addFrom(source, into))
            continue;
        if (!careful)
            careful.emplace(lists, length);
        careful->addFrom(source, into);
    }
    return into;
}

} // namespace

tl::expected<Betweenness, AnalyticsError> betweenness(const Graph& graph, const BetweennessOptions& options)
{
    if (!(options.level > 0 && options.level < 1))
        return tl::unexpected(AnalyticsError{AnalyticsError::Kind::BadLevel, 0});
    const std::size_t nodes = graph.nodes();
    const PathLength length = graph.isUnweighted() ? PathLength::Hops : options.length;
    const std::vector<NodeId> sources = chosenSources(nodes, options.sources);
    const bool isExact = sources.size() == nodes;

    Accumulator all(nodes, !isExact);
    std::vector<std::optional<Accumulator>> runs(kSourceRuns);
    const auto addUp = [&](std::optional<Accumulator>& run) {
        for (std::size_t v = 0; v < nodes; ++v) {
            all.sums[v] += run->sums[v];
            if (!isExact)
                all.squares[v] += run->squares[v];
        }
        run.reset();
    };
    forEachRun(options.runTasks, [&](std::size_t run) {
        runs[run] = accumulated(graph.out(), length, sourcesOfRun(sources, run), !isExact);
        if (!options.runTasks)
            addUp(runs[run]); // at once: one after the other they need not all be kept
    });
    for (std::optional<Accumulator>& run : runs) {
        if (run)
            addUp(run);
    }

    Betweenness result;
    result.level = options.level;
    result.sources = sources.size();
    result.seed = options.sources.seed;
    const double directions = graph.isDirected() ? 1 : 2; // an undirected pair is met from both ends
    result.largestPossible = nodes < 3 ? 0 : double(nodes - 1) * double(nodes - 2) / directions;
    result.scores.resize(nodes);
    if (isExact) {
        for (std::size_t v = 0; v < nodes; ++v)
            result.scores[v] = all.sums[v] / directions;
        return result;
    }
    // Of the sources that are not the node itself, of whose paths it has no part, each drawn one stands for several.
    std::vector<bool> isSource(nodes, false);
    for (const NodeId source : sources)
        isSource[source] = true;
    const double others = double(nodes - 1);
    result.stdErrors.resize(nodes);
    for (std::size_t v = 0; v < nodes; ++v) {
        const double drawn = double(sources.size()) - (isSource[v] ? 1 : 0);
        if (drawn < 1)
            continue;
        const double mean = all.sums[v] / drawn;
        const double variance = drawn < 2 ? 0 : std::max(all.squares[v] / drawn - mean * mean, 0.0) * drawn / (drawn - 1);
        result.scores[v] = mean * others / directions;
        result.stdErrors[v] = std::sqrt((1 - drawn / others) * variance / drawn) * others / directions;
    }
    // A source's part is at most nodes - 2. Whoever was drawn itself has one source less: the bound is for the smaller number.
    const double share = sources.size() < 2 ? 1 : samplingBound(sources.size() - 1, nodes - 1, nodes, options.level);
    result.errorBound = std::min(share, 1.0) * result.largestPossible;
    result.warnings.push_back(Warning::Approximate);
    return result;
}

} // namespace lyceum::analytics
