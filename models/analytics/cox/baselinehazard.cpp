// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cox/baselinehazard.h"

#include "analytics/compensatedsum.h"
#include "analytics/cox/coxrows.h"
#include "analytics/cox/risksums.h"
#include "analytics/proportion.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

/// Sums the increments of a stratum, which stand from the last moment to the first.
void integrate(BaselineCurve& curve, std::vector<RiskMoment>& backwards, const CoxRows& rows, const CoxModel& model,
    std::span<const double> at, double risk, double z)
{
    const std::size_t p = at.size();
    CompensatedSum hazard;
    CompensatedSum variance;
    std::vector<double> meanHazard(p);
    std::vector<double> offset(p); // in the columns' own units, as the covariance is
    for (auto moment = backwards.rbegin(); moment != backwards.rend(); ++moment) {
        hazard.add(moment->hazard);
        variance.add(moment->hazardVariance);
        for (std::size_t j = 0; j < p; ++j) {
            meanHazard[j] += moment->hazardMean[j];
            offset[j] = (at[j] - rows.centres[j]) * hazard.value() - meanHazard[j] * rows.scales[j];
        }
        double ofCoefficients = 0;
        for (std::size_t j = 0; j < p; ++j) {
            for (std::size_t k = 0; k < p; ++k)
                ofCoefficients += offset[j] * model.covariance[j * p + k] * offset[k];
        }
        BaselineStep step;
        step.time = rows.times[moment->moment];
        step.atRisk = moment->atRisk;
        step.events = moment->events;
        step.hazard = risk * hazard.value();
        step.stdError = risk * std::sqrt(variance.value() + std::max(ofCoefficients, 0.0));
        step.survival = std::exp(-step.hazard);
        step.low = std::exp(-step.hazard - z * step.stdError);
        step.high = std::min(std::exp(-step.hazard + z * step.stdError), 1.0);
        curve.steps.push_back(step);
    }
    backwards.clear();
}

} // namespace

tl::expected<std::vector<BaselineCurve>, AnalyticsError> baselineHazard(
    const CoxData& data, const CoxModel& model, std::span<const double> at)
{
    using Kind = AnalyticsError::Kind;
    const std::size_t p = data.columnCount;
    if (at.size() != p || model.coefficients.size() != p || model.covariance.size() != p * p)
        return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, std::min(p, at.size())});
    const std::optional<double> z = zForLevel(model.level);
    if (!z)
        return tl::unexpected(AnalyticsError{Kind::BadLevel, 0});
    for (std::size_t j = 0; j < p; ++j) {
        if (!std::isfinite(at[j]))
            return tl::unexpected(AnalyticsError{Kind::NotFinite, j});
    }
    const auto rows = CoxRows::of(data);
    if (!rows)
        return tl::unexpected(rows.error());

    std::vector<double> coefficients;
    double logRisk = 0;
    for (std::size_t j = 0; j < p; ++j) {
        const double perUnit = model.coefficients[j].logHazardRatio.value;
        coefficients.push_back(perUnit * rows->scales[j]);
        logRisk += perUnit * (at[j] - rows->centres[j]);
    }
    const double risk = std::exp(logRisk);
    if (!std::isnormal(risk))
        return tl::unexpected(AnalyticsError{Kind::BadRange, 0});

    std::vector<BaselineCurve> curves;
    std::vector<RiskMoment> backwards;
    const auto finish = [&] {
        if (!backwards.empty())
            integrate(curves.back(), backwards, *rows, model, at, risk, *z);
    };
    const bool isNumber = walkRiskSets(*rows, coefficients, model.ties, [&](const RiskMoment& moment) {
        if (curves.empty() || curves.back().stratum != moment.stratum) {
            finish();
            curves.push_back({moment.stratum, {}});
        }
        backwards.push_back(moment);
    });
    if (!isNumber)
        return tl::unexpected(AnalyticsError{Kind::BadRange, 0});
    finish();
    return curves;
}

} // namespace lyceum::analytics
