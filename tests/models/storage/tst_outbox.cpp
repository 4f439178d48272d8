// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/undo.h"
#include "storage/verify.h"
#include "waiting.h"

#include <QTest>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

using Operation = OutboxItem::Operation;

class TestOutbox : public QObject {
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

    void hasNothingOfWhatCameFromTheStore()
    {
        QCOMPARE(m_w->items().size(), 0);
        QCOMPARE(m_w->counts(), OutboxCounts());
    }

    void tellsWhatOfARowIsToBeSent()
    {
        const Member before = m_w->member(3);
        const LabelId label = before.labels.contains(LabelId {1}) ? LabelId {2} : LabelId {1};
        m_w->edit(3, [&](Member& member) {
            member.name = u"Lina"_s;
            member.labels.append(label);
        });
        const QList<OutboxItem> items = m_w->items();
        QCOMPARE(items.size(), 1);
        const OutboxItem& item = items.first();
        QCOMPARE(item.entity, Entity::Member);
        QCOMPARE(item.row, 3);
        QCOMPARE(item.operation, Operation::Change);
        QCOMPARE(item.state, OutboxState::Pending);
        QVERIFY(!item.held);
        QCOMPARE(item.attempts, 0);
        QCOMPARE(item.sinceUtc, Community::kNow);
        QCOMPARE(item.title, before.email);
        QCOMPARE(item.fields, QByteArrayList({"labels", "name"}));
        QCOMPARE(item.firstEntry, item.lastEntry);
        OutboxCounts one;
        one.items = one.pending = 1;
        QCOMPARE(m_w->counts(), one);
    }

    void gathersAllThatWasDoneToARow()
    {
        rename(3, u"Lina"_s);
        rename(4, u"Bo"_s);
        m_w->edit(3, [](Member& member) { member.note = u"called"_s; });
        const QList<OutboxItem> items = m_w->items();
        QCOMPARE(items.size(), 2);
        QCOMPARE(items.at(0).row, 3); // waits longest
        QCOMPARE(items.at(0).fields, QByteArrayList({"name", "note"}));
        QVERIFY(items.at(0).firstEntry < items.at(1).firstEntry && items.at(1).firstEntry < items.at(0).lastEntry);
        QVERIFY(items.at(0).firstOutboxId < items.at(1).firstOutboxId && items.at(1).lastOutboxId < items.at(0).lastOutboxId);
    }

    void standsInTheOutboxOnceACommit()
    {
        m_w->change([&](ChangeSet& changes) -> Result<void> {
            Member member = m_w->member(3);
            const Member before = member;
            member.labels = {};
            member.name = u"A"_s;
            changes.put(member);
            member.name = u"B"_s;
            member.labels = before.labels;
            changes.put(member);
            const auto id = changes.nextId<Label>();
            changes.put(Label {*id, {}, u"Passing"_s, u"passing"_s});
            changes.remove(Entity::Label, *id);
            return {};
        });
        QCOMPARE(m_w->number("SELECT count(*) FROM outbox"), 2);
        QCOMPARE(m_w->items().size(), 1);
        QCOMPARE(m_w->items().first().fields, QByteArrayList({"name"}));
    }

    void showsNothingOfWhatWasTakenBack_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("undone") << u"undo"_s;
        QTest::newRow("typed back") << u"type"_s;
        QTest::newRow("made and undone") << u"make"_s;
        QTest::newRow("removed and undone") << u"remove"_s;
    }
    void showsNothingOfWhatWasTakenBack()
    {
        QFETCH(const QString, how);
        const Member before = m_w->member(3);
        qint64 row = 3;
        Entity entity = Entity::Member;
        if (how == "make"_L1) {
            row = m_w->makeMember(u"new@example.com"_s);
        } else if (how == "remove"_L1) {
            entity = Entity::Label;
            row = 1;
            m_w->change([](ChangeSet& changes) -> Result<void> {
                changes.remove(Entity::Label, LabelId {1});
                return {};
            });
        } else {
            m_w->edit(3, [](Member& member) {
                member.name = u"Lina"_s;
                member.labels = {};
                member.newsletters = {NewsletterId {1}, NewsletterId {2}};
            });
        }
        QVERIFY(!m_w->items().isEmpty());
        if (how == "type"_L1)
            m_w->edit(3, [&](Member& member) { member = before; });
        else
            QVERIFY(undo(m_w->file(), u"Ada"_s, **nextToUndo(m_w->connection())));
        const auto item = m_w->item(entity, row); // until the push drops it
        QVERIFY(item);
        QCOMPARE(item->fields, QByteArrayList());
        for (const OutboxItem& shown : m_w->items())
            QVERIFY(shown.entity == Entity::Member && how == "remove"_L1); // who wore the label
        m_w->mark({entity, row, item->lastOutboxId});
        QVERIFY(!m_w->item(entity, row));
        verifyAll();
    }

    void listsWhatIsToBeMade()
    {
        const qint64 row = m_w->makeMember(u"new@example.com"_s);
        const auto item = m_w->item(Entity::Member, row);
        QVERIFY(item);
        QCOMPARE(item->operation, Operation::Make);
        QCOMPARE(item->title, u"new@example.com"_s);
        QCOMPARE(item->fields, QByteArrayList({"email", "labels", "status", "uuid"}));
    }

    void listsWhatAnImportBrought()
    {
        m_w->change(
            [](ChangeSet& changes) -> Result<void> {
                for (int i = 0; i < 3; ++i) {
                    Member member;
                    member.id = *changes.nextId<Member>();
                    member.email = u"%1@example.net"_s.arg(i);
                    changes.put(member);
                }
                return {};
            },
            {u"Ada"_s, Origin::Import, u"members.csv"_s});
        QCOMPARE(m_w->items().size(), 3);
        QCOMPARE(m_w->items().at(2).operation, Operation::Make);
        QCOMPARE(m_w->items().at(2).title, u"2@example.net"_s);
    }

    void listsWhatWasRemovedAsItWas()
    {
        m_w->change([](ChangeSet& changes) -> Result<void> {
            changes.remove(Entity::Label, LabelId {2});
            return {};
        });
        const QList<OutboxItem> items = m_w->items();
        QCOMPARE(items.size(), 1); // the store takes it from its members by itself
        QCOMPARE(items.first().operation, Operation::Remove);
        QCOMPARE(items.first().title, u"Early bird"_s);
        const auto pending = m_w->pending(Entity::Label, 2);
        QCOMPARE(pending->remoteId, u"label-early-bird"_s);
        QCOMPARE(pending->removed, valuesOf(Label {LabelId {2}, u"label-early-bird"_s, u"Early bird"_s, u"early-bird"_s}));
    }

    void takesTheStateThatComesFirst_data()
    {
        QTest::addColumn<int>("older");
        QTest::addColumn<int>("newer");
        QTest::addColumn<int>("expected");
        const QList<OutboxState> ranked {OutboxState::Sending, OutboxState::Paused, OutboxState::Pending, OutboxState::Parked, OutboxState::Local};
        for (qsizetype a = 0; a < ranked.size(); ++a) {
            for (qsizetype b = 0; b < ranked.size(); ++b) {
                QTest::addRow("%s, then %s", qPrintable(nameOf(ranked.at(a))), qPrintable(nameOf(ranked.at(b))))
                    << int(ranked.at(a)) << int(ranked.at(b)) << int(ranked.at(std::min(a, b)));
            }
        }
    }
    void takesTheStateThatComesFirst()
    {
        QFETCH(const int, older);
        QFETCH(const int, newer);
        QFETCH(const int, expected);
        rename(3, u"A"_s);
        const qint64 first = m_w->item(Entity::Member, 3)->lastOutboxId;
        rename(3, u"B"_s);
        m_w->mark({Entity::Member, 3, 0, OutboxState(newer), 1, 100, u"newer"_s}, EditedWorkspace::kPerson);
        m_w->mark({Entity::Member, 3, first, OutboxState(older), 2, 200, u"older"_s}, EditedWorkspace::kPerson);
        const auto item = m_w->item(Entity::Member, 3);
        QCOMPARE(int(item->state), expected);
        const bool fromNewer = expected == newer;
        QCOMPARE(item->attempts, fromNewer ? 1 : 2);
        QCOMPARE(item->nextAttemptAtUtc, std::optional<qint64>(fromNewer ? 100 : 200));
        QCOMPARE(item->problem, fromNewer ? u"newer"_s : u"older"_s);
        QCOMPARE(item->lastSendingId != 0, expected == int(OutboxState::Sending));
        OutboxQuery query;
        for (const OutboxState state : {OutboxState::Pending, OutboxState::Sending, OutboxState::Paused, OutboxState::Parked, OutboxState::Local}) {
            query.state = state;
            QCOMPARE(m_w->items(query).size(), int(state) == expected ? 1 : 0);
            QCOMPARE(*outboxStateOf(nameOf(state)), state);
        }
        const OutboxCounts counts = m_w->counts();
        QCOMPARE(counts.items, 1);
        QCOMPARE(counts.pending + counts.sending + counts.paused + counts.parked + counts.local, 1);
        QCOMPARE(std::vector({counts.pending, counts.sending, counts.paused, counts.parked, counts.local}).at(std::size_t(expected)), 1);
    }

    void goesFromPageToPage()
    {
        for (qint64 id = 1; id <= 9; ++id)
            rename(id, u"name"_s);
        rename(1, u"again"_s);
        QVERIFY(undo(m_w->file(), u"Ada"_s, m_w->item(Entity::Member, 4)->lastEntry)); // not listed, and no hole in a page
        QList<qint64> rows;
        OutboxQuery query;
        query.limit = 3;
        for (;;) {
            const QList<OutboxItem> page = m_w->items(query);
            if (page.isEmpty())
                break;
            QVERIFY(page.size() == 3 || rows.size() == 6);
            for (const OutboxItem& item : page)
                rows.append(item.row);
            query.after = page.last().firstOutboxId;
        }
        QCOMPARE(rows, QList<qint64>({1, 2, 3, 5, 6, 7, 8, 9}));
        query = {};
        query.entity = Entity::Label;
        QCOMPARE(m_w->items(query).size(), 0);
        query.entity = Entity::Member;
        query.row = 5;
        QCOMPARE(m_w->items(query).size(), 1);
    }

    void isDoneUpToWhatWasSent()
    {
        rename(3, u"A"_s);
        const auto sent = m_w->item(Entity::Member, 3);
        rename(3, u"B"_s); // while the request is under way
        m_w->mark({Entity::Member, 3, sent->lastOutboxId});
        const auto left = m_w->pending(Entity::Member, 3);
        QVERIFY(left);
        QCOMPARE(left->fields.base.value("name"), Scalar(u"A"_s));
        QCOMPARE(m_w->items().size(), 1);
    }

    void keepsWhatWasTakenBackWhileItWasSent()
    {
        const QString before = m_w->member(3).name;
        rename(3, u"A"_s);
        const qint64 upTo = m_w->item(Entity::Member, 3)->lastOutboxId;
        QVERIFY(undo(m_w->file(), u"Ada"_s, **nextToUndo(m_w->connection())));
        QVERIFY(m_w->pending(Entity::Member, 3)->isEmpty());
        const auto after = pendingItem(m_w->connection(), Entity::Member, 3, upTo);
        QVERIFY(after && *after);
        QCOMPARE((*after)->fields.base.value("name"), Scalar(u"A"_s)); // what the store has got by then
        QCOMPARE(m_w->member(3).name, before);
    }

    void marksAlsoWhatTheSameCommitChanged()
    {
        m_w->change([&](ChangeSet& changes) -> Result<void> {
            changes.markOutbox({Entity::Member, 3}); // named before, applied after
            Member member = m_w->member(3);
            member.name = u"A"_s;
            changes.put(member);
            member = m_w->member(4);
            member.name = u"B"_s;
            changes.put(member);
            changes.markOutbox({Entity::Member, 4, 0, OutboxState::Local, 0, {}, u"no place for it"_s});
            return {};
        });
        QVERIFY(!m_w->item(Entity::Member, 3));
        QCOMPARE(m_w->item(Entity::Member, 4)->state, OutboxState::Local);
        QCOMPARE(m_w->item(Entity::Member, 4)->problem, u"no place for it"_s);
    }

    void neverNumbersTwoAlike()
    {
        rename(3, u"A"_s);
        const qint64 first = m_w->item(Entity::Member, 3)->lastOutboxId;
        m_w->mark({Entity::Member, 3});
        QCOMPARE(m_w->number("SELECT count(*) FROM outbox"), 0);
        rename(3, u"B"_s);
        QVERIFY(m_w->item(Entity::Member, 3)->lastOutboxId > first);
        m_w->mark({Entity::Member, 3, first}); // an answer that comes late
        QCOMPARE(m_w->items().size(), 1);
    }

    void saysWhenOnlyTheOutboxChanged()
    {
        rename(3, u"A"_s);
        ChangeSummary told;
        m_w->file().setListener([&](const ChangeSummary& summary) { told = summary; });
        QVERIFY(pauseItem(m_w->file(), u"Ada"_s, Entity::Member, 3, true));
        QVERIFY(told.outbox);
        QCOMPARE(told.journalEntry, 0);
        m_w->edit(3, [](Member& member) { member.name = u"C"_s; }, EditedWorkspace::kSync);
        QVERIFY(!told.outbox);
        m_w->file().setListener({});
    }

    void makesAgainWhatComesBackAfterItsRemovalWasSent()
    {
        m_w->change([](ChangeSet& changes) -> Result<void> {
            changes.remove(Entity::Label, LabelId {1});
            return {};
        });
        m_w->mark({Entity::Label, 1}); // the store has removed it
        QVERIFY(undo(m_w->file(), u"Ada"_s, **nextToUndo(m_w->connection())));
        const auto item = m_w->item(Entity::Label, 1);
        QVERIFY(item);
        QCOMPARE(item->operation, Operation::Make);
        QCOMPARE(m_w->number("SELECT count(*) FROM label WHERE id = 1 AND remote_id IS NULL"), 1);
    }

    /// Ten thousand at once: a page and a row cost what a page and a row cost, whatever else waits.
    void staysQuickWithTenThousandWaiting()
    {
        OutboxQuery page;
        page.limit = 100;
        EditedWorkspace small({100, 4, 20, 40});
        EditedWorkspace large({10'000, 4, 20, 40});
        qint64 ofPage[2] {};
        qint64 ofRow[2] {};
        qint64 edit = 0;
        for (EditedWorkspace* each : {&small, &large}) {
            const bool isLarge = each == &large;
            edit = each->change([&](ChangeSet& changes) -> Result<void> {
                           for (const Member& known : each->community().members) {
                               Member member = each->member(known.id.value);
                               member.note = u"labelled"_s;
                               member.labels = {LabelId {1}};
                               changes.put(member);
                           }
                           return {};
                       })
                       .journalEntry;
            ofPage[isLarge] = each->hundredSteps([&] { QCOMPARE(each->items(page).size(), 100); });
            ofRow[isLarge] = each->hundredSteps([&] {
                for (qint64 row = 1; row <= 100; ++row)
                    QVERIFY(each->pending(Entity::Member, row));
            });
        }
        QVERIFY2(ofPage[1] <= ofPage[0] * 3 / 2 + 10, qPrintable(u"%1 against %2"_s.arg(ofPage[1]).arg(ofPage[0])));
        QVERIFY2(ofRow[1] <= ofRow[0] * 3 / 2 + 10, qPrintable(u"%1 against %2"_s.arg(ofRow[1]).arg(ofRow[0])));
        QCOMPARE(large.counts().items, 10'000);

        page.after = large.items(page).last().firstOutboxId;
        QBENCHMARK_ONCE {
            QCOMPARE(large.items(page).size(), 100);
        }
        QVERIFY(undo(large.file(), u"Ada"_s, edit));
        QCOMPARE(large.counts(), OutboxCounts());
        QCOMPARE(large.items(page).size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
