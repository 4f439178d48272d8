// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/applier.h"

#include "storage/conflicts.h"
#include "storage/rows.h"
#include "sync/engine/rowids.h"

using namespace Qt::StringLiterals;

// What was changed here and waits, where the store's rows come in.

namespace lyceum::sync {

using namespace storage;

namespace {

/// Counts and dates move by themselves.
bool isMovedByItself(const QByteArray& field)
{
    static const QSet<QByteArray> kFields {"remote_id", "changed_at", "last_seen_at", "email_count", "email_opened_count", "reading_minutes", "url",
        "likes", "dislikes", "reports", "redemptions"};
    return kFields.contains(field);
}

} // namespace

Scalar goneValue(Entity entity, const RowState& row)
{
    const QByteArray field = goneField(entity);
    return field == kRemoteIdColumn ? Scalar() : row.values.at(specOf(entity).columns.indexOf(field));
}

bool isRemoving(Entity entity, const RowHistory& history, const RowState& mine)
{
    return history.pending && history.pending->base.contains(history.goneField) && !isNull(goneValue(entity, mine));
}

bool remains(Entity entity, const RowHistory& history, const RowState& mine, const RowState& theirs)
{
    if (!history.pending)
        return false;
    const EntitySpec& spec = specOf(entity);
    for (auto field = history.pending->base.keyBegin(); field != history.pending->base.keyEnd(); ++field) {
        const qsizetype column = spec.columns.indexOf(*field);
        if (!history.sent.contains(*field) && mine.values.at(column) != theirs.values.at(column))
            return true;
    }
    for (qsizetype i = 0; i < spec.sets.size(); ++i) {
        const QByteArray& field = spec.sets.at(i).field;
        const PendingFields::Set pending = history.pending->sets.value(field);
        for (const qint64 element : pending.added + pending.dropped) {
            if (!history.sent.contains(field) && mine.sets.at(i).contains(element) != theirs.sets.at(i).contains(element))
                return true;
        }
    }
    return false;
}

bool isEditedThere(Entity entity, const RowState& before, const RowState& after)
{
    const QByteArrayList& columns = specOf(entity).columns;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (before.values.at(i) != after.values.at(i) && !isMovedByItself(columns.at(i)))
            return true;
    }
    return before.sets != after.sets;
}

Result<bool> Applier::isOutboxEmpty()
{
    if (!m_outboxEmpty) {
        const auto empty = sync::isOutboxEmpty(m_changes.connection());
        if (!empty)
            return empty;
        m_outboxEmpty = *empty;
    }
    return *m_outboxEmpty;
}

Result<void> Applier::learnPending(Kind kind, const Batch& batch)
{
    m_kind = kind;
    m_pending = {};
    m_sending.clear();
    m_open.clear();
    const auto isEmpty = isOutboxEmpty();
    const bool isOnlyPulled = kind == Kind::Reactions || kind == Kind::Events;
    if (!isEmpty || *isEmpty || isOnlyPulled)
        return isEmpty ? Result<void>() : tl::unexpected(isEmpty.error());
    const Entity entity = entityOf(kind);
    Connection& connection = m_changes.connection();
    QList<qint64> rows;
    Result<void> found;
    withRows(kind, batch, [&](const auto& all) {
        for (const auto& row : all) {
            const auto id = m_index.find(connection, entity, remoteIdOf(row));
            if (!id)
                found = tl::unexpected(id.error());
            else if (*id != 0 && !isNew(entity, *id))
                rows.append(*id);
        }
    });
    if (!found)
        return found;
    auto pending = PendingChanges::read(connection, entity, rows);
    if (!pending)
        return tl::unexpected(pending.error());
    auto sending = rowsBeingSent(connection, entity);
    if (!sending)
        return tl::unexpected(sending.error());
    auto open = openFields(connection, entity);
    if (!open)
        return tl::unexpected(open.error());
    m_pending = *std::move(pending);
    m_sending = *std::move(sending);
    m_open = *std::move(open);
    return {};
}

Result<RowHistory> Applier::historyOf(Entity entity, qint64 row, bool isAdopted)
{
    Connection& connection = m_changes.connection();
    RowHistory history;
    history.pending = m_pending.of(entity, row);
    history.open = m_open.value(row);
    history.writable = m_writable.change.value(m_kind);
    if (const QByteArray field = goneField(entity); field != kRemoteIdColumn)
        history.goneField = field;
    qint64 upTo = 0;
    if (m_answer && m_answer->row == row) {
        history.coming = m_answer->coming;
        history.sent = m_answer->sent;
        history.isLast = m_answer->isWhole;
        history.isLate = m_answer->isLate;
        history.isSending = m_answer->coming == Coming::Adopted;
        upTo = m_answer->upTo;
        auto changed = changesSince(connection, entity, row, 0);
        if (!changed)
            return tl::unexpected(changed.error());
        history.changed = std::move(changed->before);
    } else if (isAdopted) {
        history.coming = Coming::Adopted;
        return history;
    } else {
        const auto sending = m_sending.constFind(row);
        if (sending == m_sending.constEnd())
            return history;
        history.isSending = true;
        upTo = *sending;
    }
    auto since = changesSince(connection, entity, row, upTo);
    if (!since)
        return tl::unexpected(since.error());
    history.since = *std::move(since);
    return history;
}

void Applier::noteMerge(Entity entity, qint64 row, const Merge& merge)
{
    for (const FieldConflict& conflict : merge.conflicts)
        m_changes.noteConflict({entity, row, conflict.field, conflict.base, conflict.mine, conflict.theirs});
    for (const QByteArray& field : merge.agreed) {
        if (m_open.value(row).contains(field))
            m_changes.settleConflict(entity, row, field);
    }
    for (const FieldConflict& rebased : merge.rebased) {
        m_changes.noteConflict({entity, row, rebased.field, rebased.base, rebased.mine, rebased.theirs});
        m_changes.settleConflict(entity, row, rebased.field, Settlement::Mine);
    }
}

Result<bool> Applier::isRemovedHere(Entity entity, const QString& remoteId)
{
    const auto isEmpty = isOutboxEmpty();
    if (!isEmpty || *isEmpty)
        return isEmpty ? Result<bool>(false) : isEmpty;
    if (const auto known = m_removedHere.constFind(entity); known != m_removedHere.constEnd())
        return known->contains(remoteId);
    const auto rows = rowsRemovedHere(m_changes.connection(), entity);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto pending = PendingChanges::read(m_changes.connection(), entity, *rows);
    if (!pending)
        return tl::unexpected(pending.error());
    QSet<QString>& ids = m_removedHere[entity];
    for (const PendingChanges::Removed& removed : pending->removed())
        ids.insert(removed.remoteId);
    return ids.contains(remoteId);
}

template <class T>
Result<qint64> Applier::twinOf(const T& row)
{
    QByteArray sql;
    QString key;
    if constexpr (std::is_same_v<T, Member>) {
        sql = "SELECT id FROM member WHERE email = ? COLLATE NOCASE AND remote_id IS NULL AND departed_at IS NULL ORDER BY id";
        key = row.email;
    } else if constexpr (std::is_same_v<T, Label>) {
        sql = "SELECT id FROM label WHERE name = ? COLLATE NOCASE AND remote_id IS NULL ORDER BY id";
        key = row.name;
    } else if constexpr (std::is_same_v<T, lyceum::Tag>) {
        sql = "SELECT id FROM tag WHERE name = ? COLLATE NOCASE AND remote_id IS NULL ORDER BY id";
        key = row.name;
    } else {
        return 0; // of other kinds two rows that look alike may be two
    }
    const auto isEmpty = isOutboxEmpty();
    if (!isEmpty || *isEmpty || key.isEmpty())
        return isEmpty ? Result<qint64>(0) : tl::unexpected(isEmpty.error());
    qint64 twin = 0;
    const auto read = eachRow(m_changes.connection(), sql, {key}, [&](const Statement& found) {
        if (twin == 0 && !m_adopted.contains({int(Record<T>::entity), found.integer(0)}))
            twin = found.integer(0);
    });
    return read ? Result<qint64>(twin) : tl::unexpected(read.error());
}

template Result<qint64> Applier::twinOf(const Member&);
template Result<qint64> Applier::twinOf(const Label&);
template Result<qint64> Applier::twinOf(const Newsletter&);
template Result<qint64> Applier::twinOf(const Tier&);
template Result<qint64> Applier::twinOf(const Offer&);
template Result<qint64> Applier::twinOf(const lyceum::Tag&);
template Result<qint64> Applier::twinOf(const Post&);
template Result<qint64> Applier::twinOf(const Comment&);
template Result<qint64> Applier::twinOf(const Reaction&);

// ---- answers

Result<bool> Applier::applyAnswer(const Batch& batch, const Answer& answer)
{
    const Entity entity = entityOf(answer.kind);
    QStringList came;
    withRows(answer.kind, batch, [&](const auto& rows) {
        for (const auto& row : rows)
            came.append(remoteIdOf(row));
    });
    if (came.size() != 1 || came.first().isEmpty())
        return failure(Error::Kind::BadAnswer, nameOf(answer.kind), u"a write was not answered with its row"_s);
    const auto stands = rowValues(m_changes.connection(), entity, answer.row);
    if (!stands)
        return tl::unexpected(stands.error());
    if (!*stands) {
        // Removed here meanwhile. A row that has just been made is looked for, and removed there, as one whose answer was lost.
        if (answer.coming == Coming::Answered)
            m_changes.markOutbox({entity, answer.row, answer.upTo, {}, 0, {}, {}});
        return false;
    }
    m_outboxEmpty = false;
    if (answer.coming != Coming::Answered)
        m_index.add(entity, came.first(), answer.row);
    m_answer = &answer;
    m_answerRemains = false;
    const auto applied = apply(answer.kind, batch);
    m_answer = nullptr;
    if (!applied)
        return tl::unexpected(applied.error());
    const bool isDone = answer.isWhole && !m_answerRemains && answer.coming != Coming::Adopted;
    m_changes.markOutbox({entity, answer.row, answer.upTo, isDone ? std::nullopt : std::optional(answer.rest), 0, {}, {}});
    return isDone;
}

} // namespace lyceum::sync
