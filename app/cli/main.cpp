// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/words.h"
#include "language.h"

#include <QApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace lyceum;
using namespace lyceum::cli;

namespace {

/// Only reports paint, and they need no display for it. (A file that happens to be called "report" costs some milliseconds.)
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv)
{
    if (std::none_of(argv + 1, argv + argc, [](const char* word) { return std::string_view(word) == "report"; }))
        return std::make_unique<QCoreApplication>(argc, argv);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QApplication>(argc, argv);
}

ExitCode print(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size()) ? ExitCode::Ok : ExitCode::Failed;
}

void addOptions(const QList<Command>& commands, QList<Option>& options)
{
    for (const Command& command : commands) {
        for (const Option& option : command.options) {
            const auto known = std::ranges::find(options, option.name, &Option::name);
            if (known == options.end())
                options.append(option);
            else
                known->repeats = known->repeats || option.repeats;
        }
        addOptions(command.parts, options);
    }
}

/// The options of all commands: enough to find the command's name among them.
QList<Option> everyOption(const QList<Command>& commands)
{
    QList<Option> options = commonOptions();
    options.append({u"version"_s, {}, {}, {}});
    addOptions(commands, options);
    return options;
}

QString namesOf(const QList<Command>& commands)
{
    QStringList names;
    for (const Command& command : commands)
        names.append(command.name);
    return names.join(u'|');
}

ExitCode runProgram(const QStringList& words)
{
    // How to speak is needed before anything can be wrong.
    Output output({.json = words.contains("--json"_L1), .quiet = words.contains("--quiet"_L1)});
    QString language = u"system"_s;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words.at(i).startsWith("--language="_L1))
            language = words.at(i).section(u'=', 1);
        else if (words.at(i) == "--language"_L1)
            language = words.value(i + 1);
    }
    installLanguage(language);

    const QList<Command> commands = allCommands();
    const auto found = Arguments::parse(words, everyOption(commands));
    if (!found)
        return output.failed(found.error());
    const QString name = found->positional().value(0);
    if (name.isEmpty()) {
        if (found->has(u"version"_s))
            return print(u"lyceum-cli %1\n"_s.arg(QCoreApplication::applicationVersion()));
        if (found->has(u"help"_s))
            return print(overview(commands));
        return output.failed({Error::Kind::Usage, Cli::tr("a command is missing."), {}});
    }
    auto command = std::ranges::find(commands, name, &Command::name);
    if (command == commands.end())
        return output.failed({Error::Kind::Usage, Cli::tr("there is no command %1.").arg(name), {}});
    QString path = name;
    qsizetype depth = 1;
    while (!command->parts.isEmpty() && (found->positional().size() > depth || !found->has(u"help"_s))) {
        const QList<Command>& parts = command->parts;
        const QString word = found->positional().value(depth);
        const auto part = std::ranges::find(parts, word, &Command::name);
        if (part == parts.end()) {
            return output.failed({Error::Kind::Usage,
                word.isEmpty() ? Cli::tr("after %1 comes one of: %2.").arg(path, namesOf(parts)) : Cli::tr("%1 knows nothing of %2.").arg(path, word),
                {}});
        }
        command = part;
        path += u' ' + word;
        ++depth;
    }
    if (found->has(u"help"_s))
        return print(helpOf(*command, path));

    const auto arguments = Arguments::parse(words, command->options + commonOptions());
    if (!arguments)
        return output.failed(arguments.error());
    if (const auto known = arguments->oneOf(u"language"_s, {u"system"_s, u"en"_s, u"zh_CN"_s}); !known)
        return output.failed(known.error());
    const qsizetype expected = depth + (command->topics.isEmpty() ? 0 : 1);
    if (arguments->positional().size() > expected)
        return output.failed({Error::Kind::Usage, Cli::tr("there is a word too many."), {}}); // not repeated: it may be a key
    if (arguments->positional().size() < expected)
        return output.failed({Error::Kind::Usage, Cli::tr("after %1 comes one of: %2.").arg(path, command->topics), {}});

    const SystemClock clock;
    const auto ended = command->run({*arguments, output, clock});
    output.endProgress();
    return ended ? *ended : output.failed(ended.error());
}

} // namespace

int main(int argc, char** argv)
{
    // The names under which settings and the sealed file are found: the window's.
    QCoreApplication::setOrganizationName(u"Lyceum"_s);
    QCoreApplication::setApplicationName(u"Lyceum"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LYCEUM_VERSION));
    // What went wrong is said as an error. The log stands in its way there, unless somebody asks for it with QT_LOGGING_RULES.
    QLoggingCategory::setFilterRules(u"*.debug=false\n*.info=false\n*.warning=false"_s);
    const auto application = makeApplication(argc, argv);
    return int(runProgram(QCoreApplication::arguments().mid(1)));
}
