// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/lifetimevalue.h"

#include "analytics/compensatedsum.h"
#include "analytics/proportion.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

} // namespace

tl::expected<std::optional<Estimate>, AnalyticsError> lifetimeValue(
    double revenue, std::int64_t churned, std::int64_t atRisk, double level)
{
    const std::optional<double> z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    if (!std::isfinite(revenue) || revenue < 0)
        return tl::unexpected(AnalyticsError {Kind::BadValue, 0});
    const auto churn = wilsonInterval(churned, atRisk, *z);
    if (!churn)
        return tl::unexpected(AnalyticsError {Kind::BadCount, 0});
    if (churned == 0)
        return std::optional<Estimate>();
    Estimate value {revenue / churn->estimate, {}, {}, {}};
    value.low = revenue / churn->high;
    value.high = revenue / churn->low;
    return std::optional(value);
}

tl::expected<std::optional<Estimate>, AnalyticsError> lifetimeValueOfMonth(
    std::span<const MrrPeriod> months, std::size_t at, std::size_t before, double level)
{
    const std::optional<double> z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    if (at >= months.size() || before < 1)
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    double sum = 0;
    std::int64_t counted = 0;
    std::int64_t churned = 0;
    std::int64_t atRisk = 0;
    for (std::size_t i = at - std::min(at, before); i < at; ++i) {
        if (months[i].customersOpening <= 0)
            continue;
        sum += double(months[i].count(MrrMovement::Churn)) / double(months[i].customersOpening);
        churned += months[i].count(MrrMovement::Churn);
        atRisk += months[i].customersOpening;
        ++counted;
    }
    if (months[at].customersClosing <= 0 || counted == 0 || churned == 0)
        return std::optional<Estimate>();
    const double churn = sum / double(counted);
    const double arpa = double(months[at].closing) / double(months[at].customersClosing);
    Estimate value {arpa / churn, {}, {}, {}};
    if (const auto pooled = wilsonInterval(churned, atRisk, *z)) {
        value.low = value.value * pooled->estimate / pooled->high;
        value.high = value.value * pooled->estimate / pooled->low;
    }
    return std::optional(value);
}

tl::expected<double, AnalyticsError> lifetimeValueOfCurve(double margin, double discount, std::span<const double> survival)
{
    if (!std::isfinite(margin) || !std::isfinite(discount) || discount <= -1)
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    CompensatedSum sum;
    double last = 1;
    double worth = 1;
    for (std::size_t month = 0; month < survival.size(); ++month) {
        if (!(survival[month] >= 0 && survival[month] <= last)) // false for NaN
            return tl::unexpected(AnalyticsError {Kind::BadValue, month});
        last = survival[month];
        sum.add(margin * last * worth);
        worth /= 1 + discount;
    }
    return sum.value();
}

tl::expected<std::optional<double>, AnalyticsError> lifetimeValueAtConstantChurn(double margin, double discount, double churn)
{
    if (!std::isfinite(margin) || !std::isfinite(discount) || discount <= -1 || !(churn >= 0 && churn <= 1))
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    if (churn + discount <= 0)
        return std::optional<double>();
    return std::optional(margin * (1 + discount) / (discount + churn));
}

} // namespace lyceum::analytics
