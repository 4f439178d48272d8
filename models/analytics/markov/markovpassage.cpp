// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/markov/markovpassage.h"

#include "analytics/markov/contextgraph.h"
#include "analytics/markov/markovintervals.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

tl::expected<double, AnalyticsError> zOf(const MarkovChain& chain, const MarkovPassageOptions& options)
{
    const auto refuse = [](Kind kind, std::size_t index = 0) { return tl::unexpected(AnalyticsError{kind, index}); };
    const std::optional<double> z = zForLevel(options.level);
    if (!z)
        return refuse(Kind::BadLevel);
    if (chain.order < 1)
        return refuse(Kind::BadRange);
    if (chain.transitions == 0)
        return refuse(Kind::TooFew);
    if (chain.contexts() > kMaxSolvedContexts)
        return refuse(Kind::TooLarge, kMaxSolvedContexts);
    if (options.sequences) {
        if (options.sequences->stateCount != chain.stateCount)
            return refuse(Kind::BadGroup);
        if (const auto good = check(*options.sequences); !good)
            return tl::unexpected(good.error());
    }
    return *z;
}

/**
 * The covariance of the sums over contexts of what their rows' errors do to `value`, a number for each cell. A target that answers
 * with left[context] x value[cell] has the variance left' C left.
 */
MatrixXd covarianceOf(const MarkovChain& chain, const std::vector<double>& value, const MarkovPassageOptions& options)
{
    std::vector<double> influence(value.size());
    MatrixXd covariance = MatrixXd::Zero(Index(chain.contexts()), Index(chain.contexts()));
    for (std::size_t context = 0; context < chain.contexts(); ++context) {
        if (!chain.wasSeen(context))
            continue;
        const std::size_t row = context * chain.stateCount;
        double mean = 0;
        for (std::size_t cell = row; cell < row + chain.stateCount; ++cell)
            mean += chain.probabilities[cell] * value[cell];
        double variance = 0;
        for (std::size_t cell = row; cell < row + chain.stateCount; ++cell) {
            influence[cell] = (value[cell] - mean) / double(chain.totals[context]);
            variance += double(chain.counts[cell]) * influence[cell] * influence[cell];
        }
        covariance(Index(context), Index(context)) = variance;
    }
    if (!options.sequences)
        return covariance;

    covariance.setZero();
    const std::size_t first = std::size_t(std::max(chain.order, options.skip));
    std::vector<double> sums(chain.contexts());
    std::vector<std::size_t> touched;
    std::vector<std::uint8_t> isTouched(chain.contexts(), 0);
    std::int64_t members = 0;
    std::size_t start = 0;
    for (const std::size_t end : options.sequences->ends) {
        const std::span<const std::uint32_t> states = options.sequences->states.subspan(start, end - start);
        start = end;
        if (states.size() <= first)
            continue;
        ++members;
        std::size_t context = *contextOf(chain, states.first(first));
        for (const std::uint32_t state : states.subspan(first)) {
            if (!isTouched[context]) {
                isTouched[context] = 1;
                touched.push_back(context);
            }
            sums[context] += influence[context * chain.stateCount + state];
            context = chain.next(context, state);
        }
        for (const std::size_t a : touched) {
            for (const std::size_t b : touched)
                covariance(Index(a), Index(b)) += sums[a] * sums[b];
        }
        for (const std::size_t a : touched) {
            sums[a] = 0;
            isTouched[a] = 0;
        }
        touched.clear();
    }
    return members > 1 ? MatrixXd(covariance * (double(members) / double(members - 1))) : MatrixXd::Zero(covariance.rows(), covariance.cols());
}

/// Grassmann, Taksar & Heyman: the chain is watched on ever fewer of its contexts, and no subtraction is ever made.
VectorXd stationaryOf(MatrixXd p)
{
    const Index n = p.rows();
    for (Index last = n - 1; last > 0; --last) {
        p.col(last).head(last) /= p.row(last).head(last).sum();
        p.topLeftCorner(last, last) += p.col(last).head(last) * p.row(last).head(last);
    }
    VectorXd shares = VectorXd::Zero(n);
    shares(0) = 1;
    for (Index i = 1; i < n; ++i)
        shares(i) = shares.head(i).dot(p.col(i).head(i));
    return shares / shares.sum();
}

MatrixXd matrixAmong(const MarkovChain& chain, const std::vector<std::size_t>& contexts)
{
    std::vector<Index> place(chain.contexts(), -1);
    for (std::size_t i = 0; i < contexts.size(); ++i)
        place[contexts[i]] = Index(i);
    MatrixXd matrix = MatrixXd::Zero(Index(contexts.size()), Index(contexts.size()));
    for (std::size_t i = 0; i < contexts.size(); ++i) {
        for (std::size_t state = 0; state < chain.stateCount; ++state) {
            const Index to = place[chain.next(contexts[i], state)];
            if (to >= 0)
                matrix(Index(i), to) += chain.probabilities[contexts[i] * chain.stateCount + state];
        }
    }
    return matrix;
}

/// The states given, or those that were come to and never left.
tl::expected<std::vector<std::uint32_t>, AnalyticsError> absorbingOf(const MarkovChain& chain, std::vector<std::uint32_t> given)
{
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (given[i] >= chain.stateCount)
            return tl::unexpected(AnalyticsError{Kind::BadGroup, i});
    }
    if (given.empty()) {
        std::vector<std::uint8_t> isEntered(chain.stateCount, 0);
        std::vector<std::uint8_t> isLeft(chain.stateCount, 0);
        for (std::size_t cell = 0; cell < chain.counts.size(); ++cell) {
            const std::size_t from = chain.lastState(cell / chain.stateCount);
            const std::size_t to = cell % chain.stateCount;
            if (chain.counts[cell] > 0)
                (from == to ? isEntered : isLeft)[from == to ? to : from] = 1;
            if (chain.counts[cell] > 0 && from != to)
                isEntered[to] = 1;
        }
        for (std::size_t state = 0; state < chain.stateCount; ++state) {
            if (isEntered[state] && !isLeft[state])
                given.push_back(std::uint32_t(state));
        }
    }
    std::ranges::sort(given);
    given.erase(std::unique(given.begin(), given.end()), given.end());
    if (given.empty())
        return tl::unexpected(AnalyticsError{Kind::NotAbsorbing, 0});
    return given;
}

} // namespace

tl::expected<MarkovStationary, AnalyticsError> stationaryShares(const MarkovChain& chain, const MarkovPassageOptions& options)
{
    const auto z = zOf(chain, options);
    if (!z)
        return tl::unexpected(z.error());
    const ContextGraph graph(chain);
    const std::vector<std::size_t> home = graph.closedFrom(0);
    const std::vector<std::uint8_t> comesHome = graph.reaching(home);
    if (const auto astray = std::ranges::find(comesHome, std::uint8_t(0)); astray != comesHome.end()) {
        const auto second = graph.closedFrom(std::size_t(astray - comesHome.begin()));
        return tl::unexpected(AnalyticsError{Kind::Unreachable, chain.lastState(second.front())});
    }

    const MatrixXd among = matrixAmong(chain, home);
    const VectorXd shares = stationaryOf(among);
    const Index n = among.rows();
    // The deviation matrix: how a step to each context moves the long run's time spent in the others.
    const MatrixXd limit = VectorXd::Ones(n) * shares.transpose();
    const MatrixXd deviation = (MatrixXd::Identity(n, n) - among + limit).partialPivLu().inverse() - limit;
    VectorXd left = VectorXd::Zero(Index(chain.contexts()));
    std::vector<Index> place(chain.contexts(), -1);
    MarkovStationary stationary;
    stationary.level = options.level;
    stationary.period = graph.period(home);
    bool anyGuessed = false;
    for (std::size_t i = 0; i < home.size(); ++i) {
        left(Index(home[i])) = shares(Index(i));
        place[home[i]] = Index(i);
        anyGuessed = anyGuessed || !chain.wasSeen(home[i]);
    }
    for (std::size_t state = 0; state < chain.stateCount; ++state) {
        double share = 0;
        VectorXd visits = VectorXd::Zero(n);
        for (std::size_t i = 0; i < home.size(); ++i) {
            if (chain.lastState(home[i]) != state)
                continue;
            share += shares(Index(i));
            visits += deviation.col(Index(i));
        }
        std::vector<double> value(chain.counts.size());
        for (std::size_t cell = 0; cell < value.size(); ++cell) {
            const Index to = place[chain.next(cell / chain.stateCount, cell % chain.stateCount)];
            value[cell] = to >= 0 ? visits(to) : 0;
        }
        const double variance = share > 0 ? left.dot(covarianceOf(chain, value, options) * left) : 0;
        stationary.shares.push_back(shareEstimate(share, variance, *z));
        stationary.returnSteps.push_back(
            share > 0 ? std::optional(positiveEstimate(1 / share, variance / std::pow(share, 4), *z)) : std::nullopt);
    }
    if (anyGuessed)
        stationary.warnings.push_back(Warning::Extrapolating);
    if (stationary.period > 1)
        stationary.warnings.push_back(Warning::AssumptionFailed);
    return stationary;
}

tl::expected<MarkovAbsorption, AnalyticsError> absorption(
    const MarkovChain& chain, std::vector<std::uint32_t> given, const MarkovPassageOptions& options)
{
    const auto z = zOf(chain, options);
    if (!z)
        return tl::unexpected(z.error());
    const auto absorbing = absorbingOf(chain, std::move(given));
    if (!absorbing)
        return tl::unexpected(absorbing.error());

    const std::size_t states = chain.stateCount;
    const auto ends = [&](std::size_t context) {
        return std::ranges::binary_search(*absorbing, std::uint32_t(chain.lastState(context)));
    };
    const ContextGraph graph(chain, *absorbing);
    std::vector<std::size_t> goals;
    for (std::size_t context = 0; context < chain.contexts(); ++context) {
        if (ends(context))
            goals.push_back(context);
    }
    const std::vector<std::uint8_t> reaches = graph.reaching(goals);
    MarkovAbsorption answer;
    answer.absorbing = *absorbing;
    answer.level = options.level;
    std::vector<std::size_t> lost;
    bool anyGuessed = false;
    bool anyReal = false;
    for (std::size_t context = 0; context < chain.contexts(); ++context) {
        if (ends(context))
            continue;
        (reaches[context] ? answer.transient : lost).push_back(context);
        anyGuessed = anyGuessed || !chain.wasSeen(context);
        anyReal = anyReal || (reaches[context] && chain.wasSeen(context));
    }
    if (!anyReal)
        return tl::unexpected(AnalyticsError{Kind::Unreachable, absorbing->front()});

    const std::vector<std::uint8_t> mayGetLost = graph.reaching(lost);
    const MatrixXd within = matrixAmong(chain, answer.transient);
    const Index n = within.rows();
    const MatrixXd fundamental = (MatrixXd::Identity(n, n) - within).partialPivLu().inverse();
    const VectorXd steps = fundamental.rowwise().sum();
    const VectorXd stepsVariance = 2 * (fundamental * steps) - steps - steps.cwiseProduct(steps);
    std::vector<Index> place(chain.contexts(), -1);
    for (std::size_t i = 0; i < answer.transient.size(); ++i)
        place[answer.transient[i]] = Index(i);
    MatrixXd spread = MatrixXd::Zero(n, Index(chain.contexts())); // expected visits, over all contexts
    for (std::size_t i = 0; i < answer.transient.size(); ++i)
        spread.col(Index(answer.transient[i])) = fundamental.col(Index(i));

    const auto variancesOf = [&](const std::vector<double>& value) {
        const MatrixXd covariance = covarianceOf(chain, value, options);
        return VectorXd((spread * covariance).cwiseProduct(spread).rowwise().sum());
    };
    std::vector<double> value(chain.counts.size());
    for (std::size_t cell = 0; cell < value.size(); ++cell) {
        const Index to = place[chain.next(cell / states, cell % states)];
        value[cell] = to >= 0 ? steps(to) : 0;
    }
    const VectorXd ofSteps = variancesOf(value);

    answer.from.resize(chain.contexts());
    for (std::size_t context = 0; context < chain.contexts(); ++context) {
        MarkovAbsorptionFrom& from = answer.from[context];
        const Index i = place[context];
        if (ends(context)) {
            from.steps = Estimate {0, {}, {}, {}};
            from.stepsStdDev = 0;
        } else if (i >= 0 && !mayGetLost[context]) {
            from.steps = positiveEstimate(steps(i), ofSteps(i), *z);
            from.stepsStdDev = std::sqrt(std::max(stepsVariance(i), 0.0));
        }
    }
    for (const std::uint32_t goal : *absorbing) {
        VectorXd straight = VectorXd::Zero(n); // the chance to get there with the next step
        for (std::size_t i = 0; i < answer.transient.size(); ++i)
            straight(Index(i)) = chain.probabilities[answer.transient[i] * states + goal];
        const VectorXd chance = (fundamental * straight).cwiseMin(1.0);
        for (std::size_t cell = 0; cell < value.size(); ++cell) {
            const Index to = place[chain.next(cell / states, cell % states)];
            value[cell] = cell % states == goal ? 1 : to >= 0 ? chance(to) : 0;
        }
        const VectorXd variances = variancesOf(value);
        for (std::size_t context = 0; context < chain.contexts(); ++context) {
            const Index i = place[context];
            const double certain = ends(context) && chain.lastState(context) == goal ? 1 : 0;
            answer.from[context].endsIn.push_back(
                i >= 0 ? shareEstimate(chance(i), variances(i), *z) : Estimate {certain, {}, {}, {}});
        }
    }
    answer.fundamental.resize(std::size_t(n) * std::size_t(n));
    for (Index i = 0; i < n; ++i) {
        for (Index j = 0; j < n; ++j)
            answer.fundamental[std::size_t(i) * std::size_t(n) + std::size_t(j)] = fundamental(i, j);
    }
    if (anyGuessed)
        answer.warnings.push_back(Warning::Extrapolating);
    return answer;
}

} // namespace lyceum::analytics
