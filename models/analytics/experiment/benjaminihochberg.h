// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace lyceum::analytics {

/**
 * Benjamini and Hochberg's adjustment of p-values: of what is rejected where the adjusted value is at most q, a share of at most q
 * is expected to be rejected wrongly, if the tests are independent or hang together positively. Milder than Holm's (holm.h), which
 * guards against even one.
 *
 * @param p  each in [0, 1]; NaN stays NaN and counts as no question
 * @return in the order of `p`, never below it, at most 1. The same as R's p.adjust(p, "BH"). O(n log n).
 * @see Benjamini & Hochberg (1995), JRSS B 57:289-300.
 */
[[nodiscard]] std::vector<double> benjaminiHochbergAdjusted(std::span<const double> p);

} // namespace lyceum::analytics
