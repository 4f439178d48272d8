// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/membertablemodel.h"
#include "page/page.h"
#include "page/pagecontext.h"

class QStackedWidget;

namespace lyceum::ui {

class BusyLine;
class EmptyState;
class FilterBar;
class ListView;
class MemberFilterMenus;
class MemberView;
class NoticeBar;
class PageHeader;

/// Everybody: search as you type, filters as chips, a table that stays smooth at any size, and a member's own page.
class MembersPage final : public Page {
    Q_OBJECT

public:
    explicit MembersPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] PageKind kind() const override { return PageKind::Members; }
    [[nodiscard]] QString title() const override { return tr("Members"); }
    [[nodiscard]] Icon icon() const override { return Icon::Members; }
    void activate() override;
    void takeFocus() override;

public Q_SLOTS:
    void showMember(lyceum::MemberId member);
    void showMembers(const lyceum::workspace::MemberQuery& query, const QString& why);

private:
    void buildList();
    void ask();
    void showCount();
    void backToList();
    void forgetWorkspace();

    PageContext m_context;
    workspace::MemberQuery m_query;
    QStackedWidget* m_stack;
    QWidget* m_list;
    PageHeader* m_header;
    FilterBar* m_filters;
    MemberFilterMenus* m_menus;
    BusyLine* m_busy;
    NoticeBar* m_notice;
    QStackedWidget* m_content; ///< the table, or why it is empty
    ListView* m_table;
    EmptyState* m_empty;
    MemberTableModel* m_model;
    MemberView* m_member;
};

} // namespace lyceum::ui
