// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/pushplan.h"

#include <QTest>

using namespace lyceum;
using namespace lyceum::sync;
using namespace Qt::StringLiterals;
using storage::Entity;
using storage::Scalar;

namespace {

Member member(const QString& name, const QList<LabelId>& labels = {})
{
    Member member;
    member.id.value = 5;
    member.remoteId = u"m"_s;
    member.name = name;
    member.labels = labels;
    return member;
}

/// A member renamed from "a" to "b".
struct Renamed {
    PendingFields pending;
    PlanInput input;

    explicit Renamed(const QString& theirs = u"a"_s)
    {
        pending.base.insert("name", u"a"_s);
        input.mine = stateOf(member(u"b"_s));
        input.theirs = stateOf(member(theirs));
        input.pending = &pending;
        input.writable = {"name", "labels", "newsletters", "departed_at"};
    }
};

} // namespace

class TestPushPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatDiffersIsSent()
    {
        const Renamed renamed;
        const ChangePlan plan = planChange(renamed.input);
        QCOMPARE(plan.fields, QSet<QByteArray> {"name"});
        QVERIFY(plan.leavesNothing());
    }
    void whatTheStoreHasAlreadyIsNotSent()
    {
        const Renamed renamed(u"b"_s);
        QCOMPARE(planChange(renamed.input), ChangePlan());
    }
    void whatNobodyTouchedHereIsTheirs()
    {
        Renamed renamed;
        renamed.pending.base.clear();
        QCOMPARE(planChange(renamed.input), ChangePlan());
    }
    void whatWasChangedBackIsSentWhenARequestMayHaveArrived()
    {
        Renamed renamed(u"sent"_s);
        renamed.pending.base.clear();
        renamed.input.since.before.insert("name", u"sent"_s);
        QCOMPARE(planChange(renamed.input).fields, QSet<QByteArray> {"name"});
    }
    void aFieldInAConflictIsHeldAndTheOthersGo()
    {
        Renamed renamed;
        renamed.pending.base.insert("note", QString());
        renamed.input.writable.insert("note");
        Member mine = member(u"b"_s);
        mine.note = u"note"_s;
        renamed.input.mine = stateOf(mine);
        renamed.input.open = {"note"};
        const ChangePlan plan = planChange(renamed.input);
        QCOMPARE(plan.fields, QSet<QByteArray> {"name"});
        QVERIFY(plan.isHeld);
    }
    void nothingOfARowIsSentWhoseBeingThereIsInQuestion()
    {
        Renamed renamed;
        renamed.input.open = {"departed_at"};
        const ChangePlan plan = planChange(renamed.input);
        QVERIFY(plan.sendsNothing());
        QVERIFY(plan.isHeld);
    }
    void whatTheStoreCannotHoldStaysHere()
    {
        Renamed renamed;
        renamed.input.writable.remove("name");
        const ChangePlan plan = planChange(renamed.input);
        QVERIFY(plan.sendsNothing());
        QVERIFY(plan.staysHere);
    }
    void aDepartureRemovesAndSendsNothingElse()
    {
        Renamed renamed;
        renamed.pending.base.insert("departed_at", Scalar());
        Member mine = member(u"b"_s);
        mine.departedAtUtc = 1000;
        renamed.input.mine = stateOf(mine);
        const ChangePlan plan = planChange(renamed.input);
        QVERIFY(plan.removes);
        QVERIFY(plan.fields.isEmpty());
    }
    void labelsGoOneByOneAndOtherSetsWhole()
    {
        Renamed renamed(u"b"_s);
        renamed.pending.sets.insert("labels", {.added = {7, 8}, .dropped = {1, 2}});
        renamed.pending.sets.insert("newsletters", {.added = {3}, .dropped = {}});
        Member mine = member(u"b"_s, {{7}, {8}, {9}});
        mine.newsletters = {{3}, {4}};
        Member theirs = member(u"b"_s, {{1}, {8}, {9}}); // 2 was taken and 8 given there too
        theirs.newsletters = {{4}};
        renamed.input.mine = stateOf(mine);
        renamed.input.theirs = stateOf(theirs);
        ChangePlan plan = planChange(renamed.input);
        QCOMPARE(plan.labelsToGive, QList<qint64> {7});
        QCOMPARE(plan.labelsToTake, QList<qint64> {1});
        QCOMPARE(plan.fields, QSet<QByteArray> {"newsletters"});
        renamed.input.unmadeLabels = {7};
        plan = planChange(renamed.input);
        QCOMPARE(plan.labelsToGive, QList<qint64>());
        QVERIFY(plan.waits);
    }
    void aRowIsMadeWithWhatItHoldsAndAllItsSets()
    {
        const QSet<QByteArray> fields = fieldsToMake(Entity::Member, stateOf(member(u"b"_s)), {"name", "note", "subscribed", "labels"});
        QCOMPARE(fields, (QSet<QByteArray> {"name", "subscribed", "labels"}));
    }
    void triesAgainLaterAndLaterButNeverLaterThanAnHour()
    {
        for (qint64 row = 1; row < 50; ++row) {
            for (int attempts = 1; attempts < 12; ++attempts) {
                const qint64 delay = retryDelay(attempts, Entity::Member, row);
                const qint64 middle = attempts >= 7 ? 3600 : 30 << attempts;
                QVERIFY2(delay >= middle - middle / 10 && delay <= middle + middle / 10, qPrintable(u"%1: %2"_s.arg(attempts).arg(delay)));
            }
        }
        QVERIFY(retryDelay(3, Entity::Member, 1) != retryDelay(3, Entity::Member, 2));
    }

    // ---- fields

    void aFieldMeetsTheStores_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("sent"); // "-": no request is under way
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("outcome"); // mine, conflict; "+ rebased"
        QTest::newRow("only I changed it") << u"a"_s << u"-"_s << u"b"_s << u"a"_s << u"mine"_s;
        QTest::newRow("both to the same") << u"a"_s << u"-"_s << u"b"_s << u"b"_s << u"mine"_s;
        QTest::newRow("both, differently") << u"a"_s << u"-"_s << u"b"_s << u"c"_s << u"conflict"_s;
        QTest::newRow("sent, arrived") << u"a"_s << u"b"_s << u"b"_s << u"b"_s << u"mine + rebased"_s;
        QTest::newRow("sent, did not arrive") << u"a"_s << u"b"_s << u"b"_s << u"a"_s << u"mine"_s;
        QTest::newRow("sent, arrived, changed again here") << u"a"_s << u"b"_s << u"c"_s << u"b"_s << u"mine + rebased"_s;
        QTest::newRow("sent, did not arrive, changed again here") << u"a"_s << u"b"_s << u"c"_s << u"a"_s << u"mine"_s;
        QTest::newRow("sent, arrived, taken back here") << u"a"_s << u"b"_s << u"a"_s << u"b"_s << u"mine + rebased"_s;
        QTest::newRow("sent, taken back, changed there") << u"a"_s << u"b"_s << u"a"_s << u"c"_s << u"conflict"_s;
        QTest::newRow("sent, changed there") << u"a"_s << u"b"_s << u"b"_s << u"c"_s << u"conflict"_s;
    }
    void aFieldMeetsTheStores()
    {
        QFETCH(const QString, base);
        QFETCH(const QString, sent);
        QFETCH(const QString, mine);
        QFETCH(const QString, theirs);
        PendingFields pending;
        if (base != mine)
            pending.base.insert("name", base);
        RowHistory history;
        history.pending = &pending;
        history.isSending = sent != "-"_L1;
        if (history.isSending && sent != mine)
            history.since.before.insert("name", sent);
        const FieldFate fate = fateOf("name", mine, theirs, history);
        QString outcome = fate.conflictBase ? u"conflict"_s : fate.keepsMine ? u"mine"_s : u"theirs"_s;
        if (fate.rebasedFrom)
            outcome += u" + rebased"_s;
        QTEST(outcome, "outcome");
    }

    void anAnswerHasTheLastWordOnWhatWasSentUnlessItWasChangedSince()
    {
        PendingFields pending;
        pending.base.insert("html", u"old"_s);
        RowHistory history {.coming = Coming::Answered, .pending = &pending, .isSending = false, .since = {}, .open = {}, .goneField = {}, .sent = {"html"},
            .writable = {"html"}, .changed = {}, .isLast = true};
        QVERIFY(!fateOf("html", u"<b>x</b>"_s, u"<strong>x</strong>"_s, history).keepsMine);
        history.since.before.insert("html", u"<b>x</b>"_s);
        const FieldFate fate = fateOf("html", u"newer"_s, u"<strong>x</strong>"_s, history);
        QVERIFY(fate.keepsMine);
        QCOMPARE(fate.rebasedFrom, std::optional(Scalar(u"<b>x</b>"_s)));
    }
    void ofTwoRowsThatBecomeOneNeitherIsForgotten_data()
    {
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("only I said something") << u"m"_s << QString() << u"mine + rebased"_s;
        QTest::newRow("only they did") << QString() << u"t"_s << u"theirs"_s;
        QTest::newRow("the same") << u"m"_s << u"m"_s << u"theirs"_s;
        QTest::newRow("both") << u"m"_s << u"t"_s << u"conflict"_s;
    }
    void ofTwoRowsThatBecomeOneNeitherIsForgotten()
    {
        QFETCH(const QString, mine);
        QFETCH(const QString, theirs);
        RowHistory history;
        history.coming = Coming::Adopted;
        history.writable = {"name"};
        const FieldFate fate = fateOf("name", mine, theirs, history);
        QString outcome = fate.conflictBase ? u"conflict"_s : fate.keepsMine ? u"mine"_s : u"theirs"_s;
        if (fate.rebasedFrom)
            outcome += u" + rebased"_s;
        QTEST(outcome, "outcome");
    }
};

QTEST_APPLESS_MAIN(TestPushPlan)
#include "tst_pushplan.moc"
