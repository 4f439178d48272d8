// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QByteArray dataBytes(const QString& name)
{
    QFile file(QStringLiteral(LYCEUM_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(name));
    return file.readAll();
}

QString written(const CommandLine& shell, const QByteArray& bytes)
{
    QFile file(shell.path(u"input.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0)
        qFatal("the input cannot be written");
    return file.fileName();
}

bool isNear(double actual, double expected, double relative = 1e-6)
{
    return std::abs(actual - expected) <= relative * std::abs(expected);
}

} // namespace

/// `analyse markov` and `analyse churn`: how files become sequences and samples, and what the answer's keys hold.
class tst_RiskCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsStatesAsTheReference()
    {
        // Months from newest to oldest: the order of rows must not matter.
        QByteArray csv("member,month,state\n");
        int member = 0;
        for (const QByteArray& line : dataBytes(u"markov/cdnow-states.txt"_s).trimmed().split('\n')) {
            ++member;
            for (qsizetype month = line.size() - 1; month >= 0; --month)
                csv += QByteArray::number(member) + ',' + QByteArray::number(month) + ",s" + line.at(month) + '\n';
        }
        const QJsonObject reference = QJsonDocument::fromJson(dataBytes(u"markov/reference.json"_s)).object();
        const CommandLine shell;
        const Ended ended = shell.run({u"analyse"_s, u"markov"_s, u"--csv"_s, written(shell, csv), u"--member"_s, u"member"_s, u"--time"_s,
            u"month"_s, u"--state"_s, u"state"_s, u"--order"_s, u"1"_s, u"--absorbing"_s, u"s3"_s, u"--active"_s, u"s0"_s, u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        const QJsonObject answer = ended.json();
        QCOMPARE(answer["members"_L1].toInteger(), 2357);
        QCOMPARE(answer["orders"_L1]["byBic"_L1].toInt(), 3);
        QVERIFY(isNear(answer["orders"_L1]["fits"_L1][2]["bic"_L1].toDouble(), reference["orders"_L1]["fits"_L1][2]["bic"_L1].toDouble()));
        QCOMPARE(answer["chain"_L1]["rows"_L1][0]["to"_L1][1]["count"_L1].toInt(), 4065);
        QVERIFY(isNear(answer["stationary"_L1]["states"_L1][0]["share"_L1]["value"_L1].toDouble(), reference["chain"_L1]["stationary"_L1][0].toDouble()));
        QVERIFY(isNear(answer["absorption"_L1]["from"_L1][0]["steps"_L1]["value"_L1].toDouble(),
            reference["chain"_L1]["expected_months_to_state3_from_0_1_2"_L1][0].toDouble()));
        for (const QJsonValue& from : answer["forecast"_L1]["from"_L1].toArray()) {
            if (from["from"_L1][0].toString() != "s0"_L1)
                continue;
            QVERIFY(isNear(from["steps"_L1][11]["shares"_L1][0]["share"_L1]["value"_L1].toDouble(),
                reference["chain"_L1]["power12_from_state0"_L1][0].toDouble()));
            QVERIFY(from["absorbedBy"_L1][11]["share"_L1]["value"_L1].toDouble() > 0.9);
        }
        QCOMPARE(answer["baselines"_L1].toArray().size(), 4);
        QCOMPARE(answer["baselines"_L1][2]["afterOther"_L1].toDouble(), 0.8);
    }

    void endsASequenceWhereAStepIsMissing()
    {
        const CommandLine shell;
        const QString file = written(shell,
            "who,day,state\na,2026-01-01,x\na,2026-02-01,y\na,2026-03-01,x\na,2026-05-01,y\nb,2026-01-01,y\nb,2026-02-01,x\nb,2026-03-01,y\n");
        const Ended ended = shell.run({u"analyse"_s, u"markov"_s, u"--csv"_s, file, u"--member"_s, u"who"_s, u"--time"_s, u"day"_s, u"--state"_s,
            u"state"_s, u"--max-order"_s, u"1"_s, u"--order"_s, u"1"_s, u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        QCOMPARE(ended.json()["n"_L1].toInt(), 4); // February's 28 days and January's 31 are one step each, March to May are two
        QCOMPARE(ended.json()["gaps"_L1].toInt(), 1);
        QCOMPARE(ended.json()["forecast"_L1]["members"_L1].toInt(), 2);
    }

    void countsMonths()
    {
        const CommandLine shell;
        const QStringList words {u"analyse"_s, u"markov"_s, u"--member"_s, u"who"_s, u"--time"_s, u"month"_s, u"--state"_s, u"state"_s, u"--order"_s,
            u"1"_s, u"--json"_s, u"--csv"_s};
        const Ended ended = shell.run(words + QStringList {written(shell, "who,month,state\na,2025-11,x\na,2025-12,y\na,2026-01,x\na,2026-03,y\n")});
        QVERIFY2(ended.code == 0, ended.err.constData());
        QCOMPARE(ended.json()["n"_L1].toInt(), 2);
        QCOMPARE(ended.json()["gaps"_L1].toInt(), 1);
        const Ended wrong = shell.run(words + QStringList {written(shell, "who,month,state\na,2025-11,x\na,2025-13,y\n")});
        QCOMPARE(wrong.code, 3);
        QVERIFY(wrong.error()["message"_L1].toString().contains("row 3"_L1));
    }

    void judgesARiskAsTheReference()
    {
        const CommandLine shell;
        const QStringList words {u"analyse"_s, u"churn"_s, u"--csv"_s, written(shell, dataBytes(u"churn/telco.csv"_s)), u"--outcome"_s, u"churn"_s,
            u"--features"_s, u"tenure,monthlyCharges,senior,oneYear,twoYear,paperless,fiber"_s, u"--ridge"_s, u"0"_s, u"--calibration"_s, u"none"_s};
        const QJsonObject reference = QJsonDocument::fromJson(dataBytes(u"churn/reference.json"_s)).object();
        const Ended ended = shell.run(words + QStringList {u"--show"_s, u"2"_s, u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        const QJsonObject answer = ended.json();
        QCOMPARE(answer["n"_L1].toInt(), 7032);
        QVERIFY(isNear(answer["intercept"_L1]["value"_L1].toDouble(), reference["glm_coef"_L1][0].toDouble()));
        for (int i = 0; i < 7; ++i)
            QVERIFY(isNear(answer["coefficients"_L1][i]["coefficient"_L1]["value"_L1].toDouble(), reference["glm_coef"_L1][i + 1].toDouble()));
        // Other folds than the reference's, of the same data.
        QVERIFY(std::abs(answer["validation"_L1]["auc"_L1]["value"_L1].toDouble() - reference["fold_auc"_L1][0].toDouble()) < 0.003);
        QVERIFY(std::abs(answer["validation"_L1]["brier"_L1]["value"_L1].toDouble() - reference["fold_brier"_L1][0].toDouble()) < 0.001);
        QCOMPARE(answer["members"_L1].toArray().size(), 2);
        const QJsonObject first = answer["members"_L1][0].toObject();
        double sum = first["base"_L1].toDouble();
        for (const QJsonValue& reason : first["reasons"_L1].toArray())
            sum += reason["logOdds"_L1].toDouble();
        QVERIFY(isNear(sum, first["logOdds"_L1].toDouble(), 1e-12));
        QVERIFY(isNear(first["risk"_L1].toDouble(), 1 / (1 + std::exp(-sum)), 1e-12));
        QCOMPARE(shell.run(words + QStringList {u"--show"_s, u"2"_s, u"--json"_s}).out, ended.out);
        QVERIFY(shell.run(words + QStringList {u"--seed"_s, u"2"_s, u"--json"_s}).json()["validation"_L1] != answer["validation"_L1]);
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("names");
        const QStringList markov {u"markov"_s, u"--member"_s, u"m"_s, u"--time"_s, u"t"_s, u"--state"_s, u"s"_s};
        const QStringList churn {u"churn"_s, u"--outcome"_s, u"y"_s, u"--features"_s, u"x"_s, u"--calibration"_s, u"none"_s};
        const QStringList plain = churn + QStringList {u"--ridge"_s, u"0"_s};
        QTest::newRow("no state column") << markov << QByteArray("m,t\na,1\n") << 3 << QStringList {u"column s"_s};
        QTest::newRow("no time") << markov << QByteArray("m,t,s\na,1,x\na,,y\n") << 3 << QStringList {u"row 3"_s, u"column t"_s};
        QTest::newRow("one time twice") << markov << QByteArray("m,t,s\na,1,x\nb,1,x\na,1,y\n") << 3 << QStringList {u"row 4"_s, u"column t"_s};
        QTest::newRow("an empty state") << markov << QByteArray("m,t,s\na,1,x\na,2,\n") << 3 << QStringList {u"row 3"_s, u"column s"_s};
        QTest::newRow("no rows") << markov << QByteArray("m,t,s\n") << 3 << QStringList {u"column s"_s};
        QTest::newRow("no such state") << markov + QStringList {u"--absorbing"_s, u"z"_s} << QByteArray("m,t,s\na,1,x\na,2,y\n") << 3
                                       << QStringList {u"column s"_s, u"--absorbing"_s};
        QTest::newRow("never come to") << markov + QStringList {u"--absorbing"_s, u"y"_s} << QByteArray("m,t,s\na,1,y\na,2,x\na,3,x\n") << 3
                                       << QStringList {u"--absorbing"_s};
        QTest::newRow("too long a memory") << markov + QStringList {u"--max-order"_s, u"5"_s} << QByteArray("m,t,s\na,1,y\n") << 2 << QStringList();
        QTest::newRow("half an outcome") << churn << QByteArray("x,y\n1,0.5\n") << 3 << QStringList {u"row 2"_s, u"column y"_s};
        QTest::newRow("no number") << churn << QByteArray("x,y\n1,1\nmany,0\n") << 3 << QStringList {u"row 3"_s, u"column x"_s};
        QTest::newRow("everybody left") << churn << QByteArray("x,y\n1,1\n2,1\n3,1\n4,1\n5,1\n") << 3 << QStringList {u"column y"_s};
        QTest::newRow("separated") << plain << QByteArray("x,y\n1,0\n2,0\n3,0\n4,1\n5,1\n6,1\n") << 3 << QStringList {u"column x"_s};
        QTest::newRow("too few rows") << churn << QByteArray("x,y\n1,0\n2,1\n3,0\n") << 3 << QStringList {u"column y"_s};
        QTest::newRow("one time") << churn + QStringList {u"--time"_s, u"x"_s} << QByteArray("x,y\n1,0\n1,1\n1,0\n") << 3 << QStringList {u"column x"_s};
        QTest::newRow("the outcome as a feature") << QStringList {u"churn"_s, u"--outcome"_s, u"y"_s, u"--features"_s, u"y"_s} << QByteArray("x,y\n1,0\n") << 2
                                                  << QStringList();
        QTest::newRow("both penalties") << plain + QStringList {u"--firth"_s} << QByteArray("x,y\n1,0\n") << 2 << QStringList();
        QTest::newRow("time and folds") << churn + QStringList {u"--time"_s, u"x"_s, u"--folds"_s, u"3"_s} << QByteArray("x,y\n1,0\n") << 2 << QStringList();
    }
    void namesWhatIsWrong()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, csv);
        QFETCH(int, code);
        QFETCH(QStringList, names);
        const CommandLine shell;
        const Ended ended = shell.run(QStringList {u"analyse"_s} + words + QStringList {u"--csv"_s, written(shell, csv), u"--json"_s});
        QVERIFY2(ended.code == code, ended.err.constData());
        QCOMPARE(ended.out, QByteArray());
        for (const QString& name : names)
            QVERIFY2(ended.error()["message"_L1].toString().contains(name), ended.err.constData());
    }

    /// As text every topic says something, and the text of a table has the names of its states.
    void speaksInText()
    {
        const CommandLine shell;
        const Ended text = shell.run({u"analyse"_s, u"markov"_s, u"--csv"_s,
            written(shell, "m,t,s\na,1,loud\na,2,still\na,3,loud\nb,1,still\nb,2,loud\nb,3,loud\n"), u"--member"_s, u"m"_s, u"--time"_s, u"t"_s,
            u"--state"_s, u"s"_s, u"--active"_s, u"loud"_s});
        QVERIFY2(text.code == 0, text.err.constData());
        QVERIFY(text.out.contains("loud\tstill") && text.out.contains("geometric"));
    }
};

QTEST_GUILESS_MAIN(tst_RiskCommands)
#include "tst_riskcommands.moc"
