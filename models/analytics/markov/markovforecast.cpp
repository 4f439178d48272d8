// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/markov/markovforecast.h"

#include "analytics/markov/markovintervals.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

/// Doubles a forecast may keep at once: 256 MiB.
constexpr std::size_t kMaxKept = std::size_t(1) << 25U;

/// The chain as it is walked: with the absorbing state's rows replaced.
struct Walk {
    const MarkovChain& chain;
    std::vector<double> probabilities;
    std::vector<std::uint8_t> isFixed; ///< by context: the row is certain, not estimated

    [[nodiscard]] double to(std::size_t context, std::size_t state) const
    {
        return probabilities[context * chain.stateCount + state];
    }
};

Walk walkOf(const MarkovChain& chain, std::optional<std::uint32_t> absorb)
{
    Walk walk {chain, chain.probabilities, std::vector<std::uint8_t>(chain.contexts(), 0)};
    for (std::size_t context = 0; absorb && context < chain.contexts(); ++context) {
        if (chain.lastState(context) != *absorb)
            continue;
        walk.isFixed[context] = 1;
        for (std::size_t state = 0; state < chain.stateCount; ++state)
            walk.probabilities[context * chain.stateCount + state] = state == *absorb ? 1 : 0;
    }
    return walk;
}

std::vector<double> stepForward(const Walk& walk, const std::vector<double>& now)
{
    std::vector<double> then(now.size());
    for (std::size_t context = 0; context < now.size(); ++context) {
        for (std::size_t state = 0; now[context] > 0 && state < walk.chain.stateCount; ++state)
            then[walk.chain.next(context, state)] += now[context] * walk.to(context, state);
    }
    return then;
}

/// ahead[m][context][j]: the probability of state j after m steps from the context, for m = 1 ... steps - 1.
std::vector<std::vector<double>> lookAhead(const Walk& walk, int steps)
{
    const std::size_t states = walk.chain.stateCount;
    std::vector<std::vector<double>> ahead {{}, walk.probabilities};
    for (int m = 2; m <= steps; ++m) {
        const std::vector<double>& shorter = ahead.back();
        std::vector<double> longer(walk.probabilities.size());
        for (std::size_t context = 0; context < walk.chain.contexts(); ++context) {
            for (std::size_t state = 0; state < states; ++state) {
                const double probability = walk.to(context, state);
                const double* const from = shorter.data() + walk.chain.next(context, state) * states;
                for (std::size_t j = 0; probability > 0 && j < states; ++j)
                    longer[context * states + j] += probability * from[j];
            }
        }
        ahead.push_back(std::move(longer));
    }
    return ahead;
}

/// How the shares at this horizon answer to a change of each probability: cells x stateCount.
std::vector<double> gradientAt(const Walk& walk, int horizon, const std::vector<std::vector<double>>& passed,
    const std::vector<std::vector<double>>& ahead)
{
    const std::size_t states = walk.chain.stateCount;
    std::vector<double> gradient(walk.probabilities.size() * states);
    for (int m = 0; m < horizon; ++m) {
        const std::vector<double>& here = passed[std::size_t(m)];
        const int left = horizon - 1 - m; // steps still to go after this one
        for (std::size_t context = 0; context < walk.chain.contexts(); ++context) {
            if (here[context] <= 0 || walk.isFixed[context])
                continue;
            for (std::size_t state = 0; state < states; ++state) {
                double* const slope = gradient.data() + (context * states + state) * states;
                if (left == 0) {
                    slope[state] += here[context];
                    continue;
                }
                const double* const from = ahead[std::size_t(left)].data() + walk.chain.next(context, state) * states;
                for (std::size_t j = 0; j < states; ++j)
                    slope[j] += here[context] * from[j];
            }
        }
    }
    return gradient;
}

tl::expected<std::vector<double>, AnalyticsError> shareOf(std::span<const double> start)
{
    double sum = 0;
    for (std::size_t i = 0; i < start.size(); ++i) {
        if (!(start[i] >= 0) || !std::isfinite(start[i]))
            return tl::unexpected(AnalyticsError{Kind::BadWeight, i});
        sum += start[i];
    }
    if (!(sum > 0) || !std::isfinite(sum))
        return tl::unexpected(AnalyticsError{Kind::BadWeight, 0});
    std::vector<double> shares(start.begin(), start.end());
    for (double& share : shares)
        share /= sum;
    return shares;
}

tl::expected<void, AnalyticsError> checkForecast(
    const MarkovChain& chain, std::span<const double> start, const MarkovForecastOptions& options)
{
    const auto refuse = [](Kind kind, std::size_t index = 0) { return tl::unexpected(AnalyticsError{kind, index}); };
    if (start.size() != chain.contexts())
        return refuse(Kind::LengthsDiffer, std::min(start.size(), chain.contexts()));
    if (options.steps < 1 || options.steps > kMaxForecastSteps)
        return refuse(Kind::BadRange);
    if (options.absorb && (*options.absorb >= chain.stateCount || chain.order == 0))
        return refuse(Kind::BadRange);
    if (options.members < 0)
        return refuse(Kind::BadCount);
    const std::size_t cells = chain.counts.size();
    if (cells > kMaxKept / std::max(chain.stateCount, std::size_t(options.steps)))
        return refuse(Kind::TooLarge, kMaxKept);
    if (options.sequences) {
        if (options.sequences->stateCount != chain.stateCount)
            return refuse(Kind::BadGroup);
        if (const auto good = check(*options.sequences); !good)
            return good;
    }
    return {};
}

} // namespace

tl::expected<MarkovForecast, AnalyticsError> forecastStates(
    const MarkovChain& chain, std::span<const double> start, const MarkovForecastOptions& options)
{
    if (const auto good = checkForecast(chain, start, options); !good)
        return tl::unexpected(good.error());
    const std::optional<double> z = zForLevel(options.level);
    if (!z)
        return tl::unexpected(AnalyticsError{Kind::BadLevel, 0});
    auto now = shareOf(start);
    if (!now)
        return tl::unexpected(now.error());

    const std::size_t states = chain.stateCount;
    const Walk walk = walkOf(chain, options.absorb);
    const std::vector<std::vector<double>> ahead = lookAhead(walk, options.steps);
    std::vector<std::vector<double>> passed {*now};
    MarkovForecast forecast {states, {}, options.sequences ? MarkovIntervals::Members : MarkovIntervals::Steps,
        chain.transitions, options.level, {}};
    for (int horizon = 1; horizon <= options.steps; ++horizon) {
        const std::vector<double>& here = passed.back();
        std::vector<double> shares(states);
        for (std::size_t context = 0; context < here.size(); ++context) {
            for (std::size_t j = 0; j < states; ++j)
                shares[j] += here[context] * walk.to(context, j);
        }
        const std::vector<double> gradient = gradientAt(walk, horizon, passed, ahead);
        const std::vector<double> variances = options.sequences
            ? variancesByMember(chain, gradient, states, *options.sequences, options.skip)
            : variancesByStep(chain, gradient, states);
        for (std::size_t j = 0; j < states; ++j) {
            double variance = variances[j];
            for (std::size_t context = 0; options.members > 0 && context < now->size(); ++context) {
                const double p = ahead[std::size_t(horizon)][context * states + j];
                variance += (*now)[context] * p * (1 - p) / double(options.members);
            }
            forecast.shares.push_back(shareEstimate(shares[j], variance, *z));
        }
        if (horizon < options.steps)
            passed.push_back(stepForward(walk, here));
    }

    const bool isFew = chain.transitions < 30 || (options.sequences && chain.members < 30);
    if (isFew)
        forecast.warnings.push_back(Warning::TooFew);
    const auto isGuessed = [&](std::size_t context) {
        return !chain.wasSeen(context) && !walk.isFixed[context]
            && std::ranges::any_of(passed, [&](const std::vector<double>& share) { return share[context] > 0; });
    };
    bool anyGuessed = false;
    for (std::size_t context = 0; context < chain.contexts() && !anyGuessed; ++context)
        anyGuessed = isGuessed(context);
    if (anyGuessed)
        forecast.warnings.push_back(Warning::Extrapolating);
    return forecast;
}

} // namespace lyceum::analytics
