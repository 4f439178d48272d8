// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/tieredit.h"

#include "editing/fields.h"
#include "editing/limits.h"
#include "storage/rows.h"

using namespace Qt::StringLiterals;

namespace lyceum::editing {
namespace {

Result<void> checkPrice(const QString& field, std::optional<qint64> price)
{
    if (price && (*price < 1 || *price > kMostPrice))
        return refused(field, u"a price is from 1 to %1 in the smallest unit of its currency."_s.arg(kMostPrice));
    return {};
}

Result<void> checkCurrency(const QString& field, const QString& code)
{
    if (code.size() != 3 || !std::ranges::all_of(code, [](QChar c) { return c.isLetter() && c.unicode() < 0x80; }))
        return refused(field, u"a currency is three letters."_s);
    return {};
}

Result<void> checkOneOf(const QString& field, const std::optional<QString>& word, const QStringList& words)
{
    if (word && !words.contains(*word))
        return refused(field, u"it is one of: %1."_s.arg(words.join(u", "_s)));
    return {};
}

/// What the free tier has no use for, and what would end it.
Result<void> checkFree(const TierEdit& edit)
{
    if (edit.currency || edit.monthlyPrice || edit.yearlyPrice || edit.trialDays)
        return refused(u"monthly_price"_s, u"the free tier has no price."_s);
    if (edit.active.has_value() && !*edit.active)
        return refused(u"active"_s, u"the free tier cannot be archived."_s);
    return {};
}

Result<void> checkWhole(const TierEdit& edit)
{
    const auto missing = [](const QString& field) { return refused(field, u"it is missing."_s); };
    if (!edit.name)
        return missing(u"name"_s);
    if (!edit.currency)
        return missing(u"currency"_s);
    if (!edit.monthlyPrice)
        return missing(u"monthly_price"_s);
    if (!edit.yearlyPrice)
        return missing(u"yearly_price"_s);
    return {};
}

template <class T>
void take(T& field, const std::optional<T>& wanted)
{
    if (wanted)
        field = *wanted;
}

/// The row as it stands; nothing where the id is invalid, NotFound where it names none.
template <class T, class IdType>
Result<std::optional<T>> rowToChange(storage::Connection& connection, IdType id, const QString& kind)
{
    if (!id.isValid())
        return std::optional<T>();
    auto found = storage::recordsWhere<T>(connection, "WHERE id = ?", {id.value});
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return notThere(kind, id.value);
    return std::optional<T>(found->takeFirst());
}

/// What a new offer must say, in the order of a form.
Result<void> checkWhole(const OfferEdit& edit)
{
    const std::pair<QString, bool> fields[] = {{u"name"_s, edit.name.has_value()}, {u"code"_s, edit.code.has_value()},
        {u"type"_s, edit.type.has_value()}, {u"amount"_s, edit.amount.has_value()}, {u"cadence"_s, edit.cadence.has_value()},
        {u"duration"_s, edit.duration.has_value()}, {u"tier_id"_s, edit.tier.has_value()}};
    for (const auto& [field, isThere] : fields) {
        if (!isThere)
            return refused(field, u"it is missing."_s);
    }
    return {};
}

bool hasTerms(const OfferEdit& edit)
{
    return edit.type || edit.amount || edit.currency || edit.cadence || edit.duration || edit.durationMonths || edit.tier;
}

/// Terms that go together.
Result<void> checkTerms(const Offer& offer, const Tier& tier)
{
    const bool isTrial = offer.type == "trial"_L1;
    if (isTrial != (offer.duration == "trial"_L1))
        return refused(u"duration"_s, u"a trial lasts a trial, and nothing else does."_s);
    if (offer.cadence == "year"_L1 && offer.duration == "repeating"_L1)
        return refused(u"duration"_s, u"by the year it is once or forever."_s);
    if ((offer.duration == "repeating"_L1) != (offer.durationMonths > 0))
        return refused(u"duration_months"_s, u"months go with repeating, and with nothing else."_s);
    const qint64 most = offer.type == "percent"_L1 ? 100 : kMostPrice;
    if (offer.amount < 1 || offer.amount > most)
        return refused(u"amount"_s, u"it is from 1 to %1."_s.arg(most));
    if (offer.type == "fixed"_L1 ? offer.currency != tier.currency : !offer.currency.isEmpty())
        return refused(u"currency"_s, u"a fixed amount is in the currency of the tier, and nothing else has one."_s);
    if (!tier.paid)
        return refused(u"tier_id"_s, u"the free tier has no price."_s);
    return {};
}

/// The name and the code are another's.
Result<void> checkUnique(storage::Connection& connection, const Offer& offer)
{
    for (const auto& [field, column, value] : {std::tuple(u"name"_s, "name", offer.name), std::tuple(u"code"_s, "code", offer.code)}) {
        const auto others = storage::numberOf(
            connection, "SELECT count(*) FROM offer WHERE " + QByteArray(column) + " = ? COLLATE NOCASE AND id <> ?", {value, offer.id.value});
        if (!others)
            return tl::unexpected(others.error());
        if (*others > 0)
            return refused(field, u"another one is called that."_s);
    }
    return {};
}

} // namespace

Result<void> check(const TierEdit& edit)
{
    if (edit == TierEdit())
        return failure(Error::Kind::BadInput, {}, u"there is nothing to change."_s);
    Result<void> fine;
    if (edit.name)
        fine = checkName(u"name"_s, *edit.name, kMostName);
    if (fine && edit.description)
        fine = checkLength(u"description"_s, *edit.description, kMostName);
    if (fine && edit.currency)
        fine = checkCurrency(u"currency"_s, *edit.currency);
    if (fine)
        fine = checkPrice(u"monthly_price"_s, edit.monthlyPrice);
    if (fine)
        fine = checkPrice(u"yearly_price"_s, edit.yearlyPrice);
    if (fine && edit.trialDays && *edit.trialDays < 0)
        fine = refused(u"trial_days"_s, u"it is less than nothing."_s);
    for (const QString& benefit : edit.benefits.value_or(QStringList())) {
        if (fine)
            fine = checkName(u"benefits"_s, benefit, kMostName);
        if (fine && benefit.contains(u'\n'))
            fine = refused(u"benefits"_s, u"a benefit is one line."_s);
    }
    return fine;
}

Result<void> check(const OfferEdit& edit)
{
    if (edit == OfferEdit())
        return failure(Error::Kind::BadInput, {}, u"there is nothing to change."_s);
    Result<void> fine;
    if (edit.name)
        fine = checkName(u"name"_s, *edit.name, kMostOfferName);
    if (fine && edit.code)
        fine = checkName(u"code"_s, *edit.code, kMostName);
    if (fine && edit.title)
        fine = checkLength(u"title"_s, *edit.title, kMostName);
    if (fine && edit.description)
        fine = checkLength(u"description"_s, *edit.description, kMostName);
    if (fine)
        fine = checkOneOf(u"type"_s, edit.type, {u"percent"_s, u"fixed"_s, u"trial"_s});
    if (fine)
        fine = checkOneOf(u"cadence"_s, edit.cadence, {u"month"_s, u"year"_s});
    if (fine)
        fine = checkOneOf(u"duration"_s, edit.duration, {u"once"_s, u"forever"_s, u"repeating"_s, u"trial"_s});
    if (fine && edit.currency && !edit.currency->isEmpty())
        fine = checkCurrency(u"currency"_s, *edit.currency);
    return fine;
}

Result<TierId> applyToTier(storage::ChangeSet& changes, TierId id, const TierEdit& edit)
{
    if (auto fine = check(edit); !fine)
        return tl::unexpected(fine.error());
    const auto known = rowToChange<Tier>(changes.connection(), id, u"tier"_s);
    if (!known)
        return tl::unexpected(known.error());
    Tier tier = known->value_or(Tier());
    if (!*known) {
        const auto made = changes.nextId<Tier>();
        if (!made)
            return made;
        tier.id = *made;
        tier.paid = true;
    }
    if (auto fine = *known ? (tier.paid ? Result<void>() : checkFree(edit)) : checkWhole(edit); !fine)
        return tl::unexpected(fine.error());
    take(tier.name, edit.name);
    take(tier.description, edit.description);
    if (edit.currency)
        tier.currency = edit.currency->toUpper();
    take(tier.monthlyPrice, edit.monthlyPrice);
    take(tier.yearlyPrice, edit.yearlyPrice);
    take(tier.trialDays, edit.trialDays);
    take(tier.benefits, edit.benefits);
    take(tier.active, edit.active);
    take(tier.visible, edit.visible);
    changes.put(tier);
    return tier.id;
}

Result<OfferId> applyToOffer(storage::ChangeSet& changes, OfferId id, const OfferEdit& edit)
{
    if (auto fine = check(edit); !fine)
        return tl::unexpected(fine.error());
    storage::Connection& connection = changes.connection();
    const auto known = rowToChange<Offer>(connection, id, u"offer"_s);
    if (!known)
        return tl::unexpected(known.error());
    Offer offer = known->value_or(Offer());
    if (!*known) {
        if (auto whole = checkWhole(edit); !whole)
            return tl::unexpected(whole.error());
        const auto made = changes.nextId<Offer>();
        if (!made)
            return made;
        offer.id = *made;
    } else if (!offer.remoteId.isEmpty() && hasTerms(edit)) {
        return refused(u"type"_s, u"the terms of an offer that the store has cannot be changed."_s);
    }
    take(offer.name, edit.name);
    take(offer.code, edit.code);
    take(offer.title, edit.title);
    take(offer.description, edit.description);
    take(offer.type, edit.type);
    take(offer.amount, edit.amount);
    take(offer.cadence, edit.cadence);
    take(offer.duration, edit.duration);
    take(offer.durationMonths, edit.durationMonths);
    take(offer.tier, edit.tier);
    take(offer.active, edit.active);
    if (hasTerms(edit)) {
        const auto tier = rowToChange<Tier>(connection, offer.tier, u"tier"_s);
        if (!tier)
            return tl::unexpected(tier.error());
        if (!*tier)
            return notThere(u"tier"_s, offer.tier.value);
        offer.currency = edit.currency ? edit.currency->toUpper() : offer.type == "fixed"_L1 ? (*tier)->currency : QString();
        if (auto fine = checkTerms(offer, **tier); !fine)
            return tl::unexpected(fine.error());
    }
    if (auto unique = checkUnique(connection, offer); !unique)
        return tl::unexpected(unique.error());
    changes.put(offer);
    return offer.id;
}

QString reasonOf(TierId id, const TierEdit& edit)
{
    if (!id.isValid())
        return u"add a tier"_s;
    return edit.active.has_value() ? (*edit.active ? u"bring back a tier"_s : u"archive a tier"_s) : u"edit a tier"_s;
}

QString reasonOf(OfferId id, const OfferEdit& edit)
{
    if (!id.isValid())
        return u"add an offer"_s;
    return edit.active.has_value() ? (*edit.active ? u"bring back an offer"_s : u"archive an offer"_s) : u"edit an offer"_s;
}

} // namespace lyceum::editing
