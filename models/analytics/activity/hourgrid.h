// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/proportion.h"

#include <tl/expected.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace lyceum::analytics {

/// How far local time is ahead of UTC from an instant on.
struct ZoneOffset {
    std::int64_t from = 0; ///< UTC seconds
    std::int32_t seconds = 0; ///< east of Greenwich, within a day

    friend bool operator==(const ZoneOffset&, const ZoneOffset&) = default;
};

/// Events by local weekday (0 is Monday) and hour.
struct HourGrid {
    struct Cell {
        std::int64_t events = 0;
        std::int64_t seconds = 0; ///< of the window that lay in this hour: an hour that daylight saving skips or repeats is no quieter or busier for it

        friend bool operator==(const Cell&, const Cell&) = default;
    };

    std::array<std::array<Cell, 24>, 7> cells {};
    std::int64_t events = 0; ///< in the window
    std::int64_t eventsOutside = 0;

    friend bool operator==(const HourGrid&, const HourGrid&) = default;
};

/**
 * When the community is awake.
 *
 * @param times    UTC seconds, in any order
 * @param from     of the window ...
 * @param until    ... exclusive
 * @param offsets  of the time zone, ascending; the first holds before as well
 * @return TooFew (no offsets), BadRange (`index`: the offset that is not after the one before or is a day or more; or 0: from >= until, or
 *         one of them beyond +-2^52)
 *
 * Cost: O(n log offsets).
 */
[[nodiscard]] tl::expected<HourGrid, AnalyticsError> hourGrid(
    std::span<const std::int64_t> times, std::int64_t from, std::int64_t until, std::span<const ZoneOffset> offsets);

/// Events an hour in a cell, with Garwood's interval; missing where the window had none of it.
[[nodiscard]] std::optional<Rate> hourlyRate(const HourGrid::Cell& cell, double level = 0.95);

} // namespace lyceum::analytics
