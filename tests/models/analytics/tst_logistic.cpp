// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/churn/calibration.h"
#include "analytics/churn/logistic.h"

#include "churnfixture.h"

#include <algorithm>
#include <limits>
#include <numeric>

using namespace lyceum::analytics;
using namespace lyceum::analytics::fixture;
using namespace Qt::StringLiterals;
using Kind = AnalyticsError::Kind;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

LogisticFit fitOf(const Rows& rows, LogisticPenalty penalty = LogisticPenalty::None, double strength = 0)
{
    return valueOf(fitLogistic(rows.sample(), {penalty, strength, 0.95, 60}));
}

bool warns(const LogisticFit& fit, Warning warning)
{
    return std::ranges::find(fit.warnings, warning) != fit.warnings.end();
}

/// Two columns whose sum is below 0 without an event and above 0 with one, neither of them alone.
Rows separatedByTwo()
{
    Rows rows;
    rows.columns = {{-3, 1, -1, 2, 0, -2, 2, 0, 3, -1, 1, 4}, {1, -2, 0, -3, -1, 1, -1, 1, -2, 2, 1, -3}};
    rows.outcomes = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    return rows;
}

} // namespace

class tst_Logistic : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fitsAsR()
    {
        const LogisticFit fit = fitOf(telco());
        const QJsonArray coefficients = churnReference()["glm_coef"_L1].toArray();
        const QJsonArray errors = churnReference()["glm_se"_L1].toArray();
        COMPARE_NEAR(fit.intercept.value, coefficients[0].toDouble(), 1e-8);
        COMPARE_NEAR(*fit.intercept.stdError, errors[0].toDouble(), 1e-8);
        for (int i = 0; i < 7; ++i) {
            COMPARE_NEAR(fit.coefficients[std::size_t(i)].value, coefficients[i + 1].toDouble(), 1e-8);
            COMPARE_NEAR(*fit.coefficients[std::size_t(i)].stdError, errors[i + 1].toDouble(), 1e-8);
        }
        COMPARE_NEAR(-2 * fit.logLikelihood, churnReference()["glm_deviance"_L1][0].toDouble(), 1e-12);
        COMPARE_NEAR(-2 * fit.nullLogLikelihood, churnReference()["glm_null_deviance"_L1][0].toDouble(), 1e-12);
        QCOMPARE(fit.events, 1869);
        QVERIFY(fit.warnings.empty());
        // The other reference stopped where R's default does.
        const QJsonObject telcoLogistic = churnReference()["telco_logistic"_L1].toObject();
        COMPARE_NEAR(fit.coefficients[0].value, telcoLogistic["coef"_L1]["tenure"_L1].toDouble(), 1e-6);
        COMPARE_NEAR(*fit.coefficients[2].low, telcoLogistic["coef"_L1]["SeniorCitizen"_L1].toDouble()
                - 1.959963984540054 * telcoLogistic["se"_L1]["SeniorCitizen"_L1].toDouble(), 1e-5);
    }

    void shrinksAsScikitLearn()
    {
        for (const QString& strength : churnReference()["ridge"_L1].toObject().keys()) {
            const LogisticFit fit = fitOf(telco(), LogisticPenalty::Ridge, strength.toDouble());
            const QJsonArray expected = churnReference()["ridge"_L1][strength].toArray();
            COMPARE_NEAR(fit.intercept.value, expected[0].toDouble(), 1e-6);
            for (int i = 0; i < 7; ++i)
                COMPARE_NEAR(fit.coefficients[std::size_t(i)].value, expected[i + 1].toDouble(), 1e-6);
        }
    }

    void staysFiniteWithFirthAsR()
    {
        Rows rows;
        rows.columns.resize(4);
        for (const QJsonValue& index : churnReference()["firth_rows"_L1].toArray()) {
            const std::size_t row = std::size_t(index.toInt());
            for (const std::size_t column : {0, 1})
                rows.columns[column].push_back(telco().columns[column][row]);
            rows.columns[2].push_back(telco().columns[6][row]);
            rows.outcomes.push_back(telco().outcomes[row]);
            rows.columns[3].push_back(telco().outcomes[row] == 1 && telco().columns[0][row] < 6 ? 1 : 0);
        }
        QCOMPARE(errorOf(fitLogistic(rows.sample())), (AnalyticsError {Kind::Separated, 3}));
        const LogisticFit fit = fitOf(rows, LogisticPenalty::Firth);
        const QJsonArray expected = churnReference()["firth_coef"_L1].toArray();
        COMPARE_NEAR(fit.intercept.value, expected[0].toDouble(), 1e-5); // the reference has numerical derivatives
        for (int i = 0; i < 4; ++i)
            COMPARE_NEAR(fit.coefficients[std::size_t(i)].value, expected[i + 1].toDouble(), 1e-5);
        QVERIFY(warns(fit, Warning::Separated) && warns(fit, Warning::TooFew));
    }

    /// Of one yes-or-no column Firth's estimate is the log-odds with half a member more in each cell. Firth (1993), section 3.
    void addsHalfAMemberToEachCell()
    {
        Rows rows;
        rows.columns.resize(1);
        for (int i = 0; i < 20; ++i) {
            rows.columns[0].push_back(i < 12 ? 1 : 0);
            rows.outcomes.push_back(i >= 12 || i < 7 ? (i % 2 == 0 || i < 12 ? 1 : 0) : 0);
        }
        double cells[2][2] = {{0.5, 0.5}, {0.5, 0.5}};
        for (std::size_t i = 0; i < 20; ++i)
            cells[std::size_t(rows.columns[0][i])][rows.outcomes[i]] += 1;
        const LogisticFit fit = fitOf(rows, LogisticPenalty::Firth);
        const double without = std::log(cells[0][1] / cells[0][0]);
        COMPARE_NEAR(fit.intercept.value + 1, without + 1, 1e-7);
        COMPARE_NEAR(fit.coefficients[0].value, std::log(cells[1][1] / cells[1][0]) - without, 1e-7);
    }

    void isTheShareWithoutColumns()
    {
        Rows rows;
        rows.outcomes = {1, 0, 0, 0};
        const LogisticFit fit = fitOf(rows);
        COMPARE_NEAR(fit.intercept.value, std::log(1.0 / 3), 1e-12);
        COMPARE_NEAR(*fit.intercept.stdError, std::sqrt(1.0 + 1.0 / 3), 1e-10); // 1 / events + 1 / others
        COMPARE_NEAR(fit.logLikelihood, fit.nullLogLikelihood, 1e-12);
        QVERIFY(warns(fit, Warning::TooFew));
    }

    void doesNotCareForUnitsOrOrder()
    {
        Random random(3);
        Rows rows = drawn(400, -1, {0.8, -0.5}, random);
        const LogisticFit fit = fitOf(rows, LogisticPenalty::Ridge, 5);
        Rows other = rows;
        for (double& value : other.columns[0])
            value = 1e6 + 1e-3 * value;
        for (double& value : other.columns[1])
            value *= 1e200;
        const LogisticFit scaled = fitOf(other, LogisticPenalty::Ridge, 5);
        COMPARE_NEAR(scaled.coefficients[0].value * 1e-3, fit.coefficients[0].value, 1e-5);
        COMPARE_NEAR(scaled.coefficients[1].value * 1e200, fit.coefficients[1].value, 1e-7);
        COMPARE_NEAR(scaled.logLikelihood, fit.logLikelihood, 1e-7);
        // Turned outcomes turn the signs.
        for (std::uint8_t& outcome : rows.outcomes)
            outcome = 1 - outcome;
        const LogisticFit turned = fitOf(rows, LogisticPenalty::Ridge, 5);
        COMPARE_NEAR(turned.coefficients[0].value, -fit.coefficients[0].value, 1e-8);
        for (auto& column : rows.columns)
            std::ranges::reverse(column);
        std::ranges::reverse(rows.outcomes);
        COMPARE_NEAR(fitOf(rows, LogisticPenalty::Ridge, 5).coefficients[0].value, turned.coefficients[0].value, 1e-9);
        // Stronger is smaller.
        double before = std::numeric_limits<double>::infinity();
        for (const double strength : {0.0, 1.0, 10.0, 1e3, 1e6}) {
            const LogisticFit shrunk = fitOf(rows, LogisticPenalty::Ridge, strength);
            const double size = std::hypot(shrunk.coefficients[0].value, shrunk.coefficients[1].value);
            QVERIFY(size < before);
            before = size;
        }
        QVERIFY(before < 1e-3);
    }

    void givesReasonsThatAddUp()
    {
        const LogisticFit fit = fitOf(telco(), LogisticPenalty::Ridge, 10);
        const std::vector<double> logOdds = valueOf(logOddsOf(fit, telco().sample().features, telco().outcomes.size()));
        for (const std::size_t row : {0, 1, 100, 7031}) {
            const std::vector<double> values = telco().row(row);
            const RiskReasons reasons = valueOf(reasonsOf(fit, values));
            COMPARE_NEAR(std::accumulate(reasons.parts.begin(), reasons.parts.end(), reasons.base), reasons.logOdds, 1e-12);
            COMPARE_NEAR(reasons.logOdds, logOdds[row], 1e-9);
            double plain = fit.intercept.value;
            for (std::size_t i = 0; i < values.size(); ++i)
                plain += fit.coefficients[i].value * values[i];
            COMPARE_NEAR(plain, reasons.logOdds, 1e-9);
            QCOMPARE(reasons.probability, probabilityOf(reasons.logOdds));
        }
        const RiskReasons mean = valueOf(reasonsOf(fit, fit.means));
        QCOMPARE(mean.logOdds, fit.meanLogOdds.value);
        for (const double part : mean.parts)
            QCOMPARE(part, 0.0);
        QCOMPARE(errorOf(reasonsOf(fit, std::vector<double>(3))).kind, Kind::LengthsDiffer);
        QCOMPARE(errorOf(reasonsOf(fit, std::vector<double> {1, 2, kNan, 4, 5, 6, 7})), (AnalyticsError {Kind::NotFinite, 2}));
        QCOMPARE(probabilityOf(1e4), 1.0);
        QCOMPARE(probabilityOf(-1e4), 0.0);
    }

    void namesSeparation()
    {
        Rows rows;
        rows.columns = {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {3, 1, 4, 1, 5, 9, 2, 6, 5, 3}};
        rows.outcomes = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        QCOMPARE(errorOf(fitLogistic(rows.sample())), (AnalyticsError {Kind::Separated, 0}));
        rows.columns[0][5] = 5; // touching at the border: still no finite estimate
        QCOMPARE(errorOf(fitLogistic(rows.sample())), (AnalyticsError {Kind::Separated, 0}));
        QVERIFY(warns(fitOf(rows, LogisticPenalty::Ridge, 1), Warning::Separated));
        QCOMPARE(errorOf(fitLogistic(separatedByTwo().sample())).kind, Kind::Separated);
        const LogisticFit firth = fitOf(separatedByTwo(), LogisticPenalty::Firth);
        QVERIFY(warns(firth, Warning::Separated) && !warns(firth, Warning::NotConverged));
        // Quasi-complete: nobody of a large group leaves; the others are mixed.
        Random random(4);
        Rows quiet = drawn(2000, 0, {0.5, 0}, random);
        for (std::size_t i = 0; i < 2000; ++i) {
            quiet.columns[1][i] = i % 3 == 0 ? 1 : 0;
            if (i % 3 == 0)
                quiet.outcomes[i] = 0;
        }
        QCOMPARE(errorOf(fitLogistic(quiet.sample())), (AnalyticsError {Kind::Separated, 1}));
        // The same, seen only through two columns together.
        for (std::size_t i = 0; i < 2000; ++i) {
            const double shift = random.normal();
            quiet.columns[0][i] = shift;
            quiet.columns[1][i] += shift;
        }
        QCOMPARE(errorOf(fitLogistic(quiet.sample())).kind, Kind::Separated);
        QVERIFY(!warns(fitOf(quiet, LogisticPenalty::Ridge, 1), Warning::NotConverged));
    }

    void namesMalformedInput()
    {
        Random random(5);
        const Rows good = drawn(100, 0, {1, 0.5}, random);
        const auto broken = [&](auto change) {
            Rows rows = good;
            change(rows);
            return errorOf(fitLogistic(rows.sample()));
        };
        QCOMPARE(broken([](Rows& rows) { rows.columns[1][3] = kNan; }), (AnalyticsError {Kind::NotFinite, 103}));
        QCOMPARE(broken([](Rows& rows) { rows.columns[1].pop_back(); }).kind, Kind::LengthsDiffer);
        QCOMPARE(broken([](Rows& rows) { rows.outcomes[7] = 2; }), (AnalyticsError {Kind::BadEvent, 7}));
        QCOMPARE(broken([](Rows& rows) { rows.outcomes.assign(100, 0); }), (AnalyticsError {Kind::NoVariation, 2}));
        QCOMPARE(broken([](Rows& rows) { rows.outcomes.assign(100, 1); }), (AnalyticsError {Kind::NoVariation, 2}));
        QCOMPARE(broken([](Rows& rows) { rows = {}; }), (AnalyticsError {Kind::TooFew, 0}));
        QCOMPARE(broken([](Rows& rows) { rows.columns.push_back(rows.columns[0]); }), (AnalyticsError {Kind::Singular, 2}));
        QCOMPARE(errorOf(fitLogistic(good.sample(), {LogisticPenalty::Ridge, -1, 0.95, 60})).kind, Kind::BadRange);
        QCOMPARE(errorOf(fitLogistic(good.sample(), {LogisticPenalty::None, 0, 0, 60})).kind, Kind::BadLevel);
        QCOMPARE(errorOf(logOddsOf(fitOf(good), std::vector<double>(3), 2)).kind, Kind::LengthsDiffer);
        // A ridge shares the weight of equal columns, and a constant one has no coefficient.
        Rows twice = good;
        twice.columns.push_back(good.columns[0]);
        twice.columns.emplace_back(100, 3.0);
        const LogisticFit shared = fitOf(twice, LogisticPenalty::Ridge, 1);
        COMPARE_NEAR(shared.coefficients[0].value, shared.coefficients[2].value, 1e-9);
        QCOMPARE(shared.coefficients[3], (Estimate {0, {}, {}, {}}));
        QVERIFY(warns(shared, Warning::NotIdentified));
    }

    /// 2 000 samples of 300: Wald intervals of a slope and of the mean member's log-odds.
    void coversAsOftenAsItSays()
    {
        Random random(6);
        int slope = 0;
        int base = 0;
        constexpr int kRuns = 2000;
        for (int run = 0; run < kRuns; ++run) {
            const LogisticFit fit = fitOf(drawn(300, -0.5, {0.7}, random));
            slope += *fit.coefficients[0].low <= 0.7 && 0.7 <= *fit.coefficients[0].high ? 1 : 0;
            base += *fit.intercept.low <= -0.5 && -0.5 <= *fit.intercept.high ? 1 : 0;
        }
        for (const int covered : {slope, base})
            QVERIFY2(std::abs(covered / double(kRuns) - 0.95) < 0.015, qPrintable(QString::number(covered)));
    }

    void calibratesAsScikitLearn()
    {
        std::vector<double> scores;
        for (const double tenure : telco().columns[0])
            scores.push_back(-tenure);
        const PlattCalibration platt = valueOf(calibratePlatt(scores, telco().outcomes));
        COMPARE_NEAR(platt.slope, churnReference()["platt"_L1]["slope"_L1].toDouble(), 1e-5); // which stops at a gradient of 1e-5
        COMPARE_NEAR(platt.offset, churnReference()["platt"_L1]["offset"_L1].toDouble(), 1e-4);
        const IsotonicCalibration isotonic = valueOf(calibrateIsotonic(scores, telco().outcomes));
        const QJsonArray at = churnReference()["isotonic"_L1]["at"_L1].toArray();
        for (int i = 0; i < at.size(); ++i)
            COMPARE_NEAR(isotonic(at[i].toDouble()), churnReference()["isotonic"_L1]["probability"_L1][i].toDouble(), 1e-12);
    }

    /// At Platt's optimum the mean probability is the mean target, and so is the one weighted by the score.
    void balancesPlatt()
    {
        Random random(8);
        const Rows rows = drawn(500, -1, {1.3}, random);
        const PlattCalibration platt = valueOf(calibratePlatt(rows.columns[0], rows.outcomes));
        const double events = double(std::ranges::count(rows.outcomes, 1));
        double sum = 0;
        double weighted = 0;
        for (std::size_t i = 0; i < 500; ++i) {
            const double error = platt(rows.columns[0][i]) - (rows.outcomes[i] ? (events + 1) / (events + 2) : 1 / (502 - events));
            sum += error;
            weighted += error * rows.columns[0][i];
        }
        QVERIFY(std::abs(sum) < 1e-6 && std::abs(weighted) < 1e-6);
        // An upside-down score is turned.
        std::vector<double> down = rows.columns[0];
        for (double& score : down)
            score = 5 - 2 * score;
        const PlattCalibration turned = valueOf(calibratePlatt(down, rows.outcomes));
        COMPARE_NEAR(turned.slope, -platt.slope / 2, 1e-6);
        // Separated scores have a finite slope.
        const PlattCalibration finite = valueOf(calibratePlatt(std::vector<double> {1, 2, 3, 4}, std::vector<std::uint8_t> {0, 0, 1, 1}));
        QVERIFY(finite.slope > 0 && finite.slope < 10);
        COMPARE_NEAR(finite(2.5), 0.5, 1e-9);
    }

    /// By hand: 1, 0 pool to 1/2; then 1, 1, 0 to 2/3.
    void poolsViolators()
    {
        const IsotonicCalibration steps = valueOf(calibrateIsotonic(std::vector<double> {1, 2, 3, 4, 5, 6, 7}, std::vector<std::uint8_t> {0, 1, 0, 1, 1, 0, 1}));
        QCOMPARE(steps(1), 0.0);
        QCOMPARE(steps(2), 0.5);
        QCOMPARE(steps(3), 0.5);
        QCOMPARE(steps(5), 2.0 / 3);
        QCOMPARE(steps(7), 1.0);
        QCOMPARE(steps(1.5), 0.25);
        QCOMPARE(steps(-100), 0.0);
        QCOMPARE(steps(100), 1.0);
        Random random(9);
        for (int round = 0; round < 200; ++round) {
            const Rows rows = drawn(30, 0, {0.5}, random);
            const auto curve = calibrateIsotonic(rows.columns[0], rows.outcomes);
            if (!curve)
                continue;
            double mean = 0;
            for (const double score : rows.columns[0])
                mean += (*curve)(score);
            COMPARE_NEAR(mean, double(std::ranges::count(rows.outcomes, 1)), 1e-10);
            QVERIFY(std::ranges::is_sorted(curve->probabilities));
            QVERIFY(std::ranges::is_sorted(curve->scores));
        }
    }

    /// The worked example of a weighted score is 4.4, and no probability; calibrated it becomes one.
    void makesNoProbabilityOfAScore()
    {
        COMPARE_NEAR(engagementScore(5, 2).value, 4.4, 1e-15);
        static_assert(!std::is_convertible_v<EngagementScore, double>);
        Random random(10);
        std::vector<double> scores;
        std::vector<std::uint8_t> stayed;
        for (int i = 0; i < 4000; ++i) {
            scores.push_back(engagementScore(double(random.below(10)), double(random.below(5))).value);
            stayed.push_back(random.uniform() < probabilityOf(scores.back() - 3) ? 1 : 0);
        }
        const PlattCalibration platt = valueOf(calibratePlatt(scores, stayed));
        QVERIFY(std::abs(platt(engagementScore(5, 2).value) - probabilityOf(1.4)) < 0.03);
        QVERIFY(platt(engagementScore(0, 0).value) < 0.08 && platt(engagementScore(9, 4).value) <= 1);
    }

    void namesWhatCannotBeCalibrated()
    {
        const std::vector<std::uint8_t> mixed {0, 1};
        QCOMPARE(errorOf(calibratePlatt(std::vector<double> {1, 1}, mixed)), (AnalyticsError {Kind::NoVariation, 1}));
        QCOMPARE(errorOf(calibratePlatt(std::vector<double> {1, 2}, std::vector<std::uint8_t> {1, 1})), (AnalyticsError {Kind::NoVariation, 0}));
        QCOMPARE(errorOf(calibrateIsotonic(std::vector<double> {1, kNan}, mixed)), (AnalyticsError {Kind::NotFinite, 1}));
        QCOMPARE(errorOf(calibrateIsotonic(std::vector<double> {}, {})).kind, Kind::NoVariation);
        QCOMPARE(errorOf(calibrate(CalibrationMethod::None, std::vector<double> {1}, mixed)).kind, Kind::LengthsDiffer);
        QCOMPARE(calibrated(Calibration {}, 0), 0.5);
    }

    void survivesWhatMayCome()
    {
        Random random(11);
        const double odd[] = {0, 0, 1, 1, -1, 1e-300, 1e300, -1e300, 1e15, 1e15 + 1, 3, kNan, 1e-16};
        for (int round = 0; round < 3000; ++round) {
            Rows rows;
            const std::size_t count = random.below(12);
            rows.columns.resize(random.below(4));
            for (auto& column : rows.columns) {
                for (std::size_t i = 0; i < count; ++i)
                    column.push_back(random.below(3) == 0 ? odd[random.below(std::size(odd) - (round % 5 ? 2 : 0))] : random.normal());
            }
            for (std::size_t i = 0; i < count; ++i)
                rows.outcomes.push_back(std::uint8_t(random.below(round % 13 == 0 ? 3 : 2)));
            for (const LogisticPenalty penalty : {LogisticPenalty::None, LogisticPenalty::Ridge, LogisticPenalty::Firth}) {
                const auto fit = fitLogistic(rows.sample(), {penalty, 1, 0.95, 60});
                for (std::size_t i = 0; fit && i < fit->coefficients.size(); ++i) {
                    QVERIFY(std::isfinite(fit->coefficients[i].value));
                    QVERIFY(!fit->coefficients[i].stdError || *fit->coefficients[i].stdError >= 0);
                }
                QVERIFY(!fit || std::isfinite(fit->meanLogOdds.value));
            }
            if (!rows.columns.empty()) {
                const auto platt = calibratePlatt(rows.columns[0], rows.outcomes);
                QVERIFY(!platt || std::isfinite(platt->slope));
                const auto isotonic = calibrateIsotonic(rows.columns[0], rows.outcomes);
                QVERIFY(!isotonic || ((*isotonic)(0.3) >= 0 && (*isotonic)(0.3) <= 1));
            }
        }
    }

    void fitsAMillionRows()
    {
        Random random(12);
        Rows rows;
        rows.columns.resize(3);
        for (int i = 0; i < 1'000'000; ++i) {
            const double x = random.uniform();
            rows.columns[0].push_back(x);
            rows.columns[1].push_back(random.uniform());
            rows.columns[2].push_back(double(i % 7));
            rows.outcomes.push_back(random.uniform() < probabilityOf(2 * x - 3) ? 1 : 0);
        }
        const LogisticFit fit = fitOf(rows);
        QVERIFY(std::abs(fit.coefficients[0].value - 2) < 5 * *fit.coefficients[0].stdError);
        QVERIFY(std::abs(fit.coefficients[1].value) < 5 * *fit.coefficients[1].stdError);
        QVERIFY(fit.iterations < 10);
    }
};

QTEST_APPLESS_MAIN(tst_Logistic)

#include "tst_logistic.moc"
