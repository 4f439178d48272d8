// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/cashbook.h"

#include "analytics/periodindex.h"
#include "analytics/revenue/money.h"

#include <algorithm>
#include <limits>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr std::int64_t kHighestEntry = std::int64_t(1) << 53U;
constexpr std::int64_t kLongestCover = std::int64_t(1) << 31U;

bool coversTime(const CashEntry& entry)
{
    return entry.coversUntil > entry.coversFrom;
}

/// What of an entry has been earned before an instant.
std::int64_t earnedBefore(const CashEntry& entry, std::int64_t instant)
{
    if (!coversTime(entry))
        return entry.at < instant ? entry.amount : 0;
    if (instant <= entry.coversFrom)
        return 0;
    if (instant >= entry.coversUntil)
        return entry.amount;
    return earnedUntil(entry.amount, instant - entry.coversFrom, entry.coversUntil - entry.coversFrom).value_or(0);
}

/// Books one entry into the periods at whose ends something about it is open, or in which it moves.
class Entry {
public:
    Entry(const CashEntry& entry, const PeriodIndex& periods, std::vector<CashPeriod>& book)
        : m_entry(entry)
        , m_periods(periods)
        , m_book(book)
    {
    }

    void post()
    {
        const std::int32_t count = m_periods.count();
        const std::int32_t paid = m_periods.of(m_entry.at);
        if (paid >= count && (!coversTime(m_entry) || m_periods.of(m_entry.coversFrom) >= count))
            return;
        if (paid >= 0 && paid < count)
            (m_entry.amount > 0 ? m_book[std::size_t(paid)].received : m_book[std::size_t(paid)].refunded) += std::max(m_entry.amount, -m_entry.amount);
        const std::int32_t earnedFrom = coversTime(m_entry) ? m_periods.of(m_entry.coversFrom) : paid;
        const std::int32_t earnedTo = coversTime(m_entry) ? m_periods.of(m_entry.coversUntil - 1) : paid;
        const std::int32_t first = std::max(std::min(paid, earnedFrom), 0);
        const std::int32_t last = std::min(std::max(paid, earnedTo), count - 1);
        std::int64_t before = earnedBefore(m_entry, m_periods.start(first));
        for (std::int32_t period = first; period <= last; ++period) {
            CashPeriod& place = m_book[std::size_t(period)];
            const std::int64_t end = m_periods.start(period + 1);
            const std::int64_t earned = earnedBefore(m_entry, end);
            place.earned += earned - before;
            before = earned;
            const std::int64_t received = m_entry.at < end ? m_entry.amount : 0;
            addOpen(place, received - earned);
        }
    }

private:
    /// A payment that waits is deferred, a refund that waits lowers that; what was earned before its payment is accrued.
    void addOpen(CashPeriod& place, std::int64_t open)
    {
        const bool isOwedService = m_entry.amount > 0 ? open > 0 : open < 0;
        (isOwedService ? place.deferred : place.accrued) += isOwedService ? open : -open;
    }

    const CashEntry& m_entry;
    const PeriodIndex& m_periods;
    std::vector<CashPeriod>& m_book;
};

} // namespace

tl::expected<std::vector<CashPeriod>, AnalyticsError> cashBook(std::span<const CashEntry> entries, std::span<const std::int64_t> starts)
{
    const auto periods = PeriodIndex::make(starts);
    if (!periods)
        return tl::unexpected(periods.error());
    std::int64_t highest = 1;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const CashEntry& entry = entries[i];
        if (entry.amount < -kHighestEntry || entry.amount > kHighestEntry)
            return tl::unexpected(AnalyticsError {Kind::BadValue, i});
        if (coversTime(entry) && std::uint64_t(entry.coversUntil) - std::uint64_t(entry.coversFrom) >= std::uint64_t(kLongestCover))
            return tl::unexpected(AnalyticsError {Kind::BadRange, i});
        highest = std::max({highest, entry.amount, -entry.amount});
    }
    if (entries.size() > std::size_t(std::numeric_limits<std::int64_t>::max() / highest))
        return tl::unexpected(AnalyticsError {Kind::TooLarge, entries.size()});
    std::vector<CashPeriod> book(std::size_t(periods->count()));
    for (const CashEntry& entry : entries)
        Entry(entry, *periods, book).post();
    return book;
}

} // namespace lyceum::analytics
