// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/changeset.h"
#include "storage/journal.h"
#include "storage/rollup.h"

namespace lyceum::storage {

/**
 * Applies a change set inside an open transaction: rows, journal, roll-ups and outbox, all or nothing. This is the only code that
 * writes the tables of the trade; WorkspaceFile::commit is the only one that calls it.
 */
class Committer {
public:
    Committer(Connection& connection, const Author& author, qint64 nowUtc, LocalDays days);

    [[nodiscard]] Result<ChangeSummary> apply(const ChangeSet& changes);

private:
    enum class Operation { Inserted, Updated, Removed };
    enum class Tell { Store, Nobody };

    [[nodiscard]] Result<void> write(const ChangeSet::Write& write);
    [[nodiscard]] Result<QList<Scalar>> insertable(const EntitySpec& spec, const ChangeSet::Write& write);
    [[nodiscard]] Result<void> insert(const EntitySpec& spec, qint64 id, const QList<Scalar>& values);
    [[nodiscard]] Result<bool> update(const EntitySpec& spec, const ChangeSet::Write& write, const QList<Scalar>& before);
    [[nodiscard]] Result<void> remove(const EntitySpec& spec, qint64 id, const QList<Scalar>& before, Tell whom);
    [[nodiscard]] Result<void> removeFromSets(Entity element, qint64 id);
    [[nodiscard]] Result<void> removeChildren(Entity parent, qint64 id);
    [[nodiscard]] Result<bool> writeSet(const EntitySpec& spec, const SetSpec& set, qint64 owner, const QList<qint64>& wanted, bool isNew);
    [[nodiscard]] Result<void> writeEvent(const ChangeSet::EventWrite& event);
    [[nodiscard]] Result<void> writeOutbox(qint64 entry);
    [[nodiscard]] Result<void> saveSequences(const ChangeSet& changes);
    [[nodiscard]] Result<void> saveSyncState(const ChangeSet& changes);
    [[nodiscard]] Result<void> saveConflicts(const ChangeSet& changes);
    [[nodiscard]] Result<void> settleConflict(const ChangeSet::Conflict& conflict, Settlement settlement);
    [[nodiscard]] Result<void> markOutbox(const ChangeSet& changes);
    [[nodiscard]] Result<void> saveUndo(const ChangeSet& changes, qint64 entry);
    void note(Entity entity, qint64 id, Operation operation, Tell whom = Tell::Store);

    Connection& m_connection;
    JournalWriter m_journal;
    ActivityRollup m_rollup;
    Origin m_origin;
    qint64 m_nowUtc;
    ChangeSummary m_summary;
    using Key = std::pair<int, qint64>; ///< entity and row
    QHash<Key, Operation> m_forStore; ///< what the hosted store must learn
    QList<Key> m_forStoreOrder;
    bool m_zoneChanged = false;
};

/// The name of the setting that says in which IANA time zone days are cut.
inline constexpr QStringView kTimeZoneSetting = u"timeZone";

} // namespace lyceum::storage
