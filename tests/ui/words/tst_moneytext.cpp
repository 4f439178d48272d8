// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/moneytext.h"

#include <QTest>

using namespace lyceum;
using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedStates);
const QLocale kGerman(QLocale::German, QLocale::Germany);

} // namespace

class TestMoneyText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatAPersonTypes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("minorUnits"); // -1: no amount
        QTest::newRow("whole") << u"5"_s << u"USD"_s << qint64(500);
        QTest::newRow("decimals") << u"4.90"_s << u"USD"_s << qint64(490);
        QTest::newRow("one decimal") << u"4.9"_s << u"USD"_s << qint64(490);
        QTest::newRow("grouped") << u"1,234.50"_s << u"USD"_s << qint64(123450);
        QTest::newRow("blanks around it") << u"  7 "_s << u"USD"_s << qint64(700);
        QTest::newRow("no decimals in yen") << u"500"_s << u"JPY"_s << qint64(500);
        QTest::newRow("three in dinars") << u"1.234"_s << u"KWD"_s << qint64(1234);
        QTest::newRow("nothing") << QString() << u"USD"_s << qint64(-1);
        QTest::newRow("a word") << u"five"_s << u"USD"_s << qint64(-1);
        QTest::newRow("negative") << u"-5"_s << u"USD"_s << qint64(-1);
        QTest::newRow("too many decimals") << u"4.999"_s << u"USD"_s << qint64(-1);
        QTest::newRow("decimals where there are none") << u"5.5"_s << u"JPY"_s << qint64(-1);
        QTest::newRow("two points") << u"1.2.3"_s << u"USD"_s << qint64(-1);
        QTest::newRow("only decimals") << u".50"_s << u"USD"_s << qint64(-1);
        QTest::newRow("beyond any price") << u"99999999999"_s << u"USD"_s << qint64(-1);
        QTest::newRow("other digits") << u"٥"_s << u"USD"_s << qint64(-1);
    }
    void readsWhatAPersonTypes()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, currency);
        QFETCH(const qint64, minorUnits);
        QCOMPARE(minorUnitsOf(text, currency, kEnglish).value_or(-1), minorUnits);
    }

    void followsTheLocale()
    {
        QCOMPARE(minorUnitsOf(u"1.234,50"_s, u"EUR"_s, kGerman), std::optional<qint64>(123450));
        QCOMPARE(amountText({490, u"EUR"_s}, kGerman), u"4,90"_s);
    }

    void whatItWritesItReads()
    {
        for (const QString& currency : {u"USD"_s, u"JPY"_s, u"KWD"_s}) {
            for (const qint64 amount : {qint64(0), qint64(1), qint64(9), qint64(99), qint64(100), qint64(123456), qint64(999'999'999'999)})
                QCOMPARE(minorUnitsOf(amountText({amount, currency}, kEnglish), currency, kEnglish), std::optional(amount));
        }
        QCOMPARE(amountText({5, u"USD"_s}, kEnglish), u"0.05"_s);
    }
};

QTEST_GUILESS_MAIN(TestMoneyText)
#include "tst_moneytext.moc"
