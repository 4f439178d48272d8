// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"

#include <tl/expected.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace lyceum::analytics {

/// Something a member did, or that happened to their subscription.
struct MemberEvent {
    enum class Kind : std::uint8_t {
        Visit, ///< opened, read, listened
        Interaction, ///< commented, liked, replied
        Payment, ///< went through
        FailedPayment,
    };
    std::int64_t atUtc = 0; ///< seconds
    Kind kind = Kind::Visit;
};

/// One member's history, borrowed.
struct MemberHistory {
    std::int64_t joinedAtUtc = 0;
    std::optional<std::int64_t> leftAtUtc; ///< when access ended
    std::span<const MemberEvent> events; ///< in any order
};

/**
 * What is known of a member just before a cut-off, and nothing of what came at it or after.
 *
 * A day is 86 400 seconds before the cut-off, so that no time zone matters. "Active" is a visit or an interaction.
 */
struct MemberFeatures {
    double daysSinceJoining = 0;
    double daysSinceActive = 0; ///< since the last visit or interaction; since joining if there was none
    double activeDays7 = 0; ///< days with activity, of the last 7
    double activeDays28 = 0;
    double trend = 0; ///< log((activeDays28 + 1) / (active days of the 28 before + 1)): below 0, it fades
    double interactions28 = 0;
    double payments = 0; ///< that went through, ever
    double failedPayments84 = 0;

    friend bool operator==(const MemberFeatures&, const MemberFeatures&) = default;
};

inline constexpr std::size_t kMemberFeatures = 8;

/// Stable names, in the order of valuesOf().
inline constexpr std::array<std::string_view, kMemberFeatures> kMemberFeatureNames {"daysSinceJoining", "daysSinceActive", "activeDays7",
    "activeDays28", "trend", "interactions28", "payments", "failedPayments84"};

[[nodiscard]] std::array<double, kMemberFeatures> valuesOf(const MemberFeatures& features);

/// nullopt when the member had not joined before the cut-off. Events before joining count nowhere. O(events).
[[nodiscard]] std::optional<MemberFeatures> featuresBefore(const MemberHistory& member, std::int64_t cutUtc);

/// Member-periods: what fitLogistic() and makeRiskModel() are given.
struct MemberPeriods {
    std::vector<double> features; ///< column by column, kMemberFeatures columns
    std::vector<std::uint8_t> outcomes; ///< 1: left within the horizon
    std::vector<std::uint32_t> members; ///< of each row: index in `histories`
    std::vector<double> cuts; ///< of each row, UTC seconds; for splitByTime() with the horizon as its gap
    std::int64_t notYetKnown = 0; ///< rows that were left out because their horizon ends after what was observed

    friend bool operator==(const MemberPeriods&, const MemberPeriods&) = default;
};

/**
 * One row for each cut-off and each member who was there at it: joined before, and not left before it or at it. The outcome is whether they left
 * after the cut-off and up to `horizon` seconds after it.
 *
 * A horizon that ends after `observedUntilUtc` makes no row, even for those already known to have left: to keep only these would make
 * the latest period look worse than it is.
 *
 * @param cutsUtc  any order; rows come cut by cut, members in the order given
 * @param horizon  above 0; BadRange otherwise. LeftBeforeJoined (`index` is the member)
 */
[[nodiscard]] tl::expected<MemberPeriods, AnalyticsError> memberPeriods(std::span<const MemberHistory> histories,
    std::span<const std::int64_t> cutsUtc, std::int64_t horizon, std::int64_t observedUntilUtc);

} // namespace lyceum::analytics
