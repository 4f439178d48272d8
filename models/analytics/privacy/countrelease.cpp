// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/privacy/countrelease.h"

#include "analytics/privacy/discretenoise.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

constexpr std::int64_t kMostBound = 10'000;

std::optional<AnalyticsError> whatIsWrong(const Memberships& memberships, std::int64_t bound)
{
    if (memberships.members.size() != memberships.groups.size())
        return AnalyticsError {Kind::LengthsDiffer, std::min(memberships.members.size(), memberships.groups.size())};
    if (memberships.groupCount == 0)
        return AnalyticsError {Kind::TooFew, 0};
    if (bound < 1 || bound > kMostBound)
        return AnalyticsError {Kind::BadRange, 0};
    for (std::size_t i = 0; i < memberships.members.size(); ++i) {
        const std::uint32_t group = memberships.groups[i];
        if (memberships.members[i] >= memberships.memberCount || (group >= memberships.groupCount && group != kUnlistedGroup))
            return AnalyticsError {Kind::BadGroup, i};
    }
    return std::nullopt;
}

} // namespace

tl::expected<std::vector<std::int64_t>, AnalyticsError> boundedCounts(const Memberships& memberships, std::int64_t bound, Entropy& entropy)
{
    if (const auto wrong = whatIsWrong(memberships, bound))
        return tl::unexpected(*wrong);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::size_t i = 0; i < memberships.members.size(); ++i) {
        if (memberships.groups[i] != kUnlistedGroup)
            pairs.emplace_back(memberships.members[i], memberships.groups[i]);
    }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());

    std::vector<std::int64_t> counts(memberships.groupCount);
    for (auto first = pairs.begin(); first != pairs.end();) {
        const auto last = std::find_if(first, pairs.end(), [&](const auto& pair) { return pair.first != first->first; });
        const auto theirs = std::int64_t(last - first);
        // The first `bound` places of a fair shuffle.
        for (std::int64_t i = 0; i < std::min(theirs, bound); ++i) {
            if (theirs > bound)
                std::swap(first[i], first[i + std::int64_t(entropy.below(std::uint64_t(theirs - i)))]);
            ++counts[first[i].second];
        }
        first = last;
    }
    return counts;
}

tl::expected<CountRelease, AnalyticsError> releaseCounts(
    const Memberships& memberships, const CountReleaseOptions& options, Entropy& entropy)
{
    constexpr std::uint64_t kMicro = 1'000'000;
    constexpr std::uint64_t kNano = 1'000'000'000;
    const PrivacyCost& cost = options.cost;
    if ((cost.isPure() ? PrivacyCost::pure(cost.microEpsilon) : PrivacyCost::zcdp(cost.nanoRho)) != cost)
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    if (!(options.level > 0) || !(options.level < 1))
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    const auto counts = boundedCounts(memberships, options.bound, entropy);
    if (!counts)
        return tl::unexpected(counts.error());

    const auto bound = std::uint64_t(options.bound);
    const Ratio rate {std::uint64_t(cost.microEpsilon), kMicro * bound};
    const Ratio sigma2 {kNano * bound, 2 * std::uint64_t(cost.nanoRho)};
    const auto law = cost.isPure() ? NoiseLaw::laplace(rate.value()) : NoiseLaw::gaussian(sigma2.value());
    const auto halfWidth = law ? law->halfWidth(options.level) : std::nullopt;
    if (!law || !halfWidth)
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});

    CountRelease release;
    release.cost = cost;
    release.noiseStdError = std::sqrt(law->variance());
    release.halfWidth = *halfWidth;
    release.level = options.level;
    release.bound = options.bound;
    bool isSuppressed = false;
    for (const std::int64_t count : *counts) {
        const std::int64_t noise = cost.isPure() ? drawDiscreteLaplace(rate, entropy) : drawDiscreteGaussian(sigma2, entropy);
        const std::int64_t noisy = count + noise;
        if (options.threshold && noisy < *options.threshold) {
            isSuppressed = true;
            release.groups.push_back({});
            continue;
        }
        release.groups.push_back({noisy, noisy - *halfWidth, noisy + *halfWidth});
    }
    if (isSuppressed)
        release.warnings.push_back(Warning::Suppressed);
    return release;
}

} // namespace lyceum::analytics
