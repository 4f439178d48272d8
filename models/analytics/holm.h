// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// The indexes of the p-values in ascending order, ties as they came, without NaN.
[[nodiscard]] std::vector<std::size_t> ascendingOrder(std::span<const double> p);

/**
 * Holm's step-down adjustment of p-values for having asked several questions: rejecting where the adjusted value is below alpha keeps
 * the chance of even one false rejection below alpha, whatever the dependence between the tests.
 *
 * @param p  each in [0, 1]; NaN stays NaN and counts as no question
 * @return in the order of `p`, never below it, at most 1. The same as R's p.adjust(p, "holm"). O(n log n).
 * @see Holm (1979), Scand. J. Statist. 6:65-70.
 */
[[nodiscard]] std::vector<double> holmAdjusted(std::span<const double> p);

} // namespace lyceum::analytics
