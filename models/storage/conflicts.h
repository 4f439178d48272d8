// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/workspacefile.h"

#include <optional>

namespace lyceum::storage {

/**
 * A field that was changed here and, otherwise, on the store.
 *
 * A row the store has no longer while it was edited here is a conflict on the field that says so (goneField): base and mine null, theirs
 * when it went. One that was deleted here and changed there since is one on the same field: base and theirs null, mine when it went.
 */
struct OpenConflict {
    qint64 id = 0;
    Entity entity = Entity::Member;
    qint64 row = 0;
    QByteArray field;
    Scalar base; ///< what both began from
    Scalar mine;
    Scalar theirs;
    qint64 foundAtUtc = 0;
    QString title; ///< of the row, as OutboxItem::title
};

/// In the order they were found; of one kind or one row, if asked.
[[nodiscard]] Result<QList<OpenConflict>> openConflicts(Connection& connection, std::optional<Entity> entity = {}, std::optional<qint64> row = {});
[[nodiscard]] Result<qint64> openConflictCount(Connection& connection);

/// The field that says that a row is gone from the store: `departed_at` of a member, `deleted_at` of a post; of other kinds `remote_id`,
/// and then `theirs` is null.
[[nodiscard]] QByteArray goneField(Entity entity);
/// Whether the store has the row no longer, so that settling as mine makes it again.
[[nodiscard]] bool isGone(const OpenConflict& conflict);
/// Whether the field is a text that can hold both sides: a note, a description, an excerpt, a body. A name or a title can hold both only
/// in words that a person gives.
[[nodiscard]] bool canHoldBoth(Entity entity, const QByteArray& field);

/**
 * Settles a conflict, as a person decides.
 *
 * Mine: the field stays; it will be sent over what the store has. Theirs: the field becomes theirs, journalled as the person's change.
 * Both: the field becomes `text`, or "theirs\n\nmine" without one, and is sent. Of a row that is gone there: mine makes it again; theirs
 * lets it go here too, and all that waits of it is dropped.
 *
 * @return NotFound when there is no such open conflict; BadInput for Settlement::Agreed, for both of a field that is no text, and for both
 *         of a name or title without words for it; the errors of committing.
 */
[[nodiscard]] Result<ChangeSummary> settle(
    WorkspaceFile& file, const QString& author, qint64 conflict, Settlement settlement, const std::optional<QString>& text = {});
/// The same within a change set, for whoever settles for other reasons: a policy.
[[nodiscard]] Result<void> putSettlement(
    ChangeSet& changes, const OpenConflict& conflict, Settlement settlement, const std::optional<QString>& text = {});

} // namespace lyceum::storage
