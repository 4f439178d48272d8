// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cox/coxrows.h"

#include "analytics/compensatedsum.h"
#include "analytics/survival/moments.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr std::size_t kMostColumns = 1000; // their products are summed for each row

tl::unexpected<AnalyticsError> refusal(Kind kind, std::size_t index)
{
    return tl::unexpected(AnalyticsError{kind, index});
}

tl::expected<void, AnalyticsError> checkShapes(const CoxData& data)
{
    const std::size_t n = data.sample.times.size();
    if (data.columnCount == 0)
        return refusal(Kind::BadCount, 0);
    if (data.columnCount > kMostColumns)
        return refusal(Kind::TooLarge, kMostColumns);
    if (data.columns.size() / data.columnCount != n || data.columns.size() % data.columnCount != 0)
        return refusal(Kind::LengthsDiffer, std::min(n, data.columns.size() / data.columnCount));
    if (!data.strata.empty() && data.strata.size() != n)
        return refusal(Kind::LengthsDiffer, std::min(n, data.strata.size()));
    for (std::size_t i = 0; i < data.columns.size(); ++i) {
        if (!std::isfinite(data.columns[i]))
            return refusal(Kind::NotFinite, i % n);
    }
    for (std::size_t i = 0; i < data.strata.size(); ++i) {
        if (data.strata[i] >= n)
            return refusal(Kind::BadGroup, i);
    }
    return {};
}

/// Rows by stratum, then by descending key.
std::vector<std::uint32_t> layout(
    std::span<const std::uint32_t> keys, std::size_t keyCount, std::span<const std::uint32_t> strata)
{
    std::vector<std::uint32_t> order = orderByKey(keys, keyCount);
    std::ranges::reverse(order);
    if (strata.empty())
        return order;
    std::vector<std::uint32_t> stratumInOrder;
    stratumInOrder.reserve(order.size());
    for (const std::uint32_t row : order)
        stratumInOrder.push_back(strata[row]);
    std::vector<std::uint32_t> byStratum = orderByKey(stratumInOrder, strata.size());
    for (std::uint32_t& place : byStratum)
        place = order[place];
    return byStratum;
}

/// Writes column j of the data in its place, with mean 0 and standard deviation 1.
tl::expected<void, AnalyticsError> standardise(
    CoxRows& rows, std::span<const double> column, std::size_t j, std::span<const std::uint32_t> order)
{
    const auto [lowest, highest] = std::ranges::minmax(column);
    if (lowest == highest)
        return refusal(Kind::NoVariation, j);
    // In units of the largest value nothing that follows can overflow.
    const double unit = std::max(std::abs(lowest), std::abs(highest));
    const auto n = double(column.size());
    CompensatedSum sum;
    for (const double value : column)
        sum.add(value / unit);
    const double mean = sum.value() / n;
    CompensatedSum squares;
    for (const double value : column)
        squares.add((value / unit - mean) * (value / unit - mean));
    const double deviation = std::sqrt(squares.value() / n);
    rows.centres[j] = mean * unit;
    rows.scales[j] = deviation * unit;
    if (!std::isnormal(deviation) || !std::isnormal(rows.scales[j]) || !std::isfinite(1 / rows.scales[j]))
        return refusal(Kind::NoVariation, j);
    rows.ranges[j] = (highest / unit - lowest / unit) / deviation;
    const std::size_t p = rows.columns();
    for (std::size_t row = 0; row < order.size(); ++row)
        rows.values[row * p + j] = (column[order[row]] / unit - mean) / deviation;
    return {};
}

} // namespace

tl::expected<CoxRows, AnalyticsError> CoxRows::of(const CoxData& data)
{
    if (auto shapes = checkShapes(data); !shapes)
        return tl::unexpected(shapes.error());
    auto moments = momentsOf(data.sample);
    if (!moments)
        return tl::unexpected(moments.error());
    const std::size_t n = data.sample.times.size();
    const std::size_t p = data.columnCount;

    CoxRows rows;
    rows.times = std::move(moments->times);
    rows.eventCount = std::size_t(std::ranges::count(data.sample.events, 1));
    if (rows.eventCount == 0)
        return refusal(Kind::TooFew, 0);

    const std::vector<std::uint32_t> order = layout(moments->exits, rows.times.size(), data.strata);
    rows.exits.reserve(n);
    rows.events.reserve(n);
    rows.strata.reserve(n);
    for (const std::uint32_t i : order) {
        rows.exits.push_back(moments->exits[i]);
        rows.events.push_back(data.sample.events[i]);
        rows.strata.push_back(data.strata.empty() ? 0 : data.strata[i]);
        if (!moments->entries.empty())
            rows.entries.push_back(moments->entries[i]);
    }
    if (!rows.entries.empty())
        rows.byEntry = layout(
            rows.entries, rows.times.size(), data.strata.empty() ? std::span<const std::uint32_t>() : rows.strata);

    rows.values.resize(n * p);
    rows.centres.resize(p);
    rows.scales.resize(p);
    rows.ranges.resize(p);
    for (std::size_t j = 0; j < p; ++j) {
        if (auto done = standardise(rows, data.columns.subspan(j * n, n), j, order); !done)
            return tl::unexpected(done.error());
    }
    return rows;
}

} // namespace lyceum::analytics
