// SPDX-License-Identifier: GPL-3.0-or-later
#include "insights/today.h"

#include "analytics/proportion.h"
#include "storage/counts.h"
#include "storage/rows.h"
#include "storage/syncruns.h"

#include "communityfile.h"
#include "sampleworkspace.h"

#include <QTest>

#include <cmath>

using namespace lyceum;
using namespace lyceum::insights;
using namespace lyceum::insights::test;

using Need = TodayAnswer::Need;
using Type = SubscriptionChange::Type;
using Status = Subscription::Status;

namespace {

constexpr qint64 kDay = 86400;

TodayAnswer todayOf(storage::Connection& connection, qint64 asOfUtc, const QString& rules = u"lyceum"_s)
{
    auto answer = today(connection, *ruleSetNamed(rules), asOfUtc);
    if (!answer)
        qFatal("%s", qPrintable(answer.error().detail));
    return *std::move(answer);
}

const TodayAnswer::Attention* attentionTo(const TodayAnswer& answer, Need need)
{
    const auto found = std::ranges::find(answer.attention, need, &TodayAnswer::Attention::need);
    return found == answer.attention.end() ? nullptr : &*found;
}

Story paying(const QString& from, qint64 amount, const QString& interval, qint64 monthly)
{
    return Story().row(from, Status::Active, u"2027-01-01"_s, interval, amount).change(from, Type::Created, monthly);
}

Story left(const QString& from, const QString& until)
{
    return Story()
        .row(from, Status::Canceled, until)
        .change(from, Type::Created, 500)
        .change(until, Type::Expired, -500);
}

} // namespace

class TestToday : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsASmallCommunityByHand()
    {
        // As of 1 June; the period began on 2 May.
        CommunityFile community;
        community.add(u"2026-01-01"_s, paying(u"2026-01-01"_s, 500, u"month"_s, 500));
        community.add(u"2026-01-01"_s, paying(u"2026-01-01"_s, 9990, u"year"_s, 832));
        community.add(u"2026-01-01"_s, paying(u"2026-01-01"_s, 9990, u"year"_s, 832));
        community.add(u"2026-01-01"_s, left(u"2026-02-01"_s, u"2026-05-10"_s)); // left in the period
        community.add(u"2026-01-01"_s, left(u"2026-02-01"_s, u"2026-05-30"_s)); // too, in the days of grace
        community.add(u"2026-01-01"_s, left(u"2026-02-01"_s, u"2026-04-20"_s)); // in the one before
        community.add(u"2026-05-05"_s, left(u"2026-05-05"_s, u"2026-05-20"_s)); // came and left in the period
        community.add(u"2026-05-31"_s, paying(u"2026-05-31"_s, 500, u"month"_s, 500));
        community.add(u"2026-05-20"_s);
        community.add(u"2026-01-01"_s, Story().departed(u"2026-05-15"_s));
        const TodayAnswer answer = todayOf(community.connection(), at(u"2026-06-01"_s));

        QCOMPARE(answer.members.value, 9.0);
        QCOMPARE(answer.members.before, std::optional(7.0));
        QCOMPARE(answer.paying.value, 4.0);
        QCOMPARE(answer.paying.before, std::optional(5.0));
        QCOMPARE(answer.joined.value, 3.0);
        QCOMPARE(answer.joined.before, std::optional(0.0));
        QCOMPARE(answer.left.value, 3.0);
        QCOMPARE(answer.left.before, std::optional(1.0));
        QCOMPARE(answer.churn.n, qint64(5));
        QCOMPARE(answer.churn.value, 0.4); // two of the five who paid on 2 May; who came later is not among them
        QCOMPARE(answer.churn.low, std::optional(analytics::wilsonInterval(2, 5)->low));
        QCOMPARE(answer.churn.high, std::optional(analytics::wilsonInterval(2, 5)->high));
        QVERIFY(std::abs(*answer.churn.before - 1.0 / 6) < 1e-12);
        QCOMPARE(answer.left.low, std::optional(analytics::poissonInterval(3)->low));
        QCOMPARE(answer.joined.high, std::optional(analytics::poissonInterval(3)->high));

        QCOMPARE(answer.mrr.size(), qsizetype(1));
        QCOMPARE(answer.mrr.first().currency, u"USD"_s);
        QCOMPARE(answer.mrr.first().minorUnits.value, 500.0 + 833 + 833 + 500);
        QCOMPARE(answer.mrr.first().minorUnits.before, std::optional(500.0 + 833 + 833 + 500 + 500));
        QCOMPARE(answer.provenance.firstDataUtc, std::optional(at(u"2026-01-01"_s)));
        QCOMPARE(answer.provenance.n, qint64(9));
        QCOMPARE(answer.provenance.rules.name, u"lyceum"_s);
    }

    void countsACancelledSubscriptionAsItsRuleSetSays()
    {
        CommunityFile community;
        community.add(u"2026-01-01"_s,
            Story()
                .row(u"2026-01-01"_s, Status::Active, u"2026-06-20"_s)
                .cancelAtPeriodEnd()
                .change(u"2026-01-01"_s, Type::Created, 500)
                .change(u"2026-05-25"_s, Type::Canceled, -500));
        const TodayAnswer access = todayOf(community.connection(), at(u"2026-06-01"_s));
        QCOMPARE(access.paying.value, 1.0);
        QCOMPARE(access.mrr.first().minorUnits.value, 500.0);
        QCOMPARE(access.left.value, 0.0);
        const TodayAnswer ghost = todayOf(community.connection(), at(u"2026-06-01"_s), u"ghost"_s);
        QCOMPARE(ghost.paying.value, 0.0);
        QCOMPARE(ghost.mrr.first().minorUnits.value, 0.0);
        QCOMPARE(ghost.mrr.first().minorUnits.before, std::optional(500.0));
        QCOMPARE(ghost.left.value, 1.0);
        QCOMPARE(attentionTo(access, Need::EndingSoon)->count, qint64(1));
    }

    void countsTheMoneyOfAPauseAsNone()
    {
        CommunityFile community;
        community.add(u"2026-01-01"_s,
            Story().row(u"2026-01-01"_s, Status::Active, u"2026-06-20"_s).change(u"2026-01-01"_s, Type::Created, 500).change(
                u"2026-05-25"_s, Type::Inactive, -500));
        const TodayAnswer answer = todayOf(community.connection(), at(u"2026-06-01"_s));
        QCOMPARE(answer.paying.value, 0.0);
        QCOMPARE(answer.paying.before, std::optional(1.0));
        QCOMPARE(answer.left.value, 0.0); // a pause is not leaving
        QCOMPARE(answer.mrr.first().minorUnits.value, 0.0);
    }

    void keepsCurrenciesApart()
    {
        CommunityFile community;
        Story yuan = paying(u"2026-01-01"_s, 12000, u"year"_s, 1000);
        community.add(u"2026-01-01"_s, yuan);
        community.commit([](storage::ChangeSet& changes) -> Result<void> {
            Subscription row;
            row.id = *changes.nextId<Subscription>();
            row.remoteId = u"yuan"_s;
            row.member = MemberId {1};
            row.interval = u"year"_s;
            row.amount = 36500;
            row.currency = u"CNY"_s;
            row.startedAtUtc = at(u"2026-03-01"_s);
            row.periodEndAtUtc = at(u"2027-03-01"_s);
            changes.put(row);
            return {};
        });
        const TodayAnswer answer = todayOf(community.connection(), at(u"2026-06-01"_s));
        QCOMPARE(answer.mrr.size(), qsizetype(2));
        QCOMPARE(answer.mrr.at(0).currency, u"CNY"_s);
        QCOMPARE(answer.mrr.at(0).minorUnits.value, 3042.0); // 36500 / 12 = 3041.67
        QCOMPARE(answer.mrr.at(1).currency, u"USD"_s);
        QCOMPARE(answer.mrr.at(1).minorUnits.value, 1000.0);
        QCOMPARE(answer.paying.value, 1.0);
    }

    void saysNothingOfATimeBeforeAnybodyWasThere()
    {
        CommunityFile community;
        community.add(u"2026-05-20"_s, paying(u"2026-05-20"_s, 500, u"month"_s, 500));
        const TodayAnswer answer = todayOf(community.connection(), at(u"2026-06-01"_s));
        for (const Figure* figure : {&answer.members, &answer.paying, &answer.joined, &answer.left, &answer.churn, &answer.active})
            QVERIFY(!figure->before);
        QVERIFY(!answer.mrr.first().minorUnits.before);
        QCOMPARE(answer.churn.n, qint64(0));
        QVERIFY(!answer.churn.low);
        QCOMPARE(answer.members.trend, QList<double> {1.0}); // one week began with somebody there
        QCOMPARE(answer.churn.trend, QList<double> {0.0});

        CommunityFile empty;
        const TodayAnswer nobody = todayOf(empty.connection(), at(u"2026-06-01"_s));
        QCOMPARE(nobody.members.value, 0.0);
        QVERIFY(nobody.mrr.isEmpty());
        QVERIFY(nobody.members.trend.isEmpty());
        QVERIFY(!nobody.provenance.firstDataUtc);
    }

    void tellsWhatNeedsAttention()
    {
        CommunityFile community;
        QCOMPARE(todayOf(community.connection(), at(u"2026-06-01"_s)).attention.size(), qsizetype(1));
        QVERIFY(attentionTo(todayOf(community.connection(), at(u"2026-06-01"_s)), Need::NeverSynced));

        const MemberId failing = community.add(u"2026-01-01"_s,
            Story().row(u"2026-01-01"_s, Status::PastDue, u"2026-05-30"_s).change(u"2026-01-01"_s, Type::Created, 500));
        QVERIFY(community.file().setSetting(u"storeKind"_s, u"ghost"_s, {u"tester"_s, storage::Origin::Settings, {}}));
        const auto run = storage::beginSyncRun(community.connection(), at(u"2026-05-01"_s));
        QVERIFY(run);
        QVERIFY(storage::finishSyncRun(community.connection(), {*run, at(u"2026-05-01"_s), at(u"2026-05-01 01:00"_s), u"done"_s, {}, {}}));
        TodayAnswer answer = todayOf(community.connection(), at(u"2026-06-01"_s));
        QCOMPARE(answer.lastSyncAtUtc, std::optional(at(u"2026-05-01 01:00"_s)));
        QCOMPARE(answer.provenance.connectedAtUtc, std::optional(at(u"2026-05-01"_s)));
        QCOMPARE(answer.attention.size(), qsizetype(1));
        QCOMPARE(attentionTo(answer, Need::FailedPayments)->members, QList<MemberId> {failing});

        const auto second = storage::beginSyncRun(community.connection(), at(u"2026-05-02"_s));
        QVERIFY(second);
        QVERIFY(storage::finishSyncRun(community.connection(), {*second, at(u"2026-05-02"_s), at(u"2026-05-02 01:00"_s), u"bad-key"_s, {}, {}}));
        answer = todayOf(community.connection(), at(u"2026-06-01"_s));
        QCOMPARE(answer.attention.size(), qsizetype(2));
        QCOMPARE(answer.attention.first().need, Need::SyncProblem); // most pressing first
        QCOMPARE(answer.attention.first().detail, u"bad-key"_s);

        // What was changed here and refused there.
        QVERIFY(!attentionTo(answer, Need::RefusedChanges));
        const auto refused = community.file().commit({u"ann"_s, storage::Origin::Person, {}}, [&](storage::ChangeSet& changes) -> Result<void> {
            auto member = storage::recordsWhere<Member>(changes.connection(), "WHERE id = ?", {failing.value});
            if (!member)
                return tl::unexpected(member.error());
            member->first().name += u" the Great"_s;
            changes.put(member->first());
            changes.markOutbox({storage::Entity::Member, failing.value, 0, storage::OutboxState::Parked});
            return {};
        });
        QVERIFY(refused);
        answer = todayOf(community.connection(), at(u"2026-06-01"_s));
        QCOMPARE(attentionTo(answer, Need::RefusedChanges)->count, qint64(1));
        QCOMPARE(answer.lastSyncAtUtc, std::optional(at(u"2026-05-01 01:00"_s)));
    }

    void saysOfAPeriodAgoWhatItSaidThen_data()
    {
        QTest::addColumn<QString>("rules");
        for (const QString& name : ruleSetNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void saysOfAPeriodAgoWhatItSaidThen()
    {
        QFETCH(QString, rules);
        static SampleWorkspace sample(at(u"2026-06-15 08:00"_s), 1000);
        const qint64 end = sample.options().endUtc;
        const TodayAnswer now = todayOf(sample.connection(), end, rules);
        const TodayAnswer then = todayOf(sample.connection(), end - 30 * kDay, rules);
        for (const auto figure : {&TodayAnswer::members, &TodayAnswer::paying, &TodayAnswer::joined, &TodayAnswer::left, &TodayAnswer::churn,
                 &TodayAnswer::active}) {
            QVERIFY((now.*figure).before);
            QCOMPARE(*(now.*figure).before, (then.*figure).value);
            QVERIFY((then.*figure).value > 0);
            QCOMPARE((now.*figure).trend.size(), qsizetype(12));
        }
        QCOMPARE(now.mrr.size(), qsizetype(1));
        QCOMPARE(*now.mrr.first().minorUnits.before, then.mrr.first().minorUnits.value);
        QCOMPARE(now.paying.trend.last(), now.paying.value);
        QCOMPARE(now.members.trend.last(), now.members.value);
        QCOMPARE(now.mrr.first().minorUnits.trend.last(), now.mrr.first().minorUnits.value);
        QVERIFY(now.churn.low && *now.churn.low <= now.churn.value && now.churn.value <= *now.churn.high);
        QCOMPARE(now.members.value, double(storage::workspaceCounts(sample.connection())->members));
        if (rules == u"lyceum"_s) {
            // Storage rounds once a currency and knows no lasting offers, which only lower it.
            const auto stored = storage::monthlyRevenueNow(sample.connection());
            QVERIFY(stored);
            QVERIFY(now.mrr.first().minorUnits.value <= double(stored->first().minorUnits) + now.paying.value);
            QVERIFY(now.mrr.first().minorUnits.value > 0.8 * double(stored->first().minorUnits));
        }
    }
};

QTEST_GUILESS_MAIN(TestToday)
#include "tst_today.moc"
