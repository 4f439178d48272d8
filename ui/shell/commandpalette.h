// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/page.h"
#include "page/pagecontext.h"

#include <QDialog>

#include <functional>

class QListWidget;

namespace lyceum::ui {

class SearchField;

/// Go to anything, do anything (Ctrl+K): pages and actions at once, members and posts as soon as they are found.
class CommandPalette final : public QDialog {
    Q_OBJECT

public:
    struct Command {
        QString text;
        Icon icon = Icon::ChevronRight;
        std::function<void()> run;
    };

    CommandPalette(const PageContext& context, QList<Command> commands, QWidget* parent);

Q_SIGNALS:
    void memberChosen(lyceum::MemberId member);
    void postChosen(lyceum::PostId post);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& text);
    void addItem(Icon icon, const QString& text, const QString& detail, std::function<void()> run);
    void runCurrent();

    PageContext m_context;
    QList<Command> m_commands;
    SearchField* m_field;
    QListWidget* m_list;
    QList<std::function<void()>> m_actions; ///< by row of the list
    int m_generation = 0; ///< an answer to an older text is dropped
};

} // namespace lyceum::ui
