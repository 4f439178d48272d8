// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace lyceum::analytics {

/**
 * Repeatable random numbers: the same seed gives the same numbers on every platform, which the standard library's
 * distributions do not promise. For simulation and resampling; never for secrets or for privacy.
 *
 * xoshiro256** seeded by splitmix64.
 * @see Blackman & Vigna (2021), ACM Trans. Math. Softw. 47:36.
 */
class Random {
public:
    using result_type = std::uint64_t;

    explicit Random(std::uint64_t seed);

    [[nodiscard]] static constexpr result_type min() { return 0; }
    [[nodiscard]] static constexpr result_type max() { return ~result_type(0); }
    result_type operator()();

    /// In [0, 1), a multiple of 2^-53.
    double uniform();
    /// A whole number in [0, bound), every one equally likely; bound must be at least 1.
    std::uint64_t below(std::uint64_t bound);
    /// Standard normal: the quantile of one uniform number.
    double normal();
    /// Exponential of mean 1.
    double exponential();

private:
    std::array<std::uint64_t, 4> m_state;
};

} // namespace lyceum::analytics
