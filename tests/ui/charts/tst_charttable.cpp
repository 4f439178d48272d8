// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/charttablemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <limits>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

class TestChartTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void csvFollowsTheRfc()
    {
        ChartTable table;
        table.headers = {u"name"_s, u"x"_s, u"n"_s};
        table.rows = {{u"a, \"b\""_s, 0.1, qlonglong(3)}, {u"两行\n字"_s, QVariant(), std::numeric_limits<double>::quiet_NaN()}};
        QCOMPARE(toCsv(table), QByteArray("name,x,n\r\n\"a, \"\"b\"\"\",0.1,3\r\n\"\xE4\xB8\xA4\xE8\xA1\x8C\n\xE5\xAD\x97\",,\r\n"));
    }

    void csvNumbersComeBackExactly()
    {
        const double third = 1.0 / 3.0;
        const QByteArray csv = toCsv({{u"x"_s}, {{third}}});
        QCOMPARE(csv.split('\n').at(1).trimmed().toDouble(), third);
    }

    void csvTextCannotBecomeAFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("equals") << u"=1+1"_s;
        QTest::newRow("plus") << u"+1"_s;
        QTest::newRow("minus") << u"-cmd"_s;
        QTest::newRow("at") << u"@SUM(A1)"_s;
    }

    void csvTextCannotBecomeAFormula()
    {
        QFETCH(QString, text);
        QCOMPARE(toCsv({{u"h"_s}, {{text}}}), QByteArray("h\r\n'" + text.toUtf8() + "\r\n"));
        QCOMPARE(toCsv({{u"h"_s}, {{-1.5}}}), QByteArray("h\r\n-1.5\r\n")); // a number is not text
    }

    void modelWritesNumbersRightAndAligned()
    {
        ChartTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable({{u"group"_s, u"share"_s, u"n"_s}, {{u"A"_s, 0.5, qlonglong(1204)}, {u"B"_s, 0.125, QVariant()}}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.index(0, 1).data().toString(), u"0.500"_s); // as many digits as the longest
        QCOMPARE(model.index(1, 1).data().toString(), u"0.125"_s);
        QCOMPARE(model.index(0, 2).data().toString(), QLocale().toString(1204));
        QVERIFY(!model.index(1, 2).data().isValid()); // empty, not "null"
        QVERIFY(model.index(0, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        QVERIFY(model.index(0, 0).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"share"_s);
        model.setTable({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestChartTable)
#include "tst_charttable.moc"
