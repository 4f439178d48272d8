// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/survival/survivalsample.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace lyceum::analytics {

struct KaplanMeierOptions {
    BandTransform transform = BandTransform::LogLog;
    double level = 0.95; ///< two-sided, pointwise; strictly between 0 and 1
};

/// The curve at one distinct time; it holds from this time (included) to the next step's (excluded).
struct SurvivalStep {
    double time = 0;
    std::int64_t atRisk = 0; ///< just before `time`
    std::int64_t events = 0; ///< at `time`
    std::int64_t censored = 0; ///< at `time`, after its events
    double survival = 1; ///< S(time), in [0, 1]
    std::optional<double> stdError; ///< Greenwood's, of S itself; none once S is 0
    std::optional<double> low; ///< none once S is 0, and with LogLog while S is 1
    std::optional<double> high; ///< together with `low`

    friend bool operator==(const SurvivalStep&, const SurvivalStep&) = default;
};

/// A Kaplan-Meier estimate with what it was made from.
struct SurvivalCurve {
    std::vector<SurvivalStep> steps; ///< one per distinct exit time, ascending; S is 1 before the first
    std::int64_t subjects = 0;
    std::int64_t events = 0;
    BandTransform transform = BandTransform::LogLog;
    double level = 0.95;

    friend bool operator==(const SurvivalCurve&, const SurvivalCurve&) = default;
};

/**
 * The Kaplan-Meier product-limit estimate of the probability to last beyond each time.
 *
 * Steps, standard errors and bands are those of R's `survfit(Surv(time, event) ~ 1)`, or with entries
 * `survfit(Surv(entry, time, event) ~ 1)`. With entries the curve is conditional on lasting to the first entry, and a
 * risk set that empties early (everybody at risk has the event) takes the curve to 0 for good, as the formula says.
 *
 * Nobody is an answer: an empty sample gives a curve without steps. All censored gives S = 1 with standard error 0.
 *
 * Cost: O(n + largest time) when all times and entries are whole numbers below 2^20 (days, months), else O(n log n).
 * Both give the same answer bit for bit.
 *
 * @return BadLevel, or the errors of SurvivalSample
 * @see Kaplan & Meier (1958), JASA 53:457-481; Kalbfleisch & Prentice (2002), section 1.4; R package survival 3.5.
 */
[[nodiscard]] tl::expected<SurvivalCurve, AnalyticsError> kaplanMeier(
    const SurvivalSample& sample, const KaplanMeierOptions& options = {});

/// The step that holds at time t: the last one with step.time <= t; null before the first step (S is 1 there).
[[nodiscard]] const SurvivalStep* stepAt(const SurvivalCurve& curve, double t);

/// S(t): 1 before the first step; nullopt beyond the last time unless the curve has reached 0, and for NaN or t < 0:
/// nobody was watched that long.
[[nodiscard]] std::optional<double> survivalAt(const SurvivalCurve& curve, double t);

/// How many were at risk at time t, as R's `summary(fit, times = t)` prints it: the risk set of the first step at or
/// after t, 0 beyond the last. For the numbers under a chart.
[[nodiscard]] std::int64_t atRiskAt(const SurvivalCurve& curve, double t);

/// A time by which a share has had the event, with its interval. Each is missing when its curve never gets there.
struct TimeQuantile {
    std::optional<double> value;
    std::optional<double> low;
    std::optional<double> high;

    friend bool operator==(const TimeQuantile&, const TimeQuantile&) = default;
};

/**
 * The time at which 1 - S reaches p; the interval inverts the curve's own pointwise band (Brookmeyer & Crowley).
 *
 * The same as R's `quantile(fit, p)`: comparisons allow 1.5e-8; when a curve is flat exactly at 1 - p the middle of the
 * flat stretch is taken, to the last time if it ends there. p = 0 gives 0.
 *
 * @param p  share that has had the event, 0 <= p <= 1, else everything is missing
 * @see Brookmeyer & Crowley (1982), Biometrics 38:29-41. O(steps log steps).
 */
[[nodiscard]] TimeQuantile timeQuantile(const SurvivalCurve& curve, double p);

/// timeQuantile(curve, 0.5).
[[nodiscard]] TimeQuantile medianTime(const SurvivalCurve& curve);

/// Mean time lived up to a horizon: the area under the curve.
struct RestrictedMean {
    double value = 0;
    double stdError = 0;
    double low = 0; ///< value - z stdError at the curve's level, not below 0
    double high = 0; ///< value + z stdError, not above `until`
    double until = 0; ///< the horizon
    bool extended = false; ///< beyond the last time the last S, which was not 0, was carried on, as R does

    friend bool operator==(const RestrictedMean&, const RestrictedMean&) = default;
};

/**
 * The mean time lived up to `until` and its standard error, as R's `print(fit, rmean = until)`.
 *
 * Curves are comparable only up to the same horizon. The largest one all of them support without extension is the
 * smallest of their last times.
 *
 * @param until  finite and >= 0; missing: the curve's last time (R's `rmean = "individual"`)
 * @return nullopt for a curve without steps or a horizon outside the domain
 * @see Miller (1981), Survival Analysis, section 3.2; Karrison (1987), JASA 82:1169-1176. O(steps).
 */
[[nodiscard]] std::optional<RestrictedMean> restrictedMean(
    const SurvivalCurve& curve, std::optional<double> until = std::nullopt);

} // namespace lyceum::analytics
