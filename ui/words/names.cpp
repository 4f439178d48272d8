// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/names.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

struct Names {
    Q_DECLARE_TR_FUNCTIONS(Names)
};

} // namespace

QString wordFor(MemberStatus status)
{
    switch (status) {
    case MemberStatus::Free: return Names::tr("Free", "member status");
    case MemberStatus::Paid: return Names::tr("Paid", "member status");
    case MemberStatus::Comped: return Names::tr("Complimentary", "member status");
    case MemberStatus::Gift: return Names::tr("Gift", "member status");
    }
    return {};
}

QString wordFor(Subscription::Status status)
{
    switch (status) {
    case Subscription::Status::Active: return Names::tr("Active", "subscription status");
    case Subscription::Status::Trialing: return Names::tr("On trial", "subscription status");
    case Subscription::Status::PastDue: return Names::tr("Past due", "subscription status");
    case Subscription::Status::Unpaid: return Names::tr("Unpaid", "subscription status");
    case Subscription::Status::Paused: return Names::tr("Paused", "subscription status");
    case Subscription::Status::Canceled: return Names::tr("Cancelled", "subscription status");
    case Subscription::Status::Incomplete: return Names::tr("Not completed", "subscription status");
    }
    return {};
}

QString wordFor(Payment::Kind kind)
{
    switch (kind) {
    case Payment::Kind::Charge: return Names::tr("Payment", "kind of payment");
    case Payment::Kind::Refund: return Names::tr("Refund", "kind of payment");
    case Payment::Kind::Failed: return Names::tr("Failed payment", "kind of payment");
    case Payment::Kind::Fee: return Names::tr("Fee", "kind of payment");
    case Payment::Kind::Donation: return Names::tr("Donation", "kind of payment");
    case Payment::Kind::Manual: return Names::tr("Entered by hand", "kind of payment");
    }
    return {};
}

QString wordFor(Post::Status status)
{
    switch (status) {
    case Post::Status::Draft: return Names::tr("Draft", "post status");
    case Post::Status::Scheduled: return Names::tr("Scheduled", "post status");
    case Post::Status::Published: return Names::tr("Published", "post status");
    case Post::Status::Sent: return Names::tr("Sent by e-mail", "post status");
    }
    return {};
}

QString wordFor(Comment::Status status)
{
    switch (status) {
    case Comment::Status::Published: return Names::tr("Published", "comment status");
    case Comment::Status::Hidden: return Names::tr("Hidden", "comment status");
    case Comment::Status::Deleted: return Names::tr("Deleted", "comment status");
    }
    return {};
}

QString wordFor(Reaction::Kind kind)
{
    switch (kind) {
    case Reaction::Kind::Like: return Names::tr("Like");
    case Reaction::Kind::Dislike: return Names::tr("Dislike");
    case Reaction::Kind::Report: return Names::tr("Report", "a member reports a comment");
    }
    return {};
}

QString wordFor(EventKind kind)
{
    switch (kind) {
    case EventKind::Signup: return Names::tr("Signed up");
    case EventKind::Login: return Names::tr("Signed in");
    case EventKind::SubscriptionChange: return Names::tr("Subscription changed");
    case EventKind::Payment: return Names::tr("Paid");
    case EventKind::NewsletterChange: return Names::tr("Changed newsletters");
    case EventKind::EmailChange: return Names::tr("Changed e-mail address");
    case EventKind::Comment: return Names::tr("Commented");
    case EventKind::Like: return Names::tr("Liked a comment");
    case EventKind::Dislike: return Names::tr("Disliked a comment");
    case EventKind::Report: return Names::tr("Reported a comment");
    case EventKind::Click: return Names::tr("Clicked a link");
    case EventKind::Feedback: return Names::tr("Rated a post");
    case EventKind::EmailSent: return Names::tr("Was sent an e-mail");
    case EventKind::EmailDelivered: return Names::tr("Received an e-mail");
    case EventKind::EmailOpened: return Names::tr("Opened an e-mail");
    case EventKind::EmailFailed: return Names::tr("An e-mail could not be delivered");
    case EventKind::EmailComplained: return Names::tr("Marked an e-mail as spam");
    case EventKind::Donation: return Names::tr("Donated");
    }
    return {};
}

QString wordFor(SubscriptionChange::Type type)
{
    switch (type) {
    case SubscriptionChange::Type::Created: return Names::tr("Subscription started");
    case SubscriptionChange::Type::Updated: return Names::tr("Subscription changed");
    case SubscriptionChange::Type::Canceled: return Names::tr("Subscription cancelled");
    case SubscriptionChange::Type::Reactivated: return Names::tr("Cancellation taken back");
    case SubscriptionChange::Type::Expired: return Names::tr("Subscription ended");
    case SubscriptionChange::Type::Active: return Names::tr("Subscription active again");
    case SubscriptionChange::Type::Inactive: return Names::tr("Subscription no longer active");
    }
    return {};
}

QString wordForVisibility(const QString& visibility)
{
    if (visibility == "public"_L1)
        return Names::tr("Everyone", "who may read a post");
    if (visibility == "members"_L1)
        return Names::tr("Members", "who may read a post");
    if (visibility == "paid"_L1)
        return Names::tr("Paying members", "who may read a post");
    if (visibility == "tiers"_L1)
        return Names::tr("Some tiers", "who may read a post");
    return visibility;
}

} // namespace lyceum::ui
