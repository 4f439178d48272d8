// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/words.h"
#include "storage/journalquery.h"

#include <QJsonArray>

#include <limits>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using storage::JournalChange;
using storage::JournalEntry;

constexpr qint64 kMostEntries = 100'000;

QString nameOf(storage::Entity entity)
{
    return QString::fromLatin1(storage::specOf(entity).name);
}

QStringList entityNames()
{
    QStringList names;
    for (const storage::EntitySpec& spec : storage::allEntities())
        names.append(QString::fromLatin1(spec.name));
    return names;
}

QString nameOf(JournalChange::Operation operation)
{
    switch (operation) {
    case JournalChange::Operation::Insert: return u"insert"_s;
    case JournalChange::Operation::Update: return u"update"_s;
    case JournalChange::Operation::Delete: return u"delete"_s;
    }
    return {};
}

QJsonValue jsonOf(const storage::Scalar& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return *number;
    if (const auto* fraction = std::get_if<double>(&value))
        return *fraction;
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* bytes = std::get_if<QByteArray>(&value))
        return QString::fromLatin1(bytes->toHex());
    return QJsonValue::Null;
}

QString textOf(const storage::Scalar& value)
{
    const QJsonValue json = jsonOf(value);
    return json.isString() ? json.toString() : json.isNull() ? u"-"_s : QString::number(json.toDouble(), 'g', 16);
}

QJsonObject jsonOf(const JournalEntry& entry)
{
    return {{u"id"_s, entry.id}, {u"at"_s, jsonTime(entry.atUtc)}, {u"author"_s, entry.author}, {u"origin"_s, entry.origin},
        {u"reason"_s, entry.reason}, {u"changes"_s, entry.changes}, {u"arrivals"_s, entry.arrivals}, {u"undone"_s, entry.undone},
        {u"reverses"_s, entry.reverses ? QJsonValue(*entry.reverses) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject jsonOf(const JournalChange& change)
{
    return {{u"entry"_s, change.entry}, {u"entity"_s, nameOf(change.entity)}, {u"id"_s, change.row}, {u"operation"_s, nameOf(change.operation)},
        {u"field"_s, QString::fromLatin1(change.field)}, {u"old"_s, jsonOf(change.before)}, {u"new"_s, jsonOf(change.after)},
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
    return u"%1 %2\t%3\t%4\t%5\t%6"_s.arg(nameOf(change.entity), QString::number(change.row), nameOf(change.operation),
        QString::fromLatin1(change.field), change.erased ? Cli::tr("erased") : textOf(change.before), change.erased ? QString() : textOf(change.after));
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
        arrived.append(QJsonObject {{u"entity"_s, nameOf(arrival.entity)}, {u"rows"_s, arrival.rows}, {u"firstId"_s, arrival.firstId},
            {u"lastId"_s, arrival.lastId}});
        lines.append(Cli::tr("%1: %n new row(s)", nullptr, int(arrival.rows)).arg(nameOf(arrival.entity)));
    }
    return session.output.answer({{u"entry"_s, document}, {u"fields"_s, fields}, {u"arrived"_s, arrived}}, lines);
}

Result<ExitCode> runJournal(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const auto limit = arguments.number(u"limit"_s, 1, kMostEntries, 100);
    const auto entry = arguments.number(u"entry"_s, 1, std::numeric_limits<qint64>::max(), 0);
    const auto row = arguments.number(u"id"_s, 1, std::numeric_limits<qint64>::max(), 0);
    const auto before = arguments.number(u"before"_s, 1, std::numeric_limits<qint64>::max(), 0);
    for (const Result<qint64>* given : {&limit, &entry, &row, &before}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    storage::JournalQuery query;
    query.limit = int(*limit);
    query.origin = arguments.value(u"origin"_s);
    if (arguments.has(u"entity"_s)) {
        const QString name = arguments.value(u"entity"_s);
        const qsizetype index = entityNames().indexOf(name);
        if (index < 0)
            return usage(Cli::tr("--entity is one of: %1.").arg(entityNames().join(u", "_s)));
        query.entity = storage::allEntities()[std::size_t(index)].entity;
    }
    if (*row > 0 && !query.entity)
        return usage(Cli::tr("--id needs --entity: ids are counted by kind."));
    if (*row > 0)
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
    QJsonArray array;
    QStringList lines;
    for (const JournalEntry& each : *entries) {
        array.append(jsonOf(each));
        lines.append(lineOf(each));
    }
    return session.output.answer({{u"entries"_s, array}}, lines);
}

} // namespace

Command journalCommand()
{
    return {u"journal"_s, {}, Cli::tr("Show who changed what and when, newest first."),
        {u"lyceum-cli demo --workspace journal.lyceum --members 50 && lyceum-cli journal --workspace journal.lyceum --limit 5"_s},
        {workspaceOption(), {u"entry"_s, u"N"_s, Cli::tr("One entry, field by field."), {}},
            {u"entity"_s, u"KIND"_s, Cli::tr("Only what changed rows of this kind field by field: member, post, tier and so on."), {}},
            {u"id"_s, u"N"_s, Cli::tr("Only what changed this row of the kind."), {}},
            {u"origin"_s, u"ORIGIN"_s, Cli::tr("Only what came from there: person, sync, import, sample, settings, rule, undo."), {}},
            {u"before"_s, u"N"_s, Cli::tr("Only entries older than this one: to go on from."), {}},
            {u"limit"_s, u"N"_s, Cli::tr("How many at most."), u"100"_s}},
        runJournal};
}

} // namespace lyceum::cli
