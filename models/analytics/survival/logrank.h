// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/chisquare.h"
#include "analytics/survival/survivalsample.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

struct LogRankOptions {
    double rho = 0; ///< events weigh S(t-)^rho: 0 log-rank, 1 Peto-Peto (early differences count more); finite, >= 0
    std::span<const std::uint32_t> strata; ///< stratum of each subject, 0, 1, ... ; empty: one stratum
};

/// One group of a comparison, summed over strata. With rho > 0 the numbers of events are weighted.
struct LogRankGroup {
    std::int64_t subjects = 0;
    std::int64_t events = 0; ///< not weighted
    double observed = 0;
    double expected = 0; ///< if all groups had the same hazard
    double variance = 0; ///< of observed - expected

    friend bool operator==(const LogRankGroup&, const LogRankGroup&) = default;
};

struct LogRankResult {
    std::vector<LogRankGroup> groups; ///< by group number
    std::vector<double> covariance; ///< of observed - expected; groups x groups, row by row, symmetric
    std::optional<ChiSquareTest> test; ///< missing when nothing can be compared: no two groups were at risk at an event

    friend bool operator==(const LogRankResult&, const LogRankResult&) = default;
};

/**
 * Are the survival curves of k groups the same? Log-rank test, or with rho Harrington & Fleming's family; stratified if
 * strata are given: only subjects of the same stratum are compared.
 *
 * The same as R's `survdiff(Surv(time, event) ~ group + strata(stratum), rho = rho)`. Delayed entries, which survdiff
 * does not take, enter through the risk sets (the score test of a Cox model with exact handling of ties). The degrees
 * of freedom are the rank of the covariance among groups with expected > 0: one less than the groups, unless some never
 * share a risk set.
 *
 * @param sample      as SurvivalSample
 * @param groups      group of each subject, as long as the sample; each below groupCount
 * @param groupCount  number of groups k, at least 1; a group may be empty
 * @return errors of SurvivalSample, LengthsDiffer (groups, strata), BadGroup (group or stratum too large; a stratum
 *         must be below the number of subjects), BadWeight
 *
 * Cost: O(n + (largest time + events' times) x k + events' times x k^2) for whole-number times, else O(n log n +
 * distinct times x k + events' times x k^2); meant for k up to a few dozen.
 *
 * @see Peto & Peto (1972), JRSS A 135:185-207; Harrington & Fleming (1982), Biometrika 69:553-566.
 */
[[nodiscard]] tl::expected<LogRankResult, AnalyticsError> logRank(const SurvivalSample& sample,
    std::span<const std::uint32_t> groups, std::size_t groupCount, const LogRankOptions& options = {});

} // namespace lyceum::analytics
