// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/record.h"
#include "sync/engine/reconcile.h"
#include "sync/engine/rowhistory.h"

#include <algorithm>

namespace lyceum::sync {

// What becomes of a row's fields when the store's row meets what was changed here. Pure: values in, values out.

/// How the store's row came.
enum class Coming {
    Read, ///< by a walk
    Answered, ///< as the answer to a write of the row
    Made, ///< as the answer to the request that made the row, or found by a mark that nobody else's row bears
    Adopted, ///< the store has a row of the same e-mail or name, and this one here has no id of the store yet
};

/// What is known of one row here when the store's row comes in.
struct RowHistory {
    Coming coming = Coming::Read;
    const PendingFields* pending = nullptr; ///< what the store has yet to learn; null: nothing, or the row has yet to be made
    /// A request about the row went out and its answer is not known: the store may have the row as it was then.
    bool isSending = false;
    ChangesSince since = {}; ///< what was changed here after that request; of an answered one, after the row was read for it
    QHash<QByteArray, storage::Scalar> open = {}; ///< fields in an open conflict, with what both began from
    QByteArray goneField = {}; ///< which field says that a row is gone
    // When it is an answer:
    QSet<QByteArray> sent = {};
    QSet<QByteArray> writable = {}; ///< what a change could send
    QHash<QByteArray, storage::Scalar> changed = {}; ///< of a row just made, when something remains to be sent: fields changed here at any time
    bool isLate = false; ///< it was lost, and the row found later: others may have been at it
    bool isLast = true; ///< nothing else of the row remains to be sent: its pending changes are over
};

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
    QList<FieldConflict> rebased; ///< what the store has is from now on what the pending change of the field began from
};

/// What becomes of one field.
struct FieldFate {
    bool keepsMine = false;
    bool agrees = false;
    std::optional<storage::Scalar> conflictBase; ///< it is a conflict
    std::optional<storage::Scalar> rebasedFrom; ///< the base there was
};
[[nodiscard]] FieldFate fateOf(const QByteArray& field, const storage::Scalar& mine, const storage::Scalar& theirs, const RowHistory& history);
/// The elements of a set that follow this side, as they were `mine`; the others follow the store.
[[nodiscard]] PendingFields::Set mySet(const QByteArray& field, const QList<qint64>& mine, const RowHistory& history);

/**
 * Three-way merge, field by field, of what the store sent (`wanted`) with what was changed here. Afterwards `wanted` holds mine wherever
 * I changed something the store does not know; where the store changed it too, to something else, that is a conflict.
 */
template <class T>
Merge keepMine(const T& local, T& wanted, const RowHistory& history)
{
    Merge merge;
    std::apply(
        [&](const auto&... columns) {
            const auto one = [&](const auto& column) {
                const QByteArray field = column.name;
                const storage::Scalar mine = storage::toScalar(local.*(column.field));
                const storage::Scalar theirs = storage::toScalar(wanted.*(column.field));
                const FieldFate fate = fateOf(field, mine, theirs, history);
                if (fate.keepsMine)
                    wanted.*(column.field) = local.*(column.field);
                if (fate.conflictBase)
                    merge.conflicts.append({field, *fate.conflictBase, mine, theirs});
                if (fate.agrees)
                    merge.agreed.append(field);
                if (fate.rebasedFrom)
                    merge.rebased.append({field, *fate.rebasedFrom, mine, theirs});
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
