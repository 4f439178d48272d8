// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cohort/activityretention.h"

#include "analytics/activitygrid.h"
#include "analytics/periodindex.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr std::int32_t kMostAges = 10'000;
constexpr std::int32_t kNoPeriod = -1;

/// When a member joined: as a number of a cohort and of a period of age.
struct Joining {
    std::int32_t cohort = kNoPeriod;
    std::int32_t age = kNoPeriod;
};

/// The columns of the answer: ages [from, to).
struct AgeColumns {
    std::vector<std::int32_t> starts; ///< one more than there are columns

    [[nodiscard]] std::size_t count() const { return starts.size() - 1; }
    /// How many columns somebody has reached for whom `periods` periods are over.
    [[nodiscard]] std::size_t reached(std::int32_t periods) const
    {
        const auto end = std::upper_bound(starts.begin() + 1, starts.end(), periods);
        return std::size_t(end - starts.begin()) - 1;
    }
    /// The column that holds an age; count() when none does.
    [[nodiscard]] std::size_t of(std::int32_t age) const
    {
        if (age < starts.front() || age >= starts.back())
            return count();
        return std::size_t(std::upper_bound(starts.begin(), starts.end(), age) - starts.begin()) - 1;
    }
};

/// Counts of one cohort by column.
struct Counts {
    std::int64_t size = 0;
    std::vector<std::int64_t> total;
    std::vector<std::int64_t> kept;
    std::vector<std::int64_t> money;
};

tl::expected<AgeColumns, AnalyticsError> columnsOf(const ActivityRetentionOptions& options, std::int32_t periods)
{
    AgeColumns columns;
    if (options.kind != RetentionKind::Bracket) {
        if (options.maxAge < 0 || options.maxAge > kMostAges)
            return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
        for (std::int32_t age = 0; age <= std::min(options.maxAge + 1, periods); ++age)
            columns.starts.push_back(age);
        return columns;
    }
    columns.starts = options.brackets;
    const bool isAscending = std::ranges::adjacent_find(columns.starts, std::greater_equal<>()) == columns.starts.end();
    if (columns.starts.size() < 2 || !isAscending || columns.starts.front() < 0 || columns.starts.back() > kMostAges + 1)
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    return columns;
}

std::vector<Joining> joiningsOf(
    const CohortEvents& events, const PeriodIndex& cohorts, const PeriodIndex& ages, bool isOneClock, const ActivityGrid& active)
{
    std::vector<Joining> joinings(events.memberCount);
    if (events.joined.empty() && isOneClock) {
        for (std::uint32_t member = 0; member < events.memberCount; ++member) {
            const std::int32_t first = active.first(member);
            joinings[member] = {first, first};
        }
        return joinings;
    }
    std::vector<std::int64_t> firsts;
    if (events.joined.empty()) {
        firsts.assign(events.memberCount, std::numeric_limits<std::int64_t>::max());
        for (std::size_t i = 0; i < events.members.size(); ++i) {
            std::int64_t& first = firsts[events.members[i]];
            if (events.times[i] >= ages.start(0))
                first = std::min(first, events.times[i]);
        }
    }
    const std::span<const std::int64_t> joined = events.joined.empty() ? std::span<const std::int64_t>(firsts) : events.joined;
    for (std::size_t member = 0; member < joinings.size(); ++member) {
        const Joining joining {cohorts.of(joined[member]), ages.of(joined[member])};
        if (joining.cohort >= 0 && joining.cohort < cohorts.count() && joining.age >= 0 && joining.age < ages.count())
            joinings[member] = joining;
    }
    return joinings;
}

void countMember(Counts& counts, const ActivityGrid& active, std::uint32_t member, std::int32_t joined, RetentionKind kind, const AgeColumns& columns)
{
    ++counts.size;
    const std::size_t reached = columns.reached(active.periods() - joined);
    if (reached == 0)
        return;
    ++counts.total[reached - 1]; // summed from the end later
    switch (kind) {
    case RetentionKind::On:
        active.forEach(member, joined, [&](std::int32_t period) {
            const auto age = std::size_t(period - joined);
            if (age >= reached)
                return false;
            ++counts.kept[age];
            return true;
        });
        return;
    case RetentionKind::OnOrAfter:
        if (const std::int32_t last = active.last(member); last >= joined)
            ++counts.kept[std::min(std::size_t(last - joined), reached - 1)];
        return;
    case RetentionKind::Bracket:
        for (std::size_t k = 0; k < reached; ++k)
            counts.kept[k] += active.isActiveIn(member, joined + columns.starts[k], joined + columns.starts[k + 1]) ? 1 : 0;
        return;
    }
}

void sumTowardsTheFront(std::vector<std::int64_t>& counts)
{
    for (std::size_t k = counts.size(); k-- > 1;)
        counts[k - 1] += counts[k];
}

bool fitsInSums(std::span<const std::int64_t> amounts)
{
    std::uint64_t largest = 0;
    for (const std::int64_t amount : amounts)
        largest = std::max(largest, amount < 0 ? std::uint64_t(0) - std::uint64_t(amount) : std::uint64_t(amount));
    constexpr auto kHighest = std::uint64_t(std::numeric_limits<std::int64_t>::max());
    return amounts.empty() || largest <= kHighest / amounts.size();
}

void addMoney(std::vector<Counts>& cohorts, const CohortEvents& events, const PeriodIndex& ages, const std::vector<Joining>& joinings,
    const AgeColumns& columns)
{
    for (std::size_t i = 0; i < events.amounts.size(); ++i) {
        const Joining& joining = joinings[events.members[i]];
        const std::int32_t period = ages.of(events.times[i]);
        if (joining.cohort < 0 || period < joining.age || period >= ages.count())
            continue;
        const std::size_t column = columns.of(period - joining.age);
        if (column < columns.reached(ages.count() - joining.age))
            cohorts[std::size_t(joining.cohort)].money[column] += events.amounts[i];
    }
}

void finish(ActivityRetention& answer, std::vector<Counts>& cohorts, const AgeColumns& columns, double z, bool hasMoney)
{
    Counts all;
    all.total.resize(columns.count());
    all.kept.resize(columns.count());
    all.money.resize(columns.count());
    for (std::size_t c = 0; c < cohorts.size(); ++c) {
        Counts& counts = cohorts[c];
        if (counts.size == 0)
            continue;
        sumTowardsTheFront(counts.total);
        if (answer.kind == RetentionKind::OnOrAfter)
            sumTowardsTheFront(counts.kept);
        ActivityCohort cohort {std::int32_t(c), counts.size, {}, {}};
        for (std::size_t k = 0; k < columns.count(); ++k) {
            cohort.cells.push_back(wilsonInterval(counts.kept[k], counts.total[k], z));
            if (hasMoney)
                cohort.money.push_back(counts.total[k] > 0 ? std::optional(counts.money[k]) : std::nullopt);
            all.total[k] += counts.total[k];
            all.kept[k] += counts.kept[k];
            all.money[k] += counts.money[k];
        }
        answer.members += counts.size;
        answer.cohorts.push_back(std::move(cohort));
    }
    for (std::size_t k = 0; k < columns.count(); ++k) {
        answer.average.push_back(wilsonInterval(all.kept[k], all.total[k], z));
        if (hasMoney)
            answer.money.push_back(all.total[k] > 0 ? std::optional(all.money[k]) : std::nullopt);
    }
}

} // namespace

tl::expected<ActivityRetention, AnalyticsError> activityRetention(const CohortEvents& events, const ActivityRetentionOptions& options)
{
    const std::optional<double> z = zForLevel(options.level);
    if (!z)
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    const std::size_t n = events.members.size();
    if (!events.amounts.empty() && events.amounts.size() != n)
        return tl::unexpected(AnalyticsError {Kind::LengthsDiffer, std::min(n, events.amounts.size())});
    if (!events.joined.empty() && events.joined.size() != events.memberCount)
        return tl::unexpected(AnalyticsError {Kind::LengthsDiffer, std::min(events.joined.size(), std::size_t(events.memberCount))});
    const auto cohortClock = PeriodIndex::make(options.cohortStarts);
    if (!cohortClock)
        return tl::unexpected(cohortClock.error());
    const auto ageClock = options.ageStarts.empty() ? cohortClock : PeriodIndex::make(options.ageStarts);
    if (!ageClock)
        return tl::unexpected(ageClock.error());
    const auto columns = columnsOf(options, ageClock->count());
    if (!columns)
        return tl::unexpected(columns.error());

    if (!fitsInSums(events.amounts))
        return tl::unexpected(AnalyticsError {Kind::TooLarge, events.amounts.size()});
    const auto active = ActivityGrid::make(events.members, events.times, events.memberCount, *ageClock);
    if (!active)
        return tl::unexpected(active.error());

    ActivityRetention answer;
    answer.kind = options.kind;
    answer.level = options.level;
    answer.events = active->events();
    answer.eventsOutside = active->eventsBefore() + active->eventsAfter();
    const std::vector<Joining> joinings
        = joiningsOf(events, *cohortClock, *ageClock, options.ageStarts.empty() || *cohortClock == *ageClock, *active);
    std::vector<Counts> cohorts(std::size_t(cohortClock->count()));
    for (std::uint32_t member = 0; member < events.memberCount; ++member) {
        const Joining& joining = joinings[member];
        if (joining.cohort < 0) {
            answer.joinedOutside += !events.joined.empty() || active->first(member) >= 0 ? 1 : 0;
            continue;
        }
        Counts& counts = cohorts[std::size_t(joining.cohort)];
        if (counts.size == 0) {
            counts.total.resize(columns->count());
            counts.kept.resize(columns->count());
            counts.money.resize(columns->count());
        }
        countMember(counts, *active, member, joining.age, options.kind, *columns);
    }
    addMoney(cohorts, events, *ageClock, joinings, *columns);
    answer.columns = columns->starts;
    if (options.kind != RetentionKind::Bracket)
        answer.columns.pop_back();
    finish(answer, cohorts, *columns, *z, !events.amounts.empty());
    return answer;
}

} // namespace lyceum::analytics
