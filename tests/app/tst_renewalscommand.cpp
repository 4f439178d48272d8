// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

void write(const CommandLine& shell, const QString& name, const QByteArray& bytes)
{
    QFile file(shell.path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's file");
}

bool isNear(const QJsonValue& value, double expected, double tolerance = 1e-6)
{
    return value.isDouble() && std::abs(value.toDouble() - expected) <= tolerance;
}

const QStringList kRenewals {u"analyse"_s, u"renewals"_s, u"--csv"_s, u"a.csv"_s, u"--member"_s, u"who"_s, u"--start"_s, u"from"_s, u"--end"_s,
    u"to"_s, u"--json"_s};
const QStringList kTrials {u"analyse"_s, u"trials"_s, u"--csv"_s, u"a.csv"_s, u"--start"_s, u"start"_s, u"--end"_s, u"end"_s, u"--paid"_s, u"paid"_s,
    u"--cancelled"_s, u"off"_s, u"--json"_s};
const QStringList kCash {u"analyse"_s, u"cash"_s, u"--csv"_s, u"a.csv"_s, u"--at"_s, u"at"_s, u"--amount"_s, u"amount"_s, u"--covers-from"_s, u"from"_s,
    u"--covers-until"_s, u"until"_s, u"--as-of"_s, u"2026-04-30"_s, u"--json"_s};
const QStringList kResponse {u"analyse"_s, u"response"_s, u"--csv"_s, u"a.csv"_s, u"--id"_s, u"id"_s, u"--at"_s, u"at"_s, u"--author"_s, u"who"_s,
    u"--reply-to"_s, u"to"_s, u"--team"_s, u"team"_s, u"--automatic"_s, u"auto"_s, u"--json"_s};

const QByteArray kTrialRows = "start,end,paid,off\n"
                              "2026-03-01,2026-03-15,2026-03-15,0\n" // paid at its end
                              "2026-03-01,2026-03-15,,0\n" // ran out
                              "2026-03-02,2026-03-06,,yes\n" // cancelled
                              "2026-03-03,2026-03-17,2026-04-10,no\n" // paid late: 38 days after the start
                              "2026-02-10,2026-02-24,2026-03-05,0\n" // of the month before, paid in March
                              "2026-03-30,2026-04-13,2026-04-13,0\n" // still running at the end of March
                              "2026-06-01,,,0\n"; // later than what is known

/// Ada asks and Ben answers after an hour; Eva, of the team, answers Ben after three. Cem has his answer after half an hour, Fay hers after
/// two, Dan none. Eva announces something that nobody answers.
const QByteArray kMessages = "id,at,who,to,team,auto\n"
                             "1,2026-03-01T10:00:00Z,Ada,,0,0\n"
                             "2,2026-03-01T10:00:30Z,Bot,1,1,1\n"
                             "3,2026-03-01T10:10:00Z,Ada,1,0,0\n"
                             "5,2026-03-01T13:00:00Z,Eva,4,1,0\n" // a reply may stand before what it answers
                             "4,2026-03-01T11:00:00Z,Ben,1,0,0\n"
                             "6,2026-03-01T12:00:00Z,Cem,,0,0\n"
                             "7,2026-03-01T12:30:00Z,Ben,6,0,0\n"
                             "8,2026-03-02T10:00:00Z,Dan,,0,0\n"
                             "9,2026-03-01T12:00:00Z,Eva,,1,0\n"
                             "10,2026-03-02T00:00:00Z,Fay,,0,0\n"
                             "11,2026-03-02T02:00:00Z,Ben,10,0,0\n"
                             "12,2026-03-01T09:00:00Z,Bot,,1,1\n"; // nobody asked this

} // namespace

/// `analyse renewals`, `trials`, `cash` and `response`, held against what was computed by hand.
class tst_RenewalsCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void renewalsAreInTheRateWhenTheyAreDecided()
    {
        const CommandLine shell;
        write(shell, u"a.csv"_s,
            "who,from,to\n"
            "Ada,2026-01-01,2026-02-01\nAda,2026-02-08,2026-03-08\n" // on the last day of grace; then in grace herself
            "Ben,2026-01-01,2026-02-01\n" // lapsed
            "Cem,2026-01-01,2026-02-01\nCem,2026-02-09,2026-04-09\n" // came back a day late
            "Dan,2025-12-01,2026-12-01\nDan,2026-03-01,2027-03-01\n" // bought early: renewed, but not due
            "Eve,2026-05-01,2026-06-01\n"); // begins later
        const QJsonObject json = shell.run(kRenewals + QStringList {u"--as-of"_s, u"2026-03-12"_s}).json();
        QCOMPARE(json["n"_L1].toInt(), 7);
        QCOMPARE(json["members"_L1].toInt(), 4);
        QCOMPARE(json["later"_L1].toInt(), 1);
        QCOMPARE(json["graceDays"_L1].toInt(), 7);
        const QJsonValue all = json["all"_L1];
        QCOMPARE(all["rate"_L1]["kept"_L1].toInt(), 1);
        QCOMPARE(all["rate"_L1]["n"_L1].toInt(), 3);
        QVERIFY(isNear(all["rate"_L1]["value"_L1], 1.0 / 3, 1e-15));
        QVERIFY(isNear(all["rate"_L1]["low"_L1], 0.061492, 1e-6)); // Wilson's
        QVERIFY(isNear(all["rate"_L1]["high"_L1], 0.792340, 1e-6));
        QCOMPARE(all["inTerm"_L1].toInt(), 2);
        QCOMPARE(all["inGrace"_L1].toInt(), 1);
        QCOMPARE(json["byTerm"_L1].toArray().size(), 2);
        QCOMPARE(json["byTerm"_L1][0]["term"_L1].toInt(), 1);
        QCOMPARE(json["byTerm"_L1][0]["rate"_L1], all["rate"_L1]);
        QVERIFY(json["byTerm"_L1][1]["rate"_L1].isNull()); // none is decided: no rate, not 0
        QCOMPARE(json["states"_L1].toObject(), (QJsonObject {{u"inTerm"_s, 2}, {u"inGrace"_s, 1}, {u"renewed"_s, 2}, {u"lapsed"_s, 2}}));
        QCOMPARE(json["warnings"_L1].toArray(), QJsonArray {u"too-few"_s});
        // One day more of grace, and Cem was in time.
        const QStringList longer {u"--as-of"_s, u"2026-03-12"_s, u"--grace-days"_s, u"8"_s};
        QCOMPARE(shell.run(kRenewals + longer).json()["all"_L1]["rate"_L1]["kept"_L1].toInt(), 2);
    }

    /// Seven days that hold the night of 25 hours are seven days.
    void graceIsCountedInDaysOfTheCalendar()
    {
        const CommandLine shell;
        write(shell, u"a.csv"_s, "who,from,to\nAda,2026-09-20,2026-10-20\nAda,2026-10-27,2026-11-05\n");
        for (const QString& zone : {u"Europe/Berlin"_s, u"UTC"_s, u"America/New_York"_s}) {
            const QJsonObject json = shell.run(kRenewals + QStringList {u"--as-of"_s, u"2026-12-01"_s, u"--zone"_s, zone}).json();
            QCOMPARE(json["all"_L1]["rate"_L1]["kept"_L1].toInt(), 1);
            QCOMPARE(json["all"_L1]["rate"_L1]["n"_L1].toInt(), 2);
        }
    }

    void trialsAreCountedInThreeWays()
    {
        const CommandLine shell;
        write(shell, u"a.csv"_s, kTrialRows);
        const QStringList march = kTrials + QStringList {u"--from"_s, u"2026-03-01"_s, u"--until"_s, u"2026-03-31"_s, u"--as-of"_s, u"2026-04-25"_s};
        const QJsonObject json = shell.run(march + QStringList {u"--within-days"_s, u"40"_s}).json();
        QCOMPARE(json["n"_L1].toInt(), 6);
        QCOMPARE(json["later"_L1].toInt(), 1);
        QCOMPARE(json["until"_L1].toString(), u"2026-04-01T00:00:00Z"_s);
        const QJsonValue stripe = json["conversions"_L1][0];
        QCOMPARE(stripe["rules"_L1].toString(), u"stripe"_s);
        QCOMPARE(stripe["kept"_L1].toInt(), 1);
        QCOMPARE(stripe["n"_L1].toInt(), 4);
        QCOMPARE(stripe["undecided"_L1].toInt(), 1);
        QVERIFY(isNear(stripe["low"_L1], 0.045588, 2e-6)); // Wilson's of 1 in 4
        QVERIFY(isNear(stripe["high"_L1], 0.699358, 2e-6));
        const QJsonValue chartMogul = json["conversions"_L1][1];
        QCOMPARE(chartMogul["rules"_L1].toString(), u"chartmogul"_s);
        QCOMPARE(chartMogul["kept"_L1].toInt(), 2);
        QCOMPARE(chartMogul["n"_L1].toInt(), 4);
        QCOMPARE(chartMogul["undecided"_L1].toInt(), 1); // 26 days old: in neither, though it has paid
        const QJsonValue baremetrics = json["conversions"_L1][2];
        QCOMPARE(baremetrics["rules"_L1].toString(), u"baremetrics"_s);
        QCOMPARE(baremetrics["value"_L1].toDouble(), 0.4); // two payments, five starts
        QVERIFY(baremetrics["low"_L1].isNull());
        QVERIFY(baremetrics["undecided"_L1].isNull());
        QCOMPARE(shell.run(march).json()["conversions"_L1][1]["kept"_L1].toInt(), 1); // within 30 days

        const QJsonObject whole = shell.run(kTrials + QStringList {u"--as-of"_s, u"2026-04-25"_s}).json();
        QCOMPARE(whole["from"_L1].toString(), u"2026-02-10T00:00:00Z"_s);
        QCOMPARE(whole["conversions"_L1][0]["kept"_L1].toInt(), 4);
        QCOMPARE(whole["conversions"_L1][0]["n"_L1].toInt(), 6);
        const QJsonObject before = shell.run(kTrials + QStringList {u"--until"_s, u"2026-02-12"_s, u"--as-of"_s, u"2026-04-25"_s}).json();
        QVERIFY(before["conversions"_L1][0]["value"_L1].isNull()); // none had ended
        QCOMPARE(before["conversions"_L1][0]["n"_L1].toInt(-1), 0);
        QCOMPARE(shell.run(march + QStringList {u"--within-days"_s, u"0"_s}).code, 2);
        QCOMPARE(shell.run(march.mid(0, march.size() - 4) + QStringList {u"--until"_s, u"2026-02-28"_s, u"--as-of"_s, u"2026-04-25"_s}).code, 2);
        QCOMPARE(shell.run(kTrials + QStringList {u"--from"_s, u"March"_s, u"--as-of"_s, u"2026-04-25"_s}).code, 2);
    }

    void cashStandsBesideWhatWasEarned()
    {
        const CommandLine shell;
        write(shell, u"a.csv"_s,
            "at,amount,from,until,money\n"
            "2026-01-10,6000,2026-01-01,2026-03-02,USD\n" // 60 days at 100
            "2026-03-05,900,2026-02-01,2026-03-01,USD\n" // paid afterwards
            "2026-02-10,-500,,,USD\n"
            "2026-03-31T22:30:00Z,700,,,EUR\n"); // April in Berlin
        const QStringList words = kCash + QStringList {u"--currency"_s, u"money"_s};
        const QJsonObject json = shell.run(words).json();
        QCOMPARE(json["n"_L1].toInt(), 4);
        QCOMPARE(json["currencies"_L1][0]["currency"_L1].toString(), u"EUR"_s);
        QCOMPARE(json["currencies"_L1][0]["periods"_L1][2]["earned"_L1].toInt(), 700);
        QCOMPARE(json["currencies"_L1][1]["entries"_L1].toInt(), 3);
        const QJsonArray periods = json["currencies"_L1][1]["periods"_L1].toArray();
        const auto month = [](const QString& name, int received, int refunded, int earned, int deferred, int accrued) {
            return QJsonValue(QJsonObject {{u"period"_s, name}, {u"received"_s, received}, {u"refunded"_s, refunded}, {u"earned"_s, earned},
                {u"deferred"_s, deferred}, {u"accrued"_s, accrued}});
        };
        QCOMPARE(periods.size(), 4);
        QCOMPARE(periods[0], month(u"2026-01"_s, 6000, 0, 3100, 2900, 0));
        QCOMPARE(periods[1], month(u"2026-02"_s, 0, 500, 2800 + 900 - 500, 100, 900));
        QCOMPARE(periods[2], month(u"2026-03"_s, 900, 0, 100, 0, 0));
        QCOMPARE(periods[3], month(u"2026-04"_s, 0, 0, 0, 0, 0));
        const QJsonObject berlin = shell.run(words + QStringList {u"--zone"_s, u"Europe/Berlin"_s}).json();
        QCOMPARE(berlin["currencies"_L1][0]["periods"_L1][2]["received"_L1].toInt(), 0);
        QCOMPARE(berlin["currencies"_L1][0]["periods"_L1][3]["received"_L1].toInt(), 700);
        QCOMPARE(berlin["currencies"_L1][1]["periods"_L1].toArray(), periods); // dates are dates
    }

    void waitingForAnAnswerIsAsLongAsItIs()
    {
        const CommandLine shell;
        write(shell, u"a.csv"_s, kMessages);
        const QStringList words = kResponse + QStringList {u"--as-of"_s, u"2026-03-03T10:00:00Z"_s};
        const QJsonObject json = shell.run(words).json();
        QCOMPARE(json["n"_L1].toInt(), 5);
        QCOMPARE(json["answered"_L1].toInt(), 3);
        QCOMPARE(json["setAside"_L1].toInt(), 1); // the automatic one
        QCOMPARE(json["median"_L1]["value"_L1].toDouble(), 7200.0); // left at 0.8, 0.6, 0.4
        QVERIFY(json["median"_L1]["low"_L1].toDouble() <= 3600);
        const QJsonValue hour = json["within"_L1][0];
        QCOMPARE(hour["seconds"_L1].toInt(), 3600);
        QVERIFY(isNear(hour["share"_L1]["value"_L1], 0.4, 1e-15));
        QVERIFY(isNear(hour["share"_L1]["stdError"_L1], std::sqrt(0.048), 1e-12)); // Greenwood: 0.36 (1 / 20 + 1 / 12)
        QVERIFY(isNear(hour["share"_L1]["low"_L1], 0.118244, 1e-5));
        QVERIFY(isNear(hour["share"_L1]["high"_L1], 0.874270, 1e-5));
        QVERIFY(isNear(json["within"_L1][1]["share"_L1]["value"_L1], 0.6, 1e-15));
        QVERIFY(json["within"_L1][2]["share"_L1].isNull()); // nothing was watched for a week
        QCOMPARE(json["curve"_L1].toArray().size(), 5);
        QCOMPARE(json["curve"_L1][4]["time"_L1].toDouble(), 46.0 * 3600); // Eva's announcement still waits
        QCOMPARE(json["curve"_L1][4]["censored"_L1].toInt(), 1);

        const QJsonObject team = shell.run(words + QStringList {u"--responder"_s, u"team"_s}).json();
        QCOMPARE(team["n"_L1].toInt(), 4); // nor does the team wait for itself
        QCOMPARE(team["setAside"_L1].toInt(), 2);
        QCOMPARE(team["answered"_L1].toInt(), 1);
        QCOMPARE(team["curve"_L1][0]["time"_L1].toDouble(), 3 * 3600.0); // in the thread, not to the question itself
        QVERIFY(isNear(team["within"_L1][0]["share"_L1]["value"_L1], 0.0, 1e-15));
        QVERIFY(isNear(team["within"_L1][1]["share"_L1]["value"_L1], 0.25, 1e-15));
        QVERIFY(team["median"_L1]["value"_L1].isNull());

        QCOMPARE(shell.run(kResponse).json()["asOf"_L1].toString(), u"2026-03-02T10:00:00Z"_s); // the last row, not now
        QStringList without = words;
        without.remove(without.indexOf(u"--team"_s), 2);
        QCOMPARE(shell.run(without + QStringList {u"--responder"_s, u"team"_s}).code, 2);
    }

    void namesTheCellThatIsWrong_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("names");
        const QByteArray terms = "who,from,to\nA,2026-01-01,2026-02-01\n";
        QTest::newRow("a term without a length") << kRenewals << terms + "B,2026-01-01,2026-01-01\n" << u"row 3, column to"_s;
        QTest::newRow("a term without an end") << kRenewals << terms + "B,2026-01-01,\n" << u"row 3, column to"_s;
        QTest::newRow("a term of nobody") << kRenewals << terms + ",2026-01-01,2026-02-01\n" << u"row 3, column who"_s;
        QTest::newRow("no terms") << kRenewals << QByteArray("who,from,to\n") << u"a.csv"_s;
        QTest::newRow("no such column") << kRenewals << QByteArray("who,from\nA,2026-01-01\n") << u"column to"_s;
        const QByteArray trials = "start,end,paid,off\n";
        QTest::newRow("a trial ends first") << kTrials << trials + "2026-03-02,2026-03-01,,0\n" << u"row 2, column end"_s;
        QTest::newRow("paid before the trial") << kTrials << trials + "2026-03-02,2026-03-03,2026-03-01,0\n" << u"row 2, column paid"_s;
        QTest::newRow("cancelled and running") << kTrials << trials + "2026-03-02,,,1\n" << u"row 2, column end"_s;
        QTest::newRow("no flag") << kTrials << trials + "2026-03-02,,,perhaps\n" << u"row 2, column off"_s;
        QTest::newRow("no trial yet") << kTrials + QStringList {u"--as-of"_s, u"2020-01-01"_s} << kTrialRows << u"--as-of"_s;
        const QByteArray cash = "at,amount,from,until\n2026-01-10,100,,\n";
        QTest::newRow("cents of a cent") << kCash << cash + "2026-01-11,9.99,,\n" << u"row 3, column amount"_s;
        QTest::newRow("no time") << kCash << cash + ",9,,\n" << u"row 3, column at"_s;
        QTest::newRow("half a cover") << kCash << cash + "2026-01-11,9,2026-01-01,\n" << u"row 3, column until"_s;
        QTest::newRow("the other half") << kCash << cash + "2026-01-11,9,,2026-01-01\n" << u"row 3, column from"_s;
        QTest::newRow("a cover without a length") << kCash << cash + "2026-01-11,9,2026-01-01,2026-01-01\n" << u"row 3, column until"_s;
        QTest::newRow("a cover of a lifetime") << kCash << cash + "2026-01-11,9,2026-01-01,2126-01-01\n" << u"row 3, column until"_s;
        QTest::newRow("before any period was over") << kCash << QByteArray("at,amount,from,until\n2026-05-01,5,,\n") << u"--as-of"_s;
        const QByteArray messages = "id,at,who,to,team,auto\n1,2026-03-01T10:00:00Z,Ada,,0,0\n";
        QTest::newRow("an id twice") << kResponse << messages + "1,2026-03-01T11:00:00Z,Ben,1,0,0\n" << u"row 3, column id"_s;
        QTest::newRow("an answer to nothing") << kResponse << messages + "2,2026-03-01T11:00:00Z,Ben,7,0,0\n" << u"row 3, column to"_s;
        QTest::newRow("an answer to itself") << kResponse << messages + "2,2026-03-01T11:00:00Z,Ben,2,0,0\n" << u"row 3, column to"_s;
        QTest::newRow("a circle") << kResponse << messages + "2,2026-03-01T11:00:00Z,Ben,3,0,0\n3,2026-03-01T11:00:00Z,Ben,2,0,0\n" << u"row 3, column to"_s;
        QTest::newRow("an answer before the question") << kResponse << messages + "2,2026-03-01T09:00:00Z,Ben,1,0,0\n" << u"row 3, column at"_s;
        QTest::newRow("written by nobody") << kResponse << messages + "2,2026-03-01T11:00:00Z,,1,0,0\n" << u"row 3, column who"_s;
        QTest::newRow("no id") << kResponse << messages + ",2026-03-01T11:00:00Z,Ben,1,0,0\n" << u"row 3, column id"_s;
        QTest::newRow("perhaps of the team") << kResponse << messages + "2,2026-03-01T11:00:00Z,Ben,1,maybe,0\n" << u"row 3, column team"_s;
    }
    void namesTheCellThatIsWrong()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, file);
        QFETCH(QString, names);
        const CommandLine shell;
        write(shell, u"a.csv"_s, file);
        const Ended ended = shell.run(words);
        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.error()["message"_L1].toString().contains(names), ended.err.constData());
    }

    /// The text is for people: the same numbers, without JSON.
    void theTextSaysTheSame()
    {
        const CommandLine shell;
        write(shell, u"a.csv"_s, kTrialRows);
        QStringList words = kTrials + QStringList {u"--as-of"_s, u"2026-04-25"_s};
        words.removeOne(u"--json"_s);
        const Ended trials = shell.run(words);
        QCOMPARE(trials.code, 0);
        QVERIFY2(trials.out.contains("stripe\t4\t6\t0.666667 ("), trials.out.constData());
        write(shell, u"a.csv"_s, kMessages);
        words = kResponse + QStringList {u"--as-of"_s, u"2026-03-03T10:00:00Z"_s};
        words.removeOne(u"--json"_s);
        const Ended response = shell.run(words);
        QVERIFY2(response.out.contains("5 questions, 3 answered; median waiting time 2 hours"), response.out.constData());
    }
};

QTEST_GUILESS_MAIN(tst_RenewalsCommand)
#include "tst_renewalscommand.moc"
