// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/proportion.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// A term that was paid in advance and does not renew by itself. UTC seconds; end is exclusive.
struct PrepaidTerm {
    std::uint32_t member = 0;
    std::int64_t start = 0;
    std::int64_t end = 0;

    friend bool operator==(const PrepaidTerm&, const PrepaidTerm&) = default;
};

/// Where a term stands.
enum class TermState {
    InTerm, ///< it runs, and no next one has been bought
    InGrace, ///< it has expired, and may be renewed in time yet
    Renewed, ///< a next one begins no later than the end of grace
    Lapsed, ///< grace is over without one
};

/// How many of those due renewed.
struct RenewalRate {
    /// Renewed in time, of the terms that expired and whose grace is over. Missing where there is none.
    std::optional<Proportion> rate;
    std::int64_t inTerm = 0; ///< not due yet ...
    std::int64_t inGrace = 0; ///< ... or not decided: neither renewed nor lapsed, in no rate

    friend bool operator==(const RenewalRate&, const RenewalRate&) = default;
};

struct TermRenewals {
    std::vector<TermState> states; ///< one a term, in their order
    RenewalRate all;
    std::vector<RenewalRate> byTerm; ///< of members' first terms, their second ones, ...
    double level = 0.95;

    friend bool operator==(const TermRenewals&, const TermRenewals&) = default;
};

/**
 * Renewal of prepaid terms. A term is renewed by the member's next one if that begins no later than the grace after its end; one
 * bought early, before the end, renews as well. Terms that are renewed but whose own grace is not over yet are not in the rate, as the others of
 * their age are not: else it would flatter.
 *
 * @param terms         in any order; equal starts of a member are ordered by their end
 * @param graceSeconds  not below 0
 * @param asOf          terms that begin later are not looked at: their state is InTerm, and they are counted nowhere
 * @return BadLevel, BadRange (graceSeconds), EntryNotBeforeExit (`index`: a term that ends before it begins or as it does)
 *
 * Cost: O(n log n).
 */
[[nodiscard]] tl::expected<TermRenewals, AnalyticsError> renewals(
    std::span<const PrepaidTerm> terms, std::int64_t graceSeconds, std::int64_t asOf, double level = 0.95);

/// A free trial. UTC seconds.
struct Trial {
    std::int64_t start = 0;
    std::optional<std::int64_t> end; ///< when it ran out or was cancelled; missing: still running
    std::optional<std::int64_t> paidAt; ///< when the first invoice was paid; missing: none was
    bool cancelled = false; ///< before it had run out

    friend bool operator==(const Trial&, const Trial&) = default;
};

/**
 * Stripe's: converted / trials that ended in the window. Converted is a full trial, not cancelled, whose first invoice was paid (by
 * `until`). Trials still running are in neither.
 *
 * @return an empty optional when none ended; BadLevel, BadRange (until < from), EntryNotBeforeExit (`index`: a trial that ends before it begins)
 */
[[nodiscard]] tl::expected<std::optional<Proportion>, AnalyticsError> trialConversionOfEnded(
    std::span<const Trial> trials, std::int64_t from, std::int64_t until, double level = 0.95);

/**
 * ChartMogul's: paid within `seconds` of the start / trials started that long ago or longer by `asOf`. Younger ones are censored: in
 * neither, even if they have paid.
 *
 * @return an empty optional when there is none; BadLevel, BadRange (seconds <= 0), EntryNotBeforeExit
 */
[[nodiscard]] tl::expected<std::optional<Proportion>, AnalyticsError> trialConversionWithin(
    std::span<const Trial> trials, std::int64_t seconds, std::int64_t asOf, double level = 0.95);

/// Baremetrics': first payments in the window / trials started in it. Two different crowds, so it may be above 1 and has no interval.
struct TrialFlow {
    std::int64_t started = 0;
    std::int64_t converted = 0;
    std::optional<double> ratio;

    friend bool operator==(const TrialFlow&, const TrialFlow&) = default;
};
[[nodiscard]] TrialFlow trialFlow(std::span<const Trial> trials, std::int64_t from, std::int64_t until);

} // namespace lyceum::analytics
