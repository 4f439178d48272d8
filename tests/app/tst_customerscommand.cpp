// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QString dataFile(const QString& name)
{
    return QStringLiteral(LYCEUM_TEST_DATA) + u"/customers/"_s + name;
}

QString written(const CommandLine& shell, const QByteArray& bytes)
{
    QFile file(shell.path(u"input.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's file");
    return file.fileName();
}

bool isNear(const QJsonValue& value, double expected, double relative)
{
    return value.isDouble() && std::abs(value.toDouble() - expected) <= relative * std::abs(expected);
}

const QStringList kCustomers {u"analyse"_s, u"customers"_s, u"--json"_s, u"--csv"_s};
const QStringList kPrivacy {u"analyse"_s, u"privacy"_s, u"--json"_s, u"--member"_s, u"m"_s, u"--group"_s, u"g"_s, u"--csv"_s};

} // namespace

/// `analyse customers` and `analyse privacy` as scripts call them.
class tst_CustomersCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Fader, Hardie & Lee (2005); Fader & Hardie (2013).
    void saysWhatThePapersSay()
    {
        const Ended ended = CommandLine().run(kCustomers + QStringList {dataFile(u"cdnow_customers_summary_with_transactions.csv"_s),
            u"--frequency"_s, u"x"_s, u"--recency"_s, u"t_x"_s, u"--age"_s, u"T"_s, u"--monetary"_s, u"zbar"_s, u"--horizon"_s, u"39"_s, u"--each"_s});
        QCOMPARE(ended.code, 0);
        const QJsonObject json = ended.json();
        QCOMPARE(json["model"_L1].toString(), u"bgnbd"_s);
        QCOMPARE(json["n"_L1].toInteger(), 2357);
        QVERIFY(isNear(json["logLikelihood"_L1], -9582.42556, 1e-8));
        QVERIFY(isNear(json["parameters"_L1]["r"_L1]["value"_L1], 0.243, 2e-3));
        QVERIFY(isNear(json["spend"_L1]["parameters"_L1]["p"_L1]["value"_L1], 6.25, 1e-3));
        QVERIFY(json["purchases"_L1]["low"_L1].toDouble() < json["purchases"_L1]["value"_L1].toDouble());
        QVERIFY(json["residualValue"_L1]["value"_L1].toDouble() > 0);
        QCOMPARE(json["customers"_L1].toArray().size(), 2357);
        QCOMPARE(json["customers"_L1][0]["row"_L1].toInteger(), 2);
        QVERIFY(isNear(json["customers"_L1][0]["purchases"_L1], 1.2259104726959817, 1e-3));
        QVERIFY(json["holdout"_L1].isNull());
    }

    void takesWeightsAndChances()
    {
        const Ended ended = CommandLine().run(kCustomers + QStringList {dataFile(u"donations.csv"_s), u"--model"_s, u"bgbb"_s, u"--frequency"_s,
            u"frequency"_s, u"--recency"_s, u"recency"_s, u"--age"_s, u"periods"_s, u"--weight"_s, u"weights"_s, u"--discount"_s, u"0.1"_s});
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.json()["n"_L1].toInteger(), 11104);
        QCOMPARE(ended.json()["horizon"_L1].toDouble(), 6.0);
        QVERIFY(isNear(ended.json()["parameters"_L1]["gamma"_L1]["value"_L1], 0.657, 1e-3));
        QVERIFY(ended.json()["lifetime"_L1]["value"_L1].toDouble() > ended.json()["discounted"_L1]["value"_L1].toDouble());
    }

    /// The same renewals as cohorts and as what was due.
    void countsRenewalsEitherWay()
    {
        const CommandLine shell;
        const QString cohorts = written(shell, "c,p,s\nb,1,60\na,0,1000\na,1,631\na,2,468\nb,0,100\n");
        const Ended byCohort = shell.run(kCustomers + QStringList {cohorts, u"--model"_s, u"sbg"_s, u"--cohort"_s, u"c"_s, u"--period"_s, u"p"_s,
            u"--survivors"_s, u"s"_s, u"--horizon"_s, u"3"_s});
        QCOMPARE(byCohort.code, 0);
        const QString due = written(shell, "p,due,renewed\n1,1000,631\n2,631,468\n1,100,60\n");
        const Ended byNumber = shell.run(kCustomers + QStringList {due, u"--model"_s, u"sbg"_s, u"--period"_s, u"p"_s, u"--due"_s, u"due"_s,
            u"--renewed"_s, u"renewed"_s, u"--horizon"_s, u"3"_s});
        QCOMPARE(byNumber.out, byCohort.out);
        const QJsonArray curve = byCohort.json()["curve"_L1].toArray();
        QCOMPARE(curve.size(), 4);
        QVERIFY(isNear(curve[1]["observed"_L1], 691.0 / 1100, 1e-12));
        QCOMPARE(curve[3]["extrapolated"_L1].toBool(), true);
        QVERIFY(byCohort.json()["warnings"_L1].toArray().contains(u"extrapolating"_s));
    }

    void namesTheCellThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("name");
        QTest::newRow("mixed units") << QByteArray("x,t,T\n0,0,2\n1,14,2\n") << u"row 3, column t"_s;
        QTest::newRow("a repeat without a time") << QByteArray("x,t,T\n2,0,5\n") << u"row 2, column t"_s;
        QTest::newRow("half a purchase") << QByteArray("x,t,T\n1.5,1,5\n") << u"row 2, column x"_s;
        QTest::newRow("no number") << QByteArray("x,t,T\n1,1,nan\n") << u"row 2, column T"_s;
        QTest::newRow("no such column") << QByteArray("x,t,age\n1,1,5\n") << u"column T"_s;
        QTest::newRow("nobody") << QByteArray("x,t,T\n") << u"--csv"_s;
        QTest::newRow("nobody came again") << QByteArray("x,t,T\n0,0,5\n0,0,6\n") << u"--csv"_s;
    }
    void namesTheCellThatIsWrong()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, name);
        const CommandLine shell;
        const Ended ended
            = shell.run(kCustomers + QStringList {written(shell, csv), u"--frequency"_s, u"x"_s, u"--recency"_s, u"t"_s, u"--age"_s, u"T"_s});
        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.error()["message"_L1].toString().contains(name), ended.err.constData());
    }

    void releasesCountsOfThePublicListAlone()
    {
        const CommandLine shell;
        QByteArray csv = "m,g\n";
        for (int i = 0; i < 500; ++i)
            csv += QByteArray::number(i) + (i < 400 ? ",Reader\n" : ",Secret\n");
        const QString file = written(shell, csv);
        const QStringList words = kPrivacy + QStringList {file, u"--groups"_s, u"Reader, Patron"_s};
        const Ended pure = shell.run(words + QStringList {u"--epsilon"_s, u"1"_s, u"--threshold"_s, u"50"_s});
        QCOMPARE(pure.code, 0);
        const QJsonArray groups = pure.json()["groups"_L1].toArray();
        QCOMPARE(groups.size(), 2); // nobody is a Patron, and still it is there
        QVERIFY(std::abs(groups[0]["count"_L1].toDouble() - 400) < 60); // further off less often than once in 10^26
        QVERIFY(groups[1]["count"_L1].isNull());
        QCOMPARE(pure.json()["halfWidth"_L1].toInteger(), 3);
        QCOMPARE(pure.json()["cost"_L1]["epsilon"_L1].toDouble(), 1.0);
        QCOMPARE(pure.json()["cost"_L1]["rho"_L1].toDouble(), 0.5);
        QVERIFY(pure.json()["n"_L1].isNull());
        QVERIFY(!pure.out.contains("Secret"));
        const Ended zcdp = shell.run(words + QStringList {u"--rho"_s, u"0.005"_s, u"--bound"_s, u"2"_s});
        QCOMPARE(zcdp.json()["method"_L1].toString(), u"discrete-gaussian"_s);
        QVERIFY(isNear(zcdp.json()["noiseStdError"_L1], std::sqrt(200.0), 1e-9));
        QVERIFY(isNear(zcdp.json()["cost"_L1]["epsilonAtDelta"_L1], 0.4299414688369493, 1e-6));
    }

    /// Whoever could choose the noise could take it off again.
    void takesNoSeedForPrivacy()
    {
        const CommandLine shell;
        const QStringList words = kPrivacy + QStringList {written(shell, "m,g\n1,a\n"), u"--groups"_s, u"a"_s};
        QCOMPARE(shell.run(words + QStringList {u"--epsilon"_s, u"1"_s, u"--seed"_s, u"1"_s}).code, 2);
        QCOMPARE(shell.run(words + QStringList {u"--epsilon"_s, u"1"_s, u"--test-seed"_s, u"1"_s}).code, 2);
        QCOMPARE(shell.run(words + QStringList {u"--epsilon"_s, u"1"_s, u"--rho"_s, u"1"_s}).code, 2);
        QCOMPARE(shell.run(words).code, 2);
    }
};

QTEST_GUILESS_MAIN(tst_CustomersCommand)
#include "tst_customerscommand.moc"
