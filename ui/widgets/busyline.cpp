// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/busyline.h"

#include "theme/theme.h"

#include <QPainter>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace lyceum::ui {

namespace {

constexpr int kThickness = 2;
constexpr int kFrame = 33; // milliseconds; thirty a second is smooth for a line this thin, and half the work
constexpr double kRound = 1400.0; // milliseconds for one passage
constexpr double kPiece = 0.25; // of the width

} // namespace

BusyLine::BusyLine(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(kThickness);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Progress"));
    connect(&theme, &Theme::changed, this, &BusyLine::updateTimer);
}

void BusyLine::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    if (busy)
        m_since.start();
    else
        m_progress.reset();
    setAccessibleDescription(busy ? tr("Working") : tr("Idle"));
    updateTimer();
}

void BusyLine::setProgress(std::optional<double> progress)
{
    if (progress)
        progress = std::clamp(*progress, 0.0, 1.0);
    m_progress = progress;
    updateTimer();
}

void BusyLine::paintEvent(QPaintEvent*)
{
    if (!m_busy)
        return;
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    const double all = width();
    if (m_progress) {
        painter.fillRect(rect(), tokens.line);
        painter.fillRect(QRectF(0, 0, all * *m_progress, height()), tokens.accent);
    } else if (m_theme.motion()) {
        const double phase = std::fmod(double(m_since.elapsed()), kRound) / kRound;
        painter.fillRect(QRectF((phase * (1 + kPiece) - kPiece) * all, 0, kPiece * all, height()), tokens.accent);
    } else {
        painter.fillRect(rect(), tokens.accent);
    }
}

void BusyLine::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId())
        update();
    else
        QWidget::timerEvent(event);
}

void BusyLine::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    updateTimer();
}

void BusyLine::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    updateTimer();
}

void BusyLine::updateTimer()
{
    const bool moves = m_busy && !m_progress && m_theme.motion() && isVisible();
    if (moves && !m_timer.isActive())
        m_timer.start(kFrame, this);
    else if (!moves)
        m_timer.stop();
    update();
}

} // namespace lyceum::ui
