// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

const QString kKarate = QStringLiteral(LYCEUM_TEST_DATA) + u"/network/karate.csv"_s;

QStringList analysing(const QString& file, const QStringList& more = {})
{
    return QStringList {u"analyse"_s, u"network"_s, u"--csv"_s, file, u"--json"_s} + more;
}

QString written(const CommandLine& shell, const QByteArray& bytes)
{
    QFile file(shell.path(u"rows.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's file");
    return file.fileName();
}

} // namespace

class tst_NetworkCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIgraphSays()
    {
        QFile file(QStringLiteral(LYCEUM_TEST_DATA) + u"/network/igraph-network.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject expected = QJsonDocument::fromJson(file.readAll()).object()["karate"_L1].toObject();
        const Ended ended = CommandLine().run(
            analysing(kKarate, {u"--from"_s, u"source"_s, u"--to"_s, u"target"_s, u"--undirected"_s, u"--top"_s, u"34"_s}));
        QCOMPARE(ended.code, 0);
        const QJsonObject answer = ended.json();
        QCOMPARE(answer["n"_L1].toInteger(), expected["nodes"_L1].toInteger());
        QCOMPARE(answer["edges"_L1].toInteger(), expected["edges"_L1].toInteger());
        QCOMPARE(answer["paths"_L1]["diameter"_L1].toInteger(), expected["diameter"_L1].toInteger());
        QCOMPARE(answer["paths"_L1]["method"_L1].toString(), u"exact"_s);
        QVERIFY(answer["communities"_L1]["modularity"_L1].toDouble() > 0.4178);
        QCOMPARE(answer["warnings"_L1].toArray(), QJsonArray());
        const QJsonArray leaders = answer["leaders"_L1].toArray();
        QCOMPARE(leaders.size(), 34);
        QCOMPARE(leaders[0]["node"_L1].toString(), u"34"_s);
        const QJsonArray nodes = expected["per_node"_L1].toArray();
        for (const QJsonValue& leader : leaders) {
            const QJsonValue node = nodes.at(leader["node"_L1].toString().toInt() - 1);
            for (const auto key : {"pageRank"_L1, "closeness"_L1, "clustering"_L1, "eigenvector"_L1, "degree"_L1})
                QVERIFY2(std::abs(leader[key].toDouble(9) - node[QString(key).toLower()].toDouble()) < 1e-8, key.data());
            QVERIFY(std::abs(leader["betweenness"_L1]["value"_L1].toDouble(9) - node["betweenness"_L1].toDouble()) < 1e-6);
            QCOMPARE(leader["core"_L1], node["coreness"_L1]);
        }
    }

    void namesOfBothColumnsAreTheSamePeople()
    {
        const CommandLine shell;
        const QString file = written(shell, "who,whom,times\nBen,Ada,2\nAda,Ben,1\nCai,Ada,4\nCai,Cai,9\n");
        const QStringList options {u"--from"_s, u"who"_s, u"--to"_s, u"whom"_s, u"--weight"_s, u"times"_s};
        const Ended ended = shell.run(analysing(file, options + QStringList {u"--communities"_s, u"none"_s, u"--sample"_s, u"2"_s}));
        QCOMPARE(ended.code, 0);
        const QJsonObject answer = ended.json();
        QCOMPARE(answer["n"_L1].toInt(), 3);
        QCOMPARE(answer["edges"_L1].toInt(), 3);
        QCOMPARE(answer["selfLoops"_L1].toInt(), 1);
        QVERIFY(answer["communities"_L1].isNull());
        QCOMPARE(answer["paths"_L1]["method"_L1].toString(), u"sampled"_s);
        QCOMPARE(answer["paths"_L1]["sources"_L1].toInt(), 2);
        QCOMPARE(answer["warnings"_L1].toArray(), QJsonArray {u"approximate"_s});
        const QJsonValue leader = answer["leaders"_L1].toArray().at(0);
        QCOMPARE(leader["node"_L1].toString(), u"Ada"_s);
        QCOMPARE(leader["inStrength"_L1].toDouble(), 6.0);
        QVERIFY(leader["betweenness"_L1]["high"_L1].isDouble());
        const Ended text = shell.run({u"analyse"_s, u"network"_s, u"--csv"_s, file, u"--from"_s, u"who"_s, u"--to"_s, u"whom"_s});
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.contains("\nAda\t"));
    }

    void namesTheCellThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("a weight below 0") << QByteArray("who,whom,times\nA,B,1\nB,A,-1\n") << QByteArray("row 3");
        QTest::newRow("a weight that is too large") << QByteArray("who,whom,times\nA,B,1\nB,A,1e200\n") << QByteArray("row 3");
        QTest::newRow("nobody") << QByteArray("who,whom,times\nA,B,1\n,A,1\n") << QByteArray("row 3");
        QTest::newRow("nobody addressed") << QByteArray("who,whom,times\nA,,1\n") << QByteArray("row 2");
        QTest::newRow("no such column") << QByteArray("who,times\nA,1\n") << QByteArray("whom");
    }
    void namesTheCellThatIsWrong()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, named);
        const CommandLine shell;
        const Ended ended
            = shell.run(analysing(written(shell, bytes), {u"--from"_s, u"who"_s, u"--to"_s, u"whom"_s, u"--weight"_s, u"times"_s}));
        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.err.contains(named), ended.err.constData());
    }

    void anEmptyTableIsAnAnswer()
    {
        const CommandLine shell;
        const Ended ended = shell.run(analysing(written(shell, "who,whom\n"), {u"--from"_s, u"who"_s, u"--to"_s, u"whom"_s}));
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.json()["n"_L1].toInt(-1), 0);
        QVERIFY(ended.json()["density"_L1].isNull());
    }
};

QTEST_GUILESS_MAIN(tst_NetworkCommand)
#include "tst_networkcommand.moc"
