// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/random.h"

#include <bit>
#include <cmath>

namespace lyceum::sample {
namespace {

constexpr quint64 kGolden = 0x9e3779b97f4a7c15u;
constexpr quint64 kMixOne = 0xbf58476d1ce4e5b9u;
constexpr quint64 kMixTwo = 0x94d049bb133111ebu;

/// The inverse of an odd number modulo 2^64, by Newton: each step doubles the right bits, and n itself has three.
constexpr quint64 inverseOf(quint64 n)
{
    quint64 x = n;
    for (int step = 0; step < 5; ++step)
        x *= 2 - n * x;
    return x;
}

constexpr quint64 unshifted(quint64 value, int shift)
{
    quint64 result = value;
    for (int known = shift; known < 64; known += shift)
        result = value ^ (result >> shift);
    return result;
}

} // namespace

quint64 scrambled(quint64 value)
{
    value = (value ^ (value >> 30)) * kMixOne;
    value = (value ^ (value >> 27)) * kMixTwo;
    return value ^ (value >> 31);
}

quint64 unscrambled(quint64 value)
{
    value = unshifted(value, 31) * inverseOf(kMixTwo);
    value = unshifted(value, 27) * inverseOf(kMixOne);
    return unshifted(value, 30);
}

double naturalLog(double x)
{
    int exponent = 0;
    double mantissa = std::frexp(x, &exponent); // exact, in [0.5, 1)
    if (mantissa < 0.70710678118654752) {
        mantissa *= 2;
        --exponent;
    }
    // ln m = 2 artanh s with s = (m-1)/(m+1), |s| < 0.1716: eleven terms leave less than 2^-56.
    const double s = (mantissa - 1) / (mantissa + 1);
    const double square = s * s;
    double sum = 0;
    for (int power = 21; power >= 1; power -= 2)
        sum = sum * square + 1.0 / power;
    return 2 * s * sum + exponent * 0.69314718055994531;
}

double quantileAt(std::span<const Quantile> distribution, double p)
{
    std::size_t upper = 1;
    while (upper + 1 < distribution.size() && distribution[upper].p < p)
        ++upper;
    const Quantile& a = distribution[upper - 1];
    const Quantile& b = distribution[upper];
    return a.value + (b.value - a.value) * ((p - a.p) / (b.p - a.p));
}

Random::Random(quint64 seed, Stream stream, quint64 index)
{
    quint64 state = scrambled(seed + kGolden * (static_cast<quint64>(stream) + 1)) ^ scrambled(index + kMixTwo);
    for (quint64& word : m_state)
        word = scrambled(state += kGolden);
}

quint64 Random::next()
{
    const quint64 result = std::rotl(m_state[1] * 5, 7) * 9;
    const quint64 t = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= t;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

double Random::uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

qint64 Random::below(qint64 n)
{
    Q_ASSERT(n >= 1 && n <= (qint64(1) << 31));
    return static_cast<qint64>(((next() >> 32) * static_cast<quint64>(n)) >> 32);
}

double Random::waiting() { return -naturalLog(1 - uniform()); }

std::size_t Random::weighted(std::span<const int> weights)
{
    qint64 sum = 0;
    for (const int weight : weights)
        sum += weight;
    qint64 left = below(sum);
    std::size_t index = 0;
    while (left >= weights[index])
        left -= weights[index++];
    return index;
}

double Random::from(std::span<const Quantile> distribution) { return quantileAt(distribution, uniform()); }

} // namespace lyceum::sample
