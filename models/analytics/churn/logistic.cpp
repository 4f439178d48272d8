// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/churn/logistic.h"

#include "analytics/churn/logisticsearch.h"
#include "analytics/compensatedsum.h"
#include "analytics/proportion.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// A coefficient whose standard error is larger, per standard deviation of its column, has no estimate: it is on its way to infinity.
constexpr double kHopelessStdError = 100;
constexpr std::int64_t kFewEvents = 30;
constexpr double kFewEventsPerColumn = 10;

struct Moments {
    double mean = 0;
    double deviation = 0; ///< 0 when all values are the same
};

/// Sums in blocks: as exact as pairwise summation, and fast.
Moments momentsOf(std::span<const double> values)
{
    const auto sumOf = [&](auto term) {
        CompensatedSum sum;
        for (std::size_t first = 0; first < values.size(); first += 128) {
            double part = 0;
            for (const double value : values.subspan(first, std::min<std::size_t>(128, values.size() - first)))
                part += term(value);
            sum.add(part);
        }
        return sum.value() / double(values.size());
    };
    const auto [low, high] = std::ranges::minmax(values);
    if (low == high)
        return {low, 0};
    // Relative to the range first: squares of huge values would overflow.
    const double scale = std::max(std::abs(low), std::abs(high));
    const double mean = sumOf([&](double value) { return value / scale; });
    const double variance = sumOf([&](double value) { return (value / scale - mean) * (value / scale - mean); });
    return {mean * scale, std::sqrt(variance) * scale};
}

/// The first column that those before it determine, by its Cholesky pivot 1 - R^2.
std::optional<Index> dependentColumn(const MatrixXd& correlations)
{
    MatrixXd lower = correlations;
    for (Index j = 0; j < lower.cols(); ++j) {
        const double pivot = correlations(j, j) - lower.row(j).head(j).squaredNorm();
        if (!(pivot > 1e-10))
            return j;
        lower(j, j) = std::sqrt(pivot);
        for (Index i = j + 1; i < lower.rows(); ++i)
            lower(i, j) = (correlations(i, j) - lower.row(i).head(j).dot(lower.row(j).head(j))) / lower(j, j);
    }
    return std::nullopt;
}

MatrixXd curvatureOf(const LogisticSearch::Point& point, LogisticPenalty penalty, double strength)
{
    MatrixXd curvature = point.information;
    if (penalty == LogisticPenalty::Ridge)
        curvature.diagonal().tail(curvature.rows() - 1).array() += strength;
    return curvature;
}

/// Which coefficient has run away, if any: a direction that the information says almost nothing about.
std::optional<Index> runaway(const MatrixXd& information)
{
    const Eigen::SelfAdjointEigenSolver<MatrixXd> eigen(information);
    if (eigen.eigenvalues()(0) * kHopelessStdError * kHopelessStdError >= 1)
        return std::nullopt;
    Index column = 0;
    if (information.rows() > 1)
        eigen.eigenvectors().col(0).tail(information.rows() - 1).cwiseAbs().maxCoeff(&column);
    return column;
}

/// A column whose values for one outcome all lie on one side of those for the other; ties at the border count as beside it.
std::optional<std::size_t> separatingColumn(const RiskSample& sample)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    for (std::size_t column = 0; column < sample.columns; ++column) {
        double low[2] = {kInfinity, kInfinity};
        double high[2] = {-kInfinity, -kInfinity};
        const double* const values = sample.column(column).data();
        for (std::size_t row = 0; row < sample.rows(); ++row) {
            const std::size_t outcome = sample.outcomes[row];
            low[outcome] = std::min(low[outcome], values[row]);
            high[outcome] = std::max(high[outcome], values[row]);
        }
        const bool varies = std::min(low[0], low[1]) < std::max(high[0], high[1]);
        if (varies && (high[0] <= low[1] || high[1] <= low[0]))
            return column;
    }
    return std::nullopt;
}

/// Whether these log-odds call every row right: then some mix of columns separates the outcomes.
bool callsAllRight(const RiskSample& sample, std::span<const double> logOdds)
{
    double highestOfNone = -std::numeric_limits<double>::infinity();
    double lowestOfEvents = std::numeric_limits<double>::infinity();
    for (std::size_t row = 0; row < sample.rows(); ++row) {
        if (sample.outcomes[row])
            lowestOfEvents = std::min(lowestOfEvents, logOdds[row]);
        else
            highestOfNone = std::max(highestOfNone, logOdds[row]);
    }
    return highestOfNone < lowestOfEvents;
}

struct Found {
    LogisticSearch::Point point;
    int iterations = 0;
    bool converged = false;
};

/// Newton's steps, each halved until it improves. Ends when a step promises less than rounding could show.
Found search(const LogisticSearch& space, VectorXd start, const LogisticOptions& options)
{
    Found found {space.evaluate(std::move(start), options.penalty, options.strength), 0, false};
    while (found.iterations < options.maxIterations && !found.converged) {
        ++found.iterations;
        const Eigen::LDLT<MatrixXd> factor(curvatureOf(found.point, options.penalty, options.strength));
        VectorXd step = factor.solve(found.point.gradient);
        if (!step.allFinite())
            return found;
        // Farther than this the quadratic says nothing; with Firth steps overshoot easily.
        const double longest = step.cwiseAbs().maxCoeff();
        if (longest > 5)
            step *= 5 / longest;
        const double promised = step.dot(found.point.gradient);
        const double grain = 1e-14 * (1 + std::abs(found.point.value));
        bool improved = false;
        for (int halving = 0; halving < 30 && !improved; ++halving, step /= 2) {
            LogisticSearch::Point next = space.evaluate(found.point.at + step, options.penalty, options.strength);
            improved = std::isfinite(next.value) && next.value >= found.point.value - grain;
            if (improved)
                found.point = std::move(next);
        }
        found.converged = promised < 1e-12 || (!improved && promised < 1e-6) || promised < grain;
        if (!improved)
            return found;
        if (options.penalty == LogisticPenalty::None && found.iterations >= 8 && runaway(found.point.information))
            return found;
    }
    return found;
}

} // namespace

tl::expected<void, AnalyticsError> check(const RiskSample& sample)
{
    if (sample.columns > 0 && sample.features.size() / sample.columns != sample.rows())
        return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, std::min(sample.features.size() / sample.columns, sample.rows())});
    if (sample.features.size() != sample.columns * sample.rows())
        return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, std::min(sample.features.size(), sample.rows())});
    const auto bad = std::ranges::find_if(sample.outcomes, [](std::uint8_t outcome) { return outcome > 1; });
    if (bad != sample.outcomes.end())
        return tl::unexpected(AnalyticsError{Kind::BadEvent, std::size_t(bad - sample.outcomes.begin())});
    const auto infinite = std::ranges::find_if(sample.features, [](double value) { return !std::isfinite(value); });
    if (infinite != sample.features.end())
        return tl::unexpected(AnalyticsError{Kind::NotFinite, std::size_t(infinite - sample.features.begin())});
    return {};
}

tl::expected<LogisticFit, AnalyticsError> fitLogistic(const RiskSample& sample, const LogisticOptions& given)
{
    const auto refuse = [](Kind kind, std::size_t index = 0) { return tl::unexpected(AnalyticsError{kind, index}); };
    if (const auto good = check(sample); !good)
        return tl::unexpected(good.error());
    const std::optional<double> z = zForLevel(given.level);
    if (!z)
        return refuse(Kind::BadLevel);
    LogisticOptions options = given;
    if (options.penalty != LogisticPenalty::Ridge)
        options.strength = 0;
    if (!(options.strength >= 0) || !std::isfinite(options.strength) || options.maxIterations < 1)
        return refuse(Kind::BadRange);
    if (options.penalty == LogisticPenalty::Ridge && options.strength <= 0)
        options.penalty = LogisticPenalty::None;
    if (sample.rows() == 0)
        return refuse(Kind::TooFew);

    LogisticFit fit;
    fit.rows = std::int64_t(sample.rows());
    fit.events = std::int64_t(std::ranges::count(sample.outcomes, std::uint8_t(1)));
    if (fit.events == 0 || fit.events == fit.rows)
        return refuse(Kind::NoVariation, sample.columns);
    fit.penalty = options.penalty;
    fit.strength = options.strength;
    fit.level = options.level;
    const double share = double(fit.events) / double(fit.rows);
    fit.nullLogLikelihood = double(fit.events) * std::log(share) + double(fit.rows - fit.events) * std::log1p(-share);

    std::vector<std::size_t> varying;
    std::vector<double> means;
    std::vector<double> deviations;
    for (std::size_t column = 0; column < sample.columns; ++column) {
        const Moments moments = momentsOf(sample.column(column));
        // A spread that rounding alone could make is none.
        const bool isConstant = !(moments.deviation > 1e-13 * std::abs(moments.mean));
        fit.means.push_back(moments.mean);
        fit.deviations.push_back(isConstant ? 0 : moments.deviation);
        if (isConstant)
            continue;
        varying.push_back(column);
        means.push_back(moments.mean);
        deviations.push_back(moments.deviation);
    }
    const std::optional<std::size_t> separating = separatingColumn(sample);
    if (separating && options.penalty == LogisticPenalty::None)
        return refuse(Kind::Separated, *separating);
    const LogisticSearch space(sample, varying, means, deviations);
    if (options.penalty != LogisticPenalty::Ridge) {
        if (const auto dependent = dependentColumn(space.correlations()))
            return refuse(Kind::Singular, varying[std::size_t(*dependent)]);
    }
    VectorXd start = VectorXd::Zero(space.size());
    start(0) = std::log(share / (1 - share));
    const Found found = search(space, std::move(start), options);
    const std::optional<Index> lost = runaway(found.point.information);
    if (lost && options.penalty == LogisticPenalty::None && !varying.empty())
        return refuse(Kind::Separated, varying[std::size_t(*lost)]);

    // Back from standardised columns: a linear change of coefficients, and of their covariance.
    const MatrixXd curvature = curvatureOf(found.point, options.penalty, options.strength);
    const MatrixXd covariance = curvature.ldlt().solve(MatrixXd::Identity(space.size(), space.size()));
    const auto estimateOf = [&](const VectorXd& weights) {
        const double value = weights.dot(found.point.at);
        const double stdError = std::sqrt(std::max(weights.dot(covariance * weights), 0.0));
        return Estimate {value, stdError, value - *z * stdError, value + *z * stdError};
    };
    fit.coefficients.resize(sample.columns);
    VectorXd toIntercept = VectorXd::Unit(space.size(), 0);
    fit.meanLogOdds = estimateOf(toIntercept);
    for (std::size_t i = 0; i < varying.size(); ++i) {
        const Index place = Index(i) + 1;
        fit.coefficients[varying[i]] = estimateOf(VectorXd::Unit(space.size(), place) / deviations[i]);
        toIntercept(place) = -means[i] / deviations[i];
    }
    fit.intercept = estimateOf(toIntercept);
    fit.logLikelihood = found.point.logLikelihood;
    fit.iterations = found.iterations;

    const auto rarer = double(std::min(fit.events, fit.rows - fit.events));
    fit.eventsPerColumn = rarer / double(std::max<std::size_t>(varying.size(), 1));
    if (rarer < double(kFewEvents) || fit.eventsPerColumn < kFewEventsPerColumn)
        fit.warnings.push_back(Warning::TooFew);
    if (!found.converged)
        fit.warnings.push_back(Warning::NotConverged);
    if (varying.size() < sample.columns)
        fit.warnings.push_back(Warning::NotIdentified);
    if (options.penalty != LogisticPenalty::None
        && (separating || callsAllRight(sample, *logOddsOf(fit, sample.features, sample.rows()))))
        fit.warnings.push_back(Warning::Separated);
    return fit;
}

tl::expected<std::vector<double>, AnalyticsError> logOddsOf(const LogisticFit& fit, std::span<const double> features, std::size_t rows)
{
    if (features.size() != rows * fit.coefficients.size())
        return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, std::min(features.size(), rows * fit.coefficients.size())});
    // From the mean member on: for columns far from zero the plain intercept would lose digits.
    std::vector<double> logOdds(rows, fit.meanLogOdds.value);
    for (std::size_t column = 0; column < fit.coefficients.size(); ++column) {
        const double coefficient = fit.coefficients[column].value;
        const double mean = fit.means[column];
        const double* const values = features.data() + column * rows;
        for (std::size_t row = 0; coefficient != 0 && row < rows; ++row)
            logOdds[row] += coefficient * (values[row] - mean);
    }
    return logOdds;
}

double probabilityOf(double logOdds)
{
    const double small = std::exp(-std::abs(logOdds));
    return logOdds >= 0 ? 1 / (1 + small) : small / (1 + small);
}

tl::expected<RiskReasons, AnalyticsError> reasonsOf(const LogisticFit& fit, std::span<const double> values)
{
    if (values.size() != fit.coefficients.size())
        return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, std::min(values.size(), fit.coefficients.size())});
    RiskReasons reasons {fit.meanLogOdds.value, {}, fit.meanLogOdds.value, 0};
    for (std::size_t column = 0; column < values.size(); ++column) {
        if (!std::isfinite(values[column]))
            return tl::unexpected(AnalyticsError{Kind::NotFinite, column});
        reasons.parts.push_back(fit.coefficients[column].value * (values[column] - fit.means[column]));
        reasons.logOdds += reasons.parts.back();
    }
    reasons.probability = probabilityOf(reasons.logOdds);
    return reasons;
}

} // namespace lyceum::analytics
