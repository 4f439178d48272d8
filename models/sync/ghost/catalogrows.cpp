// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/jsonrow.h"
#include "sync/ghost/rows.h"

using namespace Qt::StringLiterals;

namespace lyceum::sync::ghost {

namespace {

Tier tierOf(const JsonRow& row)
{
    Tier tier;
    tier.remoteId = row.id("id"_L1);
    tier.name = row.text("name"_L1);
    tier.slug = row.text("slug"_L1);
    tier.description = row.textOr("description"_L1);
    tier.paid = row.text("type"_L1) == "paid"_L1;
    tier.active = row.flag("active"_L1);
    tier.visible = row.textOr("visibility"_L1) == "public"_L1;
    // The free tier has no prices; a currency is in upper case here and in lower case elsewhere.
    tier.currency = tier.paid ? row.text("currency"_L1).toUpper() : QString();
    tier.monthlyPrice = row.numberOr("monthly_price"_L1, 0);
    tier.yearlyPrice = row.numberOr("yearly_price"_L1, 0);
    tier.trialDays = row.numberOr("trial_days"_L1, 0);
    tier.benefits = row.textsOr("benefits"_L1);
    return tier;
}

Newsletter newsletterOf(const JsonRow& row)
{
    Newsletter newsletter;
    newsletter.remoteId = row.id("id"_L1);
    newsletter.name = row.text("name"_L1);
    newsletter.slug = row.text("slug"_L1);
    newsletter.description = row.textOr("description"_L1);
    newsletter.active = row.text("status"_L1) == "active"_L1;
    return newsletter;
}

RemoteOffer offerOf(const JsonRow& row)
{
    RemoteOffer remote;
    Offer& offer = remote.offer;
    offer.remoteId = row.id("id"_L1);
    offer.name = row.text("name"_L1);
    offer.code = row.text("code"_L1);
    offer.title = row.textOr("display_title"_L1);
    offer.description = row.textOr("display_description"_L1);
    offer.type = row.text("type"_L1);
    offer.cadence = row.textOr("cadence"_L1);
    offer.amount = row.number("amount"_L1);
    offer.currency = row.textOr("currency"_L1).toUpper();
    offer.duration = row.text("duration"_L1);
    offer.durationMonths = row.numberOr("duration_in_months"_L1, 0);
    offer.active = row.text("status"_L1) == "active"_L1;
    offer.redemptions = row.numberOr("redemption_count"_L1, 0);
    if (const auto tier = row.rowOr("tier"_L1))
        remote.tier = tier->id("id"_L1);
    return remote;
}

template <class Row, class Parse>
Result<Batch> parseList(const QJsonObject& answer, QLatin1StringView key, QList<Row> Batch::*list, Parse parse)
{
    JsonFault fault;
    Batch batch;
    for (const JsonRow& row : JsonRow(answer, {}, &fault).rows(key))
        (batch.*list).append(parse(row));
    if (fault.any())
        return tl::unexpected(fault.error());
    return batch;
}

template <class Row>
Row namedOf(const JsonRow& row)
{
    Row named;
    named.remoteId = row.id("id"_L1);
    named.name = row.text("name"_L1);
    named.slug = row.text("slug"_L1);
    return named;
}

} // namespace

Result<Batch> parseTiers(const QJsonObject& answer) { return parseList(answer, "tiers"_L1, &Batch::tiers, tierOf); }

Result<Batch> parseLabels(const QJsonObject& answer) { return parseList(answer, "labels"_L1, &Batch::labels, namedOf<Label>); }

Result<Batch> parseNewsletters(const QJsonObject& answer)
{
    return parseList(answer, "newsletters"_L1, &Batch::newsletters, newsletterOf);
}

Result<Batch> parseOffers(const QJsonObject& answer) { return parseList(answer, "offers"_L1, &Batch::offers, offerOf); }

Result<Batch> parseTags(const QJsonObject& answer) { return parseList(answer, "tags"_L1, &Batch::tags, namedOf<Tag>); }

Result<Paging> parsePaging(const QJsonObject& answer)
{
    JsonFault fault;
    const JsonRow pagination = JsonRow(answer, {}, &fault).row("meta"_L1).row("pagination"_L1);
    Paging paging;
    paging.total = pagination.number("total"_L1);
    paging.more = pagination.numberOr("next"_L1, 0) > 0;
    if (paging.total < 0)
        pagination.refuse("total"_L1);
    if (fault.any())
        return tl::unexpected(fault.error());
    return paging;
}

} // namespace lyceum::sync::ghost
