// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lyceum::analytics {

/**
 * Gauss's hypergeometric function with a first parameter of one: 2F1(1, b; c; z) = sum of (b)_n / (c)_n z^n.
 *
 * Every 2F1 of the customer models is brought to this form, by Euler's transformation where need be: all its terms are positive, so that
 * nothing cancels, also near z = 1. Up to z = 1/4 the series is summed, above it Gauss's continued fraction, whose coefficients are
 * positive as well. Relative error below 1e-13 for 1 - z >= 1e-3, below 1e-10 for 1 - z >= 1e-6, below 1e-8 down to 1e-9.
 *
 * Cost: about 40 / sqrt(1 - z) steps.
 *
 * @param b  positive
 * @param c  above b
 * @param z  0 <= z <= 1 - 1e-9
 * @return NaN outside the domain
 * @see DLMF 15.2.1, 15.7.1, 15.8.1.
 */
[[nodiscard]] double hypergeometricFromOne(double b, double c, double z);

/// ln Gamma(x) for x > 0, thread-safe, which std::lgamma is not. Boost's relative error.
[[nodiscard]] double logGamma(double x);

/// ln B(a, b) for a, b > 0.
[[nodiscard]] double logBeta(double a, double b);

} // namespace lyceum::analytics
