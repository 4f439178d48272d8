// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/markovsequences.h"

#include "cli/analyse/rowtimes.h"
#include "cli/words.h"

#include <algorithm>
#include <numeric>

namespace lyceum::cli {

Result<MarkovSequences> markovSequences(const AnalysisTable& table, const QString& member, const QString& time, const QString& state)
{
    const auto members = table.levels(member);
    if (!members)
        return tl::unexpected(members.error());
    const auto states = table.levels(state);
    if (!states)
        return tl::unexpected(states.error());
    const auto times = rowTimes(table, time);
    if (!times)
        return tl::unexpected(times.error());
    for (std::size_t row = 0; row < times->size(); ++row) {
        if (states->names.at(states->codes[row]).isEmpty())
            return tl::unexpected(table.errorAt(qsizetype(row), state, Cli::tr("this is empty.")));
    }

    std::vector<std::size_t> order(times->size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return members->codes[a] != members->codes[b] ? members->codes[a] < members->codes[b] : (*times)[a] < (*times)[b];
    });
    const auto continues = [&](std::size_t i) { return i > 0 && members->codes[order[i]] == members->codes[order[i - 1]]; };
    const auto distance = [&](std::size_t i) { return (*times)[order[i]] - (*times)[order[i - 1]]; };

    MarkovSequences sequences;
    sequences.names = states->names;
    sequences.members = members->names.size();
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (!continues(i))
            continue;
        if (!(distance(i) > 0))
            return tl::unexpected(
                table.errorAt(qsizetype(std::max(order[i], order[i - 1])), time, Cli::tr("the member has another row of the same time.")));
        sequences.step = sequences.step > 0 ? std::min(sequences.step, distance(i)) : distance(i);
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        const bool isGap = continues(i) && distance(i) > 1.5 * sequences.step;
        if (i > 0 && (isGap || !continues(i))) {
            sequences.ends.push_back(i);
            sequences.isCurrent.push_back(isGap ? 0 : 1);
        }
        sequences.gaps += isGap ? 1 : 0;
        sequences.states.push_back(states->codes[order[i]]);
    }
    if (!order.empty()) {
        sequences.ends.push_back(order.size());
        sequences.isCurrent.push_back(1);
    }
    return sequences;
}

MarkovSequences MarkovSequences::current() const
{
    MarkovSequences last;
    last.names = names;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (!isCurrent[i])
            continue;
        const std::size_t start = i == 0 ? 0 : ends[i - 1];
        last.states.insert(last.states.end(), states.begin() + std::ptrdiff_t(start), states.begin() + std::ptrdiff_t(ends[i]));
        last.ends.push_back(last.states.size());
    }
    return last;
}

} // namespace lyceum::cli
