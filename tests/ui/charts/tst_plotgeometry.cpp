// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plotgeometry.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace lyceum::ui;

class TestPlotGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ticksAreRound_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<QList<double>>("ticks");
        QTest::newRow("shares") << 0.0 << 1.0 << 5 << QList<double>{0, 0.2, 0.4, 0.6, 0.8, 1.0};
        QTest::newRow("a year") << 0.0 << 365.0 << 4 << QList<double>{0, 100, 200, 300};
        QTest::newRow("inside only") << 62.3 << 106.2 << 4 << QList<double>{70, 80, 90, 100};
        QTest::newRow("over zero") << -30.0 << 50.0 << 4 << QList<double>{-20, 0, 20, 40};
        QTest::newRow("empty range") << 3.0 << 3.0 << 4 << QList<double>{};
        QTest::newRow("not finite") << 0.0 << std::numeric_limits<double>::infinity() << 4 << QList<double>{};
    }

    void ticksAreRound()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(int, wanted);
        QFETCH(QList<double>, ticks);
        const QList<double> got = niceTicks(low, high, wanted);
        QCOMPARE(got.size(), ticks.size());
        for (qsizetype i = 0; i < got.size(); ++i)
            QVERIFY(std::abs(got[i] - ticks[i]) < 1e-9);
    }

    void ticksAreNeverManyMoreThanWanted()
    {
        for (int wanted = 1; wanted <= 12; ++wanted) {
            for (double range = 0.003; range < 5e6; range *= 1.37) {
                const QList<double> ticks = niceTicks(0.0, range, wanted);
                QVERIFY(double(ticks.size()) <= 1.6 * wanted + 1.0);
                QVERIFY(!ticks.isEmpty());
            }
        }
    }

    void decimalsFitTheStep()
    {
        QCOMPARE(decimalsFor(20.0), 0);
        QCOMPARE(decimalsFor(1.0), 0);
        QCOMPARE(decimalsFor(0.5), 1);
        QCOMPARE(decimalsFor(0.1), 1);
        QCOMPARE(decimalsFor(0.02), 2);
        QCOMPARE(decimalsFor(0.0), 0);
    }

    void linesAreCutAtTheEdge()
    {
        const QRectF rect(0, 0, 10, 10);
        const QPolygonF line({{-5, 5}, {5, 5}, {5, 20}});
        const QList<QPolygonF> parts = clipLine(line, rect);
        QCOMPARE(parts.size(), 1);
        QCOMPARE(parts.first(), QPolygonF({{0, 5}, {5, 5}, {5, 10}}));
    }

    void aLineThatLeavesAndReturnsIsTwoParts()
    {
        const QList<QPolygonF> parts = clipLine(QPolygonF({{1, 5}, {5, 15}, {9, 5}}), QRectF(0, 0, 10, 10));
        QCOMPARE(parts.size(), 2);
        QCOMPARE(parts[0].last(), QPointF(3, 10));
        QCOMPARE(parts[1].first(), QPointF(7, 10));
        QVERIFY(clipLine(QPolygonF({{20, 20}, {30, 30}}), QRectF(0, 0, 10, 10)).isEmpty());
    }

    void edgesOfBandsArePressedIntoTheView()
    {
        const QRectF rect(0, 0, 10, 10);
        // Cut at the sides, level where it is outside, and as steep as before where it is inside.
        QCOMPARE(clampLine(QPolygonF({{-5, -10}, {15, 30}}), rect), QPolygonF({{0, 0}, {5, 10}, {10, 10}}));
        QCOMPARE(clampLine(QPolygonF({{2, 20}, {4, -20}}), rect), QPolygonF({{2, 10}, {2.5, 10}, {3, 0}, {4, 0}}));
        // A step: up along one x.
        QCOMPARE(clampLine(QPolygonF({{1, 3}, {4, 3}, {4, 14}, {9, 14}}), rect), QPolygonF({{1, 3}, {4, 3}, {4, 10}, {9, 10}}));
        QVERIFY(clampLine(QPolygonF({{20, 5}, {30, 5}}), rect).isEmpty());
    }

    void labelsKeepTheirDistanceAndOrder_data()
    {
        QTest::addColumn<QList<double>>("wishes");
        QTest::newRow("free") << QList<double>{10, 50, 90};
        QTest::newRow("all at one place") << QList<double>{40, 40, 40, 40};
        QTest::newRow("at the edge") << QList<double>{99, 98, 97};
        QTest::newRow("unsorted pairs") << QList<double>{80, 12, 11, 79};
    }

    void labelsKeepTheirDistanceAndOrder()
    {
        QFETCH(QList<double>, wishes);
        const QList<double> places = spreadLabels(wishes, 12.0, 0.0, 100.0);
        QCOMPARE(places.size(), wishes.size());
        for (qsizetype i = 0; i < places.size(); ++i) {
            QVERIFY(places[i] >= -1e-9 && places[i] <= 100.0 + 1e-9);
            for (qsizetype j = 0; j < places.size(); ++j) {
                if (i != j)
                    QVERIFY(std::abs(places[i] - places[j]) >= 12.0 - 1e-9);
                if (wishes[i] < wishes[j])
                    QVERIFY(places[i] < places[j]);
            }
        }
    }

    void labelsWithRoomStayWhereTheyWish()
    {
        QCOMPARE(spreadLabels({10, 50, 90}, 12.0, 0.0, 100.0), QList<double>({10, 50, 90}));
        QCOMPARE(spreadLabels({50, 50}, 12.0, 0.0, 100.0), QList<double>({44, 56}));
        QCOMPARE(spreadLabels({}, 12.0, 0.0, 100.0), QList<double>());
    }

    void tooManyLabelsAreSpreadEvenly()
    {
        const QList<double> places = spreadLabels({5, 5, 5, 5, 5}, 30.0, 0.0, 100.0);
        QCOMPARE(places, QList<double>({0, 25, 50, 75, 100}));
    }
};

QTEST_APPLESS_MAIN(TestPlotGeometry)
#include "tst_plotgeometry.moc"
