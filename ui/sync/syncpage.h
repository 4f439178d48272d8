// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/page.h"
#include "page/pagecontext.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace lyceum::ui {

class ConflictsView;
class ConnectForm;
class NoticeBar;
class PageHeader;
class PendingCounts;
class SyncLog;
class WaitingView;

/// The road to the hosted store: connecting, syncing with moving progress, what waits, what is in conflict, and a log a person can read.
class SyncPage final : public Page {
    Q_OBJECT

public:
    explicit SyncPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] PageKind kind() const override { return PageKind::Sync; }
    [[nodiscard]] QString title() const override { return tr("Sync"); }
    [[nodiscard]] Icon icon() const override { return Icon::Sync; }
    void activate() override;
    void takeFocus() override;

private:
    QWidget* buildUnconnected();
    QWidget* buildWork();
    void connectService();
    void connectViews();
    void showState();
    void showSentence(bool running);
    void showCounts();
    void showProgress(const workspace::SyncProgress& progress);
    void showEnd(const workspace::SyncReport& report);
    void showFailure(const Error& error);
    void activateTab();
    void forgetWorkspace();
    void askForPassphrase(const Error& error);

    PageContext m_context;
    PendingCounts* m_counts;
    PageHeader* m_header;
    NoticeBar* m_notice;
    QStackedWidget* m_stack;
    ConnectForm* m_form;
    QPushButton* m_showWaiting;
    QWidget* m_unconnected;
    QWidget* m_work;
    QLabel* m_site;
    QLabel* m_progressText;
    QProgressBar* m_progress;
    QPushButton* m_start;
    QPushButton* m_full;
    QPushButton* m_cancel;
    QPushButton* m_connect;
    QPushButton* m_disconnect;
    QTabWidget* m_tabs;
    WaitingView* m_waiting;
    ConflictsView* m_conflicts;
    SyncLog* m_log;
    bool m_waitingInstead = false; ///< without a site, the changes rather than the form
};

} // namespace lyceum::ui
