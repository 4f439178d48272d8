// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/event.h"
#include "community/member.h"
#include "community/post.h"
#include "community/tier.h"

#include <QList>
#include <QStringList>

namespace lyceum::sync {

// What a store sends: our own values, whose references to other rows are still the store's ids. The id fields of the values
// inside (member, post, tier ...) are unset; the engine resolves the remote ids while it applies a batch.

struct RemoteMember {
    Member member;
    QStringList labels;
    QStringList newsletters;
    QStringList tiers;
    struct Paid {
        Subscription subscription;
        QString tier;
        QString offer;

        friend bool operator==(const Paid&, const Paid&) = default;
    };
    QList<Paid> subscriptions;

    friend bool operator==(const RemoteMember&, const RemoteMember&) = default;
};

struct RemoteOffer {
    Offer offer;
    QString tier;

    friend bool operator==(const RemoteOffer&, const RemoteOffer&) = default;
};

struct RemotePost {
    Post post;
    QStringList tags;
    QStringList tiers;

    friend bool operator==(const RemotePost&, const RemotePost&) = default;
};

struct RemoteComment {
    Comment comment;
    QString post;
    QString member; ///< empty: the store no longer knows who wrote it
    QString parent;
    QString inReplyTo;

    friend bool operator==(const RemoteComment&, const RemoteComment&) = default;
};

struct RemoteReaction {
    Reaction reaction;
    QString comment;
    QString member;

    friend bool operator==(const RemoteReaction&, const RemoteReaction&) = default;
};

struct RemoteEvent {
    Event event;
    QString member;
    QString post;
    std::optional<SubscriptionChange> change; ///< when event.kind is SubscriptionChange
    std::optional<Payment> payment; ///< when event.kind is Payment or Donation
    QString source; ///< attribution, where a sign-up carries one
    QString sourceMedium;

    friend bool operator==(const RemoteEvent&, const RemoteEvent&) = default;
};

/// What one answer of the store brought. References (labels of these members, tags of these posts) come along, so that a
/// batch can be applied by itself.
struct Batch {
    QList<Tier> tiers;
    QList<Label> labels;
    QList<Newsletter> newsletters;
    QList<RemoteOffer> offers;
    QList<Tag> tags;
    QList<RemoteMember> members;
    QList<RemotePost> posts;
    QList<RemoteComment> comments;
    QList<RemoteReaction> reactions;
    QList<RemoteEvent> events;

    friend bool operator==(const Batch&, const Batch&) = default;
};

} // namespace lyceum::sync
