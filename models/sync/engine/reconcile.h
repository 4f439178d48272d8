// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/member.h"
#include "community/post.h"
#include "community/tier.h"
#include "storage/pendingitem.h"

namespace lyceum::sync {

// What becomes of a row when the store sends it. Pure: values in, values out; ids in the values are local ones.

using PendingFields = storage::PendingFields;

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

} // namespace lyceum::sync
