// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"

#include <functional>

namespace lyceum::cli {

/// One word after `lyceum-cli`: what it takes, what it does, and an example that works as printed.
struct Command {
    QString name;
    QString topics; ///< words that follow the name, as the help shows them: "members|posts"; empty: none
    QString summary; ///< a sentence, in the program's language
    QStringList examples; ///< whole lines for a shell
    QList<Option> options; ///< beside those every command has
    /// Does it, and says the answer through `session.output`. An error is said by whoever calls this.
    std::function<Result<ExitCode>(const Session&)> run;
    /// What the next word chooses, each with options, help and examples of its own; empty: this command itself runs.
    QList<Command> parts = {};
};

// One function a command; they are made after the language was installed. Grouped as their sources are.
[[nodiscard]] Command initCommand();
[[nodiscard]] Command demoCommand();
[[nodiscard]] Command statusCommand();
[[nodiscard]] Command verifyCommand();

[[nodiscard]] Command connectCommand();
[[nodiscard]] Command disconnectCommand();
[[nodiscard]] Command syncCommand();

[[nodiscard]] Command queryCommand();

[[nodiscard]] Command reportCommand();

[[nodiscard]] Command backupCommand();
[[nodiscard]] Command restoreCommand();

[[nodiscard]] Command editCommand();

[[nodiscard]] Command journalCommand();
[[nodiscard]] Command undoCommand();
[[nodiscard]] Command redoCommand();

[[nodiscard]] Command outboxCommand();
[[nodiscard]] Command conflictsCommand();

[[nodiscard]] Command privacyBudgetCommand();

[[nodiscard]] Command analyseCommand();

/// All of them, in the order of the help.
[[nodiscard]] QList<Command> allCommands();

/// --workspace, for those that need one.
[[nodiscard]] Option workspaceOption();
[[nodiscard]] Option asOfOption();
/// --json, --quiet, --language, --help: what every command takes.
[[nodiscard]] QList<Option> commonOptions();

/// `path` is what is typed to reach it: "report", "analyse survival".
[[nodiscard]] QString helpOf(const Command& command, const QString& path);
[[nodiscard]] QString overview(const QList<Command>& commands);

} // namespace lyceum::cli
