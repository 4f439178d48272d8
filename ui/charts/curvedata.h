// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartwidget.h"

#include <limits>
#include <optional>

namespace lyceum::ui {

/// One corner of a curve. NaN in `low`/`high` means no interval; a NaN `y` is a gap.
struct CurvePoint {
    double x = 0.0;
    double y = 0.0;
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
    qint64 atRisk = -1; ///< just before x; -1: not known
    qint64 events = -1; ///< at x; -1: not known
};

struct CurveGroup {
    QString name;
    QList<CurvePoint> points; ///< x ascending
    std::optional<double> median; ///< where the curve first reaches 0.5, in units of x
};

/// Everything a curve chart shows, already in a person's words.
struct CurveData {
    enum class Shape { Steps, Lines };

    QString title; ///< the finding or the question
    QString xTitle; ///< with the unit: "Days since joining"
    QString yTitle;
    QString xUnit; ///< a short word after a value of x in hover texts: "days"; may be empty
    Shape shape = Shape::Steps;
    NumberStyle yStyle = NumberStyle::Percent;
    std::optional<double> yMin = 0.0; ///< without a value the axis fits the data
    std::optional<double> yMax = 1.0;
    std::optional<double> xMax; ///< without a value the last point of any group
    QList<CurveGroup> groups; ///< up to seven are told apart by colour and dash
    QString atRiskTitle; ///< "Members at risk"; empty: no table under the plot
    QString tooFew; ///< drawn instead of the curves when not empty
    QString intervalTitle; ///< "95% interval"; empty: "Interval"
    QString eventsTitle; ///< "Left on this day"; empty: events are not shown on hover
    QStringList footnotes; ///< rule set, data range, method: one line each
};

[[nodiscard]] ChartTable tableOf(const CurveData& data);
[[nodiscard]] QString describe(const CurveData& data);
/// One datum in lines: group, x, value, interval, n. Empty for indexes that are not there.
[[nodiscard]] QString describePoint(const CurveData& data, qsizetype group, qsizetype point);

/// Without a window: for reports, from any program with a QApplication (offscreen will do), on its thread.
void paintCurve(QPainter& painter, const QRectF& rect, const CurveData& data, const Tokens& tokens);
/// Text stays text in the installed Chinese-capable family; `<title>` and `<desc>` say what the picture shows.
[[nodiscard]] QByteArray renderCurveSvg(const CurveData& data, QSize size, const Tokens& tokens);
[[nodiscard]] QByteArray renderCurvePng(const CurveData& data, QSize size, const Tokens& tokens, double scale = 2.0);

} // namespace lyceum::ui
