// SPDX-License-Identifier: GPL-3.0-or-later
#include "community.h"
#include "storage/backup.h"
#include "storage/verify.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDay = 86'400;
const Author kMe {u"me"_s, Origin::Person, {}};

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

QString titleOf(const QString& path)
{
    const SystemClock clock;
    auto file = WorkspaceFile::open(path, clock, WorkspaceFile::Access::ReadOnly);
    return file ? (*file)->facts()->title : u"cannot be opened"_s;
}

qint64 utc(int year, int month, int day, int hour = 12)
{
    return QDateTime({year, month, day}, {hour, 0}, Qt::UTC).toSecsSinceEpoch();
}

} // namespace

class TestBackup : public QObject {
    Q_OBJECT

private:
    FixedClock m_clock {Community::kNow};
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    std::unique_ptr<WorkspaceFile> m_file;

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"学院 [1].lyceum"_s);
        auto file = WorkspaceFile::create(m_path, {u"Lab"_s, "Asia/Shanghai"}, m_clock);
        QVERIFY(file);
        m_file = *std::move(file);
        QVERIFY(Community::fill(*m_file, {20, 3, 10, 50}, 5));
    }
    void cleanup() { m_file.reset(); }

    // ---- which are kept

    void keepsTheNewestOfEachPeriod()
    {
        // Hourly backups from Monday 2026-01-05 to Tuesday 2026-03-31, UTC.
        QList<qint64> times;
        for (qint64 at = utc(2026, 1, 5, 0); at <= utc(2026, 3, 31, 23); at += 3600)
            times.append(at);
        const QList<qint64> kept = backupsToKeep(times, {3, 3, 4}, QTimeZone::utc());
        // Three days; the Sundays that end the weeks before this one; the ends of the months.
        QCOMPARE(kept, (QList<qint64> {utc(2026, 3, 31, 23), utc(2026, 3, 30, 23), utc(2026, 3, 29, 23), utc(2026, 3, 22, 23),
                           utc(2026, 2, 28, 23), utc(2026, 1, 31, 23)}));
    }

    void cutsDaysInTheZoneOfTheWorkspace()
    {
        // 20:00 and 14:00 UTC: one day in UTC, two in Shanghai.
        const QList<qint64> times {utc(2026, 5, 1, 20), utc(2026, 5, 1, 14)};
        QCOMPARE(backupsToKeep(times, {2, 0, 0}, QTimeZone::utc()).size(), 1);
        QCOMPARE(backupsToKeep(times, {2, 0, 0}, QTimeZone("Asia/Shanghai")).size(), 2);
    }

    void skipsDaysThatHaveNone()
    {
        const QList<qint64> times {utc(2026, 5, 1), utc(2025, 1, 1), utc(2020, 1, 1)};
        QCOMPARE(backupsToKeep(times, {2, 0, 0}, QTimeZone::utc()), (QList<qint64> {utc(2026, 5, 1), utc(2025, 1, 1)}));
    }

    void alwaysKeepsTheNewest()
    {
        QCOMPARE(backupsToKeep({5, 9, 7}, {0, 0, 0}, QTimeZone::utc()), QList<qint64> {9});
        QCOMPARE(backupsToKeep({}, {}, QTimeZone::utc()), QList<qint64>());
        // What is kept stays kept when rotation runs again.
        QList<qint64> times;
        for (int i = 0; i < 400; ++i)
            times.append(utc(2025, 1, 1) + i * kDay);
        const QList<qint64> kept = backupsToKeep(times, {}, QTimeZone::utc());
        QCOMPARE(backupsToKeep(kept, {}, QTimeZone::utc()), kept);
        QVERIFY(kept.size() <= 7 + 4 + 12);
    }

    // ---- making and removing them

    void makesListsAndRotates()
    {
        const QString folder = defaultBackupFolder(m_path);
        QCOMPARE(folder, m_dir->filePath(u"学院 [1]-backups"_s));
        QCOMPARE(backupsOf(m_path, folder)->size(), 0);
        QList<Backup> made;
        for (int i = 0; i < 10; ++i) {
            const auto backup = makeBackup(m_file->connection(), m_path, folder, Community::kNow + i * kDay);
            QVERIFY2(backup, backup ? "" : qPrintable(backup.error().detail));
            QVERIFY(checkBackup(backup->path));
            made.prepend(*backup);
        }
        QCOMPARE(backupsOf(m_path, folder), Result<QList<Backup>>(made));
        const auto same = makeBackup(m_file->connection(), m_path, folder, Community::kNow); // within one second
        QVERIFY(same);
        QCOMPARE(same->madeAtUtc, Community::kNow + 1);

        // What only looks like one stays, and so does a backup of another workspace of the same name.
        QVERIFY(QFile::copy(m_path, folder + u"/学院 [1]-yesterday.lyceum"_s));
        QTemporaryDir elsewhere;
        auto other = WorkspaceFile::create(elsewhere.filePath(u"学院 [1].lyceum"_s), {u"Other"_s, "UTC"}, m_clock);
        const auto others = makeBackup((*other)->connection(), (*other)->path(), folder, Community::kNow - 100 * kDay);
        QVERIFY(others);
        const QString id = m_file->facts()->workspaceId;
        const auto removed = rotateBackups(m_path, folder, id, {2, 0, 0}, QTimeZone::utc());
        QVERIFY(removed);
        QCOMPARE(removed->size(), 9);
        QCOMPARE(backupsOf(m_path, folder)->size(), 3);
        QVERIFY(QFileInfo::exists(others->path));
        QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).size(), 4);
    }

    void copiesWhatIsCommittedWhileOthersWork()
    {
        QVERIFY(m_file->setSetting(u"title"_s, u"In the log"_s, kMe));
        auto reader = m_file->reader();
        auto backup = makeBackup(*reader, m_path, defaultBackupFolder(m_path), Community::kNow);
        QVERIFY(backup);
        QVERIFY(m_file->setSetting(u"title"_s, u"Later"_s, kMe));
        QCOMPARE(titleOf(backup->path), u"In the log"_s);
    }

    void refusesWhatIsNoBackup()
    {
        const QString text = m_dir->filePath(u"text.lyceum"_s);
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a database at all, but long enough to look at");
        file.close();
        QCOMPARE(checkBackup(text).error().kind, Error::Kind::WorkspaceForeign);
        QCOMPARE(checkBackup(m_dir->filePath(u"nothing"_s)).error().kind, Error::Kind::WorkspaceMissing);
        const auto backup = makeBackup(m_file->connection(), m_path, defaultBackupFolder(m_path), Community::kNow);
        QVERIFY(backup);
        auto reader = Connection::open(backup->path, Connection::Mode::ReadOnly);
        const qint64 page = reader->integerOf("SELECT rootpage FROM sqlite_master WHERE name = 'event'")->value_or(0);
        QFile damaged(backup->path);
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.seek((page - 1) * 4096));
        damaged.write(QByteArray(4096, '\x5a'));
        damaged.close();
        QCOMPARE(checkBackup(backup->path).error().kind, Error::Kind::WorkspaceDamaged);
        QCOMPARE(restoreTo(backup->path, m_dir->filePath(u"new.lyceum"_s)).error().kind, Error::Kind::WorkspaceDamaged);
        QVERIFY(!QFileInfo::exists(m_dir->filePath(u"new.lyceum"_s)));
        const QByteArray before = bytesOf(m_path);
        m_file.reset();
        QCOMPARE(replaceWith(backup->path, m_path, Community::kNow).error().kind, Error::Kind::WorkspaceDamaged);
        QCOMPARE(titleOf(m_path), u"Lab"_s);
    }

    void saysWhenThereIsNoPlace()
    {
        // A folder that cannot be made, whoever asks.
        const QString file = m_dir->filePath(u"a file"_s);
        QFile(file).open(QIODevice::WriteOnly);
        const auto refused = makeBackup(m_file->connection(), m_path, file + u"/backups"_s, Community::kNow);
        QVERIFY(!refused);
        QVERIFY(refused.error().kind == Error::Kind::Io || refused.error().kind == Error::Kind::WorkspaceReadOnly);
    }

    // ---- getting back

    void restoresIntoANewFileOnly()
    {
        const auto backup = makeBackup(m_file->connection(), m_path, defaultBackupFolder(m_path), Community::kNow);
        const QByteArray backupBytes = bytesOf(backup->path);
        const QString target = m_dir->filePath(u"restored.lyceum"_s);
        QVERIFY(restoreTo(backup->path, target));
        QCOMPARE(restoreTo(backup->path, target).error().kind, Error::Kind::WorkspaceExists);
        QCOMPARE(restoreTo(backup->path, m_path).error().kind, Error::Kind::WorkspaceExists);
        auto restored = WorkspaceFile::open(target, m_clock);
        QVERIFY(restored);
        QVERIFY(allWell(*verifyWorkspace((*restored)->connection())));
        QCOMPARE((*restored)->facts()->workspaceId, m_file->facts()->workspaceId);
        QVERIFY((*restored)->setSetting(u"title"_s, u"Works"_s, kMe));
        QVERIFY(bytesOf(backup->path) == backupBytes);
    }

    void replacesAndKeepsWhatWasThere()
    {
        const auto backup = makeBackup(m_file->connection(), m_path, defaultBackupFolder(m_path), Community::kNow);
        QVERIFY(m_file->setSetting(u"title"_s, u"After the backup"_s, kMe));
        m_file.reset();
        const auto aside = replaceWith(backup->path, m_path, Community::kNow);
        QVERIFY2(aside, aside ? "" : qPrintable(aside.error().detail));
        QCOMPARE(titleOf(m_path), u"Lab"_s);
        QCOMPARE(titleOf(*aside), u"After the backup"_s);
        QVERIFY(QFileInfo::exists(backup->path));
        // And once more: the second one replaced gets a name of its own.
        const auto second = replaceWith(backup->path, m_path, Community::kNow);
        QVERIFY(second);
        QVERIFY(*second != *aside);
        QCOMPARE(titleOf(*aside), u"After the backup"_s);
    }

    void replacesADamagedWorkspaceAndKeepsItsBytes()
    {
        const auto backup = makeBackup(m_file->connection(), m_path, defaultBackupFolder(m_path), Community::kNow);
        m_file.reset();
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(5000, '\x5a'));
        file.close();
        const QByteArray damaged = bytesOf(m_path);
        const auto aside = replaceWith(backup->path, m_path, Community::kNow);
        QVERIFY(aside);
        QCOMPARE(titleOf(m_path), u"Lab"_s);
        QVERIFY(bytesOf(*aside) == damaged);
    }

    void doesNotReplaceWhatSomebodyHasOpen()
    {
        const auto backup = makeBackup(m_file->connection(), m_path, defaultBackupFolder(m_path), Community::kNow);
        QVERIFY(m_file->setSetting(u"title"_s, u"Open"_s, kMe));
        const QStringList before = QDir(m_dir->path()).entryList(QDir::Files);
        QCOMPARE(replaceWith(backup->path, m_path, Community::kNow).error().kind, Error::Kind::WorkspaceLocked);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), before);
        QCOMPARE(m_file->facts()->title, u"Open"_s);
        QVERIFY(m_file->setSetting(u"title"_s, u"Still works"_s, kMe));
        QCOMPARE(replaceWith(m_path, m_path, Community::kNow).error().kind, Error::Kind::WorkspaceExists);
    }

    void replacesNothingWhereNothingIs()
    {
        const auto backup = makeBackup(m_file->connection(), m_path, defaultBackupFolder(m_path), Community::kNow);
        const QString target = m_dir->filePath(u"gone.lyceum"_s);
        QCOMPARE(replaceWith(backup->path, target, Community::kNow), Result<QString>(QString()));
        QCOMPARE(titleOf(target), u"Lab"_s);
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
