// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/network/graph.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>

namespace lyceum::analytics {

/// Messages and their answers, as arrays; borrowed. Times are UTC seconds.
struct Conversation {
    std::span<const std::int64_t> joinedAtUtc; ///< one a member
    std::span<const NodeId> authors; ///< one a message
    std::span<const std::int64_t> writtenAtUtc; ///< one a message, in any order
    std::span<const std::uint32_t> answers; ///< one a message: the number of the message it answers, or kNoMessage

    static constexpr std::uint32_t kNoMessage = 0xffffffff;
};

struct NewcomerOptions {
    std::int64_t nowUtc = 0;
    std::int64_t newForSeconds = 30 * 86'400; ///< one is a newcomer so long after joining; above 0
    std::int64_t patienceSeconds = 0; ///< who wrote less than this before now is not yet unanswered; 0 or more
};

/// A newcomer who wrote and to whom nobody else has answered.
struct UnansweredNewcomer {
    NodeId member = 0;
    std::size_t messages = 0; ///< written by now
    std::int64_t firstWrittenAtUtc = 0;
    std::int64_t waitingSeconds = 0; ///< from the first of them to now

    friend bool operator==(const UnansweredNewcomer&, const UnansweredNewcomer&) = default;
};

/**
 * Newcomers nobody answered: joined within newForSeconds before now (that very second excluded, now included), wrote at
 * least once by now, the first time at least patienceSeconds ago, and none of their messages has been answered by somebody
 * else by now. An answer to oneself is none. What was written or answered after now has not happened yet; what a member wrote
 * before joining counts as well (an import may date joining late).
 *
 * @return those who wait longest first, then by member. O(members + messages), and sorting the result.
 *         LengthsDiffer; BadGroup (an author is not below the members, or an answered message not below the messages;
 *         `index` is the message); BadRange (an option is outside its domain).
 */
[[nodiscard]] tl::expected<std::vector<UnansweredNewcomer>, AnalyticsError> unansweredNewcomers(
    const Conversation& conversation, const NewcomerOptions& options);

} // namespace lyceum::analytics
