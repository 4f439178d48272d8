// SPDX-License-Identifier: GPL-3.0-or-later
#include "community/event.h"
#include "community/money.h"

#include <QSet>
#include <QTest>

using namespace lyceum;
using namespace Qt::StringLiterals;

class TestNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEventKindHasANameOfItsOwn()
    {
        QSet<QString> seen;
        for (int number = kFirstEventKind; number <= kLastEventKind; ++number) {
            const auto kind = EventKind(number);
            const QString name = nameOf(kind);
            QVERIFY2(!name.isEmpty(), qPrintable(QString::number(number)));
            QVERIFY(!seen.contains(name));
            seen.insert(name);
            QCOMPARE(eventKindOf(name), std::optional(kind));
        }
        QCOMPARE(eventKindOf(u"no such kind"_s), std::nullopt);
    }

    void currenciesHaveTheirMinorUnits()
    {
        // ISO 4217
        QCOMPARE(minorUnitDigits(u"USD"_s), 2);
        QCOMPARE(minorUnitDigits(u"CNY"_s), 2);
        QCOMPARE(minorUnitDigits(u"JPY"_s), 0);
        QCOMPARE(minorUnitDigits(u"KWD"_s), 3);
    }
};

QTEST_APPLESS_MAIN(TestNames)
#include "tst_names.moc"
