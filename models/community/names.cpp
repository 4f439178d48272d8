// SPDX-License-Identifier: GPL-3.0-or-later
// The stable names of enumerators: what files, scripts and the database say.
#include "community/event.h"
#include "community/member.h"
#include "community/post.h"
#include "community/tier.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace lyceum {
namespace {

template <class E>
struct Named {
    E value;
    QStringView name;
};

template <class E, std::size_t N>
QString nameIn(const std::array<Named<E>, N>& table, E value)
{
    const auto at = std::ranges::find(table, value, &Named<E>::value);
    return at == table.end() ? QString() : at->name.toString();
}

template <class E, std::size_t N>
std::optional<E> valueIn(const std::array<Named<E>, N>& table, const QString& name)
{
    const auto at = std::ranges::find(table, QStringView(name), &Named<E>::name);
    return at == table.end() ? std::nullopt : std::optional(at->value);
}

constexpr std::array<Named<MemberStatus>, 4> kMemberStatus {{
    {MemberStatus::Free, u"free"},
    {MemberStatus::Paid, u"paid"},
    {MemberStatus::Comped, u"comped"},
    {MemberStatus::Gift, u"gift"},
}};

constexpr std::array<Named<Subscription::Status>, 7> kSubscriptionStatus {{
    {Subscription::Status::Active, u"active"},
    {Subscription::Status::Trialing, u"trialing"},
    {Subscription::Status::PastDue, u"past_due"},
    {Subscription::Status::Unpaid, u"unpaid"},
    {Subscription::Status::Paused, u"paused"},
    {Subscription::Status::Canceled, u"canceled"},
    {Subscription::Status::Incomplete, u"incomplete"},
}};

constexpr std::array<Named<Payment::Kind>, 6> kPaymentKind {{
    {Payment::Kind::Charge, u"charge"},
    {Payment::Kind::Refund, u"refund"},
    {Payment::Kind::Failed, u"failed"},
    {Payment::Kind::Fee, u"fee"},
    {Payment::Kind::Donation, u"donation"},
    {Payment::Kind::Manual, u"manual"},
}};

constexpr std::array<Named<Post::Status>, 4> kPostStatus {{
    {Post::Status::Draft, u"draft"},
    {Post::Status::Scheduled, u"scheduled"},
    {Post::Status::Published, u"published"},
    {Post::Status::Sent, u"sent"},
}};

constexpr std::array<Named<Comment::Status>, 3> kCommentStatus {{
    {Comment::Status::Published, u"published"},
    {Comment::Status::Hidden, u"hidden"},
    {Comment::Status::Deleted, u"deleted"},
}};

constexpr std::array<Named<Reaction::Kind>, 3> kReactionKind {{
    {Reaction::Kind::Like, u"like"},
    {Reaction::Kind::Dislike, u"dislike"},
    {Reaction::Kind::Report, u"report"},
}};

constexpr std::array<Named<EventKind>, 18> kEventKind {{
    {EventKind::Signup, u"signup"},
    {EventKind::Login, u"login"},
    {EventKind::SubscriptionChange, u"subscription-change"},
    {EventKind::Payment, u"payment"},
    {EventKind::NewsletterChange, u"newsletter-change"},
    {EventKind::EmailChange, u"email-change"},
    {EventKind::Comment, u"comment"},
    {EventKind::Like, u"like"},
    {EventKind::Dislike, u"dislike"},
    {EventKind::Report, u"report"},
    {EventKind::Click, u"click"},
    {EventKind::Feedback, u"feedback"},
    {EventKind::EmailSent, u"email-sent"},
    {EventKind::EmailDelivered, u"email-delivered"},
    {EventKind::EmailOpened, u"email-opened"},
    {EventKind::EmailFailed, u"email-failed"},
    {EventKind::EmailComplained, u"email-complained"},
    {EventKind::Donation, u"donation"},
}};

constexpr std::array<Named<SubscriptionChange::Type>, 7> kChangeType {{
    {SubscriptionChange::Type::Created, u"created"},
    {SubscriptionChange::Type::Updated, u"updated"},
    {SubscriptionChange::Type::Canceled, u"canceled"},
    {SubscriptionChange::Type::Reactivated, u"reactivated"},
    {SubscriptionChange::Type::Expired, u"expired"},
    {SubscriptionChange::Type::Active, u"active"},
    {SubscriptionChange::Type::Inactive, u"inactive"},
}};

} // namespace

QString nameOf(MemberStatus status) { return nameIn(kMemberStatus, status); }
std::optional<MemberStatus> memberStatusOf(const QString& name) { return valueIn(kMemberStatus, name); }
QString nameOf(Subscription::Status status) { return nameIn(kSubscriptionStatus, status); }
std::optional<Subscription::Status> subscriptionStatusOf(const QString& name) { return valueIn(kSubscriptionStatus, name); }
QString nameOf(Payment::Kind kind) { return nameIn(kPaymentKind, kind); }
std::optional<Payment::Kind> paymentKindOf(const QString& name) { return valueIn(kPaymentKind, name); }
QString nameOf(Post::Status status) { return nameIn(kPostStatus, status); }
std::optional<Post::Status> postStatusOf(const QString& name) { return valueIn(kPostStatus, name); }
QString nameOf(Comment::Status status) { return nameIn(kCommentStatus, status); }
std::optional<Comment::Status> commentStatusOf(const QString& name) { return valueIn(kCommentStatus, name); }
QString nameOf(Reaction::Kind kind) { return nameIn(kReactionKind, kind); }
std::optional<Reaction::Kind> reactionKindOf(const QString& name) { return valueIn(kReactionKind, name); }
QString nameOf(EventKind kind) { return nameIn(kEventKind, kind); }
std::optional<EventKind> eventKindOf(const QString& name) { return valueIn(kEventKind, name); }
QString nameOf(SubscriptionChange::Type type) { return nameIn(kChangeType, type); }
std::optional<SubscriptionChange::Type> subscriptionChangeTypeOf(const QString& name) { return valueIn(kChangeType, name); }

bool isActivity(EventKind kind)
{
    using enum EventKind;
    switch (kind) {
    case Signup:
    case Login:
    case Comment:
    case Like:
    case Dislike:
    case Report:
    case Click:
    case Feedback:
    case EmailOpened:
        return true;
    case SubscriptionChange:
    case Payment:
    case NewsletterChange:
    case EmailChange:
    case EmailSent:
    case EmailDelivered:
    case EmailFailed:
    case EmailComplained:
    case Donation:
        return false;
    }
    return false;
}

} // namespace lyceum
