// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/rows.h"

namespace lyceum::sync {

/// A row without its sets.
template <class T>
[[nodiscard]] Result<std::optional<T>> rowOf(storage::Connection& connection, qint64 id)
{
    std::optional<T> record;
    if (auto read = storage::eachRowCached(connection, storage::specOf(storage::Record<T>::entity).selectById(), id,
            [&](const storage::Statement& row) { record = storage::recordFrom<T>(row); });
        !read)
        return tl::unexpected(read.error());
    return record;
}

[[nodiscard]] Result<std::optional<Member>> localMember(storage::Connection& connection, qint64 id); ///< with its sets
[[nodiscard]] Result<std::optional<Post>> localPost(storage::Connection& connection, qint64 id); ///< with its sets
[[nodiscard]] Result<QList<Subscription>> subscriptionsOf(storage::Connection& connection, qint64 member);

} // namespace lyceum::sync
