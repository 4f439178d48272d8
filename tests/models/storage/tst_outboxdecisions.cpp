// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyvfs.h"
#include "storage/undo.h"
#include "storage/verify.h"
#include "waiting.h"

#include <QTest>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

using Operation = OutboxItem::Operation;

class TestOutboxDecisions : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<EditedWorkspace> m_w;

    void rename(qint64 id, const QString& name)
    {
        m_w->edit(id, [&](Member& member) { member.name = name; });
    }
    void verifyAll()
    {
        const auto findings = verifyWorkspace(m_w->connection());
        QVERIFY(findings);
        QVERIFY(allWell(*findings));
    }

private Q_SLOTS:
    void init() { m_w = std::make_unique<EditedWorkspace>(); }

    void staysPausedWhateverBecameOfItsRequest()
    {
        rename(3, u"A"_s);
        const qint64 upTo = m_w->item(Entity::Member, 3)->lastOutboxId;
        QVERIFY(pauseItem(m_w->file(), u"Ada"_s, Entity::Member, 3, true)); // while the request is under way
        m_w->mark({Entity::Member, 3, upTo, OutboxState::Pending, 1, Community::kNow + 30, u"timeout"_s});
        m_w->mark({Entity::Member, 3, upTo, OutboxState::Parked, 0, {}, u"no"_s});
        QCOMPARE(m_w->item(Entity::Member, 3)->state, OutboxState::Paused);
        m_w->mark({Entity::Member, 3, upTo, OutboxState::Sending});
        QCOMPARE(m_w->item(Entity::Member, 3)->state, OutboxState::Sending); // is not to be forgotten
        m_w->mark({Entity::Member, 3, upTo});
        QVERIFY(!m_w->item(Entity::Member, 3));
    }

    void pausesAndLetsGoAgain()
    {
        rename(3, u"A"_s);
        m_w->mark({Entity::Member, 3, 0, OutboxState::Parked, 8, {}, u"no"_s});
        QVERIFY(pauseItem(m_w->file(), u"Ada"_s, Entity::Member, 3, true));
        QCOMPARE(m_w->item(Entity::Member, 3)->state, OutboxState::Paused);
        rename(3, u"B"_s); // stays held back
        QCOMPARE(m_w->item(Entity::Member, 3)->state, OutboxState::Paused);
        QCOMPARE(retryItem(m_w->file(), u"Ada"_s, Entity::Member, 3).error().kind, Error::Kind::BadInput);
        QVERIFY(pauseItem(m_w->file(), u"Ada"_s, Entity::Member, 3, false));
        const auto item = m_w->item(Entity::Member, 3);
        QCOMPARE(item->state, OutboxState::Pending);
        QCOMPARE(item->attempts, 0);
        QCOMPARE(item->problem, QString());
        m_w->mark({Entity::Member, 3, 0, OutboxState::Pending, 2, 500, u"timeout"_s});
        QVERIFY(pauseItem(m_w->file(), u"Ada"_s, Entity::Member, 3, false)); // was not paused: as it is
        QCOMPARE(m_w->item(Entity::Member, 3)->attempts, 2);
    }

    void triesOnceMore_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("parked") << int(OutboxState::Parked);
        QTest::newRow("waiting for its time") << int(OutboxState::Pending);
        QTest::newRow("not held by the store") << int(OutboxState::Local);
    }
    void triesOnceMore()
    {
        QFETCH(const int, state);
        rename(3, u"A"_s);
        m_w->mark({Entity::Member, 3, 0, OutboxState(state), 8, Community::kNow + 3600, u"no"_s});
        QVERIFY(retryItem(m_w->file(), u"Ada"_s, Entity::Member, 3));
        const auto item = m_w->item(Entity::Member, 3);
        QCOMPARE(item->state, OutboxState::Pending);
        QCOMPARE(item->attempts, 0);
        QCOMPARE(item->nextAttemptAtUtc, std::nullopt);
        QCOMPARE(item->problem, QString());
    }

    void decidesNothingWhileItIsSentOrOfWhatDoesNotWait()
    {
        const qint64 row = m_w->makeMember(u"new@example.com"_s);
        m_w->mark({Entity::Member, row, 0, OutboxState::Sending});
        const QByteArrayList before = m_w->state();
        for (const qint64 id : {row, qint64(5)}) {
            const auto expected = id == row ? Error::Kind::BadInput : Error::Kind::NotFound;
            QCOMPARE(pauseItem(m_w->file(), u"Ada"_s, Entity::Member, id, true).error().kind, expected);
            QCOMPARE(retryItem(m_w->file(), u"Ada"_s, Entity::Member, id).error().kind, expected);
            QCOMPARE(discardItem(m_w->file(), u"Ada"_s, Entity::Member, id).error().kind, expected);
        }
        QCOMPARE(m_w->state(), before);
    }

    void discardsAChange()
    {
        const QByteArrayList before = m_w->state();
        m_w->edit(3, [](Member& member) {
            member.name = u"Lina"_s;
            member.labels = {LabelId {1}, LabelId {3}};
        });
        m_w->edit(3, [](Member& member) {
            member.name = u"Lina Chen"_s;
            member.labels = {LabelId {2}};
            member.departedAtUtc = 5;
        });
        rename(4, u"Bo"_s);
        const auto done = discardItem(m_w->file(), u"Ada"_s, Entity::Member, 3);
        QVERIFY(done);
        QVERIFY(done->touches(Entity::Member));
        QCOMPARE(m_w->items().size(), 1);
        QVERIFY(discardItem(m_w->file(), u"Ada"_s, Entity::Member, 4));
        QCOMPARE(m_w->state(), before);
        verifyAll();
    }

    void discardsWhatWasMade()
    {
        const QByteArrayList before = m_w->state();
        const qint64 label = m_w->makeLabel(u"New"_s);
        m_w->edit(3, [&](Member& member) { member.labels.append(LabelId {label}); });
        const qint64 member = m_w->makeMember(u"new@example.com"_s);
        QCOMPARE(m_w->items().size(), 3);
        QVERIFY(discardItem(m_w->file(), u"Ada"_s, Entity::Label, label));
        QVERIFY(!m_w->isThere(Entity::Label, label));
        QCOMPARE(m_w->items().size(), 1); // and who was to wear it has nothing to send
        QVERIFY(m_w->pending(Entity::Member, 3)->isEmpty());
        QVERIFY(discardItem(m_w->file(), u"Ada"_s, Entity::Member, member));
        m_w->mark({Entity::Member, 3});
        QCOMPARE(m_w->state(), before);
        verifyAll();
    }

    void discardsNoRowThatOthersName()
    {
        const qint64 member = m_w->makeMember(u"new@example.com"_s);
        CommentId reply;
        m_w->change([&](ChangeSet& changes) -> Result<void> {
            reply = *changes.nextId<Comment>();
            Comment comment;
            comment.id = reply;
            comment.post = PostId {1};
            comment.member = MemberId {member};
            comment.text = u"Thank you"_s;
            changes.put(comment);
            return {};
        });
        const auto refused = discardItem(m_w->file(), u"Ada"_s, Entity::Member, member);
        QCOMPARE(refused.error().kind, Error::Kind::BadInput);
        QCOMPARE(refused.error().subject, u"new@example.com"_s);
        QCOMPARE(m_w->items().size(), 2);
        QVERIFY(discardItem(m_w->file(), u"Ada"_s, Entity::Comment, reply.value));
        QVERIFY(discardItem(m_w->file(), u"Ada"_s, Entity::Member, member));
        QCOMPARE(m_w->counts(), OutboxCounts());
        verifyAll();
    }

    void discardsARemoval()
    {
        const QByteArrayList before = m_w->state();
        m_w->change([](ChangeSet& changes) -> Result<void> {
            changes.put(Label {LabelId {1}, u"label-vip"_s, u"Very important"_s, u"vip"_s});
            return {};
        });
        m_w->change([](ChangeSet& changes) -> Result<void> {
            changes.remove(Entity::Label, LabelId {1});
            return {};
        });
        QVERIFY(discardItem(m_w->file(), u"Ada"_s, Entity::Label, 1));
        QCOMPARE(m_w->state(), before); // with its name and all who wore it
        verifyAll();
    }

    void discardsTheRemovalOfAMemberWithWhatHungOnIt()
    {
        const qint64 row = m_w->makeMember(u"new@example.com"_s);
        m_w->edit(row, [](Member& member) { member.remoteId = u"made"_s; }, EditedWorkspace::kSync);
        m_w->mark({Entity::Member, row});
        m_w->change(
            [&](ChangeSet& changes) -> Result<void> {
                Subscription subscription;
                subscription.id = *changes.nextId<Subscription>();
                subscription.remoteId = u"sub_new"_s;
                subscription.member = MemberId {row};
                subscription.currency = u"USD"_s;
                changes.put(subscription);
                return {};
            },
            EditedWorkspace::kSync);
        const QByteArrayList before = m_w->state();
        QVERIFY(undo(m_w->file(), u"Ada"_s, **nextToUndo(m_w->connection()))); // of making it
        QVERIFY(!m_w->isThere(Entity::Member, row));
        QCOMPARE(m_w->item(Entity::Member, row)->operation, Operation::Remove);
        QVERIFY(discardItem(m_w->file(), u"Ada"_s, Entity::Member, row));
        QCOMPARE(m_w->state(), before);
        verifyAll();
    }

    void letsADiscardBeUndone()
    {
        m_w->edit(3, [](Member& member) {
            member.name = u"Lina"_s;
            member.labels = {LabelId {1}, LabelId {2}, LabelId {3}};
        });
        const QByteArrayList fields = m_w->item(Entity::Member, 3)->fields;
        const auto discarded = discardItem(m_w->file(), u"Ada"_s, Entity::Member, 3);
        QVERIFY(discarded);
        QVERIFY(undo(m_w->file(), u"Ada"_s, discarded->journalEntry));
        QCOMPARE(m_w->member(3).name, u"Lina"_s);
        QCOMPARE(m_w->item(Entity::Member, 3)->fields, fields);
    }

    void forgetsWhatWentWithTheStoresRow()
    {
        m_w->change([](ChangeSet& changes) -> Result<void> {
            changes.put(Label {LabelId {1}, u"label-vip"_s, u"Mine"_s, u"vip"_s});
            return {};
        });
        m_w->change(
            [](ChangeSet& changes) -> Result<void> {
                changes.remove(Entity::Label, LabelId {1});
                return {};
            },
            EditedWorkspace::kSync);
        QCOMPARE(m_w->items().size(), 0);
        QCOMPARE(m_w->counts(), OutboxCounts());
        QVERIFY(discardItem(m_w->file(), u"Ada"_s, Entity::Label, 1));
        QCOMPARE(m_w->number("SELECT count(*) FROM outbox"), 0);
        QVERIFY(!m_w->isThere(Entity::Label, 1));
    }

    /// The n-th call to the disk fails: the discard is whole or has not been.
    void discardsAllOrNothing()
    {
        FaultyVfs disk; // before the file is opened
        bool failed = true;
        int failures = 0;
        for (int n = 0; failed; ++n) {
            EditedWorkspace workspace({12, 2, 4, 10});
            const QByteArrayList meant = workspace.state();
            workspace.change([](ChangeSet& changes) -> Result<void> {
                changes.remove(Entity::Label, LabelId {1});
                return {};
            });
            const QByteArrayList before = workspace.state();
            disk.failAfter(n, SQLITE_FULL, /*forGood=*/false);
            const auto discarded = discardItem(workspace.file(), u"Ada"_s, Entity::Label, 1);
            failed = disk.heal();
            QCOMPARE(workspace.state(), discarded ? meant : before);
            if (!discarded) {
                QCOMPARE(discarded.error().kind, Error::Kind::DiskFull);
                ++failures;
            }
            const auto findings = verifyWorkspace(workspace.connection());
            QVERIFY(findings && allWell(*findings));
        }
        QVERIFY(failures > 2);
    }
};

QTEST_GUILESS_MAIN(TestOutboxDecisions)
#include "tst_outboxdecisions.moc"
