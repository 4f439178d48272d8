// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/format.h"

#include <QTest>

using lyceum::ui::Format;
using namespace Qt::StringLiterals;

class TestFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesMoneyByLocaleAndCurrency_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("expected");
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        const QLocale chinese(QLocale::Chinese, QLocale::China);
        QTest::newRow("dollars in America") << english << qint64(123450) << u"USD"_s << u"$1,234.50"_s;
        QTest::newRow("yuan in China") << chinese << qint64(123450) << u"CNY"_s << u"¥1,234.50"_s;
        QTest::newRow("dollars in China") << chinese << qint64(5) << u"USD"_s << u"US$0.05"_s;
        QTest::newRow("yen have no decimals") << english << qint64(1500) << u"JPY"_s << u"JP¥1,500"_s;
        QTest::newRow("three decimals") << english << qint64(1234567) << u"KWD"_s << u"KWD\u00a01,234.567"_s;
        QTest::newRow("negative") << english << qint64(-199) << u"USD"_s << u"-$1.99"_s;
        QTest::newRow("largest") << english << qint64(9223372036854775807LL) << u"USD"_s << u"$92,233,720,368,547,758.07"_s;
    }
    void writesMoneyByLocaleAndCurrency()
    {
        QFETCH(QLocale, locale);
        QFETCH(qint64, minor);
        QFETCH(QString, currency);
        QFETCH(QString, expected);
        QCOMPARE(Format(locale).money({minor, currency}), expected);
    }

    void writesTimesInTheZoneAndNothingForNothing()
    {
        const Format format(QLocale(QLocale::Chinese, QLocale::China), QTimeZone("Asia/Shanghai"));
        QCOMPARE(format.day({}), QString());
        QVERIFY(format.instant(1774972800).endsWith(u"00:00"_s)); // 2026-03-31T16:00:00Z is midnight in Shanghai
        QVERIFY2(format.day(1774972800).contains(u"2026/4/1"_s), qPrintable(format.day(1774972800)));
        QVERIFY(format.fullInstant(1774972800).contains(u"08:00"_s));
    }

    void writesShares()
    {
        QCOMPARE(Format(QLocale(QLocale::English, QLocale::UnitedStates)).percent(0.1234), u"12.3%"_s);
        QCOMPARE(Format(QLocale(QLocale::English, QLocale::UnitedStates)).count(1234567), u"1,234,567"_s);
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
