// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/assignment.h"
#include "analytics/experiment/benjaminihochberg.h"
#include "analytics/experiment/betabinomial.h"
#include "analytics/experiment/fisherexact.h"
#include "analytics/experiment/groupsequential.h"
#include "analytics/experiment/mannwhitney.h"
#include "analytics/experiment/mantelhaenszel.h"
#include "analytics/experiment/means.h"
#include "analytics/experiment/mixturesprt.h"
#include "analytics/experiment/proportiontests.h"
#include "analytics/experiment/sampleratio.h"
#include "analytics/experiment/samplesize.h"
#include "analytics/experiment/verdict.h"
#include "analytics/holm.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace lyceum::analytics;

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

QJsonArray answersOfR(QLatin1StringView part)
{
    return QJsonDocument::fromJson(bytesOf(u"r-experiment.json"_s)).object().value(part).toArray();
}

/// Empty when equal to a relative tolerance, else what differs.
QByteArray difference(const QByteArray& what, double actual, const QJsonValue& expected, double relative = 1e-9, double absolute = 0)
{
    const double wanted = expected.isDouble() ? expected.toDouble() : std::nan("");
    if (std::abs(actual - wanted) <= relative * std::abs(wanted) + absolute)
        return {};
    return what + ": " + QByteArray::number(actual, 'g', 17) + " instead of " + QByteArray::number(wanted, 'g', 17);
}

template <class T>
T valueOf(tl::expected<T, AnalyticsError> result)
{
    if (!result)
        qFatal("error %d at %zu", int(result.error().kind), result.error().index);
    return *std::move(result);
}

std::vector<double> numbers(const QJsonValue& array)
{
    std::vector<double> result;
    for (const QJsonValue& value : array.toArray())
        result.push_back(value.toDouble());
    return result;
}

struct TwoArms {
    ArmCounts control;
    ArmCounts treatment;
};

TwoArms armsOf(const QJsonObject& input)
{
    return {{input["conv_A"_L1].toInteger(), input["n_A"_L1].toInteger()}, {input["conv_B"_L1].toInteger(), input["n_B"_L1].toInteger()}};
}

#define COMPARE_REFERENCE(...) QCOMPARE(difference(__VA_ARGS__), QByteArray())

void compareTwoProportions(const QJsonObject& expected)
{
    const auto [control, treatment] = armsOf(expected["input"_L1].toObject());
    const ProportionComparison found = valueOf(compareProportions(control, treatment));
    COMPARE_REFERENCE("rate", found.control.estimate, expected["rate_A"_L1]);
    COMPARE_REFERENCE("rate", found.treatment.estimate, expected["rate_B"_L1]);
    COMPARE_REFERENCE("difference", found.difference.value, expected["diff"_L1]);
    COMPARE_REFERENCE("z", *found.z, expected["z_pooled"_L1]);
    COMPARE_REFERENCE("p", found.chiSquare->p, expected["p_two_sided"_L1]);
    COMPARE_REFERENCE("log p", found.chiSquare->log10P, std::log10(expected["p_two_sided"_L1].toDouble()));
    COMPARE_REFERENCE("chi-square", found.chiSquare->chiSquare, expected["chisq_no_yates"_L1]);
    COMPARE_REFERENCE("Yates", found.corrected->chiSquare, expected["chisq_yates"_L1]);
    COMPARE_REFERENCE("Yates' p", found.corrected->p, expected["p_yates"_L1]);
    COMPARE_REFERENCE("G", found.g->chiSquare, expected["G"_L1]);
    COMPARE_REFERENCE("G's p", found.g->p, expected["p_G"_L1]);
    COMPARE_REFERENCE("Wald", found.waldLow, expected["ci95_wald_unpooled"_L1][0]);
    COMPARE_REFERENCE("Wald", found.waldHigh, expected["ci95_wald_unpooled"_L1][1]);
    COMPARE_REFERENCE("Newcombe", *found.difference.low, expected["ci95_newcombe"_L1][0]);
    COMPARE_REFERENCE("Newcombe", *found.difference.high, expected["ci95_newcombe"_L1][1]);
    COMPARE_REFERENCE("Wilson", found.control.low, expected["wilson_A"_L1][0]);
    COMPARE_REFERENCE("Wilson", found.treatment.high, expected["wilson_B"_L1][1]);
    COMPARE_REFERENCE("Clopper-Pearson", clopperPearsonInterval(control.events, control.total)->high, expected["clopper_pearson_A"_L1][1]);
    COMPARE_REFERENCE("risk ratio", found.riskRatio->value, expected["risk_ratio"_L1]);
    COMPARE_REFERENCE("its low", *found.riskRatio->low, expected["risk_ratio_ci95"_L1][0]);
    COMPARE_REFERENCE("its high", *found.riskRatio->high, expected["risk_ratio_ci95"_L1][1]);
    COMPARE_REFERENCE("odds ratio", found.oddsRatio->value, expected["odds_ratio"_L1]);
    COMPARE_REFERENCE("its low", *found.oddsRatio->low, expected["odds_ratio_ci95_log_wald"_L1][0]);
    COMPARE_REFERENCE("its high", *found.oddsRatio->high, expected["odds_ratio_ci95_log_wald"_L1][1]);

    const FisherTest fisher = valueOf(fisherExact(control, treatment));
    COMPARE_REFERENCE("Fisher", fisher.p, expected["fisher_p_two_sided"_L1]);
    COMPARE_REFERENCE("log p", fisher.log10P, std::log10(expected["fisher_p_two_sided"_L1].toDouble()));
    // How far fisher.test's own search gets; the exact values are compared below.
    COMPARE_REFERENCE("conditional odds ratio", fisher.oddsRatio.value, expected["fisher_cond_mle_odds_ratio"_L1], 2e-3);
    COMPARE_REFERENCE("its low", *fisher.oddsRatio.low, expected["fisher_ci95"_L1][0], 2e-3);
    COMPARE_REFERENCE("its high", *fisher.oddsRatio.high, expected["fisher_ci95"_L1][1], 3e-3);

    const std::vector<ArmCounts> arms {control, treatment};
    const std::vector<PosteriorArm> posterior = valueOf(posteriorArms(arms));
    const QJsonObject bayes = expected["bayes_uniform_prior"_L1].toObject();
    COMPARE_REFERENCE("probability", posterior[1].probabilityBest, bayes["P_B_better"_L1]);
    // The reference subtracts two numbers of about 0.1, and is off by a few 1e-13.
    COMPARE_REFERENCE("loss", posterior[1].expectedLoss, bayes["expected_loss_if_choose_B"_L1], 1e-9, 5e-13);
    COMPARE_REFERENCE("posterior mean", posterior[0].rate.value, bayes["post_mean_A"_L1]);
    COMPARE_REFERENCE("credible", *posterior[0].rate.low, bayes["cred95_A"_L1][0]);
    COMPARE_REFERENCE("credible", *posterior[1].rate.high, bayes["cred95_B"_L1][1]);
}

} // namespace

/// The methods of experiments against what R and published tables say.
class tst_Experiment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comparesTwoSharesAsRDoes_data()
    {
        QTest::addColumn<QJsonObject>("expected");
        for (const QJsonValue& entry : reference()["two_proportions"_L1].toArray())
            QTest::addRow("%lld of %lld", entry["input"_L1]["conv_B"_L1].toInteger(), entry["input"_L1]["n_B"_L1].toInteger()) << entry.toObject();
        QTest::newRow("p of 1e-112") << reference()["hillstrom_counts"_L1]["visit_mens_vs_none"_L1].toObject();
    }
    void comparesTwoSharesAsRDoes()
    {
        QFETCH(QJsonObject, expected);
        compareTwoProportions(expected);
    }

    void solvesFishersOddsRatioExactly()
    {
        for (const QJsonValue& entry : answersOfR("fisher"_L1)) {
            const std::vector<double> input = numbers(entry["input"_L1]);
            const FisherTest found = valueOf(fisherExact(
                {std::int64_t(input[0]), std::int64_t(input[1])}, {std::int64_t(input[2]), std::int64_t(input[3])}));
            COMPARE_REFERENCE("p", found.p, entry["p"_L1][0]);
            COMPARE_REFERENCE("less", found.pLess, entry["p"_L1][1]);
            COMPARE_REFERENCE("greater", found.pGreater, entry["p"_L1][2]);
            COMPARE_REFERENCE("odds ratio", found.oddsRatio.value, entry["oddsRatio"_L1][0]);
            COMPARE_REFERENCE("low", *found.oddsRatio.low, entry["oddsRatio"_L1][1]);
            COMPARE_REFERENCE("high", *found.oddsRatio.high, entry["oddsRatio"_L1][2]);
        }
    }

    void tastesTea()
    {
        const QJsonObject tea = reference()["fisher_classic"_L1]["tea_tasting"_L1].toObject();
        const FisherTest found = valueOf(fisherExact({1, 4}, {3, 4}));
        COMPARE_REFERENCE("p", found.p, tea["p_two"_L1]);
        COMPARE_REFERENCE("greater", found.pGreater, tea["p_greater"_L1]);
        QVERIFY(std::abs(found.pGreater - 17.0 / 70) < 1e-15); // by hand: (16 + 1) of 70 ways
    }

    void plansSizesAsRDoes()
    {
        for (const QJsonValue& entry : reference()["sample_size_per_arm"_L1].toArray()) {
            ProportionPlan plan;
            plan.baseline = entry["p1"_L1].toDouble();
            plan.effect = entry["p2"_L1].toDouble() - plan.baseline;
            const PlannedSize size = valueOf(sampleSize(plan));
            COMPARE_REFERENCE("exact", size.exact, entry["n80_exact"_L1], 1e-8); // as far as uniroot goes
            QCOMPARE(size.control, entry["n80_power_prop_test"_L1].toInteger());
            QCOMPARE(size.treatment, size.control);
            QVERIFY(size.power >= 0.8 && size.power < 0.802);
            COMPARE_REFERENCE("round", valueOf(plannedPower(plan, size.exact)), 0.8, 1e-12);
            plan.form = ProportionPlan::Form::Arcsine;
            COMPARE_REFERENCE("Cohen", valueOf(sampleSize(plan)).exact, entry["n80_cohen_h"_L1], 1e-7); // as far as pwr searches
            plan.form = ProportionPlan::Form::Normal;
            plan.power = 0.9;
            QCOMPARE(valueOf(sampleSize(plan)).control, entry["n90_power_prop_test"_L1].toInteger());
        }
        const QJsonObject given = reference()["power_given_n"_L1].toObject();
        ProportionPlan plan;
        plan.baseline = 0.1;
        plan.effect = 0.03;
        COMPARE_REFERENCE("power with 1000 a variant", valueOf(plannedPower(plan, 1000)), given["power_prop_test"_L1]);
        // power.prop.test solves for the share with uniroot's tolerance of 1e-4 of it.
        COMPARE_REFERENCE("detectable", plan.baseline + valueOf(detectableEffect(plan, 5000)), given["mde"_L1], 1e-6);
        plan.effect = valueOf(detectableEffect(plan, 5000));
        COMPARE_REFERENCE("there and back", valueOf(sampleSize(plan)).exact, 5000.0);
    }

    void plansMeansAsRDoes()
    {
        for (const QJsonValue& entry : answersOfR("means"_L1)) {
            const std::vector<double> input = numbers(entry["input"_L1]);
            MeanPlan plan;
            plan.difference = input[0];
            plan.deviation = input[1];
            plan.level = 1 - input[3];
            const double power = valueOf(plannedPower(plan, input[2]));
            COMPARE_REFERENCE("power", power, entry["power"_L1][0]);
            if (input[2] > 2 && power < 0.999) { // else the power does not tell the size
                plan.power = power;
                COMPARE_REFERENCE("there and back", valueOf(sampleSize(plan)).exact, input[2], 1e-8);
                COMPARE_REFERENCE("detectable", valueOf(detectableEffect(plan, input[2])), input[0], 1e-8);
            }
        }
        // Cohen (1988), table 2.4.1: d = 0.5, two-sided 0.05, power 0.80 takes 64 a group.
        QCOMPARE(valueOf(sampleSize(MeanPlan {0.5, 1, 0.95, 0.8, 1})).control, 64);
    }

    void raisesTheSampleRatioAlarm()
    {
        QJsonArray cases = reference()["srm"_L1].toArray();
        cases.append(reference()["hillstrom_counts"_L1]["srm"_L1]);
        for (const QJsonValue& entry : cases) {
            std::vector<std::int64_t> observed;
            for (const QJsonValue& count : entry["observed"_L1].toArray())
                observed.push_back(count.toInteger());
            const SampleRatioTest found = valueOf(sampleRatioTest(observed, numbers(entry["weights"_L1])));
            COMPARE_REFERENCE("chi-square", found.test.chiSquare, entry["chisq"_L1], 1e-9, 1e-12);
            COMPARE_REFERENCE("p", found.test.p, entry["p"_L1]);
            QCOMPARE(found.test.df, entry["df"_L1].toInt());
            QCOMPARE(found.isMismatch, entry["flag_at_0.001"_L1].toBool());
            QCOMPARE(!found.warnings.empty(), found.isMismatch);
        }
    }

    void comparesMeansAsRDoes()
    {
        const QJsonObject data = reference()["continuous"_L1].toObject();
        const std::vector<double> a = numbers(data["a"_L1]);
        const std::vector<double> b = numbers(data["b"_L1]);
        const WelchTest welch = valueOf(welchTest(valueOf(momentsOf(a)), valueOf(momentsOf(b))));
        COMPARE_REFERENCE("t", welch.t, data["welch"_L1]["t"_L1]);
        COMPARE_REFERENCE("df", welch.df, data["welch"_L1]["df"_L1]);
        COMPARE_REFERENCE("p", welch.p, data["welch"_L1]["p"_L1]);
        COMPARE_REFERENCE("low", *welch.difference.low, data["welch"_L1]["ci95"_L1][0]);
        COMPARE_REFERENCE("high", *welch.difference.high, data["welch"_L1]["ci95"_L1][1]);
        const MannWhitneyTest ranks = valueOf(mannWhitney(a, b));
        QCOMPARE(ranks.w, data["mann_whitney"_L1]["W"_L1].toDouble());
        COMPARE_REFERENCE("p", ranks.p, data["mann_whitney"_L1]["p"_L1]);
        const QJsonObject expected = data["cuped"_L1].toObject();
        const std::vector<double> beforeA = numbers(expected["pre_a"_L1]);
        const std::vector<double> beforeB = numbers(expected["pre_b"_L1]);
        const CupedTest test = valueOf(cuped({a, beforeA}, {b, beforeB}));
        COMPARE_REFERENCE("theta", test.theta, expected["theta_pooled"_L1]);
        COMPARE_REFERENCE("t", test.adjusted.t, expected["welch_t"_L1]);
        COMPARE_REFERENCE("p", test.adjusted.p, expected["p"_L1]);
        COMPARE_REFERENCE("low", *test.adjusted.difference.low, expected["ci95"_L1][0]);
        COMPARE_REFERENCE("high", *test.adjusted.difference.high, expected["ci95"_L1][1]);
        COMPARE_REFERENCE("variance ratio", test.varianceRatio, expected["variance_ratio"_L1]);
        QCOMPARE(test.plain, welch);
    }

    void ranksAsRDoes()
    {
        for (const QJsonValue& entry : answersOfR("wilcox"_L1)) {
            const std::vector<double> control = numbers(entry["control"_L1]);
            const std::vector<double> treatment = numbers(entry["treatment"_L1]);
            const MannWhitneyTest found = valueOf(mannWhitney(control, treatment, entry["level"_L1][0].toDouble()));
            QCOMPARE(found.w, entry["w"_L1][0].toDouble());
            COMPARE_REFERENCE("p", found.p, entry["p"_L1][0]);
            COMPARE_REFERENCE("median difference", found.shift.value, entry["median"_L1][0], 1e-12, 1e-15);
            // Where R solves for the ends they are between two differences that occur, here 0.1 apart at most.
            const double tolerance = found.isExact ? 1e-12 : 0.1001;
            COMPARE_REFERENCE("low", *found.shift.low, entry["shift"_L1][1], 1e-12, tolerance);
            COMPARE_REFERENCE("high", *found.shift.high, entry["shift"_L1][2], 1e-12, tolerance);
        }
    }

    void adjustsForManyQuestions()
    {
        const QJsonObject expected = reference()["multiple"_L1].toObject();
        const std::vector<double> p = numbers(expected["p"_L1]);
        const std::vector<double> strict = holmAdjusted(p);
        const std::vector<double> mild = benjaminiHochbergAdjusted(p);
        for (std::size_t i = 0; i < p.size(); ++i) {
            COMPARE_REFERENCE("Holm", strict[i], expected["holm"_L1][qsizetype(i)]);
            COMPARE_REFERENCE("Benjamini-Hochberg", mild[i], expected["bh"_L1][qsizetype(i)]);
        }
        const double nan = std::nan("");
        const std::vector<double> withGap = benjaminiHochbergAdjusted(std::vector<double> {0.04, nan, 0.01});
        QVERIFY(std::isnan(withGap[1]));
        QCOMPARE(withGap[0], 0.04);
        QCOMPARE(withGap[2], 0.02);
        QVERIFY(benjaminiHochbergAdjusted({}).empty());
    }

    void boundsAreThoseOfTheTables()
    {
        const QJsonObject expected = reference()["group_sequential_two_sided_0.05"_L1].toObject();
        for (const int looks : {2, 3, 5}) {
            const QString key = QString::number(looks);
            const auto pocock = valueOf(groupSequential(GroupSequentialBounds::Pocock, looks));
            const auto fleming = valueOf(groupSequential(GroupSequentialBounds::OBrienFleming, looks));
            COMPARE_REFERENCE("Pocock", pocock.constant, expected["pocock"_L1][key], 1e-5); // as far as the reference integrates
            COMPARE_REFERENCE("O'Brien-Fleming", fleming.constant, expected["obrien_fleming_final"_L1][key], 1e-5);
            QCOMPARE(pocock.bounds.front(), pocock.bounds.back());
            QCOMPARE(fleming.bounds.back(), fleming.constant);
            COMPARE_REFERENCE("first bound", fleming.bounds.front(), fleming.constant * std::sqrt(looks));
            COMPARE_REFERENCE("spent", pocock.spent.back(), 0.05);
        }
        // P(|Z1| < c, |Z1 + X| / sqrt(2) < c) = 0.95, solved with scipy 1.10 quad and brentq.
        COMPARE_REFERENCE("two looks", valueOf(groupSequential(GroupSequentialBounds::Pocock, 2)).constant, 2.1782720887274363, 1e-11);
        // Jennison & Turnbull (2000), tables 2.1 and 2.3: 10 and 20 looks, and other levels.
        QVERIFY(std::abs(valueOf(groupSequential(GroupSequentialBounds::Pocock, 10)).constant - 2.555) < 5.1e-4);
        QVERIFY(std::abs(valueOf(groupSequential(GroupSequentialBounds::Pocock, 20)).constant - 2.672) < 5.1e-4);
        QVERIFY(std::abs(valueOf(groupSequential(GroupSequentialBounds::Pocock, 5, 0.01)).constant - 2.986) < 5.1e-4);
        QVERIFY(std::abs(valueOf(groupSequential(GroupSequentialBounds::OBrienFleming, 10)).constant - 2.087) < 5.1e-4);
        QVERIFY(std::abs(valueOf(groupSequential(GroupSequentialBounds::OBrienFleming, 5, 0.1)).constant - 1.751) < 5.1e-4);
        QVERIFY(std::abs(valueOf(groupSequential(GroupSequentialBounds::Pocock, 1)).constant - kZ95) < 1e-12);
    }

    void sizesGrowAsInTheTables()
    {
        // Jennison & Turnbull (2000), tables 2.2 and 2.4: two-sided 0.05.
        const auto factor = [](GroupSequentialBounds bounds, int looks, double power) {
            return valueOf(inflationFactor(valueOf(groupSequential(bounds, looks)), power));
        };
        QVERIFY(std::abs(factor(GroupSequentialBounds::Pocock, 2, 0.8) - 1.110) < 5.1e-4);
        QVERIFY(std::abs(factor(GroupSequentialBounds::Pocock, 2, 0.9) - 1.100) < 5.1e-4);
        QVERIFY(std::abs(factor(GroupSequentialBounds::OBrienFleming, 5, 0.8) - 1.028) < 5.1e-4);
        QVERIFY(std::abs(factor(GroupSequentialBounds::OBrienFleming, 5, 0.9) - 1.026) < 5.1e-4);
        QVERIFY(std::abs(factor(GroupSequentialBounds::Pocock, 1, 0.9) - 1) < 1e-10);
    }

    void spendsAlphaAsInTheTables()
    {
        // DeMets & Lan (1994), Stat. Med. 13:1341-1352, five looks, two-sided 0.05; the last digit printed is theirs.
        const std::vector<double> times {0.2, 0.4, 0.6, 0.8, 1};
        const std::vector<double> fleming {4.8769, 3.3569, 2.6803, 2.2898, 2.0310};
        const std::vector<double> pocock {2.4380, 2.4268, 2.4101, 2.3966, 2.3859};
        const auto first = valueOf(spendingDesign(AlphaSpending::OBrienFleming, times));
        const auto second = valueOf(spendingDesign(AlphaSpending::Pocock, times));
        for (std::size_t k = 0; k < times.size(); ++k) {
            QVERIFY2(std::abs(first.bounds[k] - fleming[k]) < 1.5e-4, qPrintable(QString::number(first.bounds[k], 'g', 10)));
            QVERIFY2(std::abs(second.bounds[k] - pocock[k]) < 1.5e-4, qPrintable(QString::number(second.bounds[k], 'g', 10)));
        }
        COMPARE_REFERENCE("all of it", first.spent.back(), 0.05);
        COMPARE_REFERENCE("all of it", second.spent.back(), 0.05);
        COMPARE_REFERENCE("as integrated again", valueOf(crossingProbability(second, 0)), 0.05);
    }

    void staysValidWheneverOneLooks()
    {
        const QJsonArray looks = reference()["msprt"_L1]["looks"_L1].toArray();
        TwoProportionSprt test = valueOf(TwoProportionSprt::make(0.01));
        for (const QJsonValue& look : looks) {
            const std::vector<double> input = numbers(look["input"_L1]);
            const AlwaysValid& found = test.look(
                {std::int64_t(input[0]), std::int64_t(input[1])}, {std::int64_t(input[2]), std::int64_t(input[3])});
            COMPARE_REFERENCE("difference", found.difference, look["diff"_L1]);
            COMPARE_REFERENCE("ratio", found.likelihoodRatio, look["Lambda"_L1]);
            COMPARE_REFERENCE("p", found.p, look["always_valid_p"_L1]);
        }
        QCOMPARE(test.answer().looks, qint64(looks.size()));
    }

    /// Of the applicants of Berkeley women seem the worse off, and by department are not (Bickel, Hammel & O'Connell 1975).
    void doesNotFallForSimpsonsParadox()
    {
        QMap<QByteArray, Stratum> departments;
        const QByteArrayList lines = bytesOf(u"ucb_admissions.csv"_s).replace('"', "").trimmed().split('\n');
        for (const QByteArray& line : lines.mid(1)) {
            const QByteArrayList cells = line.trimmed().split(',');
            Stratum& stratum = departments[cells.at(2)];
            ArmCounts& arm = cells.at(1) == "Male" ? stratum.treatment : stratum.control;
            arm.total += cells.at(3).toLongLong();
            arm.events += cells.at(0) == "Admitted" ? cells.at(3).toLongLong() : 0;
        }
        QCOMPARE(departments.size(), 6);
        Stratum all;
        std::vector<Stratum> strata;
        for (const Stratum& stratum : departments) {
            strata.push_back(stratum);
            all.control.events += stratum.control.events;
            all.control.total += stratum.control.total;
            all.treatment.events += stratum.treatment.events;
            all.treatment.total += stratum.treatment.total;
        }
        const QJsonObject expected = reference()["simpson_ucb"_L1].toObject();
        COMPARE_REFERENCE("crude", valueOf(compareProportions(all.control, all.treatment)).oddsRatio->value,
            expected["crude_odds_ratio_male_vs_female"_L1]);
        const StratifiedComparison found = valueOf(mantelHaenszel(strata));
        const QJsonObject mantel = expected["mantel_haenszel"_L1].toObject();
        COMPARE_REFERENCE("common", found.oddsRatio->value, mantel["common_odds_ratio_male_vs_female"_L1]);
        COMPARE_REFERENCE("chi-square", found.chiSquare.chiSquare, mantel["chisq"_L1]);
        COMPARE_REFERENCE("p", found.chiSquare.p, mantel["p"_L1]);
        std::vector<Stratum> swapped = strata;
        for (Stratum& stratum : swapped)
            std::swap(stratum.control, stratum.treatment);
        COMPARE_REFERENCE("the other way round", valueOf(mantelHaenszel(swapped)).oddsRatio->value, mantel["R_estimate"_L1]);
    }

    void stratifiesAsRDoes()
    {
        for (const QJsonValue& entry : answersOfR("strata"_L1)) {
            const std::vector<double> cells = numbers(entry["cells"_L1]); // events and others of the treatment, then of the control
            std::vector<Stratum> strata;
            for (std::size_t i = 0; i + 4 <= cells.size(); i += 4)
                strata.push_back({{std::int64_t(cells[i + 2]), std::int64_t(cells[i + 2] + cells[i + 3])},
                    {std::int64_t(cells[i]), std::int64_t(cells[i] + cells[i + 1])}});
            const StratifiedComparison found = valueOf(mantelHaenszel(strata));
            COMPARE_REFERENCE("odds ratio", found.oddsRatio->value, entry["oddsRatio"_L1][0]);
            COMPARE_REFERENCE("low", *found.oddsRatio->low, entry["oddsRatio"_L1][1]);
            COMPARE_REFERENCE("high", *found.oddsRatio->high, entry["oddsRatio"_L1][2]);
            COMPARE_REFERENCE("chi-square", found.chiSquare.chiSquare, entry["chiSquare"_L1][0]);
            COMPARE_REFERENCE("corrected", found.corrected.chiSquare, entry["corrected"_L1][0]);
            COMPARE_REFERENCE("p", found.corrected.p, entry["pCorrected"_L1][0]);
            COMPARE_REFERENCE("homogeneity", found.homogeneity->chiSquare, entry["breslowDayTarone"_L1][0]);
            QCOMPARE(found.homogeneity->df, int(strata.size()) - 1);
        }
    }

    /// Aumasson & Bernstein's test vectors: key 00 01 ... 0f, messages of the first i of 00 01 ... 3e.
    void hashesAsThePaper()
    {
        SipKey key {};
        for (std::size_t i = 0; i < key.size(); ++i)
            key[i] = std::uint8_t(i);
        std::vector<std::uint8_t> message;
        const auto hashAt = [&](std::size_t length) {
            message.clear();
            for (std::size_t i = 0; i < length; ++i)
                message.push_back(std::uint8_t(i));
            return sipHash24(key, message);
        };
        QCOMPARE(hashAt(15), 0xa129ca6149be45e5U); // appendix A of the paper
        QCOMPARE(hashAt(0), 0x726fdb47dd0e0e31U); // the authors' vectors.h
        QCOMPARE(hashAt(1), 0x74f839c593dc67fdU);
        QCOMPARE(hashAt(7), 0xab0200f58b01d137U);
        QCOMPARE(hashAt(8), 0x93f5f5799a932462U);
        QCOMPARE(hashAt(63), 0x958a324ceb064572U);
    }

    void saysNothingBeforeItMay()
    {
        const SampleRatioTest even = valueOf(sampleRatioTest(std::vector<std::int64_t> {500, 500}, std::vector<double> {1, 1}));
        const SampleRatioTest odd = valueOf(sampleRatioTest(std::vector<std::int64_t> {700, 300}, std::vector<double> {1, 1}));
        using enum VerdictKind;
        using enum StoppingRule;
        QCOMPARE(verdictOn(odd, {AlwaysValid, 1000, 1000, 0.1, true}).kind, SampleRatioMismatch);
        QCOMPARE(verdictOn(odd, {Fixed, 1000, {}, 0.1, true}).kind, SampleRatioMismatch);
        QCOMPARE(verdictOn(even, {Fixed, 1000, {}, 0.1, true}).kind, NotPlanned);
        QCOMPARE(verdictOn(even, {Fixed, 1000, 1500, 0.1, true}), (ExperimentVerdict {TooEarly, 500}));
        QCOMPARE(verdictOn(even, {Fixed, 1000, 1000, 0.1, true}).kind, Higher);
        QCOMPARE(verdictOn(even, {Fixed, 1000, 900, -0.1, true}).kind, Lower);
        QCOMPARE(verdictOn(even, {Fixed, 1000, 900, 0.1, false}).kind, NotShown);
        QCOMPARE(verdictOn(even, {AlwaysValid, 1000, 1500, 0.1, true}), (ExperimentVerdict {Higher, 500}));
        QCOMPARE(verdictOn(even, {AlwaysValid, 1000, {}, 0.1, false}).kind, GoOn);
        QCOMPARE(verdictOn(even, {AlwaysValid, 1000, 1500, 0.1, false}).kind, GoOn);
        QCOMPARE(verdictOn(even, {GroupSequential, 1500, 1500, 0.1, false}).kind, NotShown);
        QCOMPARE(verdictOn(even, {GroupSequential, 500, 1500, -0.1, true}).kind, Lower);
    }
};

QTEST_APPLESS_MAIN(tst_Experiment)
#include "tst_experiment.moc"
