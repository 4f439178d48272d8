// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/compensatedsum.h"

#include <cstddef>
#include <span>
#include <vector>

namespace lyceum::analytics {

/**
 * The sum over all subjects of the squared derivative of the Aalen-Johansen estimate by a subject's weight: its variance
 * by the infinitesimal jackknife, without a matrix of subjects x times.
 *
 * With S the probability to stay, F the incidence of a cause, n at risk and d leaving, let
 *     G(t) = sum of d / (n (n - d)) up to t,       B(t) = sum of dF (G(s-) - 1 / n(s)) up to t.
 * While somebody who entered at e is at risk, the derivative of S is S (G - G(e)), and that of F is
 * B - B(e) - G(e) (F - F(e)): a line in B and F. After the exit the first is S g and the second c + g F, with g and c
 * fixed. So six sums a cause tell the variance at any time.
 */
class Influence {
public:
    explicit Influence(std::size_t causes);

    /// What has happened so far: state of the estimate and of G and B.
    struct State {
        double staying = 1;
        double hazardSpread = 0; ///< G
        std::span<const double> incidence; ///< F by cause
        std::span<const double> spread; ///< B by cause
    };

    void enter(const State& state); ///< somebody joins the risk set, after `state`
    /**
     * Somebody leaves it.
     *
     * @param entered  the state when entering
     * @param before   the state just before the exit
     * @param after    the state after all that happened at the moment of the exit
     * @param atRisk   how many were at risk at the exit
     * @param cause    from 0; kCensored for none
     */
    void leave(const State& entered, const State& before, const State& after, double atRisk, std::size_t cause);

    static constexpr auto kCensored = std::size_t(-1);

    [[nodiscard]] double stayingVariance(const State& state) const;
    [[nodiscard]] double incidenceVariance(const State& state, std::size_t cause) const;

private:
    /// Over those at risk, whose derivative is B + x F + y, and those gone, whose derivative is g F + c.
    struct Sums {
        CompensatedSum x, y, xx, yy, xy;
        CompensatedSum gg, gc, cc;
    };

    void count(const State& entered, double sign);

    std::vector<Sums> m_sums; ///< by cause
    double m_atRisk = 0;
    CompensatedSum m_entered; ///< of G(e), over those at risk
    CompensatedSum m_enteredSquares;
    CompensatedSum m_goneSquares; ///< of g^2, over those gone
};

} // namespace lyceum::analytics
