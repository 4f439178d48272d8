// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/activity/hourgrid.h"
#include "cli/session.h"

#include <QDate>
#include <QTimeZone>

#include <cstdint>
#include <optional>
#include <vector>

namespace lyceum::cli {

enum class CalendarUnit { Day, Week, Month };

/// Periods of a local calendar, as the mathematics takes them.
struct CalendarPeriods {
    std::vector<std::int64_t> starts; ///< UTC seconds; at last the end of the last one
    QStringList names; ///< one a period: 2026-03, 2026-03-01, or the Monday of a week
};

/// --zone ZONE, UTC without it.
[[nodiscard]] Option zoneOption();
/// --by, month without it.
[[nodiscard]] Option unitOption(const QString& summary);
/// --as-of DATE of a file: what is known is known up to then. `fallback` says what holds without it.
[[nodiscard]] Option untilOption(const QString& fallback);

/// Usage when there is no such zone.
[[nodiscard]] Result<QTimeZone> zoneOf(const Arguments& arguments);
[[nodiscard]] Result<CalendarUnit> unitOf(const Arguments& arguments);
/// The instant before which everything is known: just after --as-of, or the end of the local day that holds `last`.
[[nodiscard]] Result<std::int64_t> untilOf(const Session& session, const QTimeZone& zone, std::int64_t last);

/**
 * The periods from the one that holds `first` to the last that was over by `until`; the one under way is not among them.
 *
 * BadInput when none is over, or when there are more than 100 000.
 */
[[nodiscard]] Result<CalendarPeriods> periodsOver(CalendarUnit unit, const QTimeZone& zone, std::int64_t first, std::int64_t until);

/// --OPTION DATE; missing when it was not given. Usage when it is no date.
[[nodiscard]] Result<std::optional<QDate>> dateOf(const Arguments& arguments, const QString& option);

/// What a clock on the wall shows, as seconds: there every day has 86 400, whatever daylight saving does, so that seven days after a
/// midnight are a midnight. The hour that comes twice in autumn is the same hour.
[[nodiscard]] std::int64_t wallSeconds(std::int64_t utc, const QTimeZone& zone);
inline constexpr std::int64_t kDaySeconds = 86'400; ///< on the wall

/// How far the zone is ahead of UTC, from `from` to `until`.
[[nodiscard]] std::vector<analytics::ZoneOffset> offsetsOf(const QTimeZone& zone, std::int64_t from, std::int64_t until);

} // namespace lyceum::cli
