// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/page.h"
#include "page/pagecontext.h"

class QMenu;

namespace lyceum::ui {

class JournalPanel;
class JournalTableModel;
class ListFrame;

/// All that was ever done in the workspace, newest first: who, when, which field from what to what, and undoing it.
class JournalPage final : public Page {
    Q_OBJECT

public:
    explicit JournalPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] PageKind kind() const override { return PageKind::Journal; }
    [[nodiscard]] QString title() const override { return tr("Journal"); }
    [[nodiscard]] Icon icon() const override { return Icon::Journal; }
    void activate() override;
    void takeFocus() override;

private:
    QMenu* addMenu(const QString& name, const QString& text);
    void buildOriginMenu();
    void buildKindMenu();
    void connectList();
    void ask();
    void showLoaded();
    void openEntry(int row);
    void reverse(int row);
    void showRowMenu(QPoint position);

    PageContext m_context;
    workspace::JournalQuery m_query;
    JournalTableModel* m_model;
    ListFrame* m_list;
    JournalPanel* m_panel;
    bool m_isAsked = false;
};

} // namespace lyceum::ui
