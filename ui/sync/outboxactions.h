// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workspace/workspace.h"

#include <QObject>

namespace lyceum::ui {

/// Pauses, resumes, retries or discards changes that wait: one commit an item, one after the other, while the window goes on.
class OutboxActions final : public QObject {
    Q_OBJECT

public:
    enum class Action { Pause, Resume, Retry, Discard };
    Q_ENUM(Action)

    /// What came of it. An item that failed holds up none of the others.
    struct Outcome {
        Action action = Action::Pause;
        int done = 0;
        int failed = 0;
        Error firstError; ///< with `failed`
        QList<qint64> entries; ///< of the journal, in their order: what can be taken back
    };

    /// `workspace` outlives this.
    explicit OutboxActions(workspace::Workspace& workspace, QObject* parent = nullptr);

    /// Whether the action does anything to an item in its state.
    [[nodiscard]] static bool applies(Action action, const workspace::OutboxItem& item);
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Those of the items it applies to; nothing while another is running.
    void run(Action action, const QList<workspace::OutboxItem>& items);

Q_SIGNALS:
    void progressed(int done, int all);
    void finished(const lyceum::ui::OutboxActions::Outcome& outcome);

private:
    [[nodiscard]] QFuture<Result<workspace::ChangeSummary>> begin(const workspace::OutboxItem& item);
    void next();
    void end();

    workspace::Workspace& m_workspace;
    QList<workspace::OutboxItem> m_items;
    qsizetype m_at = 0;
    Outcome m_outcome;
    bool m_isRunning = false;
};

} // namespace lyceum::ui
