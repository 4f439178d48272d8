// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/labelsedit.h"

#include "theme/theme.h"
#include "widgets/chip.h"
#include "widgets/flowlayout.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::ui {

bool holdsLabel(const QStringList& names, const QString& name)
{
    return std::ranges::any_of(names, [&](const QString& each) { return each.compare(name, Qt::CaseInsensitive) == 0; });
}

LabelsEdit::LabelsEdit(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_chips(nullptr)
    , m_field(new QLineEdit(this))
    , m_known(new QStringListModel(this))
{
    auto* area = new QWidget(this);
    m_chips = new FlowLayout(area, space::kTiny);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kTiny);
    layout->addWidget(area);
    layout->addWidget(m_field);
    setFocusProxy(m_field);
    m_field->setObjectName(u"labelField"_s);
    m_field->setPlaceholderText(tr("Add a label and press Enter"));
    m_field->setAccessibleName(tr("Add a label"));
    m_field->installEventFilter(this);
    auto* completer = new QCompleter(m_known, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_field->setCompleter(completer);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &LabelsEdit::takeTyped, Qt::QueuedConnection);
}

void LabelsEdit::setKnown(const QStringList& names)
{
    m_known->setStringList(names);
}

void LabelsEdit::setLabels(const QStringList& names)
{
    m_labels.clear();
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& name : names)
        add(name);
}

QStringList LabelsEdit::labels() const
{
    const QString typed = m_field->text().trimmed();
    return typed.isEmpty() || holdsLabel(m_labels, typed) ? m_labels : m_labels + QStringList {typed};
}

void LabelsEdit::add(const QString& name)
{
    if (name.isEmpty() || holdsLabel(m_labels, name))
        return;
    // A label that is known keeps its own spelling.
    const QStringList known = m_known->stringList();
    const auto same = std::ranges::find_if(known, [&](const QString& each) { return each.compare(name, Qt::CaseInsensitive) == 0; });
    addChip(same == known.end() ? name : *same);
}

void LabelsEdit::addChip(const QString& name)
{
    m_labels.append(name);
    auto* chip = new Chip(m_theme, name, this);
    chip->setRemovable(true);
    m_chips->addWidget(chip);
    chip->show();
    setTabOrder(chip, m_field);
    connect(chip, &Chip::removeRequested, this, [this, chip, name] {
        m_labels.removeOne(name);
        if (chip->hasFocus())
            m_field->setFocus(Qt::OtherFocusReason);
        chip->hide();
        m_chips->removeWidget(chip);
        chip->deleteLater(); // it is the sender
        updateGeometry();
    });
    updateGeometry();
}

void LabelsEdit::takeTyped()
{
    add(m_field->text().trimmed());
    m_field->clear();
}

bool LabelsEdit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || m_field->text().trimmed().isEmpty())
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool takes = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->text() == ","_L1 || key->text() == u"，"_s;
    if (!takes)
        return QWidget::eventFilter(watched, event);
    takeTyped(); // and the dialog around does not take the Enter for its own
    return true;
}

} // namespace lyceum::ui
