// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/commentedit.h"

#include "community/plaintext.h"
#include "editing/fields.h"
#include "storage/contentquery.h"
#include "storage/memberquery.h"
#include "storage/rows.h"
#include "storage/workspacefile.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lyceum::editing {
namespace {

Result<Comment> commentById(storage::Connection& connection, CommentId id)
{
    auto found = storage::recordsWhere<Comment>(connection, "WHERE id = ?", {id.value});
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return notThere(u"comment"_s, id.value);
    return found->takeFirst();
}

/// Who answers: the one named, else the one of the setting.
Result<Member> memberToAnswer(storage::Connection& connection, MemberId named)
{
    MemberId id = named;
    if (!id.isValid()) {
        const auto setting = storage::settingOf(connection, kCreatorMemberSetting.toString());
        if (!setting)
            return tl::unexpected(setting.error());
        id.value = setting->toLongLong();
        if (!id.isValid())
            return failure(Error::Kind::NotFound, u"the member you answer as"_s);
    }
    auto member = storage::memberById(connection, id);
    if (!member)
        return tl::unexpected(member.error());
    if (!*member)
        return notThere(u"member"_s, id.value);
    if ((*member)->departedAtUtc)
        return failure(Error::Kind::BadInput, u"member %1"_s.arg(id.value), u"this member has left."_s);
    return **member;
}

} // namespace

Result<void> applyToComment(storage::ChangeSet& changes, CommentId id, const CommentEdit& edit)
{
    if (edit == CommentEdit())
        return failure(Error::Kind::BadInput, {}, u"there is nothing to change."_s);
    auto comment = commentById(changes.connection(), id);
    if (!comment)
        return tl::unexpected(comment.error());
    comment->status = edit.status.value_or(comment->status);
    if (edit.pinned.value_or(false)) {
        if (comment->parent.isValid())
            return refused(u"pinned"_s, u"only the first comment of a thread can be pinned."_s);
        if (comment->status == Comment::Status::Deleted)
            return refused(u"pinned"_s, u"this comment is deleted."_s);
    }
    comment->pinned = edit.pinned.value_or(comment->pinned);
    changes.put(*comment);
    return {};
}

Result<CommentId> createReply(storage::ChangeSet& changes, const Reply& reply, qint64 nowUtc)
{
    if (reply.text.trimmed().isEmpty())
        return refused(u"text"_s, u"it is empty."_s);
    storage::Connection& connection = changes.connection();
    const auto to = commentById(connection, reply.to);
    if (!to)
        return tl::unexpected(to.error());
    if (to->status == Comment::Status::Deleted)
        return failure(Error::Kind::BadInput, u"comment %1"_s.arg(reply.to.value), u"this comment is deleted."_s);
    const auto post = storage::postById(connection, to->post);
    if (!post)
        return tl::unexpected(post.error());
    if (!*post || (*post)->deletedAtUtc)
        return failure(Error::Kind::BadInput, u"comment %1"_s.arg(reply.to.value), u"this post is deleted."_s);
    const auto member = memberToAnswer(connection, reply.as);
    if (!member)
        return tl::unexpected(member.error());
    const auto id = changes.nextId<Comment>();
    if (!id)
        return id;
    Comment made;
    made.id = *id;
    made.post = to->post;
    made.member = member->id;
    // Two levels, as the store has them: an answer to a reply stands beside it and says whom it answers.
    made.parent = to->parent.isValid() ? to->parent : to->id;
    if (to->parent.isValid())
        made.inReplyTo = to->id;
    made.html = commentHtml(reply.text);
    made.text = plainText(made.html);
    made.createdAtUtc = nowUtc;
    changes.put(made);
    return *id;
}

QString commentHtml(const QString& text)
{
    static const QRegularExpression kBlankLines(u"\\n[ \\t]*(\\n[ \\t]*)+"_s);
    QString clean = text;
    clean.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    QString html;
    for (const QString& paragraph : clean.trimmed().split(kBlankLines, Qt::SkipEmptyParts))
        html += "<p>"_L1 + paragraph.trimmed().toHtmlEscaped().replace(u'\n', "<br>"_L1) + "</p>"_L1;
    return html;
}

QString reasonOf(CommentId, const CommentEdit& edit)
{
    if (!edit.status)
        return edit.pinned.value_or(false) ? u"pin a comment"_s : u"unpin a comment"_s;
    switch (*edit.status) {
    case Comment::Status::Published: return u"show a comment"_s;
    case Comment::Status::Hidden: return u"hide a comment"_s;
    case Comment::Status::Deleted: return u"delete a comment"_s;
    }
    return {};
}

QString reasonOf(const Reply&)
{
    return u"answer a comment"_s;
}

} // namespace lyceum::editing
