// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/heatdata.h"

class QLabel;
class QTableView;

namespace lyceum::ui {

class HeatModel;

/// A heat map one can walk through with the arrow keys; Enter or a click opens a cell. Blank cells cannot be opened.
class HeatTable final : public ChartWidget {
    Q_OBJECT
public:
    explicit HeatTable(const Theme& theme, QWidget* parent = nullptr);

    void setData(HeatData data);
    [[nodiscard]] const HeatData& data() const;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] ChartTable asTable() const override;
    void paintChart(QPainter& painter, const QRectF& rect, const Tokens& tokens) const override;

    /// The view inside, for focus and tests. Its column 0 is the size column when the data names one.
    [[nodiscard]] QTableView* view() const { return m_view; }

Q_SIGNALS:
    /// Row and column of the data, size column not counted.
    void cellActivated(int row, int column);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void activate(const QModelIndex& index);
    void refresh();

    HeatModel* m_model;
    QTableView* m_view;
    QLabel* m_title;
    QLabel* m_columnTitle;
    QLabel* m_tooFew;
    QLabel* m_footnotes;
};

} // namespace lyceum::ui
