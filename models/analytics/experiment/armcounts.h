// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace lyceum::analytics {

/// One variant of an experiment whose outcome is yes or no: how many saw it, and how many of them did what was hoped for.
struct ArmCounts {
    static constexpr std::int64_t kMost = std::int64_t(1) << 40; ///< so that sums and doubles stay exact

    std::int64_t events = 0; ///< 0 <= events <= total
    std::int64_t total = 0; ///< at most kMost

    [[nodiscard]] bool isValid() const { return events >= 0 && events <= total && total <= kMost; }
    [[nodiscard]] double rate() const { return double(events) / double(total); } ///< total > 0

    friend bool operator==(const ArmCounts&, const ArmCounts&) = default;
};

} // namespace lyceum::analytics
