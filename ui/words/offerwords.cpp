// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/offerwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

struct OfferWords {
    Q_DECLARE_TR_FUNCTIONS(OfferWords)
};

} // namespace

QString describeOffer(const Offer& offer, const Format& format)
{
    if (offer.type == "trial"_L1)
        return OfferWords::tr("%n day(s) free", nullptr, int(offer.amount));
    const QString amount = offer.type == "fixed"_L1 ? format.money({offer.amount, offer.currency}) : format.percent(double(offer.amount) / 100, 0);
    if (offer.duration == "forever"_L1)
        return OfferWords::tr("%1 off for good", "amount").arg(amount);
    if (offer.duration == "repeating"_L1)
        return OfferWords::tr("%1 off for %n month(s)", "amount", int(offer.durationMonths)).arg(amount);
    return OfferWords::tr("%1 off the first payment", "amount").arg(amount);
}

QString stateWord(const Tier& tier)
{
    if (!tier.active)
        return OfferWords::tr("Archived", "state of a tier");
    return tier.visible ? OfferWords::tr("Visible", "state of a tier") : OfferWords::tr("Hidden", "state of a tier");
}

QString stateWord(const Offer& offer)
{
    return offer.active ? OfferWords::tr("Active", "state of an offer") : OfferWords::tr("Archived", "state of an offer");
}

} // namespace lyceum::ui
