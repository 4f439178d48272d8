// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sync/engine/remote.h"

#include <QJsonObject>

/**
 * From Ghost's JSON to values. Each function takes a whole answer and gives all rows of it, or Error::Kind::BadAnswer whose subject
 * names the first place that is missing or malformed ("members[3].created_at"): an answer is never taken in part.
 */
namespace lyceum::sync::ghost {

[[nodiscard]] Result<Batch> parseTiers(const QJsonObject& answer);
[[nodiscard]] Result<Batch> parseLabels(const QJsonObject& answer);
[[nodiscard]] Result<Batch> parseNewsletters(const QJsonObject& answer);
[[nodiscard]] Result<Batch> parseOffers(const QJsonObject& answer);
[[nodiscard]] Result<Batch> parseTags(const QJsonObject& answer);

/// Of a list with include=tiers; the members' labels come along. Their tiers and newsletters do not, because here Ghost shows them
/// without benefits and slugs. A complimentary subscription is no Subscription: it sets Member::complimentaryUntilUtc. Where a
/// member came from is not in a list of members; the sign-up event tells it.
[[nodiscard]] Result<Batch> parseMembers(const QJsonObject& answer);

/// With formats html and plaintext, including tags (which come along), authors and tiers.
[[nodiscard]] Result<Batch> parsePosts(const QJsonObject& answer);

/// Of the flat list, or of one comment read with include=member,post.
[[nodiscard]] Result<Batch> parseComments(const QJsonObject& answer);

/// Of `/comments/:id/likes/`, `dislikes/` or `reports/`.
[[nodiscard]] Result<Batch> parseReactions(const QJsonObject& answer, Reaction::Kind kind);

/// How many of each reaction a comment has, as its row says.
struct ReactionCounts {
    QString comment;
    qint64 likes = 0;
    qint64 dislikes = 0;
    qint64 reports = 0;
};
[[nodiscard]] Result<QList<ReactionCounts>> parseReactionCounts(const QJsonObject& answer);

/// The name by which Ghost filters events of a kind; empty for kinds that are no events there (comments and reactions).
[[nodiscard]] QString eventFilterName(EventKind kind);

/**
 * Of `/members/events/`. Beside member, post and time:
 *
 * | kind               | amount                      | text                        |
 * | Signup             |                             | how: member, import, api, admin, system |
 * | SubscriptionChange | MRR change                  | name of the tier            |
 * | Payment, Donation  | minor units                 | source ("stripe")           |
 * | NewsletterChange   | 1 subscribed, 0 unsubscribed | remote id of the newsletter |
 * | EmailChange        |                             | the new address             |
 * | Click              |                             | the link's target           |
 * | Feedback           | 1 more like this, 0 less    |                             |
 *
 * A sign-up or subscription carries source and medium of its referrer, and the post that led to it. Rows of types that are not
 * events here (comments, aggregated clicks, gifts) are left out.
 */
[[nodiscard]] Result<Batch> parseEvents(const QJsonObject& answer);

/// meta.pagination of a list.
struct Paging {
    qint64 total = 0;
    bool more = false; ///< there is a page after this one; not known for events
};
[[nodiscard]] Result<Paging> parsePaging(const QJsonObject& answer);

} // namespace lyceum::sync::ghost
