// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartwidget.h"

#include <QGraphicsScene>
#include <QPolygonF>
#include <QRectF>

#include <utility>

class QAbstractAxis;
class QAbstractSeries;
class QChart;
class QPen;

namespace lyceum::ui {

/// One axis of a plot. With `labels` these stand at their places; otherwise the multiples of `step` are written in `style`.
struct PlotAxis {
    double low = 0.0;
    double high = 1.0;
    double step = 1.0;
    NumberStyle style = NumberStyle::Number;
    QString title; ///< of the axis along; the one upward is written above the plot, where it is read without turning the head
    QList<std::pair<double, QString>> labels; ///< ascending
};

/**
 * A QChart for pictures: it stands exactly where it is told, on no window, without an event loop, and is painted once. Everything
 * added is inside the ranges of the axes already: what Qt Charts clips on screen runs over the page in a file. Needs a
 * QApplication and its thread; see docs/decisions/charts.md.
 */
class Plot {
public:
    /// `rect` is the whole picture, `area` where the two ranges are; axes and their words go around it. Whole pixels look best.
    Plot(const QRectF& rect, const QRectF& area, const PlotAxis& x, const PlotAxis& y, const Tokens& tokens);

    // In the order in which they shall lie. In units of the axes, shares as shares.
    void addLine(const QPolygonF& line, const QPen& pen);
    void addBand(const QPolygonF& upper, const QPolygonF& lower, const QColor& colour);
    /// Bars from zero at 0, 1, 2 …, each `width` wide in units of x.
    void addBars(const QList<double>& values, double width, const QColor& colour);

    void paint(QPainter& painter);
    /// Where Qt Charts puts a value, for tests; the first thing added must be there.
    [[nodiscard]] QPointF placeOf(QPointF value) const;

    /// From the foot of the area to the end of the words of the axis along.
    [[nodiscard]] static double footHeight(const QString& title);

private:
    void add(QAbstractSeries* series);
    [[nodiscard]] QList<QPointF> scaled(const QPolygonF& line) const;

    QRectF m_rect;
    double m_yScale; ///< axes of Qt Charts write what they measure, so shares are measured in per cent
    QGraphicsScene m_scene; ///< owns the chart
    QChart* m_chart;
    QAbstractAxis* m_x;
    QAbstractAxis* m_y;
};

} // namespace lyceum::ui
