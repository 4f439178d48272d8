// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/executor.h"

#include <future>
#include <memory>
#include <optional>
#include <utility>

namespace lyceum::sync {

/**
 * The one thread that touches the workspace while a sync runs, so that a page is committed while the next one is fetched. Without a
 * thread (`overlap` false) a job runs at once, where it is handed in.
 */
class CommitLane {
public:
    explicit CommitLane(bool overlap)
    {
        if (overlap)
            m_executor.emplace(1);
    }

    /// What the job returns. The job must not throw, and what it borrows must outlive the lane or be waited for.
    template <class Job>
    [[nodiscard]] auto start(Job job) -> std::future<decltype(job())>
    {
        auto task = std::make_shared<std::packaged_task<decltype(job())()>>(std::move(job));
        auto future = task->get_future();
        if (m_executor)
            m_executor->run([task] { (*task)(); });
        else
            (*task)();
        return future;
    }
    /// Runs a job and waits for it.
    template <class Job>
    [[nodiscard]] auto run(Job job)
    {
        return start(std::move(job)).get();
    }

private:
    std::optional<Executor> m_executor;
};

} // namespace lyceum::sync
