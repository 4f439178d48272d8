// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/renewals.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

/// a + b for b >= 0, at most the highest number.
std::int64_t laterBy(std::int64_t at, std::int64_t seconds)
{
    constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();
    return at > kHighest - seconds ? kHighest : at + seconds;
}

/// Counts of one RenewalRate under way.
struct Tally {
    RenewalRate rate;
    std::int64_t renewed = 0;
    std::int64_t due = 0;

    void count(TermState state, bool isDue)
    {
        if (isDue) {
            ++due;
            renewed += state == TermState::Renewed ? 1 : 0;
        } else if (state == TermState::InTerm) {
            ++rate.inTerm;
        } else if (state == TermState::InGrace) {
            ++rate.inGrace;
        }
    }
    [[nodiscard]] RenewalRate finished(double z)
    {
        rate.rate = wilsonInterval(renewed, due, z);
        return rate;
    }
};

std::optional<AnalyticsError> faultOf(std::span<const Trial> trials)
{
    for (std::size_t i = 0; i < trials.size(); ++i) {
        const Trial& trial = trials[i];
        if ((trial.end && *trial.end < trial.start) || (trial.paidAt && *trial.paidAt < trial.start))
            return AnalyticsError {Kind::EntryNotBeforeExit, i};
    }
    return std::nullopt;
}

} // namespace

tl::expected<TermRenewals, AnalyticsError> renewals(
    std::span<const PrepaidTerm> terms, std::int64_t graceSeconds, std::int64_t asOf, double level)
{
    const std::optional<double> z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    if (graceSeconds < 0)
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (terms[i].end <= terms[i].start)
            return tl::unexpected(AnalyticsError {Kind::EntryNotBeforeExit, i});
        if (terms[i].start <= asOf)
            order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return std::tuple(terms[i].member, terms[i].start, terms[i].end); });

    TermRenewals answer;
    answer.level = level;
    answer.states.assign(terms.size(), TermState::InTerm);
    Tally all;
    std::vector<Tally> byTerm;
    std::size_t number = 0; // of the term among its member's
    for (std::size_t i = 0; i < order.size(); ++i) {
        const PrepaidTerm& term = terms[order[i]];
        number = i > 0 && terms[order[i - 1]].member == term.member ? number + 1 : 0;
        const std::int64_t graceEnd = laterBy(term.end, graceSeconds);
        const bool isDue = graceEnd < asOf;
        const bool hasNext = i + 1 < order.size() && terms[order[i + 1]].member == term.member && terms[order[i + 1]].start <= graceEnd;
        const TermState state = hasNext ? TermState::Renewed
            : asOf < term.end           ? TermState::InTerm
            : isDue                     ? TermState::Lapsed
                                        : TermState::InGrace;
        answer.states[order[i]] = state;
        if (byTerm.size() <= number)
            byTerm.resize(number + 1);
        all.count(state, isDue);
        byTerm[number].count(state, isDue);
    }
    answer.all = all.finished(*z);
    for (Tally& tally : byTerm)
        answer.byTerm.push_back(tally.finished(*z));
    return answer;
}

tl::expected<std::optional<Proportion>, AnalyticsError> trialConversionOfEnded(
    std::span<const Trial> trials, std::int64_t from, std::int64_t until, double level)
{
    const std::optional<double> z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    if (until < from)
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    if (const auto fault = faultOf(trials))
        return tl::unexpected(*fault);
    std::int64_t ended = 0;
    std::int64_t converted = 0;
    for (const Trial& trial : trials) {
        if (!trial.end || *trial.end < from || *trial.end >= until)
            continue;
        ++ended;
        converted += !trial.cancelled && trial.paidAt && *trial.paidAt < until ? 1 : 0;
    }
    return wilsonInterval(converted, ended, *z);
}

tl::expected<std::optional<Proportion>, AnalyticsError> trialConversionWithin(
    std::span<const Trial> trials, std::int64_t seconds, std::int64_t asOf, double level)
{
    const std::optional<double> z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    if (seconds <= 0)
        return tl::unexpected(AnalyticsError {Kind::BadRange, 0});
    if (const auto fault = faultOf(trials))
        return tl::unexpected(*fault);
    std::int64_t started = 0;
    std::int64_t converted = 0;
    for (const Trial& trial : trials) {
        const std::int64_t deadline = laterBy(trial.start, seconds);
        if (deadline > asOf)
            continue;
        ++started;
        converted += trial.paidAt && *trial.paidAt <= deadline ? 1 : 0;
    }
    return wilsonInterval(converted, started, *z);
}

TrialFlow trialFlow(std::span<const Trial> trials, std::int64_t from, std::int64_t until)
{
    TrialFlow flow;
    for (const Trial& trial : trials) {
        flow.started += trial.start >= from && trial.start < until ? 1 : 0;
        flow.converted += trial.paidAt && *trial.paidAt >= from && *trial.paidAt < until ? 1 : 0;
    }
    if (flow.started > 0)
        flow.ratio = double(flow.converted) / double(flow.started);
    return flow;
}

} // namespace lyceum::analytics
