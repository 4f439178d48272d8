// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/fieldwords.h"

#include "words/names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

using workspace::Entity;
using workspace::Scalar;

struct FieldWords {
    Q_DECLARE_TR_FUNCTIONS(FieldWords)
};

enum class Holds { Line, Text, Number, Hundredths, YesNo, Time, MemberStatus, PostStatus, Visibility, CommentStatus, SubscriptionStatus, Word, One, Set };

struct FieldWord {
    Entity entity;
    const char* name; ///< as the journal writes it
    const char* word;
    Holds holds;
    Entity refersTo = Entity::Setting; ///< of One and Set
};

constexpr std::array kFields {
    FieldWord {Entity::Member, "remote_id", QT_TRANSLATE_NOOP("FieldWords", "Id on the site"), Holds::Line},
    FieldWord {Entity::Member, "uuid", QT_TRANSLATE_NOOP("FieldWords", "UUID on the site"), Holds::Line},
    FieldWord {Entity::Member, "email", QT_TRANSLATE_NOOP("FieldWords", "E-mail"), Holds::Line},
    FieldWord {Entity::Member, "name", QT_TRANSLATE_NOOP("FieldWords", "Name"), Holds::Line},
    FieldWord {Entity::Member, "note", QT_TRANSLATE_NOOP("FieldWords", "Note"), Holds::Text},
    FieldWord {Entity::Member, "status", QT_TRANSLATE_NOOP("FieldWords", "Status"), Holds::MemberStatus},
    FieldWord {Entity::Member, "joined_at", QT_TRANSLATE_NOOP("FieldWords", "Joined"), Holds::Time},
    FieldWord {Entity::Member, "changed_at", QT_TRANSLATE_NOOP("FieldWords", "Changed on the site"), Holds::Time},
    FieldWord {Entity::Member, "last_seen_at", QT_TRANSLATE_NOOP("FieldWords", "Last seen"), Holds::Time},
    FieldWord {Entity::Member, "departed_at", QT_TRANSLATE_NOOP("FieldWords", "Left the site"), Holds::Time},
    FieldWord {Entity::Member, "country", QT_TRANSLATE_NOOP("FieldWords", "Country"), Holds::Line},
    FieldWord {Entity::Member, "source", QT_TRANSLATE_NOOP("FieldWords", "Came from"), Holds::Line},
    FieldWord {Entity::Member, "source_medium", QT_TRANSLATE_NOOP("FieldWords", "Kind of source"), Holds::Line},
    FieldWord {Entity::Member, "subscribed", QT_TRANSLATE_NOOP("FieldWords", "Gets newsletters"), Holds::YesNo},
    FieldWord {Entity::Member, "email_count", QT_TRANSLATE_NOOP("FieldWords", "E-mails sent"), Holds::Number},
    FieldWord {Entity::Member, "email_opened_count", QT_TRANSLATE_NOOP("FieldWords", "E-mails opened"), Holds::Number},
    FieldWord {Entity::Member, "email_suppressed", QT_TRANSLATE_NOOP("FieldWords", "E-mail stopped"), Holds::YesNo},
    FieldWord {Entity::Member, "email_suppressed_reason", QT_TRANSLATE_NOOP("FieldWords", "Why e-mail stopped"), Holds::Line},
    FieldWord {Entity::Member, "commenting_disabled", QT_TRANSLATE_NOOP("FieldWords", "May not comment"), Holds::YesNo},
    FieldWord {Entity::Member, "commenting_disabled_reason", QT_TRANSLATE_NOOP("FieldWords", "Why they may not comment"), Holds::Line},
    FieldWord {Entity::Member, "commenting_disabled_until", QT_TRANSLATE_NOOP("FieldWords", "May comment again"), Holds::Time},
    FieldWord {Entity::Member, "complimentary_until", QT_TRANSLATE_NOOP("FieldWords", "Complimentary until"), Holds::Time},
    FieldWord {Entity::Member, "labels", QT_TRANSLATE_NOOP("FieldWords", "Labels"), Holds::Set, Entity::Label},
    FieldWord {Entity::Member, "newsletters", QT_TRANSLATE_NOOP("FieldWords", "Newsletters"), Holds::Set, Entity::Newsletter},
    FieldWord {Entity::Member, "tiers", QT_TRANSLATE_NOOP("FieldWords", "Tiers"), Holds::Set, Entity::Tier},

    FieldWord {Entity::Label, "remote_id", QT_TRANSLATE_NOOP("FieldWords", "Id on the site"), Holds::Line},
    FieldWord {Entity::Label, "name", QT_TRANSLATE_NOOP("FieldWords", "Name"), Holds::Line},
    FieldWord {Entity::Label, "slug", QT_TRANSLATE_NOOP("FieldWords", "Name in addresses"), Holds::Line},

    FieldWord {Entity::Newsletter, "remote_id", QT_TRANSLATE_NOOP("FieldWords", "Id on the site"), Holds::Line},
    FieldWord {Entity::Newsletter, "name", QT_TRANSLATE_NOOP("FieldWords", "Name"), Holds::Line},
    FieldWord {Entity::Newsletter, "slug", QT_TRANSLATE_NOOP("FieldWords", "Name in addresses"), Holds::Line},
    FieldWord {Entity::Newsletter, "description", QT_TRANSLATE_NOOP("FieldWords", "Description"), Holds::Text},
    FieldWord {Entity::Newsletter, "active", QT_TRANSLATE_NOOP("FieldWords", "Active"), Holds::YesNo},

    FieldWord {Entity::Tier, "remote_id", QT_TRANSLATE_NOOP("FieldWords", "Id on the site"), Holds::Line},
    FieldWord {Entity::Tier, "name", QT_TRANSLATE_NOOP("FieldWords", "Name"), Holds::Line},
    FieldWord {Entity::Tier, "slug", QT_TRANSLATE_NOOP("FieldWords", "Name in addresses"), Holds::Line},
    FieldWord {Entity::Tier, "description", QT_TRANSLATE_NOOP("FieldWords", "Description"), Holds::Text},
    FieldWord {Entity::Tier, "paid", QT_TRANSLATE_NOOP("FieldWords", "Costs money"), Holds::YesNo},
    FieldWord {Entity::Tier, "active", QT_TRANSLATE_NOOP("FieldWords", "Active"), Holds::YesNo},
    FieldWord {Entity::Tier, "visible", QT_TRANSLATE_NOOP("FieldWords", "Offered to the public"), Holds::YesNo},
    FieldWord {Entity::Tier, "currency", QT_TRANSLATE_NOOP("FieldWords", "Currency"), Holds::Line},
    FieldWord {Entity::Tier, "monthly_price", QT_TRANSLATE_NOOP("FieldWords", "Price a month"), Holds::Hundredths},
    FieldWord {Entity::Tier, "yearly_price", QT_TRANSLATE_NOOP("FieldWords", "Price a year"), Holds::Hundredths},
    FieldWord {Entity::Tier, "trial_days", QT_TRANSLATE_NOOP("FieldWords", "Days of trial"), Holds::Number},
    FieldWord {Entity::Tier, "benefits", QT_TRANSLATE_NOOP("FieldWords", "Benefits"), Holds::Text},

    FieldWord {Entity::Offer, "remote_id", QT_TRANSLATE_NOOP("FieldWords", "Id on the site"), Holds::Line},
    FieldWord {Entity::Offer, "name", QT_TRANSLATE_NOOP("FieldWords", "Name"), Holds::Line},
    FieldWord {Entity::Offer, "code", QT_TRANSLATE_NOOP("FieldWords", "Code"), Holds::Line},
    FieldWord {Entity::Offer, "title", QT_TRANSLATE_NOOP("FieldWords", "Title"), Holds::Line},
    FieldWord {Entity::Offer, "description", QT_TRANSLATE_NOOP("FieldWords", "Description"), Holds::Text},
    FieldWord {Entity::Offer, "type", QT_TRANSLATE_NOOP("FieldWords", "Kind of offer"), Holds::Word},
    FieldWord {Entity::Offer, "cadence", QT_TRANSLATE_NOOP("FieldWords", "Paid every"), Holds::Word},
    FieldWord {Entity::Offer, "amount", QT_TRANSLATE_NOOP("FieldWords", "Amount"), Holds::Number},
    FieldWord {Entity::Offer, "currency", QT_TRANSLATE_NOOP("FieldWords", "Currency"), Holds::Line},
    FieldWord {Entity::Offer, "duration", QT_TRANSLATE_NOOP("FieldWords", "Lasts"), Holds::Word},
    FieldWord {Entity::Offer, "duration_months", QT_TRANSLATE_NOOP("FieldWords", "Months"), Holds::Number},
    FieldWord {Entity::Offer, "active", QT_TRANSLATE_NOOP("FieldWords", "Active"), Holds::YesNo},
    FieldWord {Entity::Offer, "redemptions", QT_TRANSLATE_NOOP("FieldWords", "Times used"), Holds::Number},
    FieldWord {Entity::Offer, "tier_id", QT_TRANSLATE_NOOP("FieldWords", "Tier"), Holds::One, Entity::Tier},

    FieldWord {Entity::Subscription, "remote_id", QT_TRANSLATE_NOOP("FieldWords", "Id on the site"), Holds::Line},
    FieldWord {Entity::Subscription, "member_id", QT_TRANSLATE_NOOP("FieldWords", "Member"), Holds::One, Entity::Member},
    FieldWord {Entity::Subscription, "tier_id", QT_TRANSLATE_NOOP("FieldWords", "Tier"), Holds::One, Entity::Tier},
    FieldWord {Entity::Subscription, "offer_id", QT_TRANSLATE_NOOP("FieldWords", "Offer"), Holds::One, Entity::Offer},
    FieldWord {Entity::Subscription, "status", QT_TRANSLATE_NOOP("FieldWords", "Status"), Holds::SubscriptionStatus},
    FieldWord {Entity::Subscription, "interval", QT_TRANSLATE_NOOP("FieldWords", "Paid every"), Holds::Word},
    FieldWord {Entity::Subscription, "amount", QT_TRANSLATE_NOOP("FieldWords", "Amount"), Holds::Hundredths},
    FieldWord {Entity::Subscription, "currency", QT_TRANSLATE_NOOP("FieldWords", "Currency"), Holds::Line},
    FieldWord {Entity::Subscription, "cancel_at_period_end", QT_TRANSLATE_NOOP("FieldWords", "Ends with the period"), Holds::YesNo},
    FieldWord {Entity::Subscription, "cancellation_reason", QT_TRANSLATE_NOOP("FieldWords", "Why cancelled"), Holds::Text},
    FieldWord {Entity::Subscription, "started_at", QT_TRANSLATE_NOOP("FieldWords", "Began"), Holds::Time},
    FieldWord {Entity::Subscription, "period_end_at", QT_TRANSLATE_NOOP("FieldWords", "Period ends"), Holds::Time},
    FieldWord {Entity::Subscription, "trial_start_at", QT_TRANSLATE_NOOP("FieldWords", "Trial began"), Holds::Time},
    FieldWord {Entity::Subscription, "trial_end_at", QT_TRANSLATE_NOOP("FieldWords", "Trial ends"), Holds::Time},

    FieldWord {Entity::Payment, "remote_id", QT_TRANSLATE_NOOP("FieldWords", "Id on the site"), Holds::Line},
    FieldWord {Entity::Payment, "member_id", QT_TRANSLATE_NOOP("FieldWords", "Member"), Holds::One, Entity::Member},
    FieldWord {Entity::Payment, "kind", QT_TRANSLATE_NOOP("FieldWords", "Kind"), Holds::Line},
    FieldWord {Entity::Payment, "at", QT_TRANSLATE_NOOP("FieldWords", "When"), Holds::Time},
    FieldWord {Entity::Payment, "amount", QT_TRANSLATE_NOOP("FieldWords", "Amount"), Holds::Hundredths},
    FieldWord {Entity::Payment, "currency", QT_TRANSLATE_NOOP("FieldWords", "Currency"), Holds::Line},
    FieldWord {Entity::Payment, "source", QT_TRANSLATE_NOOP("FieldWords", "Source"), Holds::Line},

    FieldWord {Entity::Tag, "remote_id", QT_TRANSLATE_NOOP("FieldWords", "Id on the site"), Holds::Line},
    FieldWord {Entity::Tag, "name", QT_TRANSLATE_NOOP("FieldWords", "Name"), Holds::Line},
    FieldWord {Entity::Tag, "slug", QT_TRANSLATE_NOOP("FieldWords", "Name in addresses"), Holds::Line},

    FieldWord {Entity::Post, "remote_id", QT_TRANSLATE_NOOP("FieldWords", "Id on the site"), Holds::Line},
    FieldWord {Entity::Post, "title", QT_TRANSLATE_NOOP("FieldWords", "Title"), Holds::Line},
    FieldWord {Entity::Post, "slug", QT_TRANSLATE_NOOP("FieldWords", "Name in addresses"), Holds::Line},
    FieldWord {Entity::Post, "status", QT_TRANSLATE_NOOP("FieldWords", "Status"), Holds::PostStatus},
    FieldWord {Entity::Post, "visibility", QT_TRANSLATE_NOOP("FieldWords", "Who may read it"), Holds::Visibility},
    FieldWord {Entity::Post, "featured", QT_TRANSLATE_NOOP("FieldWords", "Featured"), Holds::YesNo},
    FieldWord {Entity::Post, "email_only", QT_TRANSLATE_NOOP("FieldWords", "By e-mail only"), Holds::YesNo},
    FieldWord {Entity::Post, "authors", QT_TRANSLATE_NOOP("FieldWords", "Authors"), Holds::Line},
    FieldWord {Entity::Post, "excerpt", QT_TRANSLATE_NOOP("FieldWords", "Excerpt"), Holds::Text},
    FieldWord {Entity::Post, "url", QT_TRANSLATE_NOOP("FieldWords", "Address"), Holds::Line},
    FieldWord {Entity::Post, "reading_minutes", QT_TRANSLATE_NOOP("FieldWords", "Minutes to read"), Holds::Number},
    FieldWord {Entity::Post, "created_at", QT_TRANSLATE_NOOP("FieldWords", "Made"), Holds::Time},
    FieldWord {Entity::Post, "changed_at", QT_TRANSLATE_NOOP("FieldWords", "Changed on the site"), Holds::Time},
    FieldWord {Entity::Post, "published_at", QT_TRANSLATE_NOOP("FieldWords", "Published"), Holds::Time},
    FieldWord {Entity::Post, "deleted_at", QT_TRANSLATE_NOOP("FieldWords", "Deleted"), Holds::Time},
    FieldWord {Entity::Post, "html", QT_TRANSLATE_NOOP("FieldWords", "Text"), Holds::Text},
    FieldWord {Entity::Post, "plain_text", QT_TRANSLATE_NOOP("FieldWords", "Text without format"), Holds::Text},
    FieldWord {Entity::Post, "tags", QT_TRANSLATE_NOOP("FieldWords", "Tags"), Holds::Set, Entity::Tag},
    FieldWord {Entity::Post, "tiers", QT_TRANSLATE_NOOP("FieldWords", "Tiers that may read it"), Holds::Set, Entity::Tier},

    FieldWord {Entity::Comment, "remote_id", QT_TRANSLATE_NOOP("FieldWords", "Id on the site"), Holds::Line},
    FieldWord {Entity::Comment, "post_id", QT_TRANSLATE_NOOP("FieldWords", "Post"), Holds::One, Entity::Post},
    FieldWord {Entity::Comment, "member_id", QT_TRANSLATE_NOOP("FieldWords", "Member"), Holds::One, Entity::Member},
    FieldWord {Entity::Comment, "parent_id", QT_TRANSLATE_NOOP("FieldWords", "Thread"), Holds::One, Entity::Comment},
    FieldWord {Entity::Comment, "in_reply_to_id", QT_TRANSLATE_NOOP("FieldWords", "Answers"), Holds::One, Entity::Comment},
    FieldWord {Entity::Comment, "status", QT_TRANSLATE_NOOP("FieldWords", "Status"), Holds::CommentStatus},
    FieldWord {Entity::Comment, "html", QT_TRANSLATE_NOOP("FieldWords", "Text"), Holds::Text},
    FieldWord {Entity::Comment, "text", QT_TRANSLATE_NOOP("FieldWords", "Text without format"), Holds::Text},
    FieldWord {Entity::Comment, "created_at", QT_TRANSLATE_NOOP("FieldWords", "Written"), Holds::Time},
    FieldWord {Entity::Comment, "edited_at", QT_TRANSLATE_NOOP("FieldWords", "Edited"), Holds::Time},
    FieldWord {Entity::Comment, "pinned", QT_TRANSLATE_NOOP("FieldWords", "Pinned"), Holds::YesNo},
    FieldWord {Entity::Comment, "likes", QT_TRANSLATE_NOOP("FieldWords", "Likes"), Holds::Number},
    FieldWord {Entity::Comment, "dislikes", QT_TRANSLATE_NOOP("FieldWords", "Dislikes"), Holds::Number},
    FieldWord {Entity::Comment, "reports", QT_TRANSLATE_NOOP("FieldWords", "Reports"), Holds::Number},

    FieldWord {Entity::Reaction, "remote_id", QT_TRANSLATE_NOOP("FieldWords", "Id on the site"), Holds::Line},
    FieldWord {Entity::Reaction, "comment_id", QT_TRANSLATE_NOOP("FieldWords", "Comment"), Holds::One, Entity::Comment},
    FieldWord {Entity::Reaction, "member_id", QT_TRANSLATE_NOOP("FieldWords", "Member"), Holds::One, Entity::Member},
    FieldWord {Entity::Reaction, "kind", QT_TRANSLATE_NOOP("FieldWords", "Kind"), Holds::Line},
    FieldWord {Entity::Reaction, "at", QT_TRANSLATE_NOOP("FieldWords", "When"), Holds::Time},

    FieldWord {Entity::Setting, "name", QT_TRANSLATE_NOOP("FieldWords", "Setting"), Holds::Line},
    FieldWord {Entity::Setting, "value", QT_TRANSLATE_NOOP("FieldWords", "Value"), Holds::Line},
};

struct KindWord {
    Entity entity;
    const char* one;
    const char* several;
};

constexpr std::array kEntities {
    KindWord {Entity::Setting, QT_TRANSLATE_NOOP("FieldWords", "setting"), QT_TRANSLATE_NOOP("FieldWords", "settings")},
    KindWord {Entity::Member, QT_TRANSLATE_NOOP("FieldWords", "member"), QT_TRANSLATE_NOOP("FieldWords", "members")},
    KindWord {Entity::Label, QT_TRANSLATE_NOOP("FieldWords", "label"), QT_TRANSLATE_NOOP("FieldWords", "labels")},
    KindWord {Entity::Newsletter, QT_TRANSLATE_NOOP("FieldWords", "newsletter"), QT_TRANSLATE_NOOP("FieldWords", "newsletters")},
    KindWord {Entity::Tier, QT_TRANSLATE_NOOP("FieldWords", "tier"), QT_TRANSLATE_NOOP("FieldWords", "tiers")},
    KindWord {Entity::Offer, QT_TRANSLATE_NOOP("FieldWords", "offer"), QT_TRANSLATE_NOOP("FieldWords", "offers")},
    KindWord {Entity::Subscription, QT_TRANSLATE_NOOP("FieldWords", "subscription"), QT_TRANSLATE_NOOP("FieldWords", "subscriptions")},
    KindWord {Entity::Payment, QT_TRANSLATE_NOOP("FieldWords", "payment"), QT_TRANSLATE_NOOP("FieldWords", "payments")},
    KindWord {Entity::Tag, QT_TRANSLATE_NOOP("FieldWords", "tag"), QT_TRANSLATE_NOOP("FieldWords", "tags")},
    KindWord {Entity::Post, QT_TRANSLATE_NOOP("FieldWords", "post"), QT_TRANSLATE_NOOP("FieldWords", "posts")},
    KindWord {Entity::Comment, QT_TRANSLATE_NOOP("FieldWords", "comment"), QT_TRANSLATE_NOOP("FieldWords", "comments")},
    KindWord {Entity::Reaction, QT_TRANSLATE_NOOP("FieldWords", "reaction"), QT_TRANSLATE_NOOP("FieldWords", "reactions")},
    KindWord {Entity::Event, QT_TRANSLATE_NOOP("FieldWords", "event"), QT_TRANSLATE_NOOP("FieldWords", "events")},
    KindWord {Entity::SubscriptionChange, QT_TRANSLATE_NOOP("FieldWords", "change of a subscription"), QT_TRANSLATE_NOOP("FieldWords", "changes of subscriptions")},
    KindWord {Entity::PrivacyRelease, QT_TRANSLATE_NOOP("FieldWords", "private release"), QT_TRANSLATE_NOOP("FieldWords", "private releases")},
};

const FieldWord* fieldOf(Entity entity, const QByteArray& name)
{
    const auto found = std::ranges::find_if(kFields, [&](const FieldWord& field) { return field.entity == entity && name == field.name; });
    return found == kFields.end() ? nullptr : found;
}

QString scalarText(const Scalar& value, const Format& format)
{
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* number = std::get_if<qint64>(&value))
        return format.count(*number);
    if (const auto* real = std::get_if<double>(&value))
        return format.number(*real);
    if (const auto* bytes = std::get_if<QByteArray>(&value))
        return QString::fromLatin1(bytes->toHex());
    return {};
}

template <class E>
QString stateWord(const QString& name, std::optional<E> (*read)(const QString&))
{
    const auto state = read(name);
    return state ? wordFor(*state) : name;
}

/// The few words of the store that have no enumerator here.
QString plainWord(const QString& name)
{
    if (name == "month"_L1)
        return FieldWords::tr("month");
    if (name == "year"_L1)
        return FieldWords::tr("year");
    if (name == "percent"_L1)
        return FieldWords::tr("per cent off");
    if (name == "fixed"_L1)
        return FieldWords::tr("a fixed amount off");
    if (name == "trial"_L1)
        return FieldWords::tr("free days");
    if (name == "once"_L1)
        return FieldWords::tr("for the first payment");
    if (name == "forever"_L1)
        return FieldWords::tr("for ever");
    if (name == "repeating"_L1)
        return FieldWords::tr("for some months");
    return name;
}

QString numberWord(const FieldWord& field, qint64 number, const Format& format, const RowNames& names)
{
    switch (field.holds) {
    case Holds::YesNo: return number != 0 ? FieldWords::tr("Yes") : FieldWords::tr("No");
    case Holds::Time: return format.instant(number);
    case Holds::Hundredths: return format.number(double(number) / 100, 2);
    case Holds::One:
    case Holds::Set: return names.of(field.refersTo, number);
    default: return format.count(number);
    }
}

QString textWord(const FieldWord& field, const QString& text)
{
    switch (field.holds) {
    case Holds::MemberStatus: return stateWord<MemberStatus>(text, memberStatusOf);
    case Holds::PostStatus: return stateWord<Post::Status>(text, postStatusOf);
    case Holds::CommentStatus: return stateWord<Comment::Status>(text, commentStatusOf);
    case Holds::SubscriptionStatus: return stateWord<Subscription::Status>(text, subscriptionStatusOf);
    case Holds::Visibility: return wordForVisibility(text);
    case Holds::Word: return plainWord(text);
    default: return text;
    }
}

} // namespace

QString RowNames::of(Entity entity, qint64 row) const
{
    const QString name = m_names.value({entity, row});
    if (!name.isEmpty())
        return name;
    const QString kind = entityWord(entity, 1);
    //: A row whose name is not known: its kind and its number, "Member 17"
    return FieldWords::tr("%1 %2").arg(kind.at(0).toUpper() + kind.mid(1), QString::number(row));
}

QString entityWord(Entity entity, qint64 n)
{
    const auto found = std::ranges::find(kEntities, entity, &KindWord::entity);
    return found == kEntities.end() ? QString() : FieldWords::tr(n == 1 ? found->one : found->several);
}

QString fieldWord(Entity entity, const QByteArray& field)
{
    const FieldWord* known = fieldOf(entity, field);
    return known ? FieldWords::tr(known->word) : QString::fromUtf8(field);
}

std::optional<Entity> referredBy(Entity entity, const QByteArray& field)
{
    const FieldWord* known = fieldOf(entity, field);
    return known && (known->holds == Holds::One || known->holds == Holds::Set) ? std::optional(known->refersTo) : std::nullopt;
}

bool isSetField(Entity entity, const QByteArray& field)
{
    const FieldWord* known = fieldOf(entity, field);
    return known && known->holds == Holds::Set;
}

bool isTextField(Entity entity, const QByteArray& field)
{
    const FieldWord* known = fieldOf(entity, field);
    return known && known->holds == Holds::Text;
}

QString valueWord(Entity entity, const QByteArray& field, const Scalar& value, const Format& format, const RowNames& names)
{
    const FieldWord* known = fieldOf(entity, field);
    if (!known)
        return scalarText(value, format);
    if (const auto* number = std::get_if<qint64>(&value))
        return numberWord(*known, *number, format, names);
    if (const auto* text = std::get_if<QString>(&value))
        return textWord(*known, *text);
    return scalarText(value, format);
}

} // namespace lyceum::ui
