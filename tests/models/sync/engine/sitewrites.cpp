// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// What the site's API lets a client do, with the habits of a real one.

namespace lyceum::test {

using namespace sync;

namespace {

tl::unexpected<Error> refused(const QString& reason)
{
    return failure(Error::Kind::Refused, reason, u"validation"_s);
}

tl::unexpected<Error> missing(const QString& what)
{
    return failure(Error::Kind::NotFound, what);
}

template <class Map, class Of>
QString uniqueSlug(const Map& rows, const QString& wanted, const QString& own, Of slugOf)
{
    for (int n = 1;; ++n) {
        const QString slug = n == 1 ? wanted : u"%1-%2"_s.arg(wanted).arg(n);
        const bool isTaken = std::any_of(rows.cbegin(), rows.cend(), [&](const auto& row) { return slugOf(row).second == slug && slugOf(row).first != own; });
        if (!isTaken)
            return slug;
    }
}

std::pair<QString, QString> postSlug(const RemotePost& row)
{
    return {row.post.remoteId, row.post.slug};
}

std::pair<QString, QString> tagSlug(const Tag& row)
{
    return {row.remoteId, row.slug};
}

QString slugged(const QString& name)
{
    return name.toLower().replace(u' ', u'-');
}

QStringList sortedOf(QStringList list)
{
    list.sort();
    list.removeDuplicates();
    return list;
}

} // namespace

QString Site::rendered(const QString& html)
{
    return QString(html).replace(u"<b>"_s, u"<strong>"_s).replace(u"</b>"_s, u"</strong>"_s);
}

void Site::observe()
{
    const auto note = [this](const QString& id, const QByteArray& field, const QString& value) {
        QStringList& values = history[{id, field}];
        if (values.isEmpty() || values.last() != value)
            values.append(value);
    };
    for (const RemoteMember& row : std::as_const(members)) {
        note(row.member.remoteId, "name", row.member.name);
        note(row.member.remoteId, "note", row.member.note);
    }
    for (const RemotePost& row : std::as_const(posts))
        note(row.post.remoteId, "title", row.post.title);
}

/// A row just made, by what tells it from any other.
void Site::noteMade(const QString& what, const QString& id, bool isThereAlready)
{
    if (isThereAlready)
        doubled.append(what);
    m_made.insert(what, id);
}

// ---- members

Result<QString> Site::writeMember(const RowWrite& write)
{
    const RemoteMember& sent = write.row.members.first();
    const QString id = sent.member.remoteId;
    const bool isNew = id.isEmpty();
    if (!isNew && !members.contains(id))
        return missing(u"member"_s);
    if (write.fields.contains("email")) {
        for (const RemoteMember& other : std::as_const(members)) {
            if (other.member.email == sent.member.email && other.member.remoteId != id)
                return refused(u"Member already exists."_s);
        }
    }
    if (sent.member.name.startsWith(u"poison"_s) && write.fields.contains("name"))
        return refused(u"Name is not allowed."_s);
    RemoteMember now = isNew ? RemoteMember() : members.value(id);
    if (isNew) {
        now.member.remoteId = newId();
        now.member.uuid = u"uuid-"_s + now.member.remoteId;
        now.member.joinedAtUtc = nowUtc;
        for (const Newsletter& newsletter : std::as_const(newsletters))
            now.newsletters.append(newsletter.remoteId);
    }
    bool moves = isNew;
    const auto set = [&](const QByteArray& field, QString Member::*value) {
        if (!write.fields.contains(field) || now.member.*value == sent.member.*value)
            return;
        now.member.*value = sent.member.*value;
        moves = true;
    };
    set("email", &Member::email);
    set("name", &Member::name);
    set("note", &Member::note);
    if (write.fields.contains("commenting_disabled"))
        now.member.commentingDisabled = sent.member.commentingDisabled;
    if (write.fields.contains("labels")) {
        now.labels.clear();
        for (const Label& label : write.row.labels) { // by name, as a real one takes them; unknown ones are made
            const auto known = std::ranges::find_if(labels, [&](const Label& each) { return each.name.compare(label.name, Qt::CaseInsensitive) == 0; });
            now.labels.append(known != labels.end() ? known->remoteId : addLabel(label.name));
        }
        now.labels = sortedOf(now.labels);
    }
    if (write.fields.contains("newsletters"))
        now.newsletters = sortedOf(sent.newsletters);
    now.member.subscribed = !now.newsletters.isEmpty();
    if (moves)
        now.member.changedAtUtc = nowUtc;
    members.insert(now.member.remoteId, now);
    everMembers.insert(now.member.remoteId);
    if (isNew)
        addEvent(EventKind::Signup, now.member.remoteId, nowUtc);
    else
        log.append({nowUtc, Kind::Members, id, false});
    return now.member.remoteId;
}

Result<void> Site::relabel(const Label& label, const QStringList& ids, bool carry)
{
    if (!labels.contains(label.remoteId))
        return missing(u"label"_s);
    for (const QString& id : ids) {
        if (!members.contains(id))
            continue;
        QStringList& carried = members[id].labels;
        carried.removeAll(label.remoteId);
        if (carry)
            carried.append(label.remoteId);
        carried = sortedOf(carried);
    }
    return {}; // bulk changes leave no trace at all
}

// ---- the catalogue

Result<QString> Site::writeLabel(const RowWrite& write)
{
    const Label& sent = write.row.labels.first();
    for (const Label& other : std::as_const(labels)) {
        if (other.remoteId != sent.remoteId && other.name.compare(sent.name, Qt::CaseInsensitive) == 0)
            return refused(u"Label already exists."_s);
    }
    if (sent.remoteId.isEmpty())
        return addLabel(sent.name);
    if (!labels.contains(sent.remoteId))
        return missing(u"label"_s);
    labels[sent.remoteId].name = sent.name; // the slug stays
    log.append({nowUtc, Kind::Labels, sent.remoteId, false});
    return sent.remoteId;
}

Result<QString> Site::writeTag(const RowWrite& write)
{
    const Tag& sent = write.row.tags.first();
    if (!sent.remoteId.isEmpty() && !tags.contains(sent.remoteId))
        return missing(u"tag"_s);
    Tag now = tags.value(sent.remoteId);
    if (sent.remoteId.isEmpty()) {
        now.remoteId = newId(); // one more of the same name, if need be
        now.slug = uniqueSlug(tags, slugged(sent.name), now.remoteId, tagSlug);
        noteMade("tag "_L1 + sent.name, now.remoteId, tags.contains(m_made.value("tag "_L1 + sent.name)));
    }
    now.name = sent.name;
    tags.insert(now.remoteId, now);
    log.append({nowUtc, Kind::Tags, {}, false});
    return now.remoteId;
}

Result<QString> Site::writeTier(const RowWrite& write)
{
    const Tier& sent = write.row.tiers.first();
    if (!sent.remoteId.isEmpty() && !tiers.contains(sent.remoteId))
        return missing(u"tier"_s);
    Tier now = tiers.value(sent.remoteId);
    if (sent.remoteId.isEmpty()) {
        now.remoteId = newId();
        now.slug = u"tier-"_s + now.remoteId;
        now.paid = true;
        now.currency = sent.currency;
        noteMade("tier "_L1 + sent.name, now.remoteId, tiers.contains(m_made.value("tier "_L1 + sent.name)) && tiers.value(m_made.value("tier "_L1 + sent.name)).active);
    }
    if (write.fields.contains("name"))
        now.name = sent.name;
    if (write.fields.contains("benefits"))
        now.benefits = sent.benefits;
    if (write.fields.contains("monthly_price") && sent.monthlyPrice > 0) // nothing is silently ignored
        now.monthlyPrice = sent.monthlyPrice;
    if (write.fields.contains("yearly_price") && sent.yearlyPrice > 0)
        now.yearlyPrice = sent.yearlyPrice;
    if (write.fields.contains("active"))
        now.active = sent.active;
    tiers.insert(now.remoteId, now);
    return now.remoteId;
}

// ---- content and discussions

Result<QString> Site::writePost(const RowWrite& write)
{
    const RemotePost& sent = write.row.posts.first();
    const QString id = sent.post.remoteId;
    if (!id.isEmpty() && !posts.contains(id))
        return missing(u"post"_s);
    RemotePost now = posts.value(id);
    const RemotePost before = now;
    Post& post = now.post;
    if (id.isEmpty()) {
        post.remoteId = newId();
        post.createdAtUtc = nowUtc;
        post.visibility = u"public"_s;
        post.slug = uniqueSlug(posts, write.token, post.remoteId, postSlug);
        noteMade(write.token, post.remoteId, posts.contains(m_made.value(write.token)));
    }
    if (write.fields.contains("title"))
        post.title = sent.post.title;
    if (write.fields.contains("html"))
        post.html = rendered(sent.post.html);
    if (write.fields.contains("tags")) {
        now.tags.clear();
        for (const Tag& tag : write.row.tags) { // by name; unknown ones are made
            if (tags.contains(tag.remoteId)) {
                now.tags.append(tag.remoteId);
                continue;
            }
            RowWrite fresh;
            fresh.kind = Kind::Tags;
            fresh.row.tags = {Tag {.id = {}, .remoteId = {}, .name = tag.name, .slug = {}}};
            now.tags.append(writeTag(fresh).value_or(QString()));
        }
        now.tags = sortedOf(now.tags);
    }
    if (!id.isEmpty()) {
        if (write.fields.contains("slug"))
            post.slug = uniqueSlug(posts, sent.post.slug, id, postSlug);
        if (write.fields.contains("status"))
            post.status = sent.post.status;
        if (write.fields.contains("published_at"))
            post.publishedAtUtc = sent.post.publishedAtUtc;
        if (now != before && write.basedOnUtc != before.post.changedAtUtc)
            return failure(Error::Kind::Collision, u"post"_s, u"someone else is editing this post"_s);
    }
    const bool isTagsOnly = !id.isEmpty() && now.post == before.post;
    if (!isTagsOnly)
        post.changedAtUtc = nowUtc;
    posts.insert(post.remoteId, now);
    log.append({nowUtc, Kind::Posts, post.remoteId, false});
    return post.remoteId;
}

Result<QString> Site::writeComment(const RowWrite& write)
{
    const RemoteComment& sent = write.row.comments.first();
    const QString id = sent.comment.remoteId;
    if (!id.isEmpty()) {
        if (!comments.contains(id))
            return missing(u"comment"_s);
        if (write.fields.contains("status"))
            comments[id].comment.status = sent.comment.status;
        if (write.fields.contains("pinned"))
            comments[id].comment.pinned = sent.comment.pinned;
        commentChanged[id] = nowUtc;
        return id; // the text and everything else are ignored
    }
    if (!posts.contains(sent.post) || !members.contains(sent.member))
        return missing(u"post or member"_s);
    if (!sent.parent.isEmpty() && (!comments.contains(sent.parent) || !comments.value(sent.parent).parent.isEmpty()))
        return missing(u"parent"_s);
    RemoteComment made;
    made.comment.remoteId = newId();
    made.comment.html = sent.comment.html;
    made.comment.text = sent.comment.text;
    const qint64 at = sent.comment.createdAtUtc.value_or(nowUtc);
    made.comment.createdAtUtc = at <= nowUtc ? at : nowUtc; // the future is ignored
    made.post = sent.post;
    made.member = sent.member;
    made.parent = sent.parent;
    made.inReplyTo = sent.inReplyTo;
    noteMade(made.comment.html, made.comment.remoteId, listedComments().contains(m_made.value(made.comment.html)));
    comments.insert(made.comment.remoteId, made);
    commentChanged.insert(made.comment.remoteId, nowUtc);
    return made.comment.remoteId;
}

// ---- any kind

Result<QString> Site::write(const RowWrite& write)
{
    const auto written = [&]() -> Result<QString> {
        switch (write.kind) {
        case Kind::Members: return writeMember(write);
        case Kind::Labels: return writeLabel(write);
        case Kind::Tags: return writeTag(write);
        case Kind::Tiers: return writeTier(write);
        case Kind::Posts: return writePost(write);
        case Kind::Comments: return writeComment(write);
        default: return failure(Error::Kind::Internal, nameOf(write.kind), u"nobody writes these"_s);
        }
    }();
    observe();
    return written;
}

void Site::remove(Kind kind, const QString& id)
{
    switch (kind) {
    case Kind::Members: return deleteMember(id);
    case Kind::Labels: return deleteLabel(id);
    case Kind::Posts: return deletePost(id);
    case Kind::Tags:
        if (tags.remove(id) > 0) {
            for (RemotePost& post : posts)
                post.tags.removeAll(id);
            log.append({nowUtc, Kind::Tags, {}, false});
        }
        return;
    default: return;
    }
}

QString Site::find(const RowWrite& write) const
{
    const auto first = [](const auto& rows, const auto& isIt) {
        const auto found = std::find_if(rows.cbegin(), rows.cend(), isIt);
        return found == rows.cend() ? QString() : found.key();
    };
    switch (write.kind) {
    case Kind::Members: return first(members, [&](const RemoteMember& row) { return row.member.email == write.row.members.first().member.email; });
    case Kind::Labels:
        return first(labels, [&](const Label& row) { return row.name.compare(write.row.labels.first().name, Qt::CaseInsensitive) == 0; });
    case Kind::Tags: return first(tags, [&](const Tag& row) { return row.name.compare(write.row.tags.first().name, Qt::CaseInsensitive) == 0; });
    case Kind::Tiers:
        return first(tiers, [&](const Tier& row) {
            const Tier& sent = write.row.tiers.first();
            return row.name == sent.name && row.currency == sent.currency && row.monthlyPrice == sent.monthlyPrice && row.yearlyPrice == sent.yearlyPrice;
        });
    case Kind::Posts: return first(posts, [&](const RemotePost& row) { return row.post.slug == write.token; });
    case Kind::Comments:
        return first(comments, [&](const RemoteComment& row) {
            const RemoteComment& sent = write.row.comments.first();
            return row.member == sent.member && row.post == sent.post && row.comment.createdAtUtc == sent.comment.createdAtUtc;
        });
    default: return {};
    }
}

QSet<QByteArray> Site::writable(Kind kind, bool making)
{
    QSet<QByteArray> fields;
    switch (kind) {
    case Kind::Members:
        fields = {"email", "name", "note", "labels", "newsletters"};
        return making ? fields : fields + QSet<QByteArray> {"commenting_disabled", "departed_at"};
    case Kind::Labels:
    case Kind::Tags: return making ? QSet<QByteArray> {"name"} : QSet<QByteArray> {"name", "removed"};
    case Kind::Tiers:
        fields = {"name", "benefits", "monthly_price", "yearly_price"};
        return fields + (making ? QSet<QByteArray> {"currency"} : QSet<QByteArray> {"active"});
    case Kind::Posts:
        fields = {"title", "html", "tags"};
        return making ? fields : fields + QSet<QByteArray> {"slug", "status", "published_at", "deleted_at"};
    case Kind::Comments:
        return making ? QSet<QByteArray> {"post_id", "member_id", "parent_id", "in_reply_to_id", "html", "created_at"} : QSet<QByteArray> {"status", "pinned"};
    default: return {};
    }
}

} // namespace lyceum::test
