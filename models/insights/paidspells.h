// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "community/localdays.h"
#include "insights/paidagreement.h"
#include "insights/retention.h"
#include "storage/connection.h"

#include <QSet>

#include <functional>

namespace lyceum::insights {

/// A member with all they ever paid for.
struct PayingMember {
    MemberId member;
    QString source;
    std::vector<PaidAgreement> agreements; ///< empty: had a subscription or a change of one, but never paid for it
    bool hadSubscription = false; ///< began by the instant asked for, paid or not
};

/**
 * Calls `each` for every member with a paying history, in order of their ids. Memory is that of one member; equal tier, interval and
 * source names share theirs.
 *
 * @param asOfUtc  taken for the time of the last look at the store where none is recorded
 */
[[nodiscard]] Result<void> forEachPayer(
    storage::Connection& connection, qint64 asOfUtc, const std::function<void(const PayingMember&)>& each);

/**
 * The unbroken paid times of one member under a rule set, by what was known at `asOfUtc`, in order.
 *
 * Agreements that overlap are one time. So are two with at most rules.graceDays local days between the day one ends and the day the
 * next begins: a return on the same day is none. The last may have ended too lately to be sure; then only lapsedAtUtc is set.
 */
[[nodiscard]] QList<PaidSpell> spellsOf(const PayingMember& payer, const RuleSet& rules, qint64 asOfUtc, const LocalDays& days);

/// The spells of everybody, and who is in none of them.
struct SpellBook {
    QList<PaidSpell> spells; ///< by member, then time
    QList<MemberId> neverPaid; ///< had a subscription by then, but never paid; by id
};
[[nodiscard]] Result<SpellBook> spellBook(storage::Connection& connection, const RuleSet& rules, qint64 asOfUtc);

/// The local days of the workspace.
[[nodiscard]] Result<LocalDays> localDaysOf(storage::Connection& connection);

} // namespace lyceum::insights
