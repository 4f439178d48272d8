// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customers/likelihoodfit.h"

#include "analytics/minimise.h"
#include "analytics/proportion.h"
#include "analytics/random.h"

#include <Eigen/Cholesky>
#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace lyceum::analytics {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kGradientStep = 1e-4;
constexpr double kCurvatureStep = 1e-3;
constexpr double kSettled = 1e-8; ///< of log-likelihood
constexpr double kVagueStdError = 3;
constexpr double kAtBoundary = 0.01; ///< of a logarithm

/// The negative log-likelihood as a function of logarithms, counting its calls.
class Surface {
public:
    Surface(const LogLikelihood& function, int& evaluations)
        : m_function(function)
        , m_evaluations(evaluations)
    {
    }

    double operator()(const VectorXd& logs) const
    {
        ++m_evaluations;
        const VectorXd parameters = logs.array().exp();
        const double value = -m_function({parameters.data(), std::size_t(parameters.size())});
        return std::isfinite(value) ? value : std::numeric_limits<double>::infinity();
    }

    [[nodiscard]] VectorXd gradient(const VectorXd& at) const
    {
        VectorXd slope(at.size());
        VectorXd moved = at;
        for (Eigen::Index i = 0; i < at.size(); ++i) {
            moved[i] = at[i] + kGradientStep;
            const double above = operator()(moved);
            moved[i] = at[i] - kGradientStep;
            slope[i] = (above - operator()(moved)) / (2 * kGradientStep);
            moved[i] = at[i];
        }
        return slope;
    }

    [[nodiscard]] MatrixXd curvature(const VectorXd& at, double value) const
    {
        constexpr double h = kCurvatureStep;
        const Eigen::Index k = at.size();
        MatrixXd second(k, k);
        const auto valueAt = [&](Eigen::Index i, double step, Eigen::Index j, double other) {
            VectorXd moved = at;
            moved[i] += step;
            moved[j] += other;
            return operator()(moved);
        };
        for (Eigen::Index i = 0; i < k; ++i) {
            second(i, i) = (valueAt(i, h, i, 0) - 2 * value + valueAt(i, -h, i, 0)) / (h * h);
            for (Eigen::Index j = 0; j < i; ++j) {
                const double mixed = valueAt(i, h, j, h) - valueAt(i, h, j, -h) - valueAt(i, -h, j, h) + valueAt(i, -h, j, -h);
                second(i, j) = second(j, i) = mixed / (4 * h * h);
            }
        }
        return second;
    }

private:
    const LogLikelihood& m_function;
    int& m_evaluations;
};

struct Bounds {
    VectorXd low;
    VectorXd high;

    [[nodiscard]] VectorXd inside(const VectorXd& logs) const { return logs.cwiseMax(low).cwiseMin(high); }
};

struct Place {
    VectorXd at;
    double value = std::numeric_limits<double>::infinity();
};

std::vector<double> vectorOf(const VectorXd& v)
{
    return {v.data(), v.data() + v.size()};
}

VectorXd logsOf(const std::vector<double>& parameters)
{
    return Eigen::Map<const VectorXd>(parameters.data(), Eigen::Index(parameters.size())).array().log();
}

Place bestStart(const Surface& surface, const std::vector<std::vector<double>>& starts, const Bounds& bounds)
{
    MinimiseOptions options;
    options.low = vectorOf(bounds.low);
    options.high = vectorOf(bounds.high);
    options.relativeTolerance = 1e-5;
    options.maxEvaluations = 100;
    const FunctionWithGradient function = [&surface](std::span<const double> x, std::span<double> gradient) {
        const VectorXd at = Eigen::Map<const VectorXd>(x.data(), Eigen::Index(x.size()));
        const VectorXd slope = surface.gradient(at);
        std::ranges::copy(slope, gradient.begin());
        return surface(at);
    };
    Place best;
    for (const std::vector<double>& start : starts) {
        const VectorXd from = bounds.inside(logsOf(start));
        if (!std::isfinite(surface(from)))
            continue;
        const Minimum found = minimise(function, vectorOf(from), options);
        Place place {Eigen::Map<const VectorXd>(found.at.data(), Eigen::Index(found.at.size())), found.value};
        place.value = surface(place.at);
        if (place.value < best.value || best.at.size() == 0)
            best = place;
    }
    return best;
}

/// What a walk of Newton's method left behind.
struct Walk {
    Place place;
    MatrixXd information;
    bool converged = false;
};

Walk walkFrom(const Surface& surface, Place place, const Bounds& bounds)
{
    constexpr int kMaxSteps = 40;
    constexpr double kLongestStep = 2; // of a logarithm
    Walk walk;
    double damping = 0;
    for (int step = 0; step < kMaxSteps; ++step) {
        walk.information = surface.curvature(place.at, place.value);
        const VectorXd slope = surface.gradient(place.at);
        if (!walk.information.allFinite() || !slope.allFinite())
            break;
        // What a whole step of Newton's would gain, were the surface a parabola.
        const Eigen::LLT<MatrixXd> whole(walk.information);
        if (whole.info() == Eigen::Success && slope.dot(whole.solve(slope)) / 2 < kSettled) {
            walk.converged = true;
            break;
        }
        const double size = std::max(walk.information.diagonal().cwiseAbs().maxCoeff(), 1e-12);
        bool moved = false;
        for (int attempt = 0; attempt < 30 && !moved; ++attempt) {
            const MatrixXd damped = walk.information + damping * size * MatrixXd::Identity(slope.size(), slope.size());
            const Eigen::LLT<MatrixXd> factor(damped);
            if (factor.info() == Eigen::Success) {
                VectorXd move = -factor.solve(slope);
                move *= std::min(1.0, kLongestStep / std::max(move.cwiseAbs().maxCoeff(), 1e-300));
                const VectorXd next = bounds.inside(place.at + move);
                const double value = surface(next);
                if (value < place.value) {
                    place = {next, value};
                    damping = damping < 1e-6 ? 0 : damping / 10;
                    moved = true;
                    break;
                }
            }
            damping = damping == 0 ? 1e-6 : damping * 10;
        }
        if (!moved)
            break;
    }
    walk.place = place;
    return walk;
}

std::optional<Place> simplexFrom(const Surface& surface, const Place& place, const Bounds& bounds)
{
    MinimiseOptions options;
    options.low = vectorOf(bounds.low);
    options.high = vectorOf(bounds.high);
    options.relativeTolerance = 1e-7;
    options.maxEvaluations = 2'000;
    const Function function = [&surface](std::span<const double> x) {
        return surface(Eigen::Map<const VectorXd>(x.data(), Eigen::Index(x.size())));
    };
    const Minimum found = minimise(function, {vectorOf(place.at)}, options);
    if (!(found.value < place.value))
        return std::nullopt;
    return Place {Eigen::Map<const VectorXd>(found.at.data(), Eigen::Index(found.at.size())), found.value};
}

double onScale(double value, Scale scale)
{
    switch (scale) {
    case Scale::Plain:
        return value;
    case Scale::Positive:
        return std::log(value);
    case Scale::Share:
        return std::log(value) - std::log1p(-value);
    }
    return value;
}

double fromScale(double value, Scale scale)
{
    switch (scale) {
    case Scale::Plain:
        return value;
    case Scale::Positive:
        return std::exp(value);
    case Scale::Share:
        return 1 / (1 + std::exp(-value));
    }
    return value;
}

/// d value / d scaled value, to bring a standard error back.
double slopeFromScale(double value, Scale scale)
{
    return scale == Scale::Plain ? 1 : scale == Scale::Positive ? value : value * (1 - value);
}

MatrixXd covarianceOf(const LikelihoodFit& fit)
{
    const auto k = Eigen::Index(fit.parameters.size());
    return Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(fit.covariance.data(), k, k);
}

/// Covariance and warnings of a fit that ended at `walk`.
void addUncertainty(LikelihoodFit& fit, const Walk& walk, const Bounds& bounds)
{
    const VectorXd& at = walk.place.at;
    const bool isAtBoundary = ((at - bounds.low).array() < kAtBoundary).any() || ((bounds.high - at).array() < kAtBoundary).any();
    bool isVague = true;
    if (walk.information.allFinite() && walk.information.size() > 0) {
        const Eigen::LLT<MatrixXd> factor(walk.information);
        if (factor.info() == Eigen::Success && factor.rcond() > 1e-12) {
            const MatrixXd covariance = factor.solve(MatrixXd::Identity(at.size(), at.size()));
            isVague = covariance.diagonal().cwiseSqrt().maxCoeff() > kVagueStdError;
            if (!isAtBoundary) {
                for (Eigen::Index i = 0; i < at.size(); ++i) {
                    for (Eigen::Index j = 0; j < at.size(); ++j)
                        fit.covariance.push_back((covariance(i, j) + covariance(j, i)) / 2);
                }
            }
        }
    }
    fit.converged = walk.converged;
    if (!walk.converged)
        fit.warnings.push_back(Warning::NotConverged);
    if (isAtBoundary)
        fit.warnings.push_back(Warning::AtBoundary);
    if (isVague)
        fit.warnings.push_back(Warning::NotIdentified);
}

} // namespace

tl::expected<LikelihoodFit, AnalyticsError> maximise(LikelihoodProblem problem, const LikelihoodOptions& options)
{
    using Kind = AnalyticsError::Kind;
    if (!zForLevel(options.level))
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    if (!options.start.empty()) {
        const auto isPositive = [](double number) { return number > 0 && std::isfinite(number); };
        if (options.start.size() != problem.low.size() || !std::ranges::all_of(options.start, isPositive))
            return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
        problem.starts = {options.start};
        problem.part = nullptr;
    }
    LikelihoodFit fit;
    const Bounds bounds {logsOf(problem.low), logsOf(problem.high)};
    const Surface surface(problem.whole, fit.evaluations);
    Place start;
    if (options.start.empty()) {
        start = bestStart(Surface(problem.part ? problem.part : problem.whole, fit.evaluations), problem.starts, bounds);
        if (start.at.size() == 0)
            return tl::unexpected(AnalyticsError {Kind::NotConverged, 0});
    } else {
        start.at = bounds.inside(logsOf(options.start));
    }
    start.value = surface(start.at);
    if (!std::isfinite(start.value))
        return tl::unexpected(AnalyticsError {Kind::NotConverged, 0});

    Walk walk = walkFrom(surface, start, bounds);
    if (!walk.converged) {
        if (const auto better = simplexFrom(surface, walk.place, bounds))
            walk = walkFrom(surface, *better, bounds);
    }
    fit.parameters = vectorOf(walk.place.at.array().exp());
    fit.logLikelihood = -walk.place.value;
    fit.level = options.level;
    fit.n = problem.n;
    fit.rows = problem.rows;
    addUncertainty(fit, walk, bounds);
    for (std::size_t i = 0; i < fit.parameters.size(); ++i)
        fit.estimates.push_back(derivedEstimate(fit, [i](std::span<const double> p) { return p[i]; }, Scale::Positive));
    return fit;
}

Estimate derivedEstimate(const LikelihoodFit& fit, const Derived& derived, Scale scale)
{
    Estimate estimate;
    estimate.value = derived(fit.parameters);
    const double centre = onScale(estimate.value, scale);
    const std::optional<double> z = zForLevel(fit.level);
    if (fit.covariance.empty() || !std::isfinite(centre) || !z)
        return estimate;
    VectorXd slope(Eigen::Index(fit.parameters.size()));
    for (std::size_t i = 0; i < fit.parameters.size(); ++i) {
        std::vector<double> moved = fit.parameters;
        moved[i] = fit.parameters[i] * std::exp(kGradientStep);
        const double above = onScale(derived(moved), scale);
        moved[i] = fit.parameters[i] * std::exp(-kGradientStep);
        slope[Eigen::Index(i)] = (above - onScale(derived(moved), scale)) / (2 * kGradientStep);
    }
    const double stdError = std::sqrt(std::max(0.0, slope.dot(covarianceOf(fit) * slope)));
    if (!std::isfinite(stdError))
        return estimate;
    estimate.stdError = stdError * slopeFromScale(estimate.value, scale);
    estimate.low = fromScale(centre - *z * stdError, scale);
    estimate.high = fromScale(centre + *z * stdError, scale);
    return estimate;
}

Estimate drawnEstimate(const LikelihoodFit& fit, const Derived& derived, int draws, std::uint64_t seed)
{
    Estimate estimate;
    estimate.value = derived(fit.parameters);
    if (fit.covariance.empty() || draws < 100 || !zForLevel(fit.level))
        return estimate;
    const Eigen::LLT<MatrixXd> factor(covarianceOf(fit));
    if (factor.info() != Eigen::Success)
        return estimate;
    const VectorXd centre = logsOf(fit.parameters);
    Random random(seed);
    std::vector<double> drawn;
    for (int draw = 0; draw < draws; ++draw) {
        VectorXd normal(centre.size());
        for (double& number : normal)
            number = random.normal();
        const std::vector<double> parameters = vectorOf((centre + factor.matrixL() * normal).array().exp());
        const double value = derived(parameters);
        if (std::isfinite(value))
            drawn.push_back(value);
    }
    if (int(drawn.size()) < draws)
        return estimate; // some parameters that are likely give no number: there is no honest interval
    std::ranges::sort(drawn);
    const auto quantile = [&drawn](double share) {
        const double place = share * double(drawn.size() - 1);
        const auto below = std::size_t(place);
        const double above = drawn[std::min(below + 1, drawn.size() - 1)];
        return drawn[below] + (place - double(below)) * (above - drawn[below]);
    };
    const VectorXd all = Eigen::Map<const VectorXd>(drawn.data(), Eigen::Index(drawn.size()));
    estimate.stdError = std::sqrt((all.array() - all.mean()).square().sum() / double(drawn.size() - 1));
    estimate.low = quantile((1 - fit.level) / 2);
    estimate.high = quantile((1 + fit.level) / 2);
    return estimate;
}

} // namespace lyceum::analytics
