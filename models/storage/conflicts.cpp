// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/conflicts.h"

#include "storage/pendingitem.h"
#include "storage/rows.h"
#include "storage/rowtitle.h"

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

Result<QList<OpenConflict>> conflictsWhere(Connection& connection, const QByteArray& condition, const QList<Scalar>& parameters)
{
    QList<OpenConflict> conflicts;
    const QByteArray sql = "SELECT id, entity, row_id, field, base, mine, theirs, found_at FROM conflict WHERE settled_at IS NULL"
        + condition + " ORDER BY id";
    auto read = eachRow(connection, sql, parameters, [&](const Statement& row) {
        conflicts.append({row.integer(0), Entity(row.integer(1)), row.integer(2), row.textView(3).toByteArray(), row.scalar(4), row.scalar(5),
            row.scalar(6), row.integer(7), {}});
    });
    if (!read)
        return tl::unexpected(read.error());
    for (OpenConflict& conflict : conflicts) {
        const auto values = rowValues(connection, conflict.entity, conflict.row);
        if (!values)
            return tl::unexpected(values.error());
        if (!*values)
            continue;
        conflict.title = rowTitle(conflict.entity, **values);
        // It may have been changed once more since the store was asked.
        if (const qsizetype column = specOf(conflict.entity).columns.indexOf(conflict.field); column >= 0)
            conflict.mine = (*values)->at(column);
    }
    return conflicts;
}

bool isNull(const Scalar& value)
{
    return std::holds_alternative<std::monostate>(value);
}

tl::unexpected<Error> refused(const OpenConflict& conflict, const QString& why)
{
    return failure(Error::Kind::BadInput, QString::fromLatin1(conflict.field), why);
}

/// A text of several lines; a name or a title has one.
bool isProse(const QByteArray& field)
{
    return field == "note" || field == "description" || field == "excerpt" || field == "html" || field == "benefits";
}

Result<Scalar> bothOf(const OpenConflict& conflict, const std::optional<QString>& text)
{
    const bool isName = conflict.field == "name" || conflict.field == "title";
    const auto* mine = std::get_if<QString>(&conflict.mine);
    const auto* theirs = std::get_if<QString>(&conflict.theirs);
    if (!mine || !theirs || !(isName || isProse(conflict.field)))
        return refused(conflict, u"only a text can hold both."_s);
    if (text)
        return *text;
    if (isName)
        return refused(conflict, u"a name holds both only in words that are given."_s);
    return *theirs + u"\n\n"_s + *mine;
}

/// The row as it stands, with one column set.
Result<void> setField(ChangeSet& changes, const OpenConflict& conflict, const QByteArray& field, const Scalar& value, bool tellsStore = true)
{
    auto values = rowValues(changes.connection(), conflict.entity, conflict.row);
    if (!values)
        return tl::unexpected(values.error());
    const qsizetype column = specOf(conflict.entity).columns.indexOf(field);
    if (!*values || column < 0)
        return failure(Error::Kind::NotFound, QString::fromLatin1(specOf(conflict.entity).name), u"row %1"_s.arg(conflict.row));
    (*values)->replace(column, value);
    changes.write({conflict.entity, conflict.row, **std::move(values), {}, /*removes=*/false, tellsStore});
    return {};
}

/// The row is gone there, and goes here too.
Result<void> letGo(ChangeSet& changes, const OpenConflict& conflict)
{
    const auto others = openConflicts(changes.connection(), conflict.entity, conflict.row);
    if (!others)
        return tl::unexpected(others.error());
    for (const OpenConflict& other : *others)
        changes.settleConflict(other.entity, other.row, other.field, Settlement::Theirs);
    changes.markOutbox({conflict.entity, conflict.row});
    if (conflict.field != kRemoteIdColumn)
        return setField(changes, conflict, conflict.field, conflict.theirs, /*tellsStore=*/false);
    changes.write({conflict.entity, conflict.row, {}, {}, /*removes=*/true, /*tellsStore=*/false});
    return {};
}

} // namespace

Result<QList<OpenConflict>> openConflicts(Connection& connection, std::optional<Entity> entity, std::optional<qint64> row)
{
    QByteArray condition;
    QList<Scalar> parameters;
    if (entity) {
        condition += " AND entity = ?";
        parameters.append(qint64(*entity));
    }
    if (row) {
        condition += " AND row_id = ?";
        parameters.append(*row);
    }
    return conflictsWhere(connection, condition, parameters);
}

Result<qint64> openConflictCount(Connection& connection)
{
    return numberOf(connection, "SELECT count(*) FROM conflict WHERE settled_at IS NULL");
}

QByteArray goneField(Entity entity)
{
    switch (entity) {
    case Entity::Member: return "departed_at";
    case Entity::Post: return "deleted_at";
    default: return kRemoteIdColumn;
    }
}

bool isGone(const OpenConflict& conflict)
{
    if (conflict.field != goneField(conflict.entity))
        return false;
    return conflict.field == kRemoteIdColumn || (isNull(conflict.mine) && !isNull(conflict.theirs));
}

bool canHoldBoth(Entity entity, const QByteArray& field)
{
    return isProse(field) && specOf(entity).columns.contains(field);
}

Result<void> putSettlement(ChangeSet& changes, const OpenConflict& conflict, Settlement settlement, const std::optional<QString>& text)
{
    if (isGone(conflict)) {
        if (settlement == Settlement::Both)
            return refused(conflict, u"only a text can hold both."_s);
        if (settlement == Settlement::Theirs)
            return letGo(changes, conflict);
        changes.settleConflict(conflict.entity, conflict.row, conflict.field, settlement);
        return setField(changes, conflict, kRemoteIdColumn, {}); // to be made again
    }
    changes.settleConflict(conflict.entity, conflict.row, conflict.field, settlement);
    if (settlement == Settlement::Mine)
        return {};
    Scalar value = conflict.theirs;
    if (settlement == Settlement::Both) {
        auto both = bothOf(conflict, text);
        if (!both)
            return tl::unexpected(both.error());
        value = *std::move(both);
    }
    return setField(changes, conflict, conflict.field, value);
}

Result<ChangeSummary> settle(
    WorkspaceFile& file, const QString& author, qint64 conflict, Settlement settlement, const std::optional<QString>& text)
{
    const QString reason = u"settle conflict %1: %2"_s.arg(conflict).arg(nameOf(settlement));
    return file.commit({author, Origin::Person, reason}, [&](ChangeSet& changes) -> Result<void> {
        const auto found = conflictsWhere(changes.connection(), " AND id = ?", {conflict});
        if (!found)
            return tl::unexpected(found.error());
        if (found->isEmpty())
            return failure(Error::Kind::NotFound, u"conflict %1"_s.arg(conflict));
        if (settlement == Settlement::Agreed)
            return refused(found->first(), u"whether both sides agree is not a person's to say."_s);
        return putSettlement(changes, found->first(), settlement, text);
    });
}

} // namespace lyceum::storage
