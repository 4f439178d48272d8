// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/minimise.h"

#include <nlopt.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace lyceum::analytics {
namespace {

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
    best.value = std::numeric_limits<double>::infinity();
    Problem problem {&function, nullptr, 0};
    const auto runFrom = [&](std::vector<double> x) {
        moveIntoBounds(x, options);
        const Search search = searchFor(NLOPT_LN_NELDERMEAD, problem, x.size(), options);
        double value = std::numeric_limits<double>::infinity();
        const nlopt_result ended = nlopt_optimize(search.get(), x.data(), &value);
        const bool isBetter = value < best.value;
        if (isBetter || best.at.empty()) {
            const double gain = best.value - value;
            const bool isSettled = !best.at.empty() && gain <= 1e-12 * (std::abs(value) + 1e-12);
            best.converged = ended > 0 && ended != NLOPT_MAXEVAL_REACHED && std::isfinite(value)
                && value < std::numeric_limits<double>::max();
            best.at = std::move(x);
            best.value = value;
            return !isSettled;
        }
        return false;
    };
    for (const std::vector<double>& start : starts)
        runFrom(start);
    for (int i = 0; i < kRestarts && runFrom(best.at); ++i) { }
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
    const nlopt_result ended = nlopt_optimize(search.get(), found.at.data(), &found.value);
    // "Roundoff limited" is L-BFGS saying that no step improves any more.
    found.converged = (ended > 0 && ended != NLOPT_MAXEVAL_REACHED) || ended == NLOPT_ROUNDOFF_LIMITED;
    found.evaluations = problem.evaluations;
    return found;
}

} // namespace lyceum::analytics
