// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "ghostsite.h"

#include <QDirIterator>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;

namespace {

const QByteArray kPassphrase = "correct horse battery staple";

/// Every byte the program has left on disk in its folder, the home included.
QByteArray everythingWritten(const CommandLine& shell)
{
    QByteArray all;
    QDirIterator files(shell.path(QString()), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

/// connect, sync and disconnect, with a site on loopback.
class tst_StoreCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectsSyncsAndDisconnects()
    {
        const CommandLine shell;
        GhostSite site;
        QCOMPARE(shell.run({u"init"_s, u"--workspace"_s, u"lab.lyceum"_s}).code, 0);

        const Ended connected = shell.run({u"connect"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--url"_s, site.url(), u"--key-stdin"_s,
                                              u"--passphrase-stdin"_s, u"--json"_s},
            GhostSite::key() + '\n' + kPassphrase + '\n');
        QVERIFY2(connected.code == 0, connected.err.constData());
        QCOMPARE(connected.json()["store"_L1]["title"_L1].toString(), u"The Lab"_s);
        QVERIFY(connected.json()["keyKept"_L1].toBool());

        const Ended synced = shell.run({u"sync"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--passphrase-stdin"_s, u"--json"_s}, kPassphrase + '\n');
        QVERIFY2(synced.code == 0, synced.err.constData());
        QCOMPARE(synced.err, QByteArray()); // progress must not stand where a script looks for the error
        const QJsonObject report = synced.json();
        const QJsonObject kinds = report["kinds"_L1].toObject();
        QCOMPARE(kinds.keys(), QStringList({u"comments"_s, u"events"_s, u"labels"_s, u"members"_s, u"newsletters"_s, u"offers"_s, u"posts"_s,
                                   u"reactions"_s, u"tags"_s, u"tiers"_s}));
        qint64 requests = report["otherRequests"_L1].toInteger();
        for (const QJsonValue& kind : kinds) {
            QCOMPARE(kind.toObject().keys(), QStringList({u"bytes"_s, u"created"_s, u"deleted"_s, u"parked"_s, u"pulled"_s, u"pushed"_s,
                                                 u"requests"_s, u"seconds"_s, u"skipped"_s, u"updated"_s}));
            requests += kind["requests"_L1].toInteger();
        }
        QCOMPARE(report["total"_L1]["requests"_L1].toInteger(), requests);
        QVERIFY(report["full"_L1].toBool());

        const QJsonObject status = shell.run({u"status"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--json"_s}).json()["sync"_L1].toObject();
        QCOMPARE(status["store"_L1]["url"_L1].toString(), site.url());
        QVERIFY(!status["lastSync"_L1].isNull());

        const Ended wrong = shell.run({u"sync"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--passphrase-stdin"_s, u"--json"_s}, "guess\n");
        QCOMPARE(wrong.code, 5);
        QCOMPARE(wrong.error()["kind"_L1].toString(), u"wrong-passphrase"_s);

        const Ended gone = shell.run({u"disconnect"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--passphrase-stdin"_s, u"--json"_s}, kPassphrase + '\n');
        QVERIFY2(gone.code == 0, gone.err.constData());
        QVERIFY(gone.json()["disconnected"_L1].toBool());
        QVERIFY(shell.run({u"status"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--json"_s}).json()["sync"_L1]["store"_L1].isNull());
        const Ended parted = shell.run({u"sync"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--passphrase-stdin"_s, u"--json"_s}, kPassphrase + '\n');
        QCOMPARE(parted.code, 5);
        QVERIFY2(parted.err.contains("\"not-connected\""), parted.err.constData());
        QVERIFY(!everythingWritten(shell).contains(GhostSite::secret()));
    }

    void aKeyThatIsKeptNowhereIsToldToEverySync()
    {
        const CommandLine shell;
        GhostSite site;
        QCOMPARE(shell.run({u"init"_s, u"--workspace"_s, u"lab.lyceum"_s}).code, 0);
        const Ended connected = shell.run(
            {u"connect"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--url"_s, site.url(), u"--key-stdin"_s, u"--forget-key"_s}, GhostSite::key() + '\n');
        QVERIFY2(connected.code == 0, connected.err.constData());
        const Ended synced = shell.run({u"sync"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--key-stdin"_s}, GhostSite::key() + '\n');
        QVERIFY2(synced.code == 0, synced.err.constData());
        QVERIFY(synced.err.contains("%")); // progress, in lines where no terminal is
        QVERIFY(!synced.err.contains('\r'));
        const Ended quiet = shell.run({u"sync"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--key-stdin"_s, u"--quiet"_s, u"--full"_s}, GhostSite::key());
        QCOMPARE(quiet.code, 0);
        QCOMPARE(quiet.out + quiet.err, QByteArray());
        for (const Ended& ended : {connected, synced})
            QVERIFY(!(ended.out + ended.err).contains(GhostSite::secret()));
        QVERIFY(!everythingWritten(shell).contains(GhostSite::secret()));
    }

    void sendingWhatWaitsIsASync()
    {
        const CommandLine shell;
        GhostSite site;
        QCOMPARE(shell.run({u"init"_s, u"--workspace"_s, u"lab.lyceum"_s}).code, 0);
        QCOMPARE(shell.run({u"connect"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--url"_s, site.url(), u"--key-stdin"_s, u"--forget-key"_s},
                          GhostSite::key() + '\n')
                     .code,
            0);
        const Ended pushed = shell.run({u"outbox"_s, u"push"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--key-stdin"_s, u"--json"_s}, GhostSite::key() + '\n');
        QVERIFY2(pushed.code == 0, pushed.err.constData());
        QCOMPARE(pushed.json()["waiting"_L1].toInteger(-1), 0);
        QCOMPARE(pushed.json()["total"_L1]["pushed"_L1].toInteger(-1), 0);
        QVERIFY(site.askedForMembers > 0);
    }

    void withoutAKeychainTheKeyIsNotWrittenAnywhereInPlain()
    {
        const CommandLine shell;
        GhostSite site;
        QCOMPARE(shell.run({u"init"_s, u"--workspace"_s, u"lab.lyceum"_s}).code, 0);
        const Ended ended = shell.run(
            {u"connect"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--url"_s, site.url(), u"--key-stdin"_s, u"--json"_s}, GhostSite::key() + '\n');
        QCOMPARE(ended.code, 5);
        QVERIFY(ended.error()["kind"_L1].toString().startsWith("keychain-"_L1));
        QVERIFY(ended.error()["detail"_L1].toString().contains("--passphrase-stdin"_L1));
        QVERIFY(shell.run({u"status"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--json"_s}).json()["sync"_L1]["store"_L1].isNull());
    }

    void tellsWhyItCouldNotConnect_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("code");
        QTest::newRow("no key at all") << QByteArray() << QString() << u"bad-input"_s << 3;
        QTest::newRow("not a key") << QByteArray("swordfish") << QString() << u"bad-key"_s << 5;
        QTest::newRow("a key the site does not know") << GhostSite::unknownKey() << QString() << u"bad-key"_s << 5;
        QTest::newRow("nobody there") << GhostSite::key() << u"http://127.0.0.1:9"_s << u"offline"_s << 4;
        QTest::newRow("not an address") << GhostSite::key() << u"ftp://example.com"_s << u"bad-input"_s << 3;
    }
    void tellsWhyItCouldNotConnect()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, url);
        QFETCH(QString, kind);
        QFETCH(int, code);
        const CommandLine shell;
        GhostSite site;
        QCOMPARE(shell.run({u"init"_s, u"--workspace"_s, u"lab.lyceum"_s}).code, 0);
        const Ended ended = shell.run({u"connect"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--url"_s, url.isEmpty() ? site.url() : url,
                                          u"--key-stdin"_s, u"--forget-key"_s, u"--json"_s},
            key + '\n');
        QCOMPARE(ended.error()["kind"_L1].toString(), kind);
        QCOMPARE(ended.code, code);
        QCOMPARE(ended.out, QByteArray());
        QVERIFY(key.isEmpty() || !ended.err.contains(key));
        QVERIFY(shell.run({u"status"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--json"_s}).json()["sync"_L1]["store"_L1].isNull());
    }

    void aSampleHasNoSite()
    {
        const CommandLine shell;
        GhostSite site;
        QCOMPARE(shell.run({u"demo"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--members"_s, u"20"_s, u"--months"_s, u"2"_s}).code, 0);
        QCOMPARE(shell.run({u"sync"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--key-stdin"_s}, GhostSite::key()).code, 3);
        const Ended ended = shell.run({u"connect"_s, u"--workspace"_s, u"sample.lyceum"_s, u"--url"_s, site.url(), u"--key-stdin"_s,
                                          u"--forget-key"_s, u"--json"_s},
            GhostSite::key());
        QCOMPARE(ended.code, 3);
        QCOMPARE(ended.error()["kind"_L1].toString(), u"wrong-store"_s);
    }

#ifdef Q_OS_UNIX
    void anInterruptedSyncEndsCleanlyAndGoesOnLater_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl+C") << SIGINT;
        QTest::newRow("terminate") << SIGTERM;
    }
    void anInterruptedSyncEndsCleanlyAndGoesOnLater()
    {
        QFETCH(int, signal);
        const CommandLine shell;
        GhostSite site;
        QCOMPARE(shell.run({u"init"_s, u"--workspace"_s, u"lab.lyceum"_s}).code, 0);
        QCOMPARE(shell.run({u"connect"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--url"_s, site.url(), u"--key-stdin"_s, u"--forget-key"_s},
                          GhostSite::key())
                     .code,
            0);
        site.silentAboutMembers = true;
        QProcess process;
        shell.start(process, CommandLine::program(), {u"sync"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--key-stdin"_s, u"--json"_s});
        process.write(GhostSite::key());
        process.closeWriteChannel();
        QTRY_VERIFY_WITH_TIMEOUT(site.askedForMembers > 0, 30'000);
        QCOMPARE(::kill(pid_t(process.processId()), signal), 0);
        const Ended ended = CommandLine::finish(process);
        QCOMPARE(ended.code, 1);
        QCOMPARE(ended.error()["kind"_L1].toString(), u"cancelled"_s);
        QCOMPARE(shell.run({u"verify"_s, u"--workspace"_s, u"lab.lyceum"_s}).code, 0);

        site.silentAboutMembers = false;
        const Ended later = shell.run({u"sync"_s, u"--workspace"_s, u"lab.lyceum"_s, u"--key-stdin"_s, u"--json"_s}, GhostSite::key());
        QVERIFY2(later.code == 0, later.err.constData());
        QVERIFY(later.json()["resumed"_L1].toBool());
    }
#endif
};

QTEST_GUILESS_MAIN(tst_StoreCommands)
#include "tst_storecommands.moc"
