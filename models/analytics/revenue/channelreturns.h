// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"
#include "analytics/proportion.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// What a channel or campaign did in one period since it began. Money in minor units.
struct ChannelPeriod {
    std::int64_t cost = 0; ///< not below 0
    std::int64_t visitors = 0; ///< 0 in every period: they were not counted
    std::int64_t signUps = 0;
    std::int64_t payers = 0; ///< first payments of those who signed up through it
    std::int64_t margin = 0; ///< what its payers brought, less what serving them cost; may be below 0 (refunds)

    friend bool operator==(const ChannelPeriod&, const ChannelPeriod&) = default;
};

struct ChannelReturn {
    std::int64_t cost = 0; ///< of all periods
    std::int64_t margin = 0;
    std::optional<Proportion> signUpRate; ///< of visitors, Wilson; missing where they were not counted, or when more signed up than came
    std::optional<Proportion> payRate; ///< of sign-ups, Wilson; missing without any, or when more paid than signed up
    std::optional<Estimate> costPerSignUp; ///< minor units; the interval is that of the count (Garwood), missing without any
    std::optional<Estimate> costPerPayer; ///< the same: the cost of acquisition
    std::optional<double> returned; ///< margin / cost; missing for a channel that cost nothing
    /// The first period (from 1) from whose end on the margin so far covers the cost so far; missing when that has not happened yet.
    std::optional<std::int32_t> paybackPeriod;
    std::int32_t periods = 0;
    double level = 0.95;
    std::vector<Warning> warnings; ///< TooFew below 10 payers

    friend bool operator==(const ChannelReturn&, const ChannelReturn&) = default;
};

/**
 * What a channel costs and brings: conversion, cost of acquisition, and when it had paid for itself.
 *
 * Payback is of what was spent and earned so far, period by period: a channel that is paid back can fall below again when more is spent, so
 * the period named is the last time it rose above, from which on it stayed.
 *
 * @param periods  since the channel began, in order; at least 1
 * @return TooFew (none), BadCount (`index`: a count or cost below 0), BadLevel, TooLarge (money above 9 * 10^18)
 * @see Farris et al. (2016), Marketing Metrics, chapter 5. O(periods).
 */
[[nodiscard]] tl::expected<ChannelReturn, AnalyticsError> channelReturn(std::span<const ChannelPeriod> periods, double level = 0.95);

} // namespace lyceum::analytics
