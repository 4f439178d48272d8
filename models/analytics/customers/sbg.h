// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customers/likelihoodfit.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/**
 * Renewing a contract (shifted beta-geometric): at each renewal a customer leaves with a probability of their own, beta(alpha, beta) among
 * customers. So a share stays ever longer, though nobody changes: those who leave easily have left.
 *
 * @see Fader & Hardie (2007), J. Interact. Mark. 21:76-90; (2010), Marketing Science 29:85-93.
 */
struct Sbg {
    double alpha = 1;
    double beta = 1;

    friend bool operator==(const Sbg&, const Sbg&) = default;
};

/**
 * What came of the renewals: how many were due and how many of these were renewed, by the number of the renewal, first at index 0, over all
 * cohorts. Only renewals that were due and decided count: who is within a term, or within its days of grace, is in none of these yet.
 * This is all the likelihood needs.
 */
struct Renewals {
    std::vector<std::int64_t> due;
    std::vector<std::int64_t> renewed; ///< each from 0 to its `due`; as long as `due`

    friend bool operator==(const Renewals&, const Renewals&) = default;
};

/**
 * The renewals of cohorts of whom it is known how many were left after each renewal.
 *
 * @param survivors  one a cohort: how many began, how many were left after renewal 1, 2, ... as far as it was watched
 * @return BadCount where a cohort grows or is negative, `index` being the cohort; TooLarge beyond 10^12 in all or 10 000 renewals
 */
[[nodiscard]] tl::expected<Renewals, AnalyticsError> renewalsOf(const std::vector<std::vector<std::int64_t>>& survivors);

/// The probability to renew at renewal `number` (from 1) for those who got so far.
[[nodiscard]] double retentionRate(const Sbg& model, std::int64_t number);

/// The share of a cohort that is left after `renewals` of them; 1 for none.
[[nodiscard]] double survivalShare(const Sbg& model, std::int64_t renewals);

/**
 * The discounted expected residual lifetime: payments still to come from a customer for whom renewal `number` (from 1) is due now, this one
 * counting whole, the next by 1 / (1 + discount) and so on. 2F1 in a form of positive terms.
 *
 * @param discount  a period; at least 1e-9
 * @return NaN outside the domain
 */
[[nodiscard]] double discountedRenewals(const Sbg& model, std::int64_t number, double discount);

struct SbgFit {
    Sbg model;
    LikelihoodFit fit;
    std::int64_t observedRenewals = 0; ///< the last one that was due for anybody
};

/**
 * One maximum-likelihood fit over all cohorts. O(renewals) an evaluation, whatever the number of customers.
 *
 * Warnings: those of maximise(), and TooFew when fewer than 30 left.
 *
 * @return LengthsDiffer, BadCount, TooLarge (as renewalsOf); TooFew when nothing was due; NoVariation when all renewed or nobody ever did:
 *         then the likelihood has no maximum; the errors of maximise()
 */
[[nodiscard]] tl::expected<SbgFit, AnalyticsError> fitSbg(const Renewals& renewals, const LikelihoodOptions& options = {});

/// One renewal of what is expected of a cohort.
struct SbgRow {
    std::int64_t renewal = 0; ///< 0: the beginning
    Estimate survival; ///< the share left after it
    std::optional<Estimate> retention; ///< of those who got so far; none at the beginning
    std::optional<double> observed; ///< share renewed of those due; none where nobody was
    bool extrapolated = false; ///< beyond what was observed
};

struct SbgCurveOptions {
    std::int64_t renewals = 12; ///< how far; 0 to 10 000
    /// 0: intervals by the delta method. Else by so many (100 to 100 000) parametric bootstrap samples, refitted: the renewed of each renewal are drawn
    /// anew, the due are held. To be preferred far beyond the data.
    int draws = 0;
    std::uint64_t seed = 1;
};

/// BadRange outside the domains; NotConverged when a bootstrap sample in twenty gives no fit.
[[nodiscard]] tl::expected<std::vector<SbgRow>, AnalyticsError> sbgCurve(
    const SbgFit& fit, const Renewals& renewals, const SbgCurveOptions& options = {});

} // namespace lyceum::analytics
