// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/keyfiguretile.h"

#include "theme/theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lyceum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSparkHeight = 28;
constexpr int kSparkWidth = 72;
constexpr int kPadding = space::kMedium;

} // namespace

void paintSparkLine(QPainter& painter, const QRectF& rect, const QList<double>& values, const QColor& colour)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double value : values) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (values.size() < 2 || !(low <= high) || rect.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF inner = rect.adjusted(2, 3, -4, -3);
    const double range = high > low ? high - low : 1.0;
    QPolygonF line;
    QPointF last;
    const auto flush = [&] {
        painter.drawPolyline(line);
        line.clear();
    };
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            flush();
            continue;
        }
        const double share = high > low ? (values[i] - low) / range : 0.5;
        last = QPointF(inner.left() + inner.width() * double(i) / double(values.size() - 1), inner.bottom() - share * inner.height());
        line.append(last);
    }
    flush();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(last, 2.5, 2.5);
    painter.restore();
}

KeyFigureTile::KeyFigureTile(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void KeyFigureTile::setFigure(KeyFigure figure)
{
    m_figure = std::move(figure);
    setToolTip(m_figure.toolTip);
    setAccessibleName(tr("%1: %2", "a key figure and its value").arg(m_figure.label, m_figure.value));
    QStringList parts{m_figure.change, m_figure.interval, m_figure.toolTip};
    parts.removeAll(QString());
    setAccessibleDescription(parts.join(u". "_s));
    updateGeometry();
    update();
}

QSize KeyFigureTile::sizeHint() const
{
    const QFontMetricsF label(m_theme.font(FontRole::Body));
    const QFontMetricsF value(m_theme.font(FontRole::KeyFigure));
    const QFontMetricsF small(m_theme.font(FontRole::Small));
    const double height = label.lineSpacing() + value.lineSpacing() + 2 * small.lineSpacing() + space::kSmall + 2 * kPadding;
    const double width = std::max({label.horizontalAdvance(m_figure.label), value.horizontalAdvance(m_figure.value) + kSparkWidth + kPadding,
                                   small.horizontalAdvance(m_figure.change), small.horizontalAdvance(m_figure.interval)});
    return QSizeF(std::clamp(width + 2 * kPadding, 180.0, 320.0), std::ceil(height)).toSize();
}

QSize KeyFigureTile::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void KeyFigureTile::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool raised = isDown() || underMouse();
    painter.setBrush(raised ? tokens.raised : tokens.surface);
    painter.setPen(hasFocus() ? QPen(tokens.accent, space::kFocusRing) : QPen(tokens.line, 1));
    const double inset = hasFocus() ? 1.0 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), space::kCorner, space::kCorner);

    QRectF body = QRectF(rect()).adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const auto write = [&](const QString& text, const QFont& font, const QColor& colour, double width) {
        const QFontMetricsF metrics(font);
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRectF(body.left(), body.top(), width, metrics.lineSpacing()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, width + 1));
        body.setTop(body.top() + metrics.lineSpacing());
    };
    write(m_figure.label, m_theme.font(FontRole::Body), tokens.muted, body.width());
    body.setTop(body.top() + space::kTiny);
    const QFontMetricsF value(m_theme.font(FontRole::KeyFigure));
    // The trend goes before the number does.
    const bool spark = m_figure.trend.size() > 1 && value.horizontalAdvance(m_figure.value) + kSparkWidth + kPadding <= body.width();
    if (spark) {
        const QRectF place(body.right() - kSparkWidth, body.top() + (value.lineSpacing() - kSparkHeight) / 2, kSparkWidth, kSparkHeight);
        paintSparkLine(painter, place, m_figure.trend, tokens.accent);
    }
    write(m_figure.value, m_theme.font(FontRole::KeyFigure), tokens.text, body.width() - (spark ? kSparkWidth + kPadding : 0));
    body.setTop(body.top() + space::kTiny);
    write(m_figure.change, m_theme.font(FontRole::Small), toneColour(tokens, m_figure.changeTone), body.width());
    write(m_figure.interval, m_theme.font(FontRole::Small), tokens.muted, body.width());
}

void KeyFigureTile::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void KeyFigureTile::enterEvent(QEnterEvent* event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void KeyFigureTile::leaveEvent(QEvent* event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace lyceum::ui
