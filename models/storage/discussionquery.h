// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/post.h"
#include "storage/connection.h"

#include <QList>

namespace lyceum::storage {

/// Which threads, in which order. A thread is a comment without a parent, with the replies below it.
struct ThreadQuery {
    enum class Sort { Newest, Oldest, LatestActivity, MostReplies, MostLiked, MostReported };

    QString search; ///< in the thread's comment or any reply
    std::optional<Comment::Status> status; ///< of the thread's comment
    PostId post; ///< nobody: any
    bool reported = false; ///< only with a report on it or a reply
    bool unanswered = false; ///< only published ones without a published reply from anyone but their author
    bool newcomers = false; ///< only when it is the first comment its author ever wrote
    Sort sort = Sort::Newest;

    friend bool operator==(const ThreadQuery&, const ThreadQuery&) = default;
};

/// A thread as a list shows it.
struct ThreadRow {
    Comment comment;
    QString memberName; ///< the address where the name is empty; empty for nobody
    QString postTitle;
    qint64 replies = 0; ///< published ones
    qint64 reports = 0; ///< on the comment and its replies
    std::optional<qint64> lastActivityAtUtc; ///< of the comment or its latest published reply

    friend bool operator==(const ThreadRow&, const ThreadRow&) = default;
};

/// A comment and who wrote it where.
struct CommentRow {
    Comment comment;
    QString memberName;
    QString postTitle;

    friend bool operator==(const CommentRow&, const CommentRow&) = default;
};

/// Ties are ordered by id, in the direction of the order.
[[nodiscard]] Result<QList<CommentId>> threadIds(Connection& connection, const ThreadQuery& query);
/// In the order asked; what is not there is left out.
[[nodiscard]] Result<QList<ThreadRow>> threadRows(Connection& connection, const QList<CommentId>& ids);
/// A thread whole: its first comment, then the replies, oldest first. Empty when there is no such comment.
[[nodiscard]] Result<QList<CommentRow>> threadComments(Connection& connection, CommentId thread);
/// What a member wrote, newest first.
[[nodiscard]] Result<QList<CommentRow>> commentsOf(Connection& connection, MemberId member, int limit);

} // namespace lyceum::storage
