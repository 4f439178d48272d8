// SPDX-License-Identifier: GPL-3.0-or-later
// The sample community knows how each of its members came and went. What is read back from its rows and changes must be that.
#include "insights/paidspells.h"
#include "sample/life.h"
#include "sample/person.h"
#include "sample/samplecommunity.h"
#include "storage/memberquery.h"

#include "sampleworkspace.h"

#include <QTest>

using namespace lyceum;
using namespace lyceum::insights;
using sample::Agreement;
using sample::Cadence;
using sample::Life;
using sample::Plan;
using sample::Turn;
using test::at;
using test::SampleWorkspace;
using namespace Qt::StringLiterals;

using Type = SubscriptionChange::Type;

namespace {

QString tierName(Plan plan) { return plan.tier == sample::PaidTier::Reader ? u"Reader"_s : u"Circle"_s; }
QString intervalName(Plan plan) { return plan.cadence == Cadence::Month ? u"month"_s : u"year"_s; }

/// A stretch of paying, as the life itself tells it.
struct Truth {
    qint64 fromUtc = 0;
    std::optional<qint64> untilUtc;
    Plan plan;
};

/// What a person who knew the whole life, but nothing after `asOfUtc`, would say.
std::vector<Truth> truths(const Life& life, const RuleSet& rules, qint64 asOfUtc, const LocalDays& days)
{
    std::vector<Truth> found;
    for (int index = 0; index < int(life.agreements.size()); ++index) {
        const Agreement& agreement = life.agreements[std::size_t(index)];
        const auto charge = std::ranges::find(life.charges, index, &sample::Charge::agreement);
        if (charge == life.charges.end() || charge->atUtc > asOfUtc)
            continue;
        Truth truth {charge->atUtc, agreement.endedAtUtc, {}};
        std::optional<qint64> cancelled;
        for (const Turn& turn : life.turns) {
            if (turn.agreement != index || turn.atUtc > asOfUtc)
                continue;
            if (turn.type == Type::Created)
                truth.plan = *turn.to;
            if (turn.type == Type::Canceled)
                cancelled = turn.atUtc;
            if (turn.type == Type::Reactivated)
                cancelled.reset();
        }
        if (rules.recognition == Recognition::Cancellation && cancelled)
            truth.untilUtc = cancelled;
        if (truth.untilUtc && *truth.untilUtc > asOfUtc)
            truth.untilUtc.reset();
        if (!found.empty() && (!found.back().untilUtc
                || days.dayOf(truth.fromUtc) - days.dayOf(*found.back().untilUtc) <= rules.graceDays))
            found.back().untilUtc = truth.untilUtc;
        else
            found.push_back(truth);
    }
    return found;
}

QString written(qint64 fromUtc, std::optional<qint64> untilUtc, const QString& tier, const QString& interval)
{
    return u"%1-%2 %3 %4"_s.arg(fromUtc).arg(untilUtc.value_or(0)).arg(tier, interval);
}

QStringList written(const std::vector<Truth>& truths)
{
    QStringList lines;
    for (const Truth& truth : truths)
        lines.append(written(truth.fromUtc, truth.untilUtc, tierName(truth.plan), intervalName(truth.plan)));
    return lines;
}

QStringList written(const QList<PaidSpell>& spells)
{
    QStringList lines;
    for (const PaidSpell& spell : spells)
        lines.append(written(spell.startedAtUtc, spell.endedAtUtc ? spell.endedAtUtc : spell.lapsedAtUtc, spell.tier, spell.interval));
    return lines;
}

PlanBook planBook(qint64 lookedAtUtc)
{
    PlanBook plans;
    plans.lookedAtUtc = lookedAtUtc;
    for (const sample::PaidTier paid : {sample::PaidTier::Reader, sample::PaidTier::Circle}) {
        Tier tier;
        tier.name = tierName({paid, Cadence::Month});
        tier.monthlyPrice = sample::priceOf({paid, Cadence::Month});
        tier.yearlyPrice = sample::priceOf({paid, Cadence::Year});
        plans.tiers.insert(tier.name, tier);
    }
    for (qsizetype i = 0; i < qsizetype(sample::offerTerms().size()); ++i) {
        const sample::OfferTerms& terms = sample::offerTerms()[std::size_t(i)];
        Offer offer;
        offer.id = OfferId {i + 1};
        offer.type = terms.type == sample::OfferTerms::Type::Percent ? u"percent"_s : u"fixed"_s;
        offer.amount = terms.amount;
        offer.duration = terms.duration.toString();
        plans.offers.insert(offer.id, offer);
    }
    return plans;
}

/// The rows and changes of a life, as the workspace would hold them at its end.
storage::PayingHistory historyOf(const Life& life)
{
    storage::PayingHistory history;
    history.member = MemberId {1};
    for (const Agreement& agreement : life.agreements) {
        Subscription row;
        row.id = SubscriptionId {history.subscriptions.size() + 1};
        row.remoteId = u"sub_%1"_s.arg(row.id.value);
        row.status = agreement.status;
        row.interval = intervalName(agreement.plan);
        row.amount = sample::priceOf(agreement.plan);
        row.currency = u"USD"_s;
        row.offer = agreement.offer ? OfferId {*agreement.offer + 1} : OfferId();
        row.cancelAtPeriodEnd = agreement.cancelAtPeriodEnd;
        row.startedAtUtc = agreement.startedAtUtc;
        row.periodEndAtUtc = agreement.periodEndAtUtc;
        row.trialEndAtUtc = agreement.trialEndAtUtc;
        history.subscriptions.append(row);
        history.subscriptionTiers.append(tierName(agreement.plan));
    }
    for (const Turn& turn : life.turns) {
        history.changes.append({turn.atUtc, turn.type, u"%1"_s.arg(turn.agreement), turn.monthlyValueDelta, u"USD"_s,
            tierName(turn.to ? *turn.to : *turn.from)});
    }
    if (!life.charges.empty()) {
        history.firstPaymentAtUtc = life.charges.front().atUtc;
        history.lastPaymentAtUtc = life.charges.back().atUtc;
    }
    return history;
}

} // namespace

class TestSampleTruth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBackTheLivesOfASyncedSample();
    void knowsAtAnyTimeWhatWasKnownThen();
    void valuesWhatIsPaid();
};

void TestSampleTruth::readsBackTheLivesOfASyncedSample()
{
    constexpr int kMembers = 700;
    SampleWorkspace workspace(at(u"2026-06-15 08:00"_s), kMembers);
    const sample::SampleOptions& options = workspace.options();
    const sample::SampleCommunity& community = workspace.store().community();

    const LocalDays days(SampleWorkspace::kZone);
    for (const QString& name : {u"lyceum"_s, u"ghost"_s, u"chartmogul"_s}) {
        const RuleSet rules = *ruleSetNamed(name);
        const auto spells = paidSpells(workspace.connection(), rules, options.endUtc);
        QVERIFY(spells);
        QHash<MemberId, QList<PaidSpell>> byMember;
        for (const PaidSpell& spell : *spells)
            byMember[spell.member].append(spell);
        int paid = 0;
        for (int i = 0; i < kMembers; ++i) {
            const Life life = sample::lifeOf(options, i, sample::personOf(options, i));
            QStringList expected = written(truths(life, rules, options.endUtc, days));
            // The sample's tiers bear names in two languages; the first word is enough.
            expected.replaceInStrings(u" Reader "_s, u" 1 "_s).replaceInStrings(u" Circle "_s, u" 2 "_s);
            const auto member = storage::memberByRemoteId(workspace.connection(), community.memberId(i));
            QVERIFY(member && *member);
            QList<PaidSpell> told = byMember.value((*member)->id);
            for (PaidSpell& spell : told) {
                QCOMPARE(spell.source, (*member)->source);
                spell.tier = spell.tier == community.tier(1).name ? u"1"_s
                    : spell.tier == community.tier(2).name        ? u"2"_s
                                                                  : u"?"_s;
            }
            QCOMPARE(written(told), expected);
            paid += !expected.isEmpty();
        }
        QVERIFY(paid > kMembers / 10); // there was something to compare
    }
}

void TestSampleTruth::knowsAtAnyTimeWhatWasKnownThen()
{
    // The same people, looked at in June with everything known, and looked at in the past with only that known.
    constexpr int kMembers = 4000;
    const sample::SampleOptions june = SampleWorkspace::optionsUntil(at(u"2026-06-15 08:00"_s), kMembers);
    const LocalDays days(SampleWorkspace::kZone);
    int spellsSeen = 0;
    for (const QString& time : {u"2025-02-28 16:00"_s, u"2025-09-01 00:30"_s, u"2026-03-03 12:00"_s}) {
        sample::SampleOptions past = june;
        past.endUtc = at(time);
        for (int i = 0; i < kMembers; ++i) {
            const sample::Person person = sample::personOf(june, i);
            if (person.joinedAtUtc > past.endUtc)
                break; // nobody joins before those with a lower index
            const Life whole = sample::lifeOf(june, i, person);
            const Life then = sample::lifeOf(past, i, person);
            if (whole.agreements.empty() && then.agreements.empty())
                continue;
            const auto withHindsight = paidAgreements(historyOf(whole), planBook(june.endUtc));
            const auto withoutIt = paidAgreements(historyOf(then), planBook(past.endUtc));
            for (const QString& name : {u"lyceum"_s, u"stripe"_s}) {
                const RuleSet rules = *ruleSetNamed(name);
                const QList<PaidSpell> told = spellsOf({MemberId {1}, {}, withHindsight, true}, rules, past.endUtc, days);
                QCOMPARE(told, spellsOf({MemberId {1}, {}, withoutIt, true}, rules, past.endUtc, days));
                QCOMPARE(written(told), written(truths(whole, rules, past.endUtc, days)));
                spellsSeen += int(told.size());
            }
        }
    }
    QVERIFY(spellsSeen > kMembers / 4);
}

void TestSampleTruth::valuesWhatIsPaid()
{
    constexpr int kMembers = 4000;
    const sample::SampleOptions options = SampleWorkspace::optionsUntil(at(u"2026-06-15 08:00"_s), kMembers);
    const qint64 past = at(u"2026-01-10"_s);
    sample::SampleOptions then = options;
    then.endUtc = past;
    int seen = 0;
    for (int i = 0; i < kMembers; ++i) {
        const sample::Person person = sample::personOf(options, i);
        const Life whole = sample::lifeOf(options, i, person);
        const auto agreements = paidAgreements(historyOf(whole), planBook(options.endUtc));
        // The sample's own account of an agreement's worth, at the end of its time and at that of an earlier one.
        const auto compare = [&](const Life& life, qint64 atUtc) {
            qint64 told = 0;
            qint64 truth = 0;
            for (const PaidAgreement& agreement : agreements)
                told += agreement.monthlyValueAt(atUtc, Recognition::Cancellation);
            for (const Agreement& agreement : life.agreements)
                truth += agreement.monthlyValue;
            // A year's twelfth is rounded down by the sample, to the nearest here.
            QVERIFY2(std::abs(told - truth) <= 2, qPrintable(u"%1: %2 not %3"_s.arg(i).arg(told).arg(truth)));
            seen += truth > 0;
        };
        compare(whole, options.endUtc);
        if (person.joinedAtUtc <= past)
            compare(sample::lifeOf(then, i, person), past);
    }
    QVERIFY(seen > kMembers / 10);
}

QTEST_GUILESS_MAIN(TestSampleTruth)
#include "tst_sampletruth.moc"
