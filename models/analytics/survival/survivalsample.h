// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace lyceum::analytics {

/**
 * Right-censored, possibly left-truncated observation times: element i of every span is subject i. Borrowed, never
 * kept.
 *
 * Units are the caller's (days, months) and come back in every answer. Order does not matter: any permutation of the
 * subjects gives the same answer, bit for bit.
 *
 * What a subject is at risk of: a subject counts at time t when entry < t <= time. So a subject censored at t is still
 * at risk at t (at a tied time events precede censorings), and one who enters at t is not yet at risk at t. Without
 * entries everybody is at risk from the start, time 0 included.
 *
 * Near ties: times closer together than 1.5e-8 x max(1, mean of the distinct values) are one time, that of the
 * smallest, exactly as R's survfit does by default (`timefix`): 0.1 + 0.2 and 0.3 years are the same moment.
 *
 * Errors of every function that takes a sample: LengthsDiffer, NotFinite, NegativeTime, BadEvent, EntryNotBeforeExit.
 */
struct SurvivalSample {
    std::span<const double> times; ///< exit: time of the event or of the last look; finite, >= 0
    std::span<const std::uint8_t> events; ///< 1 the event happened at that time, 0 censored; as long as `times`
    std::span<const double> entries; ///< since when the subject was watched (left truncation); empty: from the start
};

/// How the interval of a survival curve is kept sensible near 0 and 1.
enum class BandTransform {
    Plain, ///< S +- z se, cut to [0, 1]
    Log, ///< on log S, cut at 1; R's default
    LogLog, ///< on log(-log S): stays inside (0, 1) and covers best in small groups; not defined while S is 1
};

} // namespace lyceum::analytics
