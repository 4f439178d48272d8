// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"
#include "analytics/survival/kaplanmeier.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lyceum::analytics {

struct Question {
    std::int64_t askedAt = 0; ///< UTC seconds
    std::uint32_t author = 0;

    friend bool operator==(const Question&, const Question&) = default;
};

struct Reply {
    std::uint32_t question = 0; ///< index
    std::int64_t at = 0; ///< UTC seconds
    std::uint32_t author = 0;
    bool isByTeam = false; ///< the creator or a moderator
    bool isAutomatic = false; ///< written by no person: never a response

    friend bool operator==(const Reply&, const Reply&) = default;
};

/// Whose reply is a response. The author's own never is.
enum class Responder { Anybody, Team };

/// How long a question waits for its first response.
struct FirstResponses {
    /// Time in seconds; the event is the response. Questions without one are censored when last looked at, not left out and not 0.
    SurvivalCurve waiting;
    TimeQuantile median; ///< seconds
    std::vector<std::optional<std::int64_t>> respondedAt; ///< one a question
    std::int64_t questions = 0; ///< asked by `asOf`
    std::int64_t answered = 0;
    Responder responder = Responder::Anybody;

    friend bool operator==(const FirstResponses&, const FirstResponses&) = default;
};

/**
 * Time to first response as the survival quantity it is: leaving out the questions that still wait would make the community look quick.
 *
 * @param asOf  what was asked or said later is not looked at
 * @return BadGroup (`index`: the reply to no question), EntryNotBeforeExit (`index`: the reply before its question), BadLevel
 *
 * Cost: O(replies + n log n). Band: log-log.
 * @see CHAOSS, metric "Time to First Response".
 */
[[nodiscard]] tl::expected<FirstResponses, AnalyticsError> firstResponses(std::span<const Question> questions, std::span<const Reply> replies,
    std::int64_t asOf, Responder responder = Responder::Anybody, double level = 0.95);

/// The share answered within `seconds`, with the curve's band turned over; missing when nobody waited that long to be seen.
[[nodiscard]] std::optional<Estimate> answeredWithin(const FirstResponses& responses, double seconds);

} // namespace lyceum::analytics
