// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast/etssearch.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lyceum::analytics {
namespace {

using enum EtsPart;

constexpr double kLow = 1e-4; // of alpha, beta and gamma
constexpr double kHigh = 0.9999;
constexpr double kPhiLow = 0.8;
constexpr double kPhiHigh = 0.98;

/// A share of [low, high] as the sine of an angle: the search may walk where it likes, and reaches the edges.
struct Angle {
    double value = 0;
    double byAngle = 0; ///< derivative
    double share = 0; ///< in [0, 1]
};

Angle angleIn(double x, double low, double high)
{
    const double share = 0.5 * (1 + std::sin(x));
    return {low + (high - low) * share, 0.5 * (high - low) * std::cos(x), share};
}

double angleOf(double share)
{
    return std::asin(std::clamp(2 * share - 1, -1.0, 1.0));
}

} // namespace

EtsForecastable::EtsForecastable(std::size_t period)
    : m_period(period)
    , m_polynomial(period + 2)
    , m_next(period + 2)
{
}

bool EtsForecastable::operator()(double alpha, double beta, double gamma, double phi)
{
    if (m_period < 2)
        return true;
    constexpr double kForgiven = 1 + 1e-9;
    const std::size_t degree = m_period + 1;
    std::vector<double>& p = m_polynomial; // ascending powers
    std::fill(p.begin(), p.end(), alpha + beta - alpha * phi);
    p[0] = phi * (1 - alpha - gamma);
    p[1] += gamma - 1;
    p[m_period] = alpha + beta - phi;
    p[degree] = 1;
    double power = 1;
    for (double& coefficient : p) {
        coefficient *= power;
        power *= kForgiven;
    }
    for (std::size_t d = degree; d > 0; --d) {
        const double reflection = p[0] / p[d];
        if (!(std::abs(reflection) < 1))
            return false;
        for (std::size_t i = 0; i < d; ++i)
            m_next[i] = p[i + 1] - reflection * p[d - 1 - i];
        std::swap(p, m_next);
    }
    return true;
}

EtsSearch::EtsSearch(std::span<const double> series, std::size_t period, const EtsForm& form)
    : m_form(form)
    , m_kernel(series, period, form)
    , m_isForecastable(form.season == None ? 0 : period)
    , m_slopeScale(form.trend == Additive ? 0.1 : 1)
    , m_point(m_kernel.pointSize())
    , m_byPoint(m_kernel.pointSize())
{
}

std::vector<double> EtsSearch::encode(const Shares& shares, const EtsParameters& start) const
{
    std::vector<double> x {angleOf(shares.alpha)};
    if (m_form.trend != None)
        x.push_back(angleOf(shares.beta));
    if (m_form.season != None)
        x.push_back(angleOf(shares.gamma));
    if (m_form.damped)
        x.push_back(angleOf(shares.phi));
    x.push_back(start.level);
    if (m_form.trend != None)
        x.push_back(start.slope / m_slopeScale);
    for (std::size_t j = 1; j < start.seasons.size(); ++j)
        x.push_back(start.seasons[j]);
    return x;
}

double EtsSearch::operator()(std::span<const double> x, std::span<double> gradient)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    std::size_t i = 0;
    const Angle alpha = angleIn(x[i++], kLow, kHigh);
    const Angle beta = m_form.trend != None ? angleIn(x[i++], kLow, alpha.value) : Angle();
    const double gammaHigh = std::max(1 - alpha.value, kLow);
    const Angle gamma = m_form.season != None ? angleIn(x[i++], kLow, gammaHigh) : Angle();
    const Angle phi = m_form.damped ? angleIn(x[i++], kPhiLow, kPhiHigh) : Angle {1, 0, 0};
    m_point[0] = alpha.value;
    m_point[1] = beta.value;
    m_point[2] = gamma.value;
    m_point[3] = phi.value;
    m_point[4] = x[i++];
    m_point[5] = m_form.trend != None ? x[i++] * m_slopeScale : 0;
    if (m_form.season != None) {
        double first = m_form.season == Multiplicative ? double(m_point.size() - EtsKernel::kSeasons) : 0;
        for (std::size_t j = EtsKernel::kSeasons + 1; j < m_point.size(); ++j) {
            m_point[j] = x[i++];
            first -= m_point[j];
        }
        m_point[EtsKernel::kSeasons] = first;
        if (!m_isForecastable(alpha.value, beta.value, gamma.value, phi.value))
            return kInfinity;
    }
    const double deviance = m_kernel.deviance(m_point, m_byPoint);

    i = 0;
    // beta may reach alpha and gamma 1 - alpha, so that alpha moves them too.
    gradient[i++] = alpha.byAngle * (m_byPoint[0] + m_byPoint[1] * beta.share - m_byPoint[2] * gamma.share);
    if (m_form.trend != None)
        gradient[i++] = m_byPoint[1] * beta.byAngle;
    if (m_form.season != None)
        gradient[i++] = m_byPoint[2] * gamma.byAngle;
    if (m_form.damped)
        gradient[i++] = m_byPoint[3] * phi.byAngle;
    gradient[i++] = m_byPoint[4];
    if (m_form.trend != None)
        gradient[i++] = m_byPoint[5] * m_slopeScale;
    if (m_form.season != None) {
        for (std::size_t j = EtsKernel::kSeasons + 1; j < m_point.size(); ++j)
            gradient[i++] = m_byPoint[j] - m_byPoint[EtsKernel::kSeasons];
    }
    return deviance;
}

EtsParameters EtsSearch::decode(std::span<const double> x)
{
    std::vector<double> unwanted(x.size());
    (void)(*this)(x, unwanted); // what is wanted is the point
    EtsParameters found {m_point[0], m_point[1], m_point[2], m_point[3], m_point[4], m_point[5], {}};
    if (m_form.season != None)
        found.seasons.assign(m_point.begin() + EtsKernel::kSeasons, m_point.end());
    return found;
}

} // namespace lyceum::analytics
