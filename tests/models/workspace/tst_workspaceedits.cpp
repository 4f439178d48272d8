// SPDX-License-Identifier: GPL-3.0-or-later
#include "../editing/lab.h"
#include "workspace/person.h"
#include "workspace/syncservice.h"
#include "workspace/workspace.h"

#include <QSignalSpy>

using namespace lyceum;
using namespace lyceum::workspace;
using namespace Qt::StringLiterals;

namespace {

/// What the door answers; the test's events go on meanwhile.
template <class T>
T wait(QFuture<T> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
        qFatal("no answer");
    return future.result();
}

MemberEdit naming(const QString& name)
{
    MemberEdit edit;
    edit.name = name;
    return edit;
}

} // namespace

/// Editing, undoing, the journal, the outbox and conflicts through the door that screens use.
class tst_WorkspaceEdits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_lab.emplace();
        m_workspace.emplace(m_clock);
        QVERIFY(wait(m_workspace->open(m_lab->path())));
    }
    void cleanup()
    {
        m_workspace.reset();
        m_lab.reset();
    }

    void anEditIsOneCommitOfThePersonAndAnnounced()
    {
        QSignalSpy changed(&*m_workspace, &Workspace::changed);
        MemberEdit edit;
        edit.addLabels = {u"Founder"_s};
        const auto done = wait(m_workspace->editMembers({Lab::kAda, Lab::kBen}, edit));
        QVERIFY(done);
        QCOMPARE(done->entities.value(Entity::Member).updated, 2);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(changed.first().first().value<ChangeSummary>().touches(Entity::Member));
        const auto entries = wait(m_workspace->journal({}));
        QVERIFY(entries);
        QCOMPARE(entries->first().author, personName());
        QCOMPARE(entries->first().reason, u"label 2 members"_s);
        const auto page = wait(m_workspace->journalPage(entries->first().id, -1));
        QVERIFY(page);
        QCOMPARE(page->entry, entries->first());
        QVERIFY(std::ranges::any_of(page->changes, [](const JournalChange& change) { return change.field == "labels"; }));
        QCOMPARE(wait(m_workspace->journalChanges(entries->first().id, -1)), Result<QList<JournalChange>>(page->changes));
        const auto history = wait(m_workspace->historyOf(Entity::Member, 1, 10));
        QVERIFY(history && !history->isEmpty());
        QCOMPARE(history->first().entry, entries->first().id);
    }

    void eachKindOfRowHasItsDoor()
    {
        const auto member = wait(m_workspace->createMember({u"dora@example.com"_s, u"Dora"_s, {}, {}, {}, {}}));
        QCOMPARE(member, Result<MemberId>(MemberId {4}));
        TierEdit tier;
        tier.name = u"Patron"_s;
        tier.currency = u"USD"_s;
        tier.monthlyPrice = 100;
        tier.yearlyPrice = 1000;
        const auto made = wait(m_workspace->editTier({}, tier));
        QVERIFY(made);
        QCOMPARE(made->entities.value(Entity::Tier).ids, QList<qint64> {4});
        OfferEdit offer;
        offer.title = u"Less"_s;
        QVERIFY(wait(m_workspace->editOffer(OfferId {1}, offer)));
        QCOMPARE(wait(m_workspace->offers())->first().title, u"Less"_s);
        QVERIFY(wait(m_workspace->editLabel(LabelId {1}, {u"Friends"_s, {}, false})));
        PostEdit post;
        post.featured = true;
        QVERIFY(wait(m_workspace->editPost(Lab::kGardens, post)));
        QVERIFY(wait(m_workspace->editComment(Lab::kThread, {Comment::Status::Hidden, {}})));
        const auto answered = wait(m_workspace->reply({Lab::kReply, u"Thank you"_s, Lab::kBen}));
        QVERIFY(answered);
        QCOMPARE(answered->entities.value(Entity::Comment).inserted, 1);
        QCOMPARE(wait(m_workspace->tiers())->size(), 4);
        QCOMPARE(wait(m_workspace->newsletters())->size(), 2);
    }

    void whatIsRefusedChangesNothingAndSaysWhy()
    {
        QSignalSpy changed(&*m_workspace, &Workspace::changed);
        const auto done = wait(m_workspace->editMembers({Lab::kAda}, naming(QString(192, u'x'))));
        QVERIFY(isRefused(done, u"field name"_s, u"it is longer than 191 characters."_s));
        QVERIFY(wait(m_workspace->counts()));
        QVERIFY(changed.isEmpty());
    }

    void undoAndRedoFollowEachOther()
    {
        QCOMPARE(wait(m_workspace->undoState()), Result<UndoState>(UndoState()));
        QVERIFY(isRefused(wait(m_workspace->undo()), {}, u"there is nothing to undo."_s));
        QVERIFY(isRefused(wait(m_workspace->redo()), {}, u"there is nothing to redo."_s));
        const auto done = wait(m_workspace->editMembers({Lab::kAda}, naming(u"Ada L."_s)));
        QVERIFY(done);
        auto state = wait(m_workspace->undoState());
        QVERIFY(state && state->undo && !state->redo);
        QCOMPARE(state->undo->id, done->journalEntry);
        const auto undone = wait(m_workspace->undo());
        QVERIFY(undone);
        QCOMPARE(undone->action, done->journalEntry);
        state = wait(m_workspace->undoState());
        QVERIFY(state && !state->undo && state->redo);
        QVERIFY(wait(m_workspace->redo(done->journalEntry)));
        QCOMPARE(m_lab->member(Lab::kAda).name, u"Ada L."_s);
    }

    void whatWaitsIsListedPausedAndDiscarded()
    {
        QVERIFY(wait(m_workspace->editMembers({Lab::kAda}, naming(u"Ada L."_s))));
        const auto items = wait(m_workspace->outbox({}));
        QVERIFY(items && items->size() == 1);
        QCOMPARE(items->first().fields, QByteArrayList {"name"});
        QVERIFY(wait(m_workspace->pauseItem(Entity::Member, 1, true)));
        QCOMPARE(wait(m_workspace->outboxCounts())->paused, 1);
        QVERIFY(wait(m_workspace->pauseItem(Entity::Member, 1, false)));
        QVERIFY(wait(m_workspace->retryItem(Entity::Member, 1)));
        QVERIFY(wait(m_workspace->discardItem(Entity::Member, 1)));
        QCOMPARE(m_lab->member(Lab::kAda).name, u"Ada"_s);
        QVERIFY(wait(m_workspace->outbox({}))->isEmpty());
    }

    void aConflictIsSettled()
    {
        QVERIFY(wait(m_workspace->editMembers({Lab::kAda}, naming(u"Ada L."_s))));
        QVERIFY(m_lab->file().commit({u"sync"_s, storage::Origin::Sync, u"page"_s}, [](storage::ChangeSet& changes) -> Result<void> {
            changes.noteConflict({Entity::Member, 1, "name", u"Ada"_s, u"Ada L."_s, u"Ada Lovelace"_s});
            return {};
        }));
        const auto open = wait(m_workspace->openConflicts(Entity::Member, 1));
        QVERIFY(open && open->size() == 1);
        QVERIFY(wait(m_workspace->settleConflict(open->first().id, Settlement::Both, u"Ada L. Lovelace"_s)));
        QCOMPARE(m_lab->member(Lab::kAda).name, u"Ada L. Lovelace"_s);
        QVERIFY(wait(m_workspace->openConflicts())->isEmpty());
    }

    void aClosedWorkspaceAnswersThatThereIsNone()
    {
        m_workspace->close();
        QCOMPARE(wait(m_workspace->editMembers({Lab::kAda}, naming(u"x"_s))).error().kind, Error::Kind::WorkspaceMissing);
        QCOMPARE(wait(m_workspace->undoState()).error().kind, Error::Kind::WorkspaceMissing);
        QCOMPARE(wait(m_workspace->outbox({})).error().kind, Error::Kind::WorkspaceMissing);
    }

    void thatNothingIsSentIsRememberedInTheWorkspace()
    {
        SyncService service(*m_workspace);
        QSignalSpy changed(&service, &SyncService::pushPausedChanged);
        QVERIFY(!service.isPushPaused());
        QVERIFY(wait(service.setPushPaused(true)));
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(service.isPushPaused());
        SyncService another(*m_workspace);
        QTRY_VERIFY(another.isPushPaused());
        QVERIFY(wait(service.setPushPaused(false)));
        QTRY_VERIFY(!service.isPushPaused());
    }

private:
    FixedClock m_clock {Lab::kNow};
    std::optional<Lab> m_lab;
    std::optional<Workspace> m_workspace;
};

QTEST_GUILESS_MAIN(tst_WorkspaceEdits)
#include "tst_workspaceedits.moc"
