// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/churn/validationparts.h"

#include "analytics/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

/// 0 ... count - 1 in a random order (Fisher & Yates).
std::vector<std::size_t> shuffled(std::size_t count, Random& random)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t(0));
    for (std::size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[random.below(i)]);
    return order;
}

/// Each group with a place of its own, by first appearance.
std::vector<std::size_t> placesOf(std::span<const std::uint32_t> groups, std::size_t& count)
{
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t row) { return groups[row]; });
    std::vector<std::size_t> places(groups.size());
    count = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && groups[order[i]] != groups[order[i - 1]])
            ++count;
        places[order[i]] = count;
    }
    count += order.empty() ? 0 : 1;
    return places;
}

} // namespace

tl::expected<ValidationParts, AnalyticsError> splitByTime(std::span<const double> times, double testShare, double gap)
{
    if (!(testShare > 0) || !(testShare < 1) || !(gap >= 0) || !std::isfinite(gap))
        return tl::unexpected(AnalyticsError{Kind::BadRange, 0});
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (!std::isfinite(times[i]))
            return tl::unexpected(AnalyticsError{Kind::NotFinite, i});
    }
    if (times.empty())
        return tl::unexpected(AnalyticsError{Kind::TooFew, 0});
    std::vector<double> sorted(times.begin(), times.end());
    std::ranges::sort(sorted);
    // The first tested time: that of the row at which the share begins, or the next one if nothing would be left to learn from.
    const auto begin = std::min(std::size_t(std::floor((1 - testShare) * double(sorted.size()))), sorted.size() - 1);
    const auto isTooEarly = [&](double from) { return sorted.front() + gap > from || sorted.front() == from; };
    auto first = sorted.begin() + std::ptrdiff_t(begin);
    while (first != sorted.end() && isTooEarly(*first))
        ++first;
    if (first == sorted.end())
        return tl::unexpected(AnalyticsError{Kind::TooFew, 0});
    const double from = *first;
    ValidationParts parts {{}, 2, true};
    parts.parts.reserve(times.size());
    for (const double time : times) {
        parts.parts.push_back(time >= from ? 1 : time + gap <= from ? 0 : 2);
        parts.count = std::max(parts.count, parts.parts.back() + 1);
    }
    return parts;
}

tl::expected<ValidationParts, AnalyticsError> splitIntoFolds(
    std::size_t rows, std::uint32_t folds, std::uint64_t seed, std::span<const std::uint32_t> groups)
{
    if (folds < 2)
        return tl::unexpected(AnalyticsError{Kind::BadRange, 0});
    if (!groups.empty() && groups.size() != rows)
        return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, std::min(groups.size(), rows)});
    std::size_t members = rows;
    const std::vector<std::size_t> places = placesOf(groups, members);
    if (groups.empty())
        members = rows;
    if (members < folds)
        return tl::unexpected(AnalyticsError{Kind::TooFew, members});
    Random random(seed);
    const std::vector<std::size_t> order = shuffled(members, random);
    ValidationParts parts {std::vector<std::uint32_t>(rows), folds, false};
    for (std::size_t row = 0; row < rows; ++row)
        parts.parts[row] = std::uint32_t(order[groups.empty() ? row : places[row]] % folds);
    return parts;
}

tl::expected<ValidationParts, AnalyticsError> splitEvenly(
    const RiskSample& sample, std::uint32_t folds, std::uint64_t seed, std::span<const std::uint32_t> groups)
{
    auto parts = splitIntoFolds(sample.rows(), folds, seed, groups);
    if (!parts || !groups.empty())
        return parts;
    // Deal the shuffled events first, then the others: each fold has its share of both to one.
    Random random(seed);
    std::size_t dealt = 0;
    const std::vector<std::size_t> order = shuffled(sample.rows(), random);
    for (const std::uint8_t outcome : {std::uint8_t(1), std::uint8_t(0)}) {
        for (const std::size_t row : order) {
            if (sample.outcomes[row] == outcome)
                parts->parts[row] = std::uint32_t(dealt++ % folds);
        }
    }
    return parts;
}

OwnedSample rowsOf(const RiskSample& sample, const ValidationParts& parts, std::uint32_t part, bool tested)
{
    OwnedSample owned;
    owned.columns = sample.columns;
    for (std::size_t row = 0; row < sample.rows(); ++row) {
        const bool isLearned = parts.isByTime ? parts.parts[row] == 0 : parts.parts[row] != part;
        if (tested ? parts.parts[row] != part : !isLearned)
            continue;
        owned.rows.push_back(row);
        owned.outcomes.push_back(sample.outcomes[row]);
    }
    owned.features.reserve(owned.rows.size() * sample.columns);
    for (std::size_t column = 0; column < sample.columns; ++column) {
        for (const std::size_t row : owned.rows)
            owned.features.push_back(sample.column(column)[row]);
    }
    return owned;
}

std::vector<std::uint32_t> groupsOf(std::span<const std::uint32_t> groups, const std::vector<std::size_t>& rows)
{
    std::vector<std::uint32_t> some;
    for (std::size_t i = 0; !groups.empty() && i < rows.size(); ++i)
        some.push_back(groups[rows[i]]);
    return some;
}

tl::expected<void, AnalyticsError> check(const ValidationParts& parts, std::size_t rows)
{
    if (parts.parts.size() != rows)
        return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, std::min(parts.parts.size(), rows)});
    if (parts.count < 2 || (parts.isByTime && parts.count > 3))
        return tl::unexpected(AnalyticsError{Kind::BadRange, 0});
    std::vector<std::size_t> sizes(parts.count);
    for (std::size_t i = 0; i < rows; ++i) {
        if (parts.parts[i] >= parts.count)
            return tl::unexpected(AnalyticsError{Kind::BadGroup, i});
        ++sizes[parts.parts[i]];
    }
    const auto empty = std::ranges::find(sizes, std::size_t(0));
    if (empty != sizes.end())
        return tl::unexpected(AnalyticsError{Kind::TooFew, std::size_t(empty - sizes.begin())});
    return {};
}

} // namespace lyceum::analytics
