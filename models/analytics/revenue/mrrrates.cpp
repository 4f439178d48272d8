// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/mrrrates.h"

#include "analytics/quietmath.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr std::int64_t kFewCustomers = 30; // below it the interval of a ratio is not to be trusted
constexpr double kFewestCustomers = 1.5; // below it one customer is all there is, and an error is not to be had

/// As many customers of one value as the unequal ones at the start are worth to an estimate (Kish).
double equalCustomers(const MrrPeriod& period)
{
    const auto opening = double(period.opening);
    return period.moments.startSquares > 0 ? opening * opening / period.moments.startSquares : 0;
}

/// amount / opening. Its error is that of the ratio of the sums over those who were customers at the start, to whom `own` of the amount
/// belongs; squares and products as in MrrMoments.
Estimate ratioOf(std::int64_t amount, std::int64_t own, const MrrPeriod& period, double squares, double products, double level)
{
    const auto opening = double(period.opening);
    Estimate ratio {double(amount) / opening, {}, {}, {}};
    const double n = equalCustomers(period);
    if (n < kFewestCustomers)
        return ratio;
    const double ownRatio = double(own) / opening;
    const double sum = squares - 2 * ownRatio * products + ownRatio * ownRatio * period.moments.startSquares;
    ratio.stdError = std::sqrt(std::max(sum, 0.0) * n / (n - 1)) / opening;
    const boost::math::students_t_distribution<double, QuietMath> t(n - 1);
    const double reach = boost::math::quantile(t, (1 + level) / 2) * *ratio.stdError;
    ratio.low = ratio.value - reach;
    ratio.high = ratio.value + reach;
    return ratio;
}

/**
 * A better interval for a share of money between 0 and 1: Wilson's, with as many observations as would give the share its error; where
 * that is 0 (nothing was lost, or all) with as many as the unequal customers are worth. Contains nothing impossible, and is no point.
 */
void setShareInterval(Estimate& share, const MrrPeriod& period, double z)
{
    if (!share.stdError || share.value < 0 || share.value > 1)
        return;
    const double error = *share.stdError;
    const double n = error > 0 && share.value > 0 && share.value < 1 ? share.value * (1 - share.value) / (error * error)
                                                                     : equalCustomers(period);
    const double scale = 1 + z * z / n;
    const double centre = (share.value + z * z / (2 * n)) / scale;
    const double half = z / scale * std::sqrt(share.value * (1 - share.value) / n + z * z / (4 * n * n));
    share.low = std::clamp(centre - half, 0.0, share.value);
    share.high = std::clamp(centre + half, share.value, 1.0);
}

/// 1 - x.
Estimate complementOf(const Estimate& share)
{
    Estimate rest {1 - share.value, share.stdError, {}, {}};
    if (share.low && share.high) {
        rest.low = 1 - *share.high;
        rest.high = 1 - *share.low;
    }
    return rest;
}

void addTo(std::int64_t& sum, std::int64_t amount, bool& fits)
{
    constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();
    fits = fits && (amount > 0 ? sum <= kHighest - amount : sum >= -kHighest - amount);
    if (fits)
        sum += amount;
}

} // namespace

tl::expected<MrrRates, AnalyticsError> mrrRates(const MrrPeriod& period, const MrrRules& rules, double level)
{
    using enum MrrMovement;
    const std::optional<double> z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    const std::int64_t lost = -period.amount(Churn) - period.amount(Contraction) - period.amount(Paused);
    const std::int64_t reactivated = period.amount(Reactivation);
    const std::int64_t grown = period.amount(Expansion) + period.amount(Resumed);

    MrrRates rates;
    rates.customers = period.customersOpening;
    if (period.opening > 0) {
        rates.grossChurn = ratioOf(lost, lost, period, period.moments.lostSquares, period.moments.lostByStart, level);
        setShareInterval(*rates.grossChurn, period, *z);
        // The moments are of gains; the rate is of losses.
        const std::int64_t returned = rules.netHasReactivation ? reactivated : 0;
        rates.netChurn = ratioOf(
            lost - grown - returned, lost - grown, period, period.moments.netSquares, -period.moments.netByStart, level);
        rates.grossRetention = complementOf(*rates.grossChurn);
        rates.grossRetention->value = std::clamp(double(period.opening - lost) / double(period.opening), 0.0, 1.0);
        if (rates.grossRetention->low)
            rates.grossRetention->low = std::max(*rates.grossRetention->low, 0.0);
        rates.netRetention = complementOf(*rates.netChurn);
        rates.netRetention->value = double(period.opening - lost + grown + returned) / double(period.opening);
    }
    const std::int64_t denominator = period.customersOpening + (rules.churnAgainstNewToo ? period.count(New) : 0);
    if (denominator > 0) {
        Estimate churn {double(period.count(Churn)) / double(denominator), {}, {}, {}};
        if (const auto interval = wilsonInterval(period.count(Churn), denominator, *z)) {
            churn.low = interval->low;
            churn.high = interval->high;
        }
        rates.customerChurn = churn;
    }
    if (lost > 0)
        rates.quickRatio = double(period.amount(New) + grown + (rules.quickRatioHasReactivation ? reactivated : 0)) / double(lost);
    if (period.customersClosing > 0)
        rates.arpa = scaledAmount(period.closing, 1, period.customersClosing, rules.rounding);
    if (period.customersOpening < kFewCustomers)
        rates.warnings.push_back(Warning::TooFew);
    return rates;
}

std::optional<double> dailySummedChurn(std::span<const MrrPeriod> days)
{
    std::optional<double> sum;
    for (const MrrPeriod& day : days) {
        if (day.customersOpening > 0)
            sum = sum.value_or(0) + double(day.count(MrrMovement::Churn)) / double(day.customersOpening);
    }
    return sum;
}

tl::expected<std::vector<ConvertedPeriod>, AnalyticsError> convertedTotal(std::span<const CurrencyBook> books)
{
    const std::size_t periods = books.empty() ? 0 : books.front().periods.size();
    std::vector<ConvertedPeriod> total(periods);
    for (std::size_t b = 0; b < books.size(); ++b) {
        const CurrencyBook& book = books[b];
        if (book.periods.size() != periods || book.rates.size() != periods)
            return tl::unexpected(AnalyticsError {Kind::LengthsDiffer, std::min({periods, book.periods.size(), book.rates.size()})});
        for (std::size_t i = 0; i < periods; ++i) {
            const ExchangeRate rate = book.rates[i];
            if (rate.numerator <= 0 || !scaledAmount(0, rate.numerator, rate.denominator))
                return tl::unexpected(AnalyticsError {Kind::BadValue, b});
            bool fits = true;
            const auto addConverted = [&](std::int64_t& sum, std::int64_t amount) {
                const auto converted = scaledAmount(amount, rate.numerator, rate.denominator);
                if (converted)
                    addTo(sum, *converted, fits);
                fits = fits && converted.has_value();
            };
            if (i == 0)
                addConverted(total[i].opening, book.periods[i].opening);
            for (std::size_t k = 0; k < kMrrMovements; ++k)
                addConverted(total[i].amounts[k], book.periods[i].amounts[k]);
            addConverted(total[i].closing, book.periods[i].closing);
            if (!fits)
                return tl::unexpected(AnalyticsError {Kind::TooLarge, b});
        }
    }
    for (std::size_t i = 0; i < periods; ++i) {
        if (i > 0)
            total[i].opening = total[i - 1].closing;
        bool fits = true;
        addTo(total[i].exchange, total[i].closing, fits);
        addTo(total[i].exchange, -total[i].opening, fits);
        for (const std::int64_t amount : total[i].amounts)
            addTo(total[i].exchange, -amount, fits);
        if (!fits)
            return tl::unexpected(AnalyticsError {Kind::TooLarge, 0});
    }
    return total;
}

} // namespace lyceum::analytics
