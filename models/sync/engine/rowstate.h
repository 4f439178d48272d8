// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/record.h"

namespace lyceum::sync {

inline bool isNull(const storage::Scalar& value)
{
    return std::holds_alternative<std::monostate>(value);
}

template <class Tag>
QList<qint64> numbersOf(const QList<Id<Tag>>& ids)
{
    QList<qint64> numbers;
    numbers.reserve(ids.size());
    for (const Id<Tag>& id : ids)
        numbers.append(id.value);
    return numbers;
}

/// A row of any kind, with ids of here: values in the order of EntitySpec::columns, sets in that of EntitySpec::sets.
struct RowState {
    QList<storage::Scalar> values;
    QList<QList<qint64>> sets;

    friend bool operator==(const RowState&, const RowState&) = default;
};

template <class T>
RowState stateOf(const T& row)
{
    return {storage::valuesOf(row), {}};
}
inline RowState stateOf(const Member& row)
{
    return {storage::valuesOf(row), {numbersOf(row.labels), numbersOf(row.newsletters), numbersOf(row.tiers)}};
}
inline RowState stateOf(const Post& row)
{
    return {storage::valuesOf(row), {numbersOf(row.tags), numbersOf(row.tiers)}};
}

} // namespace lyceum::sync
