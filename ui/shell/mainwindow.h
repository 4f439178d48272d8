// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/page.h"
#include "page/pagecontext.h"

#include <QMainWindow>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace lyceum::ui {

class BusyLine;
class NavigationRail;
class NoticeBar;
class PendingCounts;
class UndoActions;

/**
 * The window: rail, header with search and sync state, and the page. It knows pages only as pages; `app` builds them.
 *
 * Which screens there are to go to from where is here: pages say what a person wants, the window takes them there.
 */
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(const PageContext& context, const QList<Page*>& pages, QWidget* parent = nullptr);
    ~MainWindow() override;

    void showPage(PageKind kind);
    [[nodiscard]] PageKind currentPage() const;
    /// Opens a workspace and says so in a notice if it cannot be.
    void openWorkspace(const QString& path);
    void openSample();
    void createWorkspace(const QString& path);

Q_SIGNALS:
    // The window's answer to what pages ask for; the pages concerned listen.
    void memberRequested(lyceum::MemberId member);
    void membersRequested(const lyceum::workspace::MemberQuery& query, const QString& why);
    void threadRequested(lyceum::CommentId thread);
    void threadsRequested(const lyceum::workspace::ThreadQuery& query, const QString& why);
    void postRequested(lyceum::PostId post);

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHeader();
    void buildMenus();
    void buildEditMenu();
    void connectPage(Page* page);
    void showFacts();
    void showSyncState();
    [[nodiscard]] Icon showIdle(); ///< what the button says while nothing runs
    void showOpening(const QFuture<Result<workspace::WorkspaceFacts>>& opening);
    void openPalette();
    void askForWorkspaceToOpen();
    void askForWorkspaceToCreate();
    void backUp();
    void recolour();

    PageContext m_context;
    PendingCounts* m_pending;
    QList<Page*> m_pages;
    NavigationRail* m_rail;
    QStackedWidget* m_stack;
    QToolButton* m_workspaceButton;
    QToolButton* m_editButton;
    QToolButton* m_searchButton;
    QToolButton* m_syncButton;
    BusyLine* m_busy;
    NoticeBar* m_sampleNotice;
    NoticeBar* m_notice;
    UndoActions* m_undo;
    bool m_opening = false;
};

/// Where the embedded sample community is kept on this computer.
[[nodiscard]] QString samplePath();

} // namespace lyceum::ui
