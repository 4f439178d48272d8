// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customers/bgbb.h"

#include "analytics/compensatedsum.h"
#include "analytics/customers/hypergeometric.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lyceum::analytics {
namespace {

/// log of rising factorials (v)_0 ... (v)_last.
std::vector<double> logRising(double v, std::size_t last)
{
    std::vector<double> logs(last + 1);
    CompensatedSum sum;
    for (std::size_t k = 0; k < last; ++k) {
        sum.add(std::log(v + double(k)));
        logs[k + 1] = sum.value();
    }
    return logs;
}

/// Beta functions of the model over whole numbers up to a bound, each divided by that of the model itself.
class BgBbTables {
public:
    BgBbTables(const BgBb& m, std::size_t last)
        : m_alpha(logRising(m.alpha, last + 1))
        , m_beta(logRising(m.beta, last + 1))
        , m_both(logRising(m.alpha + m.beta, last + 2))
        , m_delta(logRising(m.delta, last + 1))
        , m_leaving(logRising(m.gamma + m.delta, last + 2))
        , m_logGamma(std::log(m.gamma))
    {
    }

    /// log B(alpha + taken, beta + passed) / B(alpha, beta).
    [[nodiscard]] double logTaken(std::size_t taken, std::size_t passed) const
    {
        return m_alpha[taken] + m_beta[passed] - m_both[taken + passed];
    }
    /// log of the probability to be there at `chance`: B(gamma, delta + chance) / B(gamma, delta).
    [[nodiscard]] double logThere(std::size_t chance) const { return m_delta[chance] - m_leaving[chance]; }
    /// log of the probability that `chance` was the last one there.
    [[nodiscard]] double logLast(std::size_t chance) const { return m_logGamma + m_delta[chance] - m_leaving[chance + 1]; }

    [[nodiscard]] double logLikelihood(const CustomerHistory& h) const
    {
        const auto x = std::size_t(h.frequency);
        const auto last = std::size_t(h.recency);
        const auto n = std::size_t(h.age);
        const double there = logTaken(x, n - x) + logThere(n);
        double greatest = there;
        for (std::size_t i = last; i < n; ++i)
            greatest = std::max(greatest, logTaken(x, i - x) + logLast(i));
        double sum = std::exp(there - greatest);
        for (std::size_t i = last; i < n; ++i)
            sum += std::exp(logTaken(x, i - x) + logLast(i) - greatest);
        return greatest + std::log(sum);
    }

private:
    std::vector<double> m_alpha;
    std::vector<double> m_beta;
    std::vector<double> m_both;
    std::vector<double> m_delta;
    std::vector<double> m_leaving;
    double m_logGamma;
};

/// The sum over j = 1 ... time of exp(-rate j) B(gamma, delta + from + j) / B(gamma, delta + from + 1).
double presence(const BgBb& m, double from, double time, double rate)
{
    constexpr double kMostChances = 1e7;
    if (std::isinf(time)) {
        const double factor = std::exp(-rate);
        return factor * hypergeometricFromOne(m.delta + from + 1, m.gamma + m.delta + from + 1, factor);
    }
    if (!(time <= kMostChances))
        return std::numeric_limits<double>::quiet_NaN();
    const double factor = std::exp(-rate);
    CompensatedSum sum;
    double there = factor;
    for (double j = 1; j <= time; ++j) {
        sum.add(there);
        there *= factor * (m.delta + from + j) / (m.gamma + m.delta + from + j);
    }
    return sum.value();
}

} // namespace

double logLikelihood(const BgBb& model, const CustomerHistory& history)
{
    return BgBbTables(model, std::size_t(history.age)).logLikelihood(history);
}

double logLikelihood(const BgBb& model, std::span<const HistoryGroup> groups)
{
    double longest = 0;
    for (const HistoryGroup& group : groups)
        longest = std::max(longest, group.history.age);
    const BgBbTables tables(model, std::size_t(longest));
    CompensatedSum sum;
    for (const HistoryGroup& group : groups)
        sum.add(double(group.customers) * tables.logLikelihood(group.history));
    return sum.value();
}

double probabilityAlive(const BgBb& model, const CustomerHistory& history)
{
    const auto n = std::size_t(history.age);
    const auto x = std::size_t(history.frequency);
    const BgBbTables tables(model, n + 1);
    return std::exp(tables.logTaken(x, n - x) + tables.logThere(n + 1) - tables.logLikelihood(history));
}

double expectedPurchases(const BgBb& model, const CustomerHistory& history, double time)
{
    return discountedPurchases(model, history, time, 0);
}

double expectedPurchases(const BgBb& model, double time)
{
    return model.alpha / (model.alpha + model.beta) * model.delta / (model.gamma + model.delta) * presence(model, 0, time, 0);
}

double discountedPurchases(const BgBb& model, const CustomerHistory& history, double time, double rate)
{
    const double taking = (model.alpha + double(history.frequency)) / (model.alpha + model.beta + history.age);
    return probabilityAlive(model, history) * taking * presence(model, history.age, time, rate);
}

double frequencyProbability(const BgBb& model, std::int64_t frequency, double time)
{
    const auto n = std::size_t(time);
    const auto x = std::size_t(frequency);
    if (x > n)
        return 0;
    const BgBbTables tables(model, n);
    const std::vector<double> factorial = logRising(1, n);
    const auto choose = [&](std::size_t i) { return factorial[i] - factorial[x] - factorial[i - x]; };
    double sum = std::exp(choose(n) + tables.logTaken(x, n - x) + tables.logThere(n));
    for (std::size_t i = x; i < n; ++i)
        sum += std::exp(choose(i) + tables.logTaken(x, i - x) + tables.logLast(i));
    return sum;
}

} // namespace lyceum::analytics
