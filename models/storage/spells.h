// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/event.h"
#include "community/tier.h"
#include "storage/connection.h"

#include <QList>

#include <functional>

namespace lyceum::storage {

/// All that is known of what one member paid and agreed to pay: the raw material of paid spells.
struct PayingHistory {
    struct Change {
        qint64 atUtc = 0;
        SubscriptionChange::Type type = SubscriptionChange::Type::Created;
        QString subscriptionRemoteId; ///< the store's internal id; need not equal Subscription::remoteId
        qint64 mrrDelta = 0; ///< minor units a month, signed
        QString currency;
        QString tierName;

        friend bool operator==(const Change&, const Change&) = default;
    };

    MemberId member;
    QString source;
    std::optional<qint64> joinedAtUtc;
    std::optional<qint64> departedAtUtc;
    QList<Subscription> subscriptions; ///< by start, then id
    QStringList subscriptionTiers; ///< the name of each subscription's tier; empty where unknown
    QList<Change> changes; ///< by time, then id
    std::optional<qint64> firstPaymentAtUtc; ///< charges and manual payments above zero; donations do not count
    std::optional<qint64> lastPaymentAtUtc;

    friend bool operator==(const PayingHistory&, const PayingHistory&) = default;
};

/**
 * Calls `each` for every member, departed ones included, who has or had a subscription, a change of one, or a payment, in order of
 * their ids. Stops at the first error of `each` and returns it. Memory is that of one member.
 *
 * Takes one consistent look at the workspace: inside, it holds a read transaction. `each` must not write through the connection.
 */
[[nodiscard]] Result<void> forEachPayingMember(Connection& connection, const std::function<Result<void>(const PayingHistory&)>& each);

} // namespace lyceum::storage
