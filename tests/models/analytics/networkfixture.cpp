// SPDX-License-Identifier: GPL-3.0-or-later
#include "networkfixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace lyceum::analytics::fixture {
namespace {

QByteArray contentOf(const char* name)
{
    QFile file(QStringLiteral(LYCEUM_TEST_DATA "/network/") + QLatin1StringView(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

} // namespace

void Rows::add(NodeId a, NodeId b, double weight)
{
    from.push_back(a);
    to.push_back(b);
    weights.push_back(weight);
}

Graph Rows::directed() const
{
    auto built = Graph::directed(interactions());
    if (!built)
        qFatal("no graph: error %d at %zu", int(built.error().kind), built.error().index);
    return *std::move(built);
}

Graph Rows::undirected() const
{
    auto built = Graph::undirected(interactions());
    if (!built)
        qFatal("no graph: error %d at %zu", int(built.error().kind), built.error().index);
    return *std::move(built);
}

Rows Rows::unweighted() const
{
    Rows rows = *this;
    rows.weights.clear();
    return rows;
}

Rows Rows::relabelled(const std::vector<NodeId>& newNumber) const
{
    Rows rows = *this;
    for (NodeId& v : rows.from)
        v = newNumber[v];
    for (NodeId& v : rows.to)
        v = newNumber[v];
    return rows;
}

Rows Rows::joinedBy(const Rows& other) const
{
    Rows rows = *this;
    for (std::size_t i = 0; i < other.from.size(); ++i)
        rows.add(NodeId(nodes) + other.from[i], NodeId(nodes) + other.to[i], other.weights[i]);
    rows.nodes += other.nodes;
    return rows;
}

Rows karate()
{
    Rows rows;
    rows.nodes = 34;
    QByteArrayList lines = contentOf("karate.csv").split('\n');
    lines.removeFirst();
    for (const QByteArray& line : std::as_const(lines)) {
        const QByteArrayList ends = line.trimmed().split(',');
        if (ends.size() == 2)
            rows.add(ends.at(0).toUInt() - 1, ends.at(1).toUInt() - 1, 1);
    }
    return rows;
}

Rows lesMiserables(QByteArrayList* names)
{
    const QString text = QString::fromUtf8(contentOf("lesmis.gml"));
    Rows rows;
    static const QRegularExpression node(u"node\\s*\\[\\s*id (\\d+)\\s*label \"([^\"]*)\""_s);
    for (auto match = node.globalMatch(text); match.hasNext(); ++rows.nodes) {
        const QRegularExpressionMatch found = match.next();
        if (found.captured(1).toULongLong() != rows.nodes)
            qFatal("lesmis.gml: nodes are not in order");
        if (names)
            names->append(found.captured(2).toUtf8());
    }
    static const QRegularExpression edge(u"edge\\s*\\[\\s*source (\\d+)\\s*target (\\d+)\\s*weight (\\d+)"_s);
    for (auto match = edge.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        rows.add(found.captured(1).toUInt(), found.captured(2).toUInt(), found.captured(3).toDouble());
    }
    return rows;
}

Rows star(std::size_t nodes)
{
    Rows rows;
    rows.nodes = nodes;
    for (NodeId v = 1; v < nodes; ++v)
        rows.add(0, v, 1);
    return rows;
}

Rows complete(std::size_t nodes)
{
    Rows rows;
    rows.nodes = nodes;
    for (NodeId v = 0; v < nodes; ++v) {
        for (NodeId w = v + 1; w < nodes; ++w)
            rows.add(v, w, 1);
    }
    return rows;
}

Rows path(std::size_t nodes)
{
    Rows rows;
    rows.nodes = nodes;
    for (NodeId v = 1; v < nodes; ++v)
        rows.add(v - 1, v, 1);
    return rows;
}

Rows randomRows(std::uint64_t seed, std::size_t nodes, std::size_t count)
{
    Random random(seed);
    Rows rows;
    rows.nodes = nodes;
    for (std::size_t i = 0; i < count; ++i) {
        const NodeId a = NodeId(random.below(nodes));
        const NodeId b = NodeId(random.below(nodes));
        rows.add(a, b, double(1U << random.below(3)));
    }
    return rows;
}

std::vector<NodeId> randomOrder(std::uint64_t seed, std::size_t nodes)
{
    Random random(seed);
    std::vector<NodeId> order(nodes);
    std::iota(order.begin(), order.end(), NodeId(0));
    for (std::size_t i = nodes; i > 1; --i)
        std::swap(order[i - 1], order[std::size_t(random.below(i))]);
    return order;
}

QJsonObject networkReference()
{
    return QJsonDocument::fromJson(contentOf("igraph-network.json")).object();
}

bool areNear(const std::vector<double>& a, const std::vector<double>& b, double tolerance)
{
    return a.size() == b.size() && std::ranges::equal(a, b, [&](double x, double y) {
        return std::abs(x - y) <= tolerance * std::max({1.0, std::abs(x), std::abs(y)});
    });
}

Dense::Dense(const Graph& graph)
    : m_size(graph.nodes())
    , m_weights(m_size * m_size, 0)
{
    for (NodeId v = 0; v < m_size; ++v) {
        for (std::size_t i = 0; i < graph.out().of(v).size(); ++i)
            m_weights[v * m_size + graph.out().of(v)[i]] = graph.out().weightsOf(v)[i];
    }
    useHops(true);
}

void Dense::useHops(bool useHops)
{
    m_distances.assign(m_size * m_size, std::numeric_limits<double>::infinity());
    const auto length = [&](std::size_t v, std::size_t w) { return useHops ? 1 : 1 / weight(v, w); };
    for (std::size_t v = 0; v < m_size; ++v) {
        for (std::size_t w = 0; w < m_size; ++w) {
            if (weight(v, w) > 0)
                m_distances[v * m_size + w] = length(v, w);
        }
        m_distances[v * m_size + v] = 0;
    }
    for (std::size_t k = 0; k < m_size; ++k) {
        for (std::size_t v = 0; v < m_size; ++v) {
            for (std::size_t w = 0; w < m_size; ++w)
                m_distances[v * m_size + w] = std::min(distance(v, w), distance(v, k) + distance(k, w));
        }
    }
    // Paths to w: those to whoever stands right before it on one.
    m_paths.assign(m_size * m_size, 0);
    std::vector<std::size_t> order(m_size);
    for (std::size_t s = 0; s < m_size; ++s) {
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::ranges::sort(order, {}, [&](std::size_t v) { return distance(s, v); });
        m_paths[s * m_size + s] = 1;
        for (const std::size_t w : order) {
            for (std::size_t v = 0; v < m_size && w != s; ++v) {
                if (weight(v, w) > 0 && std::isfinite(distance(s, v))
                    && std::abs(distance(s, v) + length(v, w) - distance(s, w)) < 1e-9)
                    m_paths[s * m_size + w] += paths(s, v);
            }
        }
    }
}

std::vector<double> Dense::betweenness() const
{
    std::vector<double> scores(m_size, 0);
    for (std::size_t s = 0; s < m_size; ++s) {
        for (std::size_t t = 0; t < m_size; ++t) {
            for (std::size_t v = 0; v < m_size; ++v) {
                if (s != t && v != s && v != t && std::isfinite(distance(s, t))
                    && std::abs(distance(s, v) + distance(v, t) - distance(s, t)) < 1e-9)
                    scores[v] += paths(s, v) * paths(v, t) / paths(s, t);
            }
        }
    }
    return scores;
}

std::size_t Dense::weakPieces(std::size_t without) const
{
    std::vector<std::size_t> piece(m_size);
    std::iota(piece.begin(), piece.end(), std::size_t(0));
    for (std::size_t v = 0; v < m_size; ++v) {
        for (std::size_t w = 0; w < m_size; ++w) {
            if (v == without || w == without || !isEither(v, w) || piece[v] == piece[w])
                continue;
            const std::size_t gone = piece[w];
            std::ranges::replace(piece, gone, piece[v]);
        }
    }
    std::size_t count = 0;
    for (std::size_t p = 0; p < m_size; ++p)
        count += p != without && std::ranges::count(piece, p) > 0 ? 1U : 0U;
    return count;
}

} // namespace lyceum::analytics::fixture
