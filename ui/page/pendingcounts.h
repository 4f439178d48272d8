// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/asker.h"
#include "workspace/workspace.h"

#include <QObject>

namespace lyceum::ui {

/// How many changes the site has yet to learn, kept up to date while the workspace changes. All zero while none is open.
class PendingCounts final : public QObject {
    Q_OBJECT

public:
    /// `workspace` outlives this.
    explicit PendingCounts(workspace::Workspace& workspace, QObject* parent = nullptr);

    [[nodiscard]] const workspace::OutboxCounts& counts() const { return m_counts; }
    void refresh();

Q_SIGNALS:
    void changed(); ///< after an answer that is another than the one before

private:
    void take(const workspace::OutboxCounts& counts);

    workspace::Workspace& m_workspace;
    workspace::OutboxCounts m_counts;
    Asker<workspace::OutboxCounts> m_asker;
};

} // namespace lyceum::ui
