// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/offertablemodel.h"

#include "words/offerwords.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace lyceum::ui {

OfferTableModel::OfferTableModel(Format format, QObject* parent)
    : QAbstractTableModel(parent)
    , m_format(std::move(format))
{
}

void OfferTableModel::setOffers(const QList<Offer>& offers, const QList<Tier>& tiers)
{
    QList<Offer> sorted = offers;
    std::ranges::sort(sorted, {}, [](const Offer& offer) { return std::tuple(!offer.active, offer.name.toCaseFolded(), offer.id); });
    QHash<TierId, QString> names;
    for (const Tier& tier : tiers)
        names.insert(tier.id, tier.name);
    if (sorted == m_offers && names == m_tierNames)
        return;
    beginResetModel();
    m_offers = sorted;
    m_tierNames = names;
    endResetModel();
}

void OfferTableModel::setFormat(Format format)
{
    beginResetModel();
    m_format = std::move(format);
    endResetModel();
}

int OfferTableModel::rowOf(OfferId id) const
{
    const auto found = std::ranges::find(m_offers, id, &Offer::id);
    return found == m_offers.end() ? -1 : int(found - m_offers.begin());
}

int OfferTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_offers.size()); }
int OfferTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant OfferTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Redemptions)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name: return tr("Offer");
    case Code: return tr("Code");
    case Gives: return tr("Gives");
    case TierName: return tr("Tier");
    case Billed: return tr("Billed");
    case Redemptions: return tr("Redeemed");
    case State: return tr("State");
    case ColumnCount: break;
    }
    return {};
}

QVariant OfferTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Redemptions)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    const Offer& offer = m_offers.at(index.row());
    switch (Column(index.column())) {
    case Name: return offer.name;
    case Code: return offer.code;
    case Gives: return describeOffer(offer, m_format);
    case TierName: return m_tierNames.value(offer.tier);
    case Billed: return offer.cadence == "year"_L1 ? tr("Yearly") : tr("Monthly");
    case Redemptions: return offer.redemptions > 0 ? QVariant(m_format.count(offer.redemptions)) : QVariant();
    case State: return stateWord(offer);
    case ColumnCount: break;
    }
    return {};
}

} // namespace lyceum::ui
