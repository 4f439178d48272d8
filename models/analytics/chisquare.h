// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace lyceum::analytics {

/// A chi-square statistic with its upper tail probability.
struct ChiSquareTest {
    double chiSquare = 0;
    int df = 0;
    double p = 1; ///< 0 where the probability is below the smallest double: then only log10P tells how small
    double log10P = 0; ///< does not underflow; relative error below 1e-12

    friend bool operator==(const ChiSquareTest&, const ChiSquareTest&) = default;
};

/**
 * The upper tail of the chi-square distribution: P(X >= chiSquare).
 *
 * Where the probability itself would underflow its logarithm comes from Legendre's continued fraction of the incomplete
 * gamma function (DLMF 8.9.2).
 *
 * @return nullopt when chiSquare is negative or not finite, or df < 1.
 */
[[nodiscard]] std::optional<ChiSquareTest> chiSquareTest(double chiSquare, int df);

} // namespace lyceum::analytics
