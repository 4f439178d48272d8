// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/estimate.h"
#include "analytics/proportion.h"
#include "analytics/revenue/mrrmovements.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// The rates of one period. Missing where there is nothing to divide by: no rate is ever made 0 for want of one.
struct MrrRates {
    std::optional<Estimate> grossChurn; ///< (churn + contraction + paused) / opening
    std::optional<Estimate> netChurn; ///< the same less expansion, resumed and, if the rules say so, reactivation; may be below 0
    std::optional<Estimate> grossRetention; ///< 1 - gross churn, never above 1
    std::optional<Estimate> netRetention; ///< 1 - net churn
    std::optional<Estimate> customerChurn; ///< churned / denominator of the rules; without interval where it is above 1
    /// (new + expansion + resumed, and by the rules reactivation) / (contraction + churn + paused); missing where nothing was lost.
    std::optional<double> quickRatio;
    std::optional<std::int64_t> arpa; ///< closing / customers at the end, in minor units, rounded by the rules
    std::int64_t customers = 0; ///< at the start: what the rates of money come from
    std::vector<Warning> warnings; ///< TooFew below 30 customers at the start

    friend bool operator==(const MrrRates&, const MrrRates&) = default;
};

/**
 * The rates that go with a period's movements.
 *
 * The errors of the money rates are those of a ratio of two sums over customers (linearised); customers who had not paid at the start are
 * not in them. The interval of gross churn and retention is Wilson's with the size of sample that goes with the error, that of net churn
 * and retention Student's, with the degrees of freedom of as many equal customers as the unequal ones are worth, and that of customer
 * churn Wilson's. Where one customer is nearly all, money rates have no interval.
 *
 * @return BadLevel
 * @see Cochran (1977), Sampling Techniques, 2.11 for the error of a ratio; Dean & Pagano (2015), J. Surv. Stat. Methodol. 3:484-503 for
 *      the effective sample size in a Wilson interval; Kish (1965), Survey Sampling, for that of unequal weights.
 */
[[nodiscard]] tl::expected<MrrRates, AnalyticsError> mrrRates(const MrrPeriod& period, const MrrRules& rules = {}, double level = 0.95);

/// Customer churn as the sum over days of (lost on the day / customers when it began), for communities that many join by the month.
/// @param days  mrrMovements() of consecutive days; those that began with nobody add nothing. nullopt when all did.
[[nodiscard]] std::optional<double> dailySummedChurn(std::span<const MrrPeriod> days);

/// Exchange: `numerator / denominator` minor units of the total's currency for one minor unit.
struct ExchangeRate {
    std::int64_t numerator = 1; ///< above 0, below 2^31
    std::int64_t denominator = 1; ///< the same

    friend bool operator==(const ExchangeRate&, const ExchangeRate&) = default;
};

/// The book of one currency, with a rate for each of its periods.
struct CurrencyBook {
    std::vector<MrrPeriod> periods;
    std::vector<ExchangeRate> rates; ///< as many
};

/// All currencies as one, with what the change of rates did in a line of its own.
struct ConvertedPeriod {
    std::int64_t opening = 0;
    std::array<std::int64_t, kMrrMovements> amounts {};
    std::int64_t exchange = 0; ///< closing - opening - all amounts: the change of rates, and what rounding left
    std::int64_t closing = 0;

    friend bool operator==(const ConvertedPeriod&, const ConvertedPeriod&) = default;
};

/**
 * A total over currencies: movements at the rate of their period, the closing as well, and the opening is the last closing. With rates
 * that never change the exchange line holds roundings only.
 *
 * @param books  of equally many periods; the first opening is converted at the first rate
 * @return LengthsDiffer, BadValue (`index`: the book with a rate outside its domain), TooLarge (a sum that does not fit)
 */
[[nodiscard]] tl::expected<std::vector<ConvertedPeriod>, AnalyticsError> convertedTotal(std::span<const CurrencyBook> books);

} // namespace lyceum::analytics
