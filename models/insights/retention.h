// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/cohort/retentiontable.h"
#include "analytics/survival/kaplanmeier.h"
#include "analytics/survival/logrank.h"
#include "base/result.h"
#include "community/ids.h"
#include "insights/ruleset.h"
#include "storage/connection.h"

#include <QList>

namespace lyceum::insights {

/// One unbroken time as a paying member, cut by a rule set.
struct PaidSpell {
    MemberId member;
    qint64 startedAtUtc = 0;
    std::optional<qint64> endedAtUtc; ///< missing: still paying when last looked, or lapsed
    /// Ended, but the days of grace have not run out, so that it may yet go on: neither paying nor left.
    std::optional<qint64> lapsedAtUtc;
    QString tier; ///< name of the tier it began with; empty when unknown
    QString interval; ///< "month", "year"
    QString source; ///< where the member came from; empty when unknown
    bool first = true; ///< the member's first; later ones are reactivations

    friend bool operator==(const PaidSpell&, const PaidSpell&) = default;
};

enum class RetentionGrouping { None, Tier, Cohort, Source, Interval };

struct RetentionQuestion {
    RetentionGrouping grouping = RetentionGrouping::Tier;
    RuleSet rules;
    qint64 asOfUtc = 0;
    double level = 0.95;
    int cohortMonths = 3; ///< width of a join cohort for RetentionGrouping::Cohort: 1 month, 3 a quarter, 12 a year
    int maxGroups = 7; ///< the largest groups are kept, the rest is pooled under the empty name

    friend bool operator==(const RetentionQuestion&, const RetentionQuestion&) = default;
};

/// One curve and the members behind it.
struct RetentionGroup {
    QString name; ///< tier or source as stored; "2026-04" the first month of a cohort; "month"/"year"; empty: unknown or all others
    bool pooled = false; ///< the rest, where there were too many groups
    analytics::SurvivalCurve curve; ///< time in days since the first paid day
    analytics::TimeQuantile median; ///< days
    std::optional<analytics::RestrictedMean> restrictedMean; ///< to the horizon all shown groups support; missing when that is 0
    /// Behind the curve, ordered by `days` then id: for the list behind a point.
    struct Subject {
        MemberId member;
        qint64 days = 0;
        bool left = false;
    };
    QList<Subject> subjects;
};

struct CohortCellMembers {
    QList<MemberId> kept;
    QList<MemberId> left;
};

/**
 * How long paying members stay: the first paid spell of each member, from its first paid day, in whole local days.
 *
 * All are watched until the same day: the one by which the days of grace before question.asOfUtc begin, since later leavings are
 * not final yet. In the table a month is complete when it was over by that day.
 *
 * Groups below kFewMembers are still computed; the screen says that they are few.
 */
struct RetentionAnswer {
    static constexpr qint64 kFewMembers = 10;

    RetentionQuestion question;
    QList<RetentionGroup> groups;
    /// Of all groups but the pooled rest, in their order; missing with fewer than two.
    std::optional<analytics::LogRankResult> logRank;
    analytics::RetentionTable table; ///< by calendar month (year * 12 + month - 1) of the first paid day, in the workspace's zone
    Provenance provenance;
    qint64 reactivations = 0; ///< spells after a first one, not in the curves
    qint64 neverPaidExcluded = 0; ///< complimentary, gift and trial-only members left out

    struct TableSubject {
        MemberId member;
        std::int32_t joinedMonth = 0;
        std::optional<std::int32_t> leftMonth;
    };
    QList<TableSubject> tableSubjects;
};

/// Members who left at the time of a step, and those still paying after it (whoever was last looked at just then is among them):
/// together the step's number at risk. Empty for indexes that are not there.
[[nodiscard]] CohortCellMembers membersAtStep(const RetentionAnswer& answer, qsizetype group, qsizetype step);
/// Members of a cohort kept to, and lost by, the end of an age. Empty for a cell that is blank or not there.
[[nodiscard]] CohortCellMembers membersOfCell(const RetentionAnswer& answer, std::int32_t cohortMonth, std::int32_t age);

/// The paid spells of all members, in the order of the members and of time. Memory is that of the spells; the history is streamed.
[[nodiscard]] Result<QList<PaidSpell>> paidSpells(storage::Connection& connection, const RuleSet& rules, qint64 asOfUtc);
/// Errors: Usage (level, cohortMonths, maxGroups, graceDays out of their domain) and those of reading the workspace.
[[nodiscard]] Result<RetentionAnswer> retention(storage::Connection& connection, const RetentionQuestion& question);

} // namespace lyceum::insights
