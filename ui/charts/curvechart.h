// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/curvedata.h"

#include <QPixmap>
#include <QRectF>
#include <QSet>

#include <utility>

namespace lyceum::ui {

class CurvePainter;

/**
 * Curves with confidence bands and a table of numbers at risk.
 *
 * Mouse: hover shows the nearest datum, click opens it; dragging marks a rectangle to zoom into, dragging with Shift (or the middle
 * button) pans; a click on a legend entry hides or shows it. The wheel zooms at the pointer when the chart has the focus or Ctrl
 * is held; otherwise it scrolls the page.
 * Keyboard: Left/Right step along the points, Home/End to the ends, Up/Down change the group, Enter opens the point, Space hides
 * or shows the group, + and - zoom, Ctrl+arrows pan, 0 shows everything, Escape lets go of the point.
 */
class CurveChart final : public ChartWidget {
    Q_OBJECT
public:
    explicit CurveChart(const Theme& theme, QWidget* parent = nullptr);

    void setData(CurveData data);
    [[nodiscard]] const CurveData& data() const { return m_data; }

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] ChartTable asTable() const override;
    void paintChart(QPainter& painter, const QRectF& rect, const Tokens& tokens) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] bool isGroupVisible(qsizetype group) const;
    void setGroupVisible(qsizetype group, bool visible);
    /// The datum under hover or keyboard; group -1 when there is none.
    [[nodiscard]] int currentGroup() const { return m_currentGroup; }
    [[nodiscard]] int currentPoint() const { return m_currentPoint; }
    void setCurrent(int group, int point);
    /// What is shown about the current datum; empty when there is none.
    [[nodiscard]] QString currentText() const;

    /// The part of the data on view, in data units; y upward.
    [[nodiscard]] QRectF view() const;
    void setView(const QRectF& view);
    /// Factor above 1 comes closer; `centre` in data units stays where it is.
    void zoom(double factor, QPointF centre);
    /// Where a datum is on the widget, and the plot itself: for tests and annotations.
    [[nodiscard]] QPointF positionOf(int group, int point) const;
    [[nodiscard]] QRectF plotRect() const;
    [[nodiscard]] QRectF legendRect(qsizetype group) const;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void resetView();

Q_SIGNALS:
    /// A person opened a datum: list who is behind it. Both are indexes into `data()`.
    void pointActivated(int group, int index);
    void currentChanged(int group, int index);
    void groupVisibilityChanged(int group, bool visible);
    void viewChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Drag { None, Pending, Zoom, Pan };

    [[nodiscard]] CurvePainter painterFor(const QRectF& rect, const Tokens& tokens, bool interactive) const;
    [[nodiscard]] CurvePainter screenPainter() const;
    [[nodiscard]] std::pair<int, int> nearest(QPointF position) const;
    [[nodiscard]] int legendAt(QPointF position) const;
    [[nodiscard]] int nearestIn(int group, double x) const;
    [[nodiscard]] bool isDrawn(int group, int point) const;
    void stepPoint(int direction);
    void stepGroup(int direction);
    void pan(double xShare, double yShare);
    void showCurrent();
    void activateCurrent();
    void forgetPicture();
    void paintCurrent(QPainter& painter, const CurvePainter& curves) const;

    CurveData m_data;
    QSet<qsizetype> m_hidden;
    QRectF m_view; ///< null: everything
    int m_currentGroup = -1;
    int m_currentPoint = -1;
    Drag m_drag = Drag::None;
    QPointF m_dragFrom;
    QPointF m_dragTo;
    QPixmap m_picture; ///< everything but the current datum; null when out of date
};

} // namespace lyceum::ui
