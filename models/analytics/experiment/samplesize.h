// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"

#include <tl/expected.hpp>

#include <cstdint>

namespace lyceum::analytics {

/// What a comparison of two shares shall be able to find.
struct ProportionPlan {
    enum class Form {
        Normal, ///< two-sided z test, variance pooled under "no effect": R's power.prop.test
        Arcsine, ///< Cohen's h on the variance-stabilising scale: R's pwr.2p.test
    };

    double baseline = 0; ///< share in the control, strictly between 0 and 1
    double effect = 0; ///< treatment - control, not 0; baseline + effect strictly between 0 and 1
    double level = 0.95; ///< the test is two-sided at 1 - level; strictly between 0 and 1
    double power = 0.8; ///< strictly between (1 - level) / 2 and 1
    double allocation = 1; ///< members of the treatment for each of the control; from 0.001 to 1000
    Form form = Form::Normal;
};

/// What a comparison of two means shall be able to find.
struct MeanPlan {
    double difference = 0; ///< treatment - control, not 0
    double deviation = 1; ///< standard deviation within a variant, above 0
    double level = 0.95;
    double power = 0.8;
    double allocation = 1;
};

/// How many members an experiment needs.
struct PlannedSize {
    double exact = 0; ///< of the control, before rounding up
    std::int64_t control = 0;
    std::int64_t treatment = 0;
    double power = 0; ///< with these whole numbers
};

/**
 * The size that finds the effect with the power of the plan.
 *
 * Proportions: closed form (Normal) or solved to 1e-12 (Arcsine, which counts both tails as pwr does). Means: noncentral t, the tail
 * of the effect only as R's power.t.test does; at least 2 a variant.
 *
 * @return BadRange for what is outside the domain stated above, BadLevel, TooLarge above 10^12 a variant (effect too small)
 * @see Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, ch. 4; Cohen (1988), ch. 2 and 6.
 */
[[nodiscard]] tl::expected<PlannedSize, AnalyticsError> sampleSize(const ProportionPlan& plan);
[[nodiscard]] tl::expected<PlannedSize, AnalyticsError> sampleSize(const MeanPlan& plan);

/// The power with so many members in the control (any number, at least 1; 2 for means); `plan.power` is not looked at.
[[nodiscard]] tl::expected<double, AnalyticsError> plannedPower(const ProportionPlan& plan, double control);
[[nodiscard]] tl::expected<double, AnalyticsError> plannedPower(const MeanPlan& plan, double control);

/// The smallest effect of the same sign as `plan.effect` that is found with the power of the plan; its size is not looked at.
/// TooFew when not even the largest possible effect is.
[[nodiscard]] tl::expected<double, AnalyticsError> detectableEffect(const ProportionPlan& plan, double control);
[[nodiscard]] tl::expected<double, AnalyticsError> detectableEffect(const MeanPlan& plan, double control);

} // namespace lyceum::analytics
