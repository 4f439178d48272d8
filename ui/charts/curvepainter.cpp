// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/curvepainter.h"

#include "charts/charttext.h"
#include "charts/plot.h"
#include "charts/plotgeometry.h"
#include "theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lyceum::ui {

namespace {

struct PainterWords {
    Q_DECLARE_TR_FUNCTIONS(lyceum::ui::CurvePainter)
};

constexpr float kBandOpacity = 0.2F;
constexpr double kSampleLine = 18.0;
constexpr double kMedianLevel = 0.5;

/// How many are at risk just before `x`; nothing where it is not known.
std::optional<qint64> atRiskAt(const CurveGroup& group, double x)
{
    const auto next = std::lower_bound(group.points.cbegin(), group.points.cend(), x,
                                       [](const CurvePoint& point, double at) { return point.x < at; });
    if (group.points.isEmpty())
        return {};
    if (next == group.points.cend())
        return group.points.last().atRisk < 0 ? std::optional<qint64>() : 0; // everybody's time has run out
    return next->atRisk < 0 ? std::optional<qint64>() : next->atRisk;
}

} // namespace

void CurvePainter::paint(QPainter& painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QString words = m_data.tooFew.isEmpty() && !m_full.isValid() ? PainterWords::tr("There is nothing to draw yet.") : m_data.tooFew;
    static_cast<void>(paintChartText(painter, m_rect, {m_data.title, words, m_data.footnotes}, m_tokens));
    if (hasPlot()) {
        const QList<Lines> shown = shownLines();
        paintPlot(painter, shown);
        paintMedians(painter);
        paintEnds(painter, shown);
        for (qsizetype group = 0; group < m_legend.size(); ++group) {
            if (m_legend[group].isValid())
                paintEntry(painter, group);
        }
        paintAtRisk(painter);
    }
    painter.restore();
}

void CurvePainter::paintPlot(QPainter& painter, const QList<Lines>& shown) const
{
    const PlotAxis along{m_view.left(), m_view.right(), m_xStep, NumberStyle::Number, m_data.xTitle, {}};
    const PlotAxis upward{m_view.top(), m_view.bottom(), m_yStep, m_data.yStyle, {}, {}};
    Plot plot(m_rect, m_plot, along, upward, m_tokens);
    // All bands before all lines, so that no line is veiled by another group's uncertainty.
    for (const Lines& lines : shown) {
        QColor colour = seriesColour(m_tokens, lines.group);
        colour.setAlphaF(kBandOpacity);
        for (const Band& band : lines.bands)
            plot.addBand(band.upper, band.lower, colour);
    }
    for (const Lines& lines : shown) {
        for (const QPolygonF& line : lines.curve)
            plot.addLine(line, seriesPen(m_tokens, lines.group));
    }
    plot.paint(painter);
    painter.setPen(m_tokens.muted);
    painter.setFont(chartFont(0.9));
    painter.drawText(m_yTitle, Qt::AlignLeft | Qt::AlignTop, m_data.yTitle);
}

void CurvePainter::paintMedians(QPainter& painter) const
{
    const QFont font = chartFont(0.9);
    const QFontMetricsF metrics(font);
    QList<QRectF> taken;
    for (qsizetype i = 0; i < m_data.groups.size(); ++i) {
        const std::optional<double> median = m_data.groups[i].median;
        if (!isShown(i) || !median)
            continue;
        const QPointF at = map(*median, kMedianLevel);
        if (!m_plot.contains(at))
            continue;
        const QColor colour = seriesColour(m_tokens, i);
        painter.setPen(QPen(colour, 1, Qt::DotLine));
        painter.drawLine(at, QPointF(at.x(), m_plot.bottom()));
        paintMarker(painter, at, i, colour);

        const double rounded = std::round(*median * 10.0) / 10.0;
        const QString text =
            PainterWords::tr("Median %1").arg(QLocale().toString(rounded, 'f', rounded == std::round(rounded) ? 0 : 1));
        QRectF box(0, 0, metrics.horizontalAdvance(text), metrics.lineSpacing());
        box.moveBottomLeft(at + QPointF(space::kSmall, -2.0));
        const auto blocked = [&taken, this](const QRectF& place) {
            return !m_plot.contains(place)
                   || std::any_of(taken.cbegin(), taken.cend(), [&](const QRectF& other) { return other.intersects(place); });
        };
        // Right above the curve, else just over the axis on either side of its line, else the marker alone: hover and table have it.
        if (blocked(box))
            box.moveBottomLeft(QPointF(at.x() + space::kTiny, m_plot.bottom() - 2.0));
        if (blocked(box))
            box.moveBottomRight(QPointF(at.x() - space::kTiny, m_plot.bottom() - 2.0));
        if (blocked(box))
            continue;
        taken.append(box);
        painter.setFont(font);
        painter.setPen(withContrast(colour, m_tokens.surface, 4.5));
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

void CurvePainter::paintEnds(QPainter& painter, const QList<Lines>& shown) const
{
    QList<std::pair<qsizetype, QPointF>> ends;
    QList<double> wishes;
    for (const Lines& lines : shown) {
        if (lines.curve.isEmpty())
            continue;
        const QPointF end = lines.curve.last().last();
        ends.append({lines.group, map(end.x(), end.y())});
        wishes.append(ends.last().second.y());
        if (shown.size() > 1)
            paintMarker(painter, ends.last().second, lines.group, seriesColour(m_tokens, lines.group));
    }
    if (m_labelLeft <= 0.0)
        return;
    const QFont font = chartFont();
    const double height = QFontMetricsF(font).lineSpacing();
    const double half = height / 2.0;
    const QList<double> places = spreadLabels(wishes, height, m_plot.top() + half, m_plot.bottom() - half);
    painter.setFont(font);
    for (qsizetype i = 0; i < ends.size(); ++i) {
        const auto& [group, end] = ends[i];
        const QColor colour = seriesColour(m_tokens, group);
        const QPointF anchor(m_labelLeft - 3.0, places[i]);
        if (anchor.x() - end.x() > 16.0 || std::abs(anchor.y() - end.y()) > 3.0) {
            QColor faint = colour;
            faint.setAlphaF(0.6F);
            painter.setPen(QPen(faint, 1));
            painter.drawLine(end, anchor);
        }
        painter.setPen(withContrast(colour, m_tokens.surface, 4.5));
        painter.drawText(QRectF(m_labelLeft, places[i] - half, m_rect.right() - m_labelLeft, height), Qt::AlignLeft | Qt::AlignVCenter,
                         m_data.groups[group].name);
    }
}

void CurvePainter::paintEntry(QPainter& painter, qsizetype group) const
{
    const QRectF& entry = m_legend[group];
    const bool shown = isShown(group);
    const double middle = entry.center().y();
    QPen pen = seriesPen(m_tokens, group);
    if (!shown)
        pen.setColor(gridColour(m_tokens));
    painter.setPen(pen);
    painter.drawLine(QPointF(entry.left(), middle), QPointF(entry.left() + kSampleLine, middle));
    paintMarker(painter, QPointF(entry.left() + kSampleLine / 2, middle), group, pen.color(), 3.5);

    QFont font = chartFont();
    font.setStrikeOut(!shown);
    painter.setFont(font);
    painter.setPen(shown ? m_tokens.text : m_tokens.faint);
    const QRectF text = entry.adjusted(kSampleLine + space::kSmall, 0, 0, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(m_data.groups[group].name, Qt::ElideRight, text.width() + 1));
}

void CurvePainter::paintAtRisk(QPainter& painter) const
{
    if (m_atRiskTop <= 0.0)
        return;
    painter.setFont(chartFont(0.9, QFont::Bold));
    painter.setPen(m_tokens.muted);
    painter.drawText(QRectF(m_rect.left() + space::kMedium, m_atRiskTop, m_rect.width(), m_rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     m_data.atRiskTitle);
    painter.setFont(chartFont());
    const QLocale locale;
    for (qsizetype group = 0; group < m_legend.size(); ++group) {
        if (!m_legend[group].isValid() || !isShown(group))
            continue;
        painter.setPen(m_tokens.text);
        for (const double tick : m_xTicks) {
            const std::optional<qint64> count = atRiskAt(m_data.groups[group], tick);
            if (count)
                painter.drawText(QRectF(map(tick, 0).x() - 60, m_legend[group].top(), 120, m_rowHeight), Qt::AlignCenter,
                                 locale.toString(*count));
        }
    }
}

} // namespace lyceum::ui
