// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"

#include <QWidget>

class QLabel;
class QGridLayout;
class QListView;
class QVBoxLayout;

namespace lyceum::ui {

class FlowLayout;
class NoticeBar;
class TimelineModel;

/// One member on one page: who they are, what they agreed to pay, and everything that happened, newest first.
class MemberView final : public QWidget {
    Q_OBJECT

public:
    explicit MemberView(const PageContext& context, QWidget* parent = nullptr);

    void showMember(MemberId member);
    void refresh(); ///< asks again for the same member

Q_SIGNALS:
    void backRequested();
    void postRequested(lyceum::PostId post);
    void threadRequested(lyceum::CommentId thread);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showPage(const workspace::MemberPage& page);
    void addFact(const QString& name, const QString& value);
    void showChips(const workspace::MemberPage& page);
    void showSubscriptions(const workspace::MemberPage& page);
    void openEntry(const QModelIndex& index);

    PageContext m_context;
    MemberId m_id;
    QLabel* m_name;
    QLabel* m_email;
    FlowLayout* m_chips;
    QWidget* m_chipArea;
    NoticeBar* m_notice;
    QGridLayout* m_facts;
    QVBoxLayout* m_subscriptions;
    QListView* m_timeline;
    TimelineModel* m_model;
};

} // namespace lyceum::ui
