// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/activity/hourgrid.h"

#include <algorithm>

namespace lyceum::analytics {
namespace {

constexpr std::int64_t kHourSeconds = 3'600;
constexpr std::int64_t kDaySeconds = 24 * kHourSeconds;
constexpr std::int64_t kWeekSeconds = 7 * kDaySeconds;
constexpr std::int64_t kFarInstant = std::int64_t(1) << 52U;

/// Seconds since the Monday on which the local week began.
std::int64_t secondOfWeek(std::int64_t local)
{
    constexpr std::int64_t kFirstMonday = 4 * kDaySeconds; // 1970-01-05
    const std::int64_t second = (local - kFirstMonday) % kWeekSeconds;
    return second < 0 ? second + kWeekSeconds : second;
}

HourGrid::Cell& cellAt(HourGrid& grid, std::int64_t second)
{
    return grid.cells[std::size_t(second / kDaySeconds)][std::size_t(second % kDaySeconds / kHourSeconds)];
}

/// Adds the time of [from, until), which one offset holds for.
void addSeconds(HourGrid& grid, std::int64_t from, std::int64_t until, std::int32_t offset)
{
    const std::int64_t weeks = (until - from) / kWeekSeconds;
    for (auto& day : grid.cells) {
        for (HourGrid::Cell& cell : day)
            cell.seconds += weeks * kHourSeconds;
    }
    for (std::int64_t at = from + weeks * kWeekSeconds; at < until;) {
        const std::int64_t second = secondOfWeek(at + offset);
        const std::int64_t step = std::min(kHourSeconds - second % kHourSeconds, until - at);
        cellAt(grid, second).seconds += step;
        at += step;
    }
}

} // namespace

tl::expected<HourGrid, AnalyticsError> hourGrid(
    std::span<const std::int64_t> times, std::int64_t from, std::int64_t until, std::span<const ZoneOffset> offsets)
{
    using Kind = AnalyticsError::Kind;
    if (offsets.empty())
        return tl::unexpected(AnalyticsError {Kind::TooFew, 0});
    if (from >= until || from < -kFarInstant || until > kFarInstant)
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        if (offsets[i].seconds <= -kDaySeconds || offsets[i].seconds >= kDaySeconds || (i > 0 && offsets[i].from <= offsets[i - 1].from))
            return tl::unexpected(AnalyticsError {Kind::BadRange, i});
    }

    HourGrid grid;
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        const std::int64_t start = i == 0 ? from : std::max(from, offsets[i].from);
        const std::int64_t end = i + 1 == offsets.size() ? until : std::min(until, offsets[i + 1].from);
        if (start < end)
            addSeconds(grid, start, end, offsets[i].seconds);
    }
    for (const std::int64_t time : times) {
        if (time < from || time >= until) {
            ++grid.eventsOutside;
            continue;
        }
        const auto after = std::ranges::upper_bound(offsets, time, {}, &ZoneOffset::from);
        const ZoneOffset& offset = after == offsets.begin() ? offsets.front() : *(after - 1);
        ++cellAt(grid, secondOfWeek(time + offset.seconds)).events;
        ++grid.events;
    }
    return grid;
}

std::optional<Rate> hourlyRate(const HourGrid::Cell& cell, double level)
{
    return poissonInterval(cell.events, double(cell.seconds) / double(kHourSeconds), level);
}

} // namespace lyceum::analytics
