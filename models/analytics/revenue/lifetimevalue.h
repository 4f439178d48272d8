// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"
#include "analytics/revenue/mrrmovements.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace lyceum::analytics {

// What a customer brings over their life, in the forms that go by that name. An expectation, not an amount: a double, in the unit
// of the margin or revenue that was put in. None of them exists at zero churn: a life that never ends has no value, and no tool's 0 is
// one either.

/**
 * revenue / churn: "ARPA over churn". Holds if churn never changes with age.
 *
 * The interval is that of the churn alone (Wilson's, turned over); its upper end is missing where nobody need ever leave.
 *
 * @param revenue  a month, of one customer, finite and not below 0
 * @param churned  of `atRisk` member-months
 * @return an empty optional at no churn; BadLevel, BadValue (revenue), BadCount
 */
[[nodiscard]] tl::expected<std::optional<Estimate>, AnalyticsError> lifetimeValue(
    double revenue, std::int64_t churned, std::int64_t atRisk, double level = 0.95);

/**
 * ChartMogul's: ARPA of a month over the mean customer churn rate of the months before it, that one excluded.
 *
 * @param months  consecutive months of a book; `at` is the index of the one whose ARPA counts
 * @param before  how many months before it are averaged (fewer at the beginning of the book); months that began with nobody are left out
 * @return an empty optional where nobody paid in the month, no month before it has a rate, or the mean is 0; BadRange (`at`, `before`), BadLevel.
 *         The interval is that of the churn of those months pooled, moved to their mean.
 * @see https://help.chartmogul.com/hc/en-us/articles/203359061
 */
[[nodiscard]] tl::expected<std::optional<Estimate>, AnalyticsError> lifetimeValueOfMonth(
    std::span<const MrrPeriod> months, std::size_t at, std::size_t before = 6, double level = 0.95);

/**
 * The discounted value of the months of a survival curve: sum of margin * survival[t] / (1 + discount)^t, paid at the start of
 * each month by those still there.
 *
 * Nothing is added for the time beyond the curve.
 *
 * @param survival  share still there at the start of month t = 0, 1, ...; each in [0, 1], not rising
 * @param discount  a month, above -1
 * @return BadValue (`index`: the share), BadRange (margin or discount)
 */
[[nodiscard]] tl::expected<double, AnalyticsError> lifetimeValueOfCurve(double margin, double discount, std::span<const double> survival);

/**
 * The same for ever, with constant churn: margin (1 + discount) / (discount + churn). margin / churn without discount.
 *
 * @param churn  a month, in [0, 1]
 * @return an empty optional where the sum does not end (churn + discount is not above 0); BadRange
 */
[[nodiscard]] tl::expected<std::optional<double>, AnalyticsError> lifetimeValueAtConstantChurn(double margin, double discount, double churn);

} // namespace lyceum::analytics
