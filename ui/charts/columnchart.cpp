// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/columnchart.h"

#include "charts/charttext.h"
#include "charts/columnpainter.h"
#include "theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace lyceum::ui {

ColumnChart::ColumnChart(const Theme& theme, QWidget* parent)
    : ChartWidget(theme, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ColumnChart::setData(ColumnData data)
{
    m_data = std::move(data);
    m_current = -1;
    announceData();
}

QString ColumnChart::title() const
{
    return m_data.title;
}

QString ColumnChart::description() const
{
    return describe(m_data);
}

ChartTable ColumnChart::asTable() const
{
    return tableOf(m_data);
}

void ColumnChart::paintChart(QPainter& painter, const QRectF& rect, const Tokens& tokens) const
{
    paintColumns(painter, rect, m_data, tokens);
}

QSize ColumnChart::sizeHint() const
{
    return {560, 280};
}

QSize ColumnChart::minimumSizeHint() const
{
    return {240, 160};
}

void ColumnChart::setCurrent(int index)
{
    const int wanted = index >= 0 && index < m_data.columns.size() ? index : -1;
    if (wanted == m_current)
        return;
    m_current = wanted;
    setAccessibleDescription(wanted < 0 ? description() : currentText()); // screen readers are told of the change
    update();
    Q_EMIT currentChanged(wanted);
}

QString ColumnChart::currentText() const
{
    return describeColumn(m_data, m_current);
}

QRectF ColumnChart::barRect(int index) const
{
    return ColumnPainter(m_data, theme().tokens(), QRectF(rect())).bar(index);
}

int ColumnChart::columnAt(QPointF position) const
{
    const ColumnPainter columns(m_data, theme().tokens(), QRectF(rect()));
    const QRectF& plot = columns.plot();
    if (!plot.isValid() || !plot.contains(position))
        return -1;
    const auto count = double(m_data.columns.size());
    return std::min(int((position.x() - plot.left()) / plot.width() * count), int(count) - 1);
}

void ColumnChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = theme().tokens();
    const ColumnPainter columns(m_data, tokens, QRectF(rect()));
    columns.paint(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_current >= 0 && columns.plot().isValid()) {
        const QRectF bar = columns.bar(m_current);
        const QRectF slot = columns.slot(m_current);
        painter.setPen(QPen(tokens.text, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar.isNull() ? slot : bar);
        if (!bar.isNull()) { // a ring that is seen where bars have the colour of text, too
            painter.setPen(QPen(tokens.surface, 1));
            painter.drawRect(bar.adjusted(1.5, 1.5, -1.5, -1.5));
        }
        const QPointF anchor(slot.center().x(), bar.isNull() ? slot.center().y() : bar.top());
        paintCallout(painter, anchor, QRectF(rect()).adjusted(4, 4, -4, -4), currentText(), tokens);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.accent, space::kFocusRing));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::kCorner, space::kCorner);
    }
}

void ColumnChart::mouseMoveEvent(QMouseEvent* event)
{
    setCurrent(columnAt(event->position()));
    setCursor(m_current >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ColumnChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int index = columnAt(event->position());
    setCurrent(index);
    if (index >= 0)
        Q_EMIT columnActivated(index);
}

void ColumnChart::keyPressEvent(QKeyEvent* event)
{
    const auto last = int(m_data.columns.size()) - 1;
    switch (event->key()) {
    // From nowhere one comes in at the latest bar.
    case Qt::Key_Left: setCurrent(m_current < 0 ? last : std::max(0, m_current - 1)); return;
    case Qt::Key_Right: setCurrent(m_current < 0 ? last : std::min(last, m_current + 1)); return;
    case Qt::Key_Home: setCurrent(0); return;
    case Qt::Key_End: setCurrent(last); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT columnActivated(m_current);
        return;
    case Qt::Key_Escape:
        if (m_current >= 0) {
            setCurrent(-1);
            return;
        }
        break; // nothing to let go of: a panel or the page may want it
    default: break;
    }
    ChartWidget::keyPressEvent(event);
}

void ColumnChart::leaveEvent(QEvent* event)
{
    if (!hasFocus())
        setCurrent(-1);
    ChartWidget::leaveEvent(event);
}

} // namespace lyceum::ui
