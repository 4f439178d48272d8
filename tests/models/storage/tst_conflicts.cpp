// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/conflicts.h"
#include "storage/journalquery.h"
#include "storage/undo.h"
#include "storage/verify.h"
#include "waiting.h"

#include <QTest>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

class TestConflicts : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<EditedWorkspace> m_w;

    /// Member 3's field was changed here to `mine` and there to `theirs`; answers the conflict.
    OpenConflict disagreement(const QByteArray& field, const QString& mine, const QString& theirs)
    {
        Scalar base;
        m_w->edit(3, [&](Member& member) {
            QString& value = field == "name" ? member.name : field == "note" ? member.note : member.email;
            base = value;
            value = mine;
        });
        m_w->noteConflict({Entity::Member, 3, field, base, mine, theirs});
        return only();
    }
    OpenConflict only()
    {
        const auto open = openConflicts(m_w->connection());
        return open && open->size() == 1 ? open->first() : OpenConflict();
    }
    Result<ChangeSummary> settled(const OpenConflict& conflict, Settlement settlement, const std::optional<QString>& text = {})
    {
        return settle(m_w->file(), u"Ada"_s, conflict.id, settlement, text);
    }
    void verifyAll()
    {
        const auto findings = verifyWorkspace(m_w->connection());
        QVERIFY(findings);
        QVERIFY(allWell(*findings));
    }

private Q_SLOTS:
    void init() { m_w = std::make_unique<EditedWorkspace>(); }

    void listsWhatHasToBeSettled()
    {
        const QString base = m_w->member(3).name;
        const OpenConflict conflict = disagreement("name", u"Mine"_s, u"Theirs"_s);
        QVERIFY(conflict.id > 0);
        QCOMPARE(conflict.entity, Entity::Member);
        QCOMPARE(conflict.row, 3);
        QCOMPARE(conflict.field, QByteArray("name"));
        QCOMPARE(conflict.base, Scalar(base));
        QCOMPARE(conflict.mine, Scalar(u"Mine"_s));
        QCOMPARE(conflict.theirs, Scalar(u"Theirs"_s));
        QCOMPARE(conflict.foundAtUtc, Community::kNow);
        QCOMPARE(conflict.title, m_w->member(3).email);
        m_w->edit(3, [](Member& member) { member.name = u"Mine now"_s; });
        QCOMPARE(only().mine, Scalar(u"Mine now"_s));
        QCOMPARE(openConflicts(m_w->connection(), Entity::Member, 3)->size(), 1);
        QCOMPARE(openConflicts(m_w->connection(), Entity::Member, 4)->size(), 0);
        QCOMPARE(openConflicts(m_w->connection(), Entity::Post)->size(), 0);
        QCOMPARE(openConflictCount(m_w->connection()), Result<qint64>(1));
        QVERIFY(m_w->item(Entity::Member, 3)->held);
        QCOMPARE(m_w->counts().held, 1);
    }

    void keepsMineAndSendsItOverTheirs()
    {
        const auto done = settled(disagreement("name", u"Mine"_s, u"Theirs"_s), Settlement::Mine);
        QVERIFY(done);
        QVERIFY(done->outbox);
        QCOMPARE(done->journalEntry, 0); // no field has changed
        QCOMPARE(openConflictCount(m_w->connection()), Result<qint64>(0));
        QCOMPARE(m_w->member(3).name, u"Mine"_s);
        const auto item = m_w->item(Entity::Member, 3);
        QVERIFY(!item->held);
        QCOMPARE(item->fields, QByteArrayList({"name"}));
        QCOMPARE(m_w->pending(Entity::Member, 3)->fields.base.value("name"), Scalar(u"Theirs"_s));
        QCOMPARE(m_w->number("SELECT count(*) FROM conflict WHERE settlement = 'mine' AND settled_at = 1790000000"), 1);

        m_w->mark({Entity::Member, 3, item->lastOutboxId}); // the store has mine
        m_w->edit(3, [](Member& member) { member.name = u"Mine too"_s; });
        QCOMPARE(m_w->pending(Entity::Member, 3)->fields.base.value("name"), Scalar(u"Mine"_s));
    }

    void takesTheirsAsThePersonsChange()
    {
        const auto done = settled(disagreement("name", u"Mine"_s, u"Theirs"_s), Settlement::Theirs);
        QVERIFY(done);
        QCOMPARE(m_w->member(3).name, u"Theirs"_s);
        const auto entry = journalEntry(m_w->connection(), done->journalEntry);
        QCOMPARE((*entry)->author, u"Ada"_s);
        QCOMPARE((*entry)->origin, u"person"_s);
        QCOMPARE(m_w->items().size(), 0); // nothing is left to send
        QVERIFY(m_w->pending(Entity::Member, 3)->isEmpty());

        QVERIFY(undo(m_w->file(), u"Ada"_s, done->journalEntry));
        QCOMPARE(m_w->member(3).name, u"Mine"_s);
        QCOMPARE(m_w->pending(Entity::Member, 3)->fields.base.value("name"), Scalar(u"Theirs"_s)); // goes over what the store has
        verifyAll();
    }

    void sendsTheOtherFieldsAllTheSame()
    {
        m_w->edit(3, [](Member& member) { member.note = u"called"_s; });
        QVERIFY(settled(disagreement("name", u"Mine"_s, u"Theirs"_s), Settlement::Theirs));
        QCOMPARE(m_w->items().first().fields, QByteArrayList({"note"}));
    }

    void makesOneTextOfBoth_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a note as it comes") << u"note"_s << QString() << u"Theirs\n\nMine"_s;
        QTest::newRow("a note in other words") << u"note"_s << u"All of it"_s << u"All of it"_s;
        QTest::newRow("a name in other words") << u"name"_s << u"Mine Theirs"_s << u"Mine Theirs"_s;
        QTest::newRow("a name as it comes") << u"name"_s << QString() << QString();
        QTest::newRow("an address") << u"email"_s << u"a@example.com"_s << QString();
    }
    void makesOneTextOfBoth()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, words);
        QFETCH(const QString, expected);
        const OpenConflict conflict = disagreement(field.toLatin1(), u"Mine"_s, u"Theirs"_s);
        const QByteArrayList before = m_w->state();
        const auto done = settled(conflict, Settlement::Both, words.isNull() ? std::nullopt : std::optional(words));
        if (expected.isNull()) {
            QVERIFY(!done);
            QCOMPARE(done.error().kind, Error::Kind::BadInput);
            QCOMPARE(done.error().subject, field);
            QCOMPARE(m_w->state(), before);
            return;
        }
        QVERIFY(done);
        QCOMPARE(field == "note"_L1 ? m_w->member(3).note : m_w->member(3).name, expected);
        QCOMPARE(m_w->items().first().fields, QByteArrayList({field.toLatin1()}));
        QCOMPARE(m_w->pending(Entity::Member, 3)->fields.base.value(field.toLatin1()), Scalar(u"Theirs"_s));
        QCOMPARE(canHoldBoth(Entity::Member, field.toLatin1()), field == "note"_L1);
    }

    void refusesWhatIsNoDecision()
    {
        const OpenConflict conflict = disagreement("name", u"Mine"_s, u"Theirs"_s);
        QCOMPARE(settled(conflict, Settlement::Agreed).error().kind, Error::Kind::BadInput);
        QCOMPARE(settle(m_w->file(), u"Ada"_s, conflict.id + 1, Settlement::Mine).error().kind, Error::Kind::NotFound);
        QVERIFY(settled(conflict, Settlement::Mine));
        QCOMPARE(settled(conflict, Settlement::Theirs).error().kind, Error::Kind::NotFound); // settled already
        QCOMPARE(m_w->member(3).name, u"Mine"_s);
    }

    void goesOnFromWhatTheStoreHadLast()
    {
        QVERIFY(settled(disagreement("name", u"Mine"_s, u"Theirs"_s), Settlement::Mine));
        m_w->noteConflict({Entity::Member, 3, "name", u"Theirs"_s, u"Mine"_s, u"Theirs again"_s});
        QVERIFY(settled(only(), Settlement::Mine));
        QCOMPARE(m_w->pending(Entity::Member, 3)->fields.base.value("name"), Scalar(u"Theirs again"_s));
        QCOMPARE(m_w->number("SELECT count(*) FROM conflict WHERE rebases = 1"), 1);
        m_w->mark({Entity::Member, 3});
        QCOMPARE(m_w->number("SELECT count(*) FROM conflict WHERE rebases = 1"), 0);
    }

    void rebasesNothingWhereBothAgree()
    {
        const OpenConflict conflict = disagreement("name", u"Mine"_s, u"Theirs"_s);
        m_w->change(
            [](ChangeSet& changes) -> Result<void> {
                changes.settleConflict(Entity::Member, 3, "name");
                return {};
            },
            EditedWorkspace::kSync);
        QCOMPARE(m_w->pending(Entity::Member, 3)->fields.base.value("name"), conflict.base);
        QCOMPARE(m_w->number("SELECT count(*) FROM conflict WHERE settlement = 'agreed' AND rebases = 0"), 1);
    }

    void letsAMemberGoThatIsGoneThere()
    {
        m_w->edit(3, [](Member& member) {
            member.name = u"Mine"_s;
            member.note = u"called"_s;
        });
        m_w->noteConflict({Entity::Member, 3, "departed_at", {}, {}, qint64(500)});
        QVERIFY(isGone(only()));
        const auto done = settled(only(), Settlement::Theirs);
        QVERIFY(done);
        QCOMPARE(m_w->member(3).departedAtUtc, std::optional<qint64>(500));
        QVERIFY(!m_w->item(Entity::Member, 3));
        QCOMPARE(openConflictCount(m_w->connection()), Result<qint64>(0));
        QCOMPARE(m_w->number("SELECT count(*) FROM conflict WHERE rebases = 1"), 0);
    }

    void makesAMemberAgainThatIsGoneThere()
    {
        m_w->edit(3, [](Member& member) { member.name = u"Mine"_s; });
        const QByteArrayList before = m_w->state();
        m_w->noteConflict({Entity::Member, 3, "departed_at", {}, {}, qint64(500)});
        QVERIFY(settled(only(), Settlement::Mine));
        const auto item = m_w->item(Entity::Member, 3);
        QCOMPARE(item->operation, OutboxItem::Operation::Make);
        QVERIFY(item->fields.contains("email") && item->fields.contains("name"));
        QCOMPARE(m_w->member(3).remoteId, QString());
        QCOMPARE(m_w->pending(Entity::Member, 3)->formerRemoteId, u"m3"_s);

        // Discarded, it is what the store says: gone.
        QVERIFY(discardItem(m_w->file(), u"Ada"_s, Entity::Member, 3));
        QCOMPARE(m_w->member(3).departedAtUtc, std::optional<qint64>(500));
        QCOMPARE(m_w->member(3).remoteId, u"m3"_s);
        QVERIFY(m_w->member(3).name != u"Mine"_s);
        QCOMPARE(m_w->counts(), OutboxCounts());
        verifyAll();
    }

    void holdsNotBothOfARowThatIsGone()
    {
        m_w->edit(3, [](Member& member) { member.name = u"Mine"_s; });
        m_w->noteConflict({Entity::Member, 3, "departed_at", {}, {}, qint64(500)});
        QCOMPARE(settled(only(), Settlement::Both, u"x"_s).error().kind, Error::Kind::BadInput);
    }

    void letsALabelGoOrMakesItAgain_data()
    {
        QTest::addColumn<QString>("settlement");
        QTest::newRow("gone here too") << u"theirs"_s;
        QTest::newRow("made again") << u"mine"_s;
        QTest::newRow("discarded") << u"discard"_s;
        QTest::newRow("made again, then discarded") << u"mine, discard"_s;
    }
    void letsALabelGoOrMakesItAgain()
    {
        QFETCH(const QString, settlement);
        m_w->change([](ChangeSet& changes) -> Result<void> {
            changes.put(Label {LabelId {1}, u"label-vip"_s, u"Mine"_s, u"vip"_s});
            return {};
        });
        m_w->noteConflict({Entity::Label, 1, goneField(Entity::Label), u"label-vip"_s, u"label-vip"_s, {}});
        QVERIFY(isGone(only()));
        QCOMPARE(only().title, u"Mine"_s);
        if (settlement.startsWith("mine"_L1))
            QVERIFY(settled(only(), Settlement::Mine));
        if (settlement == "theirs"_L1)
            QVERIFY(settled(only(), Settlement::Theirs));
        if (settlement.endsWith("discard"_L1))
            QVERIFY(discardItem(m_w->file(), u"Ada"_s, Entity::Label, 1));
        const bool stays = settlement == "mine"_L1;
        QCOMPARE(m_w->isThere(Entity::Label, 1), stays);
        QCOMPARE(m_w->counts().items, stays ? 1 : 0);
        QCOMPARE(m_w->number("SELECT count(*) FROM outbox") > 0, stays);
        if (stays)
            QCOMPARE(m_w->item(Entity::Label, 1)->operation, OutboxItem::Operation::Make);
        QCOMPARE(openConflictCount(m_w->connection()), Result<qint64>(0));
        verifyAll();
    }

    void decidesAboutWhatWasDeletedHereAndChangedThere_data()
    {
        QTest::addColumn<bool>("mine");
        QTest::newRow("stays deleted") << true;
        QTest::newRow("comes back") << false;
    }
    void decidesAboutWhatWasDeletedHereAndChangedThere()
    {
        QFETCH(const bool, mine);
        m_w->edit(3, [](Member& member) { member.departedAtUtc = 600; });
        m_w->noteConflict({Entity::Member, 3, "departed_at", {}, qint64(600), {}});
        QVERIFY(!isGone(only()));
        QVERIFY(settled(only(), mine ? Settlement::Mine : Settlement::Theirs));
        QCOMPARE(m_w->member(3).departedAtUtc.has_value(), mine);
        QCOMPARE(m_w->items().size(), mine ? 1 : 0);
        if (mine)
            QCOMPARE(m_w->items().first().fields, QByteArrayList({"departed_at"}));
    }

    void endsWithTheItemThatIsDiscarded()
    {
        const QString note = m_w->member(3).note;
        m_w->edit(3, [](Member& member) { member.note = u"called"_s; });
        disagreement("name", u"Mine"_s, u"Theirs"_s);
        QVERIFY(discardItem(m_w->file(), u"Ada"_s, Entity::Member, 3));
        QCOMPARE(openConflictCount(m_w->connection()), Result<qint64>(0));
        QCOMPARE(m_w->member(3).name, u"Theirs"_s); // what the store has; no later page brings it once more
        QCOMPARE(m_w->member(3).note, note);
        QVERIFY(!m_w->item(Entity::Member, 3));
    }

    void knowsTheNamesOfSettlements()
    {
        for (const Settlement settlement : {Settlement::Agreed, Settlement::Mine, Settlement::Theirs, Settlement::Both})
            QCOMPARE(settlementOf(nameOf(settlement)), std::optional(settlement));
        QCOMPARE(settlementOf(u"ours"), std::nullopt);
        QCOMPARE(outboxStateOf(u"done"), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestConflicts)
#include "tst_conflicts.moc"
