// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outboxactions.h"

#include "base/whendone.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lyceum::ui {

OutboxActions::OutboxActions(workspace::Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    // Rows of another workspace have the same numbers.
    connect(&m_workspace, &workspace::Workspace::opened, this, &OutboxActions::end);
    connect(&m_workspace, &workspace::Workspace::closed, this, &OutboxActions::end);
}

bool OutboxActions::applies(Action action, const workspace::OutboxItem& item)
{
    using State = workspace::OutboxState;
    switch (action) {
    case Action::Pause: return item.state == State::Pending;
    case Action::Resume: return item.state == State::Paused;
    case Action::Retry: return item.state == State::Parked || item.state == State::Local || (item.state == State::Pending && item.attempts > 0);
    case Action::Discard: return item.state != State::Sending; // whether it arrived is not known yet
    }
    return false;
}

void OutboxActions::run(Action action, const QList<workspace::OutboxItem>& items)
{
    if (m_isRunning)
        return;
    m_items.clear();
    std::ranges::copy_if(items, std::back_inserter(m_items), [action](const auto& item) { return applies(action, item); });
    m_at = 0;
    m_outcome = {};
    m_outcome.action = action;
    m_isRunning = true;
    next();
}

QFuture<Result<workspace::ChangeSummary>> OutboxActions::begin(const workspace::OutboxItem& item)
{
    switch (m_outcome.action) {
    case Action::Pause: return m_workspace.pauseItem(item.entity, item.row, true);
    case Action::Resume: return m_workspace.pauseItem(item.entity, item.row, false);
    case Action::Retry: return m_workspace.retryItem(item.entity, item.row);
    case Action::Discard: break;
    }
    return m_workspace.discardItem(item.entity, item.row);
}

void OutboxActions::next()
{
    if (m_at == m_items.size()) {
        end();
        return;
    }
    whenDone(begin(m_items.at(m_at)), this, [this](const Result<workspace::ChangeSummary>& done) {
        if (!m_isRunning)
            return;
        if (done) {
            ++m_outcome.done;
            if (done->journalEntry != 0)
                m_outcome.entries.append(done->journalEntry);
        } else if (m_outcome.failed++ == 0) {
            m_outcome.firstError = done.error();
        }
        ++m_at;
        Q_EMIT progressed(int(m_at), int(m_items.size()));
        next();
    });
}

void OutboxActions::end()
{
    if (!std::exchange(m_isRunning, false))
        return;
    m_items.clear();
    Q_EMIT finished(m_outcome);
}

} // namespace lyceum::ui
