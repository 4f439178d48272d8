// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival/kaplanmeier.h"

#include "survivalfixture.h"

#include <QJsonArray>
#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace lyceum::analytics;
using fixture::difference;
using fixture::Subjects;

namespace {

struct NamedTransform {
    BandTransform transform;
    QLatin1StringView key;
};

constexpr std::array kTransforms{NamedTransform{BandTransform::Plain, "ci95_plain"_L1},
    NamedTransform{BandTransform::Log, "ci95_log"_L1}, NamedTransform{BandTransform::LogLog, "ci95_log-log"_L1}};

SurvivalCurve curveOf(const Subjects& subjects, BandTransform transform = BandTransform::Log)
{
    auto curve = kaplanMeier(subjects.sample(), {transform, 0.95});
    if (!curve)
        qFatal("no curve: error %d at %zu", int(curve.error().kind), curve.error().index);
    return *std::move(curve);
}

std::int64_t eventsUpTo(const SurvivalCurve& curve, double time)
{
    std::int64_t events = 0;
    for (const SurvivalStep& step : curve.steps)
        events += step.time <= time ? step.events : 0;
    return events;
}

/// Row `offset` + i of the reference belongs to time i: the strata of R's summary stand one below the other.
void compareWithR(const Subjects& subjects, const QJsonObject& km, qsizetype offset)
{
    const QJsonArray times = km["times"_L1].toArray();
    QVERIFY(!times.isEmpty());
    for (const NamedTransform& named : kTransforms) {
        const SurvivalCurve curve = curveOf(subjects, named.transform);
        const QJsonObject band = km[named.key].toObject();
        std::int64_t eventsBefore = 0;
        for (qsizetype i = 0; i < times.size(); ++i) {
            const double time = times[i].toDouble();
            const SurvivalStep* step = stepAt(curve, time);
            QVERIFY2(step, "no step");
            const QByteArray what = QByteArray(named.key.data()) + " at time " + QByteArray::number(time);
            const qsizetype row = offset + i;
            QCOMPARE(atRiskAt(curve, time), km["n_risk"_L1][row].toInteger(-1));
            QCOMPARE(eventsUpTo(curve, time) - eventsBefore, km["n_event_since_previous"_L1][row].toInteger(-1));
            eventsBefore = eventsUpTo(curve, time);
            QCOMPARE(difference(what + ", survival", step->survival, km["survival"_L1][row]), QByteArray());
            QCOMPARE(difference(what + ", error", step->stdError, km["std_err_greenwood"_L1][row]), QByteArray());
            QCOMPARE(difference(what + ", low", step->low, band["lower"_L1].toArray()[row]), QByteArray());
            QCOMPARE(difference(what + ", high", step->high, band["upper"_L1].toArray()[row]), QByteArray());
        }
    }
}

void compareQuantiles(
    const SurvivalCurve& curve, const QJsonArray& value, const QJsonArray& low, const QJsonArray& high)
{
    constexpr std::array kShares{0.25, 0.5, 0.75};
    QCOMPARE(value.size(), qsizetype(kShares.size()));
    for (std::size_t i = 0; i < kShares.size(); ++i) {
        const TimeQuantile quantile = timeQuantile(curve, kShares[i]);
        const QByteArray what = "quantile " + QByteArray::number(kShares[i]);
        QCOMPARE(difference(what, quantile.value, value[qsizetype(i)]), QByteArray());
        QCOMPARE(difference(what + ", low", quantile.low, low[qsizetype(i)]), QByteArray());
        QCOMPARE(difference(what + ", high", quantile.high, high[qsizetype(i)]), QByteArray());
    }
}

void compareSummary(const SurvivalCurve& curve, const QJsonObject& table, double until)
{
    QCOMPARE(curve.subjects, table["records"_L1].toInteger());
    QCOMPARE(curve.events, table["events"_L1].toInteger());
    const std::optional<RestrictedMean> mean = restrictedMean(curve, until);
    QVERIFY(mean.has_value());
    QCOMPARE(mean->until, until);
    QVERIFY(!mean->extended);
    QCOMPARE(difference("mean", mean->value, table["rmean"_L1]), QByteArray());
    QCOMPARE(difference("mean's error", mean->stdError, table["se(rmean)"_L1]), QByteArray());
    const TimeQuantile median = medianTime(curve);
    QCOMPARE(difference("median", median.value, table["median"_L1]), QByteArray());
    QCOMPARE(difference("median, low", median.low, table["0.95LCL"_L1]), QByteArray());
    QCOMPARE(difference("median, high", median.high, table["0.95UCL"_L1]), QByteArray());
}

} // namespace

class tst_KaplanMeier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithRWithoutGroups_data()
    {
        QTest::addColumn<bool>("isTelco");
        QTest::newRow("Telco, 7032 customers") << true;
        QTest::newRow("Rossi, many ties") << false;
    }

    void agreesWithRWithoutGroups()
    {
        QFETCH(bool, isTelco);
        const Subjects subjects = isTelco ? fixture::telco() : fixture::rossi();
        const QJsonObject study = fixture::reference(isTelco ? "telco" : "rossi");
        const QJsonObject km = study[isTelco ? "km_all"_L1 : "km"_L1].toObject();
        compareWithR(subjects, km, 0);
        const QJsonObject quantiles = km["quantiles"_L1].toObject();
        const SurvivalCurve curve = curveOf(subjects);
        compareQuantiles(curve, quantiles["quantile"_L1].toArray(), quantiles["lower"_L1].toArray(),
            quantiles["upper"_L1].toArray());
        compareSummary(curve, km["table_with_restricted_mean"_L1].toObject(), isTelco ? 72 : 52);
    }

    void agreesWithRByGroup_data()
    {
        QTest::addColumn<bool>("isTelco");
        QTest::addColumn<int>("group");
        QTest::newRow("Telco, month to month") << true << 0;
        QTest::newRow("Telco, one year") << true << 1;
        QTest::newRow("Telco, two years: S is 1 for long") << true << 2;
        QTest::newRow("Freireich, 6-MP") << false << 0;
        QTest::newRow("Freireich, placebo: S falls to 0") << false << 1;
    }

    void agreesWithRByGroup()
    {
        QFETCH(bool, isTelco);
        QFETCH(int, group);
        const Subjects subjects = (isTelco ? fixture::telco() : fixture::freireich()).only(std::uint32_t(group));
        const QJsonObject study = fixture::reference(isTelco ? "telco" : "freireich");
        const QJsonObject km = study[isTelco ? "km_by_contract"_L1 : "km"_L1].toObject();
        compareWithR(subjects, km, group * km["times"_L1].toArray().size());
        const QJsonObject quantiles = km["quantiles"_L1].toObject();
        const SurvivalCurve curve = curveOf(subjects);
        compareQuantiles(curve, quantiles["quantile"_L1].toArray()[group].toArray(),
            quantiles["lower"_L1].toArray()[group].toArray(), quantiles["upper"_L1].toArray()[group].toArray());
        compareSummary(curve, km["table_with_restricted_mean"_L1].toArray()[group].toObject(), isTelco ? 72 : 23);
    }

    void agreesWithRUnderDelayedEntry()
    {
        const QJsonObject study = fixture::reference("aids_left_truncation");
        const QJsonObject km = study["km_delayed_entry"_L1].toObject();
        Subjects subjects = fixture::aids();
        const SurvivalCurve curve = curveOf(subjects);
        QCOMPARE(curve.subjects, study["n"_L1].toInteger());
        qsizetype row = 0;
        for (const SurvivalStep& step : curve.steps) {
            if (step.events == 0)
                continue;
            QCOMPARE(difference("time", step.time, km["time"_L1][row]), QByteArray());
            QCOMPARE(step.atRisk, km["n_risk"_L1][row].toInteger());
            QCOMPARE(step.events, km["n_event"_L1][row].toInteger());
            QCOMPARE(difference("survival", step.survival, km["survival"_L1][row]), QByteArray());
            QCOMPARE(difference("error", step.stdError, km["std_err"_L1][row]), QByteArray());
            ++row;
        }
        QCOMPARE(row, km["time"_L1].toArray().size());

        // Whoever forgets the entries gets the curve that is too high, and R gets the same wrong one.
        subjects.entries.clear();
        const SurvivalCurve wrong = curveOf(subjects);
        const QJsonObject wrongKm = study["km_ignoring_entry_WRONG"_L1].toObject();
        row = 0;
        for (const SurvivalStep& step : wrong.steps) {
            if (step.events == 0)
                continue;
            QCOMPARE(step.atRisk, wrongKm["n_risk"_L1][row].toInteger());
            QCOMPARE(difference("survival", step.survival, wrongKm["survival"_L1][row]), QByteArray());
            ++row;
        }
        QCOMPARE(row, wrongKm["time"_L1].toArray().size());
        QVERIFY(wrong.steps.back().survival > curve.steps.back().survival);
    }

    void putsEventsBeforeCensoringsAtATiedTime()
    {
        // By hand: 5 at risk at time 2 although one of them is censored there: 4/5, then 2 at risk at 4: 4/5 x 1/2.
        const SurvivalCurve curve = curveOf({{2, 2, 3, 4, 5}, {0, 1, 0, 1, 0}, {}, {}, {}});
        QCOMPARE(curve.steps.size(), std::size_t(4));
        QCOMPARE(curve.steps[0].atRisk, 5);
        QCOMPARE(curve.steps[0].events, 1);
        QCOMPARE(curve.steps[0].censored, 1);
        QCOMPARE(curve.steps[0].survival, 4.0 / 5);
        QCOMPARE(curve.steps[1].events, 0);
        QCOMPARE(curve.steps[1].survival, 4.0 / 5);
        QCOMPARE(curve.steps[2].atRisk, 2);
        QCOMPARE(curve.steps[2].survival, 2.0 / 5);
        // Greenwood: S sqrt(1/(5 4) + 1/(2 1)).
        QVERIFY(std::abs(*curve.steps[2].stdError - 0.4 * std::sqrt(0.05 + 0.5)) < 1e-15);
        QCOMPARE(curve.steps[3].censored, 1);
        QCOMPARE(curve.events, 2);
        QCOMPARE(curve.subjects, 5);
    }

    void countsTheRiskSetAfterEntryOnly()
    {
        // By hand. The second subject enters at 3, the moment the first has the event, and is not at risk then.
        const SurvivalCurve curve = curveOf({{3, 5, 6}, {1, 1, 0}, {0, 3, 1}, {}, {}});
        QCOMPARE(curve.steps[0].atRisk, 2);
        QCOMPARE(curve.steps[0].survival, 1.0 / 2);
        QCOMPARE(curve.steps[1].atRisk, 2);
        QCOMPARE(curve.steps[1].survival, 1.0 / 4);
    }

    void staysAtNoughtAfterAnEmptiedRiskSet()
    {
        const SurvivalCurve curve = curveOf({{2, 9}, {1, 1}, {1, 3}, {}, {}});
        QCOMPARE(curve.steps.size(), std::size_t(2));
        QCOMPARE(curve.steps[0].survival, 0.0);
        QCOMPARE(curve.steps[1].survival, 0.0);
        QVERIFY(!curve.steps[1].stdError && !curve.steps[1].low && !curve.steps[1].high);
    }

    void takesTheMiddleOfAFlatStretchAsTheMedian()
    {
        // R 4.2.2: median(survfit(Surv(1:4) ~ 1)) is 2.5, as is the textbook median of 1, 2, 3, 4.
        QCOMPARE(*medianTime(curveOf({{1, 2, 3, 4}, {1, 1, 1, 1}, {}, {}, {}})).value, 2.5);
        // A hundred rounded steps must not hide the flat stretch at one half.
        Subjects hundred;
        for (int i = 1; i <= 100; ++i) {
            hundred.times.push_back(i);
            hundred.events.push_back(1);
        }
        QCOMPARE(*medianTime(curveOf(hundred)).value, 50.5);
        // Flat at one half to the end: from 2 to the last look at 8.
        QCOMPARE(*medianTime(curveOf({{1, 2, 5, 8}, {1, 1, 0, 0}, {}, {}, {}})).value, 5.0);
        // Odd numbers have a middle one.
        QCOMPARE(*medianTime(curveOf({{1, 2, 3}, {1, 1, 1}, {}, {}, {}})).value, 2.0);
    }

    void hasNoQuantileWhereTheCurveDoesNotReach()
    {
        const SurvivalCurve curve = curveOf({{1, 2, 3, 4}, {1, 0, 0, 0}, {}, {}, {}});
        const TimeQuantile median = medianTime(curve);
        QVERIFY(!median.value && !median.high);
        QCOMPARE(*median.low, 1.0); // S ends at 0.75, but its lower limit is below one half
        QCOMPARE(*timeQuantile(curve, 0).value, 0.0);
        QCOMPARE(*timeQuantile(curve, 0.2).value, 1.0);
        QCOMPARE(timeQuantile(curve, -0.1), TimeQuantile{});
        QCOMPARE(timeQuantile(curve, 1.1), TimeQuantile{});
        QCOMPARE(timeQuantile(curve, std::numeric_limits<double>::quiet_NaN()), TimeQuantile{});
    }

    void integratesTheCurveToTheHorizon()
    {
        // By hand: S is 1 to 2, 1/2 to 6, 0 after. Area to 5: 2 + 3/2. Variance: (3/2)^2 x 1/(2 1).
        const SurvivalCurve curve = curveOf({{2, 6}, {1, 1}, {}, {}, {}});
        const RestrictedMean mean = restrictedMean(curve, 5).value();
        QCOMPARE(mean.value, 3.5);
        QCOMPARE(mean.stdError, 1.5 * std::sqrt(0.5));
        QCOMPARE(mean.high, 5.0);
        QVERIFY(!mean.extended);
        // Before the first event nobody is lost, and with everybody followed to the end it is the mean of 2 and 6.
        QCOMPARE(restrictedMean(curve, 1)->value, 1.0);
        QCOMPARE(restrictedMean(curve, 1)->stdError, 0.0);
        QCOMPARE(restrictedMean(curve)->value, 4.0);
        QCOMPARE(restrictedMean(curve)->until, 6.0);
        // Beyond the last time S = 0 adds nothing and needs no extension; S > 0 does.
        QCOMPARE(restrictedMean(curve, 60)->value, 4.0);
        QVERIFY(!restrictedMean(curve, 60)->extended);
        const RestrictedMean extended = restrictedMean(curveOf({{2, 6}, {1, 0}, {}, {}, {}}), 10).value();
        QCOMPARE(extended.value, 2 + 8 * 0.5);
        QVERIFY(extended.extended);
        QVERIFY(!restrictedMean(curve, -1));
        QVERIFY(!restrictedMean(curve, std::numeric_limits<double>::infinity()));
        QVERIFY(!restrictedMean(curve, std::numeric_limits<double>::quiet_NaN()));
    }

    void readsTheCurveBetweenItsSteps()
    {
        const SurvivalCurve curve = curveOf({{2, 6, 8}, {1, 1, 0}, {}, {}, {}});
        QVERIFY(!stepAt(curve, 1.9));
        QCOMPARE(stepAt(curve, 2)->time, 2.0);
        QCOMPARE(stepAt(curve, 5.9)->time, 2.0);
        QCOMPARE(*survivalAt(curve, 0), 1.0);
        QCOMPARE(*survivalAt(curve, 2), curve.steps[0].survival);
        QCOMPARE(*survivalAt(curve, 8), curve.steps[1].survival);
        QVERIFY(!survivalAt(curve, 8.1)); // nobody was watched that long
        QVERIFY(!survivalAt(curve, -1));
        QVERIFY(!survivalAt(curve, std::numeric_limits<double>::quiet_NaN()));
        QCOMPARE(*survivalAt(curveOf({{2}, {1}, {}, {}, {}}), 100), 0.0);
        QCOMPARE(atRiskAt(curve, 0), 3);
        QCOMPARE(atRiskAt(curve, 2), 3);
        QCOMPARE(atRiskAt(curve, 2.5), 2);
        QCOMPARE(atRiskAt(curve, 9), 0);
    }

    void answersForNobodyAndForOne()
    {
        const SurvivalCurve nobody = curveOf({});
        QVERIFY(nobody.steps.empty());
        QCOMPARE(nobody.subjects, 0);
        QCOMPARE(medianTime(nobody), TimeQuantile{});
        QVERIFY(!restrictedMean(nobody));
        QVERIFY(!survivalAt(nobody, 0));
        QVERIFY(!stepAt(nobody, 0));

        const SurvivalCurve one = curveOf({{7}, {1}, {}, {}, {}});
        QCOMPARE(one.steps.size(), std::size_t(1));
        QCOMPARE(one.steps[0].survival, 0.0);
        QVERIFY(!one.steps[0].stdError);
        QCOMPARE(*medianTime(one).value, 7.0);
        QCOMPARE(restrictedMean(one)->value, 7.0);

        // At time 0: everybody is at risk from the start.
        const SurvivalCurve atOnce = curveOf({{0, 0, 4}, {1, 0, 0}, {}, {}, {}});
        QCOMPARE(atOnce.steps[0].atRisk, 3);
        QCOMPARE(atOnce.steps[0].survival, 2.0 / 3);
    }

    void keepsTheCurveAtOneWhenAllAreCensored()
    {
        const Subjects subjects{{1, 2, 2, 9}, {0, 0, 0, 0}, {}, {}, {}};
        for (const NamedTransform& named : kTransforms) {
            const SurvivalCurve curve = curveOf(subjects, named.transform);
            QCOMPARE(curve.steps.size(), std::size_t(3));
            QCOMPARE(curve.events, 0);
            for (const SurvivalStep& step : curve.steps) {
                QCOMPARE(step.survival, 1.0);
                QCOMPARE(*step.stdError, 0.0);
                QCOMPARE(step.low.has_value(), named.transform != BandTransform::LogLog); // R: NA
                QCOMPARE(step.high.has_value(), named.transform != BandTransform::LogLog);
                QCOMPARE(step.low.value_or(1), 1.0);
                QCOMPARE(step.high.value_or(1), 1.0);
            }
            QCOMPARE(restrictedMean(curve)->value, 9.0);
            QCOMPARE(restrictedMean(curve)->stdError, 0.0);
        }
    }

    void fallsAtOnceWhenAllEventsAreAtOneTime()
    {
        const SurvivalCurve curve = curveOf({{3, 3, 3, 3}, {1, 1, 1, 1}, {}, {}, {}});
        QCOMPARE(curve.steps.size(), std::size_t(1));
        QCOMPARE(curve.steps[0].events, 4);
        QCOMPARE(curve.steps[0].survival, 0.0);
        QCOMPARE(*medianTime(curve).value, 3.0);
    }

    void widensWithTheLevel()
    {
        const Subjects subjects = fixture::rossi();
        const SurvivalCurve narrow = kaplanMeier(subjects.sample(), {BandTransform::LogLog, 0.8}).value();
        const SurvivalCurve wide = kaplanMeier(subjects.sample(), {BandTransform::LogLog, 0.99}).value();
        QCOMPARE(wide.level, 0.99);
        for (std::size_t i = 0; i < narrow.steps.size(); ++i) {
            QCOMPARE(wide.steps[i].survival, narrow.steps[i].survival);
            QCOMPARE(wide.steps[i].stdError, narrow.steps[i].stdError);
            QVERIFY(!wide.steps[i].low || *wide.steps[i].low < *narrow.steps[i].low);
            QVERIFY(!wide.steps[i].high || *wide.steps[i].high > *narrow.steps[i].high);
        }
    }

    void refusesALevelThatIsNone_data()
    {
        QTest::addColumn<double>("level");
        QTest::newRow("0") << 0.0;
        QTest::newRow("1") << 1.0;
        QTest::newRow("95 instead of 0.95") << 95.0;
        QTest::newRow("NaN") << std::numeric_limits<double>::quiet_NaN();
    }

    void refusesALevelThatIsNone()
    {
        QFETCH(double, level);
        const auto curve = kaplanMeier({}, {BandTransform::Log, level});
        QVERIFY(!curve);
        QVERIFY(curve.error().kind == AnalyticsError::Kind::BadLevel);
    }
};

QTEST_APPLESS_MAIN(tst_KaplanMeier)

#include "tst_kaplanmeier.moc"
