// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/estimate.h"
#include "analytics/markov/markovchain.h"

#include <span>
#include <vector>

namespace lyceum::analytics {

// How uncertain what is computed from a chain is, to first order. `gradient` is contexts x stateCount x targets: how each target
// answers to a change of each probability. A context that never was contributes nothing.

/// Every step an independent draw from its row: one variance a target.
[[nodiscard]] std::vector<double> variancesByStep(
    const MarkovChain& chain, std::span<const double> gradient, std::size_t targets);

/// Whole members drawn: the sum over members of the squared sum of their steps' influence, times members / (members - 1). The
/// sequences and `skip` are those the chain was fitted to.
[[nodiscard]] std::vector<double> variancesByMember(const MarkovChain& chain, std::span<const double> gradient,
    std::size_t targets, const StateSequences& sequences, int skip);

/// A share with an interval on the log-odds scale; without one at 0, at 1, or without variance.
[[nodiscard]] Estimate shareEstimate(double share, double variance, double z);

/// A positive number with an interval on the logarithmic scale; without one at 0 or without variance.
[[nodiscard]] Estimate positiveEstimate(double value, double variance, double z);

} // namespace lyceum::analytics
