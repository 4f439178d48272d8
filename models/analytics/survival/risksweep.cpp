// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival/risksweep.h"

#include "analytics/compensatedsum.h"
#include "analytics/survival/moments.h"

#include <boost/sort/spreadsort/integer_sort.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr std::size_t kMostDays = std::size_t(1) << 20; // 2 800 years

/// Counters (two a day and group) worth having: for few subjects on many days sorting is cheaper than clearing them.
std::size_t mostCounters(std::size_t subjects)
{
    constexpr std::size_t kAlways = 4096;
    constexpr std::size_t kPerSubject = 16;
    constexpr std::size_t kMost = std::size_t(1) << 23; // 32 MiB
    return std::min(kMost, kAlways + kPerSubject * std::min(subjects, kMost));
}

bool isDay(double time)
{
    // The comparison comes first: it is false for NaN, and converting what does not fit is undefined.
    return time >= 0 && time < double(kMostDays) && double(std::uint32_t(time)) == time;
}

tl::unexpected<AnalyticsError> failure(Kind kind, std::size_t index)
{
    return tl::unexpected(AnalyticsError{kind, index});
}

tl::expected<void, AnalyticsError> checkLengths(const SurvivalSample& sample, std::span<const std::uint32_t> groups)
{
    const std::size_t n = sample.times.size();
    if (sample.events.size() != n)
        return failure(Kind::LengthsDiffer, std::min(n, sample.events.size()));
    if (!sample.entries.empty() && sample.entries.size() != n)
        return failure(Kind::LengthsDiffer, std::min(n, sample.entries.size()));
    if (!groups.empty() && groups.size() != n)
        return failure(Kind::LengthsDiffer, std::min(n, groups.size()));
    return {};
}

} // namespace

double RiskSweep::Mark::time() const
{
    return std::bit_cast<double>(timeBits);
}

RiskSweep::RiskSweep(std::size_t groupCount)
    : m_atRisk(groupCount)
    , m_events(groupCount)
    , m_censored(groupCount)
    , m_entered(groupCount)
{
}

tl::expected<void, AnalyticsError> RiskSweep::check(
    const SurvivalSample& sample, std::span<const std::uint32_t> groups, std::size_t groupCount)
{
    if (auto lengths = checkLengths(sample, groups); !lengths)
        return lengths;
    if (groupCount == 0)
        return failure(Kind::BadGroup, 0);
    for (std::size_t i = 0; i < sample.times.size(); ++i) {
        const double time = sample.times[i];
        const double entry = sample.entries.empty() ? 0 : sample.entries[i];
        if (!std::isfinite(time) || !std::isfinite(entry))
            return failure(Kind::NotFinite, i);
        if (time < 0 || entry < 0)
            return failure(Kind::NegativeTime, i);
        if (!sample.entries.empty() && entry >= time)
            return failure(Kind::EntryNotBeforeExit, i);
        if (sample.events[i] > 1)
            return failure(Kind::BadEvent, i);
        if (!groups.empty() && groups[i] >= groupCount)
            return failure(Kind::BadGroup, i);
    }
    return {};
}

tl::expected<RiskSweep, AnalyticsError> RiskSweep::over(
    const SurvivalSample& sample, std::span<const std::uint32_t> groups, std::size_t groupCount)
{
    if (auto lengths = checkLengths(sample, groups); !lengths)
        return tl::unexpected(lengths.error());
    if (groupCount == 0)
        return failure(Kind::BadGroup, 0);
    RiskSweep sweep(groupCount);
    sweep.m_byDay = sweep.countDays(sample, groups);
    if (!sweep.m_byDay) {
        if (auto values = check(sample, groups, groupCount); !values)
            return tl::unexpected(values.error());
        if (auto sorted = sweep.sortMarks(sample, groups); !sorted)
            return tl::unexpected(sorted.error());
    }
    if (!sample.entries.empty())
        return sweep; // nobody is at risk before the first entry
    if (groups.empty())
        sweep.m_atRisk[0] = std::int64_t(sample.times.size());
    for (const std::uint32_t group : groups)
        ++sweep.m_atRisk[group];
    return sweep;
}

/// Counts exits and entries per day; false, with nothing kept, when a value is not a day or not valid at all.
bool RiskSweep::countDays(const SurvivalSample& sample, std::span<const std::uint32_t> groups)
{
    const std::size_t n = sample.times.size();
    const std::size_t groupCount = m_atRisk.size();
    if (n > std::numeric_limits<std::uint32_t>::max())
        return false;
    const std::size_t mostDays = std::min(kMostDays, mostCounters(n) / 2 / groupCount);

    // One pass and no look ahead: the counters grow when a later day turns up, which happens a few times at most.
    std::vector<std::uint32_t> exits;
    std::size_t days = 0;
    unsigned flags = 0; // events other than 0 and 1 show up here
    const auto makeRoom = [&](std::size_t day) {
        days = std::min(mostDays, std::bit_ceil(day + 1));
        exits.resize(days * groupCount * 2);
    };
    if (groups.empty()) {
        for (std::size_t i = 0; i < n; ++i) {
            if (!isDay(sample.times[i]))
                return false;
            const std::size_t day = std::uint32_t(sample.times[i]);
            if (day >= days) {
                if (day >= mostDays)
                    return false;
                makeRoom(day);
            }
            flags |= sample.events[i];
            ++exits[2 * day * groupCount + (sample.events[i] & 1U)];
        }
    } else {
        for (std::size_t i = 0; i < n; ++i) {
            if (!isDay(sample.times[i]) || groups[i] >= groupCount)
                return false;
            const std::size_t day = std::uint32_t(sample.times[i]);
            if (day >= days) {
                if (day >= mostDays)
                    return false;
                makeRoom(day);
            }
            flags |= sample.events[i];
            ++exits[2 * (day * groupCount + groups[i]) + (sample.events[i] & 1U)];
        }
    }
    if (flags > 1)
        return false;

    std::vector<std::uint32_t> entries;
    if (!sample.entries.empty()) {
        entries.resize(days * groupCount);
        for (std::size_t i = 0; i < n; ++i) {
            if (!isDay(sample.entries[i]) || sample.entries[i] >= sample.times[i])
                return false;
            const std::size_t day = std::uint32_t(sample.entries[i]);
            ++entries[day * groupCount + (groups.empty() ? 0 : groups[i])];
        }
    }
    m_exitCounts = std::move(exits);
    m_entryCounts = std::move(entries);
    return true;
}

tl::expected<void, AnalyticsError> RiskSweep::sortMarks(
    const SurvivalSample& sample, std::span<const std::uint32_t> groups)
{
    const std::size_t n = sample.times.size();
    m_marks.reserve(sample.entries.empty() ? n : 2 * n);
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t group = groups.empty() ? 0 : groups[i];
        // Adding zero turns -0.0, whose bits would sort last, into +0.0.
        m_marks.push_back({std::bit_cast<std::uint64_t>(sample.times[i] + 0.0), group,
            sample.events[i] == 1 ? Mark::Kind::Event : Mark::Kind::Censoring});
        if (!sample.entries.empty())
            m_marks.push_back({std::bit_cast<std::uint64_t>(sample.entries[i] + 0.0), group, Mark::Kind::Entry});
    }
    boost::sort::spreadsort::integer_sort(
        m_marks.begin(), m_marks.end(), [](const Mark& mark, unsigned shift) { return mark.timeBits >> shift; },
        [](const Mark& a, const Mark& b) { return a.timeBits < b.timeBits; });

    CompensatedSum sum;
    std::size_t distinct = 0;
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        if (i > 0 && m_marks[i].timeBits == m_marks[i - 1].timeBits)
            continue;
        sum.add(m_marks[i].time());
        ++distinct;
    }
    m_nearness = nearness(sum.value(), distinct);
    return sample.entries.empty() ? tl::expected<void, AnalyticsError>() : checkApart(sample);
}

/// Nobody may enter and leave in the same moment, where near ties are one moment.
tl::expected<void, AnalyticsError> RiskSweep::checkApart(const SurvivalSample& sample) const
{
    std::vector<double> moments;
    bool nearTies = false;
    for (std::size_t begin = 0; begin < m_marks.size();) {
        const std::size_t end = blockEnd(begin);
        nearTies = nearTies || m_marks[begin].timeBits != m_marks[end - 1].timeBits;
        moments.push_back(m_marks[begin].time());
        begin = end;
    }
    if (!nearTies)
        return {};
    for (std::size_t i = 0; i < sample.times.size(); ++i) {
        if (std::ranges::upper_bound(moments, sample.entries[i]) == std::ranges::upper_bound(moments, sample.times[i]))
            return failure(Kind::EntryNotBeforeExit, i);
    }
    return {};
}

/// Where the moment that starts at mark `begin` ends: near ties chain.
std::size_t RiskSweep::blockEnd(std::size_t begin) const
{
    std::size_t end = begin + 1;
    while (end < m_marks.size()
        && (m_marks[end].timeBits == m_marks[end - 1].timeBits
            || m_marks[end].time() - m_marks[end - 1].time() <= m_nearness))
        ++end;
    return end;
}

bool RiskSweep::next()
{
    // What happened at the last step takes effect after it.
    for (std::size_t group = 0; group < m_atRisk.size(); ++group) {
        m_atRisk[group] += m_entered[group] - m_events[group] - m_censored[group];
        m_entered[group] = m_events[group] = m_censored[group] = 0;
    }
    return m_byDay ? nextDay() : nextBlock();
}

bool RiskSweep::nextDay()
{
    const std::size_t groupCount = m_atRisk.size();
    const std::size_t days = m_exitCounts.size() / (2 * groupCount);
    while (m_at < days) {
        const std::size_t day = m_at++;
        std::int64_t exits = 0;
        for (std::size_t group = 0; group < groupCount; ++group) {
            const std::size_t cell = day * groupCount + group;
            m_censored[group] = m_exitCounts[2 * cell];
            m_events[group] = m_exitCounts[2 * cell + 1];
            exits += m_censored[group] + m_events[group];
            if (!m_entryCounts.empty())
                m_entered[group] = m_entryCounts[cell];
        }
        if (exits > 0) {
            m_time = double(day);
            return true;
        }
        if (!m_entryCounts.empty()) {
            for (std::size_t group = 0; group < groupCount; ++group) {
                m_atRisk[group] += m_entered[group];
                m_entered[group] = 0;
            }
        }
    }
    return false;
}

bool RiskSweep::nextBlock()
{
    while (m_at < m_marks.size()) {
        const std::size_t begin = m_at;
        m_at = blockEnd(begin);
        bool exits = false;
        for (std::size_t i = begin; i < m_at; ++i) {
            const Mark& mark = m_marks[i];
            switch (mark.kind) {
            case Mark::Kind::Event:
                ++m_events[mark.group];
                exits = true;
                break;
            case Mark::Kind::Censoring:
                ++m_censored[mark.group];
                exits = true;
                break;
            case Mark::Kind::Entry:
                ++m_entered[mark.group];
                break;
            }
        }
        if (exits) {
            m_time = m_marks[begin].time();
            return true;
        }
        for (std::size_t group = 0; group < m_atRisk.size(); ++group) {
            m_atRisk[group] += m_entered[group];
            m_entered[group] = 0;
        }
    }
    return false;
}

} // namespace lyceum::analytics
