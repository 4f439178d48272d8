// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <vector>

namespace lyceum::analytics {

struct MinimiseOptions {
    std::vector<double> low; ///< bounds of each parameter, or empty: none
    std::vector<double> high;
    double relativeTolerance = 1e-10; ///< of the parameters
    double valueTolerance = 1e-15; ///< of the value, relative
    int maxEvaluations = 20'000; ///< of the search from each start, and of all that begin again from the best point together
};

struct Minimum {
    std::vector<double> at;
    double value = 0; ///< infinity where the function had no value at any point tried
    int evaluations = 0;
    bool converged = false; ///< false: stopped by the bound on evaluations, or by a function that gave no number
};

/// f(x); where the function has no value it answers NaN or infinity, which count as worse than everything.
using Function = std::function<double(std::span<const double>)>;
/// f(x), and its gradient into `gradient` (as long as x).
using FunctionWithGradient = std::function<double(std::span<const double> x, std::span<double> gradient)>;

/**
 * The least value of a smooth function of a few parameters (1 to about 10), without derivatives: Nelder-Mead from each start, again from the best
 * point until it stays. Deterministic.
 *
 * @param starts  finite numbers; those outside the bounds are moved onto them; without any, nothing was found (`at` is empty). Where
 *                the function has no value at a start, the search begins blind and often ends there
 * @see Nelder & Mead (1965), Comput. J. 7:308-313, in NLopt's version with bounds (Box 1965).
 */
[[nodiscard]] Minimum minimise(
    const Function& function, const std::vector<std::vector<double>>& starts, const MinimiseOptions& options = {});

/// The same with a gradient, for tens to thousands of parameters: L-BFGS from one start.
/// @see Nocedal (1980), Math. Comput. 35:773-782; Liu & Nocedal (1989), Math. Program. 45:503-528.
[[nodiscard]] Minimum minimise(
    const FunctionWithGradient& function, std::vector<double> start, const MinimiseOptions& options = {});

} // namespace lyceum::analytics
