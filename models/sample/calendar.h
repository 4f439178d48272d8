// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace lyceum::sample {

inline constexpr qint64 kHour = 3600;
inline constexpr qint64 kDay = 24 * kHour;

/// The same day of the month and second of the day, `months` calendar months later (UTC; negative: earlier); the 31st becomes
/// the last day of a shorter month. Always counted from the first date, so that a renewal on the 31st comes back to the 31st.
[[nodiscard]] qint64 addMonths(qint64 utc, int months);

/// Calendar month of an instant in UTC: 1 .. 12.
[[nodiscard]] int monthOf(qint64 utc);

/// Moves an instant within its day (of the sample's home, eight hours east of Greenwich) to when people are awake. Keeps order.
[[nodiscard]] qint64 atHumanHour(qint64 utc);

} // namespace lyceum::sample
