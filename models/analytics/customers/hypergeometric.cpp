// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customers/hypergeometric.h"

#include "analytics/quietmath.h"

#include <boost/math/special_functions/gamma.hpp>

#include <cmath>
#include <limits>

namespace lyceum::analytics {
namespace {

constexpr double kSeriesUpTo = 0.25;
constexpr double kNearestToOne = 1e-9;
constexpr double kRelativeError = 1e-16;
constexpr int kMostSteps = 4'000'000;

/// Each term is less than z times the one before, so what is left out is below term z / (1 - z).
double series(double b, double c, double z)
{
    double sum = 1;
    double term = 1;
    for (double n = 0; term * z > kRelativeError * sum * (1 - z); ++n) {
        term *= (b + n) / (c + n) * z;
        sum += term;
    }
    return sum;
}

/// 1 / (1 - k1 z / (1 - k2 z / ...)), forward by the modified Lentz algorithm; no denominator can vanish for 0 < z < 1.
double continuedFraction(double b, double c, double z)
{
    double value = 1;
    double upper = 1;
    double lower = 0;
    int settled = 0;
    for (int step = 1; step < kMostSteps; ++step) {
        const double k = step / 2;
        // The first is b (c - 1) / ((c - 1) c): the factor that may be 0 falls out.
        const double coefficient = step == 1 ? b / c
            : step % 2 == 1                  ? (b + k) * (c + k - 1) / ((c + 2 * k - 1) * (c + 2 * k))
                                             : k * (c - b + k - 1) / ((c + 2 * k - 2) * (c + 2 * k - 1));
        const double partial = -coefficient * z;
        lower = 1 / (1 + partial * lower);
        upper = 1 + partial / upper;
        const double factor = upper * lower;
        value *= factor;
        // Convergence is linear and may be slow: a single small step proves nothing.
        settled = std::abs(factor - 1) < kRelativeError * 4 ? settled + 1 : 0;
        if (settled == 4)
            break;
    }
    return 1 / value;
}

} // namespace

double hypergeometricFromOne(double b, double c, double z)
{
    if (!(b > 0) || !(c > b) || !(z >= 0) || !(1 - z >= kNearestToOne) || !std::isfinite(c))
        return std::numeric_limits<double>::quiet_NaN();
    return z <= kSeriesUpTo ? series(b, c, z) : continuedFraction(b, c, z);
}

double logGamma(double x)
{
    return boost::math::lgamma(x, QuietMath());
}

double logBeta(double a, double b)
{
    return logGamma(a) + logGamma(b) - logGamma(a + b);
}

} // namespace lyceum::analytics
