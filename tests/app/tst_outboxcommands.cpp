// SPDX-License-Identifier: GPL-3.0-or-later
#include "../models/editing/lab.h"
#include "commandline.h"
#include "storage/conflicts.h"

#include <QJsonArray>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

/// outbox and conflicts on files.
class tst_OutboxCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lab.emplace(); }

    void listsWhatWaitsOldestFirst()
    {
        editMember(u"--name"_s, u"Ada L."_s);
        QCOMPARE(run({u"edit"_s, u"tier"_s, u"--new"_s, u"Patron"_s, u"--currency"_s, u"USD"_s, u"--monthly-price"_s, u"1"_s, u"--yearly-price"_s, u"1"_s}).code, 0);
        QCOMPARE(run({u"edit"_s, u"label"_s, u"--label"_s, u"Press"_s, u"--remove"_s}).code, 0);
        const Ended ended = run({u"outbox"_s, u"list"_s, u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        const QJsonArray items = ended.json()["outbox"_L1].toArray();
        QCOMPARE(items.size(), 3);
        QCOMPARE(items.at(0)["entity"_L1].toString(), u"member"_s);
        QCOMPARE(items.at(0)["id"_L1].toInteger(), 1);
        QCOMPARE(items.at(0)["title"_L1].toString(), u"ada@example.com"_s);
        QCOMPARE(items.at(0)["operation"_L1].toString(), u"change"_s);
        QCOMPARE(items.at(0)["state"_L1].toString(), u"pending"_s);
        QCOMPARE(items.at(0)["fields"_L1].toArray(), QJsonArray {u"name"_s});
        QCOMPARE(items.at(1)["operation"_L1].toString(), u"make"_s);
        QCOMPARE(items.at(2)["operation"_L1].toString(), u"remove"_s);
        QCOMPARE(ended.json()["counts"_L1]["items"_L1].toInteger(), 3);
        QCOMPARE(ended.json()["counts"_L1]["pending"_L1].toInteger(), 3);
        QCOMPARE(ended.json()["pushPaused"_L1].toBool(true), false);

        QCOMPARE(run({u"outbox"_s, u"list"_s, u"--entity"_s, u"tier"_s, u"--json"_s}).json()["outbox"_L1].toArray().size(), 1);
        QCOMPARE(run({u"outbox"_s, u"list"_s, u"--state"_s, u"parked"_s, u"--json"_s}).json()["outbox"_L1].toArray().size(), 0);
        QCOMPARE(run({u"outbox"_s, u"list"_s, u"--limit"_s, u"2"_s, u"--json"_s}).json()["outbox"_L1].toArray().size(), 2);
        QCOMPARE(run({u"outbox"_s, u"list"_s}).out.count('\n'), 3);
        QCOMPARE(run({u"status"_s, u"--json"_s}).json()["sync"_L1]["pending"_L1].toInteger(), 3);
    }

    void pausesAndResumesARow()
    {
        editMember(u"--name"_s, u"Ada L."_s);
        QCOMPARE(run({u"outbox"_s, u"pause"_s, u"--entity"_s, u"member"_s, u"--id"_s, u"1"_s}).code, 0);
        QCOMPARE(stateOfMember(), u"paused"_s);
        QCOMPARE(run({u"outbox"_s, u"resume"_s, u"--entity"_s, u"member"_s, u"--id"_s, u"1"_s}).code, 0);
        QCOMPARE(stateOfMember(), u"pending"_s);
    }

    void pausesAndResumesAltogether()
    {
        const Ended paused = run({u"outbox"_s, u"pause"_s, u"--json"_s});
        QCOMPARE(paused.json()["pushPaused"_L1].toBool(), true);
        QCOMPARE(settingOf(m_lab->connection(), u"pushPaused"_s), Result<QString>(u"1"_s));
        QCOMPARE(run({u"outbox"_s, u"list"_s, u"--json"_s}).json()["pushPaused"_L1].toBool(), true);
        QCOMPARE(run({u"outbox"_s, u"resume"_s}).code, 0);
        QCOMPARE(settingOf(m_lab->connection(), u"pushPaused"_s), Result<QString>(QString()));
    }

    void sendsWhatIsParkedAgain()
    {
        editMember(u"--name"_s, u"Ada L."_s);
        park();
        QCOMPARE(stateOfMember(), u"parked"_s);
        const Ended retried = run({u"outbox"_s, u"retry"_s, u"--json"_s});
        QCOMPARE(retried.json()["retried"_L1].toInteger(), 1);
        QCOMPARE(stateOfMember(), u"pending"_s);
        park();
        QCOMPARE(run({u"outbox"_s, u"retry"_s, u"--entity"_s, u"member"_s, u"--id"_s, u"1"_s}).code, 0);
        QCOMPARE(stateOfMember(), u"pending"_s);
    }

    void discardingTakesTheChangeBackHere()
    {
        editMember(u"--name"_s, u"Ada L."_s);
        const Ended ended = run({u"outbox"_s, u"discard"_s, u"--entity"_s, u"member"_s, u"--id"_s, u"1"_s, u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        QCOMPARE(m_lab->member(Lab::kAda).name, u"Ada"_s);
        QVERIFY(m_lab->waiting().isEmpty());
    }

    void whatDoesNotWaitIsNotFound_data()
    {
        QTest::addColumn<QStringList>("words");
        for (const QString& verb : {u"pause"_s, u"resume"_s, u"retry"_s, u"discard"_s})
            QTest::newRow(qPrintable(verb)) << QStringList {u"outbox"_s, verb, u"--entity"_s, u"member"_s, u"--id"_s, u"1"_s};
        QTest::newRow("conflict") << QStringList {u"conflicts"_s, u"resolve"_s, u"--conflict"_s, u"1"_s, u"--take"_s, u"mine"_s};
    }
    void whatDoesNotWaitIsNotFound()
    {
        QFETCH(const QStringList, words);
        const Ended ended = run(words + QStringList {u"--json"_s});
        QCOMPARE(ended.code, 3);
        QCOMPARE(ended.error()["kind"_L1].toString(), u"not-found"_s);
    }

    void pushNeedsASite()
    {
        const Ended ended = run({u"outbox"_s, u"push"_s, u"--json"_s});
        QCOMPARE(ended.code, 5);
        QCOMPARE(ended.error()["kind"_L1].toString(), u"not-connected"_s);
    }

    void listsAndSettlesConflicts()
    {
        const auto noted = [&](const char* field, const QString& mine, const QString& theirs) {
            return m_lab->file().commit({u"sync"_s, Origin::Sync, u"page"_s}, [&](ChangeSet& changes) -> Result<void> {
                changes.noteConflict({Entity::Member, 1, field, QString(), mine, theirs});
                return {};
            });
        };
        editMember(u"--name"_s, u"Ada L."_s);
        editMember(u"--note"_s, u"mine"_s);
        QVERIFY(noted("name", u"Ada L."_s, u"Ada Lovelace"_s));
        QVERIFY(noted("note", u"mine"_s, u"theirs"_s));
        const QJsonArray conflicts = run({u"conflicts"_s, u"list"_s, u"--json"_s}).json()["conflicts"_L1].toArray();
        QCOMPARE(conflicts.size(), 2);
        QCOMPARE(conflicts.at(0)["field"_L1].toString(), u"name"_s);
        QCOMPARE(conflicts.at(0)["mine"_L1].toString(), u"Ada L."_s);
        QCOMPARE(conflicts.at(0)["theirs"_L1].toString(), u"Ada Lovelace"_s);
        QCOMPARE(conflicts.at(0)["title"_L1].toString(), u"ada@example.com"_s);
        QVERIFY(!conflicts.at(0)["gone"_L1].toBool(true));
        QCOMPARE(run({u"outbox"_s, u"list"_s, u"--json"_s}).json()["counts"_L1]["held"_L1].toInteger(), 1);

        const QString first = QString::number(conflicts.at(0)["id"_L1].toInteger());
        const QString second = QString::number(conflicts.at(1)["id"_L1].toInteger());
        QCOMPARE(run({u"conflicts"_s, u"resolve"_s, u"--conflict"_s, first, u"--take"_s, u"both"_s}).code, 3); // a name cannot hold both
        QCOMPARE(run({u"conflicts"_s, u"resolve"_s, u"--conflict"_s, first, u"--take"_s, u"theirs"_s}).code, 0);
        QCOMPARE(m_lab->member(Lab::kAda).name, u"Ada Lovelace"_s);
        const Ended both = run({u"conflicts"_s, u"resolve"_s, u"--conflict"_s, second, u"--take"_s, u"both"_s, u"--text-file"_s, u"-"_s}, "both");
        QVERIFY2(both.code == 0, both.err.constData());
        QCOMPARE(m_lab->member(Lab::kAda).note, u"both"_s);
        QVERIFY(run({u"conflicts"_s, u"list"_s, u"--json"_s}).json()["conflicts"_L1].toArray().isEmpty());
    }

private:
    Ended run(const QStringList& words, const QByteArray& input = {})
    {
        return m_shell.run(words + QStringList {u"--workspace"_s, m_lab->path()}, input);
    }
    void editMember(const QString& option, const QString& value)
    {
        QCOMPARE(run({u"edit"_s, u"member"_s, u"--member"_s, u"1"_s, option, value}).code, 0);
    }
    void park()
    {
        QVERIFY(m_lab->file().commit({u"sync"_s, Origin::Sync, u"push"_s}, [](ChangeSet& changes) -> Result<void> {
            OutboxMark mark;
            mark.entity = Entity::Member;
            mark.row = 1;
            mark.state = OutboxState::Parked;
            mark.problem = u"the site said no"_s;
            changes.markOutbox(mark);
            return {};
        }));
    }
    QString stateOfMember()
    {
        const Ended ended = run({u"outbox"_s, u"list"_s, u"--entity"_s, u"member"_s, u"--id"_s, u"1"_s, u"--json"_s});
        return ended.json()["outbox"_L1].toArray().at(0)["state"_L1].toString();
    }

    CommandLine m_shell;
    std::optional<Lab> m_lab;
};

QTEST_GUILESS_MAIN(tst_OutboxCommands)
#include "tst_outboxcommands.moc"
