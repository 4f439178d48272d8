// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/ids.h"

#include <QString>

#include <optional>

namespace lyceum {

/// What happened. The numbers are stored: never renumber, only append.
enum class EventKind : int {
    Signup = 1,
    Login = 2,
    SubscriptionChange = 3,
    Payment = 4,
    NewsletterChange = 5,
    EmailChange = 6,
    Comment = 7,
    Like = 8,
    Dislike = 9,
    Report = 10,
    Click = 11,
    Feedback = 12,
    EmailSent = 13,
    EmailDelivered = 14,
    EmailOpened = 15,
    EmailFailed = 16,
    EmailComplained = 17,
    Donation = 18,
};

inline constexpr int kFirstEventKind = 1;
inline constexpr int kLastEventKind = 18;

[[nodiscard]] QString nameOf(EventKind kind); ///< "signup", "login", "subscription-change", ...
[[nodiscard]] std::optional<EventKind> eventKindOf(const QString& name);

/// Whether it is something the member did (signed in, read, clicked, commented, reacted), as against something that was done
/// to them (mail delivered) or about them (payment, renewal). Activity figures count only these.
[[nodiscard]] bool isActivity(EventKind kind);

/// One line of a member's history. Events are the large table: ten million are normal.
struct Event {
    EventId id;
    EventKind kind = EventKind::Signup;
    QString remoteId; ///< unique per kind
    MemberId member;
    qint64 atUtc = 0;
    PostId post; ///< nobody unless the event is about a post
    qint64 amount = 0; ///< minor units (payment, donation, MRR change) or score (feedback)
    QString text; ///< link clicked, newsletter, new address, source ...; short

    friend bool operator==(const Event&, const Event&) = default;
};

/// The money side of an event of kind SubscriptionChange.
struct SubscriptionChange {
    enum class Type { Created, Updated, Canceled, Reactivated, Expired, Active, Inactive };

    EventId event;
    Type type = Type::Created;
    QString subscriptionRemoteId; ///< the store's internal id; need not equal Subscription::remoteId
    QString fromPrice;
    QString toPrice;
    QString currency;
    qint64 mrrDelta = 0; ///< minor units a month, signed, by the store's own rule
    QString tierName;
    bool signup = false; ///< this change was the sign-up itself

    friend bool operator==(const SubscriptionChange&, const SubscriptionChange&) = default;
};

[[nodiscard]] QString nameOf(SubscriptionChange::Type type); ///< "created", "updated", "canceled", "reactivated", "expired", "active", "inactive"
[[nodiscard]] std::optional<SubscriptionChange::Type> subscriptionChangeTypeOf(const QString& name);

} // namespace lyceum
