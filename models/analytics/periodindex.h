// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"

#include <tl/expected.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lyceum::analytics {

/**
 * Says in which of many periods (days, weeks, months) an instant lies: period k is [starts[k], starts[k + 1]).
 *
 * The periods come as instants from whoever knows calendars and time zones, so that a day of 23 or 25 hours is as right as any
 * other. A question costs a table look-up, about a nanosecond, whatever the order of the instants.
 */
class PeriodIndex {
public:
    /**
     * @param starts  UTC seconds, strictly ascending: the start of each period, and at last the end of the last one. At least 2.
     * @return TooFew, BadRange (`index` is the first start that is not after the one before it, or is beyond +-2^52), TooLarge
     *         (more than 2^24 periods)
     */
    [[nodiscard]] static tl::expected<PeriodIndex, AnalyticsError> make(std::span<const std::int64_t> starts);

    [[nodiscard]] std::int32_t count() const { return std::int32_t(m_starts.size()) - 1; }
    [[nodiscard]] std::int64_t start(std::int32_t period) const { return m_starts[std::size_t(period)]; }
    [[nodiscard]] std::int64_t end() const { return m_starts.back(); } ///< of the last period, exclusive
    /// Whether both are the same periods.
    friend bool operator==(const PeriodIndex& a, const PeriodIndex& b) { return a.m_starts == b.m_starts; }

    /// The period of an instant; -1 before the first, count() from the end of the last on.
    [[nodiscard]] std::int32_t of(std::int64_t instant) const
    {
        if (instant < m_starts.front())
            return -1;
        if (instant >= m_starts.back())
            return count();
        const auto bucket = std::size_t(std::uint64_t(instant - m_starts.front()) >> m_shift);
        std::int32_t period = m_firstOf[bucket];
        if (m_firstOf[bucket + 1] - period > kFewPeriods) {
            const auto from = m_starts.begin() + period;
            return std::int32_t(std::upper_bound(from, m_starts.end(), instant) - m_starts.begin()) - 1;
        }
        while (instant >= m_starts[std::size_t(period) + 1])
            ++period;
        return period;
    }

private:
    static constexpr std::int32_t kFewPeriods = 8; ///< in one bucket: up to here walking is quicker than halving

    std::vector<std::int64_t> m_starts;
    /// The period of the first instant of each bucket of 2^m_shift seconds, and one bucket more.
    std::vector<std::int32_t> m_firstOf;
    unsigned m_shift = 0;
};

} // namespace lyceum::analytics
