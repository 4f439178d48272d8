// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString written(const CommandLine& shell, const QString& name, const QByteArray& bytes)
{
    QFile file(shell.path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's file");
    return file.fileName();
}

QJsonObject pandas()
{
    QFile file(QStringLiteral(LYCEUM_TEST_DATA "/cohorts/pandas.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no pandas.json");
    return QJsonDocument::fromJson(file.readAll()).object();
}

const QString kPurchases = QStringLiteral(LYCEUM_TEST_DATA "/cohorts/cdnow.csv");

} // namespace

/// `analyse cohorts`, `activity` and `revenue`: what the command line adds to the mathematics, which is files, zones and JSON.
class tst_RevenueCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void profitSaysWhichFactorIsAnAssumption()
    {
        const CommandLine shell;
        // The seeds' own example: 100 members, 600 of them reached, and so on: 100 * 600 * 0.8 * 0.9 * 0.7 * 0.05 = 1512.
        written(shell, u"exact.csv"_s, "factor,value\nmembers,100\nreach,600\nretention,0.8\nquality,0.9\ncommunity,0.7\npromotion,0.05\n");
        const QJsonObject exact = shell.run({u"analyse"_s, u"profit"_s, u"--csv"_s, u"exact.csv"_s, u"--json"_s}).json();
        QVERIFY(std::abs(exact["central"_L1].toDouble() - 1512) < 1e-9);
        QVERIFY(std::abs(exact["product"_L1]["value"_L1].toDouble() - 1512) < 1e-6);

        written(shell, u"factors.csv"_s, "factor,value,low,high,kept,total,share\nreached,1000,,,,,\nconversion,,,,12,240,\nretention,0.8,0.7,0.9,,,1\n");
        const QStringList question {u"analyse"_s, u"profit"_s, u"--csv"_s, u"factors.csv"_s, u"--json"_s, u"--seed"_s, u"7"_s};
        const QJsonObject json = shell.run(question).json();
        QCOMPARE(json["n"_L1].toInt(), 3);
        QCOMPARE(json["tornado"_L1][0]["factor"_L1].toString(), u"conversion"_s); // 12 of 240 is known far worse than the rest
        QVERIFY(!json["tornado"_L1][0]["assumed"_L1].toBool());
        QVERIFY(json["tornado"_L1][1]["assumed"_L1].toBool());
        QVERIFY(json["product"_L1]["low"_L1].toDouble() < json["median"_L1].toDouble());
        QCOMPARE(shell.run(question).json(), json);

        written(shell, u"wrong.csv"_s, "factor,value,share\nmembers,100,\nretention,600,1\n");
        const Ended wrong = shell.run({u"analyse"_s, u"profit"_s, u"--csv"_s, u"wrong.csv"_s, u"--json"_s});
        QCOMPARE(wrong.code, 3);
        QVERIFY2(wrong.err.contains("row 3"), wrong.err.constData());
    }

    void priceFindsTheElasticityThatWasPutIn()
    {
        const CommandLine shell;
        written(shell, u"prices.csv"_s, "price,signups\n100,1000\n200,500\n400,250\n800,125\n"); // members * price is constant: -1
        const QJsonObject json = shell.run({u"analyse"_s, u"price"_s, u"--csv"_s, u"prices.csv"_s, u"--price"_s, u"price"_s, u"--quantity"_s,
                                          u"signups"_s, u"--members"_s, u"300"_s, u"--from"_s, u"100"_s, u"--to"_s, u"150"_s, u"--json"_s}).json();
        QVERIFY(std::abs(json["elasticity"_L1]["value"_L1].toDouble() + 1) < 1e-12);
        QVERIFY(std::abs(json["change"_L1]["members"_L1]["value"_L1].toDouble() - 200) < 1e-9);
        QVERIFY(std::abs(json["change"_L1]["revenueChange"_L1]["value"_L1].toDouble()) < 1e-6);
        QCOMPARE(shell.run({u"analyse"_s, u"price"_s, u"--csv"_s, u"prices.csv"_s, u"--price"_s, u"price"_s, u"--quantity"_s, u"signups"_s,
            u"--from"_s, u"100"_s}).code, 2);
        written(shell, u"flat.csv"_s, "price,signups\n100,10\n100,11\n100,12\n");
        QCOMPARE(shell.run({u"analyse"_s, u"price"_s, u"--csv"_s, u"flat.csv"_s, u"--price"_s, u"price"_s, u"--quantity"_s, u"signups"_s}).code, 3);
    }

    void channelsSayWhenTheyHadPaidForThemselves()
    {
        const CommandLine shell;
        written(shell, u"channels.csv"_s,
            "channel,month,cost,signups,payers,margin\nAd,1,500,40,12,100\nAd,3,0,10,8,550\nFriends,1,0,9,6,50\n");
        const QStringList question {u"analyse"_s, u"channels"_s, u"--channel"_s, u"channel"_s, u"--period"_s, u"month"_s, u"--cost"_s, u"cost"_s,
            u"--signups"_s, u"signups"_s, u"--payers"_s, u"payers"_s, u"--margin"_s, u"margin"_s, u"--json"_s, u"--csv"_s};
        const QJsonArray channels = shell.run(question + QStringList {u"channels.csv"_s}).json()["channels"_L1].toArray();
        QCOMPARE(channels.size(), 2);
        QCOMPARE(channels[0]["channel"_L1].toString(), u"Ad"_s);
        QCOMPARE(channels[0]["paybackPeriod"_L1].toInt(), 3);
        QCOMPARE(channels[0]["costPerPayer"_L1]["value"_L1].toDouble(), 25.0);
        QVERIFY(channels[1]["returned"_L1].isNull());
        written(shell, u"twice.csv"_s, "channel,month,cost,signups,payers,margin\nAd,1,1,1,1,1\nAd,1,1,1,1,1\n");
        const Ended twice = shell.run(question + QStringList {u"twice.csv"_s});
        QCOMPARE(twice.code, 3);
        QVERIFY(twice.err.contains("row 3"));
    }

    void cohortsAgreeWithPandas()
    {
        const CommandLine shell;
        const Ended ended = shell.run({u"analyse"_s, u"cohorts"_s, u"--csv"_s, kPurchases, u"--member"_s, u"customer"_s, u"--at"_s, u"date"_s,
            u"--amount"_s, u"cents"_s, u"--zone"_s, u"America/New_York"_s, u"--json"_s}); // a date is a date, west of Greenwich as well
        QCOMPARE(ended.code, 0);
        const QJsonObject json = ended.json();
        QCOMPARE(json["n"_L1].toInt(), 2357);
        const QJsonArray expected = pandas()["cohorts"_L1].toArray();
        QCOMPARE(json["cohorts"_L1].toArray().size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i) {
            const QJsonValue cohort = json["cohorts"_L1][i];
            QCOMPARE(cohort["cohort"_L1].toString(), expected[i]["month"_L1].toString());
            for (qsizetype age = 0; age < 18; ++age) {
                const QJsonValue cell = cohort["cells"_L1][age];
                QCOMPARE(cell.isNull(), age >= expected[i]["on"_L1].toArray().size());
                QCOMPARE(cell["kept"_L1].toInteger(), expected[i]["on"_L1][age].toInteger());
                QCOMPARE(cell["amount"_L1].toInteger(), expected[i]["cents"_L1][age].toInteger());
            }
            QVERIFY(cohort["test"_L1]["adjustedP"_L1].toDouble() >= cohort["test"_L1]["p"_L1].toDouble());
        }
        const Ended brackets = shell.run({u"analyse"_s, u"cohorts"_s, u"--csv"_s, kPurchases, u"--member"_s, u"customer"_s, u"--at"_s,
            u"date"_s, u"--kind"_s, u"bracket"_s, u"--brackets"_s, u"0,1,7,30,90,180,365"_s, u"--json"_s});
        for (qsizetype k = 0; k < 6; ++k)
            QCOMPARE(brackets.json()["cohorts"_L1][2]["cells"_L1][k]["kept"_L1].toInteger(), expected[2]["brackets"_L1][k][0].toInteger());
    }

    void whoJoinedAndDidNothingCounts()
    {
        const CommandLine shell;
        const QString file = written(shell, u"v.csv"_s, "who,joined,at\nA,2026-01-01,2026-02-03\nB,2026-01-05,\nA,2026-01-01,2026-02-28\n");
        const QStringList words {u"analyse"_s, u"cohorts"_s, u"--csv"_s, file, u"--member"_s, u"who"_s, u"--joined"_s, u"joined"_s, u"--at"_s,
            u"at"_s, u"--json"_s};
        const QJsonValue cells = shell.run(words).json()["cohorts"_L1][0]["cells"_L1];
        QCOMPARE(cells[0]["value"_L1].toDouble(-1), 0.0);
        QCOMPARE(cells[1]["value"_L1].toDouble(), 0.5);
        // By the end of the 27th February is not over.
        QCOMPARE(shell.run(words + QStringList {u"--as-of"_s, u"2026-02-27"_s}).json()["ages"_L1].toArray().size(), 1);
    }

    void activityIsCutByLocalDays()
    {
        const CommandLine shell;
        const QString file = written(shell, u"a.csv"_s, "m,at\n1,2026-03-28T22:30:00Z\n1,2026-03-29T21:30:00Z\n2,2026-03-29T22:30:00Z\n");
        const QStringList words {u"analyse"_s, u"activity"_s, u"--csv"_s, file, u"--member"_s, u"m"_s, u"--at"_s, u"at"_s, u"--json"_s, u"--zone"_s};
        const QJsonObject berlin = shell.run(words + QStringList {u"Europe/Berlin"_s}).json(); // the 29th has 23 hours there
        QCOMPARE(berlin["days"_L1].toArray().size(), 3);
        QCOMPARE(berlin["days"_L1][1]["day"_L1].toString(), u"2026-03-29"_s);
        QCOMPARE(berlin["days"_L1][1]["dau"_L1].toInt(), 1);
        QVERIFY(berlin["days"_L1][2]["wau"_L1].isNull());
        QCOMPARE(berlin["hours"_L1].toArray().size(), 168);
        QCOMPARE(berlin["hours"_L1][5 * 24 + 23]["events"_L1].toInt(), 1); // Saturday, half past eleven
        QVERIFY(berlin["hours"_L1][6 * 24 + 2]["perHour"_L1].isNull()); // skipped that Sunday
        const QJsonObject utc = shell.run(words + QStringList {u"UTC"_s}).json();
        QCOMPARE(utc["days"_L1].toArray().size(), 2);
        QCOMPARE(utc["days"_L1][1]["dau"_L1].toInt(), 2);
        QVERIFY(utc["months"_L1].toArray().isEmpty()); // March began before the first day, and is not over
    }

    void revenueFollowsTheRules()
    {
        const CommandLine shell;
        const QString file = written(shell, u"s.csv"_s,
            "who,from,to,off,price,per,money\n"
            "A,2026-01-05,2026-03-20,2026-02-10,9900,year,USD\nB,2026-01-20,,,1000,month,USD\nC,2026-02-01,,,300,quarter,EUR\n");
        const QStringList words {u"analyse"_s, u"revenue"_s, u"--csv"_s, file, u"--member"_s, u"who"_s, u"--start"_s, u"from"_s, u"--end"_s,
            u"to"_s, u"--cancelled"_s, u"off"_s, u"--amount"_s, u"price"_s, u"--interval"_s, u"per"_s, u"--currency"_s, u"money"_s,
            u"--as-of"_s, u"2026-04-30"_s, u"--json"_s, u"--rules"_s};
        const auto dollars = [&](const QString& rules) {
            const QJsonObject json = shell.run(words + QStringList {rules}).json();
            return json["currencies"_L1][1]["periods"_L1];
        };
        const QJsonValue ours = dollars(u"lyceum"_s);
        QCOMPARE(ours.toArray().size(), 4);
        QCOMPARE(ours[0]["new"_L1].toInt(), 1825);
        QCOMPARE(ours[2]["churn"_L1].toInt(), -825); // when access ends
        QCOMPARE(ours[2]["customerChurn"_L1]["value"_L1].toDouble(), 0.5);
        QCOMPARE(ours[3]["closing"_L1].toInt(), 1000);
        QCOMPARE(dollars(u"ghost"_s)[1]["churn"_L1].toInt(), -825); // when it is cancelled
        const QJsonObject all = shell.run(words + QStringList {u"stripe"_s}).json();
        QCOMPARE(all["rules"_L1]["name"_L1].toString(), u"stripe"_s);
        QCOMPARE(all["rules"_L1]["pauses"_L1].toString(), u"on-hold"_s);
        QCOMPARE(all["currencies"_L1][0]["currency"_L1].toString(), u"EUR"_s);
        QCOMPARE(all["currencies"_L1][0]["periods"_L1][1]["new"_L1].toInt(), 100);
        QCOMPARE(shell.run(words + QStringList {u"odoo"_s}).code, 2);
    }

    void namesTheCellThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("names");
        QTest::newRow("cents of a cent") << QByteArray("A,2026-01-05,,9.99,month") << u"row 2, column price"_s;
        QTest::newRow("below zero") << QByteArray("A,2026-01-05,,-1,month") << u"row 2, column price"_s;
        QTest::newRow("no interval") << QByteArray("A,2026-01-05,,9,fortnight") << u"row 2, column per"_s;
        QTest::newRow("ends first") << QByteArray("A,2026-01-05,2026-01-04,9,month") << u"row 2, column to"_s;
        QTest::newRow("no date") << QByteArray("A,soon,,9,month") << u"row 2, column from"_s;
        QTest::newRow("an empty start") << QByteArray("A,,,9,month") << u"row 2, column from"_s;
    }
    void namesTheCellThatIsWrong()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, names);
        const CommandLine shell;
        const QString file = written(shell, u"bad.csv"_s, "who,from,to,price,per\n" + row + "\n");
        const Ended ended = shell.run({u"analyse"_s, u"revenue"_s, u"--csv"_s, file, u"--member"_s, u"who"_s, u"--start"_s, u"from"_s, u"--end"_s,
            u"to"_s, u"--amount"_s, u"price"_s, u"--interval"_s, u"per"_s, u"--json"_s});
        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.error()["message"_L1].toString().contains(names), ended.err.constData());
    }

    void aMemberJoinsOnce()
    {
        const CommandLine shell;
        const QString file = written(shell, u"v.csv"_s, "who,joined,at\nA,2026-01-01,2026-02-03\nA,2026-01-02,2026-02-28\n");
        const Ended ended = shell.run({u"analyse"_s, u"cohorts"_s, u"--csv"_s, file, u"--member"_s, u"who"_s, u"--joined"_s, u"joined"_s,
            u"--at"_s, u"at"_s, u"--json"_s});
        QCOMPARE(ended.code, 3);
        QVERIFY(ended.error()["message"_L1].toString().contains(u"row 3, column joined"_s));
    }
};

QTEST_GUILESS_MAIN(tst_RevenueCommand)
#include "tst_revenuecommand.moc"
