// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/privacy/budgetledger.h"

#include <QString>

namespace lyceum::cli {

/// How many of the unit a ledger's whole number is: a millionth of epsilon, a billionth of rho.
[[nodiscard]] inline double unitOf(const analytics::PrivacyBudget& budget)
{
    return budget.unit == analytics::PrivacyBudget::Unit::Epsilon ? 1e-6 : 1e-9;
}

[[nodiscard]] inline QString nameOf(analytics::PrivacyBudget::Unit unit)
{
    return unit == analytics::PrivacyBudget::Unit::Epsilon ? QStringLiteral("epsilon") : QStringLiteral("rho");
}

} // namespace lyceum::cli
