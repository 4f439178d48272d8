// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/privacy/budgetledger.h"

#include "analytics/privacy/privacyaccounting.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

constexpr std::int64_t kMostMicroEpsilon = 1'000'000'000;
constexpr std::int64_t kMostNanoRho = 1'000'000'000'000'000;
constexpr std::int64_t kMostSpent = 9'000'000'000'000'000'000;

std::int64_t addedUp(std::int64_t a, std::int64_t b)
{
    return a > kMostSpent - b ? kMostSpent : a + b;
}

/// The greatest whole number of units that is not more than the number; a number that was typed in units, as 0.3, is that many.
std::optional<std::int64_t> unitsAtMost(double number, double perUnit, std::int64_t most)
{
    if (!(number > 0) || !(number * perUnit <= double(most)))
        return std::nullopt;
    auto units = std::int64_t(std::llround(number * perUnit));
    if (double(units) / perUnit > number)
        --units;
    return units >= 1 ? std::optional(units) : std::nullopt;
}

bool isPossible(const PrivacyCost& cost)
{
    return cost.isPure() ? PrivacyCost::pure(cost.microEpsilon) == cost : cost.microEpsilon == 0 && PrivacyCost::zcdp(cost.nanoRho) == cost;
}

} // namespace

std::optional<PrivacyCost> PrivacyCost::pure(std::int64_t microEpsilon)
{
    if (microEpsilon < 1 || microEpsilon > kMostMicroEpsilon)
        return std::nullopt;
    return PrivacyCost {microEpsilon, (microEpsilon * microEpsilon + 1999) / 2000}; // (1e-6 e)^2 / 2 in 1e-9, up
}

std::optional<PrivacyCost> PrivacyCost::zcdp(std::int64_t nanoRho)
{
    if (nanoRho < 1 || nanoRho > kMostNanoRho / 10)
        return std::nullopt;
    return PrivacyCost {0, nanoRho};
}

std::optional<PrivacyCost> PrivacyCost::pureAtMost(double epsilon)
{
    const auto units = unitsAtMost(epsilon, 1e6, kMostMicroEpsilon);
    return units ? pure(*units) : std::nullopt;
}

std::optional<PrivacyCost> PrivacyCost::zcdpAtMost(double rho)
{
    const auto units = unitsAtMost(rho, 1e9, kMostNanoRho / 10);
    return units ? zcdp(*units) : std::nullopt;
}

tl::expected<BudgetLedger, AnalyticsError> BudgetLedger::over(const PrivacyBudget& budget, std::span<const LedgerEntry> entries)
{
    if (budget.total < 0)
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::BadRange, 0});
    BudgetLedger ledger;
    ledger.m_budget = budget;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const PrivacyCost& cost = entries[i].cost;
        if (!isPossible(cost))
            return tl::unexpected(AnalyticsError {AnalyticsError::Kind::BadCount, i});
        ledger.m_nanoRho = addedUp(ledger.m_nanoRho, cost.nanoRho);
        ledger.m_microEpsilon = addedUp(ledger.m_microEpsilon, cost.microEpsilon);
        ledger.m_allPure = ledger.m_allPure && cost.isPure();
    }
    const bool isEpsilon = budget.unit == PrivacyBudget::Unit::Epsilon;
    ledger.m_spent = !isEpsilon ? ledger.m_nanoRho : ledger.m_allPure ? ledger.m_microEpsilon : kMostSpent;
    return ledger;
}

std::int64_t BudgetLedger::remaining() const
{
    return std::max(m_budget.total - std::min(m_spent, m_budget.total), std::int64_t(0));
}

tl::expected<std::int64_t, AnalyticsError> BudgetLedger::after(const PrivacyCost& cost) const
{
    const auto exceeded = tl::unexpected(AnalyticsError {AnalyticsError::Kind::BudgetExceeded, 0});
    const bool isEpsilon = m_budget.unit == PrivacyBudget::Unit::Epsilon;
    if (!isPossible(cost) || (isEpsilon && !cost.isPure()))
        return exceeded;
    const std::int64_t price = isEpsilon ? cost.microEpsilon : cost.nanoRho;
    if (m_spent > m_budget.total || price > m_budget.total - m_spent)
        return exceeded;
    return m_budget.total - m_spent - price;
}

std::optional<double> BudgetLedger::epsilonAt(double delta) const
{
    const auto byRho = epsilonOfZcdp(double(m_nanoRho) * 1e-9, delta);
    if (!byRho)
        return std::nullopt;
    return m_allPure ? std::min(*byRho, double(m_microEpsilon) * 1e-6) : *byRho;
}

} // namespace lyceum::analytics
