// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/privacy/discretenoise.h"

#include "analytics/compensatedsum.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace lyceum::analytics {
namespace {

using Wide = boost::multiprecision::uint128_t;

constexpr std::uint64_t kMostScales = 4096;

/// In [0, bound), every one exactly equally likely; bound from 1 to 2^127.
Wide wideBelow(const Wide& bound, Entropy& entropy)
{
    if (bound <= ~std::uint64_t(0))
        return entropy.below(static_cast<std::uint64_t>(bound));
    // As many bits as the bound has; what is not below it is drawn again, less than once on average.
    const unsigned highBits = unsigned(boost::multiprecision::msb(bound)) + 1 - 64;
    const std::uint64_t mask = highBits >= 64 ? ~std::uint64_t(0) : (std::uint64_t(1) << highBits) - 1;
    for (;;) {
        const Wide drawn = (Wide(entropy.bits() & mask) << 64) | Wide(entropy.bits());
        if (drawn < bound)
            return drawn;
    }
}

/// True with probability exp(-numerator / denominator), for a numerator up to the denominator.
template <class Number, class Below>
bool drawUpToOne(const Number& numerator, const Number& denominator, const Below& below)
{
    // K is the first k for which a chance of gamma / k fails; it is odd with probability exp(-gamma).
    std::uint64_t k = 1;
    while (below(Number(denominator * k)) < numerator)
        ++k;
    return k % 2 == 1;
}

bool drawExpMinusOne(Entropy& entropy)
{
    std::uint64_t k = 1;
    while (k == 1 || entropy.below(k) == 0) // a chance of 1 / k
        ++k;
    return k % 2 == 1;
}

bool drawWide(Wide numerator, const Wide& denominator, Entropy& entropy)
{
    while (numerator > denominator) {
        if (!drawExpMinusOne(entropy))
            return false;
        numerator -= denominator;
    }
    // Whoever passes k does so with probability 1 / k!, so that k times the denominator stays in a word.
    constexpr std::uint64_t kWord = std::uint64_t(1) << 40U;
    if (denominator <= kWord) {
        return drawUpToOne(static_cast<std::uint64_t>(numerator), static_cast<std::uint64_t>(denominator),
            [&entropy](std::uint64_t bound) { return entropy.below(bound); });
    }
    return drawUpToOne(numerator, denominator, [&entropy](const Wide& bound) { return wideBelow(bound, entropy); });
}

/// P(k) proportional to exp(-|k| / scale) times s: a whole scale t, then every s neighbours are one.
std::int64_t drawLaplace(std::uint64_t t, std::uint64_t s, Entropy& entropy)
{
    for (;;) {
        const std::uint64_t rest = entropy.below(t);
        if (!drawWide(rest, t, entropy))
            continue;
        std::uint64_t scales = 0;
        while (scales < kMostScales && drawExpMinusOne(entropy))
            ++scales;
        if (scales == kMostScales)
            continue;
        const std::uint64_t size = (rest + t * scales) / s;
        const bool isNegative = entropy.coin();
        if (isNegative && size == 0)
            continue; // else 0 would come twice as often
        return isNegative ? -std::int64_t(size) : std::int64_t(size);
    }
}

/// The whole part of sqrt(a / b).
std::uint64_t wholeRoot(std::uint64_t a, std::uint64_t b)
{
    const std::uint64_t quotient = a / b;
    auto root = std::uint64_t(std::sqrt(double(quotient))); // a first guess, put right below
    while (root * root > quotient)
        --root;
    while ((root + 1) * (root + 1) <= quotient)
        ++root;
    return root;
}

Ratio reduced(const Ratio& ratio)
{
    const std::uint64_t common = std::gcd(ratio.numerator, ratio.denominator);
    return {ratio.numerator / common, ratio.denominator / common};
}

} // namespace

bool drawBernoulliExp(const Ratio& gamma, Entropy& entropy)
{
    return drawWide(gamma.numerator, gamma.denominator, entropy);
}

std::int64_t drawDiscreteLaplace(const Ratio& rate, Entropy& entropy)
{
    const Ratio r = reduced(rate);
    return drawLaplace(r.denominator, r.numerator, entropy);
}

std::int64_t drawDiscreteGaussian(const Ratio& sigma2, Entropy& entropy)
{
    const Ratio r = reduced(sigma2);
    const std::uint64_t a = r.numerator;
    const std::uint64_t b = r.denominator;
    const std::uint64_t t = wholeRoot(a, b) + 1;
    // t^2 b is at most 4 max(a, b), so at most 2^50; with |k| up to 2^12 t the square below stays under 2^125.
    const Wide denominator = Wide(2) * a * b * t * t;
    for (;;) {
        const std::int64_t drawn = drawLaplace(t, 1, entropy);
        const auto size = std::uint64_t(drawn < 0 ? -drawn : drawn);
        // Kept with probability exp(-(|k| - sigma2 / t)^2 / (2 sigma2)).
        const Wide reach = Wide(size) * b * t;
        const Wide distance = reach > a ? Wide(reach - a) : Wide(Wide(a) - reach);
        if (drawWide(distance * distance, denominator, entropy))
            return drawn;
    }
}

NoiseLaw::NoiseLaw(bool isGaussian, double parameter)
    : m_isGaussian(isGaussian)
    , m_parameter(parameter)
{
    if (!isGaussian) {
        m_normaliser = 1 / std::tanh(parameter / 2); // (1 + p) / (1 - p) for p = exp(-rate)
        return;
    }
    // By Poisson's summation: below 1e-16 relative from sigma2 = 4 on it is sqrt(2 pi sigma2) (1 + 2 exp(-2 pi^2 sigma2)).
    constexpr double kLarge = 4;
    if (parameter >= kLarge) {
        m_normaliser = std::sqrt(2 * std::numbers::pi * parameter);
        return;
    }
    CompensatedSum sum;
    sum.add(1);
    for (double k = 1; k * k / (2 * parameter) < 45; ++k)
        sum.add(2 * std::exp(-k * k / (2 * parameter)));
    m_normaliser = sum.value();
}

std::optional<NoiseLaw> NoiseLaw::laplace(double rate)
{
    if (!(rate > 0) || !std::isfinite(rate))
        return std::nullopt;
    return NoiseLaw(false, rate);
}

std::optional<NoiseLaw> NoiseLaw::gaussian(double sigma2)
{
    constexpr double kMost = 1e12;
    if (!(sigma2 > 0) || !(sigma2 <= kMost))
        return std::nullopt;
    return NoiseLaw(true, sigma2);
}

double NoiseLaw::mass(std::int64_t k) const
{
    const double size = std::abs(double(k));
    return std::exp(m_isGaussian ? -size * size / (2 * m_parameter) : -size * m_parameter) / m_normaliser;
}

double NoiseLaw::tail(std::int64_t k) const
{
    if (k < 0)
        return 1;
    if (!m_isGaussian) // 2 p^(k + 1) / (1 + p)
        return 2 * std::exp(-m_parameter * (double(k) + 1)) / (1 + std::exp(-m_parameter));
    constexpr double kSmooth = 1e6; // where the bell itself, half a step on, is the sum to 1e-6 relative
    if (m_parameter > kSmooth)
        return std::erfc((double(k) + 0.5) / std::sqrt(2 * m_parameter));
    CompensatedSum sum;
    for (std::int64_t j = k + 1;; ++j) {
        const double term = mass(j);
        sum.add(2 * term);
        if (term <= 1e-18 * sum.value())
            break;
    }
    return sum.value();
}

double NoiseLaw::variance() const
{
    if (!m_isGaussian) {
        const double p = std::exp(-m_parameter);
        const double q = -std::expm1(-m_parameter);
        return 2 * p / (q * q);
    }
    constexpr double kLarge = 4;
    if (m_parameter >= kLarge)
        return m_parameter;
    CompensatedSum sum;
    for (std::int64_t k = 1; double(k) * double(k) / (2 * m_parameter) < 60; ++k)
        sum.add(2 * double(k) * double(k) * mass(k));
    return sum.value();
}

std::optional<std::int64_t> NoiseLaw::halfWidth(double level) const
{
    if (!(level > 0) || !(level < 1))
        return std::nullopt;
    std::int64_t low = -1; // P(|K| <= low) < level
    std::int64_t high = 1;
    const auto isEnough = [&](std::int64_t k) { return tail(k) <= 1 - level; };
    while (!isEnough(high)) {
        low = high;
        high *= 2;
    }
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (isEnough(middle) ? high : low) = middle;
    }
    return high;
}

double NoiseLaw::delta(double epsilon, std::int64_t shift) const
{
    if (shift == 0)
        return 0;
    // P(k) > exp(epsilon) P(k - d) on one side only; from where the likelihood ratio passes it, outwards.
    const auto d = double(std::abs(shift));
    const double scale = m_isGaussian ? std::sqrt(m_parameter) : 1 / m_parameter;
    const double reach = (m_isGaussian ? 40 : 750) * scale + d;
    CompensatedSum sum;
    const double first = m_isGaussian ? std::ceil(epsilon * m_parameter / d - d / 2) : -reach;
    for (double k = std::max(first, -reach); k <= reach; ++k) {
        const double here = mass(std::int64_t(k));
        const double there = std::exp(epsilon) * mass(std::int64_t(k + d));
        if (here > there)
            sum.add(here - there);
    }
    return sum.value();
}

} // namespace lyceum::analytics
