// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival/logrank.h"

#include "survivalfixture.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace lyceum::analytics;
using fixture::difference;
using fixture::Subjects;

namespace {

LogRankResult testOf(const Subjects& subjects, std::size_t groupCount, double rho = 0)
{
    auto result = logRank(subjects.sample(), subjects.groups, groupCount, {rho, subjects.strata});
    if (!result)
        qFatal("no test: error %d at %zu", int(result.error().kind), result.error().index);
    return *std::move(result);
}

Subjects unstratified(Subjects subjects)
{
    subjects.strata.clear();
    return subjects;
}

/// Both subjects of group 0 have the event at 2 and 4; group 1 enters late: one from 1, censored at 4, one from 3,
/// event at 6.
Subjects lateComers()
{
    return {{2, 4, 4, 6}, {1, 1, 0, 1}, {0, 0, 1, 3}, {0, 0, 1, 1}, {}};
}

bool isNear(double actual, double expected, double relative = 1e-12)
{
    return std::abs(actual - expected) <= relative * std::abs(expected);
}

} // namespace

class tst_LogRank : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithR_data()
    {
        QTest::addColumn<QString>("study");
        QTest::addColumn<QString>("result");
        const auto row = [](const char* name, const char* study, const char* result) {
            QTest::newRow(name) << QString::fromLatin1(study) << QString::fromLatin1(result);
        };
        row("Telco by contract: the probability underflows", "telco", "logrank_contract");
        row("Telco by contract, Peto-Peto", "telco", "peto_contract");
        row("Telco by gender: no difference", "telco", "logrank_gender");
        row("Telco by contract within internet service", "telco", "logrank_contract_stratified_by_internet");
        row("Rossi by financial aid", "rossi", "logrank_fin");
        row("Freireich, 6-MP against placebo", "freireich", "logrank");
    }

    void agreesWithR()
    {
        QFETCH(QString, study);
        QFETCH(QString, result);
        const QJsonObject expected = fixture::reference(qPrintable(study))[result].toObject();
        const auto groupCount = std::size_t(expected["groups"_L1].toArray().size());
        Subjects subjects;
        if (study == "telco"_L1)
            subjects = fixture::telco(result.contains("gender"_L1) ? "gender" : "contract");
        else
            subjects = study == "rossi"_L1 ? fixture::rossi() : fixture::freireich();
        if (!result.contains("stratified"_L1))
            subjects.strata.clear();

        const LogRankResult found = testOf(subjects, groupCount, expected["rho"_L1].toDouble());
        QCOMPARE(found.groups.size(), groupCount);
        const QJsonArray observed = expected["observed"_L1].toArray(); // stratum by stratum, if there are strata
        const QJsonArray expectedEvents = expected["expected"_L1].toArray();
        for (std::size_t g = 0; g < groupCount; ++g) {
            double observedSum = 0;
            double expectedSum = 0;
            for (auto i = qsizetype(g); i < observed.size(); i += qsizetype(groupCount)) {
                observedSum += observed[i].toDouble();
                expectedSum += expectedEvents[i].toDouble();
            }
            QCOMPARE(found.groups[g].subjects, expected["n"_L1][qsizetype(g)].toInteger());
            QCOMPARE(difference("observed", found.groups[g].observed, observedSum), QByteArray());
            QCOMPARE(difference("expected", found.groups[g].expected, expectedSum), QByteArray());
        }
        QVERIFY(found.test.has_value());
        QCOMPARE(difference("chi-square", found.test->chiSquare, expected["chisq"_L1]), QByteArray());
        QCOMPARE(found.test->df, expected["df"_L1].toInt());
        QCOMPARE(difference("log10 p", found.test->log10P, expected["log10_p"_L1]), QByteArray());
        QCOMPARE(difference("p", found.test->p, expected["p"_L1]), QByteArray());
    }

    void countsWhoHasEnteredOnly()
    {
        // By hand. At 2: 2 and 1 at risk; at 4: 1 and 2; at 6 group 1 alone. O = 2, E = 2/3 + 1/3, V = 2/9 + 2/9.
        const LogRankResult result = testOf(lateComers(), 2);
        QCOMPARE(result.groups[0].observed, 2.0);
        QVERIFY(isNear(result.groups[0].expected, 1));
        QVERIFY(isNear(result.groups[1].expected, 2));
        QVERIFY(isNear(result.groups[0].variance, 4.0 / 9));
        QVERIFY(isNear(result.groups[1].variance, 4.0 / 9)); // the last one's event was certain and adds nothing
        QVERIFY(isNear(result.covariance[1], -4.0 / 9));
        QVERIFY(isNear(result.test->chiSquare, 2.25));
        QCOMPARE(result.test->df, 1);
    }

    void countsTheSameWhenAFollowUpIsCutInTwo()
    {
        // One watched from 0 to t is the same as one watched to a and another who enters at a.
        const Subjects whole = unstratified(fixture::telco());
        Subjects cut;
        for (std::size_t i = 0; i < whole.times.size(); ++i) {
            const double at = std::floor(whole.times[i] / 3);
            if (at > 0) {
                cut.entries.push_back(0);
                cut.times.push_back(at);
                cut.events.push_back(0);
                cut.groups.push_back(whole.groups[i]);
            }
            cut.entries.push_back(at);
            cut.times.push_back(whole.times[i]);
            cut.events.push_back(whole.events[i]);
            cut.groups.push_back(whole.groups[i]);
        }
        for (const double rho : {0.0, 1.0}) {
            const LogRankResult expected = testOf(whole, 3, rho);
            const LogRankResult found = testOf(cut, 3, rho);
            QCOMPARE(found.covariance, expected.covariance);
            QCOMPARE(*found.test, *expected.test);
        }
    }

    void sumsTheStrata()
    {
        const Subjects subjects = fixture::telco();
        const LogRankResult together = testOf(subjects, 3);
        std::vector<double> covariance(9);
        std::vector<double> expected(3);
        for (std::uint32_t stratum = 0; stratum < 3; ++stratum) {
            std::vector<std::size_t> members;
            for (std::size_t i = 0; i < subjects.times.size(); ++i) {
                if (subjects.strata[i] == stratum)
                    members.push_back(i);
            }
            const LogRankResult part = testOf(unstratified(subjects.reordered(members)), 3);
            for (std::size_t i = 0; i < covariance.size(); ++i)
                covariance[i] += part.covariance[i];
            for (std::size_t g = 0; g < expected.size(); ++g)
                expected[g] += part.groups[g].expected;
        }
        for (std::size_t i = 0; i < covariance.size(); ++i)
            QVERIFY(isNear(together.covariance[i], covariance[i]));
        for (std::size_t g = 0; g < expected.size(); ++g)
            QVERIFY(isNear(together.groups[g].expected, expected[g]));

        // One stratum for all is no stratum.
        Subjects one = subjects;
        one.strata.assign(one.times.size(), 0);
        QCOMPARE(testOf(one, 3), testOf(unstratified(subjects), 3));
    }

    void doesNotDependOnOrderNamesOrUnits()
    {
        const Subjects subjects = fixture::telco();
        const LogRankResult expected = testOf(subjects, 3);

        std::vector<std::size_t> order(subjects.times.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        fixture::Uniform uniform(11);
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[uniform.below(i)]);
        QCOMPARE(testOf(subjects.reordered(order), 3), expected);

        Subjects renamed = subjects;
        for (std::uint32_t& group : renamed.groups)
            group = 2 - group;
        QVERIFY(isNear(testOf(renamed, 3).test->chiSquare, expected.test->chiSquare));

        Subjects scaled = subjects; // fractions are sorted where whole months are counted
        for (double& time : scaled.times)
            time /= 64;
        QCOMPARE(testOf(scaled, 3), expected);
    }

    void balancesObservedAgainstExpected()
    {
        const LogRankResult result = testOf(fixture::telco(), 3, 1);
        double balance = 0;
        for (std::size_t g = 0; g < 3; ++g) {
            balance += result.groups[g].observed - result.groups[g].expected;
            QCOMPARE(result.groups[g].variance, result.covariance[g * 3 + g]);
            double row = 0;
            for (std::size_t h = 0; h < 3; ++h) {
                row += result.covariance[g * 3 + h];
                QCOMPARE(result.covariance[g * 3 + h], result.covariance[h * 3 + g]);
            }
            QVERIFY(std::abs(row) < 1e-9);
        }
        QVERIFY(std::abs(balance) < 1e-9);
    }

    void leavesOutGroupsWithoutMembers()
    {
        Subjects subjects = fixture::freireich();
        const LogRankResult two = testOf(subjects, 2);
        for (std::uint32_t& group : subjects.groups)
            group = group == 1 ? 3 : 0;
        const LogRankResult four = testOf(subjects, 4);
        QCOMPARE(four.test->df, 1);
        QVERIFY(isNear(four.test->chiSquare, two.test->chiSquare));
        QCOMPARE(four.groups[1], LogRankGroup{});
    }

    void comparesOnlyGroupsThatMeet()
    {
        // Groups 0 and 1 as above; group 2 is watched when everybody else has gone.
        Subjects subjects = lateComers();
        subjects.times.insert(subjects.times.end(), {20, 21});
        subjects.entries.insert(subjects.entries.end(), {10, 10});
        subjects.events.insert(subjects.events.end(), {1, 1});
        subjects.groups.insert(subjects.groups.end(), {2, 2});
        const LogRankResult result = testOf(subjects, 3);
        QCOMPARE(result.test->df, 1);
        QVERIFY(isNear(result.test->chiSquare, 2.25));
        QVERIFY(isNear(result.groups[2].expected, 2));
    }

    void hasNoTestWhereNothingCanBeCompared()
    {
        QVERIFY(!logRank({}, {}, 2)->test);
        QVERIFY(!testOf({{1, 2, 3}, {1, 1, 0}, {}, {0, 0, 0}, {}}, 1).test);
        QVERIFY(!testOf({{1, 2, 3}, {0, 0, 0}, {}, {0, 1, 0}, {}}, 2).test); // no events
        QVERIFY(!testOf({{2, 5}, {1, 1}, {0, 3}, {0, 1}, {}}, 2).test); // never at risk together
        QVERIFY(!testOf({{2, 5}, {1, 1}, {}, {0, 1}, {0, 1}}, 2).test); // each alone in its stratum
        QVERIFY(!testOf({{3, 3, 3}, {1, 1, 1}, {}, {0, 1, 0}, {}}, 2).test); // everybody at once: certain
    }

    void rejectsEqualGroupsAsOftenAsItSays()
    {
        // 2 000 trials of 2 x 40 exponential lifetimes, censored at 2. The standard error of 5 % is 0.5 %, or 10
        // trials.
        fixture::Uniform uniform(20240611);
        for (const double rho : {0.0, 1.0}) {
            int rejected = 0;
            for (int trial = 0; trial < 2000; ++trial) {
                Subjects subjects;
                for (std::uint32_t i = 0; i < 80; ++i) {
                    const double life = -std::log(1 - uniform());
                    subjects.times.push_back(std::min(life, 2.0));
                    subjects.events.push_back(life < 2 ? 1 : 0);
                    subjects.groups.push_back(i % 2);
                }
                rejected += testOf(subjects, 2, rho).test->p < 0.05 ? 1 : 0;
            }
            QVERIFY2(rejected > 70 && rejected < 130, qPrintable(QString::number(rejected)));
        }
    }

    void namesTheOffender()
    {
        using Kind = AnalyticsError::Kind;
        Subjects subjects = lateComers();
        const auto errorOf = [](const Subjects& s, std::size_t groupCount, double rho = 0) {
            return logRank(s.sample(), s.groups, groupCount, {rho, s.strata}).error();
        };
        QCOMPARE(errorOf(subjects, 1), (AnalyticsError{Kind::BadGroup, 2}));
        QCOMPARE(errorOf(subjects, 0), (AnalyticsError{Kind::BadGroup, 0}));
        QCOMPARE(errorOf(subjects, 2, -1), (AnalyticsError{Kind::BadWeight, 0}));
        QCOMPARE(errorOf(subjects, 2, std::numeric_limits<double>::quiet_NaN()), (AnalyticsError{Kind::BadWeight, 0}));
        subjects.strata = {0, 1, 4, 0};
        QCOMPARE(errorOf(subjects, 2), (AnalyticsError{Kind::BadGroup, 2}));
        subjects.strata = {0, 1, 1};
        QCOMPARE(errorOf(subjects, 2), (AnalyticsError{Kind::LengthsDiffer, 3}));
        subjects.strata = {1, 1, 0, 0};
        subjects.times[2] = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(errorOf(subjects, 2), (AnalyticsError{Kind::NotFinite, 2}));
        // Entry and exit that are the same moment show up inside a stratum; the index is the caller's.
        subjects.times[2] = 1 + 1e-9;
        QCOMPARE(errorOf(subjects, 2), (AnalyticsError{Kind::EntryNotBeforeExit, 2}));
        subjects = lateComers();
        subjects.groups.pop_back();
        QCOMPARE(errorOf(subjects, 2), (AnalyticsError{Kind::LengthsDiffer, 3}));
    }
};

QTEST_APPLESS_MAIN(tst_LogRank)

#include "tst_logrank.moc"
