// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecurves.h"

#include "charts/heatmodel.h"
#include "charts/heattable.h"
#include "theme/theme.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

class TestHeatTable : public QObject {
    Q_OBJECT

private:
    Theme m_theme;

private Q_SLOTS:
    void modelKeepsTheRules()
    {
        HeatModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setData(sample::triangle());
        QCOMPARE(model.rowCount(), 9);
        QCOMPARE(model.columnCount(), 10); // nine months and the size
        QCOMPARE(model.index(0, 0).data().toString(), u"80"_s);
        QCOMPARE(model.index(0, 1).data().toString(), u"100%"_s);
        QCOMPARE(model.index(0, 2).data().toString(), u"93%"_s);
        QVERIFY(!model.index(8, 9).data().isValid()); // not old enough: blank
        QCOMPARE(model.headerData(2, Qt::Vertical, Qt::DisplayRole).toString(), u"2024-03"_s);
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Members"_s);
        QVERIFY(model.index(0, 2).data(Qt::AccessibleTextRole).toString().contains(u"2024-01"_s));
        QVERIFY(model.index(0, 2).data(Qt::ToolTipRole).toString().contains(u"of 80"_s));
        model.setData({});
        QCOMPARE(model.rowCount(), 0);
    }

    void arrowsWalkAndEnterOpens()
    {
        HeatTable table(m_theme);
        table.setData(sample::triangle());
        table.resize(800, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QSignalSpy opened(&table, &HeatTable::cellActivated);
        table.view()->setFocus();
        table.view()->setCurrentIndex(table.view()->model()->index(0, 1));
        QTest::keyClick(table.view(), Qt::Key_Right);
        QTest::keyClick(table.view(), Qt::Key_Down);
        QTest::keyClick(table.view(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first(), QVariantList({1, 1})); // indexes of the data: the size column is not counted
    }

    void clickOpensACellButNotABlank()
    {
        HeatTable table(m_theme);
        table.setData(sample::triangle());
        table.resize(800, 500);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QSignalSpy opened(&table, &HeatTable::cellActivated);
        const auto click = [&](int row, int column) {
            const QRect cell = table.view()->visualRect(table.view()->model()->index(row, column));
            QTest::mouseClick(table.view()->viewport(), Qt::LeftButton, {}, cell.center());
        };
        click(2, 3);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first(), QVariantList({2, 2}));
        click(8, 9); // blank
        click(4, 0); // the size
        QCOMPARE(opened.count(), 1);
    }

    void firstFocusLandsOnACell()
    {
        HeatTable table(m_theme);
        table.setData(sample::triangle());
        table.show();
        table.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.view()->clearFocus();
        table.view()->setFocus();
        QCOMPARE(table.view()->currentIndex(), table.view()->model()->index(0, 1));
    }

    void cellsCarryTheirHeat()
    {
        HeatTable table(m_theme);
        table.setData(sample::triangle());
        table.resize(800, 500);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        const auto colourAt = [&](int row, int column) {
            const QRect cell = table.view()->visualRect(table.view()->model()->index(row, column));
            return table.view()->viewport()->grab().toImage().pixelColor(cell.left() + 3, cell.top() + 3);
        };
        QCOMPARE(colourAt(0, 1), heatColour(m_theme.tokens(), 1.0));
        QCOMPARE(colourAt(8, 9), m_theme.tokens().surface);
    }

    void wordsStandInForATooSmallTable()
    {
        HeatTable table(m_theme);
        HeatData data = sample::triangle();
        data.tooFew = u"Come back after the first month."_s;
        table.setData(data);
        QVERIFY(table.view()->isHidden());
        QCOMPARE(table.description(), data.tooFew);
    }

    void exportsHoldWhatIsShown()
    {
        HeatTable table(m_theme);
        table.setData(sample::triangle());
        const ChartTable rows = table.asTable();
        QCOMPARE(rows.headers.size(), 11);
        QCOMPARE(rows.rows.size(), 9);
        QCOMPARE(rows.rows.at(0).at(2), QVariant(1.0));
        QVERIFY(!rows.rows.at(8).at(10).isValid());
        const QByteArray svg = table.toSvg({800, 400});
        QVERIFY(svg.contains("2024-05"));
        QVERIFY(svg.contains("<title>How many of each month"));
        QVERIFY(table.description().contains(u"2024-01"_s));
        QVERIFY(!table.toPng({300, 200}, 1.0).isEmpty());
    }
};

QTEST_MAIN(TestHeatTable)
#include "tst_heattable.moc"
