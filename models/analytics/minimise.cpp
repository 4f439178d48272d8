// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/minimise.h"

#include <nlopt.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace lyceum::analytics {
namespace {

constexpr double kNoValue = std::numeric_limits<double>::infinity();

/// NLopt's place of a missing value is the largest double.
double orNoValue(double value)
{
    return value < std::numeric_limits<double>::max() ? value : kNoValue;
}

using Search = std::unique_ptr<std::remove_pointer_t<nlopt_opt>, decltype(&nlopt_destroy)>;

/// What NLopt calls; it knows nothing of NaN.
struct Problem {
    const Function* plain = nullptr;
    const FunctionWithGradient* withGradient = nullptr;
    int evaluations = 0;

    static double evaluate(unsigned n, const double* x, double* gradient, void* self)
    {
        auto& problem = *static_cast<Problem*>(self);
        ++problem.evaluations;
        std::vector<double> unwanted;
        if (problem.withGradient && !gradient) {
            unwanted.resize(n);
            gradient = unwanted.data();
        }
        const double value = problem.plain ? (*problem.plain)({x, n}) : (*problem.withGradient)({x, n}, {gradient, n});
        return std::isfinite(value) ? value : std::numeric_limits<double>::max();
    }
};

Search searchFor(nlopt_algorithm algorithm, Problem& problem, std::size_t parameters, const MinimiseOptions& options)
{
    Search search(nlopt_create(algorithm, unsigned(parameters)), &nlopt_destroy);
    nlopt_set_min_objective(search.get(), &Problem::evaluate, &problem);
    if (!options.low.empty())
        nlopt_set_lower_bounds(search.get(), options.low.data());
    if (!options.high.empty())
        nlopt_set_upper_bounds(search.get(), options.high.data());
    nlopt_set_xtol_rel(search.get(), options.relativeTolerance);
    nlopt_set_ftol_rel(search.get(), options.valueTolerance);
    nlopt_set_maxeval(search.get(), options.maxEvaluations);
    return search;
}

void moveIntoBounds(std::vector<double>& x, const MinimiseOptions& options)
{
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!options.low.empty())
            x[i] = std::max(x[i], options.low[i]);
        if (!options.high.empty())
            x[i] = std::min(x[i], options.high[i]);
    }
}

} // namespace

Minimum minimise(const Function& function, const std::vector<std::vector<double>>& starts, const MinimiseOptions& options)
{
    constexpr int kRestarts = 20; // a simplex can collapse beside the minimum; a fresh one from there goes on
    Minimum best;
    best.value = kNoValue;
    Problem problem {&function, nullptr, 0};
    /// Whether it is worth going on from the best point.
    const auto runFrom = [&](std::vector<double> x, const MinimiseOptions& limits, double stepFactor) {
        moveIntoBounds(x, limits);
        const Search search = searchFor(NLOPT_LN_NELDERMEAD, problem, x.size(), limits);
        std::vector<double> steps(x.size());
        if (nlopt_get_initial_step(search.get(), x.data(), steps.data()) == NLOPT_SUCCESS) {
            for (double& step : steps)
                step *= stepFactor;
            nlopt_set_initial_step(search.get(), steps.data());
        }
        double value = kNoValue;
        const nlopt_result ended = nlopt_optimize(search.get(), x.data(), &value);
        value = orNoValue(value);
        const bool hasConverged = ended > 0 && ended != NLOPT_MAXEVAL_REACHED && std::isfinite(value);
        if (!(value < best.value) && !best.at.empty()) {
            best.converged = best.converged || (hasConverged && value == best.value); // it stays where it was
            return false;
        }
        const bool isSettled = !best.at.empty() && best.value - value <= 1e-12 * (std::abs(value) + 1e-12);
        best.converged = hasConverged;
        best.at = std::move(x);
        best.value = value;
        return !isSettled;
    };
    for (const std::vector<double>& start : starts)
        runFrom(start, options, 1);
    const int evaluationsOfStarts = problem.evaluations;
    MinimiseOptions rest = options;
    // Corners of equal height end a search at once, minimum or not. Other proportions do not meet the same heights again.
    constexpr double kOtherStep = 0.6180339887498949;
    for (int i = 0; i < kRestarts && std::isfinite(best.value); ++i) {
        rest.maxEvaluations = options.maxEvaluations - (problem.evaluations - evaluationsOfStarts);
        if (rest.maxEvaluations <= 0 || !runFrom(best.at, rest, kOtherStep))
            break;
    }
    best.evaluations = problem.evaluations;
    return best;
}

Minimum minimise(const FunctionWithGradient& function, std::vector<double> start, const MinimiseOptions& options)
{
    moveIntoBounds(start, options);
    Problem problem {nullptr, &function, 0};
    const Search search = searchFor(NLOPT_LD_LBFGS, problem, start.size(), options);
    Minimum found;
    found.at = std::move(start);
    found.value = kNoValue;
    const nlopt_result ended = nlopt_optimize(search.get(), found.at.data(), &found.value);
    found.value = orNoValue(found.value);
    // "Roundoff limited" is L-BFGS saying that no step improves any more.
    found.converged = ((ended > 0 && ended != NLOPT_MAXEVAL_REACHED) || ended == NLOPT_ROUNDOFF_LIMITED) && std::isfinite(found.value);
    found.evaluations = problem.evaluations;
    return found;
}

} // namespace lyceum::analytics
