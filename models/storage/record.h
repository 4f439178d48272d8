// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/event.h"
#include "community/member.h"
#include "community/post.h"
#include "community/privacyrelease.h"
#include "community/tier.h"
#include "storage/entity.h"

#include <QStringList>

#include <tuple>
#include <utility>

namespace lyceum::storage {

/// A named value of the workspace itself: its title, its time zone, whether it is a sample.
struct Setting {
    Id<struct SettingTag> id;
    QString name;
    QString value;
};

/// One column of a record: its name and the field behind it.
template <class T, class Field>
struct Column {
    const char* name;
    Field T::*field;
};

template <class T, class Field>
constexpr Column<T, Field> column(const char* name, Field T::*field)
{
    return {name, field};
}

/// A text column where the empty string is stored as NULL, because it means "has none" and must not collide in a unique index.
template <class T>
struct KeyColumn {
    const char* name;
    QString T::*field;
};

template <class T>
constexpr KeyColumn<T> key(const char* name, QString T::*field)
{
    return {name, field};
}

// ---- one field to one scalar and back

// A 24-digit hexadecimal id takes 12 bytes instead of 24; with ten million events, twice, that is worth a conversion.
[[nodiscard]] Scalar packedRemoteId(const QString& remoteId);
[[nodiscard]] QString unpackedRemoteId(const Scalar& stored);

inline Scalar toScalar(const QString& value) { return value; }
inline Scalar toScalar(qint64 value) { return value; }
inline Scalar toScalar(bool value) { return qint64(value); }
inline Scalar toScalar(std::optional<qint64> value) { return value ? Scalar(*value) : Scalar(); }
inline Scalar toScalar(const QStringList& lines) { return lines.join(u'\n'); }
template <class Tag>
Scalar toScalar(Id<Tag> id)
{
    return id.isValid() ? Scalar(id.value) : Scalar();
}
inline Scalar toScalar(EventKind kind) { return qint64(kind); }
template <class E>
    requires std::is_enum_v<E>
Scalar toScalar(E value)
{
    return nameOf(value);
}

inline void fromColumn(const Statement& row, int at, QString& value) { value = row.text(at); }
inline void fromColumn(const Statement& row, int at, qint64& value) { value = row.integer(at); }
inline void fromColumn(const Statement& row, int at, bool& value) { value = row.integer(at) != 0; }
inline void fromColumn(const Statement& row, int at, std::optional<qint64>& value) { value = row.optionalInteger(at); }
inline void fromColumn(const Statement& row, int at, QStringList& lines)
{
    const QString text = row.text(at);
    lines = text.isEmpty() ? QStringList() : text.split(u'\n');
}
template <class Tag>
void fromColumn(const Statement& row, int at, Id<Tag>& id)
{
    id.value = row.integer(at); // NULL reads as 0: nobody
}
inline void fromColumn(const Statement& row, int at, EventKind& kind) { kind = EventKind(row.integer(at)); }
// A name this version does not know leaves the default: a newer program's file is refused before it comes to that.
inline void fromColumn(const Statement& row, int at, MemberStatus& v) { v = memberStatusOf(row.text(at)).value_or(v); }
inline void fromColumn(const Statement& row, int at, Subscription::Status& v) { v = subscriptionStatusOf(row.text(at)).value_or(v); }
inline void fromColumn(const Statement& row, int at, Payment::Kind& v) { v = paymentKindOf(row.text(at)).value_or(v); }
inline void fromColumn(const Statement& row, int at, Post::Status& v) { v = postStatusOf(row.text(at)).value_or(v); }
inline void fromColumn(const Statement& row, int at, Comment::Status& v) { v = commentStatusOf(row.text(at)).value_or(v); }
inline void fromColumn(const Statement& row, int at, Reaction::Kind& v) { v = reactionKindOf(row.text(at)).value_or(v); }
inline void fromColumn(const Statement& row, int at, SubscriptionChange::Type& v) { v = subscriptionChangeTypeOf(row.text(at)).value_or(v); }

/// The id column of a record; all but SubscriptionChange have their own.
template <class T>
qint64 idOf(const T& record)
{
    return record.id.value;
}
inline qint64 idOf(const SubscriptionChange& record) { return record.event.value; }
template <class T>
void setId(T& record, qint64 id)
{
    record.id.value = id;
}
inline void setId(SubscriptionChange& record, qint64 id) { record.event.value = id; }

/// Record<T>: how the value T lies in its table. Specialised for every entity; `sets` names the fields that are sets.
template <class T>
struct Record;

template <class T>
QList<Scalar> valuesOf(const T& record)
{
    QList<Scalar> values;
    std::apply(
        [&](const auto&... columns) {
            values.reserve(sizeof...(columns));
            (values.append([&] {
                if constexpr (std::is_same_v<std::decay_t<decltype(columns)>, KeyColumn<T>>)
                    return (record.*(columns.field)).isEmpty() ? Scalar() : Scalar(record.*(columns.field));
                else
                    return toScalar(record.*(columns.field));
            }()),
                ...);
        },
        Record<T>::columns);
    return values;
}

/// Reads a record from a row whose columns, from `first` on, are `id` and then Record<T>::columns in order. Sets stay empty.
template <class T>
T recordFrom(const Statement& row, int first = 0)
{
    T record;
    setId(record, row.integer(first));
    int at = first;
    std::apply([&](const auto&... columns) { (fromColumn(row, ++at, record.*(columns.field)), ...); }, Record<T>::columns);
    return record;
}

template <class T>
QByteArrayList columnNames()
{
    QByteArrayList names;
    std::apply([&](const auto&... columns) { (names.append(columns.name), ...); }, Record<T>::columns);
    return names;
}

template <>
struct Record<Setting> {
    static constexpr Entity entity = Entity::Setting;
    static constexpr auto columns = std::make_tuple(column("name", &Setting::name), column("value", &Setting::value));
};

template <>
struct Record<Member> {
    static constexpr Entity entity = Entity::Member;
    static constexpr auto columns = std::make_tuple(key("remote_id", &Member::remoteId), column("uuid", &Member::uuid),
        column("email", &Member::email), column("name", &Member::name), column("note", &Member::note),
        column("status", &Member::status), column("joined_at", &Member::joinedAtUtc), column("changed_at", &Member::changedAtUtc),
        column("last_seen_at", &Member::lastSeenAtUtc), column("departed_at", &Member::departedAtUtc),
        column("country", &Member::country), column("source", &Member::source), column("source_medium", &Member::sourceMedium),
        column("subscribed", &Member::subscribed), column("email_count", &Member::emailCount),
        column("email_opened_count", &Member::emailOpenedCount), column("email_suppressed", &Member::emailSuppressed),
        column("email_suppressed_reason", &Member::emailSuppressedReason),
        column("commenting_disabled", &Member::commentingDisabled),
        column("commenting_disabled_reason", &Member::commentingDisabledReason),
        column("commenting_disabled_until", &Member::commentingDisabledUntilUtc),
        column("complimentary_until", &Member::complimentaryUntilUtc));
};

template <>
struct Record<Label> {
    static constexpr Entity entity = Entity::Label;
    static constexpr auto columns
        = std::make_tuple(key("remote_id", &Label::remoteId), column("name", &Label::name), column("slug", &Label::slug));
};

template <>
struct Record<Newsletter> {
    static constexpr Entity entity = Entity::Newsletter;
    static constexpr auto columns = std::make_tuple(key("remote_id", &Newsletter::remoteId), column("name", &Newsletter::name),
        column("slug", &Newsletter::slug), column("description", &Newsletter::description), column("active", &Newsletter::active));
};

template <>
struct Record<Tier> {
    static constexpr Entity entity = Entity::Tier;
    static constexpr auto columns = std::make_tuple(key("remote_id", &Tier::remoteId), column("name", &Tier::name),
        column("slug", &Tier::slug), column("description", &Tier::description), column("paid", &Tier::paid),
        column("active", &Tier::active), column("visible", &Tier::visible), column("currency", &Tier::currency),
        column("monthly_price", &Tier::monthlyPrice), column("yearly_price", &Tier::yearlyPrice),
        column("trial_days", &Tier::trialDays), column("benefits", &Tier::benefits));
};

template <>
struct Record<Offer> {
    static constexpr Entity entity = Entity::Offer;
    static constexpr auto columns = std::make_tuple(key("remote_id", &Offer::remoteId), column("name", &Offer::name),
        column("code", &Offer::code), column("title", &Offer::title), column("description", &Offer::description),
        column("type", &Offer::type), column("cadence", &Offer::cadence), column("amount", &Offer::amount),
        column("currency", &Offer::currency), column("duration", &Offer::duration),
        column("duration_months", &Offer::durationMonths), column("active", &Offer::active),
        column("redemptions", &Offer::redemptions), column("tier_id", &Offer::tier));
};

template <>
struct Record<Subscription> {
    static constexpr Entity entity = Entity::Subscription;
    static constexpr auto columns = std::make_tuple(key("remote_id", &Subscription::remoteId),
        column("member_id", &Subscription::member), column("tier_id", &Subscription::tier), column("offer_id", &Subscription::offer),
        column("status", &Subscription::status), column("interval", &Subscription::interval),
        column("amount", &Subscription::amount), column("currency", &Subscription::currency),
        column("cancel_at_period_end", &Subscription::cancelAtPeriodEnd),
        column("cancellation_reason", &Subscription::cancellationReason), column("started_at", &Subscription::startedAtUtc),
        column("period_end_at", &Subscription::periodEndAtUtc), column("trial_start_at", &Subscription::trialStartAtUtc),
        column("trial_end_at", &Subscription::trialEndAtUtc));
};

template <>
struct Record<Payment> {
    static constexpr Entity entity = Entity::Payment;
    static constexpr auto columns = std::make_tuple(key("remote_id", &Payment::remoteId), column("member_id", &Payment::member),
        column("kind", &Payment::kind), column("at", &Payment::atUtc), column("amount", &Payment::amount),
        column("currency", &Payment::currency), column("source", &Payment::source));
};

template <>
struct Record<lyceum::Tag> {
    static constexpr Entity entity = Entity::Tag;
    static constexpr auto columns = std::make_tuple(
        key("remote_id", &lyceum::Tag::remoteId), column("name", &lyceum::Tag::name), column("slug", &lyceum::Tag::slug));
};

template <>
struct Record<Post> {
    static constexpr Entity entity = Entity::Post;
    static constexpr auto columns = std::make_tuple(key("remote_id", &Post::remoteId), column("title", &Post::title),
        column("slug", &Post::slug), column("status", &Post::status), column("visibility", &Post::visibility),
        column("featured", &Post::featured), column("email_only", &Post::emailOnly), column("authors", &Post::authors),
        column("excerpt", &Post::excerpt), column("url", &Post::url), column("reading_minutes", &Post::readingMinutes),
        column("created_at", &Post::createdAtUtc), column("changed_at", &Post::changedAtUtc),
        column("published_at", &Post::publishedAtUtc), column("deleted_at", &Post::deletedAtUtc), column("html", &Post::html),
        column("plain_text", &Post::plainText));
};

template <>
struct Record<Comment> {
    static constexpr Entity entity = Entity::Comment;
    static constexpr auto columns = std::make_tuple(key("remote_id", &Comment::remoteId), column("post_id", &Comment::post),
        column("member_id", &Comment::member), column("parent_id", &Comment::parent), column("in_reply_to_id", &Comment::inReplyTo),
        column("status", &Comment::status), column("html", &Comment::html), column("text", &Comment::text),
        column("created_at", &Comment::createdAtUtc), column("edited_at", &Comment::editedAtUtc), column("pinned", &Comment::pinned),
        column("likes", &Comment::likes), column("dislikes", &Comment::dislikes), column("reports", &Comment::reports));
};

template <>
struct Record<Reaction> {
    static constexpr Entity entity = Entity::Reaction;
    static constexpr auto columns = std::make_tuple(key("remote_id", &Reaction::remoteId), column("comment_id", &Reaction::comment),
        column("member_id", &Reaction::member), column("kind", &Reaction::kind), column("at", &Reaction::atUtc));
};

/// The event's remote id is packed (see packedRemoteId), so it is written and read by overloads of its own below.
template <>
struct Record<Event> {
    static constexpr Entity entity = Entity::Event;
    static constexpr auto columns = std::make_tuple(column("kind", &Event::kind), key("remote", &Event::remoteId),
        column("member_id", &Event::member), column("at", &Event::atUtc), column("post_id", &Event::post),
        column("amount", &Event::amount), column("text", &Event::text));
};

template <>
QList<Scalar> valuesOf<Event>(const Event& event);
template <>
Event recordFrom<Event>(const Statement& row, int first);

template <>
struct Record<SubscriptionChange> {
    static constexpr Entity entity = Entity::SubscriptionChange;
    static constexpr auto columns = std::make_tuple(column("type", &SubscriptionChange::type),
        column("subscription_remote_id", &SubscriptionChange::subscriptionRemoteId),
        column("from_price", &SubscriptionChange::fromPrice), column("to_price", &SubscriptionChange::toPrice),
        column("currency", &SubscriptionChange::currency), column("mrr_delta", &SubscriptionChange::mrrDelta),
        column("tier_name", &SubscriptionChange::tierName), column("signup", &SubscriptionChange::signup));
};

template <>
struct Record<PrivacyRelease> {
    static constexpr Entity entity = Entity::PrivacyRelease;
    static constexpr auto columns = std::make_tuple(column("released_at", &PrivacyRelease::releasedAtUtc),
        column("name", &PrivacyRelease::name), column("question", &PrivacyRelease::question),
        column("mechanism", &PrivacyRelease::mechanism), column("micro_epsilon", &PrivacyRelease::microEpsilon),
        column("nano_rho", &PrivacyRelease::nanoRho), column("figures", &PrivacyRelease::figures));
};

} // namespace lyceum::storage
