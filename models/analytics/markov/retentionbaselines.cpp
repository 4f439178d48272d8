// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/markov/retentionbaselines.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

bool isShare(double number) { return number >= 0 && number <= 1; }

/// Steps by where they began and where they went, active or not.
struct ActiveSteps {
    double stayed = 0;
    double fell = 0;
    double returned = 0;
    double remained = 0;

    [[nodiscard]] double all() const { return stayed + fell + returned + remained; }
};

BaselineScore scoreOf(std::string_view name, double afterActive, double afterOther, const ActiveSteps& steps)
{
    const auto squared = [](double p, double yes, double no) { return yes * (1 - p) * (1 - p) + no * p * p; };
    const auto loss = [](double p, double yes, double no) {
        return (yes > 0 ? -yes * std::log(p) : 0) + (no > 0 ? -no * std::log1p(-p) : 0);
    };
    BaselineScore score {name, afterActive, afterOther, 0, {}};
    score.brier = (squared(afterActive, steps.stayed, steps.fell) + squared(afterOther, steps.returned, steps.remained)) / steps.all();
    const double sum = loss(afterActive, steps.stayed, steps.fell) + loss(afterOther, steps.returned, steps.remained);
    if (std::isfinite(sum))
        score.logLoss = sum / steps.all();
    return score;
}

} // namespace

std::optional<double> geometricRetention(double p, double t)
{
    if (!isShare(p) || !(t >= 0) || !std::isfinite(t))
        return std::nullopt;
    return std::pow(p, t);
}

std::optional<double> linearRetention(double wasActive, double base, double slope)
{
    if (!isShare(wasActive) || !std::isfinite(base) || !std::isfinite(slope))
        return std::nullopt;
    return std::clamp(base + slope * wasActive, 0.0, 1.0);
}

std::optional<double> fadingRetention(double wasActive, double k, double factor)
{
    if (!isShare(wasActive) || !isShare(factor) || !(k >= 0) || !std::isfinite(k))
        return std::nullopt;
    return std::pow(factor, k) * wasActive;
}

tl::expected<std::vector<BaselineScore>, AnalyticsError> scoreBaselines(const MarkovChain& chain, std::uint32_t active)
{
    if (chain.order != 1)
        return tl::unexpected(AnalyticsError{Kind::BadRange, 0});
    if (active >= chain.stateCount)
        return tl::unexpected(AnalyticsError{Kind::BadGroup, active});
    if (chain.transitions == 0)
        return tl::unexpected(AnalyticsError{Kind::TooFew, 0});
    ActiveSteps steps;
    for (std::size_t from = 0; from < chain.stateCount; ++from) {
        for (std::size_t to = 0; to < chain.stateCount; ++to) {
            const double count = double(chain.counts[from * chain.stateCount + to]);
            (from == active ? (to == active ? steps.stayed : steps.fell) : (to == active ? steps.returned : steps.remained)) += count;
        }
    }
    const auto ratio = [&](double part, double rest) {
        return part + rest > 0 ? part / (part + rest) : (steps.stayed + steps.returned) / steps.all();
    };
    const double stay = ratio(steps.stayed, steps.fell);
    const double comeBack = ratio(steps.returned, steps.remained);
    return std::vector<BaselineScore> {scoreOf("markov", stay, comeBack, steps), scoreOf("geometric", stay, 0, steps),
        scoreOf("linear", *linearRetention(1), *linearRetention(0), steps),
        scoreOf("fading", *fadingRetention(1, 1), *fadingRetention(0, 1), steps)};
}

} // namespace lyceum::analytics
