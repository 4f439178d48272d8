// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/bulkbar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

QToolButton* barButton(QWidget* parent)
{
    auto* made = new QToolButton(parent);
    made->setFocusPolicy(Qt::StrongFocus);
    return made;
}

} // namespace

BulkBar::BulkBar(const PageContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_layout(new QHBoxLayout(this))
    , m_text(new QLabel(this))
    , m_all(barButton(this))
    , m_clear(barButton(this))
    , m_more(barButton(this))
{
    setObjectName(u"bulkBar"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_all->setObjectName(u"selectAll"_s);
    m_clear->setObjectName(u"clearSelection"_s);
    m_clear->setText(tr("Clear selection"));
    m_more->setObjectName(u"bulkMore"_s);
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More to do with the selected members"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_layout->setContentsMargins(space::kMedium, space::kTiny, space::kSmall, space::kTiny);
    m_layout->setSpacing(space::kTiny);
    m_layout->addWidget(m_text);
    m_layout->addWidget(m_all);
    m_layout->addWidget(m_clear);
    m_layout->addStretch();
    m_layout->addWidget(m_more);
    connect(m_all, &QToolButton::clicked, this, &BulkBar::selectAllRequested);
    connect(m_clear, &QToolButton::clicked, this, &BulkBar::clearRequested);
    connect(&m_context.theme, &Theme::changed, this, [this] { update(); });
    setCounts(0, 0);
}

void BulkBar::setCounts(qint64 selected, qint64 found)
{
    const Format format = m_context.format();
    m_isBulk = selected > 1;
    if (found > 1 && selected == found)
        m_text->setText(tr("All %1 selected").arg(format.count(found)));
    else
        m_text->setText(tr("%1 of %2 selected").arg(format.count(selected), format.count(found)));
    m_all->setText(tr("Select all %1 found").arg(format.count(found)));
    m_all->setVisible(found > 1 && selected < found);
    m_clear->setVisible(m_isBulk);
    setAccessibleName(m_text->text());
    update();
}

void BulkBar::addCommand(QAction* action)
{
    QToolButton* made = barButton(this);
    made->setObjectName(u"bulk-%1"_s.arg(action->objectName()));
    made->setDefaultAction(action);
    made->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_layout->insertWidget(m_layout->count() - 1, made); // before "More"
    setTabOrder(made, m_more);
}

void BulkBar::setMore(QMenu* menu)
{
    m_more->setMenu(menu);
}

QString BulkBar::text() const
{
    return m_text->text();
}

void BulkBar::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_context.theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_isBulk && !tokens.highContrast ? blend(tokens.surface, tokens.accent, 0.1) : tokens.surface);
    painter.setPen(QPen(m_isBulk ? tokens.accent : tokens.line, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kCorner, space::kCorner);
}

} // namespace lyceum::ui
