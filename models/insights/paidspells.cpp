// SPDX-License-Identifier: GPL-3.0-or-later
#include "insights/paidspells.h"

#include "storage/committer.h"
#include "storage/memberquery.h"
#include "storage/syncruns.h"
#include "storage/workspacefile.h"

#include <algorithm>

namespace lyceum::insights {
namespace {

Result<PlanBook> planBook(storage::Connection& connection, qint64 asOfUtc)
{
    const auto tiers = storage::allTiers(connection);
    if (!tiers)
        return tl::unexpected(tiers.error());
    const auto offers = storage::allOffers(connection);
    if (!offers)
        return tl::unexpected(offers.error());
    const auto runs = storage::syncRuns(connection, 1);
    if (!runs)
        return tl::unexpected(runs.error());
    PlanBook plans;
    for (const Tier& tier : *tiers)
        plans.tiers.insert(tier.name, tier);
    for (const Offer& offer : *offers)
        plans.offers.insert(offer.id, offer);
    plans.lookedAtUtc = runs->isEmpty() ? asOfUtc : runs->first().endedAtUtc.value_or(runs->first().startedAtUtc);
    return plans;
}

/// Keeps one copy of each name.
class Names {
public:
    void share(QString& name) { name = *m_names.insert(name); }

private:
    QSet<QString> m_names;
};

bool hadSubscriptionBy(const storage::PayingHistory& history, qint64 asOfUtc)
{
    return (!history.changes.isEmpty() && history.changes.first().atUtc <= asOfUtc)
        || std::ranges::any_of(history.subscriptions,
            [asOfUtc](const Subscription& row) { return row.startedAtUtc.value_or(asOfUtc) <= asOfUtc; });
}

} // namespace

Result<LocalDays> localDaysOf(storage::Connection& connection)
{
    const auto zone = storage::settingOf(connection, storage::kTimeZoneSetting.toString());
    if (!zone)
        return tl::unexpected(zone.error());
    return LocalDays(zone->toUtf8());
}

Result<void> forEachPayer(
    storage::Connection& connection, qint64 asOfUtc, const std::function<void(const PayingMember&)>& each)
{
    const auto plans = planBook(connection, asOfUtc);
    if (!plans)
        return tl::unexpected(plans.error());
    Names names;
    return storage::forEachPayingMember(connection, [&](const storage::PayingHistory& history) -> Result<void> {
        PayingMember payer {history.member, history.source, paidAgreements(history, *plans), hadSubscriptionBy(history, asOfUtc)};
        names.share(payer.source);
        for (PaidAgreement& agreement : payer.agreements) {
            names.share(agreement.tier);
            names.share(agreement.interval);
            names.share(agreement.currency);
        }
        each(payer);
        return {};
    });
}

QList<PaidSpell> spellsOf(const PayingMember& payer, const RuleSet& rules, qint64 asOfUtc, const LocalDays& days)
{
    QList<PaidSpell> spells;
    for (const PaidAgreement& agreement : payer.agreements) {
        if (agreement.paidFromUtc > asOfUtc)
            break; // they are in order
        const std::optional<qint64> end = agreement.endedBy(asOfUtc, rules.recognition);
        if (end && *end <= agreement.paidFromUtc)
            continue;
        if (!spells.isEmpty()) {
            std::optional<qint64>& before = spells.last().endedAtUtc;
            if (!before || agreement.paidFromUtc <= *before
                || days.dayOf(agreement.paidFromUtc) - days.dayOf(*before) <= rules.graceDays) {
                before = before && end ? std::optional(std::max(*before, *end)) : std::nullopt;
                continue;
            }
        }
        spells.append({payer.member, agreement.paidFromUtc, end, {}, agreement.tier, agreement.interval, payer.source, spells.isEmpty()});
    }
    if (!spells.isEmpty()) {
        PaidSpell& last = spells.last();
        if (last.endedAtUtc && days.dayOf(asOfUtc) - days.dayOf(*last.endedAtUtc) < rules.graceDays)
            last.lapsedAtUtc = std::exchange(last.endedAtUtc, std::nullopt);
    }
    return spells;
}

Result<SpellBook> spellBook(storage::Connection& connection, const RuleSet& rules, qint64 asOfUtc)
{
    const auto days = localDaysOf(connection);
    if (!days)
        return tl::unexpected(days.error());
    SpellBook book;
    auto read = forEachPayer(connection, asOfUtc, [&](const PayingMember& payer) {
        const QList<PaidSpell> spells = spellsOf(payer, rules, asOfUtc, *days);
        book.spells.append(spells);
        if (spells.isEmpty() && payer.hadSubscription)
            book.neverPaid.append(payer.member);
    });
    if (!read)
        return tl::unexpected(read.error());
    return book;
}

Result<QList<PaidSpell>> paidSpells(storage::Connection& connection, const RuleSet& rules, qint64 asOfUtc)
{
    auto book = spellBook(connection, rules, asOfUtc);
    if (!book)
        return tl::unexpected(book.error());
    return std::move(book->spells);
}

} // namespace lyceum::insights
