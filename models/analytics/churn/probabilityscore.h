// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"
#include "analytics/proportion.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Members of about the same risk: what was said of them, and what happened.
struct CalibrationBin {
    double predicted = 0; ///< mean of what was said
    Proportion observed; ///< Wilson interval at the score's level

    friend bool operator==(const CalibrationBin&, const CalibrationBin&) = default;
};

/**
 * How right probabilities were.
 *
 * brier = reliability - resolution + uncertainty + withinBins exactly, up to rounding: the first three are Murphy's, the last is what a
 * bin of unequal predictions adds (its variance of predictions, less twice their covariance with the outcomes).
 */
struct ProbabilityScore {
    Estimate brier; ///< mean squared error; normal interval from the spread of single errors, not below 0
    double reliability = 0; ///< how far predictions are from the shares observed; 0 is best
    double resolution = 0; ///< how far the observed shares are from their mean; more is better
    double uncertainty = 0; ///< share x (1 - share): the score of saying the mean to everybody
    double withinBins = 0;
    double skill = 0; ///< 1 - brier / uncertainty: 0 is as good as saying the mean, below 0 worse
    Estimate logLoss; ///< mean of -log of the probability given to what happened
    std::int64_t cut = 0; ///< predictions of exactly 0 or 1 that were wrong; the logarithm takes them as off by 1e-15
    std::vector<CalibrationBin> bins; ///< of equal size, the least risky first; none empty
    std::int64_t rows = 0;
    std::int64_t events = 0;
    double level = 0.95;

    friend bool operator==(const ProbabilityScore&, const ProbabilityScore&) = default;
};

/**
 * Scores predictions of outcomes they were not made from.
 *
 * Rows are sorted by prediction (equal ones as they came) and bin i of b has ranks floor(i n / b) to floor((i + 1) n / b).
 *
 * @param probabilities  in [0, 1]
 * @param bins           1 ... 1000
 * @return LengthsDiffer, NotFinite, BadEvent, BadValue (not a probability), BadRange (bins), BadLevel, NoVariation (all outcomes are the same)
 * @see Brier (1950), Mon. Weather Rev. 78:1-3; Murphy (1973), J. Appl. Meteorol. 12:595-600; Stephenson, Coelho & Jolliffe (2008), Weather
 *      Forecast. 23:752-757 (the terms within bins).
 */
[[nodiscard]] tl::expected<ProbabilityScore, AnalyticsError> scoreProbabilities(
    std::span<const double> probabilities, std::span<const std::uint8_t> outcomes, int bins = 10, double level = 0.95);

} // namespace lyceum::analytics
