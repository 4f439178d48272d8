// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/churn/calibration.h"
#include "analytics/churn/discrimination.h"
#include "analytics/churn/logistic.h"
#include "analytics/churn/probabilityscore.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Which rows are held back to judge a model: row i belongs to part parts[i], 0 ... count - 1.
struct ValidationParts {
    std::vector<std::uint32_t> parts;
    std::uint32_t count = 0;
    /// By time: part 0 comes first and is only learned from, part 1 is later and only tested, part 2 is neither. Otherwise each part is
    /// tested in turn, by a model made of the others.
    bool isByTime = false;

    friend bool operator==(const ValidationParts&, const ValidationParts&) = default;
};

/**
 * The past and what came after: rows of the last `testShare` of the rows are tested, and rows of one time are never divided.
 *
 * @param times      of each row, e.g. the cut-off its features were made at; finite
 * @param testShare  strictly between 0 and 1
 * @param gap        how far after its time a row's outcome lies (a month, when it is whether a member left within a month); at least 0.
 *                   Rows whose outcome was not yet known when the tested ones begin are neither learned from nor tested: whoever
 *                   stood there could not have learned from them
 * @return NotFinite, BadRange (testShare, gap), TooFew (no time divides the rows; `index` is how many of them can be learned from)
 */
[[nodiscard]] tl::expected<ValidationParts, AnalyticsError> splitByTime(
    std::span<const double> times, double testShare = 0.25, double gap = 0);

/**
 * Folds of equal size to one, in a seeded random order.
 *
 * @param groups  empty, or of each row whose it is: rows of one member stay together, so that nobody is both learned from and tested
 * @return BadRange (folds below 2), TooFew (fewer rows or members than folds), LengthsDiffer
 */
[[nodiscard]] tl::expected<ValidationParts, AnalyticsError> splitIntoFolds(
    std::size_t rows, std::uint32_t folds, std::uint64_t seed, std::span<const std::uint32_t> groups = {});

struct RiskOptions {
    LogisticPenalty penalty = LogisticPenalty::Ridge;
    /// Of the ridge. Missing: the one of strengthGrid() whose held-out log loss is least, found inside the rows that are learned from.
    std::optional<double> strength;
    CalibrationMethod calibration = CalibrationMethod::Platt;
    std::uint32_t innerFolds = 5; ///< in which strength and calibration are found; at least 2
    std::uint64_t seed = 1; ///< of the inner folds
    std::span<const std::uint32_t> groups = {}; ///< as splitIntoFolds() takes them, for the inner folds
    int bins = 10;
    double level = 0.95;
};

/// The strengths that are tried, strongest first: 10^4, 10^3, ... 10^-3. Finer steps cost more than they win: the loss is flat around its least.
[[nodiscard]] std::vector<double> strengthGrid();

/// What can be said of rows a model had not seen.
struct RiskValidation {
    Discrimination discrimination;
    ProbabilityScore score;
    std::vector<LiftStep> lift;
    std::vector<double> probabilities; ///< calibrated, one a tested row
    std::vector<std::size_t> rows; ///< which those are, ascending
    std::vector<double> strengths; ///< of the ridge, one a model that was made for testing
    std::vector<Warning> warnings; ///< of those models

    friend bool operator==(const RiskValidation&, const RiskValidation&) = default;
};

struct RiskModel {
    LogisticFit fit; ///< to all rows
    CalibrationMethod method = CalibrationMethod::None;
    Calibration calibration; ///< learned from predictions for rows that were held back
    RiskValidation validation;
    std::vector<double> strengths; ///< that were tried for the final fit; empty when it was given
    std::vector<double> heldOutLogLoss; ///< of each of them
    std::vector<Warning> warnings; ///< those of the fit and of the validation
};

/**
 * A churn-risk model and the honest judgement of it.
 *
 * For each tested part everything is learned from the other rows alone: means and deviations, the strength of the ridge and the
 * calibration (from inner folds of those rows), the coefficients. The model that is kept learns the same way from all rows.
 *
 * @return errors of fitLogistic() and of the scores for the final fit or a tested part; LengthsDiffer, BadGroup (parts); BadRange
 * Cost: one to strengthGrid().size() + 2 times innerFolds fits, for each tested part and once more.
 */
[[nodiscard]] tl::expected<RiskModel, AnalyticsError> makeRiskModel(
    const RiskSample& sample, const ValidationParts& parts, const RiskOptions& options = {});

/// The calibrated risk of a member with these values. LengthsDiffer, NotFinite.
[[nodiscard]] tl::expected<double, AnalyticsError> riskOf(const RiskModel& model, std::span<const double> values);

} // namespace lyceum::analytics
