// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/entities.h"
#include "cli/words.h"
#include "storage/journalquery.h"
#include "storage/undo.h"
#include "workspace/person.h"

#include <QJsonArray>

#include <limits>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using storage::JournalChange;
using storage::JournalEntry;

constexpr qint64 kMostEntries = 100'000;

QString nameOf(JournalChange::Operation operation)
{
    switch (operation) {
    case JournalChange::Operation::Insert: return u"insert"_s;
    case JournalChange::Operation::Update: return u"update"_s;
    case JournalChange::Operation::Delete: return u"delete"_s;
    }
    return {};
}

QJsonObject jsonOf(const JournalEntry& entry)
{
    return {{u"id"_s, entry.id}, {u"at"_s, jsonTime(entry.atUtc)}, {u"author"_s, entry.author}, {u"origin"_s, entry.origin},
        {u"reason"_s, entry.reason}, {u"changes"_s, entry.changes}, {u"arrivals"_s, entry.arrivals}, {u"undone"_s, entry.undone},
        {u"reverses"_s, entry.reverses ? QJsonValue(*entry.reverses) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject jsonOf(const JournalChange& change)
{
    return {{u"entry"_s, change.entry}, {u"entity"_s, entityName(change.entity)}, {u"id"_s, change.row}, {u"operation"_s, nameOf(change.operation)},
        {u"field"_s, QString::fromLatin1(change.field)}, {u"old"_s, jsonScalar(change.before)}, {u"new"_s, jsonScalar(change.after)},
        {u"erased"_s, change.erased}};
}

QString lineOf(const JournalEntry& entry)
{
    QString line = u"%1\t%2\t%3\t%4\t%5"_s.arg(QString::number(entry.id), textTime(entry.atUtc), entry.author, entry.origin, entry.reason);
    line += u'\t' + Cli::tr("%n change(s)", nullptr, int(std::min<qint64>(entry.changes + entry.arrivals, std::numeric_limits<int>::max())));
    return entry.undone ? line + u'\t' + Cli::tr("undone") : line;
}

QString lineOf(const JournalChange& change)
{
    return u"%1 %2\t%3\t%4\t%5\t%6"_s.arg(entityName(change.entity), QString::number(change.row), nameOf(change.operation),
        QString::fromLatin1(change.field), change.erased ? Cli::tr("erased") : textScalar(change.before), change.erased ? QString() : textScalar(change.after));
}

Result<ExitCode> showEntry(const Session& session, storage::Connection& connection, qint64 id, qint64 limit)
{
    const auto entry = storage::journalEntry(connection, id);
    if (!entry)
        return tl::unexpected(entry.error());
    if (!*entry)
        return failure(Error::Kind::NotFound, Cli::tr("journal entry %1").arg(id));
    const auto changes = storage::journalChanges(connection, id, int(limit));
    if (!changes)
        return tl::unexpected(changes.error());
    const auto arrivals = storage::journalArrivals(connection, id);
    if (!arrivals)
        return tl::unexpected(arrivals.error());
    QJsonObject document = jsonOf(**entry);
    QStringList lines {lineOf(**entry)};
    QJsonArray fields;
    for (const JournalChange& change : *changes) {
        fields.append(jsonOf(change));
        lines.append(lineOf(change));
    }
    QJsonArray arrived;
    for (const storage::JournalArrival& arrival : *arrivals) {
        arrived.append(QJsonObject {{u"entity"_s, entityName(arrival.entity)}, {u"rows"_s, arrival.rows}, {u"firstId"_s, arrival.firstId},
            {u"lastId"_s, arrival.lastId}});
        lines.append(Cli::tr("%1: %n new row(s)", nullptr, int(arrival.rows)).arg(entityName(arrival.entity)));
    }
    return session.output.answer({{u"entry"_s, document}, {u"fields"_s, fields}, {u"arrived"_s, arrived}}, lines);
}

Result<ExitCode> runJournal(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const auto limit = arguments.number(u"limit"_s, 1, kMostEntries, 100);
    const auto entry = arguments.number(u"entry"_s, 1, std::numeric_limits<qint64>::max(), 0);
    const auto before = arguments.number(u"before"_s, 1, std::numeric_limits<qint64>::max(), 0);
    for (const Result<qint64>* given : {&limit, &entry, &before}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    storage::JournalQuery query;
    query.limit = int(*limit);
    query.origin = arguments.value(u"origin"_s);
    const auto entity = entityGiven(arguments);
    if (!entity)
        return tl::unexpected(entity.error());
    query.entity = *entity;
    const auto row = rowGiven(arguments);
    if (!row)
        return tl::unexpected(row.error());
    query.row = *row;
    if (*before > 0)
        query.before = *before;

    const auto file = session.open();
    if (!file)
        return tl::unexpected(file.error());
    storage::Connection& connection = (*file)->connection();
    if (*entry > 0)
        return showEntry(session, connection, *entry, *limit);
    const auto entries = storage::journalEntries(connection, query);
    if (!entries)
        return tl::unexpected(entries.error());
    const auto undoable = storage::nextToUndo(connection);
    const auto redoable = storage::nextToRedo(connection);
    if (!undoable || !redoable)
        return tl::unexpected(!undoable ? undoable.error() : redoable.error());
    QJsonArray array;
    QStringList lines;
    for (const JournalEntry& each : *entries) {
        array.append(jsonOf(each));
        lines.append(lineOf(each));
    }
    const auto idOrNull = [](std::optional<qint64> id) { return id ? QJsonValue(*id) : QJsonValue(QJsonValue::Null); };
    return session.output.answer(
        {{u"entries"_s, array}, {u"nextToUndo"_s, idOrNull(*undoable)}, {u"nextToRedo"_s, idOrNull(*redoable)}}, lines);
}

using Next = Result<std::optional<qint64>> (*)(storage::Connection&);
using Reverse = Result<storage::Reversed> (*)(storage::WorkspaceFile&, const QString&, qint64);

Result<ExitCode> runReversal(const Session& session, Next next, Reverse reverse, const QString& nothing)
{
    const auto chosen = session.arguments.number(u"entry"_s, 1, std::numeric_limits<qint64>::max(), 0);
    if (!chosen)
        return tl::unexpected(chosen.error());
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    qint64 action = *chosen;
    if (action == 0) {
        const auto found = next((*file)->connection());
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return failure(Error::Kind::BadInput, {}, nothing);
        action = **found;
    }
    const auto entry = storage::journalEntry((*file)->connection(), action);
    const auto reversed = reverse(**file, workspace::personName(), action);
    if (!reversed)
        return tl::unexpected(reversed.error());
    QJsonArray left;
    QStringList lines;
    if (entry && *entry)
        lines.append(lineOf(**entry));
    for (const storage::LeftAlone& field : reversed->left) {
        left.append(QJsonObject {{u"entity"_s, entityName(field.entity)}, {u"id"_s, field.row}, {u"field"_s, QString::fromLatin1(field.field)}});
        lines.append(Cli::tr("Left as it is, because it was changed since: %1 %2 %3")
                         .arg(entityName(field.entity), QString::number(field.row), QString::fromLatin1(field.field)));
    }
    return session.output.done({{u"action"_s, action}, {u"entry"_s, reversed->summary.journalEntry}, {u"left"_s, left}}, lines);
}

Option entryOption(const QString& summary)
{
    return {u"entry"_s, u"N"_s, summary, {}};
}

} // namespace

Command journalCommand()
{
    return {u"journal"_s, {}, Cli::tr("Show who changed what and when, newest first."),
        {u"lyceum-cli journal --workspace sample.lyceum --limit 5"_s},
        {workspaceOption(), entryOption(Cli::tr("One entry, field by field.")),
            {u"entity"_s, u"KIND"_s, Cli::tr("Only what changed rows of this kind field by field: member, post, tier and so on."), {}},
            {u"id"_s, u"N"_s, Cli::tr("Only what changed this row of the kind."), {}},
            {u"origin"_s, u"ORIGIN"_s, Cli::tr("Only what came from there: person, sync, import, sample, settings, rule, undo."), {}},
            {u"before"_s, u"N"_s, Cli::tr("Only entries older than this one: to go on from."), {}},
            {u"limit"_s, u"N"_s, Cli::tr("How many at most."), u"100"_s}},
        runJournal};
}

Command undoCommand()
{
    return {u"undo"_s, {}, Cli::tr("Take back what was done last, or an earlier change."),
        {u"lyceum-cli undo --workspace sample.lyceum"_s},
        {workspaceOption(), entryOption(Cli::tr("Which change, as the journal numbers it; without it the latest that is not undone."))},
        [](const Session& session) {
            return runReversal(session, storage::nextToUndo, storage::undo, u"there is nothing to undo."_s);
        }};
}

Command redoCommand()
{
    return {u"redo"_s, {}, Cli::tr("Make again what was undone last."), {u"lyceum-cli redo --workspace sample.lyceum"_s},
        {workspaceOption(), entryOption(Cli::tr("Which change, as the journal numbers it; without it the one undone last."))},
        [](const Session& session) {
            return runReversal(session, storage::nextToRedo, storage::redo, u"there is nothing to redo."_s);
        }};
}

} // namespace lyceum::cli
