// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/event.h"
#include "community/post.h"
#include "community/tier.h"
#include "storage/connection.h"

#include <QList>

#include <variant>

namespace lyceum::storage {

/// Something that happened, with the money side where it is a change of a subscription.
struct TimelineEvent {
    Event event;
    std::optional<SubscriptionChange> change;

    friend bool operator==(const TimelineEvent&, const TimelineEvent&) = default;
};

/// One line of a member's history: facts, no words.
struct TimelineEntry {
    std::optional<qint64> atUtc; ///< missing only for a comment whose time is unknown: those come last
    std::variant<TimelineEvent, Comment, Payment> what;
    PostId post; ///< the post it is about, where there is one
    QString postTitle;

    friend bool operator==(const TimelineEntry&, const TimelineEntry&) = default;
};

/// Where a page ended; the next one begins behind it.
struct TimelineCursor {
    qint64 atUtc = 0;
    int source = 0; ///< index in TimelineEntry::what
    qint64 id = 0;

    friend bool operator==(const TimelineCursor&, const TimelineCursor&) = default;
};

struct TimelinePage {
    QList<TimelineEntry> entries; ///< newest first; ties: events, comments, payments, each by id, newest first
    std::optional<TimelineCursor> next; ///< missing on the last page
};

/**
 * A page of a member's history. A comment or payment that is known itself stands once, as itself, and not also as the event that
 * tells of it. Cost: that of the page, wherever in the history it lies.
 */
[[nodiscard]] Result<TimelinePage> timelineOf(
    Connection& connection, MemberId member, int limit, const std::optional<TimelineCursor>& after = std::nullopt);

} // namespace lyceum::storage
