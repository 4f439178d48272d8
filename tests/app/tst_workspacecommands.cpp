// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include "storage/connection.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace lyceum;

namespace {

/// A small sample whose last instant is fixed, so that what is asked about it has one answer.
const QStringList kDemo {u"demo"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--members"_s, u"120"_s, u"--months"_s, u"9"_s, u"--seed"_s, u"3"_s,
    u"--as-of"_s, u"2026-03-01"_s};

QStringList sorted(QStringList texts)
{
    texts.sort();
    return texts;
}

} // namespace

/// init, demo, status, query, report, verify, backup and restore on files.
class tst_WorkspaceCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Ended made = m_shell.run(kDemo + QStringList {u"--json"_s});
        QVERIFY2(made.code == 0, made.err.constData());
        QVERIFY(made.json()["workspace"_L1]["sample"_L1].toBool());
        QCOMPARE(made.json()["counts"_L1]["members"_L1].toInteger(), 120);
    }

    void initMakesAnEmptyWorkspace()
    {
        const CommandLine shell;
        const Ended made = shell.run({u"init"_s, u"--workspace"_s, u"知识.lyceum"_s, u"--title"_s, u"知识 & Co."_s, u"--time-zone"_s,
            u"America/New_York"_s, u"--json"_s});
        QVERIFY2(made.code == 0, made.err.constData());
        const QJsonObject workspace = made.json()["workspace"_L1].toObject();
        QCOMPARE(workspace["title"_L1].toString(), u"知识 & Co."_s);
        QCOMPARE(workspace["timeZone"_L1].toString(), u"America/New_York"_s);
        QCOMPARE(workspace["path"_L1].toString(), shell.path(u"知识.lyceum"_s));
        QCOMPARE(workspace["sample"_L1].toBool(true), false);
    }

    void neverWritesOverAFile_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("init") << QStringList {u"init"_s};
        QTest::newRow("demo") << QStringList {u"demo"_s, u"--members"_s, u"5"_s, u"--months"_s, u"1"_s};
        QTest::newRow("restore") << QStringList {u"restore"_s, u"--from"_s, m_shell.path(u"sample.lyceum"_s)};
    }
    void neverWritesOverAFile()
    {
        QFETCH(QStringList, words);
        const CommandLine shell;
        QFile file(shell.path(u"letter.txt"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write("Dear reader");
        file.flush();
        const Ended ended = shell.run(words + QStringList {u"--workspace"_s, u"letter.txt"_s, u"--json"_s});
        QCOMPARE(ended.code, 7);
        QCOMPARE(ended.error()["kind"_L1].toString(), u"workspace-exists"_s);
        file.seek(0);
        QCOMPARE(file.readAll(), QByteArray("Dear reader"));
    }

    void anUnknownTimeZoneIsBadInput()
    {
        const CommandLine shell;
        QCOMPARE(shell.run({u"init"_s, u"--workspace"_s, u"a.lyceum"_s, u"--time-zone"_s, u"Mars/Base"_s}).code, 3);
        QVERIFY(!QFile::exists(shell.path(u"a.lyceum"_s)));
    }

    void theSameSeedMakesTheSameCommunity()
    {
        const CommandLine other;
        QCOMPARE(other.run(kDemo).code, 0);
        const QStringList question {u"query"_s, u"members"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--json"_s};
        QCOMPARE(other.run(question).out, m_shell.run(question).out);
    }

    void statusHasTheKeysThatScriptsUse()
    {
        const QJsonObject status = sampleStatus();
        QCOMPARE(status.keys(), QStringList({u"counts"_s, u"sync"_s, u"workspace"_s}));
        for (const QString& key : {u"path"_s, u"title"_s, u"timeZone"_s, u"sample"_s, u"readOnly"_s, u"createdAt"_s})
            QVERIFY2(status["workspace"_L1].toObject().contains(key), qPrintable(key));
        for (const QString& key : {u"members"_s, u"paidMembers"_s, u"tiers"_s, u"posts"_s, u"comments"_s, u"events"_s, u"labels"_s})
            QVERIFY2(status["counts"_L1][key].isDouble(), qPrintable(key));
        QCOMPARE(status["sync"_L1].toObject().keys(), QStringList({u"conflicts"_s, u"lastSync"_s, u"pending"_s, u"store"_s}));
        QCOMPARE(status["workspace"_L1]["createdAt"_L1].toString(), u"2026-03-01T23:59:59Z"_s);
        QCOMPARE(status["counts"_L1]["tiers"_L1].toInteger(), 3);
    }

    void queriesMembersAsScriptsExpect()
    {
        const Ended all = m_shell.run({u"query"_s, u"members"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--json"_s});
        QCOMPARE(all.code, 0);
        QCOMPARE(all.json()["total"_L1].toInteger(), 120);
        const QJsonArray members = all.json()["members"_L1].toArray();
        QCOMPARE(members.size(), 120);
        for (const QString& key : {u"id"_s, u"remoteId"_s, u"name"_s, u"email"_s, u"status"_s, u"tiers"_s, u"joinedAt"_s, u"lastSeenAt"_s})
            QVERIFY2(members[0].toObject().contains(key), qPrintable(key));

        const Ended some = m_shell.run({u"query"_s, u"members"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--limit"_s, u"7"_s, u"--json"_s});
        QCOMPARE(some.json()["total"_L1].toInteger(), 120);
        QCOMPARE(some.json()["members"_L1].toArray().size(), 7);
        for (qsizetype i = 0; i < 7; ++i)
            QCOMPARE(some.json()["members"_L1][i], members[i]);
    }

    void filtersMembers()
    {
        const auto total = [this](const QString& filter) {
            return m_shell.run({u"query"_s, u"members"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--filter"_s, filter, u"--limit"_s, u"0"_s, u"--json"_s})
                .json()["total"_L1]
                .toInteger(-1);
        };
        const qint64 paid = total(u"status:paid"_s);
        QCOMPARE(paid, sampleStatus()["counts"_L1]["paidMembers"_L1].toInteger());
        QVERIFY(paid > 0);
        QCOMPARE(total(u"status:-paid"_s), 120 - paid);

        // "Now" is what --as-of says: everybody had joined within the nine months before the last day, and nobody thirty years later.
        const QStringList recent {u"query"_s, u"members"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--filter"_s, u"created_at:>now-1y"_s, u"--json"_s};
        QCOMPARE(m_shell.run(recent + QStringList {u"--as-of"_s, u"2026-03-01"_s}).json()["total"_L1].toInteger(), 120);
        QCOMPARE(m_shell.run(recent + QStringList {u"--as-of"_s, u"2056-03-01T00:00:00Z"_s}).json()["total"_L1].toInteger(-1), 0);

        const Ended wrong = m_shell.run({u"query"_s, u"members"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--filter"_s, u"shoe:42"_s, u"--json"_s});
        QCOMPARE(wrong.code, 3);
        QCOMPARE(wrong.error()["kind"_L1].toString(), u"bad-input"_s);
    }

    void findsByWords()
    {
        const QJsonObject first = m_shell.run({u"query"_s, u"members"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--limit"_s, u"1"_s, u"--json"_s})
                                      .json()["members"_L1][0]
                                      .toObject();
        const Ended found = m_shell.run({u"query"_s, u"members"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--search"_s, first["email"_L1].toString(), u"--json"_s});
        QCOMPARE(found.json()["members"_L1][0].toObject(), first);
    }

    void countsOfEveryTopicAgreeWithTheStatus_data()
    {
        QTest::addColumn<QString>("topic");
        for (const char* topic : {"members", "posts", "tiers", "labels"})
            QTest::newRow(topic) << QString::fromLatin1(topic);
    }
    void countsOfEveryTopicAgreeWithTheStatus()
    {
        QFETCH(QString, topic);
        const Ended ended = m_shell.run({u"query"_s, topic, u"--workspace"_s, u"sample.lyceum"_s, u"--json"_s});
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.json().keys(), sorted({topic, u"total"_s}));
        QCOMPARE(ended.json()["total"_L1].toInteger(), sampleStatus()["counts"_L1][topic].toInteger());
        QCOMPARE(ended.json()[topic].toArray().size(), ended.json()["total"_L1].toInteger());
    }

    void listsCommentsWithTheirReplies()
    {
        const Ended ended = m_shell.run({u"query"_s, u"comments"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--json"_s});
        QCOMPARE(ended.code, 0);
        const QJsonArray threads = ended.json()["comments"_L1].toArray();
        QCOMPARE(threads.size(), ended.json()["total"_L1].toInteger());
        qint64 comments = threads.size();
        for (const QJsonValue& thread : threads)
            comments += thread["replies"_L1].toArray().size();
        QCOMPARE(comments, sampleStatus()["counts"_L1]["comments"_L1].toInteger());
    }

    void tellsWhoChangedWhat()
    {
        const QStringList journal {u"journal"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--json"_s};
        const QJsonArray entries = m_shell.run(journal).json()["entries"_L1].toArray();
        QVERIFY(entries.size() > 5);
        QVERIFY(entries[0]["id"_L1].toInteger() > entries[1]["id"_L1].toInteger());
        QCOMPARE(entries.last()["origin"_L1].toString(), u"settings"_s);
        const QJsonObject made = m_shell.run(journal + QStringList {u"--entry"_s, u"1"_s}).json();
        QCOMPARE(made["entry"_L1]["reason"_L1].toString(), u"workspace created"_s);
        QCOMPARE(made["fields"_L1][0]["entity"_L1].toString(), u"setting"_s);
        QCOMPARE(m_shell.run(journal + QStringList {u"--entry"_s, u"999999"_s}).code, 3);
        QCOMPARE(m_shell.run(journal + QStringList {u"--id"_s, u"1"_s}).code, 2);
    }

    void spendsThePrivacyBudgetOnce()
    {
        const CommandLine shell;
        QVERIFY(shell.run({u"init"_s, u"--workspace"_s, u"lab.lyceum"_s}).code == 0);
        QFile table(shell.path(u"tiers.csv"_s));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write("member,tier\n1,Reader\n2,Reader\n3,Circle\n");
        table.close();
        const auto release = [&](const QString& rho) {
            return shell.run({u"analyse"_s, u"privacy"_s, u"--csv"_s, u"tiers.csv"_s, u"--member"_s, u"member"_s, u"--group"_s, u"tier"_s, u"--groups"_s,
                u"Reader,Circle"_s, u"--rho"_s, rho, u"--workspace"_s, u"lab.lyceum"_s, u"--json"_s});
        };
        const Ended unset = release(u"0.3"_s);
        QCOMPARE(unset.code, 6);
        QCOMPARE(unset.error()["kind"_L1].toString(), u"privacy-budget-missing"_s);

        const QStringList budget {u"privacy-budget"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--json"_s};
        QVERIFY(shell.run(budget).json()["budget"_L1].isNull());
        QCOMPARE(shell.run(budget + QStringList {u"--rho"_s, u"0.5"_s}).code, 0);
        const QJsonObject first = release(u"0.3"_s).json();
        const QJsonObject again = release(u"0.3"_s).json();
        QCOMPARE(again["groups"_L1], first["groups"_L1]);
        QVERIFY(!first["ledger"_L1]["repeated"_L1].toBool());
        QVERIFY(again["ledger"_L1]["repeated"_L1].toBool());
        QCOMPARE(again["ledger"_L1]["remaining"_L1].toDouble(), 0.2);
        const Ended more = release(u"0.25"_s);
        QCOMPARE(more.code, 6);
        QCOMPARE(more.error()["kind"_L1].toString(), u"privacy-budget-spent"_s);
        const QJsonObject ledger = shell.run(budget).json();
        QCOMPARE(ledger["releases"_L1].toArray().size(), 1);
        QCOMPARE(ledger["budget"_L1]["spent"_L1].toDouble(), 0.3);
    }

    void reportsNeedNoDisplay_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF-");
        QTest::newRow("html") << u"html"_s << QByteArray("<!DOCTYPE html>");
        QTest::newRow("csv") << u"csv"_s << QByteArray("\xEF\xBB\xBF");
    }
    void reportsNeedNoDisplay()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, begins);
        const QString name = u"report."_s + format;
        const Ended ended = m_shell.run({u"report"_s, u"retention"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--format"_s, format, u"--out"_s, name,
            u"--by"_s, u"cohort"_s, u"--as-of"_s, u"2026-03-01"_s, u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        QFile file(m_shell.path(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.startsWith(begins), bytes.left(40).constData());
        const QJsonObject report = ended.json()["report"_L1].toObject();
        QCOMPARE(report["bytes"_L1].toInteger(), bytes.size());
        QCOMPARE(report["path"_L1].toString(), m_shell.path(name));
        QCOMPARE(report["by"_L1].toString(), u"cohort"_s);
        QCOMPARE(report["asOf"_L1].toString(), u"2026-03-01T15:59:59Z"_s); // the day's end in the sample's Asia/Shanghai
    }

    void aReportNeverTakesThePlaceOfTheWorkspace()
    {
        const Ended ended = m_shell.run({u"report"_s, u"retention"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--out"_s, u"./sample.lyceum"_s});
        QCOMPARE(ended.code, 3);
        QCOMPARE(m_shell.run({u"verify"_s, u"--workspace"_s, u"sample.lyceum"_s}).code, 0);
    }

    void verifyNamesEveryCheck()
    {
        const Ended ended = m_shell.run({u"verify"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--json"_s});
        QCOMPARE(ended.code, 0);
        QVERIFY(ended.json()["ok"_L1].toBool());
        QStringList checks;
        for (const QJsonValue& finding : ended.json()["findings"_L1].toArray()) {
            QCOMPARE(finding.toObject().keys(), QStringList({u"check"_s, u"details"_s, u"ok"_s, u"skipped"_s}));
            checks.append(finding["check"_L1].toString());
        }
        QCOMPARE(checks, QStringList({u"integrity"_s, u"foreign-keys"_s, u"search"_s, u"rollups"_s, u"sequences"_s, u"journal"_s}));
    }

    void verifyFindsAFigureSomebodyChanged()
    {
        const CommandLine shell;
        QVERIFY(QFile::copy(m_shell.path(u"sample.lyceum"_s), shell.path(u"a.lyceum"_s)));
        {
            auto connection = storage::Connection::open(shell.path(u"a.lyceum"_s), storage::Connection::Mode::ReadWrite);
            QVERIFY(connection);
            QVERIFY(connection->execute("DELETE FROM event WHERE id IN (SELECT id FROM event LIMIT 5)"));
        }
        const Ended ended = shell.run({u"verify"_s, u"--workspace"_s, u"a.lyceum"_s, u"--json"_s});
        QCOMPARE(ended.code, 1);
        QCOMPARE(ended.json()["ok"_L1].toBool(true), false);
        QVERIFY(!ended.error().isEmpty());
    }

    void backsUpListsAndRestores()
    {
        const CommandLine shell;
        QVERIFY(QFile::copy(m_shell.path(u"sample.lyceum"_s), shell.path(u"a.lyceum"_s)));
        const Ended made = shell.run({u"backup"_s, u"--workspace"_s, u"a.lyceum"_s, u"--json"_s});
        QVERIFY2(made.code == 0, made.err.constData());
        const QJsonObject backup = made.json()["backup"_L1].toObject();
        QCOMPARE(QFileInfo(backup["path"_L1].toString()).size(), backup["bytes"_L1].toInteger());
        const Ended listed = shell.run({u"backup"_s, u"--workspace"_s, u"a.lyceum"_s, u"--list"_s, u"--json"_s});
        QCOMPARE(listed.json()["backups"_L1].toArray(), QJsonArray {backup});

        const Ended restored = shell.run({u"restore"_s, u"--from"_s, backup["path"_L1].toString(), u"--workspace"_s, u"b.lyceum"_s, u"--json"_s});
        QVERIFY2(restored.code == 0, restored.err.constData());
        QVERIFY(restored.json()["replaced"_L1].isNull());
        const QStringList question {u"query"_s, u"members"_s, u"--json"_s, u"--workspace"_s};
        QCOMPARE(shell.run(question + QStringList {u"b.lyceum"_s}).out, shell.run(question + QStringList {u"a.lyceum"_s}).out);

        const Ended replaced = shell.run(
            {u"restore"_s, u"--from"_s, backup["path"_L1].toString(), u"--workspace"_s, u"a.lyceum"_s, u"--replace"_s, u"--json"_s});
        QVERIFY2(replaced.code == 0, replaced.err.constData());
        QVERIFY(QFile::exists(replaced.json()["replaced"_L1].toString()));
        QCOMPARE(shell.run({u"verify"_s, u"--workspace"_s, u"a.lyceum"_s}).code, 0);

        const Ended missing = shell.run({u"restore"_s, u"--from"_s, u"none.lyceum"_s, u"--workspace"_s, u"c.lyceum"_s});
        QCOMPARE(missing.code, 7);
        QVERIFY(!QFile::exists(shell.path(u"c.lyceum"_s)));
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("kind");
        QTest::newRow("a letter") << QByteArray("Dear reader, this is not a workspace.") << u"workspace-foreign"_s;
        QTest::newRow("nothing there") << QByteArray() << u"workspace-missing"_s;
    }
    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, kind);
        const CommandLine shell;
        if (!bytes.isEmpty()) {
            QFile file(shell.path(u"a.lyceum"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        }
        for (const QString& command : {u"status"_s, u"verify"_s, u"backup"_s, u"sync"_s, u"disconnect"_s}) {
            const Ended ended = shell.run({command, u"--workspace"_s, u"a.lyceum"_s, u"--json"_s});
            QCOMPARE(ended.code, 7);
            QCOMPARE(ended.error()["kind"_L1].toString(), kind);
        }
    }

    void aLockedWorkspaceCanBeReadButNotChanged()
    {
        const CommandLine shell;
        QCOMPARE(shell.run({u"init"_s, u"--workspace"_s, u"a.lyceum"_s}).code, 0);
        auto other = storage::Connection::open(shell.path(u"a.lyceum"_s), storage::Connection::Mode::ReadWrite);
        QVERIFY(other);
        const auto writing = storage::Transaction::begin(*other);
        QVERIFY(writing);
        QCOMPARE(shell.run({u"status"_s, u"--workspace"_s, u"a.lyceum"_s}).code, 0);
        const Ended ended = shell.run({u"disconnect"_s, u"--workspace"_s, u"a.lyceum"_s, u"--keep-key"_s, u"--json"_s});
        QCOMPARE(ended.code, 7);
        QCOMPARE(ended.error()["kind"_L1].toString(), u"workspace-locked"_s);
    }

#ifdef Q_OS_UNIX
    void aReadOnlyWorkspaceCanBeReadButNotChanged()
    {
        const CommandLine shell;
        QVERIFY(QFile::copy(m_shell.path(u"sample.lyceum"_s), shell.path(u"a.lyceum"_s)));
        QCOMPARE(chmod(QFile::encodeName(shell.path(u"a.lyceum"_s)).constData(), 0444), 0);
        QCOMPARE(chmod(QFile::encodeName(shell.path(QString())).constData(), 0555), 0);
        const auto asNobody = [&](const QStringList& words) {
            QProcess process;
            process.setChildProcessModifier([] {
                if (geteuid() == 0 && setresuid(65534, 65534, 65534) != 0) // permissions mean nothing to root
                    _exit(99);
            });
            shell.start(process, CommandLine::program(), words);
            process.closeWriteChannel();
            return CommandLine::finish(process);
        };
        const Ended status = asNobody({u"status"_s, u"--workspace"_s, u"a.lyceum"_s, u"--json"_s});
        const Ended verified = asNobody({u"verify"_s, u"--workspace"_s, u"a.lyceum"_s, u"--json"_s});
        const Ended synced = asNobody({u"sync"_s, u"--workspace"_s, u"a.lyceum"_s, u"--json"_s});
        QCOMPARE(chmod(QFile::encodeName(shell.path(QString())).constData(), 0755), 0);

        QVERIFY2(status.code == 0, status.err.constData());
        QVERIFY(status.json()["workspace"_L1]["readOnly"_L1].toBool());
        QVERIFY2(verified.code == 0, verified.err.constData());
        QVERIFY(verified.json()["findings"_L1][2]["skipped"_L1].toBool());
        QCOMPARE(synced.code, 7);
        QCOMPARE(synced.error()["kind"_L1].toString(), u"workspace-read-only"_s);
    }
#endif

private:
    QJsonObject sampleStatus() const { return m_shell.run({u"status"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--json"_s}).json(); }

    const CommandLine m_shell; ///< with a sample in it
};

QTEST_GUILESS_MAIN(tst_WorkspaceCommands)
#include "tst_workspacecommands.moc"
