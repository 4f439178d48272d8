// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/filter.h"
#include "storage/connection.h"
#include "storage/idset.h"

namespace lyceum::storage {

/**
 * Who passes a filter, departed members included. Each comparison is one statement over the narrowest index there is; the rest is
 * arithmetic on sets, so that "not" is exact whatever is missing. Ids that no member has may be in the set.
 *
 * Errors: BadInput for a text longer than SQLite can look for.
 */
[[nodiscard]] Result<IdSet> membersPassing(const Connection& connection, const Filter& filter, qint64 nowUtc);

/// Who is found by words as a person types them (see matchExpression). Signs that no word is made of are looked for as they stand.
[[nodiscard]] Result<IdSet> membersFound(const Connection& connection, const QString& search);

/// Who is no longer in the store.
[[nodiscard]] Result<IdSet> departedMembers(const Connection& connection);

} // namespace lyceum::storage
