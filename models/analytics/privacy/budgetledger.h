// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lyceum::analytics {

/**
 * What a release costs, in whole millionths of epsilon and billionths of rho, so that a ledger adds up exactly. A pure release has both:
 * its rho is epsilon^2 / 2, rounded up.
 */
struct PrivacyCost {
    std::int64_t microEpsilon = 0; ///< 0 for a release that is only zCDP
    std::int64_t nanoRho = 0;

    /// From 1 to 10^9 (epsilon 1 000).
    [[nodiscard]] static std::optional<PrivacyCost> pure(std::int64_t microEpsilon);
    /// From 1 to 10^14 (rho 100 000).
    [[nodiscard]] static std::optional<PrivacyCost> zcdp(std::int64_t nanoRho);
    /// The same from numbers as a person types them, rounded down: never more is spent than was said. nullopt below one unit.
    [[nodiscard]] static std::optional<PrivacyCost> pureAtMost(double epsilon);
    [[nodiscard]] static std::optional<PrivacyCost> zcdpAtMost(double rho);

    [[nodiscard]] bool isPure() const { return microEpsilon > 0; }
    [[nodiscard]] double epsilon() const { return double(microEpsilon) * 1e-6; }
    [[nodiscard]] double rho() const { return double(nanoRho) * 1e-9; }

    friend bool operator==(const PrivacyCost&, const PrivacyCost&) = default;
};

/// One release that was made.
struct LedgerEntry {
    std::string what; ///< as the ledger shows it
    std::int64_t atUtc = 0; ///< seconds
    PrivacyCost cost;

    friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
};

/// How much all releases together may cost: epsilon by adding up, which only pure releases fit into, or rho, which all do.
struct PrivacyBudget {
    enum class Unit { Epsilon, Rho };

    Unit unit = Unit::Rho;
    std::int64_t total = 0; ///< millionths of epsilon or billionths of rho; not below 0

    friend bool operator==(const PrivacyBudget&, const PrivacyBudget&) = default;
};

/**
 * What was spent of a budget: a fold over the entries, whose order does not matter. A value; whoever releases writes the entry in the same
 * transaction as the release.
 *
 * An entry is about everybody it could be about: two releases count together even when they are about different groups.
 */
class BudgetLedger {
public:
    /// BadCount for an entry whose cost could not have been made, `index` being the entry; BadRange for a total below 0.
    [[nodiscard]] static tl::expected<BudgetLedger, AnalyticsError> over(
        const PrivacyBudget& budget, std::span<const LedgerEntry> entries);

    [[nodiscard]] std::int64_t spent() const { return m_spent; } ///< in the budget's unit; capped at 9 * 10^18
    [[nodiscard]] std::int64_t remaining() const; ///< not below 0
    /// May a release of this cost go? What remains after it, or BudgetExceeded; also when a zCDP release meets a budget of epsilon, or an
    /// earlier one is among the entries.
    [[nodiscard]] tl::expected<std::int64_t, AnalyticsError> after(const PrivacyCost& cost) const;
    /// All releases together as (epsilon, delta): the better of adding up epsilon (pure ones only) and of rho. nullopt for a bad delta.
    [[nodiscard]] std::optional<double> epsilonAt(double delta) const;

private:
    PrivacyBudget m_budget;
    std::int64_t m_spent = 0;
    std::int64_t m_nanoRho = 0; ///< of all entries
    std::int64_t m_microEpsilon = 0;
    bool m_allPure = true;
};

} // namespace lyceum::analytics
