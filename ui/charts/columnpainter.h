// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/columnchart.h"

#include <QRectF>

namespace lyceum::ui {

/// Lays bars out in a rectangle and has Qt Charts paint them. Short-lived: borrows data and tokens.
class ColumnPainter {
public:
    ColumnPainter(const ColumnData& data, const Tokens& tokens, const QRectF& rect);

    [[nodiscard]] const QRectF& plot() const { return m_plot; }
    [[nodiscard]] QRectF bar(qsizetype index) const; ///< null for a gap
    [[nodiscard]] QRectF slot(qsizetype index) const; ///< the bar's share of the plot, full height
    void paint(QPainter& painter) const;

private:
    [[nodiscard]] double yOf(double value) const;
    [[nodiscard]] double barShare() const; ///< of a slot
    void paintPlot(QPainter& painter) const;

    const ColumnData& m_data;
    const Tokens& m_tokens;
    QRectF m_rect;
    QRectF m_plot;
    QRectF m_yTitle;
    double m_low = 0.0;
    double m_high = 0.0;
    double m_step = 1.0; ///< between ticks
    qsizetype m_every = 1; ///< so many bars have one label
};

/// A bar in lines for hover and screen readers.
[[nodiscard]] QString describeColumn(const ColumnData& data, qsizetype index);

} // namespace lyceum::ui
