// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/posttablemodel.h"
#include "page/page.h"
#include "page/pagecontext.h"

class QComboBox;
class QStackedWidget;

namespace lyceum::ui {

class BusyLine;
class EmptyState;
class FilterBar;
class ListView;
class NoticeBar;
class PageHeader;
class PostView;
class SidePanel;

/// The library of posts: search, filter, and the post itself beside the list.
class ContentPage final : public Page {
    Q_OBJECT

public:
    explicit ContentPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] PageKind kind() const override { return PageKind::Content; }
    [[nodiscard]] QString title() const override { return tr("Content"); }
    [[nodiscard]] Icon icon() const override { return Icon::Content; }
    void activate() override;
    void takeFocus() override;

public Q_SLOTS:
    void showPost(lyceum::PostId post);

private:
    void buildFilters();
    void buildTable();
    void fillChoices();
    void ask();
    void showCount();
    void forgetWorkspace();

    PageContext m_context;
    workspace::PostQuery m_query;
    PageHeader* m_header;
    FilterBar* m_filters;
    QComboBox* m_status;
    QComboBox* m_visibility;
    QComboBox* m_tag;
    BusyLine* m_busy;
    NoticeBar* m_notice;
    QStackedWidget* m_content;
    ListView* m_table;
    EmptyState* m_empty;
    PostTableModel* m_model;
    SidePanel* m_panel;
    PostView* m_post;
};

} // namespace lyceum::ui
