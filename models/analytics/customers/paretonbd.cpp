// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customers/paretonbd.h"

#include "analytics/compensatedsum.h"
#include "analytics/customers/hypergeometric.h"
#include "analytics/customers/panels.h"

#include <cmath>
#include <limits>

namespace lyceum::analytics {
namespace {

/**
 * The logarithm of the integral over tau from `from` to infinity of (alpha + tau)^-(r + x) (beta + tau)^-(s + 1).
 *
 * With M the larger of alpha + from and beta + from, m the smaller and p the exponent of M it is, by Euler's transformation,
 * M^-p m^(p - (r + x + s)) 2F1(1, p; r + x + s + 1; 1 - m / M) / (r + x + s): positive terms only.
 */
double logTailIntegral(const ParetoNbd& m, double x, double from)
{
    const double buying = m.alpha + from;
    const double leaving = m.beta + from;
    const bool isBuyingLarger = buying >= leaving;
    const double larger = isBuyingLarger ? buying : leaving;
    const double smaller = isBuyingLarger ? leaving : buying;
    const double power = isBuyingLarger ? m.r + x : m.s + 1;
    const double all = m.r + x + m.s;
    const double gauss = hypergeometricFromOne(power, all + 1, (larger - smaller) / larger);
    return std::log(gauss / all) - power * std::log(larger) + (power - all) * std::log(smaller);
}

/// What a likelihood needs of its frequency alone.
double constantOf(const ParetoNbd& m, std::int64_t frequency)
{
    return logGamma(m.r + double(frequency)) - logGamma(m.r) + m.r * std::log(m.alpha) + m.s * std::log(m.beta);
}

/// Both parts of a history's likelihood, each without the constant: still there at the age, or gone since the recency.
struct ThereOrGone {
    double logThere = 0;
    double logGone = -std::numeric_limits<double>::infinity();

    ThereOrGone(const ParetoNbd& m, const CustomerHistory& h)
    {
        const auto x = double(h.frequency);
        logThere = -(m.r + x) * std::log(m.alpha + h.age) - m.s * std::log(m.beta + h.age);
        if (h.age <= h.recency)
            return;
        const double since = logTailIntegral(m, x, h.recency);
        const double after = logTailIntegral(m, x, h.age);
        // The difference is small only beside `logThere`, so that its rounding does not show.
        if (since > after)
            logGone = std::log(m.s) + since + std::log(-std::expm1(after - since));
    }

    [[nodiscard]] double log() const
    {
        const double difference = logGone - logThere;
        return difference > 0 ? logGone + std::log1p(std::exp(-difference)) : logThere + std::log1p(std::exp(difference));
    }
};

/// The integral over u from 0 to `time` of exp(-rate u) (scale / (scale + u))^s.
double discountedPresence(double s, double scale, double time, double rate)
{
    if (rate <= 0) {
        const double span = std::log1p(time / scale);
        const double power = 1 - s;
        return scale * (power == 0 ? span : std::expm1(power * span) / power);
    }
    const double until = std::min(time, 45 / rate); // what comes later is worth less than 1e-19
    return integrateByPanels(
        0, std::log1p(until / scale), [&](double w) { return scale * std::exp((1 - s) * w - rate * scale * std::expm1(w)); });
}

} // namespace

double logLikelihood(const ParetoNbd& model, const CustomerHistory& history)
{
    return constantOf(model, history.frequency) + ThereOrGone(model, history).log();
}

double logLikelihood(const ParetoNbd& model, std::span<const HistoryGroup> groups)
{
    CompensatedSum sum;
    std::int64_t frequency = 0;
    double constant = constantOf(model, frequency);
    for (const HistoryGroup& group : groups) {
        if (group.history.frequency != frequency) {
            frequency = group.history.frequency;
            constant = constantOf(model, frequency);
        }
        const double one = constant + ThereOrGone(model, group.history).log();
        if (!std::isfinite(one))
            return std::numeric_limits<double>::quiet_NaN();
        sum.add(double(group.customers) * one);
    }
    return sum.value();
}

double probabilityAlive(const ParetoNbd& model, const CustomerHistory& history)
{
    const ThereOrGone parts(model, history);
    return 1 / (1 + std::exp(parts.logGone - parts.logThere));
}

double expectedPurchases(const ParetoNbd& model, const CustomerHistory& history, double time)
{
    return discountedPurchases(model, history, time, 0);
}

double expectedPurchases(const ParetoNbd& model, double time)
{
    return model.r / model.alpha * discountedPresence(model.s, model.beta, time, 0);
}

double discountedPurchases(const ParetoNbd& model, const CustomerHistory& history, double time, double rate)
{
    // Of who is there at the age, buying is gamma(r + x, alpha + T) and leaving gamma(s, beta + T), independent.
    const double buying = (model.r + double(history.frequency)) / (model.alpha + history.age);
    return probabilityAlive(model, history) * buying * discountedPresence(model.s, model.beta + history.age, time, rate);
}

double frequencyProbability(const ParetoNbd& model, std::int64_t frequency, double time)
{
    const auto x = double(frequency);
    const double constant = logGamma(model.r + x) - logGamma(model.r) - logGamma(x + 1);
    // Of just x purchases within t if there all the time.
    const auto mass = [&](double t) {
        if (t <= 0)
            return frequency == 0 ? 1.0 : 0.0;
        return std::exp(constant - model.r * std::log1p(t / model.alpha) + x * std::log(t / (model.alpha + t)));
    };
    // The moment of leaving has density s beta^s (beta + t)^-(s + 1); all is smooth in log(1 + t / the smaller scale).
    const double scale = std::min(model.alpha, model.beta);
    const double left = integrateByPanels(0, std::log1p(time / scale), [&](double w) {
        const double t = scale * std::expm1(w);
        return mass(t) * model.s / model.beta * std::exp(-(model.s + 1) * std::log1p(t / model.beta) + w) * scale;
    });
    return mass(time) * std::exp(-model.s * std::log1p(time / model.beta)) + left;
}

} // namespace lyceum::analytics
