// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cohort/retentiontable.h"

#include <algorithm>
#include <map>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr std::int32_t kOldestAge = 1200; // a century of months: beyond it a date is wrong, not old

/// Of one cohort, by age: how many were watched, and how many kept, up to exactly that age.
struct Ends {
    std::int64_t size = 0;
    std::vector<std::int64_t> watched;
    std::vector<std::int64_t> kept;
};

void countUpTo(std::vector<std::int64_t>& ends, std::int64_t age)
{
    if (age < 0)
        return;
    if (std::int64_t(ends.size()) <= age)
        ends.resize(std::size_t(age) + 1);
    ++ends[std::size_t(age)];
}

/// Whoever was kept up to an age was kept at all ages before it.
void sumFromTheEnd(std::vector<std::int64_t>& ends, std::size_t ages)
{
    ends.resize(ages);
    for (std::size_t age = ages; age-- > 1;)
        ends[age - 1] += ends[age];
}

} // namespace

tl::expected<RetentionTable, AnalyticsError> retentionTable(
    std::span<const CohortMember> members, const RetentionTableOptions& options)
{
    const std::optional<double> z = zForLevel(options.level);
    if (!z)
        return tl::unexpected(AnalyticsError{Kind::BadLevel, 0});
    if (options.maxAge < 0 || options.maxAge > kOldestAge)
        return tl::unexpected(AnalyticsError{Kind::BadRange, 0});

    std::map<std::int32_t, Ends> cohorts;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const CohortMember& member = members[i];
        if (member.leftMonth && *member.leftMonth < member.joinedMonth)
            return tl::unexpected(AnalyticsError{Kind::LeftBeforeJoined, i});
        Ends& cohort = cohorts[member.joinedMonth];
        ++cohort.size;
        const std::int32_t lastMonth
            = std::min(options.lastCompleteMonth, member.lastWatchedMonth.value_or(options.lastCompleteMonth));
        const std::int64_t watched
            = std::min<std::int64_t>(std::int64_t(lastMonth) - member.joinedMonth, options.maxAge);
        countUpTo(cohort.watched, watched);
        const std::int64_t kept = member.leftMonth ? std::int64_t(*member.leftMonth) - member.joinedMonth - 1 : watched;
        countUpTo(cohort.kept, std::min(kept, watched));
    }

    RetentionTable table;
    table.level = options.level;
    for (const auto& [month, cohort] : cohorts)
        table.ages = std::max(table.ages, std::int32_t(cohort.watched.size()));
    const auto ages = std::size_t(table.ages);
    std::vector<std::int64_t> allWatched(ages);
    std::vector<std::int64_t> allKept(ages);
    table.rows.reserve(cohorts.size());
    for (auto& [month, cohort] : cohorts) {
        sumFromTheEnd(cohort.watched, ages);
        sumFromTheEnd(cohort.kept, ages);
        RetentionRow row{month, cohort.size, {}};
        row.cells.reserve(ages);
        for (std::size_t age = 0; age < ages; ++age) {
            row.cells.push_back(wilsonInterval(cohort.kept[age], cohort.watched[age], *z));
            allWatched[age] += cohort.watched[age];
            allKept[age] += cohort.kept[age];
        }
        table.rows.push_back(std::move(row));
    }
    for (std::size_t age = 0; age < ages; ++age)
        table.average.push_back(wilsonInterval(allKept[age], allWatched[age], *z));
    return table;
}

} // namespace lyceum::analytics
