// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/record.h"

namespace lyceum::sync {

/// The elements of a row's set, sorted. `set` counts as in storage::EntitySpec::sets.
[[nodiscard]] Result<QList<qint64>> elementsOf(storage::Connection& connection, storage::Entity entity, qsizetype set, qint64 owner);

template <class Tag>
Result<void> readSet(storage::Connection& connection, storage::Entity entity, qsizetype set, qint64 owner, QList<Id<Tag>>& ids)
{
    const auto elements = elementsOf(connection, entity, set, owner);
    if (!elements)
        return tl::unexpected(elements.error());
    ids.clear();
    for (const qint64 element : *elements)
        ids.append(Id<Tag> {element});
    return {};
}

/// A row without its sets.
template <class T>
[[nodiscard]] Result<std::optional<T>> rowOf(storage::Connection& connection, qint64 id)
{
    auto select = connection.cached(storage::specOf(storage::Record<T>::entity).selectById());
    if (!select)
        return tl::unexpected(select.error());
    (*select)->bind(1, id);
    const auto row = (*select)->step();
    if (!row)
        return tl::unexpected(row.error());
    std::optional<T> record;
    if (*row)
        record = storage::recordFrom<T>(**select);
    (*select)->reset();
    return record;
}

[[nodiscard]] Result<std::optional<Member>> localMember(storage::Connection& connection, qint64 id); ///< with its sets
[[nodiscard]] Result<std::optional<Post>> localPost(storage::Connection& connection, qint64 id); ///< with its sets
[[nodiscard]] Result<QList<Subscription>> subscriptionsOf(storage::Connection& connection, qint64 member);

} // namespace lyceum::sync
