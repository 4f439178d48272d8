// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast/quasinewton.h"

#include <algorithm>

namespace lyceum::analytics {

QuasiNewton::QuasiNewton(std::size_t parameters)
    : m_size(parameters)
    , m_scale(parameters)
    , m_inverse(parameters * parameters)
    , m_gradient(parameters)
    , m_nextGradient(parameters)
    , m_next(parameters)
    , m_direction(parameters)
    , m_change(parameters)
    , m_image(parameters)
{
}

void QuasiNewton::forget()
{
    std::fill(m_inverse.begin(), m_inverse.end(), 0.0);
    for (std::size_t i = 0; i < m_size; ++i)
        m_inverse[i * m_size + i] = m_scale[i];
}

void QuasiNewton::setDirection()
{
    for (std::size_t i = 0; i < m_size; ++i) {
        double sum = 0;
        for (std::size_t j = 0; j < m_size; ++j)
            sum -= m_inverse[i * m_size + j] * m_gradient[j];
        m_direction[i] = sum;
    }
}

void QuasiNewton::learn(double step)
{
    double curvature = 0;
    for (std::size_t i = 0; i < m_size; ++i) {
        m_change[i] = m_nextGradient[i] - m_gradient[i];
        m_direction[i] *= step;
        curvature += m_change[i] * m_direction[i];
    }
    if (!(curvature > 1e-14))
        return; // the update would not stay positive definite
    double squared = 0;
    for (std::size_t i = 0; i < m_size; ++i) {
        double sum = 0;
        for (std::size_t j = 0; j < m_size; ++j)
            sum += m_inverse[i * m_size + j] * m_change[j];
        m_image[i] = sum;
        squared += sum * m_change[i];
    }
    const double along = (1 + squared / curvature) / curvature;
    for (std::size_t i = 0; i < m_size; ++i) {
        for (std::size_t j = 0; j < m_size; ++j)
            m_inverse[i * m_size + j] += along * m_direction[i] * m_direction[j]
                - (m_image[i] * m_direction[j] + m_direction[i] * m_image[j]) / curvature;
    }
}

} // namespace lyceum::analytics
