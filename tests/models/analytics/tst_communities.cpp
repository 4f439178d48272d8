// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/communities.h"
#include "analytics/network/components.h"
#include "analytics/network/influence.h"
#include "analytics/network/layout.h"
#include "analytics/network/newcomers.h"

#include "networkfixture.h"

#include <QJsonObject>
#include <QRectF>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace lyceum::analytics;
using fixture::Rows;

namespace {

Communities communities(const Graph& graph, CommunityMethod method = CommunityMethod::Leiden, std::uint64_t seed = 1)
{
    CommunityOptions options;
    options.method = method;
    options.seed = seed;
    return communitiesOf(graph, options).value();
}

/// By the definition: sum over all pairs.
double modularityByDefinition(const Graph& graph, const std::vector<std::uint32_t>& of, double resolution)
{
    const Graph plain = graph.withoutDirections();
    const std::size_t n = plain.nodes();
    std::vector<std::vector<double>> weight(n, std::vector<double>(n, 0));
    std::vector<double> strength(n, 0);
    double total = 0;
    for (NodeId v = 0; v < n; ++v) {
        weight[v][v] = 2 * plain.selfWeights()[v];
        for (std::size_t i = 0; i < plain.out().of(v).size(); ++i)
            weight[v][plain.out().of(v)[i]] = plain.out().weightsOf(v)[i];
        for (const double w : weight[v])
            strength[v] += w;
        total += strength[v];
    }
    double sum = 0;
    for (std::size_t v = 0; v < n; ++v) {
        for (std::size_t w = 0; w < n; ++w)
            sum += of[v] == of[w] ? weight[v][w] / total - resolution * strength[v] / total * strength[w] / total : 0;
    }
    return sum;
}

/// Edges within communities alone.
std::size_t piecesOf(const Rows& rows, const std::vector<std::uint32_t>& of)
{
    Rows within;
    within.nodes = rows.nodes;
    for (std::size_t i = 0; i < rows.from.size(); ++i) {
        if (of[rows.from[i]] == of[rows.to[i]])
            within.add(rows.from[i], rows.to[i], rows.weights[i]);
    }
    return weakComponents(within.undirected()).count();
}

} // namespace

class tst_Communities : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheBestKnownDivisions()
    {
        const QJsonObject reference = fixture::networkReference();
        const auto best = [&](const char* graph, const char* key) {
            return reference[QLatin1StringView(graph)]["communities"_L1][QLatin1StringView(key)].toDouble(2);
        };
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            for (const CommunityMethod method : {CommunityMethod::Leiden, CommunityMethod::Louvain}) {
                const Rows lesmis = fixture::lesMiserables();
                QVERIFY(communities(fixture::karate().undirected(), method, seed).modularity
                    >= best("karate", "best_modularity_leiden") - 0.002);
                QVERIFY(communities(lesmis.unweighted().undirected(), method, seed).modularity
                    >= best("lesmis", "best_modularity_leiden") - 0.002);
                QVERIFY(communities(lesmis.undirected(), method, seed).modularity >= best("lesmis", "best_modularity_weighted") - 0.002);
            }
        }
        QVERIFY(std::abs(communities(fixture::karate().undirected()).modularity - 0.41978961209730437) < 1e-9);
    }

    void modularityIsThatOfItsDefinition()
    {
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            const Graph graph = fixture::randomRows(seed, 12, 25).graph(seed % 2 == 0);
            Random random(seed);
            std::vector<std::uint32_t> of(12);
            for (std::uint32_t& group : of)
                group = std::uint32_t(random.below(4));
            for (const double resolution : {1.0, 0.3, 2.5})
                QVERIFY(std::abs(**modularityOf(graph, of, resolution) - modularityByDefinition(graph, of, resolution)) < 1e-12);
            const Communities found = communities(graph);
            QVERIFY(std::abs(found.modularity - modularityByDefinition(graph, found.of, 1)) < 1e-12);
        }
    }

    void communitiesHangTogetherAndNoTwoAreBetterMerged()
    {
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            const Rows rows = fixture::randomRows(seed, 40 + seed, 60 + 3 * seed);
            const Graph graph = rows.undirected();
            CommunityOptions options;
            options.starts = 1;
            options.seed = seed;
            const Communities found = communitiesOf(graph, options).value();
            QCOMPARE(piecesOf(rows, found.of), found.sizes.size());
            for (std::uint32_t a = 0; a < found.sizes.size(); ++a) {
                for (std::uint32_t b = a + 1; b < found.sizes.size(); ++b) {
                    std::vector<std::uint32_t> merged = found.of;
                    std::ranges::replace(merged, b, a);
                    QVERIFY(**modularityOf(graph, merged) <= found.modularity + 1e-9);
                }
            }
        }
    }

    void findsCliquesThatHangOnOneEdge()
    {
        constexpr NodeId kSize = 6;
        constexpr NodeId kCliques = 8;
        Rows rows;
        rows.nodes = kSize * kCliques;
        for (NodeId c = 0; c < kCliques; ++c) {
            for (NodeId v = 0; v < kSize; ++v) {
                for (NodeId w = v + 1; w < kSize; ++w)
                    rows.add(c * kSize + v, c * kSize + w, 1);
            }
            rows.add(c * kSize, (c + 1) % kCliques * kSize + 1, 1);
        }
        const std::vector<NodeId> number = fixture::randomOrder(5, rows.nodes);
        for (const Rows& same : {rows, rows.relabelled(number)}) {
            const Communities found = communities(same.undirected());
            QCOMPARE(found.sizes, std::vector<std::size_t>(kCliques, kSize));
            QVERIFY(std::abs(found.modularity - (120.0 / 128 - 1.0 / 8)) < 1e-12);
        }
        CommunityOptions coarse;
        coarse.resolution = 1e-6;
        QCOMPARE(communitiesOf(rows.undirected(), coarse).value().sizes.size(), 1U);
        CommunityOptions fine;
        fine.resolution = 1e6;
        QCOMPARE(communitiesOf(rows.undirected(), fine).value().sizes.size(), rows.nodes);
    }

    void scaleSeedAndNothingElseMatter()
    {
        const Rows rows = fixture::lesMiserables();
        Rows scaled = rows;
        for (double& weight : scaled.weights)
            weight *= 1024;
        const Communities once = communities(rows.undirected());
        QVERIFY(once == communities(rows.undirected()));
        QCOMPARE(communities(scaled.undirected()).of, once.of);
        std::vector<double> tiny(rows.weights.size(), 1e-100);
        QVERIFY(communities(Graph::undirected({rows.nodes, rows.from, rows.to, tiny}).value()).modularity > 0.55);
    }

    void answersWithoutEdges()
    {
        for (const std::size_t nodes : {0U, 1U, 4U}) {
            Rows rows;
            rows.nodes = nodes;
            const Communities found = communities(rows.directed());
            QCOMPARE(found.sizes, std::vector<std::size_t>(nodes, 1));
            QCOMPARE(found.modularity, 0.0);
            QVERIFY(!*modularityOf(rows.directed(), found.of));
        }
        Rows alone; // whoever talks to himself only
        alone.nodes = 2;
        alone.add(0, 0, 3);
        QCOMPARE(communities(alone.directed()).sizes.size(), 2U);
        QCOMPARE(**modularityOf(alone.directed(), std::vector<std::uint32_t> {0, 1}), 0.0);
    }

    void namesWhatIsWrong()
    {
        using enum AnalyticsError::Kind;
        const Graph graph = fixture::star(4).undirected();
        CommunityOptions options;
        options.resolution = std::nan("");
        QCOMPARE(communitiesOf(graph, options).error(), (AnalyticsError {BadRange, 0}));
        options = {};
        options.maxIterations = -1; // some programs take this for "without end"
        QCOMPARE(communitiesOf(graph, options).error(), (AnalyticsError {BadRange, 0}));
        const std::vector<std::uint32_t> of {0, 1, 9, 0};
        QCOMPARE(modularityOf(graph, of).error(), (AnalyticsError {BadGroup, 2}));
        QCOMPARE(brokerageOf(graph, of).error(), (AnalyticsError {BadGroup, 2}));
        QCOMPARE(modularityOf(graph, std::span(of).first(3)).error(), (AnalyticsError {LengthsDiffer, 3}));
        QCOMPARE(modularityOf(graph, std::vector<std::uint32_t>(4), -1).error(), (AnalyticsError {BadRange, 0}));
    }

    void noInputMakesItFail()
    {
        Random random(5);
        for (int run = 0; run < 1500; ++run) {
            const std::size_t nodes = 1 + std::size_t(random.below(12));
            Rows rows = fixture::randomRows(std::uint64_t(run), nodes, std::size_t(random.below(30)));
            for (double& weight : rows.weights) {
                if (random.below(5) == 0)
                    weight = std::pow(10, double(random.below(200)) - 101);
            }
            const auto graph = Graph::directed(rows.interactions());
            if (!graph)
                continue;
            CommunityOptions options;
            options.method = random.below(2) ? CommunityMethod::Leiden : CommunityMethod::Louvain;
            options.resolution = std::pow(10, double(random.below(13)) - 6);
            options.starts = 1;
            const Communities found = communitiesOf(*graph, options).value();
            QVERIFY(std::isfinite(found.modularity));
            QCOMPARE(found.of.size(), nodes);
            const Brokerage brokers = brokerageOf(*graph, found.of).value();
            for (std::size_t v = 0; v < nodes; ++v) {
                QVERIFY(brokers.participation[v] >= 0 && brokers.participation[v] < 1);
                QVERIFY(brokers.outward[v] >= 0 && brokers.outward[v] <= 1);
            }
        }
    }

    void takesAHundredThousandEdges()
    {
        CommunityOptions options;
        options.maxIterations = 1;
        const Rows rows = fixture::randomRows(3, 10'000, 100'000);
        const Communities found = communitiesOf(rows.undirected(), options).value();
        QVERIFY(found.modularity > 0.15);
        QCOMPARE(found.warnings, std::vector<Warning> {Warning::NotConverged}); // one iteration cannot know
    }

    void ranksByScoreThenByNumber()
    {
        const std::vector<double> scores {1, 3, std::nan(""), 3, 2};
        const std::vector<RankedNode> top = highest(scores, 3);
        QCOMPARE(top, (std::vector<RankedNode> {{1, 3}, {3, 3}, {4, 2}}));
        QCOMPARE(highest(scores, 9).size(), 5U);
        QCOMPARE(highest(scores, 9).back().node, 2U);
        QVERIFY(highest({}, 3).empty());
    }

    void brokersReachIntoOtherCommunities()
    {
        Rows rows;
        rows.nodes = 5;
        rows.add(0, 1, 3);
        rows.add(2, 0, 1); // both directions count
        rows.add(3, 4, 2);
        const Brokerage brokers = brokerageOf(rows.directed(), std::vector<std::uint32_t> {0, 0, 1, 2, 2}).value();
        QCOMPARE(brokers.participation, (std::vector<double> {1 - 0.75 * 0.75 - 0.25 * 0.25, 0, 0, 0, 0}));
        QCOMPARE(brokers.outward, (std::vector<double> {0.25, 0, 1, 0, 0}));
    }

    void drawsComponentsApartAndTheSameEveryTime()
    {
        for (std::uint64_t seed = 1; seed <= 15; ++seed) {
            const Graph graph = fixture::randomRows(seed, 60, 20 + 5 * seed).directed();
            LayoutOptions options;
            options.seed = seed;
            const Layout layout = layoutOf(graph, options).value();
            QVERIFY(layout == layoutOf(graph, options).value());
            const Components components = weakComponents(graph);
            std::vector<QRectF> boxes(components.count());
            for (std::size_t v = 0; v < graph.nodes(); ++v) {
                const LayoutPoint point = layout.points[v];
                QVERIFY(point.x >= 0 && point.x <= layout.width && point.y >= 0 && point.y <= layout.height); // finite too
                const QRectF dot(point.x - 0.125, point.y - 0.125, 0.25, 0.25);
                boxes[components.of[v]] = boxes[components.of[v]].united(dot);
            }
            for (std::size_t a = 0; a < boxes.size(); ++a) {
                for (std::size_t b = a + 1; b < boxes.size(); ++b)
                    QVERIFY(!boxes[a].intersects(boxes[b]));
            }
        }
    }

    void drawsContactsNearer()
    {
        const Graph graph = fixture::karate().undirected();
        for (const double accuracy : {0.0, 0.8}) {
            LayoutOptions options;
            options.accuracy = accuracy;
            const Layout layout = layoutOf(graph, options).value();
            const auto distance = [&](NodeId v, NodeId w) {
                return std::hypot(layout.points[v].x - layout.points[w].x, layout.points[v].y - layout.points[w].y);
            };
            double all = 0;
            double contacts = 0;
            for (NodeId v = 0; v < graph.nodes(); ++v) {
                for (NodeId w = 0; w < graph.nodes(); ++w)
                    all += distance(v, w) / double(graph.nodes() * (graph.nodes() - 1));
                for (const NodeId w : graph.out().of(v))
                    contacts += distance(v, w) / double(2 * graph.edges());
            }
            QVERIFY2(contacts < 0.7 * all, QByteArray::number(contacts / all).constData());
            QVERIFY(contacts > 0.2 && contacts < 5);
        }
    }

    void drawsWhateverThereIs()
    {
        for (const std::size_t nodes : {0U, 1U, 3U}) {
            Rows rows;
            rows.nodes = nodes;
            QCOMPARE(layoutOf(rows.directed()).value().points.size(), nodes);
        }
        QCOMPARE(layoutOf(fixture::star(3000).undirected(), {1, 10, 0.8}).value().points.size(), 3000U);
        for (const LayoutOptions& options : {LayoutOptions {1, 0, 0.8}, LayoutOptions {1, 10'001, 0.8}, LayoutOptions {1, 10, std::nan("")}})
            QCOMPARE(layoutOf(fixture::star(3).undirected(), options).error(), (AnalyticsError {AnalyticsError::Kind::BadRange, 0}));
    }

    void findsNewcomersNobodyAnswered()
    {
        constexpr std::int64_t kDay = 86'400;
        constexpr std::int64_t kNow = 1'000 * kDay;
        constexpr std::uint32_t kNone = Conversation::kNoMessage;
        // 0 waits; 1 was answered; 2 answered himself alone; 3 is not new; 4 wrote nothing; 5 will be answered only later
        const std::vector<std::int64_t> joined {kNow - 9 * kDay, kNow - 9 * kDay, kNow - 9 * kDay, kNow - 30 * kDay, kNow, kNow - kDay};
        const std::vector<NodeId> authors {0, 1, 2, 3, 5, 0, 3, 2, 3};
        const std::vector<std::int64_t> written {kNow - 5 * kDay, kNow - 8 * kDay, kNow - 7 * kDay, kNow - 6 * kDay, kNow - 100,
            kNow - 6 * kDay, kNow - 1, kNow - 1, kNow + 1};
        const std::vector<std::uint32_t> answers {kNone, kNone, kNone, kNone, kNone, kNone, 1, 2, 4};
        const Conversation conversation {joined, authors, written, answers};
        NewcomerOptions options;
        options.nowUtc = kNow;
        const auto found = unansweredNewcomers(conversation, options).value();
        const std::vector<UnansweredNewcomer> expected {
            {2, 2, kNow - 7 * kDay, 7 * kDay}, {0, 2, kNow - 6 * kDay, 6 * kDay}, {5, 1, kNow - 100, 100}};
        QCOMPARE(found, expected);
        options.patienceSeconds = kDay;
        QCOMPARE(unansweredNewcomers(conversation, options).value().size(), 2U);
        options.newForSeconds = 0;
        QCOMPARE(unansweredNewcomers(conversation, options).error(), (AnalyticsError {AnalyticsError::Kind::BadRange, 0}));
        const std::vector<std::uint32_t> unknown {kNone, kNone, kNone, kNone, kNone, 9, 1, 2, 4};
        QCOMPARE(unansweredNewcomers({joined, authors, written, unknown}, {.nowUtc = kNow}).error(),
            (AnalyticsError {AnalyticsError::Kind::BadGroup, 5}));
        QCOMPARE(unansweredNewcomers({joined, authors, written, {}}, {.nowUtc = kNow}).error(),
            (AnalyticsError {AnalyticsError::Kind::LengthsDiffer, 0}));
        QVERIFY(unansweredNewcomers({}, {.nowUtc = INT64_MIN}).value().empty());
    }
};

QTEST_APPLESS_MAIN(tst_Communities)
#include "tst_communities.moc"
