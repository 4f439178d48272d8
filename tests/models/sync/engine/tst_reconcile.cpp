// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/passstate.h"
#include "sync/engine/reconcile.h"
#include "sync/engine/rowmerge.h"

#include <QTest>

using namespace lyceum;
using namespace lyceum::sync;
using namespace Qt::StringLiterals;

namespace {

Member member(const QString& name)
{
    Member member;
    member.id.value = 5;
    member.remoteId = u"m"_s;
    member.name = name;
    return member;
}

PendingFields changed(const QByteArray& field, const storage::Scalar& base)
{
    PendingFields pending;
    pending.base.insert(field, base);
    return pending;
}

} // namespace

class TestReconcile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatTheStoreCarriesAndKeepsWhatItDoesNot()
    {
        Member local = member(u"Ada"_s);
        local.source = u"Search"_s;
        local.sourceMedium = u"organic"_s;
        local.departedAtUtc = 1000;
        Member remote = member(u"Augusta"_s);
        remote.id = {};
        const Member result = reconciled(&local, remote);
        QCOMPARE(result.id.value, 5);
        QCOMPARE(result.name, u"Augusta"_s);
        QCOMPARE(result.source, u"Search"_s);
        QCOMPARE(result.sourceMedium, u"organic"_s);
        QVERIFY(!result.departedAtUtc); // the store has it, so it is here

        remote.source = u"Friend"_s;
        QCOMPARE(reconciled(&local, remote).source, u"Friend"_s);
    }

    void aCommentKeepsWhatTheStoreHasForgotten()
    {
        Comment local;
        local.member.value = 3;
        local.post.value = 4;
        local.parent.value = 6;
        local.html = u"<p>Hi</p>"_s;
        local.text = u"Hi"_s;
        Comment remote;
        remote.status = Comment::Status::Deleted;
        const Comment result = reconciled(&local, remote);
        QCOMPARE(result.status, Comment::Status::Deleted);
        QCOMPARE(result.member.value, 3);
        QCOMPARE(result.post.value, 4);
        QCOMPARE(result.parent.value, 6);
        QCOMPARE(result.text, u"Hi"_s);

        remote.status = Comment::Status::Published; // emptied by its author is not the same as deleted
        QCOMPARE(reconciled(&local, remote).text, QString());
    }

    void aSubscriptionNoLongerListedHasEndedWhenItWasNoticedAtTheLatest_data()
    {
        QTest::addColumn<bool>("isOpenEnded");
        QTest::addColumn<qint64>("periodEnd");
        QTest::addColumn<qint64>("ended");
        QTest::newRow("paid into the future") << false << qint64(9000) << qint64(5000);
        QTest::newRow("period over") << false << qint64(3000) << qint64(3000);
        QTest::newRow("without an end") << true << qint64(0) << qint64(5000);
    }
    void aSubscriptionNoLongerListedHasEndedWhenItWasNoticedAtTheLatest()
    {
        QFETCH(const bool, isOpenEnded);
        QFETCH(const qint64, periodEnd);
        Subscription local;
        if (!isOpenEnded)
            local.periodEndAtUtc = periodEnd;
        const Subscription result = ended(local, 5000);
        QCOMPARE(result.status, Subscription::Status::Canceled);
        QTEST(result.periodEndAtUtc.value(), "ended");
        QCOMPARE(ended(result, 7000), result); // once ended it stays so
    }

    void mergesThreeWays_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<int>("conflicts");
        QTest::newRow("only I changed it") << u"a"_s << u"b"_s << u"a"_s << 0;
        QTest::newRow("both to the same") << u"a"_s << u"b"_s << u"b"_s << 0;
        QTest::newRow("both, differently") << u"a"_s << u"b"_s << u"c"_s << 1;
        QTest::newRow("I changed it back, they changed it") << u"a"_s << u"a"_s << u"c"_s << 1;
    }
    void mergesThreeWays()
    {
        QFETCH(const QString, base);
        QFETCH(const QString, mine);
        QFETCH(const QString, theirs);
        QFETCH(const int, conflicts);
        const Member local = member(mine);
        Member wanted = member(theirs);
        wanted.note = u"their note"_s;
        const PendingFields pending = changed("name", base);
        const Merge merge = keepMine(local, wanted, {.pending = &pending});
        QCOMPARE(wanted.name, mine); // nobody's edit is overwritten silently
        QCOMPARE(wanted.note, u"their note"_s); // a field I did not touch is theirs
        QCOMPARE(merge.conflicts.size(), conflicts);
        QCOMPARE(merge.agreed.size(), 1 - conflicts);
        if (conflicts == 1)
            QCOMPARE(merge.conflicts.first(), (FieldConflict {"name", base, mine, theirs}));
    }

    void setsMergeAsSets()
    {
        const PendingFields::Set mine {.added = {7, 2}, .dropped = {1}};
        const QList<LabelId> result = mergedSet(QList<LabelId> {{1}, {2}, {9}}, mine);
        QCOMPARE(result, (QList<LabelId> {{2}, {7}, {9}}));
    }

    void aPassReadsBackWhatItWrote()
    {
        PassState state;
        state.depth = Depth::Reread;
        state.startedAtUtc = 1'790'000'000;
        state.sinceUtc = 1'780'000'000;
        state.step = u"events.login"_s;
        state.walk = Walk::Extent::Everything;
        state.cursor = u"1795161600|507f1f77bcf86cd799439011 \"quoted\""_s;
        state.rows = 12;
        state.total = 100;
        state.kept = 10;
        state.skipped = 2;
        QCOMPARE(PassState::fromText(state.toText()), state);
        QCOMPARE(PassState::fromText(PassState().toText()), PassState());
        QVERIFY(!PassState::fromText(QString()));
        QVERIFY(!PassState::fromText(u"{\"depth\":\"of a later version\"}"_s));
    }
};

QTEST_APPLESS_MAIN(TestReconcile)
#include "tst_reconcile.moc"
