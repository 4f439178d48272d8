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

/// What the Today page shows. A period is kPeriodDays long.
struct TodayAnswer {
    static constexpr int kPeriodDays = 30;

    Figure members; ///< living members now
    Figure paying;
    Figure joined; ///< in the period; Poisson interval (Garwood)
    Figure left; ///< paying members who left in the period; Poisson interval
    Figure churn; ///< left / paying at the start of the period; Wilson interval
    Figure active; ///< members with any activity in the period
    QList<MoneyFigure> mrr; ///< per currency, never converted

    enum class Need {
        ReportedComments, ///< published comments somebody reported
        UnansweredNewcomers, ///< first comments of members who joined lately, without a reply
        FailedPayments, ///< subscriptions past due or unpaid
        EndingSoon, ///< cancelled, paid access ends within the period
        ComplimentaryEnding,
        Conflicts, ///< waiting for a person's decision
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

[[nodiscard]] Result<TodayAnswer> today(storage::Connection& connection, const RuleSet& rules, qint64 asOfUtc);

} // namespace lyceum::insights
