// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/competing/influence.h"

namespace lyceum::analytics {

Influence::Influence(std::size_t causes)
    : m_sums(causes)
{
}

void Influence::enter(const State& state)
{
    count(state, 1);
}

void Influence::count(const State& entered, double sign)
{
    m_atRisk += sign;
    m_entered.add(sign * entered.hazardSpread);
    m_enteredSquares.add(sign * entered.hazardSpread * entered.hazardSpread);
    for (std::size_t k = 0; k < m_sums.size(); ++k) {
        const double x = -entered.hazardSpread;
        const double y = entered.hazardSpread * entered.incidence[k] - entered.spread[k];
        Sums& sums = m_sums[k];
        sums.x.add(sign * x);
        sums.y.add(sign * y);
        sums.xx.add(sign * x * x);
        sums.yy.add(sign * y * y);
        sums.xy.add(sign * x * y);
    }
}

void Influence::leave(
    const State& entered, const State& before, const State& after, double atRisk, std::size_t cause)
{
    count(entered, -1);
    const double g = cause == kCensored ? after.hazardSpread - entered.hazardSpread
                                        : before.hazardSpread - entered.hazardSpread - 1 / atRisk;
    m_goneSquares.add(g * g);
    for (std::size_t k = 0; k < m_sums.size(); ++k) {
        const double own = k == cause ? before.staying / atRisk : 0;
        const double ofIncidence = after.spread[k] - entered.spread[k]
            - entered.hazardSpread * (after.incidence[k] - entered.incidence[k]) + own;
        const double c = ofIncidence - g * after.incidence[k];
        Sums& sums = m_sums[k];
        sums.gg.add(g * g);
        sums.gc.add(g * c);
        sums.cc.add(c * c);
    }
}

double Influence::stayingVariance(const State& state) const
{
    const double spread = state.hazardSpread;
    const double relative = m_atRisk * spread * spread - 2 * spread * m_entered.value() + m_enteredSquares.value()
        + m_goneSquares.value();
    return state.staying * state.staying * relative;
}

double Influence::incidenceVariance(const State& state, std::size_t cause) const
{
    const Sums& sums = m_sums[cause];
    const double b = state.spread[cause];
    const double f = state.incidence[cause];
    const double atRisk = m_atRisk * b * b + f * f * sums.xx.value() + sums.yy.value()
        + 2 * b * (f * sums.x.value() + sums.y.value()) + 2 * f * sums.xy.value();
    const double gone = f * f * sums.gg.value() + 2 * f * sums.gc.value() + sums.cc.value();
    return atRisk + gone;
}

} // namespace lyceum::analytics
