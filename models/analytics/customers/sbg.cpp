// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customers/sbg.h"

#include "analytics/compensatedsum.h"
#include "analytics/customers/hypergeometric.h"
#include "analytics/quietmath.h"
#include "analytics/random.h"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr std::int64_t kMostCustomers = 1'000'000'000'000;
constexpr std::size_t kMostRenewals = 10'000;
constexpr std::int64_t kLossesToTrust = 30;

std::optional<AnalyticsError> whatIsWrong(const Renewals& renewals)
{
    if (renewals.due.size() != renewals.renewed.size())
        return AnalyticsError {Kind::LengthsDiffer, std::min(renewals.due.size(), renewals.renewed.size())};
    if (renewals.due.size() > kMostRenewals)
        return AnalyticsError {Kind::TooLarge, kMostRenewals};
    std::int64_t due = 0;
    std::int64_t renewed = 0;
    for (std::size_t i = 0; i < renewals.due.size(); ++i) {
        if (renewals.due[i] < 0 || renewals.renewed[i] < 0 || renewals.renewed[i] > renewals.due[i])
            return AnalyticsError {Kind::BadCount, i};
        if (renewals.due[i] > kMostCustomers - due)
            return AnalyticsError {Kind::TooLarge, i};
        due += renewals.due[i];
        renewed += renewals.renewed[i];
    }
    if (due == 0)
        return AnalyticsError {Kind::TooFew, 0};
    if (renewed == due || renewed == 0)
        return AnalyticsError {Kind::NoVariation, 0};
    return std::nullopt;
}

double logLikelihoodOf(const Renewals& renewals, double alpha, double beta)
{
    CompensatedSum sum;
    for (std::size_t i = 0; i < renewals.due.size(); ++i) {
        const double all = alpha + beta + double(i);
        const auto renewed = double(renewals.renewed[i]);
        const double lost = double(renewals.due[i]) - renewed;
        if (renewed > 0)
            sum.add(renewed * std::log((beta + double(i)) / all));
        if (lost > 0)
            sum.add(lost * std::log(alpha / all));
    }
    return sum.value();
}

tl::expected<LikelihoodFit, AnalyticsError> search(const Renewals& renewals, const LikelihoodOptions& options)
{
    LikelihoodProblem problem;
    problem.whole = [&renewals](std::span<const double> p) { return logLikelihoodOf(renewals, p[0], p[1]); };
    problem.starts = {{1, 1}, {0.5, 2}, {3, 10}, {0.1, 5}};
    problem.low.assign(2, 1e-6);
    problem.high.assign(2, 1e6);
    problem.n = *std::ranges::max_element(renewals.due);
    problem.rows = std::int64_t(renewals.due.size());
    return maximise(std::move(problem), options);
}

std::int64_t drawBinomial(std::int64_t n, double p, Random& random)
{
    if (n == 0)
        return 0;
    using Policy = boost::math::policies::policy<boost::math::policies::discrete_quantile<boost::math::policies::integer_round_up>,
        boost::math::policies::domain_error<boost::math::policies::ignore_error>,
        boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;
    const boost::math::binomial_distribution<double, Policy> law(double(n), p);
    return std::clamp(std::int64_t(boost::math::quantile(law, random.uniform() + 0x1p-54)), std::int64_t(0), n);
}

/// The models fitted to samples drawn from the fitted one.
std::vector<Sbg> bootstrapModels(const SbgFit& fit, const Renewals& renewals, const SbgCurveOptions& options)
{
    Random random(options.seed);
    LikelihoodOptions refit;
    refit.start = fit.fit.parameters;
    std::vector<Sbg> models;
    for (int draw = 0; draw < options.draws; ++draw) {
        Renewals sample = renewals;
        for (std::size_t i = 0; i < sample.due.size(); ++i)
            sample.renewed[i] = drawBinomial(sample.due[i], retentionRate(fit.model, std::int64_t(i) + 1), random);
        if (whatIsWrong(sample))
            continue;
        if (const auto found = search(sample, refit))
            models.push_back({found->parameters[0], found->parameters[1]});
    }
    return models;
}

Estimate estimateOf(double value, std::vector<double> drawn, double level)
{
    std::ranges::sort(drawn);
    const auto quantile = [&drawn](double share) { return drawn[std::size_t(share * double(drawn.size() - 1) + 0.5)]; };
    CompensatedSum sum;
    for (const double one : drawn)
        sum.add(one);
    const double mean = sum.value() / double(drawn.size());
    CompensatedSum squares;
    for (const double one : drawn)
        squares.add((one - mean) * (one - mean));
    return {value, std::sqrt(squares.value() / double(drawn.size() - 1)), quantile((1 - level) / 2), quantile((1 + level) / 2)};
}

} // namespace

tl::expected<Renewals, AnalyticsError> renewalsOf(const std::vector<std::vector<std::int64_t>>& survivors)
{
    Renewals renewals;
    std::int64_t all = 0;
    for (std::size_t cohort = 0; cohort < survivors.size(); ++cohort) {
        const std::vector<std::int64_t>& left = survivors[cohort];
        if (left.size() > kMostRenewals)
            return tl::unexpected(AnalyticsError {Kind::TooLarge, cohort});
        for (std::size_t i = 0; i < left.size(); ++i) {
            if (left[i] < 0 || (i > 0 && left[i] > left[i - 1]))
                return tl::unexpected(AnalyticsError {Kind::BadCount, cohort});
            if (left[i] > kMostCustomers - all)
                return tl::unexpected(AnalyticsError {Kind::TooLarge, cohort});
            all += left[i];
        }
        const std::size_t times = left.empty() ? 0 : left.size() - 1;
        if (renewals.due.size() < times) {
            renewals.due.resize(times);
            renewals.renewed.resize(times);
        }
        for (std::size_t i = 0; i < times; ++i) {
            renewals.due[i] += left[i];
            renewals.renewed[i] += left[i + 1];
        }
    }
    return renewals;
}

double retentionRate(const Sbg& model, std::int64_t number)
{
    const double passed = double(number) - 1;
    return (model.beta + passed) / (model.alpha + model.beta + passed);
}

double survivalShare(const Sbg& model, std::int64_t renewals)
{
    return std::exp(logBeta(model.alpha, model.beta + double(renewals)) - logBeta(model.alpha, model.beta));
}

double discountedRenewals(const Sbg& model, std::int64_t number, double discount)
{
    if (number < 1 || !(discount > 0))
        return std::numeric_limits<double>::quiet_NaN();
    const double b = model.beta + double(number);
    return retentionRate(model, number) * hypergeometricFromOne(b, model.alpha + b, 1 / (1 + discount));
}

tl::expected<SbgFit, AnalyticsError> fitSbg(const Renewals& renewals, const LikelihoodOptions& options)
{
    if (const auto wrong = whatIsWrong(renewals))
        return tl::unexpected(*wrong);
    auto found = search(renewals, options);
    if (!found)
        return tl::unexpected(found.error());
    std::int64_t lost = 0;
    std::int64_t observed = 0;
    for (std::size_t i = 0; i < renewals.due.size(); ++i) {
        lost += renewals.due[i] - renewals.renewed[i];
        if (renewals.due[i] > 0)
            observed = std::int64_t(i) + 1;
    }
    if (lost < kLossesToTrust)
        found->warnings.insert(found->warnings.begin(), Warning::TooFew);
    return SbgFit {{found->parameters[0], found->parameters[1]}, *std::move(found), observed};
}

tl::expected<std::vector<SbgRow>, AnalyticsError> sbgCurve(const SbgFit& fit, const Renewals& renewals, const SbgCurveOptions& options)
{
    constexpr int kFewestDraws = 100;
    constexpr int kMostDraws = 100'000;
    if (options.renewals < 0 || options.renewals > std::int64_t(kMostRenewals)
        || (options.draws != 0 && (options.draws < kFewestDraws || options.draws > kMostDraws)))
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    const std::vector<Sbg> models = bootstrapModels(fit, renewals, options);
    if (models.size() < std::size_t(options.draws) - std::size_t(options.draws) / 20)
        return tl::unexpected(AnalyticsError {Kind::NotConverged, models.size()});

    const auto estimateBy = [&](const auto& of) {
        if (models.empty())
            return derivedEstimate(fit.fit, [&of](std::span<const double> p) { return of(Sbg {p[0], p[1]}); }, Scale::Share);
        std::vector<double> drawn;
        for (const Sbg& model : models)
            drawn.push_back(of(model));
        return estimateOf(of(fit.model), std::move(drawn), fit.fit.level);
    };
    std::vector<SbgRow> rows;
    for (std::int64_t renewal = 0; renewal <= options.renewals; ++renewal) {
        SbgRow row;
        row.renewal = renewal;
        row.extrapolated = renewal > fit.observedRenewals;
        row.survival = {1, std::nullopt, std::nullopt, std::nullopt};
        if (renewal > 0) {
            row.survival = estimateBy([renewal](const Sbg& model) { return survivalShare(model, renewal); });
            row.retention = estimateBy([renewal](const Sbg& model) { return retentionRate(model, renewal); });
            const auto i = std::size_t(renewal - 1);
            if (i < renewals.due.size() && renewals.due[i] > 0)
                row.observed = double(renewals.renewed[i]) / double(renewals.due[i]);
        }
        rows.push_back(row);
    }
    return rows;
}

} // namespace lyceum::analytics
