// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/assignment.h"
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
#include "analytics/random.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <string>

using namespace lyceum::analytics;
using Kind = AnalyticsError::Kind;

namespace {

constexpr int kRuns = 2000;
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

template <class T>
T valueOf(tl::expected<T, AnalyticsError> result)
{
    if (!result)
        qFatal("error %d at %zu", int(result.error().kind), result.error().index);
    return *std::move(result);
}

template <class T>
bool fails(const tl::expected<T, AnalyticsError>& result, Kind kind, std::size_t index = 0)
{
    return !result && result.error() == AnalyticsError {kind, index};
}

ArmCounts drawn(Random& random, double share, std::int64_t total)
{
    ArmCounts arm {0, total};
    for (std::int64_t i = 0; i < total; ++i)
        arm.events += random.uniform() < share ? 1 : 0;
    return arm;
}

std::vector<double> normals(Random& random, std::size_t n, double mean, double deviation)
{
    std::vector<double> values(n);
    for (double& value : values)
        value = mean + deviation * random.normal();
    return values;
}

bool covers(const Estimate& estimate, double truth)
{
    return *estimate.low <= truth && truth <= *estimate.high;
}

double chooses(int n, int k)
{
    double result = 1;
    for (int i = 1; i <= k; ++i)
        result = result * (n - k + i) / i;
    return result;
}

bool isClose(double a, double b, double relative)
{
    return std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b));
}

} // namespace

/// What must hold whatever the numbers are: laws, what intervals promise, and what is answered to input that makes no sense.
class tst_ExperimentLaws : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void intervalsOfDifferencesCoverWhatTheyPromise()
    {
        Random random(20260301);
        int newcombe = 0;
        int welch = 0;
        int adjusted = 0;
        int ranks = 0;
        for (int run = 0; run < kRuns; ++run) {
            const auto shares = valueOf(compareProportions(drawn(random, 0.2, 90), drawn(random, 0.32, 110)));
            newcombe += covers(shares.difference, 0.12) ? 1 : 0;
            const std::vector<double> few = normals(random, 12, 1, 1);
            const std::vector<double> wide = normals(random, 20, 3, 4);
            welch += covers(valueOf(welchTest(valueOf(momentsOf(few)), valueOf(momentsOf(wide)))).difference, 2) ? 1 : 0;
            ranks += covers(valueOf(mannWhitney(few, normals(random, 15, 3, 1))).shift, 2) ? 1 : 0;
            std::array<std::vector<double>, 2> before {normals(random, 40, 10, 2), normals(random, 40, 10, 2)};
            std::array<std::vector<double>, 2> outcome;
            for (std::size_t arm = 0; arm < 2; ++arm) {
                for (const double value : before[arm])
                    outcome[arm].push_back(1.5 * value + random.normal() + double(arm));
            }
            const CupedTest test = valueOf(cuped({outcome[0], before[0]}, {outcome[1], before[1]}));
            adjusted += covers(test.adjusted.difference, 1) ? 1 : 0;
            QVERIFY(test.varianceRatio < 0.5);
        }
        for (const int covered : {newcombe, welch, adjusted})
            QVERIFY2(std::abs(covered - 0.95 * kRuns) <= 0.015 * kRuns, qPrintable(QString::number(covered)));
        // Of a discrete distribution the interval may cover more.
        QVERIFY2(ranks >= (0.95 - 0.015) * kRuns, qPrintable(QString::number(ranks)));
    }

    void peekingAtEveryMemberIsRarelyWrong()
    {
        Random random(7);
        int wrong = 0;
        int wrongMeans = 0;
        int wrongByEye = 0;
        int uncovered = 0;
        for (int run = 0; run < kRuns; ++run) {
            const double share = run % 2 == 0 ? 0.1 : 0.5;
            TwoProportionSprt test = valueOf(TwoProportionSprt::make(0.05));
            MeanSprt means = valueOf(MeanSprt::make(0.3));
            ArmCounts control;
            ArmCounts treatment;
            bool fooled = false;
            bool isMissed = false;
            for (int member = 0; member < 1200; ++member) {
                const bool isTreatment = member % 2 == 1;
                const bool hasEvent = random.uniform() < share;
                const AlwaysValid& now = test.add(isTreatment, hasEvent);
                isMissed = isMissed || now.low > 0 || now.high < 0;
                if (member < 600)
                    means.add(isTreatment, 1e6 + (run % 2 == 0 ? random.exponential() : random.normal()));
                ArmCounts& arm = isTreatment ? treatment : control;
                ++arm.total;
                arm.events += hasEvent ? 1 : 0;
                if (member % 50 == 49 && member > 100 && !fooled)
                    fooled = valueOf(compareProportions(control, treatment)).chiSquare->p < 0.05;
            }
            wrong += test.answer().p <= 0.05 ? 1 : 0;
            wrongMeans += means.answer().p <= 0.05 ? 1 : 0;
            wrongByEye += fooled ? 1 : 0;
            uncovered += isMissed ? 1 : 0;
        }
        QVERIFY2(wrong <= 0.05 * kRuns, qPrintable(QString::number(wrong)));
        QVERIFY2(wrongMeans <= 0.05 * kRuns, qPrintable(QString::number(wrongMeans)));
        QVERIFY2(uncovered <= 0.05 * kRuns, qPrintable(QString::number(uncovered)));
        QVERIFY2(wrongByEye >= 0.15 * kRuns, qPrintable(QString::number(wrongByEye))); // what the sequential test is for
    }

    void aMeanThatIsNoNumberIsPassedOver()
    {
        MeanSprt test = valueOf(MeanSprt::make(1));
        MeanSprt clean = valueOf(MeanSprt::make(1));
        Random random(4);
        for (int member = 0; member < 200; ++member) {
            const double value = random.normal() + (member % 2);
            test.add(member % 3 == 0, kNan);
            test.add(member % 2 == 1, 1e300);
            QCOMPARE(test.add(member % 2 == 1, value), clean.add(member % 2 == 1, value));
        }
        QCOMPARE(clean.answer().looks, std::int64_t(200 - 59));
        QVERIFY(clean.answer().p < 0.01);
    }

    void findsADifferenceThatIsThere()
    {
        Random random(8);
        int found = 0;
        for (int run = 0; run < 200; ++run) {
            TwoProportionSprt test = valueOf(TwoProportionSprt::make(0.1));
            for (int member = 0; member < 4000 && test.answer().p > 0.05; ++member)
                test.add(member % 2 == 1, random.uniform() < (member % 2 == 1 ? 0.4 : 0.3));
            found += test.answer().p <= 0.05 && test.answer().difference > 0 ? 1 : 0;
        }
        QVERIFY2(found >= 190, qPrintable(QString::number(found)));
    }

    void plannedLooksSpendAlphaAndKeepPower_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("Pocock") << 0;
        QTest::newRow("O'Brien-Fleming") << 1;
        QTest::newRow("spending at uneven times") << 2;
    }
    void plannedLooksSpendAlphaAndKeepPower()
    {
        QFETCH(int, kind);
        const std::array times {0.1, 0.35, 0.5, 1.0};
        const GroupSequentialDesign design = valueOf(kind == 2 ? spendingDesign(AlphaSpending::Pocock, times)
                                                               : groupSequential(kind == 0 ? GroupSequentialBounds::Pocock : GroupSequentialBounds::OBrienFleming, 4));
        const double factor = valueOf(inflationFactor(design, 0.8));
        const double drift = 2.8015851884 * std::sqrt(factor); // z at 0.975 and at 0.8
        QVERIFY(isClose(valueOf(crossingProbability(design, drift)), 0.8, 2e-6));
        constexpr int kMany = 40'000;
        Random random(11);
        for (const double truth : {0.0, drift}) {
            int crossed = 0;
            for (int run = 0; run < kMany; ++run) {
                double sum = 0;
                double before = 0;
                for (std::size_t k = 0; k < design.bounds.size(); ++k) {
                    const double information = design.information[k];
                    sum += truth * (information - before) + std::sqrt(information - before) * random.normal();
                    before = information;
                    if (std::abs(sum / std::sqrt(information)) >= design.bounds[k]) {
                        ++crossed;
                        break;
                    }
                }
            }
            const double expected = truth == 0 ? 0.05 : 0.8;
            const double error = std::sqrt(expected * (1 - expected) / kMany);
            QVERIFY2(std::abs(crossed / double(kMany) - expected) < 3.5 * error, qPrintable(QString::number(crossed)));
        }
    }

    void assignsByWeightAndIndependently()
    {
        SipKey key {};
        key[3] = 77;
        constexpr std::int64_t kMembers = 200'000;
        const Assignment first = valueOf(Assignment::make(key, "first", std::vector<std::uint32_t> {1, 1}));
        const Assignment second = valueOf(Assignment::make(key, "second", std::vector<std::uint32_t> {700, 0, 200, 100}));
        std::array<std::int64_t, 2> halves {};
        std::array<std::int64_t, 4> parts {};
        std::array<ArmCounts, 2> both;
        for (std::int64_t i = 0; i < kMembers; ++i) {
            const std::string member = "member-" + std::to_string(i);
            const std::size_t a = first.variantOf(member);
            const std::size_t b = second.variantOf(member);
            QCOMPARE(first.variantOf(member), a);
            ++halves.at(a);
            ++parts.at(b);
            ++both.at(a).total;
            both.at(a).events += b == 0 ? 1 : 0;
        }
        QVERIFY(valueOf(sampleRatioTest(halves, std::array {1.0, 1.0})).test.p > 0.01);
        QCOMPARE(parts[1], 0);
        QVERIFY(valueOf(sampleRatioTest(std::array {parts[0], parts[2], parts[3]}, std::array {7.0, 2.0, 1.0})).test.p > 0.01);
        QVERIFY(valueOf(compareProportions(both[0], both[1])).chiSquare->p > 0.01);
        // A wider second variant takes members from its neighbour only.
        const Assignment wider = valueOf(Assignment::make(key, "second", std::vector<std::uint32_t> {600, 100, 200, 100}));
        for (int i = 0; i < 2000; ++i) {
            const std::string member = std::to_string(i);
            const std::size_t before = second.variantOf(member);
            const std::size_t after = wider.variantOf(member);
            QVERIFY(before == after || (before == 0 && after == 1));
        }
    }

    /// Computed from the description in the header by a program of a few lines in Python.
    void assignsAsAnotherProgramWould_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<quint64>("hash");
        QTest::addColumn<int>("variant");
        QTest::newRow("a short identifier") << QByteArray("m-1") << quint64(0xcc7af677fe0dff39U) << 1;
        QTest::newRow("another") << QByteArray("m-2") << quint64(0xcaf99b988c840cb7U) << 1;
        QTest::newRow("not in ASCII") << QByteArray("成员三") << quint64(0xbce2375be7ba5726U) << 1;
        QTest::newRow("nobody") << QByteArray("") << quint64(0xf4af2e00a38fa78aU) << 2;
        QTest::newRow("as Ghost has them") << QByteArray("65f0c0ffee0123456789abcd") << quint64(0x3a57c5b227aa4997U) << 0;
    }
    void assignsAsAnotherProgramWould()
    {
        QFETCH(QByteArray, member);
        QFETCH(quint64, hash);
        QFETCH(int, variant);
        SipKey key {};
        std::iota(key.begin(), key.end(), std::uint8_t(0));
        const std::string experiment = "welcome mail";
        const Assignment assignment = valueOf(Assignment::make(key, experiment, std::vector<std::uint32_t> {5, 3, 2}));
        QCOMPARE(int(assignment.variantOf({member.data(), std::size_t(member.size())})), variant);
        std::vector<std::uint8_t> message(experiment.begin(), experiment.end());
        message.push_back(0);
        message.insert(message.end(), member.begin(), member.end());
        QCOMPARE(quint64(sipHash24(key, message)), hash);
    }

    void fishersTestCountsTables()
    {
        for (int n1 = 1; n1 <= 7; ++n1) {
            for (int n2 = 1; n2 <= 7; ++n2) {
                for (int a = 0; a <= n1; ++a) {
                    for (int c = 0; c <= n2; ++c) {
                        const double all = chooses(n1 + n2, a + c);
                        const double here = chooses(n1, a) * chooses(n2, c);
                        double p = 0;
                        double greater = 0;
                        for (int x = std::max(0, a + c - n1); x <= std::min(n2, a + c); ++x) {
                            const double ways = chooses(n1, a + c - x) * chooses(n2, x);
                            p += ways <= here * (1 + 1e-7) ? ways / all : 0;
                            greater += x >= c ? ways / all : 0;
                        }
                        const FisherTest found = valueOf(fisherExact({a, n1}, {c, n2}));
                        QVERIFY(isClose(found.p, p, 1e-12));
                        QVERIFY(isClose(found.pGreater, greater, 1e-12));
                        QVERIFY(std::isnan(found.oddsRatio.value)
                            || (*found.oddsRatio.low <= found.oddsRatio.value && found.oddsRatio.value <= *found.oddsRatio.high));
                        const FisherTest swapped = valueOf(fisherExact({c, n2}, {a, n1}));
                        QVERIFY(isClose(swapped.p, p, 1e-12));
                        if (found.oddsRatio.value > 0 && std::isfinite(found.oddsRatio.value))
                            QVERIFY(isClose(swapped.oddsRatio.value * found.oddsRatio.value, 1, 1e-10));
                    }
                }
            }
        }
    }

    void fishersTestStaysExactForMillions()
    {
        // Pearson's and Fisher's p agree better the more there are, and the tail keeps its digits where p itself is no number.
        const FisherTest near = valueOf(fisherExact({1'000'000, 20'000'000}, {1'003'000, 20'000'000}));
        const ProportionComparison pearson = valueOf(compareProportions({1'000'000, 20'000'000}, {1'003'000, 20'000'000}));
        QVERIFY(isClose(near.p, pearson.corrected->p, 1e-4));
        QVERIFY(isClose(near.oddsRatio.value, pearson.oddsRatio->value, 1e-6));
        QVERIFY(isClose(*near.oddsRatio.low, *pearson.oddsRatio->low, 1e-5));
        const FisherTest far = valueOf(fisherExact({1000, 100'000}, {9000, 100'000}));
        QCOMPARE(far.p, 0.0);
        QVERIFY(far.log10P < -1500 && far.log10P > -2000);
    }

    void posteriorsAgreeHoweverTheyAreComputed()
    {
        // With a third variant nobody would choose the integral is taken; without it the closed form.
        for (const auto& [first, second] : {std::pair(ArmCounts {3, 12}, ArmCounts {9, 11}), std::pair(ArmCounts {0, 5}, ArmCounts {0, 5}),
                 std::pair(ArmCounts {200, 10'000}, ArmCounts {250, 10'000}), std::pair(ArmCounts {0, 1}, ArmCounts {400'000, 1'000'000}),
                 std::pair(ArmCounts {500'000, 10'000'000}, ArmCounts {501'000, 10'000'000})}) {
            const auto two = valueOf(posteriorArms(std::array {first, second}));
            const auto three = valueOf(posteriorArms(std::array {first, second, ArmCounts {0, 1'000'000'000}}));
            QVERIFY(std::abs(two[0].probabilityBest + two[1].probabilityBest - 1) < 1e-12);
            for (std::size_t i = 0; i < 2; ++i) {
                QVERIFY2(isClose(two[i].probabilityBest, three[i].probabilityBest, 1e-6),
                    qPrintable(QString::number(two[i].probabilityBest, 'g', 15) + u' ' + QString::number(three[i].probabilityBest, 'g', 15)));
                QVERIFY(isClose(two[i].expectedLoss, three[i].expectedLoss, 1e-6));
            }
            // E[b - a] = E[(b - a)+] - E[(a - b)+]
            QVERIFY(std::abs((two[1].rate.value - two[0].rate.value) - (two[0].expectedLoss - two[1].expectedLoss)) < 1e-12);
            // E[(a - b)+] in closed form, which cancels: Beta(alpha + 1, beta) is one more success.
            const auto up = valueOf(posteriorArms(std::array {ArmCounts {first.events + 1, first.total + 1}, second}));
            const auto down = valueOf(posteriorArms(std::array {first, ArmCounts {second.events + 1, second.total + 1}}));
            const double loss = two[0].rate.value * up[0].probabilityBest - two[1].rate.value * down[0].probabilityBest;
            QVERIFY2(std::abs(loss - two[1].expectedLoss) < 1e-12, qPrintable(QString::number(loss)));
        }
    }

    void posteriorsOfManyAddUp()
    {
        const std::array arms {ArmCounts {12, 100}, ArmCounts {15, 90}, ArmCounts {1500, 10'000}, ArmCounts {3, 8}, ArmCounts {0, 3}};
        for (const BetaPrior prior : {BetaPrior {1, 1}, BetaPrior {0.5, 0.5}, BetaPrior {20, 80}}) {
            const auto found = valueOf(posteriorArms(arms, prior));
            double sum = 0;
            for (const PosteriorArm& arm : found) {
                sum += arm.probabilityBest;
                QVERIFY(*arm.rate.low < arm.rate.value && arm.rate.value < *arm.rate.high);
                QVERIFY(arm.expectedLoss > 0);
            }
            QVERIFY2(std::abs(sum - 1) < 1e-9, qPrintable(QString::number(sum, 'g', 15)));
            // E[max] is the same for all of them.
            for (const PosteriorArm& arm : found)
                QVERIFY(std::abs(arm.rate.value + arm.expectedLoss - found[0].rate.value - found[0].expectedLoss) < 1e-10);
        }
        const auto alone = valueOf(posteriorArms(std::array {ArmCounts {1, 2}}));
        QVERIFY(std::abs(alone[0].probabilityBest - 1) < 1e-12);
        QCOMPARE(alone[0].expectedLoss, 0.0);
        const auto same = valueOf(posteriorArms(std::array {ArmCounts {4, 9}, ArmCounts {4, 9}}));
        QVERIFY(std::abs(same[0].probabilityBest - 0.5) < 1e-13);
    }

    void shiftsAreThoseOfAllDifferences()
    {
        Random random(5);
        for (int run = 0; run < 400; ++run) {
            std::vector<double> x(1 + random.below(70));
            std::vector<double> y(1 + random.below(70));
            const bool isTied = run % 2 == 0;
            for (std::vector<double>* values : {&x, &y}) {
                for (double& value : *values)
                    value = isTied ? double(random.below(6)) - 2 : std::exp(3 * random.normal()) - 1;
            }
            x.front() = 9; // not all the same
            std::vector<double> all;
            double w = 0;
            for (const double b : x) {
                for (const double a : y) {
                    all.push_back(b - a);
                    w += b > a ? 1 : b == a ? 0.5 : 0;
                }
            }
            std::ranges::sort(all);
            const MannWhitneyTest found = valueOf(mannWhitney(y, x));
            QCOMPARE(found.w, w);
            const double median = (all[(all.size() - 1) / 2] + all[all.size() / 2]) / 2;
            QVERIFY(std::abs(found.shift.value - median) <= 1e-12 * (1 + std::abs(median)));
            QVERIFY(std::ranges::binary_search(all, *found.shift.low));
            QVERIFY(std::ranges::binary_search(all, *found.shift.high));
            const MannWhitneyTest swapped = valueOf(mannWhitney(x, y));
            QVERIFY(isClose(swapped.p, found.p, 1e-12));
            QCOMPARE(swapped.w, double(all.size()) - w);
            QCOMPARE(*swapped.shift.low, -*found.shift.high);
        }
    }

    void answersForAMillion()
    {
        Random random(1);
        std::vector<double> x(1'000'000);
        std::vector<double> y(1'000'000);
        for (std::size_t i = 0; i < x.size(); ++i) {
            y[i] = 1e9 + random.exponential();
            x[i] = 1e9 + random.exponential() + 0.01;
        }
        const WelchTest welch = valueOf(welchTest(valueOf(momentsOf(y)), valueOf(momentsOf(x))));
        QVERIFY(covers(welch.difference, 0.01));
        QVERIFY(std::abs(welch.control.variance - 1) < 0.02);
        const MannWhitneyTest ranks = valueOf(mannWhitney(y, x));
        QVERIFY(covers(ranks.shift, 0.01));
        QVERIFY(ranks.p < 1e-10);
    }

    void momentsSurviveALargeMean()
    {
        std::vector<double> values;
        for (int i = 0; i < 1001; ++i)
            values.push_back(1e12 + i);
        const SampleMoments found = valueOf(momentsOf(values));
        QCOMPARE(found.mean, 1e12 + 500);
        QCOMPARE(found.variance, 1001.0 * 1002 / 12); // of 0 ... n - 1: n (n + 1) / 12
        QCOMPARE(valueOf(momentsOf(std::array {4.0})), (SampleMoments {1, 4, 0}));
        // Student's t of 2 degrees of freedom in closed form: (2 p - 1) / sqrt(2 p (1 - p)), here 4.3027.
        const Estimate mean = meanOf(valueOf(momentsOf(std::array {1.0, 2.0, 3.0}))).value();
        QVERIFY(isClose(*mean.high - 2, 0.95 / std::sqrt(2 * 0.975 * 0.025) / std::sqrt(3), 1e-12) && isClose(2 - *mean.low, *mean.high - 2, 1e-12));
        QVERIFY(!meanOf({1, 4, 0})->low && !meanOf({}) && !meanOf({3, 1, 1}, 1));
    }

    void cupedAgreesWithWelchWhereNothingCanBeGained()
    {
        // Measured before has nothing to do with the outcome: the slope is exactly 0 by construction.
        const std::vector<double> outcome {1, 2, 1, 2, 4, 3, 4, 3};
        const std::vector<double> before {5, 5, 7, 7, 5, 5, 7, 7};
        const CupedTest found = valueOf(cuped({outcome, before}, {std::vector<double> {5, 6, 5, 6, 8, 7, 8, 7}, before}));
        QCOMPARE(found.theta, 0.0);
        QCOMPARE(found.adjusted.t, found.plain.t);
        QCOMPARE(found.varianceRatio, 1.0);
    }

    void aRowMoreOfTheSameChangesNothingInStrata()
    {
        const std::vector<Stratum> strata {{{10, 50}, {20, 60}}, {{5, 40}, {9, 30}}};
        std::vector<Stratum> more = strata;
        more.push_back({{0, 0}, {5, 9}}); // no control
        more.push_back({{0, 7}, {0, 5}}); // nobody has the event
        const StratifiedComparison found = valueOf(mantelHaenszel(strata));
        const StratifiedComparison other = valueOf(mantelHaenszel(more));
        QCOMPARE(other.oddsRatio->value, found.oddsRatio->value);
        QCOMPARE(other.chiSquare, found.chiSquare);
        QCOMPARE(other.homogeneity, found.homogeneity);
        QCOMPARE(other.strata, std::size_t(2));
        QCOMPARE(other.strataGiven, std::size_t(4));
        QVERIFY(other.difference.value < found.difference.value); // those of the empty stratum differ by 0
        // One stratum is the plain comparison.
        const StratifiedComparison one = valueOf(mantelHaenszel(std::array {Stratum {{18, 120}, {31, 115}}}));
        const ProportionComparison plain = valueOf(compareProportions({18, 120}, {31, 115}));
        QVERIFY(isClose(one.oddsRatio->value, plain.oddsRatio->value, 1e-14));
        QVERIFY(isClose(one.difference.value, plain.difference.value, 1e-13));
        QVERIFY(isClose(one.chiSquare.chiSquare, plain.chiSquare->chiSquare * 234 / 235, 1e-13));
        QVERIFY(!one.homogeneity);
    }

    void homogeneityOfTwoIsTheComparison()
    {
        const std::array arms {ArmCounts {18, 120}, ArmCounts {31, 115}};
        const HomogeneityTest found = valueOf(homogeneityTest(arms));
        QCOMPARE(found.chiSquare, *valueOf(compareProportions(arms[0], arms[1])).chiSquare);
        // By hand: three variants of 10, expected 4 and 6 in each; 4 / 4 + 4 / 6, twice.
        const HomogeneityTest three = valueOf(homogeneityTest(std::array {ArmCounts {2, 10}, ArmCounts {4, 10}, ArmCounts {6, 10}}));
        QVERIFY(isClose(three.chiSquare.chiSquare, 2 * (1 + 4.0 / 6), 1e-14));
        QCOMPARE(three.chiSquare.df, 2);
        QCOMPARE(three.warnings, std::vector {Warning::TooFew});
    }

    void answersAtTheEdges()
    {
        const ProportionComparison none = valueOf(compareProportions({0, 20}, {0, 30}));
        QVERIFY(!none.z && !none.chiSquare && !none.riskRatio && !none.oddsRatio);
        QVERIFY(none.difference.value == 0 && *none.difference.low < 0 && *none.difference.high > 0);
        QCOMPARE(none.warnings, (std::vector {Warning::TooFew, Warning::AtBoundary}));
        const ProportionComparison gone = valueOf(compareProportions({5, 20}, {0, 30}));
        QCOMPARE(gone.riskRatio->value, 0.0);
        QVERIFY(!gone.riskRatio->low && !gone.oddsRatio);
        const FisherTest nobody = valueOf(fisherExact({0, 20}, {0, 30}));
        QCOMPARE(nobody.p, 1.0);
        QVERIFY(std::isnan(nobody.oddsRatio.value));
        const FisherTest all = valueOf(fisherExact({0, 20}, {30, 30}));
        QCOMPARE(all.oddsRatio.value, kInfinity);
        // fisher.test of R 4.2.2: 74.96
        QVERIFY(isClose(*all.oddsRatio.low, 74.96, 1e-3) && *all.oddsRatio.high == kInfinity);
        const SampleMoments constant {5, 2, 0};
        QVERIFY(fails(welchTest(constant, {5, 3, 0}), Kind::NoVariation));
        QCOMPARE(valueOf(welchTest(constant, {5, 3, 1})).df, 4.0);
        QVERIFY(fails(mannWhitney(std::array {2.0, 2.0}, std::array {2.0}), Kind::NoVariation));
        QCOMPARE(valueOf(mannWhitney(std::array {0.0}, std::array {-0.0, 1.0})).w, 1.5);
        QVERIFY(fails(mantelHaenszel(std::array {Stratum {{0, 5}, {0, 5}}}), Kind::TooFew));
        QVERIFY(fails(homogeneityTest(std::array {ArmCounts {3, 3}, ArmCounts {2, 2}}), Kind::NoVariation));
    }

    void namesWhatMakesNoSense()
    {
        const std::vector<double> good {1, 2, 3};
        QVERIFY(fails(compareProportions({3, 2}, {1, 2}), Kind::BadCount, 0));
        QVERIFY(fails(compareProportions({1, 2}, {-1, 2}), Kind::BadCount, 1));
        QVERIFY(fails(compareProportions({0, 0}, {1, 2}), Kind::TooFew));
        QVERIFY(fails(compareProportions({1, 2}, {1, 2}, 1), Kind::BadLevel));
        QVERIFY(fails(fisherExact({1, 2}, {3, 2}), Kind::BadCount, 1));
        QVERIFY(fails(fisherExact({1, 2}, {0, 0}), Kind::TooFew));
        QVERIFY(fails(fisherExact({1, 2}, {1, 2}, kNan), Kind::BadLevel));
        QVERIFY(fails(fisherExact({1, kMostForFisher + 1}, {1, 2}), Kind::TooLarge, std::size_t(kMostForFisher)));
        QVERIFY(fails(momentsOf({}), Kind::TooFew));
        QVERIFY(fails(momentsOf(std::array {1.0, kNan}), Kind::NotFinite, 1));
        QVERIFY(fails(momentsOf(std::array {1.0, 1e200}), Kind::BadValue, 1));
        QVERIFY(fails(welchTest({1, 0, 0}, {5, 0, 1}), Kind::TooFew, 1));
        QVERIFY(fails(welchTest({5, kNan, 1}, {5, 0, 1}), Kind::NotFinite, 0));
        QVERIFY(fails(cuped({good, good}, {good, std::array {1.0}}), Kind::LengthsDiffer, 1));
        QVERIFY(fails(cuped({good, good}, {good, std::array {1.0, kInfinity, 1.0}}), Kind::NotFinite, 4));
        QVERIFY(fails(cuped({good, std::array {7.1, 7.1, 7.1}}, {good, std::array {7.1, 7.1, 7.1}}), Kind::NoVariation));
        QVERIFY(fails(cuped({{}, {}}, {good, good}), Kind::TooFew));
        QVERIFY(fails(mannWhitney({}, good), Kind::TooFew));
        QVERIFY(fails(mannWhitney(good, std::array {1.0, kInfinity}), Kind::NotFinite, 4));
        QVERIFY(fails(sampleRatioTest(std::array {std::int64_t(1)}, std::array {1.0}), Kind::TooFew, 1));
        QVERIFY(fails(sampleRatioTest(std::array<std::int64_t, 2> {0, 0}, std::array {1.0, 1.0}), Kind::TooFew));
        QVERIFY(fails(sampleRatioTest(std::array<std::int64_t, 2> {1, -1}, std::array {1.0, 1.0}), Kind::BadCount, 1));
        QVERIFY(fails(sampleRatioTest(std::array<std::int64_t, 2> {1, 1}, std::array {1.0, 0.0}), Kind::BadWeight, 1));
        QVERIFY(fails(sampleRatioTest(std::array<std::int64_t, 2> {1, 1}, std::array {1.0}), Kind::LengthsDiffer, 1));
        QVERIFY(fails(posteriorArms({}), Kind::TooFew));
        QVERIFY(fails(posteriorArms(std::array {ArmCounts {2, 1}}), Kind::BadCount));
        QVERIFY(fails(posteriorArms(std::array {ArmCounts {1, 1}}, {0.1, 1}), Kind::BadRange));
        QVERIFY(fails(posteriorArms(std::vector<ArmCounts>(101, {1, 2})), Kind::TooLarge, 100));
        QVERIFY(fails(Assignment::make({}, "x", {}), Kind::BadWeight));
        QVERIFY(fails(Assignment::make({}, "x", std::array<std::uint32_t, 2> {0, 0}), Kind::BadWeight));
        QVERIFY(fails(Assignment::make({}, "x", std::array<std::uint32_t, 2> {~0U, 1}), Kind::BadWeight, 1));
        QVERIFY(fails(Assignment::make({}, std::string_view("a\0b", 3), std::array<std::uint32_t, 1> {1}), Kind::BadValue, 1));
        QVERIFY(!MixtureSprt::make(0) && !MixtureSprt::make(kNan) && !MixtureSprt::make(1, 0));
        QVERIFY(fails(groupSequential(GroupSequentialBounds::Pocock, 0), Kind::BadRange));
        QVERIFY(fails(groupSequential(GroupSequentialBounds::Pocock, 51), Kind::BadRange));
        QVERIFY(fails(spendingDesign(AlphaSpending::Pocock, std::array {0.5, 0.5}), Kind::BadRange, 1));
        QVERIFY(fails(spendingDesign(AlphaSpending::Pocock, std::array {0.5, kNan}), Kind::BadRange, 1));
        QVERIFY(fails(crossingProbability({}, 1), Kind::BadRange));
        QVERIFY(fails(sampleSize(ProportionPlan {0.5, 0}), Kind::BadRange));
        QVERIFY(fails(sampleSize(ProportionPlan {0.5, 0.5}), Kind::BadRange));
        QVERIFY(fails(sampleSize(ProportionPlan {kNan, 0.1}), Kind::BadRange));
        QVERIFY(fails(sampleSize(ProportionPlan {0.5, 1e-9}), Kind::TooLarge, 1'000'000'000'000));
        QVERIFY(fails(sampleSize(MeanPlan {1, 0}), Kind::BadRange));
        QVERIFY(fails(sampleSize(MeanPlan {1e-9, 1}), Kind::TooLarge, 1'000'000'000'000));
        QVERIFY(fails(plannedPower(MeanPlan {1, 1}, 1.5), Kind::BadRange));
    }

    void aLookThatSaysNothingIsPassedOver()
    {
        MixtureSprt test = valueOf(MixtureSprt::make(1));
        for (const auto& [difference, variance] :
            {std::pair(kNan, 1.0), std::pair(1.0, 0.0), std::pair(1.0, -1.0), std::pair(kInfinity, 1.0), std::pair(1.0, kNan)})
            test.look(difference, variance);
        QCOMPARE(test.answer(), valueOf(MixtureSprt::make(1)).answer());
        test.look(2, 1e-9);
        QCOMPARE(test.answer().p, 0.0); // below the smallest double
        QVERIFY(test.answer().low < 2 && test.answer().high > 2);
        test.look(-2, 1e-9); // contradicts the first: only the last interval is left, and p does not rise
        QVERIFY(test.answer().low < -2 && test.answer().high > -2);
        QCOMPARE(test.answer().p, 0.0);
    }

    void nothingCrashesOnNonsense()
    {
        Random random(99);
        const std::array strange {0.0, -0.0, 1.0, -1.0, kNan, kInfinity, -kInfinity, 1e308, -1e308, 5e-324, 1e-300, 1e150, 0.5, 0.95, 1 - 1e-16};
        const auto number = [&] { return random.below(2) == 0 ? strange[random.below(strange.size())] : 10 * random.normal(); };
        const auto count = [&] {
            const std::array counts {std::int64_t(0), std::int64_t(1), std::int64_t(-1), std::int64_t(7), std::int64_t(1'000'000),
                std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()};
            return random.below(4) == 0 ? counts[random.below(counts.size())] : std::int64_t(random.below(40));
        };
        const auto list = [&] {
            std::vector<double> values(random.below(6));
            std::ranges::generate(values, random.below(3) == 0 ? std::function<double()>(number) : [&] { return double(random.below(5)); });
            return values;
        };
        const auto arm = [&] {
            const std::int64_t total = count();
            const bool isSane = total > 0 && total < 1'000'000'000 && random.below(4) != 0;
            return ArmCounts {isSane ? std::int64_t(random.below(std::uint64_t(total) + 1)) : count(), total};
        };
        int answered = 0;
        for (int run = 0; run < 6000; ++run) {
            const double level = random.below(3) == 0 ? number() : 0.9;
            const ArmCounts first = arm();
            const ArmCounts second = arm();
            if (const auto found = compareProportions(first, second, level)) {
                ++answered;
                QVERIFY(*found->difference.low <= found->difference.value && found->difference.value <= *found->difference.high);
            }
            if (const auto found = fisherExact(first, second, level))
                QVERIFY(found->p >= 0 && found->p <= 1 && !std::isnan(*found->oddsRatio.low) && !std::isnan(*found->oddsRatio.high));
            if (const auto found = mantelHaenszel(std::array {Stratum {first, second}, Stratum {arm(), arm()}}, level))
                QVERIFY(found->chiSquare.p >= 0 && std::isfinite(found->difference.value));
            if (run % 20 == 0) {
                if (const auto found = posteriorArms(std::array {first, second, arm()}, {1 + std::abs(number()), 1}, level))
                    QVERIFY(found->at(0).expectedLoss >= 0 && found->at(0).probabilityBest >= 0);
            }
            (void)sampleRatioTest(std::array {count(), count()}, std::array {number(), number()});
            const std::vector<double> a = list();
            const std::vector<double> b = list();
            if (const auto found = mannWhitney(a, b, level))
                QVERIFY(found->p >= 0 && found->p <= 1 && *found->shift.low <= *found->shift.high);
            if (const auto moments = momentsOf(a)) {
                if (const auto found = welchTest(*moments, {count(), number(), number()}, level))
                    QVERIFY(found->p >= 0 && found->p <= 1 && found->df > 0);
            }
            if (const auto found = cuped({a, list()}, {b, list()}, level))
                QVERIFY(std::isfinite(found->theta));
            ProportionPlan plan {number(), number(), level, number(), std::abs(number())};
            plan.form = random.below(2) == 0 ? ProportionPlan::Form::Normal : ProportionPlan::Form::Arcsine;
            if (const auto found = sampleSize(plan))
                QVERIFY(found->control >= 1 && found->power > 0);
            (void)detectableEffect(plan, number());
            (void)sampleSize(MeanPlan {number(), number(), level, 0.8, 1});
            if (auto test = MixtureSprt::make(number(), level)) {
                for (int look = 0; look < 3; ++look)
                    test->look(number(), number());
                QVERIFY(test->answer().p >= 0 && test->answer().p <= 1 && test->answer().low <= test->answer().high);
            }
            if (run % 100 == 0) {
                if (const auto found = spendingDesign(AlphaSpending::OBrienFleming, std::array {std::abs(number()), std::abs(number())}, 1 - level))
                    QVERIFY(found->bounds.at(0) > 0);
            }
        }
        QVERIFY(answered > 1000);
    }
};

QTEST_APPLESS_MAIN(tst_ExperimentLaws)
#include "tst_experimentlaws.moc"
