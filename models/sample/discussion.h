// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/post.h"
#include "sample/library.h"
#include "sample/person.h"

#include <span>
#include <vector>

namespace lyceum::sample {

/// A comment before it is written out. References are indices; -1 is nobody.
struct CommentPlan {
    enum class Form : qint8 { Remark, Question, Reply, Answer, Spam, Rude };

    qint64 atUtc = 0;
    std::int32_t post = 0;
    std::int32_t member = -1; ///< -1: the store no longer knows who wrote it
    std::int32_t parent = -1; ///< first comment of the thread
    std::int32_t inReplyTo = -1; ///< another reply of the thread
    std::int32_t firstReaction = 0; ///< index of Discussion::reactions; they end where the next comment's begin
    Form form = Form::Remark;
    bool chinese = false;
    bool hidden = false;
    bool pinned = false;
};

struct ReactionPlan {
    qint64 atUtc = 0;
    std::int32_t comment = 0;
    std::int32_t member = 0;
    Reaction::Kind kind = Reaction::Kind::Like;
};

/// Who said what to whom: about 50 bytes a comment.
struct Discussion {
    std::vector<CommentPlan> comments; ///< by post, then time; parents before replies
    std::vector<ReactionPlan> reactions; ///< by comment; at most one of a kind by a member

    [[nodiscard]] std::span<const ReactionPlan> reactionsOf(int comment) const;
};

/// Exactly options.comments of them, if any post can be commented on. Members comment after they joined, the keen ones most, in their own
/// language mostly, and on paid posts while they pay, where such a member was found.
[[nodiscard]] Discussion planDiscussion(const SampleOptions& options, std::span<const Person> people, std::span<const PostPlan> posts);

[[nodiscard]] QString writeComment(const SampleOptions& options, int index, const CommentPlan& plan, const PostPlan& post);

} // namespace lyceum::sample
