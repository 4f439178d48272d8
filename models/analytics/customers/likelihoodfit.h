// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace lyceum::analytics {

struct LikelihoodOptions {
    double level = 0.95; ///< of every interval; strictly between 0 and 1
    /// A start of the search, one number a parameter, each positive; empty: several starts of the model's own, of which the best counts.
    std::vector<double> start;
};

/// Positive parameters fitted by maximum likelihood, in logarithms, with what is known about how well.
struct LikelihoodFit {
    std::vector<double> parameters;
    std::vector<Estimate> estimates; ///< the parameters with their intervals, symmetric on the log scale; without where not identified
    /// Of the logarithms of the parameters, row by row: the inverse of the observed information. Empty where that has no inverse.
    std::vector<double> covariance;
    double logLikelihood = 0;
    double level = 0.95;
    std::int64_t n = 0; ///< customers
    std::int64_t rows = 0; ///< different histories among them
    int evaluations = 0; ///< of the likelihood, of whatever part of the data
    bool converged = false; ///< the next step of Newton's method would gain less than 1e-8 in log-likelihood
    std::vector<Warning> warnings;
};

/// Log-likelihood of positive parameters; NaN or infinite where there is none.
using LogLikelihood = std::function<double(std::span<const double> parameters)>;

struct LikelihoodProblem {
    LogLikelihood whole;
    LogLikelihood part; ///< of a part of the data, to find where to start at a small cost; empty: `whole`
    std::vector<std::vector<double>> starts;
    std::vector<double> low; ///< no parameter is looked for outside these; positive
    std::vector<double> high;
    std::int64_t n = 0;
    std::int64_t rows = 0;
};

/**
 * Maximises a smooth log-likelihood: L-BFGS from each start on the part, then Newton's method on the whole, with Levenberg's damping and
 * with Nelder and Mead's simplex where that does not settle. Derivatives are central differences in the logarithms (steps 1e-4 and 1e-3):
 * standard errors are exact to about 1e-6 relative. Deterministic.
 *
 * Warnings: NotConverged; AtBoundary when a parameter ended at its bound; NotIdentified when the information has no inverse or a
 * standard error of a logarithm is above 3 (an interval over five orders of magnitude).
 *
 * @return BadLevel; BadRange for a start of the wrong shape; NotConverged when no start has a likelihood
 */
[[nodiscard]] tl::expected<LikelihoodFit, AnalyticsError> maximise(LikelihoodProblem problem, const LikelihoodOptions& options);

/// What a derived number can be; its interval is symmetric on the scale on which it is nearest to normal.
enum class Scale {
    Plain, ///< any number
    Positive, ///< by its logarithm
    Share, ///< in (0, 1), by its logit
};

/// A number that follows from the parameters.
using Derived = std::function<double(std::span<const double> parameters)>;

/**
 * The derived number with the standard error and interval that the delta method gives. 2 k + 1 evaluations for k parameters.
 * Without a covariance, or where the number has no derivative, only the value.
 */
[[nodiscard]] Estimate derivedEstimate(const LikelihoodFit& fit, const Derived& derived, Scale scale);

/**
 * The same by simulation: parameters drawn from the normal distribution of their logarithms, the interval being quantiles. For numbers
 * that are far from linear in the parameters. Without a covariance only the value.
 *
 * @param draws  at least 100
 */
[[nodiscard]] Estimate drawnEstimate(const LikelihoodFit& fit, const Derived& derived, int draws, std::uint64_t seed);

} // namespace lyceum::analytics
