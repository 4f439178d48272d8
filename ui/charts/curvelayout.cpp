// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/charttext.h"
#include "charts/curvepainter.h"
#include "charts/plot.h"
#include "charts/plotgeometry.h"
#include "theme/theme.h"

#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lyceum::ui {

namespace {

constexpr double kSample = 26.0; // line sample before a name
constexpr double kMinimumPlot = 110.0; // below this height the table under the plot gives way

double widestName(const CurveData& data, const QList<qsizetype>& groups, const QFontMetricsF& metrics)
{
    double widest = 0.0;
    for (const qsizetype group : groups)
        widest = std::max(widest, metrics.horizontalAdvance(data.groups[group].name));
    return widest;
}

} // namespace

CurvePainter::CurvePainter(const CurveData& data, const Tokens& tokens, const QRectF& rect, CurveArrangement arrangement)
    : m_data(data)
    , m_tokens(tokens)
    , m_rect(rect)
    , m_arrangement(std::move(arrangement))
    , m_full(fullRange(data))
{
    m_view = m_arrangement.view.isValid() ? m_arrangement.view : m_full;
    m_legend.resize(data.groups.size());
    const QRectF body = chartBody(rect, {data.title, data.tooFew, data.footnotes});
    if (m_full.isValid() && body.isValid())
        layOut(body);
}

QPointF CurvePainter::map(double x, double y) const
{
    return QPointF(m_plot.left() + (x - m_view.left()) / m_view.width() * m_plot.width(),
                   m_plot.bottom() - (y - m_view.top()) / m_view.height() * m_plot.height());
}

QPointF CurvePainter::unmap(QPointF position) const
{
    return QPointF(m_view.left() + (position.x() - m_plot.left()) / m_plot.width() * m_view.width(),
                   m_view.top() + (m_plot.bottom() - position.y()) / m_plot.height() * m_view.height());
}

QList<qsizetype> CurvePainter::listed() const
{
    QList<qsizetype> groups;
    for (qsizetype i = 0; i < m_data.groups.size(); ++i) {
        if (m_arrangement.interactive || isShown(i))
            groups.append(i);
    }
    return groups;
}

void CurvePainter::layOut(const QRectF& whole)
{
    const QFontMetricsF small(chartFont(0.9));
    const QFontMetricsF metrics(chartFont());
    const QList<qsizetype> groups = listed();
    QRectF body = whole;
    m_rowHeight = std::ceil(metrics.lineSpacing() + 2.0);
    const double axisHeight = Plot::footHeight(m_data.xTitle);
    const double yTitleHeight = m_data.yTitle.isEmpty() ? 0.0 : small.lineSpacing() + space::kTiny;
    const double tableHeight = m_rowHeight * double(groups.size() + 1) + space::kSmall;
    const bool table = !m_data.atRiskTitle.isEmpty() && !groups.isEmpty()
                       && body.height() - axisHeight - yTitleHeight - tableHeight >= kMinimumPlot;
    if (!table && m_data.groups.size() > 1)
        layOutLegend(body);

    const int yWanted = std::clamp(int(body.height() / 60.0), 2, 6);
    m_yStep = niceStep(m_view.top(), m_view.bottom(), yWanted);
    const int decimals = decimalsFor(m_yStep * (m_data.yStyle == NumberStyle::Percent ? 100.0 : 1.0));
    double left = 0.0;
    for (const double tick : niceTicks(m_view.top(), m_view.bottom(), yWanted))
        left = std::max(left, metrics.horizontalAdvance(numberText(tick, m_data.yStyle, decimals)));
    double firstCount = 0.0; // the number under the first tick stands half outside the plot
    for (const qsizetype group : groups) {
        if (!m_data.groups[group].points.isEmpty())
            firstCount = std::max(firstCount, metrics.horizontalAdvance(QLocale().toString(m_data.groups[group].points.first().atRisk)));
    }
    if (table)
        left = std::max(left, kSample + std::min(widestName(m_data, groups, metrics), std::min(150.0, body.width() * 0.2))
                                  + firstCount / 2.0);
    left = std::ceil(left + space::kSmall);

    double right = 20.0; // half of the last tick's number
    const double names = std::ceil(widestName(m_data, groups, metrics)) + space::kMedium + space::kTiny;
    const bool labels = groups.size() > 1 && body.width() >= 420.0 && names <= body.width() * 0.3;
    if (labels)
        right = std::max(right, names);

    m_yTitle = QRectF(body.left(), body.top(), body.width(), yTitleHeight);
    const double bottom = body.bottom() - axisHeight - (table ? tableHeight : 0.0);
    m_plot = QRectF(QPointF(std::ceil(body.left() + left), std::ceil(body.top() + yTitleHeight + metrics.lineSpacing() / 2.0)),
                    QPointF(std::floor(body.right() - right), std::floor(bottom)));
    if (m_plot.width() < 40.0 || m_plot.height() < 30.0) {
        m_plot = QRectF();
        return;
    }
    m_labelLeft = labels ? m_plot.right() + space::kMedium : 0.0;
    const int xWanted = std::clamp(int(m_plot.width() / 90.0), 2, 10);
    m_xStep = niceStep(m_view.left(), m_view.right(), xWanted);
    if (table) {
        m_xTicks = niceTicks(m_view.left(), m_view.right(), xWanted);
        m_atRiskTop = m_plot.bottom() + axisHeight + space::kSmall;
        for (qsizetype row = 0; row < groups.size(); ++row)
            m_legend[groups[row]] =
                QRectF(body.left(), m_atRiskTop + m_rowHeight * double(row + 1), m_plot.left() - body.left() - space::kSmall - firstCount / 2.0, m_rowHeight);
    }
}

void CurvePainter::layOutLegend(QRectF& body)
{
    const QFontMetricsF metrics(chartFont());
    double x = body.left();
    double y = body.top();
    for (const qsizetype group : listed()) {
        const double width =
            std::min(kSample + metrics.horizontalAdvance(m_data.groups[group].name) + space::kTiny, body.width());
        if (x > body.left() && x + width > body.right()) {
            x = body.left();
            y += m_rowHeight;
        }
        m_legend[group] = QRectF(x, y, width, m_rowHeight);
        x += width + space::kMedium;
    }
    body.setTop(y + m_rowHeight + space::kSmall);
}

} // namespace lyceum::ui
