// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/forecast/etsmodel.h"

#include <span>
#include <vector>

namespace lyceum::analytics {

/**
 * The likelihood of an exponential smoothing model and its gradient, without an allocation a run.
 *
 * A point is a row of numbers: alpha, beta, gamma, phi, level, slope, then one a season. Those a form does not have are passed over.
 * The gradient is reverse-mode, so that it costs about two runs more whatever the number of seasons.
 */
class EtsKernel {
public:
    static constexpr std::size_t kSeasons = 6; ///< where the seasons begin

    /// Keeps the span: the series must outlive it. period is 1 without a season.
    EtsKernel(std::span<const double> series, std::size_t period, const EtsForm& form);

    [[nodiscard]] std::size_t pointSize() const { return kSeasons + m_period; }

    /// -2 log likelihood, as etsWith's; infinite where a number is not above 0 that has to be.
    [[nodiscard]] double deviance(std::span<const double> point);
    /// The same, and its gradient.
    [[nodiscard]] double deviance(std::span<const double> point, std::span<double> gradient);

    /// Of the last run with a gradient: one-step forecasts, errors (relative with a multiplicative error) and where it came to.
    [[nodiscard]] std::span<const double> fitted() const { return m_fitted; }
    [[nodiscard]] std::span<const double> errors() const { return m_errors; }
    [[nodiscard]] EtsState last() const;

private:
    template <EtsPart Error, EtsPart Trend, EtsPart Season, bool WithGradient>
    double run(const double* point, double* gradient);
    template <bool WithGradient>
    double dispatch(const double* point, double* gradient);

    std::span<const double> m_series;
    std::size_t m_period;
    EtsForm m_form;
    double m_leastSquares; ///< below this, the sum of squares is rounding
    double m_level = 0;
    double m_slope = 0;
    std::vector<double> m_seasons; ///< by observation modulo period
    std::vector<double> m_fitted;
    std::vector<double> m_errors;
    std::vector<double> m_levels; ///< before each observation, as are the next three
    std::vector<double> m_slopes;
    std::vector<double> m_grown; ///< the slope as it is applied: damped
    std::vector<double> m_oldSeasons;
    std::vector<double> m_seasonGradient;
};

} // namespace lyceum::analytics
