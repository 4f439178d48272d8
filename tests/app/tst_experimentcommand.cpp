// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString& name)
{
    QFile file(QStringLiteral(LYCEUM_TEST_DATA "/experiment/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

QJsonObject reference()
{
    return QJsonDocument::fromJson(bytesOf(u"abtest.json"_s)).object();
}

QString written(const CommandLine& shell, const QByteArray& bytes)
{
    QFile file(shell.path(u"rows.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's file");
    return file.fileName();
}

/// One row a member, those of the variants taking turns as they would come.
QByteArray rowsOf(int eventsA, int totalA, int eventsB, int totalB)
{
    QByteArray rows = "variant,outcome\n";
    for (int i = 0; i < std::max(totalA, totalB); ++i) {
        const auto happens = [i](int events, int total) { return (i + 1) * events / total > i * events / total; };
        if (i < totalA)
            rows += happens(eventsA, totalA) ? "A,yes\n" : "A,no\n";
        if (i < totalB)
            rows += happens(eventsB, totalB) ? "B,yes\n" : "B,no\n";
    }
    return rows;
}

Ended analyse(const CommandLine& shell, const QByteArray& rows, const QStringList& more = {})
{
    return shell.run(QStringList {u"analyse"_s, u"experiment"_s, u"--csv"_s, written(shell, rows), u"--variant"_s, u"variant"_s,
                         u"--outcome"_s, u"outcome"_s, u"--json"_s}
        + more);
}

bool isSame(const QJsonValue& actual, const QJsonValue& expected)
{
    return actual.isDouble() && expected.isDouble()
        && std::abs(actual.toDouble() - expected.toDouble()) <= 1e-9 * std::abs(expected.toDouble());
}

QString verdictIn(const Ended& ended)
{
    return ended.json()["comparisons"_L1][0]["verdict"_L1]["kind"_L1].toString();
}

} // namespace

/// `analyse experiment`: the columns find their methods, and the verdict waits its turn.
class tst_ExperimentCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comparesSharesAsRDoes()
    {
        const CommandLine shell;
        const Ended ended = analyse(shell, rowsOf(18, 120, 31, 115), {u"--size"_s, u"235"_s});
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.err, QByteArray());
        const QJsonObject json = ended.json();
        const QJsonObject expected = reference()["two_proportions"_L1][1].toObject();
        QCOMPARE(json["n"_L1].toInteger(), 235);
        QCOMPARE(json["control"_L1].toString(), u"A"_s);
        QCOMPARE(json["variants"_L1][1]["events"_L1].toInteger(), 31);
        QVERIFY(isSame(json["variants"_L1][1]["probabilityBest"_L1], expected["bayes_uniform_prior"_L1]["P_B_better"_L1]));
        QVERIFY(isSame(json["variants"_L1][0]["share"_L1]["low"_L1], expected["wilson_A"_L1][0]));
        const QJsonObject comparison = json["comparisons"_L1][0].toObject();
        QCOMPARE(comparison["method"_L1].toString(), u"chi-square"_s);
        QVERIFY(isSame(comparison["p"_L1], expected["p_chisq"_L1]));
        QVERIFY(isSame(comparison["difference"_L1]["low"_L1], expected["ci95_newcombe"_L1][0]));
        QVERIFY(isSame(comparison["shares"_L1]["corrected"_L1]["p"_L1], expected["p_yates"_L1]));
        QVERIFY(isSame(comparison["shares"_L1]["oddsRatio"_L1]["high"_L1], expected["odds_ratio_ci95_log_wald"_L1][1]));
        QVERIFY(isSame(comparison["fisher"_L1]["p"_L1], expected["fisher_p_two_sided"_L1]));
        QCOMPARE(verdictIn(ended), u"higher"_s);
        QVERIFY(comparison["stratified"_L1].isNull() && comparison["sequential"_L1].isNull());
    }

    void theVerdictWaitsItsTurn_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("no size") << QStringList() << u"not-planned"_s;
        QTest::newRow("too early") << QStringList {u"--size"_s, u"400"_s} << u"too-early"_s;
        QTest::newRow("not of the planned sizes") << QStringList {u"--size"_s, u"235"_s, u"--planned"_s, u"A:0.8,B:0.2"_s} << u"sample-ratio-mismatch"_s;
        QTest::newRow("a planned variant nobody saw")
            << QStringList {u"--size"_s, u"235"_s, u"--planned"_s, u"A:1,B:1,C:1"_s} << u"sample-ratio-mismatch"_s;
        QTest::newRow("any time, not decided") << QStringList {u"--sequential"_s, u"msprt"_s, u"--effect"_s, u"0.1"_s} << u"go-on"_s;
        QTest::newRow("all looks done") << QStringList {u"--sequential"_s, u"pocock"_s, u"--level"_s, u"0.999"_s} << u"not-shown"_s;
        QTest::newRow("looks to come")
            << QStringList {u"--sequential"_s, u"obrien-fleming"_s, u"--size"_s, u"400"_s, u"--looks"_s, u"4"_s} << u"go-on"_s;
        QTest::newRow("the other way round") << QStringList {u"--size"_s, u"235"_s, u"--control"_s, u"B"_s} << u"lower"_s;
    }
    void theVerdictWaitsItsTurn()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, verdict);
        const CommandLine shell;
        const Ended ended = analyse(shell, rowsOf(18, 120, 31, 115), options);
        QCOMPARE(ended.code, 0);
        QCOMPARE(verdictIn(ended), verdict);
        const bool isMismatch = verdict == "sample-ratio-mismatch"_L1;
        QCOMPARE(ended.json()["sampleRatio"_L1]["mismatch"_L1].toBool(), isMismatch);
        QCOMPARE(ended.json()["warnings"_L1].toArray().contains(u"sample-ratio-mismatch"_s), isMismatch);
    }

    void stopsAtTheFirstLookBeyondItsBound()
    {
        const CommandLine shell;
        const Ended ended
            = analyse(shell, rowsOf(100, 1000, 200, 1000), {u"--sequential"_s, u"obrien-fleming"_s, u"--looks"_s, u"5"_s});
        const QJsonObject comparison = ended.json()["comparisons"_L1][0].toObject();
        const QJsonArray looks = comparison["sequential"_L1]["looks"_L1].toArray();
        QVERIFY(looks.size() > 1 && looks.size() < 5);
        for (qsizetype i = 0; i < looks.size(); ++i) {
            QCOMPARE(looks[i]["n"_L1].toInteger(), 400 * (i + 1));
            QCOMPARE(looks[i]["stopped"_L1].toBool(), i == looks.size() - 1);
            QVERIFY(std::abs(looks[i]["bound"_L1].toDouble() - 2.0400732 * std::sqrt(5.0 / double(i + 1))) < 1e-6);
        }
        QVERIFY(comparison["p"_L1].isNull());
        QCOMPARE(verdictIn(ended), u"higher"_s);
        const Ended always = analyse(shell, rowsOf(100, 1000, 200, 1000), {u"--sequential"_s, u"msprt"_s, u"--effect"_s, u"0.05"_s});
        QVERIFY(always.json()["comparisons"_L1][0]["p"_L1].toDouble() < 0.001);
        QCOMPARE(verdictIn(always), u"higher"_s);
    }

    void takesOutWhatWasThereBefore()
    {
        const QJsonObject data = reference()["continuous"_L1].toObject();
        QByteArray rows = "variant,outcome,before\n";
        for (const auto& [name, outcome, before] : {std::tuple("a", "a"_L1, "pre_a"_L1), std::tuple("b", "b"_L1, "pre_b"_L1)}) {
            const QJsonArray values = data[outcome].toArray();
            const QJsonArray earlier = data["cuped"_L1][before].toArray();
            for (qsizetype i = 0; i < values.size(); ++i)
                rows += QByteArray(name) + ',' + QByteArray::number(values[i].toDouble(), 'g', 17) + ','
                    + QByteArray::number(earlier[i].toDouble(), 'g', 17) + '\n';
        }
        const CommandLine shell;
        const Ended ended = analyse(shell, rows, {u"--value"_s, u"numeric"_s, u"--before"_s, u"before"_s, u"--size"_s, u"700"_s});
        QCOMPARE(ended.code, 0);
        const QJsonObject comparison = ended.json()["comparisons"_L1][0].toObject();
        QCOMPARE(comparison["method"_L1].toString(), u"cuped"_s);
        QVERIFY(isSame(comparison["p"_L1], data["cuped"_L1]["p"_L1]));
        QVERIFY(isSame(comparison["cuped"_L1]["theta"_L1], data["cuped"_L1]["theta_pooled"_L1]));
        QVERIFY(isSame(comparison["welch"_L1]["t"_L1], data["welch"_L1]["t"_L1]));
        QVERIFY(isSame(comparison["mannWhitney"_L1]["w"_L1], data["mann_whitney"_L1]["W"_L1]));
        QCOMPARE(verdictIn(ended), u"not-shown"_s);
    }

    void comparesWithinStrata()
    {
        QByteArray rows = "variant,outcome,department\n";
        for (const QByteArray& line : bytesOf(u"ucb_admissions.csv"_s).replace('"', "").trimmed().split('\n').mid(1)) {
            const QByteArrayList cells = line.trimmed().split(',');
            for (int i = 0; i < cells.at(3).toInt(); ++i)
                rows += cells.at(1) + ',' + (cells.at(0) == "Admitted" ? '1' : '0') + ',' + cells.at(2) + '\n';
        }
        const CommandLine shell;
        const Ended ended = analyse(shell, rows, {u"--stratum"_s, u"department"_s, u"--planned"_s, u"Female:1835,Male:2691"_s});
        QCOMPARE(ended.code, 0);
        const QJsonObject comparison = ended.json()["comparisons"_L1][0].toObject();
        const QJsonObject expected = reference()["simpson_ucb"_L1]["mantel_haenszel"_L1].toObject();
        QCOMPARE(comparison["method"_L1].toString(), u"mantel-haenszel"_s);
        QVERIFY(isSame(comparison["stratified"_L1]["oddsRatio"_L1]["value"_L1], expected["common_odds_ratio_male_vs_female"_L1]));
        QVERIFY(isSame(comparison["p"_L1], expected["p"_L1]));
        QCOMPARE(comparison["stratified"_L1]["strata"_L1].toInteger(), 6);
    }

    void plansSizes()
    {
        const CommandLine shell;
        const QStringList words {u"analyse"_s, u"experiment"_s, u"--plan"_s, u"--effect"_s, u"0.01"_s, u"--baseline"_s, u"0.05"_s, u"--json"_s};
        const QJsonObject plain = shell.run(words).json();
        QCOMPARE(plain["perVariant"_L1].toInteger(), 8158); // R's power.prop.test
        QCOMPARE(plain["n"_L1].toInteger(), 16316);
        const QJsonObject pocock = shell.run(words + QStringList {u"--sequential"_s, u"pocock"_s, u"--looks"_s, u"2"_s}).json();
        QVERIFY(std::abs(pocock["inflation"_L1].toDouble() - 1.110) < 5.1e-4); // Jennison & Turnbull, table 2.2
        const Ended means = shell.run({u"analyse"_s, u"experiment"_s, u"--plan"_s, u"--effect"_s, u"0.5"_s, u"--deviation"_s, u"1"_s, u"--json"_s});
        QCOMPARE(means.json()["perVariant"_L1].toInteger(), 64);
    }

    void refusesWhatDoesNotFit_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const QByteArray good = "variant,outcome\na,1\nb,0\n";
        QTest::newRow("no such column") << QByteArray("variant,result\na,1\nb,0\n") << QStringList() << 3 << u"column outcome"_s;
        QTest::newRow("no flag") << QByteArray("variant,outcome\na,1\nb,2\n") << QStringList() << 3 << u"row 3, column outcome"_s;
        QTest::newRow("no number") << QByteArray("variant,outcome\na,1\nb,nan\n") << QStringList {u"--value"_s, u"numeric"_s} << 3 << u"row 3"_s;
        QTest::newRow("one variant") << QByteArray("variant,outcome\na,1\na,0\n") << QStringList() << 3 << u"column variant"_s;
        QTest::newRow("no rows") << QByteArray("variant,outcome\n") << QStringList {u"--planned"_s, u"a:1,b:1"_s} << 3 << u"column variant"_s;
        QTest::newRow("not planned") << good << QStringList {u"--planned"_s, u"a:1,c:1"_s} << 3 << u"column variant"_s;
        QTest::newRow("no such control") << good << QStringList {u"--control"_s, u"c"_s} << 3 << u"column variant"_s;
        QTest::newRow("one member a variant") << good << QStringList {u"--value"_s, u"numeric"_s} << 3 << u"column outcome"_s;
        QTest::newRow("all the same") << QByteArray("variant,outcome\na,1\nb,1\na,1\nb,1\n") << QStringList {u"--value"_s, u"numeric"_s} << 3
                                      << u"column outcome"_s;
        QTest::newRow("a plan that is none") << good << QStringList {u"--planned"_s, u"a,b"_s} << 2 << u"--planned"_s;
        QTest::newRow("a share of nought") << good << QStringList {u"--planned"_s, u"a:0,b:1"_s} << 2 << u"--planned"_s;
        QTest::newRow("strata of numbers") << good << QStringList {u"--value"_s, u"numeric"_s, u"--stratum"_s, u"variant"_s} << 2 << u"--stratum"_s;
        QTest::newRow("before a flag") << good << QStringList {u"--before"_s, u"outcome"_s} << 2 << u"--before"_s;
        QTest::newRow("msprt of numbers without an effect")
            << good << QStringList {u"--value"_s, u"numeric"_s, u"--sequential"_s, u"msprt"_s} << 2 << u"--effect"_s;
        QTest::newRow("data for a plan") << good << QStringList {u"--plan"_s, u"--effect"_s, u"1"_s, u"--deviation"_s, u"1"_s} << 2 << u"--plan"_s;
        QTest::newRow("power without a plan") << good << QStringList {u"--power"_s, u"0.9"_s} << 2 << u"--power"_s;
    }
    void refusesWhatDoesNotFit()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QStringList, options);
        QFETCH(int, code);
        QFETCH(QString, says);
        const CommandLine shell;
        const Ended ended = analyse(shell, rows, options);
        QCOMPARE(ended.code, code);
        QCOMPARE(ended.out, QByteArray());
        QVERIFY2(ended.error()["message"_L1].toString().contains(says), ended.err.constData());
    }

    void nobodyConvertingIsAnAnswer()
    {
        const CommandLine shell;
        const Ended ended = analyse(shell, rowsOf(0, 20, 0, 20), {u"--size"_s, u"40"_s});
        QCOMPARE(ended.code, 0);
        QCOMPARE(verdictIn(ended), u"not-shown"_s);
        QVERIFY(ended.json()["comparisons"_L1][0]["shares"_L1]["chiSquare"_L1].isNull());
        QCOMPARE(ended.json()["comparisons"_L1][0]["p"_L1].toDouble(), 1.0);
    }
};

QTEST_GUILESS_MAIN(tst_ExperimentCommand)
#include "tst_experimentcommand.moc"
