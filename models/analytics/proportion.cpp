// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/proportion.h"

#include "analytics/quietmath.h"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lyceum::analytics {
namespace {

bool isLevel(double level)
{
    return level > 0 && level < 1; // false for NaN
}

bool isShare(std::int64_t kept, std::int64_t total)
{
    return total > 0 && kept >= 0 && kept <= total;
}

} // namespace

std::optional<double> zForLevel(double level)
{
    if (!isLevel(level))
        return std::nullopt;
    return std::numbers::sqrt2 * boost::math::erf_inv(level, QuietMath());
}

std::optional<Proportion> wilsonInterval(std::int64_t kept, std::int64_t total, double z)
{
    if (!isShare(kept, total) || !std::isfinite(z) || z <= 0)
        return std::nullopt;
    const auto n = double(total);
    const double share = double(kept) / n;
    const double scale = 1 + z * z / n;
    const double centre = (share + z * z / (2 * n)) / scale;
    const double half = z / scale * std::sqrt(share * (double(total - kept) / n) / n + z * z / (4 * n * n));
    // The ends are 0 and 1 by algebra when nobody or everybody was kept; rounding must not say otherwise.
    const double low = kept == 0 ? 0 : std::clamp(centre - half, 0.0, share);
    const double high = kept == total ? 1 : std::clamp(centre + half, share, 1.0);
    return Proportion{share, low, high, kept, total};
}

std::optional<Proportion> clopperPearsonInterval(std::int64_t kept, std::int64_t total, double level)
{
    if (!isShare(kept, total) || !isLevel(level))
        return std::nullopt;
    const double tail = (1 - level) / 2;
    const auto k = double(kept);
    const auto n = double(total);
    const double share = k / n;
    const double low = kept == 0 ? 0 : boost::math::ibeta_inv(k, n - k + 1, tail, QuietMath());
    const double high = kept == total ? 1 : boost::math::ibetac_inv(k + 1, n - k, tail, QuietMath());
    return Proportion{share, std::clamp(low, 0.0, share), std::clamp(high, share, 1.0), kept, total};
}

std::optional<ProportionDifference> differenceInterval(
    std::int64_t firstKept, std::int64_t firstTotal, std::int64_t secondKept, std::int64_t secondTotal, double z)
{
    const std::optional<Proportion> first = wilsonInterval(firstKept, firstTotal, z);
    const std::optional<Proportion> second = wilsonInterval(secondKept, secondTotal, z);
    if (!first || !second)
        return std::nullopt;
    const double estimate = second->estimate - first->estimate;
    const double below = std::hypot(second->estimate - second->low, first->high - first->estimate);
    const double above = std::hypot(second->high - second->estimate, first->estimate - first->low);
    return ProportionDifference{estimate, std::max(estimate - below, -1.0), std::min(estimate + above, 1.0)};
}

std::optional<Rate> poissonInterval(std::int64_t count, double exposure, double level)
{
    if (count < 0 || !std::isfinite(exposure) || exposure <= 0 || !isLevel(level))
        return std::nullopt;
    const double tail = (1 - level) / 2;
    const auto k = double(count);
    const double low = count == 0 ? 0 : boost::math::gamma_p_inv(k, tail, QuietMath());
    const double high = boost::math::gamma_q_inv(k + 1, tail, QuietMath());
    return Rate{k / exposure, low / exposure, high / exposure, count, exposure};
}

} // namespace lyceum::analytics
