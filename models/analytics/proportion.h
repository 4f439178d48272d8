// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace lyceum::analytics {

/// The two-sided standard normal quantile of 95 %.
inline constexpr double kZ95 = 1.959963984540054;

/// A share with its interval and what it was counted from.
struct Proportion {
    double estimate = 0; ///< kept / total
    double low = 0;
    double high = 0;
    std::int64_t kept = 0;
    std::int64_t total = 0;

    friend bool operator==(const Proportion&, const Proportion&) = default;
};

/// The second share minus the first, with its interval.
struct ProportionDifference {
    double estimate = 0; ///< in [-1, 1]
    double low = 0;
    double high = 0;

    friend bool operator==(const ProportionDifference&, const ProportionDifference&) = default;
};

/// Events per unit of exposure, with its interval.
struct Rate {
    double estimate = 0; ///< count / exposure
    double low = 0;
    double high = 0;
    std::int64_t count = 0;
    double exposure = 0;

    friend bool operator==(const Rate&, const Rate&) = default;
};

/// The standard normal quantile of a two-sided confidence level: 1.959964 for 0.95; relative error below 1e-14.
/// nullopt unless 0 < level < 1.
[[nodiscard]] std::optional<double> zForLevel(double level);

/**
 * Wilson score interval for a share, e.g. members of a cohort still paying after 30 days.
 *
 * @param kept   members for whom it holds; 0 <= kept <= total
 * @param total  members observed for the whole window (censored ones are not counted here)
 * @param z      standard normal quantile of the two-sided level: 1.959964 for 95 %
 * @return all three in [0, 1], low <= estimate <= high; nullopt when total <= 0, kept is outside [0, total],
 *         or z is not a positive finite number: an empty cohort has no rate.
 * @see Wilson (1927), JASA 22:209-212; Newcombe (1998), Stat. Med. 17:857-872, method 3.
 */
[[nodiscard]] std::optional<Proportion> wilsonInterval(std::int64_t kept, std::int64_t total, double z = kZ95);

/**
 * Clopper-Pearson ("exact") interval for a share: never covers less than `level`, at the price of being wider than
 * Wilson's.
 *
 * @param kept   0 <= kept <= total
 * @param total  at least 1
 * @param level  two-sided confidence level, strictly between 0 and 1
 * @return low is exactly 0 for kept = 0 and high exactly 1 for kept = total; nullopt outside the domain.
 *         Quantiles of the beta distribution, relative error below 1e-12.
 * @see Clopper & Pearson (1934), Biometrika 26:404-413.
 */
[[nodiscard]] std::optional<Proportion> clopperPearsonInterval(
    std::int64_t kept, std::int64_t total, double level = 0.95);

/**
 * Newcombe's hybrid score interval for the difference of two independent shares, second minus first, without continuity
 * correction.
 *
 * @return low <= estimate <= high, all in [-1, 1]; nullopt when either Wilson interval does not exist.
 * @see Newcombe (1998), Stat. Med. 17:873-890, method 10.
 */
[[nodiscard]] std::optional<ProportionDifference> differenceInterval(std::int64_t firstKept, std::int64_t firstTotal,
    std::int64_t secondKept, std::int64_t secondTotal, double z = kZ95);

/**
 * Garwood's exact interval for the rate behind a Poisson count, e.g. cancellations in a month.
 *
 * @param count     events seen; at least 0
 * @param exposure  what they are counted over (member-months, days), positive and finite; 1 for the mean count itself
 * @param level     two-sided confidence level, strictly between 0 and 1
 * @return low is exactly 0 for no events; nullopt outside the domain. Quantiles of the gamma distribution, relative
 * error below 1e-12.
 * @see Garwood (1936), Biometrika 28:437-442.
 */
[[nodiscard]] std::optional<Rate> poissonInterval(std::int64_t count, double exposure = 1, double level = 0.95);

} // namespace lyceum::analytics
