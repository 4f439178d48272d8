// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/undo.h"

#include "storage/journalquery.h"
#include "storage/rows.h"

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

using Operation = JournalChange::Operation;
using Key = std::pair<Entity, qint64>;

/// What a person can take back: not what the store did, nor what took something back.
constexpr std::array kActionOrigins {Origin::Person, Origin::Import, Origin::Rule};

bool isAction(const QString& origin)
{
    return std::ranges::any_of(kActionOrigins, [&](Origin action) { return nameOf(action) == origin; });
}

/// The same as a condition on a column.
QByteArray isActionSql(const QByteArray& column)
{
    QByteArrayList names;
    for (const Origin origin : kActionOrigins)
        names.append('\'' + nameOf(origin).toLatin1() + '\'');
    return column + " IN (" + names.join(", ") + ')';
}

/// One row as it will stand, built from how it stands and the changes that are taken back.
struct Row {
    bool exists = false; ///< in the file
    bool removed = false; ///< it is to go
    QList<Scalar> values;
    QList<QList<qint64>> sets;
};

/// Collects the compensating changes of one journal entry.
class Compensation {
public:
    explicit Compensation(Connection& connection)
        : m_connection(connection)
    {
    }

    /// Changes of an entry in the reverse of their order.
    [[nodiscard]] Result<void> takeBack(const JournalChange& change);
    [[nodiscard]] Result<void> removeArrived(const JournalArrival& arrival);
    [[nodiscard]] Result<void> writeTo(ChangeSet& changes) const;
    [[nodiscard]] const QList<LeftAlone>& left() const { return m_left; }

private:
    [[nodiscard]] Result<Row*> rowOf(Entity entity, qint64 id);
    void leave(const JournalChange& change, const QByteArray& field);
    void takeBackField(const JournalChange& change, Row& row, qsizetype column);
    void takeBackElement(const JournalChange& change, Row& row, qsizetype set);

    Connection& m_connection;
    std::map<Key, Row> m_rows;
    QList<Key> m_order; ///< in which they were met: what was made last goes first
    QList<LeftAlone> m_left;
};

Result<Row*> Compensation::rowOf(Entity entity, qint64 id)
{
    const auto [place, isNew] = m_rows.try_emplace({entity, id});
    Row& row = place->second;
    if (!isNew)
        return &row;
    m_order.append({entity, id});
    const EntitySpec& spec = specOf(entity);
    auto read = eachRowCached(m_connection, spec.selectById(), id, [&](const Statement& statement) {
        row.exists = true;
        for (int i = 1; i <= int(spec.columns.size()); ++i)
            row.values.append(statement.scalar(i));
    });
    if (!row.exists)
        row.values.resize(spec.columns.size());
    for (const SetSpec& set : spec.sets) {
        QList<qint64> elements;
        if (read)
            read = readSet(m_connection, set, id, elements);
        row.sets.append(elements);
    }
    if (!read)
        return tl::unexpected(read.error());
    return &row;
}

void Compensation::leave(const JournalChange& change, const QByteArray& field)
{
    const LeftAlone left {change.entity, change.row, field};
    if (m_left.isEmpty() || m_left.last() != left) // a whole row is met once a column
        m_left.append(left);
}

void Compensation::takeBackField(const JournalChange& change, Row& row, qsizetype column)
{
    Scalar& now = row.values[column];
    if (!row.exists || now != change.after)
        leave(change, change.field);
    else
        now = change.before;
}

void Compensation::takeBackElement(const JournalChange& change, Row& row, qsizetype set)
{
    QList<qint64>& elements = row.sets[set];
    const bool wasAdded = std::holds_alternative<qint64>(change.after);
    const qint64 element = std::get<qint64>(wasAdded ? change.after : change.before);
    if (wasAdded == elements.contains(element)) {
        if (wasAdded)
            elements.removeOne(element);
        else
            elements.append(element);
    } else {
        leave(change, change.field);
    }
}

Result<void> Compensation::takeBack(const JournalChange& change)
{
    if (change.erased)
        return failure(Error::Kind::BadInput, {}, u"the values it changed were erased."_s);
    if (change.entity == Entity::PrivacyRelease)
        return failure(Error::Kind::BadInput, {}, u"what was published cannot be taken back."_s);
    const auto found = rowOf(change.entity, change.row);
    if (!found)
        return tl::unexpected(found.error());
    Row& row = **found;
    const EntitySpec& spec = specOf(change.entity);
    const qsizetype column = spec.columns.indexOf(change.field);
    switch (change.operation) {
    case Operation::Insert:
        row.removed = row.exists;
        if (!row.exists)
            leave(change, {});
        return {};
    case Operation::Delete:
        if (row.exists)
            leave(change, {});
        else if (column >= 0)
            row.values[column] = change.before;
        return {};
    case Operation::Update:
        if (column >= 0) {
            takeBackField(change, row, column);
            return {};
        }
        for (qsizetype set = 0; set < spec.sets.size(); ++set) {
            if (spec.sets.at(set).field == change.field)
                takeBackElement(change, row, set);
        }
        return {};
    }
    return {};
}

Result<void> Compensation::removeArrived(const JournalArrival& arrival)
{
    QList<qint64> ids;
    auto read = eachRow(m_connection, "SELECT id FROM " + specOf(arrival.entity).table + " WHERE id BETWEEN ? AND ? ORDER BY id DESC",
        {arrival.firstId, arrival.lastId}, [&](const Statement& row) { ids.append(row.integer(0)); });
    for (const qint64 id : std::as_const(ids)) {
        const auto row = rowOf(arrival.entity, id);
        if (!row)
            return tl::unexpected(row.error());
        (*row)->removed = true;
    }
    return read;
}

Result<void> Compensation::writeTo(ChangeSet& changes) const
{
    for (const Key& key : m_order) {
        const Row& row = m_rows.at(key);
        const auto& [entity, id] = key;
        if (!row.exists && std::ranges::all_of(row.values, [](const Scalar& value) { return std::holds_alternative<std::monostate>(value); }))
            continue; // it had gone before; nothing brings it back
        if (!row.removed && !row.exists && entity == Entity::Event) {
            changes.restoreEvent(id, row.values);
            continue;
        }
        changes.write({entity, id, row.values, row.sets, row.removed});
    }
    return {};
}

Result<std::optional<qint64>> oneId(Connection& connection, const QByteArray& sql)
{
    std::optional<qint64> id;
    if (auto read = eachRow(connection, sql, {}, [&](const Statement& row) { id = row.optionalInteger(0); }); !read)
        return tl::unexpected(read.error());
    return id;
}

/// The entry whose changes are taken back: the action itself, or what reversed it last.
Result<qint64> entryToCompensate(Connection& connection, qint64 action, bool restores)
{
    const auto entry = journalEntry(connection, action);
    if (!entry)
        return tl::unexpected(entry.error());
    const auto refused = [](const QString& why) { return failure(Error::Kind::BadInput, u"this change"_s, why); };
    if (!*entry)
        return failure(Error::Kind::NotFound, u"journal entry %1"_s.arg(action));
    if (!isAction((*entry)->origin))
        return refused(u"only what a person, an import or a rule did can be undone."_s);
    if (!restores && (*entry)->undone)
        return refused(u"it is undone already."_s);
    if (restores && !(*entry)->undone)
        return refused(u"it is not undone."_s);
    const auto last = numberOf(connection, "SELECT max(entry_id) FROM journal_reversal WHERE action_id = ?", {action});
    if (!last)
        return last;
    return *last > 0 ? *last : action;
}

Result<Reversed> reverse(WorkspaceFile& file, const QString& author, qint64 action, bool restores)
{
    Reversed reversed {action, {}, {}};
    const QString reason = restores ? u"redo %1"_s.arg(action) : u"undo %1"_s.arg(action);
    auto committed = file.commit({author, Origin::Undo, reason}, [&](ChangeSet& changes) -> Result<void> {
        Connection& connection = changes.connection();
        const auto entry = entryToCompensate(connection, action, restores);
        if (!entry)
            return tl::unexpected(entry.error());
        const auto made = journalChanges(connection, *entry);
        if (!made)
            return tl::unexpected(made.error());
        const auto arrivals = journalArrivals(connection, *entry);
        if (!arrivals)
            return tl::unexpected(arrivals.error());
        Compensation compensation(connection);
        for (auto change = made->crbegin(); change != made->crend(); ++change) {
            if (auto taken = compensation.takeBack(*change); !taken)
                return taken;
        }
        for (auto arrival = arrivals->crbegin(); arrival != arrivals->crend(); ++arrival) {
            if (auto removed = compensation.removeArrived(*arrival); !removed)
                return removed;
        }
        reversed.left = compensation.left();
        changes.setReversal({action, restores});
        return compensation.writeTo(changes);
    });
    if (!committed)
        return tl::unexpected(committed.error());
    reversed.summary = *std::move(committed);
    return reversed;
}

} // namespace

Result<std::optional<qint64>> nextToUndo(Connection& connection)
{
    return oneId(connection, "SELECT e.id FROM journal_entry e WHERE " + isActionSql("e.origin") + " AND NOT " + kUndoneSql + " ORDER BY e.id DESC LIMIT 1");
}

Result<std::optional<qint64>> nextToRedo(Connection& connection)
{
    // Only what was undone after the last new action: doing something else ends the line of what can be made again.
    return oneId(connection,
        "SELECT r.action_id FROM journal_reversal r JOIN journal_entry e ON e.id = r.action_id WHERE r.restores = 0 AND " + QByteArray(kUndoneSql)
            + " AND r.entry_id > (SELECT coalesce(max(id), 0) FROM journal_entry WHERE " + isActionSql("origin") + ")"
              " ORDER BY r.entry_id DESC LIMIT 1");
}

Result<Reversed> undo(WorkspaceFile& file, const QString& author, qint64 action)
{
    return reverse(file, author, action, /*restores=*/false);
}

Result<Reversed> redo(WorkspaceFile& file, const QString& author, qint64 action)
{
    return reverse(file, author, action, /*restores=*/true);
}

} // namespace lyceum::storage
