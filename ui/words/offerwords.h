// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/tier.h"
#include "words/format.h"

namespace lyceum::ui {

/// What an offer gives: "20% off for good", "US$5.00 off for 3 months", "14 days free".
[[nodiscard]] QString describeOffer(const Offer& offer, const Format& format);
/// A tier's state for tables: "Visible", "Hidden", "Archived".
[[nodiscard]] QString stateWord(const Tier& tier);
[[nodiscard]] QString stateWord(const Offer& offer); ///< "Active", "Archived"

} // namespace lyceum::ui
