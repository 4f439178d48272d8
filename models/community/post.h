// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/ids.h"

#include <QList>
#include <QString>

#include <optional>

namespace lyceum {

struct Tag {
    TagId id;
    QString remoteId;
    QString name;
    QString slug;

    friend bool operator==(const Tag&, const Tag&) = default;
};

struct Post {
    enum class Status { Draft, Scheduled, Published, Sent };

    PostId id;
    QString remoteId;
    QString title;
    QString slug;
    Status status = Status::Draft;
    QString visibility; ///< "public", "members", "paid", "tiers", or the store's member filter
    bool featured = false;
    bool emailOnly = false;
    QString authors; ///< names, joined by ", "
    QString excerpt;
    QString html;
    QString plainText;
    QString url;
    qint64 readingMinutes = 0;
    std::optional<qint64> createdAtUtc;
    std::optional<qint64> changedAtUtc;
    std::optional<qint64> publishedAtUtc;
    std::optional<qint64> deletedAtUtc; ///< when it was noticed that the store no longer has it
    QList<TagId> tags; ///< sorted by id
    QList<TierId> tiers; ///< who may read, when visibility is "tiers"; sorted by id

    friend bool operator==(const Post&, const Post&) = default;
};

[[nodiscard]] QString nameOf(Post::Status status); ///< "draft", "scheduled", "published", "sent"
[[nodiscard]] std::optional<Post::Status> postStatusOf(const QString& name);

struct Comment {
    enum class Status { Published, Hidden, Deleted };

    CommentId id;
    QString remoteId;
    PostId post;
    MemberId member; ///< nobody, when the member was deleted in the store before we knew them
    CommentId parent; ///< the thread's first comment; nobody for that comment itself
    CommentId inReplyTo; ///< the reply answered, where it is another than the parent
    Status status = Status::Published;
    QString html;
    QString text; ///< plain text of `html`, for search and rules
    std::optional<qint64> createdAtUtc;
    std::optional<qint64> editedAtUtc;
    bool pinned = false;
    qint64 likes = 0; ///< as the store counts; the reactions behind them are pulled separately
    qint64 dislikes = 0;
    qint64 reports = 0;

    friend bool operator==(const Comment&, const Comment&) = default;
};

[[nodiscard]] QString nameOf(Comment::Status status); ///< "published", "hidden", "deleted"
[[nodiscard]] std::optional<Comment::Status> commentStatusOf(const QString& name);

struct Reaction {
    enum class Kind { Like, Dislike, Report };

    ReactionId id;
    QString remoteId;
    CommentId comment;
    MemberId member;
    Kind kind = Kind::Like;
    std::optional<qint64> atUtc;

    friend bool operator==(const Reaction&, const Reaction&) = default;
};

[[nodiscard]] QString nameOf(Reaction::Kind kind); ///< "like", "dislike", "report"
[[nodiscard]] std::optional<Reaction::Kind> reactionKindOf(const QString& name);

} // namespace lyceum
