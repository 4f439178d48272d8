// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/whendone.h"

#include <functional>
#include <utility>

namespace lyceum::ui {

/**
 * Asks a page's question one at a time.
 *
 * A sync changes the workspace faster than a question about all of it can be answered. What changed while an answer was under way is
 * asked once more when it is there, and every answer is shown: a page lags behind, but never stands still.
 */
template <class T>
class Asker {
public:
    /// What a page does; all of them on its own thread, none after its owner has died.
    struct Page {
        std::function<QFuture<Result<T>>()> question;
        std::function<void(const Result<T>&)> show;
        std::function<void(bool)> setBusy;
    };

    /// `owner` holds this as a member.
    Asker(QObject* owner, Page page)
        : m_owner(owner)
        , m_page(std::move(page))
    {
    }

    /// The same question to a workspace that may have changed.
    void refresh()
    {
        m_askAgain = m_asking;
        if (!m_asking)
            ask();
    }

    /// Another question: an answer that is still under way is of no use.
    void askAnew()
    {
        ++m_generation;
        ask();
    }

    /// Another workspace, or none: what is under way is about a community that has gone.
    void forget()
    {
        ++m_generation;
        m_asking = false;
        m_askAgain = false;
        m_page.setBusy(false);
    }

private:
    void ask()
    {
        m_asking = true;
        m_askAgain = false;
        m_page.setBusy(true);
        whenDone(m_page.question(), m_owner, [this, asked = m_generation](const Result<T>& answer) {
            if (asked != m_generation)
                return;
            m_asking = false;
            const bool again = std::exchange(m_askAgain, false);
            m_page.setBusy(again);
            m_page.show(answer);
            if (again && !m_asking && asked == m_generation)
                ask();
        });
    }

    QObject* m_owner;
    Page m_page;
    int m_generation = 0;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace lyceum::ui
