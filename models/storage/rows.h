// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/record.h"

#include <QHash>

#include <algorithm>

namespace lyceum::storage {

/**
 * Several questions of one moment: what other connections commit in between is not seen. Inside a transaction that is open already
 * it adds nothing. Only reads; what it began ends with the scope.
 */
class Snapshot {
public:
    [[nodiscard]] static Result<Snapshot> begin(Connection& connection);
    Snapshot(Snapshot&& other) noexcept;
    Snapshot& operator=(Snapshot&&) = delete;
    ~Snapshot();

private:
    explicit Snapshot(Connection* connection); ///< null: somebody else's transaction holds
    Connection* m_connection;
};

/// Runs a query and calls `row(statement)` for each of its rows.
template <class Row>
[[nodiscard]] Result<void> eachRow(const Connection& connection, QByteArrayView sql, const QList<Scalar>& parameters, Row row)
{
    auto statement = connection.prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    for (qsizetype i = 0; i < parameters.size(); ++i)
        statement->bind(int(i) + 1, parameters.at(i));
    for (;;) {
        const auto stepped = statement->step();
        if (!stepped)
            return tl::unexpected(stepped.error());
        if (!*stepped)
            return {};
        row(std::as_const(*statement));
    }
}

/// Like eachRow, with a statement the connection keeps: for what is asked once per row of a page. Do not nest the same SQL.
template <class Row>
[[nodiscard]] Result<void> eachRowCached(Connection& connection, const QByteArray& sql, qint64 parameter, Row row)
{
    auto statement = connection.cached(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->bind(1, parameter);
    for (;;) {
        const auto stepped = (*statement)->step();
        if (!stepped)
            return tl::unexpected(stepped.error());
        if (!*stepped)
            break;
        row(std::as_const(**statement));
    }
    (*statement)->reset();
    return {};
}

/// First column of the first row; 0 when there is none or it is NULL.
[[nodiscard]] Result<qint64> numberOf(const Connection& connection, QByteArrayView sql, const QList<Scalar>& parameters = {});

/// "id, remote_id, ..." of a record, each with the prefix: "m." for a query over several tables.
template <class T>
QByteArray columnList(const QByteArray& prefix = {})
{
    return prefix + "id, " + prefix + columnNames<T>().join(", " + prefix);
}

/// Whole records; sets stay empty. `rest` is what follows "SELECT <columns> FROM <table> ".
template <class T>
[[nodiscard]] Result<QList<T>> recordsWhere(const Connection& connection, const QByteArray& rest, const QList<Scalar>& parameters = {})
{
    QList<T> records;
    const QByteArray sql = "SELECT " + columnList<T>() + " FROM " + specOf(Record<T>::entity).table + ' ' + rest;
    auto read = eachRow(connection, sql, parameters, [&](const Statement& row) { records.append(recordFrom<T>(row)); });
    if (!read)
        return tl::unexpected(read.error());
    return records;
}

/// Reads the elements of a set that a row owns, in order of their ids.
template <class IdType>
[[nodiscard]] Result<void> readSet(Connection& connection, const SetSpec& set, qint64 owner, QList<IdType>& elements)
{
    const QByteArray sql = "SELECT " + set.elementColumn + " FROM " + set.table + " WHERE " + set.ownerColumn + " = ? ORDER BY 1";
    return eachRowCached(connection, sql, owner, [&](const Statement& row) { elements.append(IdType {row.integer(0)}); });
}

/// The columns of a row as its table holds them, in the order of EntitySpec::columns; nothing when there is no such row.
[[nodiscard]] Result<std::optional<QList<Scalar>>> rowValues(Connection& connection, Entity entity, qint64 row);

/// The names of all rows of a small table (label, tier, tag) by id.
[[nodiscard]] Result<QHash<qint64, QString>> namesIn(const Connection& connection, const QByteArray& table);

template <class IdType>
QStringList namesOf(const QList<IdType>& ids, const QHash<qint64, QString>& names)
{
    QStringList found;
    found.reserve(ids.size());
    for (const IdType& id : ids)
        found.append(names.value(id.value));
    return found;
}

} // namespace lyceum::storage
