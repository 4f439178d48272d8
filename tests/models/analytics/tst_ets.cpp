// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast/etsforecast.h"
#include "analytics/forecast/etskernel.h"
#include "analytics/random.h"

#include "seriesfixture.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace lyceum::analytics;
using fixture::airPassengers;
using fixture::farApart;
using fixture::growthReference;
using fixture::numbersOf;

namespace {

constexpr std::array kParts {EtsPart::None, EtsPart::Additive, EtsPart::Multiplicative};

std::vector<EtsForm> allForms()
{
    std::vector<EtsForm> forms;
    for (const EtsPart error : {EtsPart::Additive, EtsPart::Multiplicative}) {
        for (const EtsPart trend : kParts) {
            for (const bool damped : {false, true}) {
                for (const EtsPart season : kParts) {
                    if (trend != EtsPart::None || !damped)
                        forms.push_back({error, trend, damped, season});
                }
            }
        }
    }
    return forms;
}

/// R leaves out the season that the others decide, and lists them from the newest to the oldest.
EtsParameters parametersOf(const QJsonObject& given, const EtsForm& form)
{
    EtsParameters parameters;
    parameters.alpha = given["alpha"_L1].toDouble();
    parameters.beta = given["beta"_L1].toDouble(0);
    parameters.gamma = given["gamma"_L1].toDouble(0);
    parameters.phi = given["phi"_L1].toDouble(1);
    parameters.level = given["l"_L1].toDouble();
    parameters.slope = given["b"_L1].toDouble(0);
    if (form.season != EtsPart::None) {
        parameters.seasons.assign(12, 0);
        double first = form.season == EtsPart::Multiplicative ? 12 : 0;
        for (int i = 0; i < 11; ++i) {
            const double season = given[u"s%1"_s.arg(i)].toDouble();
            parameters.seasons[std::size_t(11 - i)] = season;
            first -= season;
        }
        parameters.seasons[0] = first;
    }
    return parameters;
}

std::vector<double> meansOf(const Forecast& forecast)
{
    std::vector<double> means;
    for (const ForecastStep& step : forecast.steps)
        means.push_back(step.mean);
    return means;
}

std::vector<double> endsOf(const Forecast& forecast, double level, bool isHigh)
{
    std::vector<double> ends;
    for (const ForecastStep& step : forecast.steps) {
        const auto interval = intervalOf(step, level).value();
        ends.push_back(isHigh ? interval.high : interval.low);
    }
    return ends;
}

struct ReferenceFit {
    const char* key;
    const char* form;
    bool isLog;
};

constexpr std::array kReferenceFits {ReferenceFit {"ets_default", "MAdM", false}, ReferenceFit {"ets_MAM_damped_false", "MAM", false},
    ReferenceFit {"ets_AAN_no_season", "AAN", false}, ReferenceFit {"ets_ANN", "ANN", false}, ReferenceFit {"ets_AAA_log", "AAA", true}};

std::vector<double> seriesOf(bool isLog)
{
    std::vector<double> series = airPassengers();
    for (double& y : series)
        y = isLog ? std::log(y) : y;
    return series;
}

EtsFit given(const EtsForm& form, std::size_t period, std::span<const double> series, const EtsParameters& parameters)
{
    auto fit = etsWith(series, period, form, parameters);
    if (!fit)
        qFatal("no fit: error %d", int(fit.error().kind));
    return *std::move(fit);
}

void addReferences()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < kReferenceFits.size(); ++i)
        QTest::newRow(kReferenceFits[i].key) << int(i);
}

} // namespace

/// Exponential smoothing, held against R's ets() (package forecast 8.20).
class tst_Ets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithRForGivenParameters_data() { addReferences(); }
    void agreesWithRForGivenParameters()
    {
        QFETCH(int, index);
        const ReferenceFit& reference = kReferenceFits[std::size_t(index)];
        const EtsForm form = etsFormNamed(reference.form).value();
        const QJsonObject answer = growthReference("airpassengers")[QLatin1StringView(reference.key)].toObject();
        const EtsParameters parameters = parametersOf(answer["parameters"_L1].toObject(), form);
        EtsFit fit = given(form, 12, seriesOf(reference.isLog), parameters);
        QCOMPARE(farApart("log-likelihood", fit.logLikelihood, answer["loglik"_L1].toDouble(), 1e-6), QByteArray());
        QCOMPARE(farApart("aic", fit.aic, answer["aic"_L1].toDouble(), 1e-6), QByteArray());
        QCOMPARE(farApart("aicc", fit.aicc, answer["aicc"_L1].toDouble(), 1e-6), QByteArray());
        QCOMPARE(farApart("bic", fit.bic, answer["bic"_L1].toDouble(), 1e-6), QByteArray());
        QCOMPARE(farApart("variance", fit.sigma2 / answer["sigma2"_L1].toDouble(), 1, 1e-6), QByteArray());
        if (form.damped && form.season == EtsPart::Multiplicative) {
            // R's forecast of this class takes the slope without damping in its first step, and its beta likewise. Told so, the formulas agree.
            fit.last.slope /= parameters.phi;
            fit.parameters.beta /= parameters.phi;
        }
        const std::vector<double> means = numbersOf(answer["mean"_L1]);
        const auto forecast = forecastEts(fit, means.size());
        QVERIFY(forecast.has_value());
        QCOMPARE(farApart("mean", meansOf(*forecast), means, 1e-6), QByteArray());
        QCOMPARE(farApart("lower80", endsOf(*forecast, 0.8, false), numbersOf(answer["lower80"_L1]), 1e-6), QByteArray());
        QCOMPARE(farApart("upper80", endsOf(*forecast, 0.8, true), numbersOf(answer["upper80"_L1]), 1e-6), QByteArray());
        QCOMPARE(farApart("lower95", endsOf(*forecast, 0.95, false), numbersOf(answer["lower95"_L1]), 1e-6), QByteArray());
        QCOMPARE(farApart("upper95", endsOf(*forecast, 0.95, true), numbersOf(answer["upper95"_L1]), 1e-6), QByteArray());
    }

    /// Damping applies to the first step as to all others: the forecast of the next month is what the model would call its fitted value.
    void dampsTheFirstStepOfAProductModel()
    {
        const EtsForm form = etsFormNamed("MAdM").value();
        const QJsonObject answer = growthReference("airpassengers")["ets_default"_L1].toObject();
        const std::vector<double> series = airPassengers();
        const EtsParameters parameters = parametersOf(answer["parameters"_L1].toObject(), form);
        const std::span<const double> past = std::span(series).first(143);
        const auto forecast = forecastEts(given(form, 12, past, parameters), 1);
        QCOMPARE(farApart("mean", forecast->steps[0].mean, given(form, 12, series, parameters).fitted[143], 1e-12), QByteArray());
    }

    void findsALikelihoodNotBelowR_data() { addReferences(); }
    void findsALikelihoodNotBelowR()
    {
        QFETCH(int, index);
        const ReferenceFit& reference = kReferenceFits[std::size_t(index)];
        const QJsonObject answer = growthReference("airpassengers")[QLatin1StringView(reference.key)].toObject();
        const auto fit = fitEts(seriesOf(reference.isLog), 12, etsFormNamed(reference.form).value());
        QVERIFY(fit.has_value());
        QVERIFY2(fit->logLikelihood > answer["loglik"_L1].toDouble() - 1e-3, QByteArray::number(fit->logLikelihood, 'g', 12).constData());
        const EtsParameters& p = fit->parameters;
        QVERIFY(p.alpha >= 1e-4 && p.alpha <= 0.9999);
        QVERIFY(fit->form.trend == EtsPart::None || (p.beta >= 1e-4 * (1 - 1e-12) && p.beta <= p.alpha));
        QVERIFY(fit->form.season == EtsPart::None || (p.gamma >= 1e-4 * (1 - 1e-12) && p.gamma <= 1 - p.alpha + 1e-12));
        QVERIFY(!fit->form.damped || (p.phi >= 0.8 && p.phi <= 0.98));
    }

    /// One in six of the 617 monthly series of the M1 competition.
    void isAsGoodAsROnTheM1Competition()
    {
        double ours = 0;
        double theirs = 0;
        int below = 0;
        int above = 0;
        const std::vector<fixture::CompetitionSeries> all = fixture::competition();
        QVERIFY(all.size() > 100);
        for (const fixture::CompetitionSeries& one : all) {
            const auto choice = chooseEts(one.past, 12);
            QVERIFY2(choice.has_value(), one.name.constData());
            const EtsForm theirForm = etsFormNamed(one.model.constData()).value();
            const auto same = std::ranges::find(choice->tried, theirForm, &EtsTrial::form);
            QVERIFY2(same != choice->tried.end() && same->logLikelihood, one.name.constData());
            below += *same->logLikelihood < one.logLikelihood - 0.5 ? 1 : 0;
            above += *same->logLikelihood > one.logLikelihood + 0.5 ? 1 : 0;
            const auto forecast = forecastEts(choice->best, one.future.size());
            QVERIFY2(forecast.has_value(), one.name.constData());
            double sum = 0;
            for (std::size_t h = 0; h < one.future.size(); ++h) {
                const double f = forecast->steps[h].mean;
                sum += 200 * std::abs(f - one.future[h]) / (std::abs(f) + std::abs(one.future[h]));
            }
            ours += sum / double(one.future.size());
            theirs += one.etsSmape;
        }
        const double n = double(all.size());
        QVERIFY2(below <= 1, QByteArray::number(below).constData()); // a likelihood has many hills: once in a hundred R's search ends on a higher one
        QVERIFY2(above > 10 * below, QByteArray::number(above).constData());
        // On all 617 series ours is 14.62 where R has 14.97; a sixth of them scatters by half a point.
        QVERIFY2(ours / n < theirs / n + 0.6, (QByteArray::number(ours / n) + " where R has " + QByteArray::number(theirs / n)).constData());
    }

    void theGradientIsThatOfTheLikelihood()
    {
        const std::vector<double> passengers = airPassengers();
        std::vector<double> series(passengers.begin(), passengers.begin() + 40);
        for (double& y : series)
            y /= 150;
        Random random(5);
        for (const EtsForm& form : allForms()) {
            EtsKernel kernel(series, 12, form);
            std::vector<double> point {0.2 + 0.2 * random.uniform(), 0.05, 0.1, form.damped ? 0.93 : 1, 0.8, form.trend == EtsPart::Multiplicative ? 1.01 : 0.01};
            for (std::size_t j = EtsKernel::kSeasons; j < kernel.pointSize(); ++j)
                point.push_back((form.season == EtsPart::Multiplicative ? 1 : 0) + 0.1 * (random.uniform() - 0.5));
            std::vector<double> gradient(point.size());
            const double deviance = kernel.deviance(point, gradient);
            QVERIFY(std::isfinite(deviance));
            QCOMPARE(kernel.deviance(point), deviance);
            for (std::size_t i = 0; i < point.size(); ++i) {
                const double held = point[i];
                point[i] = held + 1e-6;
                const double above = kernel.deviance(point);
                point[i] = held - 1e-6;
                const double below = kernel.deviance(point);
                point[i] = held;
                const bool isUnused = (i == 1 && form.trend == EtsPart::None) || (i == 2 && form.season == EtsPart::None) || (i == 3 && !form.damped);
                if (!isUnused)
                    QVERIFY2(farApart("derivative", gradient[i], (above - below) / 2e-6, 1e-5).isEmpty(), (nameOf(form) + " " + std::to_string(i)).c_str());
            }
        }
    }

    /// Means and variances in closed form are those of the model's own future.
    void closedFormsAgreeWithSimulation()
    {
        const std::vector<double> series = airPassengers();
        for (const char* name : {"ANN", "AAdA", "MAN", "MNA", "MNM", "MAM", "MAdM"}) {
            const EtsForm form = etsFormNamed(name).value();
            EtsParameters parameters {0.4, 0.05, 0.2, form.damped ? 0.9 : 1, 120, 1.5, {}};
            if (form.trend == EtsPart::None)
                parameters.beta = parameters.slope = 0;
            for (int j = 0; form.season != EtsPart::None && j < 12; ++j)
                parameters.seasons.push_back(form.season == EtsPart::Multiplicative ? 1 + 0.1 * std::cos(j) : 10 * std::cos(j));
            const EtsFit fit = given(form, 12, series, parameters);
            const auto exact = forecastEts(fit, 30);
            const auto simulated = simulateEts(fit, 30, {7, 20'000});
            QVERIFY(exact && simulated);
            for (std::size_t h = 0; h < 30; ++h) {
                const ForecastStep& step = simulated->steps[h];
                const double mean = std::accumulate(step.draws.begin(), step.draws.end(), 0.0) / double(step.draws.size());
                QVERIFY2(std::abs(mean - exact->steps[h].mean) < 4.5 * exact->steps[h].stdError / std::sqrt(20'000.0), name);
                QVERIFY2(std::abs(step.stdError / exact->steps[h].stdError - 1) < 0.05, name);
            }
        }
    }

    void simulatesWhatHasNoClosedFormRepeatably()
    {
        const std::vector<double> series = airPassengers();
        const auto fit = fitEts(series, 12, etsFormNamed("MMdM").value());
        QVERIFY(fit.has_value());
        const auto first = forecastEts(*fit, 12, {3, 2'000});
        const auto again = forecastEts(*fit, 12, {3, 2'000});
        const auto other = forecastEts(*fit, 12, {4, 2'000});
        QVERIFY(first && again && other);
        QCOMPARE(first->steps, again->steps);
        QVERIFY(first->steps != other->steps);
        for (const ForecastStep& step : first->steps) {
            QCOMPARE(step.draws.size(), std::size_t(2'000));
            QVERIFY(std::ranges::is_sorted(step.draws));
            const auto narrow = intervalOf(step, 0.8).value();
            const auto wide = intervalOf(step, 0.95).value();
            QVERIFY(wide.low < narrow.low && narrow.low < step.mean && step.mean < narrow.high && narrow.high < wide.high);
        }
    }

    /// 2 000 series of a known model; the value after each is held against the interval.
    void intervalsHoldWhatTheyPromise()
    {
        constexpr int kRuns = 2'000;
        constexpr std::size_t kPast = 60;
        constexpr std::size_t kAhead = 5;
        const EtsForm form = etsFormNamed("AAN").value();
        const EtsParameters parameters {0.4, 0.1, 0, 1, 100, 0.5, {}};
        Random random(11);
        int inside95 = 0;
        int inside80 = 0;
        for (int run = 0; run < kRuns; ++run) {
            std::vector<double> series;
            double level = parameters.level;
            double slope = parameters.slope;
            for (std::size_t t = 0; t < kPast + kAhead; ++t) {
                const double error = 3 * random.normal();
                series.push_back(level + slope + error);
                level += slope + parameters.alpha * error;
                slope += parameters.beta * error;
            }
            const auto forecast = forecastEts(given(form, 1, std::span(series).first(kPast), parameters), kAhead);
            const ForecastStep& step = forecast->steps.back();
            const auto wide = intervalOf(step, 0.95).value();
            const auto narrow = intervalOf(step, 0.8).value();
            inside95 += series.back() >= wide.low && series.back() <= wide.high ? 1 : 0;
            inside80 += series.back() >= narrow.low && series.back() <= narrow.high ? 1 : 0;
        }
        QVERIFY2(std::abs(inside95 / double(kRuns) - 0.95) < 0.015, QByteArray::number(inside95).constData());
        QVERIFY2(std::abs(inside80 / double(kRuns) - 0.8) < 0.025, QByteArray::number(inside80).constData());
    }

    void takesTheModelOfLeastAicc()
    {
        const auto choice = chooseEts(airPassengers(), 12);
        QVERIFY(choice.has_value());
        QCOMPARE(choice->tried.size(), std::size_t(15));
        for (const EtsTrial& trial : choice->tried)
            QVERIFY(!trial.aicc || choice->best.aicc <= *trial.aicc);
        QCOMPARE(choice->best.form.season, EtsPart::Multiplicative);
        QCOMPARE(chooseEts(airPassengers(), 12, {true, true, true})->tried.size(), std::size_t(19));
        std::vector<double> lowered = airPassengers();
        for (double& y : lowered)
            y -= 300;
        QCOMPARE(chooseEts(lowered, 12)->tried.size(), std::size_t(6)); // a number below 0: additive only
    }

    void underTwoRoundsThereIsNoSeason()
    {
        const std::vector<double> series = airPassengers();
        const auto choice = chooseEts(std::span(series).first(23), 12);
        QVERIFY(choice.has_value());
        QVERIFY(std::ranges::all_of(choice->tried, [](const EtsTrial& trial) { return trial.form.season == EtsPart::None; }));
        QCOMPARE(fitEts(std::span(series).first(23), 12, etsFormNamed("ANA").value()).error().kind, AnalyticsError::Kind::TooFew);
    }

    /// The unit does not matter: only the numbers in that unit change.
    void followsTheUnit()
    {
        const std::vector<double> series = airPassengers();
        std::vector<double> thousandfold = series;
        for (double& y : thousandfold)
            y *= 1000;
        for (const char* name : {"AAdA", "MAM"}) {
            const EtsForm form = etsFormNamed(name).value();
            const auto small = forecastEts(fitEts(series, 12, form).value(), 6);
            const auto large = forecastEts(fitEts(thousandfold, 12, form).value(), 6);
            for (std::size_t h = 0; h < 6; ++h) {
                QVERIFY(std::abs(large->steps[h].mean / small->steps[h].mean - 1000) < 1e-3);
                QVERIFY(std::abs(large->steps[h].stdError / small->steps[h].stdError - 1000) < 1e-2);
            }
        }
    }

    void readsAndWritesTheNamesOfModels()
    {
        for (const EtsForm& form : allForms())
            QCOMPARE(etsFormNamed(nameOf(form)), std::optional(form));
        QCOMPARE(nameOf(etsFormNamed("MAdM").value()), std::string("ETS(M,Ad,M)"));
        for (const char* name : {"", "A", "NAN", "ANdN", "AAAA", "ETS(A,A", "XYZ", "AAdAA"})
            QVERIFY2(!etsFormNamed(name), name);
    }

    void namesWhatItCannotCompute()
    {
        using enum AnalyticsError::Kind;
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const EtsForm simple = etsFormNamed("ANN").value();
        const EtsForm relative = etsFormNamed("MNN").value();
        const auto kindOf = [](const std::vector<double>& series, const EtsForm& form) {
            const auto fit = fitEts(series, 4, form);
            return fit ? std::optional<AnalyticsError>() : std::optional(fit.error());
        };
        QCOMPARE(kindOf({}, simple), std::optional(AnalyticsError {TooFew, 0}));
        QCOMPARE(kindOf({1}, simple), std::optional(AnalyticsError {TooFew, 1}));
        QCOMPARE(kindOf({1, 2, nan, 4, 5, 6}, simple), std::optional(AnalyticsError {NotFinite, 2}));
        QCOMPARE(kindOf({1, 2, 3, 0, 5, 6}, relative), std::optional(AnalyticsError {BadValue, 3}));
        QCOMPARE(kindOf({3, 3, 3, 3, 3, 3, 3}, simple), std::optional(AnalyticsError {NoVariation, 0}));
        QCOMPARE(fitEts(airPassengers(), 1, etsFormNamed("ANA").value()).error().kind, BadRange);
        QCOMPARE(fitEts(airPassengers(), 401, etsFormNamed("ANA").value()).error().kind, BadRange);
        QCOMPARE(chooseEts(std::vector<double> {1, 2, 3, 4}, 1).error().kind, TooFew);
        QCOMPARE(etsWith(airPassengers(), 12, etsFormNamed("ANA").value(), EtsParameters()).error().kind, BadRange);
        const EtsFit fit = fitEts(airPassengers(), 12, simple).value();
        QCOMPARE(forecastEts(fit, 0).error().kind, BadRange);
        QCOMPARE(forecastEts(fit, kMaxHorizon + 1).error().kind, BadRange);
        QCOMPARE(simulateEts(fit, 10'000, {1, 100'000}).error().kind, TooLarge);
    }

    /// A straight line leaves no error at all; everything stays finite.
    void aPerfectFitIsAnAnswer()
    {
        std::vector<double> line;
        for (int t = 0; t < 30; ++t)
            line.push_back(10 + 2 * t);
        const auto choice = chooseEts(line, 12);
        QVERIFY(choice.has_value());
        QVERIFY(std::isfinite(choice->best.aicc));
        const auto forecast = forecastEts(choice->best, 5);
        QCOMPARE(farApart("line", meansOf(*forecast), {70, 72, 74, 76, 78}, 1e-3), QByteArray());
    }

    void noSeriesCrashesIt()
    {
        Random random(17);
        for (int run = 0; run < 400; ++run) {
            std::vector<double> series(random.below(40));
            const double size = std::pow(10.0, double(random.below(40)) - 20);
            for (double& y : series) {
                y = size * random.normal() + (random.below(2) == 0 ? 5 * size : 0);
                if (random.below(60) == 0)
                    y = std::array {0.0, -1.0, 1e300, 1e-300, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}[random.below(6)];
            }
            const auto choice = chooseEts(series, random.below(14), {random.below(4) == 0, true, true});
            if (!choice)
                continue;
            QVERIFY(std::isfinite(choice->best.logLikelihood));
            const auto forecast = forecastEts(choice->best, 1 + random.below(15), {1, 50});
            QVERIFY(!forecast || !std::isnan(forecast->steps.back().mean));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Ets)
#include "tst_ets.moc"
