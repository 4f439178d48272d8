// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/post.h"
#include "sample/person.h"

#include <optional>
#include <vector>

namespace lyceum::sample {

enum class Audience { Everybody, Members, Paying, Circle };

/// A post before it is written out.
struct PostPlan {
    qint64 createdAtUtc = 0;
    std::optional<qint64> publishedAtUtc; ///< in the future for a scheduled post, absent for a draft
    bool chinese = false;
    int topic = 0; ///< index of Phrases::topics
    int title = 0; ///< index of Phrases::titles
    int part = 1; ///< how often this topic has had this title
    Audience audience = Audience::Everybody;
    Post::Status status = Post::Status::Published;
    bool mailed = false; ///< went out as a newsletter when it was published
    double pull = 1; ///< how much it is talked about
};

/// All posts in the order in which they were begun. The last mailed one goes out minutes before the end, so that some of its
/// mail is still under way. At most 64 are mailed, evenly spread.
[[nodiscard]] std::vector<PostPlan> planLibrary(const SampleOptions& options);

struct WrittenPost {
    QString title;
    QString slug; ///< unique by its number
    QString html;
    QString plainText;
    QString excerpt;
    qint64 readingMinutes = 1;
};

/// Writes out the `index`-th post: a few hundred words in the language of the plan.
[[nodiscard]] WrittenPost writePost(const SampleOptions& options, int index, const PostPlan& plan);

[[nodiscard]] QString titleOf(const PostPlan& plan);

} // namespace lyceum::sample
