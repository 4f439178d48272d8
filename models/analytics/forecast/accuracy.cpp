// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast/accuracy.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lyceum::analytics {

void AccuracyTally::add(const ForecastStep& step, double actual, double scale)
{
    constexpr std::array kQuantiles {0.025, 0.1, 0.5, 0.9, 0.975};
    const double error = actual - step.mean;
    ++m_n;
    m_errors.add(error);
    m_absolute.add(std::abs(error));
    m_squares.add(error * error);
    m_relative.add(symmetricPercentageError(step.mean, actual));
    if (scale > 0) {
        ++m_scaled;
        m_scaledErrors.add(std::abs(error) / scale);
    }
    m_crps.add(crpsOf(step, actual));
    std::array<double, kQuantiles.size()> at {};
    double loss = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        at[i] = quantileOf(step, kQuantiles[i]);
        loss += pinballLoss(at[i], kQuantiles[i], actual);
    }
    m_pinball.add(loss / double(at.size()));
    m_inside95 += actual >= at[0] && actual <= at[4] ? 1 : 0;
    m_inside80 += actual >= at[1] && actual <= at[3] ? 1 : 0;
}

Accuracy AccuracyTally::result() const
{
    Accuracy accuracy;
    if (m_n == 0)
        return accuracy;
    const double n = double(m_n);
    accuracy.n = m_n;
    accuracy.meanError = m_errors.value() / n;
    accuracy.mae = m_absolute.value() / n;
    accuracy.rmse = std::sqrt(m_squares.value() / n);
    accuracy.smape = m_relative.value() / n;
    if (m_scaled == m_n)
        accuracy.mase = m_scaledErrors.value() / n;
    accuracy.coverage80 = wilsonInterval(m_inside80, m_n);
    accuracy.coverage95 = wilsonInterval(m_inside95, m_n);
    accuracy.crps = m_crps.value() / n;
    accuracy.pinball = m_pinball.value() / n;
    return accuracy;
}

double symmetricPercentageError(double forecast, double actual)
{
    const double size = std::abs(forecast) + std::abs(actual);
    return size > 0 ? 200 * std::abs(forecast - actual) / size : 0;
}

double naiveScale(std::span<const double> series, std::size_t period)
{
    const std::size_t lag = std::max<std::size_t>(period, 1);
    if (series.size() <= lag)
        return 0;
    CompensatedSum sum;
    for (std::size_t t = lag; t < series.size(); ++t)
        sum.add(std::abs(series[t] - series[t - lag]));
    return sum.value() / double(series.size() - lag);
}

Accuracy accuracyOf(const Forecast& forecast, std::span<const double> actual, std::span<const double> past, std::size_t period)
{
    const double scale = naiveScale(past, period);
    AccuracyTally tally;
    for (std::size_t h = 0; h < std::min(forecast.steps.size(), actual.size()); ++h)
        tally.add(forecast.steps[h], actual[h], scale);
    return tally.result();
}

} // namespace lyceum::analytics
