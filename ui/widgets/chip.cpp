// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chip.h"

#include "theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace lyceum::ui {

namespace {

constexpr int kPadding = space::kSmall;
constexpr int kCross = 8; // the strokes; the area to hit is the chip's height
constexpr int kWidest = 320;

} // namespace

Chip::Chip(const Theme& theme, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(text);
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    updateFocusPolicy();
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void Chip::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Chip::setRemovable(bool removable)
{
    m_removable = removable;
    setAccessibleDescription(removable ? tr("Press Delete to remove it.") : QString());
    updateFocusPolicy();
    updateGeometry();
    update();
}

void Chip::setActivatable(bool activatable)
{
    m_activatable = activatable;
    setCursor(activatable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateFocusPolicy();
}

void Chip::updateFocusPolicy()
{
    setFocusPolicy(m_removable || m_activatable ? Qt::StrongFocus : Qt::NoFocus);
}

QRect Chip::crossRect() const
{
    if (!m_removable)
        return {};
    const QRect right(width() - height(), 0, height(), height());
    return layoutDirection() == Qt::LeftToRight ? right : QRect(0, 0, height(), height());
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Body));
    const int height = std::max(24, metrics.height() + space::kTiny + 2);
    const int cross = m_removable ? height - kPadding : 0;
    return {std::min(metrics.horizontalAdvance(text()) + 2 * kPadding + cross + 2, kWidest), height};
}

QSize Chip::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return {std::min(hint.width(), 64), hint.height()};
}

void Chip::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hovered = underMouse() && (m_removable || m_activatable);
    const QColor tone = toneColour(tokens, m_tone);
    QColor ground = m_tone == Tone::Neutral ? tokens.raised : blend(tokens.surface, tone, 0.1);
    if (hovered || isDown())
        ground = blend(ground, tokens.text, 0.06);
    const QColor edge = m_tone == Tone::Neutral ? tokens.line : blend(tokens.surface, tone, 0.45);
    painter.setBrush(ground);
    painter.setPen(hasFocus() ? QPen(tokens.accent, space::kFocusRing) : QPen(edge, 1));
    const double inset = hasFocus() ? 1.0 : 0.5;
    const double radius = height() / 2.0 - inset;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);

    const QColor ink = m_tone == Tone::Neutral ? tokens.text : withContrast(tone, ground, 4.5);
    QRect words = rect().adjusted(kPadding + 1, 0, -kPadding - 1, 0);
    const QRect cross = crossRect();
    if (m_removable) {
        if (layoutDirection() == Qt::LeftToRight)
            words.setRight(cross.left());
        else
            words.setLeft(cross.right());
        painter.setPen(QPen(tokens.muted, 1.5, Qt::SolidLine, Qt::RoundCap));
        QRectF strokes(0, 0, kCross, kCross);
        strokes.moveCenter(QRectF(cross).center() - QPointF(layoutDirection() == Qt::LeftToRight ? 2 : -2, 0));
        painter.drawLine(strokes.topLeft(), strokes.bottomRight());
        painter.drawLine(strokes.topRight(), strokes.bottomLeft());
    }
    painter.setFont(m_theme.font(FontRole::Body));
    painter.setPen(ink);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width() + 1));
}

void Chip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && crossRect().contains(event->pos())) {
        Q_EMIT removeRequested();
        return;
    }
    if (m_activatable)
        QAbstractButton::mousePressEvent(event);
    else
        event->ignore(); // a chip in a row belongs to the row
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_removable) {
            Q_EMIT removeRequested();
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_activatable) {
            click();
            return;
        }
        break;
    case Qt::Key_Space:
        if (!m_activatable) {
            event->ignore();
            return;
        }
        break;
    default: break;
    }
    QAbstractButton::keyPressEvent(event);
}

bool Chip::event(QEvent* event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    // Whoever cut the words short owes them in full.
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && width() < QFontMetrics(m_theme.font(FontRole::Body)).horizontalAdvance(text())) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
        return true;
    }
    return QAbstractButton::event(event);
}

} // namespace lyceum::ui
