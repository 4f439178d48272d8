// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/membertablemodel.h"
#include "page/page.h"
#include "page/pagecontext.h"

#include <QSet>

class QStackedWidget;

namespace lyceum::ui {

class BulkBar;
class ListFrame;
class MemberActions;
class MemberFilterMenus;
class MemberView;

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
    void connectList();
    void buildBar();
    void connectActions(MemberActions* actions);
    void ask();
    void sortBy(int column);
    void showCount();
    void showSelection();
    void keepSelection();
    void restoreSelection();
    [[nodiscard]] QList<MemberId> selectedMembers() const;
    void showRowMenu(QPoint position);
    void backToList();

    PageContext m_context;
    workspace::MemberQuery m_query;
    MemberTableModel* m_model;
    QStackedWidget* m_stack;
    ListFrame* m_list;
    BulkBar* m_bar;
    MemberActions* m_actions;
    MemberFilterMenus* m_menus;
    MemberView* m_member;
    QSet<MemberId> m_kept; ///< who was selected before the rows were replaced, if several were
    MemberId m_keptCurrent;
};

} // namespace lyceum::ui
