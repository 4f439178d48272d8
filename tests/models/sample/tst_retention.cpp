// SPDX-License-Identifier: GPL-3.0-or-later
// The lives of the sample follow the law that sample/retention.h states.
#include "sample/calendar.h"
#include "sample/life.h"
#include "sample/retention.h"
#include "sample/sources.h"

#include <QMap>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace lyceum;
using namespace lyceum::sample;

namespace {

/// Observed against expected departures.
struct Score {
    double observed = 0;
    double expected = 0;
    double variance = 0;

    void add(bool left, double chance)
    {
        observed += left;
        expected += chance;
        variance += chance * (1 - chance);
    }
    [[nodiscard]] double z() const { return (observed - expected) / std::sqrt(variance); }
};

/// When the agreement's plan first changed: what came later is left out, as a censored observation would be.
std::optional<qint64> firstChangeOfPlan(const Life& life, int agreement)
{
    const auto changed = std::ranges::find_if(
        life.turns, [&](const Turn& turn) { return turn.agreement == agreement && turn.from && turn.to && turn.from != turn.to; });
    return changed == life.turns.end() ? std::nullopt : std::optional(changed->atUtc);
}

Plan firstPlan(const Life& life, int agreement)
{
    return *std::ranges::find(life.turns, agreement, &Turn::agreement)->to;
}

} // namespace

class TestRetention : public QObject {
    Q_OBJECT

    const SampleOptions m_options {.seed = 11, .members = 60000, .endUtc = 1790000000};

    template <class Visit> // visit(plan, source, k, month, left) for every renewal that has come; trials: visit(..., 0, 0, left)
    void eachRenewal(Visit visit) const
    {
        for (int i = 0; i < m_options.members; ++i) {
            const Person person = personOf(m_options, i);
            const Life life = lifeOf(m_options, i, person);
            for (int a = 0; a < int(life.agreements.size()); ++a) {
                const Agreement& agreement = life.agreements[std::size_t(a)];
                if (agreement.trialEndAtUtc && *agreement.trialEndAtUtc <= m_options.endUtc)
                    visit(firstPlan(life, a), int(person.source), 0, 0, agreement.endedAtUtc == agreement.trialEndAtUtc);
                const Plan plan = firstPlan(life, a);
                const std::optional<qint64> changed = firstChangeOfPlan(life, a);
                const qint64 anchor = agreement.trialEndAtUtc.value_or(agreement.startedAtUtc);
                for (int k = 1;; ++k) {
                    const qint64 renewal = addMonths(anchor, k * monthsOf(plan.cadence));
                    const bool isPaid = !agreement.endedAtUtc || *agreement.endedAtUtc >= renewal;
                    if (renewal > m_options.endUtc || !isPaid || (changed && renewal > *changed))
                        break;
                    const bool gone = agreement.periodEndAtUtc == renewal;
                    visit(plan, int(person.source), k, monthOf(renewal), gone);
                }
            }
        }
    }

private Q_SLOTS:
    void chancesAreChances()
    {
        for (const PaidTier tier : {PaidTier::Reader, PaidTier::Circle}) {
            for (const Cadence cadence : {Cadence::Month, Cadence::Year}) {
                for (int source = 0; source < int(sources().size()); ++source) {
                    double before = 1;
                    for (int k = 1; k < 40; ++k) {
                        const double chance = leavingChance({{tier, cadence}, source, k, 5});
                        QVERIFY(chance > 0 && chance < before); // falls with tenure
                        before = chance;
                    }
                }
            }
        }
        QVERIFY(leavingChance({{PaidTier::Reader, Cadence::Month}, 0, 1, 1}) > leavingChance({{PaidTier::Circle, Cadence::Month}, 0, 1, 1}));
        QVERIFY(leavingChance({{}, 0, 1, 7}) > leavingChance({{}, 0, 1, 5}));
    }

    void livesLeaveAsTheLawSays()
    {
        QMap<QString, Score> scores;
        eachRenewal([&](Plan plan, int source, int k, int month, bool left) {
            const QString name = priceId(plan);
            if (k == 0) {
                scores[u"trial "_s + QString::number(source)].add(left, trialLoss(source));
                return;
            }
            const double chance = leavingChance({plan, source, k, month});
            scores[name].add(left, chance);
            scores[name + u" renewal "_s + QString::number(std::min(k, 6))].add(left, chance);
            scores[u"source "_s + QString::number(source)].add(left, chance);
            scores[u"month "_s + QString::number(month)].add(left, chance);
        });
        QVERIFY(scores.size() > 30);
        for (auto score = scores.cbegin(); score != scores.cend(); ++score) {
            QVERIFY2(score->variance > 3, qPrintable(score.key())); // enough of them for the normal approximation
            QVERIFY2(std::abs(score->z()) < 4,
                     qPrintable(u"%1: %2 left, %3 expected"_s.arg(score.key()).arg(score->observed).arg(score->expected)));
        }
    }

    void agreementsNeverOverlap()
    {
        int rejoined = 0;
        for (int i = 0; i < 5000; ++i) {
            const Life life = lifeOf(m_options, i, personOf(m_options, i));
            for (std::size_t a = 1; a < life.agreements.size(); ++a) {
                QVERIFY(life.agreements[a - 1].endedAtUtc.has_value());
                QVERIFY(*life.agreements[a - 1].endedAtUtc < life.agreements[a].startedAtUtc);
                ++rejoined;
            }
        }
        QVERIFY(rejoined > 10);
    }

    void accessFollowsAgreements()
    {
        Life life;
        QVERIFY(!life.hasAccess(100));
        life.agreements.push_back({.startedAtUtc = 50, .endedAtUtc = 80});
        life.agreements.push_back({.startedAtUtc = 120});
        QVERIFY(!life.hasAccess(49));
        QVERIFY(life.hasAccess(50));
        QVERIFY(life.hasAccess(79));
        QVERIFY(!life.hasAccess(80));
        QVERIFY(life.hasAccess(1000));
        QCOMPARE(life.nextLeaving(60), std::optional<qint64>(80));
        QCOMPARE(life.nextLeaving(130), std::nullopt);
        QCOMPARE(life.current(), &life.agreements[1]);
        life.grant = Grant {.fromUtc = 10, .untilUtc = 20};
        QVERIFY(life.hasAccess(19));
        QVERIFY(!life.hasAccess(20));
    }
};

QTEST_APPLESS_MAIN(TestRetention)
#include "tst_retention.moc"
