// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/periodindex.h"

#include <tl/expected.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Who was active in which period: a bit for each member and period. Ten million events take some hundredths of a second.
class ActivityGrid {
public:
    /**
     * @param members  who: each below memberCount
     * @param times    when, UTC seconds, as many, in any order
     * @return LengthsDiffer, BadGroup (`index`: the event of a member not below memberCount), TooLarge (more than 2^33 bits)
     */
    [[nodiscard]] static tl::expected<ActivityGrid, AnalyticsError> make(std::span<const std::uint32_t> members,
        std::span<const std::int64_t> times, std::uint32_t memberCount, const PeriodIndex& periods);

    [[nodiscard]] std::uint32_t members() const { return std::uint32_t(m_wasBefore.size()); }
    [[nodiscard]] std::int32_t periods() const { return m_periods; }
    [[nodiscard]] std::int64_t events() const { return m_events; } ///< in the periods
    [[nodiscard]] std::int64_t eventsBefore() const { return m_eventsBefore; } ///< the first period
    [[nodiscard]] std::int64_t eventsAfter() const { return m_eventsAfter; } ///< the last one

    [[nodiscard]] bool wasActiveBefore(std::uint32_t member) const { return m_wasBefore[member] != 0; } ///< before the first period
    [[nodiscard]] bool isActive(std::uint32_t member, std::int32_t period) const
    {
        return (wordsOf(member)[std::size_t(period) / 64] >> (unsigned(period) % 64) & 1U) != 0;
    }
    /// Whether active in any of the periods [from, to), all of which exist.
    [[nodiscard]] bool isActiveIn(std::uint32_t member, std::int32_t from, std::int32_t to) const;
    [[nodiscard]] std::int32_t first(std::uint32_t member) const; ///< active period; -1: none
    [[nodiscard]] std::int32_t last(std::uint32_t member) const; ///< the same

    /// Calls each(period) for the member's active periods from `from` on, ascending, until it answers false.
    template <class Each>
    void forEach(std::uint32_t member, std::int32_t from, Each each) const
    {
        const std::span<const std::uint64_t> words = wordsOf(member);
        for (auto word = std::size_t(from) / 64; word < words.size(); ++word) {
            std::uint64_t left = words[word];
            if (word == std::size_t(from) / 64)
                left &= ~std::uint64_t(0) << (unsigned(from) % 64);
            for (; left != 0; left &= left - 1) {
                if (!each(std::int32_t(word * 64) + std::countr_zero(left)))
                    return;
            }
        }
    }

private:
    [[nodiscard]] std::span<const std::uint64_t> wordsOf(std::uint32_t member) const
    {
        return std::span(m_bits).subspan(member * m_words, m_words);
    }
    template <bool isOneWord>
    bool mark(std::span<const std::uint32_t> members, std::span<const std::int64_t> times, const PeriodIndex& periods, std::size_t& at);

    std::vector<std::uint64_t> m_bits; ///< m_words a member
    std::vector<std::uint8_t> m_wasBefore; ///< one a member
    std::size_t m_words = 0;
    std::int32_t m_periods = 0;
    std::int64_t m_events = 0;
    std::int64_t m_eventsBefore = 0;
    std::int64_t m_eventsAfter = 0;
};

} // namespace lyceum::analytics
