// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/chisquare.h"
#include "analytics/privacy/budgetledger.h"
#include "analytics/privacy/countrelease.h"
#include "analytics/privacy/discretenoise.h"
#include "analytics/privacy/privacyaccounting.h"
#include "analytics/random.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <array>
#include <cmath>
#include <map>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace lyceum::analytics;
using Kind = AnalyticsError::Kind;

namespace {

/// Repeatable bytes: for tests alone.
RandomBytes seeded(std::uint64_t seed)
{
    return [random = Random(seed)](std::span<std::uint8_t> bytes) mutable {
        for (std::uint8_t& byte : bytes)
            byte = std::uint8_t(random() >> 56U);
    };
}

QJsonArray reference(const char* part)
{
    QFile file(QStringLiteral(LYCEUM_TEST_DATA "/privacy/reference.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no reference");
    return QJsonDocument::fromJson(file.readAll()).object()[QLatin1StringView(part)].toArray();
}

QByteArray differs(const char* what, double actual, double expected, double relative)
{
    if (std::abs(actual - expected) <= relative * std::abs(expected))
        return {};
    return QByteArray(what) + ": " + QByteArray::number(actual, 'g', 17) + " instead of " + QByteArray::number(expected, 'g', 17);
}

/// Of draws binned -8 and below, -7 ... 7, 8 and above.
double chiSquareOf(const std::array<std::int64_t, 17>& bins, const NoiseLaw& law, double draws)
{
    double chiSquare = 0;
    for (int i = 0; i < 17; ++i) {
        const double share = i == 0 || i == 16 ? law.tail(7) / 2 : law.mass(i - 8);
        const double expected = share * draws;
        if (expected > 1e-3)
            chiSquare += (double(bins[std::size_t(i)]) - expected) * (double(bins[std::size_t(i)]) - expected) / expected;
    }
    return chiSquare;
}

Memberships membershipsOf(const std::vector<std::uint32_t>& members, const std::vector<std::uint32_t>& groups, std::uint32_t memberCount,
    std::uint32_t groupCount)
{
    return {members, groups, memberCount, groupCount};
}

} // namespace

class tst_Privacy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void massesAgreeWithTheReference()
    {
        for (const QJsonValue& row : reference("discrete_laplace")) {
            const NoiseLaw law = *NoiseLaw::laplace(row["epsilon"_L1].toDouble() / row["sensitivity"_L1].toDouble());
            const QJsonObject masses = row["pmf"_L1].toObject();
            QCOMPARE(masses.size(), 12);
            for (auto it = masses.begin(); it != masses.end(); ++it) {
                QCOMPARE(differs("mass", law.mass(it.key().toLongLong()), it.value().toDouble(), 1e-9), QByteArray());
                QCOMPARE(law.mass(-it.key().toLongLong()), law.mass(it.key().toLongLong()));
            }
            const QJsonObject tails = row["prob_abs_gt"_L1].toObject();
            for (auto it = tails.begin(); it != tails.end(); ++it)
                QCOMPARE(differs("tail", law.tail(it.key().toLongLong()), it.value().toDouble(), 1e-9), QByteArray());
            QCOMPARE(differs("variance", law.variance(), row["variance"_L1].toDouble(), 1e-9), QByteArray());
            QCOMPARE(law.halfWidth(0.95).value(), row["half_width_95"_L1].toInteger());
        }
        for (const QJsonValue& row : reference("discrete_gaussian")) {
            const NoiseLaw law = *NoiseLaw::gaussian(row["sigma2"_L1].toDouble());
            const QJsonObject masses = row["pmf"_L1].toObject();
            QCOMPARE(masses.size(), 12);
            for (auto it = masses.begin(); it != masses.end(); ++it)
                QCOMPARE(differs("mass", law.mass(it.key().toLongLong()), it.value().toDouble(), 1e-9), QByteArray());
            QCOMPARE(differs("variance", law.variance(), row["variance"_L1].toDouble(), 1e-9), QByteArray());
        }
        for (const QJsonValue& row : reference("exact_delta_of_discrete_gaussian")) {
            const NoiseLaw law = *NoiseLaw::gaussian(row["sigma2"_L1].toDouble());
            QCOMPARE(differs("delta", law.delta(row["eps"_L1].toDouble()), row["delta"_L1].toDouble(), 1e-9), QByteArray());
        }
    }

    void conversionsAgreeWithTheReference()
    {
        for (const QJsonValue& row : reference("zcdp_to_approx_dp")) {
            const double rho = row["rho"_L1].toDouble();
            const double delta = row["delta"_L1].toDouble();
            QCOMPARE(differs("tight", *epsilonOfZcdp(rho, delta), row["eps_tight_CKS20"_L1].toDouble(), 1e-6), QByteArray());
            QCOMPARE(differs("simple", *simpleEpsilonOfZcdp(rho, delta), row["eps_simple"_L1].toDouble(), 1e-9), QByteArray());
            QCOMPARE(differs("back", *rhoOfApproximate(*epsilonOfZcdp(rho, delta), delta), rho, 1e-6), QByteArray());
        }
        for (const QJsonValue& row : reference("approx_dp_to_zcdp")) {
            const double rho = *rhoOfApproximate(row["eps"_L1].toDouble(), row["delta"_L1].toDouble());
            QCOMPARE(differs("rho", rho, row["rho_max_tight"_L1].toDouble(), 1e-6), QByteArray());
            QCOMPARE(differs("sigma", std::sqrt(1 / (2 * rho)), row["sigma_sensitivity_1"_L1].toDouble(), 1e-6), QByteArray());
            QVERIFY(*epsilonOfZcdp(rho, row["delta"_L1].toDouble()) <= row["eps"_L1].toDouble());
        }
        for (const QJsonValue& row : reference("analytic_gaussian")) {
            const double epsilon = row["eps"_L1].toDouble();
            const double delta = row["delta"_L1].toDouble();
            QCOMPARE(differs("analytic", *analyticGaussianSigma(epsilon, delta), row["sigma"_L1].toDouble(), 1e-6), QByteArray());
            QCOMPARE(differs("classical", *classicalGaussianSigma(epsilon, delta), row["sigma_classical"_L1].toDouble(), 1e-9), QByteArray());
        }
        for (const QJsonValue& row : reference("composition")) {
            const double epsilon = row["eps0"_L1].toDouble();
            const std::int64_t k = row["k"_L1].toInteger();
            const double delta = row["delta"_L1].toDouble();
            QCOMPARE(differs("basic", *basicComposition(epsilon, k), row["basic"_L1].toDouble(), 1e-9), QByteArray());
            QCOMPARE(differs("advanced", *advancedComposition(epsilon, k, delta), row["advanced_DRV2010"_L1].toDouble(), 1e-9), QByteArray());
            QCOMPARE(differs("optimal", *optimalComposition(epsilon, k, delta), row["optimal_pure_KOV2015"_L1].toDouble(), 1e-9), QByteArray());
            const QJsonValue zcdp = row["zcdp_from_pure"_L1];
            const double rho = double(k) * *rhoOfPure(epsilon);
            QCOMPARE(differs("rho", rho, zcdp["rho"_L1].toDouble(), 1e-9), QByteArray());
            QCOMPARE(differs("epsilon", *epsilonOfZcdp(rho, delta), zcdp["eps"_L1].toDouble(), 1e-6), QByteArray());
        }
    }

    /// exp(-gamma) within five standard errors of 100 000 draws.
    void coinsFallAsOftenAsTheyShould()
    {
        Entropy entropy(seeded(1));
        for (const Ratio gamma : {Ratio {1, 10}, Ratio {1, 2}, Ratio {1, 1}, Ratio {3, 2}, Ratio {5, 1}}) {
            constexpr int kDraws = 100'000;
            int hits = 0;
            for (int i = 0; i < kDraws; ++i)
                hits += drawBernoulliExp(gamma, entropy) ? 1 : 0;
            const double p = std::exp(-gamma.value());
            QVERIFY2(std::abs(double(hits) / kDraws - p) < 5 * std::sqrt(p * (1 - p) / kDraws), qPrintable(QString::number(hits)));
        }
        std::array<int, 7> sides {};
        for (int i = 0; i < 70'000; ++i)
            ++sides[entropy.below(7)];
        for (const int side : sides)
            QVERIFY(std::abs(side - 10'000) < 500);
    }

    void noiseHasItsDistribution_data()
    {
        QTest::addColumn<bool>("gaussian");
        QTest::addColumn<quint64>("numerator");
        QTest::addColumn<quint64>("denominator");
        QTest::newRow("Laplace 1") << false << quint64(1) << quint64(1);
        QTest::newRow("Laplace 1/10") << false << quint64(1) << quint64(10);
        QTest::newRow("Laplace 7/5, not reduced") << false << quint64(14) << quint64(10);
        QTest::newRow("Gaussian 1/4") << true << quint64(1) << quint64(4);
        QTest::newRow("Gaussian 1") << true << quint64(1) << quint64(1);
        QTest::newRow("Gaussian 10") << true << quint64(10) << quint64(1);
        QTest::newRow("Gaussian 4, in numbers beyond a word") << true << quint64(200'000'000'000'000) << quint64(50'000'000'000'001);
    }
    /// The chi-square test must not reject at 1e-6.
    void noiseHasItsDistribution()
    {
        QFETCH(bool, gaussian);
        QFETCH(quint64, numerator);
        QFETCH(quint64, denominator);
        constexpr int kDraws = 200'000;
        const Ratio ratio {numerator, denominator};
        Entropy entropy(seeded(2020));
        std::array<std::int64_t, 17> bins {};
        for (int i = 0; i < kDraws; ++i) {
            const std::int64_t drawn = gaussian ? drawDiscreteGaussian(ratio, entropy) : drawDiscreteLaplace(ratio, entropy);
            ++bins[std::size_t(std::clamp(drawn, std::int64_t(-8), std::int64_t(8)) + 8)];
        }
        const NoiseLaw law = gaussian ? *NoiseLaw::gaussian(ratio.value()) : *NoiseLaw::laplace(ratio.value());
        const double chiSquare = chiSquareOf(bins, law, kDraws);
        QVERIFY2(chiSquareTest(chiSquare, 16)->p > 1e-6, qPrintable(QString::number(chiSquare)));
        // And the test would see a law that is off by five in a hundred.
        const NoiseLaw other = gaussian ? *NoiseLaw::gaussian(ratio.value() * 1.05) : *NoiseLaw::laplace(ratio.value() * 1.05);
        QVERIFY(chiSquareTest(chiSquareOf(bins, other, kDraws), 16)->p < 1e-6);
    }

    /// Of wide noise by its moments: four standard errors.
    void wideNoiseHasItsVariance()
    {
        Entropy entropy(seeded(3));
        constexpr int kDraws = 100'000;
        const Ratio sigma2 {5'000'000'000'000, 3}; // of sigma 1.3 million
        double squares = 0;
        for (int i = 0; i < kDraws; ++i) {
            const auto drawn = double(drawDiscreteGaussian(sigma2, entropy));
            squares += drawn * drawn / sigma2.value();
        }
        QVERIFY2(std::abs(squares / kDraws - 1) < 4 * std::sqrt(2.0 / kDraws), qPrintable(QString::number(squares / kDraws)));
    }

    void neighboursKeepThePromisedRatio()
    {
        for (const double epsilon : {0.1, 1.0, 2.0}) {
            const NoiseLaw law = *NoiseLaw::laplace(epsilon);
            for (std::int64_t k = -200; k <= 200; ++k)
                QVERIFY(law.mass(k) <= std::exp(epsilon) * law.mass(k + 1) * (1 + 1e-12));
            QVERIFY(law.delta(epsilon) < 1e-12);
            QVERIFY(law.delta(0.9 * epsilon) > 1e-3);
        }
        // Renyi: sum of P(k)^alpha Q(k)^(1 - alpha) is at most exp((alpha - 1) alpha rho), and that is nearly reached.
        const double sigma2 = 4;
        const NoiseLaw law = *NoiseLaw::gaussian(sigma2);
        for (const double alpha : {1.5, 2.0, 8.0}) {
            double sum = 0;
            for (std::int64_t k = -150; k <= 150; ++k) {
                if (law.mass(k) > 0 && law.mass(k + 1) > 0)
                    sum += std::exp(alpha * std::log(law.mass(k)) + (1 - alpha) * std::log(law.mass(k + 1)));
            }
            const double divergence = std::log(sum) / (alpha - 1);
            QVERIFY(divergence <= alpha / (2 * sigma2) * (1 + 1e-9));
        }
        // As it comes out: a group of three against one of four, each outcome within exp(epsilon) and four standard errors.
        constexpr int kReleases = 40'000;
        const CountReleaseOptions options {*PrivacyCost::pureAtMost(1), 1, std::nullopt, 0.95};
        std::map<std::int64_t, std::array<double, 2>> seen;
        for (std::size_t side = 0; side < 2; ++side) {
            Entropy entropy(seeded(side + 7));
            std::vector<std::uint32_t> members(3 + side);
            std::iota(members.begin(), members.end(), std::uint32_t(0));
            const std::vector<std::uint32_t> groups(members.size(), 0);
            for (int i = 0; i < kReleases; ++i)
                ++seen[*releaseCounts(membershipsOf(members, groups, 4, 1), options, entropy)->groups[0].count][side];
        }
        for (const auto& [count, times] : seen) {
            if (times[0] + times[1] < 1000)
                continue;
            const double ratio = std::log(times[0] / times[1]);
            QVERIFY2(std::abs(ratio) < 1 + 4 * std::sqrt(1 / times[0] + 1 / times[1]), qPrintable(QString::number(ratio)));
        }
    }

    void aMemberCountsOnceInAGroupAndInSoManyGroups()
    {
        Entropy entropy(seeded(11));
        // Member 0 is everywhere and often, 1 in one group twice, 2 in none of the list.
        const std::vector<std::uint32_t> members {0, 0, 0, 0, 0, 1, 1, 2};
        const std::vector<std::uint32_t> groups {0, 1, 2, 3, 0, 1, 1, kUnlistedGroup};
        const Memberships memberships = membershipsOf(members, groups, 3, 5);
        QCOMPARE(*boundedCounts(memberships, 10, entropy), (std::vector<std::int64_t> {1, 2, 1, 1, 0}));
        std::array<int, 4> chosen {};
        for (int i = 0; i < 4000; ++i) {
            const std::vector<std::int64_t> counts = *boundedCounts(memberships, 2, entropy);
            QCOMPARE(std::accumulate(counts.begin(), counts.end(), std::int64_t(0)), 3);
            for (std::size_t g = 0; g < 4; ++g)
                chosen[g] += int(counts[g]) - (g == 1 ? 1 : 0);
        }
        for (const int times : chosen) // each of four groups is one of two chosen half the time
            QVERIFY2(std::abs(times - 2000) < 180, qPrintable(QString::number(times)));
        // One member fewer changes the counts by at most the bound.
        const std::vector<std::uint32_t> fewer {1, 1, 2};
        const std::vector<std::uint32_t> fewerGroups {1, 1, kUnlistedGroup};
        QCOMPARE(*boundedCounts(membershipsOf(fewer, fewerGroups, 3, 5), 2, entropy), (std::vector<std::int64_t> {0, 1, 0, 0, 0}));
    }

    void showsEveryGroupOfTheListAndSuppressesWhatIsSmall()
    {
        Entropy entropy(seeded(12));
        std::vector<std::uint32_t> members(300);
        std::iota(members.begin(), members.end(), std::uint32_t(0));
        const std::vector<std::uint32_t> groups(300, 1);
        for (const PrivacyCost cost : {*PrivacyCost::pureAtMost(0.5), *PrivacyCost::zcdpAtMost(0.05)}) {
            const CountReleaseOptions options {cost, 2, 100, 0.99};
            const auto release = releaseCounts(membershipsOf(members, groups, 300, 3), options, entropy);
            QVERIFY(release.has_value());
            QCOMPARE(release->groups.size(), std::size_t(3));
            QVERIFY(!release->groups[0].count && !release->groups[2].low);
            QVERIFY(release->groups[1].count && std::abs(*release->groups[1].count - 300) < 100);
            QCOMPARE(*release->groups[1].high - *release->groups[1].low, 2 * release->halfWidth);
            QVERIFY(release->warnings == std::vector<Warning> {Warning::Suppressed});
        }
        // rho 0.05 on two groups a member: sigma2 = 2 / (2 * 0.05) = 20.
        const auto release = releaseCounts(membershipsOf(members, groups, 300, 3), {*PrivacyCost::zcdpAtMost(0.05), 2, {}, 0.95}, entropy);
        QVERIFY(std::abs(release->noiseStdError - std::sqrt(20.0)) < 1e-12);
        QVERIFY(release->warnings.empty());
        QVERIFY(release->groups[0].count.has_value());
    }

    void intervalsHoldTheTrueCount()
    {
        Entropy entropy(seeded(13));
        const std::vector<std::uint32_t> members {0, 1, 2};
        const std::vector<std::uint32_t> groups {0, 0, 0};
        for (const PrivacyCost cost : {*PrivacyCost::pureAtMost(0.1), *PrivacyCost::zcdpAtMost(0.005)}) {
            int held = 0;
            for (int i = 0; i < 2000; ++i) {
                const ReleasedCount one = releaseCounts(membershipsOf(members, groups, 3, 1), {cost, 1, {}, 0.95}, entropy)->groups[0];
                held += *one.low <= 3 && 3 <= *one.high ? 1 : 0;
            }
            QVERIFY2(std::abs(held / 2000.0 - 0.95) <= 0.015, qPrintable(QString::number(held)));
        }
    }

    void theLedgerAddsUpExactly()
    {
        const PrivacyCost tenth = *PrivacyCost::pureAtMost(0.1);
        QCOMPARE(tenth.microEpsilon, 100'000);
        QCOMPARE(tenth.nanoRho, 5'000'000);
        QCOMPARE(PrivacyCost::pureAtMost(0.3)->microEpsilon, 300'000);
        QCOMPARE(PrivacyCost::pureAtMost(0.12345678)->microEpsilon, 123'456); // never more than was said
        QVERIFY(!PrivacyCost::pureAtMost(1e-7) && !PrivacyCost::pureAtMost(-1) && !PrivacyCost::pureAtMost(std::nan("")));

        const PrivacyBudget one {PrivacyBudget::Unit::Epsilon, 1'000'000};
        std::vector<LedgerEntry> entries;
        for (int i = 0; i < 10; ++i) {
            const auto ledger = BudgetLedger::over(one, entries);
            QCOMPARE(ledger->remaining(), 1'000'000 - 100'000 * i);
            QCOMPARE(ledger->after(tenth).value(), 1'000'000 - 100'000 * (i + 1));
            entries.push_back({"week", 1'790'000'000 + i, tenth});
        }
        const auto full = BudgetLedger::over(one, entries);
        QCOMPARE(full->remaining(), 0); // ten times 0.1 is 1, which doubles do not make it
        QCOMPARE(full->after(*PrivacyCost::pure(1)).error().kind, Kind::BudgetExceeded);
        QCOMPARE(BudgetLedger::over(one, {})->after(*PrivacyCost::zcdp(1)).error().kind, Kind::BudgetExceeded);
        QVERIFY(*full->epsilonAt(1e-6) <= 1);
        entries.front().cost.nanoRho = 1;
        QCOMPARE(BudgetLedger::over(one, entries).error(), (AnalyticsError {Kind::BadCount, 0}));

        // The reference's worked release: twelve weeks of sigma2 = 50.
        const std::vector<LedgerEntry> weeks(12, {"week", 0, *PrivacyCost::zcdpAtMost(0.01)});
        const auto rho = BudgetLedger::over({PrivacyBudget::Unit::Rho, 120'000'000}, weeks);
        QCOMPARE(rho->remaining(), 0);
        QCOMPARE(differs("epsilon", *rho->epsilonAt(1e-6), 2.3657545289351907, 1e-6), QByteArray());
        QCOMPARE(BudgetLedger::over({PrivacyBudget::Unit::Rho, 119'999'999}, weeks)->remaining(), 0);
        QCOMPARE(BudgetLedger::over({PrivacyBudget::Unit::Rho, -1}, {}).error().kind, Kind::BadRange);
    }

    void namesWhatIsWrong()
    {
        Entropy entropy(seeded(14));
        const std::vector<std::uint32_t> members {0, 1};
        const std::vector<std::uint32_t> groups {0, 5};
        const PrivacyCost cost = *PrivacyCost::pureAtMost(1);
        QCOMPARE(releaseCounts(membershipsOf(members, groups, 2, 3), {cost, 1, {}, 0.95}, entropy).error(), (AnalyticsError {Kind::BadGroup, 1}));
        QCOMPARE(releaseCounts(membershipsOf(members, groups, 1, 6), {cost, 1, {}, 0.95}, entropy).error(), (AnalyticsError {Kind::BadGroup, 1}));
        QCOMPARE(releaseCounts(membershipsOf(members, {0}, 2, 6), {cost, 1, {}, 0.95}, entropy).error().kind, Kind::LengthsDiffer);
        QCOMPARE(releaseCounts(membershipsOf(members, groups, 2, 6), {cost, 0, {}, 0.95}, entropy).error().kind, Kind::BadRange);
        QCOMPARE(releaseCounts(membershipsOf(members, groups, 2, 6), {{}, 1, {}, 0.95}, entropy).error().kind, Kind::BadRange);
        QCOMPARE(releaseCounts(membershipsOf(members, groups, 2, 6), {cost, 1, {}, 1}, entropy).error().kind, Kind::BadLevel);
        QCOMPARE(releaseCounts({}, {cost, 1, {}, 0.95}, entropy).error().kind, Kind::TooFew);
        QVERIFY(releaseCounts({{}, {}, 0, 2}, {cost, 1, {}, 0.95}, entropy).has_value()); // nobody is an answer
        for (const double bad : {-1.0, std::nan(""), HUGE_VAL}) {
            QVERIFY(!epsilonOfZcdp(bad, 1e-6) && !rhoOfApproximate(bad, 1e-6) && !rhoOfPure(bad) && !NoiseLaw::laplace(bad));
            QVERIFY(!analyticGaussianSigma(bad, 1e-6) && !optimalComposition(bad, 3, 1e-6) && !NoiseLaw::gaussian(bad));
        }
        QVERIFY(!epsilonOfZcdp(1, 0) && !epsilonOfZcdp(1, 1) && !basicComposition(1, 0));
    }

    void noInputBreaksIt()
    {
        Random random(99);
        for (int round = 0; round < 3000; ++round) {
            Entropy entropy(seeded(std::uint64_t(round)));
            const std::uint64_t n = random.below(20);
            std::vector<std::uint32_t> members;
            std::vector<std::uint32_t> groups;
            for (std::uint64_t i = 0; i < n; ++i) {
                members.push_back(std::uint32_t(random.below(7)));
                groups.push_back(random.below(9) == 0 ? kUnlistedGroup : std::uint32_t(random.below(4)));
            }
            const PrivacyCost cost = random.below(2) == 0 ? PrivacyCost::pure(std::int64_t(random.below(3'000'000))).value_or(PrivacyCost())
                                                          : PrivacyCost::zcdp(std::int64_t(random.below(2'000'000'000))).value_or(PrivacyCost());
            (void)releaseCounts(membershipsOf(members, groups, std::uint32_t(5 + random.below(3)), std::uint32_t(3 + random.below(3))),
                {cost, std::int64_t(random.below(6)), random.below(2) == 0 ? std::optional<std::int64_t>(3) : std::nullopt, 0.95}, entropy);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Privacy)

#include "tst_privacy.moc"
