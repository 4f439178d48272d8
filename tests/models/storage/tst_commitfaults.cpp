// SPDX-License-Identifier: GPL-3.0-or-later
#include "community.h"
#include "faultyvfs.h"
#include "storage/backup.h"
#include "storage/verify.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

namespace {

const Author kPerson {u"me"_s, Origin::Person, u"edit"_s};

/// All a commit writes, as one value; the journal's random salts left out.
QByteArray fingerprint(Connection& connection)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const char* sql : {"SELECT * FROM setting ORDER BY id", "SELECT * FROM sequence", "SELECT * FROM member ORDER BY id",
             "SELECT * FROM member_label", "SELECT * FROM label ORDER BY id", "SELECT * FROM event ORDER BY id",
             "SELECT * FROM subscription_change ORDER BY id", "SELECT * FROM payment ORDER BY id", "SELECT * FROM activity_day",
             "SELECT * FROM member_day", "SELECT id, at, author, origin, reason FROM journal_entry ORDER BY id",
             "SELECT entry_id, entity, row_id, operation, field, old, new FROM journal_change ORDER BY id",
             "SELECT entry_id, entity, row_count FROM journal_arrival ORDER BY id", "SELECT * FROM outbox ORDER BY id", "SELECT * FROM conflict ORDER BY id",
             "SELECT * FROM sync_state",
             "SELECT rowid FROM member_search WHERE member_search MATCH 'renamed'"}) {
        auto rows = connection.prepare(sql);
        if (!rows)
            return "cannot be read: " + rows.error().detail.toUtf8();
        for (auto row = rows->step(); *row; row = rows->step()) {
            for (int i = 0; i < rows->columnCount(); ++i) {
                hash.addData(QByteArray::number(int(rows->isNull(i))));
                hash.addData(rows->blob(i));
            }
        }
        hash.addData("|");
    }
    return hash.result().toHex();
}

/// A bit of everything: an edit, a new row, sets, a removal, events with money, a mark of the sync engine.
Result<ChangeSummary> commitOfEverything(WorkspaceFile& file, const Community& community)
{
    return file.commit(kPerson, [&](ChangeSet& changes) -> Result<void> {
        Member edited = community.members.at(3);
        edited.name = u"Renamed 改名"_s;
        edited.labels = {community.labels.at(1).id};
        changes.put(edited);
        const auto label = changes.nextId<Label>();
        if (!label)
            return tl::unexpected(label.error());
        changes.put(Label {*label, {}, u"New"_s, u"new"_s});
        Member other = community.members.at(4);
        other.labels.append(*label);
        changes.put(other);
        changes.remove(Entity::Event, community.events.at(7).id);
        for (int i = 0; i < 5; ++i) {
            const auto id = changes.nextId<Event>();
            if (!id)
                return tl::unexpected(id.error());
            const Event event {*id, EventKind::SubscriptionChange, u"%1"_s.arg(i, 24, 16, QChar(u'f')), edited.id, Community::kNow, {}, 100, {}};
            changes.add(event, SubscriptionChange {*id, SubscriptionChange::Type::Created, u"s"_s, {}, {}, u"USD"_s, 100, u"Reader"_s, false});
        }
        changes.setSyncState(u"cursor"_s, u"42"_s);
        changes.noteConflict({Entity::Member, edited.id.value, "name", community.members.at(3).name, edited.name, u"Theirs"_s});
        changes.settleConflict(Entity::Member, edited.id.value, "name", Settlement::Mine);
        changes.noteConflict({Entity::Member, other.id.value, "note", u"a"_s, u"b"_s, u"c"_s});
        changes.markOutbox({Entity::Label, label->value, 0, OutboxState::Sending});
        return {};
    });
}

} // namespace

/// The n-th call to the disk fails, for n = 0, 1, 2 ... until none does; the workspace is always in a state that was meant.
class TestCommitFaults : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    FixedClock m_clock {Community::kNow};
    QString m_original;
    Community m_community;

private Q_SLOTS:
    void initTestCase()
    {
        m_original = m_dir.filePath(u"original.lyceum"_s);
        auto file = WorkspaceFile::create(m_original, {u"Lab"_s, "Asia/Shanghai"}, m_clock);
        QVERIFY(file);
        auto community = Community::fill(**file, {30, 3, 20, 150}, 9);
        QVERIFY(community);
        m_community = *std::move(community);
    }

    void commitsAllOrNothing_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("forGood");
        QTest::newRow("the disk is full once") << SQLITE_FULL << false;
        QTest::newRow("the disk stays full") << SQLITE_FULL << true;
        QTest::newRow("a write fails once") << SQLITE_IOERR_WRITE << false;
        QTest::newRow("the disk is gone") << SQLITE_IOERR_WRITE << true;
    }
    void commitsAllOrNothing()
    {
        QFETCH(int, code);
        QFETCH(bool, forGood);
        const QString path = m_dir.filePath(u"work.lyceum"_s);
        FaultyVfs disk;
        QByteArray before;
        QByteArray after;
        bool failedSomewhere = true;
        int failures = 0;
        for (int n = -1; failedSomewhere; ++n) { // -1: nothing fails, to know what is meant
            for (const auto& end : {""_L1, "-wal"_L1, "-shm"_L1})
                QFile::remove(path + end);
            QVERIFY(QFile::copy(m_original, path));
            auto file = WorkspaceFile::open(path, m_clock);
            QVERIFY(file);
            if (n < 0)
                before = fingerprint((*file)->connection());
            bool told = false;
            (*file)->setListener([&](const ChangeSummary&) { told = true; });
            if (n >= 0)
                disk.failAfter(n, code, forGood);
            const auto committed = commitOfEverything(**file, m_community);
            if (forGood && n >= 0)
                file->reset(); // closed while nothing can be written
            const bool failed = disk.heal();
            QCOMPARE(told, committed.has_value());
            if (!committed) {
                const auto expected = code == SQLITE_FULL ? Error::Kind::DiskFull : Error::Kind::Io;
                QCOMPARE(int(committed.error().kind), int(expected));
                ++failures;
            }
            if (*file) {
                const QByteArray now = fingerprint((*file)->connection());
                if (n < 0)
                    after = now;
                QCOMPARE(now, committed ? after : before);
                // The same connection goes on working.
                QVERIFY((*file)->setSetting(u"probe"_s, u"1"_s, kPerson));
                file->reset();
            }
            auto again = WorkspaceFile::open(path, m_clock);
            QVERIFY(again);
            if (forGood && n >= 0) {
                // What a disk took before it went is not known to who was told of a failure; but it is all or nothing.
                const QByteArray now = fingerprint((*again)->connection());
                QVERIFY(now == after || (now == before && !committed));
            }
            const auto findings = verifyWorkspace((*again)->connection());
            QVERIFY(findings);
            QVERIFY(allWell(*findings));
            failedSomewhere = n < 0 || failed;
        }
        QVERIFY(before != after);
        QVERIFY(failures > 5); // there were calls to fail
    }

    void createsAWorkspaceOrNone()
    {
        FaultyVfs disk;
        bool failed = true;
        for (int n = 0; failed; ++n) {
            const QString path = m_dir.filePath(u"new%1.lyceum"_s.arg(n));
            disk.failAfter(n, SQLITE_FULL, /*forGood=*/true);
            auto made = WorkspaceFile::create(path, {u"New"_s, "UTC"}, m_clock);
            failed = disk.heal();
            QVERIFY(made.has_value() || failed);
            if (made)
                continue;
            QCOMPARE(made.error().kind, Error::Kind::DiskFull);
            const QStringList left = QDir(m_dir.path()).entryList({u"new%1.*"_s.arg(n)}, QDir::Files);
            QCOMPARE(left, QStringList());
        }
    }

    void makesAWholeBackupOrNone()
    {
        const QString folder = m_dir.filePath(u"backups"_s);
        FaultyVfs disk;
        auto file = WorkspaceFile::open(m_original, m_clock);
        QVERIFY(file);
        const QByteArray before = fingerprint((*file)->connection());
        bool failed = true;
        int failures = 0;
        for (int n = 0; failed; n += 7) {
            disk.failAfter(n, SQLITE_FULL, /*forGood=*/true);
            const auto backup = makeBackup((*file)->connection(), m_original, folder, Community::kNow);
            failed = disk.heal();
            const qsizetype files = QDir(folder).entryList(QDir::Files | QDir::Hidden).size();
            QCOMPARE(files, backup ? 1 : 0);
            if (!backup) {
                QCOMPARE(backup.error().kind, Error::Kind::DiskFull);
                ++failures;
            } else {
                QVERIFY(checkBackup(backup->path));
            }
            QCOMPARE(fingerprint((*file)->connection()), before);
        }
        QVERIFY(failures > 3);
    }
};

QTEST_GUILESS_MAIN(TestCommitFaults)
#include "tst_commitfaults.moc"
