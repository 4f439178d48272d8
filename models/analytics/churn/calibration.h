// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace lyceum::analytics {

/**
 * Makes a probability of a score: 1 / (1 + exp(-(slope x score + offset))).
 *
 * A score that happens to lie in [0, 1], or a weighted sum of past and present activity, is not a probability until it went through here.
 */
struct PlattCalibration {
    double slope = 1;
    double offset = 0;

    [[nodiscard]] double operator()(double score) const;
    friend bool operator==(const PlattCalibration&, const PlattCalibration&) = default;
};

/// The same by a rising curve of no given shape: straight lines between knots, level beyond the first and last.
struct IsotonicCalibration {
    std::vector<double> scores; ///< ascending; at least one
    std::vector<double> probabilities; ///< never falling

    [[nodiscard]] double operator()(double score) const;
    friend bool operator==(const IsotonicCalibration&, const IsotonicCalibration&) = default;
};

/**
 * Platt's fit, by Newton's method, to outcomes the score was not made from. Outcomes count as (events + 1) / (events + 2) and
 * 1 / (others + 2), so that scores which separate them still have a finite slope.
 *
 * A slope below 0 is an answer: the score was upside down.
 *
 * @return LengthsDiffer, NotFinite, BadEvent, NoVariation (all outcomes the same: `index` 0; all scores the same: `index` 1), NotConverged
 * @see Platt (1999), Advances in Large Margin Classifiers 61-74; Lin, Lin & Weng (2007), Mach. Learn. 68:267-276.
 */
[[nodiscard]] tl::expected<PlattCalibration, AnalyticsError> calibratePlatt(
    std::span<const double> scores, std::span<const std::uint8_t> outcomes);

/**
 * Isotonic regression by pooling adjacent violators; equal scores are pooled first. Needs more data than Platt's (about a thousand
 * outcomes), and may say exactly 0 or 1.
 *
 * @return LengthsDiffer, NotFinite, BadEvent, NoVariation (all outcomes the same)
 * Cost: O(n log n).
 * @see Ayer, Brunk, Ewing, Reid & Silverman (1955), Ann. Math. Stat. 26:641-647; Zadrozny & Elkan (2002), KDD 694-699.
 */
[[nodiscard]] tl::expected<IsotonicCalibration, AnalyticsError> calibrateIsotonic(
    std::span<const double> scores, std::span<const std::uint8_t> outcomes);

/// A score made of past and present by hand-set weights: w1 x history + w2 x current. Deliberately not a number that could be taken
/// for a probability: 0.8 x 5 + 0.2 x 2 is 4.4. calibratePlatt() over the values of many members makes one of it.
struct EngagementScore {
    double value = 0;

    friend bool operator==(const EngagementScore&, const EngagementScore&) = default;
};

[[nodiscard]] constexpr EngagementScore engagementScore(
    double history, double current, double historyWeight = 0.8, double currentWeight = 0.2)
{
    return {historyWeight * history + currentWeight * current};
}

/// What is done to a model's log-odds before they are shown as a probability.
enum class CalibrationMethod { None, Platt, Isotonic };

/// One of them, of log-odds; without any the logistic function itself.
using Calibration = std::variant<std::monostate, PlattCalibration, IsotonicCalibration>;

[[nodiscard]] double calibrated(const Calibration& calibration, double logOdds);
[[nodiscard]] tl::expected<Calibration, AnalyticsError> calibrate(
    CalibrationMethod method, std::span<const double> logOdds, std::span<const std::uint8_t> outcomes);

} // namespace lyceum::analytics
