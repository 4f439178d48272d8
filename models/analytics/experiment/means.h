// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// What Welch's test needs to know of a variant.
struct SampleMoments {
    std::int64_t n = 0;
    double mean = 0;
    double variance = 0; ///< divided by n - 1; 0 for one observation

    friend bool operator==(const SampleMoments&, const SampleMoments&) = default;
};

/// Two passes; relative error of both below 1e-12 whatever the mean is, if the deviation is above 1e-8 of it. O(n).
/// @return TooFew (none), NotFinite, BadValue (above 1e150 in size: its square has no room), index: the observation
[[nodiscard]] tl::expected<SampleMoments, AnalyticsError> momentsOf(std::span<const double> values);

/// The mean with its error and Student's interval, both missing for one observation. nullopt for none, or a level not between 0 and 1.
[[nodiscard]] std::optional<Estimate> meanOf(const SampleMoments& moments, double level = 0.95);

/// Two means compared without supposing equal variances, treatment - control.
struct WelchTest {
    SampleMoments control;
    SampleMoments treatment;
    Estimate difference;
    double t = 0;
    double df = 0; ///< Welch and Satterthwaite's
    double p = 1; ///< two-sided
    double level = 0.95;
    std::vector<Warning> warnings; ///< TooFew: below 30 in a variant the mean may not be normal enough

    friend bool operator==(const WelchTest&, const WelchTest&) = default;
};

/// As R's t.test(treatment, control). One variant may be constant.
/// @return BadLevel, TooFew (fewer than two in a variant), NotFinite (index 0 control, 1 treatment), NoVariation when both are constant. O(1).
/// @see Welch (1947), Biometrika 34:28-35; Satterthwaite (1946), Biometrics Bull. 2:110-114.
[[nodiscard]] tl::expected<WelchTest, AnalyticsError> welchTest(
    const SampleMoments& control, const SampleMoments& treatment, double level = 0.95);

/// The outcome of a variant's members, and the same thing (or another that goes with it) measured before the experiment.
struct PairedSample {
    std::span<const double> outcome;
    std::span<const double> before; ///< as long
};

/// A comparison of means with the part that was there before taken out.
struct CupedTest {
    WelchTest adjusted;
    WelchTest plain;
    double theta = 0; ///< outcome explained by one unit of before
    double varianceRatio = 1; ///< variance of the adjusted outcome beside the plain one: 0.25 is as good as four times the members
};

/**
 * CUPED: outcome - theta (before - its mean over both variants), then Welch's test.
 *
 * theta is the slope over all members of both variants together, which is the choice that makes the variance least when the
 * treatment cannot have changed what came before it. The estimate is unbiased only then.
 *
 * @return LengthsDiffer, NotFinite, BadValue (index: the row, the treatment's counted after the control's; before after outcome),
 *         NoVariation (before is constant), and the errors of welchTest. O(n); relative error below 1e-11.
 * @see Deng, Xu, Kohavi & Walker (2013), "Improving the sensitivity of online controlled experiments by utilizing pre-experiment
 *      data", WSDM.
 */
[[nodiscard]] tl::expected<CupedTest, AnalyticsError> cuped(
    const PairedSample& control, const PairedSample& treatment, double level = 0.95);

} // namespace lyceum::analytics
