// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emptystate.h"

#include "theme/theme.h"
#include "widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace lyceum::ui {

namespace {

constexpr int kPicture = 40;
constexpr int kTextWidth = 440;

} // namespace

EmptyState::EmptyState(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_picture(new QLabel(this))
    , m_what(plainLabel(this))
    , m_advice(plainLabel(this))
    , m_button(new QPushButton(this))
{
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setAccessibleName(QString()); // the sentence says it
    for (QLabel* label : {m_what, m_advice}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setMaximumWidth(kTextWidth);
    }
    m_button->setProperty("primary", true);
    m_button->hide();
    m_button->setAutoDefault(false);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kWide, space::kHuge, space::kWide, space::kHuge);
    layout->setSpacing(space::kSmall);
    layout->addStretch(2);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    layout->addSpacing(space::kTiny);
    for (QLabel* label : {m_what, m_advice}) {
        // Not by alignment: an aligned label is given the height of its unwrapped text.
        auto* line = new QHBoxLayout;
        line->addStretch(1);
        line->addWidget(label, 100);
        line->addStretch(1);
        layout->addLayout(line);
    }
    layout->addSpacing(space::kSmall);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    connect(&theme, &Theme::changed, this, &EmptyState::recolour);
    recolour();
}

void EmptyState::setContent(Icon icon, const QString& what, const QString& advice, const QString& button)
{
    m_icon = icon;
    m_what->setText(what);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(what);
    setAccessibleDescription(advice);
    recolour();
}

void EmptyState::recolour()
{
    m_picture->setPixmap(icon(m_icon, m_theme.tokens().faint).pixmap(QSize(kPicture, kPicture), devicePixelRatioF()));
    m_what->setFont(m_theme.font(FontRole::Section));
    setInk(m_advice, m_theme.tokens().muted);
}

} // namespace lyceum::ui
