// SPDX-License-Identifier: GPL-3.0-or-later
#include "page/pendingcounts.h"

namespace lyceum::ui {
PendingCounts::PendingCounts(workspace::Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_asker(this,
          {.question = [this] { return m_workspace.outboxCounts(); },
              // A count that could not be read says nothing about what waits: the old one stays.
              .show =
                  [this](const Result<workspace::OutboxCounts>& counts) {
                      if (counts)
                          take(*counts);
                  },
              .setBusy = [](bool) {}})
{
    connect(&m_workspace, &workspace::Workspace::changed, this, [this](const workspace::ChangeSummary& summary) {
        if (summary.outbox)
            refresh();
    });
    connect(&m_workspace, &workspace::Workspace::opened, this, [this] {
        m_asker.forget();
        refresh();
    });
    connect(&m_workspace, &workspace::Workspace::closed, this, [this] {
        m_asker.forget();
        take({});
    });
    refresh();
}

void PendingCounts::refresh()
{
    if (m_workspace.isOpen())
        m_asker.refresh();
}

void PendingCounts::take(const workspace::OutboxCounts& counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    Q_EMIT changed();
}

} // namespace lyceum::ui
