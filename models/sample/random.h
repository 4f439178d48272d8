// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <span>

namespace lyceum::sample {

/// What a stream of random numbers is for. One stream a purpose: asking one question more never changes the other answers.
enum class Stream : quint64 { Person, Life, Visits, Mail, Profile, Particulars, Post, Body, Discussion, Comment, Reactions };

/// A point of a cumulative distribution: `value` is reached with probability `p`.
struct Quantile {
    double p;
    double value;
};

/**
 * The same numbers on every platform, from (seed, stream, index): xoshiro256** seeded by splitmix64.
 *
 * The distributions of <random> are left to each library, and log() to each libm; so the few that are needed are here, by
 * inversion, in exact integer arithmetic or in the four operations of IEEE doubles (the folder is built without contraction).
 * @see Blackman & Vigna (2021), ACM TOMS 47(4):36; Steele, Lea & Flood (2014), OOPSLA.
 */
class Random {
public:
    Random(quint64 seed, Stream stream, quint64 index);

    quint64 next();
    double uniform(); ///< [0, 1), 53 bits
    bool chance(double p) { return uniform() < p; } ///< p <= 0 never, p >= 1 always; takes one number in any case
    /// 0 .. n-1; 1 <= n <= 2^31. Biased by less than n / 2^32.
    qint64 below(qint64 n);
    /// low .. high, both included.
    qint64 between(qint64 low, qint64 high) { return low + below(high - low + 1); }
    /// Exponential waiting time, mean 1.
    double waiting();
    /// An index of `weights` (not empty, none negative, sum positive and below 2^31), each as often as its weight says.
    std::size_t weighted(std::span<const int> weights);
    /// From a distribution given by its quantiles: ascending in p from 0 to 1, linear between.
    double from(std::span<const Quantile> distribution);

    template <class Container>
    const auto& oneOf(const Container& values)
    {
        return values[static_cast<typename Container::size_type>(below(static_cast<qint64>(std::size(values))))];
    }

private:
    std::array<quint64, 4> m_state;
};

/// The value at probability `p` of [0, 1]; see Random::from.
[[nodiscard]] double quantileAt(std::span<const Quantile> distribution, double p);

/// ln(x) for finite x > 0, relative error below 1e-15, and the same bits everywhere.
[[nodiscard]] double naturalLog(double x);

/// A bijection of 64-bit numbers that leaves no pattern (the finaliser of splitmix64), and its inverse.
[[nodiscard]] quint64 scrambled(quint64 value);
[[nodiscard]] quint64 unscrambled(quint64 value);

} // namespace lyceum::sample
