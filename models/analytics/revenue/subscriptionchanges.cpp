// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/subscriptionchanges.h"

#include "analytics/periodindex.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr std::int64_t kOpenEnd = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMostWorth = std::int64_t(1) << 53U;

/// What the beginning or end of a stretch of a subscription adds to its member.
struct Turn {
    std::int64_t at = 0;
    std::int64_t value = 0;
    int active = 0;
    int onHold = 0;
};

/// A member from a time on.
struct Change {
    std::int64_t at = 0;
    std::int64_t value = 0;
    CustomerState state = CustomerState::Absent;
};

bool isIn(const std::vector<TimeSpan>& spans, std::int64_t at)
{
    return std::ranges::any_of(spans, [at](const TimeSpan& span) { return span.from <= at && at < span.until; });
}

bool isSound(const SubscriptionSpell& spell)
{
    const auto isBackward = [](const TimeSpan& span) { return span.until < span.from; };
    return spell.amount >= 0 && spell.discount >= 0 && (!spell.end || *spell.end >= spell.start)
        && monthlyValue(0, spell.interval).has_value() && std::ranges::none_of(spell.pauses, isBackward)
        && std::ranges::none_of(spell.pastDue, isBackward);
}

std::int64_t endOf(const SubscriptionSpell& spell, const MrrRules& rules)
{
    const std::int64_t end = spell.end.value_or(kOpenEnd);
    return rules.recognition == MrrRules::Recognition::Cancellation ? std::min(end, spell.cancelledAt.value_or(kOpenEnd)) : end;
}

/// What the spell is worth and whether it is on hold, from `at` until its next turn. The value has been checked to exist.
Change stretchAt(const SubscriptionSpell& spell, const MrrRules& rules, std::int64_t at)
{
    if (rules.pauses != MrrRules::Pauses::Count && isIn(spell.pauses, at))
        return {at, 0, rules.pauses == MrrRules::Pauses::OnHold ? CustomerState::OnHold : CustomerState::Absent};
    if (rules.pastDue == MrrRules::PastDue::Leaves && isIn(spell.pastDue, at))
        return {at, 0, CustomerState::Absent};
    const bool isDiscounted = rules.discounts == MrrRules::Discounts::All ? at < spell.discountEnd.value_or(kOpenEnd)
                                                                         : rules.discounts == MrrRules::Discounts::ForeverOnly && !spell.discountEnd;
    const std::int64_t price = isDiscounted ? std::max<std::int64_t>(spell.amount - spell.discount, 0) : spell.amount;
    const std::int64_t value = monthlyValue(price, spell.interval, rules.rounding).value_or(0);
    const bool counts = value > 0 || rules.atZero == MrrRules::AtZero::Stays;
    return {at, value, counts ? CustomerState::Active : CustomerState::Absent};
}

void addTurns(std::vector<Turn>& turns, const SubscriptionSpell& spell, const MrrRules& rules)
{
    const std::int64_t start = std::max(spell.start, spell.trialEnd.value_or(spell.start));
    const std::int64_t end = endOf(spell, rules);
    if (spell.access != SubscriptionSpell::Access::Paid || spell.amount == 0 || start >= end)
        return;
    std::vector<std::int64_t> cuts {start, end};
    const auto cut = [&](std::int64_t at) {
        if (at > start && at < end)
            cuts.push_back(at);
    };
    cut(spell.discountEnd.value_or(start));
    for (const auto* spans : {&spell.pauses, &spell.pastDue}) {
        for (const TimeSpan& span : *spans) {
            cut(span.from);
            cut(span.until);
        }
    }
    std::ranges::sort(cuts);
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        if (cuts[i] == cuts[i + 1])
            continue;
        const Change stretch = stretchAt(spell, rules, cuts[i]);
        const int active = stretch.state == CustomerState::Active ? 1 : 0;
        const int onHold = stretch.state == CustomerState::OnHold ? 1 : 0;
        turns.push_back({cuts[i], stretch.value, active, onHold});
        turns.push_back({cuts[i + 1], -stretch.value, -active, -onHold});
    }
}

/// The changes up to `asOf`; nullopt when the member is worth more than is computed with.
std::optional<std::vector<Change>> changesOf(std::vector<Turn>& turns, std::int64_t asOf)
{
    std::ranges::sort(turns, {}, &Turn::at);
    std::vector<Change> changes;
    Change last;
    std::int64_t value = 0;
    int active = 0;
    int onHold = 0;
    for (std::size_t i = 0; i < turns.size() && turns[i].at <= asOf;) {
        const std::int64_t at = turns[i].at;
        std::int64_t gained = 0; // ends before beginnings, so that the sum in between stays small
        for (; i < turns.size() && turns[i].at == at; ++i) {
            if (turns[i].value < 0)
                value += turns[i].value;
            else if (gained > kMostWorth)
                return std::nullopt;
            else
                gained += turns[i].value;
            active += turns[i].active;
            onHold += turns[i].onHold;
        }
        value += gained;
        if (value > kMostWorth)
            return std::nullopt;
        const CustomerState state = active > 0 ? CustomerState::Active : onHold > 0 ? CustomerState::OnHold : CustomerState::Absent;
        if (state == last.state && value == last.value)
            continue;
        last = {at, value, state};
        changes.push_back(last);
    }
    return changes;
}

/// Takes out the absences that grace does not count. The last one may be too young to be sure.
class Grace {
public:
    static tl::expected<Grace, AnalyticsError> make(std::int32_t days, std::int64_t asOf, std::span<const std::int64_t> dayStarts)
    {
        Grace grace;
        grace.m_days = days;
        grace.m_asOf = asOf;
        if (!dayStarts.empty()) {
            auto index = PeriodIndex::make(dayStarts);
            if (!index)
                return tl::unexpected(index.error());
            grace.m_index = *std::move(index);
        }
        return grace;
    }

    /// How many members' last absence was taken out: 0 or 1; nullopt for one outside the days.
    std::optional<std::int64_t> apply(std::vector<Change>& changes) const
    {
        if (m_days < 0)
            return 0;
        std::vector<Change> kept;
        std::int64_t inGrace = 0;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            const bool isLast = i + 1 == changes.size();
            if (changes[i].state == CustomerState::Absent && !kept.empty()) {
                const auto left = dayOf(changes[i].at);
                const auto back = dayOf(isLast ? m_asOf : changes[i + 1].at);
                if (!left || !back)
                    return std::nullopt;
                if (*back - *left <= m_days) {
                    inGrace += isLast ? 1 : 0;
                    continue;
                }
            }
            if (kept.empty() || kept.back().value != changes[i].value || kept.back().state != changes[i].state)
                kept.push_back(changes[i]);
        }
        changes = std::move(kept);
        return inGrace;
    }

private:
    [[nodiscard]] std::optional<std::int64_t> dayOf(std::int64_t at) const
    {
        constexpr std::int64_t kSeconds = 86'400;
        if (!m_index)
            return at / kSeconds - (at % kSeconds < 0 ? 1 : 0);
        const std::int32_t day = m_index->of(at);
        return day >= 0 && day < m_index->count() ? std::optional<std::int64_t>(day) : std::nullopt;
    }

    std::optional<PeriodIndex> m_index;
    std::int64_t m_days = 0;
    std::int64_t m_asOf = 0;
};

} // namespace

tl::expected<MrrChangeList, AnalyticsError> subscriptionChanges(
    std::span<const SubscriptionSpell> spells, const MrrRules& rules, std::int64_t asOf, std::span<const std::int64_t> dayStarts)
{
    const auto grace = Grace::make(rules.graceDays, asOf, dayStarts);
    if (!grace)
        return tl::unexpected(grace.error());
    for (std::size_t i = 0; i < spells.size(); ++i) {
        if (!isSound(spells[i]))
            return tl::unexpected(AnalyticsError {Kind::BadValue, i});
        const auto worth = monthlyValue(spells[i].amount, spells[i].interval, rules.rounding);
        if (!worth || *worth > kMostWorth)
            return tl::unexpected(AnalyticsError {Kind::TooLarge, i});
    }
    std::vector<std::size_t> order(spells.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return spells[i].member; });

    MrrChangeList list;
    std::vector<Turn> turns;
    for (std::size_t i = 0; i < order.size();) {
        const std::uint32_t member = spells[order[i]].member;
        const std::size_t first = i;
        turns.clear();
        for (; i < order.size() && spells[order[i]].member == member; ++i)
            addTurns(turns, spells[order[i]], rules);
        auto changes = changesOf(turns, asOf);
        if (!changes)
            return tl::unexpected(AnalyticsError {Kind::TooLarge, order[first]});
        const auto inGrace = grace->apply(*changes);
        if (!inGrace)
            return tl::unexpected(AnalyticsError {Kind::BadRange, order[first]});
        list.inGrace += *inGrace;
        for (const Change& change : *changes) {
            list.members.push_back(member);
            list.times.push_back(change.at);
            list.values.push_back(change.value);
            list.states.push_back(change.state);
        }
    }
    return list;
}

} // namespace lyceum::analytics
