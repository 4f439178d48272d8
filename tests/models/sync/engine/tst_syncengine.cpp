// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison.h"
#include "memorystore.h"

#include "storage/syncruns.h"
#include "sync/engine/syncengine.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <thread>

using namespace lyceum;
using namespace lyceum::sync;
using namespace lyceum::test;
using namespace Qt::StringLiterals;

namespace {

const storage::Author kPerson {u"person"_s, storage::Origin::Person, u"edit"_s};

const SyncEngine::Options kOnlyReading {.push = false, .pushOnly = {}};

QString errorOf(const Result<SyncReport>& report)
{
    return report ? QString() : kindName(report.error().kind) + u' ' + report.error().detail;
}

} // namespace

class TestSyncEngine : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_serial = 0;
    FixedClock m_clock {1'780'000'000};
    std::unique_ptr<Site> m_site;
    std::unique_ptr<storage::WorkspaceFile> m_workspace;
    QList<Walk> m_walks; ///< of the last sync, one a page
    QStringList m_cursors;
    SyncReport m_report; ///< of the last sync, also one that failed

    Result<SyncReport> sync(SyncEngine::Extent extent = SyncEngine::Extent::Changes, Faults faults = {}, SyncEngine::Options options = {})
    {
        m_site->nowUtc += 600; // past the overlap, so that a second sync has nothing to repeat
        m_clock.set(m_site->nowUtc);
        MemoryStore store(*m_site, {.pageRows = 3}, faults);
        m_walks.clear();
        m_cursors.clear();
        store.onPull = [this](const Walk& walk, const QString& cursor) {
            m_walks.append(walk);
            m_cursors.append(cursor);
        };
        CancelToken cancel;
        store.onCancel = [&cancel] { cancel.cancel(); };
        SyncEngine engine(store, *m_workspace, m_clock, options);
        auto report = engine.run(extent, cancel);
        m_report = engine.report();
        return report;
    }
    storage::Connection& tables() { return m_workspace->connection(); }
    qint64 number(const QByteArray& sql) { return numberOf(tables(), sql.constData()); }
    QStringList compared() { return differences(tables(), *m_site) + faultsOf(tables()); }
    /// A site with members, posts and comments, synced once.
    void syncedSite()
    {
        QVERIFY(m_site->addPost().size() > 0);
        for (int i = 0; i < 5; ++i)
            m_site->addComment();
        const auto report = sync();
        QVERIFY2(report, qPrintable(errorOf(report)));
        QCOMPARE(compared(), QStringList());
    }
    void personRenames(const QString& remoteId, const QString& name)
    {
        const auto committed = m_workspace->commit(kPerson, [&](storage::ChangeSet& changes) -> Result<void> {
            auto select = changes.connection().prepare("SELECT id, " + storage::columnNames<Member>().join(", ") + " FROM member WHERE remote_id = ?");
            if (!select)
                return tl::unexpected(select.error());
            select->bind(1, remoteId);
            if (const auto row = select->step(); !row || !*row)
                return failure(Error::Kind::NotFound);
            Member member = storage::recordFrom<Member>(*select);
            member.name = name; // its sets stay empty, as they are on the members used here
            changes.put(member);
            return {};
        });
        QVERIFY(committed);
    }
    QString plainMember()
    {
        const QString id = m_site->addMember();
        m_site->members[id].labels.clear();
        m_site->members[id].newsletters.clear();
        m_site->members[id].member.subscribed = false;
        return id;
    }

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<Site>(42);
        auto made = storage::WorkspaceFile::create(m_dir.filePath(u"%1.lyceum"_s.arg(++m_serial)), {u"Lab"_s, "UTC"}, m_clock);
        QVERIFY(made);
        m_workspace = *std::move(made);
    }
    void cleanup() { m_workspace.reset(); }

    void theFirstSyncBringsEverythingAndTheSecondNothing()
    {
        syncedSite();
        QVERIFY(m_report.full);
        QVERIFY(!m_report.resumed);
        QCOMPARE(m_report.kinds.value(Kind::Members).created, m_site->members.size());
        QCOMPARE(m_report.kinds.value(Kind::Comments).created, m_site->comments.size());
        const qint64 entries = number("SELECT count(*) FROM journal_entry");

        const auto again = sync();
        QVERIFY2(again, qPrintable(errorOf(again)));
        QVERIFY(!again->full);
        QCOMPARE(again->total.created + again->total.updated + again->total.deleted, 0);
        QVERIFY2(again->total.requests <= 15, qPrintable(QString::number(again->total.requests)));
        QCOMPARE(number("SELECT count(*) FROM journal_entry"), entries);
    }

    void learnsWhoTheStoreIs()
    {
        syncedSite();
        QCOMPARE(m_workspace->setting(u"storeKind"_s).value(), u"memory"_s);
        QCOMPARE(m_workspace->setting(u"storeUrl"_s).value(), u"https://site.example"_s);
        QCOMPARE(m_workspace->setting(u"storeSiteId"_s).value(), u"site-one"_s);
        QCOMPARE(m_workspace->setting(u"timeZone"_s).value(), u"Europe/Vienna"_s);

        // Afterwards a person may choose another zone.
        QVERIFY(m_workspace->setSetting(u"timeZone"_s, u"Asia/Shanghai"_s, kPerson));
        QVERIFY(sync());
        QCOMPARE(m_workspace->setting(u"timeZone"_s).value(), u"Asia/Shanghai"_s);
        QCOMPARE(faultsOf(tables()), QStringList());
    }

    void refusesAnotherSite()
    {
        syncedSite();
        const qint64 entries = number("SELECT count(*) FROM journal_entry");
        m_site->siteId = u"site-two"_s;
        const auto report = sync();
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::WrongStore);
        QCOMPARE(number("SELECT count(*) FROM journal_entry"), entries);
        QCOMPARE(storage::syncRuns(tables(), 1).value().first().outcome, kindName(Error::Kind::WrongStore));
    }

    void refusesToMixASampleWithACommunity()
    {
        auto sample = storage::WorkspaceFile::create(m_dir.filePath(u"sample.lyceum"_s), {u"Sample"_s, "UTC", true}, m_clock);
        QVERIFY(sample);
        m_workspace = *std::move(sample);
        const auto report = sync();
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::WrongStore);
        QVERIFY(sync(SyncEngine::Extent::Changes, {}, {.origin = storage::Origin::Sample, .pushOnly = {}}));
    }

    void aFirstSyncThatDiedGoesOnWhereItStopped()
    {
        while (m_site->members.size() < 12)
            m_site->addMember();
        // Identify, count, five catalogues of a page or two; the rest of the calls are pages of members.
        Faults faults;
        faults.dieAtCall = 11;
        QVERIFY(!sync(SyncEngine::Extent::Changes, faults));
        const qint64 came = number("SELECT count(*) FROM member");
        QVERIFY(came > 0 && came < m_site->members.size());

        const auto report = sync();
        QVERIFY2(report, qPrintable(errorOf(report)));
        QVERIFY(report->resumed);
        const auto firstOfMembers = std::ranges::find_if(m_walks, [](const Walk& walk) { return walk.kind == Kind::Members; });
        QVERIFY(!m_cursors.at(firstOfMembers - m_walks.begin()).isEmpty());
        QCOMPARE(report->kinds.value(Kind::Members).created, m_site->members.size() - came);
        QCOMPARE(compared(), QStringList());
    }

    void whatChangedBehindAnInterruptedWalkIsFoundAfterwards()
    {
        while (m_site->members.size() < 12)
            m_site->addMember();
        Faults faults;
        faults.dieAtCall = 11;
        QVERIFY(!sync(SyncEngine::Extent::Changes, faults));
        const QString first = m_site->members.firstKey();
        QCOMPARE(number("SELECT count(*) FROM member WHERE remote_id = '" + first.toLatin1() + '\''), 1);
        m_site->nowUtc += 3600;
        m_site->renameMember(first);
        QVERIFY(sync());
        QCOMPARE(compared(), QStringList());
    }

    void aCursorTheStoreNoLongerKnowsBeginsTheWalkAnew()
    {
        while (m_site->members.size() < 12)
            m_site->addMember();
        Faults faults;
        faults.dieAtCall = 11;
        QVERIFY(!sync(SyncEngine::Extent::Changes, faults));
        struct Forgetful final : public MemoryStore {
            using MemoryStore::MemoryStore;
            bool asked = false;
            Result<WalkPage> pull(const Walk& walk, const QString& cursor) override
            {
                if (walk.kind == Kind::Members && !std::exchange(asked, true) && !cursor.isEmpty())
                    return failure(Error::Kind::BadInput, u"cursor"_s);
                return MemoryStore::pull(walk, cursor);
            }
        } forgetful(*m_site, {.pageRows = 3});
        CancelToken cancel;
        SyncEngine engine(forgetful, *m_workspace, m_clock);
        const auto report = engine.run(SyncEngine::Extent::Changes, cancel);
        QVERIFY2(report, qPrintable(errorOf(report)));
        QVERIFY(forgetful.asked);
        QCOMPARE(compared(), QStringList());
    }

    void aMemberWhoLeftIsRememberedAndOneWhoReturnsIsThereAgain()
    {
        syncedSite();
        const QString id = m_site->someMember();
        const RemoteMember kept = m_site->members.value(id);
        const QByteArray events = "SELECT count(*) FROM event e JOIN member m ON m.id = e.member_id WHERE m.remote_id = '" + id.toLatin1() + '\'';
        const qint64 before = number(events);
        QVERIFY(before > 0);
        m_site->deleteMember(id);
        const auto report = sync();
        QVERIFY2(report, qPrintable(errorOf(report)));
        QCOMPARE(report->kinds.value(Kind::Members).deleted, 1);
        QCOMPARE(report->kinds.value(Kind::Members).updated, 0);
        QCOMPARE(number("SELECT count(*) FROM member WHERE departed_at IS NOT NULL AND remote_id = '" + id.toLatin1() + '\''), 1);
        QCOMPARE(number(events), before); // the store forgets, we do not
        QVERIFY(sync()->total.requests <= 15); // nor does the difference cost anything from now on

        m_site->members.insert(id, kept);
        m_site->renameMember(id);
        QVERIFY(sync());
        QCOMPARE(number("SELECT count(*) FROM member WHERE departed_at IS NOT NULL"), 0);
    }

    void aMemberMissingFromAListButThereIsNotDeparted()
    {
        syncedSite();
        m_site->nowUtc += 30 * 3600; // a sweep is due
        Faults faults;
        faults.lostRow = 100;
        QVERIFY(sync(SyncEngine::Extent::Everything, faults));
        QCOMPARE(number("SELECT count(*) FROM member WHERE departed_at IS NOT NULL"), 0);
        QCOMPARE(number("SELECT count(*) FROM post WHERE deleted_at IS NOT NULL"), 0);
        QCOMPARE(number("SELECT count(*) FROM comment WHERE status = 'deleted'"), 0);
    }

    void bulkLabelsAreFoundByTheirCounts()
    {
        syncedSite();
        m_site->labelInBulk(m_site->labels.firstKey(), 4);
        const auto report = sync();
        QVERIFY2(report, qPrintable(errorOf(report)));
        QVERIFY(std::ranges::any_of(m_walks, [](const Walk& walk) { return walk.extent == Walk::Extent::WithLabel; }));
        QCOMPARE(compared(), QStringList());
    }

    void aCountThatNothingMendsIsLeftAlone()
    {
        syncedSite();
        m_site->miscounted.insert(m_site->labels.firstKey(), 2);
        const auto looked = [this] { return std::ranges::any_of(m_walks, [](const Walk& walk) { return walk.extent == Walk::Extent::WithLabel; }); };
        for (int i = 0; i < 3; ++i) {
            QVERIFY(sync());
            QVERIFY(looked());
        }
        QVERIFY(sync());
        QVERIFY(!looked());
        m_site->miscounted.insert(m_site->labels.firstKey(), 3); // something has changed: worth another look
        QVERIFY(sync());
        QVERIFY(looked());
    }

    void aSubscriptionThatVanishedHasEnded()
    {
        const QString id = m_site->addMember();
        m_site->subscribe(id);
        syncedSite();
        m_site->members[id].subscriptions.clear();
        m_site->renameMember(id);
        QVERIFY(sync());
        QCOMPARE(number("SELECT count(*) FROM subscription s JOIN member m ON m.id = s.member_id WHERE s.status <> 'canceled' AND m.remote_id = '"
                     + id.toLatin1() + '\''),
            0);
        QCOMPARE(compared(), QStringList());
    }

    void aDeletedCommentKeepsItsTextAndItsEvent()
    {
        syncedSite();
        const QString id = m_site->listedComments().first();
        m_site->setCommentStatus(id, Comment::Status::Deleted);
        const auto report = sync();
        QVERIFY2(report, qPrintable(errorOf(report)));
        QCOMPARE(report->kinds.value(Kind::Comments).deleted, 1);
        QCOMPARE(number("SELECT count(*) FROM comment WHERE status = 'deleted' AND html <> '' AND remote_id = '" + id.toLatin1() + '\''), 1);
        QCOMPARE(compared(), QStringList());
    }

    void withdrawnReactionsGoAndTheirEventsStay()
    {
        syncedSite();
        const QString comment = m_site->listedComments().first();
        const QString like = m_site->react(comment, Reaction::Kind::Like);
        const QString report = m_site->react(comment, Reaction::Kind::Report);
        QVERIFY(sync(SyncEngine::Extent::Everything));
        QCOMPARE(compared(), QStringList());
        QCOMPARE(number("SELECT count(*) FROM event WHERE kind IN (8, 10) AND lower(hex(remote)) IN ('" + like.toLatin1() + "', '" + report.toLatin1() + "')"), 2);
        m_site->withdraw(like);
        QVERIFY(sync(SyncEngine::Extent::Everything));
        QCOMPARE(compared(), QStringList());
        QCOMPARE(number("SELECT count(*) FROM event WHERE kind = 8 AND lower(hex(remote)) = '" + like.toLatin1() + '\''), 1);
    }

    void eventsOfPeopleNobodyKnowsAreSkippedAndCostNothingLater()
    {
        // The store keeps mail events of members it has deleted before anybody looked.
        const QString gone = m_site->addMember();
        m_site->addEvent(EventKind::EmailDelivered, gone, m_site->nowUtc - 1000);
        m_site->deleteMember(gone);
        syncedSite();
        QVERIFY(m_report.kinds.value(Kind::Events).skipped > 0);
        const auto again = sync();
        QVERIFY2(again, qPrintable(errorOf(again)));
        QCOMPARE(again->kinds.value(Kind::Events).requests, 0);
    }

    void lateEventsAreFoundByTheirCounts()
    {
        syncedSite();
        m_site->addEvent(EventKind::Payment, m_site->members.firstKey(), m_site->nowUtc - 300 * 24 * 3600);
        const auto report = sync();
        QVERIFY2(report, qPrintable(errorOf(report)));
        QCOMPARE(report->kinds.value(Kind::Events).created, 1);
        QCOMPARE(compared(), QStringList());
        QCOMPARE(number("SELECT count(*) FROM payment"), number("SELECT count(*) FROM event WHERE kind = 4"));
    }

    void aPersonsEditIsNeverOverwrittenSilently()
    {
        const QString id = plainMember();
        syncedSite();
        personRenames(id, u"Mine"_s);
        const QByteArray name = "SELECT count(*) FROM member WHERE name = 'Mine' AND remote_id = '" + id.toLatin1() + '\'';

        m_site->members[id].member.note = u"their note"_s; // another field: no conflict
        m_site->members[id].member.changedAtUtc = m_site->nowUtc;
        QVERIFY(sync(SyncEngine::Extent::Changes, {}, kOnlyReading));
        QCOMPARE(number(name), 1);
        QCOMPARE(number("SELECT count(*) FROM member WHERE note = 'their note'"), 1);
        QVERIFY(!m_report.needsDecision());

        m_site->renameMember(id); // the same field
        QVERIFY(sync(SyncEngine::Extent::Changes, {}, kOnlyReading));
        QCOMPARE(number(name), 1);
        QVERIFY(m_report.needsDecision());
        QCOMPARE(number("SELECT count(*) FROM conflict WHERE field = 'name' AND mine = 'Mine' AND theirs = '"
                     + m_site->members.value(id).member.name.toUtf8() + "' AND settled_at IS NULL"),
            1);
        QVERIFY(sync(SyncEngine::Extent::Everything, {}, kOnlyReading)); // seen again it is still one conflict
        QCOMPARE(m_report.openConflicts, 1);

        m_site->members[id].member.name = u"Mine"_s; // they come round
        m_site->members[id].member.changedAtUtc = m_site->nowUtc;
        QVERIFY(sync(SyncEngine::Extent::Changes, {}, kOnlyReading));
        QVERIFY(!m_report.needsDecision());
    }

    void anErrorEndsTheRunAndKeepsWhatCame()
    {
        Faults faults;
        faults.dieAtCall = 9;
        const auto report = sync(SyncEngine::Extent::Changes, faults);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::Offline);
        QVERIFY(number("SELECT count(*) FROM tier") > 0);
        const storage::SyncRun line = storage::syncRuns(tables(), 1).value().first();
        QCOMPARE(line.outcome, u"offline"_s);
        QVERIFY(line.endedAtUtc);
        const auto tiers = std::ranges::find(line.kinds, u"tiers"_s, &storage::SyncRunKind::kind);
        QVERIFY(tiers != line.kinds.end());
        QCOMPARE(tiers->created, m_site->tiers.size());
        QVERIFY(tiers->requests > 0);
    }

    void progressIsToldForEveryPageAndEndsAtOne()
    {
        MemoryStore store(*m_site, {.pageRows = 3});
        int pages = 0;
        store.onPull = [&](const Walk& walk, const QString&) { pages += walk.extent == Walk::Extent::Everything; };
        CancelToken cancel;
        SyncEngine engine(store, *m_workspace, m_clock);
        QList<SyncProgress> told;
        QVERIFY(engine.run(SyncEngine::Extent::Changes, cancel, [&](const SyncProgress& progress) { told.append(progress); }));
        QVERIFY(told.size() >= pages);
        QVERIFY(std::ranges::is_sorted(told, {}, &SyncProgress::fraction));
        QCOMPARE(told.first().fraction, 0.0);
        QCOMPARE(told.last().fraction, 1.0);
        QCOMPARE(told.last().phase, SyncProgress::Phase::Finishing);
        const auto members = std::ranges::find_if(told, [](const SyncProgress& each) { return each.kind == Kind::Members && each.done > 0; });
        QVERIFY(members != told.end());
        QCOMPARE(members->done, 3);
        QCOMPARE(members->total, m_site->members.size());
    }

    void aCancelEndsTheRunWithinASecond()
    {
        while (m_site->members.size() < 12)
            m_site->addMember();
        struct Slow final : public MemoryStore {
            using MemoryStore::MemoryStore;
            std::mutex mutex;
            std::condition_variable wake;
            bool cancelled = false;
            bool waits = false;
            Result<WalkPage> pull(const Walk& walk, const QString& cursor) override
            {
                if (walk.kind == Kind::Members && !cursor.isEmpty()) { // the second page never comes
                    std::unique_lock lock(mutex);
                    waits = true;
                    wake.notify_all();
                    wake.wait(lock, [this] { return cancelled; });
                    return failure(Error::Kind::Cancelled);
                }
                return MemoryStore::pull(walk, cursor);
            }
            void cancel() override
            {
                const std::lock_guard lock(mutex);
                cancelled = true;
                wake.notify_all();
            }
        } store(*m_site, {.pageRows = 3});
        CancelToken cancel;
        SyncEngine engine(store, *m_workspace, m_clock);
        Result<SyncReport> report;
        std::thread running([&] { report = engine.run(SyncEngine::Extent::Changes, cancel); });
        {
            std::unique_lock lock(store.mutex);
            store.wake.wait(lock, [&] { return store.waits; });
        }
        QElapsedTimer timer;
        timer.start();
        cancel.cancel();
        running.join();
        QVERIFY(timer.elapsed() < 1000);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::Cancelled);
        QCOMPARE(number("SELECT count(*) FROM member"), 3); // the page before it stays
        QCOMPARE(storage::syncRuns(tables(), 1).value().first().outcome, u"cancelled"_s);

        const auto again = sync();
        QVERIFY2(again, qPrintable(errorOf(again)));
        QVERIFY(again->resumed);
        QCOMPARE(compared(), QStringList());
    }

    void aTokenCancelledBeforehandStopsTheRunAtOnce()
    {
        MemoryStore store(*m_site, {.pageRows = 3});
        CancelToken cancel;
        cancel.cancel();
        SyncEngine engine(store, *m_workspace, m_clock);
        const auto report = engine.run(SyncEngine::Extent::Changes, cancel);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::Cancelled);
        QCOMPARE(store.calls(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSyncEngine)
#include "tst_syncengine.moc"
