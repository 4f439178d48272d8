// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison.h"
#include "crowd.h"
#include "memorystore.h"

#include "storage/outbox.h"
#include "storage/rows.h"
#include "sync/engine/remoteindex.h"
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

constexpr quint64 kSeeds = 250;
constexpr int kQuietRounds = 14;

/// Refuses every commit once the process is to be dead.
struct Life {
    bool dead = false;
    int commitsLeft = -1; ///< dies when this comes to 0; negative: not by counting

    static int refuses(void* self)
    {
        auto* life = static_cast<Life*>(self);
        if (life->commitsLeft > 0 && --life->commitsLeft == 0)
            life->dead = true;
        return life->dead ? 1 : 0;
    }
};

/// One workspace, and the people who work in it.
struct House {
    QString path;
    Crowd crowd;
    QSet<QString> served; ///< what the site told it: "id|field|value"
};

QString told(const QString& id, const char* field, const QString& value)
{
    return id + u'|' + QLatin1StringView(field) + u'|' + value;
}

void noteServed(QSet<QString>& served, const Batch& batch)
{
    for (const RemoteMember& row : batch.members) {
        served.insert(told(row.member.remoteId, "name", row.member.name));
        served.insert(told(row.member.remoteId, "note", row.member.note));
    }
    for (const RemotePost& row : batch.posts)
        served.insert(told(row.post.remoteId, "title", row.post.title));
}

/// Remembers what it told.
class TalkativeStore final : public MemoryStore {
public:
    TalkativeStore(Site& site, Habits habits, Faults faults, quint64 seed, QSet<QString>& served)
        : MemoryStore(site, habits, faults, seed)
        , m_served(served)
    {
    }
    Result<WalkPage> pull(const Walk& walk, const QString& cursor) override
    {
        auto page = MemoryStore::pull(walk, cursor);
        if (page)
            noteServed(m_served, page->batch);
        return page;
    }
    Result<Batch> write(const RowWrite& write) override
    {
        auto answer = MemoryStore::write(write);
        if (answer)
            noteServed(m_served, *answer);
        return answer;
    }

private:
    QSet<QString>& m_served;
};

} // namespace

/**
 * Two workspaces, the site they share, people who edit and undo on all three sides, faults, deaths and lost answers, from a seed. After
 * they stop and what waits is decided, everything has to be equal, nothing doubled, and no edit gone that nobody decided to drop.
 *
 * LYCEUM_SIM_SEEDS says how many seeds, LYCEUM_SIM_FIRST the first; a failing seed is printed and can be run alone.
 */
class TestPushSimulation : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir {QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/lyceum-XXXXXX"_s : QDir::tempPath() + "/lyceum-XXXXXX"_L1};
    QString m_blank;
    QStringList m_overwritten; ///< values of the site that a workspace wrote over without having taken note of them

    Result<SyncReport> syncOnce(House& house, Site& site, const Faults& faults, Dice& dice, int commits, bool isQuiet)
    {
        const FixedClock clock(site.nowUtc);
        auto workspace = storage::WorkspaceFile::open(house.path, clock);
        if (!workspace)
            return tl::unexpected(workspace.error());
        auto window = storage::WorkspaceFile::open(house.path, clock);
        if (!window)
            return tl::unexpected(window.error());
        Life life;
        life.commitsLeft = commits;
        sqlite3_commit_hook((*workspace)->connection().handle(), &Life::refuses, &life);
        TalkativeStore store(site, {.pageRows = 2 + dice.below(8), .byOffset = false}, faults, quint64(dice.below(1 << 30)), house.served);
        CancelToken cancel;
        store.onDeath = [&] { life.dead = true; };
        store.onCancel = [&] { cancel.cancel(); };
        store.onWrite = [&](const RowWrite& write) {
            if (!isQuiet && !life.dead && dice.chance(10))
                house.crowd.act(**window, site.nowUtc);
            checkOverwrite((*window)->connection(), site, house, write);
        };
        store.onRelabel = [&](const Label&, const QStringList&, bool) {
            if (!isQuiet && !life.dead && dice.chance(10))
                house.crowd.act(**window, site.nowUtc);
        };
        SyncEngine::Options options;
        options.overlapCommits = false;
        options.commentsPerReactionWalk = 3;
        SyncEngine engine(store, **workspace, clock, options);
        auto report = engine.run(isQuiet && commits == 0 ? SyncEngine::Extent::Everything : SyncEngine::Extent::Changes, cancel);
        if (qEnvironmentVariableIsSet("LYCEUM_SIM_TELL"))
            qInfo().noquote() << house.path.right(8) << (report ? u"ok"_s : kindName(report.error().kind) + u' ' + report.error().subject + u' ' + report.error().detail)
                              << "pushed" << engine.report().total.pushed << "waiting" << engine.report().waiting << "conflicts" << engine.report().openConflicts;
        sqlite3_commit_hook((*workspace)->connection().handle(), nullptr, nullptr);
        return report;
    }

    /// What a write replaces must be something the workspace knew: journalled, or noted in a conflict. What came between reading
    /// and writing a store without locks cannot be helped.
    void checkOverwrite(storage::Connection& tables, const Site& site, const House& house, const RowWrite& write)
    {
        const auto check = [&](const char* table, const QString& id, const char* field, const QString& now, const QString& wanted) {
            if (!write.fields.contains(field) || now == wanted || now.isEmpty() || !house.served.contains(told(id, field, now)))
                return;
            const auto known = storage::numberOf(tables,
                "SELECT (SELECT count(*) FROM journal_change j JOIN "_ba + table + " r ON r.id = j.row_id WHERE j.entity = ?1 AND r.remote_id = ?2 AND j.field = ?3 AND ?4 IN (j.old, j.new))"
                " + (SELECT count(*) FROM conflict c JOIN " + table + " r ON r.id = c.row_id WHERE c.entity = ?1 AND r.remote_id = ?2 AND c.field = ?3 AND c.theirs = ?4)",
                {qint64(entityOf(write.kind)), id, QString::fromLatin1(field), now});
            if (!known || *known == 0)
                m_overwritten.append(u"%1 of %2: \"%3\" by \"%4\""_s.arg(QLatin1StringView(field), id, now, wanted));
        };
        if (write.kind == Kind::Members) {
            const Member& sent = write.row.members.first().member;
            const Member now = site.members.value(sent.remoteId).member;
            check("member", sent.remoteId, "name", now.name, sent.name);
            check("member", sent.remoteId, "note", now.note, sent.note);
        } else if (write.kind == Kind::Posts) {
            const Post& sent = write.row.posts.first().post;
            check("post", sent.remoteId, "title", site.posts.value(sent.remoteId).post.title, sent.title);
        }
    }

    /// The last thing somebody here said of a field stands, or it stood on the site after whatever they said before.
    QStringList lostEdits(storage::Connection& tables, const Site& site)
    {
        struct Field {
            QString remoteId;
            QStringList said;
            QString stands;
        };
        QMap<std::pair<qint64, QString>, Field> fields;
        const auto read = [&](const char* table, int entity, const char* condition) {
            const QByteArray sql = "SELECT r.id, j.field, r.remote_id, j.new, CASE j.field WHEN 'name' THEN r.name WHEN 'note' THEN r.note END FROM journal_change j"
                                   " JOIN journal_entry e ON e.id = j.entry_id JOIN "_ba
                + table + " r ON r.id = j.row_id WHERE j.entity = " + QByteArray::number(entity)
                + " AND j.field IN ('name', 'note', 'title') AND j.operation = 'update' AND e.origin IN ('person', 'undo') AND " + condition + " ORDER BY j.id";
            (void)storage::eachRow(tables, QByteArray(sql).replace("CASE j.field WHEN 'name' THEN r.name WHEN 'note' THEN r.note END", entity == 10 ? "r.title" : "CASE j.field WHEN 'name' THEN r.name ELSE r.note END"), {},
                [&](const storage::Statement& row) {
                    Field& field = fields[{row.integer(0), QString::number(entity) + row.text(1)}];
                    field.remoteId = row.text(2);
                    field.said.append(row.text(3));
                    field.stands = row.text(4);
                });
        };
        read("member", 2, "r.departed_at IS NULL");
        read("post", 10, "r.deleted_at IS NULL");
        QStringList lost;
        for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
            const Field& field = *it;
            const QString last = field.said.last();
            if (last == field.stands)
                continue;
            const QByteArray name = it.key().second.contains(u"name"_s) ? "name" : it.key().second.contains(u"note"_s) ? "note" : "title";
            const QStringList history = site.history.value({field.remoteId, name});
            const qsizetype place = history.lastIndexOf(last);
            const bool isOutlivedByOwn = std::ranges::any_of(field.said, [&](const QString& said) { return said != last && history.lastIndexOf(said) > place; });
            const auto decided = storage::numberOf(tables, "SELECT count(*) FROM conflict WHERE row_id = ? AND field = ? AND mine = ?",
                {it.key().first, QString::fromLatin1(name), last});
            // A row that was made again has a history of its own; what was said of it before is found in the other one.
            const bool wasThere = std::ranges::any_of(site.history, [&](const QStringList& values) { return values.contains(last); });
            if ((!wasThere || (place >= 0 && isOutlivedByOwn)) && (!decided || *decided == 0))
                lost.append(u"%1 of %2: \"%3\" is lost, \"%4\" stands"_s.arg(QString::fromLatin1(name), field.remoteId, last, field.stands));
        }
        return lost;
    }

    void runSeed(quint64 seed)
    {
        Dice dice(seed * 0x9E3779B9u + 5);
        Site site(seed + 100'000);
        m_overwritten.clear();
        std::array<House, 2> houses {House {m_dir.filePath(u"a.lyceum"_s), Crowd(dice, u"Ann"_s), {}}, House {m_dir.filePath(u"b.lyceum"_s), Crowd(dice, u"Ben"_s), {}}};
        for (House& house : houses) {
            for (const auto& suffix : {u""_s, u"-wal"_s, u"-shm"_s})
                QFile::remove(house.path + suffix);
            QVERIFY(QFile::copy(m_blank, house.path));
            QVERIFY(syncOnce(house, site, {}, dice, -1, true));
        }
        const int rounds = 3 + dice.below(8);
        for (int round = 0; round < rounds; ++round) {
            House& house = houses.at(std::size_t(dice.below(2)));
            {
                const FixedClock clock(site.nowUtc);
                auto workspace = storage::WorkspaceFile::open(house.path, clock);
                QVERIFY(workspace);
                for (int acts = dice.below(5); acts > 0; --acts)
                    house.crowd.act(**workspace, site.nowUtc);
            }
            for (int edits = dice.below(4); edits > 0; --edits)
                site.edit(Site::Trace::Any);
            Faults faults;
            faults.error = dice.chance(50) ? dice.below(6) : 0;
            faults.lostAnswer = dice.chance(50) ? dice.below(40) : 0;
            faults.edits = dice.chance(40) ? dice.below(12) : 0;
            faults.dieAtCall = dice.chance(15) ? 1 + dice.below(60) : -1;
            faults.dieAfterCall = dice.chance(25) ? 10 + dice.below(50) : -1;
            faults.cancelAtCall = dice.chance(10) ? 1 + dice.below(60) : -1;
            (void)syncOnce(house, site, faults, dice, dice.chance(30) ? 1 + dice.below(40) : -1, false);
            site.nowUtc += 60 + dice.below(4) * 1800;
        }
        quieten(houses, site, dice);
        if (QTest::currentTestFailed())
            return;
        QVERIFY2(m_overwritten.isEmpty(), qPrintable(m_overwritten.join(u'\n')));
        QVERIFY2(site.doubled.isEmpty(), qPrintable("doubled: "_L1 + site.doubled.join(u'\n')));
        for (House& house : houses) {
            const FixedClock clock(site.nowUtc);
            auto workspace = storage::WorkspaceFile::open(house.path, clock);
            QVERIFY(workspace);
            storage::Connection& tables = (*workspace)->connection();
            const QStringList different = differences(tables, site);
            QVERIFY2(different.isEmpty(), qPrintable(house.path + u'\n' + different.mid(0, 8).join(u'\n')));
            const QStringList wrong = faultsOf(tables);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
            const QStringList lost = lostEdits(tables, site);
            QVERIFY2(lost.isEmpty(), qPrintable(house.path + u'\n' + lost.join(u'\n')));
        }
    }

    /// Faults and edits stop; people decide what there is to decide, until nothing waits anywhere.
    void quieten(std::array<House, 2>& houses, Site& site, Dice& dice)
    {
        for (int round = 0; round < kQuietRounds; ++round) {
            bool isQuiet = true;
            for (House& house : houses) {
                site.nowUtc += 4000;
                {
                    const FixedClock clock(site.nowUtc);
                    auto workspace = storage::WorkspaceFile::open(house.path, clock);
                    QVERIFY(workspace);
                    house.crowd.decide(**workspace);
                    house.crowd.clearOutbox(**workspace, round >= 5);
                }
                const auto report = syncOnce(house, site, {}, dice, -1, true);
                QVERIFY2(report, report ? "" : qPrintable(kindName(report.error().kind) + u' ' + report.error().subject + u' ' + report.error().detail));
                const FixedClock clock(site.nowUtc);
                auto workspace = storage::WorkspaceFile::open(house.path, clock);
                QVERIFY(workspace);
                isQuiet = isQuiet && report->openConflicts == 0 && report->total.pushed == 0
                    && numberOf((*workspace)->connection(), "SELECT count(*) FROM outbox") == 0;
            }
            if (!isQuiet)
                continue;
            for (House& house : houses) {
                auto report = syncOnce(house, site, {}, dice, 0, true);
                if (report && report->resumed)
                    report = syncOnce(house, site, {}, dice, 0, true);
                QVERIFY(report);
                QCOMPARE(report->total.pushed, 0);
                QCOMPARE(report->openConflicts, 0);
            }
            return;
        }
        const FixedClock clock(site.nowUtc);
        for (House& house : houses) {
            auto workspace = storage::WorkspaceFile::open(house.path, clock);
            QVERIFY(workspace);
            storage::OutboxQuery all;
            all.takenBack = true;
            const auto items = storage::outboxItems((*workspace)->connection(), all);
            QVERIFY(items);
            for (const storage::OutboxItem& item : *items) {
                qInfo().noquote() << house.path.right(8) << int(item.entity) << item.row << nameOf(item.operation) << nameOf(item.state)
                                  << (item.held ? "held" : "") << item.fields.join(' ') << item.problem;
            }
        }
        QFAIL("it does not come to rest");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        m_blank = m_dir.filePath(u"blank.lyceum"_s);
        const FixedClock clock(1'780'000'000);
        QVERIFY(storage::WorkspaceFile::create(m_blank, {u"Simulated"_s, "UTC"}, clock));
    }

    void whateverHappensAllComesOutEqual()
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

QTEST_GUILESS_MAIN(TestPushSimulation)
#include "tst_pushsimulation.moc"
