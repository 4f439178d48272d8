// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/privacy/entropy.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>

namespace lyceum::analytics {

/// A positive number as numerator / denominator, both from 1 to 2^48.
struct Ratio {
    std::uint64_t numerator = 1;
    std::uint64_t denominator = 1;

    [[nodiscard]] double value() const { return double(numerator) / double(denominator); }
    friend bool operator==(const Ratio&, const Ratio&) = default;
};

/*
 * Samplers. Textbook noise, -log of a uniform double, leaks the secret through its low bits (Mironov 2012). Here nothing on the way is a
 * floating-point number: all is whole, and probabilities are exactly what they are said to be, but for values beyond 4 096 scales,
 * which are drawn again (together less likely than exp(-4096)).
 *
 * How long a draw takes depends on the noise, never on the data: draw before the secret is added, not while somebody times it.
 */

/// True with probability exp(-gamma). O(1 + gamma) expected.
[[nodiscard]] bool drawBernoulliExp(const Ratio& gamma, Entropy& entropy);

/**
 * Discrete Laplace: P(k) proportional to exp(-|k| rate). With a rate of epsilon / L1 sensitivity a count is epsilon-private.
 * @see Canonne, Kamath & Steinke (2020), The discrete Gaussian for differential privacy, algorithm 2; Ghosh, Roughgarden & Sundararajan
 *      (2012), SIAM J. Comput. 41:1673-1693.
 */
[[nodiscard]] std::int64_t drawDiscreteLaplace(const Ratio& rate, Entropy& entropy);

/**
 * Discrete Gaussian: P(k) proportional to exp(-k^2 / (2 sigma2)). A count of L2 sensitivity D becomes D^2 / (2 sigma2)-zCDP.
 * @param sigma2  its parameter, which its variance is nearly for sigma2 >= 1
 * @see Canonne, Kamath & Steinke (2020), algorithm 3.
 */
[[nodiscard]] std::int64_t drawDiscreteGaussian(const Ratio& sigma2, Entropy& entropy);

/**
 * The law of either noise, for intervals, accounting and tests; floating point, since it is public. Relative error below 1e-12.
 */
class NoiseLaw {
public:
    /// nullopt unless the parameter is positive and finite (and sigma2 at most 1e12).
    [[nodiscard]] static std::optional<NoiseLaw> laplace(double rate);
    [[nodiscard]] static std::optional<NoiseLaw> gaussian(double sigma2);

    [[nodiscard]] double mass(std::int64_t k) const; ///< P(K = k)
    [[nodiscard]] double tail(std::int64_t k) const; ///< P(|K| > k); with the Gaussian O(sigma), and 1e-6 relative for sigma2 above 10^6
    [[nodiscard]] double variance() const;
    /// The least k with P(|K| <= k) >= level; level strictly between 0 and 1, else nullopt.
    [[nodiscard]] std::optional<std::int64_t> halfWidth(double level) const;
    /// The least delta of (epsilon, delta)-privacy for two data sets that differ by `shift`: the sum of what exceeds the ratio.
    [[nodiscard]] double delta(double epsilon, std::int64_t shift = 1) const;

private:
    NoiseLaw(bool isGaussian, double parameter);

    bool m_isGaussian = false;
    double m_parameter = 1;
    double m_normaliser = 1; ///< sum of the unnormalised masses
};

} // namespace lyceum::analytics
