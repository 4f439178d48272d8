// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/hypergeometric.h"

#include "analytics/quietmath.h"

#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/log1p.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace lyceum::analytics {
namespace {

constexpr double kNegligible = 1e-18; ///< beside the sum a term is added to
const double kLogTwoPi = std::log(2 * std::numbers::pi);

/// log n! less Stirling's approximation of it, n >= 1.
double stirlingError(double n)
{
    if (n <= 15)
        return boost::math::lgamma(n + 1, QuietMath()) - (n + 0.5) * std::log(n) + n - 0.5 * kLogTwoPi;
    const double square = n * n;
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square) / n;
}

/// log of the binomial probability of x among n; p + q = 1, both given so that neither loses digits.
double logBinomial(double x, double n, double p, double q)
{
    if (n == 0)
        return 0;
    if (x == 0)
        return p < 0.1 ? -poissonDeviance(n, n * q) - n * p : n * std::log(q);
    if (x == n)
        return q < 0.1 ? -poissonDeviance(n, n * p) - n * q : n * std::log(p);
    return stirlingError(n) - stirlingError(x) - stirlingError(n - x) - poissonDeviance(x, n * p)
        - poissonDeviance(n - x, n * q) - 0.5 * (kLogTwoPi + std::log(x) + std::log1p(-x / n));
}

} // namespace

double poissonDeviance(double x, double mean)
{
    if (x == 0)
        return mean;
    const double excess = (x - mean) / mean;
    // (1 + u) log(1 + u) - u, whose two terms are almost equal for small u.
    return mean * ((1 + excess) * boost::math::log1pmx(excess, QuietMath()) + excess * excess);
}

Hypergeometric::Hypergeometric(std::int64_t marked, std::int64_t plain, std::int64_t drawn)
    : m_marked(marked)
    , m_plain(plain)
    , m_drawn(drawn)
    , m_low(std::max<std::int64_t>(0, drawn - plain))
    , m_high(std::min(drawn, marked))
{
}

double Hypergeometric::ratio(std::int64_t x) const
{
    return double(m_marked - x) / double(x + 1) * (double(m_drawn - x) / double(m_plain - m_drawn + x + 1));
}

std::int64_t Hypergeometric::mode(double odds) const
{
    std::int64_t from = m_low;
    std::int64_t to = m_high;
    while (from < to) {
        const std::int64_t middle = from + (to - from) / 2;
        if (ratio(middle) * odds >= 1)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

double Hypergeometric::logProbability(std::int64_t x) const
{
    if (m_low == m_high)
        return 0;
    const auto all = double(m_marked + m_plain);
    const double p = double(m_drawn) / all;
    const double q = double(m_marked + m_plain - m_drawn) / all;
    return logBinomial(double(x), double(m_marked), p, q) + logBinomial(double(m_drawn - x), double(m_plain), p, q)
        - logBinomial(double(m_drawn), all, p, q);
}

double Hypergeometric::logUpperTail(std::int64_t x) const
{
    double sum = 1;
    double term = 1;
    const double first = logProbability(x);
    for (; x < m_high && term > kNegligible * sum; ++x)
        sum += term *= ratio(x);
    return std::min(first + std::log(sum), 0.0);
}

double Hypergeometric::logLowerTail(std::int64_t x) const
{
    double sum = 1;
    double term = 1;
    const double first = logProbability(x);
    for (; x > m_low && term > kNegligible * sum; --x)
        sum += term /= ratio(x - 1);
    return std::min(first + std::log(sum), 0.0);
}

double Hypergeometric::logAtLeast(std::int64_t x) const
{
    if (x <= m_low)
        return 0;
    if (x > m_high)
        return -std::numeric_limits<double>::infinity();
    return x > mode() ? logUpperTail(x) : std::log1p(-std::exp(logLowerTail(x - 1)));
}

double Hypergeometric::logAtMost(std::int64_t x) const
{
    if (x >= m_high)
        return 0;
    if (x < m_low)
        return -std::numeric_limits<double>::infinity();
    return x < mode() ? logLowerTail(x) : std::log1p(-std::exp(logUpperTail(x + 1)));
}

Hypergeometric::Shape Hypergeometric::shape(double logOdds, std::int64_t x) const
{
    const double odds = std::exp(logOdds);
    const std::int64_t top = mode(odds);
    double sum = 1;
    double moment = 0; // about the mode
    double atLeast = top >= x ? 1 : 0;
    double atMost = top <= x ? 1 : 0;
    const auto add = [&](std::int64_t at, double weight) {
        sum += weight;
        moment += double(at - top) * weight;
        atLeast += at >= x ? weight : 0;
        atMost += at <= x ? weight : 0;
    };
    double weight = 1;
    for (std::int64_t at = top; at < m_high && weight > kNegligible * sum; ++at)
        add(at + 1, weight *= ratio(at) * odds);
    weight = 1;
    for (std::int64_t at = top; at > m_low && weight > kNegligible * sum; --at)
        add(at - 1, weight /= ratio(at - 1) * odds);
    return {double(top) + moment / sum, atLeast / sum, atMost / sum};
}

} // namespace lyceum::analytics
