// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// The chance that a member who left had the higher score of two, one of whom left. Ties count one half.
struct Discrimination {
    Estimate auc; ///< DeLong's standard error; the interval on the log-odds scale. At exactly 0 or 1, and with one member of either kind, none
    std::int64_t events = 0;
    std::int64_t others = 0;
    double level = 0.95;

    friend bool operator==(const Discrimination&, const Discrimination&) = default;
};

/**
 * Area under the ROC curve.
 *
 * @param scores    any increasing measure of risk, finite
 * @param outcomes  1 or 0, as many
 * @return LengthsDiffer, NotFinite, BadEvent, BadLevel, NoVariation (all outcomes are the same)
 * Cost: O(n log n).
 * @see DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44:837-845; Sun & Xu (2014), IEEE Signal Process. Lett. 21:1389-1393 (by ranks).
 */
[[nodiscard]] tl::expected<Discrimination, AnalyticsError> discrimination(
    std::span<const double> scores, std::span<const std::uint8_t> outcomes, double level = 0.95);

/// What acting on the riskiest share of members would catch.
struct LiftStep {
    double share = 0; ///< of all members, the riskiest first
    double caught = 0; ///< of all events, those among them
    double lift = 0; ///< caught / share: how many times better than picking at random

    friend bool operator==(const LiftStep&, const LiftStep&) = default;
};

/**
 * The gain curve at 1 / steps, 2 / steps, ... 1. Where equal scores straddle a border, their events count in proportion, so that the
 * order of rows does not matter.
 *
 * @param steps  1 ... 1000; BadRange otherwise, and the errors of discrimination()
 */
[[nodiscard]] tl::expected<std::vector<LiftStep>, AnalyticsError> liftCurve(
    std::span<const double> scores, std::span<const std::uint8_t> outcomes, int steps = 10);

} // namespace lyceum::analytics
