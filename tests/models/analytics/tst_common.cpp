// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/minimise.h"
#include "analytics/random.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

using namespace lyceum::analytics;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

double rosenbrock(std::span<const double> x)
{
    return 100 * std::pow(x[1] - x[0] * x[0], 2) + std::pow(1 - x[0], 2);
}

/// Rosenbrock's valley in as many dimensions as there are, with its gradient.
double longValley(std::span<const double> x, std::span<double> gradient)
{
    std::ranges::fill(gradient, 0);
    double sum = 0;
    for (std::size_t i = 0; i + 1 < x.size(); ++i) {
        const double off = x[i + 1] - x[i] * x[i];
        sum += 100 * off * off + (1 - x[i]) * (1 - x[i]);
        gradient[i] += -400 * off * x[i] - 2 * (1 - x[i]);
        gradient[i + 1] += 200 * off;
    }
    return sum;
}

/// The share of the mean of `power` among n draws, with the error of that mean.
struct Moment {
    double mean = 0;
    double error = 0;
};

template <class Draw>
Moment momentOf(Draw draw, int power, int n)
{
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; ++i) {
        const double value = std::pow(draw(), power);
        sum += value;
        squares += value * value;
    }
    const double mean = sum / n;
    return {mean, std::sqrt((squares / n - mean * mean) / n)};
}

} // namespace

/// What all of the mathematics stands on: random numbers and the search for a minimum.
class tst_Common : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// From a program in Python that gives the published numbers of both generators: splitmix64 of 1234567 begins with
    /// 6457827717110365317, 3203168211198807973; xoshiro256** of the state 1, 2, 3, 4 with 11520, 0, 1509978240.
    void randomNumbersAreThoseOfTheAuthors_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<QList<quint64>>("expected");
        QTest::newRow("0") << quint64(0) << QList<quint64> {11091344671253066420U, 13793997310169335082U, 1900383378846508768U, 7684712102626143532U};
        QTest::newRow("1234567") << quint64(1234567) << QList<quint64> {3504822795582309479U, 1819558768956484042U, 1250851346055027673U, 16940231675099994102U};
        QTest::newRow("the largest") << ~quint64(0) << QList<quint64> {10328197420357168392U, 14156678507024973869U, 9357971779955476126U, 13791585006304312367U};
    }
    void randomNumbersAreThoseOfTheAuthors()
    {
        QFETCH(quint64, seed);
        QFETCH(QList<quint64>, expected);
        Random random(seed);
        for (const quint64 number : expected)
            QCOMPARE(quint64(random()), number);
        Random again(seed);
        QCOMPARE(again.uniform(), double(expected.front() >> 11U) * 0x1p-53);
    }

    void wholeNumbersAreFair_data()
    {
        QTest::addColumn<quint64>("bound");
        QTest::newRow("2") << quint64(2);
        QTest::newRow("6") << quint64(6);
        QTest::newRow("1000") << quint64(1000);
        QTest::newRow("three quarters of all: a plain remainder would be unfair") << (quint64(3) << 62U);
    }
    void wholeNumbersAreFair()
    {
        QFETCH(quint64, bound);
        Random random(3);
        constexpr int kDraws = 200'000;
        const quint64 cells = std::min<quint64>(bound, 12);
        std::vector<int> counts(cells);
        for (int i = 0; i < kDraws; ++i) {
            const quint64 drawn = random.below(bound);
            QVERIFY(drawn < bound);
            ++counts[std::size_t(bound <= 12 ? drawn : bound == 1000 ? drawn % 12 : drawn / (bound / 12 + 1))];
        }
        double chiSquare = 0;
        for (quint64 i = 0; i < cells; ++i) {
            const double share = bound == 1000 ? double(1000 / 12 + (i < 1000 % 12 ? 1 : 0)) / 1000 : 1.0 / double(cells);
            chiSquare += std::pow(counts[std::size_t(i)] - kDraws * share, 2) / (kDraws * share);
        }
        QVERIFY2(chiSquare < double(cells - 1) + 4 * std::sqrt(2.0 * double(cells)), qPrintable(QString::number(chiSquare)));
        QCOMPARE(random.below(1), quint64(0));
    }

    void momentsAreThoseOfTheDistributions()
    {
        constexpr int kDraws = 400'000;
        Random random(17);
        struct Case {
            std::function<double()> draw;
            std::array<double, 4> moments;
        };
        const std::array cases {Case {[&] { return random.uniform(); }, {1.0 / 2, 1.0 / 3, 1.0 / 4, 1.0 / 5}},
            Case {[&] { return random.normal(); }, {0, 1, 0, 3}}, Case {[&] { return random.exponential(); }, {1, 2, 6, 24}}};
        for (const Case& each : cases) {
            for (int power = 1; power <= 4; ++power) {
                const Moment found = momentOf(each.draw, power, kDraws);
                QVERIFY2(std::abs(found.mean - each.moments.at(std::size_t(power - 1))) < 4 * found.error,
                    qPrintable(QString::number(found.mean)));
            }
        }
        // One in 3.5 million is beyond five deviations: tails that are cut off, or too fat, show up here.
        int beyondThree = 0;
        for (int i = 0; i < kDraws; ++i) {
            const double value = random.normal();
            QVERIFY(std::isfinite(value) && std::abs(value) < 8.3);
            beyondThree += std::abs(value) > 3 ? 1 : 0;
        }
        QVERIFY2(std::abs(beyondThree - 0.0026998 * kDraws) < 4 * std::sqrt(0.0027 * kDraws), qPrintable(QString::number(beyondThree)));
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(random.exponential() >= 0);
            const double uniform = random.uniform();
            QVERIFY(uniform >= 0 && uniform < 1);
        }
    }

    void findsTheEndOfTheValley()
    {
        const Minimum found = minimise(rosenbrock, {{-1.2, 1}});
        QVERIFY(found.converged);
        QVERIFY(std::abs(found.at[0] - 1) < 1e-7 && std::abs(found.at[1] - 1) < 1e-7);
        QVERIFY(found.value < 1e-14);
        QVERIFY(found.evaluations > 50 && found.evaluations < 5000);
        const Minimum again = minimise(rosenbrock, {{-1.2, 1}});
        QCOMPARE(again.at, found.at);
        QCOMPARE(again.evaluations, found.evaluations);
    }

    void followsTheGradientInManyDimensions()
    {
        for (const std::size_t n : {std::size_t(2), std::size_t(50), std::size_t(2000)}) {
            const Minimum found = minimise(longValley, std::vector<double>(n, -0.5), {});
            QVERIFY2(found.converged, qPrintable(QString::number(n)));
            // The chain has another, local minimum near x0 = -1; from this start the global one is found.
            for (const double x : found.at)
                QVERIFY2(std::abs(x - 1) < 1e-4, qPrintable(QString::number(x)));
            QVERIFY(found.value < 1e-9);
        }
    }

    void staysWithinBounds()
    {
        MinimiseOptions options;
        options.low = {-2, -2};
        options.high = {0.5, 2};
        bool isOutside = false;
        const Function watched = [&](std::span<const double> x) {
            isOutside = isOutside || x[0] < -2 || x[0] > 0.5 || std::abs(x[1]) > 2;
            return rosenbrock(x);
        };
        for (const std::vector<double>& start : {std::vector<double> {-1, 1}, std::vector<double> {7, 7}}) { // the second is moved
            const Minimum found = minimise(watched, {start}, options);
            QVERIFY(found.converged && !isOutside);
            QVERIFY(std::abs(found.at[0] - 0.5) < 1e-6 && std::abs(found.at[1] - 0.25) < 1e-6);
        }
        const FunctionWithGradient steep = [&](std::span<const double> x, std::span<double> gradient) {
            isOutside = isOutside || x[0] < -2 || x[0] > 0.5 || std::abs(x[1]) > 2;
            return longValley(x, gradient);
        };
        const Minimum found = minimise(steep, {7, 7}, options);
        QVERIFY(found.converged && !isOutside);
        QVERIFY(std::abs(found.at[0] - 0.5) < 1e-6 && std::abs(found.at[1] - 0.25) < 1e-5);
    }

    void takesTheBestOfSeveralStarts()
    {
        const Function twoValleys = [](std::span<const double> x) {
            return std::min(std::pow(x[0] - 3, 2), std::pow(x[0] + 3, 2) - 1);
        };
        const Minimum found = minimise(twoValleys, {{4.0}, {-2.0}, {5.0}});
        QVERIFY(found.converged);
        QVERIFY2(std::abs(found.at[0] + 3) < 1e-6 && std::abs(found.value + 1) < 1e-12, qPrintable(QString::number(found.at[0], 'g', 12)));
    }

    void isNotFooledByEqualHeights()
    {
        // The first two corners, 1 and 2 for a start at 1, are as high as one another beside the minimum at 1.5.
        const Minimum found = minimise([](std::span<const double> x) { return std::abs(x[0] - 1.5); }, {{1}});
        QVERIFY(found.converged && std::abs(found.at[0] - 1.5) < 1e-6);
    }

    void findsMinimaAtNought()
    {
        // Relative tolerances end nowhere near 0; the search must, all the same.
        const Minimum found = minimise([](std::span<const double> x) { return x[0] * x[0] + 3 * x[1] * x[1]; }, {{1, 2}});
        QVERIFY(found.converged);
        QVERIFY(std::abs(found.at[0]) < 1e-6 && std::abs(found.at[1]) < 1e-6);
        const Minimum steep = minimise(
            [](std::span<const double> x, std::span<double> gradient) {
                gradient[0] = 2 * x[0];
                return x[0] * x[0];
            },
            {1}, {});
        QVERIFY(steep.converged && std::abs(steep.at[0]) < 1e-6);
        // Nothing to search: already there.
        QVERIFY(minimise([](std::span<const double>) { return 4.0; }, {{1, 2}}).converged);
    }

    void goesAroundWhereThereIsNoValue()
    {
        for (const double nothing : {kNan, kInfinity}) {
            // log(x) - x / 2 has no value left of 0; its negative is least at 2.
            const Function half = [&](std::span<const double> x) { return x[0] <= 0 ? nothing : x[0] / 2 - std::log(x[0]); };
            const Minimum found = minimise(half, {{0.01}, {-1}});
            QVERIFY(found.converged);
            QVERIFY(std::abs(found.at[0] - 2) < 1e-6);
            const FunctionWithGradient steep = [&](std::span<const double> x, std::span<double> gradient) {
                gradient[0] = x[0] <= 0 ? nothing : 0.5 - 1 / x[0];
                return half(x);
            };
            for (const double start : {0.01, 0.5, 300.0}) {
                const Minimum by = minimise(steep, {start}, {});
                QVERIFY2(by.converged && std::abs(by.at[0] - 2) < 1e-5, qPrintable(QString::number(by.at[0])));
            }
        }
    }

    void saysThatThereIsNoMinimum()
    {
        for (const double nothing : {kNan, kInfinity}) {
            const Minimum found = minimise([&](std::span<const double>) { return nothing; }, {{1, 2}, {3, 4}});
            QVERIFY(!found.converged && found.value == kInfinity);
            QCOMPARE(found.at.size(), std::size_t(2));
            const Minimum steep = minimise(
                [&](std::span<const double>, std::span<double> gradient) {
                    std::ranges::fill(gradient, nothing);
                    return nothing;
                },
                {1, 2}, {});
            QVERIFY(!steep.converged && steep.value == kInfinity);
            QCOMPARE(steep.at.size(), std::size_t(2));
        }
        const Minimum nowhere = minimise(rosenbrock, {{kNan, 1}});
        QVERIFY(!nowhere.converged);
        const Minimum withoutStart = minimise(rosenbrock, {});
        QVERIFY(!withoutStart.converged && withoutStart.at.empty() && withoutStart.evaluations == 0);
    }

    void saysThatItWasStopped()
    {
        MinimiseOptions options;
        options.maxEvaluations = 30;
        const Minimum found = minimise(rosenbrock, {{-1.2, 1}}, options);
        QVERIFY(!found.converged);
        QVERIFY2(found.evaluations <= 60, qPrintable(QString::number(found.evaluations))); // and as many again from the best point
        QVERIFY(found.value < rosenbrock(std::array {-1.2, 1.0}));
        const Minimum steep = minimise(longValley, std::vector<double>(50, -0.5), options);
        QVERIFY(!steep.converged && steep.evaluations <= 31);
        // Falls for ever: no minimum, whatever the last point is.
        options.maxEvaluations = 300;
        QVERIFY(!minimise([](std::span<const double> x) { return x[0]; }, {{0.0}}, options).converged);
    }
};

QTEST_APPLESS_MAIN(tst_Common)
#include "tst_common.moc"
