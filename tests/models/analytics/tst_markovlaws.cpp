// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/markov/markovforecast.h"
#include "analytics/markov/markovorder.h"
#include "analytics/markov/markovpassage.h"

#include "markovfixture.h"

#include <limits>

using namespace lyceum::analytics;
using namespace lyceum::analytics::fixture;

class tst_MarkovLaws : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsItsLaws()
    {
        Random random(7);
        for (int round = 0; round < 30; ++round) {
            const std::size_t states = 2 + random.below(3);
            std::vector<double> rows;
            for (std::size_t i = 0; i < states; ++i) {
                std::vector<double> row(states);
                double sum = 0;
                for (double& p : row)
                    sum += p = random.exponential();
                for (const double p : row)
                    rows.push_back(p / sum);
            }
            const Members members = walkers(rows, states, 40, 12, random);
            double before = -std::numeric_limits<double>::infinity();
            for (const MarkovOrderFit& fit : valueOf(compareMarkovOrders(members.view(), 3)).fits) {
                QVERIFY(fit.logLikelihood >= before - 1e-9); // more memory never explains less
                before = fit.logLikelihood;
                const MarkovChain same = valueOf(fitMarkovChain(members.view(), {fit.order, 3, 0.95}));
                COMPARE_NEAR(logLikelihood(same), fit.logLikelihood, 1e-12);
            }
            const MarkovChain chain = chainOf(members, 2);
            const std::vector<std::int64_t> here = valueOf(currentContexts(chain, members.view()));
            const std::vector<double> start(here.begin(), here.end());
            const MarkovForecast forecast = valueOf(forecastStates(chain, start, {60, {}, members.view(), 0, 0, 0.95}));
            for (int step = 1; step <= 60; ++step) {
                double sum = 0;
                for (std::size_t state = 0; state < states; ++state)
                    sum += forecast.at(step, state).value;
                COMPARE_NEAR(sum, 1.0, 1e-12);
            }
            const MarkovStationary stationary = valueOf(stationaryShares(chain, {members.view(), 0, 0.95}));
            for (std::size_t state = 0; state < states; ++state) { // in the long run all starts are one
                COMPARE_NEAR(forecast.at(60, state).value, stationary.shares[state].value, 1e-6);
                COMPARE_NEAR(*forecast.at(60, state).stdError, *stationary.shares[state].stdError, 1e-3);
            }
            // The chance to have been there by step k grows to the chance ever to get there.
            const MarkovForecast by = valueOf(forecastStates(chain, start, {200, 0, {}, 0, 0, 0.95}));
            for (int step = 2; step <= 200; ++step)
                QVERIFY(by.at(step, 0).value >= by.at(step - 1, 0).value - 1e-15);
            QVERIFY(by.at(200, 0).value > 0.5 && by.at(200, 0).value <= 1 + 1e-12);
        }
    }

    /// Mean return time two ways: one over the share, and one step more than the first passage from where that step leads.
    void agreesWithItselfOnReturning()
    {
        const MarkovChain chain = chainOf(cdnow());
        const MarkovStationary stationary = valueOf(stationaryShares(chain));
        const MarkovAbsorption back = valueOf(absorption(chain, {0}));
        double mean = 1;
        for (std::size_t state = 1; state < 4; ++state)
            mean += chain.probabilities[state] * back.from[state].steps->value;
        COMPARE_NEAR(stationary.returnSteps[0]->value, mean, 1e-9);
    }

    /// 2 000 communities of 150 members: the interval of the share three steps ahead, by steps and by members.
    void coversAsOftenAsItSays()
    {
        constexpr int kRuns = 2000;
        const std::vector<double> rows {0.7, 0.3, 0.2, 0.8};
        // 3 steps from state 0: 0.4 + 0.6 x 0.5^3.
        const double truth = 0.4 + 0.6 * 0.125;
        Random random(11);
        int byStep = 0;
        int byMember = 0;
        int returnCovered = 0;
        int predicted = 0;
        for (int run = 0; run < kRuns; ++run) {
            const Members members = walkers(rows, 2, 150, 8, random);
            const MarkovChain chain = chainOf(members);
            const Estimate step = valueOf(forecastStates(chain, only(chain, 0), {3, {}, {}, 0, 0, 0.95})).at(3, 0);
            const Estimate member = valueOf(forecastStates(chain, only(chain, 0), {3, {}, members.view(), 0, 0, 0.95})).at(3, 0);
            byStep += *step.low <= truth && truth <= *step.high ? 1 : 0;
            byMember += *member.low <= truth && truth <= *member.high ? 1 : 0;
            const Estimate away = *valueOf(absorption(chain, {0}, {members.view(), 0, 0.95})).from[1].steps;
            returnCovered += *away.low <= 5 && 5 <= *away.high ? 1 : 0; // geometric with 0.2
            const Estimate ahead = valueOf(forecastStates(chain, only(chain, 0), {3, {}, members.view(), 0, 60, 0.95})).at(3, 0);
            int seen = 0;
            for (int i = 0; i < 60; ++i)
                seen += random.uniform() < truth ? 1 : 0;
            predicted += *ahead.low <= seen / 60.0 && seen / 60.0 <= *ahead.high ? 1 : 0;
        }
        for (const int covered : {byStep, byMember, returnCovered})
            QVERIFY2(std::abs(covered / double(kRuns) - 0.95) < 0.015, qPrintable(QString::number(covered)));
        // Sixty members take 61 values, so that a few of a hundred either way are the lattice's.
        QVERIFY2(std::abs(predicted / double(kRuns) - 0.95) < 0.025, qPrintable(QString::number(predicted)));
    }

    /// When members differ (half nearly always active, half nearly never), steps are no independent draws.
    void isHonestWhenMembersDiffer()
    {
        constexpr int kRuns = 400;
        const std::vector<double> loyal {0.95, 0.05, 0.6, 0.4};
        const std::vector<double> fleeting {0.4, 0.6, 0.05, 0.95};
        Random random(12);
        std::vector<double> shares;
        double bySteps = 0;
        double byMembers = 0;
        for (int run = 0; run < kRuns; ++run) {
            Members members;
            members.stateCount = 2;
            for (int i = 0; i < 80; ++i)
                members.add(walkers(random.uniform() < 0.5 ? loyal : fleeting, 2, 1, 20, random).states);
            const MarkovChain chain = chainOf(members);
            shares.push_back(valueOf(stationaryShares(chain)).shares[0].value);
            bySteps += *valueOf(stationaryShares(chain)).shares[0].stdError;
            byMembers += *valueOf(stationaryShares(chain, {members.view(), 0, 0.95})).shares[0].stdError;
        }
        double mean = 0;
        double square = 0;
        for (const double share : shares)
            mean += share / kRuns;
        for (const double share : shares)
            square += (share - mean) * (share - mean) / (kRuns - 1);
        QVERIFY2(std::abs(byMembers / kRuns / std::sqrt(square) - 1) < 0.12, qPrintable(QString::number(byMembers / kRuns / std::sqrt(square))));
        QVERIFY2(bySteps < 0.7 * byMembers, qPrintable(QString::number(bySteps / byMembers)));
    }

    /// BIC finds the memory that is there, and the test of one order too many is passed as often as it says.
    void findsTheOrderThatIsThere()
    {
        Random random(13);
        int tooMany = 0;
        int missed = 0; // 12.8 or more of a chi-square with 2 degrees of freedom: 0.17 %
        constexpr int kRuns = 2000;
        for (int run = 0; run < kRuns; ++run) {
            const Members members = walkers({0.7, 0.3, 0.4, 0.6}, 2, 60, 12, random);
            const MarkovOrders orders = valueOf(compareMarkovOrders(members.view(), 2));
            tooMany += orders.fits[2].againstLower->p < 0.05 ? 1 : 0;
            QCOMPARE(orders.fits[1].parameters, 2);
            QCOMPARE(orders.fits[2].parameters, 4);
            missed += orders.byBic != 1 ? 1 : 0;
        }
        QVERIFY2(missed <= 12, qPrintable(QString::number(missed)));
        QVERIFY2(std::abs(tooMany / double(kRuns) - 0.05) < 0.015, qPrintable(QString::number(tooMany)));
    }

    void survivesWhatMayCome()
    {
        Random random(14);
        for (int round = 0; round < 3000; ++round) {
            Members members;
            members.stateCount = random.below(5);
            const std::uint64_t count = random.below(6);
            for (std::uint64_t i = 0; i < count; ++i) {
                std::vector<std::uint32_t> member(random.below(9));
                for (std::uint32_t& state : member)
                    state = std::uint32_t(random.below(std::max<std::uint64_t>(members.stateCount, 1) + (round % 7 == 0 ? 1 : 0)));
                members.add(member);
            }
            if (round % 11 == 0 && !members.ends.empty())
                members.ends[random.below(members.ends.size())] = random.below(40);
            const int order = int(random.below(7)) - 1;
            const auto chain = fitMarkovChain(members.view(), {order, int(random.below(3)), 0.95});
            QCOMPARE(compareMarkovOrders(members.view(), order).has_value(), chain.has_value());
            if (!chain)
                continue;
            const std::vector<double> start(chain->contexts(), 1.0);
            const auto forecast = forecastStates(*chain, start, {4, {}, members.view(), 0, 3, 0.95});
            QVERIFY(forecast);
            for (const Estimate& share : forecast->shares) {
                QVERIFY(share.value >= 0 && share.value <= 1 + 1e-12);
                QVERIFY(!share.low || (0 <= *share.low && *share.low <= share.value && share.value <= *share.high && *share.high <= 1));
            }
            if (const auto stationary = stationaryShares(*chain, {members.view(), 0, 0.95})) {
                for (const Estimate& share : stationary->shares)
                    QVERIFY(share.value >= 0 && share.value <= 1 + 1e-12);
            }
            const auto end = absorption(*chain, round % 2 ? std::vector<std::uint32_t> {} : std::vector<std::uint32_t> {0});
            for (std::size_t i = 0; end && i < end->from.size(); ++i)
                QVERIFY(!end->from[i].steps || end->from[i].steps->value >= 0);
        }
    }

    void countsMillionsOfSteps()
    {
        Members members;
        members.stateCount = 4;
        members.states.resize(2'000'000);
        Random random(15);
        for (std::uint32_t& state : members.states)
            state = std::uint32_t(random.below(4));
        for (std::size_t end = 20; end <= members.states.size(); end += 20)
            members.ends.push_back(end);
        const MarkovOrders orders = valueOf(compareMarkovOrders(members.view()));
        QCOMPARE(orders.transitions, 1'600'000);
        QCOMPARE(orders.fits[4].parameters, 768);
        QCOMPARE(orders.byBic, 0);
    }
};

QTEST_APPLESS_MAIN(tst_MarkovLaws)

#include "tst_markovlaws.moc"
