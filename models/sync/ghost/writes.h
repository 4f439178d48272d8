// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/hostedstore.h"
#include "sync/ghost/adminapi.h"

/**
 * From values to what Ghost must be sent for them: pure, the other direction of rows.h.
 *
 * What Ghost would ignore or do otherwise without a word is not sent but refused here (Error::Kind::Refused, the subject says why):
 * a price of 0, a visibility it does not keep.
 */
namespace lyceum::sync::ghost {

/// The fields that can be written, as the journal names them. `payments`: whether payments are connected, without which Ghost attaches a
/// complimentary tier to a member it has, but gives no access. A field that follows from others (the plain text of a post) counts as
/// written with them.
[[nodiscard]] QSet<QByteArray> writableFields(Kind kind, bool making, bool payments);

/// The one request that makes a row.
[[nodiscard]] Result<AdminApi::Change> making(const RowWrite& write);

/// The requests that bring the fields of a row to its values: mostly one; two for a member whose commenting changes too; none when no field
/// is Ghost's.
[[nodiscard]] Result<QList<AdminApi::Change>> changing(const RowWrite& write);

/// The request that deletes a row.
[[nodiscard]] Result<AdminApi::Change> removing(Kind kind, const QString& remoteId);

/// Gives the label to members, or takes it from them, with no effect on those who are as wished already. Ids that are not Ghost's
/// are an Error::Kind::BadInput.
[[nodiscard]] Result<AdminApi::Change> relabelling(const Label& label, const QStringList& members, bool carry);

/// The row's remote id; empty for one to be made. A write that has not exactly one row of its kind is an Error::Kind::Internal.
[[nodiscard]] Result<QString> remoteIdOf(const RowWrite& write);

/// `wanted` in the order in which a post has its tags now, new ones at the end: the first tag is the one a theme shows.
[[nodiscard]] QStringList inOrderOf(const QStringList& now, const QStringList& wanted);

} // namespace lyceum::sync::ghost
