// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/markov/statesequences.h"
#include "base/result.h"
#include "cli/analyse/analysistable.h"

#include <QStringList>

#include <cstdint>
#include <vector>

namespace lyceum::cli {

/// The states of members from step to step, as a file holds them: one row a member and time, in any order.
struct MarkovSequences {
    std::vector<std::uint32_t> states;
    std::vector<std::size_t> ends; ///< of sequences; a gap ends one as the member's last row does
    QStringList names; ///< of the states
    qint64 members = 0;
    qint64 gaps = 0; ///< places where a step is missing
    double step = 0; ///< the least distance between two rows of a member, in the unit of the column; dates in days. 0: nobody has two
    std::vector<std::uint8_t> isCurrent; ///< of each sequence: whether it is its member's last

    [[nodiscard]] analytics::StateSequences view() const { return {states, ends, std::size_t(names.size())}; }
    /// The sequences that end with a member's last row; borrowed by what `view` is made of.
    [[nodiscard]] MarkovSequences current() const;
};

/**
 * Times are numbers, or dates and instants. Rows that lie more than one and a half of the least distance apart have a step missing
 * between them, so that months of 28 and of 31 days are both one step.
 *
 * Errors: those of AnalysisTable; BadInput for a member with two rows of one time, and for an empty state.
 */
[[nodiscard]] Result<MarkovSequences> markovSequences(
    const AnalysisTable& table, const QString& member, const QString& time, const QString& state);

} // namespace lyceum::cli
