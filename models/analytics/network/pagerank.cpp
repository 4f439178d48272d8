// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/pagerank.h"

#include "analytics/compensatedsum.h"

#include <cmath>
#include <numeric>

namespace lyceum::analytics {
namespace {

bool isWithin(double value, double low, double high)
{
    return value >= low && value <= high; // false for NaN
}

/// Where one starts anew, as probabilities.
tl::expected<std::vector<double>, AnalyticsError> restartOf(const PageRankOptions& options, std::size_t nodes)
{
    if (options.restart.empty())
        return std::vector<double>(nodes, 1 / double(nodes));
    if (options.restart.size() != nodes)
        return tl::unexpected(AnalyticsError{AnalyticsError::Kind::LengthsDiffer, std::min(options.restart.size(), nodes)});
    std::vector<double> restart = options.restart;
    double largest = 0;
    for (std::size_t v = 0; v < nodes; ++v) {
        if (!isWithin(restart[v], 0, 1e100))
            return tl::unexpected(AnalyticsError{AnalyticsError::Kind::BadWeight, v});
        largest = std::max(largest, restart[v]);
    }
    if (largest == 0)
        return tl::unexpected(AnalyticsError{AnalyticsError::Kind::BadWeight, 0});
    CompensatedSum sum;
    for (double& weight : restart)
        sum.add(weight /= largest);
    for (double& weight : restart)
        weight /= sum.value();
    return restart;
}

/// One sweep over y = restart + damping (flow inward), in place; returns the sum of all changes. `flow` is y divided by
/// the strength of what a node addresses, 0 for dangling ones.
template <bool isWeighted>
double sweep(const Neighbours& in, const std::vector<double>& restart, const std::vector<double>& share, double damping,
    std::vector<double>& score, std::vector<double>& flow)
{
    double changed = 0;
    const std::size_t nodes = score.size();
    const NodeId* const from = in.nodes.data();
    const double* const weight = in.weights.data();
    for (std::size_t v = 0; v < nodes; ++v) {
        double inward = 0;
        const std::uint32_t end = in.offsets[v + 1];
        for (std::uint32_t i = in.offsets[v]; i < end; ++i)
            inward += isWeighted ? weight[i] * flow[from[i]] : flow[from[i]];
        const double next = restart[v] + damping * inward;
        changed += std::abs(next - score[v]);
        score[v] = next;
        flow[v] = next * share[v];
    }
    return changed;
}

} // namespace

tl::expected<PageRank, AnalyticsError> pageRank(const Graph& graph, const PageRankOptions& options)
{
    if (!isWithin(options.damping, 0, 0.999) || !isWithin(options.tolerance, 1e-14, 1) || options.maxSweeps < 1
        || options.maxSweeps > 1'000'000)
        return tl::unexpected(AnalyticsError{AnalyticsError::Kind::BadRange, 0});
    PageRank result;
    result.damping = options.damping;
    const std::size_t nodes = graph.nodes();
    const auto restart = restartOf(options, nodes);
    if (!restart)
        return tl::unexpected(restart.error());
    if (nodes == 0)
        return result;

    const bool isWeighted = options.weighted && !graph.isUnweighted();
    std::vector<double> share(nodes, 0); // one over what a node gives away
    for (NodeId v = 0; v < nodes; ++v) {
        const auto weights = graph.out().weightsOf(v);
        const double given = isWeighted ? std::accumulate(weights.begin(), weights.end(), 0.0) : double(weights.size());
        share[v] = given > 0 ? 1 / given : 0;
    }
    std::vector<double> score = *restart;
    std::vector<double> flow(nodes);
    for (std::size_t v = 0; v < nodes; ++v)
        flow[v] = score[v] * share[v];

    double bound = 1;
    double sum = 1;
    for (result.sweeps = 0; result.sweeps < options.maxSweeps && bound > options.tolerance;) {
        const double changed = isWeighted ? sweep<true>(graph.in(), *restart, share, options.damping, score, flow)
                                          : sweep<false>(graph.in(), *restart, share, options.damping, score, flow);
        ++result.sweeps;
        CompensatedSum all;
        CompensatedSum followed; // by those who address somebody
        for (std::size_t v = 0; v < nodes; ++v) {
            all.add(score[v]);
            followed.add(share[v] > 0 ? score[v] : 0);
        }
        // All rows of the system added up hold exactly once the scores are scaled so: this takes away the slowest error.
        const double scale = 1 / (all.value() - options.damping * followed.value());
        for (std::size_t v = 0; v < nodes; ++v) {
            score[v] *= scale;
            flow[v] *= scale;
        }
        sum = scale * all.value();
        const double left = std::abs(1 - scale) + scale * options.damping * changed; // of the system, all rows
        // Where nobody dangles the sum is 1 already; else bringing it to 1 can double what is wrong, relative to the sum.
        const bool isWhole = followed.value() == all.value();
        bound = left / (1 - options.damping) * (isWhole ? 1 : 2 / sum);
    }
    result.errorBound = bound;
    if (bound > options.tolerance)
        result.warnings.push_back(Warning::NotConverged);
    for (double& y : score)
        y /= sum;
    result.scores = std::move(score);
    return result;
}

} // namespace lyceum::analytics
