// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filterbar.h"

#include "theme/theme.h"
#include "widgets/chip.h"
#include "widgets/flowlayout.h"
#include "widgets/searchfield.h"

#include <QToolButton>

namespace lyceum::ui {

FilterBar::FilterBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new FlowLayout(this, space::kSmall))
    , m_clear(new QToolButton(this))
{
    m_clear->setText(tr("Clear all"));
    m_clear->setAccessibleName(tr("Clear all filters"));
    m_clear->setFocusPolicy(Qt::StrongFocus);
    m_layout->addWidget(m_clear);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        clearChips();
        Q_EMIT cleared();
    });
    updateClearButton();
}

SearchField* FilterBar::searchField()
{
    if (!m_search) {
        m_search = new SearchField(m_theme, tr("Search"), this);
        m_layout->insertWidget(0, m_search);
        setFocusProxy(m_search);
        if (m_layout->count() > 1)
            setTabOrder(m_search, m_layout->itemAt(1)->widget());
    }
    return m_search;
}

void FilterBar::addControl(QWidget* control)
{
    m_layout->insertWidget((m_search ? 1 : 0) + m_controls++, control);
}

void FilterBar::setChip(const QString& id, const QString& text)
{
    if (Chip* known = m_chips.value(id)) {
        known->setText(text);
        known->setAccessibleName(text);
        known->updateGeometry();
        known->update();
        return;
    }
    auto* chip = new Chip(m_theme, text, this);
    chip->setRemovable(true);
    m_layout->insertWidget(m_layout->count() - 1, chip); // before "Clear all"
    setTabOrder(chip, m_clear);
    m_order.append(id);
    m_chips.insert(id, chip);
    chip->show();
    connect(chip, &Chip::removeRequested, this, [this, id] {
        takeChip(id);
        Q_EMIT chipRemoved(id);
    });
    updateClearButton();
}

void FilterBar::removeChip(const QString& id)
{
    takeChip(id);
}

void FilterBar::clearChips()
{
    const QStringList all = m_order;
    for (const QString& id : all)
        takeChip(id);
}

QStringList FilterBar::chips() const
{
    return m_order;
}

void FilterBar::takeChip(const QString& id)
{
    Chip* chip = m_chips.take(id);
    if (!chip)
        return;
    const auto index = m_order.indexOf(id);
    m_order.removeAt(index);
    // The focus goes to the neighbour, so that Delete can be pressed again; a lost focus would send it to the window's start.
    if (chip->hasFocus()) {
        if (!m_order.isEmpty())
            m_chips.value(m_order.at(std::min(index, m_order.size() - 1)))->setFocus(Qt::OtherFocusReason);
        else if (m_search)
            m_search->setFocus(Qt::OtherFocusReason);
    }
    chip->hide();
    m_layout->removeWidget(chip);
    chip->deleteLater(); // it may be the sender
    updateClearButton();
}

void FilterBar::updateClearButton()
{
    m_clear->setVisible(m_order.size() > 1);
    m_layout->invalidate();
    updateGeometry();
}

} // namespace lyceum::ui
