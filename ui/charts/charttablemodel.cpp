// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/charttablemodel.h"

#include <QLocale>

#include <cmath>

namespace lyceum::ui {

namespace {

constexpr int kMostDecimals = 4;

bool isNumber(const QVariant& cell)
{
    return cell.typeId() == QMetaType::Double || cell.typeId() == QMetaType::Int || cell.typeId() == QMetaType::LongLong;
}

int decimalsOf(double value)
{
    int decimals = 0;
    double scaled = value;
    while (decimals < kMostDecimals && std::abs(scaled - std::round(scaled)) > 1e-9 * std::max(1.0, std::abs(scaled))) {
        ++decimals;
        scaled = value * std::pow(10.0, decimals);
    }
    return decimals;
}

} // namespace

void ChartTableModel::setTable(ChartTable table)
{
    beginResetModel();
    m_table = std::move(table);
    m_decimals.fill(0, m_table.headers.size());
    for (const QVariantList& row : std::as_const(m_table.rows)) {
        for (qsizetype column = 0; column < std::min(row.size(), m_decimals.size()); ++column) {
            if (row[column].typeId() == QMetaType::Double && std::isfinite(row[column].toDouble()))
                m_decimals[column] = std::max(m_decimals[column], decimalsOf(row[column].toDouble()));
        }
    }
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_table.headers.size());
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QVariant cell = m_table.rows[index.row()].value(index.column());
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(cell) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || !cell.isValid())
        return {};
    if (cell.typeId() == QMetaType::Double)
        return std::isfinite(cell.toDouble()) ? QVariant(QLocale().toString(cell.toDouble(), 'f', m_decimals[index.column()])) : QVariant();
    return isNumber(cell) ? QVariant(QLocale().toString(cell.toLongLong())) : cell;
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_table.headers.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_table.headers[section];
    if (role == Qt::TextAlignmentRole && !m_table.rows.isEmpty())
        return int((isNumber(m_table.rows.first().value(section)) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace lyceum::ui
