// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/betweenness.h"
#include "analytics/network/closeness.h"
#include "analytics/network/clustering.h"
#include "analytics/network/components.h"
#include "analytics/network/cores.h"
#include "analytics/network/cutpoints.h"
#include "analytics/network/degree.h"
#include "analytics/network/eigencentrality.h"
#include "analytics/network/pagerank.h"

#include "networkfixture.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace lyceum::analytics;
using fixture::areNear;
using fixture::Rows;

namespace {

/// Empty if equal to 1e-8, absolute and relative: what the reference asks for.
QByteArray difference(const QByteArray& what, double actual, const QJsonValue& expected)
{
    const double wanted = expected.toDouble(std::nan(""));
    if (std::abs(actual - wanted) <= 1e-8 * std::max(1.0, std::abs(wanted)))
        return {};
    return what + ": " + QByteArray::number(actual, 'g', 17) + " instead of " + QByteArray::number(wanted, 'g', 17);
}

void compareAll(const std::vector<double>& actual, const QJsonArray& nodes, const char* key)
{
    QCOMPARE(qsizetype(actual.size()), nodes.size());
    for (qsizetype v = 0; v < nodes.size(); ++v) {
        const QByteArray wrong = difference(QByteArray(key) + " of " + nodes.at(v)["node"_L1].toString().toUtf8(),
            actual[std::size_t(v)], nodes.at(v)[QLatin1StringView(key)]);
        QVERIFY2(wrong.isEmpty(), wrong.constData());
    }
}

Betweenness betweennessOf(const Graph& graph, const BetweennessOptions& options = {})
{
    return betweenness(graph, options).value();
}

BetweennessOptions byWeight()
{
    BetweennessOptions options;
    options.length = PathLength::InverseWeight;
    return options;
}

} // namespace

class tst_Network : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithIgraph_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("karate") << u"karate"_s;
        QTest::newRow("Les Miserables") << u"lesmis"_s;
    }
    void agreesWithIgraph()
    {
        QFETCH(QString, name);
        const bool isWeighted = name == "lesmis"_L1;
        const Rows rows = isWeighted ? fixture::lesMiserables() : fixture::karate();
        const Graph weighted = rows.undirected();
        const Graph graph = rows.unweighted().undirected();
        const QJsonObject expected = fixture::networkReference().value(name).toObject();
        const QJsonArray nodes = expected["per_node"_L1].toArray();

        QCOMPARE(qint64(graph.nodes()), expected["nodes"_L1].toInteger());
        QCOMPARE(qint64(graph.edges()), expected["edges"_L1].toInteger());
        const Degrees degrees = degreesOf(weighted);
        compareAll({degrees.all.begin(), degrees.all.end()}, nodes, "degree");
        compareAll(betweennessOf(graph).scores, nodes, "betweenness");
        const Closeness near = closenessOf(graph).value();
        compareAll(near.closeness, nodes, "closeness");
        compareAll(pageRank(graph).value().scores, nodes, "pagerank");
        const Clustering clustering = clusteringOf(graph);
        compareAll(clustering.local, nodes, "clustering");
        const std::vector<std::uint32_t> cores = coreNumbers(graph);
        compareAll({cores.begin(), cores.end()}, nodes, "coreness");
        const EigenCentrality eigen = eigenCentrality(graph);
        compareAll(eigen.scores, nodes, "eigenvector");
        QVERIFY(eigen.warnings.empty());
        if (isWeighted) {
            compareAll(degrees.strength, nodes, "strength");
            compareAll(pageRank(weighted).value().scores, nodes, "pagerank_weighted");
            compareAll(betweennessOf(weighted, byWeight()).scores, nodes, "betweenness_weighted_distance_1_over_w");
        }
        const std::vector<std::pair<const char*, double>> whole {{"density", *densityOf(graph)},
            {"components", double(weakComponents(graph).count())}, {"diameter", *near.diameter},
            {"average_path_length", *near.meanDistance}, {"transitivity_global", *clustering.global},
            {"average_local_clustering_zero_for_degree_lt_2", *clustering.average}, {"triangles", double(clustering.allTriangles)},
            {"degree_assortativity", *degreeAssortativityOf(graph)}};
        for (const auto& [key, value] : whole) {
            const QByteArray wrong = difference(key, value, expected[QLatin1StringView(key)]);
            QVERIFY2(wrong.isEmpty(), wrong.constData());
        }
    }

    void ranksADirectedGraphWithDanglingNodesAsIgraph()
    {
        const QJsonObject expected = fixture::networkReference()["directed_toy"_L1].toObject();
        Rows rows;
        rows.nodes = 5;
        const QJsonArray edges = expected["edges"_L1].toArray();
        for (const QJsonValue& edge : edges)
            rows.add(NodeId(edge[0].toInt()), NodeId(edge[1].toInt()), 1);
        const auto scores = [](const PageRank& rank) { return rank.scores; };
        const auto compare = [](const std::vector<double>& actual, const QJsonArray& wanted) {
            for (qsizetype v = 0; v < wanted.size(); ++v) {
                const QByteArray wrong = difference("node " + QByteArray::number(v), actual.at(std::size_t(v)), wanted.at(v));
                QVERIFY2(wrong.isEmpty(), wrong.constData());
            }
        };
        compare(scores(pageRank(rows.directed()).value()), expected["pagerank"_L1].toArray());
        PageRankOptions onTheFirst;
        onTheFirst.restart = {1, 0, 0, 0, 0};
        compare(scores(pageRank(rows.directed(), onTheFirst).value()), expected["pagerank_personalised_on_0"_L1].toArray());
    }

    void buildsOneEdgeOfRepeatedRows()
    {
        Rows rows;
        rows.nodes = 4; // the last one alone
        rows.add(0, 1, 2);
        rows.add(0, 1, 3);
        rows.add(1, 0, 4);
        rows.add(2, 2, 5);
        rows.add(1, 2, 0); // says nothing
        const Graph directed = rows.directed();
        QCOMPARE(directed.edges(), 2U);
        QCOMPARE(directed.out().weights, (std::vector<double> {5, 4}));
        QCOMPARE(directed.selfWeights(), (std::vector<double> {0, 0, 5, 0}));
        QCOMPARE(directed.selfLoops(), 1U);
        const Degrees degrees = degreesOf(directed);
        QCOMPARE(degrees.outStrength, (std::vector<double> {5, 4, 0, 0}));
        QCOMPARE(degrees.inStrength, (std::vector<double> {4, 5, 0, 0}));
        QCOMPARE(degrees.strength, (std::vector<double> {9, 9, 0, 0}));
        QCOMPARE(degrees.all, (std::vector<std::uint32_t> {1, 1, 0, 0}));
        QCOMPARE(*reciprocityOf(directed), 1.0);
        const Graph undirected = rows.undirected();
        QCOMPARE(undirected.edges(), 1U);
        QCOMPARE(undirected.out().weights, (std::vector<double> {9, 9}));
        QVERIFY(directed.withoutDirections().out() == undirected.out());
        QCOMPARE(weakComponents(directed).sizes, (std::vector<std::size_t> {2, 1, 1}));
    }

    void knowsStarsCompleteGraphsAndPaths()
    {
        const Graph star = fixture::star(9).undirected();
        std::vector<double> middle(9, 0);
        middle[0] = 28; // 8 choose 2
        QCOMPARE(betweennessOf(star).scores, middle);
        QCOMPARE(betweennessOf(star).largestPossible, 28.0);
        QCOMPARE(*clusteringOf(star).global, 0.0);
        QCOMPARE(*degreeAssortativityOf(star), -1.0);
        QVERIFY(std::abs(eigenCentrality(star).eigenvalue - std::sqrt(8.0)) < 1e-12); // two-sided: plain iteration would swing
        const Graph complete = fixture::complete(7).undirected();
        QCOMPARE(betweennessOf(complete).scores, std::vector<double>(7, 0));
        QCOMPARE(*clusteringOf(complete).average, 1.0);
        QCOMPARE(clusteringOf(complete).allTriangles, 35U);
        QCOMPARE(coreNumbers(complete), std::vector<std::uint32_t>(7, 6));
        QVERIFY(!degreeAssortativityOf(complete));
        QCOMPARE(*densityOf(complete), 1.0);
        QVERIFY(areNear(pageRank(complete).value().scores, std::vector<double>(7, 1 / 7.0)));
        const Closeness near = closenessOf(fixture::path(4).undirected()).value();
        QVERIFY(areNear(near.closeness, {0.5, 0.75, 0.75, 0.5}));
        QVERIFY(areNear(near.harmonic, {11 / 18.0, 5 / 6.0, 5 / 6.0, 11 / 18.0}));
        QCOMPARE(*near.diameter, 3.0);
    }

    void answersWithoutEdgesAndWithoutNodes_data()
    {
        QTest::addColumn<std::size_t>("nodes");
        for (const std::size_t nodes : {0U, 1U, 2U, 5U})
            QTest::addRow("%zu nodes", nodes) << nodes;
    }
    void answersWithoutEdgesAndWithoutNodes()
    {
        QFETCH(std::size_t, nodes);
        Rows rows;
        rows.nodes = nodes;
        for (const bool isDirected : {true, false}) {
            const Graph graph = rows.graph(isDirected);
            const std::vector<double> zeros(nodes, 0);
            QCOMPARE(graph.edges(), 0U);
            QCOMPARE(betweennessOf(graph).scores, zeros);
            QCOMPARE(closenessOf(graph).value().closeness, zeros);
            QVERIFY(!closenessOf(graph).value().meanDistance);
            QVERIFY(areNear(pageRank(graph).value().scores, std::vector<double>(nodes, nodes ? 1 / double(nodes) : 0)));
            QCOMPARE(eigenCentrality(graph).scores, zeros);
            QCOMPARE(clusteringOf(graph).local, zeros);
            QVERIFY(!clusteringOf(graph).global);
            QCOMPARE(coreNumbers(graph), std::vector<std::uint32_t>(nodes, 0));
            QCOMPARE(strongComponents(graph).count(), nodes);
            QCOMPARE(cutPointsOf(graph), CutPoints());
            QVERIFY(!reciprocityOf(graph));
        }
    }

    void namesWhatIsWrong()
    {
        using enum AnalyticsError::Kind;
        const auto error = [](std::size_t nodes, std::vector<NodeId> from, std::vector<NodeId> to, std::vector<double> weights) {
            const auto built = Graph::directed({nodes, from, to, weights});
            return built ? AnalyticsError {NotConverged, 999} : built.error();
        };
        QCOMPARE(error(2, {0, 1}, {1}, {}), (AnalyticsError {LengthsDiffer, 1}));
        QCOMPARE(error(2, {0, 1}, {1, 0}, {1}), (AnalyticsError {LengthsDiffer, 1}));
        QCOMPARE(error(2, {0, 1}, {1, 2}, {}), (AnalyticsError {BadGroup, 1}));
        for (const double weight : {-1.0, std::nan(""), HUGE_VAL, 1e101, 1e-101})
            QCOMPARE(error(2, {0, 1}, {1, 0}, {1, weight}), (AnalyticsError {BadWeight, 1}));
        QCOMPARE(error(std::size_t(1) << 40U, {}, {}, {}).kind, TooLarge);
        const Graph graph = fixture::star(3).undirected();
        for (const double level : {0.0, 1.0, std::nan("")}) {
            BetweennessOptions options;
            options.level = level;
            QCOMPARE(betweenness(graph, options).error(), (AnalyticsError {BadLevel, 0}));
        }
        PageRankOptions options;
        options.damping = 1;
        QCOMPARE(pageRank(graph, options).error(), (AnalyticsError {BadRange, 0}));
        options = {};
        options.restart = {1, 1};
        QCOMPARE(pageRank(graph, options).error(), (AnalyticsError {LengthsDiffer, 2}));
        options.restart = {1, 1, std::nan("")};
        QCOMPARE(pageRank(graph, options).error(), (AnalyticsError {BadWeight, 2}));
        options.restart = {0, 0, 0};
        QCOMPARE(pageRank(graph, options).error(), (AnalyticsError {BadWeight, 0}));
    }

    void noInputMakesItFail()
    {
        Random random(11);
        const std::vector<double> odd {0, -1, std::nan(""), HUGE_VAL, 1e-100, 1e100, 1e-310, 5e99};
        int built = 0;
        for (int run = 0; run < 4000; ++run) {
            Rows rows;
            rows.nodes = std::size_t(random.below(9));
            const std::uint64_t count = random.below(20);
            const bool isOdd = random.below(3) == 0;
            for (std::uint64_t i = 0; i < count; ++i) {
                const double weight = isOdd && random.below(6) == 0 ? odd[random.below(odd.size())] : 1 + random.uniform();
                rows.add(NodeId(random.below(rows.nodes + (isOdd ? 1 : 0) + (rows.nodes ? 0 : 1))), NodeId(random.below(rows.nodes + 1)), weight);
                rows.to.back() = isOdd || rows.nodes == 0 ? rows.to.back() : rows.to.back() % NodeId(rows.nodes);
            }
            if (isOdd && random.below(10) == 0)
                rows.weights.resize(random.below(25), 1);
            const auto graph = random.below(2) ? Graph::directed(rows.interactions()) : Graph::undirected(rows.interactions());
            if (!graph)
                continue;
            ++built;
            BetweennessOptions options = random.below(2) ? byWeight() : BetweennessOptions();
            options.sources.sample = std::size_t(random.below(4));
            const auto areFinite = [](const std::vector<double>& values) {
                return std::ranges::all_of(values, [](double value) { return std::isfinite(value) && value >= 0; });
            };
            QVERIFY(areFinite(betweennessOf(*graph, options).scores));
            QVERIFY(areFinite(closenessOf(*graph, {options.length, options.sources, 0.9, {}}).value().adjusted));
            QVERIFY(areFinite(pageRank(*graph).value().scores));
            QVERIFY(areFinite(eigenCentrality(*graph).scores));
            QVERIFY(areFinite(clusteringOf(*graph).local));
            QVERIFY(areFinite(degreesOf(*graph).strength));
            QCOMPARE(coreNumbers(*graph).size(), graph->nodes());
            QVERIFY(strongComponents(*graph).count() >= weakComponents(*graph).count());
            QVERIFY(cutPointsOf(*graph).bridges.size() <= graph->edges());
        }
        QVERIFY(built > 1500 && built < 3900);
    }

    void takesAMillionEdges()
    {
        const Graph graph = fixture::randomRows(3, 100'000, 1'000'000).undirected();
        QVERIFY(graph.edges() > 990'000);
        const PageRank rank = pageRank(graph).value();
        QVERIFY(rank.warnings.empty());
        QCOMPARE(clusteringOf(graph).local.size(), graph.nodes());
        QVERIFY(weakComponents(graph).sizes.front() > 99'000);
        QVERIFY(std::ranges::max(coreNumbers(graph)) >= 10);
        QVERIFY(cutPointsOf(graph).points.size() < 1000);
        BetweennessOptions options;
        options.sources.sample = 2;
        QVERIFY(betweennessOf(graph, options).errorBound > 0);
        // As deep as it gets: nothing recurses.
        const Graph longest = fixture::path(300'000).directed();
        QCOMPARE(cutPointsOf(longest).points.size(), 299'998U);
        QCOMPARE(strongComponents(longest).count(), 300'000U);
    }
};

QTEST_APPLESS_MAIN(tst_Network)
#include "tst_network.moc"
