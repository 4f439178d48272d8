// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/cox/coxmodel.h"

#include <span>
#include <vector>

namespace lyceum::analytics {

/// The expected curve of somebody with given covariates, from one time of events to the next.
struct BaselineStep {
    double time = 0;
    std::int64_t atRisk = 0; ///< rows at risk just before `time`
    std::int64_t events = 0;
    double hazard = 0; ///< cumulative, up to and with `time`
    double stdError = 0; ///< of the cumulative hazard; the coefficients' own error is in it
    double survival = 1; ///< exp(-hazard)
    double low = 1; ///< survival exp(-z stdError): R's interval "log"
    double high = 1; ///< survival exp(+z stdError), cut to 1

    friend bool operator==(const BaselineStep&, const BaselineStep&) = default;
};

struct BaselineCurve {
    std::uint32_t stratum = 0;
    std::vector<BaselineStep> steps; ///< one a time of events, ascending; hazard 0 before the first

    friend bool operator==(const BaselineCurve&, const BaselineCurve&) = default;
};

/**
 * The cumulative hazard of somebody with covariates `at`, one curve for each stratum with events, by stratum.
 *
 * The same as R's `survfit(fit, newdata)`: Breslow's estimate for Breslow's ties, Efron's for Efron's.
 *
 * @param data   what the model was fitted to
 * @param at     one value a column; zeros give what is called the baseline hazard, model.means somebody in the middle
 * @return the errors of coxModel's `data`; LengthsDiffer (`at`, or a model of other columns); NotFinite (`at`); BadRange
 *         where the hazard at `at` is no ordinary number: far outside the data. O(n p^2).
 * @see Breslow (1972), JRSS B 34:216-217; Tsiatis (1981), Ann. Stat. 9:93-108; Therneau & Grambsch (2000), chapter 10.
 */
[[nodiscard]] tl::expected<std::vector<BaselineCurve>, AnalyticsError> baselineHazard(
    const CoxData& data, const CoxModel& model, std::span<const double> at);

} // namespace lyceum::analytics
