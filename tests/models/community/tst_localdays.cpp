// SPDX-License-Identifier: GPL-3.0-or-later
#include "community/localdays.h"

#include <QDate>
#include <QDateTime>
#include <QTest>

using lyceum::LocalDays;

namespace {
qint64 utc(const char* iso) { return QDateTime::fromString(QLatin1String(iso), Qt::ISODate).toSecsSinceEpoch(); }
qint64 day(int year, int month, int dayOfMonth) { return QDate(1970, 1, 1).daysTo(QDate(year, month, dayOfMonth)); }
}

class TestLocalDays : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsDaysInTheZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<qint64>("instant");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("UTC, last second") << QByteArray("UTC") << utc("2026-03-31T23:59:59Z") << day(2026, 3, 31);
        QTest::newRow("Shanghai is eight hours ahead") << QByteArray("Asia/Shanghai") << utc("2026-03-31T16:00:00Z") << day(2026, 4, 1);
        QTest::newRow("Shanghai, a second before") << QByteArray("Asia/Shanghai") << utc("2026-03-31T15:59:59Z") << day(2026, 3, 31);
        QTest::newRow("Berlin, summer") << QByteArray("Europe/Berlin") << utc("2026-07-01T22:00:00Z") << day(2026, 7, 2);
        QTest::newRow("Berlin, winter") << QByteArray("Europe/Berlin") << utc("2026-01-01T22:59:59Z") << day(2026, 1, 1);
        QTest::newRow("before 1970") << QByteArray("UTC") << utc("1969-12-31T23:59:59Z") << qint64(-1);
        QTest::newRow("unknown zone is UTC") << QByteArray("Nowhere/Land") << utc("2026-03-31T23:59:59Z") << day(2026, 3, 31);
    }
    void cutsDaysInTheZone()
    {
        QFETCH(QByteArray, zone);
        QFETCH(qint64, instant);
        QFETCH(qint64, expected);
        QCOMPARE(LocalDays(zone).dayOf(instant), expected);
    }

    void dayBoundariesAreExactAllYear_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char* zone : {"UTC", "Asia/Shanghai", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe",
                 "Asia/Kathmandu", "Asia/Beirut"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void dayBoundariesAreExactAllYear()
    {
        QFETCH(QByteArray, zone);
        const LocalDays days(zone);
        // 2018 still has a zone whose clocks change at midnight (Sao Paulo), 2026 has none in the list but Beirut.
        for (const int year : {2018, 2026}) {
            for (qint64 d = day(year, 1, 1); d <= day(year, 12, 31); ++d) {
                const qint64 start = days.startOfDay(d);
                QCOMPARE(days.dayOf(start), d);
                QCOMPARE(days.dayOf(start - 1), d - 1);
            }
        }
    }

    void monthsBeginAtLocalMidnight()
    {
        const LocalDays days("Asia/Shanghai");
        const qint64 april2026 = (2026 - 1970) * 12 + 3;
        QCOMPARE(days.startOfMonth(april2026), utc("2026-03-31T16:00:00Z"));
        QCOMPARE(days.monthOf(utc("2026-03-31T16:00:00Z")), april2026);
        QCOMPARE(days.monthOf(utc("2026-03-31T15:59:59Z")), april2026 - 1);
    }

    void agreesWithQtForScatteredInstants()
    {
        const LocalDays days("America/New_York");
        const QTimeZone zone("America/New_York");
        quint64 state = 42;
        for (int i = 0; i < 20000; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            const qint64 at = qint64(state >> 33) % 2000000000;
            const QDate expected = QDateTime::fromSecsSinceEpoch(at, zone).date();
            QCOMPARE(days.dayOf(at), QDate(1970, 1, 1).daysTo(expected));
        }
    }
};

QTEST_APPLESS_MAIN(TestLocalDays)
#include "tst_localdays.moc"
