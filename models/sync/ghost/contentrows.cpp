// SPDX-License-Identifier: GPL-3.0-or-later
#include "community/plaintext.h"
#include "sync/ghost/jsonrow.h"
#include "sync/ghost/rows.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace lyceum::sync::ghost {

namespace {

RemotePost postOf(const JsonRow& row, Batch& batch, QSet<QString>& tagsSeen)
{
    RemotePost remote;
    Post& post = remote.post;
    post.remoteId = row.id("id"_L1);
    post.title = row.text("title"_L1);
    post.slug = row.text("slug"_L1);
    if (const auto status = postStatusOf(row.text("status"_L1)))
        post.status = *status;
    else
        row.refuse("status"_L1);
    post.visibility = row.text("visibility"_L1);
    post.featured = row.flagOr("featured"_L1, false);
    post.emailOnly = row.flagOr("email_only"_L1, false);
    QStringList authors;
    for (const JsonRow& author : row.rows("authors"_L1))
        authors.append(author.text("name"_L1));
    post.authors = authors.join(", "_L1);
    post.excerpt = row.textOr("custom_excerpt"_L1);
    if (post.excerpt.isEmpty())
        post.excerpt = row.textOr("excerpt"_L1);
    post.html = row.textOr("html"_L1);
    post.plainText = row.textOr("plaintext"_L1);
    post.url = row.textOr("url"_L1);
    post.readingMinutes = row.numberOr("reading_time"_L1, 0);
    post.createdAtUtc = row.time("created_at"_L1);
    post.changedAtUtc = row.time("updated_at"_L1);
    post.publishedAtUtc = row.time("published_at"_L1);
    for (const JsonRow& tag : row.rows("tags"_L1)) {
        const QString id = tag.id("id"_L1);
        remote.tags.append(id);
        if (!tagsSeen.contains(id)) {
            tagsSeen.insert(id);
            Tag known;
            known.remoteId = id;
            known.name = tag.text("name"_L1);
            known.slug = tag.text("slug"_L1);
            batch.tags.append(known);
        }
    }
    // Ghost lists every tier for a public post and every paid one for a paid post: only here is it somebody's choice.
    if (post.visibility == "tiers"_L1) {
        for (const JsonRow& tier : row.rows("tiers"_L1))
            remote.tiers.append(tier.id("id"_L1));
    }
    return remote;
}

RemoteComment commentOf(const JsonRow& row)
{
    RemoteComment remote;
    Comment& comment = remote.comment;
    comment.remoteId = row.id("id"_L1);
    if (const auto status = commentStatusOf(row.text("status"_L1)))
        comment.status = *status;
    else
        row.refuse("status"_L1);
    comment.html = row.textOr("html"_L1); // null for a deleted one
    comment.text = plainText(comment.html);
    comment.createdAtUtc = row.time("created_at"_L1);
    comment.editedAtUtc = row.time("edited_at"_L1);
    comment.pinned = row.flagOr("pinned"_L1, false);
    if (const auto count = row.rowOr("count"_L1)) {
        comment.likes = count->numberOr("likes"_L1, 0);
        comment.dislikes = count->numberOr("dislikes"_L1, 0);
        comment.reports = count->numberOr("reports"_L1, 0);
    }
    remote.parent = row.textOr("parent_id"_L1);
    remote.inReplyTo = row.textOr("in_reply_to_id"_L1);
    if (const auto member = row.rowOr("member"_L1))
        remote.member = member->id("id"_L1);
    if (const auto post = row.rowOr("post"_L1))
        remote.post = post->id("id"_L1);
    return remote;
}

QLatin1StringView listNameOf(Reaction::Kind kind)
{
    switch (kind) {
    case Reaction::Kind::Like: return "comment_likes"_L1;
    case Reaction::Kind::Dislike: return "comment_dislikes"_L1;
    case Reaction::Kind::Report: return "comment_reports"_L1;
    }
    return {};
}

} // namespace

Result<Batch> parsePosts(const QJsonObject& answer)
{
    JsonFault fault;
    Batch batch;
    QSet<QString> tagsSeen;
    for (const JsonRow& row : JsonRow(answer, {}, &fault).rows("posts"_L1))
        batch.posts.append(postOf(row, batch, tagsSeen));
    if (fault.any())
        return tl::unexpected(fault.error());
    return batch;
}

Result<Batch> parseComments(const QJsonObject& answer)
{
    JsonFault fault;
    Batch batch;
    for (const JsonRow& row : JsonRow(answer, {}, &fault).rows("comments"_L1))
        batch.comments.append(commentOf(row));
    if (fault.any())
        return tl::unexpected(fault.error());
    return batch;
}

Result<Batch> parseReactions(const QJsonObject& answer, Reaction::Kind kind)
{
    JsonFault fault;
    Batch batch;
    for (const JsonRow& row : JsonRow(answer, {}, &fault).rows(listNameOf(kind))) {
        RemoteReaction remote;
        remote.reaction.remoteId = row.id("id"_L1);
        remote.reaction.kind = kind;
        remote.reaction.atUtc = row.time("created_at"_L1);
        remote.comment = row.id("comment_id"_L1);
        remote.member = row.textOr("member_id"_L1);
        batch.reactions.append(remote);
    }
    if (fault.any())
        return tl::unexpected(fault.error());
    return batch;
}

Result<QList<ReactionCounts>> parseReactionCounts(const QJsonObject& answer)
{
    JsonFault fault;
    QList<ReactionCounts> counts;
    for (const JsonRow& row : JsonRow(answer, {}, &fault).rows("comments"_L1)) {
        const JsonRow count = row.row("count"_L1);
        counts.append({.comment = row.id("id"_L1),
            .likes = count.number("likes"_L1),
            .dislikes = count.number("dislikes"_L1),
            .reports = count.number("reports"_L1)});
    }
    if (fault.any())
        return tl::unexpected(fault.error());
    return counts;
}

} // namespace lyceum::sync::ghost
