// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/growth/growthparts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace lyceum::analytics {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kParameters = 3;
using Three = std::array<double, kParameters>;

/**
 * A curve that rises to an end, as a least-squares problem in three parameters: the logarithm of its value at an anchor, the rate, and the
 * inflection. Without an anchor the value is that at the end of time, the capacity; with one, any value of the curve can be profiled. Times are
 * in [0, 1] for the series, values at most 1.
 */
class Curve {
public:
    Curve(bool isLogistic, std::vector<double> times, std::vector<double> values)
        : m_isLogistic(isLogistic)
        , m_times(std::move(times))
        , m_values(std::move(values))
    {
    }

    void setAnchor(std::optional<double> time) { m_anchor = time; }
    [[nodiscard]] std::size_t size() const { return m_times.size(); }
    [[nodiscard]] double lastTime() const { return m_times.back(); }

    /// The share of the end that is reached, as a logarithm, and its derivative by rate (time - inflection).
    struct Share {
        double log = 0;
        double slope = 0;
    };
    [[nodiscard]] Share shareAt(double time, double rate, double inflection) const
    {
        const double x = rate * (time - inflection);
        if (!m_isLogistic) {
            const double e = std::exp(-x);
            return {-e, e};
        }
        if (x > 0) {
            const double e = std::exp(-x);
            return {-std::log1p(e), e / (1 + e)};
        }
        const double e = std::exp(x);
        return {x - std::log1p(e), 1 / (1 + e)};
    }

    [[nodiscard]] double valueAt(double time, const Three& theta) const
    {
        const double anchor = m_anchor ? shareAt(*m_anchor, theta[1], theta[2]).log : 0;
        return std::exp(theta[0] + shareAt(time, theta[1], theta[2]).log - anchor);
    }

    /// Residual squares; with `normal` also J'J and J'r.
    double squares(const Three& theta, std::array<Three, kParameters>* normal = nullptr, Three* pull = nullptr) const
    {
        const auto [_, rate, inflection] = theta;
        Share anchor;
        double anchorAway = 0;
        if (m_anchor) {
            anchor = shareAt(*m_anchor, rate, inflection);
            anchorAway = *m_anchor - inflection;
        }
        if (normal) {
            *normal = {};
            *pull = {};
        }
        double sum = 0;
        for (std::size_t i = 0; i < m_times.size(); ++i) {
            const Share share = shareAt(m_times[i], rate, inflection);
            const double value = std::exp(theta[0] + share.log - anchor.log);
            const double residual = m_values[i] - value;
            sum += residual * residual;
            if (!normal)
                continue;
            const double byRate = value * ((m_times[i] - inflection) * share.slope - anchorAway * anchor.slope);
            const double byInflection = value * rate * (anchor.slope - share.slope);
            const Three row {value, byRate, byInflection};
            for (std::size_t j = 0; j < kParameters; ++j) {
                (*pull)[j] += row[j] * residual;
                for (std::size_t k = 0; k < kParameters; ++k)
                    (*normal)[j][k] += row[j] * row[k];
            }
        }
        return sum;
    }

    /// The best capacity for a shape is a regression through the origin.
    [[nodiscard]] std::optional<Three> startAt(double rate, double inflection) const
    {
        double together = 0;
        double own = 0;
        for (std::size_t i = 0; i < m_times.size(); ++i) {
            const double share = std::exp(shareAt(m_times[i], rate, inflection).log);
            together += share * m_values[i];
            own += share * share;
        }
        if (!(together > 0) || !(own > 0))
            return std::nullopt;
        return Three {std::log(together / own), rate, inflection};
    }

private:
    bool m_isLogistic;
    std::vector<double> m_times;
    std::vector<double> m_values;
    std::optional<double> m_anchor;
};

/// Solves A x = b for a symmetric positive definite A by Cholesky; nullopt where it is not.
std::optional<Three> solve(std::array<Three, kParameters> a, Three b)
{
    for (std::size_t j = 0; j < kParameters; ++j) {
        for (std::size_t k = 0; k < j; ++k)
            a[j][j] -= a[j][k] * a[j][k];
        if (!(a[j][j] > 0))
            return std::nullopt;
        a[j][j] = std::sqrt(a[j][j]);
        for (std::size_t i = j + 1; i < kParameters; ++i) {
            for (std::size_t k = 0; k < j; ++k)
                a[i][j] -= a[i][k] * a[j][k];
            a[i][j] /= a[j][j];
        }
    }
    for (std::size_t i = 0; i < kParameters; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            b[i] -= a[i][k] * b[k];
        b[i] /= a[i][i];
    }
    for (std::size_t i = kParameters; i-- > 0;) {
        for (std::size_t k = i + 1; k < kParameters; ++k)
            b[i] -= a[k][i] * b[k];
        b[i] /= a[i][i];
    }
    return b;
}

struct Descent {
    Three at {};
    double squares = kInfinity;
    bool converged = false;
};

/// Levenberg-Marquardt with Marquardt's scaling; `held` is a parameter that stays, kParameters for none.
Descent descend(const Curve& curve, Three theta, std::size_t held)
{
    constexpr int kMaxSteps = 200;
    Descent result {theta, curve.squares(theta), false};
    double damping = 1e-3;
    for (int step = 0; step < kMaxSteps && std::isfinite(result.squares); ++step) {
        std::array<Three, kParameters> normal;
        Three pull;
        curve.squares(result.at, &normal, &pull);
        if (held < kParameters) {
            for (std::size_t j = 0; j < kParameters; ++j)
                normal[held][j] = normal[j][held] = 0;
            normal[held][held] = 1;
            pull[held] = 0;
        }
        bool isBetter = false;
        double gain = 0;
        while (damping < 1e12) {
            std::array<Three, kParameters> damped = normal;
            for (std::size_t j = 0; j < kParameters; ++j)
                damped[j][j] += damping * normal[j][j] + std::numeric_limits<double>::min();
            const std::optional<Three> move = solve(damped, pull);
            if (move) {
                Three next = result.at;
                for (std::size_t j = 0; j < kParameters; ++j)
                    next[j] += (*move)[j];
                const double squares = curve.squares(next);
                if (squares < result.squares) {
                    gain = result.squares - squares;
                    result.at = next;
                    result.squares = squares;
                    damping = std::max(damping / 10, 1e-14);
                    isBetter = true;
                    break;
                }
            }
            damping *= 10;
        }
        if (!isBetter || gain <= 1e-14 * result.squares) {
            result.converged = true; // no step gets any lower, or it hardly matters
            return result;
        }
    }
    return result;
}

Descent fitCurve(const Curve& curve)
{
    // Shapes over the whole range a series can show of such a curve: its beginning, its middle, its end.
    constexpr std::array kRates {1.0, 2.5, 5.0, 10.0, 25.0};
    constexpr std::array kInflections {-0.25, 0.1, 0.35, 0.6, 0.85, 1.25, 2.0, 3.5};
    constexpr std::size_t kBest = 4;
    std::vector<std::pair<double, Three>> starts;
    for (const double rate : kRates) {
        for (const double inflection : kInflections) {
            if (const auto start = curve.startAt(rate, inflection))
                starts.emplace_back(curve.squares(*start), *start);
        }
    }
    std::ranges::sort(starts);
    Descent best;
    for (std::size_t i = 0; i < std::min(kBest, starts.size()); ++i) {
        const Descent found = descend(curve, starts[i].second, kParameters);
        if (found.squares < best.squares)
            best = found;
    }
    return best;
}

/// One end of a profile interval of a parameter: where holding it there raises the squares to `bound`. Infinite where nothing does.
double profileEnd(const Curve& curve, const Descent& best, std::size_t parameter, double direction, double bound, double stride)
{
    constexpr double kFurthest = 14; // in e-foldings of the capacity, or fourteen times the series' length
    struct Point {
        double value;
        Three at;
    };
    Point inside {best.at[parameter], best.at};
    Point outside = inside;
    const auto squaresWith = [&](double value, Point& from) {
        Three theta = from.at;
        theta[parameter] = value;
        const Descent held = descend(curve, theta, parameter);
        from = {value, held.at};
        return held.squares;
    };
    double low = best.squares;
    double high = 0;
    for (int i = 0;; ++i, stride *= 1.6) {
        const double next = inside.value + direction * stride;
        if (i > 60 || (parameter != 1 && std::abs(next - best.at[parameter]) > kFurthest) || (parameter == 1 && !(next > 0 && next < 1e6)))
            return direction * kInfinity;
        outside = inside;
        high = squaresWith(next, outside);
        if (!(high < bound))
            break;
        inside = outside;
        low = high;
    }
    // The signed root of the squares is nearly straight: false position, halved when an end stays.
    const auto root = [&](double squares) { return std::sqrt(std::max(squares - best.squares, 0.0)) - std::sqrt(bound - best.squares); };
    double fInside = root(low);
    double fOutside = root(high);
    for (int i = 0; i < 60 && std::abs(outside.value - inside.value) > 1e-9 * (std::abs(inside.value) + 1e-3); ++i) {
        double middle = (inside.value * fOutside - outside.value * fInside) / (fOutside - fInside);
        if (!std::isfinite(middle) || i % 4 == 3)
            middle = 0.5 * (inside.value + outside.value);
        Point point = inside;
        const double f = root(squaresWith(middle, point));
        if (std::abs(f) < 1e-9 * std::sqrt(bound - best.squares))
            return middle;
        if (f < 0) {
            inside = point;
            fInside = f;
        } else {
            outside = point;
            fOutside = f;
        }
    }
    return inside.value;
}

} // namespace

tl::expected<GrowthFit, AnalyticsError> fitSaturation(GrowthFit fit, const GrowthData& data)
{
    const double span = data.times.back();
    const double scale = std::ranges::max(data.values);
    if (!std::isnormal(scale))
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::NotConverged, 0});
    std::vector<double> times = data.times;
    for (double& time : times)
        time /= span;
    std::vector<double> values(data.values.begin(), data.values.end());
    for (double& value : values)
        value /= scale;
    Curve curve(fit.model == GrowthModel::Logistic, times, values);
    const Descent best = fitCurve(curve);
    const auto [logCapacity, rate, inflection] = best.at;
    constexpr double kFurthest = 12; // e-foldings above the series: no capacity, an exponential
    double middle = 0;
    for (const double value : values)
        middle += value / double(values.size());
    double flat = 0; // what a constant leaves
    for (const double value : values)
        flat += (value - middle) * (value - middle);
    if (!best.converged || !(best.squares < flat * (1 - 1e-6)) || !(rate > 0) || !(logCapacity < kFurthest) || !(std::exp(rate) > 1 + 1e-9))
        return tl::unexpected(AnalyticsError {AnalyticsError::Kind::NotConverged, 0});

    fit.degreesOfFreedom = data.times.size() - kParameters;
    const double variance = best.squares / double(fit.degreesOfFreedom);
    const double t = studentQuantile(data.level, fit.degreesOfFreedom);
    fit.residualSquares = best.squares * scale * scale;
    fit.sigma = std::sqrt(variance) * scale;
    for (const double time : times)
        fit.fitted.push_back(curve.valueAt(time, best.at) * scale);

    std::array<Three, kParameters> normal;
    Three pull;
    curve.squares(best.at, &normal, &pull);
    Three errors {};
    for (std::size_t j = 0; j < kParameters; ++j) {
        Three unit {};
        unit[j] = 1;
        const auto column = solve(normal, unit);
        errors[j] = column ? std::sqrt(variance * (*column)[j]) : kInfinity;
    }
    // A perfect fit has no doubt to profile; the floor is its rounding.
    const double bound = best.squares + std::max(t * t * variance, 1e-20);
    const auto profile = [&](std::size_t parameter) {
        const double stride = std::clamp(errors[parameter], 1e-9, 0.5);
        return std::pair {profileEnd(curve, best, parameter, -1, bound, stride), profileEnd(curve, best, parameter, 1, bound, stride)};
    };
    const auto [capacityLow, capacityHigh] = profile(0);
    const auto [rateLow, rateHigh] = profile(1);
    const auto [inflectionLow, inflectionHigh] = profile(2);
    const double capacity = std::exp(logCapacity) * scale;
    const auto finiteOr = [](double error) { return std::isfinite(error) ? std::optional(error) : std::nullopt; };
    const auto timeOf = [&](double share) { return share * span + data.firstTime; };
    fit.parameters = {{GrowthParameterName::Capacity,
                          {capacity, finiteOr(errors[0] * capacity), std::exp(capacityLow) * scale, std::exp(capacityHigh) * scale}},
        {GrowthParameterName::Rate, {rate / span, finiteOr(errors[1] / span), std::max(rateLow, 0.0) / span, rateHigh / span}},
        {GrowthParameterName::Inflection,
            {timeOf(inflection), finiteOr(errors[2] * span), timeOf(inflectionLow), timeOf(inflectionHigh)}}};
    if (std::isinf(capacityHigh) || inflection >= curve.lastTime())
        fit.warnings.push_back(Warning::NotIdentified);

    Descent at = best;
    for (std::size_t h = 1; h <= data.horizon; ++h) {
        const double time = data.projectedTime(h);
        const double value = curve.valueAt(time / span, best.at);
        // The same fit, told by its value at this time instead of its capacity.
        Curve anchored = curve;
        anchored.setAnchor(time / span);
        at.at = {std::log(value), rate, inflection};
        const double stride = 0.1 * t * std::sqrt(variance) / value + 1e-9;
        const double low = std::exp(profileEnd(anchored, at, 0, -1, bound, stride));
        const double high = std::exp(profileEnd(anchored, at, 0, 1, bound, stride));
        const double noise = t * t * variance;
        fit.projection.push_back({time + data.firstTime, value * scale, (value - std::sqrt((value - low) * (value - low) + noise)) * scale,
            (value + std::sqrt((high - value) * (high - value) + noise)) * scale});
    }
    return fit;
}

} // namespace lyceum::analytics
