// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/proportion.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace lyceum::analytics;

namespace {

bool isNear(double actual, double expected, double relative = 1e-9)
{
    return std::abs(actual - expected) <= relative * std::abs(expected);
}

/// P(X <= k), X binomial, summed from logarithms.
double binomialAtMost(int k, int n, double share)
{
    double sum = 0;
    for (int i = 0; i <= k; ++i)
        sum += std::exp(std::lgamma(n + 1.0) - std::lgamma(i + 1.0) - std::lgamma(n - i + 1.0) + i * std::log(share)
            + (n - i) * std::log1p(-share));
    return sum;
}

/// P(X <= k), X Poisson, summed from logarithms.
double poissonAtMost(int k, double mean)
{
    double sum = 0;
    for (int i = 0; i <= k; ++i)
        sum += std::exp(i * std::log(mean) - mean - std::lgamma(i + 1.0));
    return sum;
}

} // namespace

class tst_Proportion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheQuantilesOfTheNormalDistribution()
    {
        // R 4.2.2: qnorm(0.75), qnorm(0.9), qnorm(0.95), qnorm(0.975), qnorm(0.995), qnorm(0.9995).
        QVERIFY(isNear(*zForLevel(0.5), 0.6744897501960817, 1e-14));
        QVERIFY(isNear(*zForLevel(0.8), 1.2815515655446004, 1e-14));
        QVERIFY(isNear(*zForLevel(0.9), 1.6448536269514722, 1e-14));
        QVERIFY(isNear(*zForLevel(0.95), kZ95, 1e-14));
        QVERIFY(isNear(*zForLevel(0.99), 2.5758293035489004, 1e-13));
        QVERIFY(isNear(*zForLevel(0.999), 3.2905267314919255, 1e-13));
        for (const double level : {0.0, 1.0, -0.5, 1.5, std::numeric_limits<double>::quiet_NaN()})
            QVERIFY(!zForLevel(level));
    }

    void matchesPublishedIntervals_data()
    {
        QTest::addColumn<qint64>("kept");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // Newcombe (1998), Statistics in Medicine 17:857-872, table I, method 3 (Wilson, 95 %), four decimals printed.
        QTest::newRow("81 of 263") << qint64(81) << qint64(263) << 0.2553 << 0.3662;
        QTest::newRow("15 of 148") << qint64(15) << qint64(148) << 0.0624 << 0.1605;
        QTest::newRow("nobody of 20") << qint64(0) << qint64(20) << 0.0 << 0.1611;
        QTest::newRow("1 of 29") << qint64(1) << qint64(29) << 0.0061 << 0.1718;
    }

    void matchesPublishedIntervals()
    {
        QFETCH(qint64, kept);
        QFETCH(qint64, total);
        QFETCH(double, low);
        QFETCH(double, high);
        const Proportion interval = wilsonInterval(kept, total).value();
        QVERIFY(std::abs(interval.low - low) < 0.00005);
        QVERIFY(std::abs(interval.high - high) < 0.00005);
        QCOMPARE(interval.estimate, double(kept) / double(total));
        QCOMPARE(interval.kept, kept);
        QCOMPARE(interval.total, total);
    }

    void agreesWithR_data()
    {
        QTest::addColumn<qint64>("firstKept");
        QTest::addColumn<qint64>("firstTotal");
        QTest::addColumn<qint64>("secondKept");
        QTest::addColumn<qint64>("secondTotal");
        QTest::addColumn<double>("wilsonLow");
        QTest::addColumn<double>("wilsonHigh");
        QTest::addColumn<double>("exactLow");
        QTest::addColumn<double>("exactHigh");
        QTest::addColumn<double>("newcombeLow");
        QTest::addColumn<double>("newcombeHigh");
        // R 4.2.2, package stats: prop.test and binom.test of the first share; Newcombe's formula over both Wilson
        // intervals.
        QTest::newRow("200 of 10000, 250 of 10000")
            << qint64(200) << qint64(10000) << qint64(250) << qint64(10000) << 0.01743471167514 << 0.02293392676071
            << 0.01734653532661 << 0.02293792477603 << 0.0008870475992941 << 0.009138266721419;
        QTest::newRow("18 of 120, 31 of 115")
            << qint64(18) << qint64(120) << qint64(31) << qint64(115) << 0.09703812292585 << 0.2246752935672
            << 0.09138957252823 << 0.2266671434126 << 0.01536182648474 << 0.2219088128502;
        QTest::newRow("3 of 12, 9 of 11")
            << qint64(3) << qint64(12) << qint64(9) << qint64(11) << 0.08894166839405 << 0.5323053349336
            << 0.05486064452799 << 0.5718584618782 << 0.1597492866868 << 0.7754428059763;
        QTest::newRow("1 of 40, 7 of 38")
            << qint64(1) << qint64(40) << qint64(7) << qint64(38) << 0.004426831502681 << 0.1288136896347
            << 0.0006327449320494 << 0.1315858584828 << 0.02050230338849 << 0.3105930618418;
        QTest::newRow("5000 of 50000, 5150 of 50000")
            << qint64(5000) << qint64(50000) << qint64(5150) << qint64(50000) << 0.09740108314268 << 0.1026603754766
            << 0.09738370633642 << 0.1026628344732 << -0.0007436237230501 << 0.006743865233711;
    }

    void agreesWithR()
    {
        QFETCH(qint64, firstKept);
        QFETCH(qint64, firstTotal);
        QFETCH(qint64, secondKept);
        QFETCH(qint64, secondTotal);
        QFETCH(double, wilsonLow);
        QFETCH(double, wilsonHigh);
        QFETCH(double, exactLow);
        QFETCH(double, exactHigh);
        QFETCH(double, newcombeLow);
        QFETCH(double, newcombeHigh);
        const Proportion wilson = wilsonInterval(firstKept, firstTotal).value();
        QVERIFY(isNear(wilson.low, wilsonLow));
        QVERIFY(isNear(wilson.high, wilsonHigh));
        const Proportion exact = clopperPearsonInterval(firstKept, firstTotal).value();
        QVERIFY(isNear(exact.low, exactLow));
        QVERIFY(isNear(exact.high, exactHigh));
        const ProportionDifference both = differenceInterval(firstKept, firstTotal, secondKept, secondTotal).value();
        QCOMPARE(both.estimate, double(secondKept) / double(secondTotal) - double(firstKept) / double(firstTotal));
        QVERIFY(isNear(both.low, newcombeLow));
        QVERIFY(isNear(both.high, newcombeHigh));
        // The other way round it is the mirror image.
        const ProportionDifference mirrored
            = differenceInterval(secondKept, secondTotal, firstKept, firstTotal).value();
        QCOMPARE(mirrored, (ProportionDifference{-both.estimate, -both.high, -both.low}));
    }

    void keepsItsLimitsInOrder()
    {
        for (const std::int64_t total : {1, 2, 3, 10, 97, 1000}) {
            for (std::int64_t kept = 0; kept <= total; ++kept) {
                for (const auto& interval : {wilsonInterval(kept, total), clopperPearsonInterval(kept, total)}) {
                    QVERIFY(0 <= interval->low && interval->low <= interval->estimate);
                    QVERIFY(interval->estimate <= interval->high && interval->high <= 1);
                    QCOMPARE(interval->low == 0, kept == 0);
                    QCOMPARE(interval->high == 1, kept == total);
                }
                // Kept and lost are two names for the same count.
                const Proportion lost = wilsonInterval(total - kept, total).value();
                QVERIFY(std::abs(lost.low - (1 - wilsonInterval(kept, total)->high)) < 1e-15);
            }
        }
    }

    void leavesExactlyHalfTheErrorInEachTail()
    {
        // Clopper and Pearson's definition, checked by summing the binomial distribution.
        for (const int kept : {1, 4, 17, 29}) {
            const Proportion interval = clopperPearsonInterval(kept, 30, 0.9).value();
            QVERIFY(isNear(binomialAtMost(kept, 30, interval.high), 0.05, 1e-10));
            QVERIFY(isNear(1 - binomialAtMost(kept - 1, 30, interval.low), 0.05, 1e-10));
        }
        // Garwood's likewise, with the Poisson distribution.
        for (const int count : {1, 4, 17, 100}) {
            const Rate rate = poissonInterval(count, 1, 0.9).value();
            QVERIFY(isNear(poissonAtMost(count, rate.high), 0.05, 1e-10));
            QVERIFY(isNear(1 - poissonAtMost(count - 1, rate.low), 0.05, 1e-10));
        }
    }

    void boundsCounts_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // Closed form for 0, R 4.2.2's poisson.test for the others.
        QTest::newRow("0: -log(0.025)") << qint64(0) << 0.0 << 3.688879454113936;
        QTest::newRow("1") << qint64(1) << 0.0253178 << 5.5716434;
        QTest::newRow("10") << qint64(10) << 4.795389 << 18.390356;
    }

    void boundsCounts()
    {
        QFETCH(qint64, count);
        QFETCH(double, low);
        QFETCH(double, high);
        const Rate rate = poissonInterval(count).value();
        QCOMPARE(rate.estimate, double(count));
        QVERIFY2(isNear(rate.low, low, 1e-6), qPrintable(QString::number(rate.low, 'g', 12)));
        QVERIFY2(isNear(rate.high, high, 1e-6), qPrintable(QString::number(rate.high, 'g', 12)));
        // Per unit of exposure all three shrink alike.
        const Rate perMonth = poissonInterval(count, 8).value();
        QCOMPARE(perMonth.estimate, rate.estimate / 8);
        QCOMPARE(perMonth.low, rate.low / 8);
        QCOMPARE(perMonth.high, rate.high / 8);
        QCOMPARE(perMonth.count, count);
        QCOMPARE(perMonth.exposure, 8.0);
    }

    void hasNoAnswerOutsideItsDomain()
    {
        constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        QVERIFY(!wilsonInterval(0, 0));
        QVERIFY(!wilsonInterval(-1, 5));
        QVERIFY(!wilsonInterval(6, 5));
        QVERIFY(!wilsonInterval(1, 5, 0));
        QVERIFY(!wilsonInterval(1, 5, -1.96));
        QVERIFY(!wilsonInterval(1, 5, kNan));
        QVERIFY(!wilsonInterval(1, 5, kInfinity));
        QVERIFY(!clopperPearsonInterval(0, 0));
        QVERIFY(!clopperPearsonInterval(6, 5));
        QVERIFY(!clopperPearsonInterval(1, 5, 1));
        QVERIFY(!differenceInterval(1, 5, 0, 0));
        QVERIFY(!poissonInterval(-1));
        QVERIFY(!poissonInterval(1, 0));
        QVERIFY(!poissonInterval(1, kInfinity));
        QVERIFY(!poissonInterval(1, kNan));
        QVERIFY(!poissonInterval(1, 1, 0));
    }
};

QTEST_APPLESS_MAIN(tst_Proportion)

#include "tst_proportion.moc"
