// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QStringListModel;

namespace lyceum::ui {

class FlowLayout;
class Theme;

/// Whether a label of this name is among them: the store takes no heed of case.
[[nodiscard]] bool holdsLabel(const QStringList& names, const QString& name);

/// Labels as chips, each with a cross, and a field that adds one more: known names are completed, Enter or a comma takes what was typed.
class LabelsEdit final : public QWidget {
    Q_OBJECT

public:
    explicit LabelsEdit(const Theme& theme, QWidget* parent = nullptr);

    void setKnown(const QStringList& names); ///< what is completed
    void setLabels(const QStringList& names);
    /// In the order shown; with what was typed and not taken yet.
    [[nodiscard]] QStringList labels() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void add(const QString& name);
    void addChip(const QString& name);
    void takeTyped();

    const Theme& m_theme;
    FlowLayout* m_chips;
    QLineEdit* m_field;
    QStringListModel* m_known;
    QStringList m_labels;
};

} // namespace lyceum::ui
