// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/churn/scoreorder.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

} // namespace

tl::expected<void, AnalyticsError> checkScores(std::span<const double> scores, std::span<const std::uint8_t> outcomes)
{
    if (scores.size() != outcomes.size())
        return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, std::min(scores.size(), outcomes.size())});
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (!std::isfinite(scores[i]))
            return tl::unexpected(AnalyticsError{Kind::NotFinite, i});
        if (outcomes[i] > 1)
            return tl::unexpected(AnalyticsError{Kind::BadEvent, i});
    }
    return {};
}

tl::expected<std::vector<TiedScore>, AnalyticsError> tiedScores(
    std::span<const double> scores, std::span<const std::uint8_t> outcomes)
{
    if (const auto good = checkScores(scores, outcomes); !good)
        return tl::unexpected(good.error());
    std::vector<TiedScore> rows;
    rows.reserve(scores.size());
    std::int64_t events = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        rows.push_back({scores[i], outcomes[i], 1 - std::int64_t(outcomes[i])});
        events += outcomes[i];
    }
    if (events == 0 || events == std::int64_t(rows.size()))
        return tl::unexpected(AnalyticsError{Kind::NoVariation, 0});
    std::ranges::sort(rows, {}, &TiedScore::score);
    std::size_t last = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].score != rows[last].score) {
            rows[++last] = rows[i];
            continue;
        }
        rows[last].events += rows[i].events;
        rows[last].others += rows[i].others;
    }
    rows.resize(last + 1);
    return rows;
}

} // namespace lyceum::analytics
