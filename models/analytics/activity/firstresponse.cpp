// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/activity/firstresponse.h"

#include <algorithm>

namespace lyceum::analytics {

tl::expected<FirstResponses, AnalyticsError> firstResponses(
    std::span<const Question> questions, std::span<const Reply> replies, std::int64_t asOf, Responder responder, double level)
{
    using Kind = AnalyticsError::Kind;
    FirstResponses answer;
    answer.responder = responder;
    answer.respondedAt.resize(questions.size());
    for (std::size_t i = 0; i < replies.size(); ++i) {
        const Reply& reply = replies[i];
        if (reply.question >= questions.size())
            return tl::unexpected(AnalyticsError {Kind::BadGroup, i});
        const Question& question = questions[reply.question];
        if (reply.at < question.askedAt)
            return tl::unexpected(AnalyticsError {Kind::EntryNotBeforeExit, i});
        const bool counts = !reply.isAutomatic && reply.author != question.author && (responder == Responder::Anybody || reply.isByTeam);
        std::optional<std::int64_t>& first = answer.respondedAt[reply.question];
        if (counts && reply.at <= asOf)
            first = std::min(first.value_or(reply.at), reply.at);
    }
    std::vector<double> times;
    std::vector<std::uint8_t> events;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        if (questions[i].askedAt > asOf)
            continue;
        const std::int64_t until = answer.respondedAt[i].value_or(asOf);
        times.push_back(double(std::uint64_t(until) - std::uint64_t(questions[i].askedAt)));
        events.push_back(answer.respondedAt[i] ? 1 : 0);
        answer.answered += events.back();
    }
    answer.questions = std::int64_t(times.size());
    KaplanMeierOptions options;
    options.level = level;
    auto curve = kaplanMeier({times, events, {}}, options);
    if (!curve)
        return tl::unexpected(curve.error());
    answer.waiting = *std::move(curve);
    answer.median = medianTime(answer.waiting);
    return answer;
}

std::optional<Estimate> answeredWithin(const FirstResponses& responses, double seconds)
{
    const std::optional<double> waiting = survivalAt(responses.waiting, seconds);
    if (!waiting || responses.questions == 0)
        return std::nullopt;
    Estimate share {1 - *waiting, {}, {}, {}};
    if (const SurvivalStep* const step = stepAt(responses.waiting, seconds)) {
        share.stdError = step->stdError;
        if (step->low && step->high) {
            share.low = 1 - *step->high;
            share.high = 1 - *step->low;
        }
    }
    return share;
}

} // namespace lyceum::analytics
