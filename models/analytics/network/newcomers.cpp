// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/newcomers.h"

#include <algorithm>

namespace lyceum::analytics {
namespace {

/// later - earlier >= span, for any times and a span that is not negative, without overflow.
bool isAtLeastApart(std::int64_t earlier, std::int64_t later, std::int64_t span)
{
    return later >= earlier && std::uint64_t(later) - std::uint64_t(earlier) >= std::uint64_t(span);
}

} // namespace

tl::expected<std::vector<UnansweredNewcomer>, AnalyticsError> unansweredNewcomers(
    const Conversation& conversation, const NewcomerOptions& options)
{
    using enum AnalyticsError::Kind;
    const auto& [joined, authors, written, answers] = conversation;
    const std::size_t messages = authors.size();
    if (written.size() != messages || answers.size() != messages)
        return tl::unexpected(AnalyticsError{LengthsDiffer, std::min({messages, written.size(), answers.size()})});
    if (options.newForSeconds <= 0 || options.patienceSeconds < 0)
        return tl::unexpected(AnalyticsError{BadRange, 0});
    std::vector<UnansweredNewcomer> members(joined.size());
    std::vector<bool> isAnswered(joined.size(), false);
    for (std::size_t i = 0; i < messages; ++i) {
        const std::uint32_t answered = answers[i];
        if (authors[i] >= joined.size() || (answered != Conversation::kNoMessage && answered >= messages))
            return tl::unexpected(AnalyticsError{BadGroup, i});
        if (written[i] > options.nowUtc)
            continue;
        UnansweredNewcomer& author = members[authors[i]];
        author.firstWrittenAtUtc = author.messages == 0 ? written[i] : std::min(author.firstWrittenAtUtc, written[i]);
        ++author.messages;
        // The author of a message further down may yet turn out to be unknown; that message will say so.
        if (answered != Conversation::kNoMessage && authors[answered] < joined.size() && authors[answered] != authors[i])
            isAnswered[authors[answered]] = true;
    }
    std::vector<UnansweredNewcomer> result;
    for (std::size_t v = 0; v < joined.size(); ++v) {
        UnansweredNewcomer& member = members[v];
        const bool isNew = joined[v] <= options.nowUtc && !isAtLeastApart(joined[v], options.nowUtc, options.newForSeconds);
        if (!isNew || member.messages == 0 || isAnswered[v]
            || !isAtLeastApart(member.firstWrittenAtUtc, options.nowUtc, options.patienceSeconds))
            continue;
        member.member = NodeId(v);
        constexpr std::uint64_t kLongest = std::uint64_t(INT64_MAX);
        member.waitingSeconds
            = std::int64_t(std::min(std::uint64_t(options.nowUtc) - std::uint64_t(member.firstWrittenAtUtc), kLongest));
        result.push_back(member);
    }
    std::ranges::sort(result, [](const UnansweredNewcomer& a, const UnansweredNewcomer& b) {
        return a.waitingSeconds != b.waitingSeconds ? a.waitingSeconds > b.waitingSeconds : a.member < b.member;
    });
    return result;
}

} // namespace lyceum::analytics
