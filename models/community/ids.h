// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>

#include <compare>

namespace lyceum {

/// An identity inside one workspace: the row's integer key. Zero is nobody. The hosted store's own id stands beside it as `remoteId`.
template <class Tag>
struct Id {
    qint64 value = 0;

    [[nodiscard]] bool isValid() const { return value > 0; }
    friend auto operator<=>(const Id&, const Id&) = default;
    friend size_t qHash(const Id& id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using MemberId = Id<struct MemberTag>;
using LabelId = Id<struct LabelTag>;
using NewsletterId = Id<struct NewsletterTag>;
using TierId = Id<struct TierTag>;
using OfferId = Id<struct OfferTag>;
using SubscriptionId = Id<struct SubscriptionTag>;
using PaymentId = Id<struct PaymentTag>;
using PostId = Id<struct PostTag>;
using TagId = Id<struct TagTag>;
using CommentId = Id<struct CommentTag>;
using ReactionId = Id<struct ReactionTag>;
using EventId = Id<struct EventTag>;
using PrivacyReleaseId = Id<struct PrivacyReleaseTag>;

} // namespace lyceum
