// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/heatmodel.h"

#include "charts/heatcolour.h"
#include "theme/theme.h"

#include <QPainter>

namespace lyceum::ui {

void HeatModel::setData(HeatData data)
{
    beginResetModel(); // another question: nothing of the old table is kept
    m_data = std::move(data);
    endResetModel();
}

const HeatCell* HeatModel::cell(const QModelIndex& index) const
{
    return index.isValid() ? cellAt(m_data, index.row(), dataColumn(index.column())) : nullptr;
}

int HeatModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_data.rows.size());
}

int HeatModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_data.columns.size()) + sizeColumns();
}

QVariant HeatModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HeatRow& row = m_data.rows[index.row()];
    if (dataColumn(index.column()) < 0) {
        if (role == Qt::DisplayRole)
            return row.size;
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    }
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignCenter);
    const HeatCell* cell = this->cell(index);
    if (!cell)
        return {};
    switch (role) {
    case Qt::DisplayRole: return textOf(m_data, *cell);
    case Qt::ToolTipRole: return cell->toolTip;
    case Qt::AccessibleTextRole:
        //: Row, column and value of a cell: "2024-03, month 2: 71%"
        return tr("%1, %2: %3").arg(row.header, m_data.columns[dataColumn(index.column())], textOf(m_data, *cell));
    default: return {};
    }
}

QVariant HeatModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(orientation == Qt::Horizontal ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section < m_data.rows.size() ? QVariant(m_data.rows[section].header) : QVariant();
    if (dataColumn(section) < 0)
        return m_data.sizeTitle;
    return dataColumn(section) < m_data.columns.size() ? QVariant(m_data.columns[dataColumn(section)]) : QVariant();
}

Qt::ItemFlags HeatModel::flags(const QModelIndex& index) const
{
    // Blank cells stay reachable by arrow key, so that a walk along a row does not jump.
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

HeatDelegate::HeatDelegate(const Theme& theme, const HeatModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
{
}

void HeatDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& tokens = m_theme.tokens();
    const HeatCell* cell = m_model.cell(index);
    painter->save();
    painter->setFont(option.font);
    const QColor ground = cell ? groundOf(m_model.data(), cell->value, tokens) : tokens.surface;
    painter->fillRect(cell ? option.rect.adjusted(1, 1, 0, 0) : option.rect, ground);
    const QRect text = option.rect.adjusted(space::kTiny, 0, -space::kTiny, 0);
    painter->setPen(cell ? textOn(tokens, ground) : tokens.text);
    painter->drawText(text, index.data(Qt::TextAlignmentRole).toInt(), index.data(Qt::DisplayRole).toString());
    if (option.state & QStyle::State_Selected || option.state & QStyle::State_HasFocus) {
        // The ring inside the cell's text colour is seen on every heat; the accent alone would vanish on blue.
        painter->setPen(QPen(tokens.accent, space::kFocusRing));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        painter->setPen(QPen(cell ? textOn(tokens, ground) : tokens.text, 1));
        painter->drawRect(option.rect.adjusted(2, 2, -3, -3));
    }
    painter->restore();
}

} // namespace lyceum::ui
