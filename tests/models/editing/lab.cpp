// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab.h"

#include "community/post.h"

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

namespace {

template <class T>
void put(ChangeSet& changes, T row)
{
    const auto id = changes.nextId<T>();
    if (!id)
        qFatal("%s", qPrintable(id.error().detail));
    row.id = *id;
    row.remoteId = u"remote-%1-%2"_s.arg(int(Record<T>::entity)).arg(id->value);
    changes.put(row);
}

Member member(const QString& email, const QString& name)
{
    Member member;
    member.uuid = email;
    member.email = email;
    member.name = name;
    member.joinedAtUtc = Lab::kNow - 100 * Lab::kDay;
    return member;
}

void putCatalogue(ChangeSet& changes)
{
    for (const QString& name : {u"VIP"_s, u"Press"_s})
        put(changes, Label {{}, {}, name, name.toLower()});
    put(changes, Newsletter {{}, {}, u"Weekly"_s, u"weekly"_s, {}, true});
    put(changes, Newsletter {{}, {}, u"Old letter"_s, u"old"_s, {}, false});
    put(changes, Tier {{}, {}, u"Free"_s, u"free"_s, {}, false, true, true, {}, 0, 0, 0, {}});
    put(changes, Tier {{}, {}, u"Gold"_s, u"gold"_s, {}, true, true, true, u"USD"_s, 500, 5000, 0, {}});
    put(changes, Tier {{}, {}, u"Silver"_s, u"silver"_s, {}, true, false, false, u"USD"_s, 300, 3000, 0, {}});
    put(changes, Offer {{}, {}, u"Spring"_s, u"spring"_s, {}, {}, u"percent"_s, u"year"_s, 20, {}, u"once"_s, 0, true, 3, TierId {2}});
    put(changes, lyceum::Tag {{}, {}, u"Essays"_s, u"essays"_s});
}

void putMembers(ChangeSet& changes)
{
    Member ada = member(u"ada@example.com"_s, u"Ada"_s);
    ada.labels = {LabelId {1}};
    ada.newsletters = {NewsletterId {1}};
    ada.subscribed = true;
    put(changes, ada);
    Member ben = member(u"ben@example.com"_s, u"Ben"_s);
    ben.status = MemberStatus::Paid;
    ben.labels = {LabelId {1}, LabelId {2}};
    ben.tiers = {TierId {2}};
    put(changes, ben);
    Subscription subscription;
    subscription.member = Lab::kBen;
    subscription.tier = TierId {2};
    put(changes, subscription);
    Member cleo = member(u"cleo@example.com"_s, u"Cleo"_s);
    cleo.departedAtUtc = Lab::kNow - Lab::kDay;
    put(changes, cleo);
}

void putContent(ChangeSet& changes)
{
    Post post;
    post.title = u"On gardens"_s;
    post.slug = u"on-gardens"_s;
    post.status = Post::Status::Published;
    post.visibility = u"public"_s;
    post.publishedAtUtc = Lab::kNow - 10 * Lab::kDay;
    post.tags = {TagId {1}};
    put(changes, post);
    post.title = u"A letter"_s;
    post.status = Post::Status::Sent;
    put(changes, post);
    post.title = u"Lost"_s;
    post.status = Post::Status::Published;
    post.deletedAtUtc = Lab::kNow - Lab::kDay;
    put(changes, post);
    Comment comment;
    comment.post = Lab::kGardens;
    comment.member = Lab::kBen;
    comment.text = u"First"_s;
    put(changes, comment);
    Comment reply = comment;
    reply.member = Lab::kAda;
    reply.parent = Lab::kThread;
    put(changes, reply);
    Comment deleted = comment;
    deleted.status = Comment::Status::Deleted;
    put(changes, deleted);
    comment.post = Lab::kLost;
    put(changes, comment);
}

} // namespace

Lab::Lab()
{
    auto made = WorkspaceFile::create(m_folder.filePath(u"lab.lyceum"_s), {u"Lab"_s, "UTC", false}, m_clock);
    if (!made)
        qFatal("%s", qPrintable(made.error().detail));
    m_file = *std::move(made);
    const auto filled = m_file->commit({u"store"_s, Origin::Sync, u"filled for a test"_s}, [](ChangeSet& changes) -> Result<void> {
        putCatalogue(changes);
        putMembers(changes);
        putContent(changes);
        return {};
    });
    if (!filled)
        qFatal("%s", qPrintable(filled.error().detail));
}

Result<ChangeSummary> Lab::change(const WorkspaceFile::Build& build)
{
    return m_file->commit({u"Ada"_s, Origin::Person, u"edit"_s}, build);
}

Member Lab::member(MemberId id)
{
    const auto found = memberById(connection(), id);
    return found && *found ? **found : Member();
}

std::optional<OutboxItem::Operation> Lab::operationOn(Entity entity, qint64 row)
{
    OutboxQuery query;
    query.entity = entity;
    query.row = row;
    const auto items = outboxItems(connection(), query);
    return items && items->size() == 1 ? std::optional(items->first().operation) : std::nullopt;
}

QStringList Lab::waiting()
{
    const auto items = outboxItems(connection(), {});
    if (!items)
        return {items.error().detail};
    QStringList lines;
    for (const OutboxItem& item : *items) {
        for (const QByteArray& field : item.fields)
            lines.append(u"%1 %2 %3"_s.arg(QString::fromLatin1(specOf(item.entity).name)).arg(item.row).arg(QString::fromLatin1(field)));
        if (item.operation == OutboxItem::Operation::Remove)
            lines.append(u"%1 %2 removed"_s.arg(QString::fromLatin1(specOf(item.entity).name)).arg(item.row));
    }
    lines.sort();
    return lines;
}
