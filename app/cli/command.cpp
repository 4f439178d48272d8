// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

constexpr qsizetype kIndent = 2;

QString termOf(const Option& option)
{
    return "--"_L1 + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value);
}

/// Two columns: what is typed, and what it means.
QStringList columns(const QList<std::pair<QString, QString>>& rows)
{
    qsizetype width = 0;
    for (const auto& row : rows)
        width = std::max(width, row.first.size());
    QStringList lines;
    for (const auto& row : rows)
        lines.append(QString(kIndent, u' ') + row.first.leftJustified(width + kIndent) + row.second);
    return lines;
}

QList<std::pair<QString, QString>> rowsOf(const QList<Option>& options)
{
    QList<std::pair<QString, QString>> rows;
    for (const Option& option : options) {
        rows.append({termOf(option),
            option.fallback.isEmpty() ? option.summary : Cli::tr("%1 Without it: %2.").arg(option.summary, option.fallback)});
    }
    return rows;
}

QList<std::pair<QString, QString>> rowsOf(const QList<Command>& commands)
{
    QList<std::pair<QString, QString>> rows;
    for (const Command& command : commands)
        rows.append({command.name, command.summary});
    return rows;
}

} // namespace

QList<Command> allCommands()
{
    return {initCommand(), demoCommand(), connectCommand(), disconnectCommand(), syncCommand(), statusCommand(), queryCommand(),
        reportCommand(), editCommand(), undoCommand(), redoCommand(), outboxCommand(), conflictsCommand(), journalCommand(), verifyCommand(),
        backupCommand(), restoreCommand(), privacyBudgetCommand(), analyseCommand()};
}

Option workspaceOption()
{
    return {u"workspace"_s, u"FILE"_s, Cli::tr("The workspace, a file whose name ends in .lyceum."), {}};
}

Option asOfOption()
{
    return {u"as-of"_s, u"DATE"_s,
        Cli::tr("Compute as of the end of this day in the workspace's time zone (2026-03-01), or of this instant (2026-03-01T12:00:00Z)."),
        Cli::tr("now")};
}

QList<Option> commonOptions()
{
    return {{u"json"_s, {}, Cli::tr("Print one JSON document; errors, too, are JSON."), {}},
        {u"quiet"_s, {}, Cli::tr("Print no progress and no text; JSON and errors are printed all the same."), {}},
        {u"language"_s, u"en|zh_CN"_s, Cli::tr("The language of sentences."), Cli::tr("the system's")},
        {u"help"_s, {}, Cli::tr("Show this help."), {}}};
}

QString helpOf(const Command& command, const QString& path)
{
    const QString words = !command.parts.isEmpty() ? u" TOPIC"_s : command.topics.isEmpty() ? QString() : u' ' + command.topics;
    QStringList lines {command.summary, QString(), Cli::tr("Usage: %1").arg("lyceum-cli "_L1 + path + words + " [options]"_L1), QString()};
    if (!command.parts.isEmpty()) {
        lines += columns(rowsOf(command.parts));
        lines += {QString(), Cli::tr("Help for one of them, with an example: %1").arg("lyceum-cli "_L1 + path + " TOPIC --help"_L1)};
        return lines.join(u'\n') + u'\n';
    }
    lines += columns(rowsOf(command.options + commonOptions()));
    lines += {QString(), command.examples.size() == 1 ? Cli::tr("Example:") : Cli::tr("Examples:")};
    for (const QString& example : command.examples)
        lines.append(QString(kIndent, u' ') + example);
    return lines.join(u'\n') + u'\n';
}

QString overview(const QList<Command>& commands)
{
    QStringList lines {Cli::tr("Lyceum on the command line: the studio for a paid knowledge community, without a window."), QString(),
        Cli::tr("Usage: %1").arg("lyceum-cli COMMAND [options]"_L1), QString()};
    lines += columns(rowsOf(commands));
    lines += {QString(), Cli::tr("Help for one of them, with an example: %1").arg("lyceum-cli COMMAND --help"_L1),
        Cli::tr("Exit codes: 0 ok, 1 failed, 2 usage, 3 bad input, 4 network, 5 key or rights, 6 needs a person's decision, 7 workspace unusable.")};
    return lines.join(u'\n') + u'\n';
}

} // namespace lyceum::cli
