// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/privacy/budgetledger.h"
#include "storage/privacyreleases.h"
#include "storage/workspacefile.h"

#include <functional>

namespace lyceum::insights {

/// What all releases of a workspace together may cost. nullopt until somebody has set it.
[[nodiscard]] Result<std::optional<analytics::PrivacyBudget>> privacyBudgetOf(storage::Connection& connection);
/// Sets it; a lower one than what was spent already only means that nothing more may go.
[[nodiscard]] Result<void> setPrivacyBudget(storage::WorkspaceFile& file, const QString& author, const analytics::PrivacyBudget& budget);

/// What was spent of a budget by the releases of a workspace.
[[nodiscard]] Result<analytics::BudgetLedger> privacyLedgerOf(storage::Connection& connection, const analytics::PrivacyBudget& budget);

/// What is to be published.
struct ReleaseRequest {
    QString name; ///< as the ledger shows it
    QString question; ///< everything the figures depend on; the same again is answered with the same figures
    QString mechanism; ///< "discrete-laplace" or "discrete-gaussian"
    analytics::PrivacyCost cost;
};

struct ReleaseAnswer {
    PrivacyRelease release;
    bool isRepeated = false; ///< it was published before, and cost nothing now
};

/**
 * Publishes figures on the budget of the workspace: asks whether they may go, draws their noise and writes the ledger's entry in one
 * commit, so that nothing is known that was not paid for.
 *
 * @param draw  makes the figures with their noise, as JSON; called at most once, and not at all for a question that was answered before
 * @return PrivacyBudgetMissing, PrivacyBudgetSpent, the errors of `draw` and of committing. After an error nothing was published and nothing spent.
 */
[[nodiscard]] Result<ReleaseAnswer> release(
    storage::WorkspaceFile& file, const QString& author, qint64 nowUtc, const ReleaseRequest& request, const std::function<Result<QString>()>& draw);

} // namespace lyceum::insights
