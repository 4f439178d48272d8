// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/markov/markovintervals.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

/// The gradient less its mean over the row, divided by the row's count: what one step of that kind moves the targets by.
std::vector<double> influenceOf(const MarkovChain& chain, std::span<const double> gradient, std::size_t targets)
{
    std::vector<double> influence(gradient.begin(), gradient.end());
    std::vector<double> mean(targets);
    for (std::size_t context = 0; context < chain.contexts(); ++context) {
        double* const row = influence.data() + context * chain.stateCount * targets;
        std::ranges::fill(mean, 0.0);
        for (std::size_t state = 0; state < chain.stateCount; ++state) {
            for (std::size_t j = 0; j < targets; ++j)
                mean[j] += chain.probabilities[context * chain.stateCount + state] * row[state * targets + j];
        }
        const double each = chain.wasSeen(context) ? 1 / double(chain.totals[context]) : 0;
        for (std::size_t state = 0; state < chain.stateCount; ++state) {
            for (std::size_t j = 0; j < targets; ++j)
                row[state * targets + j] = (row[state * targets + j] - mean[j]) * each;
        }
    }
    return influence;
}

} // namespace

std::vector<double> variancesByStep(const MarkovChain& chain, std::span<const double> gradient, std::size_t targets)
{
    const std::vector<double> influence = influenceOf(chain, gradient, targets);
    std::vector<double> variances(targets);
    for (std::size_t cell = 0; cell < chain.counts.size(); ++cell) {
        for (std::size_t j = 0; chain.counts[cell] > 0 && j < targets; ++j) {
            const double one = influence[cell * targets + j];
            variances[j] += double(chain.counts[cell]) * one * one;
        }
    }
    return variances;
}

std::vector<double> variancesByMember(const MarkovChain& chain, std::span<const double> gradient, std::size_t targets,
    const StateSequences& sequences, int skip)
{
    const std::vector<double> influence = influenceOf(chain, gradient, targets);
    const std::size_t first = std::size_t(std::max(chain.order, skip));
    std::vector<double> variances(targets);
    std::vector<double> member(targets);
    std::int64_t members = 0;
    std::size_t start = 0;
    for (const std::size_t end : sequences.ends) {
        const std::span<const std::uint32_t> states = sequences.states.subspan(start, end - start);
        start = end;
        if (states.size() <= first)
            continue;
        ++members;
        std::ranges::fill(member, 0.0);
        std::size_t context = *contextOf(chain, states.first(first));
        for (const std::uint32_t state : states.subspan(first)) {
            const double* const one = influence.data() + (context * chain.stateCount + state) * targets;
            for (std::size_t j = 0; j < targets; ++j)
                member[j] += one[j];
            context = chain.next(context, state);
        }
        for (std::size_t j = 0; j < targets; ++j)
            variances[j] += member[j] * member[j];
    }
    for (double& variance : variances)
        variance = members > 1 ? variance * double(members) / double(members - 1) : 0;
    return variances;
}

Estimate shareEstimate(double share, double variance, double z)
{
    Estimate estimate {share, {}, {}, {}};
    if (!(variance > 0) || !(share > 0) || !(share < 1))
        return estimate;
    estimate.stdError = std::sqrt(variance);
    const double odds = share / (1 - share);
    const double factor = std::exp(z * *estimate.stdError / (share * (1 - share))); // may be infinite
    estimate.low = odds / (odds + factor);
    estimate.high = std::isfinite(factor) ? odds * factor / (1 + odds * factor) : 1;
    if (!std::isfinite(*estimate.high))
        estimate.high = 1;
    return estimate;
}

Estimate positiveEstimate(double value, double variance, double z)
{
    Estimate estimate {value, {}, {}, {}};
    if (!(variance > 0) || !(value > 0) || !std::isfinite(variance))
        return estimate;
    estimate.stdError = std::sqrt(variance);
    const double factor = std::exp(z * *estimate.stdError / value);
    if (!std::isfinite(factor) || !std::isfinite(value * factor))
        return estimate;
    estimate.low = value / factor;
    estimate.high = value * factor;
    return estimate;
}

} // namespace lyceum::analytics
