// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Money that came in or went out, and the time it is for. UTC seconds; of one currency.
struct CashEntry {
    std::int64_t at = 0; ///< when it moved
    std::int64_t amount = 0; ///< minor units; below 0: a refund or a fee
    std::int64_t coversFrom = 0; ///< the service it pays for ...
    std::int64_t coversUntil = 0; ///< ... exclusive; not after coversFrom: earned at once, at `at`

    friend bool operator==(const CashEntry&, const CashEntry&) = default;
};

/// One period. Deferred less accrued grows by received - refunded - earned, exactly.
struct CashPeriod {
    std::int64_t received = 0; ///< sum of the amounts above 0
    std::int64_t refunded = 0; ///< sum of those below 0, as a number above 0
    std::int64_t earned = 0; ///< by the passing of time, less what refunds took back
    std::int64_t deferred = 0; ///< at the end: received but not earned, the service is still owed
    std::int64_t accrued = 0; ///< at the end: earned but not received

    friend bool operator==(const CashPeriod&, const CashPeriod&) = default;
};

/**
 * Cash beside earned revenue: an entry is earned evenly by the second over the time it covers, and each entry's parts add up to its
 * amount exactly (earnedUntil()). A refund covers what it takes back, with the same dates.
 *
 * Entries before the first period are history: what of them is still owed is in `deferred`. Those after the last are not looked at.
 *
 * @param starts  of the periods, as for PeriodIndex
 * @return BadRange (the periods, or `index`: an entry that covers 2^31 seconds (68 years) or more), BadValue (`index`: an amount
 *         beyond +-2^53), TooLarge (a sum might not fit), the other errors of PeriodIndex
 *
 * Cost: O(periods + sum over entries of the periods they cover).
 */
[[nodiscard]] tl::expected<std::vector<CashPeriod>, AnalyticsError> cashBook(
    std::span<const CashEntry> entries, std::span<const std::int64_t> starts);

} // namespace lyceum::analytics
