// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/writes.h"

#include "sync/ghost/nql.h"
#include "sync/ghost/postwrites.h"
#include "sync/ghost/writefields.h"

using namespace Qt::StringLiterals;

namespace lyceum::sync::ghost {

using Change = AdminApi::Change;
using Method = HttpClient::Method;

namespace {

Result<QJsonObject> tierJson(const Tier& tier, const RowWrite& write, bool making)
{
    Fields fields(write);
    if (making && !tier.paid)
        return refused(u"Ghost has one free tier and takes no second."_s);
    fields.put("name", "name"_L1, tier.name);
    fields.put("description", "description"_L1, tier.description);
    fields.put("visible", "visibility"_L1, tier.visible ? u"public"_s : u"none"_s);
    fields.put("trial_days", "trial_days"_L1, tier.trialDays);
    fields.put("benefits", "benefits"_L1, QJsonArray::fromStringList(tier.benefits));
    if (!making) // a new one is active, whatever is said
        fields.put("active", "active"_L1, tier.active);
    if (!tier.paid)
        return fields.json();
    // A price that is missing becomes 500 or 5000, and one of 0 does so too or stays what it was.
    const bool monthly = making || fields.has("monthly_price");
    const bool yearly = making || fields.has("yearly_price");
    if ((monthly && tier.monthlyPrice <= 0) || (yearly && tier.yearlyPrice <= 0))
        return refused(u"Ghost keeps no tier with a price of 0."_s);
    if (making)
        fields.insert("name"_L1, tier.name);
    if (monthly)
        fields.insert("monthly_price"_L1, tier.monthlyPrice);
    if (yearly)
        fields.insert("yearly_price"_L1, tier.yearlyPrice);
    if (making || fields.has("currency"))
        fields.insert("currency"_L1, tier.currency);
    return fields.json();
}

QJsonObject offerJson(const RemoteOffer& remote, const RowWrite& write, bool making)
{
    const Offer& offer = remote.offer;
    Fields fields(write);
    fields.put("name", "name"_L1, offer.name);
    fields.put("code", "code"_L1, offer.code);
    fields.put("title", "display_title"_L1, offer.title);
    fields.put("description", "display_description"_L1, offer.description);
    fields.put("active", "status"_L1, offer.active ? u"active"_s : u"archived"_s);
    if (!making)
        return fields.json();
    fields.insert("name"_L1, offer.name);
    fields.insert("code"_L1, offer.code);
    fields.insert("status"_L1, offer.active ? u"active"_s : u"archived"_s);
    fields.insert("type"_L1, offer.type);
    fields.insert("cadence"_L1, offer.cadence);
    fields.insert("amount"_L1, offer.amount);
    fields.insert("duration"_L1, offer.duration);
    if (offer.duration == "repeating"_L1)
        fields.insert("duration_in_months"_L1, offer.durationMonths);
    if (offer.type == "fixed"_L1)
        fields.insert("currency"_L1, offer.currency);
    if (!remote.tier.isEmpty())
        fields.insert("tier"_L1, QJsonObject {{u"id"_s, remote.tier}});
    return fields.json();
}

QJsonObject nameJson(const QString& name, const RowWrite& write)
{
    Fields fields(write);
    fields.put("name", "name"_L1, name);
    return fields.json();
}

QJsonObject newsletterJson(const Newsletter& newsletter, const RowWrite& write)
{
    Fields fields(write);
    fields.put("name", "name"_L1, newsletter.name);
    fields.put("description", "description"_L1, newsletter.description);
    fields.put("active", "status"_L1, newsletter.active ? u"active"_s : u"archived"_s);
    return fields.json();
}

/// Id and end only: any other word about the tier would be written into the tier itself.
QJsonArray complimentaryTiers(const RemoteMember& remote)
{
    QJsonArray tiers;
    for (const QString& id : remote.tiers)
        tiers.append(QJsonObject {{u"id"_s, id}, {u"expiry_at"_s, jsonTime(remote.member.complimentaryUntilUtc)}});
    return tiers;
}

Result<QJsonObject> memberJson(const RemoteMember& remote, const RowWrite& write, bool making)
{
    Fields fields(write);
    if (making || fields.has("email"))
        fields.insert("email"_L1, remote.member.email);
    fields.put("name", "name"_L1, remote.member.name); // "" clears; null is refused
    fields.put("note", "note"_L1, remote.member.note);
    if (fields.has("labels")) {
        const auto labels = byName(Kind::Labels, remote.labels, write.row.labels);
        if (!labels)
            return tl::unexpected(labels.error());
        fields.insert("labels"_L1, *labels);
    }
    // A new member of whom nothing is said gets every newsletter that new members get.
    if (making || fields.has("newsletters"))
        fields.insert("newsletters"_L1, byId(remote.newsletters));
    else if (fields.has("subscribed") && !remote.member.subscribed)
        fields.insert("newsletters"_L1, QJsonArray());
    if (making ? !remote.tiers.isEmpty() : fields.has("tiers") || fields.has("complimentary_until"))
        fields.insert("tiers"_L1, complimentaryTiers(remote));
    return fields.json();
}

std::optional<Change> commentingChange(const Member& member, const QSet<QByteArray>& fields)
{
    if (!fields.contains("commenting_disabled") && !fields.contains("commenting_disabled_reason") && !fields.contains("commenting_disabled_until"))
        return std::nullopt;
    const QString path = pathOf(Kind::Members, member.remoteId) + "commenting/"_L1;
    if (!member.commentingDisabled)
        return Change {.method = Method::Post, .path = path + "enable/"_L1, .note = u"commenting enabled"_s, .repeatable = true};
    return Change {.method = Method::Post,
        .path = path + "disable/"_L1,
        .body = {{u"reason"_s, member.commentingDisabledReason}, {u"expires_at"_s, jsonTime(member.commentingDisabledUntilUtc)}, {u"hide_comments"_s, false}},
        .note = u"commenting disabled"_s,
        .repeatable = true};
}

QJsonObject commentMakingJson(const RemoteComment& remote)
{
    const Comment& comment = remote.comment;
    QJsonObject json {{u"member_id"_s, remote.member}, {u"html"_s, comment.html}};
    if (!remote.parent.isEmpty())
        json.insert(u"parent_id"_s, remote.parent);
    else
        json.insert(u"post_id"_s, remote.post);
    if (!remote.inReplyTo.isEmpty())
        json.insert(u"in_reply_to_id"_s, remote.inReplyTo);
    if (comment.createdAtUtc)
        json.insert(u"created_at"_s, jsonTime(comment.createdAtUtc));
    return json;
}

QJsonObject commentJson(const Comment& comment, const RowWrite& write)
{
    Fields fields(write);
    fields.put("status", "status"_L1, nameOf(comment.status));
    // A deleted comment can be pinned no more, and what is sent of it is refused altogether.
    if (comment.status != Comment::Status::Deleted)
        fields.put("pinned", "pinned"_L1, comment.pinned);
    return fields.json();
}

/// The row of the write as Ghost takes it; posts are not asked for here.
Result<QJsonObject> jsonOf(const RowWrite& write, bool making)
{
    switch (write.kind) {
    case Kind::Tiers: return tierJson(write.row.tiers.first(), write, making);
    case Kind::Labels: return nameJson(write.row.labels.first().name, write);
    case Kind::Tags: return nameJson(write.row.tags.first().name, write);
    case Kind::Newsletters: return newsletterJson(write.row.newsletters.first(), write);
    case Kind::Offers: return offerJson(write.row.offers.first(), write, making);
    case Kind::Members: return memberJson(write.row.members.first(), write, making);
    case Kind::Comments:
        return making ? commentMakingJson(write.row.comments.first()) : commentJson(write.row.comments.first().comment, write);
    case Kind::Posts:
    case Kind::Reactions:
    case Kind::Events: break;
    }
    return badWrite(write.kind, u"Ghost takes no such row"_s);
}

/// Rows of the write's kind, and the remote id of the first.
std::pair<qsizetype, QString> ownRow(const RowWrite& write)
{
    const auto of = [](const auto& rows, auto id) { return std::pair(rows.size(), rows.isEmpty() ? QString() : id(rows.first())); };
    switch (write.kind) {
    case Kind::Tiers: return of(write.row.tiers, [](const Tier& row) { return row.remoteId; });
    case Kind::Labels: return of(write.row.labels, [](const Label& row) { return row.remoteId; });
    case Kind::Tags: return of(write.row.tags, [](const lyceum::Tag& row) { return row.remoteId; });
    case Kind::Newsletters: return of(write.row.newsletters, [](const Newsletter& row) { return row.remoteId; });
    case Kind::Offers: return of(write.row.offers, [](const RemoteOffer& row) { return row.offer.remoteId; });
    case Kind::Members: return of(write.row.members, [](const RemoteMember& row) { return row.member.remoteId; });
    case Kind::Posts: return of(write.row.posts, [](const RemotePost& row) { return row.post.remoteId; });
    case Kind::Comments: return of(write.row.comments, [](const RemoteComment& row) { return row.comment.remoteId; });
    case Kind::Reactions:
    case Kind::Events: break;
    }
    return {};
}

QString noteOf(Kind kind, const QString& what) { return nameOf(kind) + u": "_s + what; }

} // namespace

Result<QString> remoteIdOf(const RowWrite& write)
{
    const auto [rows, id] = ownRow(write);
    if (rows != 1)
        return badWrite(write.kind, u"a write has one row of its kind"_s);
    return id;
}

Result<Change> making(const RowWrite& write)
{
    const auto id = remoteIdOf(write);
    if (!id)
        return tl::unexpected(id.error());
    if (!id->isEmpty())
        return badWrite(write.kind, u"a row to be made has no remote id"_s);
    auto change = [&]() -> Result<Change> {
        if (write.kind == Kind::Posts)
            return postMaking(write.row.posts.first(), write);
        const auto json = jsonOf(write, /*making=*/true);
        if (!json)
            return tl::unexpected(json.error());
        // A comment's answer says of what and by whom it is only when asked.
        const Query query = write.kind == Kind::Comments ? Query {{u"include"_s, u"member,post"_s}} : Query();
        return Change {.method = Method::Post, .path = pathOf(write.kind), .query = query, .body = listed(write.kind, *json)};
    }();
    if (change)
        change->note = noteOf(write.kind, u"one made"_s);
    return change;
}

Result<QList<Change>> changing(const RowWrite& write)
{
    const auto id = remoteIdOf(write);
    if (!id)
        return tl::unexpected(id.error());
    if (id->isEmpty())
        return badWrite(write.kind, u"a row to be changed has a remote id"_s);
    auto changes = [&]() -> Result<QList<Change>> {
        if (write.kind == Kind::Posts)
            return postChanging(write.row.posts.first(), write);
        const auto json = jsonOf(write, /*making=*/false);
        if (!json)
            return tl::unexpected(json.error());
        if (json->isEmpty())
            return QList<Change>();
        return QList<Change> {{.method = Method::Put, .path = pathOf(write.kind, *id), .body = listed(write.kind, *json), .repeatable = true}};
    }();
    if (!changes)
        return changes;
    for (Change& change : *changes)
        change.note = noteOf(write.kind, u"one changed"_s);
    if (write.kind == Kind::Members) {
        if (const auto commenting = commentingChange(write.row.members.first().member, write.fields))
            changes->append(*commenting);
    }
    return changes;
}

Result<Change> removing(Kind kind, const QString& remoteId)
{
    switch (kind) {
    case Kind::Labels:
    case Kind::Tags:
    case Kind::Posts:
        return Change {.method = Method::Delete, .path = pathOf(kind, remoteId), .note = noteOf(kind, u"one deleted"_s), .repeatable = true};
    case Kind::Members:
        // Without this word a paying member is gone and goes on being charged.
        return Change {.method = Method::Delete,
            .path = pathOf(kind, remoteId),
            .query = {{u"cancel"_s, u"true"_s}},
            .note = noteOf(kind, u"one deleted"_s),
            .repeatable = true};
    case Kind::Comments: // has no DELETE
        return Change {.method = Method::Put,
            .path = pathOf(kind, remoteId),
            .body = listed(kind, {{u"status"_s, u"deleted"_s}}),
            .note = noteOf(kind, u"one deleted"_s),
            .repeatable = true};
    case Kind::Tiers:
    case Kind::Newsletters:
    case Kind::Offers:
    case Kind::Reactions:
    case Kind::Events: break;
    }
    return badWrite(kind, u"Ghost deletes no such row"_s);
}

Result<Change> relabelling(const Label& label, const QStringList& members, bool carry)
{
    if (!isId(label.remoteId) || label.slug.isEmpty() || !std::all_of(members.begin(), members.end(), isId))
        return failure(Error::Kind::BadInput, nameOf(Kind::Labels), u"a label or member that Ghost does not know"_s);
    // Ghost attaches a label a second time when it is asked to: those who are as wished already are left out.
    const QString as = (carry ? "label:-"_L1 : "label:"_L1) + quoted(label.slug);
    return Change {.method = Method::Put,
        .path = pathOf(Kind::Members) + "bulk/"_L1,
        .query = {{u"filter"_s, allOf({anyOfIds(members), as})}},
        .body = {{u"bulk"_s,
            QJsonObject {{u"action"_s, carry ? u"addLabel"_s : u"removeLabel"_s},
                {u"meta"_s, QJsonObject {{u"label"_s, QJsonObject {{u"id"_s, label.remoteId}}}}}}}},
        .note = carry ? u"a label given"_s : u"a label taken"_s,
        .repeatable = true};
}

QStringList inOrderOf(const QStringList& now, const QStringList& wanted)
{
    QStringList ordered;
    for (const QString& id : now) {
        if (wanted.contains(id))
            ordered.append(id);
    }
    for (const QString& id : wanted) {
        if (!ordered.contains(id))
            ordered.append(id);
    }
    return ordered;
}

QSet<QByteArray> writableFields(Kind kind, bool making, bool payments)
{
    using Set = QSet<QByteArray>;
    switch (kind) {
    case Kind::Labels:
    case Kind::Tags: return {"name", "removed"};
    case Kind::Newsletters: return {"name", "description", "active"};
    case Kind::Tiers: {
        const Set fields {"name", "description", "visible", "currency", "monthly_price", "yearly_price", "trial_days", "benefits"};
        return fields + (making ? Set {"paid"} : Set {"active"});
    }
    case Kind::Offers: {
        const Set fields {"name", "code", "title", "description", "active"};
        return making ? fields + Set {"type", "cadence", "amount", "currency", "duration", "duration_months", "tier_id"} : fields;
    }
    case Kind::Members: {
        Set fields {"email", "name", "note", "labels", "newsletters", "subscribed", "departed_at"};
        if (making || payments)
            fields += Set {"tiers", "complimentary_until", "status"};
        return making ? fields : fields + Set {"commenting_disabled", "commenting_disabled_reason", "commenting_disabled_until"};
    }
    case Kind::Posts: {
        // Made as a draft whose slug is its token; what it is to be called and when it is published comes with a second request.
        const Set fields {"title", "html", "plain_text", "visibility", "tiers", "tags", "featured", "excerpt"};
        return making ? fields : fields + Set {"slug", "status", "published_at", "deleted_at"};
    }
    case Kind::Comments:
        return making ? Set {"post_id", "member_id", "parent_id", "in_reply_to_id", "html", "text", "created_at"} : Set {"status", "pinned"};
    case Kind::Reactions:
    case Kind::Events: break;
    }
    return {};
}

} // namespace lyceum::sync::ghost
