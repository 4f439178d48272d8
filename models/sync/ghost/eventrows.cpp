// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/jsonrow.h"
#include "sync/ghost/rows.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::sync::ghost {

namespace {

struct EventName {
    EventKind kind;
    QLatin1StringView filter; ///< in `type:`
    QLatin1StringView type; ///< in the row; the two differ for complaints
};

constexpr std::array kEventNames{
    EventName{EventKind::Signup, "signup_event"_L1, "signup_event"_L1},
    EventName{EventKind::Login, "login_event"_L1, "login_event"_L1},
    EventName{EventKind::SubscriptionChange, "subscription_event"_L1, "subscription_event"_L1},
    EventName{EventKind::Payment, "payment_event"_L1, "payment_event"_L1},
    EventName{EventKind::NewsletterChange, "newsletter_event"_L1, "newsletter_event"_L1},
    EventName{EventKind::EmailChange, "email_change_event"_L1, "email_change_event"_L1},
    EventName{EventKind::Click, "click_event"_L1, "click_event"_L1},
    EventName{EventKind::Feedback, "feedback_event"_L1, "feedback_event"_L1},
    EventName{EventKind::EmailSent, "email_sent_event"_L1, "email_sent_event"_L1},
    EventName{EventKind::EmailDelivered, "email_delivered_event"_L1, "email_delivered_event"_L1},
    EventName{EventKind::EmailOpened, "email_opened_event"_L1, "email_opened_event"_L1},
    EventName{EventKind::EmailFailed, "email_failed_event"_L1, "email_failed_event"_L1},
    EventName{EventKind::EmailComplained, "email_complained_event"_L1, "email_complaint_event"_L1},
    EventName{EventKind::Donation, "donation_event"_L1, "donation_event"_L1},
};

std::optional<EventKind> kindOfType(const QString& type)
{
    for (const EventName& name : kEventNames) {
        if (name.type == type || name.filter == type)
            return name.kind;
    }
    return std::nullopt;
}

/// Where a sign-up, subscription or donation came from: in an object of its own, or beside the other fields, or not at all.
void readAttribution(const JsonRow& data, RemoteEvent& remote)
{
    const std::optional<JsonRow> attribution = data.rowOr("attribution"_L1);
    const JsonRow& from = attribution ? *attribution : data;
    remote.source = from.textOr("referrer_source"_L1);
    remote.sourceMedium = from.textOr("referrer_medium"_L1);
    const QString type = attribution ? from.textOr("type"_L1) : from.textOr("attribution_type"_L1);
    if (type == "post"_L1)
        remote.post = attribution ? from.textOr("id"_L1) : from.textOr("attribution_id"_L1);
}

SubscriptionChange changeOf(const JsonRow& data)
{
    SubscriptionChange change;
    // A type made later than this program is still a change of the subscription.
    change.type = subscriptionChangeTypeOf(data.text("type"_L1)).value_or(SubscriptionChange::Type::Updated);
    change.subscriptionRemoteId = data.textOr("subscription_id"_L1);
    change.fromPrice = data.textOr("from_plan"_L1);
    change.toPrice = data.textOr("to_plan"_L1);
    change.currency = data.textOr("currency"_L1).toUpper();
    change.mrrDelta = data.number("mrr_delta"_L1);
    change.tierName = data.textOr("tierName"_L1);
    change.signup = data.flagOr("signup"_L1, false);
    return change;
}

Payment paymentOf(const JsonRow& data, Payment::Kind kind)
{
    Payment payment;
    payment.remoteId = data.id("id"_L1);
    payment.kind = kind;
    payment.atUtc = data.knownTime("created_at"_L1);
    payment.amount = data.number("amount"_L1);
    payment.currency = data.text("currency"_L1).toUpper();
    payment.source = data.textOr("source"_L1);
    return payment;
}

/// What only this kind of event has.
void readParticulars(const JsonRow& data, RemoteEvent& remote)
{
    Event& event = remote.event;
    switch (event.kind) {
    case EventKind::Signup:
        event.text = data.textOr("source"_L1);
        readAttribution(data, remote);
        break;
    case EventKind::SubscriptionChange:
        remote.change = changeOf(data);
        event.amount = remote.change->mrrDelta;
        event.text = remote.change->tierName;
        readAttribution(data, remote);
        break;
    case EventKind::Payment:
        remote.payment = paymentOf(data, Payment::Kind::Charge);
        event.amount = remote.payment->amount;
        event.text = remote.payment->source;
        break;
    case EventKind::Donation:
        remote.payment = paymentOf(data, Payment::Kind::Donation);
        event.amount = remote.payment->amount;
        readAttribution(data, remote);
        break;
    case EventKind::NewsletterChange:
        event.amount = data.flag("subscribed"_L1) ? 1 : 0;
        event.text = data.textOr("newsletter_id"_L1);
        break;
    case EventKind::EmailChange:
        event.text = data.textOr("to_email"_L1);
        break;
    case EventKind::Click:
        if (const auto link = data.rowOr("link"_L1))
            event.text = link->textOr("to"_L1);
        break;
    case EventKind::Feedback:
        event.amount = data.number("score"_L1);
        break;
    case EventKind::EmailSent:
    case EventKind::EmailDelivered:
    case EventKind::EmailOpened:
    case EventKind::EmailFailed:
    case EventKind::EmailComplained:
        if (const auto email = data.rowOr("email"_L1))
            remote.post = email->textOr("post_id"_L1);
        break;
    case EventKind::Login:
    case EventKind::Comment:
    case EventKind::Like:
    case EventKind::Dislike:
    case EventKind::Report:
        break;
    }
}

RemoteEvent eventOf(EventKind kind, const JsonRow& data)
{
    RemoteEvent remote;
    remote.event.kind = kind;
    remote.event.remoteId = data.id("id"_L1);
    remote.event.atUtc = data.knownTime("created_at"_L1);
    remote.member = data.textOr("member_id"_L1);
    if (const auto member = data.rowOr("member"_L1); member && remote.member.isEmpty())
        remote.member = member->textOr("id"_L1);
    readParticulars(data, remote);
    if (const auto post = data.rowOr("post"_L1); post && remote.post.isEmpty())
        remote.post = post->textOr("id"_L1);
    return remote;
}

} // namespace

QString eventFilterName(EventKind kind)
{
    for (const EventName& name : kEventNames) {
        if (name.kind == kind)
            return name.filter;
    }
    return {};
}

Result<Batch> parseEvents(const QJsonObject& answer)
{
    JsonFault fault;
    Batch batch;
    const QList<JsonRow> rows = JsonRow(answer, {}, &fault).rows("events"_L1);
    batch.events.reserve(rows.size());
    for (const JsonRow& row : rows) {
        if (const auto kind = kindOfType(row.text("type"_L1)))
            batch.events.append(eventOf(*kind, row.row("data"_L1)));
    }
    if (fault.any())
        return tl::unexpected(fault.error());
    return batch;
}

} // namespace lyceum::sync::ghost
