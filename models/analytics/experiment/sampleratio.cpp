// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/sampleratio.h"

#include "analytics/experiment/armcounts.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {

tl::expected<SampleRatioTest, AnalyticsError> sampleRatioTest(std::span<const std::int64_t> observed, std::span<const double> weights)
{
    using Kind = AnalyticsError::Kind;
    if (observed.size() != weights.size())
        return tl::unexpected(AnalyticsError {Kind::LengthsDiffer, std::min(observed.size(), weights.size())});
    if (observed.size() < 2)
        return tl::unexpected(AnalyticsError {Kind::TooFew, observed.size()});
    double largest = 0;
    SampleRatioTest result;
    for (std::size_t i = 0; i < observed.size(); ++i) {
        if (observed[i] < 0 || observed[i] > ArmCounts::kMost)
            return tl::unexpected(AnalyticsError {Kind::BadCount, i});
        if (!(weights[i] > 0) || !std::isfinite(weights[i]))
            return tl::unexpected(AnalyticsError {Kind::BadWeight, i});
        result.n += observed[i];
        largest = std::max(largest, weights[i]);
    }
    if (result.n == 0)
        return tl::unexpected(AnalyticsError {Kind::TooFew, 0});
    double total = 0;
    for (const double weight : weights)
        total += weight / largest;
    double statistic = 0;
    bool isSparse = false;
    for (std::size_t i = 0; i < observed.size(); ++i) {
        const double expected = double(result.n) * (weights[i] / largest / total);
        if (!(expected > 0)) // so small beside the others that it underflows
            return tl::unexpected(AnalyticsError {Kind::BadWeight, i});
        const double off = double(observed[i]) - expected;
        statistic += off / expected * off;
        isSparse = isSparse || expected < 5;
        result.expected.push_back(expected);
    }
    const auto test = chiSquareTest(statistic, int(observed.size()) - 1);
    if (!test) // the statistic overflows: a variant that was planned to be empty is not
        return tl::unexpected(AnalyticsError {Kind::BadWeight, 0});
    result.test = *test;
    result.isMismatch = test->p < kSampleRatioAlarm;
    if (isSparse)
        result.warnings.push_back(Warning::TooFew);
    if (result.isMismatch)
        result.warnings.push_back(Warning::SampleRatioMismatch);
    return result;
}

} // namespace lyceum::analytics
