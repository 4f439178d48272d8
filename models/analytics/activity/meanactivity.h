// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Interactions, and who was a member when. Borrowed. UTC seconds.
struct Interactions {
    std::span<const std::uint32_t> members; ///< who: below memberCount
    std::span<const std::int64_t> times; ///< as many, in any order
    std::uint32_t memberCount = 0;
    std::span<const std::int64_t> joined = {}; ///< memberCount long; empty: all were members all the time
    std::span<const std::int64_t> left = {}; ///< memberCount long, the largest number where somebody has not left; empty: nobody left
};

struct MeanActivity {
    std::int64_t members = 0; ///< n: those who were members at any time of the period
    std::int64_t interactions = 0; ///< theirs
    /// A(t) = (1/n) sum of I_i(t); its error is that between members, those without any interaction included. Missing
    /// without members; without interval where all did the same, so that nothing tells how they may differ.
    std::optional<Estimate> mean;

    friend bool operator==(const MeanActivity&, const MeanActivity&) = default;
};

/**
 * A(t), mean interactions per member, by period.
 *
 * Somebody is a member of a period who joined before its end and had not left by its start. An interaction in a period of which its
 * author was no member is not counted.
 *
 * @param starts  as for PeriodIndex
 * @return one a period; LengthsDiffer, BadGroup, BadLevel, LeftBeforeJoined (`index`: the member), the errors of PeriodIndex
 *
 * Cost: O(interactions + members + periods); memory: 4 bytes an interaction.
 */
[[nodiscard]] tl::expected<std::vector<MeanActivity>, AnalyticsError> meanActivity(
    const Interactions& interactions, std::span<const std::int64_t> starts, double level = 0.95);

} // namespace lyceum::analytics
