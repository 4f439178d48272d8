// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/threadtablemodel.h"
#include "page/page.h"
#include "page/pagecontext.h"

class QComboBox;

namespace lyceum::ui {

class ListFrame;
class ThreadView;

/// Threads as a list, and the conversation beside it.
class DiscussionsPage final : public Page {
    Q_OBJECT

public:
    explicit DiscussionsPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] PageKind kind() const override { return PageKind::Discussions; }
    [[nodiscard]] QString title() const override { return tr("Discussions"); }
    [[nodiscard]] Icon icon() const override { return Icon::Discussions; }
    void activate() override;
    void takeFocus() override;

public Q_SLOTS:
    void showThread(lyceum::CommentId thread);
    void showThreads(const lyceum::workspace::ThreadQuery& query, const QString& why);

private:
    /// The views one chooses from: which threads, with one click.
    enum class View { All, Unanswered, Reported, Newcomers, Hidden };

    void buildFilters();
    void connectList();
    void applyView(View view);
    void ask();
    void sortBy(int column);
    void showCount();
    [[nodiscard]] bool isEverything() const;

    PageContext m_context;
    workspace::ThreadQuery m_query;
    ThreadTableModel* m_model;
    ListFrame* m_list;
    QComboBox* m_views;
    ThreadView* m_thread;
};

} // namespace lyceum::ui
