// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/record.h"

#include <QHash>

#include <array>

namespace lyceum::storage {

/// From where a change came. Decides how new rows are journalled and whether the hosted store must learn of it.
enum class Origin { Person, Sync, Import, Sample, Settings, Rule, Undo };

[[nodiscard]] QString nameOf(Origin origin); ///< "person", "sync", ...: stands in the journal

/// Where a change made here stands on its way to the store.
enum class OutboxState {
    Pending, ///< to be sent
    Sending, ///< a request that makes the row went out, and its answer is not known
    Paused, ///< held back by a person
    Parked, ///< refused by the store, or failed too often; the problem says why
    Local, ///< the store cannot hold it: it stays here, and the store's rows do not overwrite it
};
[[nodiscard]] QString nameOf(OutboxState state); ///< "pending", "sending", ...: stands in the outbox
[[nodiscard]] std::optional<OutboxState> outboxStateOf(QStringView name);

/// How a conflict was settled.
enum class Settlement {
    Agreed, ///< by itself: both sides say the same, or only one has changed
    Mine,
    Theirs,
    Both, ///< a text made of the two
};
[[nodiscard]] QString nameOf(Settlement settlement); ///< "agreed", "mine", ...: stands in the conflict
[[nodiscard]] std::optional<Settlement> settlementOf(QStringView name);

/// What became of the outbox rows of one row. Where a sync says that they wait, are parked or local, paused ones stay paused.
struct OutboxMark {
    Entity entity = Entity::Member;
    qint64 row = 0;
    qint64 upTo = 0; ///< the last outbox row that is meant; 0: every one, those of this commit too
    std::optional<OutboxState> state = {}; ///< none: done, they go; and what a settled conflict rebased is over
    int attempts = 0;
    std::optional<qint64> nextAttemptAtUtc = {};
    QString problem = {};
};

/// Who changes, from where and why: what the journal says of a change set.
struct Author {
    QString name;
    Origin origin = Origin::Person;
    QString reason;
};

/**
 * Everything one commit changes. Built inside the commit's transaction (see WorkspaceFile::commit), so that what the builder
 * reads through `connection()` is what the changes are compared with.
 *
 * Rows are given whole; the commit compares them with what is there and writes and journals only the fields that differ.
 */
class ChangeSet {
public:
    explicit ChangeSet(Connection& connection);

    /// For reading what is there. Never write through it: what is not in the change set is not journalled.
    [[nodiscard]] Connection& connection() { return m_connection; }

    /// A new id; ids are never used twice, not even after a row is gone.
    template <class T>
    [[nodiscard]] Result<decltype(T::id)> nextId()
    {
        const Result<qint64> id = allocate(Record<T>::entity);
        if (!id)
            return tl::unexpected(id.error());
        return decltype(T::id) {*id};
    }

    /// Inserts the row or brings the one with its id to these values; its sets (labels, tiers ...) become exactly these.
    template <class T>
    void put(const T& record)
    {
        m_writes.append({Record<T>::entity, idOf(record), valuesOf(record), setsOf(record)});
    }

    /// Removes a row and what hangs on it by foreign key. Removing what is not there changes nothing.
    template <class Tag>
    void remove(Entity entity, Id<Tag> id)
    {
        m_writes.append({entity, id.value, {}, {}, /*removes=*/true});
    }

    struct Write {
        Entity entity;
        qint64 id = 0;
        QList<Scalar> values; ///< in the order of EntitySpec::columns
        QList<QList<qint64>> sets; ///< in the order of EntitySpec::sets
        bool removes = false;
        bool tellsStore = true; ///< false: the store need not learn of it, it knows already or never knew
    };
    /// A row as its table holds it, for what knows no kinds of rows: undoing.
    void write(Write write) { m_writes.append(std::move(write)); }

    /// An event that was removed, as its table held it; what hangs on it is written by itself.
    void restoreEvent(qint64 id, const QList<Scalar>& values);

    /// That this commit takes an earlier action back, or makes it again: kept beside its journal entry.
    struct Reversal {
        qint64 action = 0; ///< the journal entry of what was done first
        bool restores = false; ///< done again
    };
    void setReversal(Reversal reversal) { m_reversal = reversal; }
    [[nodiscard]] const std::optional<Reversal>& reversal() const { return m_reversal; }

    /// An event, unless one of its kind and remote id is there already; then the money side is ignored with it.
    void add(const Event& event, const std::optional<SubscriptionChange>& change = {}, const std::optional<Payment>& payment = {});

    /// A field that was changed here, and otherwise on the store: kept for a person to settle, not journalled. One open conflict a
    /// field; a newer one takes its place.
    struct Conflict {
        Entity entity = Entity::Member;
        qint64 row = 0;
        QByteArray field; ///< as the journal names it
        Scalar base; ///< what both began from
        Scalar mine;
        Scalar theirs;
    };
    void noteConflict(Conflict conflict) { m_conflicts.append({std::move(conflict), std::nullopt}); }
    /// Closes the open conflict of a field, if there is one. Other than as agreed, what the store has is from then on what the pending
    /// change of the field began from, until the row is done. The field itself is not touched.
    void settleConflict(Entity entity, qint64 row, const QByteArray& field, Settlement settlement = Settlement::Agreed)
    {
        m_conflicts.append({{entity, row, field, {}, {}, {}}, settlement});
    }

    /// Bookkeeping like setSyncState: committed with the rows, not journalled, and applied in their order after this commit's own
    /// outbox rows were written.
    void markOutbox(OutboxMark mark) { m_outboxMarks.append(std::move(mark)); }

    /// A mark of the sync engine, committed together with the rows but not journalled. An empty value removes the mark.
    void setSyncState(const QString& name, const QString& value);

    struct EventWrite {
        qint64 id = 0;
        EventKind kind = EventKind::Signup;
        qint64 member = 0;
        qint64 atUtc = 0;
        QList<Scalar> values;
        std::optional<Write> change;
        std::optional<Write> payment;
    };
    [[nodiscard]] const QList<Write>& writes() const { return m_writes; }
    [[nodiscard]] const QList<EventWrite>& events() const { return m_events; }
    [[nodiscard]] const QList<std::pair<QString, QString>>& syncState() const { return m_syncState; }
    struct ConflictWrite {
        Conflict conflict;
        std::optional<Settlement> settlement; ///< none: it is open
    };
    [[nodiscard]] const QList<ConflictWrite>& conflicts() const { return m_conflicts; }
    [[nodiscard]] const QList<OutboxMark>& outboxMarks() const { return m_outboxMarks; }
    /// The highest id handed out per entity, 0 where none was; indexed by entity number.
    [[nodiscard]] const std::array<qint64, kEntityCount + 1>& lastIds() const { return m_lastIds; }

private:
    [[nodiscard]] Result<qint64> allocate(Entity entity);

    template <class Tag>
    static QList<qint64> plain(const QList<Id<Tag>>& ids)
    {
        QList<qint64> numbers;
        numbers.reserve(ids.size());
        for (const Id<Tag>& id : ids)
            numbers.append(id.value);
        return numbers;
    }
    template <class T>
    static QList<QList<qint64>> setsOf(const T&)
    {
        return {};
    }
    static QList<QList<qint64>> setsOf(const Member& member)
    {
        return {plain(member.labels), plain(member.newsletters), plain(member.tiers)};
    }
    static QList<QList<qint64>> setsOf(const Post& post) { return {plain(post.tags), plain(post.tiers)}; }

    Connection& m_connection;
    QList<Write> m_writes;
    QList<EventWrite> m_events;
    QList<std::pair<QString, QString>> m_syncState;
    QList<ConflictWrite> m_conflicts;
    QList<OutboxMark> m_outboxMarks;
    std::optional<Reversal> m_reversal;
    std::array<qint64, kEntityCount + 1> m_lastIds {};
};

/// What a commit changed, for those who show or cache it. Announced after the commit, never before.
struct ChangeSummary {
    struct OfEntity {
        qint64 inserted = 0;
        qint64 updated = 0;
        qint64 removed = 0;
        QList<qint64> ids; ///< the rows, up to kListedIds of them
    };
    static constexpr qsizetype kListedIds = 2000;

    qint64 journalEntry = 0; ///< 0: only bookkeeping was committed
    bool outbox = false; ///< what waits for the store, or what has to be settled, changed
    QHash<Entity, OfEntity> entities;

    [[nodiscard]] bool touches(Entity entity) const { return entities.contains(entity); }
    /// Whether `ids` names every row of the entity that changed.
    [[nodiscard]] bool namesAll(Entity entity) const;
};

} // namespace lyceum::storage
