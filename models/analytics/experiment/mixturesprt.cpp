// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/mixturesprt.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lyceum::analytics {

MixtureSprt::MixtureSprt(double tau, double alpha)
    : m_tauSquared(tau * tau)
    , m_logAlpha(std::log(alpha))
{
    m_answer.low = -std::numeric_limits<double>::infinity();
    m_answer.high = std::numeric_limits<double>::infinity();
}

tl::expected<MixtureSprt, AnalyticsError> MixtureSprt::make(double tau, double level)
{
    if (!(tau >= 1e-100) || !(tau <= 1e100))
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::BadRange, 0});
    if (!(level > 0) || !(level < 1))
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::BadLevel, 0});
    return MixtureSprt(tau, 1 - level);
}

const AlwaysValid& MixtureSprt::look(double difference, double variance)
{
    if (!std::isfinite(difference) || !(variance > 0) || !std::isfinite(variance))
        return m_answer;
    ++m_answer.looks;
    m_answer.difference = difference;
    const double share = m_tauSquared / (variance + m_tauSquared);
    const double logRoot = 0.5 * std::log1p(m_tauSquared / variance); // log sqrt((V + tau^2) / V)
    const double logRatio = 0.5 * share * (difference / variance) * difference - logRoot;
    m_answer.likelihoodRatio = std::exp(logRatio);
    if (-logRatio < m_leastLogP) {
        m_leastLogP = -logRatio;
        m_answer.p = std::exp(m_leastLogP);
    }
    // Where Lambda would be 1 / alpha.
    const double half = std::sqrt(2 * variance / share * (logRoot - m_logAlpha));
    m_answer.low = std::max(m_answer.low, difference - half);
    m_answer.high = std::min(m_answer.high, difference + half);
    if (m_answer.low > m_answer.high) {
        m_answer.low = difference - half;
        m_answer.high = difference + half;
    }
    return m_answer;
}

tl::expected<TwoProportionSprt, AnalyticsError> TwoProportionSprt::make(double tau, double level)
{
    const auto test = MixtureSprt::make(tau, level);
    if (!test)
        return tl::unexpected(test.error());
    return TwoProportionSprt(*test);
}

const AlwaysValid& TwoProportionSprt::look(const ArmCounts& control, const ArmCounts& treatment)
{
    for (const ArmCounts* arm : {&control, &treatment}) {
        if (!arm->isValid() || std::min(arm->events, arm->total - arm->events) < kLeastEvents)
            return m_test.answer();
    }
    m_control = control;
    m_treatment = treatment;
    const double first = control.rate();
    const double second = treatment.rate();
    return m_test.look(second - first, first * (1 - first) / double(control.total) + second * (1 - second) / double(treatment.total));
}

const AlwaysValid& TwoProportionSprt::add(bool isTreatment, bool hasEvent)
{
    ArmCounts& arm = isTreatment ? m_treatment : m_control;
    ++arm.total;
    arm.events += hasEvent ? 1 : 0;
    return look(m_control, m_treatment);
}

tl::expected<MeanSprt, AnalyticsError> MeanSprt::make(double tau, double level)
{
    const auto test = MixtureSprt::make(tau, level);
    if (!test)
        return tl::unexpected(test.error());
    return MeanSprt(*test);
}

const AlwaysValid& MeanSprt::add(bool isTreatment, double value)
{
    constexpr double kLargestValue = 1e150;
    if (!(std::abs(value) <= kLargestValue))
        return m_test.answer();
    Running& arm = isTreatment ? m_treatment : m_control;
    ++arm.n;
    const double off = value - arm.mean;
    arm.mean += off / double(arm.n);
    arm.squares += off * (value - arm.mean);
    if (std::min(m_control.n, m_treatment.n) < kLeastMembers)
        return m_test.answer();
    const auto variance = [](const Running& running) { return running.squares / double(running.n - 1) / double(running.n); };
    return m_test.look(m_treatment.mean - m_control.mean, variance(m_control) + variance(m_treatment));
}

} // namespace lyceum::analytics
