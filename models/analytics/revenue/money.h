// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace lyceum::analytics {

// Money is whole minor units (cents) of one currency in std::int64_t. No floating-point number touches it; where a division does not
// come out even, the rule by which it is rounded is an argument.

/// What happens to the part of a minor unit.
enum class Rounding {
    HalfAwayFromZero, ///< the commercial rule: 0.5 to 1, -0.5 to -1
    HalfToEven, ///< the bankers' rule
    TowardZero, ///< cut off
};

enum class IntervalUnit { Day, Week, Month, Year };

/// How often a price is paid: every `count` units. Three months are a quarter.
struct BillingInterval {
    IntervalUnit unit = IntervalUnit::Month;
    std::int32_t count = 1; ///< 1 ... 1200

    friend bool operator==(const BillingInterval&, const BillingInterval&) = default;
};

/**
 * amount * numerator / denominator, exact before it is rounded once.
 *
 * @param numerator    |numerator| < 2^31
 * @param denominator  0 < denominator < 2^31
 * @return nullopt outside the domain, or where the result does not fit
 */
[[nodiscard]] std::optional<std::int64_t> scaledAmount(
    std::int64_t amount, std::int64_t numerator, std::int64_t denominator, Rounding rounding = Rounding::HalfAwayFromZero);

/**
 * What a price is worth a month: a year's divided by 12, a week's times 52/12, a day's times 365/12, rounded once.
 *
 * 99.00 a year is 8.25; 100.00 a year is 8.33, and the 4 cents that twelve times 8.33 lack are in no month's MRR: MRR is a
 * rate, not income. Income that adds up is earnedUntil()'s.
 *
 * @return nullopt for a count outside 1 ... 1200, or where the result does not fit
 */
[[nodiscard]] std::optional<std::int64_t> monthlyValue(
    std::int64_t amount, BillingInterval interval, Rounding rounding = Rounding::HalfAwayFromZero);

/**
 * The part of a prepaid amount earned after `passed` of `whole` equal parts, cut towards zero, so that the parts of consecutive times
 * add up to the amount exactly: nothing is lost and nothing invented.
 *
 * @param passed  below 0 counts as 0, above `whole` as `whole`
 * @param whole   0 < whole < 2^31, else nullopt
 */
[[nodiscard]] std::optional<std::int64_t> earnedUntil(std::int64_t amount, std::int64_t passed, std::int64_t whole);

} // namespace lyceum::analytics
