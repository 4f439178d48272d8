// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/ids.h"
#include "community/money.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace lyceum {

struct Tier {
    TierId id;
    QString remoteId;
    QString name;
    QString slug;
    QString description;
    bool paid = false;
    bool active = true; ///< false: archived
    bool visible = true; ///< offered to the public
    QString currency; ///< empty for the free tier
    qint64 monthlyPrice = 0; ///< minor units
    qint64 yearlyPrice = 0;
    qint64 trialDays = 0;
    QStringList benefits;

    friend bool operator==(const Tier&, const Tier&) = default;
};

struct Offer {
    OfferId id;
    QString remoteId;
    QString name;
    QString code;
    QString title;
    QString description;
    QString type; ///< "percent", "fixed" or "trial"
    QString cadence; ///< "month" or "year"
    qint64 amount = 0; ///< per cent, minor units or days, by type
    QString currency;
    QString duration; ///< "once", "forever", "repeating" or "trial"
    qint64 durationMonths = 0;
    bool active = true;
    qint64 redemptions = 0;
    TierId tier;

    friend bool operator==(const Offer&, const Offer&) = default;
};

/// A recurring payment agreement as the store holds it now. What it was before is told by its SubscriptionChange events.
struct Subscription {
    enum class Status { Active, Trialing, PastDue, Unpaid, Paused, Canceled, Incomplete };

    SubscriptionId id;
    QString remoteId;
    MemberId member;
    TierId tier;
    OfferId offer;
    Status status = Status::Active;
    QString interval; ///< "month", "year"
    qint64 amount = 0; ///< minor units per interval
    QString currency;
    bool cancelAtPeriodEnd = false;
    QString cancellationReason;
    std::optional<qint64> startedAtUtc;
    std::optional<qint64> periodEndAtUtc;
    std::optional<qint64> trialStartAtUtc;
    std::optional<qint64> trialEndAtUtc;

    friend bool operator==(const Subscription&, const Subscription&) = default;
};

[[nodiscard]] QString nameOf(Subscription::Status status); ///< "active", "trialing", "past_due", "unpaid", "paused", "canceled", "incomplete"
[[nodiscard]] std::optional<Subscription::Status> subscriptionStatusOf(const QString& name);

/// A line of the payment ledger. It is written once and never changed; a correction is a line of its own.
struct Payment {
    enum class Kind { Charge, Refund, Failed, Fee, Donation, Manual };

    PaymentId id;
    QString remoteId;
    MemberId member;
    Kind kind = Kind::Charge;
    qint64 atUtc = 0;
    qint64 amount = 0; ///< minor units; positive is money received
    QString currency;
    QString source;

    friend bool operator==(const Payment&, const Payment&) = default;
};

[[nodiscard]] QString nameOf(Payment::Kind kind);
[[nodiscard]] std::optional<Payment::Kind> paymentKindOf(const QString& name);

} // namespace lyceum
