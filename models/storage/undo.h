// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/workspacefile.h"

#include <optional>

namespace lyceum::storage {

/// A field that was not put back, because it was changed once more since: that later change stays.
struct LeftAlone {
    Entity entity = Entity::Member;
    qint64 row = 0;
    QByteArray field; ///< empty: the whole row

    friend bool operator==(const LeftAlone&, const LeftAlone&) = default;
};

/// What undoing or redoing did.
struct Reversed {
    qint64 action = 0; ///< the journal entry that was taken back or made again
    ChangeSummary summary;
    QList<LeftAlone> left;
};

/// What a person would undo next: the latest action of a person, an import or a rule that is not undone. Nothing when there is none.
[[nodiscard]] Result<std::optional<qint64>> nextToUndo(Connection& connection);
/// What a person would redo next: the action undone last, unless something else was done since. Nothing when there is none.
[[nodiscard]] Result<std::optional<qint64>> nextToRedo(Connection& connection);

/**
 * Takes an action back: a commit like any other, journalled, announced and told to the store, whatever the action was (one field, ten
 * thousand rows, an import), also after the program was started again.
 *
 * Each field goes back to what it was before if it still is what the action made of it; what was changed since, by whomever, is left
 * alone and named in the answer. A row that the action made is removed, one that it removed comes back with its id, its sets and what
 * hung on it.
 *
 * @param action  a journal entry, as nextToUndo answers it, or an older one
 * @return NotFound without such an entry; BadInput when it cannot be taken back (it is a sync, it is undone already, its values were
 *         erased, or it published something); the errors of committing. Then nothing was changed.
 *         Cost: the rows of the action, twice.
 */
[[nodiscard]] Result<Reversed> undo(WorkspaceFile& file, const QString& author, qint64 action);

/// Makes an undone action again, by the same rules. BadInput when it is not undone.
[[nodiscard]] Result<Reversed> redo(WorkspaceFile& file, const QString& author, qint64 action);

} // namespace lyceum::storage
