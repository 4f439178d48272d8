// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/chisquare.h"

#include "analytics/quietmath.h"

#include <boost/math/special_functions/gamma.hpp>

#include <cmath>
#include <numbers>

namespace lyceum::analytics {
namespace {

/// log Q(a, x), the regularised upper incomplete gamma function, for x well above a: modified Lentz on DLMF 8.9.2.
double logUpperGamma(double a, double x)
{
    constexpr double kTiny = 1e-300;
    constexpr double kEnough = 1e-16;
    constexpr int kMostTerms = 10'000; // far above a the fraction settles within some twenty
    double b = x + 1 - a;
    double c = 1 / kTiny;
    double d = 1 / b;
    double fraction = d;
    for (int i = 1; i <= kMostTerms; ++i) {
        const double term = -i * (i - a);
        b += 2;
        d = term * d + b;
        d = 1 / (std::abs(d) < kTiny ? kTiny : d);
        c = b + term / c;
        c = std::abs(c) < kTiny ? kTiny : c;
        const double step = d * c;
        fraction *= step;
        if (std::abs(step - 1) < kEnough)
            break;
    }
    return a * std::log(x) - x - boost::math::lgamma(a, QuietMath()) + std::log(fraction);
}

} // namespace

std::optional<ChiSquareTest> chiSquareTest(double chiSquare, int df)
{
    if (!std::isfinite(chiSquare) || chiSquare < 0 || df < 1)
        return std::nullopt;
    // Above this the tail is an ordinary number with all its digits; below it becomes subnormal and then 0.
    constexpr double kComfortable = 1e-280;
    const double a = 0.5 * df;
    const double x = 0.5 * chiSquare;
    const double p = boost::math::gamma_q(a, x, QuietMath());
    const double log10P = p > kComfortable ? std::log10(p) : logUpperGamma(a, x) / std::numbers::ln10;
    return ChiSquareTest{chiSquare, df, p, log10P};
}

} // namespace lyceum::analytics
