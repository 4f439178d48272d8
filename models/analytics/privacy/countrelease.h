// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"
#include "analytics/privacy/budgetledger.h"
#include "analytics/privacy/entropy.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// The group of a row that is none of the public list.
inline constexpr std::uint32_t kUnlistedGroup = std::numeric_limits<std::uint32_t>::max();

/// Who belongs to what: row i says that a member belongs to a group; a row may come several times.
struct Memberships {
    std::span<const std::uint32_t> members; ///< below `memberCount`
    std::span<const std::uint32_t> groups; ///< below `groupCount`, or kUnlistedGroup
    std::uint32_t memberCount = 0;
    /// Of a list that was made without looking at the data: a group that shows only because somebody is in it tells that somebody is.
    std::uint32_t groupCount = 0;
};

struct CountReleaseOptions {
    PrivacyCost cost; ///< pure: discrete Laplace noise; zCDP: discrete Gaussian
    std::int64_t bound = 1; ///< in how many groups a member counts at most, from 1 to 10 000
    std::optional<std::int64_t> threshold; ///< noisy counts below it are not shown
    double level = 0.95;
};

struct ReleasedCount {
    std::optional<std::int64_t> count; ///< with noise, and so perhaps below 0; missing when suppressed
    std::optional<std::int64_t> low; ///< of the true bounded count
    std::optional<std::int64_t> high;

    friend bool operator==(const ReleasedCount&, const ReleasedCount&) = default;
};

/**
 * Counts that may be published. There is no n: how many members there are is one of the secrets.
 */
struct CountRelease {
    std::vector<ReleasedCount> groups; ///< every group of the list, also those without members
    PrivacyCost cost;
    double noiseStdError = 0; ///< of each count
    std::int64_t halfWidth = 0; ///< of each interval
    double level = 0.95;
    std::int64_t bound = 1;
    std::vector<Warning> warnings; ///< Suppressed
};

/// How members count: each at most once in a group and in at most `bound` groups of the list, which chance chooses from theirs.
/// Secret: for the release itself, and for tests. Errors as releaseCounts().
[[nodiscard]] tl::expected<std::vector<std::int64_t>, AnalyticsError> boundedCounts(
    const Memberships& memberships, std::int64_t bound, Entropy& entropy);

/**
 * Releases how many members are in each group of a public list, so that whether any one member is in the data changes the probability of
 * every outcome by at most exp(epsilon), or rho-zCDP.
 *
 * With one member more or less the counts change by 1 in at most `bound` groups: by `bound` in sum, sqrt(bound) in length. So the noise is
 * discrete Laplace of rate epsilon / bound, or discrete Gaussian of sigma2 = bound / (2 rho), exactly. Suppression works on what has noise
 * already and costs nothing. O(rows log rows).
 *
 * Never release the same again with fresh noise: it would be paid twice and averaged. Keep what was released.
 *
 * @return LengthsDiffer; BadGroup for a member or group number not below its count; BadRange for a bound outside its domain or a cost that
 *         is not possible; BadLevel; TooFew for an empty list of groups
 */
[[nodiscard]] tl::expected<CountRelease, AnalyticsError> releaseCounts(
    const Memberships& memberships, const CountReleaseOptions& options, Entropy& entropy);

} // namespace lyceum::analytics
