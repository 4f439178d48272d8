// SPDX-License-Identifier: GPL-3.0-or-later
#include "community.h"
#include "storage/conflicts.h"
#include "storage/memberquery.h"
#include "storage/outbox.h"
#include "storage/verify.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

namespace {

constexpr int kFirstWithOutbox = 3; // earlier fixtures have nothing that waits
constexpr auto kFixtures = LYCEUM_TEST_DATA "/workspaces/schema%1.lyceum";

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

bool overwrite(const QString& path, qint64 at, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(at) && file.write(bytes) == bytes.size();
}

/// A database of another program, as that program's own library leaves it.
class Foreign {
public:
    explicit Foreign(const QString& path)
    {
        sqlite3_open(path.toUtf8().constData(), &m_handle);
    }
    ~Foreign() { sqlite3_close(m_handle); }
    Foreign(const Foreign&) = delete;
    Foreign& operator=(const Foreign&) = delete;
    bool run(const char* sql) { return sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }

private:
    sqlite3* m_handle = nullptr;
};

/// What a file's tables and indexes are, in an order that does not depend on how they came.
QStringList schemaOf(Connection& connection)
{
    QStringList lines;
    auto rows = connection.prepare("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1");
    for (auto row = rows->step(); row && *row; row = rows->step())
        lines.append(rows->text(0));
    return lines;
}

#ifdef Q_OS_UNIX
/// Permissions mean nothing to root; while this lives the process is nobody.
class AsNobody {
public:
    AsNobody()
    {
        if (m_wasRoot && setresuid(kNobody, kNobody, 0) != 0) // the real one too: that is what access() asks
            qFatal("cannot become nobody");
    }
    ~AsNobody()
    {
        if (m_wasRoot && setresuid(0, 0, 0) != 0)
            qFatal("cannot become root again");
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    static constexpr uid_t kNobody = 65534;
    bool m_wasRoot = geteuid() == 0;
};
#endif

} // namespace

/// Every kind of file a person may point at: each gets its own answer, and is afterwards as it was before.
class TestOpening : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    FixedClock m_clock {Community::kNow};
    int m_serial = 0;

    QString freshPath() { return m_dir.filePath(u"%1 50% of 学院 #?.lyceum"_s.arg(++m_serial)); } // no friend of URIs

    /// A closed workspace with something in it.
    QString made()
    {
        const QString path = freshPath();
        auto file = WorkspaceFile::create(path, {u"Lab"_s, "Asia/Shanghai"}, m_clock);
        if (!file || !Community::fill(**file, kFixtureSize, 3))
            return {};
        return path;
    }

private Q_SLOTS:
    void opensTheFixtureOfEverySchema_data()
    {
        QTest::addColumn<int>("schema");
        for (int schema = 1; schema <= WorkspaceFile::kSchema; ++schema)
            QTest::addRow("schema %d", schema) << schema;
    }
    void opensTheFixtureOfEverySchema()
    {
        QFETCH(const int, schema);
        const QString path = freshPath();
        QVERIFY(QFile::copy(QString::fromLatin1(kFixtures).arg(schema), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        auto file = WorkspaceFile::open(path, m_clock);
        QVERIFY(file);
        const auto facts = (*file)->facts();
        QCOMPARE(facts->title, u"学院 of schema %1"_s.arg(schema));
        QCOMPARE(facts->timeZone, QByteArray("Asia/Shanghai"));
        const auto findings = verifyWorkspace((*file)->connection());
        QVERIFY(findings);
        QVERIFY(allWell(*findings));
        QCOMPARE((*file)->connection().integerOf("SELECT count(*) FROM event")->value_or(0), kFixtureSize.events);
        MemberQuery everybody;
        everybody.includeDeparted = true;
        QCOMPARE(memberIds((*file)->connection(), everybody, Community::kNow)->size(), kFixtureSize.members);
        QCOMPARE(outboxCounts((*file)->connection())->items, schema >= kFirstWithOutbox ? 1 : 0);
        QCOMPARE(openConflictCount((*file)->connection()), Result<qint64>(schema >= kFirstWithOutbox ? 1 : 0));
        // And it can be worked with.
        QVERIFY((*file)->setSetting(u"title"_s, u"Renamed"_s, {u"me"_s, Origin::Person, {}}));
    }

    void takesWhatWaitedIntoTheSchemaThatPushes()
    {
        const QString path = freshPath();
        QVERIFY(QFile::copy(QString::fromLatin1(kFixtures).arg(2), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        {
            Foreign old(path);
            QVERIFY(old.run("INSERT INTO outbox (id, entry_id, entity, row_id, operation, state, attempts, problem)"
                            " VALUES (5, 1, 3, 1, 'update', 'done', 0, ''), (8, 1, 2, 4, 'update', 'pending', 2, 'timeout')"));
            QVERIFY(old.run("INSERT INTO conflict (entity, row_id, field, base, mine, theirs, found_at, settled_at)"
                            " VALUES (2, 4, 'name', 'a', 'b', 'c', 7, NULL), (2, 4, 'note', 'a', 'b', 'c', 7, 8)"));
        }
        auto file = WorkspaceFile::open(path, m_clock);
        QVERIFY(file);
        OutboxQuery all;
        all.takenBack = true;
        const auto items = outboxItems((*file)->connection(), all);
        QVERIFY(items);
        QCOMPARE(items->size(), 1);
        QCOMPARE(items->first().lastOutboxId, 8);
        QCOMPARE(items->first().problem, u"timeout"_s);
        QVERIFY(items->first().held);
        const auto open = openConflicts((*file)->connection());
        QVERIFY(open);
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->first().theirs, Scalar(u"c"_s));
    }

    void bringsOldFilesToTheSchemaOfNewOnes()
    {
        const QString path = freshPath();
        QVERIFY(QFile::copy(QString::fromLatin1(kFixtures).arg(1), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        auto old = WorkspaceFile::open(path, m_clock);
        auto fresh = WorkspaceFile::create(freshPath(), {}, m_clock);
        QVERIFY(old && fresh);
        QCOMPARE(schemaOf((*old)->connection()), schemaOf((*fresh)->connection()));
    }

    void tellsDamageWithoutTouchingIt_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<int>("kind");
        QTest::newRow("cut in half") << u"half"_s << int(Error::Kind::WorkspaceDamaged);
        QTest::newRow("the last page is missing") << u"page"_s << int(Error::Kind::WorkspaceDamaged);
        QTest::newRow("the schema is junk") << u"schema"_s << int(Error::Kind::WorkspaceDamaged);
        QTest::newRow("the magic bytes are gone") << u"magic"_s << int(Error::Kind::WorkspaceForeign);
        QTest::newRow("only zeros") << u"zeros"_s << int(Error::Kind::WorkspaceForeign);
    }
    void tellsDamageWithoutTouchingIt()
    {
        QFETCH(QString, damage);
        QFETCH(int, kind);
        const QString path = made();
        QVERIFY(!path.isEmpty());
        const qint64 size = QFileInfo(path).size();
        if (damage == "half"_L1)
            QVERIFY(QFile::resize(path, size / 2 / 4096 * 4096));
        else if (damage == "page"_L1)
            QVERIFY(QFile::resize(path, size - 4096));
        else if (damage == "schema"_L1)
            QVERIFY(overwrite(path, 100, QByteArray(1000, '\x5a')));
        else if (damage == "magic"_L1)
            QVERIFY(overwrite(path, 0, QByteArray(16, '\x5a')));
        else
            QVERIFY(overwrite(path, 0, QByteArray(qsizetype(size), '\0')));
        const QByteArray before = bytesOf(path);
        for (const auto access : {WorkspaceFile::Access::ReadWrite, WorkspaceFile::Access::ReadOnly}) {
            const auto opened = WorkspaceFile::open(path, m_clock, access);
            QVERIFY(!opened);
            QCOMPARE(int(opened.error().kind), kind);
            QCOMPARE(opened.error().subject, path);
            QVERIFY(bytesOf(path) == before);
        }
    }

    void findsDamageThatOpeningCannotSee()
    {
        const QString path = made();
        // A page of the events: opening reads a few pages only, the check reads all.
        qint64 page = 0;
        {
            auto reader = Connection::open(path, Connection::Mode::ReadOnly);
            page = reader->integerOf("SELECT rootpage FROM sqlite_master WHERE name = 'event'")->value_or(0);
        }
        QVERIFY(page > 1);
        QVERIFY(overwrite(path, (page - 1) * 4096, QByteArray(4096, '\x5a')));
        const QByteArray before = bytesOf(path);
        auto file = WorkspaceFile::open(path, m_clock, WorkspaceFile::Access::ReadOnly);
        QVERIFY(file);
        const auto findings = verifyWorkspace((*file)->connection());
        QVERIFY(findings);
        QCOMPARE(findings->size(), 6);
        QVERIFY(!findings->first().ok);
        QVERIFY(!findings->first().details.isEmpty());
        QVERIFY(!allWell(*findings));
        QVERIFY(bytesOf(path) == before);
    }

    void leavesOtherProgramsDatabasesAlone_data()
    {
        QTest::addColumn<bool>("wal");
        QTest::newRow("with a rollback journal") << false;
        QTest::newRow("with changes in its log") << true;
    }
    void leavesOtherProgramsDatabasesAlone()
    {
        QFETCH(bool, wal);
        const QString path = freshPath();
        const QString live = path + u".live"_s;
        {
            Foreign foreign(live);
            QVERIFY(!wal || foreign.run("PRAGMA journal_mode=WAL"));
            QVERIFY(foreign.run("CREATE TABLE bookmark (url TEXT); PRAGMA user_version=3"));
            QVERIFY(!wal || foreign.run("PRAGMA wal_checkpoint(TRUNCATE)"));
            QVERIFY(foreign.run("INSERT INTO bookmark VALUES ('https://example.org')"));
            for (const auto& end : {u""_s, u"-wal"_s}) { // as after a crash of that program
                if (QFileInfo::exists(live + end))
                    QVERIFY(QFile::copy(live + end, path + end));
            }
        }
        QCOMPARE(QFileInfo(path + u"-wal"_s).size() > 0, wal);
        const QByteArray before = bytesOf(path);
        const QByteArray logBefore = bytesOf(path + u"-wal"_s);
        for (const auto access : {WorkspaceFile::Access::ReadWrite, WorkspaceFile::Access::ReadOnly}) {
            const auto opened = WorkspaceFile::open(path, m_clock, access);
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, Error::Kind::WorkspaceForeign);
            QVERIFY(bytesOf(path) == before);
            QVERIFY(bytesOf(path + u"-wal"_s) == logBefore);
        }
        QCOMPARE(WorkspaceFile::open(m_dir.path(), m_clock).error().kind, Error::Kind::WorkspaceForeign); // a folder
    }

    void refusesNewerFilesWithoutTouchingThem()
    {
        const QString path = made();
        {
            Foreign newer(path);
            QVERIFY(newer.run("PRAGMA user_version=99; PRAGMA wal_checkpoint(TRUNCATE)"));
        }
        const QByteArray before = bytesOf(path);
        QCOMPARE(WorkspaceFile::open(path, m_clock).error().kind, Error::Kind::WorkspaceNewer);
        QVERIFY(bytesOf(path) == before);
    }

    void picksUpTheLogOfACrashedSession()
    {
        const QString path = made();
        const QString copy = freshPath();
        {
            auto file = WorkspaceFile::open(path, m_clock);
            QVERIFY((*file)->setSetting(u"title"_s, u"In the log"_s, {u"me"_s, Origin::Person, {}}));
            QVERIFY(QFile::copy(path, copy));
            QVERIFY(QFile::copy(path + u"-wal"_s, copy + u"-wal"_s));
        }
        auto file = WorkspaceFile::open(copy, m_clock);
        QVERIFY(file);
        QCOMPARE((*file)->facts()->title, u"In the log"_s);
        file->reset();
        QVERIFY(!QFileInfo::exists(copy + u"-wal"_s)); // folded in by the last to close
    }

    void setsTheLogAgainWhereItWasLost()
    {
        const QString path = made();
        {
            Foreign other(path);
            QVERIFY(other.run("PRAGMA journal_mode=DELETE"));
        }
        auto file = WorkspaceFile::open(path, m_clock);
        QVERIFY(file);
        auto mode = (*file)->connection().prepare("PRAGMA journal_mode");
        QVERIFY(*mode->step());
        QCOMPARE(mode->text(0), u"wal"_s);
    }

    void saysThatAFileIsLocked()
    {
        const QString path = made();
        Foreign holder(path);
        QVERIFY(holder.run("PRAGMA journal_mode=DELETE; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE"));
        QCOMPARE(WorkspaceFile::open(path, m_clock).error().kind, Error::Kind::WorkspaceLocked); // after the busy timeout
    }

    void waitsForAnotherWriterAndThenGivesUp()
    {
        const QString path = made();
        auto file = WorkspaceFile::open(path, m_clock);
        QVERIFY(file);
        Foreign holder(path);
        QVERIFY(holder.run("BEGIN IMMEDIATE"));
        const auto refused = (*file)->setSetting(u"title"_s, u"x"_s, {u"me"_s, Origin::Person, {}});
        QCOMPARE(refused.error().kind, Error::Kind::WorkspaceLocked);
        QVERIFY(holder.run("ROLLBACK"));
        QVERIFY((*file)->setSetting(u"title"_s, u"x"_s, {u"me"_s, Origin::Person, {}}));
    }

#ifdef Q_OS_UNIX
    void readsWhatCannotBeWritten_data()
    {
        QTest::addColumn<bool>("folderToo");
        QTest::newRow("a read-only file") << false;
        QTest::newRow("a read-only folder, as on a read-only disk") << true;
    }
    void readsWhatCannotBeWritten()
    {
        QFETCH(bool, folderToo);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"只读 100%?.lyceum"_s);
        QVERIFY(QFile::rename(made(), path));
        QCOMPARE(chmod(QFile::encodeName(path).constData(), 0444), 0);
        QCOMPARE(chmod(QFile::encodeName(folder.path()).constData(), folderToo ? 0555 : 0777), 0);
        const QByteArray before = bytesOf(path);
        {
            const AsNobody nobody;
            for (const auto access : {WorkspaceFile::Access::ReadWrite, WorkspaceFile::Access::ReadOnly}) {
                auto file = WorkspaceFile::open(path, m_clock, access);
                QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
                QVERIFY((*file)->isReadOnly());
                QCOMPARE((*file)->facts()->title, u"Lab"_s);
                auto reader = (*file)->reader();
                QVERIFY(reader);
                QCOMPARE(memberCount(*reader, {}, 0).has_value(), true);
                const auto refused = (*file)->setSetting(u"title"_s, u"x"_s, {});
                QCOMPARE(refused.error().kind, Error::Kind::WorkspaceReadOnly);
                const auto findings = verifyWorkspace((*file)->connection());
                QVERIFY(findings && allWell(*findings));
            }
        }
        QVERIFY(bytesOf(path) == before);
        QCOMPARE(chmod(QFile::encodeName(folder.path()).constData(), 0755), 0);
    }

    void doesNotIgnoreALogItCannotRead()
    {
        const QString source = made();
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.lyceum"_s);
        {
            auto file = WorkspaceFile::open(source, m_clock);
            QVERIFY((*file)->setSetting(u"title"_s, u"In the log"_s, {u"me"_s, Origin::Person, {}}));
            QVERIFY(QFile::copy(source, path));
            QVERIFY(QFile::copy(source + u"-wal"_s, path + u"-wal"_s));
        }
        QCOMPARE(chmod(QFile::encodeName(folder.path()).constData(), 0555), 0);
        QCOMPARE(chmod(QFile::encodeName(path).constData(), 0444), 0);
        QCOMPARE(chmod(QFile::encodeName(path + u"-wal"_s).constData(), 0444), 0);
        {
            const AsNobody nobody;
            const auto opened = WorkspaceFile::open(path, m_clock);
            QVERIFY(!opened); // an answer without the latest changes would be a wrong one
            QCOMPARE(opened.error().kind, Error::Kind::WorkspaceReadOnly);
        }
        QCOMPARE(chmod(QFile::encodeName(folder.path()).constData(), 0755), 0);
    }

    void createsNothingWhereNothingCanBeWritten()
    {
        QTemporaryDir folder;
        QCOMPARE(chmod(QFile::encodeName(folder.path()).constData(), 0555), 0);
        {
            const AsNobody nobody;
            const auto made = WorkspaceFile::create(folder.filePath(u"a.lyceum"_s), {}, m_clock);
            QVERIFY(!made);
            QCOMPARE(made.error().kind, Error::Kind::WorkspaceReadOnly);
        }
        QCOMPARE(chmod(QFile::encodeName(folder.path()).constData(), 0755), 0);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 0);
    }
#endif
};

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
