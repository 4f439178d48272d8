// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace lyceum {

/**
 * A few threads that run jobs in the order they came. Plain C++ on purpose: the thread sanitizer understands it,
 * which it does not of an uninstrumented Qt.
 *
 * Jobs must not throw. The destructor drops what has not begun, then waits for what has.
 */
class Executor {
public:
    using Job = std::function<void()>;

    explicit Executor(std::size_t threads);
    ~Executor();
    Executor(const Executor&) = delete;
    Executor& operator=(const Executor&) = delete;

    /// Thread-safe. After `stop()` the job is dropped.
    void run(Job job);
    /// Drops waiting jobs, lets running ones end, joins. Idempotent; not to be called from a job.
    void stop();

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace lyceum
