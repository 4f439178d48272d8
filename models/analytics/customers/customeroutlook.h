// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customers/buyingmodel.h"
#include "analytics/customers/gammagamma.h"

namespace lyceum::analytics {

struct OutlookOptions {
    double time = 0; ///< how far ahead, in the unit of the ages; finite, not below 0; whole for BG/BB
    double discount = 0; ///< interest a unit of time; at least 0
    /// 0: intervals by the delta method. Else from so many (100 to 100 000) parameters drawn, each a pass over all histories.
    int draws = 0;
    std::uint64_t seed = 1;
};

/// What is expected of every customer with one history.
struct HistoryOutlook {
    double alive = 0; ///< the probability to be there still
    double purchases = 0; ///< within the time
    double discounted = 0; ///< the same, each at its present value
    std::optional<double> lifetime; ///< as `discounted`, without an end
};

struct CustomerOutlook {
    std::vector<HistoryOutlook> groups; ///< as GroupedHistories::groups
    Estimate alive; ///< how many are there still
    Estimate purchases; ///< of all of them; the interval is that of the expectation, which single outcomes scatter around
    Estimate discounted;
    std::optional<Estimate> lifetime; ///< only with a discount, and not for BG/NBD, whose sum has too many terms
    OutlookOptions options;
    std::vector<Warning> warnings; ///< Extrapolating: further than anybody was watched
};

/**
 * What a fitted model expects of its customers, with the uncertainty of the parameters.
 *
 * @return BadRange for options outside their domain; TooLarge when the time is too long for a model's sum
 */
[[nodiscard]] tl::expected<CustomerOutlook, AnalyticsError> outlookOf(
    const BuyingFit& fit, const GroupedHistories& histories, const OutlookOptions& options);

struct HoldoutRow {
    std::int64_t frequency = 0; ///< before the holdout
    bool andMore = false;
    std::int64_t customers = 0;
    double predicted = 0; ///< purchases in the holdout a customer
    double actual = 0;
};

struct HoldoutComparison {
    Estimate predicted; ///< purchases of all
    std::int64_t actual = 0;
    double meanAbsoluteError = 0; ///< a customer
    double rootMeanSquareError = 0;
    std::vector<HoldoutRow> rows; ///< 0 ... 6, 7 and more; those with customers
};

/**
 * What came, beside what the model fitted on the time before expects.
 *
 * @param sample   the rows `histories` were grouped from
 * @param actual   purchases of each row's customer (weighted: of each of them) in the time of `outlook`; not below 0
 * @return LengthsDiffer; BadCount
 */
[[nodiscard]] tl::expected<HoldoutComparison, AnalyticsError> compareWithHoldout(
    const CustomerOutlook& outlook, const GroupedHistories& histories, const CustomerSample& sample, std::span<const std::int64_t> actual);

/**
 * What the customers are still worth: their purchases at present value times the expected spend a purchase, over the time of `outlook`.
 *
 * The uncertainty of both fits is in the interval, taken as independent.
 *
 * @param spends  of the same rows
 * @return LengthsDiffer; NotConverged when the expected spend of some customer does not exist, `index` being their row
 */
[[nodiscard]] tl::expected<Estimate, AnalyticsError> residualValue(const BuyingFit& fit, const GroupedHistories& histories,
    const CustomerOutlook& outlook, const GammaGammaFit& spend, const SpendSample& spends);

} // namespace lyceum::analytics
