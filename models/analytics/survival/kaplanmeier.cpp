// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival/kaplanmeier.h"

#include "analytics/compensatedsum.h"
#include "analytics/proportion.h"
#include "analytics/survival/confidenceband.h"
#include "analytics/survival/risksweep.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

/// Fills standard error and band of a step from the standard error of log S.
void addInterval(SurvivalStep& step, double logStdError, double z, BandTransform transform)
{
    const double s = step.survival;
    step.stdError = step.low = step.high = std::nullopt;
    if (s <= 0)
        return; // log S is -infinity: no standard error, no band
    step.stdError = s * logStdError;
    if (const auto band = confidenceBand(s, logStdError, z, transform)) {
        step.low = band->low;
        step.high = band->high;
    }
}

} // namespace

tl::expected<SurvivalCurve, AnalyticsError> kaplanMeier(const SurvivalSample& sample, const KaplanMeierOptions& options)
{
    const std::optional<double> z = zForLevel(options.level);
    if (!z)
        return tl::unexpected(AnalyticsError{AnalyticsError::Kind::BadLevel, 0});
    tl::expected<RiskSweep, AnalyticsError> sweep = RiskSweep::over(sample);
    if (!sweep)
        return tl::unexpected(sweep.error());

    SurvivalCurve curve;
    curve.subjects = std::int64_t(sample.times.size());
    curve.transform = options.transform;
    curve.level = options.level;
    SurvivalStep step; // between events only the counts change
    addInterval(step, 0, *z, options.transform);
    CompensatedSum greenwood; // the variance of log S
    while (sweep->next()) {
        step.time = sweep->time();
        step.atRisk = sweep->atRisk()[0];
        step.events = sweep->events()[0];
        step.censored = sweep->censored()[0];
        const std::int64_t left = step.atRisk - step.events;
        if (step.events > 0) {
            step.survival = step.survival * double(left) / double(step.atRisk);
            if (left > 0)
                greenwood.add(double(step.events) / (double(step.atRisk) * double(left)));
            curve.events += step.events;
            addInterval(step, std::sqrt(greenwood.value()), *z, options.transform);
        }
        curve.steps.push_back(step);
    }
    return curve;
}

const SurvivalStep* stepAt(const SurvivalCurve& curve, double t)
{
    const auto after = std::ranges::upper_bound(curve.steps, t, {}, &SurvivalStep::time);
    return std::isnan(t) || after == curve.steps.begin() ? nullptr : &*std::prev(after);
}

std::optional<double> survivalAt(const SurvivalCurve& curve, double t)
{
    if (std::isnan(t) || t < 0 || curve.steps.empty())
        return std::nullopt;
    const SurvivalStep& last = curve.steps.back();
    if (t > last.time && last.survival > 0)
        return std::nullopt;
    const SurvivalStep* step = stepAt(curve, t);
    return step ? step->survival : 1.0;
}

std::int64_t atRiskAt(const SurvivalCurve& curve, double t)
{
    const auto step = std::ranges::lower_bound(curve.steps, t, {}, &SurvivalStep::time);
    return step == curve.steps.end() ? 0 : step->atRisk;
}

std::optional<RestrictedMean> restrictedMean(const SurvivalCurve& curve, std::optional<double> until)
{
    if (curve.steps.empty())
        return std::nullopt;
    const SurvivalStep& last = curve.steps.back();
    const double horizon = until.value_or(last.time);
    const std::optional<double> z = zForLevel(curve.level);
    if (!std::isfinite(horizon) || horizon < 0 || !z)
        return std::nullopt;

    // From the horizon back: the area still to come after a step is what its events could have cost.
    const auto inside = std::ranges::upper_bound(curve.steps, horizon, {}, &SurvivalStep::time);
    CompensatedSum area;
    CompensatedSum variance;
    double end = horizon;
    for (auto step = inside; step != curve.steps.begin();) {
        --step;
        area.add((end - step->time) * step->survival);
        end = step->time;
        if (step->atRisk > step->events) {
            const double hazardVariance
                = double(step->events) / (double(step->atRisk) * double(step->atRisk - step->events));
            variance.add(area.value() * area.value() * hazardVariance);
        }
    }
    area.add(end); // S is 1 before the first step

    RestrictedMean mean;
    mean.value = area.value();
    mean.stdError = std::sqrt(variance.value());
    mean.low = std::max(mean.value - *z * mean.stdError, 0.0);
    mean.high = std::clamp(mean.value + *z * mean.stdError, mean.value, std::max(horizon, mean.value));
    mean.until = horizon;
    mean.extended = horizon > last.time && last.survival > 0;
    return mean;
}

} // namespace lyceum::analytics
