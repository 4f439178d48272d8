// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QStringList kCommands {u"init"_s, u"demo"_s, u"connect"_s, u"disconnect"_s, u"sync"_s, u"status"_s, u"query"_s, u"report"_s,
    u"edit"_s, u"undo"_s, u"redo"_s, u"outbox"_s, u"conflicts"_s, u"journal"_s, u"verify"_s, u"backup"_s, u"restore"_s, u"privacy-budget"_s, u"analyse"_s};

/// The methods of `analyse`, in the order of its help.
const QStringList kMethods {u"survival"_s, u"cox"_s, u"competing-risks"_s, u"markov"_s, u"churn"_s, u"customers"_s, u"cohorts"_s, u"activity"_s,
    u"response"_s, u"growth"_s, u"forecast"_s, u"revenue"_s, u"renewals"_s, u"trials"_s, u"cash"_s, u"profit"_s, u"price"_s, u"channels"_s,
    u"network"_s, u"experiment"_s, u"privacy"_s};

/// The words that may follow each of these, in the order of their help.
const QHash<QString, QStringList> kParts {{u"analyse"_s, kMethods},
    {u"edit"_s, {u"member"_s, u"members"_s, u"label"_s, u"tier"_s, u"offer"_s, u"post"_s, u"comment"_s}},
    {u"edit comment"_s, {u"hide"_s, u"show"_s, u"pin"_s, u"unpin"_s, u"reply"_s, u"delete"_s}},
    {u"outbox"_s, {u"list"_s, u"push"_s, u"pause"_s, u"resume"_s, u"retry"_s, u"discard"_s}},
    {u"conflicts"_s, {u"list"_s, u"resolve"_s}}};

void addPaths(QList<QStringList>& paths, const QStringList& path)
{
    const QStringList parts = kParts.value(path.join(u' '));
    if (parts.isEmpty())
        paths.append(path);
    for (const QString& part : parts)
        addPaths(paths, path + QStringList {part});
}

/// What is typed to reach each part of the program that has examples.
QList<QStringList> paths()
{
    QList<QStringList> paths;
    for (const QString& command : kCommands)
        addPaths(paths, {command});
    return paths;
}

/// What an example ends with: there is no site community.example, a workspace that was never connected has nothing to sync, and one that
/// was not synced has no conflicts.
int expectedCode(const QString& command)
{
    return command == "connect"_L1 ? 4
        : command == "sync"_L1 || command == "outbox push"_L1 ? 5
        : command == "conflicts resolve"_L1 ? 3
                                            : 0;
}

QStringList examplesIn(const QByteArray& help)
{
    const QStringList lines = QString::fromUtf8(help).split(u'\n', Qt::SkipEmptyParts);
    QStringList examples;
    for (qsizetype i = lines.size() - 1; i >= 0 && lines.at(i).startsWith(u"  "_s); --i)
        examples.prepend(lines.at(i).trimmed());
    return examples;
}

} // namespace

/// How the program is called: help, and everything that is not understood.
class tst_Usage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOverviewNamesEveryCommandAndExitCode()
    {
        const CommandLine shell;
        const Ended ended = shell.run({u"--help"_s});
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.err, QByteArray());
        for (const QString& command : kCommands)
            QVERIFY2(QRegularExpression(u"^  %1 +[A-Z]"_s.arg(command), QRegularExpression::MultilineOption).match(QString::fromUtf8(ended.out)).hasMatch(),
                qPrintable(command));
        QVERIFY(ended.out.contains("7 workspace unusable"));
    }

    void helpNamesEveryPart_data()
    {
        QTest::addColumn<QString>("command");
        for (auto part = kParts.keyBegin(); part != kParts.keyEnd(); ++part)
            QTest::newRow(qPrintable(*part)) << *part;
    }
    void helpNamesEveryPart()
    {
        QFETCH(const QString, command);
        const QByteArray help = CommandLine().run(command.split(u' ') + QStringList {u"--help"_s}).out;
        qsizetype last = 0;
        for (const QString& part : kParts.value(command)) {
            const qsizetype at = help.indexOf("\n  " + part.toUtf8() + ' ');
            QVERIFY2(at > last, qPrintable(part));
            last = at;
        }
    }

    void saysItsVersion()
    {
        const Ended ended = CommandLine().run({u"--version"_s});
        QCOMPARE(ended.code, 0);
        QVERIFY(QRegularExpression(u"^lyceum-cli \\d+\\.\\d+\\.\\d+\n$"_s).match(QString::fromUtf8(ended.out)).hasMatch());
    }

    /// In the order in which a person would try them; later ones use the files of earlier ones.
    void everyExampleOfTheHelpWorksAsPrinted()
    {
        const CommandLine shell;
        QFile key(shell.path(u"admin-api-key.txt"_s));
        QVERIFY(key.open(QIODevice::WriteOnly));
        key.write("6afffc8ec786c3374dbb3180:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n");
        key.close();
        for (const QStringList& path : paths()) {
            const QString command = path.join(u' ');
            const Ended help = shell.run(path + QStringList {u"--help"_s});
            QCOMPARE(help.code, 0);
            const QStringList examples = examplesIn(help.out);
            QVERIFY2(!examples.isEmpty(), qPrintable(command));
            for (const QString& example : examples) {
                QVERIFY2(example.contains("lyceum-cli "_L1 + command), qPrintable(example));
                const Ended ended = shell.shell(example);
                const int expected = expectedCode(command);
                QVERIFY2(ended.code == expected, qPrintable(example + u'\n' + QString::fromUtf8(ended.err)));
                if (example.contains("--json"_L1) && expected == 0)
                    QVERIFY2(!ended.json().isEmpty(), ended.out.constData());
            }
        }
        QFile report(shell.path(u"retention.pdf"_s));
        QVERIFY(report.open(QIODevice::ReadOnly));
        QVERIFY(report.readAll().startsWith("%PDF-"));
        QVERIFY(QFile::exists(shell.path(u"restored.lyceum"_s)));
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("no such command") << QStringList {u"dance"_s};
        QTest::newRow("no such option") << QStringList {u"status"_s, u"--workspace"_s, u"a.lyceum"_s, u"--fast"_s};
        QTest::newRow("an option of another command") << QStringList {u"status"_s, u"--workspace"_s, u"a.lyceum"_s, u"--full"_s};
        QTest::newRow("a short option") << QStringList {u"status"_s, u"-w"_s, u"a.lyceum"_s};
        QTest::newRow("no workspace") << QStringList {u"status"_s};
        QTest::newRow("an empty workspace") << QStringList {u"status"_s, u"--workspace="_s};
        QTest::newRow("no value") << QStringList {u"status"_s, u"--workspace"_s};
        QTest::newRow("a value for a switch") << QStringList {u"status"_s, u"--workspace"_s, u"a.lyceum"_s, u"--json=yes"_s};
        QTest::newRow("twice") << QStringList {u"status"_s, u"--workspace"_s, u"a"_s, u"--workspace"_s, u"b"_s};
        QTest::newRow("a word too many") << QStringList {u"status"_s, u"a.lyceum"_s};
        QTest::newRow("no topic") << QStringList {u"query"_s, u"--workspace"_s, u"a"_s};
        QTest::newRow("no such topic") << QStringList {u"query"_s, u"dances"_s, u"--workspace"_s, u"a"_s};
        QTest::newRow("nothing to edit") << QStringList {u"edit"_s};
        QTest::newRow("no such thing to edit") << QStringList {u"edit"_s, u"weather"_s, u"--workspace"_s, u"a"_s};
        QTest::newRow("nobody to edit") << QStringList {u"edit"_s, u"member"_s, u"--workspace"_s, u"a"_s, u"--name"_s, u"b"_s};
        QTest::newRow("an old and a new one") << QStringList {u"edit"_s, u"tier"_s, u"--workspace"_s, u"a"_s, u"--tier"_s, u"b"_s, u"--new"_s, u"c"_s};
        QTest::newRow("neither yes nor no") << QStringList {u"edit"_s, u"tier"_s, u"--workspace"_s, u"a"_s, u"--tier"_s, u"b"_s, u"--active"_s,
            u"perhaps"_s};
        QTest::newRow("members without a filter") << QStringList {u"edit"_s, u"members"_s, u"--workspace"_s, u"a"_s, u"--add-label"_s, u"b"_s};
        QTest::newRow("a comment that is no number") << QStringList {u"edit"_s, u"comment"_s, u"hide"_s, u"--workspace"_s, u"a"_s, u"--comment"_s,
            u"b"_s};
        QTest::newRow("a row without its kind") << QStringList {u"outbox"_s, u"pause"_s, u"--workspace"_s, u"a"_s, u"--id"_s, u"1"_s};
        QTest::newRow("a kind without its row") << QStringList {u"outbox"_s, u"retry"_s, u"--workspace"_s, u"a"_s, u"--entity"_s, u"member"_s};
        QTest::newRow("discarding everything") << QStringList {u"outbox"_s, u"discard"_s, u"--workspace"_s, u"a"_s};
        QTest::newRow("a decision for nobody") << QStringList {u"conflicts"_s, u"resolve"_s, u"--workspace"_s, u"a"_s, u"--conflict"_s, u"1"_s,
            u"--take"_s, u"yours"_s};
        QTest::newRow("a text for one side") << QStringList {u"conflicts"_s, u"resolve"_s, u"--workspace"_s, u"a"_s, u"--conflict"_s, u"1"_s,
            u"--take"_s, u"mine"_s, u"--text-file"_s, u"-"_s};
        QTest::newRow("no such analysis") << QStringList {u"analyse"_s, u"tea-leaves"_s};
        QTest::newRow("no such report") << QStringList {u"report"_s, u"weather"_s, u"--workspace"_s, u"a"_s, u"--out"_s, u"b"_s};
        QTest::newRow("an option of another topic") << QStringList {u"query"_s, u"tiers"_s, u"--workspace"_s, u"a"_s, u"--search"_s, u"b"_s};
        QTest::newRow("a number that is none") << QStringList {u"demo"_s, u"--workspace"_s, u"a"_s, u"--members"_s, u"many"_s};
        QTest::newRow("a number out of range") << QStringList {u"demo"_s, u"--workspace"_s, u"a"_s, u"--months"_s, u"0"_s};
        QTest::newRow("a date that is none") << QStringList {u"demo"_s, u"--workspace"_s, u"a"_s, u"--as-of"_s, u"2026-02-30"_s};
        QTest::newRow("no such language") << QStringList {u"status"_s, u"--workspace"_s, u"a"_s, u"--language"_s, u"tlh"_s};
        QTest::newRow("no such interval") << QStringList {u"analyse"_s, u"survival"_s, u"--csv"_s, u"a"_s, u"--time"_s, u"t"_s,
            u"--event"_s, u"e"_s, u"--interval"_s, u"wide"_s};
        QTest::newRow("a level of 1") << QStringList {u"analyse"_s, u"survival"_s, u"--csv"_s, u"a"_s, u"--time"_s, u"t"_s, u"--event"_s,
            u"e"_s, u"--level"_s, u"1"_s};
        QTest::newRow("the key as an option") << QStringList {u"connect"_s, u"--workspace"_s, u"a"_s, u"--url"_s, u"b"_s, u"--key"_s, u"c:d"_s};
        QTest::newRow("no key") << QStringList {u"connect"_s, u"--workspace"_s, u"a"_s, u"--url"_s, u"b"_s};
        QTest::newRow("keep and forget") << QStringList {u"connect"_s, u"--workspace"_s, u"a"_s, u"--url"_s, u"b"_s, u"--key-stdin"_s,
            u"--forget-key"_s, u"--passphrase-stdin"_s};
    }
    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QStringList, words);
        const CommandLine shell;
        const Ended text = shell.run(words);
        QCOMPARE(text.code, 2);
        QCOMPARE(text.out, QByteArray());
        QCOMPARE(text.err.count('\n'), 1);
        QVERIFY(text.err.contains("--help"));

        const Ended json = shell.run(words + QStringList {u"--json"_s});
        if (words.contains("--json=yes"_L1) || words.endsWith(u"--workspace"_s)) // there it is not the switch
            return;
        QCOMPARE(json.code, 2);
        QCOMPARE(json.out, QByteArray());
        QCOMPARE(json.error()["kind"_L1].toString(), u"usage"_s);
        QVERIFY(!json.error()["message"_L1].toString().isEmpty());
        QVERIFY(json.error().contains("detail"_L1));
    }

    /// Whoever types the key in the wrong place must not find it in a log as well.
    void neverRepeatsAWordThatMayBeTheKey_data()
    {
        QTest::addColumn<QStringList>("words");
        const QString key = u"6afffc8ec786c3374dbb3180:secret"_s;
        QTest::newRow("a word") << QStringList {u"connect"_s, u"--workspace"_s, u"a"_s, u"--url"_s, u"b"_s, key};
        QTest::newRow("an option") << QStringList {u"connect"_s, u"--workspace"_s, u"a"_s, u"--url"_s, u"b"_s, u"--key"_s, key};
        QTest::newRow("an option with =") << QStringList {u"connect"_s, u"--workspace"_s, u"a"_s, u"--url"_s, u"b"_s, u"--key="_s + key};
        QTest::newRow("a switch with =") << QStringList {u"connect"_s, u"--workspace"_s, u"a"_s, u"--url"_s, u"b"_s, u"--key-stdin="_s + key};
    }
    void neverRepeatsAWordThatMayBeTheKey()
    {
        QFETCH(QStringList, words);
        const Ended ended = CommandLine().run(words);
        QCOMPARE(ended.code, 2);
        QVERIFY(!ended.err.contains("secret"));
        QVERIFY(!ended.err.contains("6afffc8e"));
    }

    void optionsMayStandBeforeTheCommand()
    {
        const CommandLine shell;
        QCOMPARE(shell.run({u"--workspace"_s, u"a.lyceum"_s, u"--json"_s, u"init"_s}).code, 0);
        const Ended status = shell.run({u"--json"_s, u"--workspace=a.lyceum"_s, u"status"_s});
        QCOMPARE(status.code, 0);
        QCOMPARE(status.json()["workspace"_L1]["title"_L1].toString(), u"a"_s);
    }

    void speaksChineseWhenAsked()
    {
        const Ended ended = CommandLine().run({u"status"_s, u"--workspace"_s, u"none.lyceum"_s, u"--language"_s, u"zh_CN"_s, u"--json"_s});
        QCOMPARE(ended.code, 7);
        QCOMPARE(ended.error()["kind"_L1].toString(), u"workspace-missing"_s); // never translated
        QVERIFY2(ended.error()["message"_L1].toString().contains(QRegularExpression(u"\\p{Han}"_s)), ended.err.constData());
    }

    void afterTwoDashesNothingIsAnOption()
    {
        const Ended ended = CommandLine().run({u"status"_s, u"--workspace"_s, u"a"_s, u"--"_s, u"--help"_s});
        QCOMPARE(ended.code, 2);
    }
};

QTEST_GUILESS_MAIN(tst_Usage)
#include "tst_usage.moc"
