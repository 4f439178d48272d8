// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Yes-or-no outcomes with numbers beside them; borrowed. A row is a member, or a member in one period.
struct RiskSample {
    std::span<const double> features; ///< column by column: features[column * rows() + row]; finite
    std::size_t columns = 0; ///< may be 0: then only the share of events is fitted
    std::span<const std::uint8_t> outcomes; ///< 1 or 0, one a row

    [[nodiscard]] std::size_t rows() const { return outcomes.size(); }
    [[nodiscard]] std::span<const double> column(std::size_t index) const { return features.subspan(index * rows(), rows()); }
};

/// LengthsDiffer (features are not columns x rows), BadEvent, NotFinite (`index` is the place in `features`), or nothing. O(n).
[[nodiscard]] tl::expected<void, AnalyticsError> check(const RiskSample& sample);

/// What keeps coefficients from running away.
enum class LogisticPenalty {
    None, ///< maximum likelihood, as R's glm
    Ridge, ///< minus strength / 2 times the sum of squared coefficients of standardised columns; the intercept is free
    Firth, ///< plus half the logarithm of the information's determinant: finite under separation, and less biased when events are few
};

struct LogisticOptions {
    LogisticPenalty penalty = LogisticPenalty::None;
    double strength = 1; ///< of Ridge; >= 0, and 0 is None. scikit-learn's C is its inverse, on standardised columns
    double level = 0.95;
    int maxIterations = 60; ///< at least 1
};

/// A logistic regression: log-odds = intercept + sum of coefficients x values.
struct LogisticFit {
    Estimate intercept; ///< of the columns as they came
    std::vector<Estimate> coefficients; ///< the same; per unit of the column. Wald intervals
    std::vector<double> means; ///< of each column
    std::vector<double> deviations; ///< standard deviation of each column (divisor n); 0: constant, and its coefficient is 0 without an error
    Estimate meanLogOdds; ///< of a member who has the mean of every column
    double logLikelihood = 0; ///< without the penalty
    double nullLogLikelihood = 0; ///< of the intercept alone
    std::int64_t rows = 0;
    std::int64_t events = 0;
    double eventsPerColumn = 0; ///< the rarer outcome, divided by the columns that vary; below 10 is few
    LogisticPenalty penalty = LogisticPenalty::None;
    double strength = 0;
    double level = 0.95;
    int iterations = 0;
    /// TooFew: fewer than 30 of the rarer outcome, or fewer than 10 a column. NotConverged. NotIdentified: a column is constant.
    /// Separated (with a penalty; without one it is an error).
    std::vector<Warning> warnings;

    friend bool operator==(const LogisticFit&, const LogisticFit&) = default;
};

/**
 * Fits by Newton's method (iteratively reweighted least squares) with Cholesky factors, halving steps that do not improve. Columns
 * are standardised inside, so that units do not matter to the search nor to the ridge.
 *
 * Standard errors are from the inverse of the information, with Ridge of the penalised one: that is the spread of the posterior
 * under the prior the ridge stands for, around estimates that are shrunk on purpose; not a confidence interval.
 *
 * @return errors of check(); BadLevel; BadRange (strength, maxIterations); TooFew (no rows); NoVariation (all outcomes the same; `index` is
 *         columns); without a penalty also Singular (a column is determined by those before it) and Separated (some mix of columns
 *         tells the outcomes apart, so that the best coefficient is infinite; `index` is the column that does most of it)
 * Cost: O(iterations x rows x columns^2); it copies no features.
 * @see McCullagh & Nelder (1989), 4.4; Firth (1993), Biometrika 80:27-38; Heinze & Schemper (2002), Stat. Med. 21:2409-2419; Albert &
 *      Anderson (1984), Biometrika 71:1-10 (separation).
 */
[[nodiscard]] tl::expected<LogisticFit, AnalyticsError> fitLogistic(const RiskSample& sample, const LogisticOptions& options = {});

/// intercept + sum of coefficients x values, one a row of a sample with the fit's columns; its outcomes are not looked at. LengthsDiffer.
[[nodiscard]] tl::expected<std::vector<double>, AnalyticsError> logOddsOf(
    const LogisticFit& fit, std::span<const double> features, std::size_t rows);

/// 1 / (1 + exp(-logOdds)), in [0, 1], also where exp() overflows.
[[nodiscard]] double probabilityOf(double logOdds);

/// Why one member's risk is what it is, in log-odds: base + sum of parts. Exactly additive.
struct RiskReasons {
    double base = 0; ///< of the mean member
    std::vector<double> parts; ///< by column: coefficient x (value - mean); above 0 raises the risk
    double logOdds = 0;
    double probability = 0; ///< of these log-odds, before any calibration

    friend bool operator==(const RiskReasons&, const RiskReasons&) = default;
};

/// @param values  one a column; LengthsDiffer, NotFinite
[[nodiscard]] tl::expected<RiskReasons, AnalyticsError> reasonsOf(const LogisticFit& fit, std::span<const double> values);

} // namespace lyceum::analytics
