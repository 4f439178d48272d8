// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sidepanel.h"

#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/plainlabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace lyceum::ui {

SidePanel::SidePanel(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(plainLabel(this))
    , m_close(new QToolButton(this))
    , m_layout(new QVBoxLayout(this))
{
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close the panel"));
    m_close->setFocusPolicy(Qt::StrongFocus);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::kSmall);
    head->addWidget(m_title, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    m_layout->setContentsMargins(space::kLarge, space::kMedium, space::kMedium, space::kMedium);
    m_layout->setSpacing(space::kSmall);
    m_layout->addLayout(head);
    hide();
    connect(m_close, &QToolButton::clicked, this, &SidePanel::closePanel);
    connect(&theme, &Theme::changed, this, &SidePanel::recolour);
    recolour();
}

void SidePanel::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void SidePanel::setContent(QWidget* content)
{
    if (content == m_content)
        return;
    delete m_content;
    m_content = content;
    if (content) {
        m_layout->addWidget(content, 1);
        content->show();
    }
}

QSize SidePanel::sizeHint() const
{
    return {360, QFrame::sizeHint().height()};
}

void SidePanel::openPanel()
{
    if (isHidden())
        m_cameFrom = QApplication::focusWidget();
    show();
}

void SidePanel::closePanel()
{
    if (isHidden())
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_cameFrom && m_cameFrom->isVisible())
        m_cameFrom->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void SidePanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        closePanel();
        return;
    }
    QFrame::keyPressEvent(event);
}

void SidePanel::recolour()
{
    m_title->setFont(m_theme.font(FontRole::Section));
    m_close->setIcon(icon(Icon::Close, m_theme.tokens().muted));
    update();
}

void SidePanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    painter.fillRect(QRect(leftToRight ? 0 : width() - 1, 0, 1, height()), m_theme.tokens().line);
}

} // namespace lyceum::ui
