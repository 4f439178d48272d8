// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/compensatedsum.h"
#include "analytics/forecast/forecast.h"
#include "analytics/proportion.h"

#include <span>

namespace lyceum::analytics {

/// How wrong forecasts were, once what they forecast had come.
struct Accuracy {
    std::int64_t n = 0; ///< forecast values that were held against one that came; nothing below means anything while it is 0
    double meanError = 0; ///< actual less forecast: above 0, forecasts were too low
    double mae = 0; ///< mean absolute error
    double rmse = 0; ///< root of the mean squared error
    double smape = 0; ///< mean of 200 |f - y| / (|f| + |y|), in percent; two zeros count as 0
    std::optional<double> mase; ///< mean absolute error over that of the (seasonal) naive method within the past; missing for a constant past
    std::optional<Proportion> coverage80; ///< share inside the 80 % interval, with Wilson's interval at 95 %
    std::optional<Proportion> coverage95;
    double crps = 0; ///< mean continuous ranked probability score
    double pinball = 0; ///< mean quantile loss over the quantiles 2.5, 10, 50, 90 and 97.5 %
};

/// Collects an Accuracy.
class AccuracyTally {
public:
    /// @param scale  what MASE divides by; not above 0 where there is none
    void add(const ForecastStep& step, double actual, double scale);
    [[nodiscard]] Accuracy result() const;

private:
    std::int64_t m_n = 0;
    std::int64_t m_scaled = 0;
    std::int64_t m_inside80 = 0;
    std::int64_t m_inside95 = 0;
    CompensatedSum m_errors;
    CompensatedSum m_absolute;
    CompensatedSum m_squares;
    CompensatedSum m_relative;
    CompensatedSum m_scaledErrors;
    CompensatedSum m_crps;
    CompensatedSum m_pinball;
};

/// 200 |f - y| / (|f| + |y|); 0 when both are 0.
[[nodiscard]] double symmetricPercentageError(double forecast, double actual);

/// Mean |y(t) - y(t - period)|: what MASE divides by. 0 where the series is not longer than the period.
/// @see Hyndman & Koehler (2006), Int. J. Forecasting 22:679-688.
[[nodiscard]] double naiveScale(std::span<const double> series, std::size_t period);

/// Holds a forecast against what came, as far as both reach; `past` is what it was made from.
[[nodiscard]] Accuracy accuracyOf(
    const Forecast& forecast, std::span<const double> actual, std::span<const double> past, std::size_t period);

} // namespace lyceum::analytics
