// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "security/digest.h"
#include "storage/changeset.h"

#include <array>
#include <optional>

namespace lyceum::storage {

/// Writes the journal entry of one commit: the changes as they happen, the entry with its chained hash at the end.
class JournalWriter {
public:
    JournalWriter(Connection& connection, const Author& author, qint64 atUtc);

    /// Whether new rows of this author are journalled once per commit (bulk) or field by field.
    [[nodiscard]] bool newRowsInBulk() const;

    [[nodiscard]] Result<void> fieldChanged(Entity entity, qint64 row, const QByteArray& field, const Scalar& before, const Scalar& after);
    [[nodiscard]] Result<void> rowInserted(Entity entity, qint64 row, const QList<Scalar>& values);
    [[nodiscard]] Result<void> rowRemoved(Entity entity, qint64 row, const QList<Scalar>& values);

    /// Sees to it that there will be an entry, also when nothing changes.
    [[nodiscard]] Result<void> begin();
    /// Writes arrivals and the entry. Answers its id; 0 when nothing was journalled, and then nothing is written.
    [[nodiscard]] Result<qint64> finish();

private:
    struct Arrival {
        qint64 count = 0;
        qint64 firstId = 0;
        qint64 lastId = 0;
        security::Digest digest;
    };

    [[nodiscard]] Result<void> write(
        Entity entity, qint64 row, const char* operation, const QByteArray& field, const Scalar& before, const Scalar& after);

    Connection& m_connection;
    Author m_author;
    qint64 m_atUtc;
    qint64 m_entry = 0;
    QByteArray m_previousHash;
    QList<QByteArray> m_commitments;
    std::array<std::optional<Arrival>, kEntityCount + 1> m_arrivals;
};

/// One sentence about each thing wrong with the journal's chain; empty when it verifies. Reads it all.
[[nodiscard]] Result<QStringList> verifyJournal(Connection& connection);

} // namespace lyceum::storage
