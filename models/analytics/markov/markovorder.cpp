// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/markov/markovorder.h"

#include "analytics/compensatedsum.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

/// Which state was ever followed by which, anywhere in the sequences.
struct Support {
    std::size_t stateCount = 0;
    std::vector<std::uint8_t> follows; ///< stateCount x stateCount
    std::vector<std::uint8_t> exists; ///< by state

    [[nodiscard]] bool has(std::size_t from, std::size_t to) const { return follows[from * stateCount + to] != 0; }
    [[nodiscard]] std::int64_t waysOut(std::size_t from) const
    {
        const auto row = follows.begin() + std::ptrdiff_t(from * stateCount);
        return std::count(row, row + std::ptrdiff_t(stateCount), std::uint8_t(1));
    }
};

Support supportOf(const StateSequences& sequences)
{
    Support support;
    support.stateCount = sequences.stateCount;
    support.follows.resize(sequences.stateCount * sequences.stateCount);
    support.exists.resize(sequences.stateCount);
    std::size_t i = 0;
    for (const std::size_t end : sequences.ends) {
        std::size_t before = i < end ? sequences.states[i] : 0;
        if (i < end)
            support.exists[before] = 1;
        for (++i; i < end; ++i) {
            const std::size_t state = sequences.states[i];
            support.follows[before * support.stateCount + state] = 1;
            support.exists[state] = 1;
            before = state;
        }
        i = end;
    }
    return support;
}

/// Possible contexts of this order, each with one less than its ways out. Counted along paths: paths[s] is how many
/// possible contexts end in s.
std::int64_t parametersOf(const Support& support, int order)
{
    std::vector<std::int64_t> paths(support.exists.begin(), support.exists.end());
    if (order == 0)
        return std::max<std::int64_t>(std::count(paths.begin(), paths.end(), 1) - 1, 0);
    for (int step = 1; step < order; ++step) {
        std::vector<std::int64_t> longer(support.stateCount);
        for (std::size_t from = 0; from < support.stateCount; ++from) {
            for (std::size_t to = 0; to < support.stateCount; ++to)
                longer[to] += support.has(from, to) ? paths[from] : 0;
        }
        paths = std::move(longer);
    }
    std::int64_t parameters = 0;
    for (std::size_t state = 0; state < support.stateCount; ++state)
        parameters += paths[state] * std::max<std::int64_t>(support.waysOut(state) - 1, 0);
    return parameters;
}

bool everyStepIsPossible(const Support& support)
{
    for (std::size_t from = 0; from < support.stateCount; ++from) {
        for (std::size_t to = 0; to < support.stateCount; ++to) {
            if (support.exists[from] && support.exists[to] && !support.has(from, to))
                return false;
        }
    }
    return true;
}

double logLikelihoodOf(const std::vector<std::int64_t>& counts, std::size_t stateCount)
{
    CompensatedSum sum;
    for (std::size_t row = 0; row < counts.size(); row += stateCount) {
        std::int64_t total = 0;
        for (std::size_t state = 0; state < stateCount; ++state)
            total += counts[row + state];
        for (std::size_t state = 0; state < stateCount; ++state) {
            const std::int64_t count = counts[row + state];
            if (count > 0)
                sum.add(double(count) * std::log(double(count) / double(total)));
        }
    }
    return sum.value();
}

/// The counts of the order one below: what the oldest state was is forgotten.
std::vector<std::int64_t> forgetOldest(const std::vector<std::int64_t>& counts, std::size_t stateCount)
{
    std::vector<std::int64_t> shorter(counts.size() / stateCount);
    for (std::size_t cell = 0; cell < counts.size(); ++cell)
        shorter[cell % shorter.size()] += counts[cell];
    return shorter;
}

/// The order whose criterion is least, the lower one of equals.
int bestOf(const std::vector<MarkovOrderFit>& fits, double MarkovOrderFit::*criterion)
{
    return std::ranges::min_element(fits, {}, criterion)->order;
}

} // namespace

tl::expected<MarkovOrders, AnalyticsError> compareMarkovOrders(const StateSequences& sequences, int maxOrder)
{
    const auto largest = fitMarkovChain(sequences, {maxOrder, maxOrder, 0.95});
    if (!largest)
        return tl::unexpected(largest.error());
    if (sequences.stateCount > kMaxMarkovCells / sequences.stateCount) // the support is a table too
        return tl::unexpected(AnalyticsError{AnalyticsError::Kind::TooLarge, kMaxMarkovCells});
    const Support support = supportOf(sequences);

    MarkovOrders orders;
    orders.transitions = largest->transitions;
    orders.members = largest->members;
    orders.membersTooShort = largest->membersTooShort;
    const double logSteps = std::log(double(std::max<std::int64_t>(orders.transitions, 1)));
    std::vector<std::int64_t> counts = largest->counts;
    orders.fits.resize(std::size_t(maxOrder) + 1);
    for (int order = maxOrder; order >= 0; --order) {
        MarkovOrderFit& fit = orders.fits[std::size_t(order)];
        fit.order = order;
        fit.logLikelihood = logLikelihoodOf(counts, sequences.stateCount);
        fit.parameters = parametersOf(support, order);
        fit.aic = 2 * double(fit.parameters) - 2 * fit.logLikelihood;
        fit.bic = double(fit.parameters) * logSteps - 2 * fit.logLikelihood;
        if (order > 0)
            counts = forgetOldest(counts, sequences.stateCount);
    }
    for (std::size_t order = 1; order < orders.fits.size(); ++order) {
        const MarkovOrderFit& lower = orders.fits[order - 1];
        MarkovOrderFit& fit = orders.fits[order];
        const std::int64_t df = fit.parameters - lower.parameters;
        if (df > 0 && df < (std::int64_t(1) << 31) && (order > 1 || everyStepIsPossible(support)))
            fit.againstLower = chiSquareTest(std::max(2 * (fit.logLikelihood - lower.logLikelihood), 0.0), int(df));
    }
    orders.byAic = bestOf(orders.fits, &MarkovOrderFit::aic);
    orders.byBic = bestOf(orders.fits, &MarkovOrderFit::bic);
    if (orders.transitions < 10 * std::max<std::int64_t>(orders.fits.back().parameters, 1))
        orders.warnings.push_back(Warning::TooFew);
    return orders;
}

} // namespace lyceum::analytics
