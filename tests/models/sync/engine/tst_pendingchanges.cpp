// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../storage/waiting.h"
#include "storage/conflicts.h"
#include "storage/undo.h"
#include "sync/engine/pendingchanges.h"

#include <QTest>

using namespace lyceum;
using namespace lyceum::storage;
using namespace lyceum::sync;
using namespace Qt::StringLiterals;

class TestPendingChanges : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<EditedWorkspace> m_w;

    PendingChanges all()
    {
        auto read = PendingChanges::read(m_w->connection());
        if (!read)
            qFatal("%s", qPrintable(read.error().detail));
        return *std::move(read);
    }
    void rename(qint64 id, const QString& name)
    {
        m_w->edit(id, [&](Member& member) { member.name = name; });
    }
    void removeLabel(qint64 id)
    {
        m_w->change([&](ChangeSet& changes) -> Result<void> {
            changes.remove(Entity::Label, LabelId {id});
            return {};
        });
    }
    void undoLast() { QVERIFY(undo(m_w->file(), u"Ada"_s, **nextToUndo(m_w->connection()))); }

private Q_SLOTS:
    void init() { m_w = std::make_unique<EditedWorkspace>(); }

    void knowsNothingOfWhatNobodyTouched()
    {
        const PendingChanges changes = all();
        QVERIFY(!changes.of(Entity::Member, 3));
        QVERIFY(!changes.waits(Entity::Member, 3));
        QVERIFY(!changes.isToBeMade(Entity::Member, 3));
        QVERIFY(changes.removed().isEmpty());
    }

    void beginsFromWhatStoodBeforeTheFirstChange()
    {
        const QString name = m_w->member(3).name;
        rename(3, u"A"_s);
        rename(3, u"B"_s);
        const PendingChanges changes = all();
        const PendingFields* fields = changes.of(Entity::Member, 3);
        QVERIFY(fields);
        QCOMPARE(fields->base.size(), 1);
        QCOMPARE(fields->base.value("name"), Scalar(name));
        QVERIFY(fields->sets.isEmpty());
    }

    void addsUpWhatWasDoneToASet()
    {
        m_w->edit(3, [](Member& member) { member.labels = {LabelId {1}, LabelId {2}}; }, EditedWorkspace::kSync);
        m_w->edit(3, [](Member& member) { member.labels = {LabelId {1}, LabelId {3}}; });
        m_w->edit(3, [](Member& member) { member.labels = {LabelId {2}, LabelId {3}}; });
        const PendingChanges changes = all();
        const PendingFields::Set set = changes.of(Entity::Member, 3)->sets.value("labels");
        QCOMPARE(set.added, QSet<qint64>({3}));
        QCOMPARE(set.dropped, QSet<qint64>({1})); // the second was dropped and given again
    }

    void leavesOutWhatWasTakenBack()
    {
        rename(3, u"A"_s);
        m_w->edit(3, [](Member& member) { member.note = u"called"_s; });
        undoLast();
        QCOMPARE(all().of(Entity::Member, 3)->base.keys(), QList<QByteArray>({"name"}));
        undoLast();
        QVERIFY(!all().of(Entity::Member, 3));
        QVERIFY(all().waits(Entity::Member, 3));
    }

    void leavesOutALabelThatIsGone()
    {
        const qint64 label = m_w->makeLabel(u"New"_s);
        m_w->edit(3, [&](Member& member) {
            member.labels.append(LabelId {label});
            member.name = u"A"_s;
        });
        removeLabel(label);
        QVERIFY(all().of(Entity::Member, 3)->sets.isEmpty()); // else a page that gives it would name a label that is not there
    }

    void beginsFromTheirsOnceAConflictIsSettled()
    {
        const QString name = m_w->member(3).name;
        rename(3, u"Mine"_s);
        m_w->noteConflict({Entity::Member, 3, "name", name, u"Mine"_s, u"Theirs"_s});
        QCOMPARE(all().of(Entity::Member, 3)->base.value("name"), Scalar(name));
        QVERIFY(settle(m_w->file(), u"Ada"_s, openConflicts(m_w->connection())->first().id, Settlement::Mine));
        QCOMPARE(all().of(Entity::Member, 3)->base.value("name"), Scalar(u"Theirs"_s));
        const qint64 upTo = m_w->item(Entity::Member, 3)->lastOutboxId;
        rename(3, u"Mine too"_s);
        const auto after = PendingChanges::readAfter(m_w->connection(), Entity::Member, {{3, upTo}});
        QVERIFY(after);
        QCOMPARE(after->of(Entity::Member, 3)->base.value("name"), Scalar(u"Mine"_s)); // by then the store has that
    }

    void keepsWhatWasTakenBackWhileItWasSent()
    {
        rename(3, u"A"_s);
        rename(4, u"B"_s);
        const QHash<qint64, qint64> done {{3, m_w->item(Entity::Member, 3)->lastOutboxId}, {4, m_w->item(Entity::Member, 4)->lastOutboxId}};
        undoLast();
        const auto after = PendingChanges::readAfter(m_w->connection(), Entity::Member, done);
        QVERIFY(after);
        QVERIFY(!after->waits(Entity::Member, 3));
        QCOMPARE(after->of(Entity::Member, 4)->base.value("name"), Scalar(u"B"_s));
    }

    void knowsWhatIsToBeMade()
    {
        const qint64 row = m_w->makeMember(u"new@example.com"_s);
        QVERIFY(all().isToBeMade(Entity::Member, row));
        QVERIFY(!all().of(Entity::Member, row)); // all of it is mine
        // While it is made there, a person goes on.
        const qint64 upTo = m_w->item(Entity::Member, row)->lastOutboxId;
        m_w->mark({Entity::Member, row, upTo, OutboxState::Sending});
        rename(row, u"Lina"_s);
        m_w->edit(row, [](Member& member) { member.remoteId = u"made"_s; }, EditedWorkspace::kSync);
        m_w->mark({Entity::Member, row, upTo});
        QVERIFY(!all().isToBeMade(Entity::Member, row));
        QCOMPARE(all().of(Entity::Member, row)->base.value("name"), Scalar(QString()));
    }

    void knowsWhatIsToBeRemoved()
    {
        removeLabel(1);
        const qint64 made = m_w->makeLabel(u"New"_s);
        m_w->mark({Entity::Label, made, 0, OutboxState::Sending});
        removeLabel(made);
        const PendingChanges changes = all();
        QCOMPARE(changes.removed().size(), 2);
        const PendingChanges::Removed& known = changes.removed().first();
        QCOMPARE(known.entity, Entity::Label);
        QCOMPARE(known.row, 1);
        QCOMPARE(known.remoteId, u"label-vip"_s);
        const PendingChanges::Removed& unknown = changes.removed().last();
        QCOMPARE(unknown.remoteId, QString());
        QCOMPARE(unknown.values, valuesOf(Label {LabelId {made}, {}, u"New"_s, u"new"_s})); // to be looked for there
        undoLast();
        QVERIFY(all().isToBeMade(Entity::Label, made));
        QCOMPARE(all().removed().size(), 1);
    }

    void readsTheRowsItIsAskedFor()
    {
        for (const qint64 id : {3, 4, 5})
            rename(id, u"A"_s);
        const auto some = PendingChanges::read(m_w->connection(), Entity::Member, {4, 5, 6, 4});
        QVERIFY(some);
        QVERIFY(!some->of(Entity::Member, 3) && some->of(Entity::Member, 4) && some->of(Entity::Member, 5) && !some->of(Entity::Member, 6));
    }
};

QTEST_GUILESS_MAIN(TestPendingChanges)
#include "tst_pendingchanges.moc"
