// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/chisquare.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

using namespace lyceum::analytics;

namespace {

/// The tail in closed form for even df: exp(-x/2) times the first df/2 terms of the series of exp(x/2).
double log10TailOfEvenDf(double chiSquare, int df)
{
    const double half = chiSquare / 2;
    double term = 1;
    double sum = 1;
    for (int i = 1; i < df / 2; ++i) {
        term *= half / i;
        sum += term;
    }
    return (std::log(sum) - half) / std::numbers::ln10;
}

bool isNear(double actual, double expected, double relative)
{
    return std::abs(actual - expected) <= relative * std::abs(expected);
}

} // namespace

class tst_ChiSquare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesTheTable_data()
    {
        QTest::addColumn<double>("chiSquare");
        QTest::addColumn<int>("df");
        QTest::addColumn<double>("p");
        // Abramowitz & Stegun, table 26.8: the 5 % and 0.1 % points, five decimals printed.
        QTest::newRow("5 % at 1") << 3.84146 << 1 << 0.05;
        QTest::newRow("5 % at 2") << 5.99147 << 2 << 0.05;
        QTest::newRow("5 % at 10") << 18.3070 << 10 << 0.05;
        QTest::newRow("0.1 % at 1") << 10.8276 << 1 << 0.001;
        QTest::newRow("0.1 % at 30") << 59.7031 << 30 << 0.001;
        QTest::newRow("nothing observed") << 0.0 << 3 << 1.0;
    }

    void matchesTheTable()
    {
        QFETCH(double, chiSquare);
        QFETCH(int, df);
        QFETCH(double, p);
        const ChiSquareTest test = chiSquareTest(chiSquare, df).value();
        QVERIFY2(isNear(test.p, p, 3e-5), qPrintable(QString::number(test.p)));
        QVERIFY(std::abs(test.log10P - std::log10(test.p)) < 1e-12);
        QCOMPARE(test.df, df);
    }

    void keepsTheLogarithmWhereTheProbabilityUnderflows_data()
    {
        QTest::addColumn<double>("chiSquare");
        QTest::addColumn<int>("df");
        for (const int df : {2, 4, 10, 40}) {
            for (const double chiSquare : {1.0, 50.0, 1280.0, 1290.0, 1400.0, 1470.0, 2353.0, 1e5})
                QTest::addRow("%g at %d", chiSquare, df) << chiSquare << df;
        }
    }

    void keepsTheLogarithmWhereTheProbabilityUnderflows()
    {
        QFETCH(double, chiSquare);
        QFETCH(int, df);
        const ChiSquareTest test = chiSquareTest(chiSquare, df).value();
        const double expected = log10TailOfEvenDf(chiSquare, df);
        QVERIFY(std::isfinite(test.log10P));
        // Cancellation next to p = 1 is absolute, elsewhere the error is relative.
        QVERIFY2(std::abs(test.log10P - expected) <= 1e-12 * std::max(1.0, std::abs(expected)),
            qPrintable(QString::number(test.log10P - expected)));
    }

    void agreesWithTheNormalTailAtOneDegree()
    {
        for (const double z : {0.1, 1.0, 1.96, 5.0, 10.0, 20.0, 37.0}) {
            const ChiSquareTest test = chiSquareTest(z * z, 1).value();
            QVERIFY(isNear(test.p, std::erfc(z / std::numbers::sqrt2), 1e-12));
        }
    }

    void fallsAsTheStatisticGrows()
    {
        // Across the point where the probability gives way to its logarithm.
        double before = 0;
        for (double chiSquare = 0.5; chiSquare < 3000; chiSquare += 0.5) {
            const double log10P = chiSquareTest(chiSquare, 3)->log10P;
            QVERIFY(log10P < before);
            before = log10P;
        }
    }

    void refusesWhatIsNoStatistic()
    {
        QVERIFY(!chiSquareTest(-1, 1));
        QVERIFY(!chiSquareTest(std::numeric_limits<double>::quiet_NaN(), 1));
        QVERIFY(!chiSquareTest(std::numeric_limits<double>::infinity(), 1));
        QVERIFY(!chiSquareTest(1, 0));
    }
};

QTEST_APPLESS_MAIN(tst_ChiSquare)

#include "tst_chisquare.moc"
