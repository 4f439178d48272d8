// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace lyceum::analytics {

/// A sum whose rounding error does not grow with the number of terms (Neumaier 1974, ZAMM 54:39-51). Finite terms only.
class CompensatedSum {
public:
    void add(double term)
    {
        const double next = m_sum + term;
        m_lost += std::abs(m_sum) >= std::abs(term) ? (m_sum - next) + term : (term - next) + m_sum;
        m_sum = next;
    }

    [[nodiscard]] double value() const { return m_sum + m_lost; }

private:
    double m_sum = 0;
    double m_lost = 0;
};

} // namespace lyceum::analytics
