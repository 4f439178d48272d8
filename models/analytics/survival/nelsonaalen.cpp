// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival/nelsonaalen.h"

#include "analytics/compensatedsum.h"
#include "analytics/proportion.h"
#include "analytics/survival/risksweep.h"

#include <cmath>

namespace lyceum::analytics {

tl::expected<HazardCurve, AnalyticsError> nelsonAalen(const SurvivalSample& sample, double level)
{
    const std::optional<double> z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError{AnalyticsError::Kind::BadLevel, 0});
    tl::expected<RiskSweep, AnalyticsError> sweep = RiskSweep::over(sample);
    if (!sweep)
        return tl::unexpected(sweep.error());

    HazardCurve curve;
    curve.subjects = std::int64_t(sample.times.size());
    curve.level = level;
    CompensatedSum hazard;
    CompensatedSum variance;
    while (sweep->next()) {
        HazardStep step;
        step.time = sweep->time();
        step.atRisk = sweep->atRisk()[0];
        step.events = sweep->events()[0];
        step.censored = sweep->censored()[0];
        if (step.events > 0) {
            const auto atRisk = double(step.atRisk);
            hazard.add(double(step.events) / atRisk);
            variance.add(double(step.events) / (atRisk * atRisk));
            curve.events += step.events;
        }
        step.hazard = hazard.value();
        step.stdError = std::sqrt(variance.value());
        if (step.hazard > 0) {
            const double factor = std::exp(*z * step.stdError / step.hazard);
            step.low = step.hazard / factor;
            step.high = step.hazard * factor;
        }
        curve.steps.push_back(step);
    }
    return curve;
}

} // namespace lyceum::analytics
