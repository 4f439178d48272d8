// SPDX-License-Identifier: GPL-3.0-or-later
#include "../models/analytics/survivalfixture.h"
#include "commandline.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using lyceum::analytics::fixture::difference;
using lyceum::analytics::fixture::reference;

namespace {

QString dataFile(const QString& name)
{
    return QStringLiteral(LYCEUM_TEST_DATA) + u"/survival/"_s + name;
}

QString written(const CommandLine& shell, const QString& name, const QByteArray& bytes)
{
    QFile file(shell.path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's file");
    return file.fileName();
}

/// R's answers are about the customers with a tenure above 0.
QString telcoFile(const CommandLine& shell)
{
    QFile source(dataFile(u"telco.csv"_s));
    if (!source.open(QIODevice::ReadOnly))
        qFatal("no telco.csv");
    QByteArray kept;
    for (const QByteArray& line : source.readAll().split('\n')) {
        if (!line.startsWith("0,"))
            kept += line + '\n';
    }
    return written(shell, u"telco.csv"_s, kept);
}

std::optional<double> numberOf(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

/// The step of a curve that holds at a time.
QJsonObject stepAt(const QJsonArray& curve, double time)
{
    QJsonObject found;
    for (const QJsonValue& step : curve) {
        if (step["time"_L1].toDouble() <= time)
            found = step.toObject();
    }
    return found;
}

/// Row `offset` + i of what R printed belongs to time i: its strata stand one below the other.
void compareCurve(const QJsonObject& group, const QJsonObject& km, const QString& interval, qsizetype offset)
{
    const QJsonArray times = km["times"_L1].toArray();
    QVERIFY(!times.isEmpty());
    const QJsonObject band = km[u"ci95_"_s + interval].toObject();
    for (qsizetype i = 0; i < times.size(); ++i) {
        const QJsonObject step = stepAt(group["curve"_L1].toArray(), times[i].toDouble());
        QCOMPARE(difference("survival", numberOf(step["survival"_L1]), km["survival"_L1][offset + i]), QByteArray());
        QCOMPARE(difference("error", numberOf(step["stdError"_L1]), km["std_err_greenwood"_L1][offset + i]), QByteArray());
        QCOMPARE(difference("low", numberOf(step["low"_L1]), band["lower"_L1].toArray()[offset + i]), QByteArray());
        QCOMPARE(difference("high", numberOf(step["high"_L1]), band["upper"_L1].toArray()[offset + i]), QByteArray());
        if (step["time"_L1].toDouble() == times[i].toDouble())
            QCOMPARE(step["atRisk"_L1].toInteger(), km["n_risk"_L1][offset + i].toInteger());
    }
}

void compareSummary(const QJsonObject& group, const QJsonObject& table, double at)
{
    QCOMPARE(group["n"_L1].toInteger(), table["records"_L1].toInteger());
    QCOMPARE(group["events"_L1].toInteger(), table["events"_L1].toInteger());
    const QJsonObject mean = group["restrictedMean"_L1].toObject();
    QCOMPARE(difference("mean", numberOf(mean["value"_L1]), table["rmean"_L1]), QByteArray());
    QCOMPARE(difference("mean's error", numberOf(mean["stdError"_L1]), table["se(rmean)"_L1]), QByteArray());
    QCOMPARE(mean["at"_L1].toDouble(), at);
    const QJsonObject median = group["median"_L1].toObject();
    QCOMPARE(difference("median", numberOf(median["value"_L1]), table["median"_L1]), QByteArray());
    QCOMPARE(difference("median, low", numberOf(median["low"_L1]), table["0.95LCL"_L1]), QByteArray());
    QCOMPARE(difference("median, high", numberOf(median["high"_L1]), table["0.95UCL"_L1]), QByteArray());
}

void compareTest(const QJsonObject& test, const QJsonObject& expected)
{
    QCOMPARE(difference("chi-square", numberOf(test["chiSquare"_L1]), expected["chisq"_L1]), QByteArray());
    QCOMPARE(test["df"_L1].toInteger(), expected["df"_L1].toInteger());
    if (expected["p"_L1].toDouble() > 0) // else it underflows, in R as here
        QCOMPARE(difference("p", numberOf(test["p"_L1]), expected["p"_L1]), QByteArray());
    QCOMPARE(difference("log10 p", numberOf(test["log10P"_L1]), expected["log10_p"_L1]), QByteArray());
}

} // namespace

/// `analyse survival` against what R answers on the same files, to 1e-9 relative.
class tst_SurvivalCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithSurvfitForEveryInterval_data()
    {
        QTest::addColumn<QString>("interval");
        for (const char* interval : {"log", "log-log", "plain"})
            QTest::newRow(interval) << QString::fromLatin1(interval);
    }
    void agreesWithSurvfitForEveryInterval()
    {
        QFETCH(QString, interval);
        const CommandLine shell;
        const Ended all = shell.run({u"analyse"_s, u"survival"_s, u"--csv"_s, telcoFile(shell), u"--time"_s, u"tenure"_s, u"--event"_s,
            u"churn"_s, u"--interval"_s, interval, u"--json"_s});
        QCOMPARE(all.code, 0);
        QCOMPARE(all.err, QByteArray());
        const QJsonArray groups = all.json()["groups"_L1].toArray();
        QCOMPARE(groups.size(), 1);
        QVERIFY(groups[0]["group"_L1].isNull());
        QVERIFY(all.json()["logRank"_L1].isNull());
        compareCurve(groups[0].toObject(), reference("telco")["km_all"_L1].toObject(), interval, 0);
    }

    void takesLogWithoutBeingTold()
    {
        const CommandLine shell;
        const QStringList words {u"analyse"_s, u"survival"_s, u"--csv"_s, dataFile(u"rossi.csv"_s), u"--time"_s, u"week"_s, u"--event"_s,
            u"arrest"_s, u"--json"_s};
        QCOMPARE(shell.run(words).out, shell.run(words + QStringList {u"--interval"_s, u"log"_s, u"--level"_s, u"0.95"_s}).out);
    }

    void agreesWithSurvdiffByGroup()
    {
        const CommandLine shell;
        const Ended ended = shell.run({u"analyse"_s, u"survival"_s, u"--csv"_s, telcoFile(shell), u"--time"_s, u"tenure"_s, u"--event"_s,
            u"churn"_s, u"--by"_s, u"contract"_s, u"--json"_s});
        QCOMPARE(ended.code, 0);
        const QJsonObject telco = reference("telco");
        const QJsonArray groups = ended.json()["groups"_L1].toArray();
        QCOMPARE(groups.size(), 3);
        const QJsonObject km = telco["km_by_contract"_L1].toObject();
        const QStringList names {u"Month-to-month"_s, u"One year"_s, u"Two year"_s};
        for (qsizetype i = 0; i < 3; ++i) {
            QCOMPARE(groups[i]["group"_L1].toString(), names.at(i));
            compareCurve(groups[i].toObject(), km, u"log"_s, i * km["times"_L1].toArray().size());
            compareSummary(groups[i].toObject(), km["table_with_restricted_mean"_L1][i].toObject(), 72);
        }
        compareTest(ended.json()["logRank"_L1].toObject(), telco["logrank_contract"_L1].toObject());
    }

    void agreesWithSurvdiffOnManyTies()
    {
        const Ended ended = CommandLine().run({u"analyse"_s, u"survival"_s, u"--csv"_s, dataFile(u"rossi.csv"_s), u"--time"_s, u"week"_s,
            u"--event"_s, u"arrest"_s, u"--by"_s, u"fin"_s, u"--json"_s});
        QCOMPARE(ended.code, 0);
        compareTest(ended.json()["logRank"_L1].toObject(), reference("rossi")["logrank_fin"_L1].toObject());
    }

    void agreesWithRUnderLeftTruncation()
    {
        const CommandLine shell;
        const Ended ended = shell.run({u"analyse"_s, u"survival"_s, u"--csv"_s, dataFile(u"multicenter_aids_cohort.tsv"_s), u"--time"_s,
            u"T"_s, u"--event"_s, u"D"_s, u"--entry"_s, u"W"_s, u"--json"_s});
        QCOMPARE(ended.code, 0);
        const QJsonArray curve = ended.json()["groups"_L1][0]["curve"_L1].toArray();
        const QJsonObject km = reference("aids_left_truncation")["km_delayed_entry"_L1].toObject();
        const QJsonArray times = km["time"_L1].toArray();
        QVERIFY(!times.isEmpty());
        for (qsizetype i = 0; i < times.size(); ++i) {
            const QJsonObject step = stepAt(curve, times[i].toDouble());
            QCOMPARE(difference("time", numberOf(step["time"_L1]), times[i]), QByteArray());
            QCOMPARE(step["atRisk"_L1].toInteger(), km["n_risk"_L1][i].toInteger());
            QCOMPARE(step["events"_L1].toInteger(), km["n_event"_L1][i].toInteger());
            QCOMPARE(difference("survival", numberOf(step["survival"_L1]), km["survival"_L1][i]), QByteArray());
            QCOMPARE(difference("error", numberOf(step["stdError"_L1]), km["std_err"_L1][i]), QByteArray());
        }
    }

    /// By hand: of two subjects one leaves at 1, S = 1/2; Greenwood's error is S sqrt(1 / (2 * 1)).
    void computesWhatAHandCan()
    {
        const CommandLine shell;
        const QString file = written(shell, u"two.csv"_s, "t;e\n1;Yes\n3;no\n");
        const Ended ended = shell.run({u"analyse"_s, u"survival"_s, u"--csv"_s, file, u"--time"_s, u"t"_s, u"--event"_s, u"e"_s, u"--interval"_s,
            u"plain"_s, u"--json"_s});
        QCOMPARE(ended.code, 0);
        const QJsonObject group = ended.json()["groups"_L1][0].toObject();
        const QJsonObject step = group["curve"_L1][0].toObject();
        QCOMPARE(step["survival"_L1].toDouble(), 0.5);
        QCOMPARE(step["atRisk"_L1].toInteger(), 2);
        QCOMPARE(step["events"_L1].toInteger(), 1);
        QCOMPARE(step["stdError"_L1].toDouble(), 0.5 * std::sqrt(0.5));
        QCOMPARE(group["restrictedMean"_L1]["value"_L1].toDouble(), 2.0); // 1 day whole, 2 days by half
        QCOMPARE(group["restrictedMean"_L1]["at"_L1].toDouble(), 3.0);
    }

    void ordersNumberedGroupsByNumber()
    {
        const CommandLine shell;
        const QString file = written(shell, u"g.csv"_s, "t,e,g\n1,1,10\n2,1,9\n3,1,2\n");
        const Ended ended = shell.run({u"analyse"_s, u"survival"_s, u"--csv"_s, file, u"--time"_s, u"t"_s, u"--event"_s, u"e"_s, u"--by"_s,
            u"g"_s, u"--json"_s});
        QStringList names;
        for (const QJsonValue& group : ended.json()["groups"_L1].toArray())
            names.append(group["group"_L1].toString());
        QCOMPARE(names, QStringList({u"2"_s, u"9"_s, u"10"_s}));
    }

    void everyTextOfAnEventMeansTheSame()
    {
        const CommandLine shell;
        QByteArray first;
        for (const auto& [yes, no] : {std::pair("1", "0"), std::pair("TRUE", "false"), std::pair("Yes", "NO")}) {
            const QString file = written(shell, u"e.csv"_s, QByteArray("t,e\n1,") + yes + "\n2," + no + "\n");
            const Ended ended = shell.run({u"analyse"_s, u"survival"_s, u"--csv"_s, file, u"--time"_s, u"t"_s, u"--event"_s, u"e"_s, u"--json"_s});
            QCOMPARE(ended.code, 0);
            if (first.isEmpty())
                first = ended.out;
            QCOMPARE(ended.out, first);
        }
    }

    void namesTheCellThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("a word for a time") << QByteArray("t,e\n1,1\nsoon,0\n") << QStringList {u"row 3"_s, u"column t"_s};
        QTest::newRow("no time") << QByteArray("t,e\n,1\n") << QStringList {u"row 2"_s, u"column t"_s};
        QTest::newRow("a time below zero") << QByteArray("t,e\n-1,1\n") << QStringList {u"row 2"_s, u"column t"_s};
        QTest::newRow("no number") << QByteArray("t,e\nnan,1\n") << QStringList {u"row 2"_s, u"column t"_s};
        QTest::newRow("no end") << QByteArray("t,e\ninf,1\n") << QStringList {u"row 2"_s, u"column t"_s};
        QTest::newRow("half an event") << QByteArray("t,e\n1,1\n2,0.5\n") << QStringList {u"row 3"_s, u"column e"_s};
        QTest::newRow("no such column") << QByteArray("t,f\n1,1\n") << QStringList {u"column e"_s};
        QTest::newRow("no rows and no header") << QByteArray() << QStringList();
    }
    void namesTheCellThatIsWrong()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QStringList, names);
        const CommandLine shell;
        const QString file = written(shell, u"bad.csv"_s, csv);
        const Ended ended = shell.run({u"analyse"_s, u"survival"_s, u"--csv"_s, file, u"--time"_s, u"t"_s, u"--event"_s, u"e"_s, u"--json"_s});
        QCOMPARE(ended.code, 3);
        QCOMPARE(ended.out, QByteArray());
        QCOMPARE(ended.error()["kind"_L1].toString(), u"bad-input"_s);
        for (const QString& name : names)
            QVERIFY2(ended.error()["message"_L1].toString().contains(name), ended.err.constData());
    }

    void anEntryComesBeforeItsTime()
    {
        const CommandLine shell;
        const QString file = written(shell, u"bad.csv"_s, "t,e,w\n2,1,1\n2,1,2\n");
        const Ended ended = shell.run({u"analyse"_s, u"survival"_s, u"--csv"_s, file, u"--time"_s, u"t"_s, u"--event"_s, u"e"_s, u"--entry"_s, u"w"_s});
        QCOMPARE(ended.code, 3);
        QVERIFY(ended.err.contains("row 3, column w"));
    }

    void nobodyIsAnAnswer()
    {
        const CommandLine shell;
        const QString file = written(shell, u"none.csv"_s, "t,e\n");
        const Ended ended = shell.run({u"analyse"_s, u"survival"_s, u"--csv"_s, file, u"--time"_s, u"t"_s, u"--event"_s, u"e"_s, u"--json"_s});
        QCOMPARE(ended.code, 0);
        const QJsonObject group = ended.json()["groups"_L1][0].toObject();
        QCOMPARE(group["n"_L1].toInteger(-1), 0);
        QVERIFY(group["curve"_L1].toArray().isEmpty());
        QVERIFY(group["restrictedMean"_L1].isNull());
    }

    void aFileThatIsNotThereIsBadInput()
    {
        const Ended ended = CommandLine().run({u"analyse"_s, u"survival"_s, u"--csv"_s, u"none.csv"_s, u"--time"_s, u"t"_s, u"--event"_s, u"e"_s});
        QCOMPARE(ended.code, 3);
    }
};

QTEST_GUILESS_MAIN(tst_SurvivalCommand)
#include "tst_survivalcommand.moc"
