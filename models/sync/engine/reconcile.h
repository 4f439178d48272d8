// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/pendingitem.h"
#include "storage/record.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace lyceum::sync {

// What becomes of a row when the store sends it. Pure: values in, values out; ids in the values are local ones.

using PendingFields = storage::PendingFields;

/// A field that both sides changed to different values.
struct FieldConflict {
    QByteArray field;
    storage::Scalar base;
    storage::Scalar mine;
    storage::Scalar theirs;

    friend bool operator==(const FieldConflict&, const FieldConflict&) = default;
};

struct Merge {
    QList<FieldConflict> conflicts;
    QByteArrayList agreed; ///< changed here, but in no conflict (any more)
};

/**
 * The row as it should stand here, from what the store sent and what is known here; `local` is null for a new row.
 *
 * Taken from the store is all it carries. Kept is what it does not: where a member came from once that is known, who wrote a
 * comment whose author it has forgotten, the text of a comment it has emptied, the place in a thread whose parent it no longer
 * names. A row that the store sends is there: marks of departure and deletion go.
 */
[[nodiscard]] Member reconciled(const Member* local, Member remote);
[[nodiscard]] Post reconciled(const Post* local, Post remote);
[[nodiscard]] Comment reconciled(const Comment* local, Comment remote);
[[nodiscard]] Reaction reconciled(const Reaction* local, Reaction remote);
/// Rows of which the store carries everything.
template <class T>
[[nodiscard]] T reconciled(const T* local, T remote)
{
    if (local)
        remote.id = local->id;
    return remote;
}

/**
 * A subscription that the store lists no longer while its member is still there: it has ended. The contract keeps ended
 * subscriptions listed as cancelled, so this is one whose price or customer was taken away; when it ended is not told and lies at
 * `noticedAtUtc` at the latest.
 */
[[nodiscard]] Subscription ended(Subscription local, qint64 noticedAtUtc);

/**
 * Three-way merge, field by field, of what the store sent (`wanted`) with what a person changed here and the store does not know.
 * Afterwards `wanted` holds mine wherever I changed something; where the store changed it too, to something else, that is a conflict.
 */
template <class T>
Merge keepMine(const T& local, T& wanted, const PendingFields& pending)
{
    Merge merge;
    std::apply(
        [&](const auto&... columns) {
            const auto one = [&](const auto& column) {
                const auto changed = pending.base.constFind(column.name);
                if (changed == pending.base.constEnd())
                    return;
                const storage::Scalar mine = storage::toScalar(local.*(column.field));
                const storage::Scalar theirs = storage::toScalar(wanted.*(column.field));
                if (theirs == mine || theirs == *changed)
                    merge.agreed.append(column.name);
                else
                    merge.conflicts.append({column.name, *changed, mine, theirs});
                wanted.*(column.field) = local.*(column.field);
            };
            (one(columns), ...);
        },
        storage::Record<T>::columns);
    return merge;
}

/// The set the store sent, with what was added here and without what was dropped here; sorted. Sets have no conflicts.
template <class Tag>
[[nodiscard]] QList<Id<Tag>> mergedSet(QList<Id<Tag>> theirs, const PendingFields::Set& mine)
{
    theirs.removeIf([&](Id<Tag> id) { return mine.dropped.contains(id.value); });
    for (const qint64 id : mine.added) {
        if (!theirs.contains(Id<Tag> {id}))
            theirs.append(Id<Tag> {id});
    }
    std::ranges::sort(theirs);
    return theirs;
}

} // namespace lyceum::sync
