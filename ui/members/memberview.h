// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/page.h"
#include "page/pagecontext.h"

#include <QWidget>

class QLabel;
class QListView;
class QStackedWidget;
class QToolButton;

namespace lyceum::ui {

class ChangeListModel;
class Chip;
class FlowLayout;
class MemberActions;
class MemberFacts;
class NoticeBar;
class TimelineModel;

/// One member on one page: who they are, what they agreed to pay, everything that happened, and what was changed here.
class MemberView final : public QWidget {
    Q_OBJECT

public:
    explicit MemberView(const PageContext& context, QWidget* parent = nullptr);

    void showMember(MemberId member);
    void refresh(); ///< asks again for the same member
    [[nodiscard]] MemberActions* actions() const { return m_actions; }

Q_SIGNALS:
    void backRequested();
    void postRequested(lyceum::PostId post);
    void threadRequested(lyceum::CommentId thread);
    void pageRequested(lyceum::ui::PageKind page);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildLists(QLayout* column);
    [[nodiscard]] QLayout* buildHead();
    void askForWaiting();
    void askForChanges();
    void showPage(const workspace::MemberPage& page, const QStringList& newsletters);
    void showChips(const workspace::MemberPage& page);
    void showWaiting(const QList<workspace::OutboxItem>& items);
    void showList(QListView* list);
    void openEntry(const QModelIndex& index);

    PageContext m_context;
    MemberId m_id;
    MemberActions* m_actions;
    QLabel* m_name;
    QLabel* m_email;
    FlowLayout* m_chips;
    QWidget* m_chipArea;
    Chip* m_waiting; ///< what the site has yet to learn
    NoticeBar* m_notice;
    MemberFacts* m_facts;
    QStackedWidget* m_lists;
    QToolButton* m_showTimeline;
    QToolButton* m_showChanges;
    QListView* m_timeline;
    QListView* m_changes;
    TimelineModel* m_model;
    ChangeListModel* m_changeModel;
};

} // namespace lyceum::ui
