// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/betweenness.h"
#include "analytics/network/closeness.h"
#include "analytics/network/clustering.h"
#include "analytics/network/communities.h"
#include "analytics/network/components.h"
#include "analytics/network/cores.h"
#include "analytics/network/cutpoints.h"
#include "analytics/network/degree.h"
#include "analytics/network/eigencentrality.h"
#include "analytics/network/influence.h"
#include "analytics/network/pagerank.h"
#include "cli/analyse/analysistable.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

struct Network {
    QStringList names; ///< one a node; in order of value where all are numbers, else by code point
    analytics::Graph graph;
    qsizetype rows = 0;
};

struct NetworkOptions {
    analytics::PathSources sources;
    analytics::PathLength length = analytics::PathLength::Hops;
    std::size_t top = 10;
    std::optional<analytics::CommunityMethod> communities;
    double level = 0.95;
};

/// Everything that is measured; vectors have one number a node.
struct Measures {
    analytics::Degrees degrees;
    analytics::Components weak;
    analytics::Components strong;
    analytics::Clustering clustering;
    std::vector<std::uint32_t> cores;
    analytics::CutPoints cuts;
    analytics::PageRank pageRank;
    analytics::EigenCentrality eigen;
    analytics::Betweenness betweenness;
    analytics::Closeness closeness;
    std::optional<analytics::Communities> communities;
    analytics::Brokerage brokerage; ///< empty without communities
    std::vector<analytics::Warning> warnings;
};

/// One number a name, whichever of the two columns it stands in.
Result<QStringList> numbered(const AnalysisTable& table, const QString& fromColumn, const QString& toColumn,
    std::vector<analytics::NodeId>& from, std::vector<analytics::NodeId>& to)
{
    QStringList names;
    bool areNumbers = true;
    for (const QString& column : {fromColumn, toColumn}) {
        const auto levels = table.levels(column);
        if (!levels)
            return tl::unexpected(levels.error());
        const qsizetype empty = levels->names.indexOf(QString());
        if (empty >= 0) {
            const auto row = std::ranges::find(levels->codes, std::uint32_t(empty));
            return tl::unexpected(table.errorAt(row - levels->codes.begin(), column, Cli::tr("this is empty.")));
        }
        names += levels->names;
    }
    for (const QString& name : std::as_const(names)) {
        bool isNumber = false;
        name.toDouble(&isNumber);
        areNumbers = areNumbers && isNumber;
    }
    std::ranges::sort(names, [areNumbers](const QString& a, const QString& b) {
        if (areNumbers && a.toDouble() != b.toDouble())
            return a.toDouble() < b.toDouble();
        return a < b;
    });
    names.removeDuplicates();
    QHash<QString, analytics::NodeId> numberOf;
    for (qsizetype i = 0; i < names.size(); ++i)
        numberOf.insert(names.at(i), analytics::NodeId(i));
    for (auto [column, ends] : {std::pair(fromColumn, &from), std::pair(toColumn, &to)}) {
        const auto levels = table.levels(column);
        std::vector<analytics::NodeId> ofLevel;
        for (const QString& name : levels->names)
            ofLevel.push_back(numberOf.value(name));
        for (const std::uint32_t code : levels->codes)
            ends->push_back(ofLevel[code]);
    }
    return names;
}

Result<Network> readNetwork(const QString& path, const QString& from, const QString& to, const QString& weight, bool isUndirected)
{
    const auto table = AnalysisTable::read(path, {from, to, weight});
    if (!table)
        return tl::unexpected(table.error());
    std::vector<analytics::NodeId> fromNodes;
    std::vector<analytics::NodeId> toNodes;
    auto names = numbered(*table, from, to, fromNodes, toNodes);
    if (!names)
        return tl::unexpected(names.error());
    std::vector<double> weights;
    if (!weight.isEmpty()) {
        auto numbers = table->numbers(weight, {.low = 0});
        if (!numbers)
            return tl::unexpected(numbers.error());
        weights = *std::move(numbers);
    }
    const analytics::Contacts rows {std::size_t(names->size()), fromNodes, toNodes, weights};
    auto graph = isUndirected ? analytics::Graph::undirected(rows) : analytics::Graph::directed(rows);
    if (!graph)
        return tl::unexpected(table->errorAt(qsizetype(graph.error().index), weight, Cli::tr("this weight is out of range.")));
    return Network {*std::move(names), *std::move(graph), table->rows()};
}

/// All of it: the options were checked, so that nothing here can fail.
Measures measuresOf(const analytics::Graph& graph, const NetworkOptions& options)
{
    Measures all;
    all.degrees = analytics::degreesOf(graph);
    all.weak = analytics::weakComponents(graph);
    all.strong = analytics::strongComponents(graph);
    all.clustering = analytics::clusteringOf(graph);
    all.cores = analytics::coreNumbers(graph);
    all.cuts = analytics::cutPointsOf(graph);
    all.pageRank = analytics::pageRank(graph).value();
    all.eigen = analytics::eigenCentrality(graph);
    all.betweenness = analytics::betweenness(graph, {options.length, options.sources, options.level, {}}).value();
    all.closeness = analytics::closenessOf(graph, {options.length, options.sources, options.level, {}}).value();
    if (options.communities) {
        analytics::CommunityOptions division;
        division.method = *options.communities;
        division.seed = options.sources.seed;
        all.communities = analytics::communitiesOf(graph, division).value();
        all.brokerage = analytics::brokerageOf(graph, all.communities->of).value();
        all.warnings = all.communities->warnings;
    }
    for (const auto* more : {&all.pageRank.warnings, &all.eigen.warnings, &all.betweenness.warnings, &all.closeness.warnings})
        all.warnings.insert(all.warnings.end(), more->begin(), more->end());
    std::ranges::sort(all.warnings);
    all.warnings.erase(std::unique(all.warnings.begin(), all.warnings.end()), all.warnings.end());
    return all;
}

analytics::Estimate betweennessAt(const analytics::Betweenness& all, analytics::NodeId v)
{
    analytics::Estimate estimate {all.scores[v], {}, {}, {}};
    if (!all.stdErrors.empty()) {
        estimate.stdError = all.stdErrors[v];
        estimate.low = std::max(estimate.value - all.errorBound, 0.0);
        estimate.high = std::min(estimate.value + all.errorBound, all.largestPossible);
    }
    return estimate;
}

QJsonObject nodeJson(const Network& network, const Measures& all, analytics::NodeId v)
{
    const bool isGrouped = all.communities.has_value();
    return {{u"node"_s, network.names.at(v)}, {u"inDegree"_s, qint64(all.degrees.in[v])}, {u"outDegree"_s, qint64(all.degrees.out[v])},
        {u"degree"_s, qint64(all.degrees.all[v])}, {u"inStrength"_s, all.degrees.inStrength[v]},
        {u"outStrength"_s, all.degrees.outStrength[v]}, {u"strength"_s, all.degrees.strength[v]}, {u"selfWeight"_s, all.degrees.self[v]},
        {u"pageRank"_s, all.pageRank.scores[v]}, {u"eigenvector"_s, all.eigen.scores[v]},
        {u"betweenness"_s, estimateJson(betweennessAt(all.betweenness, v))}, {u"closeness"_s, all.closeness.closeness[v]},
        {u"adjustedCloseness"_s, all.closeness.adjusted[v]}, {u"harmonic"_s, all.closeness.harmonic[v]},
        {u"clustering"_s, all.clustering.local[v]}, {u"core"_s, qint64(all.cores[v])}, {u"component"_s, qint64(all.weak.of[v])},
        {u"community"_s, isGrouped ? QJsonValue(qint64(all.communities->of[v])) : QJsonValue(QJsonValue::Null)},
        {u"participation"_s, isGrouped ? QJsonValue(all.brokerage.participation[v]) : QJsonValue(QJsonValue::Null)}};
}

QJsonArray firstOf(const std::vector<std::size_t>& sizes, std::size_t top)
{
    QJsonArray array;
    for (std::size_t i = 0; i < std::min(sizes.size(), top); ++i)
        array.append(qint64(sizes[i]));
    return array;
}

QJsonValue communitiesJson(const std::optional<analytics::Communities>& communities, std::size_t top)
{
    if (!communities)
        return QJsonValue::Null;
    return QJsonObject {{u"method"_s, communities->method == analytics::CommunityMethod::Leiden ? u"leiden"_s : u"louvain"_s},
        {u"count"_s, qint64(communities->sizes.size())}, {u"modularity"_s, communities->modularity},
        {u"resolution"_s, communities->resolution}, {u"iterations"_s, communities->iterations}, {u"seed"_s, qint64(communities->seed)},
        {u"sizes"_s, firstOf(communities->sizes, top)}};
}

QJsonObject networkJson(const Network& network, const Measures& all, const NetworkOptions& options)
{
    const analytics::Graph& graph = network.graph;
    QJsonArray leaders;
    for (const analytics::RankedNode& ranked : analytics::highest(all.pageRank.scores, options.top))
        leaders.append(nodeJson(network, all, ranked.node));
    QJsonArray brokers;
    for (const analytics::RankedNode& ranked : analytics::highest(all.betweenness.scores, options.top)) {
        if (ranked.score > 0)
            brokers.append(nodeJson(network, all, ranked.node));
    }
    QJsonArray cutPoints;
    for (const analytics::CutPoint& cut : all.cuts.points) {
        if (std::size_t(cutPoints.size()) < options.top)
            cutPoints.append(QJsonObject {{u"node"_s, network.names.at(cut.node)}, {u"pieces"_s, qint64(cut.pieces)},
                {u"separated"_s, qint64(cut.separated)}});
    }
    const bool isExact = all.betweenness.stdErrors.empty();
    return {{u"n"_s, qint64(graph.nodes())}, {u"rows"_s, qint64(network.rows)},
        {u"edges"_s, qint64(graph.edges())},
        {u"directed"_s, graph.isDirected()}, {u"selfLoops"_s, qint64(graph.selfLoops())},
        {u"density"_s, jsonNumber(analytics::densityOf(graph))}, {u"reciprocity"_s, jsonNumber(analytics::reciprocityOf(graph))},
        {u"degreeAssortativity"_s, jsonNumber(analytics::degreeAssortativityOf(graph))},
        {u"components"_s,
            QJsonObject {{u"weak"_s, qint64(all.weak.count())}, {u"strong"_s, qint64(all.strong.count())},
                {u"sizes"_s, firstOf(all.weak.sizes, options.top)}}},
        {u"clustering"_s,
            QJsonObject {{u"global"_s, jsonNumber(all.clustering.global)}, {u"average"_s, jsonNumber(all.clustering.average)},
                {u"triangles"_s, qint64(all.clustering.allTriangles)}}},
        {u"paths"_s,
            QJsonObject {{u"method"_s, isExact ? u"exact"_s : u"sampled"_s},
                {u"length"_s, options.length == analytics::PathLength::Hops ? u"hops"_s : u"weight"_s},
                {u"sources"_s, qint64(all.betweenness.sources)},
                {u"seed"_s, qint64(all.betweenness.seed)}, {u"level"_s, all.betweenness.level},
                {u"betweennessBound"_s, all.betweenness.errorBound}, {u"largestBetweenness"_s, all.betweenness.largestPossible},
                {u"harmonicBound"_s, jsonNumber(all.closeness.harmonicBound)}, {u"meanDistance"_s, jsonNumber(all.closeness.meanDistance)},
                {u"diameter"_s, jsonNumber(all.closeness.diameter)}}},
        {u"pageRank"_s,
            QJsonObject {{u"damping"_s, all.pageRank.damping}, {u"errorBound"_s, all.pageRank.errorBound},
                {u"sweeps"_s, all.pageRank.sweeps}}},
        {u"communities"_s, communitiesJson(all.communities, options.top)}, {u"leaders"_s, leaders}, {u"brokers"_s, brokers},
        {u"cutPoints"_s, QJsonObject {{u"count"_s, qint64(all.cuts.points.size())}, {u"first"_s, cutPoints}}},
        {u"bridges"_s, qint64(all.cuts.bridges.size())}, {u"warnings"_s, warningsJson(all.warnings)}};
}

QStringList networkLines(const Network& network, const Measures& all, const NetworkOptions& options)
{
    const analytics::Graph& graph = network.graph;
    QStringList lines {Cli::tr("Nodes: %1, edges: %2, rows: %3; components: %4, nodes in the largest: %5")
                           .arg(graph.nodes())
                           .arg(graph.edges())
                           .arg(network.rows)
                           .arg(all.weak.count())
                           .arg(all.weak.sizes.empty() ? 0 : all.weak.sizes.front()),
        Cli::tr("Density %1, reciprocity %2, clustering %3; mean distance %4, diameter %5")
            .arg(textNumber(analytics::densityOf(graph)), textNumber(analytics::reciprocityOf(graph)), textNumber(all.clustering.average),
                textNumber(all.closeness.meanDistance), textNumber(all.closeness.diameter))};
    if (all.communities) {
        lines.append(Cli::tr("Communities: %1, modularity %2")
                         .arg(all.communities->sizes.size())
                         .arg(textNumber(all.communities->modularity)));
    }
    lines.append(Cli::tr("Opinion leaders, by PageRank:"));
    lines.append(Cli::tr("node\tPageRank\taddressed by\taddresses\tcore\tcommunity"));
    for (const analytics::RankedNode& ranked : analytics::highest(all.pageRank.scores, options.top)) {
        lines.append(u"%1\t%2\t%3\t%4\t%5\t%6"_s.arg(network.names.at(ranked.node), textNumber(ranked.score))
                         .arg(all.degrees.in[ranked.node])
                         .arg(all.degrees.out[ranked.node])
                         .arg(all.cores[ranked.node])
                         .arg(all.communities ? QString::number(all.communities->of[ranked.node]) : u"-"_s));
    }
    lines.append(all.betweenness.stdErrors.empty()
            ? Cli::tr("Who stands between others, by betweenness:")
            : Cli::tr("Who stands between others, by betweenness from %1 of the nodes (off by at most %2 with probability %3):")
                  .arg(all.betweenness.sources)
                  .arg(textNumber(all.betweenness.errorBound), textNumber(all.betweenness.level)));
    lines.append(Cli::tr("node\tbetweenness\tstandard error"));
    for (const analytics::RankedNode& ranked : analytics::highest(all.betweenness.scores, options.top)) {
        const analytics::Estimate score = betweennessAt(all.betweenness, ranked.node);
        if (ranked.score > 0)
            lines.append(u"%1\t%2\t%3"_s.arg(network.names.at(ranked.node), textNumber(score.value), textNumber(score.stdError)));
    }
    lines.append(Cli::tr("Without them others would be cut off: nodes: %1, edges: %2")
                     .arg(all.cuts.points.size())
                     .arg(all.cuts.bridges.size()));
    for (std::size_t i = 0; i < std::min(all.cuts.points.size(), options.top); ++i) {
        const analytics::CutPoint& cut = all.cuts.points[i];
        lines.append(Cli::tr("%1: cut off without this node: %2").arg(network.names.at(cut.node)).arg(cut.separated));
    }
    return lines + warningLines(all.warnings);
}

Result<ExitCode> runNetwork(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const auto path = arguments.required(u"csv"_s);
    const auto from = arguments.required(u"from"_s);
    const auto to = arguments.required(u"to"_s);
    const auto method = arguments.oneOf(u"communities"_s, {u"leiden"_s, u"louvain"_s, u"none"_s});
    const auto length = arguments.oneOf(u"paths"_s, {u"hops"_s, u"weight"_s});
    for (const Result<QString>* given : {&path, &from, &to, &method, &length}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const auto sample = arguments.number(u"sample"_s, 0, 1'000'000'000, 0);
    const auto seed = arguments.number(u"seed"_s, 0, std::numeric_limits<qint64>::max(), 1);
    const auto top = arguments.number(u"top"_s, 0, 1'000'000'000, 10);
    for (const Result<qint64>* given : {&sample, &seed, &top}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const auto level = levelOf(arguments);
    if (!level)
        return tl::unexpected(level.error());
    NetworkOptions options;
    options.sources.sample = std::size_t(*sample);
    options.sources.seed = std::uint64_t(*seed);
    options.length = *length == "weight"_L1 ? analytics::PathLength::InverseWeight : analytics::PathLength::Hops;
    options.top = std::size_t(*top);
    options.level = *level;
    if (*method != "none"_L1)
        options.communities = *method == "louvain"_L1 ? analytics::CommunityMethod::Louvain : analytics::CommunityMethod::Leiden;

    const auto network = readNetwork(*path, *from, *to, arguments.value(u"weight"_s), arguments.has(u"undirected"_s));
    if (!network)
        return tl::unexpected(network.error());
    const Measures all = measuresOf(network->graph, options);
    return session.output.answer(networkJson(*network, all, options), networkLines(*network, all, options));
}

} // namespace

Command networkTopic()
{
    return {u"network"_s, {}, Cli::tr("Who talks with whom: opinion leaders, go-betweens, communities, and on whom it all hangs."),
        {u"printf 'who,whom\\nAda,Ben\\nBen,Ada\\nCai,Ada\\nDan,Cai\\n' > replies.csv && "
         "lyceum-cli analyse network --csv replies.csv --from who --to whom --json"_s},
        {csvOption(Cli::tr("A table with a header, one interaction a row.")),
            {u"from"_s, u"COLUMN"_s, Cli::tr("Who addressed somebody."), {}}, {u"to"_s, u"COLUMN"_s, Cli::tr("Who was addressed."), {}},
            {u"weight"_s, u"COLUMN"_s, Cli::tr("How much the interaction weighs; without it each row weighs 1."), {}},
            {u"undirected"_s, {}, Cli::tr("It does not matter who addressed whom."), {}},
            {u"paths"_s, u"hops|weight"_s, Cli::tr("What is near: few steps, or much interaction."), u"hops"_s},
            {u"sample"_s, u"N"_s, Cli::tr("Follow paths from N nodes; else from all up to 5000 nodes, from 500 beyond."), {}},
            {u"seed"_s, u"SEED"_s, Cli::tr("Of the nodes drawn and of the search for communities."), u"1"_s},
            {u"top"_s, u"N"_s, Cli::tr("How many nodes each list shows."), u"10"_s},
            {u"communities"_s, u"leiden|louvain|none"_s, Cli::tr("How communities are looked for."), u"leiden"_s}, levelOption()},
        runNetwork, {}};
}

} // namespace lyceum::cli
