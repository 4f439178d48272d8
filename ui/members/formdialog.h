// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"

#include <QDialog>

class QPushButton;
class QScrollArea;

namespace lyceum::ui {

class BusyLine;
class CheckedForm;
class NoticeBar;

/// A few fields and a button that says what it does. It stays open, with all that was typed, until whoever opened it has done it.
class FormDialog : public QDialog {
    Q_OBJECT

public:
    FormDialog(const PageContext& context, const QString& heading, const QString& verb, QWidget* parent);

    [[nodiscard]] CheckedForm* form() const { return m_form; }
    void setBusy(bool busy);
    /// Beside the field it is about, where there is such a field; else above the buttons.
    void showProblem(const Error& error);

Q_SIGNALS:
    void submitted();

protected:
    /// Whether what stands in the fields can be done; says at the fields why not.
    [[nodiscard]] virtual bool check() { return true; }
    [[nodiscard]] const PageContext& context() const { return m_context; }

private:
    void submit();
    void goToProblem();

    PageContext m_context;
    CheckedForm* m_form;
    QScrollArea* m_scroll;
    BusyLine* m_busy;
    NoticeBar* m_notice;
    QPushButton* m_button;
};

} // namespace lyceum::ui
