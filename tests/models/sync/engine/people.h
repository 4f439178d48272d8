// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/workspacefile.h"
#include "sync/engine/localrows.h"

namespace lyceum::test {

// What people do in a workspace, row by row.

inline const storage::Author kPerson {QStringLiteral("person"), storage::Origin::Person, QStringLiteral("edit")};

template <class T>
[[nodiscard]] std::optional<T> rowIn(storage::Connection& connection, qint64 id)
{
    Result<std::optional<T>> row;
    if constexpr (std::is_same_v<T, Member>)
        row = sync::localMember(connection, id);
    else if constexpr (std::is_same_v<T, Post>)
        row = sync::localPost(connection, id);
    else
        row = sync::rowOf<T>(connection, id);
    return row ? *row : std::nullopt;
}

/// Whether the row was there and the change was committed.
template <class T, class Change>
bool edit(storage::WorkspaceFile& workspace, qint64 id, Change change)
{
    const auto committed = workspace.commit(kPerson, [&](storage::ChangeSet& changes) -> Result<void> {
        auto row = rowIn<T>(changes.connection(), id);
        if (!row)
            return failure(Error::Kind::NotFound);
        change(*row);
        changes.put(*row);
        return {};
    });
    return committed.has_value();
}

/// The new row's id; 0 on error.
template <class T>
qint64 add(storage::WorkspaceFile& workspace, T row)
{
    const auto committed = workspace.commit(kPerson, [&](storage::ChangeSet& changes) -> Result<void> {
        const auto id = changes.nextId<T>();
        if (!id)
            return tl::unexpected(id.error());
        row.id = *id;
        changes.put(row);
        return {};
    });
    return committed ? row.id.value : 0;
}

template <class T>
bool take(storage::WorkspaceFile& workspace, qint64 id)
{
    return workspace
        .commit(kPerson,
            [&](storage::ChangeSet& changes) -> Result<void> {
                changes.remove(storage::Record<T>::entity, decltype(T::id) {id});
                return {};
            })
        .has_value();
}

} // namespace lyceum::test
