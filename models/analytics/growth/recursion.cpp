// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/growth/growthparts.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lyceum::analytics {
namespace {

/// The steps of a series regressed on powers of where they started: step = sum of coefficient[k] N^(power[k]), N in units of `scale`.
struct StepRegression {
    std::vector<int> powers;
    double scale = 1;
    Eigen::VectorXd coefficients;
    Eigen::MatrixXd inverse; ///< of X'X
    double squares = 0; ///< in units of scale^2
};

std::optional<StepRegression> regress(std::span<const double> values, std::vector<int> powers, double scale)
{
    const Eigen::Index rows = Eigen::Index(values.size()) - 1;
    const Eigen::Index columns = Eigen::Index(powers.size());
    Eigen::MatrixXd x(rows, columns);
    Eigen::VectorXd y(rows);
    for (Eigen::Index i = 0; i < rows; ++i) {
        const double n = values[std::size_t(i)] / scale;
        y(i) = values[std::size_t(i) + 1] / scale - n;
        for (Eigen::Index k = 0; k < columns; ++k)
            x(i, k) = std::pow(n, powers[std::size_t(k)]);
    }
    const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(x);
    if (qr.rank() < columns)
        return std::nullopt;
    StepRegression result;
    result.powers = std::move(powers);
    result.scale = scale;
    result.coefficients = qr.solve(y);
    const Eigen::MatrixXd r = qr.matrixQR().topRows(columns).triangularView<Eigen::Upper>();
    const Eigen::MatrixXd half = r.triangularView<Eigen::Upper>().solve(Eigen::MatrixXd::Identity(columns, columns));
    result.inverse = qr.colsPermutation() * (half * half.transpose()) * qr.colsPermutation().transpose();
    result.squares = (y - x * result.coefficients).squaredNorm();
    return result;
}

/// From the last observation on: the errors of the steps add up, and the doubt about the coefficients is carried along to first order.
void project(GrowthFit& fit, const GrowthData& data, const StepRegression& steps, double variance)
{
    const double t = studentQuantile(data.level, fit.degreesOfFreedom);
    double n = data.values.back() / steps.scale;
    double spread = 0;
    Eigen::VectorXd sensitivity = Eigen::VectorXd::Zero(steps.coefficients.size());
    for (std::size_t h = 1; h <= data.horizon; ++h) {
        double move = 0;
        double byLevel = 1;
        for (Eigen::Index k = 0; k < steps.coefficients.size(); ++k) {
            const int power = steps.powers[std::size_t(k)];
            move += steps.coefficients(k) * std::pow(n, power);
            if (power > 0)
                byLevel += steps.coefficients(k) * power * std::pow(n, power - 1);
        }
        sensitivity *= byLevel;
        for (Eigen::Index k = 0; k < steps.coefficients.size(); ++k)
            sensitivity(k) += std::pow(n, steps.powers[std::size_t(k)]);
        spread = byLevel * byLevel * spread + variance;
        n += move;
        const double doubt = variance * sensitivity.dot(steps.inverse * sensitivity);
        const double reach = t * std::sqrt(spread + doubt);
        fit.projection.push_back({data.projectedTime(h) + data.firstTime, n * steps.scale, (n - reach) * steps.scale, (n + reach) * steps.scale});
    }
}

/// Residual squares of Bass's equation with a given capacity, which leaves it linear in p and q (p held at 0: in q alone).
double squaresAt(double capacity, std::span<const double> values, double scale, bool isHeld)
{
    double pp = 0;
    double pq = 0;
    double qq = 0;
    double py = 0;
    double qy = 0;
    double yy = 0;
    for (std::size_t i = 0; i + 1 < values.size(); ++i) {
        const double n = values[i] / scale;
        const double y = values[i + 1] / scale - n;
        const double left = 1 - n / capacity; // times the capacity: in p's coefficient
        const double x = n * left;
        pp += left * left;
        pq += left * x;
        qq += x * x;
        py += left * y;
        qy += x * y;
        yy += y * y;
    }
    const double alone = qq > 0 ? yy - qy * qy / qq : yy;
    const double determinant = pp * qq - pq * pq;
    if (isHeld || !(determinant > 1e-14 * pp * qq))
        return alone;
    const double p = (py * qq - qy * pq) / determinant;
    const double q = (qy * pp - py * pq) / determinant;
    return yy - p * py - q * qy;
}

/// Where the profile of the capacity crosses `bound`, outwards from the best in the given direction; infinite where it never does.
double crossing(double best, double direction, double bound, std::span<const double> values, double scale, bool isHeld)
{
    const auto excess = [&](double logCapacity) { return squaresAt(std::exp(logCapacity), values, scale, isHeld) - bound; };
    double inside = std::log(best);
    double outside = inside;
    double stride = 0.01;
    for (int i = 0; i < 40; ++i, stride *= 1.5) {
        outside = inside + direction * stride;
        if (std::abs(outside - std::log(best)) > 16) // ten million times as large
            return direction > 0 ? std::numeric_limits<double>::infinity() : 0;
        if (excess(outside) > 0)
            break;
        inside = outside;
    }
    for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (inside + outside);
        (excess(middle) > 0 ? outside : inside) = middle;
    }
    return std::exp(inside);
}

tl::expected<GrowthFit, AnalyticsError> fitBass(GrowthFit fit, const GrowthData& data, double scale)
{
    using enum AnalyticsError::Kind;
    auto steps = regress(data.values, {0, 1, 2}, scale);
    if (!steps)
        return tl::unexpected(AnalyticsError {Singular, 2});
    const bool isHeld = steps->coefficients(0) < 0; // p below 0 means nothing: hold it at 0
    if (isHeld) {
        steps = regress(data.values, {1, 2}, scale);
        if (!steps)
            return tl::unexpected(AnalyticsError {Singular, 1});
        fit.warnings.push_back(Warning::AtBoundary);
    }
    const Eigen::Index last = steps->coefficients.size() - 1;
    const double a = isHeld ? 0 : steps->coefficients(0);
    const double b = steps->coefficients(last - 1);
    const double c = steps->coefficients(last);
    if (!(c < 0))
        return tl::unexpected(AnalyticsError {NotConverged, 0}); // it does not slow down: no end in sight
    const double root = std::sqrt(b * b - 4 * a * c);
    const double capacity = (-b - root) / (2 * c);
    const double p = a / capacity;
    const double q = -c * capacity;
    if (!(capacity > 0) || !std::isfinite(capacity))
        return tl::unexpected(AnalyticsError {NotConverged, 0});

    fit.degreesOfFreedom = data.values.size() - 1 - std::size_t(steps->coefficients.size());
    const double variance = steps->squares / double(fit.degreesOfFreedom);
    const double t = studentQuantile(data.level, fit.degreesOfFreedom);
    // The capacity solves a + b M + c M^2 = 0.
    const double slope = b + 2 * c * capacity;
    Eigen::VectorXd byCapacity(last + 1);
    for (Eigen::Index k = 0; k <= last; ++k)
        byCapacity(k) = -std::pow(capacity, steps->powers[std::size_t(k)]) / slope;
    const auto errorOf = [&](const Eigen::VectorXd& gradient) { return std::sqrt(variance * gradient.dot(steps->inverse * gradient)); };
    Eigen::VectorXd byP = -p / capacity * byCapacity;
    if (!isHeld)
        byP(0) += 1 / capacity;
    Eigen::VectorXd byQ = -c * byCapacity;
    byQ(last) -= capacity;
    const double bound = steps->squares + t * t * variance;
    const double capacityError = errorOf(byCapacity);
    const double low = crossing(capacity, -1, bound, data.values, scale, isHeld);
    const double high = crossing(capacity, 1, bound, data.values, scale, isHeld);
    if (std::isinf(high))
        fit.warnings.push_back(Warning::NotIdentified);
    const double pError = errorOf(byP);
    const double qError = errorOf(byQ);
    const Estimate pEstimate = isHeld ? Estimate {0, {}, {}, {}} : Estimate {p, pError, std::max(p - t * pError, 0.0), p + t * pError};
    fit.parameters = {{GrowthParameterName::P, pEstimate}, {GrowthParameterName::Q, {q, qError, q - t * qError, q + t * qError}},
        {GrowthParameterName::Capacity, {capacity * scale, capacityError * scale, low * scale, high * scale}}};
    fit.residualSquares = steps->squares * scale * scale;
    project(fit, data, *steps, variance);
    for (std::size_t i = 0; i < data.values.size(); ++i) {
        const double n = i == 0 ? 0 : data.values[i - 1] / scale;
        fit.fitted.push_back(i == 0 ? data.values[0] : (n + a + b * n + c * n * n) * scale);
    }
    return fit;
}

} // namespace

tl::expected<GrowthFit, AnalyticsError> fitRecursion(GrowthFit fit, const GrowthData& data)
{
    double scale = 0;
    for (const double value : data.values)
        scale = std::max(scale, std::abs(value));
    if (!std::isnormal(scale))
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::NotConverged, 0});
    if (fit.model == GrowthModel::Bass) {
        auto bass = fitBass(std::move(fit), data, scale);
        if (bass)
            bass->sigma = std::sqrt(bass->residualSquares / double(bass->degreesOfFreedom));
        return bass;
    }
    const auto steps = regress(data.values, {0, 1}, scale);
    if (!steps)
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::Singular, 1});
    fit.degreesOfFreedom = data.values.size() - 3;
    const double variance = steps->squares / double(fit.degreesOfFreedom);
    const double t = studentQuantile(data.level, fit.degreesOfFreedom);
    const double a = steps->coefficients(0) * scale;
    const double b = steps->coefficients(1);
    const double aError = std::sqrt(variance * steps->inverse(0, 0)) * scale;
    const double bError = std::sqrt(variance * steps->inverse(1, 1));
    fit.parameters = {{GrowthParameterName::A, {a, aError, a - t * aError, a + t * aError}},
        {GrowthParameterName::B, {b, bError, b - t * bError, b + t * bError}}};
    fit.residualSquares = steps->squares * scale * scale;
    fit.sigma = std::sqrt(variance) * scale;
    project(fit, data, *steps, variance);
    for (std::size_t i = 0; i < data.values.size(); ++i)
        fit.fitted.push_back(i == 0 ? data.values[0] : data.values[i - 1] * (1 + b) + a);
    return fit;
}

} // namespace lyceum::analytics
