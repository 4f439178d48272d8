// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartwidget.h"

#include <optional>

namespace lyceum::ui {

struct Column {
    QString label; ///< under the bar: "3 May"; labels that would touch are left out
    std::optional<double> value; ///< none: a gap, not a zero
    QString toolTip; ///< empty: label and value
};

/// Bars over days or months. The base is zero, always.
struct ColumnData {
    QString title;
    QString xTitle;
    QString yTitle;
    NumberStyle style = NumberStyle::Number;
    QList<Column> columns;
    QString tooFew;
    QStringList footnotes;
};

[[nodiscard]] ChartTable tableOf(const ColumnData& data);
[[nodiscard]] QString describe(const ColumnData& data);
void paintColumns(QPainter& painter, const QRectF& rect, const ColumnData& data, const Tokens& tokens);
[[nodiscard]] QByteArray renderColumnSvg(const ColumnData& data, QSize size, const Tokens& tokens);

/// Left/Right, Home/End step along the bars, Enter or a click opens one.
class ColumnChart final : public ChartWidget {
    Q_OBJECT
public:
    explicit ColumnChart(const Theme& theme, QWidget* parent = nullptr);

    void setData(ColumnData data);
    [[nodiscard]] const ColumnData& data() const { return m_data; }

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] ChartTable asTable() const override;
    void paintChart(QPainter& painter, const QRectF& rect, const Tokens& tokens) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int index);
    [[nodiscard]] QString currentText() const;
    [[nodiscard]] QRectF barRect(int index) const;

Q_SIGNALS:
    void columnActivated(int index);
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] int columnAt(QPointF position) const;

    ColumnData m_data;
    int m_current = -1;
};

} // namespace lyceum::ui
