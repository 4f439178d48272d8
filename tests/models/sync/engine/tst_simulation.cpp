// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison.h"
#include "memorystore.h"

#include "sync/engine/syncengine.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace lyceum;
using namespace lyceum::sync;
using namespace lyceum::test;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kSeeds = 400;
constexpr qint64 kIdleRequests = 15;

/// Refuses every commit once the process is to be dead: exactly what was committed before is on the disk.
struct Life {
    std::atomic<bool> dead = false;
    std::atomic<int> commitsLeft = -1; ///< dies when this comes to 0; negative: not by counting

    static int refuses(void* self)
    {
        auto* life = static_cast<Life*>(self);
        if (life->commitsLeft > 0 && --life->commitsLeft == 0)
            life->dead = true;
        return life->dead ? 1 : 0;
    }
};

} // namespace

/**
 * Random edits, faults, deaths and cancellations, from a seed. After they stop, one more sync has to leave the workspace equal to the
 * site, and the one after that has nothing to do.
 *
 * LYCEUM_SIM_SEEDS says how many seeds, LYCEUM_SIM_FIRST the first; a failing seed is printed and can be run alone.
 */
class TestSimulation : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir {QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/lyceum-XXXXXX"_s : QDir::tempPath() + "/lyceum-XXXXXX"_L1};
    QString m_blank; ///< a new workspace, copied for every seed

    void runSeed(quint64 seed)
    {
        Dice dice(seed * 2654435761u + 1);
        Site site(seed);
        const MemoryStore::Habits habits {.pageRows = 2 + dice.below(6), .byOffset = dice.chance(25)};
        // Half of the seeds end with a sync of changes only. Then nothing may happen that only reading every row can find, and no row
        // may be lost on the way: a row that a walk of changes never showed is not looked for.
        const bool endsWithChanges = dice.chance(50) && !habits.byOffset;
        Faults faults;
        faults.error = dice.below(4);
        faults.repeatedPage = dice.below(12);
        faults.repeatedRow = dice.below(20);
        faults.shuffledPage = dice.below(30);
        faults.lostRow = endsWithChanges ? 0 : dice.below(10);
        faults.edits = dice.below(20);
        faults.trace = endsWithChanges ? Site::Trace::Visible : Site::Trace::Any;

        const QString path = m_dir.filePath(u"seed.lyceum"_s);
        for (const auto& suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(path + suffix);
        QVERIFY(QFile::copy(m_blank, path));

        SyncEngine::Options options;
        options.overlapCommits = dice.chance(15);
        options.commentsPerReactionWalk = 3;
        const int runs = dice.below(5);
        for (int i = 0; i < runs; ++i) {
            faults.dieAtCall = dice.chance(40) ? 1 + dice.below(60) : -1;
            faults.cancelAtCall = dice.chance(20) ? 1 + dice.below(60) : -1;
            const int commits = dice.chance(30) ? 1 + dice.below(40) : -1;
            const auto extent = dice.chance(20) ? SyncEngine::Extent::Everything : SyncEngine::Extent::Changes;
            syncOnce(path, site, habits, faults, options, extent, dice.below(1 << 30), commits);
            for (int edits = dice.below(8); edits > 0; --edits)
                site.edit(faults.trace);
            site.nowUtc += 600 + dice.below(30) * 3600;
            if (QTest::currentTestFailed())
                return;
        }

        // The faults stop.
        const auto extent = endsWithChanges ? SyncEngine::Extent::Changes : SyncEngine::Extent::Everything;
        auto last = syncOnce(path, site, habits, {}, options, extent, 1);
        if (last && last->resumed) // it finished what an earlier one had begun, and then looked for changes
            last = syncOnce(path, site, habits, {}, options, extent, 1);
        QVERIFY2(last, last ? "" : qPrintable(kindName(last.error().kind) + u' ' + last.error().detail));
        FixedClock clock(site.nowUtc);
        auto workspace = storage::WorkspaceFile::open(path, clock);
        QVERIFY(workspace);
        storage::Connection& tables = (*workspace)->connection();
        const QStringList different = differences(tables, site, {.reactions = !endsWithChanges});
        QVERIFY2(different.isEmpty(), qPrintable(different.mid(0, 8).join(u'\n')));
        const QStringList wrong = faultsOf(tables);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));

        const qint64 entries = numberOf(tables, "SELECT count(*) FROM journal_entry");
        workspace->reset();
        site.nowUtc += 300;
        options.rereadSeconds = options.sweepSeconds = 1'000'000'000; // idle means: nothing is due
        const auto idle = syncOnce(path, site, {.pageRows = 100, .byOffset = habits.byOffset}, {}, options, SyncEngine::Extent::Changes, 1);
        QVERIFY(idle);
        QCOMPARE(idle->total.created + idle->total.updated + idle->total.deleted, 0);
        QVERIFY2(idle->total.requests <= kIdleRequests, qPrintable(QString::number(idle->total.requests)));
        workspace = storage::WorkspaceFile::open(path, clock);
        QVERIFY(workspace);
        QCOMPARE(numberOf((*workspace)->connection(), "SELECT count(*) FROM journal_entry"), entries);
    }

    /// One process's life: opens the workspace, syncs, and may die, be cancelled or fail on the way.
    Result<SyncReport> syncOnce(const QString& path, Site& site, MemoryStore::Habits habits, const Faults& faults, SyncEngine::Options options,
        SyncEngine::Extent extent, int seed, int commits = -1)
    {
        const FixedClock clock(site.nowUtc);
        auto workspace = storage::WorkspaceFile::open(path, clock);
        if (!workspace)
            return tl::unexpected(workspace.error());
        Life life;
        life.commitsLeft = commits;
        sqlite3_commit_hook((*workspace)->connection().handle(), &Life::refuses, &life);
        MemoryStore store(site, habits, faults, quint64(seed));
        CancelToken cancel;
        store.onDeath = [&] { life.dead = true; };
        store.onCancel = [&] { cancel.cancel(); };
        double fraction = 0;
        bool wentBack = false;
        SyncEngine engine(store, **workspace, clock, options);
        auto report = engine.run(extent, cancel, [&](const SyncProgress& progress) {
            wentBack = wentBack || progress.fraction < fraction || progress.fraction > 1;
            fraction = progress.fraction;
        });
        if (qEnvironmentVariableIsSet("LYCEUM_SIM_TELL")) {
            qInfo() << "run" << int(extent) << "full" << engine.report().full << "resumed" << engine.report().resumed << (report ? u"ok"_s : kindName(report.error().kind)) << store.calls();
            for (auto it = engine.report().kinds.cbegin(); it != engine.report().kinds.cend(); ++it)
                qInfo() << "   " << nameOf(it.key()) << it->pulled << it->created << it->updated << it->deleted << it->requests;
        }
        if (wentBack)
            QTest::qFail("progress went back", __FILE__, __LINE__);
        sqlite3_commit_hook((*workspace)->connection().handle(), nullptr, nullptr);
        return report;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        m_blank = m_dir.filePath(u"blank.lyceum"_s);
        const FixedClock clock(1'780'000'000);
        QVERIFY(storage::WorkspaceFile::create(m_blank, {u"Simulated"_s, "UTC"}, clock));
    }

    void everyHistoryEndsEqual()
    {
        const quint64 seeds = qEnvironmentVariableIsSet("LYCEUM_SIM_SEEDS") ? qEnvironmentVariable("LYCEUM_SIM_SEEDS").toULongLong() : kSeeds;
        const quint64 first = qEnvironmentVariable("LYCEUM_SIM_FIRST", u"1"_s).toULongLong();
        QElapsedTimer timer;
        timer.start();
        for (quint64 seed = first; seed < first + seeds; ++seed) {
            runSeed(seed);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"LYCEUM_SIM_FIRST=%1 LYCEUM_SIM_SEEDS=1 repeats it"_s.arg(seed)));
        }
        qInfo("%llu seeds in %.1f s", static_cast<unsigned long long>(seeds), double(timer.elapsed()) / 1000);
    }
};

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
