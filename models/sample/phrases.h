// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/grammar.h"

#include <span>

namespace lyceum::sample {

/// The words of one language. Every list has at least two entries; templates are those of expanded().
struct Phrases {
    std::span<const Topic> topics;
    std::span<const QStringView> titles;
    std::span<const QStringView> openings; ///< first paragraph of a post
    std::span<const QStringView> headings;
    std::span<const QStringView> sentences; ///< of which paragraphs are made
    std::span<const QStringView> steps; ///< items of a list
    std::span<const QStringView> closings;
    std::span<const QStringView> praise; ///< comments: first words
    std::span<const QStringView> remarks; ///< comments: what they have to say
    std::span<const QStringView> questions;
    std::span<const QStringView> replies;
    std::span<const QStringView> answers;
    std::span<const QStringView> spam;
    std::span<const QStringView> rude;
    std::span<const QStringView> notes; ///< what the creator noted about a member
    QStringView gap; ///< between two sentences
    QStringView again; ///< ", part %1": title of a topic come back to
};

[[nodiscard]] const Phrases& englishPhrases();
[[nodiscard]] const Phrases& chinesePhrases();

/// The tags of posts, as Topic::tag counts them: name and slug.
struct TagWords {
    QStringView name;
    QStringView slug;
};
[[nodiscard]] std::span<const TagWords> tagWords();

} // namespace lyceum::sample
