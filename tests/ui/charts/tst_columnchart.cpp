// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecurves.h"

#include "charts/columnchart.h"
#include "theme/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

class TestColumnChart : public QObject {
    Q_OBJECT

private:
    Theme m_theme;

private Q_SLOTS:
    void barsStandOnZero()
    {
        ColumnChart chart(m_theme);
        ColumnData data = sample::months();
        for (Column& column : data.columns)
            column.value = 1000.0 + double(&column - data.columns.constData());
        chart.setData(data);
        chart.resize(600, 300);
        // Values 1000 to 1011: with a cut base the first bar would be a stump, with zero it is 99 % of the last.
        QVERIFY(chart.barRect(0).height() > 0.98 * chart.barRect(11).height());
        QCOMPARE(chart.barRect(0).bottom(), chart.barRect(11).bottom());
    }

    void negativeValuesHangBelow()
    {
        ColumnChart chart(m_theme);
        ColumnData data;
        data.columns = {{u"a"_s, 10.0, {}}, {u"b"_s, -5.0, {}}};
        chart.setData(data);
        chart.resize(400, 300);
        QVERIFY(std::abs(chart.barRect(0).bottom() - chart.barRect(1).top()) < 0.01);
        QVERIFY(std::abs(chart.barRect(0).height() - 2 * chart.barRect(1).height()) < 0.01);
    }

    void gapIsNotAZero()
    {
        ColumnChart chart(m_theme);
        chart.setData(sample::months());
        chart.resize(600, 300);
        QVERIFY(chart.barRect(5).isNull());
        QVERIFY(!chart.asTable().rows.at(5).at(1).isValid());
        chart.setCurrent(5);
        QVERIFY(chart.currentText().contains(u"No data"_s));
    }

    void keysAndMouseReachEveryBar()
    {
        ColumnChart chart(m_theme);
        chart.setData(sample::months());
        chart.resize(600, 300);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QSignalSpy opened(&chart, &ColumnChart::columnActivated);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.current(), 11); // in at the latest
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.current(), 10);
        QCOMPARE(chart.currentText(), u"2024-11\nNew members: 72"_s);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first(), QVariantList({10}));
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(chart.current(), 0);
        QTest::keyClick(&chart, Qt::Key_Escape);
        QCOMPARE(chart.current(), -1);

        const QPointF bar = chart.barRect(3).center();
        QMouseEvent move(QEvent::MouseMove, bar, chart.mapToGlobal(bar), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(&chart, &move);
        QCOMPARE(chart.current(), 3);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.barRect(7).center().toPoint());
        QCOMPARE(opened.count(), 2);
        QCOMPARE(opened.last(), QVariantList({7}));
    }

    void survivesNothingAndZeros()
    {
        ColumnChart chart(m_theme);
        chart.resize(400, 300);
        chart.setData({});
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.current(), -1);
        QVERIFY(!chart.grab().isNull());
        ColumnData zeros;
        zeros.columns = {{u"a"_s, 0.0, {}}, {u"b"_s, 0.0, {}}};
        chart.setData(zeros);
        QCOMPARE(chart.barRect(0).height(), 0.0);
        QVERIFY(chart.toSvg({400, 300}).contains("<svg"));
    }

    void describesTheExtremes()
    {
        ColumnChart chart(m_theme);
        chart.setData(sample::months());
        QVERIFY2(chart.description().contains(u"Lowest: 12 at 2024-01. Highest: 93 at 2024-12."_s), qPrintable(chart.description()));
    }
};

QTEST_MAIN(TestColumnChart)
#include "tst_columnchart.moc"
