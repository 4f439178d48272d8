// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/markov/markovchain.h"
#include "analytics/markov/markovforecast.h"
#include "analytics/markov/markovorder.h"
#include "analytics/markov/markovpassage.h"
#include "analytics/markov/retentionbaselines.h"

#include "markovfixture.h"

#include <QJsonArray>

#include <limits>

using namespace lyceum::analytics;
using namespace lyceum::analytics::fixture;
using namespace Qt::StringLiterals;
using Kind = AnalyticsError::Kind;

class tst_MarkovChain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAndDividesAsTheReference()
    {
        constexpr double kLevel = 0.950004209703559; // two-sided, of z = 1.96, which the reference rounds to
        const MarkovChain chain = valueOf(fitMarkovChain(cdnow().view(), {1, 0, kLevel}));
        const QJsonObject expected = reference()["chain"_L1].toObject();
        for (std::size_t from = 0; from < 4; ++from) {
            for (std::size_t to = 0; to < 4; ++to) {
                QCOMPARE(chain.counts[from * 4 + to], expected["counts"_L1][int(from)][int(to)].toInteger());
                COMPARE_NEAR(chain.probabilities[from * 4 + to], expected["transition"_L1][int(from)][int(to)].toDouble(), 1e-12);
            }
            const Proportion cell = *chain.cell(0, from);
            COMPARE_NEAR(cell.high, expected["ci95_row0_wilson"_L1][int(from)][1].toDouble(), 1e-9);
            QVERIFY(std::abs(cell.low - expected["ci95_row0_wilson"_L1][int(from)][0].toDouble()) < 1e-12);
        }
    }

    void choosesTheOrderAsTheReference()
    {
        const MarkovOrders orders = valueOf(compareMarkovOrders(cdnow().view(), 4));
        const QJsonObject expected = reference()["orders"_L1].toObject();
        QCOMPARE(orders.transitions, expected["transitions"_L1].toInteger());
        QCOMPARE(orders.membersTooShort, expected["too_short"_L1].toInteger());
        QCOMPARE(orders.fits.size(), std::size_t(5));
        for (const MarkovOrderFit& fit : orders.fits) {
            const QJsonObject one = expected["fits"_L1][fit.order].toObject();
            COMPARE_NEAR(fit.logLikelihood, one["log_likelihood"_L1].toDouble(), 1e-12);
            QCOMPARE(fit.parameters, one["parameters"_L1].toInteger());
            COMPARE_NEAR(fit.aic, one["aic"_L1].toDouble(), 1e-12);
            COMPARE_NEAR(fit.bic, one["bic"_L1].toDouble(), 1e-12);
            QCOMPARE(fit.againstLower.has_value(), fit.order >= 2); // with impossible steps independence is no special case
            if (!fit.againstLower)
                continue;
            COMPARE_NEAR(fit.againstLower->chiSquare, one["lr"_L1]["chi_square"_L1].toDouble(), 1e-9);
            QCOMPARE(fit.againstLower->df, one["lr"_L1]["df"_L1].toInt());
            COMPARE_NEAR(fit.againstLower->p, one["lr"_L1]["p"_L1].toDouble(), 1e-8);
        }
        QCOMPARE(orders.fits[2].againstLower->p, 0.0);
        QVERIFY(orders.fits[2].againstLower->log10P < -1000);
        QCOMPARE(orders.byAic, 4);
        QCOMPARE(orders.byBic, 3);
    }

    void forecastsAsTheReference()
    {
        const MarkovChain chain = chainOf(cdnow());
        const MarkovForecast forecast = valueOf(forecastStates(chain, only(chain, 0), {12, {}, {}, 0, 0, 0.95}));
        const QJsonArray power = reference()["chain"_L1]["power12_from_state0"_L1].toArray();
        const QJsonArray errors = reference()["power12_std_error_from_state0"_L1].toArray();
        const QJsonArray sixth = reference()["power6_std_error"_L1].toArray();
        for (int state = 0; state < 4; ++state) {
            const Estimate& at = forecast.at(12, std::size_t(state));
            COMPARE_NEAR(at.value, power[state].toDouble(), 1e-9);
            COMPARE_NEAR(*at.stdError, errors[state].toDouble(), 1e-6);
            COMPARE_NEAR(*forecast.at(6, std::size_t(state)).stdError, sixth[state].toDouble(), 1e-6);
            QVERIFY(0 < *at.low && *at.low < at.value && at.value < *at.high && *at.high < 1);
        }
        QCOMPARE(forecast.at(1, 2).value, 0.0); // nobody is quiet for two months after one
        QVERIFY(!forecast.at(1, 2).low);
        QVERIFY(forecast.warnings.empty());
    }

    void countsWholeMembersAsTheJackknifeDoes()
    {
        const MarkovChain chain = chainOf(cdnow());
        const MarkovForecast forecast = valueOf(forecastStates(chain, only(chain, 0), {6, {}, cdnow().view(), 0, 0, 0.95}));
        const QJsonArray expected = reference()["power6_jackknife_std_error"_L1].toArray();
        for (int state = 0; state < 4; ++state)
            COMPARE_NEAR(*forecast.at(6, std::size_t(state)).stdError, expected[state].toDouble(), 0.01);
        QCOMPARE(forecast.intervals, MarkovIntervals::Members);
    }

    void findsTheLongRunOfTheReference()
    {
        const MarkovChain chain = chainOf(cdnow());
        const MarkovStationary stationary = valueOf(stationaryShares(chain));
        const QJsonArray shares = reference()["chain"_L1]["stationary"_L1].toArray();
        const QJsonArray errors = reference()["stationary_std_error"_L1].toArray();
        double sum = 0;
        for (int state = 0; state < 4; ++state) {
            const Estimate& share = stationary.shares[std::size_t(state)];
            COMPARE_NEAR(share.value, shares[state].toDouble(), 1e-9);
            COMPARE_NEAR(*share.stdError, errors[state].toDouble(), 1e-6);
            COMPARE_NEAR(stationary.returnSteps[std::size_t(state)]->value, 1 / shares[state].toDouble(), 1e-9);
            sum += share.value;
        }
        COMPARE_NEAR(sum, 1.0, 1e-12);
        QCOMPARE(stationary.period, 1);
    }

    void findsTheTimeToSilenceAndBackOfTheReference()
    {
        const MarkovChain chain = chainOf(cdnow());
        const MarkovAbsorption silent = valueOf(absorption(chain, {3}));
        const MarkovAbsorption back = valueOf(absorption(chain, {0}));
        for (int i = 0; i < 3; ++i) {
            const Estimate& months = *silent.from[std::size_t(i)].steps;
            COMPARE_NEAR(months.value, reference()["chain"_L1]["expected_months_to_state3_from_0_1_2"_L1][i].toDouble(), 1e-9);
            COMPARE_NEAR(*months.stdError, reference()["months_to_state3_std_error"_L1][i].toDouble(), 1e-6);
            const Estimate& away = *back.from[std::size_t(i) + 1].steps;
            COMPARE_NEAR(away.value, reference()["months_to_state0_from_1_2_3"_L1][i].toDouble(), 1e-9);
            COMPARE_NEAR(*away.stdError, reference()["months_to_state0_std_error"_L1][i].toDouble(), 1e-6);
        }
        QCOMPARE(silent.from[3].steps->value, 0.0);
        COMPARE_NEAR(silent.from[0].endsIn[0].value, 1.0, 1e-12);
    }

    /// By hand: the gambler with 1 of 3 coins, who wins with 1/2: 2 steps, ruin 2/3. Kemeny & Snell (1960), 3.1.
    void absorbsTheGambler()
    {
        const Members members = membersOf(4, {{1, 0, 0}, {1, 2, 3, 3}, {2, 1, 0}, {2, 3, 3}, {1, 0}, {1, 2, 1}});
        MarkovChain chain = chainOf(members);
        QCOMPARE(chain.counts[1 * 4 + 0], 3);
        QCOMPARE(chain.counts[1 * 4 + 2], 2);
        chain.probabilities = {1, 0, 0, 0, 0.5, 0, 0.5, 0, 0, 0.5, 0, 0.5, 0, 0, 0, 1};
        const MarkovAbsorption end = valueOf(absorption(chain, {})); // states 0 and 3 were never left
        QCOMPARE(end.absorbing, (std::vector<std::uint32_t> {0, 3}));
        QCOMPARE(end.transient, (std::vector<std::size_t> {1, 2}));
        COMPARE_NEAR(end.from[1].steps->value, 2.0, 1e-14);
        COMPARE_NEAR(*end.from[1].stepsStdDev, std::sqrt(2.0), 1e-12); // geometric with 1/2
        COMPARE_NEAR(end.from[1].endsIn[0].value, 2.0 / 3, 1e-14);
        COMPARE_NEAR(end.from[2].endsIn[0].value, 1.0 / 3, 1e-14);
        COMPARE_NEAR(end.fundamental[0], 4.0 / 3, 1e-14);
        COMPARE_NEAR(end.fundamental[1], 2.0 / 3, 1e-14);
    }

    void namesWhatAChainCannotAnswer()
    {
        const MarkovChain round = chainOf(membersOf(2, {{0, 1, 0, 1, 1, 0, 0}}));
        QCOMPARE(errorOf(absorption(round, {})), (AnalyticsError {Kind::NotAbsorbing, 0}));
        QCOMPARE(errorOf(absorption(round, {2})), (AnalyticsError {Kind::BadGroup, 0}));
        const MarkovChain apart = chainOf(membersOf(4, {{0, 1, 0, 1}, {2, 3, 2, 3}}));
        QCOMPARE(errorOf(stationaryShares(apart)).kind, Kind::Unreachable);
        // From 2 and 3 nobody gets to 0: their time is missing, their chance is 0.
        const MarkovAbsorption some = valueOf(absorption(apart, {0}));
        QVERIFY(some.from[1].steps && !some.from[2].steps);
        QCOMPARE(some.from[2].endsIn[0].value, 0.0);
        const MarkovChain oneWay = chainOf(membersOf(2, {{0, 0, 0}, {1, 0}}));
        QCOMPARE(errorOf(absorption(oneWay, {1})), (AnalyticsError {Kind::Unreachable, 1}));
        const MarkovChain swing = chainOf(membersOf(2, {{0, 1, 0, 1, 0}}));
        const MarkovStationary halves = valueOf(stationaryShares(swing));
        QCOMPARE(halves.period, 2);
        QCOMPARE(halves.warnings, std::vector<Warning> {Warning::AssumptionFailed});
        COMPARE_NEAR(halves.shares[0].value, 0.5, 1e-15);
        QCOMPARE(errorOf(stationaryShares(chainOf(membersOf(2, {{0, 1, 0}}), 0))), (AnalyticsError {Kind::BadRange, 0}));
    }

    void takesSequencesThatAreTooShortForWhatTheyAre()
    {
        const Members members = membersOf(2, {{}, {1}, {0, 1}, {1, 1, 0}, {0, 1, 0, 1, 1, 0}});
        for (int order = 0; order <= 4; ++order) {
            const MarkovChain chain = chainOf(members, order);
            std::int64_t steps = 0;
            for (const std::int64_t length : {0, 1, 2, 3, 6})
                steps += std::max<std::int64_t>(length - order, 0);
            QCOMPARE(chain.transitions, steps);
            // Compared, all orders stand on the same steps.
            QCOMPARE(valueOf(fitMarkovChain(members.view(), {order, 4, 0.95})).transitions, 2);
        }
        QCOMPARE(valueOf(compareMarkovOrders(members.view(), 4)).transitions, 2);
        // Nothing crosses from one member to the next.
        QCOMPARE(chainOf(membersOf(2, {{0, 0}, {1, 1}})).counts, (std::vector<std::int64_t> {1, 0, 0, 1}));
        // The oldest state is the first digit.
        const MarkovChain second = chainOf(membersOf(3, {{2, 1, 0}}), 2);
        QCOMPARE(second.counts[(2 * 3 + 1) * 3 + 0], 1);
        QCOMPARE(second.next(2 * 3 + 1, 0), std::size_t(1 * 3 + 0));
    }

    void fallsBackToTheLongestEndThatWasSeen()
    {
        const MarkovChain chain = chainOf(membersOf(3, {{0, 1, 0}, {0, 1, 1, 0}}), 2);
        QVERIFY(!chain.wasSeen(2 * 3 + 1));
        QCOMPARE(chain.probabilities[(2 * 3 + 1) * 3 + 0], 2.0 / 3); // after 1: 0 twice, 1 once
        QCOMPARE(chain.probabilities[(0 * 3 + 2) * 3 + 0], 2.0 / 3); // 2 never was: the shares of all steps
        QVERIFY(!chain.cell(2 * 3 + 1, 0));
        const MarkovForecast guess = valueOf(forecastStates(chain, only(chain, 2 * 3 + 1), {1, {}, {}, 0, 0, 0.95}));
        QVERIFY(std::ranges::find(guess.warnings, Warning::Extrapolating) != guess.warnings.end());
        QVERIFY(!guess.at(1, 0).stdError);
    }

    void knowsTheClosedForms()
    {
        COMPARE_NEAR(*geometricRetention(0.9, 12), 0.282429536481, 1e-12); // 0.9^12
        QCOMPARE(*geometricRetention(0, 0), 1.0);
        QCOMPARE(*linearRetention(1), 1.0);
        QCOMPARE(*linearRetention(0), 0.8);
        COMPARE_NEAR(*linearRetention(0.5), 0.9, 1e-15);
        QCOMPARE(*linearRetention(1, 0.9, 0.4), 1.0); // clamped
        QCOMPARE(*linearRetention(1, 0.2, -0.4), 0.0);
        COMPARE_NEAR(*fadingRetention(1, 3), 0.729, 1e-15);
        QCOMPARE(*fadingRetention(0, 3), 0.0);
        constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
        for (const double bad : {-0.1, 1.1, kNan})
            QVERIFY(!geometricRetention(bad, 1) && !linearRetention(bad) && !fadingRetention(bad, 1) && !fadingRetention(1, 1, bad));
        QVERIFY(!geometricRetention(0.5, -1) && !fadingRetention(1, kNan) && !linearRetention(1, kNan));
    }

    /// Four steps by hand: 0-0, 0-1, 1-1, 1-0 once each, active is 0.
    void scoresTheClosedFormsBesideTheChain()
    {
        const std::vector<BaselineScore> scores = valueOf(scoreBaselines(chainOf(membersOf(2, {{0, 0, 1, 1, 0}})), 0));
        QCOMPARE(scores.size(), std::size_t(4));
        QCOMPARE(scores[0].brier, 0.25);
        COMPARE_NEAR(*scores[0].logLoss, std::log(2.0), 1e-15);
        QCOMPARE(scores[1].brier, (0.25 + 0.25 + 1 + 0) / 4); // 0.5 while active, 0 after
        QVERIFY(!scores[1].logLoss); // it called a return impossible
        COMPARE_NEAR(scores[2].brier, (0 + 1 + 0.04 + 0.64) / 4, 1e-15); // 1 and 0.8
        QVERIFY(!scores[2].logLoss);
        COMPARE_NEAR(scores[3].brier, (0.01 + 0.81 + 1 + 0) / 4, 1e-14); // 0.9 and 0
        // The fitted chain is the best of all that know only the last step.
        const std::vector<BaselineScore> real = valueOf(scoreBaselines(chainOf(cdnow()), 0));
        for (const BaselineScore& score : real)
            QVERIFY(score.brier >= real[0].brier);
    }

    void givesADefinedAnswerToNothing()
    {
        const Members nobody = membersOf(3, {});
        const MarkovChain chain = chainOf(nobody, 2);
        QCOMPARE(chain.transitions, 0);
        QCOMPARE(chain.probabilities[0], 1.0 / 3);
        QCOMPARE(logLikelihood(chain), 0.0);
        const MarkovOrders orders = valueOf(compareMarkovOrders(nobody.view()));
        QCOMPARE(orders.byAic, 0);
        QCOMPARE(orders.warnings, std::vector<Warning> {Warning::TooFew});
        QCOMPARE(errorOf(stationaryShares(chain)).kind, Kind::TooFew);
        QCOMPARE(errorOf(absorption(chain, {0})).kind, Kind::TooFew);
        QCOMPARE(errorOf(scoreBaselines(chainOf(nobody), 0)).kind, Kind::TooFew);
        const MarkovChain same = chainOf(membersOf(1, {{0, 0, 0}}), 4);
        QCOMPARE(same.contexts(), std::size_t(1));
        // States never seen leave the answer as it is.
        QCOMPARE(valueOf(compareMarkovOrders(membersOf(5, {{0, 1, 1, 0, 1, 0, 0}}).view(), 2)).fits[2].parameters, 4);
    }

    void namesMalformedInput()
    {
        const std::vector<std::uint32_t> states {0, 1, 2};
        const std::vector<std::size_t> ends {3};
        QCOMPARE(errorOf(fitMarkovChain({states, ends, 2})), (AnalyticsError {Kind::BadGroup, 2}));
        QCOMPARE(errorOf(fitMarkovChain({states, ends, 0})), (AnalyticsError {Kind::BadRange, 0}));
        const std::vector<std::size_t> falling {2, 1, 3};
        QCOMPARE(errorOf(fitMarkovChain({states, falling, 3})), (AnalyticsError {Kind::LengthsDiffer, 1}));
        const std::vector<std::size_t> shortEnds {2};
        QCOMPARE(errorOf(fitMarkovChain({states, shortEnds, 3})), (AnalyticsError {Kind::LengthsDiffer, 1}));
        QCOMPARE(errorOf(fitMarkovChain({states, ends, 3}, {5, 0, 0.95})), (AnalyticsError {Kind::BadRange, 0}));
        QCOMPARE(errorOf(fitMarkovChain({states, ends, 3}, {1, 0, 1})), (AnalyticsError {Kind::BadLevel, 0}));
        QCOMPARE(errorOf(fitMarkovChain({states, ends, 1000}, {3, 0, 0.95})).kind, Kind::TooLarge);
        const MarkovChain chain = chainOf(cdnow());
        QCOMPARE(errorOf(forecastStates(chain, std::vector<double> {1})).kind, Kind::LengthsDiffer);
        QCOMPARE(errorOf(forecastStates(chain, std::vector<double> {1, -1, 0, 0})), (AnalyticsError {Kind::BadWeight, 1}));
        QCOMPARE(errorOf(forecastStates(chain, std::vector<double>(4))).kind, Kind::BadWeight);
        QCOMPARE(errorOf(forecastStates(chain, only(chain, 0), {0, {}, {}, 0, 0, 0.95})).kind, Kind::BadRange);
        QCOMPARE(errorOf(forecastStates(chain, only(chain, 0), {1, 4, {}, 0, 0, 0.95})).kind, Kind::BadRange);
        QCOMPARE(errorOf(forecastStates(chain, only(chain, 0), {1, {}, {}, 0, -1, 0.95})).kind, Kind::BadCount);
        QCOMPARE(errorOf(forecastStates(chain, only(chain, 0), {1, {}, {}, 0, 0, 2})).kind, Kind::BadLevel);
        QCOMPARE(errorOf(scoreBaselines(chain, 4)), (AnalyticsError {Kind::BadGroup, 4}));
    }
};

QTEST_APPLESS_MAIN(tst_MarkovChain)

#include "tst_markovchain.moc"
