// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to a curve chart, and what it paints while they do.
#include "charts/charttext.h"
#include "charts/curvechart.h"
#include "charts/curvepainter.h"
#include "theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleHints>
#include <QToolTip>

#include <cmath>

namespace lyceum::ui {

namespace {

constexpr double kWheelZoom = 1.2; // per notch
constexpr double kPanShare = 0.1;

} // namespace

bool CurveChart::event(QEvent* event)
{
    // Single keys may be shortcuts of the window; while the chart has the focus they are the chart's.
    if (event->type() == QEvent::ShortcutOverride) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
        case Qt::Key_Minus:
        case Qt::Key_0:
        case Qt::Key_Space:
        case Qt::Key_Home:
        case Qt::Key_End: event->accept(); return true;
        default: break;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int group = legendAt(help->pos());
        if (group < 0) {
            QToolTip::hideText();
        } else {
            const QString words = isGroupVisible(group) ? tr("%1: click to hide it") : tr("%1: click to show it");
            QToolTip::showText(help->globalPos(), words.arg(m_data.groups[group].name), this);
        }
        return true;
    }
    return ChartWidget::event(event);
}

void CurveChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        forgetPicture();
    ChartWidget::changeEvent(event);
}

void CurveChart::paintEvent(QPaintEvent*)
{
    const double ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    const CurvePainter curves = screenPainter();
    if (m_picture.size() != pixels) {
        m_picture = QPixmap(pixels);
        m_picture.setDevicePixelRatio(ratio);
        QPainter painter(&m_picture);
        curves.paint(painter);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (curves.hasPlot())
        paintCurrent(painter, curves);
    const Tokens& tokens = theme().tokens();
    if (m_drag == Drag::Zoom) {
        QColor fill = tokens.accent;
        fill.setAlphaF(0.12F);
        painter.setBrush(fill);
        painter.setPen(QPen(tokens.accent, 1));
        painter.drawRect(QRectF(m_dragFrom, m_dragTo).normalized().intersected(curves.plot()));
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.accent, space::kFocusRing));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::kCorner, space::kCorner);
    }
}

void CurveChart::paintCurrent(QPainter& painter, const CurvePainter& curves) const
{
    if (m_currentGroup < 0 || m_drag == Drag::Zoom || m_drag == Drag::Pan || !isDrawn(m_currentGroup, m_currentPoint))
        return;
    const CurvePoint& datum = m_data.groups[m_currentGroup].points[m_currentPoint];
    const QPointF at = curves.map(datum.x, datum.y);
    if (!curves.plot().adjusted(-2, -2, 2, 2).contains(at))
        return;
    const QColor colour = seriesColour(theme().tokens(), m_currentGroup);
    painter.setPen(QPen(theme().tokens().faint, 1, Qt::DotLine));
    painter.drawLine(QPointF(at.x(), curves.plot().top()), QPointF(at.x(), curves.plot().bottom()));
    if (!std::isnan(datum.low) && !std::isnan(datum.high)) {
        const double low = std::min(curves.map(0, datum.low).y(), curves.plot().bottom());
        const double high = std::max(curves.map(0, datum.high).y(), curves.plot().top());
        painter.setPen(QPen(colour, 2));
        painter.drawLine(QPointF(at.x(), low), QPointF(at.x(), high));
    }
    painter.setPen(QPen(theme().tokens().surface, 2));
    painter.setBrush(colour);
    painter.drawEllipse(at, 5.5, 5.5);
    paintCallout(painter, at, QRectF(rect()).adjusted(4, 4, -4, -4), currentText(), theme().tokens());
}

void CurveChart::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF position = event->position();
    if (m_drag == Drag::Pending && (position - m_dragFrom).manhattanLength() >= QGuiApplication::styleHints()->startDragDistance())
        m_drag = Drag::Zoom;
    if (m_drag == Drag::Zoom) {
        m_dragTo = position;
        update();
        return;
    }
    if (m_drag == Drag::Pan) {
        const QRectF plot = plotRect();
        pan((m_dragTo.x() - position.x()) / plot.width(), (position.y() - m_dragTo.y()) / plot.height());
        m_dragTo = position;
        return;
    }
    if (m_drag == Drag::None) {
        const auto [group, point] = nearest(position);
        setCurrent(group, point);
        setCursor(group >= 0 || legendAt(position) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
}

void CurveChart::mousePressEvent(QMouseEvent* event)
{
    m_dragFrom = m_dragTo = event->position();
    const bool inPlot = plotRect().contains(m_dragFrom);
    if (inPlot && (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && event->modifiers() & Qt::ShiftModifier)))
        m_drag = Drag::Pan;
    else if (event->button() == Qt::LeftButton)
        m_drag = Drag::Pending;
    if (m_drag == Drag::Pan)
        setCursor(Qt::ClosedHandCursor);
}

void CurveChart::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag was = std::exchange(m_drag, Drag::None);
    update();
    setCursor(Qt::ArrowCursor);
    if (was == Drag::Zoom) {
        const CurvePainter curves = screenPainter();
        const QRectF marked = QRectF(m_dragFrom, event->position()).normalized().intersected(curves.plot());
        if (marked.width() > 4 && marked.height() > 4)
            setView(QRectF(curves.unmap(marked.bottomLeft()), curves.unmap(marked.topRight())));
        return;
    }
    if (was != Drag::Pending)
        return;
    const int legend = legendAt(event->position());
    if (legend >= 0) {
        setGroupVisible(legend, !isGroupVisible(legend));
        return;
    }
    const auto [group, point] = nearest(event->position());
    setCurrent(group, point);
    activateCurrent();
}

void CurveChart::wheelEvent(QWheelEvent* event)
{
    const QRectF before = view();
    const CurvePainter curves = screenPainter();
    const bool ours = hasFocus() || event->modifiers() & Qt::ControlModifier;
    if (!ours || !curves.hasPlot() || !curves.plot().contains(event->position())) {
        event->ignore();
        return;
    }
    zoom(std::pow(kWheelZoom, event->angleDelta().y() / 120.0), curves.unmap(event->position()));
    // At the end of the range the page may scroll on.
    event->setAccepted(view() != before);
}

void CurveChart::keyPressEvent(QKeyEvent* event)
{
    const bool panning = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Left: panning ? pan(-kPanShare, 0) : stepPoint(-1); return;
    case Qt::Key_Right: panning ? pan(kPanShare, 0) : stepPoint(1); return;
    case Qt::Key_Up: panning ? pan(0, kPanShare) : stepGroup(-1); return;
    case Qt::Key_Down: panning ? pan(0, -kPanShare) : stepGroup(1); return;
    case Qt::Key_Home:
    case Qt::Key_End: {
        if (m_currentGroup < 0)
            stepGroup(1);
        if (m_currentGroup < 0)
            return;
        const double infinity = std::numeric_limits<double>::infinity();
        setCurrent(m_currentGroup, nearestIn(m_currentGroup, event->key() == Qt::Key_Home ? -infinity : infinity));
        showCurrent();
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter: activateCurrent(); return;
    case Qt::Key_Space:
        if (m_currentGroup >= 0)
            setGroupVisible(m_currentGroup, !isGroupVisible(m_currentGroup));
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomIn(); return;
    case Qt::Key_Minus: zoomOut(); return;
    case Qt::Key_0: resetView(); return;
    case Qt::Key_Escape:
        if (m_currentGroup >= 0) {
            setCurrent(-1, -1);
            return;
        }
        break; // nothing to let go of: a panel or the page may want it
    default: break;
    }
    ChartWidget::keyPressEvent(event);
}

void CurveChart::leaveEvent(QEvent* event)
{
    if (m_drag == Drag::None && !hasFocus())
        setCurrent(-1, -1);
    ChartWidget::leaveEvent(event);
}

} // namespace lyceum::ui
