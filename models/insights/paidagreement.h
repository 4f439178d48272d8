// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/tier.h"
#include "insights/ruleset.h"
#include "storage/spells.h"

#include <QHash>

#include <vector>

namespace lyceum::insights {

/// A half-open stretch of time; without an end it lasts.
struct Stretch {
    qint64 fromUtc = 0;
    std::optional<qint64> untilUtc;

    [[nodiscard]] bool holds(qint64 utc) const { return fromUtc <= utc && (!untilUtc || utc < *untilUtc); }
    friend bool operator==(const Stretch&, const Stretch&) = default;
};

/**
 * One agreement that was paid for, from its first paid instant on: what the store's rows say now and what its changes say of the
 * past, put together. No rule set is in it yet. Trials that were not paid for, complimentary and gift access never become one.
 *
 * How each field is found is told in docs/rule-sets.md.
 */
struct PaidAgreement {
    qint64 paidFromUtc = 0;
    /// When access ended, or by what is agreed now will end; missing: it renews.
    std::optional<qint64> accessEndsUtc;
    std::vector<Stretch> cancelled; ///< from each cancellation until it was taken back, if it was; ascending
    std::vector<Stretch> paused; ///< ascending
    QString tier; ///< it began with; empty when unknown
    QString interval; ///< it began with: "month", "year"; empty when unknown
    QString currency; ///< ISO 4217

    struct Value {
        qint64 fromUtc = 0;
        qint64 monthly = 0; ///< minor units a month
        friend bool operator==(const Value&, const Value&) = default;
    };
    std::vector<Value> values; ///< what it is worth while it is paid for; ascending, never empty, the first from paidFromUtc

    /// When it ended by what was known at `asOfUtc`: the end lies at or before that instant. Only for paidFromUtc <= asOfUtc.
    /// Under Recognition::Cancellation a cancellation that was taken back by then is none.
    [[nodiscard]] std::optional<qint64> endedBy(qint64 asOfUtc, Recognition recognition) const;
    /// Whether it is in force at that instant, paused or not.
    [[nodiscard]] bool holdsAt(qint64 utc, Recognition recognition) const;
    /// Whether it is in force and not paused.
    [[nodiscard]] bool paysAt(qint64 utc, Recognition recognition) const;
    /// Minor units a month; 0 when it does not pay at that instant.
    [[nodiscard]] qint64 monthlyValueAt(qint64 utc, Recognition recognition) const;

    friend bool operator==(const PaidAgreement&, const PaidAgreement&) = default;
};

/// What has to be known besides a member's own history to read it.
struct PlanBook {
    QHash<QString, Tier> tiers; ///< by name
    QHash<OfferId, Offer> offers;
    qint64 lookedAtUtc = 0; ///< when the rows were last compared with the store
};

/// What a charge of `amount` every `interval` is worth a month: a year's divided by 12, a week's times 52/12, a day's times 365/12,
/// rounded half away from zero. An offer that lasts forever lowers it, others do not.
[[nodiscard]] qint64 monthlyValue(qint64 amount, const QString& interval, const Offer* offer = nullptr);

/// All agreements one member ever paid for, by their first paid instant, the future included as far as it is agreed.
/// O(changes + subscriptions^2) of one member, who has a handful.
[[nodiscard]] std::vector<PaidAgreement> paidAgreements(const storage::PayingHistory& history, const PlanBook& plans);

} // namespace lyceum::insights
