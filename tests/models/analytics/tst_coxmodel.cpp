// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cox/baselinehazard.h"
#include "analytics/cox/concordance.h"
#include "analytics/cox/coxmodel.h"
#include "analytics/cox/proportionality.h"

#include "coxfixture.h"

#include <QJsonArray>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace lyceum::analytics;
using fixture::apart;
using fixture::CoxSubjects;

namespace {

// R's fits were driven to rounding; ours ends within 1e-10 standard errors of the top.
constexpr double kAgreement = 1e-8;

const QStringList kRossi{u"fin"_s, u"age"_s, u"race"_s, u"wexp"_s, u"mar"_s, u"paro"_s, u"prio"_s};

CoxSubjects rossi(const QStringList& covariates = kRossi, const QString& stratum = {})
{
    return fixture::coxSubjects(u"survival/rossi.csv"_s, ',', {u"week"_s, u"arrest"_s, {}, stratum, covariates});
}

CoxSubjects heart(const QStringList& covariates = {u"age"_s, u"year"_s, u"surgery"_s, u"transplant"_s},
    const QString& stratum = {})
{
    return fixture::coxSubjects(
        u"cox/stanford_heart.csv"_s, ',', {u"stop"_s, u"event"_s, u"start"_s, stratum, covariates});
}

CoxSubjects telco()
{
    return fixture::coxSubjects(u"survival/telco.csv"_s, ',',
        {u"tenure"_s, u"churn"_s, {}, {},
            {u"contract=One year"_s, u"contract=Two year"_s, u"gender=Male"_s, u"internet=Fiber optic"_s,
                u"internet=No"_s}});
}

CoxSubjects aids()
{
    return fixture::coxSubjects(
        u"survival/multicenter_aids_cohort.tsv"_s, '\t', {u"T"_s, u"D"_s, u"W"_s, {}, {u"AIDSY"_s}});
}

CoxModel fitted(const CoxSubjects& subjects, TieMethod ties = TieMethod::Efron)
{
    const auto model = coxModel(subjects.data(), {ties, 0.95, 25});
    if (!model)
        qFatal("no model: error %d at %zu", int(model.error().kind), model.error().index);
    return *model;
}

std::vector<double> scoresOf(const CoxSubjects& subjects, const CoxModel& model)
{
    std::vector<double> scores(subjects.times.size());
    for (std::size_t j = 0; j < subjects.columnCount; ++j) {
        for (std::size_t i = 0; i < scores.size(); ++i)
            scores[i] += model.coefficients[j].logHazardRatio.value * subjects.columns[j * scores.size() + i];
    }
    return scores;
}

QByteArrayList differences(const CoxModel& model, const QJsonObject& r)
{
    QByteArrayList wrong;
    const std::size_t p = model.coefficients.size();
    for (std::size_t j = 0; j < p; ++j) {
        const CoxCoefficient& mine = model.coefficients[j];
        const auto at = qsizetype(j);
        wrong << apart("coefficient", mine.logHazardRatio.value, r["coef"_L1][at], kAgreement)
              << apart("standard error", *mine.logHazardRatio.stdError, r["se"_L1][at], kAgreement)
              << apart("z", mine.z, r["z"_L1][at], kAgreement)
              << apart("p", mine.p, r["p"_L1][at], 1e-6) // far out, its relative error is z times that of z
              << apart("low", *mine.hazardRatio.low, r["low"_L1][at], kAgreement)
              << apart("high", *mine.hazardRatio.high, r["high"_L1][at], kAgreement);
    }
    const QJsonValue covariance = r["covariance"_L1];
    for (std::size_t i = 0; i < p * p; ++i)
        wrong << apart("covariance", model.covariance[i],
            covariance.isArray() ? covariance[qsizetype(i)] : covariance, 1e-6);
    wrong << apart("null", model.logLikelihoodNull, r["logLikelihood"_L1][0], 1e-12)
          << apart("likelihood", model.logLikelihood, r["logLikelihood"_L1][1], 1e-12)
          << apart("likelihood ratio", model.likelihoodRatio->chiSquare, r["likelihoodRatio"_L1], 1e-9)
          << apart("Wald", model.wald->chiSquare, r["wald"_L1], kAgreement)
          << apart("score", model.score->chiSquare, r["score"_L1], 1e-9);
    if (model.rows != r["n"_L1].toInteger() || model.events != r["events"_L1].toInteger())
        wrong << "rows or events";
    wrong.removeAll(QByteArray());
    return wrong;
}

QByteArrayList differences(const Proportionality& check, const QJsonObject& r)
{
    QByteArrayList wrong;
    std::vector<ChiSquareTest> tests = check.terms;
    tests.push_back(check.global);
    if (r["chisq"_L1].toArray().size() != qsizetype(tests.size()))
        wrong << "number of terms";
    for (std::size_t term = 0; term < tests.size(); ++term) {
        wrong << apart("chi-square", tests[term].chiSquare, r["chisq"_L1][qsizetype(term)], 1e-7)
              << apart("degrees", tests[term].df, r["df"_L1][qsizetype(term)], 0)
              << apart("p", tests[term].p, r["p"_L1][qsizetype(term)], 1e-6);
    }
    wrong.removeAll(QByteArray());
    return wrong;
}

QByteArrayList differences(const BaselineCurve& curve, const QJsonObject& r)
{
    QByteArrayList wrong;
    if (r["time"_L1].toArray().size() != qsizetype(curve.steps.size()))
        return {"number of steps"};
    for (std::size_t i = 0; i < curve.steps.size(); ++i) {
        const BaselineStep& step = curve.steps[i];
        const auto at = qsizetype(i);
        wrong << apart("time", step.time, r["time"_L1][at], 1e-12)
              << apart("hazard", step.hazard, r["hazard"_L1][at], kAgreement)
              << apart("error", step.stdError, r["error"_L1][at], 1e-7)
              << apart("survival", step.survival, r["survival"_L1][at], kAgreement)
              << apart("low", step.low, r["low"_L1][at], 1e-7) << apart("high", step.high, r["high"_L1][at], 1e-7);
    }
    wrong.removeAll(QByteArray());
    return wrong;
}

struct Study {
    const char* name;
    const char* key;
    const char* model;
    CoxSubjects (*subjects)();
    TieMethod ties;
};

const std::array kStudies{
    Study{"Rossi", "rossi", "efron", [] { return rossi(); }, TieMethod::Efron},
    Study{"Rossi, Breslow", "rossi", "breslow", [] { return rossi(); }, TieMethod::Breslow},
    Study{"Rossi, strata", "rossi", "strata", [] { return rossi({u"fin"_s, u"age"_s, u"prio"_s}, u"wexp"_s); },
        TieMethod::Efron},
    Study{"Stanford, start and stop", "heart", "efron", [] { return heart(); }, TieMethod::Efron},
    Study{"Stanford, Breslow", "heart", "breslow", [] { return heart(); }, TieMethod::Breslow},
    Study{"Stanford, strata", "heart", "strata", [] { return heart({u"age"_s, u"year"_s}, u"surgery"_s); },
        TieMethod::Efron},
    Study{"Telco, categories", "telco", "efron", [] { return telco(); }, TieMethod::Efron},
    Study{"AIDS, left truncation", "aids", "efron", [] { return aids(); }, TieMethod::Efron},
};

} // namespace

/// Against R's coxph, survfit, cox.zph and concordance (package survival 3.5-3).
class tst_CoxModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithCoxph_data()
    {
        QTest::addColumn<int>("study");
        for (std::size_t i = 0; i < kStudies.size(); ++i)
            QTest::newRow(kStudies[i].name) << int(i);
    }
    void agreesWithCoxph()
    {
        QFETCH(int, study);
        const Study& which = kStudies[std::size_t(study)];
        const CoxSubjects subjects = which.subjects();
        const QJsonObject r
            = fixture::json(u"cox/r-cox.json"_s)[QLatin1StringView(which.key)][QLatin1StringView(which.model)].toObject();
        const CoxModel model = fitted(subjects, which.ties);
        QCOMPARE(differences(model, r), QByteArrayList());

        const auto pairs
            = concordance(subjects.data().sample, scoresOf(subjects, model), subjects.data().strata).value();
        QCOMPARE(apart("concordance", pairs.share.value, r["concordance"_L1], 1e-12), QByteArray());
        QCOMPARE(apart("its error", *pairs.share.stdError, r["concordanceError"_L1], 1e-10), QByteArray());
        QCOMPARE(pairs.concordant, r["pairs"_L1][0].toInteger());
        QCOMPARE(pairs.discordant, r["pairs"_L1][1].toInteger());
        QCOMPARE(pairs.tied, r["pairs"_L1][2].toInteger());
    }

    /// John Fox's printout of the Rossi data, as in his appendix on Cox regression (2002); three digits are printed.
    void agreesWithAPublishedTable()
    {
        const CoxModel model = fitted(rossi());
        constexpr std::array kPrinted{-0.379, -0.0574, 0.314, -0.150, -0.434, -0.0849, 0.0915};
        for (std::size_t j = 0; j < kPrinted.size(); ++j)
            QVERIFY(std::abs(model.coefficients[j].logHazardRatio.value - kPrinted[j]) < 5e-4);
        QVERIFY(std::abs(model.logLikelihood + 658.75) < 5e-3);
        QCOMPARE(model.strata, 1);
        QVERIFY(model.warnings.empty());
        QVERIFY(model.iterations <= 6);
    }

    void agreesWithCoxZph()
    {
        const QJsonObject r = fixture::json(u"cox/r-cox.json"_s);
        const CoxSubjects whole = rossi();
        const CoxModel model = fitted(whole);
        const auto check = [&](TimeScale scale) { return proportionality(whole.data(), model, {}, scale).value(); };
        QCOMPARE(differences(check(TimeScale::KaplanMeier), r["rossi"_L1]["zph"_L1].toObject()), QByteArrayList());
        QCOMPARE(differences(check(TimeScale::Identity), r["rossi"_L1]["zphIdentity"_L1].toObject()), QByteArrayList());
        QCOMPARE(differences(check(TimeScale::Log), r["rossi"_L1]["zphLog"_L1].toObject()), QByteArrayList());
        QCOMPARE(differences(proportionality(whole.data(), fitted(whole, TieMethod::Breslow)).value(),
                     r["rossi"_L1]["zphBreslow"_L1].toObject()),
            QByteArrayList());

        const CoxSubjects strata = rossi({u"fin"_s, u"age"_s, u"prio"_s}, u"wexp"_s);
        QCOMPARE(differences(proportionality(strata.data(), fitted(strata)).value(), r["rossi"_L1]["zphStrata"_L1].toObject()),
            QByteArrayList());
        const CoxSubjects stretches = heart();
        QCOMPARE(differences(proportionality(stretches.data(), fitted(stretches)).value(), r["heart"_L1]["zph"_L1].toObject()),
            QByteArrayList());
        const CoxSubjects both = heart({u"age"_s, u"year"_s}, u"surgery"_s);
        QCOMPARE(differences(proportionality(both.data(), fitted(both)).value(), r["heart"_L1]["zphStrata"_L1].toObject()),
            QByteArrayList());
        const CoxSubjects late = aids();
        QCOMPARE(differences(proportionality(late.data(), fitted(late)).value(), r["aids"_L1]["zph"_L1].toObject()),
            QByteArrayList());
        const CoxSubjects categories = telco();
        const std::vector<std::uint32_t> terms{0, 0, 1, 2, 2};
        QCOMPARE(differences(proportionality(categories.data(), fitted(categories), terms).value(),
                     r["telco"_L1]["zph"_L1].toObject()),
            QByteArrayList());
    }

    void agreesWithSurvfitOfAModel()
    {
        const QJsonObject r = fixture::json(u"cox/r-cox.json"_s);
        const CoxSubjects whole = rossi();
        const std::array<double, 7> zeros{};
        const std::array somebody{1.0, 24.5, 1.0, 0.0, 1.0, 1.0, 3.0};
        const CoxModel efron = fitted(whole);
        QCOMPARE(differences(baselineHazard(whole.data(), efron, zeros).value()[0], r["rossi"_L1]["atZero"_L1].toObject()),
            QByteArrayList());
        QCOMPARE(differences(baselineHazard(whole.data(), efron, somebody).value()[0], r["rossi"_L1]["atSomebody"_L1].toObject()),
            QByteArrayList());
        QCOMPARE(differences(baselineHazard(whole.data(), fitted(whole, TieMethod::Breslow), somebody).value()[0],
                     r["rossi"_L1]["breslowAtSomebody"_L1].toObject()),
            QByteArrayList());

        const CoxSubjects strata = rossi({u"fin"_s, u"age"_s, u"prio"_s}, u"wexp"_s);
        const auto curves = baselineHazard(strata.data(), fitted(strata), std::array{1.0, 30.0, 2.0}).value();
        QCOMPARE(curves.size(), std::size_t(2));
        QCOMPARE(curves[1].stratum, 1U);
        QCOMPARE(differences(curves[1], r["rossi"_L1]["secondStratum"_L1].toObject()), QByteArrayList());

        const CoxSubjects stretches = heart();
        QCOMPARE(differences(baselineHazard(stretches.data(), fitted(stretches), std::array{5.0, 2.0, 0.0, 1.0}).value()[0],
                     r["heart"_L1]["atSomebody"_L1].toObject()),
            QByteArrayList());
    }
};

QTEST_APPLESS_MAIN(tst_CoxModel)

#include "tst_coxmodel.moc"
