// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/edit/edits.h"
#include "cli/entities.h"
#include "cli/secrets.h"
#include "cli/syncing.h"
#include "cli/words.h"
#include "storage/outbox.h"
#include "workspace/person.h"
#include "workspace/storesession.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using storage::OutboxItem;
using storage::OutboxState;

/// The row that an item is about.
struct Row {
    storage::Entity entity = storage::Entity::Member;
    qint64 id = 0;
};

/// What --entity and --id name; nothing where neither was given. Usage when only one was.
Result<std::optional<Row>> rowOf(const Arguments& arguments)
{
    const auto entity = entityGiven(arguments);
    if (!entity)
        return tl::unexpected(entity.error());
    const auto id = rowGiven(arguments);
    if (!id)
        return tl::unexpected(id.error());
    if (!*entity)
        return std::optional<Row>();
    if (!*id)
        return usage(Cli::tr("--%1 is missing.").arg(u"id"_s));
    return std::optional(Row {**entity, **id});
}

QJsonArray jsonOf(const QByteArrayList& fields)
{
    QJsonArray array;
    for (const QByteArray& field : fields)
        array.append(QString::fromLatin1(field));
    return array;
}

QJsonObject jsonOf(const OutboxItem& item)
{
    return {{u"entity"_s, entityName(item.entity)}, {u"id"_s, item.row}, {u"title"_s, item.title}, {u"operation"_s, nameOf(item.operation)},
        {u"state"_s, nameOf(item.state)}, {u"held"_s, item.held}, {u"fields"_s, jsonOf(item.fields)}, {u"since"_s, jsonTime(item.sinceUtc)},
        {u"attempts"_s, item.attempts}, {u"nextAttempt"_s, jsonTime(item.nextAttemptAtUtc)}, {u"problem"_s, item.problem},
        {u"firstEntry"_s, item.firstEntry}, {u"lastEntry"_s, item.lastEntry}};
}

QString lineOf(const OutboxItem& item)
{
    const QString held = item.held ? u' ' + Cli::tr("(waits for a decision)") : QString();
    const QStringList cells {entityName(item.entity) + u' ' + QString::number(item.row), nameOf(item.operation), nameOf(item.state) + held,
        textTime(item.sinceUtc), QString::fromLatin1(item.fields.join(", ")), QString(item.title).simplified(), item.problem};
    return cells.join(u'\t');
}

Result<ExitCode> listOutbox(const Session& session)
{
    const Arguments& arguments = session.arguments;
    storage::OutboxQuery query;
    const auto entity = entityGiven(arguments);
    const auto row = rowGiven(arguments);
    const auto limit = arguments.number(u"limit"_s, 0, 1'000'000, -1);
    if (!entity || !row || !limit)
        return tl::unexpected(!entity ? entity.error() : !row ? row.error() : limit.error());
    query.entity = *entity;
    query.row = *row;
    query.limit = int(*limit);
    if (arguments.has(u"state"_s)) {
        const auto word = arguments.oneOf(u"state"_s, {u"pending"_s, u"sending"_s, u"paused"_s, u"parked"_s, u"local"_s});
        if (!word)
            return tl::unexpected(word.error());
        query.state = storage::outboxStateOf(*word);
    }
    const auto file = session.open();
    if (!file)
        return tl::unexpected(file.error());
    storage::Connection& connection = (*file)->connection();
    const auto items = storage::outboxItems(connection, query);
    if (!items)
        return tl::unexpected(items.error());
    const auto counts = storage::outboxCounts(connection);
    if (!counts)
        return tl::unexpected(counts.error());
    const auto paused = storage::settingOf(connection, workspace::kPushPausedSetting.toString());
    if (!paused)
        return tl::unexpected(paused.error());
    QJsonArray array;
    QStringList lines;
    for (const OutboxItem& item : *items) {
        array.append(jsonOf(item));
        lines.append(lineOf(item));
    }
    const QJsonObject totals {{u"items"_s, counts->items}, {u"pending"_s, counts->pending}, {u"sending"_s, counts->sending},
        {u"paused"_s, counts->paused}, {u"parked"_s, counts->parked}, {u"local"_s, counts->local}, {u"held"_s, counts->held}};
    return session.output.answer({{u"outbox"_s, array}, {u"counts"_s, totals}, {u"pushPaused"_s, *paused == "1"_L1}}, lines);
}

Result<ExitCode> runPush(const Session& session)
{
    const auto row = rowOf(session.arguments);
    if (!row)
        return tl::unexpected(row.error());
    sync::SyncOptions options;
    if (*row)
        options.pushOnly = {{(*row)->entity, (*row)->id}};
    return syncNow(session, sync::SyncEngine::Extent::Changes, options);
}

Result<ExitCode> pausePush(const Session& session, storage::WorkspaceFile& file, bool paused)
{
    const storage::Author author {workspace::personName(), storage::Origin::Settings, u"setting changed"_s};
    const auto set = file.setSetting(workspace::kPushPausedSetting.toString(), paused ? u"1"_s : QString(), author);
    if (!set)
        return tl::unexpected(set.error());
    return session.output.done({{u"pushPaused"_s, paused}},
        {paused ? Cli::tr("Nothing is sent to the site until you resume it.") : Cli::tr("What waits is sent with the next sync.")});
}

Result<ExitCode> runPause(const Session& session, bool paused)
{
    const auto row = rowOf(session.arguments);
    if (!row)
        return tl::unexpected(row.error());
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    if (!*row)
        return pausePush(session, **file, paused);
    return answerChange(session, storage::pauseItem(**file, workspace::personName(), (*row)->entity, (*row)->id, paused),
        paused ? Cli::tr("This row is held back until you resume it.") : Cli::tr("This row goes with the next sync."));
}

/// All that is parked, one after the other.
Result<ExitCode> retryParked(const Session& session, storage::WorkspaceFile& file)
{
    storage::OutboxQuery query;
    query.state = OutboxState::Parked;
    const auto parked = storage::outboxItems(file.connection(), query);
    if (!parked)
        return tl::unexpected(parked.error());
    for (const OutboxItem& item : *parked) {
        if (const auto retried = storage::retryItem(file, workspace::personName(), item.entity, item.row); !retried)
            return tl::unexpected(retried.error());
    }
    return session.output.done({{u"retried"_s, parked->size()}}, {Cli::tr("%n change(s) will be sent again.", nullptr, int(parked->size()))});
}

Result<ExitCode> runRetry(const Session& session)
{
    const auto row = rowOf(session.arguments);
    if (!row)
        return tl::unexpected(row.error());
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    if (!*row)
        return retryParked(session, **file);
    const auto retried = storage::retryItem(**file, workspace::personName(), (*row)->entity, (*row)->id);
    if (!retried)
        return tl::unexpected(retried.error());
    return session.output.done({{u"retried"_s, 1}}, {Cli::tr("%n change(s) will be sent again.", nullptr, 1)});
}

Result<ExitCode> runDiscard(const Session& session)
{
    const auto row = rowOf(session.arguments);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return usage(Cli::tr("--%1 is missing.").arg(u"entity"_s));
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    return answerChange(session, storage::discardItem(**file, workspace::personName(), (*row)->entity, (*row)->id),
        Cli::tr("The changes of this row were taken back here; the site never learns of them."));
}

QList<Option> rowOptions(const QString& kind, const QString& id)
{
    return {{u"entity"_s, u"KIND"_s, kind, {}}, {u"id"_s, u"N"_s, id, {}}};
}

QString kindSummary() { return Cli::tr("Of which kind the row is: member, label, tier, offer, tag, post or comment."); }
QString idSummary() { return Cli::tr("Which row of the kind, by the number here."); }

} // namespace

Command outboxCommand()
{
    const auto part = [](const QString& name, const QString& summary, const QString& example, const QList<Option>& more,
                          std::function<Result<ExitCode>(const Session&)> run) {
        return Command {name, {}, summary, {example}, QList<Option> {workspaceOption()} + more, std::move(run)};
    };
    const QList<Option> oneRow = rowOptions(kindSummary(), idSummary());
    return {u"outbox"_s, {}, Cli::tr("What was changed here and the site has yet to learn: list it, send it, hold it back, or take it back."), {}, {}, {},
        {part(u"list"_s, Cli::tr("List what waits, oldest first."), u"lyceum-cli outbox list --workspace sample.lyceum --json"_s,
             rowOptions(Cli::tr("Only rows of this kind: member, post, tier and so on."), Cli::tr("Only this row of the kind."))
                 + QList<Option> {{u"state"_s, u"pending|sending|paused|parked|local"_s, Cli::tr("Only what stands like this."), {}},
                     {u"limit"_s, u"N"_s, Cli::tr("At most so many."), Cli::tr("all")}},
             listOutbox),
            part(u"push"_s, Cli::tr("Sync, and send what waits: all of it, or one row."),
                u"lyceum-cli outbox push --workspace lab.lyceum --key-stdin < admin-api-key.txt"_s,
                oneRow + QList<Option> {keyOption(), passphraseOption()}, runPush),
            part(u"pause"_s, Cli::tr("Hold a row back, or without one send nothing at all until it is resumed."),
                u"lyceum-cli outbox pause --workspace sample.lyceum"_s, oneRow, [](const Session& session) { return runPause(session, true); }),
            part(u"resume"_s, Cli::tr("Let a row go again, or without one send what waits with the next sync."),
                u"lyceum-cli outbox resume --workspace sample.lyceum"_s, oneRow, [](const Session& session) { return runPause(session, false); }),
            part(u"retry"_s, Cli::tr("Send again what the site refused: all of it, or one row."), u"lyceum-cli outbox retry --workspace sample.lyceum"_s,
                oneRow, runRetry),
            part(u"discard"_s, Cli::tr("Take the changes of a row back here, so that the site never learns of them."),
                u"lyceum-cli outbox discard --workspace sample.lyceum --entity comment --id 1"_s, oneRow, runDiscard)}};
}

} // namespace lyceum::cli
