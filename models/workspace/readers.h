// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/executor.h"
#include "storage/connection.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

namespace lyceum::workspace {

/**
 * Read-only connections to one file and the threads that use them. A job gets a connection for itself while it runs.
 * `stop()` interrupts what is running, so that closing a workspace never waits for a long question.
 */
class Readers {
public:
    Readers(QString path, std::size_t threads);
    ~Readers();
    Readers(const Readers&) = delete;
    Readers& operator=(const Readers&) = delete;

    /// `job` gets a connection, or the reason why there is none.
    void run(std::function<void(Result<storage::Connection*>)> job);
    void stop();

private:
    [[nodiscard]] Result<storage::Connection> take();
    void giveBack(storage::Connection connection);

    QString m_path;
    std::mutex m_mutex;
    std::vector<storage::Connection> m_idle;
    std::set<const storage::Connection*> m_busy; ///< guarded by m_mutex; only to be interrupted
    std::atomic<bool> m_stopping = false;
    Executor m_threads;
};

} // namespace lyceum::workspace
