// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/analyticsbench.h"
#include "analytics/network/betweenness.h"
#include "analytics/network/clustering.h"
#include "analytics/network/communities.h"
#include "analytics/network/pagerank.h"
#include "analytics/random.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

constexpr std::size_t kNodes = 100'000;
constexpr std::size_t kEdges = 1'000'000;
constexpr std::size_t kSources = 20;

/// Pairs whose ends are drawn by a power law, half of them near each other: hubs and neighbourhoods.
std::vector<analytics::NodeId> pairsOfHubs()
{
    analytics::Random random(20240101);
    std::vector<double> upTo; // running sums of what draws a node
    double sum = 0;
    for (std::size_t v = 0; v < kNodes; ++v)
        upTo.push_back(sum += std::pow(1 - random.uniform(), -1 / 1.8) - 0.9);
    const auto drawn = [&] {
        const auto found = std::ranges::upper_bound(upTo, random.uniform() * sum);
        return std::uint64_t(std::min<std::ptrdiff_t>(found - upTo.begin(), kNodes - 1));
    };
    std::vector<std::uint64_t> pairs;
    while (pairs.size() < kEdges) {
        while (pairs.size() < kEdges + kEdges / 4) {
            const std::uint64_t a = drawn();
            const std::uint64_t b = random.below(2) == 0 ? (a + 1 + random.below(59)) % kNodes : drawn();
            if (a != b)
                pairs.push_back(std::min(a, b) * kNodes + std::max(a, b));
        }
        std::ranges::sort(pairs);
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    }
    for (std::size_t i = pairs.size(); i > 1; --i)
        std::swap(pairs[i - 1], pairs[std::size_t(random.below(i))]);
    std::vector<analytics::NodeId> ends;
    for (std::size_t i = 0; i < kEdges; ++i) {
        ends.push_back(analytics::NodeId(pairs[i] / kNodes));
        ends.push_back(analytics::NodeId(pairs[i] % kNodes));
    }
    return ends;
}

Result<void> writeEnds(const std::vector<analytics::NodeId>& ends, const QString& path)
{
    QSaveFile file(path);
    const auto bytes = qint64(ends.size() * sizeof(analytics::NodeId));
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
        || file.write(reinterpret_cast<const char*>(ends.data()), bytes) != bytes || !file.commit())
        return failure(Error::Kind::Io, path, file.errorString());
    return {};
}

analytics::Graph graphOf(const std::vector<analytics::NodeId>& ends)
{
    std::vector<analytics::NodeId> from;
    std::vector<analytics::NodeId> to;
    for (std::size_t i = 0; i < ends.size(); i += 2) {
        from.push_back(ends[i]);
        to.push_back(ends[i + 1]);
    }
    return analytics::Graph::undirected({kNodes, from, to, {}}).value();
}

/// As a peer adds them up: pairs from the sources drawn, those nodes left out.
double betweennessOf(const analytics::Graph& graph, const analytics::PathSources& sources)
{
    analytics::BetweennessOptions options;
    options.sources = sources;
    std::vector<double> scores = analytics::betweenness(graph, options).value().scores;
    for (const analytics::NodeId source : analytics::chosenSources(kNodes, sources))
        scores[source] = 0;
    return std::accumulate(scores.begin(), scores.end(), 0.0) * double(kSources) / double(kNodes - 1);
}

} // namespace

Result<void> measureNetwork(Bench& bench)
{
    const std::vector<analytics::NodeId> ends = pairsOfHubs();
    const QString path = QDir(bench.options.cache).filePath(u"analytics-graph.bin"_s);
    if (auto written = writeEnds(ends, path); !written)
        return written;
    const analytics::Graph graph = graphOf(ends);
    analytics::PathSources sources;
    sources.sample = kSources;
    QStringList numbers;
    for (const analytics::NodeId source : analytics::chosenSources(kNodes, sources))
        numbers.append(QString::number(source));

    struct Task {
        QString name;
        QString peer;
        QString task;
        std::optional<Goal> goal;
        std::function<double()> ours;
        double tolerance; // relative
    };
    const auto pageRank = [&] { return std::ranges::max(analytics::pageRank(graph).value().scores); };
    const auto clustering = [&] { return analytics::clusteringOf(graph).average.value(); };
    const auto betweenness = [&] { return betweennessOf(graph, sources); };
    const auto communities = [&] { return analytics::communitiesOf(graph).value().modularity; };
    const QString size = u", 100 000 nodes, 1 million edges"_s;
    const QList<Task> tasks {
        {u"Graph from rows"_s + size, {}, {}, {}, [&] { return double(graphOf(ends).edges()); }, 0},
        {u"PageRank"_s + size, u"igraph"_s, u"pagerank"_s, Goal {0.5}, pageRank, 1e-7},
        {u"PageRank"_s + size, u"networkx"_s, u"pagerank-networkx"_s, {}, pageRank, 1e-7},
        {u"Local clustering"_s + size, u"igraph"_s, u"clustering"_s, Goal {0.8}, clustering, 1e-9},
        {u"Local clustering"_s + size, u"networkx"_s, u"clustering-networkx"_s, {}, clustering, 1e-9},
        {u"Betweenness from 20 nodes"_s + size, u"igraph"_s, u"betweenness"_s, Goal {0.7}, betweenness, 1e-9},
        {u"Betweenness from 20 nodes"_s + size, u"networkx"_s, u"betweenness-networkx"_s, {}, betweenness, 1e-9},
        {u"Communities by Leiden"_s + size, u"igraph"_s, u"leiden"_s, Goal {2}, communities, 0.002},
    };
    for (const Task& task : tasks) {
        const bool isSlow = task.task.endsWith("-networkx"_L1);
        Contest contest {task.name, task.peer, task.goal};
        double answer = 0;
        QStringList peer;
        if (!task.peer.isEmpty())
            peer = QStringList {u"python3"_s, u"graph.py"_s, path, QString::number(kNodes), task.task, numbers.join(u',')};
        const auto ours = [&] {
            answer = task.ours();
            return true;
        };
        if (!contend(contest, isSlow ? 1 : bench.options.runs, peer, ours))
            return failure(Error::Kind::Internal, task.name, u"it has no answer"_s);
        addContest(bench, contest);
        const auto told = peer.isEmpty() || isSlow ? std::nullopt : runPeer(peer);
        if (told && !(std::abs(told->value(u"answer"_s) - answer) <= task.tolerance * std::abs(answer)))
            return failure(Error::Kind::Internal, task.name, u"the answers differ"_s);
    }
    return {};
}

} // namespace lyceum::bench
