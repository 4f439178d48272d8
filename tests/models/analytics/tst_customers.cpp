// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customers/customeroutlook.h"
#include "analytics/customers/hypergeometric.h"
#include "analytics/customers/sbg.h"

#include "customerfixture.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace lyceum::analytics;
using namespace lyceum::analytics::fixture;

namespace {

/// To `relative`, and not quite to nothing near zero.
QByteArray differs(const char* what, double actual, double expected, double relative)
{
    if (std::abs(actual - expected) <= relative * std::abs(expected) + 1e-300)
        return {};
    return QByteArray(what) + ": " + QByteArray::number(actual, 'g', 17) + " instead of " + QByteArray::number(expected, 'g', 17);
}

GroupedHistories grouped(const Customers& customers, bool discrete)
{
    auto histories = groupHistories(customers.sample(), discrete);
    if (!histories)
        qFatal("no groups: error %d at %zu", int(histories.error().kind), histories.error().index);
    return *std::move(histories);
}

void compareFit(const LikelihoodFit& fit, const QJsonObject& part, const QStringList& names)
{
    QVERIFY(fit.converged);
    QVERIFY(fit.warnings.empty());
    QVERIFY2(fit.logLikelihood > part["loglik"_L1].toDouble() - 1e-4, qPrintable(QString::number(fit.logLikelihood, 'g', 12)));
    const QJsonObject parameters = part.contains("params"_L1) ? part["params"_L1].toObject() : part;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QByteArray name = names.at(i).toLatin1();
        const Estimate& estimate = fit.estimates.at(std::size_t(i));
        QCOMPARE(differs(name, estimate.value, parameters[names.at(i)].toDouble(-1), 1e-3), QByteArray());
        QVERIFY(estimate.stdError && *estimate.low < estimate.value && estimate.value < *estimate.high);
    }
}

} // namespace

/// The models of buying and renewing against independent code and against the papers they come from.
class tst_Customers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// mpmath 1.3, hyp2f1 at 40 digits.
    void gaussFunctionHoldsNearOne_data()
    {
        QTest::addColumn<double>("b");
        QTest::addColumn<double>("c");
        QTest::addColumn<double>("z");
        QTest::addColumn<double>("expected");
        QTest::addColumn<double>("tolerance");
        QTest::addRow("b 0.5, c 0.9, z 0.1") << 0.5 << 0.9 << 0.1 << 1.0603569899251052 << 1e-14;
        QTest::addRow("b 2.0, c 2.5, z 0.1") << 2.0 << 2.5 << 0.1 << 1.0875277198321097 << 1e-14;
        QTest::addRow("b 0.1, c 5.0, z 0.1") << 0.1 << 5.0 << 0.1 << 1.0020378113383427 << 1e-14;
        QTest::addRow("b 30.0, c 31.2, z 0.1") << 30.0 << 31.2 << 0.1 << 1.1063984389044687 << 1e-14;
        QTest::addRow("b 500.0, c 900.0, z 0.1") << 500.0 << 900.0 << 0.1 << 1.0588267824083108 << 1e-14;
        QTest::addRow("b 0.5, c 0.9, z 0.9") << 0.5 << 0.9 << 0.9 << 3.7091317523181608 << 1e-13;
        QTest::addRow("b 2.0, c 2.5, z 0.9") << 2.0 << 2.5 << 0.9 << 5.2724765133236365 << 1e-13;
        QTest::addRow("b 0.1, c 5.0, z 0.9") << 0.1 << 5.0 << 0.9 << 1.0222795278190724 << 1e-13;
        QTest::addRow("b 30.0, c 31.2, z 0.9") << 30.0 << 31.2 << 0.9 << 7.7419968442400629 << 1e-13;
        QTest::addRow("b 500.0, c 900.0, z 0.9") << 500.0 << 900.0 << 0.9 << 2.0017797514055234 << 1e-13;
        QTest::addRow("b 0.5, c 0.9, z 0.9090909090909091") << 0.5 << 0.9 << 0.9090909090909091 << 3.9205248450894193 << 1e-13;
        QTest::addRow("b 2.0, c 2.5, z 0.9090909090909091") << 2.0 << 2.5 << 0.9090909090909091 << 5.6077494917621542 << 1e-13;
        QTest::addRow("b 0.1, c 5.0, z 0.9090909090909091") << 0.1 << 5.0 << 0.9090909090909091 << 1.0225722905195167 << 1e-13;
        QTest::addRow("b 30.0, c 31.2, z 0.9090909090909091") << 30.0 << 31.2 << 0.9090909090909091 << 8.3335362424614371 << 1e-13;
        QTest::addRow("b 500.0, c 900.0, z 0.9090909090909091") << 500.0 << 900.0 << 0.9090909090909091 << 2.0222803976048529 << 1e-13;
        QTest::addRow("b 0.5, c 0.9, z 0.999") << 0.5 << 0.9 << 0.999 << 56.811410060547972 << 1e-13;
        QTest::addRow("b 2.0, c 2.5, z 0.999") << 2.0 << 2.5 << 0.999 << 71.617311174289508 << 1e-13;
        QTest::addRow("b 0.1, c 5.0, z 0.999") << 0.1 << 5.0 << 0.999 << 1.0256056791379221 << 1e-13;
        QTest::addRow("b 30.0, c 31.2, z 0.999") << 30.0 << 31.2 << 0.999 << 67.142125420293291 << 1e-13;
        QTest::addRow("b 500.0, c 900.0, z 0.999") << 500.0 << 900.0 << 0.999 << 2.2503058307513099 << 1e-13;
        QTest::addRow("b 0.5, c 0.9, z 0.999999") << 0.5 << 0.9 << 0.999999 << 3574.5623086901711 << 1e-10;
        QTest::addRow("b 2.0, c 2.5, z 0.999999") << 2.0 << 2.5 << 0.999999 << 2353.1980204546164 << 1e-10;
        QTest::addRow("b 0.1, c 5.0, z 0.999999") << 0.1 << 5.0 << 0.999999 << 1.0256409902741142 << 1e-10;
        QTest::addRow("b 30.0, c 31.2, z 0.999999") << 30.0 << 31.2 << 0.999999 << 129.16373067687277 << 1e-10;
        QTest::addRow("b 500.0, c 900.0, z 0.999999") << 500.0 << 900.0 << 0.999999 << 2.253130001514888 << 1e-10;
        QTest::addRow("b 0.5, c 0.9, z 0.99999999") << 0.5 << 0.9 << 0.99999999 << 56650.525306471788 << 1e-08;
        QTest::addRow("b 2.0, c 2.5, z 0.99999999") << 2.0 << 2.5 << 0.99999999 << 23558.945196116078 << 1e-08;
        QTest::addRow("b 0.1, c 5.0, z 0.99999999") << 0.1 << 5.0 << 0.99999999 << 1.0256410252873563 << 1e-08;
        QTest::addRow("b 30.0, c 31.2, z 0.99999999") << 30.0 << 31.2 << 0.99999999 << 142.30488687217288 << 1e-08;
        QTest::addRow("b 500.0, c 900.0, z 0.99999999") << 500.0 << 900.0 << 0.99999999 << 2.2531328037745119 << 1e-08;
    }
    void gaussFunctionHoldsNearOne()
    {
        QFETCH(double, b);
        QFETCH(double, c);
        QFETCH(double, z);
        QFETCH(double, expected);
        QFETCH(double, tolerance);
        QCOMPARE(differs("2F1", hypergeometricFromOne(b, c, z), expected, tolerance), QByteArray());
        QVERIFY(std::isnan(hypergeometricFromOne(c, c, z)));
        QVERIFY(std::isnan(hypergeometricFromOne(b, c, 1)));
    }

    /// Fader & Hardie (2007), J. Interact. Mark. 21:76-90: seven renewals of 1000 customers.
    void fitsTheRenewalsOfTheSbgPaper_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("Regular") << u"regular"_s;
        QTest::newRow("High End") << u"high_end"_s;
    }
    void fitsTheRenewalsOfTheSbgPaper()
    {
        QFETCH(QString, name);
        const QJsonObject part = customerReference("sbg")[name].toObject();
        std::vector<std::int64_t> survivors;
        for (qsizetype year = 0; year <= 7; ++year)
            survivors.push_back(std::llround(10 * part["observed_pct_surviving"_L1][year].toDouble()));
        const auto renewals = renewalsOf({survivors});
        QVERIFY(renewals.has_value());
        const auto fit = fitSbg(*renewals);
        QVERIFY(fit.has_value());
        QCOMPARE(fit->observedRenewals, 7);
        QCOMPARE(fit->fit.n, 1000);
        compareFit(fit->fit, part, {u"alpha"_s, u"beta"_s});
        const QJsonObject published = customerReference("sbg")["published"_L1][name].toObject();
        QVERIFY(std::abs(fit->model.alpha - published["alpha"_L1].toDouble()) < 5e-4);
        QVERIFY(std::abs(fit->model.beta - published["beta"_L1].toDouble()) < 5e-4);

        const Sbg known {part["alpha"_L1].toDouble(), part["beta"_L1].toDouble()};
        const auto curve = sbgCurve(*fit, *renewals);
        QVERIFY(curve.has_value());
        QCOMPARE(curve->size(), std::size_t(13));
        for (qsizetype year = 0; year <= 12; ++year) {
            const double share = part["predicted_pct"_L1][year].toDouble() / 100;
            QCOMPARE(differs("share", survivalShare(known, year), share, 1e-9), QByteArray());
            QCOMPARE(differs("curve", (*curve)[std::size_t(year)].survival.value, share, 1e-4), QByteArray());
            QCOMPARE((*curve)[std::size_t(year)].extrapolated, year > 7);
            if (year > 0) {
                const double rate = part["retention_rate"_L1][year - 1].toDouble();
                QCOMPARE(differs("retention", retentionRate(known, year), rate, 1e-9), QByteArray());
                const QJsonValue derl = part["DERL_d10pct_after_n_renewals"_L1][QString::number(year)];
                if (derl.isDouble())
                    QCOMPARE(differs("DERL", discountedRenewals(known, year, 0.1), derl.toDouble(), 1e-9), QByteArray());
            }
        }
    }

    /// What the bootstrap says of the share left is near what the delta method says, and it keeps its seed.
    void bootstrapsTheSbgCurve()
    {
        const auto renewals = renewalsOf({{1000, 631, 468, 382, 326, 289, 262, 241}});
        const auto fit = fitSbg(*renewals);
        const auto delta = sbgCurve(*fit, *renewals, {12, 0, 1});
        const auto drawn = sbgCurve(*fit, *renewals, {12, 400, 1});
        const auto again = sbgCurve(*fit, *renewals, {12, 400, 1});
        QVERIFY(delta && drawn && again);
        for (std::size_t i = 1; i < delta->size(); ++i) {
            const Estimate& one = (*delta)[i].survival;
            const Estimate& other = (*drawn)[i].survival;
            QVERIFY(std::abs(*one.stdError / *other.stdError - 1) < 0.15);
            QVERIFY(std::abs(*one.low - *other.low) < 0.4 * *one.stdError);
            QVERIFY(std::abs(*one.high - *other.high) < 0.4 * *one.stdError);
            QVERIFY(other == (*again)[i].survival);
        }
    }

    void fitsBgNbdAsPublished()
    {
        const Customers customers = cdnow();
        const GroupedHistories histories = grouped(customers, false);
        const auto fit = fitBuying(BuyingKind::BgNbd, histories);
        QVERIFY(fit.has_value());
        const QJsonObject part = customerReference("bgnbd_cdnow");
        QCOMPARE(fit->fit.n, part["n"_L1].toInteger());
        QVERIFY(fit->fit.rows < fit->fit.n / 2);
        compareFit(fit->fit, part, {u"r"_s, u"alpha"_s, u"a"_s, u"b"_s});
        QVERIFY(std::abs(fit->fit.logLikelihood + 9582.4) < 0.05);

        const QJsonObject p = part["params"_L1].toObject();
        const BgNbd known {p["r"_L1].toDouble(), p["alpha"_L1].toDouble(), p["a"_L1].toDouble(), p["b"_L1].toDouble()};
        double one = 0;
        for (const HistoryGroup& group : histories.groups)
            one += double(group.customers) * logLikelihood(known, group.history);
        QCOMPARE(differs("sum", logLikelihood(known, histories.groups), one, 1e-12), QByteArray());
        const QJsonObject expected = part["expected_repeat_of_random_customer"_L1].toObject();
        QVERIFY(!expected.isEmpty());
        for (auto it = expected.begin(); it != expected.end(); ++it)
            QCOMPARE(differs("expected", expectedPurchases(known, it.key().toDouble()), it.value().toDouble(), 1e-9), QByteArray());
        for (const QJsonValue& row : part["p_alive_examples"_L1].toArray()) {
            const CustomerHistory history {row["x"_L1].toInteger(), row["t_x"_L1].toDouble(), row["T"_L1].toDouble()};
            QCOMPARE(differs("alive", probabilityAlive(known, history), row["p_alive"_L1].toDouble(), 1e-9), QByteArray());
            const double next = row["expected_next_39_weeks"_L1].toDouble();
            QCOMPARE(differs("next", expectedPurchases(known, history, 39), next, 1e-9), QByteArray());
        }
    }

    void predictsTheHoldoutAsTheReferenceDoes()
    {
        const Customers customers = cdnowFromPurchases();
        const QJsonObject part = customerReference("bgnbd_cdnow");
        const QJsonObject rfm = part["rfm_from_transactions"_L1].toObject();
        const QJsonArray first = rfm["first_rows"_L1].toArray();
        for (qsizetype i = 0; i < first.size(); ++i) {
            QCOMPARE(customers.frequency.at(std::size_t(i)), first[i]["x"_L1].toInteger());
            QCOMPARE(customers.recency.at(std::size_t(i)), first[i]["tx"_L1].toDouble());
            QCOMPARE(customers.age.at(std::size_t(i)), first[i]["T"_L1].toDouble());
        }
        const GroupedHistories histories = grouped(customers, false);
        QCOMPARE(histories.repeats, rfm["sum_x"_L1].toInteger());
        const auto fit = fitBuying(BuyingKind::BgNbd, histories);
        QVERIFY(fit.has_value());
        const auto outlook = outlookOf(*fit, histories, {39, 0, 0, 1});
        QVERIFY(outlook.has_value());
        const auto comparison = compareWithHoldout(*outlook, histories, customers.sample(), customers.holdout);
        QVERIFY(comparison.has_value());
        const QJsonObject holdout = part["holdout_39_weeks"_L1].toObject();
        QCOMPARE(comparison->actual, holdout["total_actual"_L1].toInteger());
        QCOMPARE(differs("total", comparison->predicted.value, holdout["total_predicted"_L1].toDouble(), 1e-3), QByteArray());
        QVERIFY(*comparison->predicted.low < comparison->predicted.value);
        const QJsonObject means = holdout["mean_by_calibration_frequency_7plus"_L1].toObject();
        QCOMPARE(comparison->rows.size(), std::size_t(8));
        for (std::size_t x = 0; x < 8; ++x) {
            const HoldoutRow& row = comparison->rows[x];
            QCOMPARE(row.andMore, x == 7);
            QCOMPARE(differs("predicted", row.predicted, means["predicted"_L1][qsizetype(x)].toDouble(), 1e-3), QByteArray());
            QCOMPARE(differs("actual", row.actual, means["actual"_L1][qsizetype(x)].toDouble(), 1e-12), QByteArray());
        }
    }

    void fitsParetoNbdAsPublished()
    {
        const auto fit = fitBuying(BuyingKind::ParetoNbd, grouped(cdnow(), false));
        QVERIFY(fit.has_value());
        compareFit(fit->fit, customerReference("pareto_nbd_cdnow"), {u"r"_s, u"alpha"_s, u"s"_s, u"beta"_s});
        QVERIFY(std::abs(fit->fit.logLikelihood + 9595.0) < 0.05);
    }

    void fitsBgBbAsPublished()
    {
        const Customers customers = donations();
        const auto fit = fitBuying(BuyingKind::BgBb, grouped(customers, true));
        QVERIFY(fit.has_value());
        const QJsonObject part = customerReference("bgbb_donations");
        QCOMPARE(fit->fit.n, part["n"_L1].toInteger());
        compareFit(fit->fit, part, {u"alpha"_s, u"beta"_s, u"gamma"_s, u"delta"_s});
        QVERIFY(std::abs(fit->fit.logLikelihood + 33225.6) < 0.05);
        const QJsonObject p = part["params"_L1].toObject();
        const BgBb known {p["alpha"_L1].toDouble(), p["beta"_L1].toDouble(), p["gamma"_L1].toDouble(), p["delta"_L1].toDouble()};
        const QJsonArray rows = part["rows"_L1].toArray();
        QCOMPARE(rows.size(), 22);
        for (const QJsonValue& row : rows) {
            const CustomerHistory history {row["x"_L1].toInteger(), row["t_x"_L1].toDouble(), row["n"_L1].toDouble()};
            QCOMPARE(differs("alive", probabilityAlive(known, history), row["p_alive_at_n_plus_1"_L1].toDouble(), 1e-9), QByteArray());
            QCOMPARE(differs("next", expectedPurchases(known, history, 5), row["expected_next_5"_L1].toDouble(), 1e-9), QByteArray());
        }
    }

    void fitsGammaGammaAsPublished()
    {
        const Customers customers = cdnowWithSpend();
        const auto fit = fitGammaGamma({customers.frequency, customers.spend, {}});
        QVERIFY(fit.has_value());
        const QJsonObject part = customerReference("gamma_gamma_cdnow");
        QCOMPARE(fit->fit.n, part["n"_L1].toInteger());
        compareFit(fit->fit, part, {u"p"_s, u"q"_s, u"v"_s});
        QCOMPARE(differs("mean", fit->meanSpend->value, part["population_mean_spend"_L1].toDouble(), 1e-3), QByteArray());
        QVERIFY(fit->correlation && std::abs(*fit->correlation) < 0.3);
        const QJsonObject p = part["params"_L1].toObject();
        const GammaGamma known {p["p"_L1].toDouble(), p["q"_L1].toDouble(), p["v"_L1].toDouble()};
        for (const QJsonValue& row : part["conditional_mean_examples"_L1].toArray()) {
            const auto expected = expectedSpend(known, row["x"_L1].toInteger(), row["mean"_L1].toDouble());
            QCOMPARE(differs("spend", expected.value(), row["expected"_L1].toDouble(), 1e-9), QByteArray());
        }
    }

    /// Present values by adding up many small steps of what is expected without discount, which the reference has checked.
    void discountsAsAddingUpSmallStepsDoes()
    {
        const double rate = std::log1p(0.004);
        const BuyingModel models[] = {BgNbd {0.243, 4.414, 0.793, 2.426}, ParetoNbd {0.553, 10.578, 0.606, 11.669},
            BgNbd {0.243, 4.414, 1, 2.426}, ParetoNbd {0.553, 10.578, 1, 11.669}}; // a and s of 1 are where the formulas are 0 / 0
        for (const BuyingModel& model : models) {
            for (const CustomerHistory& history : {CustomerHistory {0, 0, 39}, CustomerHistory {7, 29, 39}}) {
                const double time = 200;
                constexpr int kSteps = 4000;
                double sum = 0;
                double before = 0;
                for (int i = 1; i <= kSteps; ++i) {
                    const double now = expectedPurchases(model, history, time * i / kSteps);
                    sum += (now - before) * std::exp(-rate * time * (i - 0.5) / kSteps);
                    before = now;
                }
                QCOMPARE(differs("discounted", discountedPurchases(model, history, time, rate), sum, 1e-7), QByteArray());
            }
        }
        const BgBb chances {1.204, 0.750, 0.657, 2.783};
        const CustomerHistory history {2, 4, 6};
        double sum = 0;
        for (int i = 1; i <= 400; ++i)
            sum += (expectedPurchases(chances, history, i) - expectedPurchases(chances, history, i - 1)) * std::pow(1.1, -i);
        const double never = std::numeric_limits<double>::infinity();
        QCOMPARE(differs("DET", discountedPurchases(chances, history, never, std::log1p(0.1)), sum, 1e-9), QByteArray());
        QCOMPARE(differs("long", discountedPurchases(BuyingModel(ParetoNbd {0.553, 10.578, 0.606, 11.669}), {2, 30, 39}, never, 0.01),
                     discountedPurchases(BuyingModel(ParetoNbd {0.553, 10.578, 0.606, 11.669}), {2, 30, 39}, 4000, 0.01), 1e-9),
            QByteArray());
    }

    /// Probabilities of all frequencies are one, and their mean is what is expected.
    void frequenciesAddUp()
    {
        const BuyingModel models[] = {BgNbd {0.243, 4.414, 0.793, 2.426}, ParetoNbd {0.553, 10.578, 0.606, 11.669},
            ParetoNbd {2, 1, 0.5, 30}, BgBb {1.204, 0.750, 0.657, 2.783}};
        for (const BuyingModel& model : models) {
            const double time = std::holds_alternative<BgBb>(model) ? 12 : 39;
            double sum = 0;
            double mean = 0;
            for (std::int64_t x = 0; x <= 6000 && sum < 1 - 1e-12; ++x) {
                const double probability = frequencyProbability(model, x, time);
                sum += probability;
                mean += double(x) * probability;
            }
            QVERIFY2(std::abs(sum - 1) < 1e-7, qPrintable(QString::number(sum, 'g', 15)));
            QCOMPARE(differs("mean", mean, expectedPurchases(model, time), 1e-5), QByteArray());
        }
    }

    void tellsWhatTheCustomersAreStillWorth()
    {
        const Customers customers = cdnowWithSpend();
        const GroupedHistories histories = grouped(customers, false);
        const auto fit = fitBuying(BuyingKind::ParetoNbd, histories);
        const auto spend = fitGammaGamma({customers.frequency, customers.spend, {}});
        const auto outlook = outlookOf(*fit, histories, {52, 0.003, 0, 1});
        QVERIFY(fit && spend && outlook);
        QVERIFY(outlook->lifetime && outlook->lifetime->value > outlook->discounted.value);
        QVERIFY(outlook->discounted.value < outlook->purchases.value);
        QVERIFY(outlook->warnings == std::vector<Warning> {Warning::Extrapolating});
        const auto value = residualValue(*fit, histories, *outlook, *spend, {customers.frequency, customers.spend, {}});
        QVERIFY(value.has_value());
        double byHand = 0;
        for (std::size_t i = 0; i < customers.frequency.size(); ++i) {
            const double expected = *expectedSpend(spend->model, customers.frequency[i], customers.spend[i]);
            byHand += outlook->groups[histories.groupOf[i]].discounted * expected;
        }
        QCOMPARE(differs("value", value->value, byHand, 1e-9), QByteArray());
        QVERIFY(*value->low < value->value && value->value < *value->high);
        const auto drawn = outlookOf(*fit, histories, {52, 0.003, 200, 7});
        QVERIFY(drawn.has_value());
        QVERIFY(std::abs(*drawn->purchases.stdError / *outlook->purchases.stdError - 1) < 0.3);
    }
};

QTEST_APPLESS_MAIN(tst_Customers)

#include "tst_customers.moc"
