// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/curvedata.h"

#include <QPolygonF>
#include <QRectF>
#include <QSet>

#include <functional>

namespace lyceum::ui {

/// How a reader has arranged a curve chart.
struct CurveArrangement {
    QRectF view; ///< in data units; null: everything
    QSet<qsizetype> hidden;
    bool interactive = false; ///< hidden groups keep a legend entry, so that they can be brought back
};

/**
 * Lays a curve chart out in a rectangle and paints it: axes, bands and lines by Qt Charts; around and upon them what it does not
 * know, which is words, medians, names at line ends and numbers at risk. Short-lived: borrows data and tokens.
 */
class CurvePainter {
public:
    CurvePainter(const CurveData& data, const Tokens& tokens, const QRectF& rect, CurveArrangement arrangement);

    /// False when there are words instead of curves, or no room.
    [[nodiscard]] bool hasPlot() const { return m_plot.isValid(); }
    [[nodiscard]] const QRectF& plot() const { return m_plot; }
    /// Everything there is, in data units.
    [[nodiscard]] const QRectF& full() const { return m_full; }
    [[nodiscard]] const QRectF& view() const { return m_view; }
    [[nodiscard]] QPointF map(double x, double y) const;
    [[nodiscard]] QPointF unmap(QPointF position) const;
    /// Where each group's legend entry is; null rectangles for those without.
    [[nodiscard]] const QList<QRectF>& legend() const { return m_legend; }

    void paint(QPainter& painter) const;

    [[nodiscard]] static QRectF fullRange(const CurveData& data);

private:
    struct Band {
        QPolygonF upper;
        QPolygonF lower;
    };
    /// What of a group is on view, in data units.
    struct Lines {
        qsizetype group;
        QList<QPolygonF> curve; ///< in several parts where there are gaps
        QList<Band> bands;
    };

    void layOut(const QRectF& body);
    void layOutLegend(QRectF& body);
    [[nodiscard]] bool isShown(qsizetype group) const { return !m_arrangement.hidden.contains(group); }
    [[nodiscard]] QList<qsizetype> listed() const; ///< groups with a row or an entry
    [[nodiscard]] QList<Lines> shownLines() const;
    [[nodiscard]] Lines linesOf(qsizetype group) const;
    [[nodiscard]] QList<qsizetype> pointsInView(const CurveGroup& group) const;
    void paintPlot(QPainter& painter, const QList<Lines>& shown) const;
    void paintMedians(QPainter& painter) const;
    void paintEnds(QPainter& painter, const QList<Lines>& shown) const;
    void paintAtRisk(QPainter& painter) const;
    void paintEntry(QPainter& painter, qsizetype group) const;

    const CurveData& m_data;
    const Tokens& m_tokens;
    QRectF m_rect;
    CurveArrangement m_arrangement;
    QRectF m_full;
    QRectF m_view;
    QRectF m_plot;
    QRectF m_yTitle;
    double m_rowHeight = 0.0;
    double m_atRiskTop = 0.0; ///< of its heading; 0: no table
    double m_labelLeft = 0.0; ///< of labels at line ends; 0: none
    double m_xStep = 1.0; ///< between ticks
    double m_yStep = 1.0;
    QList<double> m_xTicks; ///< with a number at risk each
    QList<QRectF> m_legend;
};

/// Indexes that keep the outline of a curve when several points share a pixel column: first, lowest, highest, last of each.
/// Gaps are kept. `xPixels` gives the column of point i, ascending.
[[nodiscard]] QList<qsizetype> decimate(const QList<CurvePoint>& points, const QList<qsizetype>& candidates,
                                        const std::function<double(double)>& xPixels);

} // namespace lyceum::ui
