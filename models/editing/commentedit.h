// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/post.h"
#include "storage/changeset.h"

namespace lyceum::editing {

/// The setting that says as which member the creator answers: the member's id in this workspace.
inline constexpr QStringView kCreatorMemberSetting = u"creatorMember";

/// What is to become of a comment; what is not set stays as it is.
struct CommentEdit {
    std::optional<Comment::Status> status; ///< a deleted one may be published again
    std::optional<bool> pinned; ///< the first comment of a thread only

    friend bool operator==(const CommentEdit&, const CommentEdit&) = default;
};

/// An answer to a comment.
struct Reply {
    CommentId to;
    QString text; ///< plain; a blank line begins a paragraph
    MemberId as; ///< nobody: the member the setting names

    friend bool operator==(const Reply&, const Reply&) = default;
};

/// BadInput for an edit of nothing, for pinning a reply or a deleted comment; NotFound.
[[nodiscard]] Result<void> applyToComment(storage::ChangeSet& changes, CommentId id, const CommentEdit& edit);

/// Makes the reply, below the first comment of its thread. BadInput for an empty text, a comment or post that is deleted, a member who has
/// left; NotFound for the comment or the member, also when the setting names none.
[[nodiscard]] Result<CommentId> createReply(storage::ChangeSet& changes, const Reply& reply, qint64 nowUtc);

/// Plain text as the store's comments hold it: escaped, a paragraph for what blank lines part, <br> for other ends of lines.
[[nodiscard]] QString commentHtml(const QString& text);

/// What the journal says of it.
[[nodiscard]] QString reasonOf(CommentId id, const CommentEdit& edit);
[[nodiscard]] QString reasonOf(const Reply& reply);

} // namespace lyceum::editing
