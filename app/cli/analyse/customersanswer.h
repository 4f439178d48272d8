// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/customers/likelihoodfit.h"
#include "cli/session.h"

#include <QJsonObject>

namespace lyceum::cli {

class AnalysisTable;

/// `analyse customers` for models of buying without a contract, and for renewals.
[[nodiscard]] Result<ExitCode> runBuying(const Session& session);
[[nodiscard]] Result<ExitCode> runRenewals(const Session& session);

/// What every fit says of itself: n, logLikelihood, converged, level, method, parameters by name, warnings.
[[nodiscard]] QJsonObject fitJson(const analytics::LikelihoodFit& fit, const QStringList& names);
/// The same for people.
[[nodiscard]] QStringList fitLines(const analytics::LikelihoodFit& fit, const QStringList& names);

/// What no fit can be made of, where no single cell is to blame.
[[nodiscard]] Error unfittable(const analytics::AnalyticsError& error);

/// --discount, at least 0; --draws, 0 or 100 to 100 000; --seed.
struct Uncertainty {
    double discount = 0;
    int draws = 0;
    std::uint64_t seed = 1;
};
[[nodiscard]] Result<Uncertainty> uncertaintyOf(const Arguments& arguments);

} // namespace lyceum::cli
