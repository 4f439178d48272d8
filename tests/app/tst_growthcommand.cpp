// SPDX-License-Identifier: GPL-3.0-or-later
#include "../models/analytics/seriesfixture.h"
#include "commandline.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using lyceum::analytics::fixture::farApart;
using lyceum::analytics::fixture::growthReference;
using lyceum::analytics::fixture::numbersOf;

namespace {

QString dataFile(const QString& name)
{
    return QStringLiteral(LYCEUM_TEST_DATA) + u'/' + name;
}

QString written(const CommandLine& shell, const QString& name, const QByteArray& bytes)
{
    QFile file(shell.path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's file");
    return file.fileName();
}

std::vector<double> column(const QJsonArray& rows, QLatin1StringView key)
{
    std::vector<double> numbers;
    for (const QJsonValue& row : rows)
        numbers.push_back(row[key].toDouble());
    return numbers;
}

} // namespace

/// `analyse growth` and `analyse forecast`: what the command line adds to the mathematics, and that it adds nothing else.
class tst_GrowthCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void forecastsAsRDoesAndGoesOnInMonths()
    {
        const QJsonObject answer = growthReference("airpassengers")["drift"_L1].toObject();
        const Ended ended = CommandLine().run({u"analyse"_s, u"forecast"_s, u"--csv"_s, dataFile(u"forecast/airpassengers.csv"_s), u"--time"_s, u"month"_s,
            u"--value"_s, u"passengers_thousands"_s, u"--method"_s, u"drift"_s, u"--horizon"_s, u"24"_s, u"--level"_s, u"0.8"_s, u"--backtest"_s, u"3"_s, u"--json"_s});
        QCOMPARE(ended.code, 0);
        const QJsonArray steps = ended.json()["steps"_L1].toArray();
        QCOMPARE(farApart("mean", column(steps, "value"_L1), numbersOf(answer["mean"_L1]), 1e-9), QByteArray());
        QCOMPARE(farApart("low", column(steps, "low"_L1), numbersOf(answer["lower80"_L1]), 1e-9), QByteArray());
        QCOMPARE(farApart("high", column(steps, "high"_L1), numbersOf(answer["upper80"_L1]), 1e-9), QByteArray());
        QCOMPARE(steps.first()["time"_L1].toString(), u"1961-01"_s);
        QCOMPARE(steps.last()["time"_L1].toString(), u"1962-12"_s);
        QCOMPARE(ended.json()["backtest"_L1]["origins"_L1].toArray().size(), 3);
        QVERIFY(ended.json()["ets"_L1].isNull());
        QVERIFY(ended.json()["past"_L1].isNull());
    }

    void fitsAsRDoes()
    {
        const QJsonObject answer = growthReference("netflix_yearly")["linear_growth_N_next"_L1].toObject();
        const Ended ended = CommandLine().run({u"analyse"_s, u"growth"_s, u"--csv"_s, dataFile(u"growth/netflix_subscribers.csv"_s), u"--time"_s, u"year"_s,
            u"--value"_s, u"annual_subscribers"_s, u"--model"_s, u"recursive"_s, u"--horizon"_s, u"5"_s, u"--json"_s});
        QCOMPARE(ended.code, 0);
        const QJsonObject model = ended.json()["models"_L1][0].toObject();
        QCOMPARE(farApart("b", model["parameters"_L1]["b"_L1]["value"_L1].toDouble(), answer["fit"_L1]["coef"_L1]["N0"_L1].toDouble(), 1e-9), QByteArray());
        std::vector<double> millions = column(model["projection"_L1].toArray(), "value"_L1);
        for (double& members : millions)
            members /= 1e6;
        QCOMPARE(farApart("projection", millions, numbersOf(answer["forecast_next_5"_L1]), 1e-9), QByteArray());
        QCOMPARE(model["projection"_L1][0]["time"_L1].toDouble(), 2022.0);
        QCOMPARE(ended.json()["n"_L1].toInteger(), 11);
    }

    void holdsEarlierProjectionsAgainstWhatCame()
    {
        const CommandLine shell;
        const QString series = written(shell, u"s.csv"_s, "d,v\n2026-01-15,10\n2026-02-15,12\n2026-03-15,15\n2026-04-15,19\n");
        const QString past = written(shell, u"p.csv"_s, "made,target,projected,low,high\n2026-01-15,2026-03-15,14,13,14.5\n2026-02-15,2026-04-15,20,,\n2026-04-15,2026-05-15,22,20,24\n");
        const Ended ended = shell.run({u"analyse"_s, u"forecast"_s, u"--csv"_s, series, u"--time"_s, u"d"_s, u"--value"_s, u"v"_s, u"--past"_s, past, u"--json"_s});
        QCOMPARE(ended.code, 0);
        const QJsonObject all = ended.json()["past"_L1]["all"_L1].toObject();
        QCOMPARE(all["n"_L1].toInteger(), 2);
        QCOMPARE(all["mae"_L1].toDouble(), 1.0);
        QCOMPARE(all["coverage"_L1]["n"_L1].toInteger(), 1);
        QCOMPARE(all["coverage"_L1]["value"_L1].toDouble(), 0.0);
        QCOMPARE(ended.json()["past"_L1]["pending"_L1].toInteger(), 1);
        QCOMPARE(ended.json()["past"_L1]["byLead"_L1][0]["lead"_L1].toDouble(), 2.0); // two months, not fifty-nine days
        QCOMPARE(ended.json()["steps"_L1][0]["time"_L1].toString(), u"2026-05-15"_s);
    }

    void namesTheRowThatIsWrong_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("name");
        QTest::newRow("a word") << u"forecast"_s << QByteArray("t,v\n1,2\n2,x\n") << u"row 3, column v"_s;
        QTest::newRow("a gap") << u"forecast"_s << QByteArray("t,v\n1,2\n2,3\n4,4\n5,6\n") << u"row 4, column t"_s;
        QTest::newRow("backwards") << u"growth"_s << QByteArray("t,v\n1,2\n3,3\n2,4\n") << u"row 4, column t"_s;
        QTest::newRow("a month among days") << u"growth"_s << QByteArray("t,v\n2026-01-01,2\n2026-02,3\n") << u"row 3, column t"_s;
        QTest::newRow("no such column") << u"growth"_s << QByteArray("t,w\n1,2\n") << u"column v"_s;
    }
    void namesTheRowThatIsWrong()
    {
        QFETCH(QString, topic);
        QFETCH(QByteArray, csv);
        QFETCH(QString, name);
        const CommandLine shell;
        const Ended ended = shell.run({u"analyse"_s, topic, u"--csv"_s, written(shell, u"bad.csv"_s, csv), u"--time"_s, u"t"_s, u"--value"_s, u"v"_s, u"--json"_s});
        QCOMPARE(ended.code, 3);
        QCOMPARE(ended.out, QByteArray());
        QVERIFY2(ended.error()["message"_L1].toString().contains(name), ended.err.constData());
    }
};

QTEST_GUILESS_MAIN(tst_GrowthCommand)
#include "tst_growthcommand.moc"
