// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cox/coxmodel.h"

#include "analytics/compensatedsum.h"
#include "analytics/cox/coxrows.h"
#include "analytics/cox/risksums.h"
#include "analytics/proportion.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <set>
#include <span>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// The partial likelihood at some coefficients, in the units of CoxRows.
struct Likelihood {
    VectorXd at;
    double logarithm = 0;
    VectorXd score;
    MatrixXd information;
    VectorXd step; ///< Newton's, to where the top should be
    double toClimb = 0; ///< twice what that step should gain
};

/// How a matrix that should be positive definite is not: a column without variance, or one that those before determine.
std::optional<AnalyticsError> degenerate(const MatrixXd& information)
{
    // Rounding leaves about 1e-13 of a variance that should have vanished; R's coxph asks for 1.8e-12.
    constexpr double kVanished = 1e-11;
    MatrixXd factor = information;
    for (Eigen::Index j = 0; j < factor.rows(); ++j) {
        if (!(information(j, j) > 0))
            return AnalyticsError{Kind::NoVariation, std::size_t(j)};
        for (Eigen::Index k = 0; k < j; ++k) {
            for (Eigen::Index m = 0; m < k; ++m)
                factor(j, k) -= factor(j, m) * factor(k, m) * factor(m, m);
            factor(j, k) /= factor(k, k);
            factor(j, j) -= factor(j, k) * factor(j, k) * factor(k, k);
        }
        if (!(factor(j, j) > kVanished * information(j, j)))
            return AnalyticsError{Kind::Singular, std::size_t(j)};
    }
    return std::nullopt;
}

/// Everything but the step; nullopt where the likelihood is no number.
std::optional<Likelihood> likelihoodAt(const CoxRows& rows, const VectorXd& coefficients, TieMethod ties)
{
    const auto p = Eigen::Index(rows.columns());
    Likelihood likelihood{coefficients, 0, VectorXd::Zero(p), MatrixXd::Zero(p, p), {}, 0};
    CompensatedSum logarithm;
    const bool isNumber
        = walkRiskSets(rows, {coefficients.data(), std::size_t(p)}, ties, [&](const RiskMoment& moment) {
              logarithm.add(moment.logLikelihood);
              std::size_t packed = 0;
              for (Eigen::Index j = 0; j < p; ++j) {
                  likelihood.score(j) += moment.score[std::size_t(j)];
                  for (Eigen::Index k = 0; k <= j; ++k)
                      likelihood.information(j, k) += moment.information[packed++];
              }
          });
    likelihood.logarithm = logarithm.value();
    likelihood.information.triangularView<Eigen::StrictlyUpper>() = likelihood.information.transpose();
    if (!isNumber || !likelihood.score.allFinite() || !likelihood.information.allFinite())
        return std::nullopt;
    return likelihood;
}

/// Adds Newton's step; false where the curvature is not definite.
bool findStep(Likelihood& likelihood)
{
    const Eigen::LLT<MatrixXd> factor(likelihood.information);
    if (factor.info() != Eigen::Success)
        return false;
    likelihood.step = factor.solve(likelihood.score);
    likelihood.toClimb = likelihood.score.dot(likelihood.step);
    return likelihood.step.allFinite() && likelihood.toClimb >= 0;
}

struct Search {
    Likelihood top;
    int iterations = 0;
    bool converged = false;
};

Search climb(const CoxRows& rows, Likelihood start, const CoxOptions& options)
{
    constexpr double kNothingLeft = 1e-20; // a coefficient is then within 1e-10 of its standard error
    constexpr double kNextToNothing = 1e-10; // where the sums' rounding may hide whether a step climbs
    constexpr int kMostHalvings = 20;
    Search search{std::move(start), 0, false};
    while (search.iterations < options.mostIterations) {
        search.converged = search.top.toClimb <= kNothingLeft;
        if (search.converged)
            break;
        ++search.iterations;
        std::optional<Likelihood> next;
        double share = 1;
        for (int halving = 0; halving < kMostHalvings; ++halving, share /= 2) {
            next = likelihoodAt(rows, search.top.at + share * search.top.step, options.ties);
            if (next && !findStep(*next))
                next.reset();
            if (next && next->logarithm >= search.top.logarithm)
                break;
            if (search.top.toClimb <= kNextToNothing) {
                if (next && next->toClimb < search.top.toClimb)
                    break;
                search.converged = true;
                return search;
            }
            next.reset();
        }
        if (!next)
            break;
        search.top = *std::move(next);
    }
    search.converged = search.converged || search.top.toClimb <= kNothingLeft;
    return search;
}

/// The column that still runs away where the search ended: perfect separation lets each step move it by about 1.
std::optional<std::size_t> separatedColumn(const CoxRows& rows, const Search& search)
{
    constexpr int kEnough = 10; // steps, after which an estimate that exists has been found
    if (search.iterations < kEnough)
        return std::nullopt;
    const VectorXd& step = search.top.step;
    constexpr double kStillMoving = 0.01; // of the logarithm of the largest hazard ratio that the column makes
    std::size_t furthest = 0;
    for (std::size_t j = 1; j < rows.columns(); ++j) {
        if (std::abs(step(Eigen::Index(j))) * rows.ranges[j]
            > std::abs(step(Eigen::Index(furthest))) * rows.ranges[furthest])
            furthest = j;
    }
    const bool moves = std::abs(step(Eigen::Index(furthest))) * rows.ranges[furthest] > kStillMoving;
    return moves ? std::optional(furthest) : std::nullopt;
}

CoxCoefficient coefficientOf(double value, double stdError, double z)
{
    CoxCoefficient coefficient;
    coefficient.logHazardRatio = {value, stdError, value - z * stdError, value + z * stdError};
    coefficient.hazardRatio
        = {std::exp(value), std::nullopt, std::exp(value - z * stdError), std::exp(value + z * stdError)};
    coefficient.z = value / stdError;
    // The square of a standard normal is chi-square with one degree of freedom.
    if (const auto test = chiSquareTest(coefficient.z * coefficient.z, 1)) {
        coefficient.p = test->p;
        coefficient.log10P = test->log10P;
    }
    return coefficient;
}

CoxModel modelOf(const CoxRows& rows, const Likelihood& null, const Search& search, const CoxOptions& options, double z)
{
    const auto p = Eigen::Index(rows.columns());
    CoxModel model;
    const MatrixXd covariance = search.top.information.llt().solve(MatrixXd::Identity(p, p));
    for (Eigen::Index j = 0; j < p; ++j) {
        const double scale = rows.scales[std::size_t(j)];
        model.coefficients.push_back(coefficientOf(search.top.at(j) / scale, std::sqrt(covariance(j, j)) / scale, z));
        for (Eigen::Index k = 0; k < p; ++k)
            model.covariance.push_back(covariance(j, k) / scale / rows.scales[std::size_t(k)]);
    }
    model.means = rows.centres;
    model.logLikelihoodNull = null.logarithm;
    model.logLikelihood = search.top.logarithm;
    model.likelihoodRatio = chiSquareTest(std::max(2 * (search.top.logarithm - null.logarithm), 0.0), int(p));
    model.wald = chiSquareTest(search.top.at.dot(search.top.information * search.top.at), int(p));
    model.score = chiSquareTest(null.toClimb, int(p));
    model.rows = std::int64_t(rows.rows());
    model.events = std::int64_t(rows.eventCount);
    model.strata = std::int64_t(std::set<std::uint32_t>(rows.strata.begin(), rows.strata.end()).size());
    model.iterations = search.iterations;
    model.ties = options.ties;
    model.level = options.level;
    if (model.events < std::max<std::int64_t>(30, 10 * p))
        model.warnings.push_back(Warning::TooFew);
    return model;
}

} // namespace

tl::expected<CoxModel, AnalyticsError> coxModel(const CoxData& data, const CoxOptions& options)
{
    const std::optional<double> z = zForLevel(options.level);
    if (!z)
        return tl::unexpected(AnalyticsError{Kind::BadLevel, 0});
    if (options.mostIterations < 1)
        return tl::unexpected(AnalyticsError{Kind::BadRange, 0});
    const auto rows = CoxRows::of(data);
    if (!rows)
        return tl::unexpected(rows.error());

    auto null = likelihoodAt(*rows, VectorXd::Zero(Eigen::Index(rows->columns())), options.ties);
    if (!null)
        return tl::unexpected(AnalyticsError{Kind::NotConverged, 0});
    if (const auto error = degenerate(null->information))
        return tl::unexpected(*error);
    if (!findStep(*null))
        return tl::unexpected(AnalyticsError{Kind::Singular, rows->columns() - 1});
    const Search search = climb(*rows, *null, options);
    if (const auto column = separatedColumn(*rows, search))
        return tl::unexpected(AnalyticsError{Kind::Separated, *column});
    if (!search.converged)
        return tl::unexpected(AnalyticsError{Kind::NotConverged, std::size_t(search.iterations)});
    return modelOf(*rows, *null, search, options, *z);
}

} // namespace lyceum::analytics
