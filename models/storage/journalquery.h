// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/changeset.h"

#include <QList>

#include <optional>

namespace lyceum::storage {

/// SQL: 1 for a journal entry `e` that was taken back and not made again since, else 0.
inline constexpr char kUndoneSql[]
    = "coalesce((SELECT 1 - r.restores FROM journal_reversal r WHERE r.action_id = e.id ORDER BY r.entry_id DESC LIMIT 1), 0)";

/// One commit, as the journal tells it.
struct JournalEntry {
    qint64 id = 0;
    qint64 atUtc = 0;
    QString author;
    QString origin; ///< as nameOf(Origin) says it
    QString reason;
    qint64 changes = 0; ///< fields of rows that were changed, made or removed one by one
    qint64 arrivals = 0; ///< rows that came in bulk
    bool undone = false; ///< taken back, and not made again since
    std::optional<qint64> reverses; ///< the action this entry took back or made again

    friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

/// One field of one row. The values are gone after an erasure.
struct JournalChange {
    enum class Operation { Insert, Update, Delete };

    qint64 entry = 0;
    Entity entity = Entity::Member;
    qint64 row = 0;
    Operation operation = Operation::Update;
    QByteArray field; ///< a column, or a set: then `before` or `after` is the one element
    Scalar before;
    Scalar after;
    bool erased = false;

    friend bool operator==(const JournalChange&, const JournalChange&) = default;
};

/// Rows that came in bulk: those of the entity with these ids, as far as they are still there.
struct JournalArrival {
    Entity entity = Entity::Member;
    qint64 rows = 0;
    qint64 firstId = 0;
    qint64 lastId = 0;

    friend bool operator==(const JournalArrival&, const JournalArrival&) = default;
};

struct JournalQuery {
    QString origin; ///< empty: any
    std::optional<Entity> entity; ///< entries that changed rows of this kind field by field
    std::optional<qint64> row; ///< with `entity`: this row
    std::optional<qint64> before; ///< older than this entry, to go on from
    int limit = 100;
};

/// Newest first.
[[nodiscard]] Result<QList<JournalEntry>> journalEntries(Connection& connection, const JournalQuery& query);
/// Nothing when there is no such entry.
[[nodiscard]] Result<std::optional<JournalEntry>> journalEntry(Connection& connection, qint64 id);
/// In the order they were made. `limit` < 0: all.
[[nodiscard]] Result<QList<JournalChange>> journalChanges(Connection& connection, qint64 entry, int limit = -1);
[[nodiscard]] Result<QList<JournalArrival>> journalArrivals(Connection& connection, qint64 entry);
/// All that was done to one row, newest first.
[[nodiscard]] Result<QList<JournalChange>> historyOf(Connection& connection, Entity entity, qint64 row, int limit);

} // namespace lyceum::storage
