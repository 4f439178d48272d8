// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>

#include <optional>

namespace lyceum::sync {

/**
 * When a request that failed may be sent again. Pure: what happened and a random generator in, a waiting time out.
 *
 * Only for requests that may be repeated without harm (GET, and what HttpRequest::repeatable says).
 */
struct RetryPolicy {
    enum class Trouble {
        ConnectionClosed, ///< closed before a byte of the answer came: mostly a kept-alive connection the server gave up
        NotConnected, ///< no connection could be made
        TimedOut,
        Truncated, ///< the answer began and did not end, or its content is cut
        Unavailable, ///< 5xx, or a page for people where data should be
        RateLimited, ///< 429
        Final, ///< asking again cannot help
    };

    struct Attempt {
        int number = 1; ///< 1 for the first
        qint64 elapsedMs = 0; ///< since the first attempt began
        Trouble trouble = Trouble::Final;
        std::optional<qint64> retryAfterMs = {}; ///< what the server asked for
    };

    int tries = 6; ///< attempts altogether
    int triesToConnect = 3; ///< attempts when no connection can be made: a person with a wrong address must not wait long
    qint64 firstDelayMs = 400; ///< doubled with every attempt
    qint64 longestDelayMs = 15'000; ///< of our own choice; a server may ask for more
    qint64 totalMs = 90'000; ///< no attempt begins later than this

    /// Milliseconds to wait before the next attempt; nullopt: give up. The wait is drawn evenly from the upper half of the
    /// exponential delay, so that many clients of a restarted server do not come back together, and is never shorter than the
    /// server asked for. A connection closed on the first attempt is tried again at once.
    [[nodiscard]] std::optional<qint64> delayMs(const Attempt& attempt, QRandomGenerator& random) const;

    /// For a person who waits for the answer: fewer attempts, a few seconds altogether.
    [[nodiscard]] static RetryPolicy brief();

    friend bool operator==(const RetryPolicy&, const RetryPolicy&) = default;
};

} // namespace lyceum::sync
