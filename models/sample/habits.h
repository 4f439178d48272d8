// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/library.h"
#include "sample/life.h"
#include "sample/person.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::sample {

/// The newsletters: Chinese, English, and one given up before anybody read it.
inline constexpr int kNewsletters = 3;

/// A stretch of getting a newsletter.
struct Reading {
    int newsletter = 0;
    qint64 fromUtc = 0;
    std::optional<qint64> untilUtc;
};

/// One mailed post to one member.
struct Letter {
    enum class Fate { UnderWay, Delivered, Failed };

    int post = 0; ///< index of the post
    Fate fate = Fate::Delivered;
    qint64 atUtc = 0; ///< when that became known
    std::optional<qint64> openedAtUtc;
    std::array<std::optional<qint64>, 3> clickedAtUtc; ///< first to third click
    std::optional<qint64> feedbackAtUtc;
    bool liked = false; ///< the feedback
    std::optional<qint64> complainedAtUtc;
};

/// What a member does with the mail, up to the end of time.
struct Mailbox {
    std::vector<Reading> readings;
    std::vector<Letter> letters; ///< ascending in time of sending
    bool bounced = false; ///< the last letter failed for good
    bool complained = false;
};

[[nodiscard]] std::vector<Reading> readingsOf(const SampleOptions& options, int index, const Person& person);

/// `mailed`: indices of the mailed posts, ascending in time.
[[nodiscard]] Mailbox mailboxOf(const SampleOptions& options, int index, const Person& person, const Life& life,
                                std::span<const PostPlan> posts, std::span<const int> mailed);

/**
 * Visits (sign-ins) of a member, ascending: a Poisson process thinned by how keen the member is, how long they have been here, whether they pay, and
 * how near they are to leaving (visits fade over the last six weeks).
 *
 * @param perDay  of the keenest member in their first days who pays; sets the total
 */
[[nodiscard]] std::vector<qint64> visitsOf(const SampleOptions& options, int index, const Person& person, const Life& life, double perDay);

} // namespace lyceum::sample
