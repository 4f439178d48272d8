// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace lyceum::ui {

class Theme;

/**
 * Fields one below the other: a label above each, and below it room for what is wrong with it. Nothing is asked in a dialog and
 * nothing that was typed is taken away.
 */
class CheckedForm final : public QWidget {
    Q_OBJECT
public:
    explicit CheckedForm(const Theme& theme, QWidget* parent = nullptr);

    /// Takes `editor` over. `name` is what setProblem() calls it; an `&` in `label` makes its key.
    void addField(const QString& name, const QString& label, QWidget* editor);
    /// Two that belong together, side by side; each has a label and a problem of its own.
    void addPair(const QString& name, const QString& label, QWidget* editor, const QString& otherName, const QString& otherLabel, QWidget* other);
    void addWidget(QWidget* widget); ///< without a label, such as a check box
    void setFieldVisible(const QString& name, bool visible);
    void setHint(const QString& name, const QString& hint); ///< stands below the field while nothing is wrong with it

    /// An empty text clears it. Screen readers hear it as the field's description.
    void setProblem(const QString& name, const QString& problem);
    void clearProblems();
    [[nodiscard]] QString problemOf(const QString& name) const;
    [[nodiscard]] bool hasProblem() const;
    /// Puts the keyboard at the first field something is wrong with; false when there is none.
    bool focusProblem();
    [[nodiscard]] bool knows(const QString& name) const { return m_fields.contains(name); }

private:
    struct Field {
        QWidget* part;
        QWidget* editor;
        QLabel* below;
        QString hint;
        QString problem;
    };
    QWidget* makeField(const QString& name, const QString& label, QWidget* editor);
    void showField(const Field& field);

    const Theme& m_theme;
    QVBoxLayout* m_layout;
    QHash<QString, Field> m_fields;
    QStringList m_order;
};

} // namespace lyceum::ui
