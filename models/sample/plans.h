// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace lyceum::sample {

/// The two paid tiers; the third is free.
enum class PaidTier { Reader, Circle };
enum class Cadence { Month, Year };

/// What is agreed on: a tier, paid by the month or by the year.
struct Plan {
    PaidTier tier = PaidTier::Reader;
    Cadence cadence = Cadence::Month;

    friend bool operator==(const Plan&, const Plan&) = default;
};

inline constexpr qint64 kTrialDays = 14; ///< of the Reader tier, by the month, for whoever asks for it

[[nodiscard]] qint64 priceOf(Plan plan); ///< US cents an interval
[[nodiscard]] QString priceId(Plan plan); ///< as subscription changes name prices
[[nodiscard]] inline int monthsOf(Cadence cadence) { return cadence == Cadence::Month ? 1 : 12; }

/// The terms of an offer, for one plan.
struct OfferTerms {
    enum class Type { Percent, Fixed, Trial };

    QStringView name;
    QStringView code;
    QStringView title;
    QStringView description;
    Type type;
    qint64 amount; ///< per cent, cents or days
    QStringView duration;
    int charges; ///< how many charges it covers; 0: all
    Plan plan;
    int weight; ///< of a hundred who start this plan, how many use it; 0: archived
};

[[nodiscard]] std::span<const OfferTerms> offerTerms();

/// What the `number`-th charge (from 0) of `plan` takes, in cents; an offer for another plan does nothing.
[[nodiscard]] qint64 chargeOf(Plan plan, std::optional<int> offer, int number);

/// Monthly recurring value in cents: a year by twelve, rounded down; only an offer without end lowers it.
[[nodiscard]] qint64 monthlyValueOf(Plan plan, std::optional<int> offer);

} // namespace lyceum::sample
