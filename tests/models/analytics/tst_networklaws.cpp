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

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <thread>

using namespace lyceum::analytics;
using fixture::areNear;
using fixture::Dense;
using fixture::Rows;

namespace {

template <class T>
std::vector<T> relabelled(const std::vector<T>& values, const std::vector<NodeId>& newNumber)
{
    std::vector<T> result(values.size());
    for (std::size_t v = 0; v < values.size(); ++v)
        result[newNumber[v]] = values[v];
    return result;
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

ClosenessOptions closenessByWeight()
{
    ClosenessOptions options;
    options.length = PathLength::InverseWeight;
    return options;
}

} // namespace

class tst_NetworkLaws : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithBruteForceOnRandomGraphs_data()
    {
        QTest::addColumn<bool>("isDirected");
        QTest::newRow("directed") << true;
        QTest::newRow("undirected") << false;
    }
    void agreesWithBruteForceOnRandomGraphs()
    {
        QFETCH(bool, isDirected);
        for (std::uint64_t seed = 1; seed <= 30; ++seed) {
            const std::size_t nodes = 6 + seed % 12;
            const Graph graph = fixture::randomRows(seed, nodes, nodes * (1 + seed % 3)).graph(isDirected);
            Dense dense(graph);
            const double directions = isDirected ? 1 : 2;
            for (const bool useHops : {true, false}) {
                dense.useHops(useHops);
                std::vector<double> expected = dense.betweenness();
                for (double& score : expected)
                    score /= directions;
                QVERIFY(areNear(betweennessOf(graph, useHops ? BetweennessOptions() : byWeight()).scores, expected));

                std::vector<double> harmonic(nodes, 0);
                std::vector<double> closeness(nodes, 0);
                for (std::size_t v = 0; v < nodes; ++v) {
                    double sum = 0;
                    double reached = 0;
                    for (std::size_t w = 0; w < nodes; ++w) {
                        if (w == v || !std::isfinite(dense.distance(v, w)))
                            continue;
                        sum += dense.distance(v, w);
                        reached += 1;
                        harmonic[v] += 1 / dense.distance(v, w) / double(nodes - 1);
                    }
                    closeness[v] = reached > 0 ? reached / sum : 0;
                }
                const Closeness near = closenessOf(graph, useHops ? ClosenessOptions() : closenessByWeight()).value();
                QVERIFY(areNear(near.harmonic, harmonic));
                QVERIFY(areNear(near.closeness, closeness));
            }

            std::uint64_t triangles = 0;
            std::vector<std::uint64_t> through(nodes, 0);
            for (std::size_t a = 0; a < nodes; ++a) {
                for (std::size_t b = a + 1; b < nodes; ++b) {
                    for (std::size_t c = b + 1; c < nodes; ++c) {
                        if (!dense.isEither(a, b) || !dense.isEither(b, c) || !dense.isEither(a, c))
                            continue;
                        ++triangles;
                        for (const std::size_t v : {a, b, c})
                            ++through[v];
                    }
                }
            }
            const Clustering clustering = clusteringOf(graph);
            QCOMPARE(clustering.allTriangles, triangles);
            QCOMPARE(clustering.triangles, through);

            const Components weak = weakComponents(graph);
            QCOMPARE(weak.count(), dense.weakPieces(nodes));
            const Components strong = strongComponents(graph);
            for (std::size_t v = 0; v < nodes; ++v) {
                for (std::size_t w = 0; w < nodes; ++w)
                    QCOMPARE(strong.of[v] == strong.of[w], std::isfinite(dense.distance(v, w)) && std::isfinite(dense.distance(w, v)));
            }

            const CutPoints cuts = cutPointsOf(graph);
            for (std::size_t v = 0; v < nodes; ++v) {
                const auto cut = std::ranges::find(cuts.points, v, &CutPoint::node);
                const bool isAlone = weak.sizes[weak.of[v]] == 1;
                const std::size_t pieces = dense.weakPieces(v) - (weak.count() - 1); // of its own component
                QCOMPARE(cut != cuts.points.end(), !isAlone && pieces > 1);
                if (cut != cuts.points.end())
                    QCOMPARE(cut->pieces, pieces);
            }

            // Peeling: whoever has fewer than k contacts left goes, until nobody has.
            std::vector<std::uint32_t> cores(nodes, 0);
            for (std::uint32_t k = 1; k < nodes; ++k) {
                std::vector<bool> isLeft(nodes, true);
                for (bool again = true; again;) {
                    again = false;
                    for (std::size_t v = 0; v < nodes; ++v) {
                        std::uint32_t contacts = 0;
                        for (std::size_t w = 0; w < nodes; ++w)
                            contacts += isLeft[w] && dense.isEither(v, w) ? 1U : 0U;
                        if (isLeft[v] && contacts < k) {
                            isLeft[v] = false;
                            again = true;
                        }
                    }
                }
                for (std::size_t v = 0; v < nodes; ++v)
                    cores[v] = isLeft[v] ? k : cores[v];
            }
            QCOMPARE(coreNumbers(graph), cores);

            // Scores solve their equation: what flows in is what there is.
            const PageRank rank = pageRank(graph).value();
            double dangling = 0;
            std::vector<double> inward(nodes, 0);
            for (NodeId v = 0; v < nodes; ++v) {
                const double given = degreesOf(graph).outStrength[v];
                dangling += given > 0 ? 0 : rank.scores[v];
                for (NodeId w = 0; w < nodes && given > 0; ++w)
                    inward[w] += rank.scores[v] * dense.weight(v, w) / given;
            }
            for (std::size_t v = 0; v < nodes; ++v)
                inward[v] = 0.15 / double(nodes) + 0.85 * (inward[v] + dangling / double(nodes));
            QVERIFY(areNear(rank.scores, inward, 1e-9));
            QVERIFY(rank.errorBound <= 1e-10);
            QVERIFY(std::abs(std::accumulate(rank.scores.begin(), rank.scores.end(), 0.0) - 1) < 1e-12);

            const EigenCentrality eigen = eigenCentrality(graph);
            const Dense plain(graph.withoutDirections());
            for (std::size_t v = 0; v < nodes; ++v) {
                double sum = 0;
                for (std::size_t w = 0; w < nodes; ++w)
                    sum += plain.weight(v, w) * eigen.scores[w];
                QVERIFY(std::abs(sum - eigen.eigenvalue * eigen.scores[v]) < 1e-9 * eigen.eigenvalue);
            }
        }
    }

    void separatesWhatHangsOnOneNode()
    {
        Rows rows = fixture::path(6); // 0-1-2-3-4-5
        const CutPoints cuts = cutPointsOf(rows.undirected());
        QCOMPARE(cuts.points, (std::vector<CutPoint> {{2, 2, 2}, {3, 2, 2}, {1, 2, 1}, {4, 2, 1}}));
        QCOMPARE(cuts.bridges.size(), 5U);
        rows.add(5, 0, 1); // a ring
        QCOMPARE(cutPointsOf(rows.directed()), CutPoints());
        QCOMPARE(cutPointsOf(fixture::star(8).undirected()).points, (std::vector<CutPoint> {{0, 7, 6}}));
    }

    void doesNotDependOnHowNodesAreNumbered()
    {
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const Rows rows = fixture::randomRows(seed, 30, 60);
            const std::vector<NodeId> number = fixture::randomOrder(seed, rows.nodes);
            const Graph one = rows.directed();
            const Graph other = rows.relabelled(number).directed();
            QVERIFY(areNear(betweennessOf(other, byWeight()).scores, relabelled(betweennessOf(one, byWeight()).scores, number)));
            QVERIFY(areNear(closenessOf(other).value().adjusted, relabelled(closenessOf(one).value().adjusted, number)));
            QVERIFY(areNear(pageRank(other).value().scores, relabelled(pageRank(one).value().scores, number)));
            QVERIFY(areNear(clusteringOf(other).local, relabelled(clusteringOf(one).local, number)));
            QCOMPARE(coreNumbers(other), relabelled(coreNumbers(one), number));
            QCOMPARE(strongComponents(other).sizes, strongComponents(one).sizes);
            QVERIFY(areNear(eigenCentrality(other).scores, relabelled(eigenCentrality(one).scores, number)));
        }
    }

    void twoGraphsSideBySideKeepTheirAnswers()
    {
        const Rows a = fixture::karate();
        const Rows b = fixture::lesMiserables();
        const Graph both = a.joinedBy(b).undirected();
        const auto joined = [](std::vector<double> one, const std::vector<double>& other, double share = 1, double otherShare = 1) {
            for (double& value : one)
                value *= share;
            for (const double value : other)
                one.push_back(value * otherShare);
            return one;
        };
        QVERIFY(areNear(betweennessOf(both, byWeight()).scores,
            joined(betweennessOf(a.undirected()).scores, betweennessOf(b.undirected(), byWeight()).scores)));
        QVERIFY(areNear(closenessOf(both).value().closeness,
            joined(closenessOf(a.undirected()).value().closeness, closenessOf(b.undirected()).value().closeness)));
        // Of the Wasserman-Faust kind: smaller by the share of the others that is reached.
        QVERIFY(areNear(closenessOf(both).value().adjusted,
            joined(closenessOf(a.undirected()).value().closeness, closenessOf(b.undirected()).value().closeness, 33 / 110.0, 76 / 110.0)));
        QVERIFY(areNear(pageRank(both).value().scores,
            joined(pageRank(a.undirected()).value().scores, pageRank(b.undirected()).value().scores, 34 / 111.0, 77 / 111.0)));
        QVERIFY(areNear(clusteringOf(both).local, joined(clusteringOf(a.undirected()).local, clusteringOf(b.undirected()).local)));
        QCOMPARE(weakComponents(both).sizes, (std::vector<std::size_t> {77, 34}));
        // Two of the same: no one of them leads.
        const EigenCentrality twice = eigenCentrality(a.joinedBy(a).undirected());
        QVERIFY(areNear(twice.scores, joined(eigenCentrality(a.undirected()).scores, eigenCentrality(a.undirected()).scores)));
        QCOMPARE(twice.warnings, std::vector<Warning> {Warning::NotIdentified});
    }

    void countsMorePathsThanADoubleHolds()
    {
        // 1 100 layers of two, each joined to the next: 2^1099 shortest paths from end to end.
        constexpr std::size_t kLayers = 1100;
        Rows rows;
        rows.nodes = 2 * kLayers;
        for (NodeId v = 0; v + 2 < rows.nodes; ++v) {
            const NodeId next = v / 2 * 2 + 2;
            rows.add(v, next, 1);
            rows.add(v, next + 1, 1);
        }
        const std::vector<double> scores = betweennessOf(rows.directed()).scores;
        for (std::size_t v = 0; v < rows.nodes; ++v) {
            const double before = 2 * double(v / 2);
            const double after = 2 * double(kLayers - 1 - v / 2);
            QVERIFY(std::abs(scores[v] - before * after / 2) <= 1e-9 * (1 + before * after));
        }
    }

    void samplesWithinTheStatedError()
    {
        const Graph graph = fixture::randomRows(7, 100, 220).undirected();
        const std::vector<double> exact = betweennessOf(graph).scores;
        const std::vector<double> harmonic = closenessOf(graph).value().harmonic;
        const std::size_t hub = std::size_t(std::ranges::max_element(exact) - exact.begin());
        constexpr int kRuns = 2000;
        int withinBound = 0;
        double sum = 0;
        double squares = 0; // of what a score is off
        double stated = 0; // squared standard errors
        BetweennessOptions options;
        options.sources.sample = 50;
        for (int run = 0; run < kRuns; ++run) {
            options.sources.seed = std::uint64_t(run);
            const Betweenness sampled = betweennessOf(graph, options);
            squares += std::pow(sampled.scores[hub] - exact[hub], 2);
            stated += std::pow(sampled.stdErrors[hub], 2);
            double worst = 0;
            for (std::size_t v = 0; v < exact.size(); ++v)
                worst = std::max(worst, std::abs(sampled.scores[v] - exact[v]));
            withinBound += worst <= sampled.errorBound ? 1 : 0;
            sum += sampled.scores[hub];
        }
        QVERIFY2(std::abs(stated / squares - 1) < 0.1, QByteArray::number(stated / squares).constData()); // 2 000 runs: 3 %
        QVERIFY(withinBound >= 0.95 * kRuns); // a guarantee: more is expected
        QVERIFY(std::abs(sum / kRuns - exact[hub]) < 0.01 * exact[hub]); // without bias
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            ClosenessOptions near;
            near.sources = {40, 5000, seed};
            const Closeness sampled = closenessOf(graph, near).value();
            for (std::size_t v = 0; v < harmonic.size(); ++v)
                QVERIFY(std::abs(sampled.harmonic[v] - harmonic[v]) <= *sampled.harmonicBound);
        }
    }

    void samplesOnlyLargeGraphs()
    {
        const Graph large = fixture::path(5001).undirected();
        BetweennessOptions options;
        options.sources.sample = 3;
        const Betweenness sampled = betweennessOf(large, options);
        QCOMPARE(sampled.sources, 3U);
        QCOMPARE(sampled.warnings, std::vector<Warning> {Warning::Approximate});
        QVERIFY(sampled == betweennessOf(large, options)); // the seed decides
        QCOMPARE(chosenSources(5000, {}).size(), 5000U);
        QCOMPARE(chosenSources(5001, {}).size(), PathSources::kDefaultSample);
        QCOMPARE(chosenSources(7, {9, 5000, 1}).size(), 7U);
    }

    void threadsChangeNothing()
    {
        const RunTasks onThreads = [](std::size_t tasks, const std::function<void(std::size_t)>& body) {
            std::vector<std::thread> threads;
            for (std::size_t task = 0; task < tasks; ++task)
                threads.emplace_back(body, task);
            for (std::thread& thread : threads)
                thread.join();
        };
        const Graph graph = fixture::lesMiserables().undirected();
        BetweennessOptions options = byWeight();
        options.sources.sample = 40;
        ClosenessOptions near;
        const Betweenness alone = betweennessOf(graph, options);
        const Closeness nearAlone = closenessOf(graph, near).value();
        options.runTasks = near.runTasks = onThreads;
        QVERIFY(betweennessOf(graph, options) == alone);
        QVERIFY(closenessOf(graph, near).value() == nearAlone);
    }
};

QTEST_APPLESS_MAIN(tst_NetworkLaws)
#include "tst_networklaws.moc"
