// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison.h"
#include "memorystore.h"
#include "people.h"

#include "storage/conflicts.h"
#include "storage/outbox.h"
#include "storage/undo.h"
#include "sync/engine/remoteindex.h"
#include "sync/engine/syncengine.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace lyceum;
using namespace lyceum::sync;
using namespace lyceum::test;
using namespace Qt::StringLiterals;
using storage::Entity;
using storage::OutboxState;
using storage::Settlement;

namespace {

QString errorOf(const Result<SyncReport>& report)
{
    return report ? QString() : kindName(report.error().kind) + u' ' + report.error().subject + u' ' + report.error().detail;
}

} // namespace

class TestPusher : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_serial = 0;
    FixedClock m_clock {1'780'000'000};
    std::unique_ptr<Site> m_site;
    std::unique_ptr<storage::WorkspaceFile> m_workspace;
    std::unique_ptr<storage::WorkspaceFile> m_window; ///< the same workspace, as the window holds it while a sync runs
    SyncReport m_report;
    QList<RowWrite> m_writes; ///< of the last sync
    int m_relabels = 0;
    std::function<void(const RowWrite&)> m_onWrite;
    std::function<Result<void>(const RowWrite&)> m_onAnswer;

    Result<SyncReport> sync(Faults faults = {}, SyncEngine::Options options = {}, qint64 later = 600)
    {
        m_site->nowUtc += later;
        m_clock.set(m_site->nowUtc);
        MemoryStore store(*m_site, {.pageRows = 50}, faults);
        m_writes.clear();
        m_relabels = 0;
        store.onWrite = [this](const RowWrite& write) {
            m_writes.append(write);
            if (m_onWrite)
                m_onWrite(write);
        };
        store.onAnswer = [this](const RowWrite& write) { return m_onAnswer ? m_onAnswer(write) : Result<void>(); };
        store.onRelabel = [this](const Label&, const QStringList& members, bool) {
            QVERIFY(members.size() <= 100);
            ++m_relabels;
        };
        CancelToken cancel;
        options.overlapCommits = false;
        SyncEngine engine(store, *m_workspace, m_clock, options);
        auto report = engine.run(SyncEngine::Extent::Changes, cancel);
        m_report = engine.report();
        return report;
    }
    void synced()
    {
        const auto report = sync();
        QVERIFY2(report, qPrintable(errorOf(report)));
    }
    /// Both sides alike, and nothing left to do.
    void settled()
    {
        synced();
        synced(); // what the site made of it
        if (QTest::currentTestFailed())
            return;
        QCOMPARE((differences(tables(), *m_site) + faultsOf(tables())).join(u'\n'), QString());
        QCOMPARE(number("SELECT count(*) FROM outbox"), 0);
        QCOMPARE(m_report.openConflicts, 0);
        synced();
        QCOMPARE(m_writes.size(), 0);
        QCOMPARE(m_report.total.pushed, 0);
        QCOMPARE(m_site->doubled, QStringList());
    }
    storage::Connection& tables() { return m_workspace->connection(); }
    qint64 number(const QByteArray& sql) { return numberOf(tables(), sql.constData()); }
    qint64 idOf(const QByteArray& table, const QString& remoteId)
    {
        return number("SELECT id FROM " + table + " WHERE remote_id = '" + remoteId.toLatin1() + '\'');
    }
    template <class T>
    QString remoteIdIn(qint64 id)
    {
        const auto row = rowIn<T>(tables(), id);
        return row ? row->remoteId : QString();
    }
    QString memberThere() const { return m_site->members.firstKey(); }
    qint64 memberHere() { return idOf("member", memberThere()); }
    qint64 rename(qint64 id, const QString& name)
    {
        return edit<Member>(*m_workspace, id, [&](Member& member) { member.name = name; });
    }
    void renameThere(const QString& id, const QString& name)
    {
        m_site->members[id].member.name = name;
        m_site->members[id].member.changedAtUtc = m_site->nowUtc;
    }
    QList<storage::OpenConflict> conflicts() { return storage::openConflicts(tables()).value(); }
    storage::OutboxItem item(Entity entity, qint64 row)
    {
        const auto items = storage::outboxItems(tables(), {.state = {}, .entity = entity, .row = row, .takenBack = false, .limit = -1, .after = {}});
        return items && !items->isEmpty() ? items->first() : storage::OutboxItem();
    }
    bool settle(Settlement settlement, const std::optional<QString>& text = {})
    {
        const auto open = conflicts();
        return open.size() == 1 && storage::settle(*m_workspace, u"person"_s, open.first().id, settlement, text).has_value();
    }
    /// A conflict-free new row of each kind; 0 for a kind without.
    qint64 addOf(Kind kind, const QString& word)
    {
        switch (kind) {
        case Kind::Labels: return add(*m_workspace, Label {.id = {}, .remoteId = {}, .name = word, .slug = {}});
        case Kind::Tags: return add(*m_workspace, lyceum::Tag {.id = {}, .remoteId = {}, .name = word, .slug = {}});
        case Kind::Tiers: {
            Tier tier;
            tier.name = word;
            tier.paid = true;
            tier.currency = u"EUR"_s;
            tier.monthlyPrice = 700;
            tier.yearlyPrice = 7000;
            return add(*m_workspace, tier);
        }
        case Kind::Members: {
            Member member;
            member.name = word;
            member.email = word.toLower().remove(u' ') + u"@here.example"_s;
            return add(*m_workspace, member);
        }
        case Kind::Posts: {
            Post post;
            post.title = word;
            post.slug = word.toLower().remove(u' ');
            post.html = u"<p><b>%1</b></p>"_s.arg(word);
            post.status = Post::Status::Published;
            post.publishedAtUtc = m_site->nowUtc;
            return add(*m_workspace, post);
        }
        case Kind::Comments: {
            Comment comment;
            comment.post.value = idOf("post", m_site->posts.firstKey());
            comment.member.value = memberHere();
            comment.html = u"<p>%1</p>"_s.arg(word);
            comment.text = word;
            comment.createdAtUtc = m_site->nowUtc;
            return add(*m_workspace, comment);
        }
        default: return 0;
        }
    }
    qsizetype countThere(Kind kind) const
    {
        switch (kind) {
        case Kind::Labels: return m_site->labels.size();
        case Kind::Tags: return m_site->tags.size();
        case Kind::Tiers: return m_site->tiers.size();
        case Kind::Members: return m_site->members.size();
        case Kind::Posts: return m_site->posts.size();
        default: return m_site->comments.size();
        }
    }
    QString remoteIdOf(Kind kind, qint64 id)
    {
        switch (kind) {
        case Kind::Labels: return remoteIdIn<Label>(id);
        case Kind::Tags: return remoteIdIn<lyceum::Tag>(id);
        case Kind::Tiers: return remoteIdIn<Tier>(id);
        case Kind::Members: return remoteIdIn<Member>(id);
        case Kind::Posts: return remoteIdIn<Post>(id);
        default: return remoteIdIn<Comment>(id);
        }
    }
    void madeKinds()
    {
        QTest::addColumn<Kind>("kind");
        for (const Kind kind : {Kind::Labels, Kind::Tags, Kind::Tiers, Kind::Members, Kind::Posts, Kind::Comments})
            QTest::newRow(qPrintable(nameOf(kind))) << kind;
    }

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<Site>(7);
        const QString path = m_dir.filePath(u"%1.lyceum"_s.arg(++m_serial));
        auto made = storage::WorkspaceFile::create(path, {u"Lab"_s, "UTC"}, m_clock);
        QVERIFY(made);
        m_workspace = *std::move(made);
        m_onWrite = nullptr;
        m_onAnswer = nullptr;
        synced();
        auto window = storage::WorkspaceFile::open(path, m_clock);
        QVERIFY(window);
        m_window = *std::move(window);
    }
    void cleanup()
    {
        m_window.reset();
        m_workspace.reset();
    }

    // ---- both sides edit

    void whatOneSideChangedReachesTheOther()
    {
        const QString there = memberThere();
        QVERIFY(rename(memberHere(), u"Mine"_s));
        m_site->members[there].member.note = u"their note"_s;
        m_site->members[there].member.changedAtUtc = m_site->nowUtc;
        settled();
        QCOMPARE(m_site->members.value(there).member.name, u"Mine"_s);
        QCOMPARE(m_site->members.value(there).member.note, u"their note"_s);
    }
    void onlyWhatChangedIsSent()
    {
        QVERIFY(rename(memberHere(), u"Mine"_s));
        synced();
        QCOMPARE(m_writes.size(), 1);
        QCOMPARE(m_writes.first().fields, QSet<QByteArray> {"name"});
        QCOMPARE(m_report.kinds.value(Kind::Members).pushed, 1);
    }
    void theSameFieldChangedOnBothSidesWaitsForAPerson_data()
    {
        QTest::addColumn<Settlement>("settlement");
        QTest::addColumn<QString>("ends");
        QTest::newRow("mine") << Settlement::Mine << u"Mine"_s;
        QTest::newRow("theirs") << Settlement::Theirs << u"Theirs"_s;
        QTest::newRow("both") << Settlement::Both << u"Theirs and mine"_s;
    }
    void theSameFieldChangedOnBothSidesWaitsForAPerson()
    {
        QFETCH(const Settlement, settlement);
        const QString there = memberThere();
        const qint64 here = memberHere();
        QVERIFY(edit<Member>(*m_workspace, here, [](Member& member) {
            member.name = u"Mine"_s;
            member.note = u"my note"_s;
        }));
        renameThere(there, u"Theirs"_s);
        synced();
        QCOMPARE(m_site->members.value(there).member.name, u"Theirs"_s);
        QCOMPARE(m_site->members.value(there).member.note, u"my note"_s); // the other field goes on
        QCOMPARE(rowIn<Member>(tables(), here)->name, u"Mine"_s);
        QVERIFY(item(Entity::Member, here).held);
        m_site->members[there].member.note = u"their later note"_s; // of what was sent already nothing is pending
        m_site->members[there].member.changedAtUtc = m_site->nowUtc;
        synced();
        QCOMPARE(conflicts().size(), 1);
        QCOMPARE(rowIn<Member>(tables(), here)->note, u"their later note"_s);
        QVERIFY(settle(settlement, settlement == Settlement::Both ? std::optional(u"Theirs and mine"_s) : std::nullopt));
        settled();
        QTEST(m_site->members.value(there).member.name, "ends");
    }
    void aPolicySettlesAtOnce_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("ends");
        QTest::newRow("mine") << u"mine"_s << u"Mine"_s;
        QTest::newRow("theirs") << u"theirs"_s << u"Theirs"_s;
    }
    void aPolicySettlesAtOnce()
    {
        QFETCH(const QString, policy);
        QVERIFY(m_workspace->setSetting(u"conflictPolicy.member"_s, policy, kPerson));
        const QString there = memberThere();
        QVERIFY(rename(memberHere(), u"Mine"_s));
        renameThere(there, u"Theirs"_s);
        settled();
        QTEST(m_site->members.value(there).member.name, "ends");
        QCOMPARE(number("SELECT count(*) FROM journal_entry WHERE origin = 'rule'"), policy == "theirs"_L1 ? 1 : 0);
    }
    void editedHereAndDeletedThereIsAConflict_data()
    {
        QTest::addColumn<Settlement>("settlement");
        QTest::newRow("mine: it is made again") << Settlement::Mine;
        QTest::newRow("theirs: it is gone") << Settlement::Theirs;
    }
    void editedHereAndDeletedThereIsAConflict()
    {
        QFETCH(const Settlement, settlement);
        const QString there = memberThere();
        const qint64 here = memberHere();
        QVERIFY(rename(here, u"Mine"_s));
        m_site->deleteMember(there);
        synced();
        QCOMPARE(conflicts().size(), 1);
        QCOMPARE(conflicts().first().field, QByteArray("departed_at"));
        QVERIFY(!rowIn<Member>(tables(), here)->departedAtUtc);
        synced(); // known and left alone
        QCOMPARE(m_writes.size(), 0);
        QVERIFY(settle(settlement));
        settled();
        const Member member = *rowIn<Member>(tables(), here);
        if (settlement == Settlement::Theirs) {
            QVERIFY(member.departedAtUtc);
        } else {
            QVERIFY(member.remoteId != there);
            QCOMPARE(m_site->members.value(member.remoteId).member.name, u"Mine"_s);
        }
    }
    void deletedHereAndEditedThereIsAConflict_data()
    {
        QTest::addColumn<Settlement>("settlement");
        QTest::newRow("mine: it is deleted there") << Settlement::Mine;
        QTest::newRow("theirs: it comes back") << Settlement::Theirs;
    }
    void deletedHereAndEditedThereIsAConflict()
    {
        QFETCH(const Settlement, settlement);
        const QString there = memberThere();
        const qint64 here = memberHere();
        QVERIFY(edit<Member>(*m_workspace, here, [this](Member& member) { member.departedAtUtc = m_site->nowUtc; }));
        renameThere(there, u"Theirs"_s);
        synced();
        QCOMPARE(conflicts().size(), 1);
        QVERIFY(m_site->members.contains(there));
        synced();
        QCOMPARE(conflicts().size(), 1);
        QVERIFY(settle(settlement));
        settled();
        QCOMPARE(m_site->members.contains(there), settlement == Settlement::Theirs);
        QCOMPARE(rowIn<Member>(tables(), here)->departedAtUtc.has_value(), settlement == Settlement::Mine);
    }
    void deletedHereGoesThere()
    {
        const QString member = memberThere();
        const QString post = m_site->posts.firstKey();
        const QString label = m_site->labels.firstKey();
        QVERIFY(edit<Member>(*m_workspace, memberHere(), [this](Member& row) { row.departedAtUtc = m_site->nowUtc; }));
        QVERIFY(edit<Post>(*m_workspace, idOf("post", post), [this](Post& row) { row.deletedAtUtc = m_site->nowUtc; }));
        QVERIFY(take<Label>(*m_workspace, idOf("label", label)));
        settled();
        QVERIFY(!m_site->members.contains(member));
        QVERIFY(!m_site->posts.contains(post));
        QVERIFY(!m_site->labels.contains(label));
    }
    void deletedOnBothSidesIsDone()
    {
        const QString there = memberThere();
        QVERIFY(edit<Member>(*m_workspace, memberHere(), [this](Member& row) { row.departedAtUtc = m_site->nowUtc; }));
        m_site->deleteMember(there);
        settled();
    }
    void aDeletionThatWasSentCanBeUndone_data()
    {
        QTest::addColumn<bool>("isAnswerLost");
        QTest::newRow("and answered") << false;
        QTest::newRow("and never answered") << true;
    }
    void aDeletionThatWasSentCanBeUndone()
    {
        QFETCH(const bool, isAnswerLost);
        const QString there = memberThere();
        const qint64 here = memberHere();
        const QString label = m_site->labels.firstKey();
        const qint64 labelHere = idOf("label", label);
        QVERIFY(edit<Member>(*m_workspace, here, [this](Member& row) { row.departedAtUtc = m_site->nowUtc; }));
        const auto departure = storage::nextToUndo(tables());
        QVERIFY(take<Label>(*m_workspace, labelHere));
        const auto removal = storage::nextToUndo(tables());
        Faults faults;
        faults.lostAnswer = isAnswerLost ? 100 : 0;
        (void)sync(faults);
        QVERIFY(!m_site->members.contains(there));
        QVERIFY(!m_site->labels.contains(label));
        QVERIFY(storage::undo(*m_workspace, u"person"_s, removal->value()));
        QVERIFY(storage::undo(*m_workspace, u"person"_s, departure->value()));
        (void)sync({}, {}, 7200);
        settled();
        QVERIFY(m_site->members.contains(remoteIdIn<Member>(here)));
        QVERIFY(!rowIn<Member>(tables(), here)->departedAtUtc);
        QVERIFY(m_site->labels.contains(remoteIdIn<Label>(labelHere)));
    }
    void aCommentIsHiddenAndShownAgain()
    {
        const QString there = m_site->addComment();
        synced();
        const qint64 here = idOf("comment", there);
        for (const Comment::Status status : {Comment::Status::Hidden, Comment::Status::Deleted, Comment::Status::Published}) {
            QVERIFY(edit<Comment>(*m_workspace, here, [&](Comment& comment) { comment.status = status; }));
            settled();
            QCOMPARE(m_site->comments.value(there).comment.status, status);
        }
    }
    void moderatedHereAndGoneWithItsPostIsGone()
    {
        const QString there = m_site->addComment();
        synced();
        QVERIFY(edit<Comment>(*m_workspace, idOf("comment", there), [&](Comment& comment) { comment.status = Comment::Status::Hidden; }));
        m_site->deletePost(m_site->comments.value(there).post);
        synced();
        if (!conflicts().isEmpty())
            QVERIFY(settle(Settlement::Theirs));
        settled();
    }

    // ---- labels

    void labelsOfBothSidesMerge()
    {
        while (m_site->labels.size() < 4)
            m_site->addLabel();
        const QString there = memberThere();
        const QStringList labels = m_site->labels.keys();
        m_site->members[there].labels = {labels.at(0), labels.at(1)};
        m_site->log.append({m_site->nowUtc, Kind::Members, there, false});
        synced();
        const qint64 here = memberHere();
        QVERIFY(edit<Member>(*m_workspace, here, [&](Member& member) {
            member.labels = {LabelId {idOf("label", labels.at(1))}, LabelId {idOf("label", labels.at(2))}};
            std::ranges::sort(member.labels);
        })); // one taken, one given
        m_site->members[there].labels = {labels.at(0), labels.at(3)}; // another one taken, another one given
        settled();
        QCOMPARE(m_site->members.value(there).labels, (QStringList {labels.at(2), labels.at(3)}));
        QCOMPARE(m_writes.size(), 0);
    }
    void aLabelMadeHereIsMadeBeforeItIsGiven()
    {
        const qint64 label = addOf(Kind::Labels, u"Fresh"_s);
        QVERIFY(edit<Member>(*m_workspace, memberHere(), [&](Member& member) {
            member.labels.append(LabelId {label});
            std::ranges::sort(member.labels);
        }));
        settled();
        QVERIFY(m_site->members.value(memberThere()).labels.contains(remoteIdIn<Label>(label)));
    }
    void aLabelDeletedThereWhileItIsGivenHereIsAConflict_data()
    {
        QTest::addColumn<Settlement>("settlement");
        QTest::newRow("mine: it is made again and given") << Settlement::Mine;
        QTest::newRow("theirs: it is gone") << Settlement::Theirs;
    }
    void aLabelDeletedThereWhileItIsGivenHereIsAConflict()
    {
        QFETCH(const Settlement, settlement);
        const QString there = m_site->addLabel();
        synced();
        const qint64 label = idOf("label", there);
        QVERIFY(edit<Member>(*m_workspace, memberHere(), [&](Member& member) {
            member.labels.append(LabelId {label});
            std::ranges::sort(member.labels);
        }));
        m_site->deleteLabel(there);
        synced();
        QCOMPARE(conflicts().size(), 1);
        QVERIFY(settle(settlement));
        settled();
        QCOMPARE(rowIn<Label>(tables(), label).has_value(), settlement == Settlement::Mine);
        if (settlement == Settlement::Mine)
            QVERIFY(m_site->members.value(memberThere()).labels.contains(remoteIdIn<Label>(label)));
    }
    void tenThousandMembersAreLabelledInAHundredRequests()
    {
        while (m_site->members.size() < 10'000)
            m_site->addMember();
        const QString label = m_site->addLabel();
        synced();
        const qint64 here = idOf("label", label);
        const auto given = m_workspace->commit(kPerson, [&](storage::ChangeSet& changes) -> Result<void> {
            for (qint64 id = 1; id <= 10'000; ++id) {
                auto member = rowIn<Member>(changes.connection(), id);
                if (!member || member->departedAtUtc)
                    continue;
                member->labels.append(LabelId {here});
                std::ranges::sort(member->labels);
                changes.put(*member);
            }
            return {};
        });
        QVERIFY(given);
        const qint64 waiting = number("SELECT count(*) FROM outbox");
        QVERIFY(waiting >= 9'900);
        synced();
        QCOMPARE(m_relabels, (waiting + 99) / 100);
        QCOMPARE(m_writes.size(), 0);
        QCOMPARE(m_report.kinds.value(Kind::Members).pushed, waiting);
        QVERIFY2(m_report.total.requests < 350, qPrintable(QString::number(m_report.total.requests)));
        QCOMPARE(number("SELECT count(*) FROM outbox"), 0);
        QCOMPARE(std::ranges::count_if(m_site->members, [&](const RemoteMember& member) { return member.labels.contains(label); }), waiting);
        qInfo("sent in %.1f s", m_report.total.seconds);
    }

    // ---- posts

    void aPostIsMadeAsADraftAndThenPublished()
    {
        const qint64 here = addOf(Kind::Posts, u"A beginning"_s);
        synced();
        QCOMPARE(m_writes.size(), 2);
        QVERIFY(!m_writes.first().token.isEmpty());
        const Post post = m_site->posts.value(remoteIdIn<Post>(here)).post;
        QCOMPARE(post.status, Post::Status::Published);
        QCOMPARE(post.slug, u"abeginning"_s);
        QCOMPARE(post.html, u"<p><strong>A beginning</strong></p>"_s);
        settled();
    }
    void aPostChangedThereWhileItIsSentIsMergedAndSentOnceMore()
    {
        const QString there = m_site->posts.firstKey();
        QVERIFY(edit<Post>(*m_workspace, idOf("post", there), [](Post& post) { post.title = u"My title"_s; }));
        m_onWrite = [&](const RowWrite&) {
            if (m_writes.size() == 1) {
                m_site->posts[there].post.html = u"<p>theirs</p>"_s;
                m_site->posts[there].post.changedAtUtc = m_site->nowUtc + 1;
            }
        };
        synced();
        QCOMPARE(m_writes.size(), 2);
        QCOMPARE(m_site->posts.value(there).post.title, u"My title"_s);
        QCOMPARE(m_site->posts.value(there).post.html, u"<p>theirs</p>"_s);
        m_onWrite = nullptr;
        settled();
    }
    void aPostThatCollidesTwiceWaits()
    {
        const QString there = m_site->posts.firstKey();
        const qint64 here = idOf("post", there);
        QVERIFY(edit<Post>(*m_workspace, here, [](Post& post) { post.title = u"My title"_s; }));
        m_onWrite = [&](const RowWrite&) { m_site->posts[there].post.changedAtUtc = m_site->nowUtc + m_writes.size(); };
        synced();
        QCOMPARE(m_writes.size(), 2);
        QCOMPARE(item(Entity::Post, here).state, OutboxState::Pending);
        QCOMPARE(item(Entity::Post, here).attempts, 0);
        m_onWrite = nullptr;
        settled();
        QCOMPARE(m_site->posts.value(there).post.title, u"My title"_s);
    }
    void whatTheStoreMakesOfATextIsTaken()
    {
        const QString there = m_site->posts.firstKey();
        const qint64 here = idOf("post", there);
        QVERIFY(edit<Post>(*m_workspace, here, [](Post& post) { post.html = u"<p><b>bold</b></p>"_s; }));
        settled();
        QCOMPARE(rowIn<Post>(tables(), here)->html, u"<p><strong>bold</strong></p>"_s);
    }

    // ---- lost answers and ends

    void aRowWhoseAnswerWasLostIsNotMadeTwice_data() { madeKinds(); }
    void aRowWhoseAnswerWasLostIsNotMadeTwice()
    {
        QFETCH(const Kind, kind);
        const qint64 here = addOf(kind, u"Made once"_s);
        const qsizetype before = countThere(kind);
        Faults faults;
        faults.lostAnswer = 100;
        (void)sync(faults);
        QCOMPARE(countThere(kind), before + 1);
        QCOMPARE(item(entityOf(kind), here).state, OutboxState::Sending);
        (void)sync({}, {}, 7200);
        settled();
        QCOMPARE(countThere(kind), before + 1);
        QVERIFY(!remoteIdOf(kind, here).isEmpty());
    }
    void whereverTheProgramEndsNothingIsLostOrDoubled_data() { madeKinds(); }
    void whereverTheProgramEndsNothingIsLostOrDoubled()
    {
        QFETCH(const Kind, kind);
        const QString path = m_workspace->path();
        const Site before = *m_site;
        const qint64 here = addOf(kind, u"Made once"_s);
        m_window.reset();
        m_workspace.reset();
        const QString kept = path + u".kept"_s;
        QVERIFY(QFile::copy(path, kept));
        for (int call = 1; call < 60; ++call) {
            for (const bool hasEffect : {false, true}) {
                *m_site = before;
                m_workspace.reset();
                for (const auto& suffix : {u""_s, u"-wal"_s, u"-shm"_s})
                    QFile::remove(path + suffix);
                QVERIFY(QFile::copy(kept, path));
                m_clock.set(m_site->nowUtc);
                m_workspace = storage::WorkspaceFile::open(path, m_clock).value();
                Faults faults;
                (hasEffect ? faults.dieAfterCall : faults.dieAtCall) = call;
                const auto died = sync(faults);
                if (died && !hasEffect)
                    return; // it had fewer calls
                (void)sync();
                settled();
                QVERIFY2(!QTest::currentTestFailed(), qPrintable(u"call %1, effect %2"_s.arg(call).arg(hasEffect)));
                QVERIFY(!remoteIdOf(kind, here).isEmpty());
            }
        }
        QFAIL("a sync of one item takes fewer calls");
    }
    void aRowTakenBackWhileItWasBeingMadeIsTakenBackThereToo()
    {
        addOf(Kind::Posts, u"Made in vain"_s);
        const qsizetype before = m_site->posts.size();
        const auto action = storage::nextToUndo(tables());
        Faults faults;
        faults.lostAnswer = 100;
        (void)sync(faults);
        QCOMPARE(m_site->posts.size(), before + 1);
        QVERIFY(storage::undo(*m_workspace, u"person"_s, action->value()));
        settled();
        QCOMPARE(m_site->posts.size(), before);
    }
    void aRowTakenBackBeforeItWasSentIsNeverSent()
    {
        addOf(Kind::Members, u"Nobody"_s);
        const auto action = storage::nextToUndo(tables());
        QVERIFY(storage::undo(*m_workspace, u"person"_s, action->value()));
        settled();
        QCOMPARE(m_writes.size(), 0);
    }
    void aChangeWhoseAnswerWasLostCanBeTakenBack()
    {
        const QString there = memberThere();
        const QString old = m_site->members.value(there).member.name;
        QVERIFY(rename(memberHere(), u"Sent"_s));
        const auto action = storage::nextToUndo(tables());
        Faults faults;
        faults.lostAnswer = 100;
        (void)sync(faults);
        QCOMPARE(m_site->members.value(there).member.name, u"Sent"_s);
        QVERIFY(storage::undo(*m_workspace, u"person"_s, action->value()));
        (void)sync({}, {}, 7200);
        settled();
        QCOMPARE(m_site->members.value(there).member.name, old);
    }
    void aChangeWhoseAnswerWasLostCanBeChangedAgain()
    {
        const QString there = memberThere();
        QVERIFY(rename(memberHere(), u"Sent"_s));
        Faults faults;
        faults.lostAnswer = 100;
        (void)sync(faults);
        QVERIFY(rename(memberHere(), u"Sent later"_s));
        (void)sync({}, {}, 7200);
        settled();
        QCOMPARE(m_site->members.value(there).member.name, u"Sent later"_s);
    }
    void whatIsChangedWhileARequestIsUnderWayIsSentNext_data() { madeKinds(); }
    void whatIsChangedWhileARequestIsUnderWayIsSentNext()
    {
        QFETCH(const Kind, kind);
        if (kind == Kind::Comments)
            return; // its text cannot be changed
        const qint64 here = addOf(kind, u"First word"_s);
        m_onWrite = [&](const RowWrite& write) {
            if (write.kind != kind || m_writes.size() != 1)
                return;
            const bool edited = kind == Kind::Labels ? edit<Label>(*m_window, here, [](Label& row) { row.name = u"Second word"_s; })
                : kind == Kind::Tags                 ? edit<lyceum::Tag>(*m_window, here, [](lyceum::Tag& row) { row.name = u"Second word"_s; })
                : kind == Kind::Tiers                ? edit<Tier>(*m_window, here, [](Tier& row) { row.name = u"Second word"_s; })
                : kind == Kind::Members              ? edit<Member>(*m_window, here, [](Member& row) { row.name = u"Second word"_s; })
                                                     : edit<Post>(*m_window, here, [](Post& row) { row.title = u"Second word"_s; });
            QVERIFY(edited);
        };
        synced();
        m_onWrite = nullptr;
        settled();
        QCOMPARE(number("SELECT count(*) FROM " + storage::specOf(entityOf(kind)).table + " WHERE "
                     + (kind == Kind::Posts ? "title" : "name") + " = 'Second word'"),
            1);
    }

    // ---- made on both sides

    void aMemberMadeOnBothSidesIsOne()
    {
        const qint64 here = addOf(Kind::Members, u"Mine"_s);
        const QString there = m_site->addMember();
        m_site->members[there].member.email = u"mine@here.example"_s;
        m_site->members[there].member.name = u"Theirs"_s;
        m_site->members[there].member.note = u"their note"_s;
        const qint64 before = number("SELECT count(*) FROM member");
        synced();
        QCOMPARE(number("SELECT count(*) FROM member"), before);
        QCOMPARE(remoteIdIn<Member>(here), there);
        QCOMPARE(rowIn<Member>(tables(), here)->note, u"their note"_s);
        QCOMPARE(conflicts().size(), 1);
        QCOMPARE(conflicts().first().field, QByteArray("name"));
        QVERIFY(settle(Settlement::Mine));
        settled();
        QCOMPARE(m_site->members.value(there).member.name, u"Mine"_s);
    }
    void aLabelMadeOnBothSidesIsOne()
    {
        const qint64 here = addOf(Kind::Labels, u"vip"_s);
        QVERIFY(edit<Member>(*m_workspace, memberHere(), [&](Member& member) {
            member.labels.append(LabelId {here});
            std::ranges::sort(member.labels);
        }));
        const QString there = m_site->addLabel(u"VIP"_s);
        settled();
        QCOMPARE(remoteIdIn<Label>(here), there);
        QVERIFY(m_site->members.value(memberThere()).labels.contains(there));
    }

    // ---- order, pauses, refusals, failures

    void aReplyWaitsForItsPost()
    {
        const qint64 post = addOf(Kind::Posts, u"A beginning"_s);
        Comment comment;
        comment.post.value = post;
        comment.member.value = memberHere();
        comment.html = u"<p>hello</p>"_s;
        comment.createdAtUtc = m_site->nowUtc + 3600; // by a clock that is fast
        const qint64 first = add(*m_workspace, comment);
        comment.parent.value = first;
        comment.html = u"<p>hello again</p>"_s;
        const qint64 second = add(*m_workspace, comment);
        QVERIFY(storage::pauseItem(*m_workspace, u"person"_s, Entity::Post, post, true));
        synced();
        QCOMPARE(m_writes.size(), 0);
        QCOMPARE(m_report.waiting, 2);
        QVERIFY(storage::pauseItem(*m_workspace, u"person"_s, Entity::Post, post, false));
        settled();
        QCOMPARE(m_site->comments.value(remoteIdIn<Comment>(second)).parent, remoteIdIn<Comment>(first));
    }
    void whatIsRefusedIsParkedAndTheRestGoesOn()
    {
        QStringList there = m_site->members.keys();
        for (int i = 0; i < 3; ++i)
            QVERIFY(rename(idOf("member", there.at(i)), i == 1 ? u"poison"_s : u"Fine %1"_s.arg(i)));
        synced();
        QCOMPARE(m_site->members.value(there.at(0)).member.name, u"Fine 0"_s);
        QCOMPARE(m_site->members.value(there.at(2)).member.name, u"Fine 2"_s);
        const auto parked = item(Entity::Member, idOf("member", there.at(1)));
        QCOMPARE(parked.state, OutboxState::Parked);
        QCOMPARE(parked.problem, u"Name is not allowed."_s);
        QCOMPARE(m_report.kinds.value(Kind::Members).parked, 1);
        QCOMPARE(m_report.waiting, 0);
        synced();
        QCOMPARE(m_writes.size(), 0);
        QCOMPARE(rowIn<Member>(tables(), idOf("member", there.at(1)))->name, u"poison"_s); // and no pull takes it away
        QVERIFY(rename(idOf("member", there.at(1)), u"Fine 1"_s));
        settled();
    }
    void anEMailThatIsTakenThereIsParked()
    {
        Member member;
        member.email = m_site->members.first().member.email;
        const qint64 here = add(*m_workspace, member);
        synced();
        QCOMPARE(item(Entity::Member, here).state, OutboxState::Parked);
        QVERIFY(item(Entity::Member, here).problem.contains(u"already exists"_s));
    }
    void whatAPersonHoldsBackStays()
    {
        const QString there = memberThere();
        const qint64 here = memberHere();
        QVERIFY(rename(here, u"Mine"_s));
        QVERIFY(storage::pauseItem(*m_workspace, u"person"_s, Entity::Member, here, true));
        renameThere(m_site->members.lastKey(), u"Somebody else"_s);
        synced();
        QCOMPARE(m_writes.size(), 0);
        QCOMPARE(rowIn<Member>(tables(), here)->name, u"Mine"_s);
        QVERIFY(storage::pauseItem(*m_workspace, u"person"_s, Entity::Member, here, false));
        settled();
        QCOMPARE(m_site->members.value(there).member.name, u"Mine"_s);
    }
    void pausedAltogetherOnlyReads()
    {
        const qint64 here = memberHere();
        QVERIFY(rename(here, u"Mine"_s));
        QVERIFY(m_workspace->setSetting(u"pushPaused"_s, u"1"_s, kPerson));
        const QString other = m_site->members.lastKey();
        renameThere(other, u"Somebody else"_s);
        synced();
        QCOMPARE(m_writes.size(), 0);
        QCOMPARE(rowIn<Member>(tables(), idOf("member", other))->name, u"Somebody else"_s);
        QCOMPARE(m_report.waiting, 1);
        QVERIFY(sync({}, {.push = true, .pushOnly = {{Entity::Member, here}}})); // but what is named goes
        QCOMPARE(m_writes.size(), 1);
    }
    void onlyWhatIsNamedIsSentAndNothingPulled()
    {
        const QStringList there = m_site->members.keys();
        QVERIFY(rename(idOf("member", there.at(0)), u"Named"_s));
        QVERIFY(rename(idOf("member", there.at(1)), u"Not named"_s));
        renameThere(there.last(), u"Somebody else"_s);
        QVERIFY(sync({}, {.push = true, .pushOnly = {{Entity::Member, idOf("member", there.at(0))}}}));
        QCOMPARE(m_writes.size(), 1);
        QCOMPARE(m_site->members.value(there.at(0)).member.name, u"Named"_s);
        QVERIFY(rowIn<Member>(tables(), idOf("member", there.last()))->name != u"Somebody else"_s);
        QVERIFY(sync({}, {.push = false, .pushOnly = {}}));
        QCOMPARE(m_writes.size(), 0);
        settled();
    }
    void aFailureIsTriedAgainLaterAndLaterAndThenParked()
    {
        const qint64 here = memberHere();
        QVERIFY(rename(here, u"Mine"_s));
        m_onAnswer = [](const RowWrite&) -> Result<void> { return failure(Error::Kind::BadAnswer, {}, u"half an answer"_s); };
        qint64 delay = 0;
        for (int attempt = 1; attempt <= 8; ++attempt) {
            QVERIFY(sync({}, {}, delay + 1));
            const auto waits = item(Entity::Member, here);
            QCOMPARE(m_writes.size(), attempt == 1 ? 1 : 0); // it arrived the first time; afterwards that is seen, and it is done
            if (attempt == 1) {
                QCOMPARE(waits.attempts, 1);
                delay = *waits.nextAttemptAtUtc - m_clock.nowUtc();
                QVERIFY2(delay >= 54 && delay <= 66, qPrintable(QString::number(delay)));
                QVERIFY(sync({}, {}, 1)); // too early
                QCOMPARE(m_writes.size(), 0);
            }
        }
        m_onAnswer = nullptr;
        settled();
    }
    void aRequestThatNeverArrivesIsParkedAfterEightAttempts()
    {
        const qint64 here = memberHere();
        QVERIFY(rename(here, u"Mine"_s));
        qint64 last = 0;
        for (int attempt = 1; attempt <= 8; ++attempt) {
            struct Deaf final : public MemoryStore {
                using MemoryStore::MemoryStore;
                int asked = 0;
                Result<Batch> write(const RowWrite&) override
                {
                    ++asked;
                    return failure(Error::Kind::StoreUnavailable, {}, u"busy"_s);
                }
            } deaf(*m_site, {.pageRows = 50});
            m_site->nowUtc += last + 1;
            m_clock.set(m_site->nowUtc);
            CancelToken cancel;
            SyncEngine engine(deaf, *m_workspace, m_clock);
            QVERIFY(engine.run(SyncEngine::Extent::Changes, cancel));
            QCOMPARE(deaf.asked, 1);
            const auto waits = item(Entity::Member, here);
            QCOMPARE(waits.attempts, attempt);
            QCOMPARE(waits.state, attempt < 8 ? OutboxState::Sending : OutboxState::Parked);
            const qint64 delay = waits.nextAttemptAtUtc.value_or(0) - m_clock.nowUtc();
            QVERIFY(attempt == 8 || delay > last || delay >= 3000);
            QVERIFY(delay <= 3960);
            last = delay;
        }
        QVERIFY(storage::retryItem(*m_workspace, u"person"_s, Entity::Member, here));
        settled();
    }
    void threeFailuresInARowEndTheRun()
    {
        const QStringList there = m_site->members.keys();
        for (const QString& id : there)
            QVERIFY(rename(idOf("member", id), u"Mine "_s + id));
        m_onAnswer = [](const RowWrite&) -> Result<void> { return failure(Error::Kind::Timeout); };
        const auto report = sync();
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::Timeout);
        QCOMPARE(m_writes.size(), 3);
        QCOMPARE(number("SELECT count(*) FROM outbox WHERE attempts = 0 AND state = 'pending'"), there.size() - 3);
        m_onAnswer = nullptr;
        (void)sync({}, {}, 7200);
        settled();
    }
    void aKeyThatIsNoLongerGoodEndsTheRun()
    {
        for (const QString& id : m_site->members.keys())
            QVERIFY(rename(idOf("member", id), u"Mine "_s + id));
        m_onAnswer = [](const RowWrite&) -> Result<void> { return failure(Error::Kind::BadKey); };
        const auto report = sync();
        QVERIFY(!report);
        QCOMPARE(m_writes.size(), 1);
        QCOMPARE(number("SELECT count(*) FROM outbox WHERE attempts > 0 OR state <> 'pending'"), 0);
    }
    void whatTheStoreCannotHoldStaysHere()
    {
        const QString there = memberThere();
        const qint64 here = memberHere();
        QVERIFY(edit<Member>(*m_workspace, here, [](Member& member) { member.country = u"AT"_s; }));
        synced();
        QCOMPARE(m_writes.size(), 0);
        QCOMPARE(item(Entity::Member, here).state, OutboxState::Local);
        renameThere(there, u"Theirs"_s);
        synced();
        QCOMPARE(rowIn<Member>(tables(), here)->country, u"AT"_s);
        QCOMPARE(rowIn<Member>(tables(), here)->name, u"Theirs"_s);
        QVERIFY(rename(here, u"Mine"_s));
        synced();
        QCOMPARE(m_site->members.value(there).member.name, u"Mine"_s);
        QCOMPARE(item(Entity::Member, here).state, OutboxState::Local);
    }
    void aStoreThatTakesNothingIsNotAsked()
    {
        QVERIFY(rename(memberHere(), u"Mine"_s));
        struct ReadOnly final : public MemoryStore {
            using MemoryStore::MemoryStore;
            QSet<QByteArray> writable(Kind, bool) const override { return {}; }
            Result<Batch> write(const RowWrite& write) override { return HostedStore::write(write); }
        } store(*m_site, {.pageRows = 50});
        CancelToken cancel;
        SyncEngine engine(store, *m_workspace, m_clock);
        const auto report = engine.run(SyncEngine::Extent::Changes, cancel);
        QVERIFY2(report, qPrintable(errorOf(report)));
        QCOMPARE(item(Entity::Member, memberHere()).state, OutboxState::Local);
        QCOMPARE(report->kinds.value(Kind::Members).parked, 0);
    }
};

QTEST_GUILESS_MAIN(TestPusher)
#include "tst_pusher.moc"
