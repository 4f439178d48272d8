// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/betabinomial.h"

#include "analytics/experiment/hypergeometric.h"
#include "analytics/quietmath.h"

#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/special_functions/beta.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

struct Posterior {
    double alpha = 1;
    double beta = 1;

    [[nodiscard]] double mean() const { return alpha / (alpha + beta); }
};

/// Where the integrand can bend: so many deviations from each posterior's middle, on the scale asin(sqrt(share)) on which they are
/// nearly normal with deviation 1 / (2 sqrt(n)).
std::vector<double> piecesOf(std::span<const Posterior> arms)
{
    constexpr std::array kSteps {0.0, 0.7, 1.4, 2.1, 2.8, 3.5, 4.2, 5.0, 6.0, 7.0, 8.0, 10.0, 13.0, 18.0, 25.0, 38.0};
    constexpr double kRight = std::numbers::pi / 2;
    std::vector<double> ends {0, kRight};
    double narrowest = 1;
    for (const Posterior& arm : arms) {
        const double middle = std::atan2(std::sqrt(arm.alpha), std::sqrt(arm.beta));
        const double deviation = 0.5 / std::sqrt(arm.alpha + arm.beta);
        narrowest = std::min(narrowest, deviation);
        for (const double step : kSteps) {
            ends.push_back(std::clamp(middle - step * deviation, 0.0, kRight));
            ends.push_back(std::clamp(middle + step * deviation, 0.0, kRight));
        }
    }
    std::ranges::sort(ends);
    // Pieces far narrower than any bend only cost time.
    std::vector<double> kept {ends.front()};
    for (const double end : ends) {
        if (end - kept.back() > 0.05 * narrowest)
            kept.push_back(end);
    }
    kept.back() = kRight;
    return kept;
}

/// The integrands of all variants at one point, added to the sums with a weight.
class Integral {
public:
    explicit Integral(std::span<const Posterior> arms)
        : m_arms(arms)
        , m_logBelow(arms.size())
        , m_before(arms.size())
        , m_after(arms.size())
        , best(arms.size())
        , loss(arms.size())
    {
    }

    void add(double angle, double weight)
    {
        const double sine = std::sin(angle);
        const double cosine = std::cos(angle);
        const double share = sine * sine;
        const double rate = 2 * sine * cosine * weight; // d share / d angle
        const std::size_t k = m_arms.size();
        for (std::size_t i = 0; i < k; ++i) {
            const double above = boost::math::ibetac(m_arms[i].alpha, m_arms[i].beta, share, QuietMath());
            m_logBelow[i] = above < 0.5 ? std::log1p(-above)
                                        : std::log(boost::math::ibeta(m_arms[i].alpha, m_arms[i].beta, share, QuietMath()));
        }
        double before = 0;
        double after = 0;
        for (std::size_t i = 0; i < k; ++i) {
            m_before[i] = before;
            before += m_logBelow[i];
            m_after[k - 1 - i] = after;
            after += m_logBelow[k - 1 - i];
        }
        for (std::size_t i = 0; i < k; ++i) {
            const double othersBelow = m_before[i] + m_after[i]; // log of the chance that all others are below
            loss[i] += rate * std::exp(m_logBelow[i]) * -std::expm1(othersBelow);
            if (othersBelow > -740) // else nothing is left
                best[i] += rate * std::exp(othersBelow)
                    * boost::math::ibeta_derivative(m_arms[i].alpha, m_arms[i].beta, share, QuietMath());
        }
    }

private:
    std::span<const Posterior> m_arms;
    std::vector<double> m_logBelow;
    std::vector<double> m_before; ///< the sum of m_logBelow over those before each
    std::vector<double> m_after; ///< and over those after it

public:
    std::vector<double> best;
    std::vector<double> loss;
};

Integral integrated(std::span<const Posterior> arms)
{
    using Rule = boost::math::quadrature::gauss<double, 15>;
    Integral integral(arms);
    const std::vector<double> ends = piecesOf(arms);
    for (std::size_t piece = 0; piece + 1 < ends.size(); ++piece) {
        const double half = (ends[piece + 1] - ends[piece]) / 2;
        const double middle = ends[piece] + half;
        for (std::size_t i = 0; i < Rule::abscissa().size(); ++i) {
            const double off = half * Rule::abscissa()[i];
            const double weight = half * Rule::weights()[i];
            integral.add(middle + off, weight);
            if (off != 0)
                integral.add(middle - off, weight);
        }
    }
    return integral;
}

bool isWhole(const BetaPrior& prior)
{
    return prior.alpha == std::floor(prior.alpha) && prior.beta == std::floor(prior.beta);
}

/// P(first > second) for whole-number parameters. A beta variable is an order statistic of uniform ones; the first is the larger if,
/// of the lowest alpha1 + alpha2 - 1 of all, at least alpha2 belong to the second.
double probabilityLarger(const Posterior& first, const Posterior& second)
{
    const Hypergeometric lowest(std::int64_t(second.alpha + second.beta) - 1, std::int64_t(first.alpha + first.beta) - 1,
        std::int64_t(first.alpha + second.alpha) - 1);
    return std::exp(lowest.logAtLeast(std::int64_t(second.alpha)));
}

} // namespace

tl::expected<std::vector<PosteriorArm>, AnalyticsError> posteriorArms(
    std::span<const ArmCounts> arms, const BetaPrior& prior, double level)
{
    constexpr double kLeast = 0.5; // below, the density is infinite at the ends on every scale
    constexpr double kMost = 1e9;
    if (arms.empty())
        return tl::unexpected(AnalyticsError {Kind::TooFew, 0});
    if (arms.size() > kMostPosteriorArms)
        return tl::unexpected(AnalyticsError {Kind::TooLarge, kMostPosteriorArms});
    if (!(std::min(prior.alpha, prior.beta) >= kLeast) || !(std::max(prior.alpha, prior.beta) <= kMost))
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    if (!(level > 0) || !(level < 1))
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    std::vector<Posterior> posteriors;
    for (std::size_t i = 0; i < arms.size(); ++i) {
        if (!arms[i].isValid())
            return tl::unexpected(AnalyticsError {Kind::BadCount, i});
        posteriors.push_back({prior.alpha + double(arms[i].events), prior.beta + double(arms[i].total - arms[i].events)});
    }

    const Integral integral = integrated(posteriors);
    std::vector<PosteriorArm> result;
    const double tail = (1 - level) / 2;
    for (std::size_t i = 0; i < arms.size(); ++i) {
        const auto [alpha, beta] = posteriors[i];
        const double mean = posteriors[i].mean();
        const double deviation = std::sqrt(mean * (beta / (alpha + beta)) / (alpha + beta + 1));
        result.push_back({{mean, deviation, boost::math::ibeta_inv(alpha, beta, tail, QuietMath()),
                              boost::math::ibetac_inv(alpha, beta, tail, QuietMath())},
            std::min(integral.best[i], 1.0), integral.loss[i]});
    }
    if (arms.size() == 2 && isWhole(prior)) {
        result[0].probabilityBest = probabilityLarger(posteriors[0], posteriors[1]);
        result[1].probabilityBest = probabilityLarger(posteriors[1], posteriors[0]);
    }
    return result;
}

} // namespace lyceum::analytics
