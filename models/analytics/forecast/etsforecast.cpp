// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast/etsforecast.h"

#include "analytics/random.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lyceum::analytics {
namespace {

using enum EtsPart;

/// Steps a state on: what comes next without an error, and the state after an error.
class EtsWalk {
public:
    explicit EtsWalk(const EtsFit& fit)
        : m_fit(fit)
        , m_state(fit.last)
    {
    }

    /// Back to the end of the series, without giving up the storage.
    void restart()
    {
        m_state.level = m_fit.last.level;
        m_state.slope = m_fit.last.slope;
        std::ranges::copy(m_fit.last.seasons, m_state.seasons.begin());
        m_step = 0;
    }

    [[nodiscard]] double next(double error)
    {
        const EtsParameters& p = m_fit.parameters;
        const EtsForm& form = m_fit.form;
        double grown = 0;
        double q = m_state.level;
        if (form.trend == Additive) {
            grown = p.phi * m_state.slope;
            q += grown;
        } else if (form.trend == Multiplicative) {
            grown = std::pow(m_state.slope, p.phi);
            q *= grown;
        }
        double* season = form.season == None ? nullptr : &m_state.seasons[m_step++ % m_state.seasons.size()];
        const double forecast = form.season == None ? q : form.season == Additive ? q + *season : q * *season;
        const double value = form.error == Additive ? forecast + error : forecast * (1 + error);
        if (error == 0) { // nothing is learnt
            m_state.level = q;
            m_state.slope = grown;
            return value;
        }
        const double gap = (form.season == None ? value : form.season == Additive ? value - *season : value / *season) - q;
        if (form.trend == Additive)
            m_state.slope = grown + p.beta * gap;
        else if (form.trend == Multiplicative)
            m_state.slope = grown + p.beta * gap / m_state.level;
        m_state.level = q + p.alpha * gap;
        if (form.season == Additive)
            *season += p.gamma * (value - q - *season);
        else if (form.season == Multiplicative)
            *season += p.gamma * (value / q - *season);
        return value;
    }

private:
    const EtsFit& m_fit;
    EtsState m_state;
    std::size_t m_step = 0;
};

/// Class 1 and 2: linear in the states.
void addLinear(std::vector<ForecastStep>& steps, const EtsFit& fit)
{
    const EtsParameters& p = fit.parameters;
    const bool isAdditive = fit.form.error == Additive;
    EtsWalk walk(fit);
    std::vector<double> weights; // what an error does to the value so many steps later, less 1
    double damped = 0; // phi + phi^2 + ...
    double power = 1;
    for (std::size_t h = 0; h < steps.size(); ++h) {
        steps[h].mean = walk.next(0);
        power *= p.phi;
        damped += power;
        double weight = p.alpha;
        if (fit.form.trend != None)
            weight += p.beta * damped;
        if (fit.form.season != None && (h + 1) % fit.period == 0)
            weight += p.gamma;
        weights.push_back(weight);
    }
    double sum = 1;
    std::vector<double> theta; // class 2: of the squares of what is expected
    for (std::size_t h = 0; h < steps.size(); ++h) {
        const double mean = steps[h].mean;
        double variance = fit.sigma2 * sum;
        if (!isAdditive) {
            double expected = mean * mean;
            for (std::size_t j = 0; j < h; ++j)
                expected += fit.sigma2 * weights[j] * weights[j] * theta[h - 1 - j];
            theta.push_back(expected);
            variance = (1 + fit.sigma2) * expected - mean * mean;
        }
        sum += weights[h] * weights[h];
        steps[h].stdError = std::sqrt(std::max(variance, 0.0));
    }
}

/**
 * Class 3: the value is (level + damped slope) times a season, a product of two states that are each linear. M holds the expected products,
 * trend state by season, and V their covariances; each step is three linear maps of both.
 */
class ProductMoments {
public:
    explicit ProductMoments(const EtsFit& fit)
        : m_fit(fit)
        , m_trends(fit.form.trend == None ? 1 : 2)
        , m_size(m_trends * fit.period)
        , m_mean(m_size)
        , m_covariance(m_size * m_size)
        , m_half(m_size * m_size)
        , m_in(m_size)
        , m_out(m_size)
    {
        // The last column is the season that comes next.
        for (std::size_t j = 0; j < fit.period; ++j) {
            const double season = fit.last.seasons[fit.period - 1 - j];
            m_mean[j * m_trends] = fit.last.level * season;
            if (m_trends == 2)
                m_mean[j * m_trends + 1] = fit.last.slope * season;
        }
    }

    [[nodiscard]] double mean() const
    {
        const std::size_t next = m_size - m_trends;
        return m_mean[next] + (m_trends == 2 ? m_fit.parameters.phi * m_mean[next + 1] : 0);
    }

    [[nodiscard]] double variance() const
    {
        const std::size_t next = m_size - m_trends;
        const auto at = [&](std::size_t i, std::size_t j) { return m_covariance[(next + i) * m_size + next + j]; };
        const double phi = m_fit.parameters.phi;
        const double spread = m_trends == 2 ? at(0, 0) + 2 * phi * at(0, 1) + phi * phi * at(1, 1) : at(0, 0);
        return (1 + m_fit.sigma2) * spread + m_fit.sigma2 * mean() * mean();
    }

    void advance()
    {
        const double s2 = m_fit.sigma2;
        const std::vector<double> before = m_covariance;
        std::vector<double> next = sandwich(before, Map::Keep, Map::Keep);
        const std::vector<double> crossed = sandwich(before, Map::Keep, Map::Learn);
        std::vector<double> second(m_size * m_size); // V + m m'
        std::vector<double> third(m_size * m_size); // 3 V + 2 m m'
        for (std::size_t i = 0; i < m_size; ++i) {
            for (std::size_t j = 0; j < m_size; ++j) {
                const double product = m_mean[i] * m_mean[j];
                second[i * m_size + j] = before[i * m_size + j] + product;
                third[i * m_size + j] = 3 * before[i * m_size + j] + 2 * product;
            }
        }
        const std::vector<double> mixed = sandwich(second, Map::Mix, Map::Mix);
        const std::vector<double> learnt = sandwich(third, Map::Learn, Map::Learn);
        for (std::size_t i = 0; i < m_size; ++i) {
            for (std::size_t j = 0; j < m_size; ++j) {
                const std::size_t at = i * m_size + j;
                next[at] += s2 * (crossed[at] + crossed[j * m_size + i] + mixed[at] + s2 * learnt[at]);
            }
        }
        m_covariance = std::move(next);
        apply(Map::Keep, m_mean, m_in);
        apply(Map::Learn, m_mean, m_out);
        for (std::size_t i = 0; i < m_size; ++i)
            m_mean[i] = m_in[i] + s2 * m_out[i];
    }

private:
    /// What happens to trend state by season: both go on, both learn from the same error, or one of each.
    enum class Map { Keep, Learn, Mix };

    [[nodiscard]] std::array<double, 2> kept(double level, double slope) const
    {
        const double grown = m_fit.parameters.phi * slope;
        return {level + grown, grown};
    }
    [[nodiscard]] std::array<double, 2> learnt(double level, double slope) const
    {
        const double value = level + m_fit.parameters.phi * slope;
        return {m_fit.parameters.alpha * value, m_fit.parameters.beta * value};
    }

    void apply(Map map, const std::vector<double>& from, std::vector<double>& to) const
    {
        const std::size_t period = m_fit.period;
        const double gamma = m_fit.parameters.gamma;
        for (std::size_t j = 0; j < period; ++j) {
            const std::size_t source = (j == 0 ? period - 1 : j - 1) * m_trends; // the season just used goes to the back of the queue
            const double level = from[source];
            const double slope = m_trends == 2 ? from[source + 1] : 0;
            std::array<double, 2> result {0, 0};
            if (map == Map::Keep)
                result = kept(level, slope);
            else if (map == Map::Mix)
                result = learnt(level, slope);
            if (j == 0 && map != Map::Keep) {
                const std::array<double, 2> own = map == Map::Learn ? learnt(level, slope) : kept(level, slope);
                result[0] += gamma * own[0];
                result[1] += gamma * own[1];
            }
            for (std::size_t i = 0; i < m_trends; ++i)
                to[j * m_trends + i] = result[i];
        }
    }

    /// left V right'.
    std::vector<double> sandwich(const std::vector<double>& matrix, Map left, Map right)
    {
        for (std::size_t row = 0; row < m_size; ++row) {
            std::copy_n(matrix.begin() + std::ptrdiff_t(row * m_size), m_size, m_in.begin());
            apply(right, m_in, m_out);
            std::ranges::copy(m_out, m_half.begin() + std::ptrdiff_t(row * m_size));
        }
        std::vector<double> result(m_size * m_size);
        for (std::size_t column = 0; column < m_size; ++column) {
            for (std::size_t row = 0; row < m_size; ++row)
                m_in[row] = m_half[row * m_size + column];
            apply(left, m_in, m_out);
            for (std::size_t row = 0; row < m_size; ++row)
                result[row * m_size + column] = m_out[row];
        }
        return result;
    }

    const EtsFit& m_fit;
    std::size_t m_trends;
    std::size_t m_size;
    std::vector<double> m_mean;
    std::vector<double> m_covariance;
    std::vector<double> m_half;
    std::vector<double> m_in;
    std::vector<double> m_out;
};

std::optional<AnalyticsError> objectionTo(const EtsFit& fit, std::size_t horizon, const EtsForecastOptions& options)
{
    using enum AnalyticsError::Kind;
    constexpr std::size_t kMaxDraws = 50'000'000;
    const std::size_t seasons = fit.form.season == None ? 0 : fit.period;
    if (horizon < 1 || horizon > kMaxHorizon || options.paths < 2 || options.paths > 1'000'000 || fit.last.seasons.size() != seasons
        || (fit.form.season != None && fit.period < 2) || !(fit.sigma2 >= 0))
        return AnalyticsError {BadRange, 0};
    if (horizon * options.paths > kMaxDraws)
        return AnalyticsError {TooLarge, kMaxDraws};
    return std::nullopt;
}

Forecast emptyForecast(const EtsFit& fit, std::size_t horizon)
{
    Forecast forecast;
    forecast.steps.resize(horizon);
    forecast.method = nameOf(fit.form);
    forecast.n = fit.n;
    forecast.warnings = fit.warnings;
    return forecast;
}

} // namespace

tl::expected<Forecast, AnalyticsError> simulateEts(const EtsFit& fit, std::size_t horizon, const EtsForecastOptions& options)
{
    if (const auto objection = objectionTo(fit, horizon, options))
        return tl::unexpected(*objection);
    Forecast forecast = emptyForecast(fit, horizon);
    EtsWalk walk(fit);
    for (ForecastStep& step : forecast.steps) {
        step.mean = walk.next(0);
        step.draws.reserve(options.paths);
    }
    Random random(options.seed);
    const double sigma = std::sqrt(fit.sigma2);
    for (std::size_t path = 0; path < options.paths; ++path) {
        walk.restart();
        for (ForecastStep& step : forecast.steps) {
            double error = sigma * random.normal();
            if (fit.form.error == Multiplicative)
                error = std::max(error, -1.0); // nothing falls by more than all of it
            step.draws.push_back(walk.next(error));
        }
    }
    for (ForecastStep& step : forecast.steps) {
        std::erase_if(step.draws, [](double draw) { return !std::isfinite(draw); }); // a path that divided by 0
        if (step.draws.size() < options.paths / 2)
            return tl::unexpected(AnalyticsError {AnalyticsError::Kind::NotConverged, options.paths});
        std::ranges::sort(step.draws);
        double sum = 0;
        for (const double draw : step.draws)
            sum += draw;
        const double mean = sum / double(step.draws.size());
        double squares = 0;
        for (const double draw : step.draws)
            squares += (draw - mean) * (draw - mean);
        step.stdError = std::sqrt(squares / double(step.draws.size() - 1));
    }
    return forecast;
}

tl::expected<Forecast, AnalyticsError> forecastEts(const EtsFit& fit, std::size_t horizon, const EtsForecastOptions& options)
{
    const EtsForm& form = fit.form;
    const bool isLinear = form.trend != Multiplicative && form.season != Multiplicative;
    const bool isProduct = form.error == Multiplicative && form.trend != Multiplicative && form.season == Multiplicative;
    if (!isLinear && !isProduct)
        return simulateEts(fit, horizon, options);
    if (const auto objection = objectionTo(fit, horizon, {options.seed, 2}))
        return tl::unexpected(*objection);
    Forecast forecast = emptyForecast(fit, horizon);
    if (isLinear) {
        addLinear(forecast.steps, fit);
        return forecast;
    }
    ProductMoments moments(fit);
    for (ForecastStep& step : forecast.steps) {
        step.mean = moments.mean();
        step.stdError = std::sqrt(std::max(moments.variance(), 0.0));
        moments.advance();
    }
    return forecast;
}

} // namespace lyceum::analytics
