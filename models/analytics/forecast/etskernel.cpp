// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast/etskernel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lyceum::analytics {
namespace {

using enum EtsPart;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kTiny = 1e-10; // what a divisor must be above

/// The sum of logarithms, one logarithm for many factors.
class LogProduct {
public:
    void add(double factor)
    {
        m_product *= factor;
        if (m_product < 1e-100 || m_product > 1e100)
            collect();
    }
    double value()
    {
        collect();
        return m_sum;
    }

private:
    void collect()
    {
        m_sum += std::log(m_product);
        m_product = 1;
    }
    double m_product = 1;
    double m_sum = 0;
};

double squaresOfRounding(std::span<const double> series, bool isRelative)
{
    double squares = 0;
    for (const double y : series)
        squares += isRelative ? 1 : y * y;
    return std::max(squares * 1e-26, std::numeric_limits<double>::min());
}

} // namespace

EtsKernel::EtsKernel(std::span<const double> series, std::size_t period, const EtsForm& form)
    : m_series(series)
    , m_period(form.season == None ? 1 : period)
    , m_form(form)
    , m_leastSquares(squaresOfRounding(series, form.error == Multiplicative))
    , m_seasons(m_period)
    , m_fitted(series.size())
    , m_errors(series.size())
    , m_levels(series.size())
    , m_slopes(series.size())
    , m_grown(series.size())
    , m_oldSeasons(series.size())
    , m_seasonGradient(m_period)
{
}

template <EtsPart Error, EtsPart Trend, EtsPart Season, bool WithGradient>
double EtsKernel::run(const double* point, double* gradient)
{
    const std::size_t n = m_series.size();
    const double* const y = m_series.data();
    const double alpha = point[0];
    const double beta = point[1];
    const double gamma = point[2];
    const double phi = point[3];
    double level = point[4];
    double slope = point[5];
    double* const seasons = m_seasons.data();
    if constexpr (Season != None)
        std::copy_n(point + kSeasons, m_period, seasons);

    double squares = 0;
    LogProduct logs;
    std::size_t j = 0; // the season
    for (std::size_t t = 0; t < n; ++t) {
        double grown = 0;
        double q = level; // without the season
        if constexpr (Trend == Additive) {
            grown = phi * slope;
            q = level + grown;
        } else if constexpr (Trend == Multiplicative) {
            if (!(slope > kTiny) || !(level > kTiny))
                return kInfinity;
            grown = phi == 1 ? slope : std::pow(slope, phi);
            q = level * grown;
        }
        double forecast = q;
        double withoutSeason = y[t];
        double season = 0;
        if constexpr (Season == Additive) {
            season = seasons[j];
            forecast = q + season;
            withoutSeason = y[t] - season;
        } else if constexpr (Season == Multiplicative) {
            season = seasons[j];
            if (!(season > kTiny) || !(q > kTiny))
                return kInfinity;
            forecast = q * season;
            withoutSeason = y[t] / season;
        }
        double error = y[t] - forecast;
        if constexpr (Error == Multiplicative) {
            if (!(forecast > kTiny))
                return kInfinity;
            error = error / forecast;
            logs.add(forecast);
        }
        squares += error * error;
        if constexpr (WithGradient) {
            m_fitted[t] = forecast;
            m_errors[t] = error;
            m_levels[t] = level;
            m_slopes[t] = slope;
            m_grown[t] = grown;
            m_oldSeasons[t] = season;
        }
        const double gap = withoutSeason - q;
        if constexpr (Trend == Additive)
            slope = grown + beta * gap;
        else if constexpr (Trend == Multiplicative)
            slope = grown + beta * gap / level;
        level = q + alpha * gap;
        if constexpr (Season != None) {
            seasons[j] = season + gamma * ((Season == Additive ? y[t] - q : y[t] / q) - season);
            if (++j == m_period)
                j = 0;
        }
    }
    m_level = level;
    m_slope = slope;
    if (!std::isfinite(squares))
        return kInfinity;
    squares = std::max(squares, m_leastSquares);
    double deviance = double(n) * std::log(squares);
    if constexpr (Error == Multiplicative)
        deviance += 2 * logs.value();

    if constexpr (WithGradient) {
        // Backwards: what each number of step t does to the deviance, from what those of step t + 1 do.
        const double weight = 2 * double(n) / squares;
        double byAlpha = 0;
        double byBeta = 0;
        double byGamma = 0;
        double byPhi = 0;
        double byLevel = 0;
        double bySlope = 0;
        double* const bySeason = m_seasonGradient.data();
        std::fill_n(bySeason, m_period, 0.0);
        for (std::size_t t = n; t-- > 0;) {
            j = t % m_period;
            const double oldLevel = m_levels[t];
            const double grown = m_grown[t];
            const double season = m_oldSeasons[t];
            const double q = Trend == Additive ? oldLevel + grown : Trend == Multiplicative ? oldLevel * grown : oldLevel;
            const double withoutSeason = Season == Additive ? y[t] - season : Season == Multiplicative ? y[t] / season : y[t];
            const double gap = withoutSeason - q;
            double byGap = alpha * byLevel;
            double byQ = byLevel;
            double byGrown = 0;
            double byOldLevel = 0;
            double byOldSeason = 0;
            byAlpha += byLevel * gap;
            if constexpr (Trend == Additive) {
                byGrown = bySlope;
                byGap += beta * bySlope;
                byBeta += bySlope * gap;
            } else if constexpr (Trend == Multiplicative) {
                byGrown = bySlope;
                byGap += beta * bySlope / oldLevel;
                byBeta += bySlope * gap / oldLevel;
                byOldLevel -= bySlope * beta * gap / (oldLevel * oldLevel);
            }
            if constexpr (Season == Additive) {
                byGamma += bySeason[j] * (y[t] - q - season);
                byOldSeason = (1 - gamma) * bySeason[j] - byGap;
                byQ -= gamma * bySeason[j];
            } else if constexpr (Season == Multiplicative) {
                const double ratio = y[t] / q;
                byGamma += bySeason[j] * (ratio - season);
                byOldSeason = (1 - gamma) * bySeason[j] - byGap * withoutSeason / season;
                byQ -= gamma * bySeason[j] * ratio / q;
            }
            byQ -= byGap;
            double byForecast = -weight * m_errors[t];
            if constexpr (Error == Multiplicative)
                byForecast = (byForecast * (1 + m_errors[t]) + 2) / m_fitted[t];
            if constexpr (Season == Multiplicative) {
                byOldSeason += byForecast * q;
                byQ += byForecast * season;
            } else {
                byOldSeason += byForecast;
                byQ += byForecast;
            }
            if constexpr (Trend == None) {
                byOldLevel += byQ;
            } else if constexpr (Trend == Additive) {
                byOldLevel += byQ;
                byGrown += byQ;
                bySlope = phi * byGrown;
                byPhi += byGrown * m_slopes[t];
            } else {
                byOldLevel += byQ * grown;
                byGrown += byQ * oldLevel;
                bySlope = byGrown * phi * grown / m_slopes[t];
                byPhi += byGrown * grown * std::log(m_slopes[t]);
            }
            byLevel = byOldLevel;
            if constexpr (Season != None)
                bySeason[j] = byOldSeason;
        }
        gradient[0] = byAlpha;
        gradient[1] = byBeta;
        gradient[2] = byGamma;
        gradient[3] = byPhi;
        gradient[4] = byLevel;
        gradient[5] = bySlope;
        std::copy_n(bySeason, m_period, gradient + kSeasons);
    }
    return deviance;
}

template <bool WithGradient>
double EtsKernel::dispatch(const double* point, double* gradient)
{
    const auto withError = [&]<EtsPart Error>() {
        const auto withTrend = [&]<EtsPart Trend>() {
            switch (m_form.season) {
            case None:
                return run<Error, Trend, None, WithGradient>(point, gradient);
            case Additive:
                return run<Error, Trend, Additive, WithGradient>(point, gradient);
            case Multiplicative:
                break;
            }
            return run<Error, Trend, Multiplicative, WithGradient>(point, gradient);
        };
        switch (m_form.trend) {
        case None:
            return withTrend.template operator()<None>();
        case Additive:
            return withTrend.template operator()<Additive>();
        case Multiplicative:
            break;
        }
        return withTrend.template operator()<Multiplicative>();
    };
    return m_form.error == Additive ? withError.template operator()<Additive>() : withError.template operator()<Multiplicative>();
}

double EtsKernel::deviance(std::span<const double> point)
{
    return dispatch<false>(point.data(), nullptr);
}

double EtsKernel::deviance(std::span<const double> point, std::span<double> gradient)
{
    return dispatch<true>(point.data(), gradient.data());
}

EtsState EtsKernel::last() const
{
    EtsState state {m_level, m_slope, {}};
    if (m_form.season != None) {
        for (std::size_t step = 0; step < m_period; ++step)
            state.seasons.push_back(m_seasons[(m_series.size() + step) % m_period]);
    }
    return state;
}

} // namespace lyceum::analytics
