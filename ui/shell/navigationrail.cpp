// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/navigationrail.h"

#include "theme/theme.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kIconSize = 20;
constexpr int kWideRail = 176;

void setTitle(QAbstractButton& button, const QString& title)
{
    button.setText(QString(title).replace(u'&', "&&"_L1)); // in a title it is a word, not a mark of a key
    button.setAccessibleName(title);
    button.setToolTip(title);
}

} // namespace

NavigationRail::NavigationRail(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_top(new QVBoxLayout)
    , m_foot(new QVBoxLayout)
    , m_group(new QButtonGroup(this))
{
    setObjectName(u"navigationRail"_s);
    setAccessibleName(tr("Pages"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kSmall, space::kMedium, space::kSmall, space::kMedium);
    layout->setSpacing(0);
    m_top->setSpacing(space::kTiny);
    m_foot->setSpacing(space::kTiny);
    layout->addLayout(m_top);
    layout->addStretch();
    layout->addLayout(m_foot);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT pageChosen(PageKind(id)); });
    connect(&m_theme, &Theme::changed, this, &NavigationRail::recolour);
    setNarrow(false);
}

void NavigationRail::addPage(PageKind kind, Icon icon, const QString& title)
{
    auto* button = new QToolButton(this);
    button->setObjectName(u"rail-%1"_s.arg(int(kind)));
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setIconSize({kIconSize, kIconSize});
    setTitle(*button, title);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setMinimumHeight(36);
    button->setFocusPolicy(Qt::StrongFocus);
    m_group->addButton(button, int(kind));
    if (kind == PageKind::Journal)
        m_foot->insertWidget(0, button);
    else
        (kind == PageKind::Sync || kind == PageKind::Settings ? m_foot : m_top)->addWidget(button);
    m_entries.append({kind, icon, button});
    recolour();
}

void NavigationRail::setCurrent(PageKind kind)
{
    if (QAbstractButton* button = m_group->button(int(kind)))
        button->setChecked(true);
}

void NavigationRail::setTitles(const QList<std::pair<PageKind, QString>>& titles)
{
    for (const auto& [kind, title] : titles) {
        if (QAbstractButton* button = m_group->button(int(kind)))
            setTitle(*button, title);
    }
}

void NavigationRail::setNarrow(bool narrow)
{
    for (const Entry& entry : std::as_const(m_entries))
        entry.button->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    if (narrow)
        setFixedWidth(kIconSize + 2 * space::kLarge + 2 * space::kSmall);
    else
        setFixedWidth(std::max(kWideRail, fontMetrics().averageCharWidth() * 20));
}

void NavigationRail::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else
        QFrame::keyPressEvent(event);
}

void NavigationRail::recolour()
{
    for (const Entry& entry : std::as_const(m_entries))
        entry.button->setIcon(icon(entry.icon, palette()));
}

} // namespace lyceum::ui
