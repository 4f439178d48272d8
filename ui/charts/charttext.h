// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartwidget.h"

#include <QFont>
#include <QPen>

#include <functional>


namespace lyceum::ui {

// What all charts share when they paint. Lengths are device-independent pixels, 96 to the inch; for paper, scale the painter.

/// The application's font in pixels, Chinese face named; pixels, so that metrics are the same on every device.
[[nodiscard]] QFont chartFont(double factor = 1.0, QFont::Weight weight = QFont::Normal);

/// `value` in the reader's locale; not a number gives an empty string. `decimals` counts after scaling to per cent.
[[nodiscard]] QString numberText(double value, NumberStyle style, int decimals);

/// What a chart is made of besides the plot itself.
struct ChartText {
    QString title;
    QString tooFew;
    QStringList footnotes;
};

/// Paints ground, title, footnotes, and the words instead of a plot where there are too few. Returns what is left for the plot;
/// null when there is nothing to plot or no room.
[[nodiscard]] QRectF paintChartText(QPainter& painter, const QRectF& rect, const ChartText& text, const Tokens& tokens);
/// The same without painting.
[[nodiscard]] QRectF chartBody(const QRectF& rect, const ChartText& text);

/// Colour and dash of a series; `width` in pixels.
[[nodiscard]] QPen seriesPen(const Tokens& tokens, qsizetype index, double width = 2.0);
/// Quieter than the borders: in high contrast those are as strong as the text.
[[nodiscard]] QColor gridColour(const Tokens& tokens);
/// A small filled mark whose shape differs from series to series.
void paintMarker(QPainter& painter, QPointF centre, qsizetype index, const QColor& colour, double radius = 4.0);

/// A small raised box with lines of text beside `anchor`, kept inside `bounds`. The first line is strong.
void paintCallout(QPainter& painter, QPointF anchor, const QRectF& bounds, const QString& text, const Tokens& tokens);

/// SVG with real text: numbers of 96 to the inch, a title and description, and a font stack that works elsewhere.
[[nodiscard]] QByteArray svgOf(QSize size, const QString& title, const QString& description,
                               const std::function<void(QPainter&, const QRectF&)>& paint);
[[nodiscard]] QByteArray pngOf(QSize size, double scale, const std::function<void(QPainter&, const QRectF&)>& paint);

} // namespace lyceum::ui
