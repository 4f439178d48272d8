// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/curvepainter.h"

#include "charts/charttext.h"
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
        paintAxes(painter);
        paintCurves(painter);
        paintMedians(painter);
        paintEndLabels(painter);
        for (qsizetype group = 0; group < m_legend.size(); ++group) {
            if (m_legend[group].isValid())
                paintEntry(painter, group);
        }
        paintAtRisk(painter);
    }
    painter.restore();
}

void CurvePainter::paintAxes(QPainter& painter) const
{
    const QFontMetricsF metrics(chartFont());
    const double height = metrics.lineSpacing();
    const auto stepOf = [](const QList<double>& ticks) { return ticks.size() > 1 ? ticks[1] - ticks[0] : 1.0; };
    const int yDecimals = decimalsFor(stepOf(m_yTicks) * (m_data.yStyle == NumberStyle::Percent ? 100.0 : 1.0));
    const int xDecimals = decimalsFor(stepOf(m_xTicks));

    painter.setFont(chartFont());
    for (const double tick : m_yTicks) {
        const double y = map(0, tick).y();
        painter.setPen(QPen(gridColour(m_tokens), 1));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter.setPen(m_tokens.muted);
        painter.drawText(QRectF(m_rect.left(), y - height / 2, m_plot.left() - m_rect.left() - space::kSmall, height),
                         Qt::AlignRight | Qt::AlignVCenter, numberText(tick, m_data.yStyle, yDecimals));
    }
    const QPen axis(blend(m_tokens.line, m_tokens.text, 0.35), 1);
    painter.setPen(axis);
    painter.drawLine(m_plot.bottomLeft(), m_plot.bottomRight());
    for (const double tick : m_xTicks) {
        const double x = map(tick, 0).x();
        painter.setPen(axis);
        painter.drawLine(QPointF(x, m_plot.bottom()), QPointF(x, m_plot.bottom() + space::kTiny));
        painter.setPen(m_tokens.muted);
        painter.drawText(QRectF(x - 60, m_plot.bottom() + space::kTiny, 120, height), Qt::AlignHCenter | Qt::AlignTop,
                         QLocale().toString(tick, 'f', xDecimals));
    }
    painter.setFont(chartFont(0.9));
    painter.drawText(m_yTitle, Qt::AlignLeft | Qt::AlignTop, m_data.yTitle);
    painter.drawText(QRectF(m_plot.left(), m_plot.bottom() + space::kTiny + height + 2, m_plot.width(), height),
                     Qt::AlignHCenter | Qt::AlignTop, m_data.xTitle);
}

void CurvePainter::paintCurves(QPainter& painter) const
{
    // All bands before all lines, so that no line is veiled by another group's uncertainty.
    QList<std::pair<qsizetype, Lines>> shown;
    for (qsizetype i = 0; i < m_data.groups.size(); ++i) {
        if (isShown(i))
            shown.append({i, linesOf(m_data.groups[i])});
    }
    painter.setPen(Qt::NoPen);
    for (const auto& [index, lines] : std::as_const(shown)) {
        QColor colour = seriesColour(m_tokens, index);
        colour.setAlphaF(kBandOpacity);
        painter.setBrush(colour);
        for (const QPolygonF& band : lines.band)
            painter.drawPolygon(band);
    }
    painter.setBrush(Qt::NoBrush);
    for (const auto& [index, lines] : std::as_const(shown)) {
        painter.setPen(seriesPen(m_tokens, index));
        for (const QPolygonF& line : lines.curve)
            painter.drawPolyline(line);
        if (shown.size() > 1 && !lines.curve.isEmpty())
            paintMarker(painter, lines.curve.last().last(), index, seriesColour(m_tokens, index));
    }
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

void CurvePainter::paintEndLabels(QPainter& painter) const
{
    if (m_labelLeft <= 0.0)
        return;
    const QFont font = chartFont();
    const QFontMetricsF metrics(font);
    const QList<End> all = ends();
    QList<double> wishes;
    for (const End& end : all)
        wishes.append(end.position.y());
    const double half = metrics.lineSpacing() / 2.0;
    const QList<double> places = spreadLabels(wishes, metrics.lineSpacing(), m_plot.top() + half, m_plot.bottom() - half);
    painter.setFont(font);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QColor colour = seriesColour(m_tokens, all[i].group);
        const QPointF anchor(m_labelLeft - 3.0, places[i]);
        if (anchor.x() - all[i].position.x() > 16.0 || std::abs(anchor.y() - all[i].position.y()) > 3.0) {
            QColor faint = colour;
            faint.setAlphaF(0.6F);
            painter.setPen(QPen(faint, 1));
            painter.drawLine(all[i].position, anchor);
        }
        painter.setPen(withContrast(colour, m_tokens.surface, 4.5));
        painter.drawText(QRectF(m_labelLeft, places[i] - half, m_rect.right() - m_labelLeft, 2 * half),
                         Qt::AlignLeft | Qt::AlignVCenter, m_data.groups[all[i].group].name);
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
