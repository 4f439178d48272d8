// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/tier.h"
#include "storage/changeset.h"

namespace lyceum::editing {

/// What is to become of a tier; what is not set stays as it is. A new one must have a name, a currency and both prices.
struct TierEdit {
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<QString> currency; ///< ISO 4217, any case
    std::optional<qint64> monthlyPrice; ///< minor units, from 1: the store passes over a price of nothing
    std::optional<qint64> yearlyPrice;
    std::optional<qint64> trialDays; ///< 0: none
    std::optional<QStringList> benefits;
    std::optional<bool> active; ///< false: archived. Tiers are never deleted
    std::optional<bool> visible; ///< offered to the public

    friend bool operator==(const TierEdit&, const TierEdit&) = default;
};

/// What is to become of an offer. A new one must have all that is below but the last three.
struct OfferEdit {
    std::optional<QString> name;
    std::optional<QString> code;
    // The terms: fixed once the store has the offer.
    std::optional<QString> type; ///< "percent", "fixed" or "trial"
    std::optional<qint64> amount; ///< per cent, minor units or days, by type
    std::optional<QString> currency; ///< of a fixed amount: that of the tier
    std::optional<QString> cadence; ///< "month" or "year"
    std::optional<QString> duration; ///< "once", "forever", "repeating"; "trial" for trials and for nothing else
    std::optional<qint64> durationMonths; ///< with "repeating"
    std::optional<TierId> tier;
    // What may change any time.
    std::optional<QString> title;
    std::optional<QString> description;
    std::optional<bool> active; ///< false: archived. Offers are never deleted

    friend bool operator==(const OfferEdit&, const OfferEdit&) = default;
};

/// What is wrong with it whichever tier it is for. BadInput whose subject is the field.
[[nodiscard]] Result<void> check(const TierEdit& edit);
[[nodiscard]] Result<void> check(const OfferEdit& edit);

/// Changes the tier, or makes one where the id is invalid. BadInput as `check`, for what a new one lacks, and for prices of the free tier
/// or its end; NotFound.
[[nodiscard]] Result<TierId> applyToTier(storage::ChangeSet& changes, TierId id, const TierEdit& edit);
/// BadInput as `check`, for what a new one lacks, for terms of one that the store has, for a name or code that another has, for terms that
/// do not go together; NotFound.
[[nodiscard]] Result<OfferId> applyToOffer(storage::ChangeSet& changes, OfferId id, const OfferEdit& edit);

/// What the journal says of it.
[[nodiscard]] QString reasonOf(TierId id, const TierEdit& edit);
[[nodiscard]] QString reasonOf(OfferId id, const OfferEdit& edit);

} // namespace lyceum::editing
