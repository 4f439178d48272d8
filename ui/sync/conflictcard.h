// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"
#include "words/fieldwords.h"

#include <QFrame>

class QButtonGroup;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace lyceum::ui {

/// One field in conflict: what it was, what it is here, what it is on the site, and which of them it becomes.
class ConflictCard final : public QFrame {
    Q_OBJECT

public:
    ConflictCard(const PageContext& context, const workspace::OpenConflict& conflict, const RowNames& names, QWidget* parent = nullptr);

    [[nodiscard]] const workspace::OpenConflict& conflict() const { return m_conflict; }
    [[nodiscard]] bool canHoldBoth() const { return m_both != nullptr; }
    [[nodiscard]] std::optional<workspace::Settlement> choice() const { return m_choice; }
    /// The words that hold both, as a person left them.
    [[nodiscard]] std::optional<QString> text() const;
    void choose(workspace::Settlement choice); ///< nothing for both where it cannot hold them
    void setCurrent(bool current);

Q_SIGNALS:
    void chosen();
    void entered(); ///< clicked or reached with the keyboard
    void settleRequested(); ///< Ctrl+Enter in the words

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addValues(QVBoxLayout* column, const RowNames& names);
    void showChoice();
    QPushButton* addChoice(const QString& text, const char* name, workspace::Settlement choice);

    PageContext m_context;
    workspace::OpenConflict m_conflict;
    QButtonGroup* m_choices;
    QPushButton* m_mine;
    QPushButton* m_theirs;
    QPushButton* m_both = nullptr;
    QPlainTextEdit* m_text = nullptr;
    std::optional<workspace::Settlement> m_choice;
    bool m_isCurrent = false;
};

} // namespace lyceum::ui
