// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"

#include <QDialog>

class QLabel;
class QListWidget;

namespace lyceum::ui {

class SearchField;

/// Which label: type to find it, arrows to move, Enter to take it. Where labels are added, a name that nobody has heard of can be made.
class LabelPicker final : public QDialog {
    Q_OBJECT

public:
    enum class For { Adding, Dropping };

    /// `heading` says to whom: "Add a label to 12 members".
    LabelPicker(const PageContext& context, For what, const QString& heading, QWidget* parent);

Q_SIGNALS:
    void picked(const QString& label);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask();
    void show(const QString& typed);
    void pickCurrent();

    PageContext m_context;
    For m_for;
    SearchField* m_field;
    QListWidget* m_list;
    QLabel* m_hint;
    workspace::MemberChoices m_choices;
};

} // namespace lyceum::ui
