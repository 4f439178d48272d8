// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/heatdata.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace lyceum::ui {

class Theme;

/// Heat data for a view. Column 0 holds the sizes when the data names such a column.
class HeatModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setData(HeatData data);
    [[nodiscard]] const HeatData& data() const { return m_data; }
    /// The datum's column for a model column; -1 for the sizes.
    [[nodiscard]] int dataColumn(int column) const { return column - sizeColumns(); }
    [[nodiscard]] const HeatCell* cell(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    [[nodiscard]] int sizeColumns() const { return m_data.sizeTitle.isEmpty() ? 0 : 1; }

    HeatData m_data;
};

/// Fills a cell with its heat and writes on it in the clearer colour.
class HeatDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    HeatDelegate(const Theme& theme, const HeatModel& model, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
    const HeatModel& m_model;
};

} // namespace lyceum::ui
