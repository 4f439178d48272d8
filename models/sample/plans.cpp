// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/plans.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::sample {
namespace {

constexpr Plan kReaderMonth {PaidTier::Reader, Cadence::Month};
constexpr Plan kReaderYear {PaidTier::Reader, Cadence::Year};
constexpr Plan kCircleMonth {PaidTier::Circle, Cadence::Month};
constexpr Plan kCircleYear {PaidTier::Circle, Cadence::Year};

constexpr std::array<OfferTerms, 5> kOffers {{
    {u"Founding readers · 创始读者", u"founding", u"A fifth off, for as long as you stay", u"一直八折", OfferTerms::Type::Percent, 20,
     u"forever", 0, kReaderYear, 18},
    {u"First month half price · 首月半价", u"first-month", u"Half off your first month", u"第一个月半价", OfferTerms::Type::Percent, 50,
     u"once", 1, kReaderMonth, 14},
    {u"Three easy months · 入圈三个月", u"easy-start", u"Three dollars off for three months", u"前三个月每月减三美元",
     OfferTerms::Type::Fixed, 300, u"repeating", 3, kCircleMonth, 16},
    {u"A month to look around · 先逛一个月", u"look-around", u"Thirty days free", u"免费试用三十天", OfferTerms::Type::Trial, 30,
     u"trial", 0, kCircleMonth, 10},
    {u"Spring sale 2019 · 春季特惠", u"spring-sale", u"Ten per cent off a year", u"年付九折", OfferTerms::Type::Percent, 10, u"once", 1,
     kCircleYear, 0},
}};

qint64 reduced(const OfferTerms& terms, qint64 price)
{
    switch (terms.type) {
    case OfferTerms::Type::Percent:
        return price * (100 - terms.amount) / 100;
    case OfferTerms::Type::Fixed:
        return price - terms.amount;
    case OfferTerms::Type::Trial:
        break;
    }
    return price;
}

} // namespace

qint64 priceOf(Plan plan)
{
    const bool reader = plan.tier == PaidTier::Reader;
    return plan.cadence == Cadence::Month ? (reader ? 500 : 1500) : (reader ? 5000 : 15000);
}

QString priceId(Plan plan)
{
    const bool reader = plan.tier == PaidTier::Reader;
    return plan.cadence == Cadence::Month ? (reader ? u"price_reader_month"_s : u"price_circle_month"_s)
                                          : (reader ? u"price_reader_year"_s : u"price_circle_year"_s);
}

std::span<const OfferTerms> offerTerms() { return kOffers; }

qint64 chargeOf(Plan plan, std::optional<int> offer, int number)
{
    const qint64 price = priceOf(plan);
    if (!offer)
        return price;
    const OfferTerms& terms = kOffers[static_cast<std::size_t>(*offer)];
    const bool covered = terms.plan == plan && (terms.charges == 0 || number < terms.charges);
    return covered ? reduced(terms, price) : price;
}

qint64 monthlyValueOf(Plan plan, std::optional<int> offer)
{
    qint64 price = priceOf(plan);
    if (offer) {
        const OfferTerms& terms = kOffers[static_cast<std::size_t>(*offer)];
        if (terms.plan == plan && terms.duration == u"forever"_s)
            price = reduced(terms, price);
    }
    return price / monthsOf(plan.cadence);
}

} // namespace lyceum::sample
