// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rows.h"

#include <sqlite3.h>

#include <utility>

namespace lyceum::storage {

Snapshot::Snapshot(Connection* connection)
    : m_connection(connection)
{
}

Snapshot::Snapshot(Snapshot&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Snapshot::~Snapshot()
{
    if (m_connection)
        std::ignore = m_connection->execute("ROLLBACK"); // nothing was written; a read that failed may have ended it already
}

Result<Snapshot> Snapshot::begin(Connection& connection)
{
    if (!sqlite3_get_autocommit(connection.handle()))
        return Snapshot(nullptr);
    if (auto begun = connection.execute("BEGIN"); !begun)
        return tl::unexpected(begun.error());
    return Snapshot(&connection);
}

Result<qint64> numberOf(const Connection& connection, QByteArrayView sql, const QList<Scalar>& parameters)
{
    qint64 number = 0;
    bool first = true;
    auto read = eachRow(connection, sql, parameters, [&](const Statement& row) {
        if (std::exchange(first, false))
            number = row.integer(0);
    });
    if (!read)
        return tl::unexpected(read.error());
    return number;
}

Result<std::optional<QList<Scalar>>> rowValues(Connection& connection, Entity entity, qint64 row)
{
    const EntitySpec& spec = specOf(entity);
    std::optional<QList<Scalar>> values;
    auto read = eachRowCached(connection, spec.selectById(), row, [&](const Statement& found) {
        values.emplace();
        values->reserve(spec.columns.size());
        for (int i = 1; i <= int(spec.columns.size()); ++i)
            values->append(found.scalar(i));
    });
    if (!read)
        return tl::unexpected(read.error());
    return values;
}

Result<QHash<qint64, QString>> namesIn(const Connection& connection, const QByteArray& table)
{
    QHash<qint64, QString> names;
    auto read = eachRow(connection, "SELECT id, name FROM " + table, {},
        [&](const Statement& row) { names.insert(row.integer(0), row.text(1)); });
    if (!read)
        return tl::unexpected(read.error());
    return names;
}

} // namespace lyceum::storage
