// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/page.h"
#include "page/pagecontext.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace lyceum::ui {

class ConnectForm;
class NoticeBar;
class PageHeader;

/// The road to the hosted store: connecting, syncing with moving progress, and a log a person can read.
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
    QWidget* buildConnected();
    void showState();
    void showProgress(const workspace::SyncProgress& progress);
    void showEnd(const workspace::SyncReport& report);
    void showFailure(const Error& error);
    void readLog();
    void askForPassphrase(const Error& error);

    PageContext m_context;
    PageHeader* m_header;
    NoticeBar* m_notice;
    QStackedWidget* m_stack;
    ConnectForm* m_form;
    QWidget* m_connected;
    QLabel* m_site;
    QLabel* m_progressText;
    QProgressBar* m_progress;
    QPushButton* m_start;
    QPushButton* m_full;
    QPushButton* m_cancel;
    QPushButton* m_disconnect;
    QTreeWidget* m_log;
};

} // namespace lyceum::ui
