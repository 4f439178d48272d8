// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/post.h"
#include "storage/changeset.h"

#include <QStringList>

namespace lyceum::editing {

/// What is to become of a post; what is not set stays as it is. A new one must have a title.
struct PostEdit {
    std::optional<QString> title;
    std::optional<QString> html; ///< the store keeps paragraphs, headings, lists, images and links of it
    std::optional<QString> excerpt;
    std::optional<Post::Status> status; ///< never Sent: nothing is mailed from here
    std::optional<QString> visibility; ///< "public", "members", "paid", "tiers", or a filter of members
    std::optional<QList<TierId>> tiers; ///< who may read, with visibility "tiers"
    std::optional<QStringList> tags; ///< by name; unknown ones are made
    std::optional<qint64> publishedAtUtc; ///< with Scheduled it must lie ahead; otherwise the store says when it was
    std::optional<bool> featured;
    bool remove = false; ///< goes from the store; stays here as one that is deleted

    friend bool operator==(const PostEdit&, const PostEdit&) = default;
};

/// What is wrong with it whichever post it is for. BadInput whose subject is the field.
[[nodiscard]] Result<void> check(const PostEdit& edit);

/// Changes the post, or makes a draft where the id is invalid. BadInput as `check`, for what a new one lacks, for a time that is over, for
/// "tiers" without a tier, for one that is deleted or was mailed; NotFound for a post or tier.
[[nodiscard]] Result<PostId> applyToPost(storage::ChangeSet& changes, PostId id, const PostEdit& edit, qint64 nowUtc);

/// What the journal says of it.
[[nodiscard]] QString reasonOf(PostId id, const PostEdit& edit);

} // namespace lyceum::editing
