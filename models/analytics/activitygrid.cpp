// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/activitygrid.h"

#include <algorithm>

namespace lyceum::analytics {

/// False at a member who is not there; `at` is the place.
template <bool isOneWord>
bool ActivityGrid::mark(std::span<const std::uint32_t> members, std::span<const std::int64_t> times, const PeriodIndex& periods, std::size_t& at)
{
    const auto memberCount = std::uint32_t(m_wasBefore.size());
    const auto count = std::uint32_t(m_periods);
    const std::size_t words = m_words;
    std::uint64_t* const bits = m_bits.data();
    for (std::size_t i = 0; i < members.size(); ++i) {
        const std::uint32_t member = members[i];
        if (member >= memberCount) {
            at = i;
            return false;
        }
        const std::int32_t found = periods.of(times[i]);
        const auto period = std::uint32_t(found);
        if (period >= count) { // -1 as well
            if (found < 0)
                m_wasBefore[member] = 1;
            ++(found < 0 ? m_eventsBefore : m_eventsAfter);
            continue;
        }
        const std::size_t word = isOneWord ? member : member * words + period / 64;
        bits[word] |= std::uint64_t(1) << (period % 64);
    }
    return true;
}

tl::expected<ActivityGrid, AnalyticsError> ActivityGrid::make(
    std::span<const std::uint32_t> members, std::span<const std::int64_t> times, std::uint32_t memberCount, const PeriodIndex& periods)
{
    using Kind = AnalyticsError::Kind;
    constexpr std::size_t kMostWords = std::size_t(1) << 27U;
    if (members.size() != times.size())
        return tl::unexpected(AnalyticsError {Kind::LengthsDiffer, std::min(members.size(), times.size())});
    ActivityGrid grid;
    grid.m_periods = periods.count();
    grid.m_words = (std::size_t(periods.count()) + 63) / 64;
    if (memberCount > kMostWords / grid.m_words)
        return tl::unexpected(AnalyticsError {Kind::TooLarge, kMostWords * 64});
    grid.m_bits.resize(grid.m_words * memberCount);
    grid.m_wasBefore.resize(memberCount);
    std::size_t at = 0;
    if (!(grid.m_words == 1 ? grid.mark<true>(members, times, periods, at) : grid.mark<false>(members, times, periods, at)))
        return tl::unexpected(AnalyticsError {Kind::BadGroup, at});
    grid.m_events = std::int64_t(members.size()) - grid.m_eventsBefore - grid.m_eventsAfter;
    return grid;
}

bool ActivityGrid::isActiveIn(std::uint32_t member, std::int32_t from, std::int32_t to) const
{
    const std::span<const std::uint64_t> words = wordsOf(member);
    for (std::int32_t period = from; period < to;) {
        const unsigned shift = unsigned(period) % 64;
        const std::int32_t left = std::min(to - period, std::int32_t(64 - shift));
        const std::uint64_t mask = (left == 64 ? ~std::uint64_t(0) : (std::uint64_t(1) << unsigned(left)) - 1) << shift;
        if ((words[std::size_t(period) / 64] & mask) != 0)
            return true;
        period += left;
    }
    return false;
}

std::int32_t ActivityGrid::first(std::uint32_t member) const
{
    const std::span<const std::uint64_t> words = wordsOf(member);
    for (std::size_t word = 0; word < words.size(); ++word) {
        if (words[word] != 0)
            return std::int32_t(word * 64) + std::countr_zero(words[word]);
    }
    return -1;
}

std::int32_t ActivityGrid::last(std::uint32_t member) const
{
    const std::span<const std::uint64_t> words = wordsOf(member);
    for (std::size_t word = words.size(); word-- > 0;) {
        if (words[word] != 0)
            return std::int32_t(word * 64) + 63 - std::countl_zero(words[word]);
    }
    return -1;
}

} // namespace lyceum::analytics
