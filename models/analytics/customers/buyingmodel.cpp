// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customers/buyingmodel.h"

#include "analytics/compensatedsum.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace lyceum::analytics {
namespace {

constexpr std::int64_t kCustomersToTrust = 100;
constexpr std::int64_t kRepeatersToTrust = 30;
/// So many customers tell where to look; the fit itself is made on all.
constexpr std::int64_t kPart = 1'500;

BuyingModel modelOf(BuyingKind kind, std::span<const double> p)
{
    switch (kind) {
    case BuyingKind::BgNbd:
        return BgNbd {p[0], p[1], p[2], p[3]};
    case BuyingKind::ParetoNbd:
        return ParetoNbd {p[0], p[1], p[2], p[3]};
    case BuyingKind::BgBb:
        return BgBb {p[0], p[1], p[2], p[3]};
    }
    return {};
}

/// Every so many-th customer in the order of the groups, without chance.
std::vector<HistoryGroup> partOf(const GroupedHistories& histories)
{
    std::vector<HistoryGroup> part;
    std::int64_t passed = 0;
    std::int64_t taken = 0;
    for (const HistoryGroup& group : histories.groups) {
        passed += group.customers;
        const std::int64_t due = std::int64_t(double(passed) / double(histories.customers) * double(kPart));
        if (due > taken)
            part.push_back({group.history, due - taken});
        taken = due;
    }
    return part;
}

/// Where to look, from what is plain: purchases over time watched, or over chances.
void addSearchPlan(LikelihoodProblem& problem, BuyingKind kind, const GroupedHistories& histories)
{
    constexpr double kLeast = 1e-5;
    constexpr double kMost = 1e5;
    CompensatedSum watched;
    for (const HistoryGroup& group : histories.groups)
        watched.add(double(group.customers) * group.history.age);
    const double rate = double(histories.repeats) / watched.value();
    const double age = watched.value() / double(histories.customers);
    problem.low.assign(4, kLeast);
    problem.high.assign(4, kMost);
    switch (kind) {
    case BuyingKind::BgNbd:
        problem.low[1] = kLeast * std::min(age, 1 / rate);
        problem.high[1] = kMost * std::max(age, 1 / rate);
        problem.starts = {{0.25, 0.2 / rate, 0.8, 2.5}, {1, 0.8 / rate, 1, 5}, {4, 4 / rate, 0.5, 20}};
        break;
    case BuyingKind::ParetoNbd:
        problem.low[1] = problem.low[3] = kLeast * std::min(age, 1 / rate);
        problem.high[1] = problem.high[3] = kMost * std::max(age, 1 / rate);
        problem.starts = {{0.5, 0.4 / rate, 0.6, 0.4 * age}, {1, 0.8 / rate, 1, 2 * age}, {4, 4 / rate, 0.4, age}};
        break;
    case BuyingKind::BgBb: {
        const double odds = rate / std::max(1 - rate, 1e-3);
        problem.starts = {{1.2, 1.2 / odds / 2, 0.7, 3}, {0.5, 0.5 / odds, 1, 10}, {3, 3 / odds, 0.3, 1}};
        break;
    }
    }
}

bool isConstant(BuyingKind kind, const GroupedHistories& histories)
{
    if (histories.repeats == 0)
        return true;
    return kind == BuyingKind::BgBb && std::ranges::all_of(histories.groups, [](const HistoryGroup& group) {
        return group.customers == 0 || double(group.history.frequency) == group.history.age;
    });
}

} // namespace

BuyingModel BuyingFit::with(std::span<const double> parameters) const
{
    return modelOf(BuyingKind(model.index()), parameters);
}

tl::expected<BuyingFit, AnalyticsError> fitBuying(BuyingKind kind, const GroupedHistories& histories, const LikelihoodOptions& options)
{
    using Kind = AnalyticsError::Kind;
    if (histories.isDiscrete != (kind == BuyingKind::BgBb))
        return tl::unexpected(AnalyticsError {Kind::BadValue, 0});
    if (histories.customers < 1)
        return tl::unexpected(AnalyticsError {Kind::TooFew, 0});
    if (isConstant(kind, histories))
        return tl::unexpected(AnalyticsError {Kind::NoVariation, 0});

    const auto likelihoodOver = [kind](std::span<const HistoryGroup> groups) {
        return [kind, groups](std::span<const double> parameters) {
            return std::visit([groups](const auto& model) { return logLikelihood(model, groups); }, modelOf(kind, parameters));
        };
    };
    LikelihoodProblem problem;
    problem.whole = likelihoodOver(histories.groups);
    const std::vector<HistoryGroup> part = partOf(histories);
    if (part.size() < histories.groups.size() / 2 && histories.customers > 2 * kPart)
        problem.part = likelihoodOver(part);
    problem.n = histories.customers;
    problem.rows = std::int64_t(histories.groups.size());
    addSearchPlan(problem, kind, histories);
    auto fit = maximise(std::move(problem), options);
    if (!fit)
        return tl::unexpected(fit.error());
    if (histories.customers < kCustomersToTrust || histories.repeatCustomers < kRepeatersToTrust)
        fit->warnings.insert(fit->warnings.begin(), Warning::TooFew);
    return BuyingFit {modelOf(kind, fit->parameters), *std::move(fit), histories.longestAge};
}

double probabilityAlive(const BuyingModel& model, const CustomerHistory& history)
{
    return std::visit([&](const auto& one) { return probabilityAlive(one, history); }, model);
}

double expectedPurchases(const BuyingModel& model, const CustomerHistory& history, double time)
{
    return std::visit([&](const auto& one) { return expectedPurchases(one, history, time); }, model);
}

double expectedPurchases(const BuyingModel& model, double time)
{
    return std::visit([&](const auto& one) { return expectedPurchases(one, time); }, model);
}

double discountedPurchases(const BuyingModel& model, const CustomerHistory& history, double time, double rate)
{
    return std::visit([&](const auto& one) { return discountedPurchases(one, history, time, rate); }, model);
}

double frequencyProbability(const BuyingModel& model, std::int64_t frequency, double time)
{
    return std::visit([&](const auto& one) { return frequencyProbability(one, frequency, time); }, model);
}

FrequencyTable frequencyTable(const BuyingFit& fit, const GroupedHistories& histories, std::int64_t last)
{
    FrequencyTable table;
    for (std::int64_t x = 0; x <= last; ++x)
        table.rows.push_back({x, x == last, 0, 0});
    std::map<double, std::int64_t> byAge;
    for (const HistoryGroup& group : histories.groups) {
        table.rows[std::size_t(std::min(group.history.frequency, last))].actual += group.customers;
        byAge[group.history.age] += group.customers;
    }
    for (const auto& [age, customers] : byAge) {
        double rest = 1;
        for (std::int64_t x = 0; x < last; ++x) {
            const double share = frequencyProbability(fit.model, x, age);
            table.rows[std::size_t(x)].expected += double(customers) * share;
            rest -= share;
        }
        table.rows.back().expected += double(customers) * std::max(rest, 0.0);
    }

    constexpr double kEnough = 5;
    double chiSquare = 0;
    int cells = 0;
    double actual = 0;
    double expected = 0;
    double left = double(histories.customers); // expected by the rows not yet in a cell
    for (const FrequencyRow& row : table.rows) {
        actual += double(row.actual);
        expected += row.expected;
        left -= row.expected;
        if (!row.andMore && (expected < kEnough || left < kEnough))
            continue;
        if (expected > 0)
            chiSquare += (actual - expected) * (actual - expected) / expected;
        ++cells;
        actual = expected = 0;
    }
    table.test = chiSquareTest(chiSquare, cells - 1 - int(fit.fit.parameters.size()));
    return table;
}

} // namespace lyceum::analytics
