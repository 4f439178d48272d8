// SPDX-License-Identifier: GPL-3.0-or-later
#include "madeanswers.h"
#include "reports/retentioncharts.h"
#include "reports/retentiontables.h"
#include "reports/retentionwords.h"

#include <QTest>

#include <cmath>

using namespace made;
using namespace lyceum::ui;

class TestRetentionWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyCommunityHasNothingToTell()
    {
        RetentionAnswer none = answer(RetentionGrouping::Tier, {});
        none.provenance.firstDataUtc.reset();
        QVERIFY(findingOf(none, m_format).startsWith(u"Nobody has paid yet"_s));
        QVERIFY(logRankLine(none, m_format).isEmpty());
        QVERIFY(retentionCurves(none, m_format).groups.isEmpty());
        QVERIFY(!retentionCurves(none, m_format).tooFew.isEmpty());
        QVERIFY(!retentionCohorts(none, m_format).tooFew.isEmpty());
        QVERIFY(retentionGroupTable(none, m_format).rows.isEmpty());
        QVERIFY(originLines(none, m_format).join(u' ').contains(u"nobody has paid yet"_s));
    }

    void oneMemberIsTooFewForACurve()
    {
        const RetentionAnswer one = answer(RetentionGrouping::None, {{{}, staying(1, 40), false}});
        QVERIFY(findingOf(one, m_format).startsWith(u"Only 1 member"_s));
        QCOMPARE(retentionCurves(one, m_format).tooFew, findingOf(one, m_format));
    }

    void nobodyWhoLeftIsSaidSo()
    {
        const RetentionAnswer all = answer(RetentionGrouping::Tier, {{u"Gold"_s, staying(30, 90), false}, {u"Silver"_s, staying(12, 90), false}});
        QVERIFY(findingOf(all, m_format).startsWith(u"None of the 42"_s));
        QVERIFY(logRankLine(all, m_format).contains(u"nothing to compare"_s));
        QCOMPARE(retentionGroupTable(all, m_format).rows.first().at(4).text, u"not reached"_s);
    }

    void theTierThatStaysLongestIsNamedWhereChanceWouldNotPartThem()
    {
        const RetentionAnswer two = twoTiers();
        const QString finding = findingOf(two, m_format);
        QVERIFY2(finding.startsWith(u"Members of 金牌会员 stay longest, those of 青铜会员 leave soonest"_s), qPrintable(finding));
        QVERIFY2(finding.contains(u"p < 0.001"_s), qPrintable(finding));
    }

    void noTierIsNamedWhereChanceMayPartThem()
    {
        const RetentionAnswer alike = answer(RetentionGrouping::Tier, {{u"Gold"_s, leaving(20, 10, 10), false}, {u"Silver"_s, leaving(20, 11, 10), false}});
        const QString finding = findingOf(alike, m_format);
        QVERIFY2(!finding.contains(u"stay longest"_s) && finding.contains(u"no more than chance may explain"_s), qPrintable(finding));
    }

    void aGroupOfFewIsNeverNamedBest()
    {
        const RetentionAnswer few = answer(RetentionGrouping::Tier,
            {{u"Gold"_s, leaving(40, 5, 2), false}, {u"Silver"_s, leaving(40, 50, 10), false}, {u"Diamond"_s, staying(9, 900), false}});
        QVERIFY(findingOf(few, m_format).startsWith(u"Members of Silver stay longest"_s));
        QVERIFY(fewLine(few, m_format).contains(u"Diamond"_s));
        QVERIFY(!fewLine(few, m_format).contains(u"Gold"_s));
        QCOMPARE(retentionCurves(few, m_format).footnotes.first(), fewLine(few, m_format));
    }

    void theLargestGroupSpeaksWhereNoneIsBest()
    {
        const RetentionAnswer cohorts = answer(RetentionGrouping::Cohort,
            {{u"2026-01"_s, leaving(3, 5, 100), false}, {u"2026-04"_s, leaving(12, 10, 20), false}, {u"2026-07"_s, leaving(11, 12, 21), false}});
        QVERIFY2(findingOf(cohorts, m_format).startsWith(u"Half of “Q2 2026” stay"_s), qPrintable(findingOf(cohorts, m_format)));
        const RetentionAnswer tiny = answer(RetentionGrouping::Tier, {{u"A"_s, leaving(6, 5, 9), false}, {u"B"_s, leaving(6, 9, 30), false}});
        QVERIFY(findingOf(tiny, m_format).startsWith(u"Each of these groups has fewer than 10 members"_s));
    }

    void aProbabilityTooSmallForADoubleIsToldByItsLogarithm()
    {
        RetentionAnswer extreme = twoTiers();
        // The upper tail of 2000 with one degree of freedom is 1.7e-437: no double holds it.
        extreme.logRank->test = analytics::chiSquareTest(2000, 1);
        QCOMPARE(extreme.logRank->test->p, 0.0);
        QCOMPARE(pText(*extreme.logRank->test, m_format), u"p < 0.001"_s);
        // erfc(sqrt(1000)) by its asymptotic series e^-x2 / (x sqrt(pi)) (1 - 1/(2 x2)), x2 = 1000:
        const double log10P = -1000 / std::log(10.0) - std::log10(std::sqrt(1000 * M_PI)) + std::log10(1 - 0.0005);
        const double mantissa = std::pow(10.0, log10P - std::floor(log10P));
        const QString expected = u"p = %1 × 10^%2."_s.arg(mantissa, 0, 'f', 1).arg(std::floor(log10P));
        QVERIFY2(logRankLine(extreme, m_format).endsWith(expected), qPrintable(logRankLine(extreme, m_format) + expected));
    }

    void probabilitiesAreWrittenWithTheDigitsThatMatter_data()
    {
        QTest::addColumn<double>("p");
        QTest::addColumn<QString>("text");
        QTest::newRow("large") << 0.4123 << u"p = 0.41"_s;
        QTest::newRow("near the level") << 0.0462 << u"p = 0.046"_s;
        QTest::newRow("small") << 0.003 << u"p = 0.003"_s;
        QTest::newRow("the smallest written out") << 0.001 << u"p = 0.001"_s;
        QTest::newRow("below") << 0.00099 << u"p < 0.001"_s;
        QTest::newRow("one") << 1.0 << u"p = 1.00"_s;
    }
    void probabilitiesAreWrittenWithTheDigitsThatMatter()
    {
        QFETCH(double, p);
        QTEST(pText({1, 1, p, std::log10(p)}, m_format), "text");
    }

    void curvesBeginWithEverybodyAndCarryTheStepsAsTheyAre()
    {
        const RetentionAnswer two = twoTiers();
        const CurveData curves = retentionCurves(two, m_format);
        QCOMPARE(curves.groups.size(), 2);
        const CurveGroup& bronze = curves.groups.first();
        QCOMPARE(bronze.name, u"青铜会员"_s);
        QCOMPARE(bronze.points.size(), 21);
        QCOMPARE(bronze.points.first().x, 0.0);
        QCOMPARE(bronze.points.first().y, 1.0);
        QCOMPARE(bronze.points.first().atRisk, 20);
        QCOMPARE(bronze.points.at(5).x, 50.0);
        QVERIFY(std::abs(bronze.points.at(5).y - 0.75) < 1e-12);
        QCOMPARE(bronze.points.at(5).atRisk, 16);
        QVERIFY(bronze.points.at(5).low < 0.75 && bronze.points.at(5).high > 0.75);
        // 10 of 20 are gone on day 100; the curve is flat at one half until day 110, and R takes the middle.
        QCOMPARE(bronze.median.value_or(0), 105.0);
        QVERIFY(!curves.groups.last().median);
    }

    void membersBehindAPointAreThoseOfItsDay()
    {
        const RetentionAnswer two = twoTiers();
        QCOMPARE(membersBehindPoint(two, 0, 0).kept.size(), 20);
        QCOMPARE(membersBehindPoint(two, 0, 1).left, QList<MemberId> {MemberId {1}});
        QCOMPARE(membersBehindPoint(two, 0, 1).kept.size(), 19);
        QCOMPARE(membersBehindPoint(two, 0, 20).left, QList<MemberId> {MemberId {20}});
        QVERIFY(membersBehindPoint(two, 0, 21).left.isEmpty());
        QVERIFY(membersBehindPoint(two, 2, 0).kept.isEmpty());
    }

    void aCurveWithSomebodyGoneOnTheFirstDayBeginsThere()
    {
        const RetentionAnswer sameDay = answer(RetentionGrouping::None, {{{}, leaving(12, 0, 3), false}});
        const CurveGroup group = retentionCurves(sameDay, m_format).groups.first();
        QCOMPARE(group.points.size(), 12);
        QVERIFY(group.points.first().y < 1);
        QCOMPARE(membersBehindPoint(sameDay, 0, 0).left.size(), 1);
    }

    void groupsAreNamedForAPerson_data()
    {
        QTest::addColumn<RetentionGrouping>("grouping");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("cohortMonths");
        QTest::addColumn<bool>("pooled");
        QTest::addColumn<QString>("text");
        QTest::newRow("tier") << RetentionGrouping::Tier << u"Gold"_s << 3 << false << u"Gold"_s;
        QTest::newRow("a tier that looks like a place for a value") << RetentionGrouping::Tier << u"50%1"_s << 3 << false << u"50%1"_s;
        QTest::newRow("unknown source") << RetentionGrouping::Source << QString() << 3 << false << u"Unknown"_s;
        QTest::newRow("the rest") << RetentionGrouping::Source << QString() << 3 << true << u"Others"_s;
        QTest::newRow("quarter") << RetentionGrouping::Cohort << u"2026-04"_s << 3 << false << u"Q2 2026"_s;
        QTest::newRow("month") << RetentionGrouping::Cohort << u"2026-04"_s << 1 << false << u"Apr 2026"_s;
        QTest::newRow("year") << RetentionGrouping::Cohort << u"2026-01"_s << 12 << false << u"2026"_s;
        QTest::newRow("half year") << RetentionGrouping::Cohort << u"2025-07"_s << 6 << false << u"Jul 2025 to Dec 2025"_s;
        QTest::newRow("interval") << RetentionGrouping::Interval << u"month"_s << 3 << false << u"Paid monthly"_s;
        QTest::newRow("everybody") << RetentionGrouping::None << QString() << 3 << false << u"All paying members"_s;
    }
    void groupsAreNamedForAPerson()
    {
        QFETCH(RetentionGrouping, grouping);
        QFETCH(QString, name);
        QFETCH(int, cohortMonths);
        QFETCH(bool, pooled);
        RetentionAnswer one = answer(grouping, {{name, staying(3, 10), pooled}});
        one.question.cohortMonths = cohortMonths;
        QTEST(groupText(one, 0, m_format), "text");
    }

    void cohortsShowWhatIsOverAndLeaveTheRestBlank()
    {
        const RetentionAnswer two = twoTiers(); // January: two, one left in February; March: one
        const HeatData cohorts = retentionCohorts(two, m_format);
        QCOMPARE(cohorts.rows.size(), 3); // and the average
        QCOMPARE(cohorts.rows.at(0).header, u"Jan 2026"_s);
        QCOMPARE(cohorts.rows.at(0).size, u"2"_s);
        QCOMPARE(cohorts.rows.at(0).cells.at(0)->value, 1.0);
        QCOMPARE(cohorts.rows.at(0).cells.at(1)->value, 0.5);
        QVERIFY(cohorts.rows.at(0).cells.at(1)->toolTip.startsWith(u"1 of 2 members"_s));
        QVERIFY(cohorts.rows.at(1).cells.at(0));
        QVERIFY(!cohorts.rows.at(1).cells.value(1));
        QCOMPARE(cohorts.rows.at(2).cells.at(0)->value, 1.0); // three of three
        QCOMPARE(membersBehindCell(two, 0, 1).left, QList<MemberId> {MemberId {2}});
        QCOMPARE(membersBehindCell(two, 0, 1).kept, QList<MemberId> {MemberId {1}});
        QCOMPARE(membersBehindCell(two, 2, 0).kept.size(), 3);
        QVERIFY(membersBehindCell(two, 1, 1).kept.isEmpty());
        QVERIFY(membersBehindCell(two, 3, 0).kept.isEmpty());
    }

    void smallCohortsShowCountsInsteadOfPercentages()
    {
        QCOMPARE(cohortShareText({2.0 / 3, 0.2, 0.9, 2, 3}, m_format), u"2/3"_s);
        QCOMPARE(cohortShareText({7.0 / 9, 0.5, 0.9, 7, 9}, m_format), u"7/9"_s);
        QCOMPARE(cohortShareText({0.7, 0.4, 0.9, 7, 10}, m_format), u"70%"_s);
    }

    void theMedianOfEverybodyIsToldWithItsInterval()
    {
        RetentionAnswer all = answer(RetentionGrouping::None, {{{}, leaving(40, 10, 20), false}});
        all.groups.first().median = {420.0, 380.0, 510.0};
        // 420 / 30.4375 = 13.8, 380 / 30.4375 = 12.5, 510 / 30.4375 = 16.8
        QCOMPARE(findingOf(all, m_format).remove(u"(s)"_s), u"Half of all paying members stay for 14 month or longer (95% interval 12 month to 17 month)."_s);
        all.groups.first().median.high.reset();
        QVERIFY(findingOf(all, m_format).contains(u"from 12 month(s) upwards"_s));
    }

    void theExplanationNamesTheRulesAndWhatIsNotKnown()
    {
        RetentionAnswer two = twoTiers();
        two.neverPaidExcluded = 17;
        QString text = explanationOf(two, m_format).join(u'\n');
        for (const QString& part : {u"Kaplan–Meier"_s, u"“Lyceum”"_s, u"paid to the end still counts"_s, u"7 day"_s, u"(17 of them)"_s,
                 u"pause is not leaving"_s, u"past due"_s, u"Wilson"_s, u"first read on"_s, u"40 members"_s})
            QVERIFY2(text.contains(part), qPrintable(part));
        two.provenance.rules = *ruleSetNamed(u"ghost"_s);
        two.provenance.connectedAtUtc.reset();
        text = explanationOf(two, m_format).join(u'\n');
        QVERIFY(text.contains(u"when they cancel"_s));
        QVERIFY(!text.contains(u"first read on"_s));
    }

    void groupingsAndRuleSetsAreRememberedByName()
    {
        for (const RetentionGrouping grouping : {RetentionGrouping::None, RetentionGrouping::Tier, RetentionGrouping::Cohort,
                 RetentionGrouping::Source, RetentionGrouping::Interval})
            QVERIFY(retentionGroupingNamed(nameOf(grouping)) == grouping);
        QVERIFY(!retentionGroupingNamed(u"mood"_s));
        for (const QString& name : ruleSetNames())
            QVERIFY(ruleSetTitle(name) != name);
    }

private:
    const Format m_format {QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc()};
};

QTEST_GUILESS_MAIN(TestRetentionWords)
#include "tst_retentionwords.moc"
