// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival/nelsonaalen.h"

#include "analytics/survival/kaplanmeier.h"
#include "survivalfixture.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace lyceum::analytics;
using fixture::Subjects;

class tst_NelsonAalen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithR()
    {
        const HazardCurve curve = nelsonAalen(fixture::telco().sample()).value();
        const QJsonObject expected = fixture::reference("telco")["nelson_aalen"_L1].toObject();
        const QJsonArray times = expected["times"_L1].toArray();
        QVERIFY(!times.isEmpty());
        for (qsizetype i = 0; i < times.size(); ++i) {
            const auto step = std::ranges::find(curve.steps, times[i].toDouble(), &HazardStep::time);
            QVERIFY(step != curve.steps.end());
            QCOMPARE(fixture::difference("hazard", step->hazard, expected["cumhaz"_L1][i]), QByteArray());
        }
        QCOMPARE(curve.subjects, 7032);
        QCOMPARE(curve.events, 1869);
    }

    void sumsTheShareWhoHadTheEvent()
    {
        // By hand: 1/5 at 2, nobody at 3, 1/2 at 4.
        const Subjects subjects{{2, 2, 3, 4, 5}, {0, 1, 0, 1, 0}, {}, {}, {}};
        const HazardCurve curve = nelsonAalen(subjects.sample(), 0.9).value();
        QCOMPARE(curve.steps.size(), std::size_t(4));
        QCOMPARE(curve.steps[0].hazard, 0.2);
        QCOMPARE(curve.steps[1].hazard, 0.2);
        QCOMPARE(curve.steps[2].hazard, 0.7);
        QVERIFY(std::abs(curve.steps[2].stdError - std::sqrt(0.04 + 0.25)) < 1e-15);
        QCOMPARE(curve.level, 0.9);
        // The interval is symmetric as a ratio, with the 90 % quantile 1.644853627 (R: qnorm(0.95)).
        const double factor = std::exp(1.6448536269514722 * curve.steps[2].stdError / 0.7);
        QVERIFY(std::abs(curve.steps[2].high - 0.7 * factor) < 1e-12);
        QVERIFY(std::abs(curve.steps[2].low - 0.7 / factor) < 1e-12);
    }

    void neverFallsAndStaysBelowMinusLogSurvival()
    {
        const Subjects subjects = fixture::aids();
        const HazardCurve hazard = nelsonAalen(subjects.sample()).value();
        const SurvivalCurve survival = kaplanMeier(subjects.sample()).value();
        QCOMPARE(hazard.steps.size(), survival.steps.size());
        double before = 0;
        for (std::size_t i = 0; i < hazard.steps.size(); ++i) {
            const HazardStep& step = hazard.steps[i];
            QCOMPARE(step.atRisk, survival.steps[i].atRisk);
            QVERIFY(step.hazard >= before);
            QVERIFY(step.low <= step.hazard && step.hazard <= step.high);
            QVERIFY(step.hazard <= -std::log(survival.steps[i].survival) + 1e-15); // x <= -log(1 - x)
            before = step.hazard;
        }
    }

    void answersForNobodyAndRefusesNonsense()
    {
        QVERIFY(nelsonAalen({})->steps.empty());
        QVERIFY(nelsonAalen({}, 1).error().kind == AnalyticsError::Kind::BadLevel);
        const Subjects negative{{2, -2}, {1, 1}, {}, {}, {}};
        const AnalyticsError error = nelsonAalen(negative.sample()).error();
        QVERIFY(error.kind == AnalyticsError::Kind::NegativeTime);
        QCOMPARE(error.index, std::size_t(1));
        // Nobody has left yet: no hazard, no width.
        const Subjects waiting{{2, 3}, {0, 0}, {}, {}, {}};
        QCOMPARE(nelsonAalen(waiting.sample())->steps.back(), (HazardStep{3, 1, 0, 1, 0, 0, 0, 0}));
    }
};

QTEST_APPLESS_MAIN(tst_NelsonAalen)

#include "tst_nelsonaalen.moc"
