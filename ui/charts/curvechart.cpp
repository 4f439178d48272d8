// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/curvechart.h"

#include "charts/charttext.h"
#include "charts/curvepainter.h"
#include "theme/theme.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace lyceum::ui {

namespace {

constexpr double kClosest = 1000.0; // the most one can zoom in
constexpr double kStepZoom = 1.25;

/// `view` no larger than `full` and inside it; null when it is all of it.
QRectF inside(QRectF view, const QRectF& full)
{
    if (!view.isValid() || !full.isValid())
        return {};
    view.setWidth(std::clamp(view.width(), full.width() / kClosest, full.width()));
    view.setHeight(std::clamp(view.height(), full.height() / kClosest, full.height()));
    view.moveLeft(std::clamp(view.left(), full.left(), full.left() + full.width() - view.width()));
    view.moveTop(std::clamp(view.top(), full.top(), full.top() + full.height() - view.height()));
    const bool everything = view.width() >= full.width() * (1 - 1e-9) && view.height() >= full.height() * (1 - 1e-9);
    return everything ? QRectF() : view;
}

} // namespace

CurveChart::CurveChart(const Theme& theme, QWidget* parent)
    : ChartWidget(theme, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, &CurveChart::forgetPicture);
}

void CurveChart::setData(CurveData data)
{
    m_data = std::move(data);
    m_hidden.clear();
    m_view = QRectF();
    m_drag = Drag::None;
    m_currentGroup = m_currentPoint = -1;
    forgetPicture();
    announceData();
}

QString CurveChart::title() const
{
    return m_data.title;
}

QString CurveChart::description() const
{
    return describe(m_data);
}

ChartTable CurveChart::asTable() const
{
    return tableOf(m_data);
}

CurvePainter CurveChart::painterFor(const QRectF& rect, const Tokens& tokens, bool interactive) const
{
    return CurvePainter(m_data, tokens, rect, {m_view, m_hidden, interactive});
}

CurvePainter CurveChart::screenPainter() const
{
    return painterFor(QRectF(rect()), theme().tokens(), /*interactive=*/true);
}

void CurveChart::paintChart(QPainter& painter, const QRectF& rect, const Tokens& tokens) const
{
    painterFor(rect, tokens, /*interactive=*/false).paint(painter);
}

QSize CurveChart::sizeHint() const
{
    return {720, 440};
}

QSize CurveChart::minimumSizeHint() const
{
    return {320, 240};
}

bool CurveChart::isGroupVisible(qsizetype group) const
{
    return group >= 0 && group < m_data.groups.size() && !m_hidden.contains(group);
}

void CurveChart::setGroupVisible(qsizetype group, bool visible)
{
    if (group < 0 || group >= m_data.groups.size() || visible == isGroupVisible(group))
        return;
    if (visible)
        m_hidden.remove(group);
    else
        m_hidden.insert(group);
    forgetPicture();
    Q_EMIT groupVisibilityChanged(int(group), visible);
}

void CurveChart::setCurrent(int group, int point)
{
    const bool exists = group >= 0 && group < m_data.groups.size() && point >= 0 && point < m_data.groups[group].points.size();
    const std::pair<int, int> wanted = exists ? std::pair(group, point) : std::pair(-1, -1);
    if (wanted == std::pair(m_currentGroup, m_currentPoint))
        return;
    std::tie(m_currentGroup, m_currentPoint) = wanted;
    setAccessibleDescription(exists ? currentText() : description()); // screen readers are told of the change
    update();
    Q_EMIT currentChanged(m_currentGroup, m_currentPoint);
}

QString CurveChart::currentText() const
{
    return describePoint(m_data, m_currentGroup, m_currentPoint);
}

QRectF CurveChart::view() const
{
    return m_view.isValid() ? m_view : CurvePainter::fullRange(m_data);
}

void CurveChart::setView(const QRectF& view)
{
    const QRectF wanted = inside(view.normalized(), CurvePainter::fullRange(m_data));
    if (wanted == m_view)
        return;
    m_view = wanted;
    forgetPicture();
    Q_EMIT viewChanged();
}

void CurveChart::zoom(double factor, QPointF centre)
{
    const QRectF from = view();
    if (!from.isValid() || !(factor > 0.0))
        return;
    const QPointF corner = centre + (from.topLeft() - centre) / factor;
    setView(QRectF(corner, from.size() / factor));
}

void CurveChart::zoomIn()
{
    zoom(kStepZoom, view().center());
}

void CurveChart::zoomOut()
{
    zoom(1.0 / kStepZoom, view().center());
}

void CurveChart::resetView()
{
    setView(CurvePainter::fullRange(m_data));
}

void CurveChart::pan(double xShare, double yShare)
{
    const QRectF from = view();
    setView(from.translated(xShare * from.width(), yShare * from.height()));
}

QPointF CurveChart::positionOf(int group, int point) const
{
    const CurvePoint& datum = m_data.groups.at(group).points.at(point);
    return screenPainter().map(datum.x, datum.y);
}

QRectF CurveChart::plotRect() const
{
    return screenPainter().plot();
}

QRectF CurveChart::legendRect(qsizetype group) const
{
    return screenPainter().legend().value(group);
}

bool CurveChart::isDrawn(int group, int point) const
{
    return isGroupVisible(group) && !std::isnan(m_data.groups[group].points[point].y);
}

int CurveChart::nearestIn(int group, double x) const
{
    const QList<CurvePoint>& points = m_data.groups[group].points;
    const auto after = std::lower_bound(points.cbegin(), points.cend(), x, [](const CurvePoint& p, double at) { return p.x < at; });
    // From the crossing outwards on both sides, over gaps, until one is found.
    qsizetype right = after - points.cbegin();
    qsizetype left = right - 1;
    while (right < points.size() && !isDrawn(group, int(right)))
        ++right;
    while (left >= 0 && !isDrawn(group, int(left)))
        --left;
    if (right >= points.size())
        return int(left);
    if (left < 0 || points[right].x - x < x - points[left].x)
        return int(right);
    return int(left);
}

std::pair<int, int> CurveChart::nearest(QPointF position) const
{
    const CurvePainter curves = screenPainter();
    std::pair<int, int> best(-1, -1);
    if (!curves.hasPlot() || !curves.plot().adjusted(-8, -8, 8, 8).contains(position))
        return best;
    double bestDistance = std::numeric_limits<double>::infinity();
    for (int group = 0; group < m_data.groups.size(); ++group) {
        const int point = isGroupVisible(group) ? nearestIn(group, curves.unmap(position).x()) : -1;
        if (point < 0)
            continue;
        const CurvePoint& datum = m_data.groups[group].points[point];
        const QPointF at = curves.map(datum.x, datum.y);
        const double distance = std::hypot(at.x() - position.x(), at.y() - position.y());
        if (curves.plot().adjusted(-1, -1, 1, 1).contains(at) && distance < bestDistance) {
            bestDistance = distance;
            best = {group, point};
        }
    }
    return best;
}

int CurveChart::legendAt(QPointF position) const
{
    const QList<QRectF> legend = screenPainter().legend();
    for (int group = 0; group < legend.size(); ++group) {
        if (legend[group].contains(position))
            return group;
    }
    return -1;
}

void CurveChart::forgetPicture()
{
    m_picture = QPixmap();
    update();
}

void CurveChart::activateCurrent()
{
    if (m_currentGroup >= 0)
        Q_EMIT pointActivated(m_currentGroup, m_currentPoint);
}

void CurveChart::stepPoint(int direction)
{
    if (m_currentGroup < 0) {
        stepGroup(1);
        return;
    }
    const auto count = int(m_data.groups[m_currentGroup].points.size());
    int point = m_currentPoint + direction;
    while (point >= 0 && point < count && !isDrawn(m_currentGroup, point))
        point += direction;
    if (point >= 0 && point < count)
        setCurrent(m_currentGroup, point);
    showCurrent();
}

void CurveChart::stepGroup(int direction)
{
    const auto count = int(m_data.groups.size());
    const double x = m_currentGroup < 0 ? view().left() : m_data.groups[m_currentGroup].points[m_currentPoint].x;
    // Round the circle once; hidden and empty groups are passed over.
    for (int step = 1; step <= count; ++step) {
        const int group = m_currentGroup < 0 ? step - 1 : (m_currentGroup + direction * step + count * step) % count;
        const int point = isGroupVisible(group) ? nearestIn(group, x) : -1;
        if (point >= 0) {
            setCurrent(group, point);
            break;
        }
    }
    showCurrent();
}

void CurveChart::showCurrent()
{
    if (m_currentGroup < 0 || !m_view.isValid())
        return;
    const CurvePoint& datum = m_data.groups[m_currentGroup].points[m_currentPoint];
    QRectF wanted = m_view;
    if (datum.x < wanted.left() || datum.x > wanted.right())
        wanted.moveCenter({datum.x, wanted.center().y()});
    if (datum.y < wanted.top() || datum.y > wanted.bottom())
        wanted.moveCenter({wanted.center().x(), datum.y});
    setView(wanted);
}

} // namespace lyceum::ui
