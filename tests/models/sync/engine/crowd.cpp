// SPDX-License-Identifier: GPL-3.0-or-later
#include "crowd.h"

#include "comparison.h"
#include "people.h"

#include "storage/conflicts.h"
#include "storage/outbox.h"
#include "storage/undo.h"

using namespace Qt::StringLiterals;

namespace lyceum::test {

using namespace storage;

namespace {

const QString kWho = u"person"_s;

template <class IdType>
void toggle(QList<IdType>& list, qint64 id)
{
    if (id == 0)
        return;
    if (!list.removeOne(IdType {id}))
        list.append(IdType {id});
    std::ranges::sort(list);
}

} // namespace

qint64 Crowd::someRow(Connection& connection, const char* from)
{
    const qint64 count = numberOf(connection, "SELECT count(*) FROM "_ba.append(from).constData());
    if (count <= 0)
        return 0;
    return numberOf(connection, "SELECT id FROM "_ba.append(from).append(" ORDER BY id LIMIT 1 OFFSET ").append(QByteArray::number(m_dice.below(count))).constData());
}

void Crowd::editMember(WorkspaceFile& workspace, qint64 nowUtc)
{
    Connection& tables = workspace.connection();
    const qint64 id = someRow(tables, "member WHERE departed_at IS NULL AND remote_id IS NOT NULL");
    const qint64 label = someRow(tables, "label");
    const qint64 newsletter = someRow(tables, "newsletter");
    const int what = m_dice.below(12);
    (void)edit<Member>(workspace, id, [&](Member& member) {
        switch (what) {
        case 0:
        case 1:
        case 2: member.name = word(); break;
        case 3:
        case 4: member.note = word(); break;
        case 5:
            member.name = word();
            member.note = word();
            break;
        case 6:
            toggle(member.newsletters, newsletter);
            member.subscribed = !member.newsletters.isEmpty(); // follows by itself there, and is nothing the site is told
            break;
        case 7:
            if (m_dice.chance(50))
                member.departedAtUtc = nowUtc;
            break;
        default: toggle(member.labels, label); break;
        }
    });
}

void Crowd::editPost(WorkspaceFile& workspace, qint64 nowUtc)
{
    Connection& tables = workspace.connection();
    const qint64 id = someRow(tables, "post WHERE deleted_at IS NULL AND remote_id IS NOT NULL");
    const qint64 tag = someRow(tables, "tag");
    const int what = m_dice.below(8);
    (void)edit<Post>(workspace, id, [&](Post& post) {
        switch (what) {
        case 0:
        case 1:
        case 2: post.title = word(); break;
        case 3: post.html = u"<p>%1</p>"_s.arg(word()); break;
        case 4: post.status = post.status == Post::Status::Draft ? Post::Status::Published : Post::Status::Draft; break;
        case 5:
            if (m_dice.chance(40))
                post.deletedAtUtc = nowUtc;
            break;
        default: toggle(post.tags, tag); break;
        }
    });
}

void Crowd::editComment(WorkspaceFile& workspace)
{
    const qint64 id = someRow(workspace.connection(), "comment WHERE remote_id IS NOT NULL");
    const auto status = Comment::Status(m_dice.below(3));
    (void)edit<Comment>(workspace, id, [&](Comment& comment) { comment.status = status; });
}

void Crowd::editCatalogue(WorkspaceFile& workspace)
{
    Connection& tables = workspace.connection();
    switch (m_dice.below(5)) {
    case 0: (void)edit<Label>(workspace, someRow(tables, "label"), [&](Label& label) { label.name = word(); }); break;
    case 1: (void)edit<lyceum::Tag>(workspace, someRow(tables, "tag"), [&](lyceum::Tag& tag) { tag.name = word(); }); break;
    case 2: (void)edit<Tier>(workspace, someRow(tables, "tier WHERE paid"), [&](Tier& tier) { tier.monthlyPrice += 100; }); break;
    case 3: (void)take<Label>(workspace, someRow(tables, "label")); break;
    default: (void)take<lyceum::Tag>(workspace, someRow(tables, "tag")); break;
    }
}

void Crowd::create(WorkspaceFile& workspace, qint64 nowUtc)
{
    Connection& tables = workspace.connection();
    switch (m_dice.below(7)) {
    case 0: { // sometimes somebody whom the others make as well
        Member member;
        const int shared = m_dice.below(4);
        member.email = m_dice.chance(40) ? u"shared%1@example.com"_s.arg(shared) : word().toLower().replace(u' ', u'.') + u"@example.com"_s;
        if (numberOf(tables, "SELECT count(*) FROM member WHERE email = '"_ba.append(member.email.toLatin1()).append("'").constData()) > 0)
            return;
        member.name = word();
        toggle(member.labels, someRow(tables, "label"));
        (void)add(workspace, member);
        break;
    }
    case 1:
    case 2: {
        Post post;
        post.title = word();
        post.slug = post.title.toLower().replace(u' ', u'-');
        post.html = u"<p><b>%1</b></p>"_s.arg(word());
        post.status = m_dice.chance(50) ? Post::Status::Published : Post::Status::Draft;
        toggle(post.tags, someRow(tables, "tag"));
        (void)add(workspace, post);
        break;
    }
    case 3: {
        Comment comment;
        comment.post.value = someRow(tables, "post WHERE deleted_at IS NULL");
        comment.member.value = someRow(tables, "member WHERE departed_at IS NULL");
        if (comment.post.value == 0 || comment.member.value == 0)
            return;
        comment.html = u"<p>%1</p>"_s.arg(word());
        comment.createdAtUtc = nowUtc + m_dice.below(7200) - 3600; // by a clock that may be fast
        (void)add(workspace, comment);
        break;
    }
    case 4: {
        const QString name = m_dice.chance(40) ? u"shared %1"_s.arg(m_dice.below(3)) : word();
        if (numberOf(tables, "SELECT count(*) FROM label WHERE name = '"_ba.append(name.toLatin1()).append("'").constData()) == 0)
            (void)add(workspace, Label {.id = {}, .remoteId = {}, .name = name, .slug = {}});
        break;
    }
    case 5: (void)add(workspace, lyceum::Tag {.id = {}, .remoteId = {}, .name = word(), .slug = {}}); break;
    default: {
        Tier tier;
        tier.name = word();
        tier.paid = true;
        tier.currency = u"EUR"_s;
        tier.monthlyPrice = 300;
        tier.yearlyPrice = 3000;
        (void)add(workspace, tier);
        break;
    }
    }
}

void Crowd::act(WorkspaceFile& workspace, qint64 nowUtc)
{
    Connection& tables = workspace.connection();
    const int what = m_dice.below(30);
    if (what < 10)
        return editMember(workspace, nowUtc);
    if (what < 14)
        return editPost(workspace, nowUtc);
    if (what < 16)
        return editComment(workspace);
    if (what < 19)
        return editCatalogue(workspace);
    if (what < 23)
        return create(workspace, nowUtc);
    if (what < 27) {
        if (const auto action = nextToUndo(tables); action && *action)
            (void)undo(workspace, kWho, **action);
        return;
    }
    if (what == 27) {
        if (const auto action = nextToRedo(tables); action && *action)
            (void)redo(workspace, kWho, **action);
        return;
    }
    if (what == 28)
        return decide(workspace);
    const auto items = outboxItems(tables, {});
    if (!items || items->isEmpty())
        return;
    const OutboxItem item = items->at(m_dice.below(items->size()));
    if (m_dice.chance(50))
        (void)pauseItem(workspace, kWho, item.entity, item.row, item.state != OutboxState::Paused);
    else
        (void)discardItem(workspace, kWho, item.entity, item.row);
}

void Crowd::decide(WorkspaceFile& workspace)
{
    const auto open = openConflicts(workspace.connection());
    if (!open)
        return;
    for (const OpenConflict& conflict : *open)
        (void)settle(workspace, kWho, conflict.id, m_dice.chance(50) ? Settlement::Mine : Settlement::Theirs);
}

void Crowd::clearOutbox(WorkspaceFile& workspace, bool givesUp)
{
    const auto items = outboxItems(workspace.connection(), {});
    if (!items)
        return;
    for (auto item = items->crbegin(); item != items->crend(); ++item) { // what refers to others stands behind them
        if (item->state == OutboxState::Paused)
            (void)pauseItem(workspace, kWho, item->entity, item->row, false);
        else if (givesUp)
            (void)discardItem(workspace, kWho, item->entity, item->row);
        else if (item->state == OutboxState::Parked)
            (void)retryItem(workspace, kWho, item->entity, item->row);
    }
}

} // namespace lyceum::test
