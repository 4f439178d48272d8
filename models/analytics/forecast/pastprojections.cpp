// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast/pastprojections.h"

#include "analytics/compensatedsum.h"
#include "analytics/forecast/accuracy.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace lyceum::analytics {
namespace {

class ReviewTally {
public:
    void add(const PastProjection& projection, double actual)
    {
        ++m_n;
        m_errors.add(actual - projection.projected);
        m_absolute.add(std::abs(actual - projection.projected));
        m_relative.add(symmetricPercentageError(projection.projected, actual));
        if (projection.low && projection.high) {
            ++m_stated;
            m_inside += actual >= *projection.low && actual <= *projection.high ? 1 : 0;
        }
    }

    [[nodiscard]] ProjectionReview result(std::optional<double> lead) const
    {
        ProjectionReview review;
        review.lead = lead;
        review.n = m_n;
        if (m_n > 0) {
            review.meanError = m_errors.value() / double(m_n);
            review.mae = m_absolute.value() / double(m_n);
            review.smape = m_relative.value() / double(m_n);
            review.coverage = wilsonInterval(m_inside, m_stated);
        }
        return review;
    }

private:
    std::size_t m_n = 0;
    std::int64_t m_stated = 0;
    std::int64_t m_inside = 0;
    CompensatedSum m_errors;
    CompensatedSum m_absolute;
    CompensatedSum m_relative;
};

bool isFinite(const PastProjection& projection)
{
    return std::isfinite(projection.madeAt) && std::isfinite(projection.target) && std::isfinite(projection.projected)
        && std::isfinite(projection.low.value_or(0)) && std::isfinite(projection.high.value_or(0));
}

} // namespace

tl::expected<ProjectionReviews, AnalyticsError> reviewProjections(
    std::span<const PastProjection> projections, std::span<const double> times, std::span<const double> values)
{
    using enum AnalyticsError::Kind;
    if (times.size() != values.size())
        return tl::unexpected(AnalyticsError {LengthsDiffer, std::min(times.size(), values.size())});
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (!std::isfinite(times[i]) || !std::isfinite(values[i]))
            return tl::unexpected(AnalyticsError {NotFinite, i});
        if (i > 0 && times[i] <= times[i - 1])
            return tl::unexpected(AnalyticsError {BadRange, i});
    }
    ReviewTally all;
    std::map<double, ReviewTally> byLead;
    ProjectionReviews reviews;
    for (std::size_t i = 0; i < projections.size(); ++i) {
        const PastProjection& projection = projections[i];
        if (!isFinite(projection))
            return tl::unexpected(AnalyticsError {NotFinite, i});
        if (projection.target <= projection.madeAt)
            return tl::unexpected(AnalyticsError {BadRange, i});
        if (projection.low && projection.high && *projection.low > *projection.high)
            return tl::unexpected(AnalyticsError {BadValue, i});
        const auto place = std::ranges::lower_bound(times, projection.target);
        if (place == times.end() || *place != projection.target) {
            ++reviews.pending;
            continue;
        }
        const double actual = values[std::size_t(place - times.begin())];
        all.add(projection, actual);
        byLead[projection.target - projection.madeAt].add(projection, actual);
    }
    reviews.all = all.result(std::nullopt);
    for (const auto& [lead, tally] : byLead)
        reviews.byLead.push_back(tally.result(lead));
    return reviews;
}

} // namespace lyceum::analytics
