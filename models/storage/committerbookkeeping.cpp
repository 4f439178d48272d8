// SPDX-License-Identifier: GPL-3.0-or-later
// What a commit writes beside rows and journal: numbers, marks of the sync, conflicts, the state of the outbox.
#include "storage/committer.h"

#include <limits>

namespace lyceum::storage {

Result<void> Committer::saveSequences(const ChangeSet& changes)
{
    for (std::size_t entity = 0; entity < changes.lastIds().size(); ++entity) {
        if (changes.lastIds().at(entity) == 0)
            continue;
        auto save = m_connection.cached("INSERT INTO sequence (entity, last_id) VALUES (?, ?)"
                                        " ON CONFLICT (entity) DO UPDATE SET last_id = excluded.last_id");
        if (!save)
            return tl::unexpected(save.error());
        (*save)->bind(1, qint64(entity)).bind(2, changes.lastIds().at(entity));
        if (auto saved = (*save)->run(); !saved)
            return saved;
    }
    return {};
}

Result<void> Committer::saveSyncState(const ChangeSet& changes)
{
    for (const auto& [name, value] : changes.syncState()) {
        auto save = value.isEmpty() ? m_connection.cached("DELETE FROM sync_state WHERE name = ?")
                                    : m_connection.cached("INSERT INTO sync_state (name, value) VALUES (?, ?)"
                                                          " ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        if (!save)
            return tl::unexpected(save.error());
        (*save)->bind(1, name);
        if (!value.isEmpty())
            (*save)->bind(2, value);
        if (auto saved = (*save)->run(); !saved)
            return saved;
    }
    return {};
}

Result<void> Committer::saveConflicts(const ChangeSet& changes)
{
    for (const ChangeSet::ConflictWrite& write : changes.conflicts()) {
        const ChangeSet::Conflict& conflict = write.conflict;
        if (write.settlement) {
            if (auto settled = settleConflict(conflict, *write.settlement); !settled)
                return settled;
            continue;
        }
        const auto bindTo = [&](Statement& statement) {
            statement.bind(1, qint64(conflict.entity)).bind(2, conflict.row).bind(3, QString::fromLatin1(conflict.field));
            statement.bind(4, conflict.base).bind(5, conflict.mine).bind(6, conflict.theirs);
        };
        auto update = m_connection.cached("UPDATE conflict SET base = ?4, mine = ?5, theirs = ?6"
                                          " WHERE entity = ?1 AND row_id = ?2 AND field = ?3 AND settled_at IS NULL");
        if (!update)
            return tl::unexpected(update.error());
        bindTo(**update);
        if (auto updated = (*update)->run(); !updated)
            return updated;
        if (m_connection.changes() > 0)
            continue;
        auto insert = m_connection.cached("INSERT INTO conflict (entity, row_id, field, base, mine, theirs, found_at) VALUES (?, ?, ?, ?, ?, ?, ?)");
        if (!insert)
            return tl::unexpected(insert.error());
        bindTo(**insert);
        (*insert)->bind(7, m_nowUtc);
        if (auto inserted = (*insert)->run(); !inserted)
            return inserted;
    }
    return {};
}

Result<void> Committer::settleConflict(const ChangeSet::Conflict& conflict, Settlement settlement)
{
    const auto bindTo = [&](Statement& statement) {
        statement.bind(1, qint64(conflict.entity)).bind(2, conflict.row).bind(3, QString::fromLatin1(conflict.field));
        return &statement;
    };
    const bool rebases = settlement != Settlement::Agreed;
    if (rebases) { // only what the store had last is what both go on from
        auto forget = m_connection.cached("UPDATE conflict SET rebases = 0 WHERE entity = ?1 AND row_id = ?2 AND field = ?3 AND rebases = 1"
                                          " AND EXISTS (SELECT 1 FROM conflict o WHERE o.entity = ?1 AND o.row_id = ?2 AND o.field = ?3 AND o.settled_at IS NULL)");
        if (!forget)
            return tl::unexpected(forget.error());
        bindTo(**forget);
        if (auto forgotten = (*forget)->run(); !forgotten)
            return forgotten;
    }
    auto settle = m_connection.cached("UPDATE conflict SET settled_at = ?4, settlement = ?5, rebases = ?6"
                                      " WHERE entity = ?1 AND row_id = ?2 AND field = ?3 AND settled_at IS NULL");
    if (!settle)
        return tl::unexpected(settle.error());
    bindTo(**settle)->bind(4, m_nowUtc).bind(5, nameOf(settlement)).bind(6, qint64(rebases));
    return (*settle)->run();
}

Result<void> Committer::markOutbox(const ChangeSet& changes)
{
    for (const OutboxMark& mark : changes.outboxMarks()) {
        const auto bindTo = [&](Statement& statement) {
            statement.bind(1, qint64(mark.entity)).bind(2, mark.row);
            return &statement;
        };
        const QByteArray meant = " WHERE entity = ?1 AND row_id = ?2 AND id <= ?3";
        const qint64 upTo = mark.upTo > 0 ? mark.upTo : std::numeric_limits<qint64>::max();
        if (!mark.state) {
            auto drop = m_connection.cached("DELETE FROM outbox" + meant);
            if (!drop)
                return tl::unexpected(drop.error());
            bindTo(**drop)->bind(3, upTo);
            if (auto dropped = (*drop)->run(); !dropped)
                return dropped;
            auto rebase = m_connection.cached("UPDATE conflict SET rebases = 0 WHERE entity = ?1 AND row_id = ?2 AND rebases = 1");
            if (!rebase)
                return tl::unexpected(rebase.error());
            bindTo(**rebase);
            if (auto rebased = (*rebase)->run(); !rebased)
                return rebased;
            continue;
        }
        // Paused while its request was under way, it stays so, whatever became of that.
        const bool keepsPaused = m_origin == Origin::Sync && *mark.state != OutboxState::Sending;
        auto update = m_connection.cached("UPDATE outbox SET state = ?4, attempts = ?5, next_attempt_at = ?6, problem = ?7" + meant
            + (keepsPaused ? " AND state <> 'paused'" : ""));
        if (!update)
            return tl::unexpected(update.error());
        bindTo(**update)->bind(3, upTo).bind(4, nameOf(*mark.state)).bind(5, qint64(mark.attempts)).bind(6, mark.nextAttemptAtUtc).bind(7, mark.problem);
        if (auto updated = (*update)->run(); !updated)
            return updated;
    }
    return {};
}

Result<void> Committer::saveUndo(const ChangeSet& changes, qint64 entry)
{
    if (!changes.reversal())
        return {};
    auto insert = m_connection.cached("INSERT INTO journal_reversal (entry_id, action_id, restores) VALUES (?, ?, ?)");
    if (!insert)
        return tl::unexpected(insert.error());
    (*insert)->bind(1, entry).bind(2, changes.reversal()->action).bind(3, qint64(changes.reversal()->restores));
    return (*insert)->run();
}

} // namespace lyceum::storage
