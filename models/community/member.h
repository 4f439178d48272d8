// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/ids.h"

#include <QList>
#include <QString>

#include <optional>

namespace lyceum {

/// How a member stands with the store. Whether somebody *pays* is decided from subscriptions and their changes, not from this.
enum class MemberStatus { Free, Paid, Comped, Gift };

[[nodiscard]] QString nameOf(MemberStatus status); ///< "free", "paid", "comped", "gift": stable, for files and scripts
[[nodiscard]] std::optional<MemberStatus> memberStatusOf(const QString& name);

struct Label {
    LabelId id;
    QString remoteId;
    QString name;
    QString slug;

    friend bool operator==(const Label&, const Label&) = default;
};

struct Newsletter {
    NewsletterId id;
    QString remoteId;
    QString name;
    QString slug;
    QString description;
    bool active = true;

    friend bool operator==(const Newsletter&, const Newsletter&) = default;
};

/// One person of the community. All times are UTC seconds; an empty `remoteId` means the store does not know the member.
struct Member {
    MemberId id;
    QString remoteId;
    QString uuid;
    QString email; ///< as the store sent it: neither lower-cased nor trimmed
    QString name;
    QString note;
    MemberStatus status = MemberStatus::Free;
    std::optional<qint64> joinedAtUtc;
    std::optional<qint64> changedAtUtc; ///< the store's own "updated at"; moves for some changes only
    std::optional<qint64> lastSeenAtUtc;
    /// When it was noticed that the store no longer has the member. The member stays here as one who left, with all history.
    std::optional<qint64> departedAtUtc;
    QString country; ///< ISO 3166-1 alpha-2 where the store knows it
    QString source; ///< where the member came from, e.g. "Google"; empty when unknown
    QString sourceMedium; ///< e.g. "search", "social"
    bool subscribed = false; ///< gets at least one newsletter
    qint64 emailCount = 0;
    qint64 emailOpenedCount = 0;
    bool emailSuppressed = false;
    QString emailSuppressedReason;
    bool commentingDisabled = false;
    QString commentingDisabledReason;
    std::optional<qint64> commentingDisabledUntilUtc;
    std::optional<qint64> complimentaryUntilUtc; ///< end of complimentary access, where it ends
    QList<LabelId> labels; ///< sorted by id, as all sets
    QList<NewsletterId> newsletters;
    QList<TierId> tiers;

    friend bool operator==(const Member&, const Member&) = default;
};

} // namespace lyceum
