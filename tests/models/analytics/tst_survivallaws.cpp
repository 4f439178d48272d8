// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival/kaplanmeier.h"

#include "survivalfixture.h"

#include <QTest>

#include <array>
#include <cmath>
#include <numeric>

using namespace lyceum::analytics;
using fixture::Subjects;
using fixture::Uniform;

namespace {

constexpr std::array kTransforms{BandTransform::Plain, BandTransform::Log, BandTransform::LogLog};

SurvivalCurve curveOf(const Subjects& subjects, BandTransform transform = BandTransform::LogLog)
{
    auto curve = kaplanMeier(subjects.sample(), {transform, 0.95});
    if (!curve)
        qFatal("no curve: error %d at %zu", int(curve.error().kind), curve.error().index);
    return *std::move(curve);
}

/// Exponential lives with mean 30, watched up to 60, in whole days (ties) or exactly, from the start or from a day of
/// entry.
Subjects randomSubjects(std::uint64_t seed, bool wholeDays, bool withEntries)
{
    Uniform uniform(seed);
    Subjects subjects;
    while (subjects.times.size() < 150) {
        const double life = -30 * std::log(1 - uniform());
        const double watched = 60 * uniform();
        double entry = 20 * uniform();
        double exit = std::min(life, watched);
        if (wholeDays) {
            entry = std::floor(entry);
            exit = std::ceil(exit);
        }
        if (withEntries && entry >= exit)
            continue;
        subjects.times.push_back(exit);
        subjects.events.push_back(life <= watched ? 1 : 0);
        if (withEntries)
            subjects.entries.push_back(entry);
    }
    return subjects;
}

void addCases()
{
    QTest::addColumn<bool>("wholeDays");
    QTest::addColumn<bool>("withEntries");
    QTest::newRow("whole days") << true << false;
    QTest::newRow("whole days, late entries") << true << true;
    QTest::newRow("exact times") << false << false;
    QTest::newRow("exact times, late entries") << false << true;
}

/// The steps at which something happened to the curve.
std::vector<SurvivalStep> eventSteps(const SurvivalCurve& curve)
{
    std::vector<SurvivalStep> steps;
    for (SurvivalStep step : curve.steps) {
        step.censored = 0;
        if (step.events > 0)
            steps.push_back(step);
    }
    return steps;
}

} // namespace

class tst_SurvivalLaws : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void staysBetweenItsBoundsAndNeverRises_data() { addCases(); }

    void staysBetweenItsBoundsAndNeverRises()
    {
        QFETCH(bool, wholeDays);
        QFETCH(bool, withEntries);
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const Subjects subjects = randomSubjects(seed, wholeDays, withEntries);
            for (const BandTransform transform : kTransforms) {
                const SurvivalCurve curve = curveOf(subjects, transform);
                double before = 1;
                double timeBefore = -1;
                std::int64_t exits = 0;
                for (const SurvivalStep& step : curve.steps) {
                    QVERIFY(step.time > timeBefore);
                    QVERIFY(step.survival >= 0 && step.survival <= before);
                    QVERIFY(step.atRisk >= step.events + step.censored);
                    QVERIFY(step.events + step.censored > 0);
                    QVERIFY(!step.stdError || *step.stdError >= 0);
                    QCOMPARE(step.low.has_value(), step.high.has_value());
                    if (step.low)
                        QVERIFY(0 <= *step.low && *step.low <= step.survival && step.survival <= *step.high
                            && *step.high <= 1);
                    before = step.survival;
                    timeBefore = step.time;
                    exits += step.events + step.censored;
                }
                QCOMPARE(exits, curve.subjects);
                const TimeQuantile median = medianTime(curve);
                QVERIFY(median.value && median.low);
                QVERIFY(*median.low <= *median.value && (!median.high || *median.value <= *median.high));
            }
        }
    }

    void doesNotDependOnTheOrderOfSubjects_data() { addCases(); }

    void doesNotDependOnTheOrderOfSubjects()
    {
        QFETCH(bool, wholeDays);
        QFETCH(bool, withEntries);
        const Subjects subjects = randomSubjects(5, wholeDays, withEntries);
        std::vector<std::size_t> order(subjects.times.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        Uniform uniform(6);
        for (int round = 0; round < 10; ++round) {
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1], order[uniform.below(i)]);
            QCOMPARE(curveOf(subjects.reordered(order)), curveOf(subjects));
        }
    }

    void scalesWithTheUnitOfTime_data() { addCases(); }

    void scalesWithTheUnitOfTime()
    {
        QFETCH(bool, wholeDays);
        QFETCH(bool, withEntries);
        const Subjects subjects = randomSubjects(7, wholeDays, withEntries);
        const SurvivalCurve curve = curveOf(subjects);
        // Powers of two are exact; eighths of days are not counted but sorted.
        for (const double factor : {0.125, 1024.0}) {
            Subjects scaled = subjects;
            for (double& time : scaled.times)
                time *= factor;
            for (double& entry : scaled.entries)
                entry *= factor;
            SurvivalCurve back = curveOf(scaled);
            QCOMPARE(*medianTime(back).value, *medianTime(curve).value * factor);
            QCOMPARE(restrictedMean(back)->value, restrictedMean(curve)->value * factor);
            QCOMPARE(restrictedMean(back)->stdError, restrictedMean(curve)->stdError * factor);
            for (SurvivalStep& step : back.steps)
                step.time /= factor;
            QCOMPARE(back, curve);
        }
    }

    void isTheShareStillThereWhenNobodyIsCensored()
    {
        Subjects subjects = randomSubjects(8, true, false);
        subjects.events.assign(subjects.times.size(), 1);
        const SurvivalCurve curve = curveOf(subjects);
        const auto n = double(subjects.times.size());
        for (const SurvivalStep& step : curve.steps) {
            const double share
                = double(std::ranges::count_if(subjects.times, [&](double t) { return t > step.time; })) / n;
            QVERIFY(std::abs(step.survival - share) < 1e-14);
            // Greenwood's formula telescopes to the binomial one.
            if (share > 0)
                QVERIFY(std::abs(*step.stdError - std::sqrt(share * (1 - share) / n)) < 1e-14);
        }
        const double mean = std::accumulate(subjects.times.begin(), subjects.times.end(), 0.0) / n;
        QVERIFY(std::abs(restrictedMean(curve)->value - mean) < 1e-12);
    }

    void doesNotSeeWhoWasNeverThereAtAnEvent()
    {
        Subjects subjects = randomSubjects(9, true, true);
        const std::vector<SurvivalStep> before = eventSteps(curveOf(subjects));
        const double lastEvent = before.back().time;
        // One entered after the last event, one left before the first, one was there between two events only.
        subjects.entries.insert(subjects.entries.end(), {lastEvent + 1, 0, 0});
        subjects.times.insert(subjects.times.end(), {lastEvent + 5, 0.5, 0.25});
        subjects.events.insert(subjects.events.end(), {0, 0, 0});
        QVERIFY(before.front().time >= 1);
        QVERIFY(eventSteps(curveOf(subjects)) == before);
    }

    void doesNotSeeHowLongACensoredOneWasWatchedAfterTheLastEvent()
    {
        Subjects subjects{{2, 3, 5, 7}, {1, 0, 1, 0}, {}, {}, {}};
        const std::vector<SurvivalStep> before = eventSteps(curveOf(subjects));
        subjects.times[3] = 7000;
        QVERIFY(eventSteps(curveOf(subjects)) == before);
    }

    void countsTheSameWhenAFollowUpIsCutInTwo_data() { addCases(); }

    void countsTheSameWhenAFollowUpIsCutInTwo()
    {
        QFETCH(bool, wholeDays);
        QFETCH(bool, withEntries);
        const Subjects whole = randomSubjects(10, wholeDays, withEntries);
        Subjects cut;
        for (std::size_t i = 0; i < whole.times.size(); ++i) {
            const double entry = withEntries ? whole.entries[i] : 0;
            const double at = entry + std::floor((whole.times[i] - entry) / 2);
            if (at > entry && at < whole.times[i]) {
                cut.entries.push_back(entry);
                cut.times.push_back(at);
                cut.events.push_back(0);
            }
            cut.entries.push_back(at);
            cut.times.push_back(whole.times[i]);
            cut.events.push_back(whole.events[i]);
        }
        QVERIFY(cut.times.size() > whole.times.size());
        QVERIFY(eventSteps(curveOf(cut)) == eventSteps(curveOf(whole)));
    }

    void gainsPrecisionButNoOtherShapeFromTwiceTheSubjects()
    {
        const Subjects subjects = randomSubjects(11, true, true);
        Subjects twice = subjects;
        twice.times.insert(twice.times.end(), subjects.times.begin(), subjects.times.end());
        twice.events.insert(twice.events.end(), subjects.events.begin(), subjects.events.end());
        twice.entries.insert(twice.entries.end(), subjects.entries.begin(), subjects.entries.end());
        const SurvivalCurve one = curveOf(subjects);
        const SurvivalCurve two = curveOf(twice);
        QCOMPARE(two.steps.size(), one.steps.size());
        for (std::size_t i = 0; i < one.steps.size(); ++i) {
            QVERIFY(std::abs(two.steps[i].survival - one.steps[i].survival) < 1e-15);
            QCOMPARE(two.steps[i].atRisk, 2 * one.steps[i].atRisk);
            QVERIFY(std::abs(*two.steps[i].stdError * std::sqrt(2.0) - *one.steps[i].stdError) < 1e-14);
        }
    }

    void coversTheTruthAsOftenAsItSays()
    {
        // 2 000 trials of 60 exponential lives (mean 1), watched for 0.5 to 3; the truth at 0.7 is exp(-0.7).
        // The standard error of a coverage of 95 % is sqrt(0.95 0.05 / 2000) = 0.5 %.
        constexpr int kTrials = 2000;
        constexpr double kAt = 0.7;
        const double truth = std::exp(-kAt);
        std::array<int, 3> covered{};
        int medianCovered = 0;
        double sum = 0;
        double sumOfSquares = 0;
        double sumOfVariances = 0;
        Uniform uniform(1958);
        for (int trial = 0; trial < kTrials; ++trial) {
            Subjects subjects;
            for (int i = 0; i < 60; ++i) {
                const double life = -std::log(1 - uniform());
                const double watched = 0.5 + 2.5 * uniform();
                subjects.times.push_back(std::min(life, watched));
                subjects.events.push_back(life <= watched ? 1 : 0);
            }
            for (std::size_t i = 0; i < kTransforms.size(); ++i) {
                const SurvivalCurve curve = curveOf(subjects, kTransforms[i]);
                const SurvivalStep* step = stepAt(curve, kAt);
                QVERIFY(step && step->low);
                covered[i] += *step->low <= truth && truth <= *step->high ? 1 : 0;
                if (kTransforms[i] != BandTransform::LogLog)
                    continue;
                sum += step->survival;
                sumOfSquares += step->survival * step->survival;
                sumOfVariances += *step->stdError * *step->stdError;
                const TimeQuantile median = medianTime(curve);
                medianCovered
                    += *median.low <= std::log(2.0) && (!median.high || std::log(2.0) <= *median.high) ? 1 : 0;
            }
        }
        const double mean = sum / kTrials;
        const double variance = sumOfSquares / kTrials - mean * mean;
        QVERIFY2(std::abs(mean - truth) < 4 * std::sqrt(variance / kTrials), qPrintable(QString::number(mean)));
        QVERIFY2(std::abs(sumOfVariances / kTrials / variance - 1) < 0.1, qPrintable(QString::number(variance)));
        QVERIFY2(covered[0] > 0.925 * kTrials && covered[0] < 0.965 * kTrials, qPrintable(QString::number(covered[0])));
        QVERIFY2(covered[1] > 0.925 * kTrials && covered[1] < 0.965 * kTrials, qPrintable(QString::number(covered[1])));
        QVERIFY2(covered[2] > 0.935 * kTrials && covered[2] < 0.965 * kTrials, qPrintable(QString::number(covered[2])));
        QVERIFY2(medianCovered > 0.93 * kTrials && medianCovered < 0.97 * kTrials,
            qPrintable(QString::number(medianCovered)));
    }

    void isNotFooledByMissingThoseWhoLeftEarly()
    {
        // Members joined up to 2 before an import that knows only who was still there. S(1) is exp(-1) = 0.37.
        Uniform uniform(1976);
        Subjects subjects;
        while (subjects.times.size() < 20'000) {
            const double life = -std::log(1 - uniform());
            const double ageAtImport = 2 * uniform();
            if (life <= ageAtImport)
                continue;
            subjects.entries.push_back(ageAtImport);
            subjects.times.push_back(std::min(life, ageAtImport + 1));
            subjects.events.push_back(life <= ageAtImport + 1 ? 1 : 0);
        }
        QVERIFY(std::abs(*survivalAt(curveOf(subjects), 1) - std::exp(-1.0)) < 0.03);
        subjects.entries.clear();
        QVERIFY(*survivalAt(curveOf(subjects), 1) > 0.6);
    }
};

QTEST_APPLESS_MAIN(tst_SurvivalLaws)

#include "tst_survivallaws.moc"
