// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"
#include "shell/mainwindow.h"
#include "workspace/syncservice.h"
#include "workspace/workspace.h"

#include <QTemporaryDir>

namespace lyceum::bench {

/// The window as the program builds it, whose parts the benchmark can reach. Settings of its own, no motion.
class Window {
public:
    explicit Window(const Clock& clock);

    /// Shows the window with the workspace open and its first page settled.
    [[nodiscard]] Result<void> open(const QString& path);
    [[nodiscard]] workspace::Workspace& workspace() { return m_workspace; }

    /// Turns the event loop until no part of the window is busy and what it shows is painted. False after a minute.
    [[nodiscard]] bool settle();
    /// Brings a page to the front and settles.
    [[nodiscard]] bool visit(ui::PageKind kind);
    [[nodiscard]] QString titleOf(ui::PageKind kind) const;

private:
    QTemporaryDir m_dir;
    ui::AppSettings m_settings;
    ui::Theme m_theme;
    workspace::Workspace m_workspace;
    workspace::SyncService m_sync;
    ui::PageContext m_context;
    QList<ui::Page*> m_pages; ///< the window's
    ui::MainWindow m_window;
};

} // namespace lyceum::bench
