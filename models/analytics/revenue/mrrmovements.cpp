// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/mrrmovements.h"

#include "analytics/periodindex.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kHighestValue = std::int64_t(1) << 53U;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

/// What a member is at one time.
struct Standing {
    std::int64_t value = 0;
    CustomerState state = CustomerState::Absent;
    bool hasPaid = false; ///< ever, up to then
    std::int64_t leftAt = kNever;

    /// Who signed up at 0 is not a customer yet.
    [[nodiscard]] bool isCustomer() const { return state != CustomerState::Absent && hasPaid; }
};

/// Follows one member after another through the periods and books what moves.
class Book {
public:
    Book(const PeriodIndex& periods, const MrrRules& rules)
        : m_rules(rules)
        , m_answer(std::size_t(periods.count()))
        , m_squaresStep(std::size_t(periods.count()) + 1)
    {
    }

    void beginMember() { m_now = m_periodStart = Standing(); }

    /// A member's changes of one period; -1: before the first. `order` maps to places in the arrays, in order of time.
    template <class At>
    void addPeriod(std::int32_t period, std::size_t from, std::size_t to, const MrrChanges& changes, At at)
    {
        m_periodStart = m_now;
        if (period < 0) {
            for (std::size_t i = from; i < to; ++i)
                apply(changes, at(i));
            MrrPeriod& first = m_answer.front();
            first.opening += m_now.value;
            first.customersOpening += m_now.isCustomer() ? 1 : 0;
            m_squaresStep.front() += double(m_now.value) * double(m_now.value);
            return;
        }
        std::size_t bookedFrom = from;
        Standing before = m_now;
        std::int64_t backAt = kNever; // when the first of a group ended an absence
        for (std::size_t i = from; i < to; ++i) {
            const bool wasAbsent = m_now.state == CustomerState::Absent;
            apply(changes, at(i));
            if (backAt == kNever && wasAbsent && m_now.state != CustomerState::Absent)
                backAt = changes.times[at(i)];
            const bool isLast = i + 1 == to;
            const bool isGroupEnd = isLast
                || (m_rules.samePeriod != MrrRules::SamePeriod::Net && !isSameGroup(changes.times[at(bookedFrom)], changes.times[at(i + 1)]));
            if (!isGroupEnd)
                continue;
            m_pending.push_back({before, m_now, backAt});
            before = m_now;
            backAt = kNever;
            bookedFrom = i + 1;
        }
        const bool isGuest = m_rules.samePeriod == MrrRules::SamePeriod::EachButGuests && !m_periodStart.isCustomer() && !m_now.isCustomer();
        MrrPeriod& book = m_answer[std::size_t(period)];
        if (!isGuest) {
            for (const Step& step : m_pending)
                move(book, step);
        }
        m_pending.clear();
        addMoments(book.moments);
        m_squaresStep[std::size_t(period) + 1]
            += double(m_now.value) * double(m_now.value) - double(m_periodStart.value) * double(m_periodStart.value);
    }

    [[nodiscard]] std::vector<MrrPeriod> finished()
    {
        double squares = m_squaresStep.front();
        for (std::size_t i = 0; i < m_answer.size(); ++i) {
            MrrPeriod& book = m_answer[i];
            if (i > 0) {
                book.opening = m_answer[i - 1].closing;
                book.customersOpening = m_answer[i - 1].customersClosing;
            }
            book.closing = std::accumulate(book.amounts.begin(), book.amounts.end(), book.opening);
            book.customersClosing = book.customersOpening + book.count(MrrMovement::New) + book.count(MrrMovement::Reactivation)
                - book.count(MrrMovement::Churn);
            book.moments.startSquares = std::max(squares, 0.0); // of a book that became empty, rounding may leave a trace
            squares += m_squaresStep[i + 1];
        }
        return std::move(m_answer);
    }

private:
    struct Step {
        Standing before;
        Standing after;
        std::int64_t backAt = kNever;
    };

    [[nodiscard]] bool isSameGroup(std::int64_t first, std::int64_t next) const
    {
        return next == first || std::uint64_t(next) - std::uint64_t(first) <= std::uint64_t(std::max<std::int64_t>(m_rules.groupingSeconds, 0));
    }

    void apply(const MrrChanges& changes, std::size_t at)
    {
        const std::int64_t value = changes.values[at];
        const CustomerState state
            = !changes.states.empty() ? changes.states[at] : value > 0 ? CustomerState::Active : CustomerState::Absent;
        if (state == CustomerState::Absent && m_now.state != CustomerState::Absent)
            m_now.leftAt = changes.times[at];
        m_now.value = value;
        m_now.state = state;
        m_now.hasPaid = m_now.hasPaid || value > 0;
    }

    static void add(MrrPeriod& book, MrrMovement movement, std::int64_t amount)
    {
        book.amounts[std::size_t(movement)] += amount;
        ++book.counts[std::size_t(movement)];
    }

    void move(MrrPeriod& book, const Step& step)
    {
        const Standing& before = step.before;
        const Standing& after = step.after;
        const std::int64_t gain = after.value - before.value;
        if (!before.isCustomer()) {
            if (after.isCustomer())
                add(book, isNew(step) ? MrrMovement::New : MrrMovement::Reactivation, gain);
        } else if (!after.isCustomer()) {
            add(book, MrrMovement::Churn, gain);
        } else if (before.state != after.state) {
            add(book, after.state == CustomerState::OnHold ? MrrMovement::Paused : MrrMovement::Resumed, gain);
        } else if (gain != 0) {
            add(book, gain > 0 ? MrrMovement::Expansion : MrrMovement::Contraction, gain);
        }
    }

    [[nodiscard]] bool isNew(const Step& step) const
    {
        if (!step.before.hasPaid)
            return true;
        if (!m_rules.newAgainDays || step.before.leftAt == kNever || step.backAt == kNever)
            return false;
        const std::uint64_t gone = std::uint64_t(step.backAt) - std::uint64_t(step.before.leftAt);
        return gone > std::uint64_t(std::max(*m_rules.newAgainDays, 0)) * std::uint64_t(kDay);
    }

    void addMoments(MrrMoments& moments) const
    {
        if (!m_periodStart.isCustomer())
            return;
        const auto start = double(m_periodStart.value);
        const double net = m_now.isCustomer() ? double(m_now.value) - start : -start;
        const double lost = std::max(-net, 0.0);
        moments.lostSquares += lost * lost;
        moments.lostByStart += lost * start;
        moments.netSquares += net * net;
        moments.netByStart += net * start;
    }

    const MrrRules& m_rules;
    std::vector<MrrPeriod> m_answer;
    std::vector<double> m_squaresStep; ///< by period: what it adds to the next one's startSquares; the first place is the beginning
    std::vector<Step> m_pending;
    Standing m_now;
    Standing m_periodStart;
};

tl::expected<void, AnalyticsError> check(const MrrChanges& changes)
{
    const std::size_t n = changes.members.size();
    if (changes.times.size() != n || changes.values.size() != n || (!changes.states.empty() && changes.states.size() != n))
        return tl::unexpected(AnalyticsError {Kind::LengthsDiffer, std::min({n, changes.times.size(), changes.values.size()})});
    std::int64_t highest = 1;
    for (std::size_t i = 0; i < n; ++i) {
        if (changes.members[i] >= changes.memberCount)
            return tl::unexpected(AnalyticsError {Kind::BadGroup, i});
        const std::int64_t value = changes.values[i];
        const bool isAbsentWithValue = !changes.states.empty() && changes.states[i] != CustomerState::Active && value != 0;
        if (value < 0 || value > kHighestValue || isAbsentWithValue)
            return tl::unexpected(AnalyticsError {Kind::BadValue, i});
        highest = std::max(highest, value);
    }
    if (n > std::size_t(std::numeric_limits<std::int64_t>::max() / highest))
        return tl::unexpected(AnalyticsError {Kind::TooLarge, n});
    return {};
}

bool isInOrder(const MrrChanges& changes)
{
    for (std::size_t i = 1; i < changes.members.size(); ++i) {
        if (changes.members[i] < changes.members[i - 1]
            || (changes.members[i] == changes.members[i - 1] && changes.times[i] < changes.times[i - 1]))
            return false;
    }
    return true;
}

template <class At>
std::vector<MrrPeriod> booked(const MrrChanges& changes, const PeriodIndex& periods, const MrrRules& rules, At at)
{
    Book book(periods, rules);
    const std::size_t n = changes.members.size();
    for (std::size_t i = 0; i < n;) {
        const std::uint32_t member = changes.members[at(i)];
        book.beginMember();
        while (i < n && changes.members[at(i)] == member) {
            const std::int32_t period = periods.of(changes.times[at(i)]);
            const std::size_t from = i;
            const std::int64_t end = period < 0 ? periods.start(0) : period < periods.count() ? periods.start(period + 1)
                                                                                               : std::numeric_limits<std::int64_t>::max();
            while (i < n && changes.members[at(i)] == member && (changes.times[at(i)] < end || period == periods.count()))
                ++i;
            if (period < periods.count())
                book.addPeriod(period, from, i, changes, at);
        }
    }
    return book.finished();
}

} // namespace

tl::expected<std::vector<MrrPeriod>, AnalyticsError> mrrMovements(
    const MrrChanges& changes, std::span<const std::int64_t> starts, const MrrRules& rules)
{
    const auto periods = PeriodIndex::make(starts);
    if (!periods)
        return tl::unexpected(periods.error());
    if (const auto checked = check(changes); !checked)
        return tl::unexpected(checked.error());
    if (isInOrder(changes))
        return booked(changes, *periods, rules, [](std::size_t i) { return i; });
    std::vector<std::size_t> order(changes.members.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return changes.members[a] != changes.members[b] ? changes.members[a] < changes.members[b] : changes.times[a] < changes.times[b];
    });
    return booked(changes, *periods, rules, [&](std::size_t i) { return order[i]; });
}

} // namespace lyceum::analytics
