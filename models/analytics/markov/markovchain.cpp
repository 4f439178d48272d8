// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/markov/markovchain.h"

#include "analytics/compensatedsum.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

/// stateCount^exponent, or nothing beyond kMaxMarkovCells.
std::optional<std::size_t> cellsOf(std::size_t stateCount, int exponent)
{
    std::size_t cells = 1;
    for (int i = 0; i < exponent; ++i) {
        if (stateCount > kMaxMarkovCells / cells)
            return std::nullopt;
        cells *= stateCount;
    }
    return cells;
}

/// Adds one member's transitions. A context slides along: the oldest state falls out as the newest comes in.
void countMember(MarkovChain& chain, std::span<const std::uint32_t> states, std::size_t first)
{
    const std::size_t base = chain.stateCount;
    const std::size_t cells = chain.counts.size();
    std::size_t cell = 0; // the context and the state after it, as one number
    const std::size_t order = std::size_t(chain.order);
    for (std::size_t i = first - order; i < first; ++i)
        cell = cell * base + states[i];
    std::int64_t* const counts = chain.counts.data();
    if ((cells & (cells - 1)) == 0) { // two, four, eight states: a mask does what a division would
        for (const std::uint32_t state : states.subspan(first)) {
            cell = (cell * base + state) & (cells - 1);
            ++counts[cell];
        }
        return;
    }
    const std::size_t contexts = cells / base;
    for (const std::uint32_t state : states.subspan(first)) {
        cell = cell * base + state;
        ++counts[cell];
        cell %= contexts;
    }
}

void fillProbabilities(MarkovChain& chain)
{
    const std::size_t base = chain.stateCount;
    // Level 0 is the chain itself, level j what is left when the j oldest states are forgotten.
    std::vector<std::int64_t> shorter = chain.counts;
    std::size_t unseen = 0;
    std::vector<std::uint8_t> isFilled(chain.contexts(), 0);
    for (std::size_t contexts = chain.contexts();; contexts /= base) {
        unseen = 0;
        for (std::size_t context = 0; context < chain.contexts(); ++context) {
            if (isFilled[context])
                continue;
            const std::int64_t* const row = shorter.data() + context % contexts * base;
            std::int64_t total = 0;
            for (std::size_t state = 0; state < base; ++state)
                total += row[state];
            if (total == 0) {
                ++unseen;
                continue;
            }
            for (std::size_t state = 0; state < base; ++state)
                chain.probabilities[context * base + state] = double(row[state]) / double(total);
            isFilled[context] = 1;
        }
        if (unseen == 0 || contexts == 1)
            break;
        const std::size_t half = contexts / base * base; // cells of the next level
        for (std::size_t digit = 1; digit < base; ++digit) {
            for (std::size_t cell = 0; cell < half; ++cell)
                shorter[cell] += shorter[digit * half + cell];
        }
        shorter.resize(half);
    }
    if (unseen > 0) // no transition at all
        std::ranges::fill(chain.probabilities, 1.0 / double(base));
}

} // namespace

tl::expected<void, AnalyticsError> check(const StateSequences& sequences)
{
    if (sequences.stateCount == 0)
        return tl::unexpected(AnalyticsError{Kind::BadRange, 0});
    std::size_t start = 0;
    for (std::size_t i = 0; i < sequences.ends.size(); ++i) {
        if (sequences.ends[i] < start || sequences.ends[i] > sequences.states.size())
            return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, i});
        start = sequences.ends[i];
    }
    if (start != sequences.states.size())
        return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, sequences.ends.size()});
    std::uint32_t largest = 0; // first the fast pass, which a compiler makes wide
    for (const std::uint32_t state : sequences.states)
        largest = std::max(largest, state);
    if (!sequences.states.empty() && largest >= sequences.stateCount) {
        const auto bad = std::ranges::find_if(
            sequences.states, [&](std::uint32_t state) { return state >= sequences.stateCount; });
        return tl::unexpected(AnalyticsError{Kind::BadGroup, std::size_t(bad - sequences.states.begin())});
    }
    return {};
}

std::optional<Proportion> MarkovChain::cell(std::size_t context, std::size_t state) const
{
    const std::optional<double> z = zForLevel(level);
    if (context >= contexts() || state >= stateCount || !z)
        return std::nullopt;
    return wilsonInterval(counts[context * stateCount + state], totals[context], *z);
}

tl::expected<MarkovChain, AnalyticsError> fitMarkovChain(const StateSequences& sequences, const MarkovOptions& options)
{
    if (const auto good = check(sequences); !good)
        return tl::unexpected(good.error());
    if (options.order < 0 || options.order > kMaxMarkovOrder)
        return tl::unexpected(AnalyticsError{Kind::BadRange, 0});
    if (!zForLevel(options.level))
        return tl::unexpected(AnalyticsError{Kind::BadLevel, 0});
    const std::optional<std::size_t> cells = cellsOf(sequences.stateCount, options.order + 1);
    if (!cells)
        return tl::unexpected(AnalyticsError{Kind::TooLarge, kMaxMarkovCells});

    MarkovChain chain;
    chain.stateCount = sequences.stateCount;
    chain.order = options.order;
    chain.level = options.level;
    chain.counts.resize(*cells);
    chain.totals.resize(*cells / sequences.stateCount);
    chain.probabilities.resize(*cells);
    const std::size_t first = std::size_t(std::max(options.order, options.skip));
    std::size_t start = 0;
    for (const std::size_t end : sequences.ends) {
        if (end - start > first) {
            countMember(chain, sequences.states.subspan(start, end - start), first);
            ++chain.members;
        } else {
            ++chain.membersTooShort;
        }
        start = end;
    }
    for (std::size_t context = 0; context < chain.contexts(); ++context) {
        for (std::size_t state = 0; state < chain.stateCount; ++state)
            chain.totals[context] += chain.counts[context * chain.stateCount + state];
        chain.transitions += chain.totals[context];
    }
    fillProbabilities(chain);
    return chain;
}

double logLikelihood(const MarkovChain& chain)
{
    CompensatedSum sum;
    for (std::size_t cell = 0; cell < chain.counts.size(); ++cell) {
        const std::int64_t total = chain.totals[cell / chain.stateCount];
        if (chain.counts[cell] > 0)
            sum.add(double(chain.counts[cell]) * std::log(double(chain.counts[cell]) / double(total)));
    }
    return sum.value();
}

std::optional<std::size_t> contextOf(const MarkovChain& chain, std::span<const std::uint32_t> states)
{
    const std::size_t order = std::size_t(chain.order);
    if (states.size() < order)
        return std::nullopt;
    std::size_t context = 0;
    for (const std::uint32_t state : states.last(order)) {
        if (state >= chain.stateCount)
            return std::nullopt;
        context = context * chain.stateCount + state;
    }
    return context;
}

tl::expected<std::vector<std::int64_t>, AnalyticsError> currentContexts(
    const MarkovChain& chain, const StateSequences& sequences)
{
    if (const auto good = check(sequences); !good)
        return tl::unexpected(good.error());
    if (sequences.stateCount != chain.stateCount)
        return tl::unexpected(AnalyticsError{Kind::BadGroup, 0});
    std::vector<std::int64_t> here(chain.contexts());
    std::size_t start = 0;
    for (const std::size_t end : sequences.ends) {
        if (const auto context = contextOf(chain, sequences.states.subspan(start, end - start)))
            ++here[*context];
        start = end;
    }
    return here;
}

} // namespace lyceum::analytics
