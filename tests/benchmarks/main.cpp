// SPDX-License-Identifier: GPL-3.0-or-later
// lyceum-bench: how fast the program is, on this machine. Prints a table and appends a record to a JSON history; see docs/benchmarks.md.
#include "analytics/analyticsbench.h"
#include "bench.h"
#include "machine.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

struct Section {
    QString name;
    QString what;
    std::function<Result<void>(Bench&)> measure;
};

/// On the small workspace, then on the large one.
std::function<Result<void>(Bench&)> onBoth(Result<void> (*measure)(Bench&, const Community&))
{
    return [measure](Bench& bench) -> Result<void> {
        if (auto done = measure(bench, bench.small); !done)
            return done;
        return measure(bench, bench.large);
    };
}

QList<Section> sections()
{
    return {{u"start"_s, u"from the process to a usable window, and its memory"_s, measureStart},
        {u"lists"_s, u"ids in order, rows, search and filters, asked of the file"_s, onBoth(measureLists)},
        {u"table"_s, u"the table of members on the screen"_s, onBoth(measureTable)},
        {u"answers"_s, u"today, retention, reports"_s, onBoth(measureAnswers)},
        {u"pages"_s, u"every page of the window"_s, onBoth(measurePages)},
        {u"changes"_s, u"a bulk edit, verify, backup"_s, measureChanges},
        {u"stalls"_s, u"the event loop's longest standstill"_s, measureStalls},
        {u"sync"_s, u"a first and a second sync from memory"_s, measureSync},
        {u"analytics/survival"_s, u"the mathematics of one topic, beside what a person would use instead"_s, measureSurvival},
        {u"analytics/markov"_s, u"the same"_s, measureMarkov}, {u"analytics/churn"_s, u"the same"_s, measureChurn},
        {u"analytics/customers"_s, u"the same"_s, measureCustomers}, {u"analytics/forecast"_s, u"the same"_s, measureForecast},
        {u"analytics/revenue"_s, u"the same, and cohorts"_s, measureRevenue}, {u"analytics/network"_s, u"the same"_s, measureNetwork},
        {u"analytics/experiment"_s, u"the same"_s, measureExperiment}, {u"analytics/privacy"_s, u"the same"_s, measurePrivacy}};
}

/// By its whole name, or by what stands before the slash.
bool isNamed(const Section& section, const QString& name)
{
    return section.name == name || section.name.startsWith(name + u'/');
}

/// The history is one JSON array, oldest record first.
Result<void> append(const QString& path, const QJsonObject& record)
{
    QJsonArray records;
    if (QFile old(path); old.exists()) {
        if (!old.open(QIODevice::ReadOnly))
            return failure(Error::Kind::Io, path, old.errorString());
        const QJsonDocument document = QJsonDocument::fromJson(old.readAll());
        if (!document.isArray())
            return failure(Error::Kind::BadInput, path, u"not a history of figures"_s);
        records = document.array();
    }
    records.append(record);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(records).toJson()) < 0 || !file.commit())
        return failure(Error::Kind::Io, path, file.errorString());
    return {};
}

int failed(const Error& error)
{
    std::fprintf(stderr, "lyceum-bench: %s %s %s\n", qUtf8Printable(kindName(error.kind)), qUtf8Printable(error.subject),
        qUtf8Printable(error.detail));
    return 1;
}

/// The words of the command line; the children's own are not shown in the help.
struct Words {
    QCommandLineOption only {u"only"_s, u"Measure these sections alone, separated by commas; analytics means all of its topics."_s, u"sections"_s};
    QCommandLineOption out {u"out"_s, u"Append the figures to this JSON history."_s, u"file"_s};
    QCommandLineOption cache {u"cache"_s, u"Keep the workspaces here between runs."_s, u"folder"_s,
        QDir::temp().filePath(u"lyceum-bench"_s)};
    QCommandLineOption runs {u"runs"_s, u"How often a figure is measured; what takes long, at most three times."_s, u"n"_s, u"5"_s};
    QCommandLineOption small {u"small"_s, u"Members of the small workspace."_s, u"n"_s, u"2000"_s};
    QCommandLineOption large {u"large"_s, u"Members of the large workspace."_s, u"n"_s, u"100000"_s};
    QCommandLineOption events {
        u"events"_s, u"Events a member of the large workspace has on average; 100 makes ten million of 100000 members."_s, u"n"_s, u"10"_s};
    QCommandLineOption comments {u"comments"_s, u"Comments in the large workspace."_s, u"n"_s, u"100000"_s};
    QCommandLineOption syncs {u"sync-members"_s, u"Members of the first syncs, separated by commas."_s, u"n,n"_s, u"2000,50000"_s};
    QCommandLineOption startChild {u"child-start"_s, {}, u"file"_s};
    QCommandLineOption syncChild {u"child-sync"_s, {}, u"members"_s};
    QCommandLineOption since {u"since"_s, {}, u"ns"_s};
};

int run(const QCommandLineParser& parser, const Words& words)
{
    Bench bench;
    Options& options = bench.options;
    options.cache = parser.value(words.cache);
    options.runs = std::max(1, parser.value(words.runs).toInt());
    options.smallMembers = std::max(1, parser.value(words.small).toInt());
    options.largeMembers = std::max(1, parser.value(words.large).toInt());
    options.eventsPerMember = parser.value(words.events).toDouble();
    options.comments = std::max(1, parser.value(words.comments).toInt());
    options.syncMembers.clear();
    for (const QString& number : parser.value(words.syncs).split(u','))
        options.syncMembers.append(std::max(1, number.toInt()));
    const QStringList only = parser.value(words.only).split(u',', Qt::SkipEmptyParts);
    const QList<Section> all = sections();
    for (const QString& name : only) {
        if (std::ranges::none_of(all, [&](const Section& section) { return isNamed(section, name); }))
            return failed({Error::Kind::Usage, name, u"no such section"_s});
    }

    QJsonObject record {{u"date"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}, {u"machine"_s, machineFacts()},
        {u"options"_s, QJsonObject {{u"runs"_s, options.runs}, {u"small"_s, options.smallMembers}, {u"large"_s, options.largeMembers},
                           {u"events"_s, options.eventsPerMember}, {u"comments"_s, options.comments}}}};
    printTableHeader();
    if (const auto prepared = prepareWorkspaces(bench); !prepared)
        return failed(prepared.error());
    for (const Section& section : all) {
        const bool isWanted = only.isEmpty() || std::ranges::any_of(only, [&](const QString& name) { return isNamed(section, name); });
        if (!isWanted)
            continue;
        if (const auto measured = section.measure(bench); !measured)
            return failed(measured.error());
    }
    record.insert(u"figures"_s, bench.figures.toJson());
    if (parser.isSet(words.out)) {
        if (const auto appended = append(parser.value(words.out), record); !appended)
            return failed(appended.error());
    }
    return 0;
}

} // namespace
} // namespace lyceum::bench

int main(int argc, char** argv)
{
    using namespace lyceum::bench;
    // No display is needed; who wants to see the window sets the variable.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    Words words;
    QCommandLineParser parser;
    QStringList lines;
    for (const Section& section : sections())
        lines.append(u"  %1  %2"_s.arg(section.name, -20).arg(section.what));
    parser.setApplicationDescription(u"Measures how fast Lyceum is on this machine. Sections:\n"_s + lines.join(u'\n'));
    parser.addHelpOption();
    for (QCommandLineOption* hidden : {&words.startChild, &words.syncChild, &words.since})
        hidden->setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({words.only, words.out, words.cache, words.runs, words.small, words.large, words.events, words.comments, words.syncs,
        words.startChild, words.syncChild, words.since});
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (arguments.contains(u"--child-start"_s) && parser.parse(arguments))
        return runStartChild(argc, argv, parser.value(words.startChild), parser.value(words.since).toLongLong());
    if (arguments.contains(u"--child-sync"_s) && parser.parse(arguments)) {
        const QCoreApplication application(argc, argv);
        return runSyncChild(parser.value(words.syncChild).toInt(), parser.value(words.events).toDouble());
    }
    const QApplication application(argc, argv);
    parser.process(application);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    return run(parser, words);
}
