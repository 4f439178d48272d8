// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/curvedata.h"

#include "charts/charttext.h"
#include "charts/curvepainter.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lyceum::ui {

using namespace Qt::StringLiterals;

namespace {

struct CurveWords {
    Q_DECLARE_TR_FUNCTIONS(lyceum::ui::CurveChart)
};

/// Whole numbers without a point, others with one digit.
QString xText(double x)
{
    return QLocale().toString(x, 'f', std::abs(x - std::round(x)) < 0.05 ? 0 : 1);
}

QString xWithUnit(const CurveData& data, double x)
{
    return data.xUnit.isEmpty() ? xText(x) : CurveWords::tr("%1 %2", "value and unit, 90 days").arg(xText(x), data.xUnit);
}

QString yText(const CurveData& data, double y)
{
    return numberText(y, data.yStyle, data.yStyle == NumberStyle::Percent ? 1 : 2);
}

QString intervalTitle(const CurveData& data)
{
    return data.intervalTitle.isEmpty() ? CurveWords::tr("Interval") : data.intervalTitle;
}

QVariant cellOf(double value)
{
    return std::isnan(value) ? QVariant() : QVariant(value);
}

} // namespace

QString describePoint(const CurveData& data, qsizetype group, qsizetype point)
{
    if (group < 0 || group >= data.groups.size() || point < 0 || point >= data.groups[group].points.size())
        return {};
    const CurvePoint& datum = data.groups[group].points[point];
    QStringList lines;
    if (!data.groups[group].name.isEmpty())
        lines.append(data.groups[group].name);
    const QString pair = CurveWords::tr("%1: %2", "what and its value");
    lines.append(pair.arg(data.xTitle, xText(datum.x)));
    lines.append(pair.arg(data.yTitle, yText(data, datum.y)));
    if (!std::isnan(datum.low) && !std::isnan(datum.high))
        lines.append(CurveWords::tr("%1: %2 to %3", "95% interval: 55% to 69%")
                         .arg(intervalTitle(data), yText(data, datum.low), yText(data, datum.high)));
    if (datum.atRisk >= 0)
        lines.append(pair.arg(data.atRiskTitle.isEmpty() ? CurveWords::tr("n", "number of members") : data.atRiskTitle,
                              QLocale().toString(datum.atRisk)));
    if (datum.events >= 0 && !data.eventsTitle.isEmpty())
        lines.append(pair.arg(data.eventsTitle, QLocale().toString(datum.events)));
    return lines.join(u'\n');
}

QString describe(const CurveData& data)
{
    if (!data.tooFew.isEmpty())
        return data.tooFew;
    QStringList sentences;
    const QRectF full = CurvePainter::fullRange(data);
    if (!full.isValid())
        return CurveWords::tr("There is nothing to draw yet.");
    sentences.append(CurveWords::tr("A chart of curves. Up: %1. Along: %2, from %3 to %4. Number of curves: %5.")
                         .arg(data.yTitle, data.xTitle, xText(full.left()), xText(full.right()), QString::number(data.groups.size())));
    for (const CurveGroup& group : data.groups) {
        const auto last = std::find_if(group.points.crbegin(), group.points.crend(), [](const CurvePoint& p) { return !std::isnan(p.y); });
        if (last == group.points.crend())
            continue;
        const QString name = group.name.isEmpty() ? data.yTitle : group.name;
        sentences.append(std::isnan(last->low) || std::isnan(last->high)
                             ? CurveWords::tr("%1: %2 at %3.").arg(name, yText(data, last->y), xWithUnit(data, last->x))
                             : CurveWords::tr("%1: %2 at %3, interval %4 to %5.")
                                   .arg(name, yText(data, last->y), xWithUnit(data, last->x), yText(data, last->low),
                                        yText(data, last->high)));
        if (group.median)
            sentences.append(CurveWords::tr("Median of %1: %2.").arg(name, xWithUnit(data, *group.median)));
    }
    return sentences.join(u' ');
}

ChartTable tableOf(const CurveData& data)
{
    ChartTable table;
    const auto all = [&data](auto field) {
        return std::any_of(data.groups.cbegin(), data.groups.cend(), [field](const CurveGroup& group) {
            return std::any_of(group.points.cbegin(), group.points.cend(), field);
        });
    };
    const bool intervals = all([](const CurvePoint& point) { return !std::isnan(point.low); });
    const bool atRisk = all([](const CurvePoint& point) { return point.atRisk >= 0; });
    const bool events = all([](const CurvePoint& point) { return point.events >= 0; });
    table.headers << CurveWords::tr("Group") << data.xTitle << data.yTitle;
    if (intervals)
        table.headers << CurveWords::tr("%1, low").arg(intervalTitle(data)) << CurveWords::tr("%1, high").arg(intervalTitle(data));
    if (atRisk)
        table.headers << (data.atRiskTitle.isEmpty() ? CurveWords::tr("n", "number of members") : data.atRiskTitle);
    if (events)
        table.headers << (data.eventsTitle.isEmpty() ? CurveWords::tr("Events") : data.eventsTitle);
    for (const CurveGroup& group : data.groups) {
        for (const CurvePoint& point : group.points) {
            QVariantList row{group.name, point.x, cellOf(point.y)};
            if (intervals)
                row << cellOf(point.low) << cellOf(point.high);
            if (atRisk)
                row << (point.atRisk < 0 ? QVariant() : QVariant(point.atRisk));
            if (events)
                row << (point.events < 0 ? QVariant() : QVariant(point.events));
            table.rows.append(row);
        }
    }
    return table;
}

void paintCurve(QPainter& painter, const QRectF& rect, const CurveData& data, const Tokens& tokens)
{
    CurvePainter(data, tokens, rect, {}).paint(painter);
}

QByteArray renderCurveSvg(const CurveData& data, QSize size, const Tokens& tokens)
{
    return svgOf(size, data.title, describe(data),
                 [&](QPainter& painter, const QRectF& rect) { paintCurve(painter, rect, data, tokens); });
}

QByteArray renderCurvePng(const CurveData& data, QSize size, const Tokens& tokens, double scale)
{
    return pngOf(size, scale, [&](QPainter& painter, const QRectF& rect) { paintCurve(painter, rect, data, tokens); });
}

} // namespace lyceum::ui
