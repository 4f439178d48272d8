// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/cox/coxmodel.h"

#include <span>
#include <vector>

namespace lyceum::analytics {

/// Along which scale of time a coefficient might change.
enum class TimeScale {
    KaplanMeier, ///< 1 - S(t-) of all rows together: outliers in time weigh little; R's default
    Identity, ///< t
    Log, ///< log t
};

/// Whether hazards are proportional: the Schoenfeld residuals against time.
struct Proportionality {
    std::vector<ChiSquareTest> terms; ///< by term; a small p: this term's effect changes with time
    ChiSquareTest global; ///< all columns together

    friend bool operator==(const Proportionality&, const Proportionality&) = default;
};

/**
 * Grambsch and Therneau's check, as the score test that R's `cox.zph` of survival 3 makes: does adding
 * covariate x g(time) improve the model?
 *
 * @param data    what the model was fitted to
 * @param terms   the term of each column, 0, 1, ... below the number of columns (the dummy columns of a category are one
 *                term); every term up to the largest has a column. Empty: each column is a term
 * @return the errors of coxModel's `data`; LengthsDiffer (`terms`, or a model of other columns); BadGroup (a term that is
 *         too large, or missing: `index` is the column or the term); BadRange (Log with an event at time 0); NoVariation
 *         (all events at one time, or otherwise nothing to see a change by). O(n p^2 + p^3).
 * @see Grambsch & Therneau (1994), Biometrika 81:515-526; Therneau & Grambsch (2000), chapter 6.
 */
[[nodiscard]] tl::expected<Proportionality, AnalyticsError> proportionality(const CoxData& data, const CoxModel& model,
    std::span<const std::uint32_t> terms = {}, TimeScale scale = TimeScale::KaplanMeier);

} // namespace lyceum::analytics
