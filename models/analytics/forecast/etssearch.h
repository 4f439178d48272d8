// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/forecast/etskernel.h"

namespace lyceum::analytics {

/// Whether the largest modulus of the discount matrix's eigenvalues is at most 1 (a hair is forgiven), by the Schur-Cohn recursion: no
/// roots are computed. Without a season the bounds of the parameters imply it.
/// @see Hyndman, Akram & Archibald (2008), Ann. Inst. Stat. Math. 60:407-426, for the polynomial.
class EtsForecastable {
public:
    explicit EtsForecastable(std::size_t period); ///< below 2: no season

    [[nodiscard]] bool operator()(double alpha, double beta, double gamma, double phi);

private:
    std::size_t m_period;
    std::vector<double> m_polynomial;
    std::vector<double> m_next;
};

/// The likelihood over free parameters, for a search without bounds: angles for what has bounds (their sines are shares of them), level, slope, and
/// all seasons but the first, which the others decide.
class EtsSearch {
public:
    /// Of what the bounds leave to each, in [0, 1].
    struct Shares {
        double alpha = 0;
        double beta = 0;
        double gamma = 0;
        double phi = 0;
    };

    /// Keeps the span.
    EtsSearch(std::span<const double> series, std::size_t period, const EtsForm& form);

    /// Where to start from; the smoothing parameters of `start` are not looked at.
    [[nodiscard]] std::vector<double> encode(const Shares& shares, const EtsParameters& start) const;
    [[nodiscard]] EtsParameters decode(std::span<const double> x);

    /// -2 log likelihood and its gradient; infinite where the model has none or could not be used to forecast.
    [[nodiscard]] double operator()(std::span<const double> x, std::span<double> gradient);

private:
    EtsForm m_form;
    EtsKernel m_kernel;
    EtsForecastable m_isForecastable;
    double m_slopeScale; ///< a step of the search is about as long for a slope as for a level
    std::vector<double> m_point;
    std::vector<double> m_byPoint;
};

} // namespace lyceum::analytics
