// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/curvepainter.h"
#include "charts/plotgeometry.h"

#include <algorithm>
#include <cmath>

namespace lyceum::ui {

namespace {

constexpr qsizetype kDecimateAbove = 5000; // a raster line of 10 000 points takes a frame's time

} // namespace

QList<qsizetype> decimate(const QList<CurvePoint>& points, const QList<qsizetype>& candidates,
                          const std::function<double(double)>& xPixels)
{
    QList<qsizetype> kept;
    qsizetype begin = 0;
    while (begin < candidates.size()) {
        const double column = std::floor(xPixels(points[candidates[begin]].x));
        qsizetype end = begin;
        qsizetype lowest = begin;
        qsizetype highest = begin;
        QList<qsizetype> column4{begin};
        while (end < candidates.size() && std::floor(xPixels(points[candidates[end]].x)) <= column) {
            const double y = points[candidates[end]].y;
            if (std::isnan(y))
                column4.append(end);
            if (y < points[candidates[lowest]].y)
                lowest = end;
            if (y > points[candidates[highest]].y)
                highest = end;
            ++end;
        }
        column4 << lowest << highest << end - 1;
        std::sort(column4.begin(), column4.end());
        column4.erase(std::unique(column4.begin(), column4.end()), column4.end());
        for (const qsizetype at : std::as_const(column4))
            kept.append(candidates[at]);
        begin = end;
    }
    return kept;
}

QRectF CurvePainter::fullRange(const CurveData& data)
{
    double left = 0.0;
    double right = -std::numeric_limits<double>::infinity();
    double bottom = std::numeric_limits<double>::infinity();
    double top = -bottom;
    for (const CurveGroup& group : data.groups) {
        for (const CurvePoint& point : group.points) {
            left = std::min(left, point.x);
            right = std::max(right, point.x);
            for (const double y : {point.y, point.low, point.high}) {
                if (std::isfinite(y)) {
                    bottom = std::min(bottom, y);
                    top = std::max(top, y);
                }
            }
        }
    }
    if (data.xMax)
        right = *data.xMax;
    const double padding = top > bottom ? (top - bottom) * 0.05 : 1.0;
    bottom = data.yMin.value_or(bottom - padding);
    top = data.yMax.value_or(top + padding);
    if (!(right > left) || !(top > bottom) || !std::isfinite(right - left) || !std::isfinite(top - bottom))
        return {};
    return QRectF(left, bottom, right - left, top - bottom);
}

QList<qsizetype> CurvePainter::pointsInView(const CurveGroup& group) const
{
    const auto byX = [](const CurvePoint& point, double x) { return point.x < x; };
    const auto begin = group.points.cbegin();
    // One more on either side: the line that enters and leaves.
    qsizetype first = std::lower_bound(begin, group.points.cend(), m_view.left(), byX) - begin - 1;
    qsizetype last = std::lower_bound(begin, group.points.cend(), m_view.right(), byX) - begin + 1;
    first = std::max<qsizetype>(first, 0);
    last = std::min(last, group.points.size());
    QList<qsizetype> indexes;
    indexes.reserve(last - first);
    for (qsizetype i = first; i < last; ++i)
        indexes.append(i);
    if (indexes.size() <= kDecimateAbove)
        return indexes;
    return decimate(group.points, indexes, [this](double x) { return map(x, 0).x(); });
}

CurvePainter::Lines CurvePainter::linesOf(qsizetype group) const
{
    Lines lines{group, {}, {}};
    QPolygonF curve;
    Band band;
    const bool steps = m_data.shape == CurveData::Shape::Steps;
    const auto endCurve = [&] {
        lines.curve.append(clipLine(curve, m_view));
        curve.clear();
    };
    const auto endBand = [&] {
        const Band part{clampLine(band.upper, m_view), clampLine(band.lower, m_view)};
        if (part.upper.size() > 1)
            lines.bands.append(part);
        band = {};
    };
    // A step keeps its value until the next point, so a corner is put before it.
    const auto append = [steps](QPolygonF& line, QPointF point) {
        if (steps && !line.isEmpty())
            line.append(QPointF(point.x(), line.last().y()));
        line.append(point);
    };
    const QList<CurvePoint>& points = m_data.groups[group].points;
    for (const qsizetype i : pointsInView(m_data.groups[group])) {
        const CurvePoint& point = points[i];
        if (!std::isfinite(point.y)) {
            endCurve();
            endBand();
            continue;
        }
        append(curve, QPointF(point.x, point.y));
        if (!std::isfinite(point.low) || !std::isfinite(point.high)) {
            // The interval held until here.
            if (steps && !band.upper.isEmpty()) {
                band.upper.append(QPointF(point.x, band.upper.last().y()));
                band.lower.append(QPointF(point.x, band.lower.last().y()));
            }
            endBand();
            continue;
        }
        append(band.upper, QPointF(point.x, point.high));
        append(band.lower, QPointF(point.x, point.low));
    }
    endCurve();
    endBand();
    return lines;
}

QList<CurvePainter::Lines> CurvePainter::shownLines() const
{
    QList<Lines> shown;
    for (qsizetype i = 0; i < m_data.groups.size(); ++i) {
        if (isShown(i))
            shown.append(linesOf(i));
    }
    return shown;
}

} // namespace lyceum::ui
