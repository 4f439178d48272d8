// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plot.h"

#include "charts/charttext.h"
#include "charts/plotgeometry.h"
#include "theme/theme.h"

#include <QAreaSeries>
#include <QBarSeries>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QPainter>
#include <QValueAxis>

namespace lyceum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kOverhang = 2.0; // pixels above the area, so that a line along its upper edge keeps its full width
constexpr double kEndless = 1e5; // a dash longer than any line, in widths of the pen

QAbstractAxis* makeAxis(const PlotAxis& axis, double scale)
{
    if (!axis.labels.isEmpty()) {
        auto* named = new QCategoryAxis;
        named->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        named->setStartValue(axis.low - 1.0); // outside: it would have a tick without a label
        for (const auto& [value, label] : axis.labels) {
            QString text = label.toHtmlEscaped();
            while (named->categoriesLabels().contains(text))
                text += QChar(0x200B); // an axis takes each label once; this space has no width
            named->append(text, value);
        }
        named->setRange(axis.low, axis.high);
        return named;
    }
    auto* numbers = new QValueAxis;
    const bool percent = axis.style == NumberStyle::Percent;
    numbers->setTickType(QValueAxis::TicksDynamic);
    numbers->setTickInterval(axis.step * scale);
    numbers->setLabelFormat(u"%.%1f"_s.arg(decimalsFor(axis.step * scale)) + (percent ? QLocale().percent() : QString()));
    numbers->setRange(axis.low * scale, axis.high * scale);
    return numbers;
}

} // namespace

Plot::Plot(const QRectF& rect, const QRectF& area, const PlotAxis& x, const PlotAxis& y, const Tokens& tokens)
    : m_rect(rect)
    , m_yScale(y.style == NumberStyle::Percent ? 100.0 : 1.0)
    , m_chart(new QChart)
{
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex); // painted once, never searched
    m_scene.addItem(m_chart);
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->hide();
    m_chart->setLocale(QLocale());
    m_chart->setLocalizeNumbers(true);

    PlotAxis upward = y;
    upward.high += kOverhang / area.height() * (y.high - y.low);
    m_x = makeAxis(x, 1.0);
    m_y = makeAxis(upward, m_yScale);
    const QPen line(blend(tokens.line, tokens.text, 0.35), 1);
    for (QAbstractAxis* axis : {m_x, m_y}) {
        axis->setLabelsFont(chartFont());
        axis->setLabelsBrush(tokens.muted);
        axis->setTitleFont(chartFont(0.9));
        axis->setTitleBrush(tokens.muted);
        axis->setTruncateLabels(false); // whoever asked for them has measured them
        axis->setLinePen(line);
        axis->setGridLinePen(QPen(gridColour(tokens), 1));
    }
    m_x->setGridLineVisible(false);
    m_x->setTitleText(x.title.toHtmlEscaped());
    m_y->setLineVisible(false);
    m_chart->addAxis(m_x, Qt::AlignBottom);
    m_chart->addAxis(m_y, Qt::AlignLeft);

    m_chart->setPos(rect.topLeft());
    m_chart->setPlotArea(area.translated(-rect.topLeft()).adjusted(0, -kOverhang, 0, 0));
    m_chart->resize(rect.size()); // last: it lays the axes out, and the event that would do so comes to charts on views only
}

void Plot::add(QAbstractSeries* series)
{
    m_chart->addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
}

QList<QPointF> Plot::scaled(const QPolygonF& line) const
{
    QList<QPointF> points = line;
    for (QPointF& point : points)
        point.ry() *= m_yScale;
    return points;
}

void Plot::addLine(const QPolygonF& line, const QPen& pen)
{
    auto* series = new QLineSeries;
    add(series);
    QPen drawn = pen;
    if (drawn.style() == Qt::SolidLine)
        drawn.setDashPattern({kEndless, 1.0}); // solid lines are drawn piece by piece, with notches at the corners of steps
    series->setPen(drawn);
    series->replace(scaled(line)); // last: with every change before it the shape is computed anew
}

void Plot::addBand(const QPolygonF& upper, const QPolygonF& lower, const QColor& colour)
{
    auto* above = new QLineSeries;
    auto* below = new QLineSeries;
    auto* series = new QAreaSeries(above, below);
    above->setParent(series);
    below->setParent(series);
    add(series);
    series->setPen(Qt::NoPen);
    series->setBrush(colour);
    above->replace(scaled(upper));
    below->replace(scaled(lower));
}

void Plot::addBars(const QList<double>& values, double width, const QColor& colour)
{
    auto* bars = new QBarSet({});
    for (const double value : values)
        bars->append(value * m_yScale);
    auto* series = new QBarSeries;
    series->append(bars);
    series->setBarWidth(width);
    add(series);
    bars->setPen(Qt::NoPen);
    bars->setBrush(colour);
}

void Plot::paint(QPainter& painter)
{
    m_scene.render(&painter, m_rect, m_rect);
}

QPointF Plot::placeOf(QPointF value) const
{
    return m_chart->mapToParent(m_chart->mapToPosition({value.x(), value.y() * m_yScale}, m_chart->series().constFirst()));
}

double Plot::footHeight(const QString& title)
{
    constexpr double kPadding = 2.0; // that Qt Charts keeps around a title
    const double labels = space::kTiny + QFontMetricsF(chartFont()).lineSpacing() + 2.0;
    return std::ceil(title.isEmpty() ? labels : labels + QFontMetricsF(chartFont(0.9)).lineSpacing() + 2.0 * kPadding + 2.0);
}

} // namespace lyceum::ui
