// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/churn/probabilityscore.h"

#include "analytics/churn/scoreorder.h"
#include "analytics/compensatedsum.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

/// The mean of a loss over rows, never below zero, with its standard error from their spread.
template <class Loss>
Estimate meanLoss(std::size_t rows, double z, Loss loss)
{
    CompensatedSum sum;
    for (std::size_t i = 0; i < rows; ++i)
        sum.add(loss(i));
    const double mean = sum.value() / double(rows);
    CompensatedSum squares;
    for (std::size_t i = 0; i < rows; ++i)
        squares.add((loss(i) - mean) * (loss(i) - mean));
    const double stdError = std::sqrt(squares.value() / double(rows - 1) / double(rows)); // both outcomes are there: at least two rows
    return {mean, stdError, std::max(mean - z * stdError, 0.0), mean + z * stdError};
}

} // namespace

tl::expected<ProbabilityScore, AnalyticsError> scoreProbabilities(
    std::span<const double> probabilities, std::span<const std::uint8_t> outcomes, int bins, double level)
{
    if (const auto good = checkScores(probabilities, outcomes); !good)
        return tl::unexpected(good.error());
    const std::optional<double> z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError{Kind::BadLevel, 0});
    if (bins < 1 || bins > 1000)
        return tl::unexpected(AnalyticsError{Kind::BadRange, 0});
    const auto outside = std::ranges::find_if(probabilities, [](double p) { return p < 0 || p > 1; });
    if (outside != probabilities.end())
        return tl::unexpected(AnalyticsError{Kind::BadValue, std::size_t(outside - probabilities.begin())});
    const std::size_t n = outcomes.size();
    ProbabilityScore score;
    score.rows = std::int64_t(n);
    score.events = std::int64_t(std::ranges::count(outcomes, std::uint8_t(1)));
    score.level = level;
    if (score.events == 0 || score.events == score.rows)
        return tl::unexpected(AnalyticsError{Kind::NoVariation, 0});

    score.brier = meanLoss(n, *z, [&](std::size_t i) {
        const double error = probabilities[i] - double(outcomes[i]);
        return error * error;
    });
    score.logLoss = meanLoss(n, *z, [&](std::size_t i) {
        const double error = outcomes[i] ? 1 - probabilities[i] : probabilities[i];
        return -std::log1p(-std::min(error, 1 - 1e-15));
    });
    for (std::size_t i = 0; i < n; ++i)
        score.cut += std::abs(probabilities[i] - double(outcomes[i])) == 1 ? 1 : 0;

    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t row) { return probabilities[row]; });
    const double mean = double(score.events) / double(n);
    score.uncertainty = mean * (1 - mean);
    CompensatedSum reliability;
    CompensatedSum resolution;
    CompensatedSum within;
    for (std::size_t bin = 0; bin < std::size_t(bins); ++bin) {
        const std::span<const std::size_t> rows
            = std::span(order).subspan(bin * n / std::size_t(bins), (bin + 1) * n / std::size_t(bins) - bin * n / std::size_t(bins));
        if (rows.empty())
            continue;
        CompensatedSum sum;
        std::int64_t events = 0;
        for (const std::size_t row : rows) {
            sum.add(probabilities[row]);
            events += outcomes[row];
        }
        const auto size = double(rows.size());
        const double predicted = sum.value() / size;
        const double observed = double(events) / size;
        reliability.add(size * (predicted - observed) * (predicted - observed));
        resolution.add(size * (observed - mean) * (observed - mean));
        for (const std::size_t row : rows) {
            const double apart = probabilities[row] - predicted;
            within.add(apart * apart - 2 * apart * (double(outcomes[row]) - observed));
        }
        score.bins.push_back({predicted, *wilsonInterval(events, std::int64_t(rows.size()), *z)});
    }
    score.reliability = reliability.value() / double(n);
    score.resolution = resolution.value() / double(n);
    score.withinBins = within.value() / double(n);
    score.skill = 1 - score.brier.value / score.uncertainty;
    return score;
}

} // namespace lyceum::analytics
