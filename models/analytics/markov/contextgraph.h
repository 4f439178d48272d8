// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/markov/markovchain.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Which context of a chain can be followed by which: the steps of positive probability. Borrows nothing.
class ContextGraph {
public:
    /// `absorbing` states, ascending, are never left.
    explicit ContextGraph(const MarkovChain& chain, std::span<const std::uint32_t> absorbing = {});

    /// Contexts from which one of the goals can be reached, the goals included: 1 or 0 by context. O(steps).
    [[nodiscard]] std::vector<std::uint8_t> reaching(std::span<const std::size_t> goals) const;
    /// A group of contexts, ascending, that are all reached from `start` and from one another, and are never left.
    [[nodiscard]] std::vector<std::size_t> closedFrom(std::size_t start) const;
    /// The greatest common divisor of the lengths of all ways back, in a group that closedFrom() gave.
    [[nodiscard]] std::int64_t period(std::span<const std::size_t> group) const;

private:
    using Lists = std::vector<std::vector<std::size_t>>;
    [[nodiscard]] static std::vector<std::uint8_t> walk(const Lists& lists, std::span<const std::size_t> starts);

    Lists m_after;
    Lists m_before;
};

} // namespace lyceum::analytics
