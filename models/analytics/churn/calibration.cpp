// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/churn/calibration.h"

#include "analytics/churn/logistic.h"
#include "analytics/churn/scoreorder.h"
#include "analytics/compensatedsum.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

/// Platt's problem in two parameters, of standardised scores.
struct PlattPoint {
    double slope = 0;
    double offset = 0;
    double loss = 0;
    double bySlope = 0; ///< derivatives of the loss
    double byOffset = 0;
    double slopeSlope = 0;
    double slopeOffset = 0;
    double offsetOffset = 0;
};

PlattPoint plattAt(std::span<const TiedScore> ties, double mean, double deviation, double high, double low, double slope, double offset)
{
    CompensatedSum loss;
    PlattPoint point {slope, offset, 0, 0, 0, 0, 0, 0};
    for (const TiedScore& tie : ties) {
        const double x = (tie.score - mean) / deviation;
        const double logOdds = slope * x + offset;
        const double p = probabilityOf(logOdds);
        const auto times = double(tie.events + tie.others);
        const double wanted = double(tie.events) * high + double(tie.others) * low;
        const double soft = std::max(logOdds, 0.0) + std::log1p(std::exp(-std::abs(logOdds))); // log(1 + e^x)
        loss.add(times * soft - wanted * logOdds);
        const double error = times * p - wanted;
        const double weight = times * p * (1 - p);
        point.bySlope += error * x;
        point.byOffset += error;
        point.slopeSlope += weight * x * x;
        point.slopeOffset += weight * x;
        point.offsetOffset += weight;
    }
    point.loss = loss.value();
    return point;
}

} // namespace

double PlattCalibration::operator()(double score) const
{
    return probabilityOf(slope * score + offset);
}

double IsotonicCalibration::operator()(double score) const
{
    if (!(score > scores.front()))
        return probabilities.front();
    if (!(score < scores.back()))
        return probabilities.back();
    const auto after = std::ranges::upper_bound(scores, score);
    const auto i = std::size_t(after - scores.begin());
    const double part = (score - scores[i - 1]) / (scores[i] - scores[i - 1]);
    return std::clamp(
        probabilities[i - 1] + part * (probabilities[i] - probabilities[i - 1]), probabilities[i - 1], probabilities[i]);
}

tl::expected<PlattCalibration, AnalyticsError> calibratePlatt(
    std::span<const double> scores, std::span<const std::uint8_t> outcomes)
{
    const auto ties = tiedScores(scores, outcomes);
    if (!ties)
        return tl::unexpected(ties.error());
    if (ties->size() < 2)
        return tl::unexpected(AnalyticsError{Kind::NoVariation, 1});
    double events = 0;
    double others = 0;
    CompensatedSum sum;
    for (const TiedScore& tie : *ties) {
        events += double(tie.events);
        others += double(tie.others);
        sum.add(tie.score * double(tie.events + tie.others));
    }
    const double mean = sum.value() / (events + others);
    CompensatedSum squares;
    for (const TiedScore& tie : *ties)
        squares.add((tie.score - mean) * (tie.score - mean) * double(tie.events + tie.others));
    const double deviation = std::sqrt(squares.value() / (events + others));
    if (!(deviation > 0) || !std::isfinite(deviation))
        return tl::unexpected(AnalyticsError{Kind::NoVariation, 1});

    const double high = (events + 1) / (events + 2);
    const double low = 1 / (others + 2);
    const auto at = [&](double slope, double offset) { return plattAt(*ties, mean, deviation, high, low, slope, offset); };
    PlattPoint point = at(0, std::log((events + 1) / (others + 1)));
    for (int iteration = 0; iteration < 100; ++iteration) {
        const double determinant = point.slopeSlope * point.offsetOffset - point.slopeOffset * point.slopeOffset;
        if (!(determinant > 0))
            break;
        const double bySlope = (point.offsetOffset * point.bySlope - point.slopeOffset * point.byOffset) / determinant;
        const double byOffset = (point.slopeSlope * point.byOffset - point.slopeOffset * point.bySlope) / determinant;
        const double promised = bySlope * point.bySlope + byOffset * point.byOffset;
        if (promised < 1e-14 * (1 + std::abs(point.loss)))
            return PlattCalibration {point.slope / deviation, point.offset - point.slope * mean / deviation};
        double length = 1;
        PlattPoint next = at(point.slope - bySlope, point.offset - byOffset);
        while (length > 1e-6 && !(next.loss <= point.loss - 1e-4 * length * promised)) {
            length /= 2;
            next = at(point.slope - length * bySlope, point.offset - length * byOffset);
        }
        if (!(next.loss < point.loss)) { // rounding is all that is left
            if (promised < 1e-8 * (1 + std::abs(point.loss)))
                return PlattCalibration {point.slope / deviation, point.offset - point.slope * mean / deviation};
            break;
        }
        point = next;
    }
    return tl::unexpected(AnalyticsError{Kind::NotConverged, 100});
}

tl::expected<IsotonicCalibration, AnalyticsError> calibrateIsotonic(
    std::span<const double> scores, std::span<const std::uint8_t> outcomes)
{
    const auto ties = tiedScores(scores, outcomes);
    if (!ties)
        return tl::unexpected(ties.error());
    struct Pool {
        double low = 0;
        double high = 0;
        std::int64_t events = 0;
        std::int64_t all = 0;
    };
    std::vector<Pool> pools;
    for (const TiedScore& tie : *ties) {
        Pool pool {tie.score, tie.score, tie.events, tie.events + tie.others};
        // a / b >= c / d in whole numbers: equal shares are pooled too, and nothing is lost to rounding.
        while (!pools.empty() && pools.back().events * pool.all >= pool.events * pools.back().all) {
            pool = {pools.back().low, pool.high, pools.back().events + pool.events, pools.back().all + pool.all};
            pools.pop_back();
        }
        pools.push_back(pool);
    }
    IsotonicCalibration calibration;
    for (const Pool& pool : pools) {
        const double share = double(pool.events) / double(pool.all);
        calibration.scores.push_back(pool.low);
        calibration.probabilities.push_back(share);
        if (pool.high > pool.low) {
            calibration.scores.push_back(pool.high);
            calibration.probabilities.push_back(share);
        }
    }
    return calibration;
}

double calibrated(const Calibration& calibration, double logOdds)
{
    if (const auto* platt = std::get_if<PlattCalibration>(&calibration))
        return (*platt)(logOdds);
    if (const auto* isotonic = std::get_if<IsotonicCalibration>(&calibration))
        return (*isotonic)(logOdds);
    return probabilityOf(logOdds);
}

tl::expected<Calibration, AnalyticsError> calibrate(
    CalibrationMethod method, std::span<const double> logOdds, std::span<const std::uint8_t> outcomes)
{
    switch (method) {
    case CalibrationMethod::None:
        break;
    case CalibrationMethod::Platt:
        if (auto platt = calibratePlatt(logOdds, outcomes))
            return Calibration {*platt};
        else
            return tl::unexpected(platt.error());
    case CalibrationMethod::Isotonic:
        if (auto isotonic = calibrateIsotonic(logOdds, outcomes))
            return Calibration {*std::move(isotonic)};
        else
            return tl::unexpected(isotonic.error());
    }
    if (const auto good = checkScores(logOdds, outcomes); !good)
        return tl::unexpected(good.error());
    return Calibration {};
}

} // namespace lyceum::analytics
