// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cohort/cohorttests.h"

#include "analytics/holm.h"

#include <algorithm>
#include <limits>

namespace lyceum::analytics {
namespace {

/// Pearson's chi-square of two shares times (N - 1) / N; nullopt where an expected count is below 1.
std::optional<ChiSquareTest> sharesTest(double firstKept, double first, double secondKept, double second)
{
    const double all = first + second;
    const double kept = firstKept + secondKept;
    const double left = all - kept;
    if (std::min(first, second) * std::min(kept, left) < all)
        return std::nullopt;
    const double cross = firstKept * (second - secondKept) - secondKept * (first - firstKept);
    return chiSquareTest((all - 1) * (cross / first) * (cross / second) / kept / left, 1);
}

} // namespace

tl::expected<std::vector<std::optional<CohortTest>>, AnalyticsError> cohortTests(
    std::span<const std::optional<Proportion>> cells, double level)
{
    using Kind = AnalyticsError::Kind;
    const std::optional<double> z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    std::int64_t kept = 0;
    std::int64_t total = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i])
            continue;
        if (cells[i]->total < 1 || cells[i]->kept < 0 || cells[i]->kept > cells[i]->total
            || cells[i]->total > std::numeric_limits<std::int64_t>::max() - total)
            return tl::unexpected(AnalyticsError {Kind::BadCount, i});
        kept += cells[i]->kept;
        total += cells[i]->total;
    }

    std::vector<std::optional<CohortTest>> tests(cells.size());
    std::vector<double> p(cells.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i])
            continue;
        const std::int64_t othersKept = kept - cells[i]->kept;
        const std::int64_t others = total - cells[i]->total;
        const auto difference = differenceInterval(othersKept, others, cells[i]->kept, cells[i]->total, *z);
        const auto test = sharesTest(double(cells[i]->kept), double(cells[i]->total), double(othersKept), double(others));
        if (!difference || !test)
            continue;
        tests[i] = CohortTest {*difference, *test, 1};
        p[i] = test->p;
    }
    const std::vector<double> adjusted = holmAdjusted(p);
    for (std::size_t i = 0; i < tests.size(); ++i) {
        if (tests[i])
            tests[i]->adjustedP = adjusted[i];
    }
    return tests;
}

} // namespace lyceum::analytics
