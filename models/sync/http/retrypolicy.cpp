// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http/retrypolicy.h"

#include <algorithm>

namespace lyceum::sync {

std::optional<qint64> RetryPolicy::delayMs(const Attempt& attempt, QRandomGenerator& random) const
{
    const int allowed = attempt.trouble == Trouble::NotConnected ? std::min(tries, triesToConnect) : tries;
    if (attempt.trouble == Trouble::Final || attempt.number >= allowed)
        return std::nullopt;
    qint64 delay = 0;
    if (attempt.trouble != Trouble::ConnectionClosed || attempt.number > 1) {
        qint64 longest = firstDelayMs;
        for (int i = 1; i < attempt.number && longest < longestDelayMs; ++i)
            longest *= 2;
        longest = std::min(longest, longestDelayMs);
        delay = longest - qint64(random.generateDouble() * 0.5 * double(longest));
    }
    delay = std::max(delay, attempt.retryAfterMs.value_or(0));
    if (attempt.elapsedMs + delay > totalMs)
        return std::nullopt;
    return delay;
}

RetryPolicy RetryPolicy::brief()
{
    return {.tries = 3, .triesToConnect = 2, .firstDelayMs = 300, .longestDelayMs = 2'000, .totalMs = 8'000};
}

} // namespace lyceum::sync
