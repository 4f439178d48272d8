// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace lyceum::analytics {

/**
 * start (1 + rate)^periods: members who grow by a fixed share each period, or the spread of a post. 100 members at 10 % a month are 313.84 after 12
 * months.
 *
 * @param rate  above -1; 0.1 for 10 %
 * @return nullopt for a rate at or below -1, a number that is not finite, or a result too large for a double. Relative error below 1e-14
 *         for a few hundred periods.
 */
[[nodiscard]] std::optional<double> compoundGrowth(double start, double rate, double periods);

/**
 * N(t) where N(t + 1) = N(t) + a + b N(t): a join whatever the size, b N because of it.
 *
 * In closed form ((1 + b)^t (N0 + a / b) - a / b), written so that it holds at b = 0 and loses no digits near it.
 *
 * @param b  above -1
 * @param periods  0 or more; need not be whole
 * @return nullopt as compoundGrowth
 */
[[nodiscard]] std::optional<double> recursiveGrowth(double start, double a, double b, double periods);

} // namespace lyceum::analytics
