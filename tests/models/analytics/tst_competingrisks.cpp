// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/competing/competingrisks.h"
#include "analytics/random.h"
#include "analytics/survival/kaplanmeier.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace lyceum::analytics;
using Kind = AnalyticsError::Kind;

namespace {

struct Leaving {
    std::vector<double> times;
    std::vector<std::uint32_t> causes;
    std::vector<double> entries;
    std::size_t causeCount = 2;

    [[nodiscard]] CompetingSample sample() const { return {times, causes, entries, causeCount}; }
};

QByteArray contents(const QString& name)
{
    QFile file(QStringLiteral(LYCEUM_TEST_DATA "/competing/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

enum class Times { Months, Years };

/// The members of leaving.csv; cause 1 is a choice, 2 a failed payment. In years, each shifted by days, as R was given them.
Leaving leaving(bool withEntries, const QByteArray& tier = {}, Times times = Times::Months)
{
    Leaving members;
    const QList<QByteArray> lines = contents(u"leaving.csv"_s).trimmed().split('\n');
    for (qsizetype row = 1; row < lines.size(); ++row) {
        const QList<QByteArray> cells = lines.at(row).trimmed().split(',');
        if (!tier.isEmpty() && cells.at(3) != tier)
            continue;
        const double months = cells.at(0).toDouble();
        members.times.push_back(
            times == Times::Months ? months : months * 30.4375 / 365.25 + double(row % 7) / 1000);
        members.causes.push_back(cells.at(2) == "choice" ? 1 : cells.at(2) == "payment" ? 2 : 0);
        if (withEntries)
            members.entries.push_back(cells.at(1).toDouble());
    }
    return members;
}

QByteArray apart(const char* what, std::optional<double> actual, const QJsonValue& expected)
{
    if (expected.isNull() && !actual)
        return {};
    const double wanted = expected.toDouble(std::numeric_limits<double>::quiet_NaN());
    if (actual && std::abs(*actual - wanted) <= 1e-9 * std::max(std::abs(wanted), 1e-6))
        return {};
    return QByteArray(what) + ": " + (actual ? QByteArray::number(*actual, 'g', 17) : QByteArray("none"))
        + " instead of " + QByteArray::number(wanted, 'g', 17);
}

QByteArrayList differences(const CompetingRisks& risks, const QJsonObject& r)
{
    if (r["time"_L1].toArray().size() != qsizetype(risks.steps.size()))
        return {"number of steps"};
    QByteArrayList wrong;
    for (std::size_t i = 0; i < risks.steps.size(); ++i) {
        const auto at = qsizetype(i);
        const CompetingStep& step = risks.steps[i];
        wrong << apart("time", step.time, r["time"_L1][at])
              << apart("at risk", double(step.atRisk), r["atRisk"_L1][at])
              << apart("censored", double(step.censored), r["censored"_L1][at]);
        for (std::size_t state = 0; state < 3; ++state) {
            const Estimate& mine = state == 0 ? step.staying : step.causes[state - 1].incidence;
            const auto of = [&](QLatin1StringView key) { return r[key][qsizetype(state)][at]; };
            wrong << apart("value", mine.value, of("value"_L1)) << apart("error", mine.stdError, of("error"_L1));
            // R prints an interval of no width for an incidence of 0; ours has none.
            if (mine.value > 0)
                wrong << apart("low", mine.low, of("low"_L1)) << apart("high", mine.high, of("high"_L1));
            if (state > 0)
                wrong << apart("events", double(step.causes[state - 1].events), r["events"_L1][qsizetype(state - 1)][at]);
        }
    }
    wrong.removeAll(QByteArray());
    return wrong;
}

CompetingRisks risksOf(const Leaving& members, BandTransform transform = BandTransform::LogLog)
{
    const auto risks = competingRisks(members.sample(), {transform, 0.95});
    if (!risks)
        qFatal("no answer: error %d at %zu", int(risks.error().kind), risks.error().index);
    return *risks;
}

/// Exponential lives at rate 1, ended by cause 1 with probability 0.6, censored at random.
Leaving simulated(Random& random, std::size_t n, double step = 0)
{
    Leaving members;
    for (std::size_t i = 0; i < n; ++i) {
        const double life = random.exponential();
        const double seen = 3 * random.uniform();
        const double time = std::min(life, seen);
        members.times.push_back(step > 0 ? std::ceil(time / step) : time);
        members.causes.push_back(life > seen ? 0 : random.uniform() < 0.6 ? 1 : 2);
    }
    return members;
}

} // namespace

/// Against R's survfit of several states (package survival 3.5-3), to 1e-9; see tests/data/competing/SOURCE.md.
class tst_CompetingRisks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithSurvfit()
    {
        const QJsonObject r = QJsonDocument::fromJson(contents(u"r-competing.json"_s)).object();
        const Leaving all = leaving(false);
        const Leaving late = leaving(true);
        QCOMPARE(differences(risksOf(all, BandTransform::Log), r["log"_L1].toObject()), QByteArrayList());
        QCOMPARE(differences(risksOf(all, BandTransform::Plain), r["plain"_L1].toObject()), QByteArrayList());
        QCOMPARE(differences(risksOf(all), r["loglog"_L1].toObject()), QByteArrayList());
        QCOMPARE(differences(risksOf(leaving(false, {}, Times::Years), BandTransform::Log), r["years"_L1].toObject()),
            QByteArrayList());
        QCOMPARE(differences(risksOf(late, BandTransform::Log), r["truncated"_L1].toObject()), QByteArrayList());
        QCOMPARE(differences(risksOf(late), r["truncatedLoglog"_L1].toObject()), QByteArrayList());
        QCOMPARE(differences(risksOf(leaving(true, "Circle"), BandTransform::Log), r["circle"_L1].toObject()),
            QByteArrayList());
    }

    void incidencesAndStayingSumToOne()
    {
        Random random(1);
        for (const bool withEntries : {false, true}) {
            Leaving members = simulated(random, 500);
            for (std::size_t i = 0; withEntries && i < 500; ++i)
                members.entries.push_back(members.times[i] * random.uniform());
            double before = 1;
            for (const CompetingStep& step : risksOf(members).steps) {
                double sum = step.staying.value;
                for (const IncidencePoint& cause : step.causes)
                    sum += cause.incidence.value;
                QVERIFY(std::abs(sum - 1) < 1e-12);
                QVERIFY(step.staying.value <= before);
                before = step.staying.value;
            }
        }
    }

    /// With one cause alone nothing competes: the curve is one minus Kaplan and Meier's, with Greenwood's error.
    void anEmptyCauseLeavesKaplanAndMeier()
    {
        Random random(2);
        Leaving members = simulated(random, 300, 0.1);
        std::vector<std::uint8_t> events;
        for (std::uint32_t& cause : members.causes) {
            cause = std::min(cause, 1U);
            events.push_back(std::uint8_t(cause));
        }
        const CompetingRisks risks = risksOf(members, BandTransform::Log);
        const SurvivalCurve curve = kaplanMeier({members.times, events, {}}, {BandTransform::Log, 0.95}).value();
        QCOMPARE(risks.steps.size(), curve.steps.size());
        for (std::size_t i = 0; i < curve.steps.size(); ++i) {
            const CompetingStep& step = risks.steps[i];
            QCOMPARE(step.staying.value, curve.steps[i].survival);
            QVERIFY(std::abs(step.causes[0].incidence.value - (1 - curve.steps[i].survival)) < 1e-13);
            if (curve.steps[i].stdError) {
                QVERIFY(std::abs(*step.staying.stdError - *curve.steps[i].stdError) < 1e-12);
                QVERIFY(std::abs(*step.causes[0].incidence.stdError - *curve.steps[i].stdError) < 1e-12);
            }
            QCOMPARE(step.causes[1].incidence.value, 0.0);
            QCOMPARE(*step.causes[1].incidence.stdError, 0.0);
            QVERIFY(!step.causes[1].incidence.low);
        }
        QCOMPARE(risks.events, (std::vector<std::int64_t>{curve.events, 0}));
    }

    void countingOthersAsCensoredPromisesTooMuch()
    {
        const Leaving members = leaving(false);
        std::vector<std::uint8_t> choice;
        for (const std::uint32_t cause : members.causes)
            choice.push_back(cause == 1 ? 1 : 0);
        const SurvivalCurve naive = kaplanMeier({members.times, choice, {}}).value();
        QVERIFY(1 - naive.steps.back().survival > risksOf(members).steps.back().causes[0].incidence.value + 0.02);
    }

    /// Five members by hand: leaving at 1 (cause 1), 2 (cause 2), 3 (censored), 4 (cause 1), 5 (censored).
    void computesWhatAHandCan()
    {
        const CompetingRisks risks = risksOf({{5, 1, 4, 3, 2}, {0, 1, 1, 0, 2}, {}, 2});
        constexpr std::array kFirst{0.2, 0.2, 0.2, 0.5, 0.5}; // 1/5; then 3/5 x 1/2 more
        constexpr std::array kSecond{0.0, 0.2, 0.2, 0.2, 0.2};
        for (std::size_t i = 0; i < 5; ++i) {
            QCOMPARE(risks.steps[i].causes[0].incidence.value, kFirst[i]);
            QCOMPARE(risks.steps[i].causes[1].incidence.value, kSecond[i]);
        }
        // While nobody is censored an incidence is a share: p (1 - p) / n.
        QCOMPARE(*risks.steps[1].causes[0].incidence.stdError, std::sqrt(0.2 * 0.8 / 5));
        QCOMPARE(stepAt(risks, 2.5)->time, 2.0);
        QVERIFY(!stepAt(risks, 0.5));
    }

    void namesOfCausesDoNotMatter()
    {
        Leaving members = leaving(true);
        const CompetingRisks mine = risksOf(members);
        for (std::uint32_t& cause : members.causes)
            cause = cause == 0 ? 0 : 3 - cause;
        const CompetingRisks theirs = risksOf(members);
        for (std::size_t i = 0; i < mine.steps.size(); ++i) {
            QCOMPARE(mine.steps[i].causes[0], theirs.steps[i].causes[1]);
            QCOMPARE(mine.steps[i].staying, theirs.steps[i].staying);
        }
    }

    void intervalsCoverWhatTheyPromise()
    {
        constexpr int kRuns = 2000;
        Random random(20260102);
        std::array<int, 2> covered{};
        for (int run = 0; run < kRuns; ++run) {
            const CompetingRisks risks = risksOf(simulated(random, 120));
            const CompetingStep* step = stepAt(risks, 1.0);
            for (std::size_t k = 0; k < 2; ++k) {
                const double truth = (k == 0 ? 0.6 : 0.4) * (1 - std::exp(-1.0));
                const Estimate& estimate = step->causes[k].incidence;
                covered[k] += estimate.low && *estimate.low <= truth && truth <= *estimate.high ? 1 : 0;
            }
        }
        for (const int count : covered)
            QVERIFY2(std::abs(count - 0.95 * kRuns) <= 0.015 * kRuns, qPrintable(QString::number(count)));
    }

    void staysAtNothingOnceAllHaveLeft()
    {
        // Those at risk at 1 all leave; who is let in later finds the curve at 0, as the formula says.
        const CompetingRisks risks = risksOf({{1, 1, 5, 6}, {1, 2, 1, 0}, {0, 0, 2, 2}, 2});
        QCOMPARE(risks.steps[0].staying.value, 0.0);
        QCOMPARE(risks.steps.back().staying.value, 0.0);
        QCOMPARE(risks.steps.back().causes[0].incidence.value, 0.5);
        QCOMPARE(*risks.steps.back().staying.stdError, 0.0);
        QVERIFY(std::isfinite(*risks.steps.back().causes[0].incidence.stdError));
        QVERIFY(!risks.steps.back().staying.low);
    }

    void answersForNobodyAndForNoEvents()
    {
        QVERIFY(risksOf({{}, {}, {}, 2}).steps.empty());
        const CompetingRisks censored = risksOf({{1, 2}, {0, 0}, {}, 2});
        QCOMPARE(censored.steps.back().staying.value, 1.0);
        QCOMPARE(*censored.steps.back().staying.stdError, 0.0);
    }

    void refusesWhatCannotBeAnswered()
    {
        const auto kindOf = [](const Leaving& members) { return int(competingRisks(members.sample()).error().kind); };
        constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(kindOf({{1}, {1}, {}, 0}), int(Kind::BadCount));
        QCOMPARE(kindOf({{1}, {3}, {}, 2}), int(Kind::BadEvent));
        QCOMPARE(kindOf({{1, 2}, {1}, {}, 2}), int(Kind::LengthsDiffer));
        QCOMPARE(kindOf({{kNaN}, {1}, {}, 2}), int(Kind::NotFinite));
        QCOMPARE(kindOf({{-1}, {1}, {}, 2}), int(Kind::NegativeTime));
        QCOMPARE(kindOf({{1}, {1}, {1}, 2}), int(Kind::EntryNotBeforeExit));
        QCOMPARE(int(competingRisks({}, {BandTransform::Log, 0}).error().kind), int(Kind::BadLevel));
    }

    void answersOrRefusesWhateverComes()
    {
        Random random(3);
        const std::array<double, 10> odd{0, 1, 1, 2, 3, 0.30000000000000004, 0.3, 1e300,
            std::numeric_limits<double>::quiet_NaN(), -1};
        for (int round = 0; round < 4000; ++round) {
            const std::size_t tame = random.below(2) ? 8 : odd.size();
            Leaving members;
            members.causeCount = random.below(4);
            const std::size_t n = random.below(10);
            const bool late = random.below(2) == 0;
            for (std::size_t i = 0; i < n; ++i) {
                members.times.push_back(odd[random.below(tame)]);
                members.causes.push_back(std::uint32_t(random.below(members.causeCount + (tame == 8 ? 1 : 2))));
                if (late)
                    members.entries.push_back(std::min(odd[random.below(tame)], members.times.back() / 2));
            }
            const auto risks = competingRisks(members.sample());
            if (!risks)
                continue;
            for (const CompetingStep& step : risks->steps) {
                double sum = step.staying.value;
                for (const IncidencePoint& cause : step.causes) {
                    sum += cause.incidence.value;
                    QVERIFY(std::isfinite(*cause.incidence.stdError));
                }
                QVERIFY(std::abs(sum - 1) < 1e-12);
                QVERIFY(std::isfinite(*step.staying.stdError));
            }
        }
    }

    void takesAMillionMembers()
    {
        Random random(4);
        const CompetingRisks risks = risksOf(simulated(random, 1'000'000, 0.01));
        QVERIFY(std::abs(stepAt(risks, 100)->causes[0].incidence.value - 0.6 * (1 - std::exp(-1.0))) < 0.003);
        // Of a share, were nobody censored; with censoring it is somewhat larger.
        const double error = *stepAt(risks, 100)->causes[0].incidence.stdError;
        QVERIFY(error > 4.8e-4 && error < 7e-4);
    }
};

QTEST_APPLESS_MAIN(tst_CompetingRisks)

#include "tst_competingrisks.moc"
