// SPDX-License-Identifier: GPL-3.0-or-later
#include "community.h"
#include "storage/verify.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

namespace {

const Author kAuthor {u"tester"_s, Origin::Sync, u"page"_s};
constexpr auto kWriterMark = "--write-until-killed";
constexpr int kMembersPerCommit = 20;

void say(char what)
{
    std::putchar(what);
    std::fflush(stdout);
}

/// The writer that gets killed: commits pages for ever and says 'b' inside, 'c' after each commit.
int writeUntilKilled(const QString& path)
{
    const SystemClock clock;
    auto file = WorkspaceFile::open(path, clock);
    if (!file)
        return 1;
    for (;;) {
        const auto committed = (*file)->commit(kAuthor, [](ChangeSet& changes) -> Result<void> {
            for (int i = 0; i < kMembersPerCommit; ++i) {
                Member member;
                const auto id = changes.nextId<Member>();
                const auto eventId = changes.nextId<Event>();
                if (!id || !eventId)
                    return failure(Error::Kind::Internal);
                member.id = *id;
                member.name = u"会员 %1"_s.arg(id->value);
                member.email = u"%1@example.com"_s.arg(id->value);
                changes.put(member);
                changes.add({*eventId, EventKind::Login, u"%1"_s.arg(eventId->value, 24, 16, QChar(u'0')), *id, 1'700'000'000 + eventId->value, {}, 0, {}});
                if (i % 5 == 0)
                    say('b');
            }
            return {};
        });
        if (!committed)
            return 2;
        say('c');
    }
}

} // namespace

/// A process that is killed while it commits leaves a workspace that opens, verifies and holds every commit that was reported.
class TestCommitKilled : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesKillsAtAnyMoment()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"killed.lyceum"_s);
        const SystemClock clock;
        QVERIFY(WorkspaceFile::create(path, {u"Lab"_s, "UTC"}, clock));
        qint64 reported = 0;
        Dice dice(4);
        for (int round = 0; round < 25; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(kWriterMark), path});
            QVERIFY(writer.waitForStarted());
            QByteArray said;
            const qsizetype enough = 1 + dice(40);
            while (said.size() < enough) {
                QVERIFY2(writer.waitForReadyRead(), "the writer ended by itself");
                said += writer.readAllStandardOutput();
            }
            writer.kill();
            QVERIFY(writer.waitForFinished());
            QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
            said += writer.readAllStandardOutput();
            reported += said.count('c') * kMembersPerCommit;

            auto file = WorkspaceFile::open(path, clock);
            QVERIFY(file);
            const qint64 there = (*file)->connection().integerOf("SELECT count(*) FROM member")->value_or(-1);
            QVERIFY(there >= reported);
            QVERIFY(there <= reported + kMembersPerCommit); // the last commit may have been done and not yet reported
            QCOMPARE(there % kMembersPerCommit, qint64(0));
            reported = there;
            const auto findings = verifyWorkspace((*file)->connection());
            QVERIFY(findings);
            QVERIFY(allWell(*findings));
        }
        QVERIFY(reported > 0);
    }
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == kWriterMark)
        return writeUntilKilled(QString::fromLocal8Bit(argv[2]));
    TestCommitKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_commitkilled.moc"
