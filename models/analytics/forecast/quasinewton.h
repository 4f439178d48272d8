// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace lyceum::analytics {

/**
 * BFGS for a likelihood of a few dozen parameters that is undefined (infinite) beyond edges which are not known beforehand: where the
 * shared L-BFGS gives up at the first infinite value, this one steps back. Allocates once, not per step.
 *
 * @see Nocedal & Wright (2006), Numerical Optimization, algorithms 3.5 (weak form) and 6.1.
 */
class QuasiNewton {
public:
    struct Options {
        double valueTolerance = 1e-8; ///< stops after two steps in turn that gain less than this
        int maxSteps = 400;
    };
    struct Found {
        double value = std::numeric_limits<double>::infinity();
        int evaluations = 0;
        bool converged = false;
    };

    explicit QuasiNewton(std::size_t parameters);

    /// From x, which must have a finite value, to where it ended, in place. `function(x, gradient)` answers the value.
    template <class Function>
    Found minimise(Function& function, std::span<double> x, const Options& options);

private:
    void forget(); ///< back to the scale each parameter had at the start
    void setDirection();
    void learn(double step);

    std::size_t m_size;
    std::vector<double> m_scale; ///< 1 over the curvature along each parameter
    std::vector<double> m_inverse; ///< of the Hessian, as learnt; row by row
    std::vector<double> m_gradient;
    std::vector<double> m_nextGradient;
    std::vector<double> m_next;
    std::vector<double> m_direction;
    std::vector<double> m_change; ///< of the gradient
    std::vector<double> m_image; ///< of that change
};

template <class Function>
QuasiNewton::Found QuasiNewton::minimise(Function& function, std::span<double> x, const Options& options)
{
    Found found;
    found.value = function(x, m_gradient);
    found.evaluations = 1;
    if (!std::isfinite(found.value))
        return found;
    for (std::size_t i = 0; i < m_size; ++i) { // how curved it is along each parameter, by differences of gradients
        const double held = x[i];
        const double reach = 1e-4 * std::max(std::abs(held), 0.1);
        x[i] = held + reach;
        const double value = function(x, m_nextGradient);
        ++found.evaluations;
        const double curvature = std::isfinite(value) ? std::abs(m_nextGradient[i] - m_gradient[i]) / reach : 0;
        x[i] = held;
        m_scale[i] = 1 / std::max(curvature, 1.0);
    }
    forget();
    bool isFresh = true;
    int idle = 0;
    for (int iteration = 0; iteration < options.maxSteps; ++iteration) {
        setDirection();
        double descent = 0;
        for (std::size_t i = 0; i < m_size; ++i)
            descent += m_direction[i] * m_gradient[i];
        double step = 1;
        double low = 0;
        double high = 0; // 0: no upper end yet
        double value = found.value;
        bool isStepFound = false;
        double bestStep = 0;
        for (int trial = 0; descent < 0 && trial < 40; ++trial) {
            for (std::size_t i = 0; i < m_size; ++i)
                m_next[i] = x[i] + step * m_direction[i];
            value = function(m_next, m_nextGradient);
            ++found.evaluations;
            double slope = 0;
            for (std::size_t i = 0; i < m_size; ++i)
                slope += m_direction[i] * m_nextGradient[i];
            if (!std::isfinite(value) || value > found.value + 1e-4 * step * descent) {
                high = step;
            } else if (slope < 0.9 * descent && trial < 20) {
                low = step;
                bestStep = step;
            } else {
                isStepFound = true;
                break;
            }
            step = high > 0 ? 0.5 * (low + high) : 2 * step;
            if (high > 0 && high - low < 1e-12 * high)
                break;
        }
        if (!isStepFound && bestStep > 0) { // the curvature was never right, but it went down
            step = bestStep;
            for (std::size_t i = 0; i < m_size; ++i)
                m_next[i] = x[i] + step * m_direction[i];
            value = function(m_next, m_nextGradient);
            isStepFound = true;
        }
        if (!isStepFound) {
            if (isFresh) {
                found.converged = true; // not even along the gradient does it get better
                return found;
            }
            forget();
            isFresh = true;
            continue;
        }
        const double gain = found.value - value;
        for (std::size_t i = 0; i < m_size; ++i)
            x[i] = m_next[i];
        found.value = value;
        learn(step);
        std::swap(m_gradient, m_nextGradient);
        isFresh = false;
        idle = gain < options.valueTolerance ? idle + 1 : 0;
        if (idle >= 2) {
            found.converged = true;
            return found;
        }
    }
    return found;
}

} // namespace lyceum::analytics
