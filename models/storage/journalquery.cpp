// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journalquery.h"

#include "storage/rows.h"

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

const QByteArray kEntryColumns
    = QByteArray("SELECT e.id, e.at, e.author, e.origin, e.reason,"
                 " (SELECT count(*) FROM journal_change c WHERE c.entry_id = e.id),"
                 " (SELECT coalesce(sum(a.row_count), 0) FROM journal_arrival a WHERE a.entry_id = e.id), ")
    + kUndoneSql
    + ", (SELECT r.action_id FROM journal_reversal r WHERE r.entry_id = e.id) FROM journal_entry e ";
const QByteArray kChangeColumns = "SELECT entry_id, entity, row_id, operation, field, old, new, salt IS NULL FROM journal_change ";

JournalEntry entryFrom(const Statement& row)
{
    return {row.integer(0), row.integer(1), row.text(2), row.text(3), row.text(4), row.integer(5), row.integer(6), row.integer(7) != 0,
        row.optionalInteger(8)};
}

JournalChange changeFrom(const Statement& row)
{
    const QByteArrayView operation = row.textView(3);
    return {row.integer(0), Entity(row.integer(1)), row.integer(2),
        operation == "insert"       ? JournalChange::Operation::Insert
            : operation == "delete" ? JournalChange::Operation::Delete
                                    : JournalChange::Operation::Update,
        row.textView(4).toByteArray(), row.scalar(5), row.scalar(6), row.integer(7) != 0};
}

template <class T, class Make>
Result<QList<T>> listOf(Connection& connection, const QByteArray& sql, const QList<Scalar>& parameters, Make make)
{
    QList<T> list;
    if (auto read = eachRow(connection, sql, parameters, [&](const Statement& row) { list.append(make(row)); }); !read)
        return tl::unexpected(read.error());
    return list;
}

} // namespace

Result<QList<JournalEntry>> journalEntries(Connection& connection, const JournalQuery& query)
{
    QByteArray where = "WHERE 1";
    QList<Scalar> parameters;
    const auto also = [&](const QByteArray& condition, const Scalar& parameter) {
        where += " AND " + condition;
        parameters.append(parameter);
    };
    if (!query.origin.isEmpty())
        also("e.origin = ?", query.origin);
    if (query.before)
        also("e.id < ?", *query.before);
    if (query.entity) {
        also("EXISTS (SELECT 1 FROM journal_change c WHERE c.entry_id = e.id AND c.entity = ?", qint64(*query.entity));
        if (query.row)
            also("c.row_id = ?", *query.row);
        where += ')';
    }
    parameters.append(qint64(query.limit));
    return listOf<JournalEntry>(connection, kEntryColumns + where + " ORDER BY e.id DESC LIMIT ?", parameters, entryFrom);
}

Result<std::optional<JournalEntry>> journalEntry(Connection& connection, qint64 id)
{
    auto found = listOf<JournalEntry>(connection, kEntryColumns + "WHERE e.id = ?", {id}, entryFrom);
    if (!found)
        return tl::unexpected(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->takeFirst());
}

Result<QList<JournalChange>> journalChanges(Connection& connection, qint64 entry, int limit)
{
    return listOf<JournalChange>(connection, kChangeColumns + "WHERE entry_id = ? ORDER BY id LIMIT ?", {entry, qint64(limit)}, changeFrom);
}

Result<QList<JournalArrival>> journalArrivals(Connection& connection, qint64 entry)
{
    return listOf<JournalArrival>(connection, "SELECT entity, row_count, first_id, last_id FROM journal_arrival WHERE entry_id = ? ORDER BY id",
        {entry}, [](const Statement& row) { return JournalArrival {Entity(row.integer(0)), row.integer(1), row.integer(2), row.integer(3)}; });
}

Result<QList<JournalChange>> historyOf(Connection& connection, Entity entity, qint64 row, int limit)
{
    return listOf<JournalChange>(connection, kChangeColumns + "WHERE entity = ? AND row_id = ? ORDER BY id DESC LIMIT ?",
        {qint64(entity), row, qint64(limit)}, changeFrom);
}

} // namespace lyceum::storage
