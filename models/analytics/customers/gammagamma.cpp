// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customers/gammagamma.h"

#include "analytics/compensatedsum.h"
#include "analytics/customers/hypergeometric.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

struct Spender {
    std::int64_t purchases = 0;
    double meanSpend = 0;
    std::int64_t customers = 0;
};

/// What a likelihood needs of its number of purchases alone.
struct SpendConstant {
    double constant = 0;
    double shape = 0; ///< p x

    SpendConstant(const GammaGamma& m, std::int64_t purchases)
    {
        const auto x = double(purchases);
        shape = m.p * x;
        constant = logGamma(shape + m.q) - logGamma(shape) - logGamma(m.q) + m.q * std::log(m.v) + shape * std::log(x);
    }

    [[nodiscard]] double logLikelihood(const GammaGamma& m, double x, double spend) const
    {
        return constant + (shape - 1) * std::log(spend) - (shape + m.q) * std::log(x * spend + m.v);
    }
};

double logLikelihoodOf(const GammaGamma& model, const std::vector<Spender>& spenders)
{
    CompensatedSum sum;
    std::int64_t purchases = 1;
    SpendConstant known(model, purchases);
    for (const Spender& spender : spenders) {
        if (spender.purchases != purchases) {
            purchases = spender.purchases;
            known = SpendConstant(model, purchases);
        }
        sum.add(double(spender.customers) * known.logLikelihood(model, double(purchases), spender.meanSpend));
    }
    return sum.value();
}

tl::expected<std::vector<Spender>, AnalyticsError> spendersOf(const SpendSample& sample)
{
    constexpr std::int64_t kMost = 1'000'000'000'000;
    const std::size_t n = sample.purchases.size();
    for (const std::size_t length : {sample.meanSpend.size(), sample.weight.empty() ? n : sample.weight.size()}) {
        if (length != n)
            return tl::unexpected(AnalyticsError {Kind::LengthsDiffer, std::min(length, n)});
    }
    std::vector<Spender> all;
    std::int64_t customers = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const std::int64_t weight = sample.weight.empty() ? 1 : sample.weight[i];
        if (sample.purchases[i] < 0 || weight < 0)
            return tl::unexpected(AnalyticsError {Kind::BadCount, i});
        if (sample.purchases[i] > kMost || weight > kMost - customers)
            return tl::unexpected(AnalyticsError {Kind::TooLarge, i});
        if (sample.purchases[i] == 0 || weight == 0)
            continue;
        if (!std::isfinite(sample.meanSpend[i]))
            return tl::unexpected(AnalyticsError {Kind::NotFinite, i});
        if (sample.meanSpend[i] <= 0)
            return tl::unexpected(AnalyticsError {Kind::BadValue, i});
        customers += weight;
        all.push_back({sample.purchases[i], sample.meanSpend[i], weight});
    }
    std::ranges::sort(all, [](const Spender& a, const Spender& b) {
        return a.purchases != b.purchases ? a.purchases < b.purchases : a.meanSpend < b.meanSpend;
    });
    std::vector<Spender> grouped;
    for (const Spender& spender : all) {
        if (!grouped.empty() && grouped.back().purchases == spender.purchases && grouped.back().meanSpend == spender.meanSpend)
            grouped.back().customers += spender.customers;
        else
            grouped.push_back(spender);
    }
    return grouped;
}

std::optional<double> correlationOf(const std::vector<Spender>& spenders, double customers, double meanSpend)
{
    CompensatedSum purchases;
    for (const Spender& one : spenders)
        purchases.add(double(one.customers) * double(one.purchases));
    const double meanPurchases = purchases.value() / customers;
    CompensatedSum xx;
    CompensatedSum xy;
    CompensatedSum yy;
    for (const Spender& one : spenders) {
        const double dx = double(one.purchases) - meanPurchases;
        const double dy = (one.meanSpend - meanSpend) / meanSpend;
        xx.add(double(one.customers) * dx * dx);
        xy.add(double(one.customers) * dx * dy);
        yy.add(double(one.customers) * dy * dy);
    }
    const double scale = std::sqrt(xx.value()) * std::sqrt(yy.value());
    return scale > 0 ? std::optional(std::clamp(xy.value() / scale, -1.0, 1.0)) : std::nullopt;
}

} // namespace

double logLikelihood(const GammaGamma& model, std::int64_t purchases, double meanSpend)
{
    return SpendConstant(model, purchases).logLikelihood(model, double(purchases), meanSpend);
}

std::optional<double> expectedSpend(const GammaGamma& model, std::int64_t purchases, double meanSpend)
{
    const auto x = double(purchases);
    const double below = model.p * x + model.q - 1;
    if (!(below > 0))
        return std::nullopt;
    return model.p * (model.v + (purchases > 0 ? x * meanSpend : 0)) / below;
}

tl::expected<GammaGammaFit, AnalyticsError> fitGammaGamma(const SpendSample& sample, const LikelihoodOptions& options)
{
    constexpr std::int64_t kCustomersToTrust = 30;
    constexpr double kCorrelationToTrust = 0.3;
    const auto spenders = spendersOf(sample);
    if (!spenders)
        return tl::unexpected(spenders.error());
    std::int64_t customers = 0;
    CompensatedSum spend;
    for (const Spender& one : *spenders) {
        customers += one.customers;
        spend.add(double(one.customers) * one.meanSpend);
    }
    if (customers < 2)
        return tl::unexpected(AnalyticsError {Kind::TooFew, std::size_t(customers)});
    const bool isConstant = std::ranges::all_of(*spenders, [&](const Spender& one) { return one.meanSpend == spenders->front().meanSpend; });
    if (isConstant)
        return tl::unexpected(AnalyticsError {Kind::NoVariation, 0});
    const double mean = spend.value() / double(customers);
    if (!std::isfinite(mean))
        return tl::unexpected(AnalyticsError {Kind::TooLarge, 0});

    LikelihoodProblem problem;
    problem.whole = [&spenders](std::span<const double> p) { return logLikelihoodOf({p[0], p[1], p[2]}, *spenders); };
    problem.starts = {{2, 3, mean}, {6, 4, mean / 2}, {1, 10, 9 * mean}, {30, 20, 0.6 * mean}};
    problem.low = {1e-4, 1e-4, 1e-6 * mean};
    problem.high = {1e5, 1e5, 1e6 * mean};
    problem.n = customers;
    problem.rows = std::int64_t(spenders->size());
    auto found = maximise(std::move(problem), options);
    if (!found)
        return tl::unexpected(found.error());

    GammaGammaFit result;
    result.model = {found->parameters[0], found->parameters[1], found->parameters[2]};
    result.correlation = correlationOf(*spenders, double(customers), mean);
    if (result.model.q > 1) {
        result.meanSpend
            = derivedEstimate(*found, [](std::span<const double> p) { return p[0] * p[2] / (p[1] - 1); }, Scale::Positive);
    }
    if (customers < kCustomersToTrust)
        found->warnings.insert(found->warnings.begin(), Warning::TooFew);
    if (result.correlation && std::abs(*result.correlation) > kCorrelationToTrust)
        found->warnings.push_back(Warning::AssumptionFailed);
    result.fit = *std::move(found);
    return result;
}

} // namespace lyceum::analytics
