// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/filter.h"
#include "community/member.h"
#include "community/tier.h"
#include "storage/connection.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QStringList>

namespace lyceum::storage {

/// Which members, in which order.
struct MemberQuery {
    enum class Sort { Joined, Name, Email, LastSeen, Status };

    QString search; ///< words as typed: all must occur in name, address or note, the last one as the beginning of a word
    std::optional<Filter> filter;
    Sort sort = Sort::Joined;
    bool descending = true;
    /// Also those the store no longer has. A filter that asks about departure decides for itself.
    bool includeDeparted = false;
    std::optional<QList<MemberId>> among; ///< only these: the members behind a point of a chart

    friend bool operator==(const MemberQuery&, const MemberQuery&) = default;
};

/// A member as a list shows them.
struct MemberRow {
    Member member;
    QStringList labels; ///< names, in order of their ids, as member.labels
    QStringList tiers;

    friend bool operator==(const MemberRow&, const MemberRow&) = default;
};

/**
 * The ids in order. Ties, and times that are missing, are ordered by id; missing times come first ascending, last descending.
 * Texts sort by code point without regard to ASCII case.
 *
 * Cost: one pass over a covering index for the order, and at most one over the members per comparison of the filter.
 */
[[nodiscard]] Result<QList<MemberId>> memberIds(Connection& connection, const MemberQuery& query, qint64 nowUtc);
[[nodiscard]] Result<qint64> memberCount(Connection& connection, const MemberQuery& query, qint64 nowUtc);

/// In the order asked; who is not there (any more) is left out.
[[nodiscard]] Result<QList<MemberRow>> memberRows(Connection& connection, const QList<MemberId>& ids);

/// Whole, with all sets. Nobody by that id is an answer, not an error.
[[nodiscard]] Result<std::optional<Member>> memberById(Connection& connection, MemberId id);
[[nodiscard]] Result<std::optional<Member>> memberByRemoteId(Connection& connection, const QString& remoteId);
/// Without regard to ASCII case; of several the one still in the store, then the one who came first.
[[nodiscard]] Result<std::optional<Member>> memberByEmail(Connection& connection, const QString& email);
[[nodiscard]] Result<QList<Subscription>> subscriptionsOf(Connection& connection, MemberId member); ///< oldest first

/// How many of the members a query finds have each value, for filter menus.
struct MemberFacets {
    qint64 total = 0;
    QMap<MemberStatus, qint64> status;
    QHash<TierId, qint64> tiers; ///< only those that occur
    QHash<LabelId, qint64> labels;

    friend bool operator==(const MemberFacets&, const MemberFacets&) = default;
};
[[nodiscard]] Result<MemberFacets> memberFacets(Connection& connection, const MemberQuery& query, qint64 nowUtc);
/// Where the members still in the store came from; the empty name: unknown.
[[nodiscard]] Result<QMap<QString, qint64>> memberSources(Connection& connection);

[[nodiscard]] Result<QList<Label>> allLabels(Connection& connection); ///< by name
[[nodiscard]] Result<QList<Tier>> allTiers(Connection& connection); ///< free first, then by monthly price, name
[[nodiscard]] Result<QList<Newsletter>> allNewsletters(Connection& connection); ///< by name
[[nodiscard]] Result<QList<Offer>> allOffers(Connection& connection); ///< by name

} // namespace lyceum::storage
