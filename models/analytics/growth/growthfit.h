// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// How something grows. t is counted from the first observation.
enum class GrowthModel {
    Linear, ///< N(t) = start + slope t
    Exponential, ///< N(t) = start (1 + rate)^t, errors relative: the line through log N
    Logistic, ///< N(t) = capacity / (1 + exp(-rate (t - inflection)))
    Gompertz, ///< N(t) = capacity exp(-exp(-rate (t - inflection)))
    Bass, ///< N(t + 1) - N(t) = (p + q N(t) / capacity) (capacity - N(t))
    Recursive, ///< N(t + 1) - N(t) = a + b N(t)
};

enum class GrowthParameterName {
    Start, ///< N at the first observation
    Slope, ///< a unit of time
    Rate, ///< a unit of time: exponential: the share it grows by; logistic and Gompertz: the exponent
    Capacity, ///< where it ends
    Inflection, ///< when it grows fastest, in the times of the series
    A, ///< joins a step whatever the size
    B, ///< joins a step for each who is there
    P, ///< innovation: those who join by themselves
    Q, ///< imitation: those who join because of others
};

struct GrowthParameter {
    GrowthParameterName name = GrowthParameterName::Start;
    Estimate estimate; ///< `high` is infinite (`low` minus infinity) where the data set no bound on that side
};

struct GrowthPoint {
    double time = 0;
    double value = 0;
    double low = 0; ///< of the prediction interval: where the next observation falls with probability `level`, parameters' doubt included
    double high = 0;
};

struct GrowthOptions {
    std::size_t horizon = 0; ///< steps to project, each as long as the mean step of the series; at most 10 000
    double level = 0.95; ///< of all intervals; strictly between 0 and 1
};

struct GrowthFit {
    GrowthModel model = GrowthModel::Linear;
    std::size_t n = 0; ///< observations
    double level = 0.95;
    std::vector<GrowthParameter> parameters;
    double residualSquares = 0; ///< in the model's own terms: of log N for the exponential, of the steps for Bass and recursive
    std::size_t degreesOfFreedom = 0;
    double sigma = 0; ///< residual standard error, in the same terms
    std::vector<double> fitted; ///< one an observation; Bass and recursive: one step ahead, the first as observed
    std::vector<GrowthPoint> projection;
    std::vector<Warning> warnings;
};

/**
 * Fits a growth model by least squares, which is maximum likelihood for normal errors: of N for linear, logistic and Gompertz, of log N for the
 * exponential, of the steps for Bass and recursive.
 *
 * Intervals: Student's t where the model is linear in its parameters; profile likelihood (R's confint of nls) for logistic and Gompertz, and
 * for Bass's capacity; the delta method for Bass's p and q. Projections of logistic and Gompertz profile the projected value itself, so
 * that they hold where the capacity is anybody's guess.
 *
 * Warnings: NotIdentified when the data set no upper bound to the capacity or end before the inflection: then any capacity fits; AtBoundary
 * when Bass's p would be negative and is held at 0; TooFew under 8 observations, or 3 degrees of freedom; Extrapolating when the projection
 * is longer than the series.
 *
 * @param times   strictly ascending, finite; evenly spaced (to a relative 1e-6) for Bass and recursive
 * @param values  as many, finite; above 0 for the exponential, not below 0 for logistic, Gompertz and Bass
 * @return LengthsDiffer, NotFinite, BadRange (a time out of order or step), BadValue, BadLevel, TooLarge (the horizon), TooFew (fewer than two
 *         more than parameters), NoVariation (constant values; all but linear), NotConverged (also a series that bends the wrong way for the
 *         model: Bass without an end, a logistic that falls). O(n) for the linear ones, else some thousand passes.
 * @see Bates & Watts (1988), Nonlinear Regression Analysis, section 6.1, for the profiles; Bass (1969), Management Science 15:215-227.
 */
[[nodiscard]] tl::expected<GrowthFit, AnalyticsError> fitGrowth(
    GrowthModel model, std::span<const double> times, std::span<const double> values, const GrowthOptions& options = {});

} // namespace lyceum::analytics
