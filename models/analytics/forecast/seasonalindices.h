// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Whether a season is added to the trend or multiplies it.
enum class SeasonKind { Additive, Multiplicative };

/**
 * How the seasons differ, by classical decomposition: the mean gap to a centred moving average, as R's decompose().
 *
 * @param series  finite; multiplicative: with a moving average that is nowhere 0
 * @param period  at least 2; at least two rounds of observations
 * @return one a season, the first observation's first; they sum to 0, or multiplicative to the period; empty where the series is too short.
 *         O(n).
 */
[[nodiscard]] std::vector<double> seasonalIndices(std::span<const double> series, std::size_t period, SeasonKind kind);

/// Whether the series repeats itself from one round to the next: its autocorrelation at the period is above the 90 % limit of Bartlett's
/// formula. False under two rounds and one observation more, and for a constant series. O(n period).
/// @see Fiorucci et al. (2016), Int. J. Forecasting 32:1151-1161, section 2.
[[nodiscard]] bool isSeasonal(std::span<const double> series, std::size_t period);

} // namespace lyceum::analytics
