// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace lyceum::analytics {

// What a promise of privacy is worth in other units. epsilon and rho are not below 0, delta is strictly between 0 and 1; nullopt outside
// that. Neighbours are two data sets of which one has one member more (add or remove).

/// Every epsilon-private release is epsilon^2 / 2-zCDP.
/// @see Bun & Steinke (2016), TCC, proposition 1.4.
[[nodiscard]] std::optional<double> rhoOfPure(double epsilon);

/**
 * The epsilon that rho-zCDP promises but for delta: the least over alpha > 1 of
 * alpha rho + (log(1 / delta) + (alpha - 1) log(1 - 1 / alpha) - log(alpha)) / (alpha - 1), not below 0. 1e-9 relative.
 * @see Canonne, Kamath & Steinke (2020), corollary 13.
 */
[[nodiscard]] std::optional<double> epsilonOfZcdp(double rho, double delta);

/// The well-known rho + 2 sqrt(rho log(1 / delta)), which is never less.
[[nodiscard]] std::optional<double> simpleEpsilonOfZcdp(double rho, double delta);

/// The other way: the greatest rho whose epsilonOfZcdp() is at most epsilon, 1e-9 relative. epsilon above 0.
[[nodiscard]] std::optional<double> rhoOfApproximate(double epsilon, double delta);

/**
 * The least standard deviation of continuous normal noise that makes a number of this L2 sensitivity (epsilon, delta)-private.
 * For comparison: what is released here has discrete noise. 1e-9 relative.
 * @see Balle & Wang (2018), ICML, theorem 8.
 */
[[nodiscard]] std::optional<double> analyticGaussianSigma(double epsilon, double delta, double sensitivity = 1);

/// The classical sqrt(2 log(1.25 / delta)) sensitivity / epsilon, proved for epsilon below 1 only, and never less.
/// @see Dwork & Roth (2014), theorem A.1.
[[nodiscard]] std::optional<double> classicalGaussianSigma(double epsilon, double delta, double sensitivity = 1);

// What `times` releases of epsilon each promise together; times from 1 to 100 000.

/// times epsilon, with delta 0.
[[nodiscard]] std::optional<double> basicComposition(double epsilon, std::int64_t times);
/// epsilon sqrt(2 times log(1 / delta)) + times epsilon (exp(epsilon) - 1).
/// @see Dwork, Rothblum & Vadhan (2010), FOCS, theorem III.3.
[[nodiscard]] std::optional<double> advancedComposition(double epsilon, std::int64_t times, double delta);
/// The least epsilon of the kind (times - 2 i) epsilon that holds but for delta: nothing better can be said of all private releases.
/// @see Kairouz, Oh & Viswanath (2015), ICML, theorem 3.3. O(times log(times)).
[[nodiscard]] std::optional<double> optimalComposition(double epsilon, std::int64_t times, double delta);

} // namespace lyceum::analytics
