// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customers/bgnbd.h"

#include "analytics/compensatedsum.h"
#include "analytics/customers/hypergeometric.h"
#include "analytics/customers/panels.h"

#include <cmath>
#include <limits>

namespace lyceum::analytics {
namespace {

/// What a likelihood needs of its frequency alone.
struct BgNbdFrequency {
    double constant = 0;
    double logGone = 0; ///< log(a / (b + x - 1)), of having left at the last purchase
    double shape = 0; ///< r + x
    bool repeated = false;

    BgNbdFrequency(const BgNbd& m, std::int64_t frequency)
    {
        const auto x = double(frequency);
        repeated = frequency > 0;
        shape = m.r + x;
        constant = logBeta(m.a, m.b + x) - logBeta(m.a, m.b) + logGamma(m.r + x) - logGamma(m.r) + m.r * std::log(m.alpha);
        logGone = repeated ? std::log(m.a / (m.b + x - 1)) : 0;
    }

    /// log of the odds of having left at the last purchase to being there still.
    [[nodiscard]] double logOddsGone(const BgNbd& m, const CustomerHistory& h) const
    {
        return logGone + shape * std::log((m.alpha + h.age) / (m.alpha + h.recency));
    }

    [[nodiscard]] double logLikelihood(const BgNbd& m, const CustomerHistory& h) const
    {
        const double there = constant - shape * std::log(m.alpha + h.age);
        if (!repeated)
            return there;
        const double odds = logOddsGone(m, h);
        return there + (odds > 0 ? odds + std::log1p(std::exp(-odds)) : std::log1p(std::exp(odds)));
    }
};

/**
 * The sum over n of P(N = n) C_n, where N is how many purchases there would be if nobody left, negative binomial of this shape and mean
 * shape * time / scale, and C_n = sum over k < n of (b)_k / (a + b)_k how many of n the customer stays for.
 */
double purchasesOfOneThere(double shape, double scale, double a, double b, double time)
{
    constexpr double kMaxTerms = 1e7;
    constexpr double kSmall = 1e-280;
    if (time <= 0)
        return 0;
    const double z = time / (scale + time);
    const double mean = shape * time / scale;
    if (!(mean + 40 / -std::log(z) < kMaxTerms))
        return std::numeric_limits<double>::quiet_NaN();
    double logMass = -shape * std::log1p(time / scale);
    double mass = std::exp(logMass);
    double there = 1;
    double stays = 0;
    double sum = 0;
    for (double n = 1; n < kMaxTerms; ++n) {
        stays += there;
        there *= (b + n - 1) / (a + b + n - 1);
        const double factor = (shape + n - 1) / n * z;
        if (mass < kSmall && n <= mean + 1) { // not representable yet
            logMass += std::log(factor);
            mass = std::exp(logMass);
        } else {
            mass *= factor;
        }
        const double term = mass * stays;
        sum += term;
        if (n > mean && factor < 1 && term <= 1e-17 * (1 - factor) * sum) // the rest is about term / (1 - factor)
            break;
    }
    return sum;
}

} // namespace

double logLikelihood(const BgNbd& model, const CustomerHistory& history)
{
    return BgNbdFrequency(model, history.frequency).logLikelihood(model, history);
}

double logLikelihood(const BgNbd& model, std::span<const HistoryGroup> groups)
{
    CompensatedSum sum;
    std::int64_t frequency = 0;
    BgNbdFrequency known(model, frequency);
    for (const HistoryGroup& group : groups) {
        if (group.history.frequency != frequency) {
            frequency = group.history.frequency;
            known = BgNbdFrequency(model, frequency);
        }
        sum.add(double(group.customers) * known.logLikelihood(model, group.history));
    }
    return sum.value();
}

double probabilityAlive(const BgNbd& model, const CustomerHistory& history)
{
    if (history.frequency == 0)
        return 1;
    return 1 / (1 + std::exp(BgNbdFrequency(model, history.frequency).logOddsGone(model, history)));
}

double expectedPurchases(const BgNbd& model, const CustomerHistory& history, double time)
{
    const auto x = double(history.frequency);
    // Who is there after x purchases stayed x times: then the chance to leave is beta(a, b + x).
    return probabilityAlive(model, history) * purchasesOfOneThere(model.r + x, model.alpha + history.age, model.a, model.b + x, time);
}

double expectedPurchases(const BgNbd& model, double time)
{
    return purchasesOfOneThere(model.r, model.alpha, model.a, model.b, time);
}

double discountedPurchases(const BgNbd& model, const CustomerHistory& history, double time, double rate)
{
    // By parts: the integral of exp(-rate u) dE(u) = exp(-rate time) E(time) + rate times the integral of exp(-rate u) E(u) du.
    const auto x = double(history.frequency);
    const double scale = model.alpha + history.age;
    const auto expected = [&](double until) { return purchasesOfOneThere(model.r + x, scale, model.a, model.b + x, until); };
    if (rate <= 0)
        return expectedPurchases(model, history, time);
    // E is smooth in log(1 + u / scale); beyond 45 / rate nothing is worth anything.
    const double until = std::min(time, 45 / rate);
    const double integral = integrateByPanels(0, std::log1p(until / scale), [&](double w) {
        const double u = scale * std::expm1(w);
        return std::exp(w - rate * u) * scale * expected(u);
    });
    const double atEnd = rate * time < 700 ? std::exp(-rate * time) * expected(time) : 0;
    return probabilityAlive(model, history) * (atEnd + rate * integral);
}

double frequencyProbability(const BgNbd& model, std::int64_t frequency, double time)
{
    const auto x = double(frequency);
    const double z = time / (model.alpha + time);
    const double logNone = model.r * std::log(model.alpha / (model.alpha + time));
    double mass = std::exp(logNone); // of just j purchases if nobody left
    double below = 0; // of fewer than x
    for (double j = 0; j < x; ++j) {
        below += mass;
        mass *= (model.r + j) / (j + 1) * z;
    }
    const double stayed = std::exp(logBeta(model.a, model.b + x) - logBeta(model.a, model.b));
    if (frequency == 0)
        return mass;
    const double leftAtLast = std::exp(logBeta(model.a + 1, model.b + x - 1) - logBeta(model.a, model.b));
    return stayed * mass + leftAtLast * std::max(1 - below, 0.0);
}

} // namespace lyceum::analytics
