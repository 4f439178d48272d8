// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/periodindex.h"

namespace lyceum::analytics {

tl::expected<PeriodIndex, AnalyticsError> PeriodIndex::make(std::span<const std::int64_t> starts)
{
    using Kind = AnalyticsError::Kind;
    constexpr std::int64_t kFarthest = std::int64_t(1) << 52U; // so that no difference overflows
    constexpr std::size_t kMostPeriods = std::size_t(1) << 24U;
    // Small enough for the cache, and so many that most buckets lie within one period.
    constexpr std::uint64_t kBuckets = 8192;

    if (starts.size() < 2)
        return tl::unexpected(AnalyticsError {Kind::TooFew, starts.size()});
    if (starts.size() - 1 > kMostPeriods)
        return tl::unexpected(AnalyticsError {Kind::TooLarge, kMostPeriods});
    for (std::size_t i = 0; i < starts.size(); ++i) {
        if (starts[i] < -kFarthest || starts[i] > kFarthest || (i > 0 && starts[i] <= starts[i - 1]))
            return tl::unexpected(AnalyticsError {Kind::BadRange, i});
    }

    PeriodIndex index;
    index.m_starts.assign(starts.begin(), starts.end());
    const auto span = std::uint64_t(starts.back() - starts.front());
    while ((span >> index.m_shift) > kBuckets)
        ++index.m_shift;
    const auto buckets = std::size_t((span - 1) >> index.m_shift) + 1;
    index.m_firstOf.reserve(buckets + 1);
    std::int32_t period = 0;
    for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
        const std::int64_t instant = starts.front() + std::int64_t(std::uint64_t(bucket) << index.m_shift);
        while (instant >= starts[std::size_t(period) + 1])
            ++period;
        index.m_firstOf.push_back(period);
    }
    index.m_firstOf.push_back(index.count());
    return index;
}

} // namespace lyceum::analytics
