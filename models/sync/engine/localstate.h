// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "sync/engine/hostedstore.h"

#include <QHash>
#include <QSet>

namespace lyceum::sync {

// What the workspace holds of what the store should have: the other side of every comparison. Only rows that the store made count,
// and of those only the ones it has still, as far as we know.

/// Members, posts, comments: those not departed or deleted; labels, tags: all.
[[nodiscard]] Result<qint64> livingCount(storage::Connection& connection, Kind kind);
[[nodiscard]] Result<QSet<QString>> livingIds(storage::Connection& connection, Kind kind);

/// How many living members carry a label, or get a newsletter (`kind`: Labels or Newsletters), by its remote id; zeros included. As the
/// store should count: without what was changed here and waits.
[[nodiscard]] Result<QHash<QString, qint64>> memberCounts(storage::Connection& connection, Kind kind);
/// The living members that do.
[[nodiscard]] Result<QStringList> membersWith(storage::Connection& connection, Kind kind, const QString& remoteId);

struct EventCount {
    qint64 all = 0;
    qint64 ofDeparted = 0; ///< whose member has left the store
};
/// From the daily roll-ups; never scans the events.
[[nodiscard]] Result<QHash<EventKind, EventCount>> eventCounts(storage::Connection& connection);

/// A comment whose reactions are to be pulled.
struct ReactedComment {
    qint64 id = 0;
    QString remoteId;
    QString signature; ///< what the store counts and what we hold, as text: to recognise a difference that pulling does not mend

    friend bool operator==(const ReactedComment&, const ReactedComment&) = default;
};
/// Living comments whose counts differ from the reactions here.
[[nodiscard]] Result<QList<ReactedComment>> commentsThatDiffer(storage::Connection& connection);
/// Living comments after `afterId`, by id, that have reactions by the store's count or here; `limit` of them.
[[nodiscard]] Result<QList<ReactedComment>> commentsWithReactions(storage::Connection& connection, qint64 afterId, qsizetype limit);

struct LocalReaction {
    qint64 id = 0;
    QString remoteId;
};
[[nodiscard]] Result<QList<LocalReaction>> reactionsOf(storage::Connection& connection, qint64 comment);

[[nodiscard]] Result<QString> syncState(storage::Connection& connection, const QString& name); ///< empty: no such mark

} // namespace lyceum::sync
