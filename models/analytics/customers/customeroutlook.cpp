// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customers/customeroutlook.h"

#include "analytics/compensatedsum.h"
#include "analytics/proportion.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr double kNoEnd = std::numeric_limits<double>::infinity();

/// Something of a customer of one history, and the sum of it over all customers.
using OfHistory = std::function<double(const BuyingModel&, const CustomerHistory&)>;

double totalOf(const BuyingModel& model, const GroupedHistories& histories, const OfHistory& of)
{
    CompensatedSum sum;
    for (const HistoryGroup& group : histories.groups) {
        if (group.customers > 0)
            sum.add(double(group.customers) * of(model, group.history));
    }
    return sum.value();
}

Estimate totalEstimate(const BuyingFit& fit, const GroupedHistories& histories, const OutlookOptions& options, const OfHistory& of)
{
    const Derived derived = [&](std::span<const double> p) { return totalOf(fit.with(p), histories, of); };
    return options.draws == 0 ? derivedEstimate(fit.fit, derived, Scale::Positive)
                              : drawnEstimate(fit.fit, derived, options.draws, options.seed);
}

bool isInDomain(const BuyingFit& fit, const OutlookOptions& options)
{
    constexpr int kFewestDraws = 100;
    constexpr int kMostDraws = 100'000;
    if (!(options.time >= 0) || !std::isfinite(options.time) || !(options.discount >= 0) || !std::isfinite(options.discount))
        return false;
    if (std::holds_alternative<BgBb>(fit.model) && options.time != std::floor(options.time))
        return false;
    return options.draws == 0 || (options.draws >= kFewestDraws && options.draws <= kMostDraws);
}

} // namespace

tl::expected<CustomerOutlook, AnalyticsError> outlookOf(
    const BuyingFit& fit, const GroupedHistories& histories, const OutlookOptions& options)
{
    constexpr double kLeastRateOfLifetime = 1e-9;
    if (!isInDomain(fit, options))
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    const double rate = std::log1p(options.discount);
    const bool hasLifetime = rate >= kLeastRateOfLifetime && !std::holds_alternative<BgNbd>(fit.model);
    const OfHistory alive = [](const BuyingModel& m, const CustomerHistory& h) { return probabilityAlive(m, h); };
    const OfHistory purchases = [&](const BuyingModel& m, const CustomerHistory& h) { return expectedPurchases(m, h, options.time); };
    const OfHistory discounted = [&](const BuyingModel& m, const CustomerHistory& h) { return discountedPurchases(m, h, options.time, rate); };
    const OfHistory lifetime = [&](const BuyingModel& m, const CustomerHistory& h) { return discountedPurchases(m, h, kNoEnd, rate); };

    CustomerOutlook outlook;
    outlook.options = options;
    for (std::size_t i = 0; i < histories.groups.size(); ++i) {
        const CustomerHistory& history = histories.groups[i].history;
        HistoryOutlook one {alive(fit.model, history), purchases(fit.model, history), 0, std::nullopt};
        one.discounted = rate > 0 ? discounted(fit.model, history) : one.purchases;
        if (hasLifetime)
            one.lifetime = lifetime(fit.model, history);
        if (!std::isfinite(one.purchases) || !std::isfinite(one.discounted))
            return tl::unexpected(AnalyticsError {Kind::TooLarge, i});
        outlook.groups.push_back(one);
    }
    outlook.alive = totalEstimate(fit, histories, options, alive);
    if (outlook.alive.high)
        outlook.alive.high = std::min(*outlook.alive.high, double(histories.customers));
    outlook.purchases = totalEstimate(fit, histories, options, purchases);
    outlook.discounted = rate > 0 ? totalEstimate(fit, histories, options, discounted) : outlook.purchases;
    if (hasLifetime)
        outlook.lifetime = totalEstimate(fit, histories, options, lifetime);
    if (options.time > fit.longestAge || hasLifetime)
        outlook.warnings.push_back(Warning::Extrapolating);
    return outlook;
}

tl::expected<HoldoutComparison, AnalyticsError> compareWithHoldout(
    const CustomerOutlook& outlook, const GroupedHistories& histories, const CustomerSample& sample, std::span<const std::int64_t> actual)
{
    constexpr std::int64_t kLastRow = 7;
    if (actual.size() != histories.groupOf.size() || sample.frequency.size() != actual.size())
        return tl::unexpected(AnalyticsError {Kind::LengthsDiffer, std::min(actual.size(), histories.groupOf.size())});
    HoldoutComparison comparison;
    comparison.predicted = outlook.purchases;
    std::vector<HoldoutRow> rows(kLastRow + 1);
    CompensatedSum absolute;
    CompensatedSum square;
    for (std::size_t i = 0; i < actual.size(); ++i) {
        constexpr std::int64_t kMost = 1'000'000'000'000;
        const std::int64_t weight = sample.weight.empty() ? 1 : sample.weight[i];
        if (actual[i] < 0 || actual[i] > kMost || (weight > 0 && actual[i] > (kMost - std::min(comparison.actual, kMost)) / weight))
            return tl::unexpected(AnalyticsError {Kind::BadCount, i});
        const double predicted = outlook.groups[histories.groupOf[i]].purchases;
        HoldoutRow& row = rows[std::size_t(std::min(sample.frequency[i], kLastRow))];
        row.customers += weight;
        row.predicted += double(weight) * predicted;
        row.actual += double(weight) * double(actual[i]);
        comparison.actual += weight * actual[i];
        const double error = double(actual[i]) - predicted;
        absolute.add(double(weight) * std::abs(error));
        square.add(double(weight) * error * error);
    }
    const auto customers = double(histories.customers);
    comparison.meanAbsoluteError = absolute.value() / customers;
    comparison.rootMeanSquareError = std::sqrt(square.value() / customers);
    for (std::size_t x = 0; x < rows.size(); ++x) {
        HoldoutRow row = rows[x];
        if (row.customers == 0)
            continue;
        row.frequency = std::int64_t(x);
        row.andMore = row.frequency == kLastRow;
        row.predicted /= double(row.customers);
        row.actual /= double(row.customers);
        comparison.rows.push_back(row);
    }
    return comparison;
}

tl::expected<Estimate, AnalyticsError> residualValue(const BuyingFit& fit, const GroupedHistories& histories,
    const CustomerOutlook& outlook, const GammaGammaFit& spend, const SpendSample& spends)
{
    const std::size_t n = histories.groupOf.size();
    if (spends.purchases.size() != n || spends.meanSpend.size() != n || (!spends.weight.empty() && spends.weight.size() != n))
        return tl::unexpected(AnalyticsError {Kind::LengthsDiffer, std::min(spends.purchases.size(), n)});
    const auto weightOf = [&](std::size_t i) { return spends.weight.empty() ? 1.0 : double(spends.weight[i]); };
    std::vector<double> spendOfGroup(histories.groups.size());
    for (std::size_t i = 0; i < n; ++i) {
        const auto expected = expectedSpend(spend.model, spends.purchases[i], spends.meanSpend[i]);
        if (!expected || !std::isfinite(*expected))
            return tl::unexpected(AnalyticsError {Kind::NotConverged, i});
        spendOfGroup[histories.groupOf[i]] += weightOf(i) * *expected;
    }
    const double rate = std::log1p(outlook.options.discount);
    const Derived byBuying = [&](std::span<const double> p) {
        const BuyingModel model = fit.with(p);
        CompensatedSum sum;
        for (std::size_t g = 0; g < histories.groups.size(); ++g)
            sum.add(spendOfGroup[g] * discountedPurchases(model, histories.groups[g].history, outlook.options.time, rate));
        return sum.value();
    };
    const Derived bySpend = [&](std::span<const double> p) {
        CompensatedSum sum;
        for (std::size_t i = 0; i < n; ++i) {
            const auto expected = expectedSpend({p[0], p[1], p[2]}, spends.purchases[i], spends.meanSpend[i]);
            sum.add(expected ? weightOf(i) * outlook.groups[histories.groupOf[i]].discounted * *expected
                             : std::numeric_limits<double>::quiet_NaN());
        }
        return sum.value();
    };
    const Estimate one = derivedEstimate(fit.fit, byBuying, Scale::Positive);
    const Estimate other = derivedEstimate(spend.fit, bySpend, Scale::Positive);
    Estimate value {one.value, std::nullopt, std::nullopt, std::nullopt};
    const auto z = zForLevel(fit.fit.level);
    if (one.stdError && other.stdError && z && one.value > 0) {
        value.stdError = std::hypot(*one.stdError, *other.stdError);
        const double reach = *z * *value.stdError / value.value;
        value.low = value.value * std::exp(-reach);
        value.high = value.value * std::exp(reach);
    }
    return value;
}

} // namespace lyceum::analytics
