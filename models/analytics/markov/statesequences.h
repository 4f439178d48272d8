// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace lyceum::analytics {

/**
 * The states of each member at equal steps (days, weeks, months), oldest first, one member after another; borrowed.
 *
 * A step that was not observed ends a sequence: what follows it belongs to a sequence of its own.
 */
struct StateSequences {
    std::span<const std::uint32_t> states; ///< each below stateCount
    std::span<const std::size_t> ends; ///< one past the last state of each member, ascending; the last is states.size()
    std::size_t stateCount = 0; ///< at least 1
};

/// Orders that are offered: more than four steps of memory take more members than a community has.
inline constexpr int kMaxMarkovOrder = 4;

/// Cells a table of counts may have: stateCount^(order + 1), 128 MiB of them.
inline constexpr std::size_t kMaxMarkovCells = std::size_t(1) << 24U;

/// BadGroup (a state is not below stateCount; `index` is its place), LengthsDiffer (ends do not ascend to states.size();
/// `index` is the first wrong one), BadRange (no states to tell apart), or nothing. O(n).
[[nodiscard]] tl::expected<void, AnalyticsError> check(const StateSequences& sequences);

} // namespace lyceum::analytics
