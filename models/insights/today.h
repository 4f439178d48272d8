// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "community/ids.h"
#include "community/money.h"
#include "insights/ruleset.h"
#include "storage/connection.h"

#include <QList>

namespace lyceum::insights {

/// A key figure with what it was a period ago. An interval is given where the figure is an estimate of a rate.
struct Figure {
    double value = 0;
    std::optional<double> before; ///< the same, one period earlier; missing when there is no data that far back
    std::optional<double> low;
    std::optional<double> high;
    qint64 n = 0; ///< what a rate is a share of
    QList<double> trend; ///< by week, oldest first, ending now; may be empty
};

struct MoneyFigure {
    QString currency;
    Figure minorUnits;
};

/**
 * What the Today page shows. A period is kPeriodDays long and ends now.
 *
 * `before` is what the same figure was by what had happened a period ago, so it is also what this page answers as of that time. It is
 * missing when there was nobody yet: at that time for what is counted at an instant, when that period began for what is counted over one.
 */
struct TodayAnswer {
    static constexpr int kPeriodDays = 30;

    Figure members; ///< living members now
    Figure paying; ///< members whose paid access is in force: not those who paused, and not those in their days of grace
    Figure joined; ///< in the period; Poisson interval (Garwood)
    /// Paid times that ended in the period and, so far, do not go on; also of those who came in it. Poisson interval.
    Figure left;
    /// Of those who were paying when the period began, the share who left in it. Wilson interval; without one (n is 0) there is no rate.
    Figure churn;
    Figure active; ///< members with any activity on the last kPeriodDays local days, today included
    QList<MoneyFigure> mrr; ///< per currency, by its code; never converted

    enum class Need {
        ReportedComments, ///< published comments somebody reported
        UnansweredNewcomers, ///< first comments of members who joined lately, without a reply
        FailedPayments, ///< subscriptions past due or unpaid
        EndingSoon, ///< cancelled, paid access ends within the period
        ComplimentaryEnding,
        Conflicts, ///< waiting for a person's decision
        RefusedChanges, ///< what the store said no to
        SyncProblem, ///< the last sync did not end well
        NeverSynced, ///< connected to no store
    };
    struct Attention {
        Need need = Need::ReportedComments;
        qint64 count = 0;
        QList<MemberId> members; ///< behind it, where members are; up to 1000
        QString detail; ///< for SyncProblem the stable name of the error's kind
    };
    QList<Attention> attention; ///< only what there is; most pressing first
    std::optional<qint64> lastSyncAtUtc;
    Provenance provenance;
};

/// Figures are as of the instant; what needs attention is always what stands in the workspace now. Streams the paying histories once.
[[nodiscard]] Result<TodayAnswer> today(storage::Connection& connection, const RuleSet& rules, qint64 asOfUtc);

} // namespace lyceum::insights
