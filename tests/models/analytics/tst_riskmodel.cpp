// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/churn/memberfeatures.h"
#include "analytics/churn/riskmodel.h"

#include "churnfixture.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

using namespace lyceum::analytics;
using namespace lyceum::analytics::fixture;
using namespace Qt::StringLiterals;
using Kind = AnalyticsError::Kind;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t kDay = 86'400;

/// Row number mod 5, as the reference folds.
ValidationParts everyFifth(std::size_t rows)
{
    ValidationParts parts {{}, 5, false};
    for (std::size_t i = 0; i < rows; ++i)
        parts.parts.push_back(std::uint32_t(i % 5));
    return parts;
}

RiskOptions plain()
{
    RiskOptions options;
    options.penalty = LogisticPenalty::None;
    options.calibration = CalibrationMethod::None;
    return options;
}

bool has(const std::vector<Warning>& warnings, Warning warning)
{
    return std::ranges::find(warnings, warning) != warnings.end();
}

/// A member with something of everything, until day 200 after joining.
std::vector<MemberEvent> busyEvents(Random& random, std::int64_t joined)
{
    std::vector<MemberEvent> events;
    for (int i = 0; i < 150; ++i)
        events.push_back({joined + std::int64_t(random.below(200 * kDay)), MemberEvent::Kind(random.below(4))});
    return events;
}

} // namespace

class tst_RiskModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesFoldsAsR()
    {
        const RiskModel model = valueOf(makeRiskModel(telco().sample(), everyFifth(telco().outcomes.size()), plain()));
        const RiskValidation& validation = model.validation;
        const QJsonObject& expected = churnReference();
        const QJsonObject other = expected["telco_logistic"_L1].toObject();
        COMPARE_NEAR(validation.discrimination.auc.value, expected["fold_auc"_L1][0].toDouble(), 1e-9);
        COMPARE_NEAR(*validation.discrimination.auc.stdError, expected["fold_auc_se"_L1][0].toDouble(), 1e-9);
        COMPARE_NEAR(validation.score.brier.value, expected["fold_brier"_L1][0].toDouble(), 1e-9);
        COMPARE_NEAR(validation.score.logLoss.value, expected["fold_logloss"_L1][0].toDouble(), 1e-9);
        COMPARE_NEAR(validation.discrimination.auc.value, other["auc_5fold"_L1].toDouble(), 1e-9);
        const QJsonArray deciles = other["calibration_by_decile_5fold"_L1].toArray();
        QCOMPARE(validation.score.bins.size(), std::size_t(10));
        for (int i = 0; i < 10; ++i) {
            const CalibrationBin& bin = validation.score.bins[std::size_t(i)];
            COMPARE_NEAR(bin.predicted, deciles[i]["mean_predicted"_L1].toDouble(), 1e-8);
            COMPARE_NEAR(bin.observed.estimate, deciles[i]["observed"_L1].toDouble(), 1e-9);
            QCOMPARE(bin.observed.total, deciles[i]["n"_L1].toInteger());
        }
        // In the sample itself, as the reference has it.
        const std::vector<double> logOdds = valueOf(logOddsOf(model.fit, telco().sample().features, telco().outcomes.size()));
        std::vector<double> risks;
        for (const double one : logOdds)
            risks.push_back(probabilityOf(one));
        COMPARE_NEAR(valueOf(discrimination(risks, telco().outcomes)).auc.value, other["auc_in_sample"_L1].toDouble(), 1e-9);
        COMPARE_NEAR(valueOf(scoreProbabilities(risks, telco().outcomes)).brier.value, other["brier_in_sample"_L1].toDouble(), 1e-9);
        QVERIFY(validation.score.skill > 0.25 && validation.score.skill < 0.35);
    }

    void countsTiesAsHalf()
    {
        std::vector<double> scores;
        for (const double tenure : telco().columns[0])
            scores.push_back(-tenure);
        const Discrimination tied = valueOf(discrimination(scores, telco().outcomes));
        COMPARE_NEAR(tied.auc.value, churnReference()["tied_auc"_L1][0].toDouble(), 1e-10);
        COMPARE_NEAR(*tied.auc.stdError, churnReference()["tied_auc_se"_L1][0].toDouble(), 1e-9);
        COMPARE_NEAR(tied.auc.value, churnReference()["tied_auc_wilcoxon"_L1][0].toDouble(), 1e-10);
        const std::vector<std::uint8_t> outcomes {0, 1, 0, 1};
        QCOMPARE(valueOf(discrimination(std::vector<double> {1, 1, 1, 1}, outcomes)).auc.value, 0.5);
        QCOMPARE(valueOf(discrimination(std::vector<double> {1, 2, 1, 3}, outcomes)).auc, (Estimate {1, {}, {}, {}}));
        // Turned scores turn the area; a rising transformation does nothing.
        std::vector<double> turned;
        std::vector<double> risen;
        for (const double score : scores) {
            turned.push_back(-score);
            risen.push_back(std::atan(score));
        }
        COMPARE_NEAR(valueOf(discrimination(turned, telco().outcomes)).auc.value, 1 - tied.auc.value, 1e-12);
        QCOMPARE(valueOf(discrimination(risen, telco().outcomes)).auc, tied.auc);
    }

    void liftsWhateverTheOrderOfTies()
    {
        const std::vector<LiftStep> one = valueOf(liftCurve(std::vector<double> {4, 3, 2, 1}, std::vector<std::uint8_t> {1, 1, 0, 0}, 4));
        QCOMPARE(one[0], (LiftStep {0.25, 0.5, 2}));
        QCOMPARE(one[1], (LiftStep {0.5, 1, 2}));
        QCOMPARE(one[3], (LiftStep {1, 1, 1}));
        for (const LiftStep& step : valueOf(liftCurve(std::vector<double>(8, 0.3), std::vector<std::uint8_t> {1, 1, 0, 0, 0, 0, 0, 1}, 10)))
            COMPARE_NEAR(step.lift, 1.0, 1e-12); // all equal: no better than chance, in whatever order they came
        QCOMPARE(errorOf(liftCurve(std::vector<double> {1}, std::vector<std::uint8_t> {1})).kind, Kind::NoVariation);
        QCOMPARE(errorOf(liftCurve(std::vector<double> {1}, std::vector<std::uint8_t> {1}, 0)).kind, Kind::BadRange);
    }

    void takesTheBrierScoreApart()
    {
        Random random(21);
        for (int round = 0; round < 100; ++round) {
            std::vector<double> risks;
            std::vector<std::uint8_t> outcomes {0, 1};
            risks.resize(2, 0.5);
            while (risks.size() < 137) {
                risks.push_back(round % 2 ? random.uniform() : double(random.below(4)) / 4);
                outcomes.push_back(random.uniform() < 0.8 * risks.back() ? 1 : 0);
            }
            const ProbabilityScore score = valueOf(scoreProbabilities(risks, outcomes, 1 + int(random.below(20))));
            COMPARE_NEAR(score.reliability - score.resolution + score.uncertainty + score.withinBins, score.brier.value, 1e-12);
            QVERIFY(score.reliability >= 0 && score.resolution >= 0);
        }
        // To everybody the mean: no skill.
        const ProbabilityScore mean = valueOf(scoreProbabilities(std::vector<double>(4, 0.25), std::vector<std::uint8_t> {1, 0, 0, 0}, 1));
        COMPARE_NEAR(mean.brier.value, 0.1875, 1e-15);
        QVERIFY(std::abs(mean.skill) < 1e-15 && std::abs(mean.reliability) < 1e-15);
        // Certain and wrong.
        const ProbabilityScore wrong = valueOf(scoreProbabilities(std::vector<double> {1, 0, 0.5}, std::vector<std::uint8_t> {0, 0, 1}, 1));
        QCOMPARE(wrong.cut, 1);
        COMPARE_NEAR(wrong.logLoss.value, (-std::log(1e-15) + std::log(2.0)) / 3, 1e-3);
        QCOMPARE(errorOf(scoreProbabilities(std::vector<double> {1.5, 0}, std::vector<std::uint8_t> {0, 1})), (AnalyticsError {Kind::BadValue, 0}));
        QCOMPARE(errorOf(scoreProbabilities(std::vector<double> {kNan, 0}, std::vector<std::uint8_t> {0, 1})), (AnalyticsError {Kind::NotFinite, 0}));
        QCOMPARE(errorOf(scoreProbabilities(std::vector<double> {0, 0}, std::vector<std::uint8_t> {1, 1})).kind, Kind::NoVariation);
        QCOMPARE(errorOf(scoreProbabilities(std::vector<double> {0, 0}, std::vector<std::uint8_t> {1, 0}, 0)).kind, Kind::BadRange);
    }

    /// 2 000 samples: normal scores one apart, whose area is P(N(1, 2) > 0) = 0.7602.
    void coversTheAreaAsOftenAsItSays()
    {
        constexpr int kRuns = 2000;
        Random random(22);
        int area = 0;
        int brier = 0;
        for (int run = 0; run < kRuns; ++run) {
            std::vector<double> scores;
            std::vector<double> risks;
            std::vector<std::uint8_t> outcomes;
            for (int i = 0; i < 120; ++i) {
                outcomes.push_back(i % 3 == 0 ? 1 : 0);
                scores.push_back(random.normal() + (outcomes.back() ? 1 : 0));
                risks.push_back(random.uniform());
            }
            const Estimate auc = valueOf(discrimination(scores, outcomes)).auc;
            area += *auc.low <= 0.760249938906524 && 0.760249938906524 <= *auc.high ? 1 : 0;
            for (std::size_t i = 0; i < risks.size(); ++i)
                outcomes[i] = random.uniform() < risks[i] ? 1 : 0;
            const Estimate loss = valueOf(scoreProbabilities(risks, outcomes)).brier;
            brier += *loss.low <= 1.0 / 6 && 1.0 / 6 <= *loss.high ? 1 : 0; // the mean of p (1 - p)
        }
        for (const int covered : {area, brier})
            QVERIFY2(std::abs(covered / double(kRuns) - 0.95) < 0.015, qPrintable(QString::number(covered)));
    }

    /// What is tested must not reach what is learned: other outcomes and features in the tested rows change no prediction that
    /// was made without them.
    void learnsNothingFromWhatItIsTestedOn_data()
    {
        QTest::addColumn<int>("method");
        QTest::newRow("as it comes") << int(CalibrationMethod::None);
        QTest::newRow("Platt") << int(CalibrationMethod::Platt);
        QTest::newRow("isotonic") << int(CalibrationMethod::Isotonic);
    }
    void learnsNothingFromWhatItIsTestedOn()
    {
        QFETCH(int, method);
        Random random(23);
        Rows rows = drawn(600, -1, {0.8, 0, -0.4}, random);
        std::vector<double> times;
        for (int i = 0; i < 600; ++i)
            times.push_back(i / 50);
        const ValidationParts parts = valueOf(splitByTime(times, 0.25));
        RiskOptions options;
        options.calibration = CalibrationMethod(method);
        const RiskModel before = valueOf(makeRiskModel(rows.sample(), parts, options));
        for (std::size_t i = 0; i < 600; ++i) {
            if (parts.parts[i] == 1)
                rows.outcomes[i] = std::uint8_t(random.below(2));
        }
        const RiskModel after = valueOf(makeRiskModel(rows.sample(), parts, options));
        QCOMPARE(after.validation.probabilities, before.validation.probabilities);
        QCOMPARE(after.validation.strengths, before.validation.strengths);
        QVERIFY(after.fit != before.fit); // the model that is kept does learn from them
        // One tested row far away moves no other: means and deviations are not its.
        for (auto& column : rows.columns)
            column.back() = 1e6;
        const RiskModel far = valueOf(makeRiskModel(rows.sample(), parts, options));
        for (std::size_t i = 0; i + 1 < far.validation.probabilities.size(); ++i)
            QCOMPARE(far.validation.probabilities[i], before.validation.probabilities[i]);
    }

    void findsAStrengthThatFitsTheNoise()
    {
        Random random(24);
        // Twelve columns of nothing: much is shrunk. One strong column and many rows: hardly anything is.
        const Rows noise = drawn(250, -1, std::vector<double>(12, 0.0), random);
        const Rows signal = drawn(4000, -1, {1.5, -1}, random);
        const RiskModel shrunk = valueOf(makeRiskModel(noise.sample(), valueOf(splitIntoFolds(250, 5, 1))));
        const RiskModel kept = valueOf(makeRiskModel(signal.sample(), valueOf(splitIntoFolds(4000, 5, 1))));
        QVERIFY2(shrunk.fit.strength >= 100, qPrintable(QString::number(shrunk.fit.strength)));
        QVERIFY2(kept.fit.strength <= 100, qPrintable(QString::number(kept.fit.strength)));
        QCOMPARE(kept.strengths, strengthGrid());
        QCOMPARE(kept.heldOutLogLoss.size(), kept.strengths.size());
        QVERIFY(std::abs(kept.fit.coefficients[0].value - 1.5) < 0.3);
        // Risks keep their word: in every tenth the observed share's interval is near what was said.
        int near = 0;
        for (const CalibrationBin& bin : kept.validation.score.bins)
            near += bin.observed.low <= bin.predicted && bin.predicted <= bin.observed.high ? 1 : 0;
        QVERIFY2(near >= 8, qPrintable(QString::number(near)));
        const std::vector<double> values = signal.row(0);
        const double risk = valueOf(riskOf(kept, values));
        COMPARE_NEAR(risk, calibrated(kept.calibration, valueOf(reasonsOf(kept.fit, values)).logOdds), 1e-15);
        QVERIFY(has(valueOf(makeRiskModel(drawn(90, -1, {0.5}, random).sample(), valueOf(splitIntoFolds(90, 3, 1)))).warnings, Warning::TooFew));
    }

    void keepsWhatBelongsTogetherTogether()
    {
        std::vector<std::uint32_t> groups;
        for (std::uint32_t i = 0; i < 1000; ++i)
            groups.push_back(i % 137 * 3);
        const ValidationParts parts = valueOf(splitIntoFolds(groups.size(), 4, 9, groups));
        std::array<std::set<std::uint32_t>, 4> members;
        for (std::size_t i = 0; i < groups.size(); ++i)
            members[parts.parts[i]].insert(groups[i]);
        std::size_t sum = 0;
        for (const auto& some : members) {
            QVERIFY(some.size() >= 34 && some.size() <= 35);
            sum += some.size();
        }
        QCOMPARE(sum, std::size_t(137));
        QCOMPARE(valueOf(splitIntoFolds(groups.size(), 4, 9, groups)), parts);
        QVERIFY(valueOf(splitIntoFolds(groups.size(), 4, 10, groups)) != parts);
        QCOMPARE(errorOf(splitIntoFolds(3, 4, 1)), (AnalyticsError {Kind::TooFew, 3}));
        QCOMPARE(errorOf(splitIntoFolds(3, 1, 1)).kind, Kind::BadRange);
    }

    void dividesTimeOnlyBetweenTimes()
    {
        const std::vector<double> times {3, 1, 1, 2, 3, 3, 2, 3};
        QCOMPARE(valueOf(splitByTime(times, 0.5)).parts, (std::vector<std::uint32_t> {1, 0, 0, 0, 1, 1, 0, 1}));
        QCOMPARE(valueOf(splitByTime(times, 0.9)).parts, (std::vector<std::uint32_t> {1, 0, 0, 1, 1, 1, 1, 1})); // something is learned from
        // An outcome that takes two units to be known: those of time 2 are not yet known at 3.
        QCOMPARE(valueOf(splitByTime(times, 0.5, 2)).parts, (std::vector<std::uint32_t> {1, 0, 0, 2, 1, 1, 2, 1}));
        QCOMPARE(errorOf(splitByTime(times, 0.5, 5)).kind, Kind::TooFew);
        QCOMPARE(errorOf(splitByTime(std::vector<double> {4, 4, 4})).kind, Kind::TooFew);
        QCOMPARE(errorOf(splitByTime(std::vector<double> {})).kind, Kind::TooFew);
        QCOMPARE(errorOf(splitByTime(std::vector<double> {1, kNan})), (AnalyticsError {Kind::NotFinite, 1}));
        QCOMPARE(errorOf(splitByTime(times, 1)).kind, Kind::BadRange);
    }

    void namesWhatCannotBeModelled()
    {
        Random random(25);
        const Rows rows = drawn(60, 0, {1}, random);
        ValidationParts parts = valueOf(splitIntoFolds(60, 3, 1));
        parts.parts[5] = 3;
        QCOMPARE(errorOf(makeRiskModel(rows.sample(), parts)), (AnalyticsError {Kind::BadGroup, 5}));
        parts.parts.pop_back();
        QCOMPARE(errorOf(makeRiskModel(rows.sample(), parts)).kind, Kind::LengthsDiffer);
        QCOMPARE(errorOf(makeRiskModel(rows.sample(), {std::vector<std::uint32_t>(60), 2, false})), (AnalyticsError {Kind::TooFew, 1}));
        QCOMPARE(errorOf(makeRiskModel(rows.sample(), {std::vector<std::uint32_t>(60), 1, false})).kind, Kind::BadRange);
        Rows none = rows;
        none.outcomes.assign(60, 0);
        QCOMPARE(errorOf(makeRiskModel(none.sample(), valueOf(splitIntoFolds(60, 3, 1)))).kind, Kind::NoVariation);
        // A single event cannot be learned from and tested at once.
        none.outcomes[7] = 1;
        QCOMPARE(errorOf(makeRiskModel(none.sample(), valueOf(splitIntoFolds(60, 3, 1)))).kind, Kind::NoVariation);
        for (int round = 0; round < 300; ++round) {
            Rows some = drawn(random.below(14), -1, std::vector<double>(random.below(3), 1.0), random);
            ValidationParts any {{}, std::uint32_t(random.below(4)), random.below(2) == 0};
            for (std::size_t i = 0; i < some.outcomes.size(); ++i)
                any.parts.push_back(std::uint32_t(random.below(3)));
            RiskOptions options;
            options.innerFolds = std::uint32_t(random.below(4));
            options.calibration = CalibrationMethod(random.below(3));
            const auto model = makeRiskModel(some.sample(), any, options);
            for (std::size_t i = 0; model && i < model->validation.probabilities.size(); ++i)
                QVERIFY(model->validation.probabilities[i] >= 0 && model->validation.probabilities[i] <= 1);
        }
    }

    /// By hand, a cut-off at day 100.
    void describesTheLastDays()
    {
        using enum MemberEvent::Kind;
        constexpr std::int64_t kCut = 100 * kDay;
        const std::vector<MemberEvent> events {{10 * kDay, Payment}, {40 * kDay, Payment}, {50 * kDay, FailedPayment}, {15 * kDay, FailedPayment},
            {60 * kDay, Visit}, {80 * kDay, Interaction}, {80 * kDay + 5, Visit}, {93 * kDay, Visit}, {kCut - 1, Interaction}};
        const MemberFeatures features = *featuresBefore({5 * kDay, {}, events}, kCut);
        QCOMPARE(features.daysSinceJoining, 95.0);
        QCOMPARE(features.daysSinceActive, 1.0 / double(kDay));
        QCOMPARE(features.activeDays7, 2.0); // the visit exactly seven days ago is the first of them
        QCOMPARE(features.activeDays28, 3.0); // the two of day 80 are one
        QCOMPARE(features.trend, std::log(4.0 / 2.0));
        QCOMPARE(features.interactions28, 2.0);
        QCOMPARE(features.payments, 2.0);
        QCOMPARE(features.failedPayments84, 1.0);
        QVERIFY(!featuresBefore({kCut, {}, events}, kCut));
        QCOMPARE(featuresBefore({5 * kDay, {}, {}}, kCut)->daysSinceActive, 95.0);
        QCOMPARE(valuesOf(features).size(), kMemberFeatureNames.size());
    }

    /// What comes at the cut-off or after changes nothing, nor does what came before joining or the order of events.
    void knowsNothingOfTheFuture()
    {
        Random random(26);
        for (int round = 0; round < 300; ++round) {
            const std::int64_t joined = std::int64_t(random.below(50)) * kDay + std::int64_t(random.below(kDay));
            const std::int64_t cut = joined + 1 + std::int64_t(random.below(150 * kDay));
            std::vector<MemberEvent> events = busyEvents(random, joined);
            const auto before = featuresBefore({joined, {}, events}, cut);
            QVERIFY(before);
            std::vector<MemberEvent> past;
            for (const MemberEvent& event : events) {
                if (event.atUtc < cut)
                    past.push_back(event);
            }
            QCOMPARE(featuresBefore({joined, cut + 5, past}, cut), before);
            for (int kind = 0; kind < 4; ++kind) {
                events.push_back({cut, MemberEvent::Kind(kind)});
                events.push_back({cut + std::int64_t(random.below(1000 * kDay)), MemberEvent::Kind(kind)});
                events.push_back({joined - 1 - std::int64_t(random.below(100 * kDay)), MemberEvent::Kind(kind)});
            }
            std::ranges::reverse(events);
            QCOMPARE(featuresBefore({joined, cut, events}, cut), before);
        }
        constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max();
        const std::vector<MemberEvent> ends {{-kEnd - 1, MemberEvent::Kind::Visit}, {kEnd, MemberEvent::Kind::Visit}, {0, MemberEvent::Kind::Interaction}};
        QVERIFY(std::isfinite(featuresBefore({-kEnd - 1, {}, ends}, kEnd)->trend));
    }

    void makesARowForWhoWasThere()
    {
        const std::vector<MemberHistory> histories {{0, {}, {}}, {0, 15 * kDay, {}}, {20 * kDay, {}, {}}, {0, 10 * kDay, {}}, {0, 40 * kDay, {}}};
        const std::vector<std::int64_t> cuts {10 * kDay, 30 * kDay};
        const MemberPeriods periods = valueOf(memberPeriods(histories, cuts, 10 * kDay, 40 * kDay));
        // At day 10: 0, 1 and 4; the one who leaves that moment is gone, the one who joins on day 20 not yet there. At day 30: 0, 2, 4.
        QCOMPARE(periods.members, (std::vector<std::uint32_t> {0, 1, 4, 0, 2, 4}));
        QCOMPARE(periods.outcomes, (std::vector<std::uint8_t> {0, 1, 0, 0, 0, 1}));
        QCOMPARE(periods.features.size(), 6 * kMemberFeatures);
        QCOMPARE(periods.features[4], 10.0); // daysSinceJoining of member 2 at day 30
        QCOMPARE(periods.notYetKnown, 0);
        // One second less, and the second period is not yet known: not for the one who is known to leave, either.
        const MemberPeriods unripe = valueOf(memberPeriods(histories, cuts, 10 * kDay, 40 * kDay - 1));
        QCOMPARE(unripe.members, (std::vector<std::uint32_t> {0, 1, 4}));
        QCOMPARE(unripe.notYetKnown, 3);
        QCOMPARE(errorOf(memberPeriods(histories, cuts, 0, kDay)).kind, Kind::BadRange);
        const std::vector<MemberHistory> wrong {{5, 4, {}}};
        QCOMPARE(errorOf(memberPeriods(wrong, cuts, 1, kDay)), (AnalyticsError {Kind::LeftBeforeJoined, 0}));
    }
};

QTEST_APPLESS_MAIN(tst_RiskModel)

#include "tst_riskmodel.moc"
