// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <mutex>

namespace lyceum::sync {

/**
 * A wish to stop, handed to whoever works. Thread-safe; once wished it stays wished.
 */
class CancelToken {
public:
    void cancel()
    {
        m_cancelled = true;
        const std::lock_guard lock(m_mutex);
        if (m_action)
            m_action();
    }
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }

    /// While this lives, `cancel()` also calls `action`, on the cancelling thread; at once, if that has happened already.
    /// One at a time. After its end `action` runs no more.
    class Hook {
    public:
        Hook(CancelToken& token, std::function<void()> action)
            : m_token(token)
        {
            const std::lock_guard lock(m_token.m_mutex);
            m_token.m_action = std::move(action);
            if (m_token.m_cancelled)
                m_token.m_action();
        }
        ~Hook()
        {
            const std::lock_guard lock(m_token.m_mutex);
            m_token.m_action = nullptr;
        }
        Hook(const Hook&) = delete;
        Hook& operator=(const Hook&) = delete;

    private:
        CancelToken& m_token;
    };

private:
    std::atomic<bool> m_cancelled = false;
    std::mutex m_mutex;
    std::function<void()> m_action;
};

} // namespace lyceum::sync
