// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <cstdint>
#include <vector>

namespace lyceum::analytics::fixture {

/// The purchases of tests/data/cohorts/cdnow.csv.
struct Purchases {
    std::vector<std::uint32_t> members; ///< from 0
    std::vector<std::int64_t> times; ///< midnight in UTC
    std::vector<std::int64_t> cents;
    std::uint32_t memberCount = 0;
};

[[nodiscard]] Purchases purchases();
[[nodiscard]] QJsonObject pandas(); ///< what pandas answers about them

/// The starts of the months from the first to the last (both included) and the end of the last, at midnight in UTC. Months are numbers:
/// year * 12 + month - 1.
[[nodiscard]] std::vector<std::int64_t> monthStarts(std::int32_t first, std::int32_t last);
/// The starts of so many days from an instant on, and the end of the last.
[[nodiscard]] std::vector<std::int64_t> dayStarts(std::int64_t first, int days);

inline constexpr std::int32_t kJanuary1997 = 1997 * 12;
inline constexpr std::int32_t kJune1998 = 1998 * 12 + 5;
inline constexpr int kPurchaseDays = 546; ///< 1 January 1997 to 30 June 1998

} // namespace lyceum::analytics::fixture
