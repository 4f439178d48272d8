// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival/moments.h"

#include "analytics/compensatedsum.h"
#include "analytics/survival/risksweep.h"

#include <boost/sort/spreadsort/integer_sort.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <optional>

namespace lyceum::analytics {
namespace {

/// A time of some subject: its exit (index i), or its entry (index n + i).
struct TimeMark {
    std::uint64_t timeBits = 0; ///< of a non-negative double these order as the double does
    std::uint32_t index = 0;

    [[nodiscard]] double time() const { return std::bit_cast<double>(timeBits); }
};

/// One moment a day up to the last; nullopt when there are other times, or days worth sorting instead.
std::optional<Moments> daysOf(const SurvivalSample& sample)
{
    const double most = 4096 + 16 * double(sample.times.size());
    constexpr double kMost = 1 << 20;
    double last = 0;
    for (const std::span<const double> times : {sample.times, sample.entries}) {
        for (const double time : times) {
            if (!(time < std::min(most, kMost)) || double(std::uint32_t(time)) != time)
                return std::nullopt;
            last = std::max(last, time);
        }
    }
    Moments moments;
    moments.times.resize(std::size_t(last) + 1);
    std::iota(moments.times.begin(), moments.times.end(), 0.0);
    moments.exits.assign(sample.times.begin(), sample.times.end());
    moments.entries.assign(sample.entries.begin(), sample.entries.end());
    return moments;
}

} // namespace

double nearness(double sumOfDistinct, std::size_t distinct)
{
    // A gap is none if it, or its ratio to the mean distinct value, is within the square root of the machine epsilon.
    constexpr double kTolerance = 0x1p-26;
    return distinct == 0 ? 0 : kTolerance * std::max(1.0, sumOfDistinct / double(distinct));
}

tl::expected<Moments, AnalyticsError> momentsOf(const SurvivalSample& sample)
{
    const std::size_t n = sample.times.size();
    if (n >= std::size_t(1) << 31U)
        return tl::unexpected(AnalyticsError{AnalyticsError::Kind::TooLarge, std::size_t(1) << 31U});
    if (auto values = RiskSweep::check(sample); !values)
        return tl::unexpected(values.error());
    if (auto days = daysOf(sample))
        return *std::move(days);

    std::vector<TimeMark> marks;
    marks.reserve(n + sample.entries.size());
    // Adding zero turns -0.0, whose bits would sort last, into +0.0.
    for (const double time : sample.times)
        marks.push_back({std::bit_cast<std::uint64_t>(time + 0.0), std::uint32_t(marks.size())});
    for (const double time : sample.entries)
        marks.push_back({std::bit_cast<std::uint64_t>(time + 0.0), std::uint32_t(marks.size())});
    boost::sort::spreadsort::integer_sort(
        marks.begin(), marks.end(), [](const TimeMark& mark, unsigned shift) { return mark.timeBits >> shift; },
        [](const TimeMark& a, const TimeMark& b) { return a.timeBits < b.timeBits; });

    CompensatedSum sum;
    std::size_t distinct = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (i > 0 && marks[i].timeBits == marks[i - 1].timeBits)
            continue;
        sum.add(marks[i].time());
        ++distinct;
    }
    const double near = nearness(sum.value(), distinct);

    Moments moments;
    moments.exits.resize(n);
    moments.entries.resize(sample.entries.size());
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (i == 0 || marks[i].time() - marks[i - 1].time() > near) // near ties chain
            moments.times.push_back(marks[i].time());
        const auto moment = std::uint32_t(moments.times.size() - 1);
        const std::size_t index = marks[i].index;
        (index < n ? moments.exits[index] : moments.entries[index - n]) = moment;
    }
    for (std::size_t i = 0; i < moments.entries.size(); ++i) {
        if (moments.entries[i] >= moments.exits[i])
            return tl::unexpected(AnalyticsError{AnalyticsError::Kind::EntryNotBeforeExit, i});
    }
    return moments;
}

std::vector<std::uint32_t> orderByKey(std::span<const std::uint32_t> keys, std::size_t keyCount)
{
    std::vector<std::uint32_t> place(keyCount + 1);
    for (const std::uint32_t key : keys)
        ++place[key + 1];
    std::partial_sum(place.begin(), place.end(), place.begin());
    std::vector<std::uint32_t> order(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        order[place[keys[i]]++] = std::uint32_t(i);
    return order;
}

} // namespace lyceum::analytics
