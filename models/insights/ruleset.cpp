// SPDX-License-Identifier: GPL-3.0-or-later
#include "insights/ruleset.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::insights {
namespace {

// What each tool does is told with its sources in docs/rule-sets.md.
const std::array<RuleSet, 5>& presets()
{
    static const std::array<RuleSet, 5> kPresets {{
        {u"lyceum"_s, Recognition::AccessEnds, 7},
        {u"ghost"_s, Recognition::Cancellation, 0},
        {u"stripe"_s, Recognition::Cancellation, 0},
        {u"chartmogul"_s, Recognition::AccessEnds, 0},
        {u"profitwell"_s, Recognition::AccessEnds, 0},
    }};
    return kPresets;
}

} // namespace

std::optional<RuleSet> ruleSetNamed(const QString& name)
{
    const auto found = std::ranges::find(presets(), name, &RuleSet::name);
    return found == presets().end() ? std::nullopt : std::optional(*found);
}

QStringList ruleSetNames()
{
    QStringList names;
    for (const RuleSet& preset : presets())
        names.append(preset.name);
    return names;
}

} // namespace lyceum::insights
