// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/event.h"
#include "community/member.h"
#include "community/tier.h"
#include "sample/person.h"
#include "sample/plans.h"

#include <optional>
#include <vector>

namespace lyceum::sample {

/// A subscription as it stands at the end of the sample's time.
struct Agreement {
    qint64 startedAtUtc = 0;
    Plan plan {};
    std::optional<int> offer {};
    Subscription::Status status = Subscription::Status::Active;
    bool cancelAtPeriodEnd = false;
    int reason = 0; ///< index of cancellationReasons(), if cancelled
    qint64 periodEndAtUtc = 0;
    std::optional<qint64> trialEndAtUtc {}; ///< a trial, from the start
    std::optional<qint64> endedAtUtc {}; ///< access ended
    qint64 monthlyValue = 0; ///< cents; the sum of its turns
    int charges = 0;
};

/// A change of an agreement.
struct Turn {
    SubscriptionChange::Type type = SubscriptionChange::Type::Created;
    qint64 atUtc = 0;
    int agreement = 0;
    std::optional<Plan> from;
    std::optional<Plan> to;
    qint64 monthlyValueDelta = 0;
    bool signup = false;
};

struct Charge {
    qint64 atUtc = 0;
    int agreement = 0;
    qint64 amount = 0;
};

/// A tier that was given.
struct Grant {
    MemberStatus status = MemberStatus::Comped; ///< or Gift
    PaidTier tier = PaidTier::Reader;
    qint64 fromUtc = 0;
    std::optional<qint64> untilUtc {};
};

/// How one member came and went, as far as money tells it. At most three agreements, in order and never two at once.
struct Life {
    std::vector<Agreement> agreements;
    std::vector<Turn> turns; ///< ascending in time
    std::vector<Charge> charges; ///< ascending in time
    std::optional<Grant> grant;

    /// Whether a paid tier is open to the member: by an agreement (a trial included) or a grant.
    [[nodiscard]] bool hasAccess(qint64 atUtc) const;
    /// The end of the agreement that was open at `atUtc`, if it ended.
    [[nodiscard]] std::optional<qint64> nextLeaving(qint64 atUtc) const;
    [[nodiscard]] const Agreement* current() const; ///< the one still open at the end of time, if any
};

/// The `index`-th member's, up to options.endUtc. A few microseconds; allocates nothing for those who never pay.
[[nodiscard]] Life lifeOf(const SampleOptions& options, int index, const Person& person);

[[nodiscard]] std::span<const QStringView> cancellationReasons(); ///< the first is empty

} // namespace lyceum::sample
