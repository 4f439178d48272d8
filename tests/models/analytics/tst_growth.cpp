// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/growth/compound.h"
#include "analytics/growth/growthbacktest.h"
#include "analytics/growth/growthfit.h"
#include "analytics/random.h"

#include "seriesfixture.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace lyceum::analytics;
using fixture::countingTimes;
using fixture::farApart;
using fixture::growthReference;
using fixture::numbersOf;
using fixture::subscribers;
using Name = GrowthParameterName;

namespace {

constexpr std::array kModels {GrowthModel::Linear, GrowthModel::Exponential, GrowthModel::Logistic, GrowthModel::Gompertz, GrowthModel::Bass, GrowthModel::Recursive};

GrowthFit fitted(GrowthModel model, const std::vector<double>& values, std::size_t horizon = 5)
{
    auto fit = fitGrowth(model, countingTimes(values.size()), values, {horizon, 0.95});
    if (!fit)
        qFatal("no fit: error %d", int(fit.error().kind));
    return *std::move(fit);
}

Estimate estimateOf(const GrowthFit& fit, Name name)
{
    for (const GrowthParameter& parameter : fit.parameters) {
        if (parameter.name == name)
            return parameter.estimate;
    }
    qFatal("no such parameter");
}

bool warns(const GrowthFit& fit, Warning warning)
{
    return std::ranges::find(fit.warnings, warning) != fit.warnings.end();
}

std::vector<double> projected(const GrowthFit& fit)
{
    std::vector<double> values;
    for (const GrowthPoint& point : fit.projection)
        values.push_back(point.value);
    return values;
}

/// What a curve is before errors are added to it, at 0, 1, 2, ...
double curveAt(GrowthModel model, double t)
{
    switch (model) {
    case GrowthModel::Linear:
        return 100 + 7 * t;
    case GrowthModel::Exponential:
        return 100 * std::pow(1.08, t);
    case GrowthModel::Logistic:
        return 500 / (1 + std::exp(-0.4 * (t - 8)));
    case GrowthModel::Gompertz:
        return 500 * std::exp(-std::exp(-0.3 * (t - 6)));
    case GrowthModel::Bass:
    case GrowthModel::Recursive:
        break;
    }
    return 0;
}

/// A series of `n` numbers with errors, as the model sees them.
std::vector<double> drawn(GrowthModel model, std::size_t n, Random& random)
{
    std::vector<double> values;
    for (std::size_t t = 0; t < n; ++t) {
        if (model == GrowthModel::Recursive)
            values.push_back(t == 0 ? 100 : values.back() * 1.05 + 10 + 4 * random.normal());
        else if (model == GrowthModel::Bass)
            values.push_back(t == 0 ? 5 : values.back() + (0.03 + 0.4 * values.back() / 1000) * (1000 - values.back()) + 4 * random.normal());
        else if (model == GrowthModel::Exponential)
            values.push_back(curveAt(model, double(t)) * std::exp(0.05 * random.normal()));
        else
            values.push_back(std::max(curveAt(model, double(t)) + 4 * random.normal(), 0.0));
    }
    return values;
}

} // namespace

/// Growth curves, held against R 4.2 (lm, nls), closed forms and simulation.
class tst_Growth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The worked examples of textbooks, where some are wrong.
    void compoundGrowthIsWhatItIs()
    {
        QVERIFY(std::abs(compoundGrowth(100, 0.1, 12).value() / 313.8428376721 - 1) < 1e-12);
        QVERIFY(std::abs(compoundGrowth(100, 0.2, 12).value() / 891.6100448256 - 1) < 1e-12);
        QCOMPARE(compoundGrowth(100, 0, 12), std::optional(100.0));
        QVERIFY(std::abs(compoundGrowth(313.8428376721, 0.1, -12).value() - 100) < 1e-9);
        QVERIFY(!compoundGrowth(100, -1, 3));
        QVERIFY(!compoundGrowth(1, 1, 5'000));
        QVERIFY(!compoundGrowth(std::nan(""), 0.1, 3));
    }

    void theRecursionAndItsClosedFormAgree()
    {
        const QJsonObject example = growthReference("linear_growth_example");
        const std::vector<double> path = numbersOf(example["path"_L1]);
        for (std::size_t t = 0; t < path.size(); ++t)
            QCOMPARE(farApart("path", recursiveGrowth(100, 10, 0.05, double(t)).value(), path[t], 1e-12), QByteArray());
        QCOMPARE(recursiveGrowth(100, 10, 0, 3), std::optional(130.0));
        QVERIFY(std::abs(recursiveGrowth(100, 10, 1e-12, 3).value() - 130) < 1e-8); // no digits are lost near b = 0
        QVERIFY(std::abs(recursiveGrowth(100, 10, -0.5, 200).value() - 20) < 1e-9); // it settles at -a / b
        QVERIFY(!recursiveGrowth(100, 10, -1, 3));
        QVERIFY(!recursiveGrowth(100, 10, 0.1, -1));
    }

    void agreesWithRWhereTheModelIsLinear()
    {
        const QJsonObject answers = growthReference("netflix_yearly");
        const GrowthFit recursive = fitted(GrowthModel::Recursive, subscribers());
        const QJsonObject steps = answers["linear_growth_N_next"_L1].toObject();
        const QJsonObject coefficients = steps["fit"_L1]["coef"_L1].toObject();
        const QJsonObject errors = steps["fit"_L1]["se"_L1].toObject();
        QCOMPARE(farApart("a", estimateOf(recursive, Name::A).value, coefficients["(Intercept)"_L1].toDouble(), 1e-9), QByteArray());
        QCOMPARE(farApart("b", estimateOf(recursive, Name::B).value, coefficients["N0"_L1].toDouble(), 1e-9), QByteArray());
        QCOMPARE(farApart("a's error", *estimateOf(recursive, Name::A).stdError, errors["(Intercept)"_L1].toDouble(), 1e-9), QByteArray());
        QCOMPARE(farApart("b's error", *estimateOf(recursive, Name::B).stdError, errors["N0"_L1].toDouble(), 1e-9), QByteArray());
        QCOMPARE(farApart("squares", recursive.residualSquares, steps["fit"_L1]["rss"_L1].toDouble(), 1e-9), QByteArray());
        QCOMPARE(farApart("forecast", projected(recursive), numbersOf(steps["forecast_next_5"_L1]), 1e-9), QByteArray());

        const GrowthFit exponential = fitted(GrowthModel::Exponential, subscribers());
        const QJsonObject logs = answers["exponential"_L1].toObject();
        const Estimate start = estimateOf(exponential, Name::Start);
        const Estimate rate = estimateOf(exponential, Name::Rate);
        QCOMPARE(farApart("start", std::log(start.value), logs["coef"_L1]["(Intercept)"_L1].toDouble(), 1e-9), QByteArray());
        QCOMPARE(farApart("rate", std::log1p(rate.value), logs["coef"_L1]["t"_L1].toDouble(), 1e-9), QByteArray());
        QCOMPARE(farApart("start's error", *start.stdError / start.value, logs["se"_L1]["(Intercept)"_L1].toDouble(), 1e-9), QByteArray());
        QCOMPARE(farApart("rate's error", *rate.stdError / (1 + rate.value), logs["se"_L1]["t"_L1].toDouble(), 1e-9), QByteArray());
        QCOMPARE(farApart("squares", exponential.residualSquares, logs["rss"_L1].toDouble(), 1e-9), QByteArray());
        // predict(lm(log(N) ~ t), interval = "prediction") at 11 and confint()
        QCOMPARE(farApart("low", exponential.projection[0].low, 259.190886488, 1e-9), QByteArray());
        QCOMPARE(farApart("high", exponential.projection[0].high, 401.941545449, 1e-9), QByteArray());
        QCOMPARE(farApart("rate, high", std::log1p(*rate.high), 0.242764465853, 1e-9), QByteArray());

        const GrowthFit linear = fitted(GrowthModel::Linear, subscribers());
        QCOMPARE(farApart("low", linear.projection[2].low, 227.294983724, 1e-9), QByteArray());
        QCOMPARE(farApart("high", linear.projection[2].high, 310.781089004, 1e-9), QByteArray());
        QCOMPARE(farApart("start, low", *estimateOf(linear, Name::Start).low, -15.2562356283, 1e-9), QByteArray());
        QCOMPARE(farApart("slope, high", *estimateOf(linear, Name::Slope).high, 23.5456841231, 1e-9), QByteArray());
    }

    void agreesWithNlsOnTheLogistic()
    {
        const QJsonObject answer = growthReference("netflix_yearly")["logistic"_L1].toObject();
        const GrowthFit logistic = fitted(GrowthModel::Logistic, subscribers());
        const std::array names {std::pair("K"_L1, Name::Capacity), std::pair("r"_L1, Name::Rate), std::pair("t0"_L1, Name::Inflection)};
        for (const auto& [key, name] : names) {
            QCOMPARE(farApart("estimate", estimateOf(logistic, name).value / answer["coef"_L1][key].toDouble(), 1, 1e-6), QByteArray());
            QCOMPARE(farApart("error", *estimateOf(logistic, name).stdError / answer["se"_L1][key].toDouble(), 1, 1e-5), QByteArray());
        }
        QCOMPARE(farApart("squares", logistic.residualSquares, answer["rss"_L1].toDouble(), 1e-9), QByteArray());
        QCOMPARE(farApart("forecast", projected(logistic), numbersOf(answer["forecast_next_5"_L1]), 1e-6), QByteArray());
        // confint(nls): R reads the ends off a spline through a coarse profile, here they are solved for.
        QCOMPARE(farApart("capacity, low", *estimateOf(logistic, Name::Capacity).low, 321.952, 2e-4), QByteArray());
        QCOMPARE(farApart("capacity, high", *estimateOf(logistic, Name::Capacity).high, 496.0589, 2e-4), QByteArray());
        QCOMPARE(farApart("rate, low", *estimateOf(logistic, Name::Rate).low, 0.271436, 1e-5), QByteArray());
        QCOMPARE(farApart("rate, high", *estimateOf(logistic, Name::Rate).high, 0.345656, 1e-5), QByteArray());
        QCOMPARE(farApart("inflection, high", *estimateOf(logistic, Name::Inflection).high, 10.5416, 1e-3), QByteArray());
        QVERIFY(!warns(logistic, Warning::NotIdentified));
    }

    void agreesWithNlsOnTheGompertz()
    {
        const GrowthFit gompertz = fitted(GrowthModel::Gompertz, subscribers());
        QCOMPARE(farApart("squares", gompertz.residualSquares, 128.757406516, 1e-9), QByteArray());
        QCOMPARE(farApart("capacity", estimateOf(gompertz, Name::Capacity).value / 1180.212801, 1, 1e-5), QByteArray());
        QCOMPARE(farApart("rate", estimateOf(gompertz, Name::Rate).value, 0.08805329751, 1e-6), QByteArray());
        QVERIFY(warns(gompertz, Warning::NotIdentified)); // they end before its inflection, in the year 15.7
    }

    /// At either end of a profile interval the best fit with that parameter held is worse by exactly t^2 sigma^2.
    void theEndsOfProfilesAreWhereTheyShouldBe()
    {
        const std::vector<double> values = subscribers();
        const GrowthFit logistic = fitted(GrowthModel::Logistic, values);
        const double bound = logistic.residualSquares + std::pow(2.306004135204166 * logistic.sigma, 2); // t of 8 degrees of freedom
        const Estimate capacity = estimateOf(logistic, Name::Capacity);
        for (const double held : {*capacity.low, *capacity.high}) {
            double least = std::numeric_limits<double>::infinity(); // by brute force over rate and inflection
            double rate = 0.3;
            double inflection = 9;
            for (double reach = 0.5; reach > 1e-7; reach *= 0.8) {
                double nextRate = rate;
                double nextInflection = inflection;
                for (int i = -8; i <= 8; ++i) {
                    for (int j = -8; j <= 8; ++j) {
                        const double r = rate + 0.02 * reach * i;
                        const double m = inflection + 0.8 * reach * j;
                        double squares = 0;
                        for (std::size_t t = 0; t < values.size(); ++t)
                            squares += std::pow(values[t] - held / (1 + std::exp(-r * (double(t) - m))), 2);
                        if (squares < least) {
                            least = squares;
                            nextRate = r;
                            nextInflection = m;
                        }
                    }
                }
                rate = nextRate;
                inflection = nextInflection;
            }
            QVERIFY2(std::abs(least / bound - 1) < 1e-5, QByteArray::number(least / bound, 'g', 12).constData());
        }
    }

    /// The ordinary fit of Bass's equation has a negative p here, which means nothing.
    void bassDoesNotTakeANegativeP()
    {
        const GrowthFit bass = fitted(GrowthModel::Bass, subscribers());
        QVERIFY(warns(bass, Warning::AtBoundary));
        QCOMPARE(estimateOf(bass, Name::P).value, 0.0);
        QVERIFY(!estimateOf(bass, Name::P).low);
        // lm(diff(N) ~ 0 + N0 + I(N0^2))
        QCOMPARE(farApart("q", estimateOf(bass, Name::Q).value, 0.382893096, 1e-8), QByteArray());
        QCOMPARE(farApart("capacity", estimateOf(bass, Name::Capacity).value / 294.000541, 1, 1e-8), QByteArray());
        const double free = growthReference("netflix_yearly")["bass_ols_1969"_L1]["fit"_L1]["rss"_L1].toDouble();
        QVERIFY(bass.residualSquares > free); // what the bound costs
        for (const GrowthPoint& point : bass.projection)
            QVERIFY(point.value < 294.001 && point.low < point.value && point.value < point.high);
    }

    /// With enough of a curve and no errors to speak of, the parameters it was made with come back.
    void findsWhatACurveWasMadeWith()
    {
        std::vector<double> logistic;
        std::vector<double> gompertz;
        std::vector<double> bass {5};
        for (int t = 0; t < 20; ++t) {
            logistic.push_back(curveAt(GrowthModel::Logistic, t));
            gompertz.push_back(curveAt(GrowthModel::Gompertz, t));
            bass.push_back(bass.back() + (0.03 + 0.4 * bass.back() / 1000) * (1000 - bass.back()));
        }
        QCOMPARE(farApart("K", estimateOf(fitted(GrowthModel::Logistic, logistic), Name::Capacity).value, 500, 1e-7), QByteArray());
        QCOMPARE(farApart("r", estimateOf(fitted(GrowthModel::Logistic, logistic), Name::Rate).value, 0.4, 1e-7), QByteArray());
        QCOMPARE(farApart("K", estimateOf(fitted(GrowthModel::Gompertz, gompertz), Name::Capacity).value, 500, 1e-7), QByteArray());
        QCOMPARE(farApart("t0", estimateOf(fitted(GrowthModel::Gompertz, gompertz), Name::Inflection).value, 6, 1e-7), QByteArray());
        QCOMPARE(farApart("p", estimateOf(fitted(GrowthModel::Bass, bass), Name::P).value, 0.03, 1e-8), QByteArray());
        QCOMPARE(farApart("q", estimateOf(fitted(GrowthModel::Bass, bass), Name::Q).value, 0.4, 1e-8), QByteArray());
        QCOMPARE(farApart("M", estimateOf(fitted(GrowthModel::Bass, bass), Name::Capacity).value, 1000, 1e-8), QByteArray());
        // The recursion the curve was made by goes on as the fit projects it.
        const GrowthFit fit = fitted(GrowthModel::Bass, bass, 1);
        const double next = bass.back() + (0.03 + 0.4 * bass.back() / 1000) * (1000 - bass.back());
        QCOMPARE(farApart("next", fit.projection[0].value, next, 1e-8), QByteArray());
    }

    void beforeTheInflectionAnyCapacityFits()
    {
        Random random(2);
        std::vector<double> beginning;
        for (int t = 0; t < 8; ++t) // the inflection is at 20
            beginning.push_back(1000 / (1 + std::exp(-0.3 * (t - 20))) * (1 + 0.02 * random.normal()));
        const auto fit = fitGrowth(GrowthModel::Logistic, countingTimes(8), beginning, {2, 0.95});
        if (fit) {
            QVERIFY(warns(*fit, Warning::NotIdentified));
            QVERIFY(std::isinf(*estimateOf(*fit, Name::Capacity).high));
            for (const GrowthPoint& point : fit->projection) // the next step is known all the same
                QVERIFY(std::isfinite(point.low) && std::isfinite(point.high));
        } else {
            QCOMPARE(fit.error().kind, AnalyticsError::Kind::NotConverged);
        }
        const GrowthFit whole = fitted(GrowthModel::Logistic, drawn(GrowthModel::Logistic, 20, random));
        QVERIFY(!warns(whole, Warning::NotIdentified));
    }

    /// 2 000 series a model; parameters and the value three steps on are held against their intervals.
    void intervalsHoldWhatTheyPromise_data()
    {
        QTest::addColumn<GrowthModel>("model");
        QTest::addColumn<Name>("parameter");
        QTest::addColumn<double>("truth");
        QTest::newRow("linear") << GrowthModel::Linear << Name::Slope << 7.0;
        QTest::newRow("exponential") << GrowthModel::Exponential << Name::Rate << 0.08;
        QTest::newRow("logistic") << GrowthModel::Logistic << Name::Capacity << 500.0;
        QTest::newRow("gompertz") << GrowthModel::Gompertz << Name::Capacity << 500.0;
        QTest::newRow("bass") << GrowthModel::Bass << Name::Capacity << 1000.0;
        QTest::newRow("recursive") << GrowthModel::Recursive << Name::B << 0.05;
    }
    void intervalsHoldWhatTheyPromise()
    {
        QFETCH(GrowthModel, model);
        QFETCH(Name, parameter);
        QFETCH(double, truth);
        constexpr int kRuns = 2'000;
        constexpr std::size_t kPast = 14;
        const std::vector<double> times = countingTimes(kPast);
        Random random(31);
        int known = 0;
        int foreseen = 0;
        int fits = 0;
        for (int run = 0; run < kRuns; ++run) {
            const std::vector<double> values = drawn(model, kPast + 3, random);
            const auto fit = fitGrowth(model, times, std::span(values).first(kPast), {3, 0.95});
            if (!fit)
                continue;
            ++fits;
            const Estimate estimate = estimateOf(*fit, parameter);
            known += truth >= *estimate.low && truth <= *estimate.high ? 1 : 0;
            foreseen += values.back() >= fit->projection.back().low && values.back() <= fit->projection.back().high ? 1 : 0;
        }
        QVERIFY2(fits > kRuns - 5, QByteArray::number(fits).constData());
        QVERIFY2(std::abs(known / double(fits) - 0.95) < 0.015, QByteArray::number(known).constData());
        QVERIFY2(std::abs(foreseen / double(fits) - 0.95) < 0.015, QByteArray::number(foreseen).constData());
    }

    /// Other units of members and of time, and another first day, change nothing but the units.
    void followsTheUnits()
    {
        const std::vector<double> values = subscribers();
        std::vector<double> times;
        std::vector<double> thousands;
        for (std::size_t i = 0; i < values.size(); ++i) {
            times.push_back(2011 + 0.25 * double(i));
            thousands.push_back(1000 * values[i]);
        }
        for (const GrowthModel model : kModels) {
            const GrowthFit plain = fitted(model, values);
            const auto other = fitGrowth(model, times, thousands, {5, 0.95});
            QVERIFY(other.has_value());
            for (std::size_t h = 0; h < 5; ++h) {
                QVERIFY(std::abs(other->projection[h].value / plain.projection[h].value - 1000) < 1e-3);
                QVERIFY(std::abs(other->projection[h].low / plain.projection[h].low - 1000) < 0.1);
                QVERIFY(std::abs(other->projection[h].time - (2011 + 0.25 * (11 + double(h)))) < 1e-9);
            }
        }
        const auto moved = fitGrowth(GrowthModel::Logistic, times, values);
        QVERIFY(std::abs(estimateOf(*moved, Name::Inflection).value - (2011 + 0.25 * 8.8019)) < 1e-3);
        QVERIFY(std::abs(estimateOf(*moved, Name::Rate).value - 4 * 0.3078115) < 1e-4);
    }

    void theBacktestPrefersTheModelThatWasRight()
    {
        Random random(6);
        const std::vector<double> values = drawn(GrowthModel::Linear, 24, random);
        const auto tested = growthBacktest(kModels, countingTimes(24), values, {3, 0.95});
        QVERIFY(tested.has_value());
        QCOMPARE(tested->origins.front(), std::size_t(12));
        QCOMPARE(tested->rows.size(), kModels.size());
        QCOMPARE(tested->rows[0].reviews.all.n, std::size_t(3 * 10 + 2 + 1));
        QCOMPARE(tested->rows[0].reviews.byLead.size(), std::size_t(3));
        QVERIFY(tested->best.has_value());
        QVERIFY(tested->rows[0].reviews.all.mae < tested->rows[1].reviews.all.mae);
        QVERIFY(tested->rows[0].reviews.all.coverage->estimate > 0.8);
        QVERIFY(!growthBacktest(kModels, countingTimes(5), std::span(values).first(5))->best);
    }

    void namesWhatItCannotCompute()
    {
        using enum AnalyticsError::Kind;
        const auto errorOf = [](GrowthModel model, std::vector<double> times, std::vector<double> values, GrowthOptions options = {}) {
            const auto fit = fitGrowth(model, times, values, options);
            return fit ? std::optional<AnalyticsError>() : std::optional(fit.error());
        };
        const std::vector<double> six {1, 2, 3, 4, 5, 6};
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const GrowthModel model : kModels) {
            QCOMPARE(errorOf(model, {}, {}), std::optional(AnalyticsError {TooFew, 0}));
            QCOMPARE(errorOf(model, {1}, {1}), std::optional(AnalyticsError {TooFew, 1}));
            QCOMPARE(errorOf(model, six, {1, 2, 3}), std::optional(AnalyticsError {LengthsDiffer, 3}));
            QCOMPARE(errorOf(model, six, {1, 2, nan, 4, 5, 6}), std::optional(AnalyticsError {NotFinite, 2}));
            QCOMPARE(errorOf(model, {1, 2, 2, 4, 5, 6}, six), std::optional(AnalyticsError {BadRange, 2}));
            QCOMPARE(errorOf(model, six, six, {1, 1}), std::optional(AnalyticsError {BadLevel, 0}));
            QCOMPARE(errorOf(model, six, six, {10'001, 0.95}), std::optional(AnalyticsError {TooLarge, 10'000}));
            if (model != GrowthModel::Linear)
                QCOMPARE(errorOf(model, six, {7, 7, 7, 7, 7, 7}), std::optional(AnalyticsError {NoVariation, 0}));
        }
        QCOMPARE(errorOf(GrowthModel::Exponential, six, {1, 2, 0, 4, 5, 6}), std::optional(AnalyticsError {BadValue, 2}));
        QCOMPARE(errorOf(GrowthModel::Logistic, six, {1, 2, -1, 4, 5, 6}), std::optional(AnalyticsError {BadValue, 2}));
        QCOMPARE(errorOf(GrowthModel::Recursive, {1, 2, 3, 4, 5, 7}, six), std::optional(AnalyticsError {BadRange, 1}));
        QCOMPARE(errorOf(GrowthModel::Bass, six, {1, 2, 4, 8, 16, 33}), std::optional(AnalyticsError {NotConverged, 0})); // no end in sight
        QCOMPARE(errorOf(GrowthModel::Logistic, six, {60, 50, 40, 30, 20, 10})->kind, NotConverged); // it falls
        QVERIFY(!errorOf(GrowthModel::Linear, six, {7, 7, 7, 7, 7, 7}));
    }

    void aMillionObservationsAreNoTrouble()
    {
        std::vector<double> values(1'000'000);
        Random random(1);
        for (std::size_t t = 0; t < values.size(); ++t)
            values[t] = 10 + 3e-4 * double(t) + random.normal();
        const GrowthFit fit = fitted(GrowthModel::Linear, values);
        QVERIFY(std::abs(estimateOf(fit, Name::Slope).value - 3e-4) < 1e-7);
    }

    void noSeriesCrashesIt()
    {
        Random random(41);
        for (int run = 0; run < 4'000; ++run) {
            const std::size_t n = random.below(14);
            std::vector<double> times(n);
            std::vector<double> values(n);
            const double size = std::pow(10.0, double(random.below(40)) - 20);
            double time = random.below(10) == 0 ? 1e9 * random.normal() : 0;
            for (std::size_t i = 0; i < n; ++i) {
                times[i] = time += random.below(4) == 0 ? random.uniform() : 1;
                values[i] = size * (double(i) * random.uniform() + (random.below(3) == 0 ? random.normal() : 1));
                if (random.below(50) == 0)
                    values[i] = std::array {0.0, 1e308, -1e308, 1e-308, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}[random.below(6)];
            }
            const auto fit = fitGrowth(kModels[random.below(kModels.size())], times, values, {random.below(4), 0.9});
            if (!fit)
                continue;
            for (const GrowthParameter& parameter : fit->parameters)
                QVERIFY(std::isfinite(parameter.estimate.value) && !std::isnan(parameter.estimate.high.value_or(0)));
            for (const GrowthPoint& point : fit->projection)
                QVERIFY(!std::isnan(point.value));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Growth)
#include "tst_growth.moc"
