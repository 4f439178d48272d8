// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/mrrrules.h"

#include <algorithm>

namespace lyceum::analytics {

const std::array<MrrRules, 5>& mrrRulePresets()
{
    static const std::array<MrrRules, 5> kPresets = [] {
        std::array<MrrRules, 5> presets;
        presets[1].name = "ghost"; // a row of changes per subscription; what it says of pauses is inferred from its code
        presets[1].recognition = MrrRules::Recognition::Cancellation;
        presets[1].discounts = MrrRules::Discounts::ForeverOnly;
        presets[1].pauses = MrrRules::Pauses::Count;
        presets[1].samePeriod = MrrRules::SamePeriod::Each;
        presets[1].graceDays = -1;
        presets[1].groupingSeconds = 0;

        presets[2].name = "stripe";
        presets[2].recognition = MrrRules::Recognition::Cancellation;
        presets[2].discounts = MrrRules::Discounts::ForeverOnly;
        presets[2].graceDays = -1;
        presets[2].churnAgainstNewToo = true;

        presets[3].name = "chartmogul";
        presets[3].atZero = MrrRules::AtZero::Stays;
        presets[3].pauses = MrrRules::Pauses::Count;
        presets[3].samePeriod = MrrRules::SamePeriod::Each;
        presets[3].graceDays = -1;
        presets[3].netHasReactivation = true;

        presets[4].name = "profitwell";
        presets[4].samePeriod = MrrRules::SamePeriod::EachButGuests;
        presets[4].graceDays = -1;
        return presets;
    }();
    return kPresets;
}

std::optional<MrrRules> mrrRulesNamed(std::string_view name)
{
    const auto found = std::ranges::find(mrrRulePresets(), name, &MrrRules::name);
    return found == mrrRulePresets().end() ? std::nullopt : std::optional(*found);
}

} // namespace lyceum::analytics
