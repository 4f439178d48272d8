// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/tiertablemodel.h"

#include "words/offerwords.h"

#include <algorithm>
#include <tuple>

namespace lyceum::ui {
namespace {

bool isNumeric(int column)
{
    return column == TierTableModel::Monthly || column == TierTableModel::Yearly || column == TierTableModel::Members || column == TierTableModel::Trial;
}

} // namespace

TierTableModel::TierTableModel(Format format, QObject* parent)
    : QAbstractTableModel(parent)
    , m_format(std::move(format))
{
}

void TierTableModel::setTiers(const QList<Tier>& tiers, const QHash<TierId, qint64>& members)
{
    QList<Tier> sorted = tiers;
    const auto place = [](const Tier& tier) { return std::tuple(!tier.active, tier.paid, tier.monthlyPrice, tier.id); };
    std::ranges::sort(sorted, {}, place);
    if (sorted == m_tiers && members == m_members)
        return;
    beginResetModel();
    m_tiers = sorted;
    m_members = members;
    endResetModel();
}

void TierTableModel::setFormat(Format format)
{
    beginResetModel();
    m_format = std::move(format);
    endResetModel();
}

int TierTableModel::rowOf(TierId id) const
{
    const auto found = std::ranges::find(m_tiers, id, &Tier::id);
    return found == m_tiers.end() ? -1 : int(found - m_tiers.begin());
}

int TierTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_tiers.size()); }
int TierTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant TierTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && isNumeric(section))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name: return tr("Tier");
    case Monthly: return tr("A month");
    case Yearly: return tr("A year");
    case Members: return tr("Members");
    case Trial: return tr("Trial days");
    case State: return tr("State");
    case ColumnCount: break;
    }
    return {};
}

QString TierTableModel::price(const Tier& tier, qint64 minorUnits) const
{
    return tier.paid ? m_format.money({minorUnits, tier.currency}) : QString();
}

QVariant TierTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && isNumeric(index.column()))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    const Tier& tier = m_tiers.at(index.row());
    if (role == Qt::ToolTipRole && index.column() == Name)
        return tier.description;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Name: return tier.name;
    case Monthly: return tier.paid ? price(tier, tier.monthlyPrice) : tr("Free", "price of a tier");
    case Yearly: return price(tier, tier.yearlyPrice);
    case Members: {
        const qint64 members = m_members.value(tier.id);
        return members > 0 ? QVariant(m_format.count(members)) : QVariant();
    }
    case Trial: return tier.trialDays > 0 ? QVariant(m_format.count(tier.trialDays)) : QVariant();
    case State: return stateWord(tier);
    case ColumnCount: break;
    }
    return {};
}

} // namespace lyceum::ui
