// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/revenue/money.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lyceum::analytics {

/**
 * The choices behind every figure about recurring revenue. No two tools agree on them, so a figure carries the name of its rules.
 *
 * In all rule sets: a trial, a gift and complimentary access are worth nothing and make nobody a customer; one-off payments, refunds,
 * tax and fees are cash, not recurring revenue; a year's price is divided by 12; currencies are never added.
 */
struct MrrRules {
    /// When a subscription that was cancelled stops counting.
    enum class Recognition {
        AccessEnds, ///< when the paid access ends
        Cancellation, ///< as soon as it is cancelled
    };
    enum class Discounts {
        Ignored, ///< the list price counts
        ForeverOnly, ///< what runs out does not count
        All, ///< subtracted while they last; one running out is expansion
    };
    /// What becomes of a customer whose subscriptions are worth nothing (100 % off).
    enum class AtZero {
        Stays, ///< an active customer of value 0: contraction, not churn
        Leaves, ///< no customer: churn
    };
    enum class Pauses {
        OnHold, ///< worth nothing while paused, and not left: a movement of its own
        Count, ///< go on counting
        Leave, ///< churn, and reactivation afterwards
    };
    enum class PastDue {
        Counts, ///< until the store gives up, which ends the subscription
        Leaves, ///< no revenue as soon as a payment has failed
    };
    /// What is compared within one period.
    enum class SamePeriod {
        Net, ///< the end of the period with the end of the one before: leaving and returning within it is nothing
        Each, ///< every change is a movement
        EachButGuests, ///< every change, but not those of who both joins and leaves within it
    };

    std::string_view name = "lyceum"; ///< of a preset; points at memory that outlives the rules
    Recognition recognition = Recognition::AccessEnds;
    Discounts discounts = Discounts::All;
    AtZero atZero = AtZero::Leaves;
    Pauses pauses = Pauses::OnHold;
    PastDue pastDue = PastDue::Counts;
    SamePeriod samePeriod = SamePeriod::Net;
    /// Who is back within this many local days never left (a failed payment retried, a renewal a day late): the value goes on in
    /// between. 0: a return on the same day only; -1: not even that.
    std::int32_t graceDays = 7;
    /// Changes of one customer within this many seconds of the first of them are one: two plans bought at once are new, not new and
    /// expansion. Only matters where each change is a movement.
    std::int64_t groupingSeconds = 3600;
    /// After a longer absence, in days, who returns is new again; missing: never.
    std::optional<std::int32_t> newAgainDays = std::nullopt;
    /// Whether returning customers' revenue counts in net revenue retention and the net churn rate ...
    bool netHasReactivation = false;
    bool quickRatioHasReactivation = true; ///< ... and above the line of the quick ratio
    bool churnAgainstNewToo = false; ///< customer churn is divided by those at the start and those who joined, not by the former alone
    Rounding rounding = Rounding::HalfAwayFromZero; ///< of a month's part of a longer term, once a subscription

    friend bool operator==(const MrrRules&, const MrrRules&) = default;
};

/**
 * The presets: "lyceum" (the default), "ghost", "stripe", "chartmogul", "profitwell". They follow what these tools publish; where they
 * say nothing the choice of "lyceum" holds. docs/rule-sets.md tells them side by side.
 */
[[nodiscard]] const std::array<MrrRules, 5>& mrrRulePresets();
[[nodiscard]] std::optional<MrrRules> mrrRulesNamed(std::string_view name);

} // namespace lyceum::analytics
