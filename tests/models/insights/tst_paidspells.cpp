// SPDX-License-Identifier: GPL-3.0-or-later
#include "insights/paidspells.h"

#include "paidstory.h"

#include <QTest>

using namespace lyceum;
using namespace lyceum::insights;
using namespace lyceum::insights::test;

using Type = SubscriptionChange::Type;
using Status = Subscription::Status;

namespace {

Story monthly(const QString& start, Status status, const QString& periodEnd)
{
    Story story;
    story.row(start, status, periodEnd).change(start, Type::Created, 500);
    return story;
}

Story cancelledAtPeriodEnd()
{
    return monthly(u"2026-01-01"_s, Status::Canceled, u"2026-02-01"_s)
        .cancelAtPeriodEnd()
        .change(u"2026-01-20"_s, Type::Canceled, -500)
        .change(u"2026-02-01"_s, Type::Expired, 0);
}

/// A first subscription that ended on 1 February and a second that begins on the given day.
Story returnsOn(const QString& day)
{
    return cancelledAtPeriodEnd().row(day, Status::Active, u"2026-12-01"_s).change(day, Type::Created, 500, u"b"_s);
}

} // namespace

class TestPaidSpells : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recognisesLeavingWhenTheRuleSetSays_data()
    {
        QTest::addColumn<QString>("rules");
        QTest::addColumn<QString>("asOf");
        QTest::addColumn<QString>("told");
        QTest::newRow("lyceum, before anything") << u"lyceum"_s << u"2025-12-31"_s << QString();
        QTest::newRow("lyceum, cancelled but paid to the end") << u"lyceum"_s << u"2026-01-25"_s << u"2026-01-01 -"_s;
        QTest::newRow("ghost, cancelled but paid to the end") << u"ghost"_s << u"2026-01-25"_s << u"2026-01-01 - 2026-01-20"_s;
        QTest::newRow("ghost, not cancelled yet") << u"ghost"_s << u"2026-01-19"_s << u"2026-01-01 -"_s;
        QTest::newRow("lyceum, in the days of grace") << u"lyceum"_s << u"2026-02-07 23:59"_s << u"2026-01-01 - 2026-02-01?"_s;
        QTest::newRow("lyceum, grace has run out") << u"lyceum"_s << u"2026-02-08"_s << u"2026-01-01 - 2026-02-01"_s;
        QTest::newRow("chartmogul knows no grace") << u"chartmogul"_s << u"2026-02-01"_s << u"2026-01-01 - 2026-02-01"_s;
        QTest::newRow("profitwell counts to the end") << u"profitwell"_s << u"2026-03-01"_s << u"2026-01-01 - 2026-02-01"_s;
        QTest::newRow("stripe, at cancellation") << u"stripe"_s << u"2026-03-01"_s << u"2026-01-01 - 2026-01-20"_s;
    }
    void recognisesLeavingWhenTheRuleSetSays()
    {
        QFETCH(QString, rules);
        QFETCH(QString, asOf);
        QTEST(cancelledAtPeriodEnd().told(asOf, rules), "told");
    }

    void takesACancellationBack()
    {
        const Story story = monthly(u"2026-01-01"_s, Status::Active, u"2026-04-01"_s)
                                .change(u"2026-01-20"_s, Type::Canceled, -500)
                                .change(u"2026-01-25"_s, Type::Reactivated, 500);
        QCOMPARE(story.told(u"2026-03-10"_s), u"2026-01-01 -"_s);
        QCOMPARE(story.told(u"2026-03-10"_s, u"ghost"_s), u"2026-01-01 -"_s);
        // By what was known in between, they had left.
        QCOMPARE(story.told(u"2026-01-22"_s, u"ghost"_s), u"2026-01-01 - 2026-01-20"_s);
    }

    void joinsWhatLiesWithinTheDaysOfGrace_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("rules");
        QTest::addColumn<QString>("told");
        const QString one = u"2026-01-01 -"_s;
        QTest::newRow("lyceum, seven days") << u"2026-02-08"_s << u"lyceum"_s << one;
        QTest::newRow("lyceum, eight days") << u"2026-02-09"_s << u"lyceum"_s << u"2026-01-01 - 2026-02-01, 2026-02-09 -"_s;
        QTest::newRow("chartmogul, the same day") << u"2026-02-01 23:59"_s << u"chartmogul"_s << one;
        QTest::newRow("chartmogul, a day") << u"2026-02-02"_s << u"chartmogul"_s << u"2026-01-01 - 2026-02-01, 2026-02-02 -"_s;
        QTest::newRow("ghost, from the cancellation") << u"2026-02-01"_s << u"ghost"_s << u"2026-01-01 - 2026-01-20, 2026-02-01 -"_s;
    }
    void joinsWhatLiesWithinTheDaysOfGrace()
    {
        QFETCH(QString, day);
        QFETCH(QString, rules);
        QTEST(returnsOn(day).told(u"2026-06-01"_s, rules), "told");
    }

    void callsOnlyTheFirstFirst()
    {
        const QList<PaidSpell> spells = returnsOn(u"2026-04-01"_s).spells(u"2026-06-01"_s);
        QCOMPARE(spells.size(), qsizetype(2));
        QVERIFY(spells.at(0).first);
        QVERIFY(!spells.at(1).first);
    }

    void cutsTheDayInTheZoneOfTheWorkspace()
    {
        // 15:30 and 16:30 UTC are one day in UTC, two in Shanghai; 17:00 and 01:00 are two in UTC, one in Shanghai.
        const auto story = [](const QString& end, const QString& next) {
            return monthly(u"2026-01-01"_s, Status::Canceled, end)
                .change(end, Type::Expired, -500)
                .row(next, Status::Active, u"2026-12-01"_s)
                .change(next, Type::Created, 500, u"b"_s);
        };
        const Story across = story(u"2026-02-01 15:30"_s, u"2026-02-01 16:30"_s);
        QCOMPARE(across.spells(u"2026-06-01"_s, u"chartmogul"_s, "UTC").size(), qsizetype(1));
        QCOMPARE(across.spells(u"2026-06-01"_s, u"chartmogul"_s, "Asia/Shanghai").size(), qsizetype(2));
        const Story within = story(u"2026-02-01 17:00"_s, u"2026-02-02 01:00"_s);
        QCOMPARE(within.spells(u"2026-06-01"_s, u"chartmogul"_s, "UTC").size(), qsizetype(2));
        QCOMPARE(within.spells(u"2026-06-01"_s, u"chartmogul"_s, "Asia/Shanghai").size(), qsizetype(1));
    }

    void netsACancellationAndReturnOfOneDay()
    {
        const Story story = monthly(u"2026-01-01"_s, Status::Canceled, u"2026-02-01"_s)
                                .change(u"2026-01-10 09:00"_s, Type::Expired, -500)
                                .row(u"2026-01-10 15:00"_s, Status::Active, u"2026-03-10"_s)
                                .change(u"2026-01-10 15:00"_s, Type::Created, 500, u"b"_s);
        for (const QString& rules : ruleSetNames())
            QCOMPARE(story.told(u"2026-02-20"_s, rules), u"2026-01-01 -"_s);
    }

    void beginsWhenATrialTurnsPaid()
    {
        const Story story = Story()
                                .row(u"2026-01-01"_s, Status::Active, u"2026-03-15"_s)
                                .trial(u"2026-01-15"_s)
                                .change(u"2026-01-01"_s, Type::Created, 0)
                                .change(u"2026-01-15 00:10"_s, Type::Updated, 500)
                                .payments(u"2026-01-15 01:00"_s, u"2026-02-15 01:00"_s);
        QCOMPARE(story.told(u"2026-03-01"_s), u"2026-01-15 -"_s);
        QCOMPARE(story.told(u"2026-01-14 23:59"_s), QString());
        const auto agreements = story.agreements(u"2026-03-01"_s);
        QCOMPARE(agreements.at(0).monthlyValueAt(at(u"2026-01-15"_s), Recognition::AccessEnds), qint64(500));
        QCOMPARE(agreements.at(0).monthlyValueAt(at(u"2026-01-14"_s), Recognition::AccessEnds), qint64(0));
    }

    void neverCountsATrialThatWasNotPaidFor()
    {
        const auto trial = [](Status status, const QString& periodEnd) {
            return Story().row(u"2026-01-01"_s, status, periodEnd).trial(u"2026-01-15"_s).change(u"2026-01-01"_s, Type::Created, 0);
        };
        const Story underWay = trial(Status::Trialing, u"2026-01-15"_s);
        const Story cancelled = trial(Status::Canceled, u"2026-01-15"_s)
                                    .cancelAtPeriodEnd()
                                    .change(u"2026-01-04"_s, Type::Canceled, 0)
                                    .change(u"2026-01-15"_s, Type::Expired, 0);
        const Story lateWord = trial(Status::Canceled, u"2026-01-15"_s)
                                   .change(u"2026-01-04"_s, Type::Canceled, 0)
                                   .change(u"2026-01-15 00:20"_s, Type::Expired, 0);
        // The first charge failed: the store counts its value from the trial's end on, but nothing ever came.
        const Story failing = trial(Status::PastDue, u"2026-02-15"_s).change(u"2026-01-15"_s, Type::Updated, 500);
        for (const Story& story : {underWay, cancelled, lateWord, failing}) {
            QVERIFY(story.spells(u"2026-01-20"_s).isEmpty());
            QVERIFY(story.spells(u"2026-01-20"_s, u"ghost"_s).isEmpty());
        }
    }

    void keepsATrialsCancellationThatWasTakenBack()
    {
        const Story story = Story()
                                .row(u"2026-01-01"_s, Status::Active, u"2026-02-15"_s)
                                .trial(u"2026-01-15"_s)
                                .change(u"2026-01-01"_s, Type::Created, 0)
                                .change(u"2026-01-04"_s, Type::Canceled, 0)
                                .change(u"2026-01-06"_s, Type::Reactivated, 0)
                                .change(u"2026-01-15"_s, Type::Updated, 500);
        QCOMPARE(story.told(u"2026-02-01"_s), u"2026-01-15 -"_s);
    }

    void countsNothingThatCostsNothing()
    {
        const Story complimentary = Story().row(u"2026-01-01"_s, Status::Active, u"2027-01-01"_s, u"month"_s, 0);
        const Story allOff = Story().row(u"2026-01-01"_s, Status::Active, u"2026-05-01"_s).change(u"2026-01-01"_s, Type::Created, 0);
        const Story neverCharged = Story().row(u"2026-01-01"_s, Status::Incomplete, u"2026-02-01"_s);
        for (const Story& story : {complimentary, allOff, neverCharged})
            QVERIFY(story.spells(u"2026-04-01"_s).isEmpty());
    }

    void keepsAYearAsOneTime()
    {
        const Story story = Story()
                                .row(u"2024-01-01"_s, Status::Active, u"2027-01-01"_s, u"year"_s, 9990)
                                .change(u"2024-01-01"_s, Type::Created, 832);
        const QList<PaidSpell> spells = story.spells(u"2026-04-01"_s);
        QCOMPARE(story.told(u"2026-04-01"_s), u"2024-01-01 -"_s);
        QCOMPARE(spells.at(0).interval, u"year"_s);
        // 9990 / 12 = 832.5, away from zero; the store rounded its own account down.
        QCOMPARE(story.agreements(u"2026-04-01"_s).at(0).monthlyValueAt(at(u"2025-01-01"_s), Recognition::AccessEnds), qint64(833));
    }

    void goesOnWhenOneOfTwoSubscriptionsEnds()
    {
        const Story story = monthly(u"2026-01-01"_s, Status::Canceled, u"2026-03-01"_s)
                                .change(u"2026-02-01"_s, Type::Created, 1500, u"b"_s, u"Circle"_s)
                                .row(u"2026-02-01"_s, Status::Active, u"2026-06-01"_s, u"month"_s, 1500)
                                .tier(u"Circle"_s)
                                .change(u"2026-03-01"_s, Type::Expired, -500);
        QCOMPARE(story.told(u"2026-05-01"_s), u"2026-01-01 -"_s);
        QCOMPARE(story.spells(u"2026-05-01"_s).at(0).tier, u"Reader"_s);
        const auto agreements = story.agreements(u"2026-05-01"_s);
        const auto total = [&](const QString& time) {
            qint64 sum = 0;
            for (const PaidAgreement& agreement : agreements)
                sum += agreement.monthlyValueAt(at(time), Recognition::AccessEnds);
            return sum;
        };
        QCOMPARE(total(u"2026-01-15"_s), qint64(500));
        QCOMPARE(total(u"2026-02-15"_s), qint64(2000));
        QCOMPARE(total(u"2026-03-01"_s), qint64(1500));
    }

    void keepsFailingPaymentsUntilTheyAreGivenUp()
    {
        const Story failing = monthly(u"2026-01-01"_s, Status::PastDue, u"2026-04-01"_s).payments(u"2026-01-01"_s, u"2026-02-01"_s);
        QCOMPARE(failing.told(u"2026-03-10"_s), u"2026-01-01 -"_s);
        const Story recovered = monthly(u"2026-01-01"_s, Status::Active, u"2026-04-01"_s)
                                    .change(u"2026-03-01"_s, Type::Updated, 0)
                                    .change(u"2026-03-09"_s, Type::Updated, 0);
        QCOMPARE(recovered.told(u"2026-03-20"_s), u"2026-01-01 -"_s);
        const Story givenUp = monthly(u"2026-01-01"_s, Status::Unpaid, u"2026-03-01"_s).payments(u"2026-01-01"_s, u"2026-02-01"_s);
        QCOMPARE(givenUp.told(u"2026-03-20"_s), u"2026-01-01 - 2026-03-01"_s);
        const Story expired = monthly(u"2026-01-01"_s, Status::Canceled, u"2026-03-01"_s).change(u"2026-03-15"_s, Type::Expired, -500);
        QCOMPARE(expired.told(u"2026-04-20"_s), u"2026-01-01 - 2026-03-15"_s);
        QCOMPARE(expired.told(u"2026-04-20"_s, u"ghost"_s), u"2026-01-01 - 2026-03-15"_s);
    }

    void letsAPauseBeNeitherLeavingNorPaying()
    {
        const Story story = monthly(u"2026-01-01"_s, Status::Active, u"2026-06-01"_s)
                                .change(u"2026-02-01"_s, Type::Inactive, -500)
                                .change(u"2026-04-01"_s, Type::Active, 500);
        QCOMPARE(story.told(u"2026-05-01"_s), u"2026-01-01 -"_s);
        QCOMPARE(story.told(u"2026-03-01"_s), u"2026-01-01 -"_s);
        const PaidAgreement agreement = story.agreements(u"2026-05-01"_s).at(0);
        QVERIFY(agreement.paysAt(at(u"2026-01-31"_s), Recognition::AccessEnds));
        QVERIFY(!agreement.paysAt(at(u"2026-03-01"_s), Recognition::AccessEnds));
        QVERIFY(agreement.holdsAt(at(u"2026-03-01"_s), Recognition::AccessEnds));
        QCOMPARE(agreement.monthlyValueAt(at(u"2026-03-01"_s), Recognition::AccessEnds), qint64(0));
        QCOMPARE(agreement.monthlyValueAt(at(u"2026-04-01"_s), Recognition::AccessEnds), qint64(500));

        const PaidAgreement untold = monthly(u"2026-01-01"_s, Status::Paused, u"2026-06-01"_s).agreements(u"2026-05-01"_s).at(0);
        QVERIFY(!untold.paysAt(at(u"2026-05-01"_s), Recognition::AccessEnds));
        QVERIFY(untold.holdsAt(at(u"2026-05-01"_s), Recognition::AccessEnds));
    }

    void endsWithTheMemberWhoVanished()
    {
        const Story open = monthly(u"2026-01-01"_s, Status::Active, u"2026-04-01"_s).departed(u"2026-03-10"_s);
        QCOMPARE(open.told(u"2026-05-01"_s), u"2026-01-01 - 2026-03-10"_s);
        QCOMPARE(open.told(u"2026-03-01"_s), u"2026-01-01 -"_s);
        QCOMPARE(cancelledAtPeriodEnd().departed(u"2026-03-10"_s).told(u"2026-05-01"_s), u"2026-01-01 - 2026-02-01"_s);
        QCOMPARE(cancelledAtPeriodEnd().departed(u"2026-01-25"_s).told(u"2026-05-01"_s), u"2026-01-01 - 2026-01-25"_s);
    }

    void readsRowsThatNoChangeTellsOf_data()
    {
        QTest::addColumn<Story>("story");
        QTest::addColumn<QString>("lyceum");
        QTest::addColumn<QString>("ghost");
        const auto row = [](Status status, const QString& periodEnd) { return Story().row(u"2026-01-01"_s, status, periodEnd); };
        QTest::newRow("active") << row(Status::Active, u"2026-05-01"_s) << u"2026-01-01 -"_s << u"2026-01-01 -"_s;
        QTest::newRow("cancelled, its period over") << row(Status::Canceled, u"2026-03-01"_s).cancelAtPeriodEnd()
                                                    << u"2026-01-01 - 2026-03-01"_s << u"2026-01-01 - 2026-03-01"_s;
        QTest::newRow("cancelled at once") << row(Status::Canceled, u"2026-05-01"_s).payments(u"2026-01-01"_s, u"2026-04-02"_s)
                                           << u"2026-01-01 - 2026-04-02"_s << u"2026-01-01 - 2026-04-02"_s;
        QTest::newRow("given up in a period nobody paid") << row(Status::Unpaid, u"2026-05-01"_s).payments(u"2026-01-01"_s, u"2026-03-01"_s)
                                                          << u"2026-01-01 - 2026-04-01"_s << u"2026-01-01 - 2026-04-01"_s;
        QTest::newRow("to be cancelled") << row(Status::Active, u"2026-05-01"_s)
                                                .cancelAtPeriodEnd()
                                                .payments(u"2026-01-01"_s, u"2026-04-01"_s)
                                         << u"2026-01-01 -"_s << u"2026-01-01 - 2026-04-01"_s;
        QTest::newRow("to be cancelled, and over by now") << row(Status::Active, u"2026-04-02"_s).cancelAtPeriodEnd()
                                                          << u"2026-01-01 - 2026-04-02"_s << u"2026-01-01 - 2026-03-02"_s;
    }
    void readsRowsThatNoChangeTellsOf()
    {
        QFETCH(Story, story);
        QTEST(story.told(u"2026-04-20"_s), "lyceum");
        QTEST(story.told(u"2026-04-20"_s, u"ghost"_s), "ghost");
    }

    void reachesBackBeyondWhatTheChangesTell()
    {
        // The store began to record changes after the subscription did.
        const Story story = Story()
                                .row(u"2024-05-01"_s, Status::Canceled, u"2026-02-01"_s)
                                .change(u"2026-01-20"_s, Type::Canceled, -500)
                                .change(u"2026-02-01"_s, Type::Expired, 0);
        QCOMPARE(story.told(u"2026-05-01"_s), u"2024-05-01 - 2026-02-01"_s);
        QCOMPARE(story.told(u"2026-05-01"_s, u"stripe"_s), u"2024-05-01 - 2026-01-20"_s);
        QCOMPARE(story.agreements(u"2026-05-01"_s).at(0).monthlyValueAt(at(u"2025-01-01"_s), Recognition::AccessEnds), qint64(500));
    }

    void followsASubscriptionThatResumesAfterItsEnd()
    {
        const Story story = monthly(u"2026-01-01"_s, Status::Active, u"2026-07-01"_s)
                                .change(u"2026-02-01"_s, Type::Expired, -500)
                                .change(u"2026-05-01"_s, Type::Reactivated, 500);
        QCOMPARE(story.told(u"2026-06-01"_s), u"2026-01-01 - 2026-02-01, 2026-05-01 -"_s);
        QCOMPARE(story.spells(u"2026-06-01"_s).at(1).interval, u"month"_s);
    }

    void namesWhatItBeganWith()
    {
        // From Reader by the month to Circle by the year: the row has only the latter.
        PlanBook plans;
        for (const auto& [name, monthlyPrice, yearlyPrice] : {std::tuple(u"Reader"_s, 500, 5000), std::tuple(u"Circle"_s, 1500, 15000)}) {
            Tier tier;
            tier.name = name;
            tier.monthlyPrice = monthlyPrice;
            tier.yearlyPrice = yearlyPrice;
            plans.tiers.insert(name, tier);
        }
        const Story story = Story()
                                .row(u"2026-01-01"_s, Status::Active, u"2027-03-01"_s, u"year"_s, 15000)
                                .tier(u"Circle"_s)
                                .change(u"2026-01-01"_s, Type::Created, 500)
                                .change(u"2026-03-01"_s, Type::Updated, 750, u"a"_s, u"Circle"_s);
        const PaidAgreement agreement = story.agreements(u"2026-05-01"_s, plans).at(0);
        QCOMPARE(agreement.tier, u"Reader"_s);
        QCOMPARE(agreement.interval, u"month"_s);
        QCOMPARE(agreement.monthlyValueAt(at(u"2026-02-01"_s), Recognition::AccessEnds), qint64(500));
        QCOMPARE(agreement.monthlyValueAt(at(u"2026-03-01"_s), Recognition::AccessEnds), qint64(1250));
        QCOMPARE(agreement.monthlyValueAt(at(u"2025-12-31"_s), Recognition::AccessEnds), qint64(0));
    }

    void roundsAMonthsWorthOnce_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("interval");
        QTest::addColumn<qint64>("monthly");
        QTest::newRow("a month") << qint64(500) << u"month"_s << qint64(500);
        QTest::newRow("a year, exactly") << qint64(9900) << u"year"_s << qint64(825); // reference/revenue.json, member B
        QTest::newRow("a year, half up") << qint64(9990) << u"year"_s << qint64(833);
        QTest::newRow("a year, down") << qint64(10000) << u"year"_s << qint64(833);
        QTest::newRow("a year, half below zero") << qint64(-9990) << u"year"_s << qint64(-833);
        QTest::newRow("a week") << qint64(300) << u"week"_s << qint64(1300);
        QTest::newRow("a day") << qint64(10) << u"day"_s << qint64(304); // 3650 / 12 = 304.17
    }
    void roundsAMonthsWorthOnce()
    {
        QFETCH(qint64, amount);
        QFETCH(QString, interval);
        QTEST(monthlyValue(amount, interval), "monthly");
    }

    void letsOnlyALastingOfferLowerTheWorth()
    {
        Offer offer;
        offer.type = u"percent"_s;
        offer.amount = 20;
        offer.duration = u"forever"_s;
        QCOMPARE(monthlyValue(5000, u"year"_s, &offer), qint64(333)); // 4000 / 12
        offer.duration = u"once"_s;
        QCOMPARE(monthlyValue(5000, u"year"_s, &offer), qint64(417));
        offer.duration = u"forever"_s;
        offer.type = u"fixed"_s;
        offer.amount = 200;
        QCOMPARE(monthlyValue(500, u"month"_s, &offer), qint64(300));
        offer.amount = 900;
        QCOMPARE(monthlyValue(500, u"month"_s, &offer), qint64(0));
    }
};

QTEST_APPLESS_MAIN(TestPaidSpells)
#include "tst_paidspells.moc"
