// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/cox/coxdata.h"
#include "analytics/cox/coxrows.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// What the events at one moment of one stratum tell, given coefficients; covariates as CoxRows has them.
struct RiskMoment {
    std::uint32_t stratum = 0;
    std::uint32_t moment = 0;
    std::int64_t atRisk = 0;
    std::int64_t events = 0;
    double logLikelihood = 0;
    std::vector<double> score; ///< p: covariates of the events less their expected values
    std::vector<double> information; ///< p (p + 1) / 2: the lower triangle, row by row
    double hazard = 0; ///< of a row with covariates 0
    double hazardVariance = 0; ///< given the coefficients
    std::vector<double> hazardMean; ///< p: the mean covariates at risk, each weighing as its part of `hazard`
};

/**
 * Walks the risk sets, and hands over each moment with events: by stratum, from the last to the first.
 *
 * One pass over the rows, O(n p^2). The sums over the risk set only grow, unless there are entries: then rows leave
 * them too, and the sums carry what rounding would lose.
 *
 * @param coefficients  p of them
 * @param visit         must not keep the moment, which is used again
 * @return false when a risk set weighs nothing or more than a double holds: the coefficients are absurd
 */
[[nodiscard]] bool walkRiskSets(const CoxRows& rows, std::span<const double> coefficients, TieMethod ties,
    const std::function<void(const RiskMoment&)>& visit);

} // namespace lyceum::analytics
