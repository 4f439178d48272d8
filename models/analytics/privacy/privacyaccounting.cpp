// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/privacy/privacyaccounting.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace lyceum::analytics {
namespace {

constexpr std::int64_t kMostTimes = 100'000;

bool isCost(double number)
{
    return number >= 0 && std::isfinite(number);
}

bool isDelta(double delta)
{
    return delta > 0 && delta < 1;
}

bool isTimes(std::int64_t times)
{
    return times >= 1 && times <= kMostTimes;
}

/// The bound of one alpha = 1 + exp(t).
double epsilonAt(double t, double rho, double delta)
{
    const double excess = std::exp(t); // alpha - 1
    const double alpha = 1 + excess;
    // (alpha - 1) log(1 - 1 / alpha) = excess (t - log alpha)
    return alpha * rho + (-std::log(delta) - std::log1p(excess)) / excess + (t - std::log1p(excess));
}

double normalBelow(double x)
{
    return std::erfc(-x / std::numbers::sqrt2) / 2;
}

/// delta of noise of standard deviation `sigma` on a number of sensitivity 1.
double deltaOfGaussian(double sigma, double epsilon)
{
    return normalBelow(1 / (2 * sigma) - epsilon * sigma) - std::exp(epsilon) * normalBelow(-1 / (2 * sigma) - epsilon * sigma);
}

double logSumExp(double a, double b)
{
    const double greater = std::max(a, b);
    return std::isinf(greater) ? greater : greater + std::log1p(std::exp(std::min(a, b) - greater));
}

} // namespace

std::optional<double> rhoOfPure(double epsilon)
{
    return isCost(epsilon) ? std::optional(epsilon * epsilon / 2) : std::nullopt;
}

std::optional<double> epsilonOfZcdp(double rho, double delta)
{
    if (!isCost(rho) || !isDelta(delta))
        return std::nullopt;
    if (rho == 0)
        return 0.0;
    // Convex in t where it matters; about alpha - 1 = sqrt(log(1 / delta) / rho).
    const double about = std::log(std::max(-std::log(delta), 1e-3) / rho) / 2;
    double low = about - 8;
    double high = about + 8;
    const double ratio = (std::sqrt(5.0) - 1) / 2;
    double left = high - ratio * (high - low);
    double right = low + ratio * (high - low);
    double atLeft = epsilonAt(left, rho, delta);
    double atRight = epsilonAt(right, rho, delta);
    for (int step = 0; step < 120; ++step) {
        if (atLeft < atRight) {
            high = right;
            right = left;
            atRight = atLeft;
            left = high - ratio * (high - low);
            atLeft = epsilonAt(left, rho, delta);
        } else {
            low = left;
            left = right;
            atLeft = atRight;
            right = low + ratio * (high - low);
            atRight = epsilonAt(right, rho, delta);
        }
    }
    return std::max(0.0, std::min(atLeft, atRight));
}

std::optional<double> simpleEpsilonOfZcdp(double rho, double delta)
{
    if (!isCost(rho) || !isDelta(delta))
        return std::nullopt;
    return rho + 2 * std::sqrt(rho * -std::log(delta));
}

std::optional<double> rhoOfApproximate(double epsilon, double delta)
{
    if (!(epsilon > 0) || !std::isfinite(epsilon) || !isDelta(delta))
        return std::nullopt;
    double low = 0;
    double high = epsilon; // epsilonOfZcdp(rho) may be below rho only by what delta forgives
    while (*epsilonOfZcdp(high, delta) < epsilon)
        high *= 2;
    for (int step = 0; step < 200 && high - low > 1e-15 * high; ++step) {
        const double middle = (low + high) / 2;
        (*epsilonOfZcdp(middle, delta) <= epsilon ? low : high) = middle;
    }
    return low; // on the safe side
}

std::optional<double> analyticGaussianSigma(double epsilon, double delta, double sensitivity)
{
    if (!(epsilon > 0) || !std::isfinite(epsilon) || !isDelta(delta) || !(sensitivity > 0) || !std::isfinite(sensitivity))
        return std::nullopt;
    double low = 0;
    double high = 1;
    while (deltaOfGaussian(high, epsilon) > delta)
        high *= 2;
    for (int step = 0; step < 200 && high - low > 1e-15 * high; ++step) {
        const double middle = (low + high) / 2;
        (deltaOfGaussian(middle, epsilon) <= delta ? high : low) = middle;
    }
    return high * sensitivity;
}

std::optional<double> classicalGaussianSigma(double epsilon, double delta, double sensitivity)
{
    if (!(epsilon > 0) || !std::isfinite(epsilon) || !isDelta(delta) || !(sensitivity > 0) || !std::isfinite(sensitivity))
        return std::nullopt;
    return std::sqrt(2 * std::log(1.25 / delta)) * sensitivity / epsilon;
}

std::optional<double> basicComposition(double epsilon, std::int64_t times)
{
    return isCost(epsilon) && isTimes(times) ? std::optional(double(times) * epsilon) : std::nullopt;
}

std::optional<double> advancedComposition(double epsilon, std::int64_t times, double delta)
{
    if (!isCost(epsilon) || !isTimes(times) || !isDelta(delta))
        return std::nullopt;
    return epsilon * std::sqrt(2 * double(times) * -std::log(delta)) + double(times) * epsilon * std::expm1(epsilon);
}

std::optional<double> optimalComposition(double epsilon, std::int64_t times, double delta)
{
    if (!isCost(epsilon) || !isTimes(times) || !isDelta(delta))
        return std::nullopt;
    if (epsilon == 0)
        return 0.0;
    // log of times choose l, and of the (1 + exp(epsilon))^times that all is divided by.
    const auto k = double(times);
    std::vector<double> logChoose(std::size_t(times) + 1);
    for (std::int64_t l = 1; l <= times; ++l)
        logChoose[std::size_t(l)] = logChoose[std::size_t(l - 1)] + std::log((k - double(l) + 1) / double(l));
    const double logAll = k * (epsilon + std::log1p(std::exp(-epsilon)));
    // delta_i = sum over l < i of choose(l) (exp((k - l) epsilon) - exp((k - 2 i + l) epsilon)) grows with i.
    const auto deltaOf = [&](std::int64_t i) {
        double logSum = -HUGE_VAL;
        for (std::int64_t l = 0; l < i; ++l) {
            const double larger = (k - double(l)) * epsilon;
            const double gap = 2 * double(i - l) * epsilon;
            logSum = logSumExp(logSum, logChoose[std::size_t(l)] + larger + std::log(-std::expm1(-gap)) - logAll);
        }
        return std::exp(logSum);
    };
    std::int64_t low = 0; // delta_0 = 0 holds
    std::int64_t high = times / 2 + 1;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (deltaOf(middle) <= delta ? low : high) = middle;
    }
    return (k - 2 * double(low)) * epsilon;
}

} // namespace lyceum::analytics
