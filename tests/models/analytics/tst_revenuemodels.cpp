// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/random.h"
#include "analytics/revenue/cashbook.h"
#include "analytics/revenue/channelreturns.h"
#include "analytics/revenue/factormodel.h"
#include "analytics/revenue/lifetimevalue.h"
#include "analytics/revenue/pricechange.h"
#include "analytics/revenue/renewals.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace lyceum::analytics;
using namespace Qt::StringLiterals;
using Kind = AnalyticsError::Kind;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::int64_t kLowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();

QJsonObject ltvReference()
{
    QFile file(QStringLiteral(LYCEUM_TEST_DATA "/revenue/revenue.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no revenue.json");
    return QJsonDocument::fromJson(file.readAll()).object()["ltv"_L1].toObject();
}

bool isNear(double a, double b, double relative = 1e-12)
{
    return std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b));
}

MrrPeriod month(std::int64_t opening, std::int64_t churned, std::int64_t closing, std::int64_t mrr)
{
    MrrPeriod period;
    period.customersOpening = opening;
    period.counts[std::size_t(MrrMovement::Churn)] = churned;
    period.customersClosing = closing;
    period.closing = mrr;
    return period;
}

Factor normalFactor(double value, double stdError)
{
    Factor factor = exactFactor(value);
    factor.spread = Factor::Spread::Normal;
    factor.stdError = stdError;
    return factor;
}

} // namespace

class tst_RevenueModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChannelIsPaidBackWhereItsMarginStaysAboveItsCost()
    {
        // By hand: cost 500 at once, margin 100, 300, 250: 100 < 500, 400 < 500, 650 >= 500.
        const std::vector<ChannelPeriod> periods {{500, 200, 40, 12, 100}, {0, 0, 10, 8, 300}, {0, 0, 0, 0, 250}};
        const auto answer = channelReturn(periods);
        QVERIFY(answer);
        QCOMPARE(answer->paybackPeriod, std::optional<std::int32_t>(3));
        QCOMPARE(answer->cost, 500);
        QCOMPARE(answer->margin, 650);
        QCOMPARE(*answer->returned, 1.3);
        QCOMPARE(answer->signUpRate, wilsonInterval(50, 200));
        QCOMPARE(answer->payRate, wilsonInterval(20, 50));
        QCOMPARE(answer->costPerPayer->value, 25.0);
        // Garwood (1936): 20 events have the 95 % interval 12.2165 to 30.8884 (exact Poisson tables).
        QVERIFY(isNear(*answer->costPerPayer->low, 500 / 30.88838, 1e-6));
        QVERIFY(isNear(*answer->costPerPayer->high, 500 / 12.21652, 1e-6));
        QVERIFY(answer->warnings.empty());
    }

    void aChannelThatFallsBelowAgainIsPaidBackLater()
    {
        const std::vector<ChannelPeriod> periods {{100, 0, 9, 3, 150}, {200, 0, 9, 3, 50}, {0, 0, 0, 0, 100}, {0, 0, 0, 0, 10}};
        const auto answer = channelReturn(periods);
        QVERIFY(answer);
        QCOMPARE(answer->paybackPeriod, std::optional<std::int32_t>(3)); // 150 >= 100, 200 < 300, 300 >= 300
        QCOMPARE(answer->signUpRate, std::nullopt);
        QCOMPARE(answer->warnings, std::vector {Warning::TooFew});
        const auto early = channelReturn(std::span(periods).first(2));
        QCOMPARE(early->paybackPeriod, std::nullopt); // not yet, which is not never
    }

    void aChannelWithoutAnythingHasAnAnswerOrANamedError()
    {
        const std::vector<ChannelPeriod> nothing {{0, 0, 0, 0, 0}};
        const auto answer = channelReturn(nothing);
        QVERIFY(answer);
        QCOMPARE(answer->returned, std::nullopt);
        QCOMPARE(answer->costPerPayer, std::nullopt);
        QCOMPARE(answer->paybackPeriod, std::optional<std::int32_t>(1)); // it never cost anything
        QCOMPARE(channelReturn({}).error().kind, Kind::TooFew);
        QCOMPARE(channelReturn(nothing, 1).error().kind, Kind::BadLevel);
        const std::vector<ChannelPeriod> negative {{1, 0, 0, 0, 0}, {-1, 0, 0, 0, 0}};
        QCOMPARE(channelReturn(negative).error(), (AnalyticsError {Kind::BadCount, 1}));
        const std::vector<ChannelPeriod> huge {{kHighest, 0, 0, 0, 0}, {1, 0, 0, 0, 0}};
        QCOMPARE(channelReturn(huge).error(), (AnalyticsError {Kind::TooLarge, 1}));
        const std::vector<ChannelPeriod> lossy {{0, 0, 0, 0, kLowest}, {0, 0, 0, 0, -1}};
        QCOMPARE(channelReturn(lossy).error(), (AnalyticsError {Kind::TooLarge, 1}));
    }

    void agreesWithTheReferenceOnLifetimeValue()
    {
        const QJsonObject ltv = ltvReference();
        const double margin = ltv["monthly_margin"_L1].toDouble();
        const double discount = ltv["monthly_discount"_L1].toDouble();
        std::vector<double> survival;
        for (const QJsonValue& share : ltv["survival"_L1].toArray())
            survival.push_back(share.toDouble());
        QVERIFY(isNear(*lifetimeValueOfCurve(margin, discount, survival), ltv["ltv_7_months"_L1].toDouble()));
        const QJsonValue geometric = ltv["geometric_constant_churn"_L1];
        const double churn = geometric["churn"_L1].toDouble();
        QVERIFY(isNear(**lifetimeValueAtConstantChurn(margin, discount, churn), geometric["paid_at_start"_L1].toDouble()));
        QVERIFY(isNear(**lifetimeValueAtConstantChurn(margin, 0, churn), geometric["undiscounted"_L1].toDouble()));
        QVERIFY(isNear((*lifetimeValue(margin, 100, 1000))->value, ltv["naive_1_over_churn"_L1].toDouble())); // the first month's tenth
    }

    void hasNoLifetimeValueAtZeroChurn()
    {
        QVERIFY(!*lifetimeValue(20, 0, 1000));
        QVERIFY(!*lifetimeValueAtConstantChurn(20, 0, 0));
        QVERIFY(lifetimeValueAtConstantChurn(20, 0.01, 0)->has_value()); // discounting ends the sum
        const std::vector<MrrPeriod> quiet {month(10, 0, 10, 1000), month(10, 0, 10, 1000)};
        QVERIFY(!*lifetimeValueOfMonth(quiet, 1));
        QVERIFY(!*lifetimeValueOfMonth(quiet, 0)); // nothing before it
        const auto value = *lifetimeValue(20, 5, 100);
        QVERIFY(*value->low < value->value && *value->high > value->value);
        QCOMPARE(lifetimeValue(20, 5, 0).error().kind, Kind::BadCount);
        QCOMPARE(lifetimeValue(20, 6, 5).error().kind, Kind::BadCount);
        QCOMPARE(lifetimeValue(kNaN, 1, 5).error().kind, Kind::BadValue);
        QCOMPARE(lifetimeValue(20, 1, 5, 0).error().kind, Kind::BadLevel);
        QCOMPARE(lifetimeValueAtConstantChurn(20, -1, 0.1).error().kind, Kind::BadRange);
        QCOMPARE(lifetimeValueAtConstantChurn(20, 0, kNaN).error().kind, Kind::BadRange);
        QCOMPARE(lifetimeValueOfCurve(20, 0, std::vector {1.0, 1.1}).error(), (AnalyticsError {Kind::BadValue, 1}));
        QCOMPARE(lifetimeValueOfCurve(20, 0, std::vector {kNaN}).error(), (AnalyticsError {Kind::BadValue, 0}));
        QCOMPARE(*lifetimeValueOfCurve(20, 0, {}), 0.0);
    }

    /// ChartMogul's: the month's own churn is not in it, nor is what lies more than six months back.
    void averagesTheSixMonthsBefore()
    {
        std::vector<MrrPeriod> months {month(10, 9, 1, 100)}; // too long ago
        for (int i = 0; i < 6; ++i)
            months.push_back(month(100, i, 100, 200'000));
        months.push_back(month(100, 90, 10, 20'000)); // its own churn is not in it
        const auto value = *lifetimeValueOfMonth(months, 7);
        QVERIFY(isNear(value->value, 2000 / 0.025)); // mean of 0 ... 5 of 100
        QVERIFY(*value->low < value->value && *value->high > value->value);
        QVERIFY(isNear((*lifetimeValueOfMonth(months, 7, 1))->value, 2000 / 0.05));
        QCOMPARE(lifetimeValueOfMonth(months, 8).error().kind, Kind::BadRange);
        QCOMPARE(lifetimeValueOfMonth(months, 7, 0).error().kind, Kind::BadRange);
    }

    /// Pitfall: a term that has just expired has not lapsed, and one that has renewed early must not be in the rate alone.
    void decidesRenewalsOnlyWhenGraceIsOver()
    {
        const std::vector<PrepaidTerm> terms {
            {0, 0, 100}, {0, 105, 205}, // renewed in grace; the second expired at 205, not decided at 210
            {1, 0, 100}, // lapsed
            {2, 0, 100}, {2, 111, 211}, // came back a second too late: lapsed, then in term
            {3, 0, 205}, // in grace
            {4, 0, 300}, {4, 150, 400}, // bought early: renewed, but not due
            {5, 500, 600}, // begins later
        };
        const TermRenewals answer = *renewals(terms, 10, 210);
        using enum TermState;
        QCOMPARE(answer.states, (std::vector {Renewed, InGrace, Lapsed, Lapsed, InTerm, InGrace, Renewed, InTerm, InTerm}));
        QVERIFY(answer.all.rate == wilsonInterval(1, 3));
        QCOMPARE(answer.all.inGrace, 2);
        QCOMPARE(answer.all.inTerm, 2);
        QCOMPARE(answer.byTerm.size(), std::size_t(2));
        QVERIFY(answer.byTerm[0].rate == wilsonInterval(1, 3));
        QVERIFY(!answer.byTerm[1].rate); // no second term is decided: no rate, not 0
        QVERIFY(renewals({}, 0, 0)->states.empty());
        QCOMPARE(renewals(terms, -1, 0).error().kind, Kind::BadRange);
        QCOMPARE(renewals(std::vector<PrepaidTerm> {{0, 5, 5}}, 0, 0).error(), (AnalyticsError {Kind::EntryNotBeforeExit, 0}));
        const TermRenewals endless = *renewals(std::vector<PrepaidTerm> {{0, kLowest, kHighest}, {0, 0, kHighest}}, kHighest, kHighest);
        QCOMPARE(endless.states[1], InGrace);
    }

    void knowsThreeWaysOfTrialConversion()
    {
        const std::vector<Trial> trials {
            {0, 14, 14, false}, // paid at its end
            {0, 14, std::nullopt, false}, // ran out
            {1, 5, std::nullopt, true}, // cancelled
            {2, 16, 40, false}, // paid late
            {90, std::nullopt, std::nullopt, false}, // running
        };
        QVERIFY(*trialConversionOfEnded(trials, 0, 30) == wilsonInterval(1, 4));
        QVERIFY(*trialConversionOfEnded(trials, 0, 50) == wilsonInterval(2, 4));
        QVERIFY(!*trialConversionOfEnded(trials, 60, 100));
        QVERIFY(*trialConversionWithin(trials, 30, 100) == wilsonInterval(1, 4)); // the young one is censored
        QVERIFY(*trialConversionWithin(trials, 90, 100) == wilsonInterval(2, 4));
        QVERIFY(!*trialConversionWithin(trials, 90, 10));
        QVERIFY((trialFlow(trials, 30, 100) == TrialFlow {1, 1, 1.0}));
        QVERIFY(!trialFlow(trials, 30, 50).ratio);
        const std::vector<Trial> backward {{5, 4, std::nullopt, false}};
        QCOMPARE(trialConversionOfEnded(backward, 0, 9).error(), (AnalyticsError {Kind::EntryNotBeforeExit, 0}));
        QCOMPARE(trialConversionWithin(backward, 1, 9).error().kind, Kind::EntryNotBeforeExit);
        QCOMPARE(trialConversionWithin(trials, 0, 9).error().kind, Kind::BadRange);
        QCOMPARE(trialConversionOfEnded(trials, 9, 0).error().kind, Kind::BadRange);
        QCOMPARE(trialConversionOfEnded(trials, 0, 9, 1).error().kind, Kind::BadLevel);
    }

    void booksCashAndWhatIsOwed()
    {
        const std::vector<std::int64_t> starts {0, 100, 200, 300};
        const std::vector<CashEntry> entries {
            {10, 1000, 0, 300}, // a third in each period
            {150, -400, 150, 250}, // a refund of what has not been earned yet
            {50, 77, 0, 0}, // earned at once
            {250, 500, 100, 200}, // paid after the service
        };
        const auto book = *cashBook(entries, starts);
        QCOMPARE(book[0].received, 1077);
        QCOMPARE(book[0].earned, 333 + 77);
        QCOMPARE(book[0].deferred, 667);
        QCOMPARE(book[1].refunded, 400);
        QCOMPARE(book[1].earned, 333 - 200 + 500);
        QCOMPARE(book[1].deferred, 334 - 200);
        QCOMPARE(book[1].accrued, 500);
        QCOMPARE(book[2].received, 500);
        QCOMPARE(book[2].earned, 334 - 200);
        QCOMPARE(book[2].deferred + book[2].accrued, 0);
    }

    void losesNoCent()
    {
        Random random(12);
        for (int round = 0; round < 300; ++round) {
            std::vector<std::int64_t> starts {std::int64_t(random.below(1000)) - 500};
            for (std::uint64_t i = 1 + random.below(30); i > 0; --i)
                starts.push_back(starts.back() + 1 + std::int64_t(random.below(300)));
            const auto anyTime = [&] { return starts.front() - 400 + std::int64_t(random.below(std::uint64_t(starts.back() - starts.front()) + 800)); };
            std::vector<CashEntry> entries;
            for (std::uint64_t i = random.below(60); i > 0; --i)
                entries.push_back({anyTime(), std::int64_t(random.below(20'000)) - 8000, anyTime(), anyTime()});
            const auto book = *cashBook(entries, starts);
            std::int64_t before = 0;
            for (std::size_t i = 0; i < book.size(); ++i) {
                const std::int64_t open = book[i].deferred - book[i].accrued;
                QVERIFY(i == 0 || open - before == book[i].received - book[i].refunded - book[i].earned);
                before = open;
                std::int64_t received = 0;
                std::int64_t refunded = 0;
                for (const CashEntry& entry : entries) {
                    if (entry.at >= starts[i] && entry.at < starts[i + 1])
                        (entry.amount > 0 ? received : refunded) += std::abs(entry.amount);
                }
                QCOMPARE(book[i].received, received);
                QCOMPARE(book[i].refunded, refunded);
            }
            // Over a book that holds everything, what was earned is what was received.
            const std::vector<std::int64_t> whole {starts.front() - 1000, starts.back() + 1000};
            const auto all = cashBook(entries, whole)->front();
            QCOMPARE(all.earned, all.received - all.refunded);
            QCOMPARE(all.deferred - all.accrued, 0);
        }
        const std::vector<std::int64_t> starts {0, 100};
        QCOMPARE(cashBook(std::vector<CashEntry> {{0, kLowest, 0, 0}}, starts).error(), (AnalyticsError {Kind::BadValue, 0}));
        QCOMPARE(cashBook(std::vector<CashEntry> {{0, 1, kLowest, kHighest}}, starts).error(), (AnalyticsError {Kind::BadRange, 0}));
        QCOMPARE(cashBook({}, {}).error().kind, Kind::TooFew);
        QCOMPARE(cashBook({}, starts)->front(), CashPeriod());
        QCOMPARE(cashBook(std::vector<CashEntry>(2000, {0, std::int64_t(1) << 53U, 0, 0}), starts).error().kind, Kind::TooLarge);
        QVERIFY(cashBook(std::vector<CashEntry> {{kHighest, 5, kHighest - 5, kHighest}, {kLowest, 5, kLowest, kLowest + 5}}, starts).has_value());
    }

    /// The seeds print 204000 for the first product, and are right about the second.
    void correctsTheSeeds()
    {
        const std::vector<Factor> printed {exactFactor(100), exactFactor(600), exactFactor(0.8), exactFactor(0.9), exactFactor(0.7), exactFactor(0.05)};
        QVERIFY(isNear(productForecast(printed)->central, 1512));
        const auto revenue = revenueModel(exactFactor(1000), exactFactor(100), exactFactor(0.1));
        const ProductForecast forecast = *productForecast(revenue);
        QVERIFY(isNear(forecast.central, 10'000));
        QVERIFY(isNear(forecast.mean.value, 10'000));
        QVERIFY(*forecast.mean.stdError < 1e-6 && isNear(*forecast.mean.low, *forecast.mean.high));
        QVERIFY(forecast.warnings.empty());
        // A retention of 600 is no retention.
        ProfitFactors factors {exactFactor(1000), exactFactor(0.1), exactFactor(600), exactFactor(0.8), exactFactor(0.9), exactFactor(0.7), exactFactor(0.05)};
        QCOMPARE(productForecast(profitModel(factors)).error(), (AnalyticsError {Kind::BadValue, 2}));
        factors.retention = exactFactor(0.6);
        QVERIFY(isNear(productForecast(profitModel(factors))->central, 1.512));
    }

    void simulatesWhatTheoryKnows()
    {
        // Product of two log-normals is one: median 600, the error of its logarithm 0.5.
        Factor a = exactFactor(20);
        a.spread = Factor::Spread::LogNormal;
        a.stdError = 0.3;
        Factor b = a;
        b.value = 30;
        b.stdError = 0.4;
        ProductOptions options;
        options.draws = 100'000;
        const ProductForecast forecast = *productForecast(std::vector {a, b}, options);
        QVERIFY(isNear(forecast.median, 600, 0.01));
        QVERIFY(std::abs(forecast.mean.value - 600 * std::exp(0.125)) < 4 * *forecast.mean.stdError);
        QVERIFY(isNear(*forecast.mean.low, 600 * std::exp(-1.96 * 0.5), 0.02));
        QVERIFY(isNear(*forecast.mean.high, 600 * std::exp(1.96 * 0.5), 0.02));
        QVERIFY(*productForecast(std::vector {a, b}, options) == forecast); // the same seed, the same answer
        options.seed = 2;
        QVERIFY(!(*productForecast(std::vector {a, b}, options) == forecast));
        // The wider factor is on top, and each swings by its own interval.
        QCOMPARE(forecast.tornado[0].factor, std::size_t(1));
        QVERIFY(isNear(forecast.tornado[0].atLow, 600 * std::exp(-1.959963984540054 * 0.4), 1e-9));
        QVERIFY(isNear(forecast.tornado[1].atHigh, 600 * std::exp(1.959963984540054 * 0.3), 1e-9));

        // Mean of independent factors is the product of their means.
        const std::vector<Factor> mixed {normalFactor(1000, 50), measuredShare(30, 100), assumedShare(0.2, 0.5, 0.6), assumedRange(5, 10, 30)};
        const ProductForecast many = *productForecast(mixed, {3, 40'000, 0.9});
        QVERIFY(std::abs(many.mean.value - many.central) < 4 * *many.mean.stdError);
        QCOMPARE(many.warnings, std::vector {Warning::NotIdentified});
        QVERIFY(*many.mean.low < many.median && many.median < *many.mean.high);
    }

    void refusesFactorsOutsideTheirDomain()
    {
        const auto errorOf = [](const Factor& factor) { return productForecast(std::vector {exactFactor(1), factor}).error(); };
        QVERIFY(errorOf(measuredShare(3, 2)) == (AnalyticsError {Kind::BadCount, 1}));
        QVERIFY(errorOf(measuredShare(0, 0)) == (AnalyticsError {Kind::BadCount, 1}));
        for (const Factor& factor : {exactFactor(kNaN), exactFactor(kInfinity), exactFactor(-1), normalFactor(1, -1), normalFactor(1, kNaN),
                 assumedRange(3, 2, 1), assumedRange(1, 5, 2), assumedShare(0, 0.5, 1.2), assumedRange(1, kNaN, 2)})
            QVERIFY(errorOf(factor) == (AnalyticsError {Kind::BadValue, 1}));
        QCOMPARE(productForecast({}).error().kind, Kind::TooFew);
        QCOMPARE(productForecast(std::vector {exactFactor(1)}, {1, 99, 0.95}).error().kind, Kind::BadRange);
        QCOMPARE(productForecast(std::vector {exactFactor(1)}, {1, 100, 0}).error().kind, Kind::BadLevel);
        QCOMPARE(productForecast(std::vector<Factor>(3, exactFactor(1e200))).error().kind, Kind::BadValue); // overflows
        QVERIFY(productForecast(std::vector {measuredShare(0, 5), measuredShare(5, 5), exactFactor(0)}).has_value());
    }

    void fitsTheElasticityThatWasThere()
    {
        std::vector<double> prices;
        std::vector<double> members;
        for (const double price : {5.0, 8.0, 10.0, 15.0, 20.0}) {
            prices.push_back(price);
            members.push_back(1000 * std::pow(price, -1.4));
        }
        const Elasticity exact = *priceElasticity(prices, members);
        QVERIFY(isNear(exact.value.value, -1.4, 1e-10));
        QVERIFY(*exact.value.stdError < 1e-7);
        QVERIFY(isNear(exact.r2, 1, 1e-10));
        QCOMPARE(exact.warnings, std::vector {Warning::TooFew});
        // lm(log(c(100, 80, 70, 40)) ~ log(c(5, 8, 10, 20))) worked through by hand: slope Sxy/Sxx, residual on 2 degrees.
        const std::vector<double> x {5, 8, 10, 20};
        const std::vector<double> y {100, 80, 70, 40};
        double mx = 0;
        double my = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            mx += std::log(x[i]) / 4;
            my += std::log(y[i]) / 4;
        }
        double sxx = 0;
        double sxy = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            sxx += (std::log(x[i]) - mx) * (std::log(x[i]) - mx);
            sxy += (std::log(x[i]) - mx) * (std::log(y[i]) - my);
        }
        double rest = 0;
        for (std::size_t i = 0; i < 4; ++i)
            rest += std::pow(std::log(y[i]) - my - sxy / sxx * (std::log(x[i]) - mx), 2);
        const Elasticity fit = *priceElasticity(x, y);
        QVERIFY(isNear(fit.value.value, sxy / sxx, 1e-12));
        const double stdError = std::sqrt(rest / 2 / sxx);
        QVERIFY(isNear(*fit.value.stdError, stdError, 1e-9));
        QVERIFY(isNear(*fit.value.high - fit.value.value, 4.302652729749464 * stdError, 1e-9)); // t of 2 degrees, 97.5 %

        QCOMPARE(priceElasticity(std::vector {1.0, 2.0}, std::vector {1.0, 2.0}).error(), (AnalyticsError {Kind::TooFew, 2}));
        QCOMPARE(priceElasticity(std::vector {2.0, 2.0, 2.0}, std::vector {1.0, 2.0, 3.0}).error().kind, Kind::NoVariation);
        QCOMPARE(priceElasticity(std::vector {1.0, 0.0, 2.0}, std::vector {1.0, 2.0, 3.0}).error(), (AnalyticsError {Kind::BadValue, 1}));
        QCOMPARE(priceElasticity(std::vector {1.0, 3.0, 2.0}, std::vector {1.0, 2.0, kNaN}).error(), (AnalyticsError {Kind::BadValue, 2}));
        QCOMPARE(priceElasticity(std::vector {1.0}, {}).error().kind, Kind::LengthsDiffer);
    }

    void coversTheElasticity()
    {
        Random random(14);
        constexpr int kWorlds = 2000;
        int covered = 0;
        for (int world = 0; world < kWorlds; ++world) {
            std::vector<double> prices;
            std::vector<double> members;
            for (int i = 0; i < 8; ++i) {
                prices.push_back(5 + 3 * i);
                members.push_back(500 * std::pow(prices.back(), -0.8) * std::exp(0.2 * random.normal()));
            }
            const Elasticity fit = *priceElasticity(prices, members);
            covered += *fit.value.low <= -0.8 && *fit.value.high >= -0.8 ? 1 : 0;
        }
        QVERIFY2(covered >= kWorlds * 935 / 1000 && covered <= kWorlds * 965 / 1000, qPrintable(QString::number(covered)));
    }

    void saysWhatANewPriceWouldDo()
    {
        const PriceChange neutral = *priceChange(1000, 1000, 1200, {-1, {}, {}, {}});
        QVERIFY(isNear(neutral.revenue.value, 1'000'000, 1e-12));
        QVERIFY(isNear(neutral.breakEvenLoss, 1.0 / 6));
        QVERIFY(!neutral.revenue.low && neutral.warnings.empty());
        const PriceChange change = *priceChange(1000, 1000, 2000, {-0.5, {}, -1.5, 0.1});
        QVERIFY(isNear(change.members.value, 1000 / std::sqrt(2.0)));
        QVERIFY(isNear(*change.members.low, 1000 * std::pow(2, -1.5)));
        QVERIFY(isNear(*change.members.high, 1000 * std::pow(2, 0.1)));
        QVERIFY(*change.revenueChange.low < 0 && change.revenueChange.value > 0); // the interval knows that it may lose
        QCOMPARE(change.warnings, std::vector {Warning::Extrapolating});
        const PriceChange cheaper = *priceChange(1000, 1000, 800, {-0.5, {}, -1.5, 0.1});
        QVERIFY(*cheaper.members.low < cheaper.members.value && cheaper.members.value < *cheaper.members.high);
        QVERIFY(cheaper.breakEvenLoss < 0);
        QCOMPARE(priceChange(1000, 0, 5, {-1, {}, {}, {}}).error().kind, Kind::BadRange);
        QCOMPARE(priceChange(kNaN, 5, 5, {-1, {}, {}, {}}).error().kind, Kind::BadValue);
        QCOMPARE(priceChange(1, 5, 5, {kNaN, {}, {}, {}}).error().kind, Kind::BadValue);
        QCOMPARE(priceChange(1, 5, 5, {-1, {}, 1, -1}).error().kind, Kind::BadValue);
        QCOMPARE(priceChange(1, 5, 500, {1e6, {}, {}, {}}).error().kind, Kind::BadValue); // overflows
    }
};

QTEST_APPLESS_MAIN(tst_RevenueModels)
#include "tst_revenuemodels.moc"
