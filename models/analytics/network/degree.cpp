// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/degree.h"

#include "analytics/compensatedsum.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lyceum::analytics {
namespace {

std::vector<std::uint32_t> countsOf(const Neighbours& lists)
{
    std::vector<std::uint32_t> counts(lists.offsets.size() - 1);
    for (NodeId v = 0; v < counts.size(); ++v)
        counts[v] = lists.count(v);
    return counts;
}

std::vector<double> strengthsOf(const Neighbours& lists)
{
    std::vector<double> sums(lists.offsets.size() - 1);
    for (NodeId v = 0; v < sums.size(); ++v) {
        const auto weights = lists.weightsOf(v);
        sums[v] = std::accumulate(weights.begin(), weights.end(), 0.0);
    }
    return sums;
}

/// Different numbers in two ascending lists.
std::uint32_t countOfUnion(std::span<const NodeId> a, std::span<const NodeId> b)
{
    std::size_t shared = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        shared += *i == *j ? 1U : 0U;
        const bool first = *i <= *j;
        const bool second = *j <= *i;
        i += first ? 1 : 0;
        j += second ? 1 : 0;
    }
    return std::uint32_t(a.size() + b.size() - shared);
}

} // namespace

Degrees degreesOf(const Graph& graph)
{
    Degrees degrees;
    degrees.in = countsOf(graph.in());
    degrees.out = countsOf(graph.out());
    degrees.inStrength = strengthsOf(graph.in());
    degrees.outStrength = strengthsOf(graph.out());
    degrees.all = degrees.out;
    degrees.strength = degrees.outStrength;
    degrees.self = graph.selfWeights();
    if (graph.isDirected()) {
        for (NodeId v = 0; v < graph.nodes(); ++v) {
            degrees.all[v] = countOfUnion(graph.out().of(v), graph.in().of(v));
            degrees.strength[v] += degrees.inStrength[v];
        }
    }
    return degrees;
}

std::optional<double> densityOf(const Graph& graph)
{
    const double nodes = double(graph.nodes());
    if (graph.nodes() < 2)
        return std::nullopt;
    const double pairs = nodes * (nodes - 1) / (graph.isDirected() ? 1 : 2);
    return double(graph.edges()) / pairs;
}

std::optional<double> reciprocityOf(const Graph& graph)
{
    if (graph.edges() == 0)
        return std::nullopt;
    if (!graph.isDirected())
        return 1.0;
    std::size_t answered = 0;
    for (NodeId v = 0; v < graph.nodes(); ++v) {
        answered += graph.out().count(v) + graph.in().count(v)
            - countOfUnion(graph.out().of(v), graph.in().of(v));
    }
    return double(answered) / double(graph.edges());
}

std::optional<double> degreeAssortativityOf(const Graph& graph)
{
    const Graph plain = graph.isDirected() ? graph.withoutDirections() : graph;
    const std::vector<std::uint32_t> degree = countsOf(plain.out());
    const double ends = double(plain.out().nodes.size());
    if (ends == 0)
        return std::nullopt;
    CompensatedSum sum;
    for (const std::uint32_t k : degree)
        sum.add(double(k) * double(k));
    const double mean = sum.value() / ends;
    CompensatedSum variance;
    CompensatedSum covariance;
    for (NodeId v = 0; v < plain.nodes(); ++v) {
        const double off = double(degree[v]) - mean;
        variance.add(double(degree[v]) * off * off);
        for (const NodeId w : plain.out().of(v))
            covariance.add(off * (double(degree[w]) - mean));
    }
    if (std::ranges::all_of(degree, [&](std::uint32_t k) { return k == 0 || k == std::ranges::max(degree); }))
        return std::nullopt;
    return covariance.value() / variance.value();
}

} // namespace lyceum::analytics
