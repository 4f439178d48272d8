// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/posttablemodel.h"
#include "page/page.h"
#include "page/pagecontext.h"

class QComboBox;

namespace lyceum::ui {

class ListFrame;
class PostView;

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
    void connectList();
    void fillChoices();
    void ask();
    void sortBy(int column);
    void showCount();
    [[nodiscard]] bool isEverything() const; ///< no filter, no search
    void forgetWorkspace();

    PageContext m_context;
    workspace::PostQuery m_query;
    PostTableModel* m_model;
    ListFrame* m_list;
    QComboBox* m_status;
    QComboBox* m_visibility;
    QComboBox* m_tag;
    PostView* m_post;
};

} // namespace lyceum::ui
