// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cox/baselinehazard.h"
#include "analytics/cox/concordance.h"
#include "analytics/cox/coxmodel.h"
#include "analytics/cox/proportionality.h"
#include "analytics/random.h"
#include "analytics/survival/logrank.h"

#include "coxfixture.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace lyceum::analytics;
using fixture::CoxSubjects;
using Kind = AnalyticsError::Kind;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance * std::max({std::abs(a), std::abs(b), 1e-3});
}

/// Exponential lives whose hazard is exp(effect x), x normal, with censoring at random; times are rounded up to `step`.
CoxSubjects simulated(Random& random, std::size_t n, double effect, double step = 0)
{
    CoxSubjects subjects;
    std::vector<double> x;
    for (std::size_t i = 0; i < n; ++i) {
        x.push_back(random.normal());
        const double life = random.exponential() / std::exp(effect * x.back());
        const double seen = 3 * random.uniform();
        const double time = std::min(life, seen);
        subjects.times.push_back(step > 0 ? step * std::ceil(time / step) : time);
        subjects.events.push_back(life <= seen ? 1 : 0);
    }
    subjects.addColumn(x);
    return subjects;
}

CoxSubjects withNoise(CoxSubjects subjects, Random& random)
{
    std::vector<double> noise;
    for (std::size_t i = 0; i < subjects.times.size(); ++i)
        noise.push_back(random.uniform());
    subjects.addColumn(noise);
    return subjects;
}

CoxModel fitted(const CoxSubjects& subjects, TieMethod ties = TieMethod::Efron)
{
    const auto model = coxModel(subjects.data(), {ties, 0.95, 25});
    if (!model)
        qFatal("no model: error %d at %zu", int(model.error().kind), model.error().index);
    return *model;
}

CoxSubjects six()
{
    return {{1, 2, 3, 4, 5, 6}, {1, 1, 0, 1, 1, 0}, {}, {0.3, 1.2, -0.4, 0.1, 0.9, 0.2}, {}, 1};
}

} // namespace

/// What holds of a Cox model whatever the data, what it refuses, and that its intervals cover.
class tst_CoxLaws : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unitsAndOffsetsChangeOnlyTheUnits()
    {
        Random random(1);
        const CoxSubjects subjects = withNoise(simulated(random, 300, 0.7, 0.1), random);
        CoxSubjects other = subjects;
        for (std::size_t i = 0; i < 300; ++i)
            other.columns[i] = 1e3 + other.columns[i] / 1000; // leaves ten digits
        const CoxModel mine = fitted(subjects);
        const CoxModel theirs = fitted(other);
        QVERIFY(near(theirs.logLikelihood, mine.logLikelihood, 1e-9));
        for (std::size_t j = 0; j < 2; ++j) {
            const double unit = j == 0 ? 1000 : 1;
            QVERIFY(near(theirs.coefficients[j].logHazardRatio.value, unit * mine.coefficients[j].logHazardRatio.value, 1e-8));
            QVERIFY(near(theirs.coefficients[j].z, mine.coefficients[j].z, 1e-8));
        }
    }

    void orderOfRowsDoesNotMatter()
    {
        Random random(2);
        const CoxSubjects subjects = withNoise(simulated(random, 200, -0.5, 0.2), random);
        CoxSubjects reversed = subjects;
        std::ranges::reverse(reversed.times);
        std::ranges::reverse(reversed.events);
        std::reverse(reversed.columns.begin(), reversed.columns.begin() + 200);
        std::reverse(reversed.columns.begin() + 200, reversed.columns.end());
        for (std::size_t j = 0; j < 2; ++j)
            QVERIFY(near(fitted(reversed).coefficients[j].logHazardRatio.value,
                fitted(subjects).coefficients[j].logHazardRatio.value, 1e-10));
    }

    /// Time in stretches tells the same as time in one piece.
    void cuttingTimeInStretchesChangesNothing()
    {
        Random random(3);
        const CoxSubjects subjects = simulated(random, 200, 0.6, 0.25);
        CoxSubjects cut;
        std::vector<double> x;
        for (std::size_t i = 0; i < 200; ++i) {
            const double at = subjects.times[i] * random.uniform();
            for (const bool isLast : {false, true}) {
                cut.entries.push_back(isLast ? at : 0);
                cut.times.push_back(isLast ? subjects.times[i] : at);
                cut.events.push_back(isLast ? subjects.events[i] : 0);
                x.push_back(subjects.columns[i]);
            }
        }
        cut.addColumn(x);
        for (const TieMethod ties : {TieMethod::Efron, TieMethod::Breslow}) {
            const CoxModel whole = fitted(subjects, ties);
            const CoxModel parts = fitted(cut, ties);
            QVERIFY(near(parts.logLikelihood, whole.logLikelihood, 1e-11));
            QVERIFY(near(parts.coefficients[0].z, whole.coefficients[0].z, 1e-9));
        }
    }

    void isTheLogRankTestForOneGroupingWithoutTies()
    {
        Random random(4);
        CoxSubjects subjects = simulated(random, 120, 0);
        std::vector<std::uint32_t> groups;
        for (double& value : subjects.columns) {
            value = value > 0.3 ? 1 : 0;
            groups.push_back(value > 0 ? 1 : 0);
        }
        const auto test = logRank(subjects.data().sample, groups, 2).value().test;
        QVERIFY(near(fitted(subjects).score->chiSquare, test->chiSquare, 1e-10));
    }

    /// The martingale residuals of Breslow's estimate sum to 0.
    void expectsAsManyEventsAsThereWere()
    {
        Random random(5);
        const CoxSubjects subjects = simulated(random, 300, 0.8, 0.1);
        const CoxModel model = fitted(subjects, TieMethod::Breslow);
        const auto curve = baselineHazard(subjects.data(), model, std::vector<double>{0}).value()[0];
        double expected = 0;
        for (std::size_t i = 0; i < 300; ++i) {
            const auto after
                = std::ranges::upper_bound(curve.steps, subjects.times[i] + 1e-9, {}, &BaselineStep::time);
            if (after != curve.steps.begin())
                expected += std::prev(after)->hazard
                    * std::exp(model.coefficients[0].logHazardRatio.value * subjects.columns[i]);
        }
        QVERIFY(near(expected, double(model.events), 1e-10));
        for (std::size_t i = 1; i < curve.steps.size(); ++i) {
            QVERIFY(curve.steps[i].hazard > curve.steps[i - 1].hazard);
            QVERIFY(curve.steps[i].low <= curve.steps[i].survival && curve.steps[i].survival <= curve.steps[i].high);
        }
    }

    void concordanceTurnsWithItsScore()
    {
        Random random(6);
        const CoxSubjects subjects = simulated(random, 150, 0.5, 0.1);
        std::vector<double> opposite = subjects.columns;
        for (double& value : opposite)
            value = -value;
        const Concordance mine = concordance(subjects.data().sample, subjects.columns).value();
        const Concordance theirs = concordance(subjects.data().sample, opposite).value();
        QVERIFY(near(mine.share.value + theirs.share.value, 1, 1e-12));
        QVERIFY(near(*mine.share.stdError, *theirs.share.stdError, 1e-12));
        QCOMPARE(mine.concordant, theirs.discordant);
        const Concordance blind = concordance(subjects.data().sample, std::vector<double>(150, 7.0)).value();
        QCOMPARE(blind.share.value, 0.5);
        QCOMPARE(*blind.share.stdError, 0.0);

        // Every pair, one by one.
        std::int64_t concordant = 0;
        for (std::size_t i = 0; i < 150; ++i) {
            for (std::size_t j = 0; j < 150; ++j) {
                const bool outlasts = subjects.times[j] > subjects.times[i] + 1e-9
                    || (std::abs(subjects.times[j] - subjects.times[i]) < 1e-9 && subjects.events[j] == 0);
                concordant += subjects.events[i] == 1 && outlasts && subjects.columns[i] > subjects.columns[j] ? 1 : 0;
            }
        }
        QCOMPARE(mine.concordant, concordant);
    }

    /// 95 of 100 intervals hold the truth, and 5 of 100 checks of a true assumption fail.
    void intervalsCoverAndChecksErrAsPromised()
    {
        constexpr int kRuns = 2000;
        Random random(20260101);
        int covered = 0;
        int alarms = 0;
        for (int run = 0; run < kRuns; ++run) {
            const CoxSubjects subjects = simulated(random, 80, 0.5);
            const CoxModel model = fitted(subjects);
            const Estimate& effect = model.coefficients[0].logHazardRatio;
            covered += *effect.low <= 0.5 && 0.5 <= *effect.high ? 1 : 0;
            alarms += proportionality(subjects.data(), model).value().global.p < 0.05 ? 1 : 0;
        }
        QVERIFY2(std::abs(covered - 0.95 * kRuns) <= 0.015 * kRuns, qPrintable(QString::number(covered)));
        QVERIFY2(std::abs(alarms - 0.05 * kRuns) <= 0.015 * kRuns, qPrintable(QString::number(alarms)));
    }

    void seesAnEffectThatTurns()
    {
        Random random(8);
        CoxSubjects subjects;
        std::vector<double> x;
        for (int i = 0; i < 400; ++i) {
            x.push_back(i % 2);
            const double early = random.exponential() / (i % 2 ? 3.0 : 1.0);
            subjects.times.push_back(early < 0.5 ? early : 0.5 + random.exponential() / (i % 2 ? 0.3 : 1.0));
            subjects.events.push_back(1);
        }
        subjects.addColumn(x);
        const auto check = proportionality(subjects.data(), fitted(subjects)).value();
        QVERIFY(check.global.p < 1e-4);
    }

    void warnsOfFewEvents()
    {
        const CoxModel model = fitted(six());
        QCOMPARE(model.warnings, std::vector<Warning>{Warning::TooFew});
        QCOMPARE(model.events, 4);
    }

    /// So small that a double does not hold it: only the logarithm tells.
    void tellsHowSmallAProbabilityIs()
    {
        Random random(9);
        const CoxModel model = fitted(simulated(random, 6000, 1.5));
        QVERIFY(model.coefficients[0].log10P < -300);
        QCOMPARE(model.coefficients[0].p, 0.0);
        QVERIFY(model.wald->log10P < -300);
    }

    void refusesWhatCannotBeAnswered_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("change");
        QTest::newRow("nobody") << int(Kind::TooFew) << 0 << 0;
        QTest::newRow("no column") << int(Kind::BadCount) << 0 << 1;
        QTest::newRow("columns of another length") << int(Kind::LengthsDiffer) << 2 << 2;
        QTest::newRow("events of another length") << int(Kind::LengthsDiffer) << 3 << 3;
        QTest::newRow("NaN covariate") << int(Kind::NotFinite) << 4 << 4;
        QTest::newRow("infinite time") << int(Kind::NotFinite) << 1 << 5;
        QTest::newRow("negative time") << int(Kind::NegativeTime) << 2 << 6;
        QTest::newRow("all censored") << int(Kind::TooFew) << 0 << 7;
        QTest::newRow("constant column") << int(Kind::NoVariation) << 1 << 8;
        QTest::newRow("twice the same column") << int(Kind::Singular) << 1 << 9;
        QTest::newRow("a column that others determine") << int(Kind::Singular) << 2 << 10;
        QTest::newRow("all events on one side") << int(Kind::Separated) << 1 << 11;
        QTest::newRow("a column that orders the events") << int(Kind::Separated) << 0 << 12;
        QTest::newRow("a stratum too large") << int(Kind::BadGroup) << 3 << 13;
        QTest::newRow("a column constant within strata") << int(Kind::NoVariation) << 1 << 14;
        QTest::newRow("entry at the exit") << int(Kind::EntryNotBeforeExit) << 2 << 15;
        QTest::newRow("one row") << int(Kind::NoVariation) << 0 << 16;
        QTest::newRow("an event flag of 2") << int(Kind::BadEvent) << 0 << 17;
        QTest::newRow("too many columns") << int(Kind::TooLarge) << 1000 << 18;
        QTest::newRow("events of one subject alone at risk") << int(Kind::NoVariation) << 0 << 19;
    }
    void refusesWhatCannotBeAnswered()
    {
        QFETCH(int, kind);
        QFETCH(int, index);
        QFETCH(int, change);
        CoxSubjects s = six();
        switch (change) {
        case 0: s = CoxSubjects{{}, {}, {}, {}, {}, 1}; break;
        case 1: s.columnCount = 0; s.columns.clear(); break;
        case 2: s.columns.resize(2); break;
        case 3: s.events.resize(3); break;
        case 4: s.columns[4] = kNaN; break;
        case 5: s.times[1] = kInfinity; break;
        case 6: s.times[2] = -1; break;
        case 7: s.events.assign(6, 0); break;
        case 8: s.addColumn({2, 2, 2, 2, 2, 2}); break;
        case 9: s.addColumn({0.6, 2.4, -0.8, 0.2, 1.8, 0.4}); break;
        case 10: s.addColumn({1, 0, 1, 0, 0, 1}); s.addColumn({1.3, 1.2, 0.6, 0.1, 0.9, 1.2}); break;
        case 11: s.addColumn({1, 1, 0, 1, 1, 0}); break;
        case 12: s.columns = {6, 5, 4, 3, 2, 1}; break;
        case 13: s.strata = {0, 0, 0, 6, 0, 0}; break;
        case 14: s.strata = {0, 1, 0, 1, 0, 1}; s.addColumn({5, 7, 5, 7, 5, 7}); break;
        case 15: s.entries = {0, 0, 3, 0, 0, 0}; break;
        case 16: s = CoxSubjects{{1}, {1}, {}, {1}, {}, 1}; break;
        case 17: s.events[0] = 2; break;
        case 18: s.columns.assign(6 * 1001, 0); s.columnCount = 1001; break;
        case 19: s.events = {0, 0, 0, 0, 0, 1}; break;
        }
        const auto model = coxModel(s.data());
        QVERIFY(!model);
        QCOMPARE(int(model.error().kind), kind);
        QCOMPARE(model.error().index, std::size_t(index));
    }

    void refusesOptionsThatAreNone()
    {
        QCOMPARE(int(coxModel(six().data(), {TieMethod::Efron, 95, 25}).error().kind), int(Kind::BadLevel));
        QCOMPARE(int(coxModel(six().data(), {TieMethod::Efron, 0.95, 0}).error().kind), int(Kind::BadRange));
        QCOMPARE(int(coxModel(six().data(), {TieMethod::Efron, 0.95, 1}).error().kind), int(Kind::NotConverged));
        QCOMPARE(int(concordance(six().data().sample, {}).error().kind), int(Kind::LengthsDiffer));
        QCOMPARE(int(concordance({}, {}).error().kind), int(Kind::TooFew));
        const CoxModel model = fitted(six());
        QCOMPARE(int(baselineHazard(six().data(), model, {}).error().kind), int(Kind::LengthsDiffer));
        QCOMPARE(int(baselineHazard(six().data(), model, std::vector{kNaN}).error().kind), int(Kind::NotFinite));
        QCOMPARE(int(baselineHazard(six().data(), model, std::vector{-1e9}).error().kind), int(Kind::BadRange));
        const std::vector<std::uint32_t> missing{1};
        QCOMPARE(int(proportionality(six().data(), model, missing).error().kind), int(Kind::BadGroup));
    }

    void answersOrRefusesWhateverComes()
    {
        Random random(77);
        const std::array<double, 12> odd{0, -0.0, 1, 1, 2, 2, 3, 1e-300, 1e300, -1, kNaN, kInfinity};
        int answered = 0;
        for (int round = 0; round < 4000; ++round) {
            CoxSubjects s;
            const std::size_t n = random.below(9);
            s.columnCount = random.below(4);
            const std::size_t tame = random.below(2) ? 7 : odd.size(); // half the rounds without nonsense
            for (std::size_t i = 0; i < n; ++i) {
                s.times.push_back(odd[random.below(tame)] + 1);
                s.events.push_back(std::uint8_t(random.below(tame == 7 ? 2 : 3)));
            }
            if (random.below(3) == 0) {
                for (std::size_t i = 0; i < n; ++i)
                    s.entries.push_back(odd[random.below(tame)]);
            }
            if (random.below(3) == 0) {
                for (std::size_t i = 0; i < n; ++i)
                    s.strata.push_back(std::uint32_t(random.below(tame == 7 ? 2 : 12)));
            }
            for (std::size_t i = 0; i < n * s.columnCount; ++i)
                s.columns.push_back(random.below(3) ? random.normal() : odd[random.below(tame)]);
            if (random.below(20) == 0)
                s.columns.push_back(1);
            const auto model = coxModel(s.data());
            (void)concordance(s.data().sample, s.columns, s.strata);
            if (!model)
                continue;
            ++answered;
            for (const CoxCoefficient& coefficient : model->coefficients)
                QVERIFY(std::isfinite(coefficient.logHazardRatio.value) && *coefficient.logHazardRatio.stdError > 0);
            QVERIFY(model->logLikelihood >= model->logLikelihoodNull - 1e-9);
            (void)proportionality(s.data(), *model);
            (void)baselineHazard(s.data(), *model, model->means);
        }
        QVERIFY(answered > 100);
    }

    void takesAMillionRows()
    {
        Random random(10);
        CoxSubjects subjects = simulated(random, 1'000'000, 0.3, 0.01);
        const CoxModel model = fitted(subjects);
        QVERIFY(std::abs(model.coefficients[0].logHazardRatio.value - 0.3) < 0.01);
    }
};

QTEST_APPLESS_MAIN(tst_CoxLaws)

#include "tst_coxlaws.moc"
