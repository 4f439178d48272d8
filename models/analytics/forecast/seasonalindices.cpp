// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast/seasonalindices.h"

#include <cmath>
#include <cstdint>
#include <numeric>

namespace lyceum::analytics {

std::vector<double> seasonalIndices(std::span<const double> series, std::size_t period, SeasonKind kind)
{
    const std::size_t n = series.size();
    if (period < 2 || n / period < 2)
        return {};
    // An even period's average has half a weight at either end.
    const bool isEven = period % 2 == 0;
    const std::size_t reach = period / 2;
    std::vector<double> sums(period);
    std::vector<int> counts(period);
    for (std::size_t t = reach; t + reach < n; ++t) {
        double average = 0; // afresh each time: a running sum would carry its rounding along
        for (std::size_t i = t - reach + (isEven ? 1 : 0); i <= t + reach - (isEven ? 1 : 0); ++i)
            average += series[i];
        if (isEven)
            average += 0.5 * (series[t - reach] + series[t + reach]);
        average /= double(period);
        sums[t % period] += kind == SeasonKind::Additive ? series[t] - average : series[t] / average;
        ++counts[t % period];
    }
    for (std::size_t j = 0; j < period; ++j)
        sums[j] /= double(counts[j]);
    const double mean = std::accumulate(sums.begin(), sums.end(), 0.0) / double(period);
    for (double& index : sums)
        index = kind == SeasonKind::Additive ? index - mean : index / mean;
    return sums;
}

bool isSeasonal(std::span<const double> series, std::size_t period)
{
    constexpr double kZ90 = 1.6448536269514722; // two-sided 90 %
    const std::size_t n = series.size();
    if (period < 2 || n / 2 < period || n == 2 * period)
        return false;
    const double mean = std::accumulate(series.begin(), series.end(), 0.0) / double(n);
    const auto covariance = [&](std::size_t lag) {
        double sum = 0;
        for (std::size_t t = lag; t < n; ++t)
            sum += (series[t] - mean) * (series[t - lag] - mean);
        return sum;
    };
    const double variance = covariance(0);
    if (!(variance > 0))
        return false;
    double squares = 0;
    for (std::size_t lag = 1; lag < period; ++lag) {
        const double r = covariance(lag) / variance;
        squares += r * r;
    }
    return std::abs(covariance(period) / variance) > kZ90 * std::sqrt((1 + 2 * squares) / double(n));
}

} // namespace lyceum::analytics
