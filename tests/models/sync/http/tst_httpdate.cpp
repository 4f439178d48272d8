// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http/httpdate.h"

#include <QTest>

using namespace lyceum::sync;

class TestHttpDate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheFormServersMustSend_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("expected");
        // date -u -d '…' +%s (GNU coreutils 9.1)
        QTest::newRow("example of RFC 9110") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << qint64(784111777);
        QTest::newRow("leap day") << QByteArray("Thu, 29 Feb 2024 23:59:59 GMT") << qint64(1709251199);
        QTest::newRow("blanks around") << QByteArray(" Fri, 20 Nov 2026 08:00:00 GMT ") << qint64(1795161600);
        QTest::newRow("leap second") << QByteArray("Sat, 31 Dec 2016 23:59:60 GMT") << qint64(1483228799);
    }
    void readsTheFormServersMustSend()
    {
        QFETCH(QByteArray, text);
        QTEST(parseHttpDate(text).value_or(-1), "expected");
    }

    void refusesWhatIsNoDate_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no such day") << QByteArray("Mon, 30 Feb 2026 08:00:00 GMT");
        QTest::newRow("no such month") << QByteArray("Mon, 20 Nop 2026 08:00:00 GMT");
        QTest::newRow("other zone") << QByteArray("Fri, 20 Nov 2026 08:00:00 CET");
        QTest::newRow("signs for digits") << QByteArray("Fri, +2 Nov 2026 08:00:00 GMT");
        QTest::newRow("ISO") << QByteArray("2026-11-20T08:00:00.000Z");
        QTest::newRow("cut") << QByteArray("Fri, 20 Nov 2026 08:00");
    }
    void refusesWhatIsNoDate()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseHttpDate(text));
    }

    void retryAfterIsSecondsOrADate()
    {
        QCOMPARE(parseRetryAfter("120", 0).value_or(-1), 120'000);
        QCOMPARE(parseRetryAfter("Fri, 20 Nov 2026 08:00:30 GMT", 1795161600).value_or(-1), 30'000);
        QCOMPARE(parseRetryAfter("Fri, 20 Nov 2026 07:59:00 GMT", 1795161600).value_or(-1), 0);
        QVERIFY(!parseRetryAfter("", 0));
        QVERIFY(!parseRetryAfter("-5", 0));
        QVERIFY(!parseRetryAfter("soon", 0));
        QVERIFY(!parseRetryAfter("99999999999999", 0));
    }
};

QTEST_APPLESS_MAIN(TestHttpDate)
#include "tst_httpdate.moc"
