// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal.h"
#include "storage/privacyreleases.h"
#include "storage/rollup.h"
#include "storage/workspacefile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

namespace {

const Author kSync {u"tester"_s, Origin::Sync, u"page"_s};
const Author kPerson {u"tester"_s, Origin::Person, u"edit"_s};

qint64 number(WorkspaceFile& file, const char* sql)
{
    const auto value = file.connection().integerOf(sql);
    return value ? value->value_or(-1) : -2;
}

Member ada(MemberId id)
{
    Member member;
    member.id = id;
    member.remoteId = u"6af9000000000000000000aa"_s;
    member.email = u"ada@example.com"_s;
    member.name = u"阿达 Lovelace"_s;
    member.joinedAtUtc = 1'700'000'000;
    return member;
}

} // namespace

class TestWorkspaceFile : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    FixedClock m_clock {1'790'000'000};
    int m_serial = 0;

    std::unique_ptr<WorkspaceFile> fresh()
    {
        const QString path = m_dir.filePath(u"%1.lyceum"_s.arg(++m_serial));
        auto file = WorkspaceFile::create(path, {u"Lab"_s, "Asia/Shanghai"}, m_clock);
        return file ? *std::move(file) : nullptr;
    }

private Q_SLOTS:
    void knowsItselfAfterCreationAndAfterOpening()
    {
        auto file = fresh();
        QVERIFY(file);
        const QString path = file->path();
        const auto made = file->facts();
        QVERIFY(made);
        file.reset();
        auto opened = WorkspaceFile::open(path, m_clock);
        QVERIFY(opened);
        const auto facts = (*opened)->facts();
        QVERIFY(facts);
        QCOMPARE(facts->title, u"Lab"_s);
        QCOMPARE(facts->timeZone, QByteArray("Asia/Shanghai"));
        QCOMPARE(facts->workspaceId, made->workspaceId);
        QCOMPARE(facts->createdAtUtc, qint64(1'790'000'000));
        QVERIFY(!facts->sample);
    }

    void refusesWhatItIsNotFor_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("kind");
        QTest::newRow("text") << QByteArray("twenty bytes of text, and some more of it") << int(Error::Kind::WorkspaceForeign);
        QTest::newRow("empty file") << QByteArray() << int(Error::Kind::WorkspaceForeign);
    }
    void refusesWhatItIsNotFor()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, kind);
        QFile file(m_dir.filePath(u"foreign%1"_s.arg(++m_serial)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto opened = WorkspaceFile::open(file.fileName(), m_clock);
        QVERIFY(!opened);
        QCOMPARE(int(opened.error().kind), kind);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content); // and it is as it was
    }

    void refusesANewerFileAndNeverOverwrites()
    {
        auto file = fresh();
        const QString path = file->path();
        QVERIFY(file->connection().execute("PRAGMA user_version=999"));
        file.reset();
        const auto opened = WorkspaceFile::open(path, m_clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::WorkspaceNewer);
        const auto created = WorkspaceFile::create(path, {}, m_clock);
        QVERIFY(!created);
        QCOMPARE(created.error().kind, Error::Kind::WorkspaceExists);
        const auto missing = WorkspaceFile::open(m_dir.filePath(u"nobody"_s), m_clock);
        QCOMPARE(missing.error().kind, Error::Kind::WorkspaceMissing);
    }

    void writesRowsJournalAndSearchInOneCommit()
    {
        auto file = fresh();
        QList<ChangeSummary> announced;
        file->setListener([&](const ChangeSummary& summary) { announced.append(summary); });
        const qint64 entries = number(*file, "SELECT count(*) FROM journal_entry");
        MemberId id;
        const auto summary = file->commit(kPerson, [&](ChangeSet& changes) -> Result<void> {
            const auto next = changes.nextId<Member>();
            if (!next)
                return tl::unexpected(next.error());
            id = *next;
            changes.put(ada(id));
            return {};
        });
        QVERIFY(summary);
        QCOMPARE(announced.size(), 1);
        QCOMPARE(announced.first().entities.value(Entity::Member).inserted, qint64(1));
        QCOMPARE(number(*file, "SELECT count(*) FROM journal_entry"), entries + 1);
        QCOMPARE(number(*file, "SELECT count(*) FROM outbox WHERE entity = 2 AND operation = 'insert'"), qint64(1));
        QCOMPARE(number(*file, "SELECT count(*) FROM member_search WHERE member_search MATCH '\"阿达\"'"), qint64(1));
        QCOMPARE(number(*file, "SELECT count(*) FROM member_search WHERE member_search MATCH 'love*'"), qint64(1));

        // The same again changes nothing and leaves no entry.
        const auto again = file->commit(kPerson, [&](ChangeSet& changes) -> Result<void> {
            changes.put(ada(id));
            return {};
        });
        QVERIFY(again);
        QCOMPARE(again->journalEntry, qint64(0));
        QVERIFY(again->entities.isEmpty());

        Member renamed = ada(id);
        renamed.name = u"Ada"_s;
        const auto edited = file->commit(kPerson, [&](ChangeSet& changes) -> Result<void> {
            changes.put(renamed);
            return {};
        });
        QVERIFY(edited);
        QCOMPARE(number(*file, "SELECT count(*) FROM journal_change WHERE operation = 'update' AND field = 'name' AND old = '阿达 Lovelace' AND new = 'Ada'"),
            qint64(1));
        QCOMPARE(number(*file, "SELECT count(*) FROM member_search WHERE member_search MATCH '\"阿达\"'"), qint64(0));
        const auto verified = verifyJournal(file->connection());
        QVERIFY(verified);
        QCOMPARE(*verified, QStringList());
    }

    void writesNothingWhenTheBuilderOrARowFails()
    {
        auto file = fresh();
        bool told = false;
        file->setListener([&](const ChangeSummary&) { told = true; });
        const auto refused = file->commit(kSync, [&](ChangeSet& changes) -> Result<void> {
            changes.put(ada(MemberId {7}));
            return failure(Error::Kind::BadAnswer, u"page 3"_s);
        });
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::BadAnswer);
        const auto dangling = file->commit(kSync, [&](ChangeSet& changes) -> Result<void> {
            Member member = ada(MemberId {7});
            member.labels = {LabelId {99}}; // there is no such label
            changes.put(member);
            changes.setSyncState(u"cursor"_s, u"5"_s);
            return {};
        });
        QVERIFY(!dangling);
        QVERIFY(!told);
        QCOMPARE(number(*file, "SELECT count(*) FROM member"), qint64(0));
        QCOMPARE(number(*file, "SELECT count(*) FROM sync_state"), qint64(0));
    }

    void journalsBulkArrivalsOnceAndChangesByField()
    {
        auto file = fresh();
        const qint64 changesBefore = number(*file, "SELECT count(*) FROM journal_change");
        QVERIFY(file->commit(kSync, [&](ChangeSet& changes) -> Result<void> {
            changes.put(Label {LabelId {1}, u"l1"_s, u"VIP"_s, u"vip"_s});
            for (qint64 i = 1; i <= 100; ++i) {
                Member member = ada(MemberId {i});
                member.remoteId = u"r%1"_s.arg(i);
                member.labels = {LabelId {1}};
                changes.put(member);
            }
            return {};
        }));
        QCOMPARE(number(*file, "SELECT count(*) FROM journal_change"), changesBefore);
        QCOMPARE(number(*file, "SELECT row_count FROM journal_arrival WHERE entity = 2"), qint64(100));
        QCOMPARE(number(*file, "SELECT count(*) FROM outbox"), qint64(0));
        QVERIFY(file->commit(kSync, [&](ChangeSet& changes) -> Result<void> {
            Member member = ada(MemberId {1});
            member.remoteId = u"r1"_s; // and no label any more
            changes.put(member);
            return {};
        }));
        QCOMPARE(number(*file, "SELECT count(*) FROM journal_change WHERE field = 'labels' AND old = 1 AND new IS NULL"), qint64(1));
        QCOMPARE(*verifyJournal(file->connection()), QStringList());
    }

    void journalNoticesWhatWasAltered_data()
    {
        QTest::addColumn<QByteArray>("tampering");
        QTest::newRow("a value") << QByteArray("UPDATE journal_change SET new = 'Eve' WHERE new = 'ada@example.com'");
        QTest::newRow("a time") << QByteArray("UPDATE journal_entry SET at = at + 1 WHERE id = 1");
        QTest::newRow("a change less") << QByteArray("DELETE FROM journal_change WHERE id = (SELECT max(id) FROM journal_change)");
        QTest::newRow("an entry less") << QByteArray(
            "DELETE FROM journal_change WHERE entry_id = 1; DELETE FROM journal_entry WHERE id = 1");
        QTest::newRow("an arrival's count") << QByteArray("UPDATE journal_arrival SET row_count = 2");
    }
    void journalNoticesWhatWasAltered()
    {
        QFETCH(QByteArray, tampering);
        auto file = fresh();
        QVERIFY(file->commit(kPerson, [](ChangeSet& changes) -> Result<void> {
            changes.put(ada(MemberId {1}));
            return {};
        }));
        QVERIFY(file->commit(kSync, [](ChangeSet& changes) -> Result<void> {
            changes.put(Label {LabelId {1}, u"l1"_s, u"VIP"_s, u"vip"_s});
            return {};
        }));
        QCOMPARE(*verifyJournal(file->connection()), QStringList());
        QVERIFY(file->connection().execute("PRAGMA foreign_keys=OFF"));
        QVERIFY(file->connection().execute(tampering));
        QVERIFY(!verifyJournal(file->connection())->isEmpty());
    }

    void erasedValuesLeaveAChainThatVerifies()
    {
        auto file = fresh();
        QVERIFY(file->commit(kPerson, [](ChangeSet& changes) -> Result<void> {
            changes.put(ada(MemberId {1}));
            return {};
        }));
        QVERIFY(file->connection().execute("UPDATE journal_change SET old = NULL, new = NULL, salt = NULL WHERE entity = 2 AND row_id = 1"));
        QCOMPARE(*verifyJournal(file->connection()), QStringList());
    }

    void keepsRollupsEqualToTheEvents()
    {
        auto file = fresh();
        QVERIFY(file->commit(kSync, [](ChangeSet& changes) -> Result<void> {
            for (qint64 m = 1; m <= 5; ++m) {
                Member member = ada(MemberId {m});
                member.remoteId = u"r%1"_s.arg(m);
                changes.put(member);
            }
            return {};
        }));
        quint64 state = 7;
        const auto random = [&](quint64 below) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            return qint64((state >> 33) % below);
        };
        for (int page = 0; page < 20; ++page) {
            QVERIFY(file->commit(kSync, [&](ChangeSet& changes) -> Result<void> {
                for (int i = 0; i < 50; ++i) {
                    Event event;
                    event.id = *changes.nextId<Event>();
                    event.kind = EventKind(1 + random(18));
                    event.remoteId = u"%1"_s.arg(random(600), 24, 16, QChar(u'0')); // many repeats
                    event.member.value = 1 + random(5);
                    event.atUtc = 1'700'000'000 + random(40) * 43'200;
                    changes.add(event);
                }
                return {};
            }));
        }
        QVERIFY(file->commit(kSync, [&](ChangeSet& changes) -> Result<void> {
            for (qint64 id = 1; id <= 300; ++id)
                changes.remove(Entity::Event, EventId {id});
            return {};
        }));
        const auto zone = LocalDays("Asia/Shanghai");
        QVERIFY(number(*file, "SELECT count(*) FROM event") > 200);
        QCOMPARE(countWrongRollups(file->connection(), zone), Result<qint64>(0));
        QVERIFY(countWrongRollups(file->connection(), LocalDays("America/New_York")).value() > 0);

        // Days are cut anew when the zone changes.
        QVERIFY(file->setSetting(u"timeZone"_s, u"America/New_York"_s, kPerson));
        QCOMPARE(countWrongRollups(file->connection(), LocalDays("America/New_York")), Result<qint64>(0));
        QVERIFY(file->connection().execute("UPDATE activity_day SET events = events + 1 WHERE day = (SELECT min(day) FROM activity_day) AND kind <> 0"));
        QVERIFY(countWrongRollups(file->connection(), LocalDays("America/New_York")).value() > 0);
    }

    void keepsOneOpenConflictAFieldUntilItIsSettled()
    {
        auto file = fresh();
        QVERIFY(file);
        const auto note = [&](const QString& theirs) {
            return file->commit(kSync, [&](ChangeSet& changes) -> Result<void> {
                changes.noteConflict({Entity::Member, 7, "name", u"Ada"_s, u"Ada L."_s, theirs});
                return {};
            });
        };
        QVERIFY(note(u"Augusta"_s));
        const auto again = note(u"Augusta Ada"_s);
        QVERIFY(again);
        QCOMPARE(again->journalEntry, 0); // bookkeeping
        QCOMPARE(number(*file, "SELECT count(*) FROM conflict WHERE settled_at IS NULL AND theirs = 'Augusta Ada' AND field = 'name'"), 1);
        QCOMPARE(number(*file, "SELECT count(*) FROM conflict"), 1);

        QVERIFY(file->commit(kSync, [](ChangeSet& changes) -> Result<void> {
            changes.settleConflict(Entity::Member, 7, "name");
            changes.settleConflict(Entity::Member, 8, "name"); // has none, which is no error
            return {};
        }));
        QCOMPARE(number(*file, "SELECT count(*) FROM conflict WHERE settled_at = 1790000000"), 1);
        QVERIFY(note(u"Byron"_s));
        QCOMPARE(number(*file, "SELECT count(*) FROM conflict"), 2);
    }

    void keepsWhatWasPublished()
    {
        auto file = fresh();
        const auto release = [&](PrivacyRelease wanted) {
            return file->commit(kPerson, [&](ChangeSet& changes) -> Result<void> {
                if (!wanted.id.isValid()) {
                    const auto id = changes.nextId<PrivacyRelease>();
                    if (!id)
                        return tl::unexpected(id.error());
                    wanted.id = *id;
                }
                changes.put(wanted);
                return {};
            });
        };
        const PrivacyRelease tiers {{}, 1790000000, u"Members by tier"_s, u"tiers 2026-09"_s, u"discrete-gaussian"_s, 0, 20'000'000, u"{}"_s};
        QVERIFY(release(tiers));
        PrivacyRelease kept = tiers;
        kept.id = {1};
        QCOMPARE(*privacyReleases(file->connection()), QList<PrivacyRelease>({kept}));
        QCOMPARE(*privacyReleaseOf(file->connection(), u"tiers 2026-09"_s), std::optional(kept));
        QCOMPARE(*privacyReleaseOf(file->connection(), u"tiers 2026-10"_s), std::nullopt);

        QVERIFY(!release(tiers)); // the same question under another id
        PrivacyRelease cheaper = kept;
        cheaper.nanoRho = 1;
        QVERIFY(!release(cheaper));
        QVERIFY(!file->commit(kPerson, [](ChangeSet& changes) -> Result<void> {
            changes.remove(Entity::PrivacyRelease, PrivacyReleaseId {1});
            return {};
        }));
        QCOMPARE(*privacyReleases(file->connection()), QList<PrivacyRelease>({kept}));
        QCOMPARE(number(*file, "SELECT count(*) FROM outbox"), 0); // nobody else's business
    }

    void readsBackWhatWasPut()
    {
        auto file = fresh();
        Member member = ada(MemberId {3});
        member.status = MemberStatus::Comped;
        member.commentingDisabled = true;
        member.complimentaryUntilUtc = 5;
        QVERIFY(file->commit(kSync, [&](ChangeSet& changes) -> Result<void> {
            changes.put(member);
            return {};
        }));
        auto select = file->connection().prepare(specOf(Entity::Member).selectById());
        QVERIFY(select);
        select->bind(1, qint64(3));
        QVERIFY(*select->step());
        QCOMPARE(recordFrom<Member>(*select), member);

        Event event {EventId {1}, EventKind::Click, u"6aff5c9b00000000000000ff"_s, MemberId {3}, 99, {}, 4, u"https://example.com"_s};
        QVERIFY(file->commit(kSync, [&](ChangeSet& changes) -> Result<void> {
            changes.add(event);
            return {};
        }));
        auto events = file->connection().prepare(specOf(Entity::Event).selectById());
        events->bind(1, qint64(1));
        QVERIFY(*events->step());
        QCOMPARE(recordFrom<Event>(*events), event);
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceFile)
#include "tst_workspacefile.moc"
