// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"
#include "analytics/experiment/armcounts.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// What is believed of a share before anything was seen: a beta distribution, uniform unless told otherwise.
struct BetaPrior {
    double alpha = 1; ///< from 0.5 (Jeffreys) to 1e9
    double beta = 1;
};

/// What is believed of a variant afterwards.
struct PosteriorArm {
    Estimate rate; ///< posterior mean and deviation; credible interval with equal tails
    double probabilityBest = 0; ///< that its share is the largest
    double expectedLoss = 0; ///< share given away on average by whoever takes it: E[max of all - its own]
};

/// More variants than this are refused.
inline constexpr std::size_t kMostPosteriorArms = 100;

/**
 * Which variant has the largest share, with what probability, and what a wrong choice would cost.
 *
 * Two variants and whole-number priors: the probability is in closed form, the tail of a hypergeometric distribution. Otherwise, and
 * for the losses always, Gauss-Legendre integration on the arcsine scale over pieces as wide as the posteriors' deviations. All
 * terms are positive, so that tiny probabilities and losses keep a relative error below 1e-9; nothing is drawn at random.
 *
 * Cost: O(k^2) integrand pieces of 15 points with k incomplete beta functions each: 10 ms for two variants, 2 s for twenty.
 *
 * @return BadCount (index: the variant), TooFew for no variant, TooLarge above kMostPosteriorArms, BadRange for the prior, BadLevel
 * @see Altham (1969), JRSS B 31:261-269 (the closed form); Gelman et al. (2013), Bayesian Data Analysis, ch. 2.
 */
[[nodiscard]] tl::expected<std::vector<PosteriorArm>, AnalyticsError> posteriorArms(
    std::span<const ArmCounts> arms, const BetaPrior& prior = {}, double level = 0.95);

} // namespace lyceum::analytics
