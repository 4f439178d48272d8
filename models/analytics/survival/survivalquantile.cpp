// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival/kaplanmeier.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace lyceum::analytics {
namespace {

/// A distribution function rising in steps: from `time` on it is `height`. Missing where the band is not defined.
struct Rise {
    double time = 0;
    std::optional<double> height;
};

/**
 * Where a rising step function reaches p: `findq` of R's quantile.survfit.
 *
 * A band's limit can move back (the upper limit may rise while S falls); the heights are then taken in order of height,
 * as R does.
 */
std::optional<double> whereItReaches(std::span<const Rise> rises, double p)
{
    constexpr double kTolerance = 0x1p-26; // sqrt of the machine epsilon, as in R
    if (p == 0)
        return 0.0;
    std::vector<std::pair<double, double>> byHeight; // height, time; the first time of each height
    for (const Rise& rise : rises) {
        if (rise.height)
            byHeight.emplace_back(*rise.height, rise.time);
    }
    std::ranges::sort(byHeight);
    const auto reached = [&](double height) {
        return std::ranges::lower_bound(byHeight, height, {}, &std::pair<double, double>::first);
    };
    const auto first = reached(p - kTolerance);
    if (first == byHeight.end())
        return std::nullopt;
    // Flat at p to the very end: the flat stretch ends where observation does.
    const std::optional<double>& end = rises.back().height;
    if (end && std::abs(p - *end) < kTolerance)
        return (first->second + rises.back().time) / 2;
    const auto beyond = reached(p + kTolerance);
    if (beyond == byHeight.end())
        return std::nullopt;
    return (first->second + beyond->second) / 2;
}

template <class Height> std::vector<Rise> rising(const SurvivalCurve& curve, Height height)
{
    std::vector<Rise> rises{{0, 0.0}};
    rises.reserve(curve.steps.size() + 1);
    for (const SurvivalStep& step : curve.steps) {
        const std::optional<double> survival = height(step);
        rises.push_back({step.time, survival ? std::optional(1 - *survival) : std::nullopt});
    }
    return rises;
}

} // namespace

TimeQuantile timeQuantile(const SurvivalCurve& curve, double p)
{
    if (!(p >= 0 && p <= 1) || curve.steps.empty())
        return {};
    // The lower limit of S falls to 1 - p first: it gives the lower limit of the time.
    return {whereItReaches(rising(curve, [](const SurvivalStep& step) { return std::optional(step.survival); }), p),
        whereItReaches(rising(curve, [](const SurvivalStep& step) { return step.low; }), p),
        whereItReaches(rising(curve, [](const SurvivalStep& step) { return step.high; }), p)};
}

TimeQuantile medianTime(const SurvivalCurve& curve)
{
    return timeQuantile(curve, 0.5);
}

} // namespace lyceum::analytics
