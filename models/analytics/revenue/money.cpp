// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/money.h"

#include <algorithm>
#include <limits>

namespace lyceum::analytics {
namespace {

constexpr std::int64_t kFactorBound = std::int64_t(1) << 31U;
constexpr std::int64_t kHighestAmount = std::numeric_limits<std::int64_t>::max();

/// What rounding adds to a quotient that was cut towards zero.
std::int64_t roundingStep(std::int64_t quotient, std::int64_t remainder, std::int64_t denominator, Rounding rounding)
{
    if (remainder == 0 || rounding == Rounding::TowardZero)
        return 0;
    const std::int64_t size = remainder < 0 ? -remainder : remainder;
    const std::int64_t away = remainder < 0 ? -1 : 1;
    const std::int64_t rest = denominator - size; // size < denominator < 2^31: nothing overflows
    if (size != rest)
        return size > rest ? away : 0;
    return rounding == Rounding::HalfAwayFromZero || quotient % 2 != 0 ? away : 0;
}

} // namespace

std::optional<std::int64_t> scaledAmount(std::int64_t amount, std::int64_t numerator, std::int64_t denominator, Rounding rounding)
{
    if (denominator <= 0 || denominator >= kFactorBound || numerator <= -kFactorBound || numerator >= kFactorBound)
        return std::nullopt;
    // amount = whole * denominator + part, so the answer is whole * numerator + part * numerator / denominator; the last product is
    // below 2^62, and all terms have the same sign.
    const std::int64_t whole = amount / denominator;
    const std::int64_t part = amount % denominator * numerator;
    const std::int64_t small = part / denominator;
    const std::int64_t step = roundingStep(whole % 2 * (numerator % 2) + small % 2, part % denominator, denominator, rounding);
    if (numerator != 0 && (whole == std::numeric_limits<std::int64_t>::min() || (whole < 0 ? -whole : whole) > kHighestAmount / (numerator < 0 ? -numerator : numerator)))
        return std::nullopt;
    const std::int64_t large = whole * numerator;
    const std::int64_t rest = small + step;
    if (rest > 0 ? large > kHighestAmount - rest : large < -kHighestAmount - rest)
        return std::nullopt;
    return large + rest;
}

std::optional<std::int64_t> monthlyValue(std::int64_t amount, BillingInterval interval, Rounding rounding)
{
    constexpr std::int32_t kLongest = 1200;
    if (interval.count < 1 || interval.count > kLongest)
        return std::nullopt;
    switch (interval.unit) {
    case IntervalUnit::Day:
        return scaledAmount(amount, 365, std::int64_t(12) * interval.count, rounding);
    case IntervalUnit::Week:
        return scaledAmount(amount, 52, std::int64_t(12) * interval.count, rounding);
    case IntervalUnit::Month:
        return scaledAmount(amount, 1, interval.count, rounding);
    case IntervalUnit::Year:
        return scaledAmount(amount, 1, std::int64_t(12) * interval.count, rounding);
    }
    return std::nullopt;
}

std::optional<std::int64_t> earnedUntil(std::int64_t amount, std::int64_t passed, std::int64_t whole)
{
    if (whole <= 0)
        return std::nullopt;
    return scaledAmount(amount, std::clamp<std::int64_t>(passed, 0, whole), whole, Rounding::TowardZero);
}

} // namespace lyceum::analytics
