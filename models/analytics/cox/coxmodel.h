// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/chisquare.h"
#include "analytics/cox/coxdata.h"
#include "analytics/estimate.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace lyceum::analytics {

struct CoxOptions {
    TieMethod ties = TieMethod::Efron;
    double level = 0.95; ///< two-sided; strictly between 0 and 1
    int mostIterations = 25; ///< Newton steps; at least 1, and at least 10 to tell Separated from NotConverged
};

/// What one covariate does to the hazard.
struct CoxCoefficient {
    Estimate logHazardRatio; ///< per unit of the covariate
    Estimate hazardRatio; ///< its exponential; the interval is that of the logarithm, and there is no standard error
    double z = 0;
    double p = 1; ///< two-sided; 0 below the smallest double
    double log10P = 0; ///< does not underflow

    friend bool operator==(const CoxCoefficient&, const CoxCoefficient&) = default;
};

/// A proportional-hazards model with what it was made from.
struct CoxModel {
    std::vector<CoxCoefficient> coefficients; ///< by column
    std::vector<double> covariance; ///< of the log hazard ratios, p x p, row by row
    std::vector<double> means; ///< of the columns
    double logLikelihoodNull = 0; ///< with all coefficients 0
    double logLikelihood = 0;
    std::optional<ChiSquareTest> likelihoodRatio; ///< that all coefficients are 0, p degrees of freedom
    std::optional<ChiSquareTest> wald;
    std::optional<ChiSquareTest> score; ///< without ties, and one column of groups: the log-rank test
    std::int64_t rows = 0;
    std::int64_t events = 0;
    std::int64_t strata = 1; ///< those with rows
    int iterations = 0;
    TieMethod ties = TieMethod::Efron;
    double level = 0.95;
    std::vector<Warning> warnings; ///< TooFew: under 30 events, or under 10 a column

    friend bool operator==(const CoxModel&, const CoxModel&) = default;
};

/**
 * Cox's proportional-hazards model: how much each covariate multiplies the hazard, whatever the hazard is. Right
 * censoring, left truncation, strata with a hazard of their own each.
 *
 * Newton's method on the partial likelihood from 0, halving steps that do not climb, until what is left to climb is
 * below 1e-20 (or rounding). Answers are those of R's `coxph(Surv(entry, time, event) ~ x + strata(s))`; they do not
 * depend on units or offsets of the columns. Ties and near ties as SurvivalSample.
 *
 * @return errors of SurvivalSample; BadLevel; LengthsDiffer; BadCount (no column); NotFinite (`index` the row); BadGroup
 *         (a stratum that is not below the number of rows); BadRange (mostIterations below 1); TooLarge (above 1000 columns);
 *         TooFew (no event); NoVariation (`index` a column that is constant, or constant in every risk set); Singular (`index` a
 *         column that columns before it determine); Separated (`index` a column whose coefficient grows without end:
 *         all events, or none, are on one side); NotConverged
 *
 * Cost: O(n log n) for order (O(n) for days), then O(n p + n p^2) an iteration, some five of them; O(n p) memory.
 *
 * @see Cox (1972), JRSS B 34:187-220; Efron (1977), JASA 72:557-565; Therneau & Grambsch (2000), chapter 3.
 */
[[nodiscard]] tl::expected<CoxModel, AnalyticsError> coxModel(const CoxData& data, const CoxOptions& options = {});

} // namespace lyceum::analytics
