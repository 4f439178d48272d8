// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace lyceum::analytics {

/// x log(x / mean) + mean - x for x >= 0, mean > 0: the deviance of a count from its mean, without cancellation.
[[nodiscard]] double poissonDeviance(double x, double mean);

/**
 * How many marked ones are among `drawn`, drawn from `marked` marked and `plain` plain ones; also under an odds ratio other than 1
 * (Fisher's noncentral distribution), which is what a two by two table with fixed margins follows.
 *
 * Logarithms of probabilities have an absolute error below 1e-11 for counts up to 1e10, where differences of log-factorials
 * lose their digits. Sums go outward from the largest term to where terms vanish: O(standard deviations).
 *
 * @see Loader (2000), "Fast and accurate computation of binomial probabilities"; R's dhyper.
 */
class Hypergeometric {
public:
    /// All at least 0; drawn <= marked + plain.
    Hypergeometric(std::int64_t marked, std::int64_t plain, std::int64_t drawn);

    [[nodiscard]] std::int64_t low() const { return m_low; } ///< the fewest that can be marked
    [[nodiscard]] std::int64_t high() const { return m_high; } ///< the most
    [[nodiscard]] std::int64_t mode(double odds = 1) const; ///< the likeliest number; odds > 0
    [[nodiscard]] double logProbability(std::int64_t x) const; ///< low() <= x <= high()
    [[nodiscard]] double logAtLeast(std::int64_t x) const; ///< of P(X >= x), any x; -infinity above high()
    [[nodiscard]] double logAtMost(std::int64_t x) const; ///< of P(X <= x)

    struct Shape {
        double mean = 0;
        double atLeast = 0; ///< P(X >= x)
        double atMost = 0; ///< P(X <= x)
    };
    /// Under an odds ratio; |logOdds| <= 700.
    [[nodiscard]] Shape shape(double logOdds, std::int64_t x) const;

private:
    [[nodiscard]] double ratio(std::int64_t x) const; ///< P(x + 1) / P(x); falls with x
    [[nodiscard]] double logUpperTail(std::int64_t x) const; ///< x at or above the mode
    [[nodiscard]] double logLowerTail(std::int64_t x) const; ///< x at or below the mode

    std::int64_t m_marked;
    std::int64_t m_plain;
    std::int64_t m_drawn;
    std::int64_t m_low;
    std::int64_t m_high;
};

} // namespace lyceum::analytics
