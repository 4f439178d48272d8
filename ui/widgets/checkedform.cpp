// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checkedform.h"

#include "theme/theme.h"
#include "widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace lyceum::ui {

CheckedForm::CheckedForm(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::kMedium);
    connect(&theme, &Theme::changed, this, [this] {
        for (const Field& field : std::as_const(m_fields))
            showField(field);
    });
}

QWidget* CheckedForm::makeField(const QString& name, const QString& label, QWidget* editor)
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kTiny);
    auto* above = new QLabel(label, part);
    above->setBuddy(editor);
    QLabel* below = plainLabel(part);
    column->addWidget(above);
    column->addWidget(editor);
    column->addWidget(below);
    if (editor->objectName().isEmpty())
        editor->setObjectName(name);
    editor->setAccessibleName(QString(label).remove(u'&'));
    m_fields.insert(name, {part, editor, below, {}, {}});
    m_order.append(name);
    showField(m_fields.value(name));
    return part;
}

void CheckedForm::addField(const QString& name, const QString& label, QWidget* editor)
{
    m_layout->addWidget(makeField(name, label, editor));
}

void CheckedForm::addPair(
    const QString& name, const QString& label, QWidget* editor, const QString& otherName, const QString& otherLabel, QWidget* other)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kMedium);
    row->addWidget(makeField(name, label, editor), 1, Qt::AlignTop);
    row->addWidget(makeField(otherName, otherLabel, other), 1, Qt::AlignTop);
    m_layout->addLayout(row);
}

void CheckedForm::addWidget(QWidget* widget) { m_layout->addWidget(widget); }

void CheckedForm::setFieldVisible(const QString& name, bool visible)
{
    if (const auto field = m_fields.constFind(name); field != m_fields.constEnd())
        field->part->setVisible(visible);
}

void CheckedForm::setHint(const QString& name, const QString& hint)
{
    if (const auto field = m_fields.find(name); field != m_fields.end()) {
        field->hint = hint;
        showField(*field);
    }
}

void CheckedForm::setProblem(const QString& name, const QString& problem)
{
    if (const auto field = m_fields.find(name); field != m_fields.end()) {
        field->problem = problem;
        showField(*field);
    }
}

void CheckedForm::clearProblems()
{
    for (const QString& name : std::as_const(m_order))
        setProblem(name, {});
}

QString CheckedForm::problemOf(const QString& name) const { return m_fields.value(name).problem; }

bool CheckedForm::hasProblem() const
{
    return std::ranges::any_of(m_fields, [](const Field& field) { return !field.problem.isEmpty(); });
}

bool CheckedForm::focusProblem()
{
    for (const QString& name : std::as_const(m_order)) {
        const Field& field = m_fields[name];
        if (field.problem.isEmpty())
            continue;
        field.editor->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

void CheckedForm::showField(const Field& field)
{
    const bool isWrong = !field.problem.isEmpty();
    field.below->setText(isWrong ? field.problem : field.hint);
    field.below->setVisible(!field.below->text().isEmpty());
    setInk(field.below, isWrong ? m_theme.tokens().bad : m_theme.tokens().muted);
    field.editor->setAccessibleDescription(field.below->text());
}

} // namespace lyceum::ui
