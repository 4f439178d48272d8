// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/survival/survivalsample.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lyceum::analytics {

/**
 * Walks the distinct exit times of a sample in ascending order and knows, at each, who is at risk: the common ground of
 * every non-parametric estimate in this folder.
 *
 *     while (sweep.next())
 *         use(sweep.time(), sweep.atRisk()[group], sweep.events()[group]);
 *
 * Whole numbers below 2^20 are counted per day (O(n + days x groups)), anything else is sorted (O(n log n)); counts are
 * the same. Reading the spans is valid until the next call of next().
 */
class RiskSweep {
public:
    /// Lengths and values: LengthsDiffer, NotFinite, NegativeTime, EntryNotBeforeExit, BadEvent, BadGroup, of the first
    /// offender. Arguments as over(). O(n).
    [[nodiscard]] static tl::expected<void, AnalyticsError> check(
        const SurvivalSample& sample, std::span<const std::uint32_t> groups = {}, std::size_t groupCount = 1);

    /**
     * @param groups      group of each subject below groupCount; empty: all are group 0
     * @param groupCount  at least 1; every step costs O(groupCount)
     * @return the errors of check(), and EntryNotBeforeExit where near ties make entry and exit one moment
     */
    [[nodiscard]] static tl::expected<RiskSweep, AnalyticsError> over(
        const SurvivalSample& sample, std::span<const std::uint32_t> groups = {}, std::size_t groupCount = 1);

    /// Goes to the next distinct exit time; false when there is none.
    bool next();

    [[nodiscard]] double time() const { return m_time; }
    [[nodiscard]] std::span<const std::int64_t> atRisk() const { return m_atRisk; } ///< by group, just before time()
    [[nodiscard]] std::span<const std::int64_t> events() const { return m_events; } ///< by group, at time()
    [[nodiscard]] std::span<const std::int64_t> censored() const { return m_censored; } ///< by group, at time()

private:
    /// One subject coming or going. The bits of a non-negative double order as the double does.
    struct Mark {
        enum class Kind : std::uint32_t { Event, Censoring, Entry };

        std::uint64_t timeBits = 0;
        std::uint32_t group = 0;
        Kind kind = Kind::Event;

        [[nodiscard]] double time() const;
    };

    explicit RiskSweep(std::size_t groupCount);

    [[nodiscard]] bool countDays(const SurvivalSample& sample, std::span<const std::uint32_t> groups);
    [[nodiscard]] tl::expected<void, AnalyticsError> sortMarks(
        const SurvivalSample& sample, std::span<const std::uint32_t> groups);
    [[nodiscard]] tl::expected<void, AnalyticsError> checkApart(const SurvivalSample& sample) const;
    [[nodiscard]] std::size_t blockEnd(std::size_t begin) const;
    bool nextDay();
    bool nextBlock();

    double m_time = 0;
    std::vector<std::int64_t> m_atRisk;
    std::vector<std::int64_t> m_events;
    std::vector<std::int64_t> m_censored;
    std::vector<std::int64_t> m_entered; ///< by group: those who entered since the last step

    bool m_byDay = false;
    std::size_t m_at = 0; ///< the next day, or the next mark
    std::vector<std::uint32_t> m_exitCounts; ///< by day, group, event flag
    std::vector<std::uint32_t> m_entryCounts; ///< by day, group; empty without entries
    std::vector<Mark> m_marks; ///< by time
    double m_nearness = 0; ///< marks at most this far apart are at the same time
};

} // namespace lyceum::analytics
