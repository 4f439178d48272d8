// SPDX-License-Identifier: GPL-3.0-or-later
#include "community.h"
#include "storage/verify.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

class TestVerify : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    FixedClock m_clock {Community::kNow};
    std::unique_ptr<WorkspaceFile> m_file;

private Q_SLOTS:
    void init()
    {
        auto file = WorkspaceFile::create(m_dir.filePath(u"lab.lyceum"_s), {u"Lab"_s, "Asia/Shanghai"}, m_clock);
        QVERIFY(file);
        m_file = *std::move(file);
        QVERIFY(Community::fill(*m_file, {40, 5, 40, 300}, 5));
        QVERIFY(m_file->setSetting(u"title"_s, u"Laboratory"_s, {u"me"_s, Origin::Person, {}}));
    }
    void cleanup()
    {
        const QString path = m_file->path();
        m_file.reset();
        QFile::remove(path);
    }

    void isContentWithWhatTheCommitPathWrote()
    {
        QStringList seen;
        const auto findings = verifyWorkspace(m_file->connection(), [&](Finding::Check check) {
            seen.append(nameOf(check));
            return true;
        });
        QVERIFY(findings);
        for (const Finding& finding : *findings) {
            QVERIFY2(finding.ok, qPrintable(nameOf(finding.check) + finding.details.join(u' ')));
            QVERIFY(!finding.skipped);
        }
        QCOMPARE(seen, (QStringList {u"integrity"_s, u"foreign-keys"_s, u"search"_s, u"rollups"_s, u"sequences"_s, u"journal"_s}));
        auto reader = m_file->reader();
        const auto readOnly = verifyWorkspace(*reader);
        QVERIFY(readOnly);
        for (const Finding& finding : *readOnly) {
            QVERIFY(finding.ok);
            QCOMPARE(finding.skipped, finding.check == Finding::Check::Search);
        }
    }

    void findsWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("harm");
        QTest::addColumn<QString>("check");
        QTest::newRow("an index of other values") << QByteArray("PRAGMA writable_schema=ON; UPDATE sqlite_master SET"
                                                                " sql = replace(sql, '(email ', '(uuid ') WHERE name = 'member_email'")
                                                  << u"integrity"_s;
        QTest::newRow("a label nobody has made") << QByteArray("PRAGMA foreign_keys=OFF; INSERT INTO member_label VALUES (1, 999)")
                                                 << u"foreign-keys"_s;
        QTest::newRow("a name not indexed") << QByteArray("DROP TRIGGER member_search_update; UPDATE member SET name = 'Changed' WHERE id = 1")
                                            << u"search"_s;
        QTest::newRow("a comment not indexed") << QByteArray("DROP TRIGGER comment_search_update; UPDATE comment SET text = 'Changed' WHERE id = 1")
                                               << u"search"_s;
        QTest::newRow("an event not counted") << QByteArray("DELETE FROM subscription_change WHERE id = 1; DELETE FROM event WHERE id = 1")
                                              << u"rollups"_s;
        QTest::newRow("an id from nowhere") << QByteArray("INSERT INTO label VALUES (77, NULL, 'x', 'x')") << u"sequences"_s;
        QTest::newRow("a change of the past") << QByteArray("UPDATE journal_change SET new = 'Other' WHERE new = 'Laboratory'") << u"journal"_s;
    }
    void findsWhatIsWrong()
    {
        QFETCH(QByteArray, harm);
        QFETCH(QString, check);
        QVERIFY(m_file->connection().execute(harm));
        auto again = Connection::open(m_file->path(), Connection::Mode::ReadWrite); // one that has not read the schema before
        QVERIFY(again);
        const auto findings = verifyWorkspace(*again);
        QVERIFY(findings);
        QVERIFY(!allWell(*findings));
        for (const Finding& finding : *findings) {
            if (nameOf(finding.check) == check) {
                QVERIFY(!finding.ok);
                QVERIFY(!finding.details.isEmpty());
            }
        }
    }

    void countsTheSearchIndexWhereItCannotWrite()
    {
        QVERIFY(m_file->connection().execute("DROP TRIGGER member_search_insert; INSERT INTO member SELECT 900, NULL, uuid, email, name, note, status,"
                                             " joined_at, changed_at, last_seen_at, departed_at, country, source, source_medium, subscribed, email_count,"
                                             " email_opened_count, email_suppressed, email_suppressed_reason, commenting_disabled, commenting_disabled_reason,"
                                             " commenting_disabled_until, complimentary_until FROM member WHERE id = 1"));
        auto reader = m_file->reader();
        const auto findings = verifyWorkspace(*reader);
        QVERIFY(findings);
        QVERIFY(!findings->at(2).ok);
    }

    void changesNothing()
    {
        const qint64 before = m_file->connection().integerOf("PRAGMA data_version")->value_or(0);
        auto other = Connection::open(m_file->path(), Connection::Mode::ReadWrite);
        QVERIFY(verifyWorkspace(*other));
        QCOMPARE(m_file->connection().integerOf("PRAGMA data_version")->value_or(0), before);
    }

    void canBeCancelled()
    {
        const auto findings = verifyWorkspace(m_file->connection(), [](Finding::Check check) { return check != Finding::Check::Rollups; });
        QVERIFY(!findings);
        QCOMPARE(findings.error().kind, Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
