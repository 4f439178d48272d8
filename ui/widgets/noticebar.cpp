// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/noticebar.h"

#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/plainlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace lyceum::ui {

namespace {

constexpr int kSign = 20;

Tone toneOf(NoticeBar::Kind kind)
{
    switch (kind) {
    case NoticeBar::Kind::Info: return Tone::Accent;
    case NoticeBar::Kind::Good: return Tone::Good;
    case NoticeBar::Kind::Caution: return Tone::Caution;
    case NoticeBar::Kind::Error: return Tone::Bad;
    }
    return Tone::Neutral;
}

Icon signOf(NoticeBar::Kind kind)
{
    switch (kind) {
    case NoticeBar::Kind::Info: return Icon::Info;
    case NoticeBar::Kind::Good: return Icon::Ok;
    case NoticeBar::Kind::Caution:
    case NoticeBar::Kind::Error: break;
    }
    return Icon::Warning;
}

} // namespace

NoticeBar::NoticeBar(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_sign(new QLabel(this))
    , m_text(plainLabel(this))
    , m_button(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->setAutoDefault(false);
    m_close->setAccessibleName(tr("Dismiss this notice"));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kMedium, space::kSmall, space::kSmall, space::kSmall);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_sign, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (const auto action = m_action) // a copy: it may say something else
            action();
        Q_EMIT actionTriggered();
    });
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    connect(&theme, &Theme::changed, this, &NoticeBar::recolour);
    recolour();
}

void NoticeBar::say(Kind kind, const QString& text, const QString& button, std::function<void()> action)
{
    m_kind = kind;
    m_action = std::move(action);
    m_text->setText(text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(text);
    recolour();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void NoticeBar::setDismissible(bool dismissible)
{
    m_close->setVisible(dismissible);
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::dismiss()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT dismissed();
}

void NoticeBar::recolour()
{
    const Tokens& tokens = m_theme.tokens();
    m_sign->setPixmap(icon(signOf(m_kind), toneColour(tokens, toneOf(m_kind))).pixmap(QSize(kSign, kSign), devicePixelRatioF()));
    m_close->setIcon(icon(Icon::Close, tokens.muted));
    update();
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    const QColor tone = toneColour(tokens, toneOf(m_kind));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(tokens.highContrast ? tokens.surface : blend(tokens.surface, tone, 0.08));
    painter.setPen(QPen(blend(tokens.surface, tone, 0.5), 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kCorner, space::kCorner);
}

} // namespace lyceum::ui
