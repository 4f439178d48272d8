// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/outboxmodel.h"
#include "page/pagecontext.h"
#include "sync/outboxactions.h"

#include <QHash>
#include <QWidget>

class QAction;
class QCheckBox;
class QComboBox;
class QPushButton;
class QStackedWidget;

namespace lyceum::ui {

class BusyLine;
class EmptyState;
class ListView;
class NoticeBar;
class PendingItemView;
class SidePanel;

/// What the site has yet to learn: every change with its state, and what can be done with one or several of them.
class WaitingView final : public QWidget {
    Q_OBJECT

public:
    explicit WaitingView(const PageContext& context, QWidget* parent = nullptr);

    void activate();
    void takeFocus();
    void forgetWorkspace();

Q_SIGNALS:
    void conflictRequested(lyceum::workspace::Entity entity, qint64 row);
    void memberRequested(lyceum::MemberId member);
    void postRequested(lyceum::PostId post);

private:
    void buildFilters(QWidget* bar);
    void buildActions(QWidget* bar);
    void connectModel();
    void ask();
    void pushChosen();
    void act(OutboxActions::Action action);
    void confirmDiscard();
    void showOutcome(const OutboxActions::Outcome& outcome);
    void takeBack(QList<qint64> entries);
    void showRows();
    void showPanel();
    void showMenu(QPoint position);
    void showPaused();
    void updateActions();
    [[nodiscard]] QList<workspace::OutboxItem> chosen() const;
    [[nodiscard]] bool isEverything() const;

    PageContext m_context;
    OutboxModel* m_model;
    OutboxActions* m_actions;
    QComboBox* m_state;
    QComboBox* m_kind;
    QCheckBox* m_pause;
    QPushButton* m_pushAll;
    BusyLine* m_busy;
    NoticeBar* m_notice;
    QStackedWidget* m_stack;
    ListView* m_table;
    EmptyState* m_empty;
    SidePanel* m_panel;
    PendingItemView* m_item;
    QAction* m_push;
    QHash<OutboxActions::Action, QAction*> m_byAction;
};

} // namespace lyceum::ui
