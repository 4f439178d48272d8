// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QString dataFile(const QString& name)
{
    return QStringLiteral(LYCEUM_TEST_DATA) + u'/' + name;
}

QJsonObject reference(const QString& name)
{
    QFile file(dataFile(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return QJsonDocument::fromJson(file.readAll()).object();
}

QString written(const CommandLine& shell, const QByteArray& bytes)
{
    QFile file(shell.path(u"rows.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's file");
    return file.fileName();
}

bool agree(const QJsonValue& mine, const QJsonValue& r)
{
    return mine.isDouble() && r.isDouble() && std::abs(mine.toDouble() - r.toDouble()) <= 1e-7 * std::abs(r.toDouble());
}

QStringList cox(const QString& file, const QString& covariates)
{
    return {u"analyse"_s, u"cox"_s, u"--csv"_s, file, u"--time"_s, u"t"_s, u"--event"_s, u"e"_s, u"--covariates"_s, covariates};
}

QStringList competing(const QString& file)
{
    return {u"analyse"_s, u"competing-risks"_s, u"--csv"_s, file, u"--time"_s, u"months"_s, u"--cause"_s, u"cause"_s};
}

} // namespace

/// `analyse cox` and `analyse competing-risks`: what the command line adds to the mathematics, which has tests of its own.
class tst_CoxCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codesCategoriesAgainstABaselineAsRDoes()
    {
        const CommandLine shell;
        QFile telco(dataFile(u"survival/telco.csv"_s));
        QVERIFY(telco.open(QIODevice::ReadOnly));
        QByteArray kept; // R's answers are about the customers with a tenure above 0
        for (const QByteArray& line : telco.readAll().split('\n')) {
            if (!line.startsWith("0,"))
                kept += line + '\n';
        }
        const Ended ended = shell.run({u"analyse"_s, u"cox"_s, u"--csv"_s, written(shell, kept), u"--time"_s, u"tenure"_s, u"--event"_s,
            u"churn"_s, u"--covariates"_s, u"contract,gender,internet"_s, u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        const QJsonObject json = ended.json();
        const QJsonObject r = reference(u"cox/r-cox.json"_s)["telco"_L1].toObject();
        const QStringList categories {u"One year"_s, u"Two year"_s, u"Male"_s, u"Fiber optic"_s, u"No"_s};
        const QStringList baselines {u"Month-to-month"_s, u"Month-to-month"_s, u"Female"_s, u"DSL"_s, u"DSL"_s};
        const QJsonArray coefficients = json["coefficients"_L1].toArray();
        QCOMPARE(coefficients.size(), 5);
        for (qsizetype j = 0; j < 5; ++j) {
            QCOMPARE(coefficients[j]["category"_L1].toString(), categories.at(j));
            QCOMPARE(coefficients[j]["baseline"_L1].toString(), baselines.at(j));
            QVERIFY(agree(coefficients[j]["logHazardRatio"_L1]["value"_L1], r["efron"_L1]["coef"_L1][j]));
            QVERIFY(agree(coefficients[j]["logHazardRatio"_L1]["stdError"_L1], r["efron"_L1]["se"_L1][j]));
            QVERIFY(agree(coefficients[j]["hazardRatio"_L1]["low"_L1], r["efron"_L1]["low"_L1][j]));
        }
        QCOMPARE(json["n"_L1].toInteger(), 7032);
        QCOMPARE(json["events"_L1].toInteger(), 1869);
        QCOMPARE(json["ties"_L1].toString(), u"efron"_s);
        QVERIFY(agree(json["logLikelihood"_L1]["model"_L1], r["efron"_L1]["logLikelihood"_L1][1]));
        QVERIFY(agree(json["tests"_L1]["wald"_L1]["chiSquare"_L1], r["efron"_L1]["wald"_L1]));
        QVERIFY(agree(json["concordance"_L1]["value"_L1], r["efron"_L1]["concordance"_L1]));
        const QJsonObject check = json["proportionality"_L1].toObject();
        QCOMPARE(check["terms"_L1].toArray().size(), 3);
        QVERIFY(agree(check["terms"_L1][0]["chiSquare"_L1], r["zph"_L1]["chisq"_L1][0]));
        QVERIFY(agree(check["global"_L1]["chiSquare"_L1], r["zph"_L1]["chisq"_L1][3]));
        QVERIFY(json["warnings"_L1].toArray().contains(u"assumption-failed"_s)); // R's global p is 3e-32
        QCOMPARE(json["expected"_L1]["at"_L1][0]["value"_L1].toString(), u"Month-to-month"_s);
    }

    void takesStretchesStrataAndTies()
    {
        const CommandLine shell;
        const QStringList words {u"analyse"_s, u"cox"_s, u"--csv"_s, dataFile(u"cox/stanford_heart.csv"_s), u"--time"_s, u"stop"_s,
            u"--event"_s, u"event"_s, u"--entry"_s, u"start"_s, u"--json"_s, u"--covariates"_s};
        const QJsonObject r = reference(u"cox/r-cox.json"_s)["heart"_L1].toObject();
        const Ended breslow = shell.run(words + QStringList {u"age,year,surgery,transplant"_s, u"--ties"_s, u"breslow"_s});
        QVERIFY2(breslow.code == 0, breslow.err.constData());
        QVERIFY(agree(breslow.json()["coefficients"_L1][0]["logHazardRatio"_L1]["value"_L1], r["breslow"_L1]["coef"_L1][0]));
        const Ended strata = shell.run(words + QStringList {u"age,year"_s, u"--strata"_s, u"surgery"_s});
        QVERIFY2(strata.code == 0, strata.err.constData());
        QVERIFY(agree(strata.json()["coefficients"_L1][1]["logHazardRatio"_L1]["value"_L1], r["strata"_L1]["coef"_L1][1]));
        QCOMPARE(strata.json()["strata"_L1].toInteger(), 2);
        QCOMPARE(strata.json()["expected"_L1]["curves"_L1][1]["stratum"_L1].toString(), u"1"_s);
    }

    void namesTheColumnThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("covariates");
        QTest::addColumn<QString>("named");
        QTest::newRow("not there") << QByteArray("t,e,x\n1,1,0\n") << u"y"_s << u"column y"_s;
        QTest::newRow("constant") << QByteArray("t,e,x\n1,1,4\n2,1,4\n") << u"x"_s << u"column x"_s;
        QTest::newRow("one category") << QByteArray("t,e,x\n1,1,a\n2,1,a\n") << u"x"_s << u"column x"_s;
        QTest::newRow("an empty category") << QByteArray("t,e,x\n1,1,a\n2,1,\n") << u"x"_s << u"row 3, column x"_s;
        QTest::newRow("an empty number") << QByteArray("t,e,x\n1,1,4\n2,1,\n") << u"x"_s << u"row 3, column x"_s;
        QTest::newRow("no event") << QByteArray("t,e,x\n1,0,4\n2,0,5\n") << u"x"_s << u"column e"_s;
        QTest::newRow("separated") << QByteArray("t,e,x,y\n1,1,a,1\n2,1,a,2\n3,0,b,2\n4,0,b,1\n5,0,b,3\n6,1,a,1\n") << u"y,x"_s
                                   << u"column x = b"_s;
        QTest::newRow("twice the same") << QByteArray("t,e,x,y\n1,1,4,8\n2,1,1,2\n3,1,5,10\n4,1,2,4\n") << u"x,y"_s << u"column y"_s;
    }
    void namesTheColumnThatIsWrong()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, covariates);
        QFETCH(QString, named);
        const CommandLine shell;
        const Ended ended = shell.run(cox(written(shell, csv), covariates) + QStringList {u"--json"_s});
        QCOMPARE(ended.code, 3);
        QCOMPARE(ended.out, QByteArray());
        QVERIFY2(ended.error()["message"_L1].toString().contains(named), ended.err.constData());
    }

    void agreesWithSurvfitOfSeveralStates()
    {
        const CommandLine shell;
        const Ended ended = shell.run(competing(dataFile(u"competing/leaving.csv"_s))
            + QStringList {u"--censored"_s, u"stayed"_s, u"--entry"_s, u"entry"_s, u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        const QJsonObject r = reference(u"competing/r-competing.json"_s)["truncated"_L1].toObject();
        QCOMPARE(ended.json()["causes"_L1].toArray(), QJsonArray({u"choice"_s, u"payment"_s}));
        QCOMPARE(ended.json()["interval"_L1].toString(), u"log"_s);
        const QJsonArray curve = ended.json()["groups"_L1][0]["curve"_L1].toArray();
        QCOMPARE(curve.size(), r["time"_L1].toArray().size());
        for (qsizetype i = 0; i < curve.size(); ++i) {
            QVERIFY(agree(curve[i]["staying"_L1]["value"_L1], r["value"_L1][0][i]));
            QVERIFY(agree(curve[i]["causes"_L1][1]["incidence"_L1]["stdError"_L1], r["error"_L1][2][i]));
            QVERIFY(agree(curve[i]["causes"_L1][1]["incidence"_L1]["high"_L1], r["high"_L1][2][i]));
        }
        const Ended grouped = shell.run(competing(dataFile(u"competing/leaving.csv"_s))
            + QStringList {u"--censored"_s, u"stayed"_s, u"--by"_s, u"tier"_s});
        QCOMPARE(grouped.code, 0);
        for (const char* word : {"Circle", "Reader", "Studio", "choice\tpayment"})
            QVERIFY2(grouped.out.contains(word), word);
    }

    void emptyMeansStillThere()
    {
        const CommandLine shell;
        const Ended ended = shell.run(competing(written(shell, "months,cause\n1,payment\n2,\n3,choice\n")) + QStringList {u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        QCOMPARE(ended.json()["events"_L1].toInteger(), 2);
        QCOMPARE(ended.json()["warnings"_L1].toArray(), QJsonArray({u"too-few"_s}));
    }

    void namesTheCauseThatIsWrong()
    {
        const CommandLine shell;
        const QString file = written(shell, "months,cause\n1,payment\n2,stayed\n3,\n");
        const Ended unknown = shell.run(competing(file) + QStringList {u"--censored"_s, u"staid"_s});
        QCOMPARE(unknown.code, 3);
        QVERIFY(unknown.err.contains("column cause"));
        const Ended empty = shell.run(competing(file) + QStringList {u"--censored"_s, u"stayed"_s});
        QCOMPARE(empty.code, 3);
        QVERIFY(empty.err.contains("row 4, column cause"));
        const Ended nobody = shell.run(competing(written(shell, "months,cause\n1,\n")));
        QCOMPARE(nobody.code, 3);
        QVERIFY(nobody.err.contains("column cause"));
    }

    void comparesWithinStrataAndTellsHowSmallAProbabilityIs()
    {
        const CommandLine shell;
        const QStringList words {u"analyse"_s, u"survival"_s, u"--csv"_s, dataFile(u"survival/telco.csv"_s), u"--time"_s, u"tenure"_s,
            u"--event"_s, u"churn"_s, u"--strata"_s, u"internet"_s};
        const Ended alone = shell.run(words);
        QCOMPARE(alone.code, 2);
        QVERIFY(alone.err.contains("--by"));
        const Ended ended = shell.run(words + QStringList {u"--by"_s, u"contract"_s, u"--json"_s});
        QCOMPARE(ended.code, 0);
        // survdiff's answer; customers with a tenure of 0 had no event at risk, and change nothing.
        const QJsonObject r = reference(u"survival/r-survival.json"_s)["telco"_L1]["logrank_contract_stratified_by_internet"_L1].toObject();
        QVERIFY(agree(ended.json()["logRank"_L1]["chiSquare"_L1], r["chisq"_L1]));
        QVERIFY(agree(ended.json()["logRank"_L1]["log10P"_L1], r["log10_p"_L1]));
        QCOMPARE(ended.json()["strata"_L1].toString(), u"internet"_s);
        const Ended text = shell.run(words + QStringList {u"--by"_s, u"contract"_s});
        QVERIFY2(text.out.contains("p < 1e-300 (10 to the power of -376.284)"), text.out.right(400).constData());
    }
};

QTEST_GUILESS_MAIN(tst_CoxCommand)
#include "tst_coxcommand.moc"
