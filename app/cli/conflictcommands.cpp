// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/edit/edits.h"
#include "cli/entities.h"
#include "cli/words.h"
#include "storage/conflicts.h"
#include "workspace/person.h"

#include <QJsonArray>

#include <limits>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using storage::OpenConflict;

QJsonObject jsonOf(const OpenConflict& conflict)
{
    return {{u"id"_s, conflict.id}, {u"entity"_s, entityName(conflict.entity)}, {u"row"_s, conflict.row}, {u"title"_s, conflict.title},
        {u"field"_s, QString::fromLatin1(conflict.field)}, {u"base"_s, jsonScalar(conflict.base)}, {u"mine"_s, jsonScalar(conflict.mine)},
        {u"theirs"_s, jsonScalar(conflict.theirs)}, {u"foundAt"_s, jsonTime(conflict.foundAtUtc)}, {u"gone"_s, storage::isGone(conflict)}};
}

QString lineOf(const OpenConflict& conflict)
{
    const QStringList cells {QString::number(conflict.id), entityName(conflict.entity) + u' ' + QString::number(conflict.row),
        QString::fromLatin1(conflict.field), textScalar(conflict.base), textScalar(conflict.mine), textScalar(conflict.theirs), conflict.title};
    QStringList clean;
    for (const QString& cell : cells)
        clean.append(cell.simplified());
    return clean.join(u'\t');
}

Result<ExitCode> listConflicts(const Session& session)
{
    const auto entity = entityGiven(session.arguments);
    if (!entity)
        return tl::unexpected(entity.error());
    const auto row = rowGiven(session.arguments);
    if (!row)
        return tl::unexpected(row.error());
    const auto file = session.open();
    if (!file)
        return tl::unexpected(file.error());
    const auto conflicts = storage::openConflicts((*file)->connection(), *entity, *row);
    if (!conflicts)
        return tl::unexpected(conflicts.error());
    QJsonArray array;
    QStringList lines;
    for (const OpenConflict& conflict : *conflicts) {
        array.append(jsonOf(conflict));
        lines.append(lineOf(conflict));
    }
    return session.output.answer({{u"conflicts"_s, array}}, lines);
}

Result<ExitCode> runResolve(const Session& session)
{
    const Arguments& arguments = session.arguments;
    if (const auto given = arguments.required(u"conflict"_s); !given)
        return tl::unexpected(given.error());
    if (const auto given = arguments.required(u"take"_s); !given)
        return tl::unexpected(given.error());
    const auto id = arguments.number(u"conflict"_s, 1, std::numeric_limits<qint64>::max(), 0);
    const auto take = arguments.oneOf(u"take"_s, {u"mine"_s, u"theirs"_s, u"both"_s});
    if (!id || !take)
        return tl::unexpected(!id ? id.error() : take.error());
    if (arguments.has(u"text-file"_s) && *take != "both"_L1)
        return usage(Cli::tr("--text-file goes with --take both."));
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    const auto text = textOfFile(arguments, u"text-file"_s);
    if (!text)
        return tl::unexpected(text.error());
    const storage::Settlement settlement = storage::settlementOf(*take).value_or(storage::Settlement::Mine);
    return answerChange(session, storage::settle(**file, workspace::personName(), *id, settlement, *text), Cli::tr("This is settled."));
}

} // namespace

Command conflictsCommand()
{
    return {u"conflicts"_s, {}, Cli::tr("What was changed here and, otherwise, on the site: list it, or say which stays."), {}, {}, {},
        {{u"list"_s, {}, Cli::tr("List the fields that wait for a decision."), {u"lyceum-cli conflicts list --workspace sample.lyceum --json"_s},
             {workspaceOption(), {u"entity"_s, u"KIND"_s, Cli::tr("Only rows of this kind: member, post, tier and so on."), {}},
                 {u"id"_s, u"N"_s, Cli::tr("Only this row of the kind."), {}}},
             listConflicts},
            {u"resolve"_s, {}, Cli::tr("Settle one: yours is sent, theirs is taken over, or a text holds both."),
                {u"lyceum-cli conflicts resolve --workspace sample.lyceum --conflict 1 --take mine"_s},
                {workspaceOption(), {u"conflict"_s, u"N"_s, Cli::tr("Which, by its number in the list."), {}},
                    {u"take"_s, u"mine|theirs|both"_s, Cli::tr("Which stays; both is for texts."), {}},
                    {u"text-file"_s, u"FILE"_s, Cli::tr("With --take both: the text that holds both; - reads it from standard input."),
                        Cli::tr("theirs, a blank line, yours")}},
                runResolve}}};
}

} // namespace lyceum::cli
