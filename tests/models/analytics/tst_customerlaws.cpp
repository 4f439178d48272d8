// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customers/customeroutlook.h"
#include "analytics/customers/sbg.h"

#include "customerfixture.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

using namespace lyceum::analytics;
using namespace lyceum::analytics::fixture;
using Kind = AnalyticsError::Kind;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// Customers of BG/NBD, watched for `age` whole weeks, so that there are few different histories.
Customers buyers(const BgNbd& model, int count, double age, Random& random)
{
    Customers customers;
    for (int i = 0; i < count; ++i) {
        const double rate = drawGamma(model.r, random) / model.alpha;
        const double leaving = drawBeta(model.a, model.b, random);
        std::int64_t x = 0;
        double last = 0;
        double now = 0;
        while ((now += random.exponential() / rate) <= age) {
            ++x;
            last = now;
            if (random.uniform() < leaving)
                break;
        }
        customers.add(x, x > 0 ? std::min(std::floor(last) + 0.5, age) : 0, age);
    }
    return customers;
}

Customers chanceTakers(const BgBb& model, int count, int chances, Random& random)
{
    Customers customers;
    for (int i = 0; i < count; ++i) {
        const double taking = drawBeta(model.alpha, model.beta, random);
        const double leaving = drawBeta(model.gamma, model.delta, random);
        std::int64_t x = 0;
        int last = 0;
        for (int chance = 1; chance <= chances && random.uniform() >= leaving; ++chance) {
            if (random.uniform() < taking) {
                ++x;
                last = chance;
            }
        }
        customers.add(x, last, chances);
    }
    return customers;
}

std::vector<std::int64_t> renewers(const Sbg& model, int count, int renewals, Random& random)
{
    std::vector<std::int64_t> left(std::size_t(renewals) + 1);
    for (int i = 0; i < count; ++i) {
        const double leaving = drawBeta(model.alpha, model.beta, random);
        std::size_t stayed = 0;
        while (stayed < std::size_t(renewals) && random.uniform() >= leaving)
            ++stayed;
        for (std::size_t k = 0; k <= stayed; ++k)
            ++left[k];
    }
    return left;
}

bool covers(const Estimate& estimate, double truth)
{
    return estimate.low && *estimate.low <= truth && truth <= *estimate.high;
}

/// 95 % within 1.5.
QByteArray coverage(const char* what, int covered, int trials)
{
    const double share = double(covered) / trials;
    return std::abs(share - 0.95) <= 0.015 ? QByteArray() : QByteArray(what) + " is covered in " + QByteArray::number(share);
}

Kind errorOf(const Customers& customers, BuyingKind kind)
{
    const auto histories = groupHistories(customers.sample(), kind == BuyingKind::BgBb);
    if (!histories)
        return histories.error().kind;
    const auto fit = fitBuying(kind, *histories);
    if (fit)
        qFatal("a fit where there is none");
    return fit.error().kind;
}

} // namespace

/// What holds of the customer models whatever the data.
class tst_CustomerLaws : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void orderAndGroupingChangeNothing()
    {
        const Customers customers = cdnow();
        const auto histories = groupHistories(customers.sample(), false);
        Customers turned;
        for (std::size_t i = customers.frequency.size(); i-- > 0;)
            turned.add(customers.frequency[i], customers.recency[i], customers.age[i]);
        Customers weighted;
        for (const HistoryGroup& group : histories->groups) {
            weighted.add(group.history.frequency, group.history.recency, group.history.age);
            weighted.weight.push_back(group.customers);
        }
        const auto ofTurned = groupHistories(turned.sample(), false);
        const auto ofWeighted = groupHistories(weighted.sample(), false);
        QVERIFY(ofTurned->groups == histories->groups);
        QVERIFY(ofWeighted->groups == histories->groups);
        QCOMPARE(ofWeighted->repeats, histories->repeats);
        for (std::size_t i = 0; i < customers.frequency.size(); ++i)
            QCOMPARE(histories->groups[histories->groupOf[i]].history.frequency, customers.frequency[i]);
    }

    void unitsOfTimeChangeNothing()
    {
        const Customers weeks = cdnow();
        Customers days = weeks;
        for (std::size_t i = 0; i < days.age.size(); ++i) {
            days.age[i] *= 7;
            days.recency[i] *= 7;
        }
        for (const BuyingKind kind : {BuyingKind::BgNbd, BuyingKind::ParetoNbd}) {
            const auto one = fitBuying(kind, *groupHistories(weeks.sample(), false));
            const auto other = fitBuying(kind, *groupHistories(days.sample(), false));
            const std::array<double, 4> scale = kind == BuyingKind::BgNbd ? std::array {1.0, 7.0, 1.0, 1.0} : std::array {1.0, 7.0, 1.0, 7.0};
            for (std::size_t i = 0; i < 4; ++i)
                QVERIFY(std::abs(other->fit.parameters[i] / one->fit.parameters[i] / scale[i] - 1) < 1e-4);
            QVERIFY(std::abs(*other->fit.estimates[1].stdError / *one->fit.estimates[1].stdError / 7 - 1) < 1e-3);
        }
    }

    void everyStartFindsTheSameBest()
    {
        const auto histories = groupHistories(cdnow().sample(), false);
        const auto best = fitBuying(BuyingKind::ParetoNbd, *histories);
        for (const std::vector<double>& start : {std::vector {0.1, 1.0, 0.1, 1.0}, {3.0, 30.0, 3.0, 30.0}, {0.3, 40.0, 2.0, 4.0}}) {
            const auto fit = fitBuying(BuyingKind::ParetoNbd, *histories, {0.95, start});
            QVERIFY(fit && std::abs(fit->fit.logLikelihood - best->fit.logLikelihood) < 1e-4);
        }
    }

    void whoWasSeenLongAgoIsLessLikelyThere()
    {
        const BuyingModel models[] = {BgNbd {0.243, 4.414, 0.793, 2.426}, ParetoNbd {0.553, 10.578, 0.606, 11.669},
            ParetoNbd {0.5, 500, 0.6, 0.01}, ParetoNbd {0.5, 0.01, 0.6, 500}};
        for (const BuyingModel& model : models) {
            for (const std::int64_t x : {1, 5, 200}) {
                double before = 1;
                for (double age = 10; age < 1e6; age *= 1.7) {
                    const double alive = probabilityAlive(model, {x, 10, age});
                    QVERIFY2(alive >= 0 && alive <= before + 1e-12, qPrintable(QString::number(alive)));
                    before = alive;
                    const double next = expectedPurchases(model, {x, 10, age}, 5);
                    QVERIFY(next >= 0 && expectedPurchases(model, {x, 10, age}, 10) >= next);
                }
            }
        }
    }

    /// 2 000 runs each. A fit starts at the truth, which saves time and changes no answer.
    void intervalsOfRenewalCoverTheTruth()
    {
        constexpr int kTrials = 2000;
        const Sbg truth {0.9, 2.5};
        const double share = survivalShare(truth, 10);
        std::array<int, 3> covered {};
        Random random(2007);
        for (int trial = 0; trial < kTrials; ++trial) {
            // Three cohorts, the younger ones watched for less long.
            const auto renewals = renewalsOf({renewers(truth, 400, 6, random), renewers(truth, 300, 4, random), renewers(truth, 300, 2, random)});
            const auto fit = fitSbg(*renewals, {0.95, {truth.alpha, truth.beta}});
            QVERIFY(fit && fit->fit.converged);
            covered[0] += covers(fit->fit.estimates[0], truth.alpha) ? 1 : 0;
            covered[1] += covers(fit->fit.estimates[1], truth.beta) ? 1 : 0;
            covered[2] += covers((*sbgCurve(*fit, *renewals, {10, 0, 1}))[10].survival, share) ? 1 : 0;
        }
        QCOMPARE(coverage("alpha", covered[0], kTrials), QByteArray());
        QCOMPARE(coverage("beta", covered[1], kTrials), QByteArray());
        QCOMPARE(coverage("the share left", covered[2], kTrials), QByteArray());
    }

    void intervalsOfBuyingCoverTheTruth()
    {
        constexpr int kTrials = 2000;
        const BgBb truth {1.2, 0.75, 0.66, 2.8};
        std::array<int, 5> covered {};
        Random random(2010);
        for (int trial = 0; trial < kTrials; ++trial) {
            const Customers customers = chanceTakers(truth, 1500, 6, random);
            const auto fit = fitBuying(BuyingKind::BgBb, *groupHistories(customers.sample(), true), {0.95, {1.2, 0.75, 0.66, 2.8}});
            QVERIFY(fit && fit->fit.converged);
            const std::array known {truth.alpha, truth.beta, truth.gamma, truth.delta};
            for (std::size_t i = 0; i < 4; ++i)
                covered[i] += covers(fit->fit.estimates[i], known[i]) ? 1 : 0;
            const Estimate next = derivedEstimate(
                fit->fit, [](std::span<const double> p) { return expectedPurchases(BgBb {p[0], p[1], p[2], p[3]}, {2, 4, 6}, 5); },
                Scale::Positive);
            covered[4] += covers(next, expectedPurchases(truth, {2, 4, 6}, 5)) ? 1 : 0;
        }
        for (std::size_t i = 0; i < 5; ++i)
            QCOMPARE(coverage(QByteArray::number(i).constData(), covered[i], kTrials), QByteArray());
    }

    void intervalsOfBuyingWithoutAContractCoverTheTruth()
    {
        constexpr int kTrials = 2000;
        const BgNbd truth {0.6, 6, 0.8, 2.5};
        const CustomerHistory one {3, 20, 40};
        std::array<int, 6> covered {};
        Random random(2005);
        for (int trial = 0; trial < kTrials; ++trial) {
            const Customers customers = buyers(truth, 1200, 40, random);
            const auto fit = fitBuying(BuyingKind::BgNbd, *groupHistories(customers.sample(), false), {0.95, {0.6, 6, 0.8, 2.5}});
            QVERIFY(fit && fit->fit.converged);
            const std::array known {truth.r, truth.alpha, truth.a, truth.b};
            for (std::size_t i = 0; i < 4; ++i)
                covered[i] += covers(fit->fit.estimates[i], known[i]) ? 1 : 0;
            const Estimate year = derivedEstimate(
                fit->fit, [](std::span<const double> p) { return expectedPurchases(BgNbd {p[0], p[1], p[2], p[3]}, 52); }, Scale::Positive);
            covered[4] += covers(year, expectedPurchases(truth, 52)) ? 1 : 0;
            const Estimate next = derivedEstimate(
                fit->fit, [&one](std::span<const double> p) { return expectedPurchases(BgNbd {p[0], p[1], p[2], p[3]}, one, 52); },
                Scale::Positive);
            covered[5] += covers(next, expectedPurchases(truth, one, 52)) ? 1 : 0;
        }
        for (std::size_t i = 0; i < 6; ++i)
            QCOMPARE(coverage(QByteArray::number(i).constData(), covered[i], kTrials), QByteArray());
    }

    void namesWhatIsWrong()
    {
        const auto kindOf = [](std::int64_t x, double tx, double T, bool discrete = false, std::int64_t weight = 1) {
            Customers one;
            one.add(1, 1, 2);
            one.add(x, tx, T);
            one.weight = {1, weight};
            const auto histories = groupHistories(one.sample(), discrete);
            if (histories || histories.error().index != 1)
                qFatal("taken, or the wrong row");
            return histories.error().kind;
        };
        QCOMPARE(kindOf(1, kNan, 2), Kind::NotFinite);
        QCOMPARE(kindOf(1, 1, std::numeric_limits<double>::infinity()), Kind::NotFinite);
        QCOMPARE(kindOf(1, -1, 2), Kind::NegativeTime);
        QCOMPARE(kindOf(1, 14, 2), Kind::BadRange); // days and weeks
        QCOMPARE(kindOf(-1, 1, 2), Kind::BadCount);
        QCOMPARE(kindOf(0, 1, 2), Kind::BadValue);
        QCOMPARE(kindOf(3, 0, 2), Kind::BadValue);
        QCOMPARE(kindOf(1, 1, 2, false, -1), Kind::BadCount);
        QCOMPARE(kindOf(7, 6, 6, true), Kind::BadCount); // more than there were chances
        QCOMPARE(kindOf(1, 1.5, 6, true), Kind::BadValue);
        QCOMPARE(kindOf(1, 1, 20'000, true), Kind::TooLarge);
        QCOMPARE(groupHistories({}, false).error().kind, Kind::TooFew);
        const std::vector<std::int64_t> two(2);
        QCOMPARE(groupHistories({two, {}, {}, {}}, false).error().kind, Kind::LengthsDiffer);

        QCOMPARE(renewalsOf({{10, 8}, {10, 11}}).error(), (AnalyticsError {Kind::BadCount, 1}));
        QCOMPARE(fitSbg({}).error().kind, Kind::TooFew);
        QCOMPARE(fitSbg({{10, 10}, {10, 10}}).error().kind, Kind::NoVariation); // all renew
        QCOMPARE(fitSbg({{10}, {0}}).error().kind, Kind::NoVariation); // all leave
        QCOMPARE(fitSbg({{10}, {}}).error().kind, Kind::LengthsDiffer);
        QCOMPARE(fitSbg({{10, 8}, {8, 4}}, {1.0, {}}).error().kind, Kind::BadLevel);

        const std::vector<std::int64_t> three {2, 3, 0};
        const std::vector<double> free {10, 0, kNan};
        QCOMPARE(fitGammaGamma({three, free, {}}).error(), (AnalyticsError {Kind::BadValue, 1}));
        QCOMPARE(fitGammaGamma({three, std::vector {10.0, kNan, 0.0}, {}}).error(), (AnalyticsError {Kind::NotFinite, 1}));
        QCOMPARE(fitGammaGamma({three, std::vector {10.0, 10.0, 0.0}, {}}).error().kind, Kind::NoVariation);
        QCOMPARE(fitGammaGamma({std::vector<std::int64_t> {0, 0, 1}, std::vector {1.0, 1.0, 1.0}, {}}).error().kind, Kind::TooFew);
    }

    void saysWhatCannotBeTold()
    {
        Customers once;
        for (int i = 0; i < 200; ++i)
            once.add(0, 0, 10 + i % 5);
        QCOMPARE(errorOf(once, BuyingKind::BgNbd), Kind::NoVariation);
        QCOMPARE(errorOf(once, BuyingKind::ParetoNbd), Kind::NoVariation);
        QCOMPARE(errorOf(once, BuyingKind::BgBb), Kind::NoVariation);
        Customers always;
        for (int i = 0; i < 200; ++i)
            always.add(6, 6, 6);
        QCOMPARE(errorOf(always, BuyingKind::BgBb), Kind::NoVariation);

        // One renewal tells one share: alpha / (alpha + beta), and nothing of either.
        const auto oneYear = fitSbg({{1000}, {700}});
        QVERIFY(oneYear.has_value());
        QVERIFY(std::ranges::count(oneYear->fit.warnings, Warning::NotIdentified) == 1 || std::ranges::count(oneYear->fit.warnings, Warning::AtBoundary) == 1);
        QVERIFY(std::abs(retentionRate(oneYear->model, 1) - 0.7) < 1e-3);
        // Nobody ever leaves: the leaving parameters go to the edge.
        Customers loyal;
        for (int i = 0; i < 200; ++i)
            loyal.add(1 + i % 7, 40, 40);
        const auto fit = fitBuying(BuyingKind::BgNbd, *groupHistories(loyal.sample(), false));
        QVERIFY(fit && !fit->fit.warnings.empty());
        QVERIFY(probabilityAlive(fit->model, {3, 40, 40}) > 0.99);

        Customers few;
        few.add(2, 3, 5);
        few.add(0, 0, 5);
        few.add(1, 1, 4);
        const auto vague = fitBuying(BuyingKind::BgNbd, *groupHistories(few.sample(), false));
        QVERIFY(vague && vague->fit.warnings.front() == Warning::TooFew);
        const auto outlook = outlookOf(*vague, *groupHistories(few.sample(), false), {10, 0.1, 0, 1});
        QVERIFY(outlook || outlook.error().kind == Kind::TooLarge);
        QCOMPARE(outlookOf(*vague, *groupHistories(few.sample(), false), {-1, 0, 0, 1}).error().kind, Kind::BadRange);
        QCOMPARE(outlookOf(*vague, *groupHistories(few.sample(), false), {kNan, 0, 0, 1}).error().kind, Kind::BadRange);
    }

    void takesAMillionCustomersAtOnce()
    {
        Random random(1'000'000);
        Customers customers;
        for (int i = 0; i < 1'000'000; ++i) {
            const auto x = std::int64_t(random.below(4) == 0 ? 1 + random.below(5) : 0);
            customers.add(x, x > 0 ? double(x + std::int64_t(random.below(10))) : 0, 20);
        }
        const auto histories = groupHistories(customers.sample(), false);
        QVERIFY(histories && histories->groups.size() < 100);
        const auto fit = fitBuying(BuyingKind::BgNbd, *histories);
        QVERIFY(fit && fit->fit.n == 1'000'000);
    }

    /// Whatever comes in, an answer or a named error comes out.
    void noInputBreaksIt()
    {
        Random random(42);
        const auto anything = [&random] {
            const std::array<double, 12> odd {0, -0.0, 1, -1, 0.5, 3, 6, 1e300, 1e-300, kNan, std::numeric_limits<double>::infinity(), 40};
            return random.below(3) == 0 ? odd[random.below(odd.size())] : std::floor(10 * random.uniform());
        };
        int answered = 0;
        for (int round = 0; round < 3000; ++round) {
            Customers customers;
            const std::uint64_t n = random.below(8);
            const bool isSensible = random.below(2) == 0;
            for (std::uint64_t i = 0; i < n; ++i) {
                const auto x = std::int64_t(random.below(5)) - (isSensible || random.below(9) > 0 ? 0 : 3);
                const double age = isSensible ? 6 : anything();
                customers.add(x, isSensible ? (x > 0 ? std::max(double(x), 1.0 + double(random.below(6))) : 0) : anything(), age);
                customers.spend.push_back(anything());
            }
            const auto kind = BuyingKind(random.below(3));
            if (round % 20 == 0) { // a whole search, which takes its time
                if (const auto histories = groupHistories(customers.sample(), kind == BuyingKind::BgBb)) {
                    if (const auto fit = fitBuying(kind, *histories)) {
                        ++answered;
                        (void)frequencyTable(*fit, *histories, 3);
                        (void)outlookOf(*fit, *histories, {double(random.below(5)), 0.1, 0, 1});
                    }
                }
                (void)fitGammaGamma({customers.frequency, customers.spend, {}});
            } else {
                (void)groupHistories(customers.sample(), kind == BuyingKind::BgBb);
            }
            std::vector<std::vector<std::int64_t>> survivors(random.below(3));
            for (auto& cohort : survivors) {
                for (std::uint64_t k = random.below(5); k > 0; --k)
                    cohort.push_back(std::int64_t(random.below(20)) - (random.below(20) == 0 ? 30 : 0));
                if (random.below(2) == 0)
                    std::ranges::sort(cohort, std::greater());
            }
            if (const auto renewals = renewalsOf(survivors)) {
                if (const auto fit = fitSbg(*renewals))
                    (void)sbgCurve(*fit, *renewals, {3, 0, 1});
            }
        }
        QVERIFY(answered > 10);
    }
};

QTEST_APPLESS_MAIN(tst_CustomerLaws)

#include "tst_customerlaws.moc"
